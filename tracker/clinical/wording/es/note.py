"""The Spanish question that a note leads to, one for each symptom."""

from collections.abc import Mapping

from tracker.clinical.triage.emergency_terms import TERMS
from tracker.clinical.wording.es.symptoms import SYMPTOM_WORDS


def _asked(symptom: str) -> tuple[str, str]:
    return (
        "¿Quiso decir que tiene esto ahora?",
        f"Su nota nos hizo pensar en esto: {symptom[0].lower()}{symptom[1:]}."
        " Si lo tiene ahora, llame al {emergency_number}."
        " Por favor, responda sí o no. Si no responde, pedimos al equipo que le llame.",
    )


NOTE: Mapping[str, tuple[str, str]] = {
    "R30:soon": (
        "Gracias, tenemos su respuesta",
        "Nos dijo que no tiene esto ahora. Alguien de la clínica también leerá su nota."
        " Si esto cambia, llame al {emergency_number}.",
    ),
    "R30:urgent": _asked("algo que necesita ayuda rápida"),
    **{f"R30:urgent:{code}": _asked(SYMPTOM_WORDS[code]) for code in TERMS},
}
