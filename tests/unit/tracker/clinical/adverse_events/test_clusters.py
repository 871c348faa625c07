"""Infections that may have one source."""

from datetime import date, timedelta

import pytest

from tracker.clinical.adverse_events.clusters import Case, clusters

FIRST = date(2026, 3, 1)


def case(number, day=0, lot="", patient=None):
    onset = FIRST + timedelta(days=day)
    return Case(f"id{number}", patient or f"patient{number}", onset, lot)


def found(*cases):
    return [(c.key, [one.id for one in c.cases]) for c in clusters(cases)]


def test_two_patients_in_one_lot_whenever():
    assert found(case(1, 0, "A-17"), case(2, 200, "a 17")) == [
        ("lot:a17", ["id1", "id2"])
    ]


@pytest.mark.parametrize("lot", ["", "  ", "-"])
def test_no_lot_is_not_one_lot(lot):
    assert found(case(1, 0, lot), case(2, 200, lot)) == []


def test_other_lots_are_apart():
    assert found(case(1, 0, "A"), case(2, 200, "B")) == []


@pytest.mark.parametrize(("apart", "is_one"), [(0, True), (7, True), (8, False)])
def test_two_patients_close_in_time(apart, is_one):
    expected = [("week:id1", ["id1", "id2"])] if is_one else []

    assert found(case(1, apart), case(2, 0)) == expected


def test_one_patient_twice_is_no_cluster():
    assert found(case(1, 0, "A", "pat"), case(2, 1, "A", "pat")) == []


def test_one_patient_twice_does_not_link_others():
    chain = (case(1, 0, patient="pat"), case(2, 6, patient="pat"), case(3, 12))

    assert found(*chain) == [("week:id2", ["id2", "id3"])]


def test_it_grows_link_by_link_under_the_same_key():
    two = [case(1, 7), case(2, 0)]

    assert found(*two, case(3, 14)) == [("week:id1", ["id1", "id2", "id3"])]
    assert found(*two) == [("week:id1", ["id1", "id2"])]


def test_two_far_apart_are_two():
    cases = [case(1, 0), case(2, 100), case(3, 3), case(4, 103)]

    assert found(*cases) == [
        ("week:id1", ["id1", "id3"]),
        ("week:id2", ["id2", "id4"]),
    ]


def test_the_order_given_changes_nothing():
    cases = [case(1, 5, "A"), case(2, 0, "A"), case(3, 12, "B")]

    assert clusters(cases) == clusters(reversed(cases))


def test_it_says_which():
    by_lot, in_time = clusters([case(1, 0, " L-9"), case(2, 3, "l9")])

    assert by_lot.says == "Infections of 2 patients in lot L-9."
    assert in_time.says == (
        "Infections of 2 patients, each within 7 days of another, "
        "1 March 2026 to 4 March 2026."
    )


def test_nothing_is_no_cluster():
    assert clusters([]) == ()
