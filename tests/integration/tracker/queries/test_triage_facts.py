"""The bridge from the database to the rules."""

import pytest

from tests.factories.tracker import make_check_in
from tracker.clinical.triage.gathering import gather
from tracker.queries import episode_state, triage_facts


def facts_of(episode):
    state = episode_state.by_id(episode.pk)
    *earlier, entry = triage_facts.entries_of(state.live_entries())
    return gather(entry=entry, earlier=earlier, profile=state.profile)


@pytest.mark.parametrize("days", [1, 3, 180])
def test_facts_take_one_query_however_long_the_course(
    pats_episode, days, django_assert_num_queries
):
    for day in range(9 - days, 9):
        make_check_in(pats_episode, day)

    with django_assert_num_queries(1):
        facts = facts_of(pats_episode)

    assert (facts.day, facts.pain) == (8, 5)


def test_corrected_entry_is_no_fact(pats_episode):
    wrong = make_check_in(pats_episode, 7, pain=10)
    make_check_in(pats_episode, 7, pain=1, corrects=wrong)
    make_check_in(pats_episode, 8, pain=1)

    assert facts_of(pats_episode).m3 == 1.0
