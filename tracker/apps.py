from django.apps import AppConfig


class TrackerConfig(AppConfig):
    name = "tracker"

    def ready(self) -> None:
        from tracker import reminder_kinds  # noqa: PLC0415  (needs loaded apps)

        reminder_kinds.register_all()
