"""Veiled ways to say in Spanish that one does not want to be."""

from tracker.clinical.triage.notes.nearby import near

# The thought ends here: "no quiero vivir", not "no quiero vivir en un tercero".
_END = r"(?=$|[.,;!?]| (?:y|asi|mas|de verdad|si)\b)"
_TO_BE = r"(?:vivir|existir|seguir (?:viv\w+|existiendo|en este mundo))"
_BETTER = r"(?:mejor\w*|tranquil\w+|descans\w+|felices|bien)"
_GONE = r"(?:si (?:yo )?no estuviera|cuando (?:yo )?(?:me vaya|no este|falte))"

SPANISH = (
    rf"no (?:quiero|deseo|me apetece|(?:me )?(?:quedan"
    rf"|tengo)(?: mas)? ganas de)(?: mas)? {_TO_BE}(?: mas)?{_END}",
    rf"(?:cansad[ao]|hart[ao]) de (?:vivir|existir|estar viv[ao]|esta vida){_END}",
    rf"(?:dejar|ganas) de (?:existir|morir(?:me)?){_END}|no tengo mas ganas de vivir",
    r"(?:ya )?no quiero estar(?: aqui| aca)?(?=$|[.,;!?]| (?:asi de|mas(?=$|[.,;!?])))",
    rf"no quiero seguir (?:aqui|aca|adelante con (?:mi|la) vida){_END}",
    r"(?:da|es) (?:igual|lo mismo) vivir(?! en)|vivir (?:que|o) morir(?=$|[.,;!?])",
    r"(?:para|pa) que (?:seguir|sigo) viv\w+"
    r"|sentido a (?:seguir (?:aqui|viv\w+)|vivir)",
    rf"(?:estari?an?|viviri?an?|seri?an?|iri?an?)\b[^.!?]{{0,20}} {_BETTER} sin mi"
    r"(?=$|[.,;!?]| (?:y|seguro)\b)",
    rf"{_BETTER}[^.!?]{{0,12}} {_GONE}|{_GONE}[^.!?]{{0,20}} {_BETTER}",
    r"si alguien me echaria de menos|nadie me (?:echaria de menos|extra[ñn]aria)",
    r"(?:soy|ser) (?:\w+ )?(?:una carga|un estorbo) (?:para|de mis)\b|soy un estorbo",
    r"no (?:valgo|sirvo)(?: ya)? (?:para |pa )?nada(?=$|[.,;!?])",
    r"no ver otr[ao] (?:dia|ma[ñn]ana)|(?:llegando|llegar) a navidad, ni quiero",
    r"ultima vez que os escribo|descansar de mi(?=$|[.,;!?])",
    r"unica salida que veo|no veo (?:otra|mas) salida",
    r"mi vida (?:ya )?se (?:termino|acabo)|me vali?a haberme quedado en el quirofano",
    near(
        r"ojala|quisiera|mejor|preferiria|no me importa|rezo|pido",
        r"no (?:me )?(?:despert\w+|amane\w+|haber nacido|hubiera nacido"
        r"|hubiera salido)(?: mas| nunca)?(?=$|[.,;!?]| del)",
        within=6,
    ),
    r"dormir(?:me)? (?:y no despertar|para siempre(?! en))|levantarme nunca mas",
    r"(?:mire|mirando|mirar) las pastillas"
    r"|dejo de pensar en (?:ellas|las pastillas)(?=$|[.,;!?])",
    near(r"repart\w+|regal\w+", r"yo ya no l[ao]s voy a (?:necesitar|usar)", within=9),
    r"(?:quiero|quisiera|gustaria) (?:desaparecer|esfumarme)(?=$|[.,;!?]| (?:y"
    r"|para siempre)\b)",
    r"(?:quiero|gustaria) (?:morir(?:me)?(?! de)|irme) con mi (?:esposo|marido|mujer"
    r"|difunt\w+|viej[oa]|\w+, que me)",
    r"dios (?:\w+ ){0,2}me (?:lleve|recoja)(?=$|[.,;!?]| (?:ya|de una|pronto))"
    r"|pido a (?:dios|la virgen)[^.!?]{0,30} (?:lleve|no ver)",
    r"mejor no vivir|para vivir asi|vivir asi no(?! esta)|no aguanto mas la vida",
    r"para cuando yo (?:ya )?(?:falte|no este)"
    r"|despedirme de (?:la vida|todos los mios)",
    r"(?:acabar|terminar) con (?:todo(?=$|[.,;!?])|mi vida)"
    r"|quitarme (?:de en medio|la vida)",
    r"se (?:termine|acabe) todo(?: ya| de una vez)?(?=$|[.,;!?])",
    r"todo termine[^.!?]{0,12} para siempre",
    r"ya (?:he )?vivi(?:do)? (?:bastante|suficiente|demasiado)(?=$|[.,;!?])",
    r"nada (?:que )?me (?:ate|ata|retenga|retiene) (?:a esta vida|aqui|aca)",
    r"si no fuera por [^.!?]{0,25}no estaria (?:aqui|aca|viv[ao])",
    r"no (?:pienso|creo que vaya a) estar (?:aqui|aca|por aqui) mucho",
    r"(?:ideas|pensamientos) (?:muy )?(?:fe[ao]s|negr[ao]s|oscur[ao]s)(?! (?:para"
    r"|del?)\b)",
    r"no puedo mas con (?:la|esta|mi) vida|pedi(?:do)? a dios no despertar"
    r"|bajar el telon|(?:infarto|coche|camion)[^.!?]{0,25} (?:un|el) favor"
    r"|una carta para cada (?:hij|niet)|que no haya (?:un )?ma[ñn]ana(?=$|[.,;!?])"
    r"|no llegar a ma[ñn]ana(?=$|[.,;!?])|mejor no salir del quirofano"
    r"|si yo faltara(?=$|[.,;!?])|soy una carga y|a un animal no lo dejarian",
)
