"""Spanish words of an emergency near each other, as said from Madrid to Bogotá."""

import re

from tracker.clinical.triage.notes.near_words import near_words
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
    ("debil", "de[bv]il"),
    ("anestes", "ane?ste[scz]"),
)

# Words between the two that turn the phrase round.
_NOT = r"""no|ni|nunca|jamas|sin|tampoco|ningun|mejor\w*|normal\w*|perfect\w+
|desaparec\w+|antes|cruz\w+|pinchazo|dolor\w*|molesti\w+|ardor|cambios?|diferencia
|frijol\w*|sacaron|azulej\w+|analisis|nariz|lluvia|sudor"""
# What has passed, or is less than before: before the phrase and after it.
_GONE_BEFORE = "".join(
    f"(?<!{word} {small})"
    for word in ("quito", "quitado", "desaparecio", "fue", "menos", "adios a", "paso")
    for small in ("", "el ", "la ", "los ", "las ")
)
_GONE = (
    f"{_GONE_BEFORE}(?<!nunca se me han )(?<!no se me han )(?<!se hizo )(?<!se le )"
    "(?<!nada de )(?<!cero )(?<! si se me )(?<! si me )(?<!puede dar )(?<! que si )"
    "(?<!antes )(?<!antes me )(?<!antes se me )"
)
_GOES = r"""(?!(?:,? \w+){0,3},? (?:desaparec\w+|mejor\w*|se (?:me )?(?:fue|quito
|ha ido|ha quitado|paso(?! a))|ya (?:paso|no (?:me pasa|tengo|esta)|esta(?: bien)?$)
|ya no$|baj(?:o|aron)(?! l[ao]s?\b)|como siempre|de la risa|de (?:tanto )?llorar
|por la nariz|volvio (?:todo|la|a la)|de (?:ver|pensar|saber))\b)"""

_CANNOT = r"""(?:(?:no|ni|apenas|casi no|ya no
|tampoco) (?:me |lo |la |las |los |le )?(?:puedo|pude|podia|h?e podido|logr\w+|consig\w+
|estoy pudiendo|soy capaz|doy|hay (?:manera|forma|modo))|no me dan? (?:las )?fuerzas?
|(?:no tengo|sin) fuerzas?|sin poder|incapaz|imposible)"""
_HARD = rf"""(?:{_CANNOT}|(?:me|se me) (?:esta |hace |ha )?(?:\w+ )?(?:cuesta
|costando|costado|costo|imposible|dificil|complica)|batall\w+|trabajo para
|ni modo de|dificultad\w*|problemas? para|h?e dejado de)"""
_UNFELT = r"""(?:(?:no|ni|apenas|casi no|ya no|tampoco) (?:siquiera )?(?:(?:me
|lo|la|los|las|le|casi|bien) ){0,2}(?:siento|sent\w+|not[oe]|notaba|percib\w+
|enter[oe]|(?:me )?doy cuenta|di cuenta
|cuenta me (?:doy|di)|distingo|capto)(?! (?:\w+ )?(?:dolor\w*
|molest\w+|cambios?|mejor\w*|raro|nada (?:raro|malo|de dolor)|cansad\w+
|debil\w*|h?ormig\w+|adorme\w+|entum\w+|calambr\w+|pinch\w+|fiebre|miedo
|seguro|culpa|bien)\b|(?: (?!y|e|estan?|como|tengo)\w+){0,4} (?:dormid
|entum|adorme|acorch|rar[oa])\w*)|dej\w+ de (?:sentir|notar)\w*|(?:siento
|noto) (?:muy )?(?:poco|menos|apenas)|sensibilidad (?:nula|cero|rara)
|(?:falta|perdida) de (?:sensi\w+|tacto)|sin (?:sentir\w*|notar\w*
|enterarme|sensibilidad|sensacion|tacto)|(?:perd\w+|poca|menos|cero
|nada de|no (?:tengo|hay|queda)) (?:la |toda la |el )?(?:sensibilidad|sensacion|tacto))
"""
_NUMB = r"""(?:(?<!quedado )(?<!quede )(?<!quedo )(?<!he )dormi(?:d[oa]s?
|os|as)(?! (?:con|bien|mal|toda?|entre|h?asta|mejor)\b)|adorme[cs]\w+
|adormil\w+|entum\w+|durmier\w+|duerm[ae]n?(?! entre)|durmio|acorch\w+|acarton\w+
|tont[oa]s?|zombi\w*|anestes\w+|insensib\w+|muert[oa]s?(?! de)
|engarrot\w+|atontad[oa]s?|(?:de|como|una?|parece\w*|piso|sobre) (?:\w+ )?(?:corcho
|carton|goma|algodon\w*|madera|plastico|nubes?|trapo|palo|esponja|hule
|caucho|tabla)|dentista|ni frio ni calor|apagad[oa]s?|desconectad[oa]s?
|no me pertenec\w+|muñeco|congelad\w+|h?ormig\w+|cosquill\w+|alfiler\w*
|aguj(?:as?|it\w+)|pinchazos|numb|ajen[oa]s?|sord[oa]s?|(?:no (?:son?
|es|parece) (?:mi[oa]s?|parte))|(?:de|a|tocar) otr[oa](?: persona)?
|como (?:si (?:\w+ ){1,2})?(?:medias
|calcetin\w+|guantes)|como si no (?:l[oa]s? )?(?:fuer\w+
|estuv\w+|exist\w+|tuv\w+|hubi\w+))"""
_ODD = r"""distint[oa]s?|diferentes?|acolchad\w+|como h?inchad\w+|rar[oa]s?|extrañ[oa]s?
|calambr\w+|electric\w+|quem\w+|zumb\w+"""

_URINE = r"""orin\w*|mear\w*|me[oa]da|meo|mee|meando|pis|pipi|pichi|chis|chichi|vejiga
|del? (?:numero )?(?:uno|1)|aguas? menores|miccion\w*|desaguar
|va[cs]iar(?! (?:el|los|las|mi)\b)|pishar|pee|tinkl\w+
|(?:pasar|tirar|hacer) (?:el )?aguas?"""
_TOILET = r"""baño|inodoro|ta[zs]a|excusado|e?scusado|w[ac]ter|vater|retrete|lavabo
|poceta|toilet|urinario|mingitorio|servicio|aseo|bacinica|orinal|wc"""
_NOTHING_COMES = r"""no (?:me )?(?:sal(?:e|ia|io)|vien\w+
|baja\w*|caen?|echo|boto|hago|h?e hecho|arranc\w+|empieza|fluye|quier\w+ (?:salir
|arrancar))
|sale nada|(?:casi )?nada de nada|casi nada|queriendo|voy y? ?nada
|(?:un\w+|dos|tres|cuatro|pocas|solo|puras) got\w+|ni (?:una? )?(?:got\w+|chis|pipi
|pis|pizca)|(?:y|pero) nada(?! (?:mas|de|que|raro)\b)|no hay (?:manera|forma|modo|caso)
|(?:y|pero)(?: \w+)? (?:no (?:puedo|pude|logro)|imposible)"""
_HELD_BACK = rf"""{_NOTHING_COMES}|got(?:as?|it\w+|e\w+)|presion|puj\w+|empuj\w+
|(?<!con )(?<!con mucha )(?<!con buena )fuerzas?|suplicio|aplast\w+|queda|esfuerzo
|forz\w+|esforz\w+|apret\w+|tard\w+|demor\w+|arranca\w*|un (?:buen )?rat\w+|esper\w+
|poquit\w*|flaqui?t\w+|floj\w+|debil\w*|fin[oa]|finit\w+|delgad\w+|h?ilit\w+|h?ilill\w+
|aflo[jg]\w+|(?:entre)?cort(?:ad[oa]|a|ando)|tranc\w+|tapad[oa]|atasc\w+|ator\w+
|bloque\w+|cerrad[oa]|atranc\w+|trab\w+|no (?:termin\w+|acab\w+|va[cs]i\w+)|a medias
|a ratos|ret(?:ien\w+|enid[oa])|revent\w+|a tope|cuentagotas|sonda|por mas que
|qued\w+ (?:algo|con (?:las )?ganas|dentro|llen[oa])|apenas (?:me )?(?:sale|un\w+|orino)
|interrump\w+|sin presion|menos presion|parad[oa] ahi|abr\w+ (?:la llave|el grifo)"""
_TO_PEE = rf"(?:{_HARD})(?: (?!dormir|aguant\w+|esper\w+)\w+){{0,4}}? (?:{_URINE})"
_NO_URGE = r"""no (?:me )?(?:dan?|viene\w*|entran?|tengo|siento|llegan?)(?: \w+)? ganas
|no (?:me )?(?:avisa|llama|manda|pide)|(?:nada|cero) (?:de )?ganas|sin ganas
|(?:perd\w+|se me fueron|se me quitaron) (?:las ganas|el aviso)|porque me acuerdo
|por (?:el )?(?:reloj|horario|ruido
|sonido|costumbre|rutina)|con (?:el )?(?:alarma|reloj)
|porque (?:(?:lo|la) (?:oigo|escucho|veo)|toca|escucho|oigo)
|no tengo (?:la )?(?:menor |ni )?idea
|me olvido de ir|no me da la señal|no se (?:si (?:ya|h?e|termin\w+|acab\w+)|cuando)
|ni idea"""
_LEAKS = r"""se me (?:(?:ha|han|esta|estan|andan?|empez\w+ a) )?(?:escap\w+|sal\w+
|va|van|iba|fue|ido|vien\w+|vino|chorre\w+|tir\w+)|escap\w+|encima|sol(?:o|a|it[oa])
|sin (?:querer|darme|control|avis\w+|aguant\w+|sentir\w*)
|no (?:me )?(?:lo |la )?(?:aguant\w+|control\w+|reten\w+|alcan[zc]\w+
|lleg\w+|contengo|puedo parar)|pañal\w*|compresas?|toallas? (?:sanitaria|femenina
|higienica)s?|protector\w*|empap\w+|mojad\w*|moj[eo]|fugas?|perdidas?|pierd\w+
|perd(?:i|iendo|ido)|charc\w+|corri\w*|resbal\w+|escurr\w+|chorre\w+|calzon\w*|bragas?
|bombachas?|pantalon\w*|sabanas?|colchon|interior\w*|trusas?"""
_WET = r"manchad\w+(?! (?:de|con)\b)|moj\w+|empap\w+|h?umed\w+"
_CLOTHES = r"""calzon\w*|bragas?|bombachas?|sabanas?|colchon|ropa interior|trusas?
|pañal\w*|compresas?"""
_STOOL = r"""cac[ao]|popo|pupu|heces|eses|mierda|excrement\w+|deposicion\w*|evacu\w+
|defec\w+|obr(?:ar|o|e|ando)|del? (?:cuerpo|vientre|numero dos|dos|2)|diarrea|cag\w+
|zurr\w+|aguas? mayores|caquita|intestin\w+|esfinter\w*"""
_SOILED = r"""encima|sol(?:a|it[oa])|sin (?:querer|darme|control|avis\w+
|sentir\w*|notar\w*)|no (?:la |lo |me )?(?:puedo )?(?:aguant\w+
|control\w+|reten\w+|alcan[zc]\w+|lleg\w+)|(?:se me|me) (?:(?:ha|han|esta
|estan) )?(?:escap\w+|sal\w+|va|fue|vin\w+)|manch\w+|ensuci\w+|calzon\w*|bragas?
|bombachas?|pantalon\w*|sabanas?|cama|pañal\w*|embarr\w+|dormid[oa]|durmiendo
|se sal[ei]\w*|no se si
|cuando (?:acab|termin)\w+"""
_SADDLE = r"""entre (?:las|mis|medio de las) (?:piernas|muslos|nalgas)|entre ?piernas?
|genital\w*|partes?(?: (?:mas )?(?:intimas?|noble\w*|privada\w*|baja\w*|de abajo
|intern?as?))|(?:mis|las) partes|intimidad\w*|asterisco|h?ic\w+ el amor|h?acer el amor
|zona del? (?:calzon|bikini|braga|pañal)\w*|zona (?:intima|genital|de abajo|baja|anal)
|(?:lavo|toco|limpio|seco) ahi|lo de abajo|(?:ahi|alli|alla|aca|por) (?:mero )?abajo
|los bajos|verguenzas|ingles?|pubis|perin\w+|(?:el|del|mi) (?:ano|recto)|raja|rajita
|nalg\w+|gluteos?|trasero|culos?|culit\w+|culete|sentar(?:me|se)
|(?<!una )(?<!de )(?<!hi[cs]e )(?<!en la )cola|colita|pompis?|pompas|nachas|poto|traste
|orto|ojete|f[ou]ndillo|a?sentaderas|posaderas|rabadilla|cachas|coxis|petaca?s|sillin
|(?:parte|zona) (?:que|donde) (?:me )?(?:toca|apoy\w+|siento)|silla de montar|pene|pito
|pinga|verga|polla|miembro|pilila|bicho|picha|pija|huevos|bolas|cojones|pelotas
|testiculos?|escroto|vagina\w*|vulva|concha|chocho|coño|cuca|toto|chucha|crica|papaya
|verijas?|gue[vb]os|panocha|cosita|clitoris|papel|toallitas?|bidet?|orgasmo|sexo
|ereccion|relaciones|(?:al|despues de) (?:limpiar|asear|secar)\w*
|me (?:limpi[oe]|aseo|seco)|(?:cara|parte) (?:interna|de adentro) de (?:los|mis) muslos
"""
_LEGS = r"""piernas|pies|muslos|pantorr?illas|gemelos|tobillos|talones|piernitas|patas
|gambas|canillas|plantas|dedos de los pies|(?:las|mis) legs
|(?:la )?(?:cintura|ombligo|caderas?|rodillas?) para abajo
|(?:medio cuerpo|cuerpo) para abajo|de (?:la )?(?:mitad|medio) para abajo"""
_TWO = rf"""(?:amb[oa]s|(?:l[ao]s|mis) dos|tod[oa]s l[ao]s) (?:{_LEGS}
|lados|nalgas|rodillas)|(?:izquierda|derecha) y (?:(?:tambien )?(?:a
|en|por) )?(?:la |tambien )*(?:izquierda|derecha)
|(?:la|a la|en la|por la) otra(?: pierna)? tambien|tambien (?:\w+ )?(?:la|a la|en la
|por la) otra|una pierna y (?:\w+ )?(?:la )?otra"""
_GIVES = rf"""no (?:me )?(?:respond\w+|aguant\w+|sost\w+|suje\w+|obede\w+|ha[cs]en caso
|carg\w+|dan|dan mas|soport\w+|tienen|funcionan|reaccionan|sirven|mueven|levanto
|muevo|van|puedo con)|fall\w+|flaque\w+|floj\w+|aflojan?|dobl(?:an|aron|ando)(?! bien)
|ceden?|cedieron|vencen?|vencian|(?:de|como|un|hech[ao]s?|son|parecen) (?:\w+ )?(?:trapo
|gelatina|flan|mantequilla|espagueti\w*|chicle|goma|lana|hilo|plastilina
|plomo|cemento|hule|papel|manteca|fideos?)|(?:sin|poca|menos|cero|perd\w+
|no (?:tengo|tien\w+|hay|me queda)) (?:la |mucha |nada de )?fuerzas?|debil\w*|aguad\w+
|guang\w+|desguan\w+|desalent\w+|paraliz\w+|tull\w+|tambale\w+
|{_CANNOT} (?:\w+ )?(?:mov|levant|alz|control|mand)\w+|se me van|h?acen agua|no me dejan
|rinden|siguen|pes(?:an|ad[oa]s?) (?:\w+ )?(?:como|tonelad)\w*
|tiembl\w+ (?:al|cuando|solas)|weak"""
_UPRIGHT = r"""(?:caminar|andar|pararme|(?:ponerme
|estar|tenerme|mantenerme|quedarme)(?: (?!much|tant)\w+)? (?:de|en) pie|levantarme
|incorporarme
|sostenerme|moverme|dar (?:ni )?(?:un|dos|tres|cuatro) pasos?|tenerme|enderezarme
|pisar|subir (?:ni )?(?:un |los |las )?(?:escal\w+|bordillo))(?! (?:\w+ )?(?:much\w*
|tant\w*|lejos|rapido|bien|larg\w+|distanc\w+|mas de|sin dolor|hasta
|todavia|temprano|por la (?:playa|arena)|de reir\w*|como|media|deprisa
|descalz[oa]|\d+)\b)"""
_BREATH = r"""respir\w*|resuello|resoll\w+|(?:el )?aire(?! acond\w+)|oxigeno|aliento
|pulmones"""
_SHORT = r"""(?:me |se me )?(?:(?:empez\w+|esta|vuelve) (?:a )?)?(?<!hace )falta\w*
|no (?:me )?(?:alcan\w+ a llen\w+ el pecho de|entr\w+|lleg\w+|alcan\w+|llen\w+
|agarr\w+|coj\w+|jal\w+)|ahog\w+|asfix\w+|sofoc\w+|agitad\w+|cort(?:o|it[oa]|ad[oa]|a)
|silb\w+|pit(?:o|id)\w*|dificult\w+|jade\w+|bocanad\w+|boque\w+|cuesta|costando|trabajo
|(?<!deja )(?<!dejo )sin(?= (?:\w+ )?(?:aire|aliento|oxig\w+|respira[cs]\w+)\b)
|hambre de|apenas|mal|a medias"""
_SUDDEN = r"""de (?:repente|golpe|pronto|la nada|un momento a otro|la noche)|subit\w+
|repentin\w+|sentad[oa]|acostad[oa]|tumbad[oa]|quiet[oa]|en reposo|sin h?a[cs]er nada
|al hablar|no (?:\w+ ){1,2}hablar|hace (?:un rat\w+|media hora|(?:una|unas) horas?)
|me desperte|derrepente"""
_HURTS = r"""duel\w+|dol(?:or|ia|io|iendo)\w*|opres\w+|oprim\w+|presion\w*|apriet\w+
|apret\w+
|punz\w+|punt[ai]d\w+|pinch\w+|quem\w+|ard(?:en?|or|ian?)|pes(?:o|a|adez)|ladrillo
|elefante|piedra|yunque|losa|puñal\w*|cuchill\w*|aplast\w+|pis(?:ara|aran|oton\w*)
|estruj\w+|piquet\w+|pullazo|hincon|clav\w+|galop\w+|desboc\w+|acelerad\w+|a mil
|se me sale|tirant\w+|cerrad[oa]|sentado"""
_FACE = r"""cara|rostro|labios?|lengua|parpados?|boca|ojos(?! de llorar)|cachetes?
|mejillas?|jeta|morros?"""
_SWOLLEN = r"""h?inch\w+|inflam\w+|inflad\w*|globo|sapo|deform\w+|monstruo|bemba
|como (?:un[ao]? )?(?:pan|morcilla|pelota|balon|melon)|enorme\w*|salchich\w*|abultad\w+
|gord[oa]s?"""
_BELLY = r"""dolor\w*|duel\w+|espalda|barriga|panza|vientre|abdomen|estomago|guata
|tripas?|lomo"""
_TEARS = r"""desgarr\w+|rasg\w+|puñal\w+|cuchill\w+|acuchill\w+|apuñal\w+|hachazo
|machetazo|revent\w+|estall\w+|arranc\w+|(?:me|se) (?:\w+ )?(?:part|abr
|raj|romp)(?:ie|[aei])[rn]\w+|se me rompio|(?:abr|part|raj)\w+ (?:por dentro
|en (?:dos|canal))|de lado a lado|atravies\w+"""
_TREMBLE = r"""escalofri\w+|escalosfri\w+|ti?embl\w+|tirit\w+|titirit\w+|chuchos?
|destempl\w+|temblor\w*|sacudid\w+"""
_CHILLS = r"""fuert\w+|fiebre|calentura|temperatura|no (?:se |me )?(?:par\w+|quit\w+)
|sin parar|cobij\w+|mantas?|frazad\w+|colch\w+|edredon\w*|todo el cuerpo|enter[oa]
|incontrol\w+|sin control|dientes|38\w*|39\w*|40|de frio|horribles?|no puedo|los huesos
|la cama"""
_PROXY = r"""(?:soy|escrib\w+|habla) (?:(?:la|el|su|un[ao]?) )?(?:hij[oa]|espos[oa]
|marido|mujer|niet[oa]|herman[oa]|cuidadora?|madre|padre|mama|pareja
|novi[oa]|nuera)\b[\w\W]{0,160}?"""
_STREAM = r"chorr\w*"
_SLOW = rf"{_HELD_BACK}|menos|poc[oa]|lent[oa]|no llega"
_TAKES_LONG = rf"{_NOTHING_COMES}|tard\w+(?: \w+){{1,3}} (?:en salir|en empezar)"
_PASSING = rf"{_URINE}|chorr\w+|(?:al|del) baño"
_UNAWARE = rf"{_UNFELT}|{_NO_URGE}|como si no"
_BOWEL = rf"{_STOOL}|gases|pedos|(?:el|mi) ano"
_UNNOTICED = rf"{_SOILED}|{_UNFELT}"
_SEAT = r"ta[zs]a|silla|asiento|inodoro|wc"
_NO_LONGER_MINE = rf"{_NUMB}|{_UNFELT}|{_ODD}"
_NO_FEELING = rf"{_NUMB}|{_UNFELT}"
_GROUND = r"(?:el )?(?:suelo|piso)|donde piso|camin\w+|pis(?:o|ar|ando)"
_ON_CLOUDS = rf"""{_UNFELT}|(?:sobre|en|pisar|piso) (?:nubes
|algodon\w*|esponja\w*|colchon\w*)"""
_SHOOTS = rf"""{_HURTS}|corrient\w+|electric\w+|toques|calambr\w+|latigazo\w*|descarg\w+
|ciatic[oa]"""
_LEG_GONE = r"""no (?:me )?(?:respond|obede|aguant|sost)\w+|sin (?:nada de )?fuerzas?
|no (?:la |puedo |logro )*(?:muevo|mover|levant\w+)(?! peso)|paraliz\w+|muerta"""
_WEAKER = r"""(?:menos|sin|pierd\w+|perdiendo|poca) (?:la )?(?:fuerzas?|la pierna)
|mover menos|debil\w*|floj\w+|(?:no|apenas) (?:la |lo |las )?(?:muev\w+|mover|levanto)
"""
_FAST = r"""(?:mov[ei]\w+|puedo) menos(?: \w+){1,4} horas
|cada (?:hora|rato|vez|minuto|dia)|por (?:horas|momentos|minutos)|rapid\w+|empeor\w+
|(?:a|va) peor|avanz\w+|va subiendo|hora tras hora|dia (?:a|tras) dia
|en (?:pocas )?horas"""
_FOOT = r"(?<!de )(?<!en )(?<!a )pie|punta(?: del pie)?|dedo gordo|empeine|chancl\w+"
_DROPS = rf"""se me (?:cae|va|dobla|tuerce|queda)|c[ou]elga\w*|colg\w+|arrastr\w+
|tropie[zs]\w*|trope[cz]\w+|engancha\w*|rasp\w+|golpea\w+|plaf|flap|floj[oa]
|no (?:me |lo )?(?:levant\w+|sub\w+|respond\w+|obede\w+)
|{_CANNOT} (?:levantar|subir|mover|alzar|poner)|se me traba|flacid\w+|caido"""
_RISE = r"levantarme|pararme|ponerme (?:de|en) pie|caminar|incorporarme"
_IN_VAIN = r"(?:y|pero) (?:ya )?no (?:puedo|pude|hay|lo logro|me)|imposible"
_THROAT = r"garganta|gaznate|gañote|tragar(?! l[ao]s? (?:past|cap)\w+)|saliva"
_CLOSES = rf"""cierr\w+|cerr\w+|apriet\w+|apret\w+|tapon|bola|(?<!hizo un )nudo|ahorc\w+
|ahog\w+|estrech\w+|{_HARD}|no (?:me )?pasa|h?inch\w+|tranc\w+|ator\w+"""
_OUT_OF_BREATH = rf"{_BREATH}|(?:me )?ahog\w+|jade\w+|agitad\w+"
_CHEST = r"pecho(?! de pollo)|torax|esternon|(?<!de )(?<!todo el )corazon"
_COUGH = r"tos(?:er|i|o|iendo|ido|es)?|escup\w+|flemas?|gargajos?|esput\w+|e?sgarr\w+"
_RED = r"sangr\w+|roj[oa]s?|rojiz\w+|rosad\w+|coagul\w+"
_LIPS = r"labios|boca|lengua|cara"
_BLUE = r"azul\w*|morad\w+|violet\w+|gris\w*|lilas?"
_BLACK = r"""negr[oa]s?|(?:muy|bien) oscur[oa]s?|alquitran|brea|petroleo|chapapote
|carbon|tinta|sangre|morcilla"""
_VOMIT = r"vomit\w+|devolv\w+|devuelto|arroj\w+|guacar\w+|trasboc\w+|buitr\w+"
_BLOOD = r"""sangr\w+|cafe molido|(?:borra|posos|granos?|cuncho|asiento
|color) (?:de )?cafe|negr\w+|roj[oa]|coagul\w+"""
_COLD = r"(?:tengo|el|un) (?:\w+ )?frio"
_BLANKETS = r"mantas|cobijas|no se me quita|no par\w+"

# Code, subject, fault, and the words between them at most.
_PAIRS = (
    ("urine_hesitancy", _URINE, _HELD_BACK, 7),
    ("urine_hesitancy", _STREAM, _SLOW, 7),
    ("urine_hesitancy", _TOILET, _TAKES_LONG, 8),
    ("bladder_sensation_loss", _PASSING, _UNAWARE, 6),
    ("bladder_sensation_loss", _TOILET, _NO_URGE, 3),
    ("urine_leak", _WET, _CLOTHES, 4),
    ("urine_leak", _URINE, _LEAKS, 6),
    ("urine_leak", _STREAM, r"se me (?:escap|sal|va)\w*|cortar|parar", 6),
    ("stool_leak", _BOWEL, _UNNOTICED, 6),
    ("saddle_numbness", _SADDLE, r"no l[ao]s? (?:siento|noto)", 12),
    ("saddle_numbness", _SEAT, _UNFELT, 5),
    ("saddle_numbness", _SADDLE, _NO_LONGER_MINE, 6),
    ("numbness_both_legs", _LEGS, _NO_FEELING, 6),
    ("numbness_both_legs", _GROUND, _ON_CLOUDS, 3),
    ("weakness_both_legs", rf"{_LEGS}|rodillas", _GIVES, 6),
    ("leg_pain_both_sides", _TWO, _SHOOTS, 7),
    ("rapidly_worsening_weakness", r"pierna", _LEG_GONE, 3),
    ("rapidly_worsening_weakness", _WEAKER, _FAST, 7),
    ("foot_drop", _FOOT, _DROPS, 7),
    ("cannot_stand_or_walk", _RISE, _IN_VAIN, 3),
    ("face_swelling", _FACE, _SWOLLEN, 5),
    ("throat_tightness", _THROAT, _CLOSES, 4),
    ("breathing_trouble", _BREATH, rf"{_SHORT}|{_HARD}", 3),
    ("sudden_breathlessness", _OUT_OF_BREATH, _SUDDEN, 7),
    ("chest_pain", _CHEST, _HURTS, 6),
    ("coughing_blood", _COUGH, _RED, 6),
    ("slow_breathing_blue_lips", _LIPS, _BLUE, 7),
    ("black_stool_or_vomiting_blood", rf"{_STOOL}|{_TOILET}", _BLACK, 5),
    ("black_stool_or_vomiting_blood", _VOMIT, _BLOOD, 7),
    ("tearing_belly_or_back_pain", _BELLY, _TEARS, 7),
    ("shaking_chills", _TREMBLE, _CHILLS, 7),
    ("shaking_chills", _COLD, _BLANKETS, 7),
)
_PHRASES = {
    "urine_hesitancy": rf"""{_TO_PEE}|no (?:(?:estoy |h?e )?(?:orin(?:o
|ando|ado)|me(?:o|ando|ado))|hago (?:pis|pipi|casi nada))(?! (?:mal|sangre
|de noche|en la cama|raro|con)\b)
|(?:h?ago|h?acer|h?aciendo) (?:mucha )?fuerza (?:y|para) (?:\w+ ){{0,6}}?(?:gotit?as
|nada)
|{_PROXY}no (?:puede|logra) (?:orinar|mear|hacer pis)""",
    "urine_leak": rf"""(?:se )?me chorre\w+|(?<!casi )me (?:h?ice|h?ago) (?:encima|pichi
|chichi|chis|pipi|pis)|me (?:estoy|ando|vivo) h?aciendo(?: encima| pi\w+| chi\w+)?
|me hice(?=\W*$)
|(?:traigo|tengo|llevo|siento|noto)(?: \w+){{0,2}} pantalon\w* (?:\w+ )?(?:mojad
|h?umed|manchad)\w*|goteo tod\w+|dejando got\w+|me h?abia (?:mead|orinad)o|uso pañal\w*
|(?:ando|estoy|amane\w+|desperte|qued\w+) (?:tod[oa] )?(?:mead|orinad|pishad)[oa]
|(?<!casi )me (?:orin[eo]|me[eo])(?! (?:de|por la risa|en los|viv[oa])\b)
|no (?:me )?(?:llego|alcan[zc]o|aguanto|da tiempo)(?: \w+){{0,3}} (?:baño
|w[ac]ter|servicio)|{_PROXY}se (?:orina|mea|h?ace)(?: pis)? encima""",
    "stool_leak": r"""se me (?:sale|escapa|va|fue|salio)(?: \w+)? sin (?:querer
|darme|sentir)\w*|se me (?:sale|escapa) tod[oa]
|(?:ando|estoy|amaneci) (?:tod[oa] )?cagad[oa]""",
    "numbness_both_legs": r"""no se (?:donde|como) (?:pongo|piso
|tengo)(?: \w+)? (?:pies?|piernas)|(?:pellizc\w+|me (?:toco|pincho))(?: \w+){1,4} y nada
""",
    "weakness_both_legs": r"""(?:camino|ando) (?:\w+ )?como (?:una? )?(?:borrach\w+
|robot|pato|zombi|palo)""",
    "leg_pain_both_sides": r"""
(?:dolor|duele)(?: \w+){0,8},? ahora (?:\w+ ){0,2}(?:derecha
|izquierda|otra)(?: pierna)? tambien|me duelen (?:ya )?(?:las dos|ambas)(?=\W*$
|,| piernas| y )""",
    "rapidly_worsening_weakness": r"""(?:ahora|hoy|ahorita)(?: ya
| casi)* no l[ao]s? (?:muevo|levanto)
|
primero (?:el pie|la rodilla|una pierna)(?: \w+){0,3},? (?:y |luego |despues |ahora )+
|(?:(?:mov|levant|camin|and|sub)\w*(?:ia|aba)|podia (?:mov|levant|camin
|and|sub)\w+)(?: \w+){0,5},? (?:y |pero )?(?:hoy
|ahora|ahorita|ya)(?: ya)?(?: casi)? (?:no|nada)""",
    "cannot_stand_or_walk": rf"""{_CANNOT}(?: (?:ni|casi|ya|de|a
|siquiera|mas|para|pa|que))*? {_UPRIGHT}|no me (?:tengo|sostengo|mantengo
|aguanto|(?:puedo|pude|podia|consigo|logro) (?:ni )?(?:parar|mover|levantar
|poner|sostener|incorporar))\b(?! (?:de reir|temprano|a|con|mal|ropa))
|me (?:tienen?|tuvieron) que (?:carg\w+|levant\w+|llevar (?:en|entre) \w+)
|me caigo (?:cada vez|al (?:suelo|piso|par\w+|intent\w+)|si|cuando)
|(?:hoy|mañana|ayer|ya) no camino|me (?:paro|levanto) y (?:me )?(?:caigo|voy)
|no hay quien me (?:levante|mueva)|se me olvido (?:como )?(?:caminar|andar)
|ni con (?:el |las )?(?:andador|baston|muletas)
|no (?:ando|camino)(?! (?:\w+ )?(?:much\w+|lejos|bien|mal|rapido|tanto|con
|de|por|en|muy|hoy|sin)\b)|me llevan en (?:silla|brazos)|a gatas
|(?:voy|ando) (?:gateando|arrastr\w+)|a rastras|necesito que me (?:carg|levant
|agarr|sosten|sujet)\w+|ni (?:caminar|pararme|levantarme|moverme) puedo
|me voy (?:al (?:suelo|piso)|para abajo)|no doy (?:ni )?un paso
|{_PROXY}no (?:se (?:tiene|sostiene
|para|puede)|puede (?:caminar|andar|par\w+|levant\w+|mover\w+))""",
    "throat_tightness": r"""me (?:estan )?(?:ahorc|estrangul)\w+
|cuello (?:\w+ )?h?inchad\w+|me (?:estoy )?atragant(?:o|ando)""",
    "breathing_trouble": r"""me (?:ahogo|asfixio|sofoco)(?! en)|me siento ahog\w+
|jadeando|boqueando""",
    "fainting": r"""(?:me|casi me) (?:desmay(?:[eo]|ando)|h?e desmayado|desvanec\w+
|desplom\w+)|perdi el (?:sentido(?! d)|cono\w+)|(?:me )?(?:cai|caigo) redond\w+
|(?:repente|vi|veo|puso|volvio|quedo) todo (?:en )?negro
|(?:todo|vista) se me (?:puso negr|apag|nubl|oscurec)\w+|se me nubl\w+|yeyo
|me prive(?! de)|ojos en blanco|me fui (?:redond\w+|de espaldas|al (?:suelo|piso))
|sin (?:conocimiento|sentido)|patatus|soponcio|vahido|la palida
|(?:desperte|apareci|termine|acabe) en el (?:suelo|piso)""",
    "slow_breathing_blue_lips": rf"""(?:respiro|respirando|mi respiracion (?:es
|esta)) (?:\w+ )?(?:lent\w+|poc\w+|poquit\w+|despaci\w*|pausad\w+
|debil)(?! y (?:prof|hond))|{_PROXY}(?:no (?:se )?(?:despierta
|reacciona|responde)|respira \w+ ?despa)""",
    "shaking_chills": r"""castañ\w+
|(?:tengo|con|me (?:dan|dieron|entran)) (?:\w+ )?escalofrios(?! (?:de|al))""",
}
# Beside those of the strict reading.
_OTHERS = r"""sobrin[oa]s?|bebes?|yerno|nuera|jef[ea]|niñ[oa]s?|mi viej[oa]|co[mn]padre
|comadre|perrit[oa]|chic[oa]|muchach[oa]|bisabuel[oa]|famos[oa]s?"""


def _in_one_line(pattern: str) -> str:
    return pattern.replace("\n", "")


def _pattern(code: str) -> str:
    """All that may mean the code, also as it is misspelt."""
    found = [
        near(subject, fault, unless=_NOT, within=within)
        for of, subject, fault, within in _PAIRS
        if of == code
    ]
    pattern = "|".join([*found, *filter(None, [_PHRASES.get(code)])])
    for right, typed in _TYPED:
        pattern = pattern.replace(right, typed)
    return _in_one_line(rf"\b{_GONE}(?:{pattern})\b{_GOES}")


NEARBY_SPANISH = near_words(
    SPANISH,
    {code: _pattern(code) for code in SPANISH.terms},
    other_person=re.compile(
        _in_one_line(
            SPANISH.other_person.pattern.replace(
                OTHER_PEOPLE, f"{OTHER_PEOPLE}|{_OTHERS}"
            )
        )
    ),
)
