"""Wording of the rules for past cancer, weight, weak bones, headache, autoimmunity."""

from collections.abc import Mapping

from tracker.clinical.triage.wording.words import CLINIC_CALLS, GO_NOW, Words

_CANCER_CHECK = (
    "Past cancer: site, stage, follow-up. Examine the spine; MRI if in doubt."
)
_CANCER_CLEARS = "Examined, and imaging where indicated shows no sign of cancer."
_WEIGHT_CHECK = "Weigh again; appetite, mood, cancer, infection, thyroid, diabetes."

BONE: Mapping[str, Words] = {
    "R19:soon": Words(
        title="We would like to check your pain early",
        text=(
            "Because of your past cancer we like to check new back pain early."
            " We will get in touch within two working days."
        ),
        actions=("call_clinic",),
        headline="Past cancer and new, lasting or night pain",
        check=_CANCER_CHECK,
        clears=_CANCER_CLEARS,
    ),
    "R19:urgent": Words(
        title="We would like to check your pain today",
        text=(
            "Because of your past cancer and the weight you lost we like to check this"
            " early. We will call you today. If your legs get weak or numb, call"
            " {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Past cancer, pain and unplanned weight loss",
        check=_CANCER_CHECK,
        clears=_CANCER_CLEARS,
    ),
    "R19:emergency": Words(
        title="Get help now",
        text=(
            "New nerve signs after a past cancer need a scan today."
            " Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="Past cancer, pain and a new nerve sign",
        check="Pressed cord or nerves until shown otherwise: emergency MRI.",
        clears="Emergency MRI shows no pressed nerves.",
    ),
    "R20:watch": Words(
        title="Thank you for your weight",
        text="Did you mean to lose weight? Please tell us in your next entry.",
        actions=("rest",),
        headline="Weight down 5 % or more; not known whether planned",
        check="Ask whether it was meant. If not, this becomes soon.",
        clears="The loss was meant, or the weight is back.",
    ),
    "R20:soon": Words(
        title="Your weight needs a check-up",
        text="Losing weight without trying needs a check-up. We will call you soon.",
        actions=("call_clinic",),
        headline="Weight loss without trying",
        check=_WEIGHT_CHECK,
        clears="A harmless cause is found, or the weight is stable on two weighings.",
    ),
    "R20:urgent": Words(
        title="Your weight needs a check today",
        text=(
            "Losing weight without trying, with what else you told us, needs a check."
            " We will call you today. If you feel very unwell, call {emergency_number}."
        ),
        actions=("call_clinic",),
        headline="Weight loss with night pain, sweats, fever or past cancer",
        check=_WEIGHT_CHECK + " Bloods and imaging.",
        clears="Examined, and infection and cancer are ruled out.",
    ),
    "R21:urgent": Words(
        title="Your back needs a check today",
        text=(
            "A weak bone may have cracked. Do not lift anything. We will call you"
            " today. If your legs get weak or numb, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Sudden pain after a small strain: possible fracture",
        check="Point of pain, height, nerve signs; X-ray or MRI.",
        clears="Imaging shows no new fracture.",
    ),
    "R23:soon": Words(
        title="We will look into the headache",
        text=(
            "Lie flat and drink plenty. We will get in touch by tomorrow. With fever or"
            " a stiff neck, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Headache that is worse upright",
        check="Dural puncture? Onset, neck, light, fever; blood patch if it lasts.",
        clears="Headache gone for 24 hours, lying and upright.",
    ),
    "R23:urgent": Words(
        title="The headache needs a check today",
        text=(
            "Lie flat and drink plenty. We will call you today. With fever or a stiff"
            " neck, call {emergency_number}."
        ),
        actions=CLINIC_CALLS,
        headline="Headache worse upright, cannot manage the day",
        check="Dural puncture: fluids, caffeine, blood patch. Neck, light, fever.",
        clears="Headache gone for 24 hours, lying and upright.",
    ),
    "R23:emergency": Words(
        title="Get help now for the headache",
        text=(
            "A headache with fever, a stiff neck or light that hurts needs help now."
            " Call {emergency_number} or go to an emergency room."
        ),
        actions=GO_NOW,
        headline="Headache with stiff neck, light that hurts or fever",
        check="Meningitis until shown otherwise; dural puncture; bleeding.",
        clears="Seen in an emergency department and meningitis ruled out.",
    ),
    "R29:urgent": Words(
        title="Your eye needs a check today",
        text=(
            "Red painful eyes need an eye check today. We will call you to arrange it."
            " If you lose sight, call {emergency_number}."
        ),
        actions=("call_clinic",),
        headline="Autoimmune disease and a red painful eye",
        check="Eye inflammation (uveitis): eye doctor today.",
        clears="Seen by an eye doctor.",
    ),
    "R29:soon": Words(
        title="We will look into the stiffness",
        text=(
            "Long morning stiffness and more pain can come from your other illness."
            " We will get in touch soon."
        ),
        actions=("call_clinic",),
        headline="Autoimmune disease: more stiffness and more pain",
        check="Flare of the disease? CRP, ESR; tell the rheumatologist.",
        clears="Rheumatologist informed, or stiffness is as before.",
    ),
    "R29:soon:infection": Words(
        title="We will look into this",
        text=(
            "Your medicine makes it harder to fight an infection. We will get in touch"
            " soon. Tell us at once if you reach 38 C (100.4 F) or shiver."
        ),
        actions=("measure_again", "call_clinic"),
        headline="Slightly warm on medicine that weakens the defence",
        check="Repeat the reading, look for a source, low threshold for blood tests.",
        clears="Two normal readings, 12 hours apart, and no source.",
    ),
    "R29:urgent:infection": Words(
        title="This needs a check today",
        text=(
            "Your medicine makes it harder to fight an infection. We will call you"
            " today. If you shiver hard or feel confused, call {emergency_number}."
        ),
        actions=("call_clinic", "measure_again"),
        headline="Warm twice on medicine that weakens the defence",
        check="Examine today; blood count, CRP, cultures; pause the immune medicine?",
        clears="A source outside the spine is found, or blood tests are normal twice.",
    ),
    "R29:emergency:infection": Words(
        title="Get help now",
        text=(
            "Your medicine makes it harder to fight an infection, and there are signs"
            " of one. Call {emergency_number} or go to an emergency room now."
        ),
        actions=GO_NOW,
        headline="Sign of infection on medicine that weakens the defence",
        check="Emergency department: bloods, cultures, early antibiotics, MRI.",
        clears="Seen in an emergency department and infection ruled out or treated.",
    ),
}
