"""Phrases of an emergency in Spanish, and what takes them back."""

import re
from collections.abc import Mapping

from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.lexicon import Lexicon, at_word

# A few words between, none of which turns the phrase round.
_WORD = r"(?: (?!(?:no|ni|nunca|sin|menos|tampoco)\b)[\w']+)"
_WORDS = rf"{_WORD}{{0,3}}?"
_CANNOT = (
    r"(?:incapaz de|(?:(?:ya )?no|ni(?: siquiera)?|apenas|casi no)"
    r" (?:puedo|pueda|podia|pude|he podido|logro|consigo|soy capaz de)"
    r"(?: (?:ni|casi|ya|bien|siquiera)\b){0,2})"
)
_HARD = (
    rf"(?:{_CANNOT}|me (?:cuesta|esta costando|costaba)(?: \w+)?"
    r"|(?:dificultad(?:es)?|problemas) (?:para|al))"
)
_PEE = r"(?:orinar|mear|hacer (?:pi(?:s|pi)|del ba[ñn]o)|vaciar(?: bien)? la vejiga)\b"
_URINE = r"(?:orin(?:a|es)?|pis|pipi)\b"
_STOOL = r"(?:heces|caca|popo|deposicion(?:es)?|excremento)\b"
_NUMB = r"(?:(?:a?dormid|entumecid|acorchad|anestesiad)[oa]s?|insensibles?)\b"
_NO_FEELING = (
    rf"(?:{_NUMB}|adormecimiento|entumecimiento|hormigueos?|cosquilleos?"
    r"|no (?:siento|noto|tengo (?:sensibilidad|sensacion))(?: nada| bien)?"
    r"|(?:sin|perdida de) sensibilidad|(?:como|de) (?:corcho|algodon)"
    r"|(?:he perdido|perdi) (?:la )?(?:sensibilidad|sensacion))"
)
_SADDLE = (
    r"(?:entre (?:las|mis) (?:piernas|muslos)|entrepierna|genital(?:es)?"
    r"|partes (?:intimas|privadas)|zona intima|(?:el|del|mi) ano|perineo?|pene|escroto"
    r"|testiculos|vagina|vulva|nalgas|gluteos|trasero|culo|(?:la|las) ingles?"
    r"|parte (?:de abajo|intima)|ahi abajo)\b"
)
_SLIPS = r"se me (?:ha )?(?:escap\w+|sal\w+|va|iba|fue|ido)"
_NOW_NOT = r",? (?:y |pero )?(?:ahora|hoy)(?: ya)? no\b"
_BOTH = r"(?:ambas|ambos|(?:las|los|mis) dos)"
_LEGS = rf"(?:(?:las|mis|{_BOTH}) piernas|(?:los|mis|{_BOTH}) pies)"
_SWELLS = r"(?:la cara|el rostro|los labios|la lengua)"
_ENDS = r"(?= ?(?:$|[.,;:!?]|(?:mas|nada|porque|desde|sin ayuda|de la|de mi|del)\b))"

OTHER_PEOPLE = (
    r"ella|ellos|ellas|ey|marido|esposo|esposa|mujer|pareja|novi[oa]|herman[oa]s?"
    r"|padre|madre|papa|mama|hij[oa]s?|ti[oa]s?|prim[oa]s?|abuel[oa]s?|niet[oa]s?"
    r"|suegr[oa]s?|cu[ñn]ad[oa]s?|vecin[oa]s?|amig[oa]s?|compa[ñn]er[oa]s?|perr[oa]"
    r"|gat[oa]|alguien|gente|personas?|pacientes?|protagonista|se[ñn]ora?"
)
_OF_ANOTHER = rf"(?! de (?:(?:el|la|los|las|mis?|sus?|una?) )?(?:{OTHER_PEOPLE})\b)"

_PATTERNS: Mapping[str, str] = {
    "urine_hesitancy": (
        rf"(?:{_HARD}|sin(?: poder)?) (?:(?:empezar|comenzar) a )?{_PEE}"
        r"|no (?:hago|he hecho) pis|a gotas"
        rf"|(?:intento|trato de) {_PEE}|{_PEE} me (?:resulta|es) imposible"
        rf"|orino{_WORDS} (?:poco|esfuerzo)"
        rf"|(?:hacer|hago|haciendo) (?:mucha )?fuerza (?:para|al) {_PEE}"
        r"|no (?:he (?:orinado|meado|hecho pis)|orino) (?:desde|en|nada)"
        rf"|chorro{_WORD}{{0,5}}? (?:debil|flojo|fino)\b"
        rf"|no (?:me )?sal(?:e|io|ia) (?:(?:la |el )?{_URINE}|nada{_WORDS} {_PEE})"
        rf"|(?:no (?:me )?sale )?ni (?:una )?gota de {_URINE}"
        rf"|no (?:me )?sale ni (?:una )?gota|{_PEE}[^.!?]{{0,15}}? no (?:me )?sale nada"
        r"|retencion (?:de orina|urinaria)"
        rf"|(?:podia|pude) {_PEE}{_NOW_NOT}|{_CANNOT}(?: \w+){{1,4}}?,? ni {_PEE}"
    ),
    "bladder_sensation_loss": (
        r"no (?:siento|noto|me (?:entero|doy cuenta)(?: de)?)"
        r" (?:cuando|si|que|las ganas de)"
        rf" (?:(?:la|mi) vejiga|(?:tengo|necesito)(?: \w+){{0,2}} {_PEE}|{_PEE}"
        rf"|(?:me )?orino"
        r"|voy al ba[ñn]o|hago (?:caca|popo|de vientre)|estoy orinando"
        r"|(?:me )?hago pis)|no (?:siento|noto) (?:la|mi) vejiga"
    ),
    "urine_leak": (
        rf"{_SLIPS}(?: un poco)?(?: (?:la|el|de))? {_URINE}"
        r"|me (?:orin[eo]|me[eo]|he orinado|he meado|hago pi(?:s|pi)|hice pi(?:s|pi)"
        r"|he hecho pi(?:s|pi)|est(?:oy|aba) (?:orinando|meando|haciendo pi(?:s|pi)))"
        r"(?: \w+)? (?:encima|en la cama|sin (?:querer|darme cuenta|control|sentir"
        r"|notar|enterarme))"
        r"|(?:perdi|perdido|perdiendo|pierdo|perder) (?:el )?control de la"
        r" (?:vejiga|orina)"
        r"|(?:pierdo|(?:gotas|perdidas) de) (?:orina|pis)|incontinen(?:te|cia)\b"
        rf"|{_CANNOT} (?:aguantar|retener|controlar) (?:la |el )?(?:{_URINE}|vejiga)"
        r"|no (?:controlo|aguanto|retengo) (?:la |el )?(?:orina|pis|pipi|vejiga)\b"
        r"|moje la cama|se me escapa todo\b|me (?:hago|hice|he hecho) encima"
    ),
    "stool_leak": (
        rf"{_SLIPS}(?: un poco)?(?: (?:las?|el|de))? {_STOOL}"
        r"|me (?:hice|hago|he hecho) (?:caca|popo)|me (?:ensuci[eo]|he ensuciado)\b"
        r"|me (?:cag[oue]+|he cagado) encima"
        r"|no (?:controlo|siento|puedo (?:controlar|aguantar))"
        rf" (?:(?:el|los|las|la|mis) )?(?:intestinos?|esfinter\w*|{_STOOL})"
        r"|(?:perdi|perdido|perdiendo|pierdo|perder|perdida de|descontrol)"
        r"(?: (?:el )?control)? (?:del intestino"
        r"|de (?:(?:los|mis) )?(?:intestinos|esfinteres))"
        r"|incontinencia fecal"
        rf"|(?:manch|ensuci)\w+{_WORD}{{0,4}}? {_STOOL}"
    ),
    "saddle_numbness": (
        rf"{_NO_FEELING}{_WORD}{{0,5}}? {_SADDLE}{_OF_ANOTHER}"
        rf"|{_SADDLE}{_WORDS} {_NUMB}"
        r"|se me (?:duermen?|durmio|durmieron|han? dormido)"
        rf" (?:(?:el|los|las?) )?{_SADDLE}"
        rf"|no me (?:noto|siento) (?:nada en )?(?:(?:el|los|las?|mis?) )?{_SADDLE}"
        r"|no siento (?:el papel|(?:al|cuando me) limpi\w+)"
        rf"|{_NO_FEELING}{_WORDS} limpi(?:arme|o)\b"
    ),
    "numbness_both_legs": (
        rf"no (?:me )?(?:siento|noto) (?:bien )?{_LEGS}|{_LEGS}{_WORDS} {_NUMB}"
        rf"|ni (?:siento|noto) {_LEGS}(?! {_NUMB})"
        r"|no (?:siento|noto)(?: nada)? de (?:la )?cintura (?:para|hacia) abajo"
        rf"|(?:sentia|notaba) {_LEGS}{_NOW_NOT}"
        rf"|se me (?:duermen|durmieron|han dormido) {_LEGS}|{_NUMB} {_LEGS}"
        rf"|{_LEGS}(?: se)?(?: me)? hormigue\w+"
        rf"|{_LEGS} se me (?:duermen|durmieron|han dormido)"
        r"|(?:hormigueos?|adormecimiento|entumecimiento|cosquilleos?)"
        rf"{_WORDS} {_BOTH} (?:piernas|pies)"
    ),
    "weakness_both_legs": (
        rf"(?:las|mis|{_BOTH}) piernas(?: se)?(?: me)?"
        r" (?:fallan|flojean|flaquean|doblan|no me (?:sostienen|responden|aguantan"
        r"|sujetan))"
        r"|me (?:fallan|flojean|flaquean) las piernas|se me doblan las piernas"
        r"|piernas (?:como )?de (?:trapo|goma|gelatina)"
        rf"|(?:debilidad|flojera|sin fuerza){_WORDS} {_BOTH} piernas"
        rf"|{_BOTH} piernas (?:muy )?(?:debiles|flojas)"
        rf"|no me (?:sostienen|responden|aguantan) (?:las )?piernas"
        rf"|(?:sin|poca|menos|no tengo|no me queda) fuerzas?{_WORDS} piernas"
        rf"|{_BOTH} piernas(?: \w+)? sin fuerza"
        rf"|{_CANNOT} mover (?:las|mis|{_BOTH}) piernas|paralizad[oa]s?\b|paralisis\b"
    ),
    "leg_pain_both_sides": (
        rf"dolor(?:es)?{_WORD}{{0,4}}? {_BOTH} piernas"
        rf"|me duelen (?:mucho )?{_BOTH} piernas"
    ),
    "rapidly_worsening_weakness": (
        rf"debilidad{_WORDS} (?:a peor|empeora\w*|avanza\w*|aumenta\w*|cada hora)"
        r"|mas debil que hace una hora|cada (?:hora|minuto)(?: \w+)? (?:mas debil"
        r"|menos fuerza)"
    ),
    "foot_drop": (
        rf"{_CANNOT} (?:levantar|subir|alzar|mover) (?:la punta del|el|mi) pie"
        r"|arrastr(?:o|ando) (?:el|un|mi) pie|pie (?:\w+ )?caido"
        r"|pie (?:\w+ ){0,3}(?:colgando|cuelga)|se me (?:cae el pie"
        r"|arrastra)"
    ),
    "cannot_stand_or_walk": (
        rf"{_CANNOT} (?:caminar|andar|(?:ponerme|estar|tenerme|mantenerme)"
        rf" (?:de|en) pie|levantarme"
        rf"|pararme"
        rf"|dar (?:ni )?un paso){_ENDS}"
        rf"|no me (?:tengo|sostengo|mantengo) (?:en|de) pie{_ENDS}"
        rf"|(?:podia|pude) (?:caminar|andar){_NOW_NOT}"
        rf"|no me puedo (?:levantar|poner de pie|parar|sostener){_ENDS}"
    ),
    "face_swelling": (
        rf"(?:cara|rostro|labios|lengua){_WORDS} hinchad[oa]s?"
        rf"|se me (?:ha |han |esta )?hinch\w+ {_SWELLS}"
        rf"|{_SWELLS} se me (?:ha |han |esta |estan )?hinch\w+"
        rf"|hinchazon (?:de|en) {_SWELLS}"
    ),
    "throat_tightness": (
        r"se me (?:cierra|cerro|esta cerrando) la garganta"
        rf"|garganta se me cierra|garganta{_WORDS} (?:cerrad|apretad|cerrando)"
        rf"|opresion en la garganta"
    ),
    "breathing_trouble": (
        rf"{_HARD} respirar\b(?! (?:por|con) la nariz)|me falta (?:(?:el )?aire\b"
        rf"(?! acondicionado)|la respiracion)|falta de aire\b(?! acondicionado)"
        r"|no me entra (?:el )?aire"
        r"|(?:ahogos?|ahogandome|me (?:est(?:oy|aba) )?ahog(?:aba|ando|ue))\b(?! en )"
        rf"|asfixi\w+|{_CANNOT} (?:coger|tomar) aire"
        r"|silbidos? al respirar|respir\w+ (?:mal|con (?:mucha )?dificultad)\b"
        r"|sin aire\b(?! acondicionado)"
    ),
    "sudden_breathlessness": (
        rf"(?:de (?:repente|pronto|golpe)|subit\w+){_WORD}{{0,4}}? "
        r"(?:sin|falta (?:el|de)) (?:aire|aliento)"
        r"|(?:sin aliento|falta de aire)(?: \w+)? (?:de repente|repentin\w+|subit\w+)"
    ),
    "chest_pain": (
        r"(?:(?:me )?duele|dolor(?:es)?|opresion|presion|pinchazos?|punzadas?"
        r"|aprieta|quemazon|peso"
        r"|ardor)"
        rf"{_WORD}{{0,5}}? (?:pecho|torax)\b|dolor toracico|pecho (?:apretado|oprimido)"
    ),
    "coughing_blood": (
        rf"(?:tosi|toso|tosiendo|tos|he tosido){_WORDS} sangre|(?:escup\w+"
        rf"|flemas?){_WORDS} sangre"
        r"|sangre al toser"
        rf"|al toser{_WORDS} sangre"
    ),
    "fainting": (
        r"me (?:desmay[eo]|he desmayado|desvaneci)\b|desmayos?\b|desmayarme\b"
        r"|inconsciente\b"
        r"|(?:perdi|he perdido) (?:el conocimiento|la cons?ciencia)"
    ),
    "slow_breathing_blue_lips": (
        r"labios(?: \w+){0,3}? (?:azul|morad)\w+|respir\w+ (?:muy )?(?:lent[oa]"
        r"|despacio)"
        r"|no (?:podia|podian|pudo|pudieron|lograba) despertarme"
    ),
    "black_stool_or_vomiting_blood": (
        rf"{_STOOL}(?: (?:es|son|era|eran|muy|de color))* negr[oa]s?"
        rf"|hice de vientre{_WORDS} negr[oa]|vomit\w+{_WORDS} sangre|sangre en (?:el"
        rf"|mi) vomito"
    ),
    "tearing_belly_or_back_pain": rf"dolor{_WORDS} (?:desgarr|rasgar|arranca)\w*",
    "shaking_chills": (
        rf"(?:{_CANNOT} (?:parar|dejar)|no (?:par|dej)(?:o|aba)) de (?:temblar|tiritar)"
        rf"|(?:ti?embl\w+|tirit\w+|temblores|escalofrios){_WORDS}"
        r" (?:sin (?:control|parar)|incontrolabl\w+|(?:por|en) todo el cuerpo"
        r"|violent\w+)"
        r"|escalofrios que no (?:paran|cesan)|tiembla todo(?: el cuerpo)?"
        rf"|(?:ti?embl|tirit)\w+{_WORD}{{0,3}} no (?:lo |me )?(?:puedo|podia|consigo"
        r"|logro) (?:controlar|parar)"
        rf"|(?:ti?embl|tirit)\w+{_WORD}{{0,3}} no paro\b"
        r"|tiritonas?\b|casta[ñn]ete\w+(?: \w+)? dientes"
    ),
}

# Without it something does not go, or nobody noticed: no denial of what follows.
_NEEDED = (
    r"(?! (?:ayuda|apoyo|muletas?|baston|andador|darme|sentir\w*|notar\w*|querer\w*"
    r"|enterarme|avis\w+|previo|motivo|razon|pastillas|medic\w+)\b)"
)
# Fear is of what is named at once, not of what follows a comma or a reason.
_TO_ITS_END = r"(?!.*(?:,|\bporque\b|\bpues\b))"
# What is so now.
_AT_ONCE = (
    r"(?:(?:ya |casi |apenas )?(?:no|ni) (?:me |se me )?(?:puedo|siento|noto|consigo"
    r"|logro|sale|controlo)|tengo|estoy|he|siento|noto|(?:se )?me (?:duele|cuesta|falta"
    r"|orin\w|me[oe]|escap\w+|sal\w+|cierr\w+|hinch\w+))\b"
)

SPANISH = Lexicon(
    terms=CompiledLater({code: at_word(text) for code, text in _PATTERNS.items()}),
    clause=re.compile(
        r"[.!?;:¿¡]| pero | aunque | sin embargo | excepto | salvo | sino "
    ),
    denied=re.compile(
        # "no" and the like reach over a few small words only.
        r"\b(?:no|nunca|jamas|tampoco)(?: (?:tengo|tenia|tuve|he|hay|hubo|tenido|siento"
        r"|sentido|noto|notado|presento|padezco|sufro|me|se|la|el|las|los|mi|mis|una?"
        r"|ningun|ninguna|mas|de|nada|mucho|mucha|estoy))*$"
        # "sin" and "ni" reach over a short list, unless a new thought begins.
        rf"|\b(?:sin{_NEEDED}|ni|niego|ningun|ninguna)"
        r"(?: (?!(?:con|y|por|tengo|siento|me)\b)[\w']+){0,3}$"
        r"|\bni (?:siento|noto|tengo)(?: \w+){0,2}$"
        r"|\b(?:no (?:tengo|he tenido|tuve|siento|noto|hay)|sin|niego)\b"
        r"[^.]{0,80}\b(?:ni|o|u)$"
    ),
    denied_after=re.compile(r"^,? no (?:tengo|hay|he tenido|siento)\b"),
    confirmed=re.compile(
        r"^[^,]{0,30}\b(?:como (?:hoy|ahora|este|esta|nunca)|asi|hasta (?:hoy|ahora))\b"
        r"|\b(?:eso|es lo que|lo mismo) (?:es lo que )?(?:tengo|noto|siento|me pasa)\b"
    ),
    other_person=re.compile(
        rf"\b(?:{OTHER_PEOPLE})\b"
        r"(?:(?! (?:yo|me|mi|mis|tengo|siento|noto|estoy)\b)[^,]){0,40}$"
    ),
    own=re.compile(
        r"\b(?:yo|me|mis?|tengo|siento|noto|puedo|consigo|logro|perdi|pierdo|arrastro"
        r"|tos[io]|\w+rme)\b"
    ),
    past=re.compile(
        r"\b(?:antes de (?:la|mi|las|mis|los)"
        r" (?:operacion|cirugia|inyeccion\w*|intervencion|procedimientos?)"
        r"|antes del? (?:mi )?(?:procedimiento|tratamiento)"
        r"|(?<!desde )hace (?:\w+ ){1,3}(?:a[ñn]os|meses)(?! que)|el a[ñn]o pasado"
        r"|en el pasado|de ni[ñn][oa]|antecedentes? de|como (?:siempre|de costumbre))\b"
    ),
    present=re.compile(
        r"\b(?:ahora|hoy|otra vez|de nuevo|nunca|ya no|todavia|aun|sigo|sigue|ayer"
        r"|anoche|desde entonces)\b"
    ),
    only_read=re.compile(
        r"\b(?:en caso de|por si|folleto|prospecto|hoja|instrucciones|riesgos? de"
        rf"|efectos? secundarios?(?! que\b)|miedo (?:al?|de)(?! que\b){_TO_ITS_END}"
        rf"|temo(?! (?:que|estar|haber)\b){_TO_ITS_END}|pesadillas?|so[ñn]e|lei|leido"
        r"|si (?:tuviera|sintiera|notara))\b"
    ),
    thought=re.compile(
        r",|\b(?:y|e|porque|pues|asi que|ahora|hoy)\b"
        rf"|(?<!que )(?<!si )(?<!cuando )\b(?={_AT_ONCE})"
    ),
    stated=re.compile(
        r"\b(?:yo|sigo|llevo|puedo|siento|noto|tengo|estoy|me|mis?|consigo|logro|controlo|he"
        r"|amb[ao]s|(?:las|los) dos|orino|perdi|pierdo|vomit[eo]|tos[io]|escup[io])\b"
    ),
    supposed=re.compile(r"\bsi(?: \w+){0,2}$"),
    consequence=re.compile(
        r"\b(?:llamar\w*|avisar\w*|acudir\w*|debo|deberia|tengo que|hay que)\b"
    ),
    figure=re.compile(
        r"\b(?:de (?:la )?(?:risa|emocion|alegria|felicidad|aburrimiento|verguenza)"
        r"|en (?:la|una) (?:pelicula|serie|novela)|en el (?:libro|cine|juego))\b"
    ),
)
