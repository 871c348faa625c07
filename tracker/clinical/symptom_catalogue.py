"""The symptom catalogue as a table a clinician can read line by line.

A code never changes its meaning; a new meaning gets a new code. Columns: code, where
it is asked, rules that read it, the words the patient reads. G = on the first
screen of every entry, F = as a follow-up or through "Report a symptom". A `!`
means that one report of it as new or worse is already an emergency.
"""

TABLE = """
urine_hesitancy | G! | R01 | Trouble starting to pee, a weak stream, or having to strain
bladder_sensation_loss | F! | R01 | Cannot feel when the bladder is full or when peeing
urine_leak | G! | R01 | Leaking pee without control
stool_leak | G! | R02 | Leaking stool, or no feeling when passing it
constipation | F | R02 | Fewer or harder stools
saddle_numbness | G! | R03 | Numb between the legs, around the genitals or back passage
leg_pain_both_sides | G! | R04 R19 | Pain down both legs
numbness_both_legs | G! | R04 | Numbness or tingling in both legs
weakness_both_legs | G! | R04 | Both legs feel weak
sexual_function_change | F | R05 | Change in sexual feeling or function
weakness_one_leg | G | R06 | One leg feels weak or gives way
weakness_arm | G | R06 | An arm or hand feels weak
rapidly_worsening_weakness | F! | R06 | The weakness got worse within two days
foot_drop | F! | R06 | Cannot lift the front of the foot
cannot_stand_or_walk | G! | R06 R22 R23 | Cannot stand or take steps
hand_clumsiness | F | R06 | Clumsy hands (buttons, keys)
unsteady_walking | F | R06 | Unsteady when walking
numbness_one_leg | G | R07 | Numbness or tingling in one leg or foot
numbness_arm | G | R07 | Numbness or tingling in an arm or hand
leg_pain_one_side | F | R08 R09 R19 | Pain down one leg
arm_pain | F | R19 | Pain down an arm
feverish | G | R09 R10 R11 R12 R20 | Feeling hot, sweaty or shivery
shaking_chills | G | R09 R10 R11 R20 | Hard shivering that cannot be stopped
night_sweats | F | R13 R20 | Soaking sweats at night
confusion | F | R10 R26 | Confused or very drowsy
fast_breathing | F | R10 | Breathing much faster than usual at rest
mottled_skin | F | R10 | Cold, pale, blotchy or bluish skin
no_urine_12h | F | R10 | No pee for 12 hours
pain_on_any_movement | F | R13 | Every small movement hurts
night_pain | F | R13 R19 R20 | Pain at night that rest does not ease
site_soreness | F | R14 | Sore where the needle went in
site_mild_swelling | F | R14 | Slight swelling where the needle went in
site_spreading_redness | G | R14 | Red skin at the site that is getting bigger
site_hot_swelling | G | R14 | A hot, growing lump at the site
site_discharge | G | R14 | Fluid or pus from the site
site_itch | F | - | Itching only under the plaster
hives | G | R15 R16 | Raised itchy welts in more than one place
face_swelling | G! | R15 | Swelling of face, lips or tongue
throat_tightness | G! | R15 | Throat closing or hoarse voice
breathing_trouble | G! | R15 | Wheezing or trouble breathing
sudden_breathlessness | G! | R17 | Suddenly out of breath
chest_pain | G! | R17 | Pain or pressure in the chest
coughing_blood | F! | R17 | Coughing up blood
fainting | F! | R17 R15 R28 | Passed out or nearly
calf_swelling | G | R18 | One lower leg swollen, sore and warm
weight_loss_unplanned | F | R20 | Losing weight without trying
sudden_pain_after_minor_strain | F | R21 | Sudden new pain after a small fall, lift or cough
medicine_not_helping | F | R22 | Pain medicine does not help
cannot_sleep_for_pain | F | R22 | Cannot sleep because of pain
postural_headache | G | R23 | Headache that is worse sitting or standing up
neck_stiffness | F | R23 | Stiff neck
light_sensitivity | F | R23 R29 | Light hurts the eyes
suicidal_thoughts | F! | R24 | Thoughts of ending your life
wish_not_to_wake | F | R24 | Wishing not to wake up, without thoughts of acting
low_mood | F | R25 | Feeling down or hopeless, no interest in things
slow_breathing_blue_lips | F! | R26 | Slow breathing, blue lips or hard to wake
extra_pain_medicine | F | R27 | Took more pain medicine than prescribed
ran_out_of_medicine_early | F | R27 | Ran out of pain medicine early
mixed_with_alcohol_or_sedatives | F | R27 | Took it with alcohol or sedatives
black_stool_or_vomiting_blood | F! | R27 | Black stool or vomiting blood
tearing_belly_or_back_pain | F! | R28 | Sudden tearing pain in belly or back
red_painful_eye | F | R29 | Red, painful eye
morning_stiffness_over_hour | F | R29 | Stiff for more than an hour in the morning
back_stiffness | F | - | Stiff back, hard to bend
muscle_spasm | F | - | Sudden tight cramping in the back
cold_symptoms | F | - | Sore throat or runny nose
vomiting | F | R15 R23 | Throwing up
"""  # noqa: E501 - one row per symptom reads better than wrapped rows

GROUPS = {
    "Bladder and bowel": (
        "urine_hesitancy bladder_sensation_loss urine_leak stool_leak constipation "
        "saddle_numbness sexual_function_change"
    ),
    "Legs and arms": (
        "leg_pain_both_sides numbness_both_legs weakness_both_legs weakness_one_leg "
        "weakness_arm rapidly_worsening_weakness foot_drop cannot_stand_or_walk "
        "hand_clumsiness unsteady_walking numbness_one_leg numbness_arm "
        "leg_pain_one_side arm_pain"
    ),
    "Fever and infection": (
        "feverish shaking_chills night_sweats confusion fast_breathing mottled_skin "
        "no_urine_12h cold_symptoms"
    ),
    "The needle site": (
        "site_soreness site_mild_swelling site_spreading_redness site_hot_swelling "
        "site_discharge site_itch"
    ),
    "Breathing, chest and skin": (
        "hives face_swelling throat_tightness breathing_trouble "
        "sudden_breathlessness chest_pain coughing_blood fainting calf_swelling "
        "vomiting"
    ),
    "Your back": (
        "pain_on_any_movement night_pain sudden_pain_after_minor_strain "
        "morning_stiffness_over_hour back_stiffness muscle_spasm "
        "cannot_sleep_for_pain tearing_belly_or_back_pain"
    ),
    "Head and mood": (
        "postural_headache neck_stiffness light_sensitivity red_painful_eye "
        "suicidal_thoughts wish_not_to_wake low_mood"
    ),
    "Medicine": (
        "medicine_not_helping extra_pain_medicine ran_out_of_medicine_early "
        "mixed_with_alcohol_or_sedatives slow_breathing_blue_lips "
        "black_stool_or_vomiting_blood"
    ),
    "Your body": "weight_loss_unplanned",
}
"""Plain phrases that group the symptoms on the screen, with their codes."""

ASKS = {
    "urine_hesitancy": "bladder_sensation_loss constipation sexual_function_change",
    "urine_leak": "bladder_sensation_loss sexual_function_change",
    "stool_leak": "bladder_sensation_loss",
    "constipation": "urine_hesitancy bladder_sensation_loss urine_leak saddle_numbness",
    "saddle_numbness": "bladder_sensation_loss sexual_function_change",
    "weakness_one_leg": "rapidly_worsening_weakness foot_drop cannot_stand_or_walk",
    "weakness_arm": (
        "rapidly_worsening_weakness foot_drop cannot_stand_or_walk hand_clumsiness "
        "unsteady_walking"
    ),
    "numbness_one_leg": "weakness_one_leg saddle_numbness leg_pain_one_side",
    "numbness_arm": "weakness_arm hand_clumsiness unsteady_walking arm_pain",
    "feverish": (
        "shaking_chills confusion fast_breathing mottled_skin no_urine_12h "
        "night_sweats pain_on_any_movement cold_symptoms"
    ),
    "shaking_chills": "confusion fast_breathing mottled_skin no_urine_12h fainting",
    "site_spreading_redness": "feverish site_discharge",
    "site_hot_swelling": "feverish site_discharge",
    "site_discharge": "feverish site_spreading_redness",
    "hives": "vomiting fainting breathing_trouble throat_tightness face_swelling",
    "calf_swelling": "sudden_breathlessness chest_pain coughing_blood",
    "postural_headache": "neck_stiffness light_sensitivity feverish",
    "low_mood": "wish_not_to_wake suicidal_thoughts",
    "wish_not_to_wake": "suicidal_thoughts",
    "red_painful_eye": "light_sensitivity",
    "extra_pain_medicine": (
        "mixed_with_alcohol_or_sedatives ran_out_of_medicine_early confusion"
    ),
}
"""What the form asks next when a symptom was tapped."""
