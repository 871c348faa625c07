"""Who helps a patient, and whom somebody helps."""

from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.common.errors import NotFound
from tracker.models import CheckIn, Episode, Helper, Patient
from tracker.queries import check_ins
from tracker.queries.episodes import RELATED


def of_patient(patient: Patient) -> QuerySet[Helper]:
    """Those who are invited or help now, in the order they were asked."""
    return Helper.objects.filter(patient=patient, ended_at=None).order_by("created_at")


def get_for_patient(patient: Patient, helper_id: UUID) -> Helper:
    """Raises NotFound, also for another patient's helper and for an ended one."""
    helper = of_patient(patient).filter(pk=helper_id).first()
    if helper is None:
        raise NotFound
    return helper


def live_of(user: User) -> Helper:
    """The grant under which somebody helps now. Raises NotFound."""
    helper = (
        Helper.objects.filter(user=user, ended_at=None)
        .select_related("patient__user", "clinic")
        .first()
    )
    if helper is None:
        raise NotFound(_("You do not help anybody here now."))
    return helper


def last_of(user: User) -> UUID | None:
    """The grant under which somebody helps or helped last."""
    newest = Helper.objects.filter(user=user).order_by("-created_at")
    return newest.values_list("pk", flat=True).first()


def live_or_withdrawn_of(user: User) -> Helper:
    """Also the grant that a withdrawal ended, while it stands: only to be refused well.

    What is still sent under it may be an emergency, and its answer names whom to call.
    """
    ended = Helper.objects.filter(
        user=user, ended_at=F("patient__consent_withdrawn_at")
    ).select_related("patient__user", "clinic")
    try:
        return live_of(user)
    except NotFound:
        helper = ended.first()
        if helper is None:
            raise
        return helper


def is_helping(user: User) -> bool:
    return Helper.objects.filter(user=user, ended_at=None).exists()


def course(helper: Helper) -> Episode:
    """The open course of care of the person they help. Raises NotFound."""
    episode = (
        Episode.objects.filter(patient=helper.patient_id, status=Episode.Status.ACTIVE)
        .select_related(*RELATED)
        .first()
    )
    if episode is None:
        raise NotFound(_("There is no open course of care now."))
    return episode


def entries(helper: Helper, episode: Episode) -> QuerySet[CheckIn]:
    """What this helper entered, newest first."""
    return check_ins.with_evaluations(episode).filter(entered_by=helper.user_id)


def get_entry(helper: Helper, episode: Episode, check_in_id: UUID) -> CheckIn:
    """Raises NotFound, also for an entry the patient made."""
    found = entries(helper, episode).filter(pk=check_in_id).first()
    if found is None:
        raise NotFound
    return found


def writers(patient: Patient) -> dict[UUID, str]:
    """Everybody who ever helped this patient, by their account, as staff read it."""
    rows = Helper.objects.filter(patient=patient, user__isnull=False)
    return {
        row.user_id: f"{row.name} ({row.relation}) for the patient"
        for row in rows.order_by("created_at")
        if row.user_id
    }


def entered_by(check_in: CheckIn, patient: Patient) -> str:
    """Who entered it, where it was not the patient, as staff read it."""
    if check_in.entered_by_id == patient.user_id:
        return ""
    known = writers(patient).get(check_in.entered_by_id)
    return (
        f"{known}; mood and sexual function not asked"
        if known
        else str(check_in.entered_by.get_full_name())
    )
