"""The reasons a clinician reads, word for word, where no written history has them."""

from dataclasses import replace

from tests.unit.tracker.clinical.builders import entry, facts, pain_days, profile
from tracker.clinical.triage.engine import evaluate, evaluate_day
from tracker.clinical.triage.rulesets import CURRENT, RULESETS
from tracker.clinical.triage.silence import facts_without_entry

NEW, BY_CLINIC = "not known before", "recorded by the clinic"
NIGHT_PAIN = ("Pain at night that rest does not ease", "new", NEW)
SWEATS = ("Soaking sweats at night", "new", NEW)
CANCER = ("Cancer in the past", "yes", BY_CLINIC)
AUTOIMMUNE = ("Autoimmune disease", "yes", BY_CLINIC)


def reasons_of(rule_id, findings):
    finding = next(f for f in findings if f.rule_id == rule_id)
    return [(r.answer, r.value, r.comparison) for r in finding.reasons]


def reasons(rule_id, given):
    return reasons_of(rule_id, evaluate(given))


def test_severe_pain_names_all_that_is_out_of_control():
    given = facts(
        20,
        earlier=(entry(19, pain=9),),
        pain=9,
        mobility=1,
        walk_minutes=0,
        medicine_helped="no",
        symptoms={
            "medicine_not_helping": "new",
            "cannot_sleep_for_pain": "new",
            "cannot_stand_or_walk": "new",
        },
    )

    assert reasons("R22", given) == [
        ("Pain", "9", "9 24 hours before, baseline 6"),
        ("Pain medicine does not help", "new", NEW),
        ("Cannot sleep because of pain", "new", NEW),
        ("Cannot stand or take steps", "new", NEW),
        ("Medicine helped", "no", "in this entry"),
        ("Walk", "0 minutes", "in this entry"),
        ("Mobility", "1", "10 is moving freely"),
    ]


def test_weight_loss_names_the_signs_beside_it():
    said = {
        "weight_loss_unplanned": "new",
        "night_pain": "new",
        "night_sweats": "new",
    }
    who = profile("cancer_history")

    hot = facts(20, temperature_c=38.0, symptoms=said, who=who)
    felt = facts(20, temperature_c=37.9, symptoms={**said, "feverish": "new"}, who=who)

    loss = ("Losing weight without trying", "new", NEW)
    assert reasons("R20", hot) == [
        loss,
        NIGHT_PAIN,
        SWEATS,
        ("Temperature", "38.0 C", "within 72 hours"),
        CANCER,
    ]
    assert reasons("R20", felt) == [
        loss,
        NIGHT_PAIN,
        SWEATS,
        ("Fever or chills", "felt", "within 72 hours"),
        CANCER,
    ]


def test_weight_that_was_weighed_names_share_and_limit():
    earlier = (entry(10, weight_kg=100.0),)

    given = facts(35, earlier=earlier, weight_kg=94.0, weight_loss_planned=False)

    assert reasons("R20", given) == [
        ("Weight", "down 6.0%", "limit 5% within 6 months"),
        ("Weight", "down 6.0%", "limit 2% within 1 month"),
    ]


def test_high_pain_after_cancer_names_the_week():
    who = profile("cancer_history", baseline_pain=4.0)

    given = facts(30, earlier=pain_days(16, *[7] * 14), pain=7, who=who)

    assert reasons("R19", given) == [
        CANCER,
        ("Pain", "7", "or more for a week, 4 before the procedure"),
    ]


def test_fever_names_what_asks_for_a_work_up():
    given = facts(
        20,
        earlier=pain_days(14, 3, 3, 3, 5, 5),
        pain=5,
        temperature_c=38.4,
        symptoms={"feverish": "new"},
    )

    assert reasons("R11", given) == [
        ("Temperature", "38.4 C", "limit 38.0 C"),
        ("Fever or chills", "felt", "within 72 hours"),
        ("Pain, 3 days", "5", "up 2 in 3 days"),
    ]


def test_headache_names_what_the_patient_cannot_do():
    said = {"postural_headache": "new", "vomiting": "new"}

    given = facts(3, mobility=1, symptoms=said)

    headache = ("Headache that is worse sitting or standing up", "new", NEW)
    assert reasons("R23", given) == [
        headache,
        ("Throwing up", "new", NEW),
        ("Mobility", "1", "10 is moving freely"),
    ]


def test_headache_with_fever_names_the_hottest_reading():
    earlier = (entry(2, temperature_c=38.0),)

    given = facts(3, earlier=earlier, symptoms={"postural_headache": "new"})

    assert reasons("R23", given)[1:] == [("Temperature", "38.0 C", "within 72 hours")]


def test_stiffness_and_infection_of_autoimmune_disease_name_the_disease():
    stiff = facts(
        30,
        earlier=pain_days(24, *[8] * 6),
        pain=8,
        symptoms={"morning_stiffness_over_hour": "new"},
        who=profile("rheumatoid_arthritis"),
    )
    medicine = profile("rheumatoid_arthritis", "immune_modulating_medicine")
    site = facts(5, symptoms={"site_discharge": "new"}, who=medicine)

    assert reasons("R29", stiff) == [
        ("Stiff for more than an hour in the morning", "new", NEW),
        ("Pain, 7 days", "8", "6 before the procedure"),
        AUTOIMMUNE,
    ]
    assert reasons("R29", site) == [
        ("Fluid or pus from the site", "new", NEW),
        ("Immune medicine", "yes", "one level above R14"),
        AUTOIMMUNE,
    ]


def test_fracture_names_the_jump_after_the_fall():
    earlier = (entry(19, pain=3),)

    given = facts(20, earlier=earlier, pain=7, trigger="fall", who=profile(age=70))

    assert reasons("R21", given) == [
        ("Pain", "7", "up 4 points after a fall"),
        ("Age", "70", "70 or older"),
    ]


def test_silence_names_the_worry_before_it():
    known = (entry(3, pain=4), entry(4, pain=5), entry(5, pain=8, temperature_c=37.6))

    given = facts_without_entry(day=8, earlier=known, profile=profile())

    assert reasons_of("R31", evaluate_day(given))[-2:] == [
        ("Last entries", "pain rising", "before the silence"),
        ("Last entry", "watch", "before the silence"),
    ]


def test_rule_that_failed_is_named():
    def broken(given, limits):
        raise ZeroDivisionError

    ruleset = replace(RULESETS[CURRENT], rules=(("R01", broken),))

    (finding,) = evaluate(facts(3), ruleset)

    assert (finding.rule_id, finding.tags) == ("R00", ("R01",))
    assert reasons_of("R00", [finding]) == [
        ("Rule R01", "could not evaluate", "ZeroDivisionError")
    ]


def test_fever_and_chills_are_both_named_beside_a_nerve_sign():
    said = {"feverish": "new", "numbness_arm": "new"}

    assert reasons("R09", facts(20, temperature_c=38.3, symptoms=said)) == [
        ("Temperature", "38.3 C", "within 72 hours"),
        ("Fever or chills", "felt", "within 72 hours"),
        ("Numbness or tingling in an arm or hand", "new", NEW),
    ]


def test_feeling_feverish_is_named_with_and_without_a_reading():
    felt = ("Feeling hot, sweaty or shivery", "new", NEW)
    said = {"feverish": "new"}

    warm = facts(20, temperature_c=37.6, symptoms=said)

    assert reasons("R12", warm) == [("Temperature", "37.6 C", "limit 37.5 C"), felt]
    assert reasons("R12", facts(20, symptoms=said)) == [felt]
    assert reasons("R12", facts(20, temperature_c=36.9, symptoms=said)) == [felt]


def test_headache_of_somebody_who_cannot_stand_names_it():
    said = {"postural_headache": "new", "cannot_stand_or_walk": "new"}

    assert reasons("R23", facts(3, symptoms=said))[1:] == [
        ("Cannot stand or take steps", "new", NEW)
    ]


def test_worst_sign_of_infection_counts_on_immune_medicine():
    medicine = profile("rheumatoid_arthritis", "immune_modulating_medicine")

    given = facts(
        5, temperature_c=37.5, symptoms={"site_discharge": "new"}, who=medicine
    )

    assert reasons("R29", given)[-2] == (
        "Immune medicine",
        "yes",
        "one level above R14",
    )


def test_jump_on_the_day_of_the_procedure_counts():
    given = facts(
        0,
        earlier=(entry(-1, pain=3),),
        pain=7,
        trigger="lift",
        who=profile(age=70),
    )

    assert reasons("R21", given)[0] == ("Pain", "7", "up 4 points after a lift")


def test_three_day_pain_counts_where_there_is_one():
    earlier = pain_days(13, 6, 3, 3, 3, 3, 6, 3)

    given = facts(20, earlier=earlier, pain=6)

    assert (given.m3, given.last_pair) == (6, 3)
    assert reasons("R13", given) == [
        ("Pain, 3 days", "6", "was 3 at best, 6 before the procedure")
    ]


def test_sedating_medicine_is_named_by_who_told_of_it():
    drowsy = {"confusion": "new", "slow_breathing_blue_lips": "new"}
    signs = [
        ("Slow breathing, blue lips or hard to wake", "new", NEW),
        ("Confused or very drowsy", "new", NEW),
    ]

    on_record = facts(symptoms=drowsy, who=profile("sedative"))
    taken = facts(symptoms=drowsy, medicines_taken=("opioid",))

    assert reasons("R26", on_record) == [
        *signs,
        ("Opioid or sedative", "yes", BY_CLINIC),
    ]
    assert reasons("R26", taken) == [*signs, ("Opioid", "taken", "in this entry")]
    assert reasons("R26", facts(symptoms=drowsy)) == signs


def test_thoughts_of_self_harm_name_the_symptom_and_the_question():
    said = {"suicidal_thoughts": "same"}
    thoughts = ("Thoughts of ending your life", "same", NEW)

    asked = facts(symptoms=said, self_harm=True)

    assert reasons("R24", asked) == [
        thoughts,
        ("Thoughts of self-harm", "yes", "asked after the scores"),
    ]
    assert reasons("R24", facts(symptoms=said)) == [thoughts]


def test_low_mood_names_each_score_and_its_limit():
    given = facts(42, phq2_total=3, phq4_total=6, symptoms={"low_mood": "new"})

    mood = ("Feeling down or hopeless, no interest in things", "new", NEW)
    assert reasons("R25", given) == [
        ("PHQ-2", "3", "limit 3"),
        ("PHQ-4", "6", "limit 6"),
        mood,
    ]
    assert reasons("R25", facts(42, symptoms={"low_mood": "new"})) == [mood]


def test_tearing_pain_names_fainting_and_an_age_that_adds_weight():
    said = {"tearing_belly_or_back_pain": "new", "fainting": "new"}
    signs = [
        ("Sudden tearing pain in belly or back", "new", NEW),
        ("Passed out or nearly", "new", NEW),
    ]

    def at_age(age):
        return reasons("R28", facts(symptoms=said, who=profile(age=age)))

    assert at_age(59) == signs
    assert at_age(60) == [*signs, ("Age", "60", "60 or older")]


def test_no_change_names_day_and_start():
    given = facts(84, earlier=(entry(77, pain=6),), pain=6)

    assert reasons("T6", given) == [
        ("Pain, recent", "6", "6 before the procedure, day 84")
    ]


def test_known_thoughts_are_named_where_they_are_watched():
    who = profile(known=("suicidal_thoughts",))

    assert reasons("R24", facts(symptoms={"suicidal_thoughts": "same"}, who=who)) == [
        ("Thoughts of ending your life", "same", "known before the procedure")
    ]


def test_week_at_the_limit_is_told_by_its_median():
    earlier = pain_days(16, *[10] * 14)

    given = facts(30, earlier=earlier, pain=10, who=profile(baseline_pain=8.0))

    assert reasons("T5", given) == [("Pain, 7 days", "10", "8 before the procedure")]
