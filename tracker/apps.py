from django.apps import AppConfig


class TrackerConfig(AppConfig):
    name = "tracker"

    def ready(self) -> None:
        from backend.accounts import work  # noqa: PLC0415  (needs loaded apps)
        from backend.common import health  # noqa: PLC0415
        from tracker import reminder_kinds  # noqa: PLC0415
        from tracker.actions import coming_in, helpers  # noqa: PLC0415
        from tracker.queries import alert_calls, episodes, unowned  # noqa: PLC0415

        reminder_kinds.register_all()
        work.register(coming_in.refuse_patients)
        work.register(helpers.end_for_work)
        health.register("somebody_to_call", episodes.all_have_somebody_to_call)
        health.register("emergencies_owned", unowned.no_emergency_overdue)
        health.register("alert_calls_arrive", alert_calls.all_arrive)
        health.tell("emergencies_without_owner", unowned.patients_waiting)
