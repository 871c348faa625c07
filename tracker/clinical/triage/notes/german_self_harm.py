"""Phrases of self-harm in German: of acting, and of a wish not to be."""

from dataclasses import replace

from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.german import GERMAN, OTHER_PEOPLE
from tracker.clinical.triage.notes.lexicon import NEVER, at_word, words

# By accident, or feared: the way somebody speaks of sport and of stairs.
_MYSELF = r"(?<!angst, )mich(?: (?!(?:nicht|beim|wieder|nochmal)\b)\w+){0,3}?"
_WITH_JOKES = r"(?! (?:lachend|mit (?:sein|ihr|dein|eur)\w* witz))"
_ACTIVE = (
    r"(?:will|möchte|wollte|plane)(?: (?!(?:nicht|nie)\b)\w+){0,4}?"
    r" (?:sterben|tot sein)\b|sterben (?:will|möchte)\b"
    r"|selbstmord\w*|suizid\w*|freitod"
    rf"|mich(?: selbst)?(?: zu)? (?:um(?:zu)?bring\w+\b{_WITH_JOKES}"
    r"|töten|erhängen|erschießen)"
    r"|bringe? mich(?: selbst)? um\b|das leben (?:zu )?nehm\w+"
    r"|mir(?: \w+){0,2}? (?:etwas|was) an(?:zu)?tu\w+"
    rf"|{_MYSELF} (?:verletzen|ritzen)\b"
    r"|mich(?: \w+){0,2}? (?:geritzt|absichtlich (?:verletzt|geschnitten))"
    r"|selbstverletz\w*|überdosis"
    r"|(?:vom|von der|aus dem) \w+ (?:zu )?spring\w+|vor (?:den|einen) zug\b"
    r"|alle (?:meine )?tabletten (?:zu )?(?:nehmen"
    r"|schlucken)"
    r"|(?:allem|meinem leben|dem leben)(?: \w+)? ein ende"
)
_PASSIVE = (
    r"(?:will|möchte|mag|kann|wollte)(?: (?:ich|einfach|so))*"
    r" nicht (?:mehr|länger|weiter)(?: (?:so|weiter))? (?:weiter)?leben\b(?! (?:in"
    r"|auf|bei|mit)\b)"
    r"|nicht (?:mehr|länger) leben (?:will|möchte|mag|kann)\b"
    r"|nicht mehr (?:da|hier) (?:sein|wäre)\b|(?:will|möchte)(?: \w+)? verschwinden\b"
    r"|(?:an|über) den tod (?:nach|denk)\w*"
    r"|(?:wäre|wär)(?: \w+){0,2}? (?:lieber |besser |am liebsten )?tot\b"
    r"|(?:nicht mehr|nie (?:mehr|wieder)) auf(?:zu)?wachen"
    r"|ohne mich(?: \w+){0,3}? besser|besser (?:dran )?ohne mich"
    r"|leben(?: hat)?(?: \w+)? keinen sinn|nicht (?:mehr )?lebenswert|lebensmüde"
    r"|lohnt sich nicht(?: mehr)?,? zu leben"
    r"|keinen (?:lebenswillen|grund (?:mehr )?zu leben)"
    r"|keinen sinn (?:mehr )?(?:im|am|in meinem) leben|keine lust (?:mehr )?(?:zu"
    r"|am) leben\b"
)

GERMAN_SELF_HARM = replace(
    GERMAN,
    terms=CompiledLater({"active": at_word(_ACTIVE), "passive": at_word(_PASSIVE)}),
    denied=words(
        r"(?:nicht|nie|niemals|kein\w*|ohne|weder)(?: (?:an|gedanken?|gedacht|mehr|die"
        r"|den|das|daran|vor|zu|wirklich|mich|mir|von|selbst|habe?|absicht))*$"
    ),
    other_person=words(
        rf"(?:{OTHER_PEOPLE}|film|buch|serie|roman|prävention|beratung|telefon)\b"
        r"(?:(?! ich\b)[^.!?;,]){0,30}$|(?:er|sie)$"
    ),
    past=NEVER,
    only_read=NEVER,
    supposed=NEVER,
)
