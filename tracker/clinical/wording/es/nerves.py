"""Spanish advice of the nerve rules: bladder, bowel, saddle, legs, arms."""

from collections.abc import Mapping

NERVES: Mapping[str, tuple[str, str]] = {
    "R01:emergency": (
        "Pida ayuda ahora por su vejiga",
        "Un cambio al orinar puede indicar que los nervios de la espalda están"
        " presionados. Llame al {emergency_number} o vaya a urgencias ahora."
        " No espere a que le llamemos.",
    ),
    "R02:emergency": (
        "Pida ayuda ahora por su intestino",
        "Perder el control del intestino, o no sentirlo, necesita ayuda de inmediato."
        " Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "R02:watch": (
        "Esté al tanto de su intestino",
        "Beba agua, muévase un poco y coma frutas y verduras. Avísenos enseguida si"
        " cambia su forma de orinar o si se le duerme la zona entre las piernas.",
    ),
    "R03:emergency": (
        "Pida ayuda ahora por la piel dormida",
        "La piel dormida en la zona que tocaría una silla de montar necesita una prueba"
        " de imagen hoy. Llame al {emergency_number} o vaya a urgencias ahora.",
    ),
    "R04:emergency": (
        "Pida ayuda ahora por sus piernas",
        "Las señales en las dos piernas necesitan una revisión ahora mismo."
        " Llame al {emergency_number} o vaya a urgencias.",
    ),
    "R04:urgent": (
        "Sus piernas necesitan una revisión hoy",
        "El dolor que baja por las dos piernas necesita una revisión hoy. Le"
        " llamaremos. Si nota las piernas débiles o dormidas, o si cambia su forma de"
        " orinar, llame al {emergency_number}.",
    ),
    "R05:emergency": (
        "Pida una revisión ahora mismo",
        "Un cambio en la sensibilidad sexual junto con señales en la espalda o las"
        " piernas puede venir de los nervios. Por favor, no sienta vergüenza."
        " Llame al {emergency_number} o vaya a urgencias.",
    ),
    "R05:urgent": (
        "Pida una revisión hoy",
        "Un cambio en la sensibilidad sexual puede venir de los nervios. Por favor, no"
        " sienta vergüenza. Le llamaremos hoy. Si cambia su forma de orinar o se le"
        " duerme la zona entre las piernas, llame al {emergency_number}.",
    ),
    "R06:emergency": (
        "Pida ayuda ahora por la debilidad",
        "Una pierna o un brazo cada vez más débil, o un pie caído, necesita ayuda"
        " hoy. Llame al {emergency_number} o vaya a urgencias. No conduzca usted.",
    ),
    "R06:urgent": (
        "La debilidad necesita una revisión hoy",
        "Una debilidad nueva, o manos o pies poco firmes, necesitan una revisión hoy."
        " Le llamaremos. Si empeora, si el pie se queda caído o si no puede ponerse"
        " de pie, llame al {emergency_number}.",
    ),
    "R06:urgent:cord": (
        "Sus manos o su forma de caminar necesitan una revisión hoy",
        "Las manos torpes o un caminar poco firme necesitan una revisión hoy. Le"
        " llamaremos. Si siente debilidad, no puede caminar o cambia su forma de"
        " orinar, llame al {emergency_number}.",
    ),
    "R07:urgent": (
        "El adormecimiento necesita una revisión hoy",
        "Un adormecimiento nuevo debe revisarse hoy. Le llamaremos. Si siente debilidad"
        " o se le duerme la zona entre las piernas, llame al {emergency_number}.",
    ),
}
