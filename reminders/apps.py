from django.apps import AppConfig
from django.core.checks import Tags, register


class RemindersConfig(AppConfig):
    name = "reminders"

    def ready(self) -> None:
        from backend.common import health  # noqa: PLC0415  (needs loaded apps)
        from reminders import checks  # noqa: PLC0415
        from reminders.queries import due, schedules  # noqa: PLC0415

        health.register("outbox", due.is_keeping_up)
        health.register("schedules_planned", schedules.all_can_be_planned)
        register(checks.vapid_subject, Tags.security, deploy=True)
