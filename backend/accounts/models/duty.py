"""DutyShift and DutyCover: who is called about an alert, and when."""

from django.conf import settings
from django.db import models

from backend.accounts.models.clinic import Clinic
from backend.accounts.models.membership import Membership
from backend.accounts.roster import BACKUP, FIRST
from backend.common.models import BaseModel


class DutyShift(BaseModel):
    """One stretch of every week, by the clinic's clock; see `roster.Shift`."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="shifts")
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="shifts"
    )
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    rank = models.PositiveSmallIntegerField(
        choices=[(FIRST, "First"), (BACKUP, "Backup")], default=FIRST
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__range=(0, 6)),
                name="accounts_duty_shift_weekday_is_0_to_6",
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} on {self.weekday}"


class DutyCover(BaseModel):
    """Somebody stands in for somebody else, both days included; or nobody does."""

    clinic = models.ForeignKey(Clinic, on_delete=models.CASCADE, related_name="covers")
    away = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="absences"
    )
    instead = models.ForeignKey(
        Membership, null=True, on_delete=models.CASCADE, related_name="covers"
    )
    first_date = models.DateField()
    last_date = models.DateField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_date__lte=models.F("last_date")),
                name="accounts_duty_cover_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.instead_id} for {self.away_id}"
