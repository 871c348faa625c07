"""Terms of self-harm in notes: found, denied, said of others, said as a figure."""

from time import thread_time

import pytest

from tracker.clinical.triage.note_terms import self_harm_phrase


@pytest.mark.parametrize(
    "note",
    [
        "I want to kill myself",
        "Thinking about ending my life.",
        "I feel suicidal tonight",
        "i just want to die",
        "I'd be better off dead",
        "I don't want to live anymore",
        "I don\u2019t want to live any more",
        "Sometimes I think I should end it all",
        "There is no point in living like this",
        "life is not worth living",
        "I have started to self-harm again",
        "I took pills, I want to overdose myself",
        "No fever. I am going to hang myself",
        "I am not in much pain but I want to die",
        "The pain did not ease. I could kill  myself",
        "I wish I was dead",
        "My wife is afraid I will kill myself",
        "my son says I want to die",
        "Nobody would care if I kill myself",
        "I just want to end it",
        "They would be better off without me",
        "I don't want to wake up tomorrow",
        "I see no point of living",
        "I took an overdose last night",
    ],
)
def test_phrase_is_found(note):
    assert self_harm_phrase(note) is not None


@pytest.mark.parametrize(
    "note",
    [
        "",
        "ok",
        "This pain is killing me",
        "I would never hurt myself",
        "I am not suicidal",
        "no suicidal thoughts",
        "I don't want to die",
        "I do not want to kill myself",
        "I nearly killed myself laughing",
        "hurt myself lifting a box",
        "I cut myself shaving",
        "My brother killed himself last year",
        "my neighbour talks of suicide",
        "watched a film about suicide",
        "Dead tired after the walk",
        "dying for a coffee",
        "my phone died so this is late",
        "I don't want to wake up early for physio",
        "my friend told me she is suicidal",
        "I want to end the day early",
    ],
)
def test_harmless_note_is_quiet(note):
    assert self_harm_phrase(note) is None


def test_no_long_note_hangs():
    note = "not to " * 500 + "kill myself never want to " * 20

    started = thread_time()
    self_harm_phrase(note)

    assert thread_time() - started < 2
