"""Words that may mean a wish not to be, said in a veiled way, in three languages.

They count as the wish, never as a thought of acting: a person calls and asks.
"""

import re
from dataclasses import replace
from types import MappingProxyType

from tracker.clinical.triage.notes.german_self_harm import GERMAN_SELF_HARM
from tracker.clinical.triage.notes.lexicon import Lexicon, as_typed
from tracker.clinical.triage.notes.nearby import near
from tracker.clinical.triage.notes.nearby_english import NEARBY_ENGLISH
from tracker.clinical.triage.notes.spanish_self_harm import SPANISH_SELF_HARM

_NOT_OF_A_PLACE = r"(?! (?:on|in|at|for|till|until|another|when|tomorrow|all|again)\b)"
# To be, in the words of somebody who doubts it.
_EASY_WITHOUT = (
    r"(?:fine|better|ok|okay|manage|cope|get (?:on|by)|easier|happier|all right)"
)
ENGLISH = (
    r"(?:not|n't|dont|cant|no longer|arsed|bothered|tired of|sick of|enough of"
    r"|done with|stop)(?: \w+){0,2}"
    r" (?:alive|exist(?:ing)?|living(?! room| with))\b(?! without)",
    r"(?:live|living|alive|life) (?:for\b|or (?:die|dead|not)|(?:is|was"
    r"|has been) (?:over"
    r"|done|finished))|left to live|do life|care if i live|(?:my )?life (?:was"
    r"|is) over",
    near(r"without me|when i'?m gone|if i (?:was|were|am)(?:n'?t| not)", _EASY_WITHOUT),
    r"(?:miss|notice) (?:me|if i)\b|miss me (?:if|when)|waste of (?:space"
    r"|time and air)",
    r"millstone|in every(?:one|body)'?s way|no (?:use|good) to (?:any(?:one|body)"
    r"|them)",
    r"this(?: is|'?ll be| will be) my last message|(?:not|no wish to) (?:see"
    r"|make it to) (?:christmas|another (?:day"
    r"|morning|year))|only way out(?! of the)|let me go on the table|be let go"
    r"|check out\b",
    r"(?:go|gone|went|died|die|slip away) in my sleep|(?:lived|been here) long enough",
    r"(?:wanna|want to|rather|wish i (?:was|were)) (?:just )?be dead|\bkms\b|(?:any"
    r"|no) reason to"
    r" (?:live|go on)|(?:given|written) (?:\w+ ){0,3}(?:letters?|notes?) to the kids",
    r"enough of this life|hit by a bus|(?:stayed|stay) under(?: for good)?"
    r"|not the pain, every"
    r"|animals? (?:\w+ )?(?:out of their|out of its) misery|free of (?:me|all this)",
    r"(?:not|n't)(?: plan on)? be(?:ing)? around\b|(?:made|make) my mind up"
    r"|calm now i'?ve"
    r" decided|asleep and (?:nobody|never)|use booking me",
    r"scare myself with (?:the things|what)|how easy it would be",
    r"(?:vanish|disappear) (?:off|from|for (?:good|ever))|(?:stop|over"
    r"|end)\b[^!?]{0,20}"
    r" for good\b",
    near(
        r"every(?:one|body)|they|family|kids|children|wife|husband|son|daughter",
        r"better(?: off)? (?:without me|if i|with me gone)|rid of me|get over (?:it"
        r"|me)",
        within=4,
    ),
    r"(?:i'?m|i am|i'?ve been|been|such|just|only"
    r"|nothing but)(?: \w+)? a burden\b(?! asking)",
    r"(?:point|use) (?:of|in) (?:me|living|going on|carrying on|being here)\b",
    r"what'?s the point any ?more|(?:see|is|there'?s) no point any ?more",
    near(
        r"hop(?:e|ing)|wish|pray(?:ing)?|rather|like|love|want",
        r"(?:don'?t|not|never|didn'?t) (?:to )?wak(?:e|ing)(?! up (?:early|at|so"
        r"|with))",
        within=5,
    ),
    r"(?:stay|fall) asleep (?:for good|forever|and)|and stay asleep|sleep for ?ever",
    r"hadn'?t (?:come round|woken|woke|made it|been born)|never (?:been born"
    r"|come round)",
    near(r"giv(?:e|ing|en)|gave|shar(?:ed|ing) out", r"won'?t (?:be )?need(?:ing)?"),
    near(
        r"tablets|pills?|meds",
        r"way out|just thinking|tempt\w+|end it|all at once and",
        within=12,
    ),
    rf"(?:not|don'?t|dont|n't) (?:want to|wanna) be (?:here|around"
    rf"|alive){_NOT_OF_A_PLACE}",
    r"(?:want|wish|like|love)(?: i)?(?: could)?(?: to)?(?: just)? "
    r"(?:disappear|vanish|be gone|not exist|not be here)\b(?! (?:to|into|on|for a))",
    near(
        r"letters?|funeral|goodbyes?|my will", r"(?:i'?m|i am) gone|after me", within=9
    ),
    r"if this is (?:what |all )?(?:life|living)|call this (?:a )?(?:life|living)",
    r"(?:not|isn'?t|no) (?:a |much of a )?life\b(?! insurance)|no kind of life",
    r"rather be with (?:him|her|them)|(?:go|be) and join (?:him|her)|join (?:him"
    r"|her) soon",
    r"(?:done|finished|through) with (?:it all|everything|life|living|all of it)",
    r"done\b[^!?]{0,40} with all of it|enough of (?:living|life|it all|everything)",
    r"(?:dog|animal) (?:to )?(?:live|suffer)(?: \w+)? (?:like|this)|out of my misery",
    r"future with(?:out)? me|(?:can'?t|cannot|don'?t) (?:see|have) (?:a|any) future"
    r"|(?:no|any|a) future (?:for me|any ?more|left)|no future",
    r"(?:won'?t|not|n't)(?: \w+)? (?:here|around) (?:for )?(?:much longer|long)\b",
    r"not long for this world|no reason (?:for me )?to (?:keep going|go on|get up"
    r"|live|stay)",
    near(r"lord|god|jesus", r"tak(?:e|es|ing) me|call(?:s|ed)? me(?: home)?", within=3),
    r"(?:not|n't) being alive|(?:dark|black|bad|awful) thoughts"
    r"|end(?:ing)? it(?: all)?\b",
    r"(?:don'?t|dont|do not|not) (?:want to|wanna|care to) (?:live|go on|carry on"
    r"|exist)\b"
    r"(?! (?:with (?:the|my|this)|on|in|at|taking|doing|holiday)\b)",
    r"can'?t (?:go on|carry on|face) (?:any ?more|any longer|living|another day)",
    r"(?:mind|care|matter) if i (?:didn'?t|don'?t|never|died|die|was|were) "
    r"(?:wake|gone|here|woke|tomorrow)",
    r"tired of (?:living|life|being alive|fighting|it all)|give up on life"
    r"|give up on it all",
)

_ALIVE = r"(?:vivir|seguir (?:viv\w+|en este mundo|aqui|aca|adelante|existiendo))"
SPANISH = (
    r"(?:no (?:quiero|puedo)|dejar de|sin|cansad[ao] de|hart[ao] de)(?: \w+)?"
    r" (?:existir|vivir\b(?! (?:con|solo|sola|en))|estar (?:viv[ao])?(?=$|[.,;!?]))",
    r"(?:igual|lo mismo|vale la pena|para que|pa que|seguir) viv\w+|vivir (?:que"
    r"|o) morir",
    r"(?:descansarian?|mejor|bien|arregla\w*|felices|tranquilos)[^.!?]{0,25}"
    r" (?:sin mi\b|si (?:yo )?no estuv\w+|cuando (?:yo )?(?:me vaya|no este))",
    r"si (?:yo )?no estuviera\b|si (?:un dia )?no estoy\b|de menos si"
    r"|me echar\w+ de menos",
    r"no (?:ver|llegar|pasar) (?:a )?(?:otro dia|otra ma[ñn]ana|navidad|ma[ñn]ana)",
    r"(?:llegando|llegar) a (?:navidad|ma[ñn]ana)|(?:me )?despedi(?:r)? de (?:mi"
    r"|todos)",
    r"(?:todo|esto) (?:termine|acabe|se acabe)[^.!?]{0,12} para siempre|(?:es"
    r"|sera) mi ultimo mensaje|ultima vez que os",
    r"unica salida(?! (?:del|de la))|no veo (?:otra )?salida|volver nunca mas"
    r"|mi vida (?:se )?(?:termino|acabo)",
    r"no (?:valgo|sirvo)(?: \w+)? (?:para |pa )?nada|quedado en el quirofano|dejen ir",
    r"(?:doy|dar) (?:\w+ )?(?:trabajo|molestias)|molest[oa]r? (?:mas )?a nadie",
    r"(?:dios|virgen|se[ñn]or)[^.!?]{0,30} me lleve|me lleve ya|salido del quirofano",
    r"(?:quiero|que) (?:que )?(?:se )?(?:termine|acabe)n? todo (?:de una vez|ya)"
    r"|descansar de mi",
    r"si ma[ñn]ana no (?:me )?despierto|no levantarme nunca mas|levantarme nunca mas",
    r"no (?:voy a|pienso) estar(?=$|[.,;!?])|irme? con mi \w+, que|dar guerra"
    r"|lo que voy a hacer",
    r"nadie me llamara nunca|lo unico que me frena|lo tengo decidido",
    r"en este mundo|me asusto de lo que pienso|trague? la tierra",
    r"(?:mejor\w*|tranquil\w+|descansad\w+) sin mi(?=$|[.,;!?]| y\b| seguro)",
    r"(?:soy|sigo siendo|ser|siento)(?: \w+)? (?:una|un) (?:carga|molestia|estorbo"
    r"|peso)",
    r"(?:ve|veo|tiene|encuentro) (?:el )?sentido (?:a (?:seguir|vivir|nada|la vida"
    r"|esto)"
    r"|(?:seguir|vivir))|(?:para|pa) que (?:seguir|vivir|sigo|vivo)",
    rf"(?:no|ni) (?:quiero|puedo|deseo|(?:me )?(?:quedan|tengo)(?: mas)? ganas de)"
    rf" (?:mas )?{_ALIVE}",
    r"no tengo mas ganas de (?:vivir|nada|seguir)|sin ganas de (?:vivir|seguir viv\w+)",
    r"no quiero estar (?:mas )?(?:aqui|aca|en este mundo)(?! (?:en|otra|una|toda"
    r"|mas)\b)",
    near(
        r"ojala|quisiera|querria|mejor|preferiria|no me importa|espero|rezo|pido"
        r"|gustaria",
        r"(?:no|nunca) (?:\w+ )?(?:despert\w+|amanec\w+|amanezco|haber nacido)",
        within=5,
    ),
    r"no despertara? (?:mas|nunca)|dormir(?:me)? (?:y no despertar|para siempre)",
    r"descansar (?:por fin|para siempre|de una vez|en paz)|irme (?:en paz"
    r"|de este mundo)",
    near(
        r"pastillas", r"pensando(?: \w+)?|tentacion|de golpe|todas (?:juntas|a la vez)"
    ),
    near(r"regal\w+|repart\w+", r"no l[ao]s voy a (?:necesit\w+|usar)", within=9),
    r"(?:quiero|quisiera|ganas de|gustaria|pudiera"
    r"|deseo)(?: \w+)? (?:desaparecer\b(?! un)"
    r"|esfumarme|morir(?:me)?\b(?! de)|irme (?:ya )?con (?:mi|dios|ey|ella))",
    r"dios (?:\w+ ){0,2}me (?:lleve|recoja|llame)|me lleve (?:dios|de una vez"
    r"|la muerte)",
    r"(?:mejor|pa|para) no vivir|para vivir (?:asi|como)|(?:esto|asi) no es vida"
    r"|vivir asi no",
    r"cuando yo (?:ya )?(?:falte|no este)\b|despedirme de (?:todos|mis|la vida)",
    r"(?:acabar|terminar) con (?:todo|mi vida)|quitarme (?:de en medio|la vida)",
    r"ya (?:he )?vivi(?:do)? (?:bastante|suficiente|lo suficiente|demasiado|mucho)",
    r"(?:nada|nadie) (?:que )?me (?:ate|retiene|ata|retenga|espera)",
    r"si no fuera por [^.!?]{0,25}(?:no estaria|ya me habria|no seguiria)",
    r"(?:ya )?no (?:pienso|voy a|creo que vaya a) estar (?:aqui|aca|por aqui) mucho",
    r"(?:ideas|pensamientos) (?:\w+ )?(?:fe[ao]s|negr[ao]s|mal[ao]s|oscur[ao]s)",
    r"(?:cansad[ao]|hart[ao]) de (?:vivir|la vida|estar viv[ao]|luchar)",
    r"nadie (?:me )?(?:echaria|extra[ñn]aria|va a extra[ñn]ar)|no (?:haber"
    r"|hubiera) nacido|tragara la tierra|a un animal no",
)

_GERMAN = (
    r"nicht(?: mehr)? (?:\w+ )?(?:existieren|weiterleben|am leben|auf der welt|da sein"
    r"|da zu sein)\b",
    r"(?:wofür|für was|warum|wozu)(?: \w+){0,3} (?:leb\w*|aufsteh\w*|noch da)\b",
    r"ob ich (?:noch )?leb\w*|(?:genug|lang genug) (?:gelebt|vom l(?:e|ä)ben)"
    r"|leben vorbei",
    r"leben (?:ist|war) (?:vorbei|zu ende|gelaufen)|mich (?:doch )?gehen(?: lassen)?\b",
    r"ohne mich (?:\w+ )?(?:zurecht|klar|gut|aus)|vermissen würde|jemand vermiss\w+",
    r"(?:nicht mehr|nimmer|nicht) erleben|nächsten morgen nicht",
    r"(?:ist|war) meine letzte nachricht|leben sie wohl|lebt wohl",
    r"alles (?:soll )?aufhören|(?:einzige[rn]?|der) ausweg|luft auflösen",
    r"bringe? mich (?:noch |bald )*um\b(?! den)|(?:nicht mehr|nimmer) auf(?:wachen?"
    r"|wache)\b",
    r"auf dieser welt sein|(?:kein\w*|einzige[rn]?) ausweg|alles vorbei sein"
    r"|ewig schlafen",
    r"(?:dem ganzen|allem)(?: bald)? ein ende|weiß, was ich tue|nichts dafür können",
    r"hört ihr nichts mehr|will nur noch zu meine[rm]|erlebe ich nicht mehr",
    r"nie wieder (?:kommen|aufwachen)|klot?z am bein|allen (?:das )?erspar\w*",
    r"verabschied\w* für immer|wie leicht es wäre|papiere sind geordnet",
    r"pillen liegen|(?:pillen|tabletten)[^.!?]{0,30} (?:denk\w*|drüber nach"
    r"|darüber nach)",
    r"nie geboren|später nicht böse|gnueg vom|genug vom leben",
    r"ohne mich\b[^.!?]{0,25}(?:besser|leichter)|(?:besser"
    r"|leichter)[^.!?]{0,12} ohne mich",
    r"wozu (?:soll|sollte|noch|das alles|weiter|lebe)|alles keinen sinn"
    r"|was soll das noch",
    r"(?:leben|weitermachen|alles)[^.!?]{0,15} kein(?:en)? sinn(?: mehr)?",
    r"(?:nicht|nie|nimmer)(?: mehr| wieder)? aufwachen|aufwach\w* (?:muss"
    r"|mag) ich nicht",
    near(r"falle?|bin|sei", r"(?:zur|eine|nur|noch) (?:last|belastung)", within=5),
    r"(?:will|mag|mog|möchte?|kann)(?: \w+)?,? (?:gar )?nicht mehr(?: so)?"
    r"(?: (?:da|do|hier))? (?:weiter)?(?:leben|sein)\b",
    r"(?:mag|mog|will) (?:einfach |gar )?nicht? mehr(?=$|[.,!?])|mog nimmer",
    r"kein\w* (?:bock|lust|kraft)(?: mehr)? (?:auf|zum|am|zu) (?:\w+ )?leben",
    near(
        r"tabletten|pillen", r"überlegt|nachgedacht|alle auf einmal|gesammelt", within=9
    ),
    r"verschenkt[^!?]{0,25} brauch\w*[^.!?]{0,20} nicht",
    r"(?:möchte|will|würde|könnte)(?: \w+){0,4} (?:verschwinden|weg sein|nicht mehr da"
    r" sein)\b",
    r"(?:herrgott|herr|gott)[^.!?]{0,25} (?:hol\w*|nimmt|zu sich)"
    r"|ich bin bereit zu gehen",
    r"kein leben(?: mehr)?\b|(?:lieber|besser|gerne?) tot\b|lebensmüde|(?:des"
    r"|vom) leben"
    r"s? müde|müde vom leben",
    r"(?:nach mir|wenn ich (?:mal )?nicht mehr (?:bin|da bin))\b[^.!?]{0,20}",
    r"schluss (?:zu )?mach\w* mit (?:allem|dem ganzen|dem leben)|mit allem schluss",
    r"ende (?:zu )?(?:setz\w*|bereit\w*)|allem ein ende|muss ein ende haben",
    r"(?:op|tisch|narkose)[^.!?]{0,20} (?:geblieben|gestorben"
    r"|nicht (?:mehr )?aufgewacht)",
    r"hält (?:mich )?hier nichts|(?:mich hält|hält mich) (?:hier )?nichts",
    r"(?:nicht|nimmer)(?: mehr)? lange? (?:da|hier|leben)"
    r"|lange bin ich[^.!?]{0,10} nicht",
    r"wartet da oben|oben auf mich|zu meine[mr] \w+,? (?:in den himmel|da oben)",
    r"wenn (?:der|die|das|mein\w*) \w+ nicht (?:wär\w*),? (?:wär\w*|dann)",
    r"(?:gleich|egal|wurscht|wurst),? ob ich (?:morgen )?(?:noch |überhaupt )*"
    r"(?:leb\w*|aufwach\w*|da bin)",
    r"ruhe,? für immer|für immer (?:schlafen|ruhe|weg|einschlafen)|ewige ruhe",
    r"(?:dunkle|schwarze|böse|dumme|schlimme|so) gedanken",
    r"(?:hund|tier) (?:\w+ )?würde man[^!?]{0,60} (?:erlösen|einschläfern|leiden)",
    r"nie geboren|nicht geboren worden|niemand\w* würde mich vermissen",
)
GERMAN = tuple(as_typed(pattern) for pattern in _GERMAN)

# The words say themselves whose they are.
_OWN = re.compile("")


def _meant(lexicon: Lexicon, patterns: tuple[str, ...]) -> Lexicon:
    joined = re.compile(rf"\b(?:{'|'.join(patterns)})")
    return replace(lexicon, own=_OWN, terms=MappingProxyType({"passive": joined}))


NEARBY_SELF_HARM = (
    _meant(NEARBY_ENGLISH, ENGLISH),
    _meant(SPANISH_SELF_HARM, SPANISH),
    _meant(GERMAN_SELF_HARM, GERMAN),
)
