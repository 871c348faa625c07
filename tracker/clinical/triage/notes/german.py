"""Phrases of an emergency in German, and what takes them back."""

import re
from collections.abc import Mapping

from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.lexicon import Lexicon, as_typed, at_word, words

# A few words between, none of which turns the phrase round.
_WORD = r"(?: (?!(?:nicht|kein\w*|nie|ohne|weder)\b)[\w']+)"
_WORDS = rf"{_WORD}{{0,3}}?"
_CAN = rf"(?:kann|konnte){_WORD}{{0,4}}?"
_HARDLY = (
    r"(?:gar nicht|nicht(?: (?:mehr|mal|richtig|gut|genug)){0,3}|kaum(?: noch)?"
    r"|nur schwer|schlecht)"
)
_PEE = r"(?:pinkeln|[pb]ieseln|pissen|urinieren|wasser ?lassen|pipi machen)\b"
_PEED = r"(?:gepinkelt|ge[pb]ieselt|uriniert|pipi gemacht|wasser gelassen)\b"
_TOILET = r"(?:auf(?:s| die| das)?|zur|zum) (?:klo|toilette|wc)\b"
_NOTHING_COMES = r"kommt (?:\w+ )?(?:nichts|kaum (?:was|etwas)|kein tropfen)\b"
_NUMB = (
    r"(?:taub(?:heit\w*)?|kribbel\w*|gefühllos\w*|pelzig\w*|eingeschlafen|betäubt"
    r"|watte)\b"
)
_NO_FEELING = (
    rf"(?:{_NUMB}|kein (?:gefühl|empfinden)(?: mehr)?"
    r"|(?:spüre?|fühle?)(?: ich)? nichts)"
)
_SADDLE = (
    r"(?:zwischen (?:den|meinen) (?:beinen|oberschenkeln)|genital\w*|intim\w+"
    r"|(?:am|im|mein|der|um den) (?:po|hintern|gesäß|after|anus|schritt|damm|penis"
    r"|hoden)\b|scheide\b|vagina\b|vulva\b"
    r"|da unten|unten ?rum|innenseiten?(?: der| meiner)? oberschenkel)"
)
_LEGS = r"(?:(?:meine|die|beide)(?: beiden)? (?:beine|füße))\b"
_IN_LEGS = r"in (?:den|meinen|beiden|meinen beiden) (?:beinen|füßen)"
_BOTH_IN = r"in (?:beide[n]?|meine[n]? beiden) (?:beinen?|füßen?)"
_ENDS = r"(?= ?(?:$|[.,;:!?]|weil\b|seit\b|und\b))"

_PATTERNS: Mapping[str, str] = {
    "urine_hesitancy": (
        rf"{_CAN} {_HARDLY} {_PEE}|{_HARDLY} {_PEE} (?:kann|konnte)\b"
        rf"|{_CAN} kein wasser(?: mehr)? lassen"
        rf"|{_PEE}(?: und es)? (?:geht (?:nicht|kaum)|ist unmöglich)"
        r"|(?:kein|fast kein|es kommt kaum) (?:urin|pipi)\b(?! verl)"
        r"|es kommt kein wasser"
        r"|(?:pressen|drücken),? (?:um (?:wasser zu lassen|zu pinkeln)"
        rf"|beim {_PEE})|(?:probleme|schwierigkeiten|mühe) beim {_PEE}"
        rf"|\w*strahl{_WORDS} schwäch|harnverhalt|tröpfchenweise"
        r"|warten,? bis (?:der |etwas )?(?:urin|wasser|pipi)? ?kommt"
        rf"|{_CAN} blase {_HARDLY} (?:entleeren|leeren)"
        rf"|blase (?:ent)?leert sich {_HARDLY}|blase l(?:ä|a)sst sich {_HARDLY}"
        rf" (?:ent)?leeren|nicht (?:mehr )?{_PEED}|{_CAN} kein pipi machen"
        rf"|nicht (?:mehr )?{_TOILET}[^.!?]{{0,30}}?(?:{_NOTHING_COMES}"
        rf"|blase(?: \w+){{0,3}}? voll)"
        rf"|(?:{_PEE}|blase\b|klo\b|toilette\b|ich muss(?: \w+){{0,3}},? es\b)"
        rf"[^.!?]{{0,20}}? {_NOTHING_COMES}"
        r"|urin kommt (?:nicht|kaum)"
        rf"|war{_WORD}{{0,4}}? nicht (?:mehr )?{_PEE}"
        rf"|(?:kann|konnte)(?: \w+){{0,3}}? {_PEE},? (?:und )?jetzt(?: \w+)? nicht"
    ),
    "bladder_sensation_loss": (
        rf"(?:merke?|spüre?|fühle?)(?: ich)? {_HARDLY},? (?:wenn|wann|ob|dass)"
        r" (?:(?:meine|die) blase|ich (?:pink\w+|urin\w+|muss|wasser lasse|einnässe))"
        r"|keine?n? harndrang|(?:spüre|merke) (?:meine|die)(?: \w+)? blase nicht"
    ),
    "urine_leak": (
        r"(?:mir vor \w+ )?(?:in die hosen?|ins bett) (?:ge(?:macht|pinkelt|pisst)"
        r"|mache)"
        r"|mache mir in die hose|eingenässt|einnäss\w*|tröpf(?:le|ele)\b"
        r"|g(?:eht|ing)(?: \w+)? (?:urin|pipi) ab\b|(?:urin|pipi) abgegangen"
        r"|(?:urin|pipi) geht(?: \w+){0,2} ab\b"
        rf"|(?:urin|pipi) (?:läuft|tropft|rinnt)\b(?! nicht)|verliere{_WORDS} urin\b"
        rf"|urin (?:verliere|verloren)|{_CAN} (?:wasser|urin"
        rf"|blase) nicht (?:mehr )?halten"
        r"|inkontinen(?:t|z)|keine kontrolle (?:mehr )?über (?:meine|die) blase"
    ),
    "stool_leak": (
        rf"{_CAN} stuhl(?:gang)? nicht (?:mehr )?(?:halten|spüren)"
        rf"|stuhl(?:gang)? (?:geht|läuft){_WORDS} (?:ab|unkontrolliert)\b"
        r"|stuhl(?:gang)? (?:\w+ ){0,3}abgegangen|eingestuhlt"
        r"|g(?:eht|ing)(?: \w+){0,2} stuhl(?:gang)? ab\b"
        rf"|verliere{_WORDS} stuhl\b|stuhl (?:verliere|verloren)|eingekotet"
        rf"|stuhl in de\w (?:unter)?hose"
        r"|keine kontrolle (?:mehr )?über (?:meinen|den) (?:darm|stuhl\w*)"
    ),
    "saddle_numbness": (
        rf"{_NO_FEELING}{_WORD}{{0,4}}? {_SADDLE}|{_SADDLE}{_WORDS} {_NUMB}"
        rf"|{_SADDLE} (?:kein gefühl|nichts zu spüren)|spüre (?:meine"
        rf"|die) genital\w* nicht"
        rf"|{_SADDLE} (?:spüre?|fühle?) ich (?:nichts|kaum)"
        r"|(?:spüre|merke)(?: ich)? (?:das |beim )?(?:klo|toiletten)papier nicht"
        r"|beim abwischen (?:spüre?|fühle?) ich (?:nichts|kaum)"
        r"|(?:spüre?|fühle?|merke?)(?: ich)? (?:meine?n?|den|die|das) (?:po|hintern"
        r"|gesäß|after|schritt|damm|penis|hoden|scheide)(?: \w+)? (?:nicht|kaum)"
        r"|reithosen\w*"
    ),
    "numbness_both_legs": (
        rf"(?:spüre?|fühle?|merke?)(?: ich)? {_LEGS}(?: \w+)? (?:nicht|kaum)"
        rf"|{_CAN} {_LEGS} nicht (?:mehr )?(?:spüren|fühlen)"
        rf"|{_LEGS} nicht (?:mehr )?(?:spüren|fühlen) (?:kann|konnte)"
        rf"|{_LEGS}{_WORDS} {_NUMB}|(?:kribbel\w*|taubheit\w*){_WORDS} {_IN_LEGS}"
        rf"|(?:kein|wenig) gefühl (?:mehr )?{_IN_LEGS}|gefühl {_IN_LEGS} ist weg"
        rf"|{_LEGS} (?:schlafen|sterben){_WORDS} (?:ein|ab)\b"
    ),
    "weakness_both_legs": (
        rf"{_LEGS}{_WORDS} (?:knicken|sacken|geben)(?: mir)? (?:weg|ein|nach)\b"
        r"|knicken(?: mir)? (?:die|meine|beide) beine|beine(?: \w+){0,4} (?:pudding"
        r"|gummi)"
        rf"|schwäche {_IN_LEGS}|{_LEGS} (?:sind|werden){_WORDS} schwach"
        rf"|{_LEGS} tragen mich nicht|(?:keine|kaum|wenig) kraft (?:mehr )?{_IN_LEGS}"
        r"|in beiden beinen (?:keine|kaum|wenig) kraft"
        rf"|{_CAN} beine nicht (?:mehr )?bewegen|beine nicht (?:mehr )?bewegen (?:kann"
        r"|konnte)|gelähmt|lähmung\w*"
    ),
    "leg_pain_both_sides": (
        rf"schmerz\w*{_WORD}{{0,4}}? {_BOTH_IN}"
        r"|beide beine (?:tun weh|schmerzen)"
    ),
    "rapidly_worsening_weakness": (
        rf"schwäche{_WORDS} (?:stündlich|schnell|rasch)|stündlich schwächer"
        r"|von stunde zu stunde (?:schwäch|schlimm)"
    ),
    "foot_drop": (
        rf"{_CAN} fuß(?:spitze)? nicht (?:mehr )?(?:(?:an|hoch)?heben|hochziehen"
        rf"|bewegen)"
        rf"|(?:kriege|bekomme){_WORDS} fuß nicht (?:mehr )?hoch"
        r"|fuß(?:spitze)? (?:hängt|schleift|klatscht|klappt|sackt)\b(?! nicht)"
        rf"|ziehe (?:den|meinen|einen){_WORDS} fuß nach|ziehe einen fuß|fußheber\w*"
    ),
    "cannot_stand_or_walk": (
        r"(?:kann|konnte)(?: ich)? (?:nicht(?: (?:mehr|mal|allein\w*)){0,3}"
        rf"|kaum noch) (?:gehen|laufen|stehen|aufstehen){_ENDS}"
        rf"|{_CAN} nicht mehr (?:gehen|laufen|stehen|aufstehen){_ENDS}"
        r"|nicht in der lage,? zu (?:gehen|stehen|laufen)"
        r"|schaffe es nicht(?: mehr)?,? (?:aufzustehen|zu (?:stehen|gehen|laufen))"
        rf"|{_CAN} keinen schritt|komme nicht (?:mehr )?(?:hoch|auf die beine"
        rf"|aus dem bett)"
        r"|nicht mehr auf (?:den|meinen) beinen"
        r"|nicht mehr (?:gehen|laufen|stehen|aufstehen) (?:kann|konnte)\b"
        r"|(?:kann|konnte)(?: \w+){0,3}? (?:gehen|laufen|stehen),? (?:und )?jetzt"
        r"(?: \w+)? nicht"
    ),
    "face_swelling": (
        rf"(?:gesicht|zunge|lippen?){_WORDS} (?:\w*geschwollen|schwill|schwell|dick\b)"
        r"|geschwollene[sn]? (?:gesicht|lippen?|zunge)"
        r"|schwellung(?:en)? (?:im gesicht|der (?:lippen|zunge))"
    ),
    "throat_tightness": (
        rf"(?:hals|kehle){_WORDS} (?:schnürt|zugeschnürt|\w*geschwollen|schwillt"
        rf"|eng\b|geht zu)"
        r"|engegefühl im hals|schnürt(?: \w+){0,2} hals"
    ),
    "breathing_trouble": (
        rf"(?:bekomm|krieg|bekam)\w*{_WORDS} (?:keine|schlecht|kaum|zu wenig) luft"
        r"(?! durch die nase)|(?:keine|schlecht|kaum) luft (?:bekomm|krieg)\w*"
        rf"|{_CAN} {_HARDLY} (?:atmen|luft holen)|atemnot|luftnot"
        r"|(?:ringe|schnappe) nach luft|(?:fehlt|fehlte)(?: mir)? (?:die )?luft"
        r"|erstick\w+"
        r"|keine luft\b(?! (?:im|in)\b)|atmen fällt(?: mir)? schwer|(?:bleibt"
        r"|blieb)(?: \w+){0,3}? die luft weg"
    ),
    "sudden_breathlessness": (
        rf"plötzlich\w*{_WORDS} (?:außer atem|keine luft|kurzatmig|atemnot|luftnot)"
    ),
    "chest_pain": (
        r"brust(?:schmerz|enge)\w*"
        rf"|(?:schmerz\w*|druck\w*|stechen|enge\w*){_WORDS} (?:in|auf|hinter)"
        r" (?:der|meiner|dem) brust\w*"
        rf"|(?:drückt|sticht|brennt|schmerzt|weh){_WORDS} (?:in|auf|hinter)"
        r" (?:der|meiner|dem) brust\w*|herzschmerz\w*|herz (?:schmerzt|tut weh)"
        rf"|tut(?: mir)? (?:die|meine) brust"
        rf"|brust(?:korb)? (?:weh|tut{_WORD}{{0,2}} weh|schmerzt|ist{_WORDS} eng)"
    ),
    "coughing_blood": (
        rf"(?:huste|hustete|spucke|spuckte){_WORDS} blut"
        r"|blutige\w* auswurf|auswurf mit blut|beim husten (?:kam"
        r"|kommt)(?: \w+)? blut|blut (?:beim husten|gehustet"
        r"|abgehustet|ausgehustet)"
    ),
    "fainting": (
        rf"ohnmächtig|ohnmacht\b|bewusstlos|bewusstsein verlor\w*"
        r"|schwarz vor (?:den )?augen"
        rf"|(?:bin|war){_WORDS} (?:umgekippt|(?<!tot )umgefallen|zusammengebrochen"
        rf"|kollabiert)"
    ),
    "slow_breathing_blue_lips": (
        rf"(?:bläu\w*|lila) lippen|lippen (?:sind|werden|waren){_WORDS} (?:blau|lila)"
        r"|mich (?:kaum|nicht)(?: \w+)? (?:auf)?wecken|atme(?: \w+)? langsam"
    ),
    "black_stool_or_vomiting_blood": (
        rf"stuhl(?:gang)? (?:ist|war|sieht){_WORDS} (?:pech)?schwarz(?! (?:ge|la)\w+)"
        r"|\w*schwarze[rn]? stuhl(?:gang)?\b|teerstuhl"
        rf"|blut (?:erbrochen|gespuckt)|erbr(?:eche|ochen){_WORDS} blut"
        r"|blut im erbrochenen"
    ),
    "tearing_belly_or_back_pain": rf"(?:zer)?reißende\w*{_WORDS} \w*schmerz",
    "shaking_chills": (
        r"schüttelfrost|nicht aufhören,? zu (?:zittern|schlottern)"
        r"|zitter\w* (?:am ganzen|unkontrolliert)"
        rf"|zitter\w*{_WORD}{{0,4}},? (?:dass ich )?nicht (?:mehr )?aufhören"
        rf"|zähne{_WORDS} klapper\w*|klappern{_WORDS} zähne"
    ),
}

OTHER_PEOPLE = (
    r"er|mann|frau|freund\w*|bruder|schwester|mutter|mama|vater|papa|sohn|tochter"
    r"|kind|kinder|oma|opa|tante|onkel|neffe|nichte|cousine?|nachbar\w*|kolleg\w+"
    r"|partner\w*|enkel\w*|schwieger\w+|hund|katze|jemand|leute|patient\w*"
)

# Without it something does not go: no denial of what follows.
_NEEDED = (
    r"(?! (?:(?:meine?n?|die|den) )?(?:hilfe|\w*stützen?|\w*stock|krücken"
    r"|rollator|unterstützung|vorwarnung"
    r"|grund|anlass|\w*tabletten|\w*mittel|medikamente?|es|dass)\b)"
)
# Fear is of what is named at once, not of what follows a comma or a reason.
_TO_ITS_END = r"(?!.*(?:,|\bweil\b|\bdenn\b))"
# "ich kann", not "dass ich kann": what is so now.
_AT_ONCE = (
    r"(?:kann|konnte|habe?|hatte|bin|war|muss|spüre?|fühle?|merke?|bekomme?|kriege?"
    r"|verliere?|komme?|huste|spucke|zittere?)\b"
)

GERMAN = Lexicon(
    terms=CompiledLater({code: at_word(text) for code, text in _PATTERNS.items()}),
    clause=re.compile(r"[.!?;:]| aber | jedoch | obwohl | trotzdem | sondern "),
    denied=words(
        r"(?:nicht|nie|niemals|weder)(?: (?:mehr|an|unter|die|der|das|den|eine?n?"
        r"|sehr|wirklich|richtig|etwa))*$"
        # "kein" and "ohne" reach over a short list, unless a new thought begins.
        rf"|(?:kein\w*|ohne{_NEEDED})"
        r"(?: (?!(?:mit|wegen|durch|vor|und|ich|habe)\b)[\w']+){0,2}$"
        r"|(?:kein\w*|ohne|weder)\b[^.]{0,80}\b(?:oder|noch)$"
    ),
    denied_after=re.compile(r"^ (?:habe?|hatte) ich (?:nicht|keine?n?|nie)\b"),
    other_person=words(
        rf"(?:{OTHER_PEOPLE})\b(?:(?! (?:ich|mich|mir|mein\w*)\b)[^,]){{0,40}}$"
        # "his" or "her" just before; further away it may be the clinic's "your".
        r"|(?:seine?|ihre?)[mnrs]?$"
    ),
    confirmed=re.compile(
        r"^[^,]{0,30}\bwie (?:heute|jetzt|gerade|diesmal|nie)\b"
        r"|\b(?:genau )?(?:das|so) (?:habe?|ist es|geht es)(?: \w+)? (?:ich|mir)\b"
    ),
    own=re.compile(r"\b(?:ich|mich|mir|mein\w*)\b"),
    past=words(
        r"(?:(?<!angst )vor (?:der|meiner|dem|meinem|den) (?:operation|op|eingriff"
        r"|spritzen?|behandlung|injektion)|vor (?:\w+ ){1,2}(?:jahren|monaten)"
        r"|letztes jahr|früher|als kind|wie immer)\b"
    ),
    present=words(
        r"(?:jetzt|heute|gestern|wieder|immer noch|noch immer|nun|nie|seitdem)\b"
    ),
    only_read=words(
        rf"(?:falls|im falle?|nebenwirkung\w*|risik\w+|achten auf"
        rf"|angst (?:vor|davor){_TO_ITS_END}"
        rf"|(?:be)?fürchte(?: mich)? (?:vor|eine?n?){_TO_ITS_END}"
        r"|(?:beipackzettel|merkblatt|broschüre|al[bp]traum|geträumt|gelesen|gewarnt)"
        r"(?:[^,]{0,20}, dass)?)\b"
    ),
    thought=re.compile(
        as_typed(
            r",|\b(?:und|doch|weil|denn|jetzt|nun)\b"
            rf"|\b(?=ich {_AT_ONCE}|{_AT_ONCE} ich\b)"
            r"|\b(?=(?:meine?|beide)(?: beiden)? \w+ (?:sind|ist|werden|wird|tun|tut"
            r"|fühl\w+)\b)"
        )
    ),
    stated=re.compile(as_typed(rf"\b(?:ich|i|mir|meine?|beide)\b|^ ?{_AT_ONCE}")),
    supposed=re.compile(r"\bwenn(?: \w+){0,3}$"),
    consequence=re.compile(r"\b(?:soll|sollte|muss|anrufen|melden|rufe)\b"),
    figure=words(
        r"(?:vor (?:lauter )?(?:lachen|freude|glück|langeweile|aufregung|scham|rührung"
        r"|staunen)|im (?:film|kino|buch|fernsehen|roman|spiel))\b"
    ),
)
