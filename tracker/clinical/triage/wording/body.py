"""Wording of the rules for bleeding, allergy, heart, lungs, vessels and medicine."""

from collections.abc import Mapping

from tracker.clinical.triage.wording.words import CLINIC_CALLS, GO_NOW, Words

BODY: Mapping[str, Words] = {
    "R08:emergency": Words(
        title="Get help now for the pain",
        text=(
            "Pain that grows fast after your injection could be bleeding."
            " Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="Fast-growing pain: possible bleeding near the spine",
        check="Power and feeling, blood thinner and last dose; emergency MRI.",
        clears="MRI shows no haematoma, or pain settles with a normal examination.",
    ),
    "R15:emergency": Words(
        title="This can be a severe allergic reaction",
        text=(
            "Use your adrenaline pen if you have one."
            " Call {emergency_number} now. Do not stay alone."
        ),
        actions=GO_NOW,
        headline="Possible severe allergic reaction",
        check="Airway, breathing, blood pressure. A second wave may come within 72 h.",
        clears="Seen and observed: no severe allergic reaction.",
    ),
    "R16:urgent": Words(
        title="The welts need a check today",
        text=(
            "Welts can be an allergic reaction. We will call you today. If your"
            " breathing, throat or face changes, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Hives in the first days",
        check="Breathing, swelling, vomiting, new medicines. Note product and lot.",
        clears="Welts gone for 24 hours and no other sign of allergy.",
    ),
    "R16:soon": Words(
        title="We will look into the welts",
        text=(
            "Welts can be an allergic reaction. We will get in touch soon. If your"
            " breathing, throat or face changes, call {emergency_number}."
        ),
        actions=("call_clinic",),
        headline="Hives",
        check="New medicines or foods; product and lot if there is no other cause.",
        clears="A cause is found, or the welts are gone.",
    ),
    "R17:emergency": Words(
        title="Get help now",
        text=(
            "Trouble with your breath, chest pain, blood when you cough or passing out"
            " needs help right away. Call {emergency_number} now."
        ),
        actions=GO_NOW,
        headline="Sudden breathlessness, chest pain, blood or fainting",
        check="Pulmonary embolism, heart, bleeding, allergy.",
        clears="Seen in an emergency department and a cause is found or ruled out.",
    ),
    "R18:urgent": Words(
        title="Your calf needs a check today",
        text=(
            "One swollen, sore calf may be a clot. You need a check today, and we will"
            " call you. If you get short of breath, call {emergency_number}."
        ),
        actions=("call_clinic",),
        headline="One calf swollen, sore and warm",
        check="Wells score, D-dimer or ultrasound today.",
        clears="Ultrasound or D-dimer with a low score shows no clot.",
    ),
    "R26:emergency": Words(
        title="Get help now",
        text=(
            "Slow breathing or being hard to wake can come from medicine."
            " Call {emergency_number} now. Give naloxone if you have it."
            " Keep the person on their side and stay with them."
        ),
        actions=GO_NOW,
        headline="Possible overdose: drowsy or slow breathing",
        check="Opioids, sedatives and alcohol; naloxone; emergency services.",
        clears="Seen in person: awake, breathing normally, medicine reviewed.",
    ),
    "R27:emergency": Words(
        title="Get help now",
        text=(
            "Black stool or vomiting blood can be bleeding in your stomach."
            " Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="Black stool or vomiting blood",
        check="Bleeding from the gut; anti-inflammatories and blood thinners.",
        clears="Seen in an emergency department and bleeding ruled out.",
    ),
    "R27:soon": Words(
        title="Let us look at your pain medicine",
        text=(
            "Tell us before you change your medicine. We will get in touch soon and"
            " help you plan. If you get very drowsy, call {emergency_number}."
        ),
        actions=("call_clinic",),
        headline="Pain medicine: more than planned, mixed, or daily now",
        check="Doses, other sedatives, alcohol, naloxone, mood; agree on a plan.",
        clears="Spoken with, and a medicine plan is agreed.",
    ),
    "R27:watch": Words(
        title="A word about your pain medicine",
        text=(
            "Some pain medicines are best left in the weeks after your procedure."
            " Please look at your plan, and ask us before you take more."
        ),
        actions=("call_clinic",),
        headline="Anti-inflammatory taken inside the clinic's window",
        check="Which one and how much; send the plan, offer another medicine.",
        clears="Patient informed, or the window is over.",
    ),
    "R28:emergency": Words(
        title="Get help now",
        text=(
            "A sudden tearing pain in the belly or back needs help right away."
            " Call {emergency_number} now."
        ),
        actions=GO_NOW,
        headline="Sudden tearing pain in belly or back",
        check="Aortic emergency, more so from 60 years or with fainting.",
        clears="Imaging rules out an aortic cause.",
    ),
}
