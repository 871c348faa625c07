"""Wording of the nerve rules: bladder, bowel, saddle, legs, arms."""

from collections.abc import Mapping

from tracker.clinical.triage.wording.words import (
    CLINIC_CALLS,
    GO_NOW,
    TAKE_IT_EASY,
    Words,
)

_SCAN_TODAY = (
    "Bladder volume after passing urine, feeling around the anus and between the legs,"
    " anal tone, leg power and reflexes. Emergency MRI if in doubt."
)
_CLEARS_CES = (
    "Examination and, where indicated, an emergency MRI show no pressed nerves."
)

NERVES: Mapping[str, Words] = {
    "R01:emergency": Words(
        title="Get help now for your bladder",
        text=(
            "A change in how you pee can mean that nerves in your back are pressed."
            " Call {emergency_number} or go to an emergency room now."
            " Do not wait for us to call."
        ),
        actions=GO_NOW,
        headline="New change in passing urine or bladder feeling",
        check=_SCAN_TODAY,
        clears=_CLEARS_CES,
    ),
    "R02:emergency": Words(
        title="Get help now for your bowels",
        text=(
            "Losing control or feeling of your bowels needs help right away."
            " Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="New loss of bowel control or feeling",
        check=_SCAN_TODAY,
        clears=_CLEARS_CES,
    ),
    "R02:watch": Words(
        title="Keep an eye on your bowels",
        text=(
            "Drink water, move a little and eat fruit and vegetables."
            " Tell us at once if your pee changes or if you feel numb between the legs."
        ),
        actions=TAKE_IT_EASY,
        headline="New constipation",
        check=(
            "Ask about passing urine and feeling between the legs. Check opioid use."
        ),
        clears="Bladder and saddle feeling are normal, and a cause is found.",
    ),
    "R03:emergency": Words(
        title="Get help now for the numb skin",
        text=(
            "Numb skin where you would sit on a saddle needs a scan today."
            " Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="New numbness between the legs",
        check=_SCAN_TODAY,
        clears=_CLEARS_CES,
    ),
    "R04:emergency": Words(
        title="Get help now for your legs",
        text=(
            "Signs in both legs need a check right now."
            " Call {emergency_number} or go to an emergency room."
        ),
        actions=GO_NOW,
        headline="New pain, numbness or weakness in both legs",
        check=_SCAN_TODAY,
        clears=_CLEARS_CES,
    ),
    "R04:urgent": Words(
        title="Your legs need a check today",
        text=(
            "Pain down both legs needs a check today. We will call you."
            " If your legs feel weak or numb, or your pee changes,"
            " call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="New pain down both legs",
        check=_SCAN_TODAY,
        clears=_CLEARS_CES,
    ),
    "R05:emergency": Words(
        title="Get checked right now",
        text=(
            "A change in sexual feeling together with back or leg signs can come from"
            " your nerves. Please do not feel shy."
            " Call {emergency_number} or go to an emergency room."
        ),
        actions=GO_NOW,
        headline="New sexual function change with back or leg symptoms",
        check=_SCAN_TODAY,
        clears=_CLEARS_CES,
    ),
    "R05:urgent": Words(
        title="Get checked today",
        text=(
            "A change in sexual feeling can come from your nerves. Please do not feel"
            " shy. We will call you today. If your pee changes or you feel numb between"
            " the legs, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="New sexual function change",
        check=_SCAN_TODAY,
        clears="Bladder, bowel and saddle feeling are normal, and a cause is found.",
    ),
    "R06:emergency": Words(
        title="Get help now for the weakness",
        text=(
            "A leg or arm that gets weaker, or a foot that drops, needs help today."
            " Call {emergency_number} or go to an emergency room."
            " Do not drive yourself."
        ),
        actions=GO_NOW,
        headline="Weakness that grows fast or stops walking",
        check=(
            "Power by muscle group, reflexes, bladder and saddle feeling."
            " Emergency MRI and surgical opinion if confirmed."
        ),
        clears="Examined: power is full or as before the procedure.",
    ),
    "R06:urgent": Words(
        title="The weakness needs a check today",
        text=(
            "New weakness or unsteady hands or feet need a check today. We will call"
            " you. If it gets worse, your foot drops or you cannot stand,"
            " call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="New weakness in a leg or arm",
        check="Power by muscle group, reflexes, gait, bladder and saddle feeling.",
        clears="Examined: power and gait are as before the procedure.",
    ),
    "R06:urgent:cord": Words(
        title="Your hands or your walking need a check today",
        text=(
            "Clumsy hands or unsteady walking need a check today. We will call you."
            " If you get weak, cannot walk, or your pee changes,"
            " call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="New clumsy hands or unsteady walking",
        check="Signs of cord compression: reflexes, plantar response, gait, hand use.",
        clears="Examined: no cord signs, or as before the procedure.",
    ),
    "R07:urgent": Words(
        title="The numbness needs a check today",
        text=(
            "New numbness should be checked today. We will call you. If you get weak,"
            " or numb between the legs, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="New numbness or tingling on one side",
        check="Area of numbness, power, reflexes, saddle feeling.",
        clears="Examined: feeling is as before, and power is full.",
    ),
}
