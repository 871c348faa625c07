"""German advice of the infection rules: fever, sepsis, disc and needle site."""

from collections.abc import Mapping

INFECTION: Mapping[str, tuple[str, str]] = {
    "R09:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Fieber oder Schüttelfrost mit einem neuen Zeichen von den Nerven kann eine"
        " Entzündung nahe der Wirbelsäule bedeuten. Rufen Sie jetzt"
        " {emergency_number} an oder gehen Sie in eine Notaufnahme.",
    ),
    "R10:emergency": (
        "Holen Sie sich jetzt Hilfe",
        "Das können Zeichen einer Blutvergiftung sein. Rufen Sie jetzt"
        " {emergency_number} an. Erzählen Sie dort von Ihrem Eingriff.",
    ),
    "R11:urgent": (
        "Das Fieber muss heute untersucht werden",
        "Fieber oder starker Schüttelfrost nach Ihrem Eingriff muss heute untersucht"
        " werden. Wir rufen Sie an. Wenn Sie verwirrt, schwach oder taub werden oder"
        " nicht aufhören können zu zittern, rufen Sie {emergency_number} an.",
    ),
    "R11:urgent:infection_workup": (
        "Das Fieber muss heute untersucht werden",
        "Ihr Fieber oder Schüttelfrost muss heute untersucht werden. Wir rufen Sie"
        " innerhalb einer Stunde an. Wenn Sie verwirrt, schwach oder taub werden, rufen"
        " Sie {emergency_number} an.",
    ),
    "R12:watch": (
        "Vielleicht ist Ihre Temperatur etwas erhöht",
        "Messen Sie in 4 bis 6 Stunden noch einmal und ruhen Sie sich aus. Sagen Sie es"
        " uns, wenn sie auf 38 °C (100,4 °F) steigt oder wenn Schüttelfrost beginnt.",
    ),
    "R12:soon": (
        "Ihre Temperatur ist noch etwas erhöht",
        "Ihre Temperatur ist seit einem halben Tag oder länger etwas erhöht. Wir melden"
        " uns bald bei Ihnen. Sagen Sie es uns sofort, wenn sie auf 38 °C (100,4 °F)"
        " steigt oder wenn Sie Schüttelfrost haben.",
    ),
    "R13:urgent": (
        "Ihr Schmerz nimmt wieder zu",
        "Ihr Schmerz nimmt zu, und wir wollen eine Entzündung ausschließen. Wir rufen"
        " Sie heute an. Messen Sie Ihre Temperatur und nennen Sie uns die Zahl.",
    ),
    "R13:watch": (
        "Ein Rückschritt nach einer Anstrengung",
        "Ihr Schmerz ist nach etwas Ungewohntem stärker geworden. Lassen Sie es einige"
        " Tage ruhig angehen und schreiben Sie weiter. Wenn er stark bleibt, rufen wir"
        " Sie an.",
    ),
    "R14:urgent": (
        "Die Einstichstelle muss heute untersucht werden",
        "Rote Haut, die sich ausbreitet, Wärme oder Flüssigkeit kann eine Entzündung"
        " sein. Halten Sie die Haut sauber und trocken. Wir rufen Sie heute an und"
        " bitten vielleicht um ein Foto. Wenn Sie starken Schüttelfrost haben oder"
        " verwirrt sind, rufen Sie {emergency_number} an.",
    ),
}
