"""Veiled ways to say in German that one does not want to be."""

from tracker.clinical.triage.notes.lexicon import as_typed

# The thought ends here: "nicht mehr leben", not "nicht mehr allein leben".
_END = r"(?=$|[.,;!?]| (?:so|und|müssen|will|mag|wollen)\b)"
_NO_MORE = r"(?:nicht mehr|nimmer|nimma|nüm+e)"
_WANT = r"(?:will|mag|mog|möchte?|kann|ko)"

_WISHES = (
    rf"{_WANT}(?: (?!hier|da)\w+){{0,2}},? (?:gar )?{_NO_MORE}(?: (?:da"
    rf"|do))? (?:weiter)?(?:leben|sein|existieren){_END}",
    rf"{_WANT}(?: \w+){{0,2}} {_NO_MORE} (?:auf (?:der|dieser) welt|am leben) sein",
    rf"{_NO_MORE} (?:auf der welt|am leben|da) zu sein",
    r"i mog (?:gar )?nimmer(?=$|[.,;!?])|lebensmüde|des lebens müde|müde vom leben",
    r"kein\w* (?:bock|lust|kraft)(?: mehr)? (?:auf|zum|am) leben(?=$|[.,;!?])",
    rf"(?:wofür|für was|warum|wozu)(?: \w+)? (?:leb\w*|soll)(?: \w+){{0,2}}(?: (?:noch"
    rf"|weiter\w*|eigentlich))+{_END}",
    r"ob ich (?:noch )?leb\w* oder nicht"
    r"|(?:gleich|egal|wurscht|wurst),? ob ich (?:morgen )?(?:noch "
    r"|überhaupt )*(?:leb\w*|aufwach\w*|da bin)",
    r"(?:genug|gnueg) (?:gelebt|vom l[eä]be)(?! mit| in| auf)"
    r"|(?:mein )?leben (?:ist )?(?:vorbei|gelaufen)(?=$|[.,;!?])",
    r"(?:käm\w*|wär\w*)[^.!?]{0,15} ohne mich (?:zurecht|klar|besser|leichter)",
    r"ohne mich (?:wär\w*|ist|hätt\w*|geht) (?:es )?(?:\w+ ){0,2}(?:besser|leichter)",
    r"jemand (?:überhaupt )?vermissen würde"
    r"|niemand\w* (?:würde mich|wird mich) vermissen",
    r"bete ich, dass|nächsten morgen nicht erleben"
    r"|weihnachten [^.!?]{0,15} nicht mehr erleben",
    r"leben sie wohl|von mir hört ihr nichts mehr",
    r"alles aufhören,|einzige ausweg|keinen ausweg mehr"
    r"|soll (?:einfach )?alles vorbei sein(?! mit)",
    r"in luft auflösen und nie|einfach verschwinden(?=$|[.,;!?]| und (?:keiner|dass))",
    rf"(?:ich )?bringe? mich (?:noch |bald )?um(?=$|[.,;!?])|{_NO_MORE} aufwache[n]?"
    r"(?=$|[.,;!?])",
    rf"einschlafen und (?:nie|nicht|{_NO_MORE})|ewig schlafen"
    rf"|für immer (?:ein)?schlafen",
    r"falle? (?!niemand)(?:\w+ ){0,4}zur last|bin (?:nur noch |doch )?eine last für",
    r"klotz am bein und|vor meinen tabletten gesessen|pillen liegen da",
    r"tabletten [^.!?]{0,25} (?:ständig )?(?:drüber|darüber) nach",
    r"(?:herrgott|gott) soll mich|hol\w* mich der herrgott|abschiedsbrief\w*"
    r"|sinn mehr, weiterzumachen|alles ein ende haben|uhr darf [^.!?]{0,12} ablaufen"
    r"|entschieden habe, bin ich|narkose nicht zurück"
    r"|gott (?:\w+ )?zu sich (?:holt|nimmt)",
    r"kein leben mehr(?=$|[.,;!?])|(?:lieber|besser) tot\b|wär\w* ich (?:doch )?tot",
    r"(?:zeit|brief)[^.!?]{0,30} (?:nach mir|wenn ich (?:mal )?nicht mehr (?:bin"
    r"|da bin))",
    r"schluss (?:zu )?mach\w* mit (?:allem(?! \w)|dem leben)"
    r"|(?:dem ganzen|allem)(?: bald)? ein ende",
    r"(?:auf dem tisch|in der narkose) (?:ge)?blieben|mich der chirurg doch gehen",
    r"mich hält (?:hier )?nichts mehr|lasst mich doch gehen",
    rf"lange bin ich [^.!?]{{0,10}}(?:nicht mehr|nimmer) da|{_NO_MORE} lange da bin",
    r"wartet (?:da )?oben auf mich(?=$|[.,;!?])|zu meine[mr] \w+, (?:sie|er) wartet",
    r"wenn (?:der|die|das|mein\w*) \w+ nicht wär\w*,? wär\w* ich (?:schon "
    r"|längst )?(?:weg|tot|fort|nicht)",
    r"ruhe, für immer|nie geboren|nicht geboren worden|wie leicht es wäre, nicht",
    r"(?:dunkle|schwarze|so) gedanken, (?:dass|nicht)|kommen (?:mir )?so gedanken",
    r"hund würde man [^!?]{0,40}(?:erlösen|leiden)|mich lässt man(?=$|[.,;!?])",
)
GERMAN = tuple(as_typed(pattern) for pattern in _WISHES)
