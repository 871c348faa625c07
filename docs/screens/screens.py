"""Every screen by name: who opens it, and where it is.

A place is a path; or a path, a test of the first link on it to follow, and what comes
below that link.
"""

Place = str | tuple[str, str] | tuple[str, str, str]

SIGNED_OUT: dict[str, Place] = {
    "sign-in": "/accounts/login/",
    "sign-in-by-code": "/accounts/login/code/",
    "call": "/call",
    "unsent": "/unsent",
}

PATIENT: dict[str, Place] = {
    "today": "/today",
    "check-in": "/check-in",
    "result": ("/messages", "^='/check-in/'"),
    "symptom": "/symptom",
    "progress": "/progress",
    "summary": "/summary",
    "sharing": "/sharing",
    "plan": "/plan",
    "questionnaires": "/questionnaires",
    "questionnaire": ("/questionnaires", "^='/questionnaires/'"),
    "messages": "/messages",
    "reminders": "/reminders",
    "reminders-all": "/reminders/all",
    "reminders-sent": "/reminders/sent",
    "clock": "/reminders/zone",
    "my-data": "/my-data",
    "my-consent": "/my-data/consent",
    "helpers": "/helpers",
}

STAFF: dict[str, Place] = {
    "worklist": "/clinic/",
    "worklist-questionnaires": "/clinic/?queue=questionnaires",
    "alert": ("/clinic/", "$='/alert'"),
    "patient": ("/clinic/?queue=all", "^='/clinic/patients/'"),
    "people": "/clinic/people",
    "duty": "/clinic/duty",
    "enrol": "/clinic/enrol",
    "notifications": "/clinic/notifications",
    "education": "/clinic/education",
    "education-day": "/clinic/education/day?day=9&language=en",
    "education-card": "/clinic/education/new",
    "protocol": "/clinic/protocol",
    "instruments": "/clinic/instruments",
    "instrument": ("/clinic/instruments", "^='/clinic/instruments/'"),
    "rules": "/clinic/rules",
    "rules-approve": "/clinic/rules/approve",
    "rules-try": "/clinic/rules/try",
    "rules-precision": "/clinic/rules/precision",
    "rules-languages": "/clinic/rules/languages",
    "rules-language": ("/clinic/rules/languages", "^='/clinic/rules/languages/'"),
    "adverse-events": "/clinic/adverse-events",
}

# Below the record of the first patient on the list.
STAFF |= {
    f"patient-{end}": ("/clinic/?queue=all", "^='/clinic/patients/'", f"/{end}")
    for end in (
        "reminders",
        "consent",
        "summary",
        "check-in",
        "second-procedure",
        "adverse-event",
    )
}
