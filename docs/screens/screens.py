"""Every screen by name: who opens it, and where it is.

A place is a path; or a path and a test of the first link on it to follow.
"""

Place = str | tuple[str, str]

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
    "alert": ("/clinic/", "$='/alert'"),
    "patient": ("/clinic/?queue=all", "^='/clinic/patients/'"),
    "people": "/clinic/people",
    "duty": "/clinic/duty",
    "enrol": "/clinic/enrol",
    "notifications": "/clinic/notifications",
    "education": "/clinic/education",
    "education-card": "/clinic/education/new",
    "protocol": "/clinic/protocol",
    "instruments": "/clinic/instruments",
    "rules": "/clinic/rules",
    "rules-try": "/clinic/rules/try",
    "rules-precision": "/clinic/rules/precision",
    "rules-languages": "/clinic/rules/languages",
    "adverse-events": "/clinic/adverse-events",
}

OF_A_PATIENT = {
    "patient-reminders": "reminders",
    "patient-consent": "consent",
    "patient-summary": "summary",
    "patient-check-in": "check-in",
    "patient-second-procedure": "second-procedure",
    "patient-adverse-event": "adverse-event",
}
"""Below the record of the first patient on the list."""
