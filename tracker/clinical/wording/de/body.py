"""German advice on bleeding, allergy, heart, lungs, vessels and medicine."""

from collections.abc import Mapping

BODY: Mapping[str, tuple[str, str]] = {
    "R08:emergency": (
        "Holen Sie sich jetzt Hilfe wegen der Schmerzen",
        "Schmerz, der nach Ihrer Spritze schnell stärker wird, kann eine Blutung sein."
        " Rufen Sie jetzt {emergency_number} an oder gehen Sie in eine Notaufnahme.",
    ),
    "R15:emergency": (
        "Das kann eine schwere allergische Reaktion sein",
        "Benutzen Sie Ihren Adrenalin-Pen, wenn Sie einen haben. Rufen Sie jetzt"
        " {emergency_number} an. Bleiben Sie nicht allein.",
    ),
    "R16:urgent": (
        "Die Quaddeln müssen heute untersucht werden",
        "Quaddeln können eine allergische Reaktion sein. Wir rufen Sie heute an. Wenn"
        " sich Atmung, Hals oder Gesicht verändern, rufen Sie {emergency_number} an.",
    ),
    "R16:soon": (
        "Wir kümmern uns um die Quaddeln",
        "Quaddeln können eine allergische Reaktion sein. Wir melden uns bald bei Ihnen."
        " Wenn sich Atmung, Hals oder Gesicht verändern, rufen Sie {emergency_number}"
        " an.",
    ),
    "R17:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Atemnot, Brustschmerz, Blut beim Husten oder eine Ohnmacht brauchen sofort"
        " Hilfe. Rufen Sie jetzt {emergency_number} an.",
    ),
    "R18:urgent": (
        "Ihre Wade muss heute untersucht werden",
        "Eine einzelne geschwollene, schmerzende Wade kann ein Blutgerinnsel sein. Sie"
        " muss heute untersucht werden, und wir rufen Sie an. Wenn Sie schlecht Luft"
        " bekommen, rufen Sie {emergency_number} an.",
    ),
    "R26:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Langsames Atmen, oder wenn jemand kaum zu wecken ist, kann von Medikamenten"
        " kommen. Rufen Sie jetzt {emergency_number} an. Geben Sie Naloxon, wenn Sie es"
        " haben. Legen Sie die Person auf die Seite und bleiben Sie bei ihr.",
    ),
    "R27:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Schwarzer Stuhl oder Erbrechen von Blut kann eine Blutung im Magen sein."
        " Rufen Sie jetzt {emergency_number} an oder gehen Sie in eine Notaufnahme.",
    ),
    "R27:soon": (
        "Sehen wir uns Ihr Schmerzmittel an",
        "Sagen Sie uns Bescheid, bevor Sie Ihre Medikamente ändern. Wir melden uns bald"
        " und planen mit Ihnen. Wenn Sie sehr schläfrig werden, rufen Sie"
        " {emergency_number} an.",
    ),
    "R27:watch": (
        "Ein Wort zu Ihrem Schmerzmittel",
        "Manche Schmerzmittel nimmt man in den Wochen nach dem Eingriff besser nicht."
        " Bitte sehen Sie in Ihren Plan und fragen Sie uns, bevor Sie mehr nehmen.",
    ),
    "R28:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Ein plötzlicher, reißender Schmerz in Bauch oder Rücken braucht sofort Hilfe."
        " Rufen Sie jetzt {emergency_number} an.",
    ),
}
