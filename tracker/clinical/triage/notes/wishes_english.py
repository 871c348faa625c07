"""Veiled ways to say in English that one does not want to be."""

from tracker.clinical.triage.notes.nearby import near

# The thought ends here: "tired of living", not "tired of living out of a suitcase".
_END = (
    r"(?=$|[.,;!?]| (?:and|any ?more|no more|any longer|like this|this way|at all)\b)"
)
_TIRED = (
    r"(?:not|n't|dont|no longer|arsed|bothered|tired of|sick of|done with|enough of"
    r"|through with|stop|give up on)"
)
_OTHERS = (
    r"(?:they|everyone|everybody|you|we|kids|children|family|world|wife|husband|all)"
)
_FINE = r"(?:fine|better(?: off)?|easier|happier|ok|okay|manage|cope|get by)"
_GONE = r"(?:wasn'?t (?:here|around)|was not (?:here|around)|was gone|were gone)"

ENGLISH = (
    rf"{_TIRED} (?:being alive|existing|living){_END}",
    rf"{_TIRED} (?:all of it|life|this life){_END}",
    r"(?:to|will|would|just) not exist|stop existing|n't want to exist",
    r"(?:left|nothing|something) to live for(?= |$|[.,;!?])|live or die\b",
    r"(?:no|any|see a) reason (?:for me )?to (?:live|go on living|keep (?:living"
    r"|going)"
    rf"|be here){_END}",
    rf"(?:no|any) reason to go on{_END}|(?:my )?life (?:is|was) over(?! the)(?![\w-])",
    rf"want to (?:live|do life|go on|carry on) (?:like this|any ?more){_END}",
    rf"{_OTHERS}\b[^.!?]{{0,30}} {_FINE} without me(?=$|[.,;!?]| (?:around|here))",
    rf"{_FINE}(?: \w+)? if i {_GONE}|if i {_GONE}[^.!?]{{0,20}} {_FINE}",
    r"(?:wonder\w*|doubt|ask myself) (?:if|whether) any(?:one|body) (?:would"
    r"|will) miss",
    r"no(?:body| one) would (?:even )?(?:miss me|notice)(?=$|[.,;!?])",
    r"such a waste of space|millstone (?:round|around)|world would ?n'?t (?:miss|lose)",
    r"(?:i'?m|i am|i'?ve been|feel like|just|only|nothing but|such) a burden (?:on"
    r"|to)\b",
    r"goodbye to (?:you )?all(?=$|[.,;!?])",
    r"see (?:another (?:morning|christmas|birthday)|the new year)(?=$|[.,;!?])",
    r"(?:no wish|don'?t want|not want) to see christmas",
    r"only way out of (?:this|it|the pain|my pain)(?! (?:room|street|car|flat))",
    r"(?:go|went|die|slip away|pass) in my sleep"
    r"|lived (?:long enough|too long)(?! with)",
    r"(?:wanna|want to|rather) (?:just )?be dead|wanna die|want out(?=$|[.,;!?])"
    r"|\bkms\b|ready to check out(?! (?:of|at))",
    near(
        r"wish|better|kinder|why",
        r"(?:never|hadn'?t|not) (?:woken up|woke up|come round|worn off|been born)",
        within=6,
    ),
    r"let me go on the table|(?:stayed|stay) under for good|let go of this life",
    near(
        r"hop(?:e|ing)|wish|pray(?:ing)?|rather",
        r"(?:don'?t|not|never|didn'?t|wouldn'?t|won'?t) wake up(?: in the morning"
        r"| again| tomorrow| at all)?(?=$|[.,;!?])",
        within=5,
    ),
    r"go to sleep and (?:stay asleep|(?:not|never) wake)|sleep for ?ever"
    r"|asleep for good",
    near(r"giv(?:e|ing|en)|gave", r"won'?t be needing (?:it|them|anything)", within=9),
    near(r"tablets|pills?|meds", r"(?:one|a) way out(?=$|[.,;!?])|tempt\w+", within=12),
    r"think\w* (?:about|of) (?:taking|swallowing) (?:them all|all (?:of )?(?:my|the))",
    rf"(?:not|n't|dont) (?:want to|wanna) be (?:here|around|alive){_END}",
    r"(?:want|wish i could|like)(?: to)?(?: just)? (?:disappear|vanish|be gone)(?=$"
    r"|[.,;!?]| (?:and nobody|for good|for ?ever|off the face))",
    near(r"letters?|funeral|goodbyes?", r"when i'?m gone|for after", within=9),
    r"if this is what life is|future with me"
    r"|rather be with (?:him|her)(?= than|$|[.,;!?])",
    rf"see (?:a|any) future{_END}|see a future for me"
    rf"|join (?:him|her) (?:soon(?! for)|up there)",
    r"(?:let|make) a(?:n old)? dog[^.!?]{0,20} (?:like this|suffer)"
    r"|out of (?:my|their|its) misery",
    r"(?:won'?t|not|n't)(?: plan on)? be(?:ing)? (?:here|around) much longer",
    r"plan on being around(?=$|[.,;!?])|not long for this world"
    r"|how easy it would be(?! to)",
    near(
        r"lord|god", r"(?:tak(?:e|es|ing)|took) me(?=$|[.,;!?]| (?:soon|now|home|away))"
    ),
    r"thoughts (?:of|about) (?:not being|ending|dying)|end(?:ing)? it all\b",
    rf"can'?t (?:go on|carry on|face) (?:living|another day|any ?more){_END}",
    r"if i (?:didn'?t|never) wake up(?=$|[.,;!?]| again)"
    r"|it (?:all )?to be over, not the",
    r"point of me(?=$|[.,;!?]| (?:any ?more|being here))|heart (?:just )?stops? in my"
    r"|(?:not|n't) (?:just|only) mean the pain|sooner be with (?:him|her)"
    r"|had my innings|scare myself with the things i think",
)
