"""Spanish words of an emergency near each other, as said from Madrid to Bogotá."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tracker.clinical.triage.notes.nearby import near
from tracker.clinical.triage.notes.spanish import OTHER_PEOPLE, SPANISH

# How people spell what the patterns spell right.
_TYPED = (
    ("siento", "[sc]ient[oea]"),
    ("baño", "(?:ba[ñn]i?o|vaño)"),
    ("vejiga", "(?:[vb]e[jg]i[gj]u?a|bladder)"),
    ("hacer", "h?a[cs]er"),
    ("hago", "h?ago"),
    ("hice", "h?i[cs]e"),
    ("puedo", "p(?:ue|u|eu)do"),
    ("que ", "(?:que|q|k) "),
    ("para abajo", "(?:pa(?:ra)?|hacia|p') ?a?bajo"),
    ("nada", "na(?:da)?"),
    ("fuerza", "fuer[zs]a"),
    ("ahog", "ah?og"),
    ("orin", "h?or+in"),
    ("anestes", "ane?ste[scz]"),
)

# Words between the two that turn the phrase round.
_NOT = (
    r"no|ni|nunca|jamas|sin|tampoco|ningun|mejor\w*|normal\w*|perfect\w+|desaparec\w+"
    r"|antes|cruz\w+|pinchazo|dolor\w*|molesti\w+|ardor|cambios?|diferencia"
)
# What has passed, or is less than before: before the phrase and after it.
_GONE = "".join(
    f"(?<!{word} {small})"
    for word in ("quito", "quitado", "desaparecio", "fue", "menos", "adios a", "paso")
    for small in ("", "el ", "la ", "los ", "las ")
)
_GONE += "(?<!se hizo )(?<!se le )(?<!nada de )(?<!cero )(?<! si se me )"
_GONE += (
    "(?<! si me )(?<!puede dar )(?<! que si )(?<!antes )(?<!antes me )(?<!antes se me )"
)
_GOES = (
    r"(?!(?:,? \w+){0,3},? (?:desaparec\w+|mejor\w*|se (?:me )?(?:fue|quito|ha ido"
    r"|ha quitado|paso(?! a))|ya (?:paso|no (?:me pasa|tengo|esta)|esta(?: bien)?$)"
    r"|ya no$|baj(?:o|aron)(?! l[ao]s?\b)|como siempre|de la risa|de (?:tanto )?llorar"
    r"|por la nariz|volvio (?:todo|la|a la)|de (?:ver|pensar|saber))\b)"
)

_CANNOT = (
    r"(?:(?:no|ni|apenas|casi no|ya no|tampoco) (?:me |lo |la |las |los |le )?(?:puedo"
    r"|pude|podia|h?e podido|logr\w+|consig\w+|estoy pudiendo|soy capaz|doy|hay (?:manera|forma|modo))"
    r"|no me dan? (?:las )?fuerzas?|(?:no tengo|sin) fuerzas?|sin poder|incapaz"
    r"|imposible)"
)
_HARD = (
    rf"(?:{_CANNOT}|(?:me|se me) (?:esta |hace |ha )?(?:\w+ )?(?:cuesta|costando"
    r"|costado|costo|imposible|dificil|complica)|batall\w+|trabajo para|ni modo de"
    r"|dificultad\w*|problemas? para|h?e dejado de)"
)
_UNFELT = (
    r"(?:(?:no|ni|apenas|casi no|ya no|tampoco) (?:siquiera )?(?:(?:me|lo|la|los|las|le"
    r"|casi|bien) ){0,2}(?:siento|sent\w+|not[oe]|notaba|percib\w+|enter[oe]"
    r"|(?:me )?doy cuenta|di cuenta|cuenta me (?:doy|di)|distingo|capto)(?! "
    r"(?:\w+ )?(?:dolor\w*|molest\w+|cambios?|mejor\w*|raro|nada (?:raro|malo|de dolor)"
    r"|cansad\w+|debil\w*|h?ormig\w+|adorme\w+|entum\w+|calambr\w+|pinch\w+|fiebre"
    r"|miedo|seguro|culpa|bien)\b|(?: (?!y|e|estan?|como|tengo)\w+){0,4} (?:dormid"
    r"|entum|adorme|acorch|rar[oa])\w*)|dej\w+ de (?:sentir|notar)\w*|(?:siento|noto) "
    r"(?:muy )?(?:poco|menos|apenas)|sensibilidad (?:nula|cero|rara)|(?:falta"
    r"|perdida) de (?:sensi\w+|tacto)|sin (?:sentir\w*|notar\w*|enterarme|sensibilidad"
    r"|sensacion|tacto)|(?:perd\w+|poca|menos|cero|nada de|no (?:tengo|hay|queda)) "
    r"(?:la |toda la |el )?(?:sensibilidad|sensacion|tacto))"
)
_NUMB = (
    r"(?:(?<!quedado )(?<!quede )(?<!quedo )(?<!he )dormi(?:d[oa]s?|os|as)(?! (?:con"
    r"|bien|mal|toda?|entre|h?asta|mejor)\b)|adorme[cs]\w+|adormil\w+|entum\w+"
    r"|durmier\w+|duerm[ae]n?|durmio|acorch\w+|acarton\w+|tont[oa]s?|zombi\w*"
    r"|anestes\w+|insensib\w+|muert[oa]s?(?! de)|engarrot\w+|atontad[oa]s?|(?:de|como"
    r"|un|parece\w*|piso|sobre) (?:\w+ )?(?:corcho|carton|goma|algodon\w*|madera"
    r"|plastico|nubes?|trapo|palo|esponja|hule|caucho|tabla)|dentista|ni frio ni calor"
    r"|apagad[oa]s?|desconectad[oa]s?|no me pertenec\w+|muñeco|congelad\w+|h?ormig\w+"
    r"|cosquill\w+|alfiler\w*|aguj(?:as?|it\w+)|pinchazos|numb|ajen[oa]s?|sord[oa]s?"
    r"|(?:no (?:son?|es|parece) (?:mi[oa]s?|parte))|(?:de|a|tocar) otr[oa](?: persona)?"
    r"|como (?:si (?:\w+ ){1,2})?(?:medias|calcetin\w+|guantes)|como si no "
    r"(?:l[oa]s? )?(?:fuer\w+|estuv\w+|exist\w+|tuv\w+|hubi\w+))"
)
_ODD = (
    r"distint[oa]s?|diferentes?|acolchad\w+|como h?inchad\w+|rar[oa]s?|extrañ[oa]s?"
    r"|calambr\w+|electric\w+|quem\w+|zumb\w+"
)

_URINE = (
    r"orin\w*|mear\w*|me[oa]da|meo|mee|meando|pis|pipi|pichi|chis|chichi|vejiga|del? "
    r"(?:numero )?(?:uno|1)|aguas? menores|miccion\w*|desaguar|va[cs]iar(?! (?:el|los"
    r"|las|mi)\b)|pishar|pee|tinkl\w+|(?:pasar|tirar|hacer) (?:el )?aguas?"
)
_TOILET = (
    r"baño|inodoro|ta[zs]a|excusado|e?scusado|w[ac]ter|vater|retrete|lavabo|poceta"
    r"|toilet|urinario|mingitorio|servicio|aseo|bacinica|orinal|wc"
)
_NOTHING_COMES = (
    r"no (?:me )?(?:sal(?:e|ia|io)|vien\w+|baja\w*|cae\w*|echo|hago|h?e hecho|arranc\w+"
    r"|empieza|fluye|quier\w+ (?:salir|arrancar))|sale nada|(?:casi )?nada de nada"
    r"|casi nada|queriendo|voy y? ?nada|(?:un\w+|dos|tres|cuatro|pocas|solo"
    r"|puras) got\w+|ni (?:una? )?(?:got\w+|chis|pipi|pis|pizca)|(?:y|pero) nada(?! "
    r"(?:mas|de|que|raro)\b)|no hay (?:manera|forma|modo|caso)|(?:y|pero)(?: \w+)? "
    r"(?:no (?:puedo|pude|logro)|imposible)"
)
_HELD_BACK = (
    rf"{_NOTHING_COMES}|got(?:as?|it\w+|e\w+)|presion|puj\w+|empuj\w+|(?<!con )(?<!con mucha )(?<!con buena )fuerzas?|suplicio|aplast\w+|queda|esfuerzo"
    r"|forz\w+|esforz\w+|apret\w+|tard\w+|demor\w+|arranca\w*|un (?:buen )?rat\w+"
    r"|esper\w+|poquit\w*|flaqui?t\w+|floj\w+|debil\w*|fin[oa]|finit\w+|delgad\w+"
    r"|h?ilit\w+|h?ilill\w+|aflo[jg]\w+|(?:entre)?cort(?:ad[oa]|a|ando)|tranc\w+"
    r"|tapad[oa]|atasc\w+|ator\w+|bloque\w+|cerrad[oa]|atranc\w+|trab\w+|no "
    r"(?:termin\w+|acab\w+|va[cs]i\w+)|a medias|a ratos|ret(?:ien\w+|enid[oa])"
    r"|revent\w+|a tope|cuentagotas|sonda|por mas que|qued\w+ (?:algo|con "
    r"(?:las )?ganas|dentro|llen[oa])|apenas (?:me )?(?:sale|un\w+|orino)|interrump\w+"
    r"|sin presion|menos presion|parad[oa] ahi|abr\w+ (?:la llave|el grifo)"
)
_TO_PEE = rf"(?:{_HARD})(?: (?!dormir|aguant\w+|esper\w+)\w+){{0,4}}? (?:{_URINE})"
_NO_URGE = (
    r"no (?:me )?(?:dan?|viene\w*|entran?|tengo|siento|llegan?)(?: \w+)? ganas|no "
    r"(?:me )?(?:avisa|llama|manda|pide)|(?:nada|cero) (?:de )?ganas|sin ganas|perd\w+ "
    r"(?:las ganas|el aviso)|por (?:el )?(?:reloj|horario|ruido|sonido|costumbre"
    r"|rutina)|con (?:el )?(?:alarma|reloj)|porque (?:(?:lo|la) (?:oigo|escucho|veo)"
    r"|toca|escucho|oigo)|(?:menor|tengo|ni) idea|me olvido de ir|no me da la señal"
    r"|no se (?:si (?:ya|h?e|termin\w+|acab\w+)|cuando)|ni idea"
)
_LEAKS = (
    r"se me (?:(?:ha|han|esta|estan|andan?|empez\w+ a) )?(?:escap\w+|sal\w+|va|van|iba"
    r"|fue|ido|vien\w+|vino|chorre\w+|tir\w+)|escap\w+|encima|sol(?:o|a|it[oa])|sin "
    r"(?:querer|darme|control|avis\w+|aguant\w+|sentir\w*)|no (?:me )?(?:lo "
    r"|la )?(?:aguant\w+|control\w+|reten\w+|alcan[zc]\w+|lleg\w+|contengo|puedo parar)"
    r"|pañal\w*|compresas?|toallas? (?:sanitaria|femenina|higienica)s?|protector\w*"
    r"|empap\w+|mojad\w*|moj[eo]|fugas?|perdidas?|pierd\w+|perd(?:i|iendo|ido)|charc\w+"
    r"|corri\w*|resbal\w+|escurr\w+|chorre\w+|calzon\w*|bragas?|bombachas?|pantalon\w*"
    r"|sabanas?|colchon|interior\w*|trusas?"
)
_WET = r"manchad\w+(?! (?:de|con)\b)|moj\w+|empap\w+|h?umed\w+"
_CLOTHES = (
    r"calzon\w*|bragas?|bombachas?|sabanas?|colchon|ropa interior|trusas?|pañal\w*"
    r"|compresas?"
)
_STOOL = (
    r"cac[ao]|popo|pupu|heces|eses|mierda|excrement\w+|deposicion\w*|evacu\w+|defec\w+"
    r"|obr(?:ar|o|e|ando)|del? (?:cuerpo|vientre|numero dos|dos|2)|diarrea|cag\w+"
    r"|zurr\w+|aguas? mayores|caquita|intestin\w+|esfinter\w*"
)
_SOILED = (
    r"encima|sol(?:a|it[oa])|sin (?:querer|darme|control|avis\w+|sentir\w*|notar\w*)"
    r"|no (?:la |lo |me )?(?:puedo )?(?:aguant\w+|control\w+|reten\w+|alcan[zc]\w+"
    r"|lleg\w+)|(?:se me|me) (?:(?:ha|han|esta|estan) )?(?:escap\w+|sal\w+|va|fue"
    r"|vin\w+)|manch\w+|ensuci\w+|calzon\w*|bragas?|bombachas?|pantalon\w*|sabanas?"
    r"|cama|pañal\w*|embarr\w+|se sal[ei]\w*|no se si|cuando (?:acab|termin)\w+"
)
_SADDLE = (
    r"entre (?:las|mis|medio de las) (?:piernas|muslos|nalgas)|entre ?piernas?"
    r"|genital\w*|partes?(?: (?:mas )?(?:intimas?|noble\w*|privada\w*|baja\w*|de abajo"
    r"|intern?as?))|(?:mis|las) partes|intimidad\w*|asterisco|h?ic\w+ el amor"
    r"|h?acer el amor|zona del? (?:calzon|bikini|braga|pañal)\w*|zona (?:intima|genital"
    r"|de abajo|baja|anal)|(?:lavo|toco|limpio|seco) ahi|lo de abajo|(?:ahi|alli|alla|aca|por) (?:mero )?abajo|los bajos"
    r"|verguenzas|ingles?|pubis|perin\w+|(?:el|del|mi) (?:ano|recto)|raja|rajita"
    r"|nalg\w+|gluteos?|trasero|culos?|culit\w+|culete|sentar(?:me|se)"
    r"|(?<!una )(?<!de )(?<!hi[cs]e )(?<!en la )cola|colita|pompis?|pompas|nachas|poto"
    r"|traste|orto|ojete|f[ou]ndillo|a?sentaderas|posaderas|rabadilla|cachas|coxis"
    r"|petaca?s|sillin|(?:parte|zona) (?:que|donde) (?:me )?(?:toca|apoy\w+|siento)"
    r"|silla de montar|pene|pito|pinga|verga|polla|miembro|pilila|bicho|picha|pija"
    r"|huevos|bolas|cojones|pelotas|testiculos?|escroto|vagina\w*|vulva|concha|chocho"
    r"|coño|cuca|toto|chucha|crica|papaya|verijas?|gue[vb]os|panocha|cosita|clitoris"
    r"|papel|toallitas?|bidet?|orgasmo|sexo|ereccion|relaciones|(?:al|despues de) "
    r"(?:limpiar|asear|secar)\w*|me (?:limpi[oe]|aseo|seco)|(?:cara|parte) (?:interna"
    r"|de adentro) de (?:los|mis) muslos"
)
_LEGS = (
    r"piernas|pies|muslos|pantorr?illas|gemelos|tobillos|talones|piernitas|patas|gambas"
    r"|canillas|plantas|dedos de los pies|(?:las|mis) legs|(?:la )?(?:cintura|ombligo"
    r"|caderas?|rodillas?) para abajo|(?:medio cuerpo|cuerpo) para abajo|de "
    r"(?:la )?(?:mitad|medio) para abajo"
)
_TWO = (
    rf"(?:amb[oa]s|(?:l[ao]s|mis) dos|tod[oa]s l[ao]s) (?:{_LEGS}|lados|nalgas"
    r"|rodillas)|(?:izquierda|derecha) y (?:(?:tambien )?(?:a|en|por) )?(?:la "
    r"|tambien )*(?:izquierda|derecha)|(?:la|a la|en la"
    r"|por la) otra(?: pierna)? tambien|tambien (?:\w+ )?(?:la|a la|en la|por la) otra"
    r"|una pierna y (?:\w+ )?(?:la )?otra"
)
_GIVES = (
    r"no (?:me )?(?:respond\w+|aguant\w+|sost\w+|suje\w+|obede\w+|ha[cs]en caso|carg\w+"
    r"|dan|dan mas|soport\w+|funcionan|reaccionan|sirven|mueven|levanto|muevo|van"
    r"|puedo con)|fall\w+|flaque\w+|floj\w+|aflojan?|dobl(?:an|aron|ando)(?! bien)"
    r"|ceden?|cedieron|vencen?|vencian|(?:de|como|un|hech[ao]s?|son|parecen) "
    r"(?:\w+ )?(?:trapo|gelatina|flan|mantequilla|espagueti\w*|chicle|goma|lana|hilo"
    r"|plastilina|plomo|cemento|hule|papel|manteca|fideos?)|(?:sin|poca|menos|cero"
    r"|perd\w+|no (?:tengo|tien\w+|hay|me queda)) (?:la |mucha |nada de )?fuerzas?"
    r"|debil\w*|aguad\w+|guang\w+|desguan\w+|desalent\w+|paraliz\w+|tull\w+|tambale\w+"
    rf"|{_CANNOT} (?:\w+ )?(?:mov|levant|alz|control|mand)\w+|se me van|h?acen agua"
    r"|no me dejan|rinden|siguen|pes(?:an|ad[oa]s?) (?:\w+ )?(?:como|tonelad)\w*"
    r"|tiembl\w+ (?:al|cuando|solas)|weak"
)
_UPRIGHT = (
    r"(?:caminar|andar|pararme|(?:ponerme|estar|tenerme|mantenerme|quedarme)(?: \w+)? "
    r"(?:de|en) pie|levantarme|incorporarme|sostenerme|moverme|dar (?:ni )?(?:un"
    r"|dos) pasos?|tenerme|enderezarme|pisar|subir (?:ni )?(?:un |los |las )?(?:escal\w+|bordillo))(?! (?:\w+ )?(?:much\w*|tant\w*|lejos"
    r"|rapido|bien|larg\w+|distanc\w+|mas de|sin dolor|hasta|todavia|temprano|por la "
    r"(?:playa|arena)|de reir\w*|como|media|deprisa|descalz[oa]|\d+)\b)"
)
_BREATH = (
    r"respir\w*|resuello|resoll\w+|(?:el )?aire(?! acond\w+)|oxigeno|aliento|pulmones"
)
_SHORT = (
    r"(?:me |se me )?(?:(?:empez\w+|esta|vuelve) (?:a )?)?(?<!hace )falta\w*|no "
    r"(?:me )?(?:alcan\w+ a llen\w+ el pecho de|entr\w+|lleg\w+|alcan\w+|llen\w+"
    r"|agarr\w+|coj\w+|jal\w+)|ahog\w+|asfix\w+|sofoc\w+|agitad\w+|cort(?:o|it[oa]"
    r"|ad[oa]|a)|silb\w+|pit(?:o|id)\w*|dificult\w+|jade\w+|bocanad\w+|boque\w+|cuesta"
    r"|costando|trabajo|(?<!deja )(?<!dejo )sin(?= (?:\w+ )?(?:aire|aliento|oxig\w+"
    r"|respira[cs]\w+)\b)|hambre de|apenas|mal|a medias"
)
_SUDDEN = (
    r"de (?:repente|golpe|pronto|la nada|un momento a otro|la noche)|subit\w+"
    r"|repentin\w+|sentad[oa]|acostad[oa]|tumbad[oa]|quiet[oa]|en reposo"
    r"|sin h?a[cs]er nada|al hablar|no (?:\w+ ){1,2}hablar|hace (?:un rat\w+|media hora"
    r"|(?:una|unas) horas?)|me desperte|derrepente"
)
_HURTS = (
    r"duel\w+|dol(?:or|ia|io)\w*|opres\w+|oprim\w+|presion\w*|apriet\w+|apret\w+"
    r"|punz\w+|punt[ai]d\w+|pinch\w+|quem\w+|ard(?:en?|or|ian?)|pes(?:o|a|adez)"
    r"|ladrillo|elefante|piedra|yunque|losa|puñal\w*|cuchill\w*|aplast\w+|pis(?:ara"
    r"|aran|oton\w*)|estruj\w+|piquet\w+|pullazo|hincon|clav\w+|galop\w+|desboc\w+"
    r"|acelerad\w+|a mil|se me sale|tirant\w+|cerrad[oa]|sentado"
)
_FACE = (
    r"cara|rostro|labios?|lengua|parpados?|boca|ojos(?! de llorar)|cachetes?|mejillas?"
    r"|jeta|morros?"
)
_SWOLLEN = (
    r"h?inch\w+|inflam\w+|inflad\w*|globo|sapo|deform\w+|monstruo|bemba|como "
    r"(?:un[ao]? )?(?:pan|morcilla|pelota|balon|melon)|enorme\w*|salchich\w*|abultad\w+"
    r"|gord[oa]s?"
)
_BELLY = (
    r"dolor\w*|duel\w+|espalda|barriga|panza|vientre|abdomen|estomago|guata|tripas?"
    r"|lomo"
)
_TEARS = (
    r"desgarr\w+|rasg\w+|puñal\w+|cuchillad\w*|acuchill\w+|apuñal\w+|hachazo|machetazo"
    r"|revent\w+|estall\w+|arranc\w+|(?:me|se) (?:\w+ )?(?:part|abr|raj|romp)(?:ie"
    r"|[aei])[rn]\w+|se me rompio|(?:abr|part|raj)\w+ (?:por dentro|en (?:dos|canal))"
    r"|de lado a lado|atravies\w+"
)
_TREMBLE = (
    r"escalofri\w+|escalosfri\w+|ti?embl\w+|tirit\w+|titirit\w+|chuchos?|destempl\w+"
    r"|temblor\w*|sacudid\w+"
)
_CHILLS = (
    r"fuert\w+|fiebre|calentura|temperatura|no (?:se |me )?(?:par\w+|quit\w+)|sin parar"
    r"|cobij\w+|mantas?|frazad\w+|colch\w+|edredon\w*|todo el cuerpo|enter[oa]"
    r"|incontrol\w+|sin control|dientes|38\w*|39\w*|40|de frio|horribles?|no puedo"
    r"|los huesos|la cama"
)
_PROXY = (
    r"(?:soy|escrib\w+|habla) (?:(?:la|el|su|un[ao]?) )?(?:hij[oa]|espos[oa]|marido"
    r"|mujer|niet[oa]|herman[oa]|cuidadora?|madre|padre|mama|pareja|novi[oa]"
    r"|nuera)\b[\w\W]{0,160}?"
)

_NEAR: Mapping[str, tuple[str, ...]] = {
    "urine_hesitancy": (
        near(_URINE, _HELD_BACK, unless=_NOT),
        near(r"chorr\w*", rf"{_HELD_BACK}|menos|poc[oa]|lent[oa]|no llega", unless=_NOT),
        near(
            _TOILET,
            rf"{_NOTHING_COMES}|tard\w+(?: \w+){{1,3}} (?:en salir|en empezar)",
            unless=_NOT,
            within=8,
        ),
        _TO_PEE,
        r"no (?:(?:estoy |h?e )?(?:orin(?:o|ando|ado)|me(?:o|ando|ado))|hago (?:pis"
        r"|pipi|casi nada))(?! (?:mal|sangre|de noche|en la cama|raro|con)\b)",
        r"(?:h?ago|h?acer|h?aciendo) fuerza y (?:\w+ ){0,6}?(?:gotit?as|nada)",
        rf"{_PROXY}no (?:puede|logra) (?:orinar|mear|hacer pis)",
    ),
    "bladder_sensation_loss": (
        near(
            rf"{_URINE}|chorr\w+|(?:al|del) baño",
            rf"{_UNFELT}|{_NO_URGE}|como si no",
            unless=_NOT,
            within=6,
        ),
        near(_TOILET, _NO_URGE, unless=_NOT, within=3),
    ),
    "urine_leak": (
        near(_WET, _CLOTHES, unless=rf"{_NOT}|lluvia|sudor|sud\w+|agua", within=4),
        r"(?:se )?me chorre\w+|me (?:h?ice|h?ago) (?:encima|pichi|chichi|chis|pipi|pis)"
        r"|me (?:estoy|ando|vivo) h?aciendo(?: encima| pi\w+| chi\w+)?|me hice(?=\W*$)"
        r"|(?:traigo|tengo|llevo|siento|noto)(?: \w+){0,2} pantalon\w* "
        r"(?:\w+ )?(?:mojad|h?umed|manchad)\w*|goteo tod\w+|dejando got\w+|me h?abia (?:mead|orinad)o"
        r"|uso pañal\w*",
        r"(?:ando|estoy|amane\w+|desperte|qued\w+) (?:tod[oa] )?(?:mead|orinad"
        r"|pishad)[oa]|me (?:orin[eo]|me[eo])(?! (?:de|por la risa|en los|viv[oa])\b)",
        r"no (?:me )?(?:llego|alcan[zc]o|aguanto|da tiempo)(?: \w+){0,3} (?:baño"
        r"|w[ac]ter|servicio)",
        near(_URINE, _LEAKS, unless=_NOT, within=6),
        rf"{_PROXY}se (?:orina|mea|h?ace)(?: pis)? encima",
    ),
    "stool_leak": (
        r"se me (?:sale|escapa|va|fue|salio)(?: \w+)? sin (?:querer|darme|sentir)\w*"
        r"|se me (?:sale|escapa) tod[oa]|(?:ando|estoy|amaneci) (?:tod[oa] )?cagad[oa]",
        near(
            rf"{_STOOL}|gases|pedos|(?:el|mi) ano",
            rf"{_SOILED}|{_UNFELT}",
            unless=_NOT,
            within=6,
        ),
    ),
    "saddle_numbness": (
        near(_SADDLE, r"no l[ao]s? (?:siento|noto)", unless=r"dolor\w*|molest\w+", within=12),
        near(r"ta[zs]a|silla|asiento|inodoro|wc", _UNFELT, unless=_NOT, within=5),
        near(_SADDLE, rf"{_NUMB}|{_UNFELT}|{_ODD}", unless=_NOT, within=6),
    ),
    "numbness_both_legs": (
        r"no se (?:donde|como) (?:pongo|piso|tengo)(?: \w+)? (?:pies?|piernas)"
        r"|(?:pellizc\w+|me (?:toco|pincho))(?: \w+){1,4} y nada",
        near(_LEGS, rf"{_NUMB}|{_UNFELT}", unless=_NOT, within=6),
        near(
            r"(?:el )?(?:suelo|piso)|donde piso|camin\w+|pis(?:o|ar|ando)",
            rf"{_UNFELT}|(?:sobre|en|pisar|piso) (?:nubes|algodon\w*|esponja\w*"
            r"|colchon\w*)",
            unless=_NOT,
            within=3,
        ),
    ),
    "weakness_both_legs": (
        near(rf"{_LEGS}|rodillas", _GIVES, unless=_NOT, within=6),
        r"(?:camino|ando) (?:\w+ )?como (?:una? )?(?:borrach\w+|robot|pato|zombi|palo)",
    ),
    "leg_pain_both_sides": (
        r"(?:dolor|duele)(?: \w+){0,8},? ahora (?:\w+ ){0,2}(?:derecha|izquierda"
        r"|otra)(?: pierna)? tambien",
        r"me duelen (?:ya )?(?:las dos|ambas)(?=\W*$|,| piernas| y )",
        near(
            _TWO,
            rf"{_HURTS}|corrient\w+|electric\w+|toques|calambr\w+|latigazo\w*"
            r"|descarg\w+|ciatic[oa]",
            unless=_NOT,
        ),
    ),
    "rapidly_worsening_weakness": (
        near(
            r"pierna",
            r"no (?:me )?(?:respond|obede|aguant|sost)\w+|sin (?:nada de )?fuerzas?|no "
            r"(?:la |puedo |logro )*(?:muevo|mover|levant\w+)(?! peso)|paraliz\w+"
            r"|muerta",
            unless=_NOT,
            within=3,
        ),
        r"primero (?:el pie|la rodilla|una pierna)(?: \w+){0,3},? (?:y |luego |despues "
        r"|ahora )+",
        near(
            r"(?:menos|sin|pierd\w+|perdiendo|poca) (?:la )?(?:fuerzas?|la pierna)"
            r"|mover menos|debil\w*|floj\w+|(?:no|apenas) (?:la |lo |las )?(?:muev\w+"
            r"|mover|levanto)",
            r"(?:mov[ei]\w+|puedo) menos(?: \w+){1,4} horas|cada (?:hora|rato|vez"
            r"|minuto|dia)|por (?:horas|momentos|minutos)|rapid\w+|empeor\w+|(?:a"
            r"|va) peor|avanz\w+|va subiendo|hora tras hora|dia (?:a|tras) dia|en (?:pocas )?horas",
        ),
        r"(?:(?:mov|levant|camin|and|sub)\w*(?:ia|aba)|podia (?:mov|levant|camin|and"
        r"|sub)\w+)(?: \w+){0,5},? (?:y |pero )?(?:hoy|ahora|ahorita"
        r"|ya)(?: ya)?(?: casi)? (?:no|nada)",
    ),
    "foot_drop": (
        near(
            r"(?<!de )(?<!en )(?<!a )pie|punta(?: del pie)?|dedo gordo|empeine"
            r"|chancl\w+",
            r"se me (?:cae|va|dobla|tuerce|queda)|c[ou]elga\w*|colg\w+|arrastr\w+"
            r"|tropie[zs]\w*|trope[cz]\w+|engancha\w*|rasp\w+|golpea\w+|plaf|flap"
            r"|floj[oa]|no (?:me |lo )?(?:levant\w+|sub\w+|respond\w+|obede\w+)"
            rf"|{_CANNOT} (?:levantar|subir|mover|alzar|poner)|se me traba|flacid\w+|caido",
            unless=_NOT,
        ),
    ),
    "cannot_stand_or_walk": (
        rf"{_CANNOT}(?: (?:ni|casi|ya|de|a|siquiera|mas|para|pa|que))*? {_UPRIGHT}",
        r"no me (?:tengo|sostengo|mantengo|aguanto|(?:puedo|pude|podia|consigo|logro) "
        r"(?:ni )?(?:parar|mover|levantar|poner|sostener|incorporar))\b(?! (?:de reir"
        r"|temprano|a|con|mal|ropa))|me (?:tienen?|tuvieron) que (?:carg\w+|levant\w+"
        r"|llevar (?:en|entre) \w+)|me caigo (?:cada vez|al (?:suelo|piso|par\w+"
        r"|intent\w+)|si|cuando)|(?:hoy|mañana|ayer|ya) no camino|me (?:paro"
        r"|levanto) y (?:me )?(?:caigo|voy)|no hay quien me (?:levante|mueva)"
        r"|se me olvido (?:como )?(?:caminar|andar)|ni con (?:el |las )?(?:andador"
        r"|baston|muletas)",
        near(
            r"levantarme|pararme|ponerme (?:de|en) pie|caminar|incorporarme",
            r"(?:y|pero) (?:ya )?no (?:puedo|pude|hay|lo logro|me)|imposible",
            within=3,
        ),
        r"no (?:ando|camino)(?! (?:\w+ )?(?:much\w+|lejos|bien|mal|rapido|tanto|con|de"
        r"|por|en|muy|hoy|sin)\b)|me llevan en (?:silla|brazos)",
        r"a gatas|(?:voy|ando) (?:gateando|arrastr\w+)|a rastras|necesito que me "
        r"(?:carg|levant|agarr|sosten|sujet)\w+|ni (?:caminar|pararme|levantarme"
        r"|moverme) puedo|me voy al (?:suelo|piso)|no doy (?:ni )?un paso",
        rf"{_PROXY}no (?:se (?:tiene|sostiene|para|puede)|puede (?:caminar|andar|par\w+"
        r"|levant\w+|mover\w+))",
    ),
    "face_swelling": (near(_FACE, _SWOLLEN, unless=_NOT, within=5),),
    "throat_tightness": (
        near(
            r"garganta|gaznate|gañote|tragar(?! l[ao]s? (?:past|cap)\w+)|saliva",
            r"cierr\w+|cerr\w+|apriet\w+|apret\w+|tapon|bola|(?<!hizo un )nudo|ahorc\w+"
            rf"|ahog\w+|estrech\w+|{_HARD}|no (?:me )?pasa|h?inch\w+|tranc\w+|ator\w+",
            unless=_NOT,
            within=4,
        ),
        r"me (?:estan )?(?:ahorc|estrangul)\w+|cuello (?:\w+ )?h?inchad\w+|atragant\w+",
    ),
    "breathing_trouble": (
        near(_BREATH, rf"{_SHORT}|{_HARD}", unless=_NOT, within=3),
        r"me (?:ahogo|asfixio|sofoco)(?! en)|me siento ahog\w+|jadeando|boqueando",
    ),
    "sudden_breathlessness": (
        near(rf"{_BREATH}|(?:me )?ahog\w+|jade\w+|agitad\w+", _SUDDEN, unless=_NOT),
    ),
    "chest_pain": (
        near(
            r"pecho(?! de pollo)|torax|esternon|(?<!de )(?<!todo el )corazon",
            _HURTS,
            unless=_NOT,
            within=6,
        ),
    ),
    "coughing_blood": (
        near(
            r"tos(?:er|i|o|iendo|ido|es)?|escup\w+|flemas?|gargajos?|esput\w+"
            r"|e?sgarr\w+",
            r"sangr\w+|roj[oa]s?|rojiz\w+|rosad\w+|coagul\w+",
            unless=rf"{_NOT}|sacaron|analisis|nariz",
            within=6,
        ),
    ),
    "fainting": (
        r"(?:me|casi me) (?:desmay(?:[eo]|ando)|h?e desmayado|desvanec\w+|desplom\w+)"
        r"|perdi el (?:sentido(?! d)|cono\w+)|(?:me )?(?:cai|caigo) redond\w+"
        r"|(?:repente|vi|veo|puso|volvio|quedo) todo (?:en )?negro|(?:todo"
        r"|vista) se me (?:puso negr|apag|nubl|oscurec)\w+|se me nubl\w+|yeyo"
        r"|me prive(?! de)|ojos en blanco|me fui (?:redond\w+|de espaldas|al (?:suelo"
        r"|piso))|sin (?:conocimiento|sentido)|patatus|soponcio|vahido|la palida"
        r"|(?:desperte|apareci|termine|acabe) en el (?:suelo|piso)",
    ),
    "slow_breathing_blue_lips": (
        near(r"labios|boca|lengua|cara", r"azul\w*|morad\w+|violet\w+|gris\w*|lilas?"),
        r"(?:respiro|respirando|mi respiracion (?:es|esta)) (?:\w+ )?(?:lent\w+|poc\w+"
        r"|poquit\w+|despaci\w*|pausad\w+|debil)(?! y (?:prof|hond))",
        rf"{_PROXY}(?:no (?:se )?(?:despierta|reacciona|responde)|respira \w+ ?despa)",
    ),
    "black_stool_or_vomiting_blood": (
        near(
            rf"{_STOOL}|{_TOILET}",
            r"negr[oa]s?|(?:muy|bien) oscur[oa]s?|alquitran|brea|petroleo|chapapote"
            r"|carbon|tinta|sangre|morcilla",
            unless=rf"{_NOT}|frijol\w*|sacaron|nuev[oa]|tienen?|azulej\w+",
            within=5,
        ),
        near(
            r"vomit\w+|devolv\w+|devuelto|arroj\w+|guacar\w+|trasboc\w+|buitr\w+",
            r"sangr\w+|cafe molido|(?:borra|posos|granos?|cuncho|asiento|color) "
            r"(?:de )?cafe|negr\w+|roj[oa]|coagul\w+",
            unless=_NOT,
        ),
    ),
    "tearing_belly_or_back_pain": (near(_BELLY, rf"{_TEARS}", unless=_NOT),),
    "shaking_chills": (
        near(_TREMBLE, _CHILLS),
        r"castañ\w+|(?:tengo|con|me (?:dan|dieron|entran)) (?:\w+ )?escalofrios(?! "
        r"(?:de|al))",
        near(
            r"(?:tengo|el|un) (?:\w+ )?frio", r"mantas|cobijas|no se me quita|no par\w+"
        ),
    ),
}


_OTHERS = (
    r"sobrin[oa]s?|bebes?|yerno|nuera|jef[ea]|niñ[oa]s?|mi viej[oa]|co[mn]padre|comadre"
    r"|perrit[oa]|chic[oa]|muchach[oa]|bisabuel[oa]|famos[oa]s?"
)


def _as_typed(pattern: str) -> re.Pattern[str]:
    for right, typed in _TYPED:
        pattern = pattern.replace(right, typed)
    return re.compile(rf"\b{_GONE}(?:{pattern})\b{_GOES}")


NEARBY_SPANISH = replace(
    SPANISH,
    terms=MappingProxyType(
        {code: _as_typed("|".join(patterns)) for code, patterns in _NEAR.items()}
    ),
    other_person=re.compile(
        SPANISH.other_person.pattern.replace(OTHER_PEOPLE, f"{OTHER_PEOPLE}|{_OTHERS}")
    ),
)
