"""German words near each other: chest, throat, blood and belly."""

from collections.abc import Mapping

from tracker.clinical.triage.notes.german import OTHER_PEOPLE
from tracker.clinical.triage.notes.nearby_german_ways import (
    CANNOT,
    NO_MORE,
    NONE,
    NOT,
    STOOL,
    gap,
    lack,
    state,
)

_SWELLS = (
    r"\w*schwoll\w*|\w*schwell\w*|\w*schwill\w*|dick\w*|aufgedunsen|\w*quoll\w*"
    r"|aufgeblasen|aufgebläht|\w*ballon|hamster\w*|wulst\w*|aufgegangen|riesig\w*"
    r"|immer größer|doppelt so|schlauchboot\w*|wie ein\w* (?:kürbis|mond|kugel|melone)"
)
_AIR = r"luft|atem|schnauf"
_GETS = r"krieg\w*|kriag\w*|bekomm\w*|bekam|grieg\w*|hol\w*|hab\w*|überkomm\w*|chum\w*"
_LITTLE = (
    rf"(?:{NONE}|kaum|kurze|schlecht|zu wenig|schwer|nur schwer"
    r"|nicht (?:\w+ )?(?:genug|gnua\w*|gnueg|richtig|gscheit)|ned gnua)"
)
_BREATHE = (
    r"\w*atme?n?|\w*atmung|schnauf\w*|schnuufe|luft ?holen|atem|atemzug|durchschnaufen"
    r"|atmet"
)
_SUDDEN = (
    r"(?:ohne (?:\w+ ){1,2})?plötzlich\w*|plötzl|auf ?einmal|schlagartig"
    r"|aus heiterem himmel|auf (?:einen )?schlag"
    r"|von (?:einer|jetzt|0) \w*(?: \w+){0,3}|aus dem nichts|unvermittelt|urplötzlich"
)
_CHEST = (
    r"brust(?:korb|bein\w*|kasten|raum|mitte|gegend|bereich|seite|wand)?|brüste?"
    r"|herz(?:gegend|bereich)?|thorax"
)
_SQUEEZED = (
    r"schmerz\w*|weh|weh\w*|druck\w*|drück\w*|druckt|eng\w*|stech\w*|stich\w*|brenn\w*"
    r"|spann\w*|krampf\w*|verkrampf\w*|elefant\w*|stein|gewicht|last|lastet"
    r"|schraubstock|zentner\w*|panzer|reifen|gürtel|ring|\w*schnür\w*|\w*klemm\w*"
    r"|press\w*|schwere|zieht|zusammen\w*|sitzt\w*|sitzen|hockt|kniet|reißt"
)
_BLOOD = (
    r"blut(?!druck|zucker|abnahme|test|verd|bild|wert|hoch|unters|spend|probe)\w*"
    r"|bluat\w*"
)
_OFF = (
    r"umge?kipp\w*|um(?:ge)?fall\w*|umgf\w*|umghau\w*|umgehauen"
    r"|z[au]s?[am]+m?(?:en)?ge?(?:klapp|sack|bro)\w*|z[au]m+broch\w*|zäm+ebro\w*"
    r"|kollabier\w*|weggetreten|weggekippt|weggesackt|weggeknackt|aus den latschen"
)
_KIN = (
    r"(?:mein\w* )?(?:er|sie|mann|frau|vater|mutter|papa|mama|opa|oma|patient\w*"
    r"|partner\w*)"
)
_VOMIT = (
    r"\w*erbr[eo]ch\w*|übergeb\w*|\w*kotz\w*|g?e?sp[ie]+[bmn]\w*|speib\w*|spuck\w*"
    r"|gespuckt|gespien|gereihert|gebrochen|brechen|brech|würg\w*|magen"
)
_COLD = (
    r"fri[ea]r\w*|g?e?fror\w*|frös\w*|fröst\w*|kalt\w*|kält\w*|fieber\w*|eiskalt"
    r"|decken?|39\S*|40\S*"
)

CHEST: Mapping[str, tuple[str, ...]] = {
    "face_swelling": (
        state(r"gesicht\w*|gsicht|\w*lipp\w*|zung\w*|wangen?", _SWELLS, 5),
        lack(
            "augen?|lider",
            r"zuge?schw\w*|dick\w*|schwell\w* (?:\w+ )?zu|angeschw\w*|zu geschw\w*",
            4,
        ),
    ),
    "throat_tightness": (
        state(
            r"hals|kehle|gurgel|rachen|luftröhre|kehlkopf|schlund",
            rf"{_SWELLS}|eng\w*|verengt|zu|\w*schnür\w*|zuge\w+|klo(?:ß|ss)|knödel"
            r"|klumpen|würg\w*|macht zu|dicht",
            4,
        ),
        lack("schluck\\w*", rf"kaum|{NO_MORE}|geht nicht|unmöglich", 4),
    ),
    "breathing_trouble": (
        rf"(?:{_GETS})\b{gap(4)}{_LITTLE} (?:\w+ )?(?:{_AIR})\b(?! durch die nase)",
        lack(
            _AIR,
            rf"(?:{_LITTLE}) (?:{_GETS})|bleibt? \w*(?: \w+)? ?weg|wird knapp|knapp",
            3,
        ),
        lack(
            _AIR,
            r"schnapp\w*|ring\w*|japs\w*|weg|fehlt\w*|geht (?:\w+ )?aus|wegge\w+",
            3,
        ),
        state(
            _BREATHE,
            rf"{_LITTLE}|{CANNOT}|mühsam\w*|angestrengt|anstreng\w*|not|flach\w*"
            r"|sehr schnell|rassel\w*|pfeif\w*|geht nicht|röchel\w*|japs\w*"
            r"|wie durch einen strohhalm",
            4,
            "|nase",
        ),
        lack(
            "luft|atem|schnauf\\w*|pause",
            "jede[mn] (?:halben )?(?:satz|schritt|wort)",
            3,
        ),
        rf"komm\w*{gap(2)}(?:atmen|schnaufen|luftholen"
        rf"|luft holen){gap(1)}{NOT} (?:nach|hinterher)",
        rf"schnauf\w*{gap(4)}wie ein\w*",
        "(?:so |sehr |ganz |total )?kurzatmig\\w*|schnappatm\\w*|um luft zu (?:kriegen"
        "|bekommen)|japs\\w*|atem(?:problem|beschwerd|aussetz)\\w*",
        rf"(?:geht|ging){gap(4)}luft aus\b|{_LITTLE} luft zu (?:{_GETS})",
        lack(
            "außer (?:atem|puste)",
            r"obwohl|ohne|sitz\w*|lieg\w*|ruhe|reden|sprechen",
            4,
        ),
        rf"(?:komm|kimm)\w*{gap(2)}{NOT} zum (?:schnauf|atm)\w*",
        r"atemlos\b(?! durch)|schwere atmung",
    ),
    "sudden_breathlessness": (
        lack(
            _SUDDEN,
            rf"kurzatmig\w*|{_LITTLE} (?:{_AIR})|außer (?:atem|puste)|japs\w*",
            6,
        ),
    ),
    "chest_pain": (
        state(_CHEST, _SQUEEZED, 5),
        state(_BREATHE, r"stech\w*|stich\w*|weh|schmerz\w*", 5),
        r"(?:herz|brust)(?:stech|schmerz|eng|krampf|stich|druck)\w*|angina\b",
        lack(r"linken arm|kiefer", r"\w*strahl\w*|zieht", 4),
        r"engegefühl|beklemmung\w*",
    ),
    "coughing_blood": (
        state(
            r"\w*hust\w*|räusper\w*|auswurf|schleim|speichel|spucke",
            rf"{_BLOOD}|rosa\w*|rote[nrs]? \w+|rötlich\w*|rost\w*",
            5,
        ),
        r"bluthusten",
    ),
    "fainting": (
        lack("bin|mich|mi", rf"(?:{_OFF})(?! vor)", 7, unless=OTHER_PEOPLE),
        lack("ich|i", rf"(?:{_OFF})(?! vor)", 1),
        lack("kreislauf", r"weg|\w*brochen|kollaps|\w*sackt|versagt|zusammenbruch", 3),
        rf"boden{gap(2)}(?:aufgewacht|zu mir|wiedergefunden|wach ge\w+)",
        r"lag ich (?:\w+ )?(?:auf dem|am) boden|weiß nicht(?: mehr)? was passiert",
        rf"^(?:{_OFF})",
        r"black ?out|filmriss|synkope|ohnm\w*cht\w*|(?:bewusst|bewußt)los"
        r"|wieder zu mir",
        r"war (?:\w+ )?(?:kurz|paar sekunden|einen moment) weg\b(?! (?:zum|zur|im|in"
        r"|bei|mit))",
        lack(
            "schwarz|sternchen|sterne",
            r"vor (?:\w+ )?augen|ge?w[oe]rd\w*|gworn|gesehen|mir (?:wurde|wird|ist)"
            r"|wurde? mir",
            3,
        ),
        r"war (?:\w+ )?kurz nicht (?:mehr )?da\b",
        r"kreislauf(?:zusammen|koll)\w*",
    ),
    "slow_breathing_blue_lips": (
        state(
            "lippen?|lippn|mund|fingernägel", r"blau\w*|bläul\w*|lila|violett|grau", 4
        ),
        state(_BREATHE, r"langsam\w*|aussetz\w*|pausen?|selten|unregelmäßig\w*", 3),
        rf"{_KIN} (?:\w+ ){{0,3}}(?:{NOT}) (?:\w+ )?(?:wach|ansprechbar|weckbar"
        r"|reagier\w*)",
        r"(?:nicht|kaum) (?:\w+ )?(?:ansprechbar|weckbar|aufzuwecken|zu wecken"
        r"|wachzu\w+)",
        r"reagiert kaum(?: noch| mehr)?\b(?! auf)",
        rf"(?:{_KIN} )?wacht (?:\w+ )?(?:nicht|kaum)(?: \w+)? auf\b",
    ),
    "black_stool_or_vomiting_blood": (
        state(
            rf"{STOOL}|klo",
            rf"\w*schwarz\w*(?! (?:gestr|gemal|lack|gepol)\w+)|teer\w*|{_BLOOD}",
            4,
            "|aus|holz|gekauft|büro",
        ),
        state(
            _VOMIT, rf"{_BLOOD}|kaffeesatz\w*|wie (?:\w+ )?kaffee|schwarz\w*|teer\w*", 7
        ),
        "wie (?:alter )?(?:kaffeesatz|teer)",
        r"bluterbrechen|teerstuhl\w*|teerartig\w*",
    ),
    "tearing_belly_or_back_pain": (
        lack(
            r"bauch\w*|rücken|kreuz|flanke|buckel|schulterblätt\w*",
            r"zerrei\w*|reiß(?:en)\w*|zerris\w*|aufgerissen|gerissen"
            r"|rei(?:ß|ss)(?:t|end)\w*|vernichtung\w*|zerfetz\w*",
            7,
        ),
        lack(
            r"bauch(?:schmerz|weh)\w*",
            r"plötzlich\w*|mörder\w*|unerträglich\w*|höll\w*",
            4,
        ),
        lack("bauch", "messer\\w*|dolch\\w*", 5),
        lack("bauch|rücken|kreuz", "geplatzt|zersprungen|explodier\\w*", 4),
        lack("bauch", "riss", 3),
    ),
    "shaking_chills": (
        lack(
            r"(?:ge)?schüttel\w*|schüttl\w*|beut\w*",
            rf"mi(?:ch)?|körper|{_COLD}",
            3,
        ),
        state(
            r"\w*zitter\w*|bibber\w*|schlotter\w*",
            r"fri[ea]r\w*|fieber\w*|kälte|so kalt|leib|decken|körper|bett|aufhören"
            r"|\w*laub|39\S*|40\S*",
            6,
        ),
        lack("zähnen?|zähnd|zend", r"\w*klapper\w*|schlag\w*|aufeinander\w*", 4),
        lack(
            r"fri[ea]r\w*|g?e?fror\w*|frös\w*|fröst\w*", "fieber\\w*|decken?|trotz", 6
        ),
        r"zähneklapper\w*|schüt+e?l+e?fr[oö]st\w*",
        lack(
            r"bibber\w*|schlotter\w*|zitter\w*",
            "unkontrolliert|nicht aufhören|wie verrückt|am ganzen",
            3,
        ),
        lack(r"zitter\w*|schlotter\w*", rf"{NOT} (?:mehr )?aufhör\w*", 3),
    ),
}
