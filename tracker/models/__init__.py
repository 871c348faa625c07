from tracker.models.alert import Alert, AlertEvent
from tracker.models.caseload import CaseloadRow
from tracker.models.check_in import CheckIn
from tracker.models.episode import Episode, Procedure
from tracker.models.health_profile import HealthProfile
from tracker.models.milestone import MilestoneReached
from tracker.models.patient import Patient
from tracker.models.protocol import ProtocolVersion
from tracker.models.triage import TriageEvaluation

__all__ = [
    "Alert",
    "AlertEvent",
    "CaseloadRow",
    "CheckIn",
    "Episode",
    "HealthProfile",
    "MilestoneReached",
    "Patient",
    "Procedure",
    "ProtocolVersion",
    "TriageEvaluation",
]
