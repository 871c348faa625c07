"""Who belongs where, and whom to call."""

from backend.accounts.models import Clinic, Membership, User
from backend.accounts.roles import Permission, roles_with


def memberships_of(user: User) -> list[Membership]:
    """Live memberships with their clinics; asked once per request per user."""
    cached: list[Membership] | None = getattr(user, "_live_memberships", None)
    if cached is None:
        cached = list(
            Membership.objects.filter(user=user, revoked_at=None)
            .select_related("clinic")
            .order_by("created_at")
        )
        user._live_memberships = cached  # type: ignore[attr-defined]
    return cached


def members_of(clinic: Clinic) -> list[Membership]:
    """Everybody who works there now, by order of being called."""
    return list(
        Membership.objects.filter(clinic=clinic, revoked_at=None, user__is_active=True)
        .select_related("user")
        .order_by("contact_order", "created_at")
    )


def alert_handlers(clinic: Clinic) -> list[Membership]:
    """Staff who may own an alert, first to be called first."""
    roles = roles_with(Permission.ALERT_HANDLE)
    return list(
        Membership.objects.filter(
            clinic=clinic, revoked_at=None, role__in=roles, user__is_active=True
        )
        .select_related("user")
        .order_by("contact_order", "created_at")
    )


def locale_of(email: str) -> str | None:
    """The locale of whoever signs in with this address."""
    locales = User.objects.filter(email__iexact=email).values_list("locale", flat=True)
    return locales.first()
