"""Our own questionnaires in German, in our own wording."""

from collections.abc import Mapping

_HOW_OFTEN = {
    "option.0": "An keinem Tag",
    "option.1": "An wenigen Tagen",
    "option.2": "An vielen Tagen",
    "option.3": "An den meisten oder allen Tagen",
}


def _often(text: str) -> dict[str, str]:
    return {"text": text, **_HOW_OFTEN}


_SPOILT = {"low_label": "Gar nicht", "high_label": "Ganz"}


def _thing(place: str, ordinal: str) -> dict[str, dict[str, str]]:
    return {
        f"{place}_activity": {
            "text": f"Die {ordinal} Sache, die Ihr Rücken Ihnen schwer macht",
            "help": (
                "Zum Beispiel: Schuhe binden, zur Arbeit fahren, mein Kind hochheben."
            ),
        },
        f"{place}_ability": {
            "text": f"Wie gut können Sie die {ordinal} Sache heute tun?",
            "low_label": "Ich kann sie nicht tun",
            "high_label": "So gut wie vor dem Rückenleiden",
        },
    }


QUESTIONNAIRES: Mapping[str, tuple[str, str, Mapping[str, Mapping[str, str]]]] = {
    "weekly_impact": (
        "Ihre Woche",
        "Drei Fragen zu den letzten 7 Tagen.",
        {
            "pain": {
                "text": "Wie stark war Ihr Rückenschmerz an den meisten Tagen?",
                "low_label": "Kein Schmerz",
                "high_label": "Stärkster Schmerz",
            },
            "enjoyment": {
                "text": "Wie sehr hat der Schmerz verdorben, was Ihnen Freude macht?",
                **_SPOILT,
            },
            "activity": {
                "text": "Wie sehr hat der Schmerz Sie im Alltag gebremst?",
                **_SPOILT,
            },
        },
    ),
    "mood_screen": (
        "Stimmung und Sorgen",
        "Vier Fragen zu den letzten zwei Wochen. Schmerz und Stimmung ziehen"
        " aneinander, darum fragen wir nach beidem.",
        {
            "tension": _often("Sie waren angespannt oder innerlich unruhig."),
            "worry": _often("Sorgen gingen Ihnen immer wieder durch den Kopf."),
            "sadness": _often("Sie fühlten sich traurig oder leer."),
            "joylessness": _often("Dinge, die Sie mögen, machten Ihnen keine Freude."),
            "tell_us": {
                "text": (
                    "Ich habe Gedanken, die mir Angst machen, und möchte sie Ihnen"
                    " sagen."
                )
            },
            "self_harm": {
                "text": (
                    "Haben Sie daran gedacht, sich etwas anzutun oder sich das Leben zu"
                    " nehmen?"
                ),
                "help": (
                    "Wenn Sie jetzt in Gefahr sind, rufen Sie Ihre Notrufnummer an."
                    " Warten Sie nicht auf uns."
                ),
            },
        },
    ),
    "global_change": (
        "Damals und heute",
        "Denken Sie an Ihren Rücken vor dem Eingriff und an Ihren Rücken heute.",
        {
            "change": {
                "text": "Ihr Rücken ist jetzt",
                "option.1": "Sehr viel besser",
                "option.2": "Viel besser",
                "option.3": "Etwas besser",
                "option.4": "Gleich",
                "option.5": "Etwas schlechter",
                "option.6": "Viel schlechter",
                "option.7": "Sehr viel schlechter",
            }
        },
    ),
    "sane": (
        "Ihr Rücken als eine Zahl",
        "0 heißt, dass Ihr Rücken zu nichts zu gebrauchen ist. 100 heißt, dass alles so"
        " ist, wie es sein soll.",
        {
            "normal": {
                "text": "Welche Zahl hat Ihr Rücken heute?",
                "low_label": "Zu nichts zu gebrauchen",
                "high_label": "Wie er sein soll",
            }
        },
    ),
    "psfs": (
        "Was Sie wieder tun möchten",
        "Nennen Sie bis zu drei Dinge, die Ihr Rücken Ihnen schwer macht. Wir behalten"
        " sie und fragen später nach denselben Dingen.",
        {
            **_thing("first", "erste"),
            **_thing("second", "zweite"),
            **_thing("third", "dritte"),
        },
    ),
}
