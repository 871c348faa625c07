"""The arithmetic of each questionnaire, from the answers to its shown questions."""

from collections.abc import Mapping, Sequence

from tracker.clinical.proms.instrument import Answer, Instrument, Item
from tracker.clinical.proms.score import Score
from tracker.clinical.proms.shape import NONE_OF_THESE, SELF_HARM

ODI_LEAST_ANSWERED = 8
"""Of ten sections. The authors divide by what was answered and name no least number;
four in five is what studies use."""

Bands = tuple[tuple[float, str], ...]

PEG_BANDS: Bands = ((4, "mild"), (7, "moderate"), (11, "severe"))
PHQ2_BANDS: Bands = ((3, "negative"), (7, "positive"))
PHQ4_BANDS: Bands = ((3, "none"), (6, "mild"), (9, "moderate"), (13, "severe"))
ODI_BANDS: Bands = (
    (20.5, "minimal"),
    (40.5, "moderate"),
    (60.5, "severe"),
    (80.5, "very severe"),
    (101, "extreme"),
)
"""Each word holds below its limit. ODI is published in whole percent."""


def nothing(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """A questionnaire that is kept and shown, but not counted."""
    return Score()


def impact_mean(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """Our own weekly three: their mean to one decimal, all three needed."""
    return _mean_of_all(instrument, answers, ())


def peg(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """PEG: the mean of three to one decimal, all three needed (Krebs 2009)."""
    return _mean_of_all(instrument, answers, PEG_BANDS)


def mood(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """Our own mood screen: worry first, then low mood, counted like PHQ-4."""
    return _four_of_mood(instrument, answers, ("worry", "low_mood"), ())


def phq4(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """PHQ-4: anxiety is questions 1 and 2, depression 3 and 4 (Kroenke 2009)."""
    return _four_of_mood(instrument, answers, ("anxiety", "depression"), PHQ4_BANDS)


def phq2(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """PHQ-2: the sum of two, positive from 3."""
    items = _counted(instrument, answers, "scale", "choice")
    feeds = _self_harm(instrument, answers)
    missing = _missing(items, answers)
    if missing:
        return Score(missing=missing, feeds=feeds)
    total = _sum(items, answers)
    return Score(
        total, band=_band(total, PHQ2_BANDS), feeds={"phq2_total": total, **feeds}
    )


def global_change(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """1 is a great deal better, 7 a great deal worse; 1 and 2 are a clear gain."""
    score = single(instrument, answers)
    if score.total is None or score.total > 2:
        return score
    return Score(score.total, band="clearly better")


def single(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """The answer to the one question."""
    items = _counted(instrument, answers, "scale", "choice", "number")
    missing = _missing(items, answers)
    return Score(missing=missing) if missing else Score(_sum(items, answers))


def psfs_mean(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """The mean of the activities that the patient named, each of them rated."""
    items = _counted(instrument, answers, "scale")
    missing = _missing(items, answers)
    if missing or not items:
        return Score(missing=missing)
    return Score(round(_sum(items, answers) / len(items), 1))


def rmdq(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """The sentences ticked, 0 to 24; not ticked is 0, an untouched form is nothing."""
    items = _counted(instrument, answers, "tick", "yes_no")
    touched = any(item.code in answers for item in items)
    if not touched and answers.get(NONE_OF_THESE) is not True:
        return Score(missing=_missing(items, answers))
    total = _sum(items, answers)
    return Score(total, feeds={"rmdq_total": total})


def odi(instrument: Instrument, answers: Mapping[str, Answer]) -> Score:
    """The sum as a share of what the answered sections could reach, in percent."""
    items = _counted(instrument, answers, "scale", "choice")
    missing = _missing(items, answers)
    answered = len(items) - len(missing)
    if answered < ODI_LEAST_ANSWERED:
        return Score(missing=missing)
    total = round(_sum(items, answers) / (5 * answered) * 100, 1)
    return Score(total, band=_band(total, ODI_BANDS), missing=missing)


def _mean_of_all(
    instrument: Instrument, answers: Mapping[str, Answer], bands: Bands
) -> Score:
    items = _counted(instrument, answers, "scale", "choice")
    missing = _missing(items, answers)
    if missing:
        return Score(missing=missing)
    total = round(_sum(items, answers) / len(items), 1)
    return Score(total, band=_band(total, bands), feeds={"peg_score": total})


def _four_of_mood(
    instrument: Instrument,
    answers: Mapping[str, Answer],
    names: tuple[str, str],
    bands: Bands,
) -> Score:
    items = _counted(instrument, answers, "scale", "choice")
    missing = _missing(items, answers)
    subscales = {
        name: _sum(pair, answers)
        for name, pair in zip(names, (items[:2], items[2:]), strict=True)
        if not _missing(pair, answers)
    }
    feeds: dict[str, float | bool] = {**_self_harm(instrument, answers)}
    if names[1] in subscales:
        feeds["phq2_total"] = subscales[names[1]]
    if missing:
        return Score(subscales=subscales, missing=missing, feeds=feeds)
    total = _sum(items, answers)
    feeds["phq4_total"] = total
    return Score(total, subscales, _band(total, bands), feeds=feeds)


def _self_harm(
    instrument: Instrument, answers: Mapping[str, Answer]
) -> dict[str, bool]:
    shown = any(item.code == SELF_HARM for item in instrument.shown(answers))
    said = answers.get(SELF_HARM)
    return {SELF_HARM: said} if shown and isinstance(said, bool) else {}


def _counted(
    instrument: Instrument, answers: Mapping[str, Answer], *kinds: str
) -> tuple[Item, ...]:
    return tuple(
        item
        for item in instrument.shown(answers)
        if item.kind in kinds and item.code not in (SELF_HARM, NONE_OF_THESE)
    )


def _missing(items: Sequence[Item], answers: Mapping[str, Answer]) -> tuple[str, ...]:
    return tuple(item.code for item in items if item.code not in answers)


def _sum(items: Sequence[Item], answers: Mapping[str, Answer]) -> float:
    found = (answers.get(item.code, 0) for item in items)
    return sum(value for value in found if not isinstance(value, str | list))


def _band(total: float, bands: Bands) -> str:
    return next((word for limit, word in bands if total < limit), "")
