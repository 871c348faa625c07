"""German words of an emergency near each other, as typed and as spoken."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tracker.clinical.triage.notes.german import GERMAN, OTHER_PEOPLE
from tracker.clinical.triage.notes.lexicon import words
from tracker.clinical.triage.notes.nearby import near


def _gap(most: int) -> str:
    return rf"(?:[^\w.!?;]+[\w']+){{0,{most}}}?[^\w.!?;]+"


_NOT = r"(?:nicht|nichd|nciht|nöd|nid|nüm+e?|nimm[ae]|kaum|fast gar nicht|unmöglich)"
_NO_MORE = (
    r"(?:(?:nicht|nöd|nid|gar nicht) (?:mehr|meh|amol)|nimm\w+|nüm+e?|kaum(?: noch)?)"
)
_NOTHING = (
    r"(?:nichts|nichs|nüt|nüüt|nüd|nischt|nie?ks|wenig|kein\w* tropfen|nigs|nixn)"
)
_NONE = r"(?:kein\w*|kei|koa\w*|ka|null|wenig|fast kein\w*)"
_NOR = rf"(?:{_NOT}|{_NOTHING})"
# What turns a state round when it stands between, or right after.
_BUT = r"nicht|nöd|nid|nimm[ae]|kein\w*|nie|ohne|weder|weniger|besser|normal\w*|gut"
_WELL = (
    r"(?:wieder )?(?:normal|gut|super|ok|okay|unauffällig|problemlos|tadellos|bestens)"
)
_STAYS = (
    r"(?!(?: (?!und\b)\w+)? nicht(?: an| auf| mehr)?(?: ?[.,!?]|$))"
    r"(?!(?: (?!gef)\w+)? (?:ist|sind|war\w*) (?:\w+ ){0,2}(?:weg|verschwunden|vorbei"
    r"|besser)\b)"
    r"(?![^.!?]{0,30} (?:wars|war es|war alles) (?:wieder )?(?:weg|vorbei|gut)\b)"
    r"(?!(?: (?!und|aber|\w*kraft|g\w*fühl|strahl)\w+){0,7} (?:nachgelassen|weniger"
    r"|besser|zurückgegangen)\b)"
    r"(?!,? (?:sofort|gleich|umgehend) |\? nein)"
    rf"(?!(?: (?!nicht|und|sonst|ansonsten|rest|aber)\w+){{0,2}}? {_WELL}\b)"
)


def _state(subject: str, fault: str, within: int = 6, unless: str = "") -> str:
    """Both near each other, and nothing that turns the state round."""
    pair = near(subject, fault, unless=_BUT + unless, within=within)
    return rf"(?:{pair}){_STAYS}"


def _lack(subject: str, fault: str, within: int = 5, unless: str = r"(?!)") -> str:
    """Both near each other, where the fault says no itself."""
    return rf"(?:{near(subject, fault, unless=unless, within=within)}){_STAYS}"


def _undone(can: str, subject: str, done: str, within: int = 3) -> str:
    """Somebody cannot do something: "kann ... nicht ... heben", in any order."""
    doing = rf"(?:{done})\b"
    no = rf"{_NOR}{_gap(2)}{doing}|(?:{doing}){_gap(2)}{_NOR}"
    last = rf"(?:{can})\b{_gap(2)}{_NOR}\b{_gap(3)}(?:{subject})\b{_gap(1)}{doing}"
    around = rf"(?:{can})\b{_gap(3)}(?:{subject})\b{_gap(within)}{_NOR}\b"
    return rf"{near(subject, no, within=within)}|{around}{_gap(1)}{doing}|{last}"


def _amid(subject: str) -> str:
    """It runs off by itself: "mir geht Urin ab"."""
    goes = r"(?:geht|ging|gaht|läuft|lauft|lief|rinnt|tropft|kommt|rutscht)"
    off = r"(?:ab|weg|davon|raus|runter|einfach)"
    return rf"{goes}\b{_gap(3)}(?:{subject})\b{_gap(3)}{off}\b"


def _strange(subject: str) -> str:
    return rf"gehör\w*{_gap(3)}(?:{subject})\b{_gap(2)}(?:nicht|nimmer|jemand)\b"


_FEEL = (
    r"(?:ge?)?spüh?r\w*|gspia\w*|ge?fühlt?|fühle?|merke?t?|g'?e?merkt|mitkrieg\w*"
    r"|empfinde?|wahrnehm\w*|mitbekomm\w*|mitgekriegt|registrier\w*|aufgefallen"
    r"|bewusst|bemerke?t?"
)
_FEELING = r"(?:ge?fühl|gfui|empfindung\w*|empfinden|gespür|gspür|sensibilität)"
_LOST = r"weg|fort|futsch|verloren|verschwunden|fehlt|abhanden|erloschen|nachgelassen"
_UNFELT = (
    rf"(?:{_FEEL})\b{_gap(4)}{_NOR}|{_NOR}\b{_gap(3)}(?:{_FEEL})"
    rf"|{_NONE} (?:\w+ )?{_FEELING}|{_FEELING}{_gap(4)}(?:{_LOST})"
    rf"|ohne (?:\w+ )?{_FEELING}|ohne{_gap(4)}(?:{_FEEL})|verl\w+{_gap(3)}{_FEELING}"
    r"|kein\w* (?:\w+ )?berührung\w*|(?:nicht|kaum)(?: mehr)? spürbar|keine ahnung"
    r"|kein signal|unbemerkt"
)


def _unfelt(subject: str, within: int = 5) -> str:
    around = rf"(?:{_FEEL})\b{_gap(3)}(?:{subject})\b{_gap(3)}{_NOR}"
    gone = rf"{_FEELING}{_gap(3)}(?:{subject})\b{_gap(3)}(?:{_LOST})"
    return rf"{_lack(subject, _UNFELT, within)}|{around}\b|{gone}\b"


_NUMB = (
    r"tau[bp]\w*|vertaub\w*|kribb?e?l\w*|ameisen\w*|\w*ge?fühll?os\w*|pelz\w*"
    r"|[bp]amst\w*"
    r"|(?:ei?n?|in?)ge?schl[ao]f\w*|schl[ao]f\w* (?:\w+ )?ein|betäub\w*|watte"
    r"|(?:wie|aus|stück) (?:aus )?holz"
    r"|hölzern|zahnarzt\w*|narkose|lokalanästhesie|abge?storben|gestorben|tot\w*"
    r"|prickel\w*"
    r"|wie (?:aus )?(?:gummi|leder|plastik|stein|beton|wachs|karton|pappe|filz|schwamm)"
    r"|(?:wie |ganz )?fremd\w*|(?:wie )?(?:nicht|nimmer)(?: mehr)? (?:da|vorhanden"
    r"|meins)"
    r"|gehör\w* (?:\w+ )?(?:nicht|jemand)(?: \w+){0,3}|stumpf|dumpfe\w* gefühl"
    r"|sensibilitätsv\w*|gefühlsv\w*|gefühlsst\w*|wie weg|eingefroren"
)
_PEE = (
    r"p[ie]nkel\w*|pinkl\w*|gepinkelt|[pb]ies\w*l\w*|bis(?:i|le|ln)|pip+i|lulu|wiesi"
    r"|ge[pb]ieselt|pisch\w*|piss\w*|brünz\w*|brunz\w*|seiche?n|puller\w*|strull\w*"
    r"|schiffe?n"
    r"|urin\w{0,6}|harn\w*|wasser ?(?:ge)?l[aöo]s+\w*|miktion|klein\w* ge?schäft\w*"
    r"|(?:harn|urin|wasser)?strahl|blase(?! (?:am|an|auf|unter|vom)\b)|blasenentleerung"
    r"|harnröhre|(?:mein|kein) wasser|wasser(?= halt| ist weg| abg)"
)
_TOILET = (
    r"(?:klo|toil+et+e|wc|auf der schüssel|hä[iu]sl|heisl|hüsli|klosch\w+|topf|pissoir)"
)
_COMES = (
    r"komm\w*|kam|chun+t|kimmt|tuat|l[aä]uf\w*|lief|geht|ging|gaht|gang|fließt?\w*"
    r"|rinnt"
)
_WORKS = (
    r"klapp\w*|funktionier\w*|funzt|will|startet|los(?:geht)?|in gang|möglich|passiert"
)
_OUT = r"raus\w*|heraus\w*|aussa|use|gekommen|kemma|gelaufen|gegangen|los"
_DRY = (
    rf"(?:{_COMES}|{_WORKS})\b{_gap(4)}{_NOR}(?! (?:dazwischen|neues"
    r"|(?:mehr )?weh))"
    rf"|{_NOR}{_gap(3)}(?:{_COMES}|{_WORKS}|{_OUT})"
    r"|bis (?:\w+ ){0,3}(?:was|wos|öppis|etwas|er|es) (?:kommt|läuft|geht)"
)
_EFFORT = (
    r"(?:paar|einzelne|wenige|drei|zwei) tr[oö]pf\w*|tr[oö]pf\w*weise|tröpf\w*|gepresst"
    r"|(?:an|mit|bauch)?presse?n?|(?:an|mit|nach|raus)?drücke?n?|plag\w*|quäl\w*"
    r"|ewig\w*(?! (?:ge)?les)"
)
_HELD_BACK = (
    rf"{_DRY}|{_EFFORT}|anschieb\w*|hört \w*(?: \w+)? ?auf|minuten bis|dünn\w*"
    r"|schwach\w*|schwäch\w*|langsam\w*|mickrig\w*|rinnsal"
    r"|zögerlich|verzögert"
    r"|lange? (?:warten|bis|nicht)|minutenlang|stunden(?:lang)?"
    r"|dauert (?:\w+ )?lang\w*|anlauf"
    r"|unterbr\w*|stotter\w*|stock\w*|abgehackt|stoßweise|m[üu]hsam|mühe|sperre"
    r"|gestört\w*|störung\w*|hemm\w*|viel druck|schwer\w*"
    r"|\w*schwierig\w*|problem(?!los)\w*|verstopft|(?:wie )?zugeschnürt|blockier\w*"
    r"|gesperrt"
    r"|streikt"
    r"|verhalt\w*|verschlossen|zwing\w*|nachhelfen|anstreng\w*|restharn|prall\w*"
    r"|(?:bleibt"
    r"|immer) (?:noch )?voll"
    r"|(?:nicht|nie)(?: \w+)? (?:leer|entleer\w*)|platzt|zu wenig|fast nichts|anhalten"
    r"|geht schlecht"
)
_CAN = r"kann|konnte|könn\w*|cha|chan|ka|ko|konn|schaff\w*|krieg\w*|bring\w*|bekomm\w*"
_NOT_ELSE = (
    r"(?!(?: \w+){0,2} (?:\w*schlaf\w*|klag\w*|mecker\w*|beschwer\w*|sitz\w*"
    r"|verzicht\w*))"
)
_CANNOT = (
    rf"(?:{_CAN})(?: (?:i|ich|es|s|aber|heute|jetzt|einfach"
    rf"|auch)){{0,3}} {_NOR}{_NOT_ELSE}"
)
_WET = (
    r"nass(?! (?:ge|vom|von|durch|beim))|\w+nass|nasse[nsr]?|feucht\w*|durchnässt"
    r"|pitsch\w*"
    r"|getropft|gepinkelt|gepieselt"
    r"|eingenässt|tropf\w*|gelaufen|ge?pisst|ge?brunzt|urin|g?e?m[ao]cht|pfütze|läuft"
    r"|voll"
)
_CLOTHES = (
    r"(?:(?:in|auf) (?:die |der |d |mein\w* )?)?(?:hose\w*|hosn)|zwischen den beinen"
    r"|unterhos\w*"
    r"|unterwäsche|slip|schlüpfer|leintuch|laken|matratze|bett\w*"
    r"|sofa|couch|sessel|pyjama|schlafanzug|oberschenkel runter|bein\w* runter"
)
_PADS = r"\w*einlagen?|binden?|windel\w*|pampers|vorlagen?|handtuch|tena"
_LEAKS = (
    rf"(?:läuft|lauft|rinnt|tropft|geht|ging|kommt|lief|fließt)\b{_gap(3)}(?:weg|ab"
    r"|davon"
    r"|einfach|runter|von (?:alleine?|selbst|selber)|unkontrolliert)|verlier\w*"
    r"|verlor\w*"
    r"|undicht|unkontrolliert|von (?:alleine?|selbst|selber)|kontroll?e|daneben"
    r"|unbemerkt"
    r"|(?:nicht|nöd|nimm\w+|kaum)(?: \w+){0,3} (?:zurück|ver|ein)?(?:ge)?h[ae][bl]t?\w*"
    r"|unkontrolliert\w*|unfreiwillig\w*|ungewollt\w*|unwillkürlich\w*|in (?:die |der "
    r"|d )?(?:unter)?hos\w*|ins bett|im bett"
    r"|abgegangen|weggelaufen|schwapp\w*"
    r"|h[ae]lt\w*{_gap(3)}{_NOT}|ohne (?:es|das) (?:\w+ )?zu \w+|ohne (?:vorwarnung"
    r"|kontroll\w*|dass ich)|einfach so"
    r"|einfach entleert"
    r"|inkontinen\w*|nachtropf\w*|nicht(?: mehr)? dicht|schießt|rechtzeitig"
)
_STOOL = (
    r"stuhl\w*|kot|g?e?kack\w*|gack\w*|schei(?:ß|ss)\w*|gschissn|groß\w* ge?schäft\w*"
    r"|darm\w*"
    r"|durchfall|schließmuskel\w*|bremsspur\w*|häufchen|aa|winde?|furz\w*|pups\w*"
    r"|würst\w*"
)
_SADDLE = (
    r"zwischen (?:\w+ )?(?:beine?n?|bei|schenkeln?|oberschenkeln?|haxn|füß|(?:po"
    r"|arsch)?backen)"
    r"|genital\w*|intim\w*|geschlecht\w*|scham(?:lippe|bereich|gegend|hügel|region)\w*"
    r"|popo|po"
    r"|po(?:loch|backe|ritze|falte)\w*|hintern?|hinterteil|hinterste\w*|gesäß\w*|gsäß"
    r"|allerwerteste\w*|o?arsch\w*|f[üuöo]d(?:li|le|i)|fidl[ae]|after\w*|anus|anal\w*"
    r"|sexuell\w*"
    r"|darmausgang|enddarm|mastdarm|bestes stück|reiter?hose\w*"
    r"|im schritt\w*|schritt(?:bereich|gegend)|damm\w*|penis|glied|schwanz|pimmel"
    r"|\w*hoden\w*"
    r"|sack|schniedel|scheide\w*|vagina\w*|muschi|vulva|da ?unt(?:en|n)|unt(?:en"
    r"|n)? ?(?:her)?um"
    r"|unten ?rum|untenrum|unterleib|steiß\w*|kreuzbein|reithose\w*|sattel\w*"
    r"|sitzfläche"
    r"|sitzhöcker|innenseite\w*|innenschenkel\w*|leisten?(?:gegend)?|vorne? und hinten"
    r"|vorne? unten|unten vorne?"
)
_WIPING = (
    r"(?:klo|wc|toiletten|häusl)?-?papier|(?:ab(?:ge)?)?wisch\w*|ab(?:ge)?putz\w*"
    r"|auswischen"
    r"|(?:klo|toiletten|wc)-?(?:brille|sitz\w*|deckel)|sattel|beim sex"
    r"|geschlechtsverkehr"
)
_LEG = (
    r"beine?[nrs]?|fuß\w{0,2}|füße?n?|f[üi]a?ß|füess|hax'?e?n|(?:ober"
    r"|unter)?schenkeln?|waden?|knien?"
)
_LEGS = (
    r"beine[nr]?|beina|bei(?= (?:si|san|händ|hend)\w*)|(?:de|d|mine|mini) bei|füßen?"
    r"|füess|f[üi]aß|hax'?e?n"
    r"|(?:die|meine|de) knie|fußsohlen"
)
_BOTH = (
    r"beide[nrs]?(?! (?:händ|arm|finger|ohr|schulter|ellbog|seiten (?:vom|des"
    r"|der) r)\w*)"
    r"|beidseit\w*|beiderseit\w*|alle zw(?:ei|oa)|linke\w* und rechte\w*"
    r"|rechte\w* und linke\w*|li(?:nks)? (?:und|wie|u\.?|&) re(?:chts)?"
    r"|re(?:chts)? (?:und|wie|u\.?|&) li(?:nks)?|(?:rechte|linke"
    r"|andere)s? (?:\w+ )?auch"
    r"|auch (?:rechts|links)|nicht nur (?:rechts|links)|auch (?:\w+ )?(?:andere|rechte"
    r"|linke)[nrs]?"
)
_BOTH_LEGS = rf"(?:{_BOTH}){_gap(5)}(?:{_LEG})|(?:{_LEG}){_gap(4)}(?:{_BOTH})"
_BELOW = (
    r"(?:hüfte?|taille|becken|bauchnabel|nabel|gürtel\w*|knien?|lenden\w*|bauch) (?:ab"
    r"|nach un)\w*"
    r"|ab (?:der|dem|den) (?:hüfte|taille|nabel|knien?|becken|gürtel\w*)|unterkörper"
    r"|untere (?:körperhälfte|hälfte)"
)
_ALL_LEGS = rf"{_BOTH_LEGS}|{_LEGS}|{_BELOW}"
_STRENGTH = (
    rf"(?:{_NONE}|ohne|verlier\w*) (?:\w+ ){{0,2}}(?:(?:k|ch)r[ao]ft|power)|(?:k"
    rf"|ch)raft{_gap(3)}(?:{_LOST}|raus)|kraftlos\w*"
)
_GIVES = (
    r"nachgeb\w*|nachgegeben|(?:geben|gaben|gengan|gehn|gebn)\b(?: \w+){0,4} nach"
    r"|\w*sack\w*"
    r"|\w*knick\w*|wegrutsch\w*|weg ?klapp\w*|wack[el]\w*|w[ao]b+[el]\w*|\w*pudding"
    r"|gummi"
    r"|butter|butterweich|spag\w*|gelee|schlapp|lahm\w*|gelähmt|lähm\w*|schwach\w*"
    r"|schwäch\w*"
    rf"|weich|blei\w*|versag\w*|streik\w*|zusamm\w*|im stich|zitt[er]\w*|{_STRENGTH}"
)
_REFUSE = (
    r"(?:trag\w*|halt\w*|hebn|folg\w*|gehorch\w*|woll\w*|mach\w*"
    rf"|tun){_gap(3)}{_NOT}(?: mit)?"
    rf"|{_NOT}{_gap(1)}(?:trag|halt|folg|woll|mög|gehorch|mitmach|beweg)\w*"
    r"|bewegungslos"
)
_PAIN = (
    r"\w*schmerz\w*|weh\w*|brenn\w*|zieh\w*|ziag\w*|zieg\w*|stech\w*|stich\w*"
    r"|\w*strahl\w*"
    r"|schieß\w*|reiß(?:t|en\w*)|strom\w*|blitz\w*|ischias|elektrisch\w*|stromschl\w*"
)
_AFTER_SPORT = (
    r"(?! (?:nach|vom|von) (?:de[mr] )?(?:wander|sport|train|lauf"
    r"|spazier)\w*)"
)
_WORSE = (
    r"von (?:stunde|minute) zu|stündlich|jede (?:stunde|minute)|minütlich|zusehends"
    r"|rapide?|rasant"
    r"|sehr schnell"
    r"|(?:innerhalb|binnen)(?: von)?(?: \w+){0,2} (?:stunden?|minuten)|schlagartig"
)
_WEAK = r"schwach|schwäch\w*|kraft\w*|lahm\w*|lähm\w*|wackel\w*|schlimmer|weniger"
_FOOT = (
    r"(?:vor\w{0,3})?fuß|füße|f[iu]a?ß|fußspitze\w*|vorderfuß|zehe?n?|zehenspitzen?"
    r"|großzehe?n?"
)
_DROPS = (
    r"häng\w*|(?:nach)?schleif\w*|schlepp\w*|schlurf\w*|klatsch\w*|patsch\w*"
    r"|nachzieh\w*"
    r"|schlapp\w*|zieh\w*(?: \w+){0,3} (?:nach|hinterher)|hinterher\w*|stolper\w*"
    r"|kippt\w*"
    r"|fällt (?:\w+ )?(?:runter|herunter|nach unten)|lahm|gelähmt|schlackert"
    r"|schlägt (?:\w+ ){0,3}auf|lamp\w*"
    r"|lahmt|platscht|baumelt"
)
_LIFT = (
    r"(?:an|hoch|auf)?(?:ge)?(?:heb|hob|zieh|zog|lupf|streck)\w*|hoch|nach oben|auffi"
    r"|bewegen|rauf|wackeln"
)
_WALK = (
    r"lauf\w*|lafn|läuf\w*|geh(?:e?n)?|steh(?:e?n)?|\w*aufsteh\w*|auftreten|hinstellen"
    r"|stand"
    r"|hatschen"
)
_UP = (
    r"hoch(?:komm\w*)?|auf\b(?! d)|auf die (?:beine|füße|haxn)|(?:aus dem|ausm"
    r"|vom) (?:bett|sofa|klo|boden"
    r"|sessel|stuhl|wc)|in die höh|aufrecht(?: halten)?|aus der wanne"
    r"|allein\w* (?:hoch|auf)"
)
_NOT_FAR = (
    r"(?! (?:so|lang\w*|weit|gut|ohne|besonders|immer|schnell|ganz|zu|zum|ins|in)\b)"
)
_SWELLS = (
    r"\w*schwoll\w*|\w*schwell\w*|\w*schwill\w*|dick\w*|aufgedunsen|\w*quoll\w*"
    r"|aufgeblasen"
    r"|aufgebläht|\w*ballon|hamster\w*|wulst\w*|aufgegangen|riesig\w*|immer größer"
    r"|doppelt so"
    r"|schlauchboot\w*"
    r"|wie ein\w* (?:kürbis|mond|kugel|melone)"
)
_AIR = r"luft|atem|schnauf"
_GETS = r"krieg\w*|kriag\w*|bekomm\w*|bekam|grieg\w*|hol\w*|hab\w*|überkomm\w*|chum\w*"
_LITTLE = (
    rf"(?:{_NONE}|kaum|kurze|schlecht|zu wenig|schwer|nur schwer"
    r"|nicht (?:\w+ )?(?:genug|gnua\w*|gnueg|richtig|gscheit)|ned gnua)"
)
_BREATHE = (
    r"\w*atme?n?|\w*atmung|schnauf\w*|schnuufe|luft ?holen|atem|atemzug|durchschnaufen"
    r"|atmet"
)
_SUDDEN = (
    r"(?:ohne (?:\w+ ){1,2})?plötzlich\w*|plötzl|auf ?einmal|schlagartig"
    r"|aus heiterem himmel"
    r"|auf (?:einen )?schlag"
    r"|von (?:einer|jetzt|0) \w*(?: \w+){0,3}|aus dem nichts|unvermittelt|urplötzlich"
)
_CHEST = (
    r"brust(?:korb|bein\w*|kasten|raum|mitte|gegend|bereich|seite|wand)?|brüste?"
    r"|herz(?:gegend|bereich)?|thorax"
)
_SQUEEZED = (
    r"schmerz\w*|weh|weh\w*|druck\w*|drück\w*|druckt|eng\w*|stech\w*|stich\w*|brenn\w*"
    r"|spann\w*"
    r"|krampf\w*|verkrampf\w*|elefant\w*|stein|gewicht|last|lastet|schraubstock"
    r"|zentner\w*|panzer"
    r"|reifen|gürtel|ring|\w*schnür\w*|\w*klemm\w*|press\w*|schwere|zieht|zusammen\w*"
    r"|sitzt\w*"
    r"|sitzen|hockt|kniet|reißt"
)
_BLOOD = (
    r"blut(?!druck|zucker|abnahme|test|verd|bild|wert|hoch|unters|spend|probe)\w*"
    r"|bluat\w*"
)
_OFF = (
    r"umge?kipp\w*|um(?:ge)?fall\w*|umgf\w*|umghau\w*|umgehauen"
    r"|z[au]s?[am]+m?(?:en)?ge?(?:klapp"
    r"|sack|bro)\w*|z[au]m+broch\w*|zäm+ebro\w*|kollabier\w*|weggetreten|weggekippt"
    r"|weggesackt|weggeknackt"
    r"|aus den latschen"
)
_KIN = (
    r"(?:mein\w* )?(?:er|sie|mann|frau|vater|mutter|papa|mama|opa|oma|patient\w*"
    r"|partner\w*)"
)
_VOMIT = (
    r"\w*erbr[eo]ch\w*|übergeb\w*|\w*kotz\w*|g?e?sp[ie]+[bmn]\w*|speib\w*|spuck\w*"
    r"|gespuckt|gespien"
    r"|gereihert|gebrochen|brechen|brech|würg\w*|magen"
)
_COLD = (
    r"fri[ea]r\w*|g?e?fror\w*|frös\w*|fröst\w*|kalt\w*|kält\w*|fieber\w*|eiskalt"
    r"|decken?|39\S*|40\S*"
)

_NEAR: Mapping[str, tuple[str, ...]] = {
    "urine_hesitancy": (
        _state(_PEE, _HELD_BACK),
        _lack(_PEE, rf"{_CANNOT}|{_DRY}|{_EFFORT}", 3, unless="katze|hund"),
        _undone(
            _CAN,
            _PEE,
            "lass\\w*|mach\\w*|zusammen|raus|leer\\w*|entleer\\w*|gehen|lösen",
            2,
        ),
        _lack(_TOILET, rf"{_DRY}|{_EFFORT}", 6, unless="normal|gut"),
        _lack(
            "drück\\w*|press\\w*|gepresst|mu(?:ss|as)|drang", _DRY, 4, unless="wunde"
        ),
        rf"seit{_gap(3)}(?:nicht|nimmer)(?: mehr)? (?:am|auf dem|aufm) {_TOILET}",
        r"(?:tröpfelt|dribbelt|tropft) (?:\w+ )?nur|nur (?:noch )?tr[oö]pf\w*",
        rf"(?:{_NOT}|kein einziges mal)(?: \w+)? (?:{_PEE}){_gap(2)}(?:können|kennt"
        r"|kann|konnte)\b",
        _lack(_TOILET, rf"(?:und|aber) {_NOTHING}(?! zu)", 4),
        rf"(?:{_CAN}){_gap(4)}{_NONE} (?:{_PEE}|wasser)\b",
        r"harn(?:stotter|verhalt|stau|sperre)\w*",
        r"(?:kommt|chunt|läuft|geht) (?:\w+ )?(?:nur|nume|bloß)(?: \w+)? tr[oö]pf\w*",
        rf"kein\w* (?:einziges )?mal (?:{_PEE}|(?:am|auf dem) {_TOILET})",
        rf"(?:{_CAN}){_gap(2)}{_NOT} aufs? (?:das )?{_TOILET}",
    ),
    "bladder_sensation_loss": (
        _unfelt(
            rf"{_PEE}|{_TOILET}|\w*drang|(?:wann|ob|dass|wenn) (?:ich|i) mu(?:ss|as"
            r"|es)",
            7,
        ),
        _state(_PEE, r"anders|komisch\w*|seltsam|fremd\w*|hinschau\w*|hinseh\w*", 5),
        _lack(r"\w*drang", rf"{_LOST}|kein\w*", 4),
        rf"wei(?:ß|ss)\w* (?:\w+ )?{_NO_MORE}{_gap(2)}(?:wann|ob) (?:ich|i)\b",
        _lack("blase", rf"meldet{_gap(2)}{_NOT}|signal\w*|{_NONE} signal", 3),
        _lack("blase", _NUMB, 4),
        _lack(_TOILET, "nach der uhr|nach uhrzeit|auf verdacht|mit wecker", 5),
        rf"wei(?:ß|ss){_gap(2)}{_NOT}{_gap(4)}\w*drang",
        rf"wei(?:ß|ss){_gap(1)}{_NOT}{_gap(2)}ob (?:die|meine) blase",
        rf"blasengefühl{_gap(3)}(?:{_LOST})|kein\w* blasengefühl",
    ),
    "urine_leak": (
        _state(_PEE, _LEAKS, 5),
        _undone(
            _CAN, _PEE, r"(?:(?:zurück|ver|ein)?(?:ge)?h[ae][bl]t?\w*|kontrollier\w*)"
        ),
        _amid(_PEE),
        _lack("blase|darm", "macht was (?:sie|er) will|spinnt|verrückt|gelähmt", 3),
        _lack("pfütze", r"auf\w*wach\w*|wach|bett|sessel|gesessen", 5),
        _state(r"umzieh\w*|umgezogen", "nass(?! ge)|feucht", 5),
        rf"(?:kann|konnte) (?:es|ihn|nichts) {_NO_MORE} (?:zurück)?halten",
        r"mir (?:\w+ ){0,4}in (?:die|d) \w*hos\w* (?:\w+ )?ge?gangen",
        _state(_CLOTHES, _WET, 3, "|regen|wasch\\w*|\\w*schwitz\\w*|fast|katze|hund"),
        _state(_PADS, rf"{_WET}|{_LEAKS}", 6),
        _state(r"windel\w*|pampers|vorlagen|tena", r"brauch\w*|trag\w*", 3),
        _lack(
            r"\w*tropft?|tröpfel\w*|rinnt",
            r"nicht(?: \w+)? (?:zurück)?halten|ständig",
            5,
        ),
        _lack(
            rf"{_TOILET}|geschafft|schaff\w*",
            r"(?:nicht|nimmer|kaum)(?: \w+){0,2} (?:rechtzeitig|halten)"
            r"|zu spät gekommen",
        ),
        "ein(?:ge)?näss\\w*|bettnäss\\w*|(?:mach\\w* )?mich (?:\\w+ )?nass"
        "|näss\\w* mich|(?:ich|i) tropfe?|"
        "undicht geworden|bin undicht|(?:bin|i) ausgelaufen"
        "|verlier\\w* (?:\\w+ ){0,2}tr[oö]pf\\w*"
        "|(?:an|voll|ein)ge(?:pinkelt|pisst|pieselt|brunzt|schifft|pullert|strullt"
        "|macht|schissen"
        "|kackt)|(?:lag|lieg\\w*|war) (?:\\w+ )?im nassen",
        r"(?:kommt|geht|läuft|rinnt) (?:\w+ )?(?:urin|pipi|harn|bisi)\b",
        r"(?:nicht mehr|nimmer) dicht\b|(?:geht|ging|läuft)(?: \w+)? ins höschen",
        _lack(
            r"\w*tröpfelt"
            r"|tropft",
            r"(?:nicht|nimmer) (?:stoppen|aufhalten|aufhören)",
            5,
        ),
        r"(?:harn|urin)(?:verlust|inkont|abgang)\w*",
        r"laufe? (?:ich |i )?(?:nachts |einfach )?aus\b(?! (?:de|ein|mein)\w+)",
        r"mir (?:rinnt|läuft|lauft)(?:s| es)? (?:einfach |nur )?(?:davon|weg|runter)",
        r"(?:alles|schon|was|etwas) in (?:der|da) (?:unter)?hos\w*",
        r"läuft (?:\w+ )?unten (?:\w+ )?raus",
    ),
    "stool_leak": (
        _state(_STOOL, rf"{_LEAKS}|rutsch\w*|rausge\w+|\w*schmier\w*", 5),
        _undone(
            _CAN, _STOOL, r"(?:(?:zurück|ver|ein)?(?:ge)?h[ae][bl]t?\w*|kontrollier\w*)"
        ),
        _unfelt(rf"{_STOOL}|rausge\w+|rauskommt|was kommt|in (?:die|der) hos\w*"),
        _state(
            r"ab(?:ge)?putz\w*|ab(?:ge)?wisch\w*|unterhose|unterwäsche",
            r"voll|braun\w*|dreckig",
            5,
        ),
        _amid(_STOOL),
        _lack(
            "schließmuskel\\w*|darm",
            rf"{_NOT}|versag\\w*|schlaff|schwach",
            3,
            unless="normal|gut",
        ),
        r"ein(?:ge)?kot\w*|(?:hos\w*|bett) (?:\w+ )?ge?(?:schiss\w*|kackt)",
        _state(r"unterhose|unterwäsche|slip", r"schmier\w*|spur\w*|streifen", 4),
        _lack(_STOOL, rf"{_NOT}{_gap(2)}unterscheid\w*", 5),
        r"(?:stuhl|kot)(?:verlust|inkont|abgang|spur)\w*|haufen (?:im bett"
        r"|in der \w*hose)",
        _lack("after|darmausgang|poloch", rf"(?:schließt|hält|geht){_gap(1)}{_NOT}", 3),
        r"(?:kommt|rutscht|läuft) (?:\w+ )?einfach (?:was|etwas) (?:raus|heraus)",
        _unfelt(r"(?:wenn|ob|wann) ich (?:mal )?(?:groß|stuhl)"),
    ),
    "saddle_numbness": (
        _state(_SADDLE, _NUMB, 7),
        _unfelt(rf"{_SADDLE}|{_WIPING}", 7),
        _state(
            "wisch\\w*|putz\\w*|sitz\\w*",
            r"wie auf (?:ein\w* )?(?:watte|luft|wolken?|schwamm|\w*kissen)|fremd\w*",
            4,
        ),
        _strange(_SADDLE),
        _lack(
            _SADDLE,
            rf"(?:an|hin)(?:fass|lang)\w*{_gap(3)}{_NOTHING}"
            rf"|berühr\w*{_gap(3)}{_NOTHING}",
        ),
        r"kein\w* (?:po|hintern|gesäß|unterleib) mehr",
        _state(r"sitz\w*", r"auf (?:nem|einem|ner|so) (?:schwamm|watte)", 4),
    ),
    "numbness_both_legs": (
        _state(_ALL_LEGS, _NUMB, 6),
        _unfelt(_ALL_LEGS),
        _strange(_LEGS),
        _lack(_LEGS, r"kalt oder (?:warm|heiß)|(?:warm|heiß) oder kalt", 3),
        _state(_BOTH, _NUMB, 4, r"|händ\w*|finger\w*|arm\w*|hand"),
        _state(
            _LEG, rf"(?:{_NUMB}){_gap(6)}(?:rechte|linke|andere)s? (?:\w+ )?auch", 3
        ),
        _unfelt("(?:fuß)?boden|untergrund|unter den füßen|unter den sohlen", 3),
        _state(
            "geh\\w*|lauf\\w*|steh\\w*|tret\\w*",
            r"wie auf (?:watte|schwamm|moos|kissen)",
            5,
        ),
        rf"wei(?:ß|ss){_gap(1)}{_NOT}{_gap(1)}wo (?:meine|die) (?:beine|füße)",
        r"kein\w* (?:beine|füße) mehr\b",
        _unfelt(r"wo ich (?:hintrete?|auftrete?|hinsteige?)"),
    ),
    "weakness_both_legs": (
        _state(_ALL_LEGS, _GIVES, 6, "|übung\\w*|müde"),
        _lack(_ALL_LEGS, _REFUSE, 3),
        r"(?:bein|fuß|para|teil)lähm\w+|querschnitt\w*",
        _undone(_CAN, _ALL_LEGS, r"beweg\w*|\w*heb\w*|\w*streck\w*|rühr\w*|steuer\w*"),
        _lack(
            r"treppe\w*|stiege\w*|stufen?",
            rf"{_NO_MORE}{_gap(2)}(?:\w*hoch|r?auf|auffi)\w*",
        ),
        _lack(_BOTH_LEGS, r"mühe|schwer zu heben", 3),
        _lack(_ALL_LEGS, r"keine kontroll\w*|kontroll\w* verloren", 3),
    ),
    "leg_pain_both_sides": (
        _state(_BOTH_LEGS, _PAIN, 5, "|sonnenbrand") + _AFTER_SPORT,
        _state(_BOTH, r"ischias\w*|beinschmerz\w*", 3),
    ),
    "rapidly_worsening_weakness": (
        _state(_WEAK, _WORSE, 5, "|stärker"),
        _state(
            _LEG, r"immer (?:schwächer|lahmer|kraftloser|weniger kraft)|" + _WORSE, 4
        ),
        _lack(_LEG, rf"{_NO_MORE}{_gap(1)}(?:{_LIFT})|gelähmt|{_STRENGTH}", 5),
        rf"(?:{_WEAK}|{_NUMB}){_gap(2)}(?:heute|jetzt"
        r"|inzwischen) (?:\w+ )?(?:das ganze|beide)",
        r"kon+te? (?:\w+ ){0,3}noch (?:\w+ ){0,3}(?:lauf|geh|steh|heb"
        r"|beweg)\w*[^.!?]{0,70}"
        rf"(?:jetzt|heute|inzwischen|mittlerweile|nun)(?: \w+){{0,4}} {_NO_MORE}",
    ),
    "foot_drop": (
        _state(_FOOT, rf"{_DROPS}|bleibt?{_gap(3)}hängen", 5),
        _lack(_FOOT, _REFUSE, 3),
        _undone(_CAN, _FOOT, _LIFT),
        _undone(_CAN, r"fersen?|zehen|zehenspitzen", r"geh\w*|steh\w*|lauf\w*"),
    ),
    "cannot_stand_or_walk": (
        rf"(?:{_WALK})\b{_gap(2)}(?:geht|gehts|klappt|ist|schaff\w*|kann|gaht){_gap(3)}"
        rf"(?:{_NO_MORE}|(?:gar|überhaupt|einfach) nicht|unmöglich|nicht)\b{_NOT_FAR}",
        rf"(?:{_WALK})\b{_gap(1)}unmöglich|sack\w* (?:\w+ ){{0,2}}zusammen",
        rf"(?:{_CAN}){_gap(3)}{_NO_MORE}{_gap(1)}(?:{_WALK})\b{_NOT_FAR}",
        rf"(?:{_CAN}|komm\w*|kimm|chum\w*){_gap(4)}{_NO_MORE}{_gap(1)}(?:{_UP})\b",
        rf"(?:{_CAN}|komm\w*){_gap(2)}{_NOT}{_gap(1)}(?:hoch|auf die \w+"
        r"|hinstellen)\b(?! heb)",
        r"(?:schaff|komm|kimm)\w*(?: es)? (?:nicht|kaum|nimmer)(?: mal| mehr"
        r"| einmal)? bis"
        r" (?:zum|zur|ins|aufs) (?:klo|toilette|wc|bad|tür|küche)",
        rf"kein\w* fuß (?:\w+ )?vor|weder (?:{_WALK}) noch (?:{_WALK})",
        r"muss?\w* mich (?:\w+ ){0,2}(?:tragen|stützen)|getragen werden",
        _lack(
            r"auf allen vieren|kriech\w*|robb\w*", rf"{_TOILET}|nur|muss|bett|bad", 4
        ),
        _lack(_WALK, r"zusammenge(?:sackt|brochen|klappt)|weggesackt|hingefallen", 5),
        r"kein\w* (?:einzigen |zwei |drei |paar )?(?:schritt\w*|meter) (?:mehr|gehen"
        r"|laufen|schaff\w*)",
        r"nicht(?: mehr)? auf den (?:füßen|beinen) halten|nicht(?: mehr)? (?:geh"
        r"|steh)fähig",
        rf"nicht (?:ein)?mal{_gap(3)}(?:kann|konnte|schaff\w*){_gap(2)}(?:{_WALK})\b",
        rf"zu schwach (?:zum|um zu) (?:{_WALK})\b|nicht (?:mehr )?aufzustehen",
    ),
    "face_swelling": (
        _state(r"gesicht\w*|gsicht|\w*lipp\w*|zung\w*|wangen?", _SWELLS, 5),
        _lack(
            "augen?|lider",
            r"zuge?schw\w*|dick\w*|schwell\w* (?:\w+ )?zu|angeschw\w*|zu geschw\w*",
            4,
        ),
    ),
    "throat_tightness": (
        _state(
            r"hals|kehle|gurgel|rachen|luftröhre|kehlkopf|schlund",
            rf"{_SWELLS}|eng\w*|verengt|zu|\w*schnür\w*|zuge\w+|klo(?:ß|ss)|knödel"
            r"|klumpen"
            r"|würg\w*|macht zu|dicht",
            4,
        ),
        _lack("schluck\\w*", rf"kaum|{_NO_MORE}|geht nicht|unmöglich", 4),
    ),
    "breathing_trouble": (
        rf"(?:{_GETS})\b{_gap(4)}{_LITTLE} (?:\w+ )?(?:{_AIR})\b(?! durch die nase)",
        _lack(
            _AIR,
            rf"(?:{_LITTLE}) (?:{_GETS})|bleibt? \w*(?: \w+)? ?weg|wird knapp|knapp",
            3,
        ),
        _lack(
            _AIR,
            r"schnapp\w*|ring\w*|japs\w*|weg|fehlt\w*|geht (?:\w+ )?aus|wegge\w+",
            3,
        ),
        _state(
            _BREATHE,
            rf"{_LITTLE}|{_CANNOT}|mühsam\w*|angestrengt|anstreng\w*|not|flach\w*"
            r"|sehr schnell|rassel\w*|pfeif\w*"
            r"|geht nicht|röchel\w*|japs\w*|wie durch einen strohhalm",
            4,
            "|nase",
        ),
        _lack(
            "luft|atem|schnauf\\w*|pause",
            "jede[mn] (?:halben )?(?:satz|schritt|wort)",
            3,
        ),
        rf"komm\w*{_gap(2)}(?:atmen|schnaufen|luftholen"
        rf"|luft holen){_gap(1)}{_NOT} (?:nach|hinterher)",
        rf"schnauf\w*{_gap(4)}wie ein\w*",
        "(?:so |sehr |ganz |total )?kurzatmig\\w*|schnappatm\\w*|um luft zu (?:kriegen"
        "|bekommen)|japs\\w*|atem(?:problem|beschwerd|aussetz)\\w*",
        rf"(?:geht|ging){_gap(4)}luft aus\b|{_LITTLE} luft zu (?:{_GETS})",
        _lack(
            "außer (?:atem|puste)",
            r"obwohl|ohne|sitz\w*|lieg\w*|ruhe|reden|sprechen",
            4,
        ),
        rf"(?:komm|kimm)\w*{_gap(2)}{_NOT} zum (?:schnauf|atm)\w*",
        r"atemlos\b(?! durch)|schwere atmung",
    ),
    "sudden_breathlessness": (
        _lack(
            _SUDDEN,
            rf"kurzatmig\w*|{_LITTLE} (?:{_AIR})|außer (?:atem|puste)|japs\w*",
            6,
        ),
    ),
    "chest_pain": (
        _state(_CHEST, _SQUEEZED, 5),
        _state(_BREATHE, r"stech\w*|stich\w*|weh|schmerz\w*", 5),
        r"(?:herz|brust)(?:stech|schmerz|eng|krampf|stich|druck)\w*|angina\b",
        _lack(r"linken arm|kiefer", r"\w*strahl\w*|zieht", 4),
        r"engegefühl|beklemmung\w*",
    ),
    "coughing_blood": (
        _state(
            r"\w*hust\w*|räusper\w*|auswurf|schleim|speichel|spucke",
            rf"{_BLOOD}|rosa\w*|rote[nrs]? \w+|rötlich\w*|rost\w*",
            5,
        ),
        r"bluthusten",
    ),
    "fainting": (
        _lack("bin|mich|mi", rf"(?:{_OFF})(?! vor)", 7, unless=OTHER_PEOPLE),
        _lack("ich|i", rf"(?:{_OFF})(?! vor)", 1),
        _lack("kreislauf", r"weg|\w*brochen|kollaps|\w*sackt|versagt|zusammenbruch", 3),
        rf"boden{_gap(2)}(?:aufgewacht|zu mir|wiedergefunden|wach ge\w+)",
        r"lag ich (?:\w+ )?(?:auf dem|am) boden|weiß nicht(?: mehr)? was passiert",
        rf"^(?:{_OFF})",
        r"black ?out|filmriss|synkope|ohnm\w*cht\w*|(?:bewusst|bewußt)los"
        r"|wieder zu mir",
        r"war (?:\w+ )?(?:kurz|paar sekunden|einen moment) weg\b(?! (?:zum|zur|im|in"
        r"|bei|mit))",
        _lack(
            "schwarz|sternchen|sterne",
            r"vor (?:\w+ )?augen|ge?w[oe]rd\w*|gworn|gesehen|mir (?:wurde|wird|ist)"
            r"|wurde? mir",
            3,
        ),
        r"war (?:\w+ )?kurz nicht (?:mehr )?da\b",
        r"kreislauf(?:zusammen|koll)\w*",
    ),
    "slow_breathing_blue_lips": (
        _state(
            "lippen?|lippn|mund|fingernägel", r"blau\w*|bläul\w*|lila|violett|grau", 4
        ),
        _state(_BREATHE, r"langsam\w*|aussetz\w*|pausen?|selten|unregelmäßig\w*", 3),
        rf"{_KIN} (?:\w+ ){{0,3}}(?:{_NOT}) (?:\w+ )?(?:wach|ansprechbar|weckbar"
        r"|reagier\w*)",
        r"(?:nicht|kaum) (?:\w+ )?(?:ansprechbar|weckbar|aufzuwecken|zu wecken"
        r"|wachzu\w+)",
        r"reagiert kaum(?: noch| mehr)?\b(?! auf)",
        rf"(?:{_KIN} )?wacht (?:\w+ )?(?:nicht|kaum)(?: \w+)? auf\b",
    ),
    "black_stool_or_vomiting_blood": (
        _state(
            rf"{_STOOL}|klo",
            rf"\w*schwarz\w*(?! (?:gestr|gemal|lack|gepol)\w+)|teer\w*|{_BLOOD}",
            4,
            "|aus|holz|gekauft|büro",
        ),
        _state(
            _VOMIT, rf"{_BLOOD}|kaffeesatz\w*|wie (?:\w+ )?kaffee|schwarz\w*|teer\w*", 7
        ),
        "wie (?:alter )?(?:kaffeesatz|teer)",
        r"bluterbrechen|teerstuhl\w*|teerartig\w*",
    ),
    "tearing_belly_or_back_pain": (
        _lack(
            r"bauch\w*|rücken|kreuz|flanke|buckel|schulterblätt\w*",
            r"zerrei\w*|reiß(?:en)\w*|zerris\w*|aufgerissen|gerissen|rei(?:ß|ss)(?:t"
            r"|end)\w*|vernichtung\w*|zerfetz\w*",
            7,
        ),
        _lack(
            r"bauch(?:schmerz|weh)\w*",
            r"plötzlich\w*|mörder\w*|unerträglich\w*|höll\w*",
            4,
        ),
        _lack("bauch", "messer\\w*|dolch\\w*", 5),
        _lack("bauch|rücken|kreuz", "geplatzt|zersprungen|explodier\\w*", 4),
        _lack("bauch", "riss", 3),
    ),
    "shaking_chills": (
        _lack(
            r"(?:ge)?schüttel\w*|schüttl\w*"
            r"|beut\w*",
            rf"mi(?:ch)?|körper|{_COLD}",
            3,
        ),
        _state(
            r"\w*zitter\w*|bibber\w*|schlotter\w*",
            r"fri[ea]r\w*|fieber\w*|kälte|so kalt|leib|decken|körper|bett|aufhören"
            r"|\w*laub|39\S*|40\S*",
            6,
        ),
        _lack("zähnen?|zähnd|zend", r"\w*klapper\w*|schlag\w*|aufeinander\w*", 4),
        _lack(
            r"fri[ea]r\w*|g?e?fror\w*|frös\w*|fröst\w*", "fieber\\w*|decken?|trotz", 6
        ),
        r"zähneklapper\w*|schüt+e?l+e?fr[oö]st\w*",
        _lack(
            r"bibber\w*|schlotter\w*"
            r"|zitter\w*",
            "unkontrolliert|nicht aufhören|wie verrückt|am ganzen",
            3,
        ),
        _lack(r"zitter\w*|schlotter\w*", rf"{_NOT} (?:mehr )?aufhör\w*", 3),
    ),
}

_SEASON = r"|\b(?:im (?:fruehling|fruhling|fruhjahr|sommer|herbst|winter)|damals)\b"
_PETS = r"|(?:katze|kater|hund|welpe|baby|kleiner?|bub) (?:hat|ist|macht)\b[^,]{0,30}$"

NEARBY_GERMAN = replace(
    GERMAN,
    past=re.compile(GERMAN.past.pattern + _SEASON),
    other_person=re.compile(GERMAN.other_person.pattern + _PETS),
    terms=MappingProxyType(
        {code: words("|".join(patterns)) for code, patterns in _NEAR.items()}
    ),
)
