"""The table of terms holds together."""

import pytest

from tracker.clinical.adverse_events.from_alert import TERM_OF_RULE
from tracker.clinical.adverse_events.questions import MEASURES, QUESTIONS
from tracker.clinical.adverse_events.terms import TERMS
from tracker.clinical.adverse_events.vocabulary import FAMILIES, GRADES

each_term = pytest.mark.parametrize("term", TERMS.values(), ids=lambda t: t.code)


@each_term
def test_term_asks_what_the_form_can_ask(term):
    for question, grades in term.graded_by.items():
        assert set(grades) <= set(QUESTIONS[question].answers)
        assert set(grades.values()) <= set(GRADES)
    assert set(term.measured_by) <= set(MEASURES)
    assert term.graded_by or term.measured_by


@each_term
def test_term_has_a_family_and_fits_its_column(term):
    assert term.family in FAMILIES
    assert len(term.code) <= 40
    assert set(term.criteria) <= {1, 2, 3, 4}


def test_only_infections_count_as_one_by_themselves():
    assert {t.code for t in TERMS.values() if t.is_infection} == {
        "site_infection",
        "spine_infection",
        "sepsis",
    }


def test_every_family_has_a_term():
    assert {t.family for t in TERMS.values()} == set(FAMILIES)


def test_rules_lead_to_terms_that_exist():
    assert set(TERM_OF_RULE.values()) <= set(TERMS)
