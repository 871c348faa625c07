"""Read-only views of the ledger, the outbox and the delivery log."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from reminders.models import (
    Delivery,
    DueReminder,
    Message,
    Provider,
    ReminderSchedule,
)


class ReadOnly(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ReminderSchedule)
class ReminderScheduleAdmin(ReadOnly):
    list_display = ["id", "kind", "state", "wall_time", "zone", "planned_through"]
    list_filter = ["state", "kind", "awaits_planning"]


@admin.register(DueReminder)
class DueReminderAdmin(ReadOnly):
    list_display = ["id", "local_date", "slot", "due_at", "state", "reason"]
    list_filter = ["state"]
    date_hierarchy = "due_at"


@admin.register(Message)
class MessageAdmin(ReadOnly):
    list_display = ["id", "kind", "state", "reason", "attempts", "next_attempt_at"]
    list_filter = ["state", "kind", "is_urgent"]


@admin.register(Delivery)
class DeliveryAdmin(ReadOnly):
    list_display = ["id", "channel", "status", "error", "attempted_at", "shown_at"]
    list_filter = ["channel", "status"]


@admin.register(Provider)
class ProviderAdmin(ReadOnly):
    list_display = ["code", "failures", "rests_until", "last_error"]
