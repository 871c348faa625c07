"""German words near each other: legs and feet."""

from collections.abc import Mapping

from tracker.clinical.triage.notes.nearby_german_ways import (
    CAN,
    LOST,
    NO_MORE,
    NONE,
    NOT,
    NUMB,
    TOILET,
    gap,
    lack,
    state,
    strange,
    undone,
    unfelt,
)

_LEG = (
    r"beine?[nrs]?|fuß\w{0,2}|füße?n?|f[üi]a?ß|füess|hax'?e?n"
    r"|(?:ober|unter)?schenkeln?|waden?|knien?"
)
_LEGS = (
    r"beine[nr]?|beina|bei(?= (?:si|san|händ|hend)\w*)|(?:de|d|mine|mini) bei|füßen?"
    r"|füess|f[üi]aß|hax'?e?n|(?:die|meine|de) knie|fußsohlen"
)
_BOTH = (
    r"beide[nrs]?(?! (?:händ|arm|finger|ohr|schulter|ellbog|seiten (?:vom|des"
    r"|der) r)\w*)|beidseit\w*|beiderseit\w*|alle zw(?:ei|oa)|linke\w* und rechte\w*"
    r"|rechte\w* und linke\w*|li(?:nks)? (?:und|wie|u\.?|&) re(?:chts)?"
    r"|re(?:chts)? (?:und|wie|u\.?|&) li(?:nks)?"
    r"|(?:rechte|linke|andere)s? (?:\w+ )?auch|auch (?:rechts|links)"
    r"|nicht nur (?:rechts|links)|auch (?:\w+ )?(?:andere|rechte|linke)[nrs]?"
)
_BOTH_LEGS = rf"(?:{_BOTH}){gap(5)}(?:{_LEG})|(?:{_LEG}){gap(4)}(?:{_BOTH})"
_BELOW = (
    r"(?:hüfte?|taille|becken|bauchnabel|nabel|gürtel\w*|knien?|lenden\w*|bauch) (?:ab"
    r"|nach un)\w*|ab (?:der|dem|den) (?:hüfte|taille|nabel|knien?|becken|gürtel\w*)"
    r"|unterkörper|untere (?:körperhälfte|hälfte)"
)
_ALL_LEGS = rf"{_BOTH_LEGS}|{_LEGS}|{_BELOW}"
_STRENGTH = (
    rf"(?:{NONE}|ohne|verlier\w*) (?:\w+ ){{0,2}}(?:(?:k|ch)r[ao]ft|power)"
    rf"|(?:k|ch)raft{gap(3)}(?:{LOST}|raus)|kraftlos\w*"
)
_GIVES = (
    r"nachgeb\w*|nachgegeben|(?:geben|gaben|gengan|gehn|gebn)\b(?: \w+){0,4} nach"
    r"|\w*sack\w*|\w*knick\w*|wegrutsch\w*|weg ?klapp\w*|wack[el]\w*|w[ao]b+[el]\w*"
    r"|\w*pudding|gummi|butter|butterweich|spag\w*|gelee|schlapp|lahm\w*|gelähmt"
    r"|lähm\w*|schwach\w*|schwäch\w*"
    rf"|weich|blei\w*|versag\w*|streik\w*|zusamm\w*|im stich|zitt[er]\w*|{_STRENGTH}"
)
_REFUSE = (
    r"(?:trag\w*|halt\w*|hebn|folg\w*|gehorch\w*|woll\w*|mach\w*"
    rf"|tun){gap(3)}{NOT}(?: mit)?|{NOT}{gap(1)}(?:trag|halt|folg|woll|mög|gehorch"
    rf"|mitmach|beweg)\w*"
    r"|bewegungslos"
)
_PAIN = (
    r"\w*schmerz\w*|weh\w*|brenn\w*|zieh\w*|ziag\w*|zieg\w*|stech\w*|stich\w*"
    r"|\w*strahl\w*|schieß\w*|reiß(?:t|en\w*)|strom\w*|blitz\w*|ischias|elektrisch\w*"
    r"|stromschl\w*"
)
_AFTER_SPORT = (
    r"(?! (?:nach|vom|von) (?:de[mr] )?(?:wander|sport|train|lauf|spazier)\w*)"
)
_WORSE = (
    r"von (?:stunde|minute) zu|stündlich|jede (?:stunde|minute)|minütlich|zusehends"
    r"|rapide?|rasant|sehr schnell|(?:innerhalb"
    r"|binnen)(?: von)?(?: \w+){0,2} (?:stunden?|minuten)|schlagartig"
)
_WEAK = r"schwach|schwäch\w*|kraft\w*|lahm\w*|lähm\w*|wackel\w*|schlimmer|weniger"
_FOOT = (
    r"(?:vor\w{0,3})?fuß|füße|f[iu]a?ß|fußspitze\w*|vorderfuß|zehe?n?|zehenspitzen?"
    r"|großzehe?n?"
)
_DROPS = (
    r"häng\w*|(?:nach)?schleif\w*|schlepp\w*|schlurf\w*|klatsch\w*|patsch\w*"
    r"|nachzieh\w*|schlapp\w*|zieh\w*(?: \w+){0,3} (?:nach|hinterher)|hinterher\w*"
    r"|stolper\w*|kippt\w*|fällt (?:\w+ )?(?:runter|herunter|nach unten)|lahm|gelähmt"
    r"|schlackert|schlägt (?:\w+ ){0,3}auf|lamp\w*|lahmt|platscht|baumelt"
)
_LIFT = (
    r"(?:an|hoch|auf)?(?:ge)?(?:heb|hob|zieh|zog|lupf|streck)\w*|hoch|nach oben|auffi"
    r"|bewegen|rauf|wackeln"
)
_WALK = (
    r"lauf\w*|lafn|läuf\w*|geh(?:e?n)?|steh(?:e?n)?|\w*aufsteh\w*|auftreten|hinstellen"
    r"|stand|hatschen"
)
_UP = (
    r"hoch(?:komm\w*)?|auf\b(?! d)|auf die (?:beine|füße|haxn)"
    r"|(?:aus dem|ausm|vom) (?:bett|sofa|klo|boden|sessel|stuhl|wc)|in die höh"
    r"|aufrecht(?: halten)?|aus der wanne|allein\w* (?:hoch|auf)"
)
_NOT_FAR = (
    r"(?! (?:so|lang\w*|weit|gut|ohne|besonders|immer|schnell|ganz|zu|zum|ins|in)\b)"
)

LEGS: Mapping[str, tuple[str, ...]] = {
    "numbness_both_legs": (
        state(_ALL_LEGS, NUMB, 6),
        unfelt(_ALL_LEGS),
        strange(_LEGS),
        lack(_LEGS, r"kalt oder (?:warm|heiß)|(?:warm|heiß) oder kalt", 3),
        state(_BOTH, NUMB, 4, r"|händ\w*|finger\w*|arm\w*|hand"),
        state(_LEG, rf"(?:{NUMB}){gap(6)}(?:rechte|linke|andere)s? (?:\w+ )?auch", 3),
        unfelt("(?:fuß)?boden|untergrund|unter den füßen|unter den sohlen", 3),
        state(
            "geh\\w*|lauf\\w*|steh\\w*|tret\\w*",
            r"wie auf (?:watte|schwamm|moos|kissen)",
            5,
        ),
        rf"wei(?:ß|ss){gap(1)}{NOT}{gap(1)}wo (?:meine|die) (?:beine|füße)",
        r"kein\w* (?:beine|füße) mehr\b",
        unfelt(r"wo ich (?:hintrete?|auftrete?|hinsteige?)"),
    ),
    "weakness_both_legs": (
        state(_ALL_LEGS, _GIVES, 6, "|übung\\w*|müde"),
        lack(_ALL_LEGS, _REFUSE, 3),
        r"(?:bein|fuß|para|teil)lähm\w+|querschnitt\w*",
        undone(CAN, _ALL_LEGS, r"beweg\w*|\w*heb\w*|\w*streck\w*|rühr\w*|steuer\w*"),
        lack(
            r"treppe\w*|stiege\w*|stufen?",
            rf"{NO_MORE}{gap(2)}(?:\w*hoch|r?auf|auffi)\w*",
        ),
        lack(_BOTH_LEGS, r"mühe|schwer zu heben", 3),
        lack(_ALL_LEGS, r"keine kontroll\w*|kontroll\w* verloren", 3),
    ),
    "leg_pain_both_sides": (
        state(_BOTH_LEGS, _PAIN, 5, "|sonnenbrand") + _AFTER_SPORT,
        state(_BOTH, r"ischias\w*|beinschmerz\w*", 3),
    ),
    "rapidly_worsening_weakness": (
        state(_WEAK, _WORSE, 5, "|stärker"),
        state(
            _LEG, r"immer (?:schwächer|lahmer|kraftloser|weniger kraft)|" + _WORSE, 4
        ),
        lack(_LEG, rf"{NO_MORE}{gap(1)}(?:{_LIFT})|gelähmt|{_STRENGTH}", 5),
        rf"(?:{_WEAK}|{NUMB}){gap(2)}(?:heute|jetzt"
        r"|inzwischen) (?:\w+ )?(?:das ganze|beide)",
        r"kon+te? (?:\w+ ){0,3}noch (?:\w+ ){0,3}(?:lauf|geh|steh|heb"
        r"|beweg)\w*[^.!?]{0,70}"
        rf"(?:jetzt|heute|inzwischen|mittlerweile|nun)(?: \w+){{0,4}} {NO_MORE}",
    ),
    "foot_drop": (
        state(_FOOT, rf"{_DROPS}|bleibt?{gap(3)}hängen", 5),
        lack(_FOOT, _REFUSE, 3),
        undone(CAN, _FOOT, _LIFT),
        undone(CAN, r"fersen?|zehen|zehenspitzen", r"geh\w*|steh\w*|lauf\w*"),
    ),
    "cannot_stand_or_walk": (
        rf"(?:{_WALK})\b{gap(2)}(?:geht|gehts|klappt|ist|schaff\w*|kann"
        rf"|gaht){gap(3)}(?:{NO_MORE}|(?:gar|überhaupt|einfach) nicht|unmöglich"
        rf"|nicht)\b{_NOT_FAR}",
        rf"(?:{_WALK})\b{gap(1)}unmöglich|sack\w* (?:\w+ ){{0,2}}zusammen",
        rf"(?:{CAN}){gap(3)}{NO_MORE}{gap(1)}(?:{_WALK})\b{_NOT_FAR}",
        rf"(?:{CAN}|komm\w*|kimm|chum\w*){gap(4)}{NO_MORE}{gap(1)}(?:{_UP})\b",
        rf"(?:{CAN}|komm\w*){gap(2)}{NOT}{gap(1)}(?:hoch|auf die \w+"
        r"|hinstellen)\b(?! heb)",
        r"(?:schaff|komm|kimm)\w*(?: es)? (?:nicht|kaum|nimmer)(?: mal| mehr"
        r"| einmal)? bis (?:zum|zur|ins|aufs) (?:klo|toilette|wc|bad|tür|küche)",
        rf"kein\w* fuß (?:\w+ )?vor|weder (?:{_WALK}) noch (?:{_WALK})",
        r"muss?\w* mich (?:\w+ ){0,2}(?:tragen|stützen)|getragen werden",
        lack(r"auf allen vieren|kriech\w*|robb\w*", rf"{TOILET}|nur|muss|bett|bad", 4),
        lack(_WALK, r"zusammenge(?:sackt|brochen|klappt)|weggesackt|hingefallen", 5),
        r"kein\w* (?:einzigen |zwei |drei |paar )?(?:schritt\w*|meter) (?:mehr|gehen"
        r"|laufen|schaff\w*)",
        r"nicht(?: mehr)? auf den (?:füßen|beinen) halten"
        r"|nicht(?: mehr)? (?:geh|steh)fähig",
        rf"nicht (?:ein)?mal{gap(3)}(?:kann|konnte|schaff\w*){gap(2)}(?:{_WALK})\b",
        rf"zu schwach (?:zum|um zu) (?:{_WALK})\b|nicht (?:mehr )?aufzustehen",
    ),
}
