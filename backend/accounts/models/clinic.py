"""Clinic: the tenant. Nothing of one is ever visible to another."""

from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from backend.accounts import clinic_checks
from backend.accounts.clinic_checks import WEEKDAYS
from backend.accounts.roster import noon_of_next_working_day
from backend.common import zones
from backend.common.models import BaseModel

# Emergency numbers by ISO country; 112 reaches help in all of Europe and from
# any mobile phone by the GSM standard.
EMERGENCY_NUMBERS = {
    "US": "911", "CA": "911", "MX": "911", "GB": "999", "IE": "112",
    "AU": "000", "NZ": "111", "IN": "112", "JP": "119", "BR": "192",
    "CH": "144", "ZA": "112",
}  # fmt: skip
# Someone to talk to, day and night, by ISO country.
CRISIS_LINES = {"US": "988", "CA": "988", "GB": "116 123", "IE": "116 123"}


def weekday_hours() -> dict[str, list[list[str]]]:
    """Monday to Friday, 8 to 17."""
    return {day: [["08:00", "17:00"]] for day in WEEKDAYS[:5]}


class Clinic(BaseModel):
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    country = models.CharField(max_length=2)
    zone = models.CharField(max_length=64)
    phone = models.CharField(max_length=40)
    out_of_hours_phone = models.CharField(max_length=40, blank=True)
    # {"mon": [["08:00", "17:00"]], ...} in the clinic's zone.
    opening_hours = models.JSONField(default=weekday_hours)
    # Days on which it is closed all the same, as "2026-12-25".
    closed_days = models.JSONField(default=list, blank=True)
    # Whether patients are left alone on those days; calls about alerts never are.
    rests_on_closed_days = models.BooleanField(default=False)
    # From that day staff get in only with a second step at sign-in; None asks nobody.
    second_factor_from = models.DateField(null=True, blank=True)

    SEARCH_DAYS: ClassVar[int] = 30

    def __str__(self) -> str:
        return self.name

    @property
    def emergency_number(self) -> str:
        return EMERGENCY_NUMBERS.get(self.country, "112")

    @property
    def crisis_line(self) -> str:
        return CRISIS_LINES.get(self.country, self.emergency_number)

    def clean(self) -> None:
        """Refuse hours, days and zones that could not be read when an alert waits."""
        wrong = clinic_checks.problems(self.zone, self.opening_hours, self.closed_days)
        if "zone" not in wrong and not zones.postgres_knows(self.zone):
            wrong["zone"] = (
                f"The database does not know the time zone {self.zone}: choose another "
                "one with the same clock."
            )
        if wrong:
            raise ValidationError(wrong)

    def local(self, moment: datetime) -> datetime:
        """The moment by the clinic's clock."""
        return moment.astimezone(clinic_checks.zone_of(self.zone))

    def is_open(self, moment: datetime) -> bool:
        local = self.local(moment)
        return any(
            start <= local.time() < end for start, end in self._hours(local.date())
        )

    def noon_of_next_working_day(self, moment: datetime) -> datetime:
        """By when a report that can wait is to have an owner."""
        working = {n for n in range(7) if clinic_checks.spans_on(self.opening_hours, n)}
        return noon_of_next_working_day(self.local(moment), working, self.closed_dates)

    @property
    def closed_dates(self) -> frozenset[date]:
        days = self.closed_days if isinstance(self.closed_days, list) else ()
        return frozenset(filter(None, map(clinic_checks.day_of, days)))

    def rests_on(self, day: date) -> bool:
        """Whether patients get no reminder about that date."""
        return self.rests_on_closed_days and day in self.closed_dates

    def phone_at(self, moment: datetime) -> str:
        """The number to call at this hour: by night the other one, if there is one."""
        if self.out_of_hours_phone and not self.is_open(moment):
            return self.out_of_hours_phone
        return self.phone

    def next_opening(self, moment: datetime) -> datetime | None:
        """When the clinic opens next, in its own zone; None if it never does."""
        local = self.local(moment)
        for ahead in range(self.SEARCH_DAYS):
            day = local.date() + timedelta(days=ahead)
            for start, _ in self._hours(day):
                opens = datetime.combine(day, start, tzinfo=local.tzinfo)
                if opens > local:
                    return opens
        return None

    def _hours(self, day: date) -> list[tuple[time, time]]:
        if day in self.closed_dates:
            return []
        return clinic_checks.spans_on(self.opening_hours, day.weekday())
