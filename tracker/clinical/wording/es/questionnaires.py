"""Our own questionnaires in Spanish, in our own wording."""

from collections.abc import Mapping

_HOW_OFTEN = {
    "option.0": "Ningún día",
    "option.1": "Algunos días",
    "option.2": "Muchos días",
    "option.3": "La mayoría de los días o todos",
}


def _often(text: str) -> dict[str, str]:
    return {"text": text, **_HOW_OFTEN}


_SPOILT = {"low_label": "Nada", "high_label": "Del todo"}


def _thing(place: str, ordinal: str) -> dict[str, dict[str, str]]:
    return {
        f"{place}_activity": {
            "text": f"La {ordinal} cosa que su espalda le hace difícil",
            "help": (
                "Por ejemplo: atarme los zapatos, conducir al trabajo, levantar a mi"
                " hijo."
            ),
        },
        f"{place}_ability": {
            "text": f"¿Qué tan bien puede hacer hoy la {ordinal} cosa?",
            "low_label": "No puedo hacerla",
            "high_label": "Tan bien como antes del problema de espalda",
        },
    }


QUESTIONNAIRES: Mapping[str, tuple[str, str, Mapping[str, Mapping[str, str]]]] = {
    "weekly_impact": (
        "Su semana",
        "Tres preguntas sobre los últimos 7 días.",
        {
            "pain": {
                "text": (
                    "¿Qué tan fuerte fue su dolor de espalda la mayoría de los días?"
                ),
                "low_label": "Sin dolor",
                "high_label": "El peor dolor",
            },
            "enjoyment": {
                "text": "¿Cuánto le estropeó el dolor las cosas que le gustan?",
                **_SPOILT,
            },
            "activity": {
                "text": "¿Cuánto le frenó el dolor en su día a día?",
                **_SPOILT,
            },
        },
    ),
    "mood_screen": (
        "Ánimo y preocupación",
        "Cuatro preguntas sobre las últimas dos semanas. El dolor y el ánimo tiran uno"
        " del otro, por eso preguntamos por los dos.",
        {
            "tension": _often("Sintió tensión o inquietud por dentro."),
            "worry": _often("Las preocupaciones le daban vueltas en la cabeza."),
            "sadness": _often("Sintió tristeza o vacío."),
            "joylessness": _often("Las cosas que le gustan no le daban alegría."),
            "tell_us": {
                "text": "Tengo pensamientos que me asustan, y quiero contárselo."
            },
            "self_harm": {
                "text": "¿Ha pensado en hacerse daño, o en quitarse la vida?",
                "help": (
                    "Si está en peligro ahora, llame a su número de emergencias. No"
                    " espere a que le respondamos."
                ),
            },
        },
    ),
    "global_change": (
        "Antes y ahora",
        "Piense en su espalda antes del procedimiento, y en su espalda hoy.",
        {
            "change": {
                "text": "Su espalda está ahora",
                "option.1": "Muchísimo mejor",
                "option.2": "Mucho mejor",
                "option.3": "Un poco mejor",
                "option.4": "Igual",
                "option.5": "Un poco peor",
                "option.6": "Mucho peor",
                "option.7": "Muchísimo peor",
            }
        },
    ),
    "sane": (
        "Su espalda en un número",
        "0 significa que su espalda no le sirve de nada. 100 significa que todo está"
        " como debe estar.",
        {
            "normal": {
                "text": "¿Qué número tiene su espalda hoy?",
                "low_label": "No sirve de nada",
                "high_label": "Como debe estar",
            }
        },
    ),
    "psfs": (
        "Lo que quiere volver a hacer",
        "Nombre hasta tres cosas que su espalda hace difíciles. Las guardamos y más"
        " tarde preguntamos por las mismas cosas.",
        {
            **_thing("first", "primera"),
            **_thing("second", "segunda"),
            **_thing("third", "tercera"),
        },
    ),
}
