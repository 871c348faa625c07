"""Wording of the rules on the course: pain over weeks, function, silence."""

from collections.abc import Mapping

from tracker.clinical.triage.wording.words import (
    CLINIC_CALLS,
    GO_NOW,
    TAKE_IT_EASY,
    Words,
)

_REVIEW = "Diagnosis, medicine, physical therapy, mood, sleep; infection in mind."

COURSE: Mapping[str, Words] = {
    "R22:urgent": Words(
        title="This much pain is not expected",
        text=(
            "This much pain is not expected, and we will call you today."
            " If you cannot stand or your legs go weak, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Severe pain twice, out of control",
        check="Nerve signs, temperature and site; review the pain medicine today.",
        clears="Spoken with: pain is under control and no red flag is found.",
    ),
    "R22:emergency": Words(
        title="Get help now for the pain",
        text=(
            "Severe pain and not being able to stand need help right away."
            " Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="Severe pain, cannot stand",
        check="Power, bladder and saddle feeling; infection, bleeding, fracture.",
        clears="Seen in person: stands and walks, and a cause is found or ruled out.",
    ),
    "T2:soon": Words(
        title="Your pain has not settled yet",
        text=(
            "More pain in the first days is common, but yours is not falling yet."
            " We will get in touch soon. Rest, and keep writing."
        ),
        actions=TAKE_IT_EASY,
        headline="Flare after the procedure is not settling",
        check="Temperature, site, nerve signs, medicine. " + _REVIEW,
        clears="3-day pain falls, or is less than 2 points above the baseline.",
    ),
    "T2:urgent": Words(
        title="Your pain is not settling",
        text=(
            "Your pain is severe and not falling, and we will call you today."
            " If you cannot stand or your legs go weak, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Flare not settling, and severe",
        check="Temperature, site, nerve signs; review the pain medicine today.",
        clears="Spoken with: pain is under control and no red flag is found.",
    ),
    "T5:soon": Words(
        title="Your pain has been higher for a while",
        text=(
            "Your pain has been above what you had before for a week or more."
            " We will get in touch soon to talk about it."
        ),
        actions=TAKE_IT_EASY,
        headline="Worse than before the procedure for a week or more",
        check=_REVIEW,
        clears="7-day pain is less than 2 points above the baseline again.",
    ),
    "T6:watch": Words(
        title="Six weeks: thank you for writing",
        text=(
            "Change often takes some months, and everybody's way is different."
            " We look at your entries at the review visit."
        ),
        actions=TAKE_IT_EASY,
        headline="Six weeks: less than 10 % better",
        check="Nothing now: early non-response is common. Look again at 12 weeks.",
        clears="Pain falls to 90 % of the baseline or less.",
    ),
    "T6:soon": Words(
        title="Let us look at this together",
        text=(
            "Your pain is much the same as before. We would like to see you for a"
            " review, and will get in touch soon."
        ),
        actions=TAKE_IT_EASY,
        headline="Twelve weeks: less than 10 % better, review visit",
        check=_REVIEW,
        clears="Review visit held, and the plan is agreed.",
    ),
    "T6:watch:half_year": Words(
        title="Half a year: thank you for writing",
        text=(
            "Everybody's way is different. We look at your entries, and talk about"
            " them at the review visit."
        ),
        actions=TAKE_IT_EASY,
        headline="Half a year: less than 30 % better",
        check="For the routine report and the review visit.",
        clears="Review visit held, and the plan is agreed.",
    ),
    "T7:soon": Words(
        title="Daily life has become harder",
        text=(
            "Your answers say that moving and daily tasks are harder than before."
            " We will get in touch soon to talk about it."
        ),
        actions=TAKE_IT_EASY,
        headline="Less able than before",
        check="New nerve signs, fear of movement, mood. " + _REVIEW,
        clears="Walking or the score is back, or a plan is agreed.",
    ),
    "R31:none": Words(
        title="We have not heard from you",
        text="How are you? One short entry is enough, whenever it suits you.",
        actions=TAKE_IT_EASY,
        headline="No entry for a while",
        check="Nothing: a reminder goes out.",
        clears="An entry arrives, or the patient is spoken with.",
    ),
    "R31:soon": Words(
        title="We have not heard from you",
        text=(
            "We have not heard from you since you told us of trouble. Are you OK?"
            " We will get in touch soon. One short entry helps us."
        ),
        actions=("call_clinic",),
        headline="Silent after entries that worried",
        check="Call: how is the pain, fever, nerve signs, mood; can they send entries?",
        clears="An entry arrives without a worry, or the patient is spoken with.",
    ),
}
