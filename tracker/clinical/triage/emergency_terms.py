"""Phrases in a note that may name an emergency which nobody ticked.

English only. A phrase leads to a question, never to silence, so that the reading may
stay simple: a denial just before it, another person as the subject, the past, a
warning that was only read, and the common figures of speech are told apart.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_CANNOT = (
    r"(?:can'?t|can ?not|could ?n'?t|could not|unable to|not able to"
    r"|(?:not|have ?n'?t) been able to)"
)
_HARDLY = r"(?:can|could) (?:hardly|barely)"
_HARD = rf"(?:{_CANNOT}|hard to|difficult(?:y)?(?: to| in)?|trouble|struggl\w+(?: to)?)"
_PEE = r"(?:pee|peeing|wee|weeing|urinat(?:e|ing)|pass(?:ing)? (?:urine|water))"
_LOST = (
    r"(?:lost|los(?:e|ing)|no) (?:all |any |the |my )?control (?:of|over) (?:my |the )?"
)
_NO_FEELING = (
    rf"(?:numb(?:ness)?|no (?:feeling|sensation)|{_CANNOT} feel(?: anything)?"
    r"|lost (?:all |the |my )?(?:feeling|sensation)|tingl\w+|pins and needles)"
)
_SADDLE = (
    r"(?:between (?:my|the) (?:legs|thighs)|down (?:there|below)|when i wipe"
    r"|where i sit|genitals?|groin|(?:private|intimate|genital) (?:parts?|area)"
    r"|privates|saddle|bottom(?! of)|bum|backside|buttocks|anus|back passage|crotch"
    r"|perineum|penis|scrotum|testicles|vagina|vulva|inner thighs?)"
)
_OWN_LEGS = (
    r"(?:both (?:of )?(?:my |the )?(?:legs|feet)|my (?:legs|feet)|(?:the )?legs)"
)
# A few words between, none of which turns the phrase round.
_WORD = r"(?: (?!(?:not|no|never|less|(?:is|are|was|were|do|does|did)n'?t)\b)[\w']+)"
_WORDS = rf"{_WORD}{{0,3}}?"

_PATTERNS: Mapping[str, str] = {
    "urine_hesitancy": (
        rf"{_HARD} (?:to )?(?:start(?:ing)? (?:to )?)?{_PEE}"
        rf"|{_HARD} empty(?:ing)? my bladder"
        rf"|{_HARDLY} {_PEE}|(?:ages|forever|very long|minutes) to start {_PEE}"
        rf"|(?:strain|push)(?:ing)?(?: hard)? to (?:{_PEE}|get (?:any|the) "
        r"(?:pee|urine|wee))"
        rf"|nothing comes out when i (?:try to )?{_PEE}"
        rf"|weak (?:urine )?stream|stream{_WORDS} weak|pee (?:will not|won'?t) come"
        r"|(?:have not|haven'?t|not) (?:peed|urinated|passed (?:urine|water))"
        r" (?:since|for|all|in)|urin(?:e|ary) retention|retention of urine"
    ),
    "bladder_sensation_loss": (
        r"(?:can'?t|can ?not|do(?: not|n'?t)|no longer) (?:feel|tell|know) (?:it )?"
        rf"(?:my bladder|(?:when|if) my bladder|if i need to (?:go|pee)"
        rf"|when i {_PEE}|when i(?:'m| am) {_PEE}|myself {_PEE}"
        r"|when i need to (?:go|pee|wee)|the need to (?:go|pee|wee)|that i need to pee)"
        rf"|no feeling (?:in my bladder|when i {_PEE})"
    ),
    "urine_leak": (
        r"(?:leak(?:ed|ing|s)?|dribbl\w+)(?: of| some)? (?:pee|urine|wee)"
        r"|wet(?:ting|ted)? (?:my ?self|the bed|my (?:pants|trousers|bed|underwear))"
        r"|(?:pe+d?|pe+ing|pissed|pissing) (?:on )?my ?self"
        r"|(?:pee|urine|wee)(?: is| was| keeps| just)? (?:leak\w+|runs? out)"
        rf"|{_LOST}(?:bladder|pee|urine|water ?works)"
        rf"|incontinen(?:t|ce)|{_CANNOT} hold my (?:pee|urine|wee|water|bladder)"
    ),
    "stool_leak": (
        r"(?:soil(?:ed|ing)|poo(?:ed|ped)|messed|shat) (?:my ?self|my \w+|the bed)"
        rf"|{_LOST}(?:bowels?|stools?|poo)|leak\w* (?:of )?(?:stool|poo|faeces|feces)"
        r"|bowel accident"
        rf"|{_CANNOT} (?:hold|feel) (?:my )?(?:stools?|poo|bowels?|when i poop?)"
    ),
    "saddle_numbness": (
        rf"{_NO_FEELING}{_WORD}{{0,5}}? {_SADDLE}"
        rf"|(?:{_SADDLE})(?: area)?{_WORDS} (?:numb|gone dead)"
        rf"|{_SADDLE} (?:area )?has no feeling"
        r"|(?:can'?t|can ?not|do(?: not|n'?t)) feel (?:the (?:toilet )?paper|my ?self"
        r" wip|wiping)"
    ),
    "numbness_both_legs": (
        rf"{_OWN_LEGS} (?:are|feel|have gone|went|got|go|keep going)"
        rf"{_WORDS} (?:numb|tingling|dead(?! (?:tired|on)))"
        r"|both (?:of )?(?:my )?(?:legs|feet) (?:numb|tingling)"
        rf"|{_NO_FEELING}(?: in| down| of)? (?:both (?:of )?(?:my )?(?:legs|feet))"
        rf"|(?:{_CANNOT} feel|no feeling in|lost (?:all )?feeling in) my (?:legs|feet)"
    ),
    "weakness_both_legs": (
        rf"{_OWN_LEGS}(?: are| feel| keep| kept| just| have| got)?{_WORDS}"
        r" (?:weak|giv(?:e|ing|en) way|gave way|buckl\w+|collaps\w+)"
        rf"|paraly[sz]ed|{_CANNOT} move my (?:legs?|feet)"
        r"|weak(?:ness)? in both (?:my )?legs"
    ),
    "leg_pain_both_sides": (
        r"pain(?:s)?(?: \w+)? (?:down|in|into|through) both (?:of )?(?:my )?legs"
    ),
    "rapidly_worsening_weakness": (
        r"(?:weaker (?:by the (?:hour|minute)|every hour|and weaker)"
        r"|weakness is (?:getting|growing|spreading)(?: \w+)? (?:worse|fast|quickly))"
    ),
    "foot_drop": (
        rf"{_CANNOT} (?:lift|raise|move|pull up) (?:up )?(?:the front of )?my"
        r"(?: \w+)? (?:foot|toes?|ankle)|foot ?drop\b|dropped foot"
        r"|my(?: \w+)? foot(?: is| keeps| has)? (?:drop\w*|drag\w*|flop\w*)"
        r"|drag(?:ging)? my(?: \w+)? foot|my(?: \w+)? foot slap\w*"
    ),
    "cannot_stand_or_walk": (
        rf"{_CANNOT} (?:even )?(?:stand up|get up off|take (?:a|any|one) steps?"
        r"|(?:stand|walk)(?= ?(?:$|[.,;!?]|any ?more|at all|or (?:stand|walk)|because "
        r"|since )))"
        r"|legs (?:will not|won'?t) (?:hold|carry) me"
    ),
    "face_swelling": (
        rf"my (?:face|lips?|tongue){_WORDS} (?:swollen|swelling|swelled|puffed)"
        r"|swollen (?:face|lips?|tongue)|swelling (?:of|in) my (?:face|lips?|tongue)"
    ),
    "throat_tightness": (
        rf"throat{_WORD}{{0,5}}? (?:clos\w+|tight\w*|swollen|swelling)"
        r"|(?:tight|closing|swollen) throat"
    ),
    "breathing_trouble": (
        rf"{_HARD} (?:to )?(?:breath(?:e|ing)?|get (?:my|any|enough) (?:breath|air)"
        rf"|catch my breath|get air)|{_HARDLY} breathe|wheez(?:e|ing|y)"
        r"|gasping for (?:air|breath)"
    ),
    "sudden_breathlessness": (
        r"short(?:ness)? of breath|sudden(?:ly)? (?:\w+ )?(?:out of breath|breathless)"
    ),
    "chest_pain": (
        r"chest (?:pains?|pressure|tightness)|(?:my|the) chest (?:hurts?|is tight)"
        r"|(?:pains?|pressure|tight(?:ness)?)(?: \w+)?"
        r" (?:in|on|across) (?:my|the) chest"
        r"|chest (?:feels|is) (?:\w+ )?tight|\btight(?:ness in my)? chest"
    ),
    "coughing_blood": r"cough\w*(?: up)?(?: \w+)? blood|blood when i cough",
    "fainting": (
        # What can be passed out is not a faint.
        r"pass(?:ed|ing)? out\b(?! (?:\w+ ){0,2}(?:flyers?|leaflets|sweets|candy|food"
        r"|drinks|cards|papers|gifts|presents|books|invitations))"
        r"|fainted|fainting|black(?:ed|ing) out\b"
        r"|lost consciousness|i collapsed(?! (?:on|into|in) )"
    ),
    "slow_breathing_blue_lips": (
        r"(?:blue|purple) lips|lips(?: are| look| went| turned) (?:blue|purple)"
        r"|(?:could ?n'?t|could not|hard to) wake me|breathing (?:\w+ )?slow(?:ly)?"
    ),
    "black_stool_or_vomiting_blood": (
        r"(?:black|tarry) (?:stools?|poop?)"
        rf"|(?:stools?|poop?) (?:is|was|are|were|looks?|has been){_WORDS}"
        r" (?:black|tarry|like tar)"
        r"|(?:vomit\w*|threw up|throw(?:ing|s|n)? up)(?: \w+)? blood"
        r"|blood in my (?:vomit|sick)"
        r"|(?:vomit(?:ed|ing)?|threw up|throwing up)(?: \w+){1,3} blood"
    ),
    "tearing_belly_or_back_pain": r"(?:tearing|ripping)(?: \w+){0,2}? pain",
    "shaking_chills": (
        r"(?:shak|shiver|trembl)(?:ing|ed|en)(?: \w+)?"
        r" (?:all over|uncontrollabl\w+|violently)"
        rf"|{_CANNOT} stop (?:shaking|shivering)|rigors?\b|shaking chills"
        r"|teeth(?: are| were)? chattering"
    ),
}

TERMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {code: re.compile(rf"\b(?:{text})") for code, text in _PATTERNS.items()}
)
"""By symptom: what somebody may write who has it."""

CLAUSE = re.compile(r"[.!?;:]| but | however | though | although | except ")

DENIED = re.compile(
    # "not", "never" and the like reach over a few small words only.
    r"(?:\bnot|\bnever|n't|\bdont|\bhavent|\bdidnt)"
    r"(?: (?:have|had|having|any|a|the|my|really|been|get|getting|got|feel|feeling"
    r"|felt|notice|noticed|experience|experienced|suffer|suffered|from|at all|yet"
    r"|lost|lose|see|seen))*$"
    # "no" and "without" reach over a short list.
    r"|(?:\bno|\bwithout|\bnor|\bneither|\bden(?:y|ies|ied)|\bzero|\bfree of)"
    r"(?:(?: [\w']+){0,3}|[^.]{0,80}\b(?:or|nor))$"
)
OTHER_PERSON = re.compile(
    r"\b(?:he|she|they|him|her|his|their|brother|sister|friend|neighbou?r|cousin"
    r"|uncle|aunt|father|dad|mother|mum|mom|son|daughter|husband|wife|partner|child"
    r"|grand\w+|colleague|dog|cat|somebody|someone|people|patients?)(?:'s)?\b"
    r"(?:(?! (?:i|i'm|i've|me|my)\b)[^,]){0,40}$"
)
OWN = re.compile(r"\b(?:i|i'm|me|my|my ?self)\b")
PAST = re.compile(
    r"\b(?:before (?:the|my) (?:operation|procedure|surgery|injections?|treatment)"
    r"|(?:years?|months?) ago|last year|used to|in the past|years before|as a child"
    r"|as (?:usual|always)|like always|history of)\b"
)
PRESENT = re.compile(r"\b(?:never|not|than|unlike|again|now|today|anymore|still)\b")
ONLY_READ = re.compile(
    r"\b(?:if i (?:get|have|start|develop|notice|lose|should|feel|had|ever)|in case"
    r"|what if|(?:watch|look|watching|looking) (?:out )?for|leaflet|warned"
    r"|risks? of|side effects?|read (?:about|that)|instructions"
    r"|afraid of|scared of|nightmares?"
    r"|dream\w*|would mean|supposed to (?:call|tell))\b"
)
FIGURE = re.compile(
    r"^[^.!?]{0,25}\b(?:laughing|laughter|with (?:fear|boredom|laughter)"
    r"|with excitement|in (?:the|a) (?:film|movie|book|game))\b"
)


def emergencies_in(note: str) -> Iterator[tuple[str, str]]:
    """Each symptom that the note may name as the writer's own, with the phrase."""
    if not note:
        return
    text = " ".join(note.lower().replace("\u2019", "'").split())
    for code, term in TERMS.items():
        for match in term.finditer(text):
            if not _is_harmless(text, match):
                yield code, match.group()
                break


def _is_harmless(text: str, match: re.Match[str]) -> bool:
    before = CLAUSE.split(text[: match.start()])[-1]
    after = CLAUSE.split(text[match.end() :])[0]
    around = f"{before}{after}"
    return bool(
        DENIED.search(before.rstrip())
        or (OTHER_PERSON.search(before) and not OWN.search(match.group()))
        or (PAST.search(around) and not PRESENT.search(around))
        or ONLY_READ.search(before)
        or FIGURE.search(after)
    )
