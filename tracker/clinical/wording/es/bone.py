"""Spanish advice on past cancer, weight, weak bones, headache, autoimmunity."""

from collections.abc import Mapping

BONE: Mapping[str, tuple[str, str]] = {
    "R19:soon": (
        "Queremos revisar su dolor pronto",
        "Como usted tuvo cáncer, preferimos revisar pronto un dolor de espalda nuevo."
        " Nos pondremos en contacto con usted en dos días laborables.",
    ),
    "R19:urgent": (
        "Queremos revisar su dolor hoy",
        "Como usted tuvo cáncer y ha perdido peso, preferimos revisarlo pronto. Le"
        " llamaremos hoy. Si nota las piernas débiles o dormidas, llame al"
        " {emergency_number}.",
    ),
    "R19:emergency": (
        "Pida ayuda ahora",
        "Las señales nuevas de los nervios después de un cáncer necesitan una prueba de"
        " imagen hoy. Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "R20:watch": (
        "Gracias por decirnos su peso",
        "¿Quería usted bajar de peso? Por favor, díganoslo en su próximo registro.",
    ),
    "R20:soon": (
        "Su peso necesita una revisión",
        "Bajar de peso sin quererlo necesita una revisión. Le llamaremos pronto.",
    ),
    "R20:urgent": (
        "Su peso necesita una revisión hoy",
        "Bajar de peso sin quererlo, con lo demás que nos contó, necesita una revisión."
        " Le llamaremos hoy. Si se siente muy mal, llame al {emergency_number}.",
    ),
    "R21:urgent": (
        "Su espalda necesita una revisión hoy",
        "Puede que un hueso débil se haya agrietado. No levante nada. Le llamaremos"
        " hoy. Si nota las piernas débiles o dormidas, llame al {emergency_number}.",
    ),
    "R23:soon": (
        "Vamos a mirar lo del dolor de cabeza",
        "Acuéstese sin almohada y beba bastante. Nos pondremos en contacto con usted"
        " mañana a más tardar. Con fiebre o el cuello rígido, llame al"
        " {emergency_number}.",
    ),
    "R23:urgent": (
        "El dolor de cabeza necesita una revisión hoy",
        "Acuéstese sin almohada y beba bastante. Le llamaremos hoy. Con fiebre o el"
        " cuello rígido, llame al {emergency_number}.",
    ),
    "R23:emergency": (
        "Pida ayuda ahora por el dolor de cabeza",
        "Un dolor de cabeza con fiebre, el cuello rígido o molestia con la luz necesita"
        " ayuda ahora. Llame al {emergency_number} o vaya a urgencias.",
    ),
    "R29:urgent": (
        "Su ojo necesita una revisión hoy",
        "Los ojos rojos y con dolor necesitan una revisión hoy. Le llamaremos para"
        " organizarla. Si pierde la vista, llame al {emergency_number}.",
    ),
    "R29:soon": (
        "Vamos a mirar lo de la rigidez",
        "Mucha rigidez por la mañana y más dolor pueden venir de su otra enfermedad."
        " Pronto nos pondremos en contacto con usted.",
    ),
    "R29:soon:infection": (
        "Vamos a mirar esto",
        "Con su medicina cuesta más luchar contra una infección. Pronto nos pondremos"
        " en contacto con usted. Avísenos enseguida si llega a 38 °C (100.4 °F) o si"
        " tiene escalofríos.",
    ),
    "R29:urgent:infection": (
        "Esto necesita una revisión hoy",
        "Con su medicina cuesta más luchar contra una infección. Le llamaremos hoy. Si"
        " tiene escalofríos fuertes o confusión, llame al {emergency_number}.",
    ),
    "R29:emergency:infection": (
        "Pida ayuda ahora",
        "Con su medicina cuesta más luchar contra una infección, y hay señales de una."
        " Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
}
