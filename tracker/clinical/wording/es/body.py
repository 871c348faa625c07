"""Spanish advice on bleeding, allergy, heart, lungs, vessels and medicine."""

from collections.abc import Mapping

BODY: Mapping[str, tuple[str, str]] = {
    "R08:emergency": (
        "Pida ayuda ahora por el dolor",
        "Un dolor que crece rápido después de su inyección puede ser un sangrado."
        " Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "R15:emergency": (
        "Esto puede ser una reacción alérgica grave",
        "Use su pluma de adrenalina si la tiene."
        " Llame al {emergency_number} ahora. No se quede sin compañía.",
    ),
    "R16:urgent": (
        "Las ronchas necesitan una revisión hoy",
        "Las ronchas pueden ser una reacción alérgica. Le llamaremos hoy. Si cambia su"
        " respiración, su garganta o su cara, llame al {emergency_number}.",
    ),
    "R16:soon": (
        "Vamos a mirar lo de las ronchas",
        "Las ronchas pueden ser una reacción alérgica. Pronto nos pondremos en contacto"
        " con usted. Si cambia su respiración, su garganta o su cara, llame al"
        " {emergency_number}.",
    ),
    "R17:emergency": (
        "Pida ayuda ahora",
        "La falta de aire, el dolor en el pecho, la sangre al toser o un desmayo"
        " necesitan ayuda de inmediato. Llame al {emergency_number} ahora.",
    ),
    "R18:urgent": (
        "Su pantorrilla necesita una revisión hoy",
        "Una sola pantorrilla hinchada y con dolor puede ser un coágulo. Necesita una"
        " revisión hoy y le llamaremos. Si le falta el aire, llame al"
        " {emergency_number}.",
    ),
    "R26:emergency": (
        "Pida ayuda ahora",
        "Una respiración lenta, o que cueste despertar a alguien, puede venir de las"
        " medicinas. Llame al {emergency_number} ahora. Dé naloxona si la tiene."
        " Ponga a la persona de lado y quédese con ella.",
    ),
    "R27:emergency": (
        "Pida ayuda ahora",
        "Las heces negras o el vómito con sangre pueden ser un sangrado en el estómago."
        " Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "R27:soon": (
        "Veamos juntos su medicina para el dolor",
        "Avísenos antes de cambiar su medicina. Pronto nos pondremos en contacto con"
        " usted y le ayudaremos a planear. Si siente mucho sueño, llame al"
        " {emergency_number}.",
    ),
    "R27:watch": (
        "Unas palabras sobre su medicina para el dolor",
        "Es mejor no tomar algunas medicinas para el dolor en las semanas después de su"
        " procedimiento. Por favor, mire su plan y pregúntenos antes de tomar más.",
    ),
    "R28:emergency": (
        "Pida ayuda ahora",
        "Un dolor repentino y desgarrador en el vientre o la espalda necesita ayuda de"
        " inmediato. Llame al {emergency_number} ahora.",
    ),
}
