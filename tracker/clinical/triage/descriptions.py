"""What each rule looks for, in words a clinician can sign, and where it comes from.

A name in braces is a threshold: readers see the value that holds at their clinic. The
full table with its references is in the project's clinical documentation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType

from tracker.clinical.levels import Level
from tracker.clinical.triage.parameters import Parameters
from tracker.clinical.triage.wording.table import WORDING


@dataclass(frozen=True, slots=True)
class Description:
    """One rule in words. `looks_for` names its thresholds in braces."""

    title: str
    looks_for: str
    source: str

    @property
    def thresholds(self) -> tuple[str, ...]:
        """The thresholds that the text names, in order, each once."""
        named = (name for _, name, _, _ in Formatter().parse(self.looks_for))
        return tuple(dict.fromkeys(name for name in named if name))

    def with_values(self, parameters: Parameters) -> str:
        """The text with the values of these thresholds."""
        values = parameters.as_json()
        return self.looks_for.format(
            **{name: shown(name, values[name]) for name in self.thresholds}
        )


def shown(name: str, value: float) -> str:
    """A threshold as people read it: 38, 37.8, urgent, 5 %."""
    if name.endswith("_level"):
        return Level(int(value)).code
    if name in SHARES:
        return f"{100 * value:g} %"
    return f"{value:g}"


def levels_of(rule_id: str) -> tuple[Level, ...]:
    """The levels the rule can speak at, the highest first."""
    codes = {key.split(":")[1] for key in WORDING if key.split(":")[0] == rule_id}
    return tuple(sorted((Level.from_code(code) for code in codes), reverse=True))


SHARES = frozenset(
    {
        "weight_loss_half_year",
        "weight_loss_month",
        "worse_share",
        "no_change_share",
        "clear_share",
        "rmdq_share",
    }
)

DESCRIPTIONS: Mapping[str, Description] = MappingProxyType(
    {
        "R01": Description(
            "Bladder change",
            "New or worse: trouble starting to pee or a weak stream, no feeling of the"
            " bladder, or leaking pee.",
            "BMJ Best Practice 3000164; HSIB report on cauda equina",
        ),
        "R02": Description(
            "Bowel change",
            "New or worse: leaking stool or no feeling when passing it. New or worse"
            " constipation without that is watched.",
            "BMJ Best Practice 3000164; GIRFT pathway 2023",
        ),
        "R03": Description(
            "Saddle numbness",
            "New or worse numbness between the legs.",
            "BMJ Best Practice 3000164",
        ),
        "R04": Description(
            "Both legs",
            "New or worse pain, numbness or weakness in both legs. Pain alone in both"
            " legs counts as {both_leg_pain_level}.",
            "BMJ Best Practice 3000164; Finucane 2020",
        ),
        "R05": Description(
            "Sexual function",
            "A new or worse change in sexual function: an emergency with any back or"
            " leg symptom, otherwise urgent.",
            "BMJ Best Practice 3000164",
        ),
        "R06": Description(
            "Weakness",
            "New or worse weakness of a leg or arm; an emergency where it grows within"
            " 48 hours, a foot drops or the patient cannot stand. After a neck or upper"
            " back procedure, clumsy hands or unsteady walking.",
            "Finucane 2020; NICE NG59",
        ),
        "R07": Description(
            "One-sided numbness",
            "New or worse numbness in one leg or arm, without new weakness.",
            "recovery guidance: evaluate at once",
        ),
        "R08": Description(
            "Fast-growing pain",
            "Up to day {bleeding_last_day}: pain of {bleeding_pain} or more that rose"
            " by {bleeding_rise} or more since yesterday or the last entry, or by what"
            " a scale that ends at 10 leaves; with a nerve sign or a blood thinner.",
            "haematomas at 6 hours, 7 days and 8 days (Oh 2021 and others)",
        ),
        "R09": Description(
            "Fever with a nerve sign",
            "A reading of {fever_c} °C or more (38 where that is set higher), feeling"
            " feverish or shaking chills within 72 hours, and a new or worse nerve sign"
            " today.",
            "Finucane 2020; Darouiche 2006; Subach 2012",
        ),
        "R10": Description(
            "Signs of sepsis",
            "A reading today of {fever_c} °C or more (38 where that is set higher) or"
            " below {low_temperature_c} °C, or shaking chills; with confusion, fast"
            " breathing, fainting, blotchy skin or no pee for 12 hours.",
            "NICE NG253",
        ),
        "R11": Description(
            "Fever",
            "Up to day {fever_last_day}: a reading of {fever_c} °C or more, or of"
            " {fever_at_risk_c} °C with diabetes, an immune medicine, long-term"
            " steroids or from age {fever_risk_age}; or shaking chills. Silent where"
            " R09 or R10 speaks. With chills, or 3-day pain up by {work_up_rise} in 3"
            " days, it asks for an infection work-up.",
            "hospital discharge sheets; Yusuf 2019",
        ),
        "R12": Description(
            "Slightly warm",
            "A reading of {warm_c} °C or more, or feeling feverish, where R09, R10 and"
            " R11 are silent. Two readings of {warm_repeated_c} °C or more that are"
            " {warm_repeated_hours} hours apart within 72 hours are soon.",
            "proposal",
        ),
        "R13": Description(
            "Disc infection without fever",
            "Day {rebound_first_day} to {rebound_last_day}: 3-day pain had fallen"
            " {relief} below the baseline and is now {rebound} above its best; or 7-day"
            " pain is {rebound_to_baseline} above its best and back at the baseline."
            " Where entries are rare, the last two count. Or from day"
            " {sustained_first_day}: 7-day pain {sustained_rise} above the baseline"
            " with night pain, pain on every movement or night sweats. After a lift,"
            " fall or physical therapy within 72 hours a climb is watched.",
            "Yusuf 2019; Lee 2013; Ramos 2020; Jerome 2021",
        ),
        "R14": Description(
            "Needle site",
            "From day {site_first_day}: fluid, spreading redness or a hot swelling.",
            "clinic discharge sheets",
        ),
        "R15": Description(
            "Severe allergic reaction",
            "New or worse: trouble breathing, a tight throat, a swollen face; or hives"
            " with vomiting or fainting.",
            "anaphylaxis criteria; 2020 parameter",
        ),
        "R16": Description(
            "Hives",
            "Hives without the signs of R15: urgent until day {hives_urgent_last_day},"
            " soon after it.",
            "2020 anaphylaxis parameter",
        ),
        "R17": Description(
            "Heart and lungs",
            "New or worse: sudden breathlessness, chest pain, coughing blood or"
            " fainting.",
            "NICE NG158; Wells score",
        ),
        "R18": Description(
            "Swollen calf",
            "One calf swollen, sore and warm.",
            "NICE NG158",
        ),
        "R19": Description(
            "Cancer history",
            "Cancer on record, and new pain down a leg or arm, night pain, or pain high"
            " all week or in the last four entries at {sustained_rise} above the"
            " baseline from day {sustained_first_day}. Urgent with weight lost without"
            " trying (R20), an emergency with a nerve sign of R01, R02, R03, R04, R05"
            " or R06. Where a threshold is set less sensitive, the released one decides"
            " on the emergency.",
            "recovery guidance; Finucane 2020; NICE NG234",
        ),
        "R20": Description(
            "Weight loss",
            "Weight down {weight_loss_half_year} in half a year or {weight_loss_month}"
            " in 30 days and not planned, or losing weight without trying. Urgent with"
            " night pain, night sweats, fever or chills, or cancer on record.",
            "recovery guidance; CTCAE",
        ),
        "R21": Description(
            "Fragility fracture",
            "Osteoporosis, long-term steroids or from age {fracture_age}: sudden pain"
            " after a minor strain, or a lift or fall with pain up {fracture_rise}"
            " since yesterday or the last entry.",
            "recovery guidance; Finucane 2020",
        ),
        "R22": Description(
            "Pain out of control",
            "Pain of {severe_pain} or more and {severe_rise} above the baseline, twice,"
            " {severe_hours} hours or more apart; and medicine that does not help, no"
            " sleep, or hardly any walking. An emergency where the patient cannot"
            " stand.",
            "recovery guidance; clinic texts: severe pain is not acceptable",
        ),
        "R23": Description(
            "Headache",
            "Up to day {headache_last_day}: headache worse upright. Urgent with"
            " vomiting or hardly any moving; an emergency with a stiff neck, light that"
            " hurts or a reading of {fever_c} °C. Where a threshold is set less"
            " sensitive, the released one decides on the emergency.",
            "ICHD-3; onset on day 2 to 3 after a dural puncture",
        ),
        "R24": Description(
            "Self-harm",
            "Thoughts of ending one's life in an answer, the self-harm question or a"
            " note. A wish not to wake up is urgent; thoughts the clinic knows of and"
            " that are not worse are watched.",
            "C-SSRS",
        ),
        "R25": Description(
            "Low mood",
            "PHQ-2 of {phq2_limit} or more or PHQ-4 of {phq4_limit} or more. Low mood"
            " without a score is watched.",
            "Arroll 2010; PHQ-4",
        ),
        "R26": Description(
            "Over-sedation",
            "New or worse slow breathing or blue lips; or confusion with an opioid or"
            " sedative.",
            "CDC opioid guideline 2022",
        ),
        "R27": Description(
            "Medicine",
            "Black stool or vomiting blood is an emergency. Took more than prescribed,"
            " ran out early, mixed, or an opioid on {opioid_days} days in a row after"
            " fewer before is soon. An anti-inflammatory up to day {nsaid_last_day} is"
            " watched.",
            "CDC opioid guideline 2022; clinic sheets",
        ),
        "R28": Description(
            "Aorta",
            "New or worse sudden tearing pain in the belly or back.",
            "aortic red flag",
        ),
        "R29": Description(
            "Autoimmune disease",
            "Autoimmune disease on record: a red painful eye with light that hurts;"
            " stiffness of more than an hour with 7-day pain {sustained_rise} above the"
            " baseline; with an immune medicine, what R11, R12, R13 and R14 find counts"
            " one level higher, by the released threshold where one is set less"
            " sensitive.",
            "recovery guidance; uveitis in ankylosing spondylitis",
        ),
        "R30": Description(
            "Emergency in a note",
            "The note names an emergency that the answers do not speak of. The patient"
            " is asked whether they have it now; soon once they have said no to all of"
            " it.",
            "proposal",
        ),
        "R31": Description(
            "Silence",
            "No entry for {silence_days_initial} days until day 14,"
            " {silence_days_progressive} until day 42, {silence_days_weekly} until day"
            " 182, {silence_days_monthly} later: a reminder. Soon where pain had been"
            " rising by {silence_rise} or more, or the last entry was at watch or"
            " above.",
            "proposal",
        ),
        "T2": Description(
            "Not settling",
            "Day {not_settling_first_day} to {not_settling_last_day}: pain and 3-day"
            " pain {not_settling_rise} above the baseline and not falling. Urgent"
            " together with R22.",
            "clinic sheets; published flare of 2 days to 2 weeks",
        ),
        "T5": Description(
            "Worse for a week or more",
            "From day {worse_first_day}: all week, or in the last four entries over a"
            " week, pain {worse_rise} above the baseline, or {worse_share} of it where"
            " that is less, and at least {worse_points} above.",
            "Ostelo 2008; Mannion, COMI",
        ),
        "T6": Description(
            "No change",
            "Pain above {no_change_share} of the baseline on day {review_first_day} is"
            " watched, on day {review_second_day} it is soon; above {clear_share} on"
            " day {review_third_day} is watched. Silent where the baseline was below"
            " {relief}.",
            "published courses: early non-response is common",
        ),
        "T7": Description(
            "Less able than before",
            "From day {function_first_day}: Roland-Morris up {rmdq_rise}, or by"
            " {rmdq_share} and at least {rmdq_least}; PEG up {peg_rise}; or the"
            " 7-day walk halved from {walk_minutes} minutes or more with 7-day pain up"
            " {function_rise}.",
            "Ostelo 2008; Krebs 2009",
        ),
    }
)
"""By rule id. R00, a rule that failed, is the engine's own and has no threshold."""

DESCRIPTIONS_2026_2: Mapping[str, Description] = MappingProxyType(
    {
        **DESCRIPTIONS,
        "R08": Description(
            "Fast-growing pain",
            "Up to day {bleeding_last_day}: pain of {bleeding_pain} or more that rose"
            " by {bleeding_rise} or more since yesterday or the last entry, or by what"
            " a scale that ends at 10 leaves; with a nerve sign or a blood thinner."
            " Pain of 10 counts without a rise: with a nerve sign, or with a blood"
            " thinner where the baseline is 8 or less. With a nerve sign and nothing"
            " written in two weeks, the rise counts from the baseline.",
            "haematomas at 6 hours, 7 days and 8 days (Oh 2021 and others)",
        ),
        "R13": Description(
            "Disc infection without fever",
            "Day {rebound_first_day} to {rebound_last_day}: 3-day pain had fallen"
            " {relief} below the baseline and is now {rebound} above its best; or 7-day"
            " pain is {rebound_to_baseline} above its best and back at the baseline,"
            " and 3-day pain, too. Today's pain must show it. One point more is asked"
            " of 3-day and 7-day pain where pain goes up and down by a point on two"
            " days of five anyway, as far as the scale goes; not with an immune"
            " medicine, where every climb counts. Where entries are rare, the last two"
            " count. Or from day {sustained_first_day}: 7-day pain {sustained_rise}"
            " above the baseline with night pain, pain on every movement or night"
            " sweats. After a lift, fall or physical therapy within 72 hours a climb is"
            " watched.",
            "Yusuf 2019; Lee 2013; Ramos 2020; Jerome 2021; Mannion, COMI",
        ),
        "R20": Description(
            "Weight loss",
            "Weight down {weight_loss_half_year} in half a year or {weight_loss_month}"
            " in 30 days and not planned, or losing weight without trying. The loss of"
            " 30 days must lie below the median weight of half a year, too. Urgent with"
            " night pain, night sweats, fever or chills, or cancer on record.",
            "recovery guidance; CTCAE",
        ),
        "R24": Description(
            "Self-harm",
            "Thoughts of ending one's life in an answer, the self-harm question or a"
            " note in English, Spanish or German. A wish not to wake up is urgent;"
            " thoughts the clinic knows of and that are not worse are watched.",
            "C-SSRS",
        ),
        "R30": Description(
            "Emergency in a note",
            "The note, in English, Spanish or German, names an emergency that the"
            " answers do not speak of. Another symptom of its family (bladder, both"
            " legs, weakness, breathing and chest) answers for it only where it is new"
            " or worse and has raised as much. The patient is asked whether they have"
            " it now; soon once they have said no to all of it.",
            "proposal",
        ),
        "T2": Description(
            "Not settling",
            "Day {not_settling_first_day} to {not_settling_last_day}: pain and 3-day"
            " pain {not_settling_rise} above the baseline and not falling, and none of"
            " the three days lower. Urgent together with R22.",
            "clinic sheets; published flare of 2 days to 2 weeks",
        ),
    }
)
"""The same with what version 2026.2 reads otherwise."""

DESCRIPTIONS_2026_3: Mapping[str, Description] = MappingProxyType(
    {
        **DESCRIPTIONS_2026_2,
        "R24": Description(
            "Self-harm",
            "Thoughts of ending one's life in an answer, the self-harm question or a"
            " note in English, Spanish or German. A wish not to wake up is urgent, and"
            " so are words of a note that may mean one where no phrase is known;"
            " thoughts the clinic knows of and that are not worse are watched.",
            "C-SSRS",
        ),
        "R30": Description(
            "Emergency in a note",
            "The note, in English, Spanish or German, names an emergency that the"
            " answers do not speak of, by a known phrase, or by a part of the body and"
            " what is wrong with it near each other. Another symptom of its family"
            " (bladder, both legs, weakness, breathing and chest) answers for it only"
            " where it is new or worse and has raised as much. The patient is asked"
            " whether they have it now; soon once they have said no to all of it.",
            "proposal",
        ),
    }
)
"""The same with what version 2026.3 reads otherwise."""
