"""The German question that a note leads to, one for each symptom."""

from collections.abc import Mapping

from tracker.clinical.triage.emergency_terms import TERMS
from tracker.clinical.wording.de.symptoms import SYMPTOM_WORDS


def _asked(symptom: str) -> tuple[str, str]:
    return (
        "Meinten Sie, dass Sie das jetzt haben?",
        f"Ihre Notiz ließ uns an das hier denken: {symptom}."
        " Wenn Sie das jetzt haben, rufen Sie {emergency_number} an. Bitte antworten"
        " Sie mit Ja oder Nein. Wenn nicht, bitten wir das Team, Sie anzurufen.",
    )


NOTE: Mapping[str, tuple[str, str]] = {
    "R30:soon": (
        "Danke, wir haben Ihre Antwort",
        "Sie haben uns gesagt, dass Sie das jetzt nicht haben. Jemand aus der Klinik"
        " liest auch Ihre Notiz. Wenn es sich ändert, rufen Sie {emergency_number} an.",
    ),
    "R30:urgent": _asked("etwas, das schnell Hilfe braucht"),
    **{f"R30:urgent:{code}": _asked(SYMPTOM_WORDS[code]) for code in TERMS},
}
