"""The words of the check-in form and of the buttons, in English."""

from collections.abc import Mapping
from types import MappingProxyType

FORM: Mapping[str, str] = MappingProxyType(
    {
        "pain.low": "No pain",
        "pain.high": "Worst pain you can imagine",
        "mobility.low": "I cannot move about",
        "mobility.high": "I move freely",
        "mobility.10": "I move freely",
        "mobility.8": "A little stiff, but I do most things",
        "mobility.5": "I do about half of what I usually do",
        "mobility.2": "I can only do a little",
        "mobility.0": "I cannot move about",
        "change.new": "New",
        "change.worse": "Worse",
        "change.same": "Same",
        "change.better": "Better",
        "change.same_as_before": "Same as before",
        "action.call_emergency": "Call {number}",
        "action.call_clinic": "Call the clinic",
        "action.call_crisis_line": "Talk to someone: {number}",
        "action.measure_again": "Measure again in 4 to 6 hours",
        "action.rest": "Rest",
        "answer.yes": "Yes",
        "answer.no": "No",
    }
)
"""By what is asked and which answer; `{number}` is a telephone number."""

MOBILITY = (10, 8, 5, 2, 0)
"""The five answers of the page, each with words of its own."""

CHANGES = ("new", "worse", "same", "better")
