from django.apps import AppConfig


class TrackerConfig(AppConfig):
    name = "tracker"

    def ready(self) -> None:
        from backend.common import health  # noqa: PLC0415  (needs loaded apps)
        from tracker import reminder_kinds  # noqa: PLC0415
        from tracker.queries import episodes, unowned  # noqa: PLC0415

        reminder_kinds.register_all()
        health.register("somebody_to_call", episodes.all_have_somebody_to_call)
        health.register("emergencies_owned", unowned.no_emergency_overdue)
