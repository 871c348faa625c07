"""Spanish advice of the infection rules: fever, sepsis, disc and needle site."""

from collections.abc import Mapping

INFECTION: Mapping[str, tuple[str, str]] = {
    "R09:emergency": (
        "Pida ayuda ahora",
        "La fiebre o los escalofríos junto con una señal nueva de los nervios pueden"
        " indicar una infección cerca de la columna."
        " Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "R10:emergency": (
        "Pida ayuda ahora",
        "Estas pueden ser señales de una infección en la sangre."
        " Llame al {emergency_number} ahora. Hábleles de su procedimiento.",
    ),
    "R11:urgent": (
        "La fiebre necesita una revisión hoy",
        "La fiebre o los escalofríos fuertes después de su procedimiento deben"
        " revisarse hoy. Le llamaremos. Si siente confusión, debilidad o"
        " adormecimiento, o si tiembla y no puede parar, llame al {emergency_number}.",
    ),
    "R11:urgent:infection_workup": (
        "La fiebre necesita una revisión hoy",
        "Su fiebre o sus escalofríos deben revisarse hoy. Le llamaremos en menos de una"
        " hora. Si siente confusión, debilidad o adormecimiento, llame al"
        " {emergency_number}.",
    ),
    "R12:watch": (
        "Puede que su temperatura esté un poco alta",
        "Mida de nuevo su temperatura en 4 a 6 horas y descanse. Avísenos si sube a"
        " 38 °C (100.4 °F) o si empieza a tener escalofríos.",
    ),
    "R12:soon": (
        "Su temperatura sigue un poco alta",
        "Su temperatura lleva medio día o más un poco alta. Pronto nos pondremos en"
        " contacto con usted. Avísenos enseguida si sube a 38 °C (100.4 °F) o si tiene"
        " escalofríos.",
    ),
    "R13:urgent": (
        "Su dolor vuelve a subir",
        "Su dolor está subiendo y queremos descartar una infección. Le llamaremos hoy."
        " Mida su temperatura y díganos el número.",
    ),
    "R13:watch": (
        "Un paso atrás después de un esfuerzo",
        "Su dolor subió después de algo fuera de lo común. Tómelo con calma unos días y"
        " siga escribiéndonos. Si no baja, le llamaremos.",
    ),
    "R14:urgent": (
        "El lugar de la aguja necesita una revisión hoy",
        "La piel roja que se extiende, el calor o el líquido pueden ser una infección."
        " Mantenga la piel limpia y seca. Le llamaremos hoy y quizá le pidamos una"
        " foto. Si tiene escalofríos fuertes o confusión, llame al"
        " {emergency_number}.",
    ),
}
