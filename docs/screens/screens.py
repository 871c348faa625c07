"""Every screen by name: whose it is, where it is, and what to tap there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """What to open: a path, or what the first link on it that fits leads to.

    `below` comes after that link's address; `typed` goes into the field of a code;
    `taps` are clicked in this order, until it `shows` something. From a screen that
    `is_unsent` on, the connection takes nothing: what is sent stays on the phone.
    """

    path: str
    link: str = ""
    below: str = ""
    typed: str = ""
    taps: tuple[str, ...] = ()
    shows: str = "main"
    is_unsent: bool = False


Screens = dict[str, Screen]


def at(**paths: str) -> Screens:
    return {name.replace("_", "-"): Screen(path) for name, path in paths.items()}


PAIN, MOVING, NONE = (
    "label[for=pain_4]",
    "label[for=mobility_5]",
    "label[for=no_symptoms]",
)
NUMBNESS = (
    "label[for=symptom_saddle_numbness]",
    "label[for=change_saddle_numbness_new]",
)
SAVE = "#save > [type=submit]"
LAST_REPORT = ".report a[href]"
QUESTIONNAIRE = "a[href^='/questionnaires/']"
ANSWERED = "[aria-labelledby=answered] a"

SIGNED_OUT = at(
    sign_in="/accounts/login/",
    sign_in_by_code="/accounts/login/code/",
    call="/call",
    unsent="/unsent",
    nothing_here="/nothing-here",
)

PATIENT: Screens = {
    **at(today="/today", check_in="/check-in"),
    "check-in-moving": Screen("/check-in", taps=(PAIN,)),
    "check-in-symptoms": Screen("/check-in", taps=(PAIN, MOVING, NUMBNESS[0])),
    "check-in-save": Screen("/check-in", taps=(PAIN, MOVING, NONE, "#save summary")),
    "result": Screen("/messages", link=LAST_REPORT),
    **at(
        symptom="/symptom",
        progress="/progress",
        summary="/summary",
        sharing="/sharing",
        plan="/plan",
        questionnaires="/questionnaires",
    ),
    "questionnaire": Screen("/questionnaires", link=QUESTIONNAIRE),
    "questionnaire-review": Screen(
        "/questionnaires", link=QUESTIONNAIRE, below="?at=review"
    ),
    "questionnaire-answered": Screen("/questionnaires", link=ANSWERED),
    **at(
        messages="/messages",
        reminders="/reminders",
        reminders_all="/reminders/all",
        reminders_sent="/reminders/sent",
        clock="/reminders/zone",
        my_data="/my-data",
        my_consent="/my-data/consent",
        helpers="/helpers",
    ),
    "emergency-at-once": Screen("/symptom", taps=NUMBNESS, is_unsent=True),
    "saved-here": Screen(
        "/check-in",
        taps=(PAIN, MOVING, NONE, SAVE),
        shows="#saved-here",
        is_unsent=True,
    ),
    "unsent": Screen("/unsent", shows="#entries li", is_unsent=True),
}

REPORTS = {
    "emergency": "ana.ruiz@hudson.example",
    "urgent": "hana.kim@hudson.example",
    "urgent-seen": "ines.moreau@hudson.example",
    "soon": "sam.whitaker@hudson.example",
}
"""Whose last report is of that level; one that raised nothing is `PATIENT`'s result."""


def report(level: str) -> Screens:
    return {
        f"report-{level}": Screen("/messages", link=LAST_REPORT),
        f"today-{level}": Screen("/today"),
    }


def shared(path: str, code: str) -> Screens:
    return {
        "code": Screen(path),
        "summary": Screen(path, typed=code, taps=("main [type=submit]",)),
    }


HELPER: Screens = {
    **at(
        helping="/helping", progress="/helping/progress", messages="/helping/messages"
    ),
    "check-in": Screen("/helping", link="a[href$='/check-in']"),
    "symptom": Screen("/helping", link="a[href$='/symptom']"),
    "result": Screen("/helping", link="a[href*='/check-in/']"),
    "emergency-at-once": Screen(
        "/helping", link="a[href$='/symptom']", taps=NUMBNESS, is_unsent=True
    ),
}

STAFF: Screens = {
    **at(
        worklist="/clinic/",
        worklist_questionnaires="/clinic/?queue=questionnaires",
    ),
    "alert": Screen("/clinic/", link="a[href$='/alert']"),
    "patient": Screen("/clinic/?queue=all", link="a[href^='/clinic/patients/']"),
    **at(
        people="/clinic/people",
        duty="/clinic/duty",
        enrol="/clinic/enrol",
        notifications="/clinic/notifications",
        education="/clinic/education",
        education_day="/clinic/education/day?day=9&language=en",
        education_card="/clinic/education/new",
        protocol="/clinic/protocol",
        instruments="/clinic/instruments",
    ),
    "instrument": Screen("/clinic/instruments", link="a[href^='/clinic/instruments/']"),
    **at(
        rules="/clinic/rules",
        rules_approve="/clinic/rules/approve",
        rules_try="/clinic/rules/try",
        rules_precision="/clinic/rules/precision",
        rules_languages="/clinic/rules/languages",
    ),
    "rules-language": Screen(
        "/clinic/rules/languages", link="a[href^='/clinic/rules/languages/']"
    ),
    **at(
        adverse_events="/clinic/adverse-events",
        passkeys="/accounts/2fa/",
        password="/accounts/password/change/",
    ),
    # Below the record of the first patient on the list.
    **{
        f"patient-{end}": Screen(
            "/clinic/?queue=all", link="a[href^='/clinic/patients/']", below=f"/{end}"
        )
        for end in (
            "reminders",
            "consent",
            "summary",
            "check-in",
            "second-procedure",
            "adverse-event",
        )
    },
}
