"""German advice on the course: pain over weeks, function, silence."""

from collections.abc import Mapping

COURSE: Mapping[str, tuple[str, str]] = {
    "R22:urgent": (
        "So viel Schmerz ist nicht zu erwarten",
        "So viel Schmerz ist nicht zu erwarten, und wir rufen Sie heute an. Wenn Sie"
        " nicht stehen können oder Ihre Beine schwach werden, rufen Sie"
        " {emergency_number} an.",
    ),
    "R22:emergency": (
        "Holen Sie sich jetzt Hilfe wegen der Schmerzen",
        "Starker Schmerz, mit dem Sie nicht stehen können, braucht sofort Hilfe. Rufen"
        " Sie jetzt {emergency_number} an oder gehen Sie in eine Notaufnahme.",
    ),
    "T2:soon": (
        "Ihr Schmerz hat sich noch nicht beruhigt",
        "Mehr Schmerz in den ersten Tagen ist häufig, aber Ihrer lässt noch nicht nach."
        " Wir melden uns bald bei Ihnen. Ruhen Sie sich aus und schreiben Sie weiter.",
    ),
    "T2:urgent": (
        "Ihr Schmerz beruhigt sich nicht",
        "Ihr Schmerz ist stark und lässt nicht nach, und wir rufen Sie heute an. Wenn"
        " Sie nicht stehen können oder Ihre Beine schwach werden, rufen Sie"
        " {emergency_number} an.",
    ),
    "T5:soon": (
        "Ihr Schmerz ist seit einiger Zeit stärker",
        "Ihr Schmerz ist seit einer Woche oder länger stärker als vorher. Wir melden"
        " uns bald bei Ihnen und sprechen darüber.",
    ),
    "T6:watch": (
        "Sechs Wochen: danke für Ihre Einträge",
        "Eine Veränderung dauert oft einige Monate, und jeder Weg ist anders. Wir sehen"
        " uns Ihre Einträge beim nächsten Termin an.",
    ),
    "T6:soon": (
        "Sehen wir uns das gemeinsam an",
        "Ihr Schmerz ist fast so wie vorher. Wir möchten Sie zu einem Termin sehen und"
        " melden uns bald bei Ihnen.",
    ),
    "T6:watch:half_year": (
        "Ein halbes Jahr: danke für Ihre Einträge",
        "Jeder Weg ist anders. Wir sehen uns Ihre Einträge an und sprechen beim"
        " nächsten Termin darüber.",
    ),
    "T7:soon": (
        "Der Alltag ist schwerer geworden",
        "Ihre Antworten sagen, dass Bewegung und Alltag schwerer sind als vorher. Wir"
        " melden uns bald bei Ihnen und sprechen darüber.",
    ),
    "R31:none": (
        "Wir haben nichts von Ihnen gehört",
        "Wie geht es Ihnen? Ein kurzer Eintrag genügt, wann immer es Ihnen passt.",
    ),
    "R31:soon": (
        "Wir haben nichts von Ihnen gehört",
        "Seit Sie uns von Beschwerden erzählt haben, haben wir nichts von Ihnen gehört."
        " Geht es Ihnen gut? Wir melden uns bald bei Ihnen. Ein kurzer Eintrag hilft"
        " uns.",
    ),
}
