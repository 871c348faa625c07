"""The Celery app and the one beat table.

Every task only fetches ids and calls an action; the work itself is a row in
PostgreSQL. A lost or repeated message therefore costs seconds, never a message.
"""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")

app = Celery("cairn")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Intervals in seconds, never wall-clock times: a crontab in local time falls
# silent for an hour on the night the clocks go back.
app.conf.beat_schedule = {
    "deliver-messages": {"task": "reminders.deliver_messages", "schedule": 5.0},
    "queue-due-reminders": {"task": "reminders.queue_due", "schedule": 15.0},
    "plan-reminders": {"task": "reminders.plan_due", "schedule": 60.0},
    "escalate-alerts": {"task": "tracker.escalate_overdue_alerts", "schedule": 15.0},
    "evaluate-missed": {"task": "tracker.evaluate_missed_check_ins", "schedule": 60.0},
    "evaluate-silent": {"task": "tracker.evaluate_silent_days", "schedule": 60.0},
    "recount-overdue": {
        "task": "tracker.recount_overdue_questionnaires",
        "schedule": 300.0,
    },
    "clear-sessions": {"task": "accounts.clear_ended_sessions", "schedule": 3600.0},
    "outside-watch": {"task": "backend.report_to_outside_watch", "schedule": 60.0},
}
