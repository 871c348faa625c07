"""Emergencies in notes: found, denied, said of others, past, read, a figure."""

from time import thread_time

import pytest

from tracker.clinical.symptoms import SYMPTOMS
from tracker.clinical.triage.emergency_terms import TERMS, emergencies_in

FOUND = [
    ("urine_hesitancy", "I can't pee since this morning"),
    ("urine_hesitancy", "It's hard to start peeing"),
    ("urine_hesitancy", "cannot empty my bladder"),
    ("urine_hesitancy", "I have to push to pee"),
    ("urine_hesitancy", "I haven't peed since last night"),
    ("urine_hesitancy", "my stream is very weak"),
    ("urine_hesitancy", "I have not been able to pee since last night"),
    ("urine_hesitancy", "it takes ages to start peeing and nothing comes out"),
    ("urine_hesitancy", "I have to push hard to get any urine out"),
    ("urine_hesitancy", "I can hardly pee"),
    ("bladder_sensation_loss", "I don't know when my bladder is full"),
    ("bladder_sensation_loss", "I can\u2019t feel when I pee"),
    ("urine_leak", "I wet myself twice today"),
    ("urine_leak", "Lost control of my bladder last night"),
    ("urine_leak", "pee just runs out"),
    ("urine_leak", "My wife says I am leaking urine"),
    ("urine_leak", "Slept badly. I think I'm leaking pee."),
    ("stool_leak", "I soiled myself"),
    ("stool_leak", "lost control over my bowels"),
    ("saddle_numbness", "numb between my legs"),
    ("saddle_numbness", "It is numb down there when I wipe"),
    ("saddle_numbness", "My bottom feels numb"),
    ("saddle_numbness", "I have no feeling between my legs"),
    ("saddle_numbness", "No fever, but numb between my legs"),
    ("saddle_numbness", "No improvement. numb between my legs"),
    ("saddle_numbness", "I have lost all feeling around my genitals"),
    ("saddle_numbness", "my private area is a bit numb"),
    ("saddle_numbness", "I can't feel the toilet paper"),
    ("saddle_numbness", "Should I worry about the numbness between my legs?"),
    ("numbness_both_legs", "Legs are numb and heavy"),
    ("numbness_both_legs", "I can't feel my legs, never had that before the operation"),
    ("numbness_both_legs", "I used to walk an hour, now I can't feel my feet"),
    ("numbness_both_legs", "Pins and needles in both legs"),
    ("numbness_both_legs", "I did not sleep and I can't feel my feet"),
    ("weakness_both_legs", "both legs feel weak"),
    ("weakness_both_legs", "my legs keep giving way"),
    ("leg_pain_both_sides", "pain shooting down both legs"),
    ("rapidly_worsening_weakness", "the weakness is spreading quickly"),
    ("rapidly_worsening_weakness", "my arm is weaker by the hour"),
    ("foot_drop", "My left foot drags"),
    ("foot_drop", "I cannot lift my right foot"),
    ("foot_drop", "my foot slaps the floor when I walk"),
    ("cannot_stand_or_walk", "Can't walk anymore"),
    ("cannot_stand_or_walk", "I cannot stand."),
    ("cannot_stand_or_walk", "legs won't hold me"),
    ("face_swelling", "Not sure but my tongue is swollen"),
    ("throat_tightness", "My throat is closing"),
    ("throat_tightness", "my throat feels like it is closing"),
    ("breathing_trouble", "trouble breathing since noon"),
    ("breathing_trouble", "I can hardly breathe"),
    ("breathing_trouble", "can't get air"),
    ("sudden_breathlessness", "suddenly out of breath in bed"),
    ("chest_pain", "sudden chest pain"),
    ("chest_pain", "tight chest, left arm hurts"),
    ("chest_pain", "tightness in my chest"),
    ("coughing_blood", "coughed up some blood"),
    ("fainting", "My son drove me here because I passed out"),
    ("fainting", "I passed out in the kitchen"),
    ("slow_breathing_blue_lips", "my husband could not wake me this morning"),
    ("black_stool_or_vomiting_blood", "my stool was black"),
    ("black_stool_or_vomiting_blood", "Threw up blood"),
    ("black_stool_or_vomiting_blood", "threw up and there was blood in it"),
    ("tearing_belly_or_back_pain", "a ripping pain in my back"),
    ("shaking_chills", "shaking uncontrollably for an hour"),
]

QUIET = [
    "",
    "ok",
    "slept badly, walked 20 minutes",
    "no numbness between my legs",
    "I do not have any numbness between my legs",
    "I haven't lost control of my bladder",
    "No chest pain or trouble breathing",
    "no numbness, tingling or leaking urine",
    "no trouble peeing",
    "never had chest pain",
    "without any chest pain",
    "I didn't pass out",
    "Breathing is fine, no wheezing",
    "My mother can't walk anymore",
    "my husband had chest pain last night",
    "She passed out at the party",
    "my brother had numbness between his legs",
    "my friend lost control of her bladder",
    "My dog can't pee",
    "I wet myself laughing",
    "The film was so good I couldn't breathe with laughter",
    "I can't walk far yet",
    "can't stand my neighbour",
    "can't stand this weather",
    "Before the operation I could not feel my legs",
    "I used to leak urine after the birth",
    "two years ago I fainted",
    "Should I call if I have trouble peeing?",
    "The leaflet says to watch for numbness between the legs",
    "my groin is sore but not numb",
    "the bottom of my foot is numb",
    "My legs are dead tired",
    "my legs are not numb, and they do not feel weak",
    "can't stand or sit for long",
    "I collapsed on the sofa after work",
    "rigorous physical therapy today",
    "I passed outside the clinic",
    "passed out flyers at the school fair for two hours",
    "passed out the birthday presents",
    "I have no tight chest",
    "I can hardly wait to run",
    "threw up, there was no blood",
    "My face is not swollen and my throat is not tight",
    "my stool was not black",
    "wheezing from my asthma as usual",
    "struggling with the breathing exercises",
    "people say chest pain is common",
    "I am scared of losing control of my bladder",
    "My legs are tired",
    "legs ache after the walk",
    "I was out of breath after the stairs",
    "no feeling of weakness in my legs",
]


@pytest.mark.parametrize(("code", "note"), FOUND)
def test_emergency_is_found(code, note):
    assert code in dict(emergencies_in(note))


@pytest.mark.parametrize("note", QUIET)
def test_harmless_note_is_quiet(note):
    assert list(emergencies_in(note)) == []


def test_every_symptom_with_terms_is_in_the_catalogue_and_tested():
    assert set(TERMS) <= set(SYMPTOMS)
    assert {code for code, _ in FOUND} == set(TERMS)


@pytest.mark.parametrize(
    "piece", ["not to my legs ", "can't feel my ", "numb in both "]
)
def test_no_long_note_hangs(piece):
    note = (piece * 400)[:4000]

    started = thread_time()
    list(emergencies_in(note))

    assert thread_time() - started < 2
