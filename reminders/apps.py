from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "reminders"

    def ready(self) -> None:
        from backend.common import health  # noqa: PLC0415  (needs loaded apps)
        from reminders.queries import due  # noqa: PLC0415

        health.register("outbox", due.is_keeping_up)
