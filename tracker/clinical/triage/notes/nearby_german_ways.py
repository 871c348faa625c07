"""Ways in which German words of an emergency stand near each other."""

from tracker.clinical.triage.notes.nearby import near


def gap(most: int) -> str:
    return rf"(?:[^\w.!?;]+[\w']+){{0,{most}}}?[^\w.!?;]+"


NOT = r"(?:nicht|nichd|nciht|nöd|nid|nüm+e?|nimm[ae]|kaum|fast gar nicht|unmöglich)"
NO_MORE = (
    r"(?:(?:nicht|nöd|nid|gar nicht) (?:mehr|meh|amol)|nimm\w+|nüm+e?|kaum(?: noch)?)"
)
NOTHING = r"(?:nichts|nichs|nüt|nüüt|nüd|nischt|nie?ks|wenig|kein\w* tropfen|nigs|nixn)"
NONE = r"(?:kein\w*|kei|koa\w*|ka|null|wenig|fast kein\w*)"
NOR = rf"(?:{NOT}|{NOTHING})"
# What turns a state round when it stands between, or right after.
BUT = r"nicht|nöd|nid|nimm[ae]|kein\w*|nie|ohne|weder|weniger|besser|normal\w*|gut"
WELL = (
    r"(?:wieder )?(?:normal|gut|super|ok|okay|unauffällig|problemlos|tadellos|bestens)"
)
STAYS = (
    r"(?!(?: (?!und\b)\w+)? nicht(?: an| auf| mehr)?(?: ?[.,!?]|$))"
    r"(?!(?: (?!gef)\w+)? (?:ist|sind|war\w*) (?:\w+ ){0,2}(?:weg|verschwunden|vorbei"
    r"|besser)\b)"
    r"(?![^.!?]{0,30} (?:wars|war es|war alles) (?:wieder )?(?:weg|vorbei|gut)\b)"
    r"(?!(?: (?!und|aber|\w*kraft|g\w*fühl|strahl)\w+){0,7} (?:nachgelassen|weniger"
    r"|besser|zurückgegangen)\b)"
    r"(?!,? (?:sofort|gleich|umgehend) |\? nein)"
    rf"(?!(?: (?!nicht|und|sonst|ansonsten|rest|aber)\w+){{0,2}}? {WELL}\b)"
)


def state(subject: str, fault: str, within: int = 6, unless: str = "") -> str:
    """Both near each other, and nothing that turns the state round."""
    pair = near(subject, fault, unless=BUT + unless, within=within)
    return rf"(?:{pair}){STAYS}"


def lack(subject: str, fault: str, within: int = 5, unless: str = r"(?!)") -> str:
    """Both near each other, where the fault says no itself."""
    return rf"(?:{near(subject, fault, unless=unless, within=within)}){STAYS}"


def undone(can: str, subject: str, done: str, within: int = 3) -> str:
    """Somebody cannot do something: "kann ... nicht ... heben", in any order."""
    doing = rf"(?:{done})\b"
    no = rf"{NOR}{gap(2)}{doing}|(?:{doing}){gap(2)}{NOR}"
    last = rf"(?:{can})\b{gap(2)}{NOR}\b{gap(3)}(?:{subject})\b{gap(1)}{doing}"
    around = rf"(?:{can})\b{gap(3)}(?:{subject})\b{gap(within)}{NOR}\b"
    return rf"{near(subject, no, within=within)}|{around}{gap(1)}{doing}|{last}"


def strange(subject: str) -> str:
    return rf"gehör\w*{gap(3)}(?:{subject})\b{gap(2)}(?:nicht|nimmer|jemand)\b"


FEEL = (
    r"(?:ge?)?spüh?r\w*|gspia\w*|ge?fühlt?|fühle?|merke?t?|g'?e?merkt|mitkrieg\w*"
    r"|empfinde?|wahrnehm\w*|mitbekomm\w*|mitgekriegt|registrier\w*|aufgefallen"
    r"|bewusst|bemerke?t?"
)
FEELING = r"(?:ge?fühl|gfui|empfindung\w*|empfinden|gespür|gspür|sensibilität)"
LOST = r"weg|fort|futsch|verloren|verschwunden|fehlt|abhanden|erloschen|nachgelassen"
UNFELT = (
    rf"(?:{FEEL})\b{gap(4)}{NOR}|{NOR}\b{gap(3)}(?:{FEEL})|{NONE} (?:\w+ )?{FEELING}"
    rf"|{FEELING}{gap(4)}(?:{LOST})|ohne (?:\w+ )?{FEELING}|ohne{gap(4)}(?:{FEEL})"
    rf"|verl\w+{gap(3)}{FEELING}"
    r"|kein\w* (?:\w+ )?berührung\w*|(?:nicht|kaum)(?: mehr)? spürbar|keine ahnung"
    r"|kein signal|unbemerkt"
)


def unfelt(subject: str, within: int = 5) -> str:
    around = rf"(?:{FEEL})\b{gap(3)}(?:{subject})\b{gap(3)}{NOR}"
    gone = rf"{FEELING}{gap(3)}(?:{subject})\b{gap(3)}(?:{LOST})"
    return rf"{lack(subject, UNFELT, within)}|{around}\b|{gone}\b"


NUMB = (
    r"tau[bp]\w*|vertaub\w*|kribb?e?l\w*|ameisen\w*|\w*ge?fühll?os\w*|pelz\w*"
    r"|[bp]amst\w*|(?:ei?n?|in?)ge?schl[ao]f\w*|schl[ao]f\w* (?:\w+ )?ein|betäub\w*"
    r"|watte|(?:wie|aus|stück) (?:aus )?holz|hölzern|zahnarzt\w*|narkose"
    r"|lokalanästhesie|abge?storben|gestorben|tot\w*|prickel\w*"
    r"|wie (?:aus )?(?:gummi|leder|plastik|stein|beton|wachs|karton|pappe|filz"
    r"|schwamm)|(?:wie |ganz )?fremd\w*|(?:wie )?(?:nicht|nimmer)(?: mehr)? (?:da"
    r"|vorhanden|meins)|gehör\w* (?:\w+ )?(?:nicht|jemand)(?: \w+){0,3}|stumpf"
    r"|dumpfe\w* gefühl|sensibilitätsv\w*|gefühlsv\w*|gefühlsst\w*|wie weg|eingefroren"
)
TOILET = (
    r"(?:klo|toil+et+e|wc|auf der schüssel|hä[iu]sl|heisl|hüsli|klosch\w+|topf|pissoir)"
)
CAN = r"kann|konnte|könn\w*|cha|chan|ka|ko|konn|schaff\w*|krieg\w*|bring\w*|bekomm\w*"
NOT_ELSE = (
    r"(?!(?: \w+){0,2} (?:\w*schlaf\w*|klag\w*|mecker\w*|beschwer\w*|sitz\w*"
    r"|verzicht\w*))"
)
CANNOT = (
    rf"(?:{CAN})(?: (?:i|ich|es|s|aber|heute|jetzt|einfach"
    rf"|auch)){{0,3}} {NOR}{NOT_ELSE}"
)
STOOL = (
    r"stuhl\w*|kot|g?e?kack\w*|gack\w*|schei(?:ß|ss)\w*|gschissn|groß\w* ge?schäft\w*"
    r"|darm\w*|durchfall|schließmuskel\w*|bremsspur\w*|häufchen|aa|winde?|furz\w*"
    r"|pups\w*|würst\w*"
)
