"""English words of an emergency near each other."""

import re
from collections.abc import Mapping

from tracker.clinical.triage.notes.english import ENGLISH
from tracker.clinical.triage.notes.near_words import near_words
from tracker.clinical.triage.notes.nearby import near

# What turns a state round, or makes it another's, where it stands between: "my legs
# are not numb".
_NOT = (
    r"not|no|never|without|less|better|fine|normal|normally|isn'?t|aren'?t|wasn'?t"
    r"|weren'?t|doesn'?t|don'?t|didn'?t|hasn'?t|haven'?t|won'?t|stopped|if|one|left"
    r"|right|he|she|his|her|their|dog|cat|tired|sore|old|arms?|hands?"
)
_CANNOT = r"(?:can ?not|can'?t|cant|could ?n'?t|could not|unable to|not able to)"
_NO_LONGER = (
    rf"(?:{_CANNOT}|don'?t|do not|didn'?t|did not|no longer|never|barely|hardly"
    r"|scarcely|stopped being able to)"
)
_ANY = r"(?: (?:really|even|properly|quite|actually|to|it|the|my|a|an|any|thing)){0,3}"

# Where it went well after all.
_EASY = r"fine|easy|easily|no|normal|normally|better|well|ok|okay|regular"

_PEE = (
    r"pee(?:ing|s|d)?|wee(?:ing|s|d)?|urin(?:e|ate|ating|ation)|bladder|piss(?:ing)?"
    r"|(?:my|the) (?:stream|flow|water)|pass(?:ing)? water|water ?works|tinkle"
    r"|(?:a|my) number one"
)
_TOILET = r"(?:the |my |^)(?:loo|toilet|jug|bowl|restroom|bathroom|potty|seat)"
_NOT_COMING = (
    r"nothing (?:\w+ )?(?:comes|came|coming|happens|happened|come)(?: out)?"
    r"|(?:won'?t|wouldn'?t|will not|refus\w+ to) (?:come|start|flow|go|budge|empty)"
    r"|(?:not|isn'?t|ain'?t|doesn'?t|never) (?:\w+ )?(?:coming|flowing|come|flow"
    r"|start)|(?:takes?|taking|took)(?: \w+){0,2} (?:ages|forever|minutes|long|while)"
    r"|(?:for|a good|good) (?:ages|(?:\w+ )?minutes|half an hour|an hour)"
    r"|little little|hover\w*|run(?:ning)? the taps?|rock(?:ing)? back|drops|dribbles?"
    r"|trickles?"
)
_HELD_BACK = (
    rf"{_NOT_COMING}|strain(?:ing|ed)?|push(?:ing|ed)?|forc(?:e|ing)|bear(?:ing)? down"
    r"|struggl(?:e|es|ed|ing)|trickling|drop by drop|squeez(?:e|ing)|coax\w*|kinks?"
    r"|(?:stops?|stopping) and start\w*|(?:very |really |gone )?(?:thin|weak|feeble)"
    rf"|{_CANNOT} (?:go|start|empty|get (?:it|any|started|going)|finish|do)"
    r"|(?:not|haven'?t) (?:\w+ )?been able|won'?t let go|still (?:full|there)|stuck"
    r"|hard(?:er)? to (?:start|get (?:it )?(?:going|started)|go|empty)|stage fright"
    r"|blocked|shut off|no pressure|half of what|dribs|last (?:bit|drops?)|half ?way"
    r"|(?:down|gone) to (?:almost |next to )?(?:nothing|a)"
    r"|press(?:ing)? (?:on|hard|down)"
)
_UNFELT = (
    r"(?:only|just) (?:know|realis\w+|realiz\w+|notice)|no more (?:feeling|sense)"
    rf"|{_NO_LONGER}{_ANY} (?:feel|know|tell|notice|sense|get|register)"
    r"|no (?:idea|feeling|clue|urge|sensation|signal|warning|sense)"
    r"|without(?: any?)? (?:signal|urge|knowing|feeling|noticing|realising|realizing)"
    r"|(?:lost|losing) (?:the |all |any )*(?:feeling|urge|sense|sensation)"
    r"|by the clock|on a timer|set an alarm|(?:only )?(?:hear|see) it"
)
_UNTOLD = r"felt nothing|feel nothing|notion|vanished|alarms?"
_FULL = (
    r"the urge|need(?:ed)? (?:to go|the (?:loo|toilet|bathroom))|(?:it|i'?m) full"
    r"|emptied"
)
_LEAKS = (
    r"leak(?:s|ed|ing|age)?|drip(?:s|ping|ped)?|dribbl(?:es?|ed|ing)|trickl(?:es?|ed)"
    r"|(?:runs?|running|ran|comes?|came|coming|slips?|slipped|pours?|gush\w*) (?:out"
    r"|away|down)|by itself|on its own|without (?:warning|knowing|noticing|meaning)"
    r"|escap(?:es?|ed|ing)|no (?:control|warning)|lost control|can'?t control"
    r"|accidents?"
    rf"|{_CANNOT}(?: \w+)? (?:hold|stop|control|keep)(?: it| on| in)?"
    rf"|before i (?:get|make)"
)
_SOAKED = (
    r"wet(?:ting)?|soak(?:ed|ing)|damp|drenched|puddle|dripp(?:ing|ed)|leak(?:ed|ing)"
    r"|dribbl(?:ed|ing)"
)
_NOT_HELD = (
    rf"{_CANNOT} (?:hold|control|keep|stop)(?: on| it)?|leak\w*|wearing|have to wear"
)
_CLOTHES = (
    r"(?:my|the) (?:\w+ )?(?:pants|knickers|boxers|underwear|undies|trousers|jeans"
    r"|pyjamas|pajamas|pjs|sheets|bed|mattress|chair|seat|sofa|couch|skirt|leggings)"
)
_STOOL = (
    r"poo(?:p|ps|ed|ing)?|stools?|bowels?|number twos?|shit(?:ting)?|crap|faeces|feces"
    r"|back passage|turd|brown marks?|diarrhoea|diarrhea|brown stuff|skid ?marks?"
    r"|motions?"
)
_LOST = (
    r"no control|lost control|leak(?:s|ed|ing)?|slip(?:s|ped|ping)? out|accidents?"
    r"|(?:comes?|came|coming|fell|falls) out"
    r"|without (?:knowing|feeling|noticing|warning)"
    rf"|(?:in|into) (?:my|the) (?:pants|underwear|boxers|knickers|undies|trousers|bed)"
    r"|no (?:clue|idea|warning|feeling|sensation)|smear\w*|stain\w*"
    rf"|{_CANNOT}(?: \w+)? (?:hold|stop|control|feel|tell|clench|keep)"
    r"|(?:didn|don)'?t (?:even )?(?:feel|notice|know|realise|realize)|had no idea"
)
_SADDLE = (
    r"between (?:my|the) (?:legs|thighs|cheeks)|back passage|down (?:there|below)"
    r"|under ?carriage|(?:bum(?: cheeks?)?|bumhole|butt(?: cheeks?)?|arse|ass|backside"
    r"|bottom|buttocks?|rear(?: end)?|rump|tush|crotch|groin|genitals?|gooch"
    r"|private (?:parts?|area|bits)|privates|lady (?:bits|parts)|(?:my|the) bits|balls"
    r"|taint|testicles?|penis|willy|dick|manhood|vagina|labia|fanny|perineum|anus"
    r"|inner thighs?|toilet seat|scrotum|hips at the back|bits and pieces"
    r"|undercarriage|nether\w*|down under|wedding tackle)"
)
_WIPING = (
    r"wip(?:e|ed|es|ing)|sit(?:ting)? on|toilet (?:paper|roll)|loo (?:paper|roll)"
    r"|the (?:paper|tissue)"
)
_WASHING = r"wash(?:ed|ing)?|soap(?:ing)?|shower(?:ing)?|dry(?:ing)?|touch(?:ed|ing)?"
_DEAD = (
    r"dead to the touch|numb(?:ed|ness|ish)?|dead(?! tired)|asleep"
    r"|(?:gone|went|goes) to sleep|wood(?:en)?|dentist\w*|an[ae]+sth\w+|novocaine?"
    r"|rubber\w*|cotton ?wool|(?:on|like) a cushion|sponge|padded"
    r"|pins (?:and|an|n|&) needles|tingl(?:y|ing|es)|fuzzy"
    r"|(?:someone|somebody) else'?s?|not there|isn'?t there|not mine|leather|plastic"
    r"|cardboard|glove|switched off|foreign|frozen|dull patch|missing"
)
_NO_FEELING = (
    r"no (?:\w+ )?(?:feelings?|sensations?)|feels? nothing|nothing there"
    r"|(?:doesn'?t|don'?t|not) register\w*|hot (?:or|from) cold|lack of feeling"
    r"|(?:lost|losing|loss of|lose) (?:the |all |any |my |some )*(?:feeling|sensation)"
    r"|feeling (?:is |has )?(?:gone|lost|missing|disappeared|went)"
    rf"|{_NO_LONGER}{_ANY} (?:feel|sense)(?!\w* (?:like|good|well|great|better))"
)
_REALLY_BOTH = (
    r"both (?:of )?(?:my |the )?(?:legs|feet|knees|thighs|calves|shins|soles)"
    r"|(?:the|my) two (?:legs|feet)|(?:both|two) sides"
    r"|(?:legs|feet|knees|thighs),? (?:both|the pair)"
    r"|(?:either|neither)(?: of (?:my|the))? (?:leg|legs|foot|feet|knees?)"
    r"|(?:right|left) and (?:the |my )?(?:left|right)|left (?:leg|foot) too"
    r"|right (?:leg|foot|one|side) too|left only but now"
    r"|(?:from )?(?:the |my )?(?:waist|hips?) (?:down|downwards)"
)
_BOTH = rf"{_REALLY_BOTH}|legs|feet|knees|thighs|pedals"
_GIVES = (
    r"jelly(?! after)|giv(?:e|es|ing|en) (?:way|out)|gave (?:way|out)"
    r"|buckl(?:e|es|ed|ing)|no (?:strength|power|muscle)(?: left)?"
    r"|(?:any|has no|have no|lost) (?:strength|power)|collaps\w+"
    r"|like (?:rubber|lead|string|noodles|spaghetti|water)|wobbl(?:ed|y|ing)"
    r"|(?:won'?t|don'?t|will not) (?:hold|carry|support|take|lift|work|move|do|obey)"
    r"|just (?:don'?t|won'?t)|belongs? to|rag ?doll|will do what|from under|under me"
    r"|fold(?:ed|ing)?"
    rf"|{_CANNOT}(?: \w+)? (?:carry|support|hold|lift|move|take)|so weak|very weak"
    r"|weaker|gone weak|going weak|useless"
)
_SHOOTS = (
    r"pains?|shoot(?:s|ing)?|burn(?:s|ing)|electric\w*|shocks?|stabb\w*|sciatica"
    r"|zap\w*|hurts?|fire|lightning|agony"
)
_ON_FEET = (
    r"stand(?: up)?(?: on)?|walk|take (?:a|one|any|another) steps?"
    r"|get (?:up|out of (?:bed|the chair)|onto my feet|to my feet)|put (?:any )?weight"
    r"|put one foot|stay upright|move"
)
_UNDONE = (
    r"at all (?:today|now)|single step|straight down"
    r"|legs? (?:won'?t|will not|just won'?t|don'?t) (?:hold|work|carry|support|move"
    r"|go)|fold(?:ed|ing)|collaps\w+|crawl(?:ed|ing)?|on all fours|carr(?:y|ied"
    r"|ying) me|either (?:leg|foot)|legs? just|straight (?:back )?(?:down|onto|on)"
    r"|stuck (?:on|in|to)|dragg?(?:ed|ing)? myself|went from under|gave way under"
    r"|wheelchair now|hold(?:ing)? me up"
)
_FOOT = r"(?:(?:right|left|front of(?: my| the)?) )*(?:foot|toes?|forefoot)|ankle"
_DROPS = (
    r"drag(?:s|ging|ged)?|slap(?:s|ping|ped)?|flop(?:s|py|ping|ped)?"
    r"|trip(?:s|ping|ped)?|hang(?:s|ing)?|catch(?:es|ing)?|scrap(?:e|es|ing)|scuff\w*"
    r"|droop\w*|lifeless"
    rf"|{_CANNOT}(?: \w+){{0,3}}? (?:lift|raise|pull|flex|pick|bring|point)"
    rf"|won'?t (?:lift"
    r"|come up|go up|bend up|rise)|drops|dropping"
)
_CHEST = (
    r"chest(?! of| freezer)|behind (?:the |my )?ribs|breast ?bone|sternum"
    r"|(?:my|the) heart|ribcage|left arm"
)
_PRESSED = (
    r"tight(?:ness|ening)?|squeez\w*|press\w*|crush\w*|heav(?:y|iness)|elephant"
    r"|weight(?! off)|pains?|hurts?|hurting|stabb\w*|ach(?:e|es|ing)|burn(?:s|ing)"
    r"|sitting on|sat on|band|vice|vise|grip\w*|sharp|brick|clamp\w*"
    r"|sore when i breathe"
)
_BREATH = r"breath(?:e|ing|s|less|lessness)?|air|winded|panting|gasp\w*"
_SHORT = (
    rf"{_CANNOT}(?: \w+){{0,3}}? (?:breathe?|catch|get|take|draw|finish|talk|speak)"
    r"|struggl\w*|fight(?:ing)? for|gasp\w*|hard to|trouble|wheez\w*|whistl\w*"
    r"|suddenly|sudden|all of a sudden|labou?red|sitting still"
    r"|(?:few|three|two|four) words"
)
_EFFORT = (
    r"(?:as|like|with|after|from|on the|climbing|going|walking|up|when i (?:climb|walk"
    r"|run))"
)
_THROAT = r"throat|windpipe|voice|swallow(?:ing)?"
_CLOSES = (
    r"clos(?:es|ing|ed)|tight(?:er|ening)?|swell(?:ing|s)|swollen|hoarse|croak\w*|shut"
    r"|shutting|lump|constrict\w*|chok\w*|block\w*|narrow\w*"
)
_FACE = r"(?:face|lips?|tongue|eyelids|mouth)"
_SWELLS = (
    r"swell(?:s|ing)?|swelled|swollen|puff(?:s|ed|y|ing)?|balloon\w*|blown up|blew up"
    r"|double (?:the|their|its) size|twice (?:the|their|its)|huge|fat lip"
)
_BLOOD = r"blood|bloody|red (?:stuff|streaks|flecks|specks)|rust\w*"
_COUGH = r"cough(?:s|ed|ing)?|phlegm|sputum|spit(?:s|ting)?|spat|hack(?:ed|ing)|mucus"
_GONE = (
    r"(?:i|just|nearly|almost|and) passed out|(?:black|conk)(?:ed|ing) out"
    r"|faint(?:ed|ing)|keeled over|(?:came|come|coming) (?:round|to) on"
    r"|woke up on the floor|lost consciousness|everything went (?:black|dark|gr[ae]y)"
    r"|hit the (?:deck|floor)|collapsed (?:in|at|when)|went down like a sack"
    r"|legs went and"
)
_VOMIT = (
    r"vomit\w*|threw up|throw(?:ing|n)? up|puk\w+|sick|retch\w*|brought up"
    r"|heav(?:ed|ing)"
)
_COFFEE = r"coffee|blood|bloody|black|dark (?:red|brown)|red"
_TAR = (
    r"black|tar(?:ry|like)?|tarmac|treacle|liquorice|licorice|jet|dark red|maroon|ink"
)
_TEARS = r"tear(?:s|ing)?|ripp(?:ed|ing)|rip(?:s)?|torn|splitting|knife|burst\w*"
_MIDDLE = r"belly|tummy|stomach|abdomen|guts?|(?:my|the) back|flank"
_SHAKES = (
    r"shak(?:e|es|ing|y)|shiver(?:s|ed|ing|y)?|chatter(?:s|ed|ing)?|rigou?rs?"
    r"|trembl\w*|chills?"
)
_HARD = (
    r"teeth|uncontroll\w*|violent\w*|like a leaf|whole (?:body|bed)"
    r"|(?:can'?t|cannot|couldn'?t) (?:stop|get warm|warm up)|won'?t stop|blankets?"
    r"|duvets?|freezing|bed"
)

# An old trouble is told in more words than a new one.
_LONG_SO = (
    r"\b(?:before the (?:jab|needle|shots?|op|stem cells)|(?:as|like|same as) before"
    r"|same as (?:always|usual|ever)|for (?:many )?years"
    r"|since my (?:accident|twenties)|long before)\b"
)

_NEAR: Mapping[str, tuple[str, ...]] = {
    "urine_hesitancy": (
        near(_PEE, _HELD_BACK, unless=_EASY),
        near(r"pee|wee|piss", r"have to (?:push|strain|press|force)", within=12),
        near(_TOILET, _NOT_COMING, unless=rf"{_EASY}|redone|bowels?|constipat\w+"),
        near(
            r"strain(?:ing)?|push(?:ing)?|press(?:ing)?|lean(?:ing)?",
            r"drops?|to empty",
        ),
        near(
            r"bursting|desperate|full|water ?works|tap (?:on|running)",
            r"(?:won'?t|nothing) comes?(?: out)?|can'?t go|won'?t let|wont let|nowt"
            r"|bone dry|packed (?:in|up)",
        ),
        near(r"have ?n'?t|have not|not", r"had a (?:pee|wee|piss|slash)", within=2),
        r"(?:just|only) (?:dribbles|drips|trickles)|no force behind it",
    ),
    "bladder_sensation_loss": (
        near(
            r"bladder|pee(?:ing)?|wee(?:ing)?|urinat\w+|piss(?:ing)?|the stream",
            _UNFELT,
        ),
        near(_FULL, _UNFELT, within=3),
        near(r"bladder|time to go|to the (?:bathroom|loo|toilet)", _UNTOLD, within=9),
    ),
    "urine_leak": (
        near(
            r"pee|wee|urine|bladder|piss|(?:my|the) water|water ?works",
            _LEAKS,
            unless=_NOT,
        ),
        near(_CLOTHES, _SOAKED, unless=_NOT, within=4),
        near(
            r"pads?|diapers?|napp(?:y|ies)|the (?:loo|toilet|bathroom) (?:in )?time",
            _NOT_HELD,
        ),
        near(r"didn'?t (?:make it|get)|leaked", r"came out|felt it|in time|before i"),
        r"(?:to|in) a (?:wet|soaking|damp) (?:bed|patch|chair)\b",
    ),
    "stool_leak": (
        near(_STOOL, _LOST, unless=_EASY),
        near(
            r"soil(?:ed|ing)|messed|clench|back passage",
            r"underwear|pants|bed|sheets|out|feel it|myself|isn'?t holding",
        ),
    ),
    "saddle_numbness": (
        near(_SADDLE, _DEAD, unless=rf"{_NOT}|foot|feet"),
        near(_SADDLE, _NO_FEELING, unless=r"of|foot|feet|leg"),
        near(_WIPING, rf"{_NO_FEELING}|{_DEAD}|{_CANNOT} tell|pillow"),
        near(_WASHING, r"no (?:feeling|sensation)|numb", within=4),
    ),
    "numbness_both_legs": (
        near(_BOTH, _DEAD, unless=_NOT),
        near(
            _BOTH,
            _NO_FEELING,
            unless=r"numb|weak\w*|pain|tired\w*|not|change|difference|improvement",
        ),
    ),
    "weakness_both_legs": (near(_BOTH, _GIVES, unless=_NOT),),
    "leg_pain_both_sides": (
        near(_REALLY_BOTH, _SHOOTS, unless=rf"{_NOT}|exercises?|physio|calves"),
    ),
    "foot_drop": (
        near(_FOOT, _DROPS, unless=rf"{_NOT}|blankets?|down"),
        rf"{_CANNOT} (?:stand|walk) on my (?:heels?|toes)",
    ),
    "rapidly_worsening_weakness": (
        near(
            r"weak(?:er|ness)?|feeble|strength(?! is (?:coming|getting))|downhill",
            r"every (?:time|hour)|by the hour|and now|hourly|downhill|fast",
        ),
    ),
    "cannot_stand_or_walk": (
        near(
            r"crawl(?:ed|ing)?|be(?:en|ing)? carried|(?:has|had) to (?:carry|lift) me",
            r"bathroom|loo|toilet|bed|stairs|house|floor|chair",
        ),
        near(
            rf"(?:{_CANNOT}|(?:not|haven'?t) been able to|tried to) (?:even "
            rf"|just )?(?:{_ON_FEET})",
            _UNDONE,
        ),
    ),
    "face_swelling": (near(_FACE, _SWELLS, unless=rf"{_NOT}|morning", within=5),),
    "throat_tightness": (near(_THROAT, _CLOSES, unless=_NOT, within=4),),
    "sudden_breathlessness": (
        near(_BREATH, _SHORT, unless=rf"{_EASY}|the|exercises?|stairs|hill", within=4),
        rf"(?:short|out) of (?:breath|puff)(?! {_EFFORT})|breathless(?! {_EFFORT})",
    ),
    "chest_pain": (near(_CHEST, _PRESSED, unless=_NOT, within=5),),
    "coughing_blood": (near(_COUGH, _BLOOD, unless=_NOT, within=11),),
    "fainting": (rf"(?:{_GONE})\b",),
    "slow_breathing_blue_lips": (
        near(r"lips|fingertips|fingers|face|nails", r"blue|purple|gr[ae]y", within=4),
        near(r"hard to (?:wake|rouse)", r"lips|breath\w*"),
        near(
            r"breath\w*(?! exerc| techn)",
            r"every so often|slow(?:ly)?|shallow|hardly|barely|stops",
            within=4,
        ),
    ),
    "black_stool_or_vomiting_blood": (
        near(_STOOL, _TAR, unless=_NOT, within=6),
        near(_VOMIT, _COFFEE, unless=_NOT),
    ),
    "tearing_belly_or_back_pain": (near(_MIDDLE, _TEARS, unless=_NOT),),
    "shaking_chills": (near(_SHAKES, _HARD, unless=_NOT),),
}

NEARBY_ENGLISH = near_words(
    ENGLISH,
    {code: rf"\b(?:{'|'.join(patterns)})" for code, patterns in _NEAR.items()},
    past=re.compile(rf"{ENGLISH.past.pattern}|{_LONG_SO}"),
)
