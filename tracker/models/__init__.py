from tracker.models.adverse_event import AdverseEvent, AdverseEventRevision
from tracker.models.alert import Alert, AlertEvent
from tracker.models.caseload import CaseloadRow
from tracker.models.check_in import CheckIn
from tracker.models.consent import Consent
from tracker.models.education import ClinicCardVersion, PlanReading
from tracker.models.enrolment_key import EnrolmentKey
from tracker.models.episode import EarlierProcedure, Episode, Procedure
from tracker.models.episode_evaluation import EpisodeEvaluation
from tracker.models.health_profile import HealthProfile
from tracker.models.helper import Helper
from tracker.models.kept_ruleset import KeptRuleset
from tracker.models.language_sign_off import LanguageSignOff
from tracker.models.milestone import MilestoneReached
from tracker.models.patient import Patient
from tracker.models.protocol import ProtocolVersion
from tracker.models.questionnaire import ImportedInstrument, QuestionnaireResponse
from tracker.models.ruleset_approval import RulesetApproval
from tracker.models.summary_link import SummaryLink, SummaryLinkRead
from tracker.models.triage import TriageEvaluation
from tracker.models.visit_questions import VisitQuestions
from tracker.models.zone_stay import ZoneStay

__all__ = [
    "AdverseEvent",
    "AdverseEventRevision",
    "Alert",
    "AlertEvent",
    "CaseloadRow",
    "CheckIn",
    "ClinicCardVersion",
    "Consent",
    "EarlierProcedure",
    "EnrolmentKey",
    "Episode",
    "EpisodeEvaluation",
    "HealthProfile",
    "Helper",
    "ImportedInstrument",
    "KeptRuleset",
    "LanguageSignOff",
    "MilestoneReached",
    "Patient",
    "PlanReading",
    "Procedure",
    "ProtocolVersion",
    "QuestionnaireResponse",
    "RulesetApproval",
    "SummaryLink",
    "SummaryLinkRead",
    "TriageEvaluation",
    "VisitQuestions",
    "ZoneStay",
]
