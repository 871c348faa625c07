"""Courses of care: of a clinic, of a patient, of the person signed in."""

from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, When
from django.utils.translation import gettext as _

from backend.accounts.models import Clinic, Membership, User
from backend.accounts.roles import Permission, roles_with
from backend.common.errors import NotFound
from tracker.models import Episode, Patient

RELATED = ("clinic", "patient__user", "procedure", "protocol", "profile")


def get_for_clinic(clinic: Clinic, episode_id: UUID) -> Episode:
    """Raises NotFound, also for another clinic's episode."""
    episode = (
        Episode.objects.filter(clinic=clinic, pk=episode_id)
        .select_related(*RELATED)
        .first()
    )
    if episode is None:
        raise NotFound
    return episode


def active_of(user: User, *, clinic: str = "") -> Episode:
    """The person's own course of care; the newest, should there be several clinics.

    At the clinic of that slug, if one is given. Raises NotFound.
    """
    at = {"clinic__slug": clinic} if clinic else {}
    episode = _active(user).filter(**at).first()
    if episode is None:
        raise NotFound(_("There is no open course of care for you."))
    return episode


def active_with_entry(user: User, *, check_in_id: UUID) -> Episode:
    """The person's own course that holds the entry, else as `active_of`."""
    holding = _active(user).filter(check_ins=check_in_id).first()
    return holding or active_of(user)


def active_of_patient(patient_id: UUID) -> Episode:
    """For whoever may ask at any clinic: the terminal. Raises NotFound."""
    active = Episode.objects.filter(
        patient=patient_id, status=Episode.Status.ACTIVE
    ).select_related(*RELATED)
    episode = active.order_by("-created_at").first()
    if episode is None:
        raise NotFound
    return episode


def _active(user: User) -> QuerySet[Episode]:
    return (
        Episode.objects.filter(patient__user=user, status=Episode.Status.ACTIVE)
        .select_related(*RELATED)
        .order_by("-created_at")
    )


def other_clinics_of(episode: Episode) -> list[Clinic]:
    """Where else this person is in care now: what they enter does not reach them."""
    person = episode.patient.user
    return _clinics(_active(person).exclude(pk=episode.pk)) if person else []


def clinics_in_care_of(user: User) -> list[Clinic]:
    """Wherever this person is in care now."""
    return _clinics(_active(user))


def clinics_of(user: User) -> list[Clinic]:
    """Wherever this person is or was in care."""
    return _clinics(Episode.objects.filter(patient__user=user))


def _clinics(episodes: QuerySet[Episode]) -> list[Clinic]:
    ids = episodes.order_by().values("clinic")
    return list(Clinic.objects.filter(pk__in=ids).order_by("name"))


def active_or_last_of(user: User, *, clinic: str = "") -> Episode:
    """The person's own course of care; the newest closed one where none is active.

    At the clinic of that slug, if one is given. Raises NotFound.
    """
    at = {"clinic__slug": clinic} if clinic else {}
    episode = (
        Episode.objects.filter(patient__user=user, **at)
        .select_related(*RELATED)
        .order_by(
            Case(When(status=Episode.Status.ACTIVE, then=0), default=1), "-created_at"
        )
        .first()
    )
    if episode is None:
        raise NotFound(_("There is no course of care for you."))
    return episode


def of_patient(patient: Patient) -> QuerySet[Episode]:
    """Every course of care of a patient, newest first."""
    return (
        Episode.objects.filter(patient=patient)
        .select_related(*RELATED)
        .order_by("-created_at")
    )


def all_have_somebody_to_call() -> bool:
    """Whether each clinic with patients in care has staff who can own an alert."""
    handlers = Membership.objects.filter(
        clinic=OuterRef("clinic"),
        revoked_at=None,
        role__in=roles_with(Permission.ALERT_HANDLE),
        user__is_active=True,
    )
    orphans = Episode.objects.filter(~Exists(handlers), status=Episode.Status.ACTIVE)
    return not orphans.exists()
