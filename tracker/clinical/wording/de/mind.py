"""German advice on suicidal thoughts and mood, and of a rule that failed."""

from collections.abc import Mapping

MIND: Mapping[str, tuple[str, str]] = {
    "R24:emergency": (
        "Sie sind uns wichtig, und Hilfe ist jetzt da",
        "Rufen Sie jetzt {emergency_number} oder ein Krisentelefon an. Bleiben Sie bei"
        " jemandem, dem Sie vertrauen. Wir bekommen sofort Bescheid.",
    ),
    "R24:emergency:from_note": (
        "Sie sind uns wichtig, und Hilfe ist jetzt da",
        "Wir haben in Ihrer Notiz etwas gelesen, das uns Sorgen macht. Rufen Sie jetzt"
        " {emergency_number} oder ein Krisentelefon an. Bleiben Sie bei jemandem, dem"
        " Sie vertrauen. Wir bekommen sofort Bescheid.",
    ),
    "R24:urgent": (
        "Sie sind uns wichtig, und wir möchten heute mit Ihnen sprechen",
        "Der Wunsch, nicht mehr aufzuwachen, ist allein schwer zu tragen. Wir rufen Sie"
        " heute an. Wenn Sie daran denken, sich das Leben zu nehmen, rufen Sie sofort"
        " {emergency_number} oder ein Krisentelefon an.",
    ),
    "R24:urgent:thoughts": (
        "Sie sind uns wichtig, und wir möchten heute mit Ihnen sprechen",
        "Danke, dass Sie es uns sagen. Wir rufen Sie heute an. Wenn diese Gedanken"
        " stärker werden, rufen Sie sofort {emergency_number} oder ein Krisentelefon"
        " an.",
    ),
    "R24:urgent:from_note": (
        "Sie sind uns wichtig, und wir möchten heute mit Ihnen sprechen",
        "Wir haben in Ihrer Notiz etwas gelesen, das uns Sorgen macht. Wir rufen Sie"
        " heute an. Wenn Sie daran denken, sich das Leben zu nehmen, rufen Sie sofort"
        " {emergency_number} oder ein Krisentelefon an.",
    ),
    "R24:watch": (
        "Sie sind uns wichtig",
        "Danke, dass Sie es uns sagen. Wenn diese Gedanken stärker werden, rufen Sie"
        " jederzeit {emergency_number} oder ein Krisentelefon an.",
    ),
    "R25:soon": (
        "Gedrückte Stimmung ist bei Schmerzen häufig",
        "Gedrückte Stimmung ist bei Schmerzen häufig und lässt sich behandeln. Wir"
        " melden uns bald bei Ihnen.",
    ),
    "R25:watch": (
        "Gedrückte Stimmung ist bei Schmerzen häufig",
        "Gedrückte Stimmung ist bei Schmerzen häufig und lässt sich behandeln. Bitte"
        " beantworten Sie die kurzen Fragen zur Stimmung, und sagen Sie uns, wenn es"
        " schwerer wird.",
    ),
    "R00:urgent": (
        "Wir sehen uns Ihre Antworten selbst an",
        "Danke. Ein Mensch in der Klinik liest heute Ihre Antworten. Wenn es Ihnen sehr"
        " schlecht geht, rufen Sie {emergency_number} an.",
    ),
}
