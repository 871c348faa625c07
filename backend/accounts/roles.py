"""Roles of staff, what each may do, and nothing else (pure)."""

from enum import StrEnum


class Role(StrEnum):
    CLINICIAN = "clinician"
    COORDINATOR = "coordinator"
    LEAD = "lead"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    CASELOAD_VIEW = "caseload.view"
    PATIENT_VIEW = "patient.view"
    PATIENT_ENROL = "patient.enrol"
    PATIENT_EDIT = "patient.edit"
    PATIENT_INVITE = "patient.invite"
    CHECK_IN_ENTER = "check_in.enter"
    ALERT_VIEW = "alert.view"
    ALERT_HANDLE = "alert.handle"
    ADVERSE_EVENT_RECORD = "adverse_event.record"
    DUTY_VIEW = "duty.view"
    PROTOCOL_EDIT = "protocol.edit"
    RULES_APPROVE = "rules.approve"
    INSTRUMENT_MANAGE = "instrument.manage"
    CLINIC_MANAGE = "clinic.manage"


_FRONT_DESK = frozenset(
    {
        Permission.CASELOAD_VIEW,
        Permission.PATIENT_VIEW,
        Permission.PATIENT_ENROL,
        Permission.PATIENT_EDIT,
        Permission.PATIENT_INVITE,
        Permission.ALERT_VIEW,
        Permission.DUTY_VIEW,
    }
)
_CARE = _FRONT_DESK | {
    Permission.CHECK_IN_ENTER,
    Permission.ALERT_HANDLE,
    Permission.ADVERSE_EVENT_RECORD,
}
_LEADING = frozenset(
    {
        Permission.PROTOCOL_EDIT,
        Permission.RULES_APPROVE,
        Permission.INSTRUMENT_MANAGE,
        Permission.CLINIC_MANAGE,
    }
)

# A coordinator sees that an alert waits and can call someone, but does not own
# it; an administrator runs the account list and reads no health record.
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.CLINICIAN: _CARE,
    Role.COORDINATOR: _FRONT_DESK,
    Role.LEAD: _CARE | _LEADING,
    Role.ADMINISTRATOR: frozenset({Permission.CLINIC_MANAGE, Permission.DUTY_VIEW}),
}


def roles_with(permission: Permission) -> list[Role]:
    return [role for role in Role if permission in PERMISSIONS[role]]


def may(role: Role, permission: Permission) -> bool:
    return permission in PERMISSIONS[role]
