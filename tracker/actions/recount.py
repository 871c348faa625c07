"""Count the days of a course of care from another date."""

from datetime import timedelta

from django.db.models import F

from tracker.models import CaseloadRow, CheckIn, Episode, QuestionnaireResponse

# A row at a time must never meet the number of another one on its way.
OUT_OF_THE_WAY = 1_000_000


def move_days(caseload: CaseloadRow, *, by: timedelta) -> None:
    """Every stored day, and the summary; evaluations stay as they were judged.

    The caller holds the row of the caseload: a check-in under way is guarded by its
    version, and will count again.
    """
    moved = F("day") + by.days
    CheckIn.objects.filter(episode=caseload.episode_id).update(day=moved)
    QuestionnaireResponse.objects.filter(
        episode=caseload.episode_id, day__isnull=False
    ).update(day=moved)
    caseload.trend = [[day + by.days, pain] for day, pain in caseload.trend]
    if caseload.last_day is not None:
        caseload.last_day += by.days
    caseload.version += 1
    caseload.save(update_fields=["trend", "last_day", "version"])


def move_occasions(episode: Episode, *, by: timedelta) -> None:
    """What was asked by the earlier count must not pass for an answer of the new."""
    rows = QuestionnaireResponse.objects.filter(episode=episode)
    rows.update(occasion=F("occasion") + by.days - OUT_OF_THE_WAY)
    rows.update(occasion=F("occasion") + OUT_OF_THE_WAY)
