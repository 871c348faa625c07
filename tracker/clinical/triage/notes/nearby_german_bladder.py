"""German words near each other: bladder, bowels and saddle."""

from collections.abc import Mapping

from tracker.clinical.triage.notes.nearby_german_ways import (
    CAN,
    CANNOT,
    LOST,
    NO_MORE,
    NONE,
    NOR,
    NOT,
    NOTHING,
    NUMB,
    STOOL,
    TOILET,
    gap,
    lack,
    state,
    strange,
    undone,
    unfelt,
)


def _amid(subject: str) -> str:
    """It runs off by itself: "mir geht Urin ab"."""
    goes = r"(?:geht|ging|gaht|läuft|lauft|lief|rinnt|tropft|kommt|rutscht)"
    off = r"(?:ab|weg|davon|raus|runter|einfach)"
    return rf"{goes}\b{gap(3)}(?:{subject})\b{gap(3)}{off}\b"


_PEE = (
    r"p[ie]nkel\w*|pinkl\w*|gepinkelt|[pb]ies\w*l\w*|bis(?:i|le|ln)|pip+i|lulu|wiesi"
    r"|ge[pb]ieselt|pisch\w*|piss\w*|brünz\w*|brunz\w*|seiche?n|puller\w*|strull\w*"
    r"|schiffe?n|urin\w{0,6}|harn\w*|wasser ?(?:ge)?l[aöo]s+\w*|miktion"
    r"|klein\w* ge?schäft\w*|(?:harn|urin|wasser)?strahl"
    r"|blase(?! (?:am|an|auf|unter|vom)\b)|blasenentleerung|harnröhre"
    r"|(?:mein|kein) wasser|wasser(?= halt| ist weg| abg)"
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
    rf"(?:{_COMES}|{_WORKS})\b{gap(4)}{NOR}(?! (?:dazwischen|neues"
    r"|(?:mehr )?weh))"
    rf"|{NOR}{gap(3)}(?:{_COMES}|{_WORKS}|{_OUT})"
    r"|bis (?:\w+ ){0,3}(?:was|wos|öppis|etwas|er|es) (?:kommt|läuft|geht)"
)
_EFFORT = (
    r"(?:paar|einzelne|wenige|drei|zwei) tr[oö]pf\w*|tr[oö]pf\w*weise|tröpf\w*"
    r"|gepresst|(?:an|mit|bauch)?presse?n?|(?:an|mit|nach|raus)?drücke?n?|plag\w*"
    r"|quäl\w*|ewig\w*(?! (?:ge)?les)"
)
_HELD_BACK = (
    rf"{_DRY}|{_EFFORT}|anschieb\w*|hört \w*(?: \w+)? ?auf|minuten bis|dünn\w*"
    r"|schwach\w*|schwäch\w*|langsam\w*|mickrig\w*|rinnsal|zögerlich|verzögert"
    r"|lange? (?:warten|bis|nicht)|minutenlang|stunden(?:lang)?"
    r"|dauert (?:\w+ )?lang\w*|anlauf|unterbr\w*|stotter\w*|stock\w*|abgehackt"
    r"|stoßweise|m[üu]hsam|mühe|sperre|gestört\w*|störung\w*|hemm\w*|viel druck"
    r"|schwer\w*|\w*schwierig\w*|problem(?!los)\w*|verstopft|(?:wie )?zugeschnürt"
    r"|blockier\w*|gesperrt|streikt|verhalt\w*|verschlossen|zwing\w*|nachhelfen"
    r"|anstreng\w*|restharn|prall\w*|(?:bleibt|immer) (?:noch )?voll"
    r"|(?:nicht|nie)(?: \w+)? (?:leer|entleer\w*)|platzt|zu wenig|fast nichts|anhalten"
    r"|geht schlecht"
)
_WET = (
    r"nass(?! (?:ge|vom|von|durch|beim))|\w+nass|nasse[nsr]?|feucht\w*|durchnässt"
    r"|pitsch\w*|getropft|gepinkelt|gepieselt|eingenässt|tropf\w*|gelaufen|ge?pisst"
    r"|ge?brunzt|urin|g?e?m[ao]cht|pfütze|läuft|voll"
)
_CLOTHES = (
    r"(?:(?:in|auf) (?:die |der |d |mein\w* )?)?(?:hose\w*|hosn)|zwischen den beinen"
    r"|unterhos\w*|unterwäsche|slip|schlüpfer|leintuch|laken|matratze|bett\w*|sofa"
    r"|couch|sessel|pyjama|schlafanzug|oberschenkel runter|bein\w* runter"
)
_PADS = r"\w*einlagen?|binden?|windel\w*|pampers|vorlagen?|handtuch|tena"
_LEAKS = (
    rf"(?:läuft|lauft|rinnt|tropft|geht|ging|kommt|lief|fließt)\b{gap(3)}(?:weg|ab"
    r"|davon|einfach|runter|von (?:alleine?|selbst|selber)|unkontrolliert)|verlier\w*"
    r"|verlor\w*|undicht|unkontrolliert|von (?:alleine?|selbst|selber)|kontroll?e"
    r"|daneben|unbemerkt|(?:nicht|nöd|nimm\w+|kaum)(?: \w+){0,3} (?:zurück|ver"
    r"|ein)?(?:ge)?h[ae][bl]t?\w*|unkontrolliert\w*|unfreiwillig\w*|ungewollt\w*"
    r"|unwillkürlich\w*|in (?:die |der |d )?(?:unter)?hos\w*|ins bett|im bett"
    rf"|abgegangen|weggelaufen|schwapp\w*|h[ae]lt\w*{gap(3)}{NOT}"
    r"|ohne (?:es|das) (?:\w+ )?zu \w+|ohne (?:vorwarnung|kontroll\w*|dass ich)"
    r"|einfach so|einfach entleert|inkontinen\w*|nachtropf\w*|nicht(?: mehr)? dicht"
    r"|schießt|rechtzeitig"
)
_SADDLE = (
    r"zwischen (?:\w+ )?(?:beine?n?|bei|schenkeln?|oberschenkeln?|haxn|füß|(?:po"
    r"|arsch)?backen)|genital\w*|intim\w*|geschlecht\w*|scham(?:lippe|bereich|gegend"
    r"|hügel|region)\w*|popo|po|po(?:loch|backe|ritze|falte)\w*|hintern?|hinterteil"
    r"|hinterste\w*|gesäß\w*|gsäß|allerwerteste\w*|o?arsch\w*|f[üuöo]d(?:li|le|i)"
    r"|fidl[ae]|after\w*|anus|anal\w*|sexuell\w*|darmausgang|enddarm|mastdarm"
    r"|bestes stück|reiter?hose\w*|im schritt\w*|schritt(?:bereich|gegend)|damm\w*"
    r"|penis|glied|schwanz|pimmel|\w*hoden\w*|sack|schniedel|scheide\w*|vagina\w*"
    r"|muschi|vulva|da ?unt(?:en|n)|unt(?:en|n)? ?(?:her)?um|unten ?rum|untenrum"
    r"|unterleib|steiß\w*|kreuzbein|reithose\w*|sattel\w*|sitzfläche|sitzhöcker"
    r"|innenseite\w*|innenschenkel\w*|leisten?(?:gegend)?|vorne? und hinten"
    r"|vorne? unten|unten vorne?"
)
_WIPING = (
    r"(?:klo|wc|toiletten|häusl)?-?papier|(?:ab(?:ge)?)?wisch\w*|ab(?:ge)?putz\w*"
    r"|auswischen|(?:klo|toiletten|wc)-?(?:brille|sitz\w*|deckel)|sattel|beim sex"
    r"|geschlechtsverkehr"
)

BLADDER: Mapping[str, tuple[str, ...]] = {
    "urine_hesitancy": (
        state(_PEE, _HELD_BACK),
        lack(_PEE, rf"{CANNOT}|{_DRY}|{_EFFORT}", 3, unless="katze|hund"),
        undone(
            CAN,
            _PEE,
            "lass\\w*|mach\\w*|zusammen|raus|leer\\w*|entleer\\w*|gehen|lösen",
            2,
        ),
        lack(TOILET, rf"{_DRY}|{_EFFORT}", 6, unless="normal|gut"),
        lack("drück\\w*|press\\w*|gepresst|mu(?:ss|as)|drang", _DRY, 4, unless="wunde"),
        rf"seit{gap(3)}(?:nicht|nimmer)(?: mehr)? (?:am|auf dem|aufm) {TOILET}",
        r"(?:tröpfelt|dribbelt|tropft) (?:\w+ )?nur|nur (?:noch )?tr[oö]pf\w*",
        rf"(?:{NOT}|kein einziges mal)(?: \w+)? (?:{_PEE}){gap(2)}(?:können|kennt"
        r"|kann|konnte)\b",
        lack(TOILET, rf"(?:und|aber) {NOTHING}(?! zu)", 4),
        rf"(?:{CAN}){gap(4)}{NONE} (?:{_PEE}|wasser)\b",
        r"harn(?:stotter|verhalt|stau|sperre)\w*",
        r"(?:kommt|chunt|läuft|geht) (?:\w+ )?(?:nur|nume|bloß)(?: \w+)? tr[oö]pf\w*",
        rf"kein\w* (?:einziges )?mal (?:{_PEE}|(?:am|auf dem) {TOILET})",
        rf"(?:{CAN}){gap(2)}{NOT} aufs? (?:das )?{TOILET}",
    ),
    "bladder_sensation_loss": (
        unfelt(
            rf"{_PEE}|{TOILET}|\w*drang|(?:wann|ob|dass|wenn) (?:ich|i) mu(?:ss|as"
            r"|es)",
            7,
        ),
        state(_PEE, r"anders|komisch\w*|seltsam|fremd\w*|hinschau\w*|hinseh\w*", 5),
        lack(r"\w*drang", rf"{LOST}|kein\w*", 4),
        rf"wei(?:ß|ss)\w* (?:\w+ )?{NO_MORE}{gap(2)}(?:wann|ob) (?:ich|i)\b",
        lack("blase", rf"meldet{gap(2)}{NOT}|signal\w*|{NONE} signal", 3),
        lack("blase", NUMB, 4),
        lack(TOILET, "nach der uhr|nach uhrzeit|auf verdacht|mit wecker", 5),
        rf"wei(?:ß|ss){gap(2)}{NOT}{gap(4)}\w*drang",
        rf"wei(?:ß|ss){gap(1)}{NOT}{gap(2)}ob (?:die|meine) blase",
        rf"blasengefühl{gap(3)}(?:{LOST})|kein\w* blasengefühl",
    ),
    "urine_leak": (
        state(_PEE, _LEAKS, 5),
        undone(
            CAN, _PEE, r"(?:(?:zurück|ver|ein)?(?:ge)?h[ae][bl]t?\w*|kontrollier\w*)"
        ),
        _amid(_PEE),
        lack("blase|darm", "macht was (?:sie|er) will|spinnt|verrückt|gelähmt", 3),
        lack("pfütze", r"auf\w*wach\w*|wach|bett|sessel|gesessen", 5),
        state(r"umzieh\w*|umgezogen", "nass(?! ge)|feucht", 5),
        rf"(?:kann|konnte) (?:es|ihn|nichts) {NO_MORE} (?:zurück)?halten",
        r"mir (?:\w+ ){0,4}in (?:die|d) \w*hos\w* (?:\w+ )?ge?gangen",
        state(_CLOTHES, _WET, 3, "|regen|wasch\\w*|\\w*schwitz\\w*|fast|katze|hund"),
        state(_PADS, rf"{_WET}|{_LEAKS}", 6),
        state(r"windel\w*|pampers|vorlagen|tena", r"brauch\w*|trag\w*", 3),
        lack(
            r"\w*tropft?|tröpfel\w*|rinnt",
            r"nicht(?: \w+)? (?:zurück)?halten|ständig",
            5,
        ),
        lack(
            rf"{TOILET}|geschafft|schaff\w*",
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
        lack(
            r"\w*tröpfelt|tropft",
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
        state(STOOL, rf"{_LEAKS}|rutsch\w*|rausge\w+|\w*schmier\w*", 5),
        undone(
            CAN, STOOL, r"(?:(?:zurück|ver|ein)?(?:ge)?h[ae][bl]t?\w*|kontrollier\w*)"
        ),
        unfelt(rf"{STOOL}|rausge\w+|rauskommt|was kommt|in (?:die|der) hos\w*"),
        state(
            r"ab(?:ge)?putz\w*|ab(?:ge)?wisch\w*|unterhose|unterwäsche",
            r"voll|braun\w*|dreckig",
            5,
        ),
        _amid(STOOL),
        lack(
            "schließmuskel\\w*|darm",
            rf"{NOT}|versag\\w*|schlaff|schwach",
            3,
            unless="normal|gut",
        ),
        r"ein(?:ge)?kot\w*|(?:hos\w*|bett) (?:\w+ )?ge?(?:schiss\w*|kackt)",
        state(r"unterhose|unterwäsche|slip", r"schmier\w*|spur\w*|streifen", 4),
        lack(STOOL, rf"{NOT}{gap(2)}unterscheid\w*", 5),
        r"(?:stuhl|kot)(?:verlust|inkont|abgang|spur)\w*"
        r"|haufen (?:im bett|in der \w*hose)",
        lack("after|darmausgang|poloch", rf"(?:schließt|hält|geht){gap(1)}{NOT}", 3),
        r"(?:kommt|rutscht|läuft) (?:\w+ )?einfach (?:was|etwas) (?:raus|heraus)",
        unfelt(r"(?:wenn|ob|wann) ich (?:mal )?(?:groß|stuhl)"),
    ),
    "saddle_numbness": (
        state(_SADDLE, NUMB, 7),
        unfelt(rf"{_SADDLE}|{_WIPING}", 7),
        state(
            "wisch\\w*|putz\\w*|sitz\\w*",
            r"wie auf (?:ein\w* )?(?:watte|luft|wolken?|schwamm|\w*kissen)|fremd\w*",
            4,
        ),
        strange(_SADDLE),
        lack(
            _SADDLE,
            rf"(?:an|hin)(?:fass|lang)\w*{gap(3)}{NOTHING}|berühr\w*{gap(3)}{NOTHING}",
        ),
        r"kein\w* (?:po|hintern|gesäß|unterleib) mehr",
        state(r"sitz\w*", r"auf (?:nem|einem|ner|so) (?:schwamm|watte)", 4),
    ),
}
