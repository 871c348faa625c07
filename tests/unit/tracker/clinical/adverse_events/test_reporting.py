"""Whether a report is due, and until which calendar day."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.clinical.adverse_events.reporting import (
    REGIMES,
    ReportCase,
    reporting,
)
from tracker.clinical.adverse_events.vocabulary import SERIOUSNESS

AWARE = date(2026, 2, 20)
INFECTION = ReportCase(
    is_infection=True,
    seriousness=frozenset({"admission"}),
    relatedness="possible",
    aware_on=AWARE,
)


def due(regime, **changes):
    return reporting(regime, replace(INFECTION, **changes)).due_on


@pytest.mark.parametrize("criterion", SERIOUSNESS)
def test_tissue_product_counts_four_criteria(criterion):
    counts = criterion not in ("birth_defect", "important")

    found = reporting("us_361", replace(INFECTION, seriousness=frozenset({criterion})))

    assert found.needed is counts
    assert found.due_on == (date(2026, 3, 7) if counts else None)


def test_tissue_product_needs_an_infection():
    found = reporting("us_361", replace(INFECTION, is_infection=False))

    assert (found.needed, found.why) == (False, "No communicable disease is involved.")


def test_tissue_product_names_the_form_and_the_rule():
    found = reporting("us_361", INFECTION)

    assert found.form == "Form FDA 3500A"
    assert found.why == (
        "An infection after a tissue product that is serious. "
        "Within 15 calendar days of becoming aware."
    )


def test_days_are_calendar_days_over_the_end_of_a_leap_february():
    assert due("us_361", aware_on=date(2028, 2, 20)) == date(2028, 3, 6)


@pytest.mark.parametrize(
    ("regime", "criterion", "expected"),
    [
        ("us_351", "important", date(2026, 3, 7)),
        ("us_351", "death", date(2026, 3, 7)),
        ("us_ind", "admission", date(2026, 3, 7)),
        ("us_ind", "death", date(2026, 2, 27)),
        ("us_ind", "life_threatening", date(2026, 2, 27)),
        ("eu", "admission", date(2026, 3, 7)),
        ("eu", "death", date(2026, 2, 27)),
    ],
)
def test_other_rules_need_no_infection(regime, criterion, expected):
    found = due(regime, is_infection=False, seriousness=frozenset({criterion}))

    assert found == expected


@pytest.mark.parametrize("regime", ["us_361", "us_351", "us_ind", "eu"])
def test_nothing_is_due_for_what_is_not_serious(regime):
    assert due(regime, seriousness=frozenset()) is None


@pytest.mark.parametrize("regime", ["us_361", "us_351", "us_ind", "eu"])
def test_nothing_is_due_for_what_is_not_related(regime):
    assert due(regime, relatedness="unrelated") is None
    assert due(regime, relatedness="unlikely") is not None


@pytest.mark.parametrize("regime", ["none", "", "elsewhere"])
def test_no_rules_no_duty(regime):
    assert reporting(regime, INFECTION).needed is False


def test_reported_and_nothing_new_is_done():
    found = reporting("us_361", replace(INFECTION, was_reported=True))

    assert (found.needed, found.due_on) == (False, None)


@pytest.mark.parametrize("regime", ["us_361", "us_351", "us_ind", "eu"])
def test_news_after_a_report_are_due_in_15_days_however_grave(regime):
    case = replace(
        INFECTION,
        seriousness=frozenset({"death"}),
        was_reported=True,
        news_on=date(2026, 12, 20),
    )

    found = reporting(regime, case)

    assert found.due_on == date(2027, 1, 4)
    assert found.form.endswith(", follow-up")


def test_news_count_only_after_a_report():
    assert due("us_361", news_on=date(2026, 6, 1)) == date(2026, 3, 7)


def test_every_regime_fits_its_column():
    assert all(len(code) <= 20 for code in REGIMES)
