"""Spanish advice on the course: pain over weeks, function, silence."""

from collections.abc import Mapping

COURSE: Mapping[str, tuple[str, str]] = {
    "R22:urgent": (
        "No se espera tanto dolor",
        "No se espera tanto dolor, y le llamaremos hoy. Si no puede ponerse de pie o se"
        " le debilitan las piernas, llame al {emergency_number}.",
    ),
    "R22:emergency": (
        "Pida ayuda ahora por el dolor",
        "Un dolor muy fuerte sin poder ponerse de pie necesita ayuda de inmediato."
        " Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "T2:soon": (
        "Su dolor todavía no se calma",
        "Más dolor en los primeros días es común, pero el suyo aún no baja. Pronto nos"
        " pondremos en contacto con usted. Descanse y siga escribiéndonos.",
    ),
    "T2:urgent": (
        "Su dolor no se calma",
        "Su dolor es muy fuerte y no baja, y le llamaremos hoy. Si no puede ponerse de"
        " pie o se le debilitan las piernas, llame al {emergency_number}.",
    ),
    "T5:soon": (
        "Su dolor está más alto desde hace un tiempo",
        "Desde hace una semana o más, su dolor es mayor que el que tenía antes. Pronto"
        " nos pondremos en contacto con usted para hablar de ello.",
    ),
    "T6:watch": (
        "Seis semanas: gracias por escribirnos",
        "El cambio suele tardar algunos meses, y cada camino es distinto. Veremos sus"
        " registros en la visita de revisión.",
    ),
    "T6:soon": (
        "Veamos esto juntos",
        "Su dolor es casi el mismo que antes. Queremos verle en una visita de revisión,"
        " y pronto nos pondremos en contacto con usted.",
    ),
    "T6:watch:half_year": (
        "Medio año: gracias por escribirnos",
        "Cada camino es distinto. Veremos sus registros y hablaremos de ellos en la"
        " visita de revisión.",
    ),
    "T7:soon": (
        "La vida diaria se ha hecho más difícil",
        "Sus respuestas dicen que moverse y las tareas diarias le cuestan más que"
        " antes. Pronto nos pondremos en contacto con usted para hablar de ello.",
    ),
    "R31:none": (
        "No hemos sabido de usted",
        "¿Cómo está? Un registro corto es suficiente, cuando le venga bien.",
    ),
    "R31:soon": (
        "No hemos sabido de usted",
        "No hemos sabido de usted desde que nos contó un problema. ¿Está bien? Pronto"
        " nos pondremos en contacto con usted. Un registro corto nos ayuda.",
    ),
}
