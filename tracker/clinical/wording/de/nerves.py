"""German advice of the nerve rules: bladder, bowel, saddle, legs, arms."""

from collections.abc import Mapping

NERVES: Mapping[str, tuple[str, str]] = {
    "R01:emergency": (
        "Holen Sie sich jetzt Hilfe für Ihre Blase",
        "Wenn sich das Wasserlassen ändert, können Nerven im Rücken gedrückt sein."
        " Rufen Sie jetzt {emergency_number} an oder gehen Sie in eine Notaufnahme."
        " Warten Sie nicht auf unseren Anruf.",
    ),
    "R02:emergency": (
        "Holen Sie sich jetzt Hilfe für Ihren Darm",
        "Wenn Sie Ihren Darm nicht mehr halten oder spüren können, brauchen Sie sofort"
        " Hilfe. Rufen Sie jetzt {emergency_number} an oder gehen Sie in eine"
        " Notaufnahme.",
    ),
    "R02:watch": (
        "Achten Sie auf Ihren Darm",
        "Trinken Sie Wasser, bewegen Sie sich ein wenig und essen Sie Obst und Gemüse."
        " Sagen Sie uns sofort, wenn sich das Wasserlassen ändert oder wenn es zwischen"
        " den Beinen taub wird.",
    ),
    "R03:emergency": (
        "Holen Sie sich jetzt Hilfe wegen der tauben Haut",
        "Taube Haut dort, wo Sie auf einem Sattel sitzen würden, braucht heute eine"
        " Aufnahme vom Rücken. Rufen Sie jetzt {emergency_number} an oder gehen Sie in"
        " eine Notaufnahme.",
    ),
    "R04:emergency": (
        "Holen Sie sich jetzt Hilfe für Ihre Beine",
        "Zeichen in beiden Beinen müssen jetzt sofort untersucht werden."
        " Rufen Sie {emergency_number} an oder gehen Sie in eine Notaufnahme.",
    ),
    "R04:urgent": (
        "Ihre Beine müssen heute untersucht werden",
        "Schmerzen in beiden Beinen müssen heute untersucht werden. Wir rufen Sie an."
        " Wenn Ihre Beine schwach oder taub werden oder sich das Wasserlassen ändert,"
        " rufen Sie {emergency_number} an.",
    ),
    "R05:emergency": (
        "Lassen Sie sich jetzt sofort untersuchen",
        "Wenn sich das sexuelle Empfinden ändert und dazu Zeichen in Rücken oder Beinen"
        " kommen, kann das von den Nerven kommen. Bitte schämen Sie sich nicht."
        " Rufen Sie {emergency_number} an oder gehen Sie in eine Notaufnahme.",
    ),
    "R05:urgent": (
        "Lassen Sie sich heute untersuchen",
        "Wenn sich das sexuelle Empfinden ändert, kann das von den Nerven kommen. Bitte"
        " schämen Sie sich nicht. Wir rufen Sie heute an. Wenn sich das Wasserlassen"
        " ändert oder es zwischen den Beinen taub wird, rufen Sie {emergency_number}"
        " an.",
    ),
    "R06:emergency": (
        "Holen Sie sich jetzt Hilfe wegen der Schwäche",
        "Ein Bein oder Arm, der schwächer wird, oder ein Fuß, der herunterhängt,"
        " braucht heute Hilfe. Rufen Sie {emergency_number} an oder gehen Sie in eine"
        " Notaufnahme. Fahren Sie nicht selbst.",
    ),
    "R06:urgent": (
        "Die Schwäche muss heute untersucht werden",
        "Neue Schwäche oder unsichere Hände oder Füße müssen heute untersucht werden."
        " Wir rufen Sie an. Wenn es schlimmer wird, der Fuß herunterhängt oder Sie"
        " nicht stehen können, rufen Sie {emergency_number} an.",
    ),
    "R06:urgent:cord": (
        "Ihre Hände oder Ihr Gehen müssen heute untersucht werden",
        "Ungeschickte Hände oder unsicheres Gehen müssen heute untersucht werden. Wir"
        " rufen Sie an. Wenn Sie schwach werden, nicht gehen können oder sich das"
        " Wasserlassen ändert, rufen Sie {emergency_number} an.",
    ),
    "R07:urgent": (
        "Die Taubheit muss heute untersucht werden",
        "Neue Taubheit sollte heute untersucht werden. Wir rufen Sie an. Wenn Sie"
        " schwach werden oder es zwischen den Beinen taub wird, rufen Sie"
        " {emergency_number} an.",
    ),
}
