"""German advice on past cancer, weight, weak bones, headache, autoimmunity."""

from collections.abc import Mapping

BONE: Mapping[str, tuple[str, str]] = {
    "R19:soon": (
        "Wir möchten Ihre Schmerzen früh untersuchen",
        "Weil Sie früher Krebs hatten, untersuchen wir neue Rückenschmerzen gern früh."
        " Wir melden uns in den nächsten zwei Arbeitstagen.",
    ),
    "R19:urgent": (
        "Wir möchten Ihre Schmerzen heute untersuchen",
        "Weil Sie früher Krebs hatten und abgenommen haben, untersuchen wir das gern"
        " früh. Wir rufen Sie heute an. Wenn Ihre Beine schwach oder taub werden, rufen"
        " Sie {emergency_number} an.",
    ),
    "R19:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Neue Zeichen von den Nerven nach einer Krebserkrankung brauchen heute eine"
        " Aufnahme vom Rücken. Rufen Sie jetzt {emergency_number} an oder gehen Sie"
        " in eine Notaufnahme.",
    ),
    "R20:watch": (
        "Danke, dass Sie uns Ihr Gewicht gesagt haben",
        "Wollten Sie abnehmen? Bitte sagen Sie es uns in Ihrem nächsten Eintrag.",
    ),
    "R20:soon": (
        "Ihr Gewichtsverlust muss untersucht werden",
        "Wer ungewollt abnimmt, sollte untersucht werden. Wir rufen Sie bald an.",
    ),
    "R20:urgent": (
        "Ihr Gewichtsverlust muss heute untersucht werden",
        "Sie nehmen ungewollt ab, und mit dem, was Sie uns sonst gesagt haben, muss das"
        " untersucht werden. Wir rufen Sie heute an. Wenn es Ihnen sehr schlecht geht,"
        " rufen Sie {emergency_number} an.",
    ),
    "R21:urgent": (
        "Ihr Rücken muss heute untersucht werden",
        "Vielleicht hat ein schwacher Knochen einen Riss. Heben Sie nichts. Wir rufen"
        " Sie heute an. Wenn Ihre Beine schwach oder taub werden, rufen Sie"
        " {emergency_number} an.",
    ),
    "R23:soon": (
        "Wir kümmern uns um die Kopfschmerzen",
        "Legen Sie sich flach hin und trinken Sie viel. Wir melden uns spätestens"
        " morgen. Bei Fieber oder steifem Nacken rufen Sie {emergency_number} an.",
    ),
    "R23:urgent": (
        "Die Kopfschmerzen müssen heute untersucht werden",
        "Legen Sie sich flach hin und trinken Sie viel. Wir rufen Sie heute an. Bei"
        " Fieber oder steifem Nacken rufen Sie {emergency_number} an.",
    ),
    "R23:emergency": (
        "Holen Sie sich jetzt Hilfe wegen der Kopfschmerzen",
        "Kopfschmerzen mit Fieber, steifem Nacken oder Schmerz durch Licht brauchen"
        " jetzt Hilfe. Rufen Sie {emergency_number} an oder gehen Sie in eine"
        " Notaufnahme.",
    ),
    "R29:urgent": (
        "Ihr Auge muss heute untersucht werden",
        "Rote, schmerzende Augen müssen heute untersucht werden. Wir rufen Sie an und"
        " helfen dabei. Wenn Sie plötzlich schlecht sehen, rufen Sie"
        " {emergency_number} an.",
    ),
    "R29:soon": (
        "Wir kümmern uns um die Steifheit",
        "Lange Steifheit am Morgen und mehr Schmerz können von Ihrer anderen Krankheit"
        " kommen. Wir melden uns bald bei Ihnen.",
    ),
    "R29:soon:infection": (
        "Wir kümmern uns darum",
        "Mit Ihrem Medikament wehrt sich der Körper schlechter gegen eine Infektion."
        " Wir melden uns bald bei Ihnen. Sagen Sie es uns sofort, wenn Sie 38 °C"
        " (100,4 °F) erreichen oder Schüttelfrost haben.",
    ),
    "R29:urgent:infection": (
        "Das muss heute untersucht werden",
        "Mit Ihrem Medikament wehrt sich der Körper schlechter gegen eine Infektion."
        " Wir rufen Sie heute an. Wenn Sie starken Schüttelfrost haben oder verwirrt"
        " sind, rufen Sie {emergency_number} an.",
    ),
    "R29:emergency:infection": (
        "Holen Sie sich jetzt Hilfe",
        "Mit Ihrem Medikament wehrt sich der Körper schlechter gegen eine Infektion,"
        " und es gibt Zeichen dafür. Rufen Sie jetzt {emergency_number} an oder gehen"
        " Sie in eine Notaufnahme.",
    ),
}
