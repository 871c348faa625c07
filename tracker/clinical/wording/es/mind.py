"""Spanish advice on suicidal thoughts and mood, and of a rule that failed."""

from collections.abc import Mapping

MIND: Mapping[str, tuple[str, str]] = {
    "R24:emergency": (
        "Usted nos importa, y hay ayuda ahora",
        "Llame ahora al {emergency_number} o a una línea de crisis. Quédese con alguien"
        " de confianza. Nos están avisando ahora mismo.",
    ),
    "R24:emergency:from_note": (
        "Usted nos importa, y hay ayuda ahora",
        "Leímos algo en su nota que nos preocupa."
        " Llame ahora al {emergency_number} o a una línea de crisis."
        " Quédese con alguien de confianza. Nos están avisando ahora mismo.",
    ),
    "R24:urgent": (
        "Usted nos importa, y queremos hablar hoy",
        "Desear no despertar es difícil de llevar en soledad. Le llamaremos hoy. Si"
        " piensa en quitarse la vida, llame enseguida al {emergency_number} o a una"
        " línea de crisis.",
    ),
    "R24:urgent:thoughts": (
        "Usted nos importa, y queremos hablar hoy",
        "Gracias por decírnoslo. Le llamaremos hoy. Si estos pensamientos crecen, llame"
        " enseguida al {emergency_number} o a una línea de crisis.",
    ),
    "R24:urgent:from_note": (
        "Usted nos importa, y queremos hablar hoy",
        "Leímos algo en su nota que nos preocupa. Le llamaremos hoy. Si piensa en"
        " quitarse la vida, llame enseguida al {emergency_number} o a una línea de"
        " crisis.",
    ),
    "R24:watch": (
        "Usted nos importa",
        "Gracias por decírnoslo. Si estos pensamientos crecen, llame en cualquier"
        " momento al {emergency_number} o a una línea de crisis.",
    ),
    "R25:soon": (
        "El ánimo bajo es común con el dolor",
        "El ánimo bajo es común con el dolor y se puede tratar. Pronto nos pondremos en"
        " contacto con usted.",
    ),
    "R25:watch": (
        "El ánimo bajo es común con el dolor",
        "El ánimo bajo es común con el dolor y se puede tratar. Por favor, responda las"
        " preguntas cortas sobre el ánimo, y díganos si se hace más difícil.",
    ),
    "R00:urgent": (
        "Vamos a leer sus respuestas en persona",
        "Gracias. Una persona de la clínica leerá hoy sus respuestas."
        " Si se siente muy mal, llame al {emergency_number}.",
    ),
}
