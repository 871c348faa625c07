"""Share the visit summary by a link and a code, look behind one, and end it.

The link can be forwarded and mail scanners open it; the code is told aloud. Both are
needed, and only digests of them are stored.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import Conflict, DomainError, InvalidInput, NotFound
from backend.common.visible import trimmed
from tracker.actions import consents
from tracker.models import Episode, SummaryLink, SummaryLinkRead
from tracker.queries.episodes import RELATED
from tracker.queries.summary_links import WRONG_CODES

LIFETIMES = (1, 7, 30)
"""Days after which a link ends by itself."""

READS_AN_HOUR = 20
MOST_OPEN = 10
LONGEST_NAME = 80
_SALT = "tracker.summary_link"


class LinkUnusable(NotFound):
    """Ended, closed or made up; which of these is nobody's business."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This link does not open anything now. "
                "Ask the person who gave it to you for a new one."
            )
        )


class ReadTooOften(DomainError):
    status = 429
    code = "too_many_reads"

    def __init__(self) -> None:
        super().__init__(
            _("This page was opened very often in the last hour. Try again later.")
        )


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A new link; its address and its code cannot be shown a second time."""

    link: SummaryLink
    address: str
    code: str


@transaction.atomic
def make(*, episode: Episode, days: int, name: str, by: User) -> MadeLink:
    """Raises InvalidInput, and Conflict where too many are open."""
    consents.require_and_hold(episode.patient)
    name = trimmed(" ".join(name.split()))
    _check(days, name)
    if _open_links(episode).count() >= MOST_OPEN:
        raise Conflict(
            _("You have %(most)s open links. End one of them first.")
            % {"most": MOST_OPEN},
            code="too_many_links",
        )
    token, code = secrets.token_urlsafe(24), f"{secrets.randbelow(10**6):06}"
    link = SummaryLink.objects.create(
        clinic_id=episode.clinic_id,
        episode=episode,
        name=name,
        token_digest=_digest(token),
        code_digest=_code_digest(_digest(token), code),
        expires_at=clock.now() + timedelta(days=days),
        made_by=by,
    )
    recorder.record("summary_link.made", target=link, by=by, days=days)
    return MadeLink(link, f"{settings.BASE_URL.rstrip('/')}/shared/{token}", code)


@transaction.atomic
def revoke(*, link: SummaryLink, by: User) -> None:
    """It opens nothing any more. Doing it twice is harmless."""
    ended = SummaryLink.objects.filter(pk=link.pk, revoked_at=None).update(
        revoked_at=clock.now(), revoked_by=by
    )
    if ended:
        recorder.record("summary_link.revoked", target=link, by=by)


def behind(token: str) -> SummaryLink:
    """The link that a token opens now. Raises LinkUnusable."""
    return _first(_opened_by(token))


def _opened_by(token: str) -> QuerySet[SummaryLink]:
    return SummaryLink.objects.filter(
        token_digest=_digest(token),
        revoked_at=None,
        expires_at__gt=clock.now(),
        wrong_codes__lt=WRONG_CODES,
    ).select_related(*(f"episode__{name}" for name in RELATED))


def _first(links: QuerySet[SummaryLink]) -> SummaryLink:
    link = links.first()
    if link is None:
        raise LinkUnusable
    return link


def read(*, token: str, code: str, browser: str) -> SummaryLink:
    """Count one reading by somebody who knows the code, told in any spacing.

    Raises LinkUnusable, ReadTooOften, and InvalidInput for a wrong code.
    """
    refused: DomainError | None = None
    with transaction.atomic():
        # One at a time: many guesses at once are no more than five.
        link = _first(_opened_by(token).select_for_update(of=("self",)))
        if not _is_right(link, code):
            refused = _count_wrong(link)
        else:
            _check_pace(link)
            SummaryLinkRead.objects.create(link=link, browser=browser)
            patient = link.episode.patient
            recorder.record("summary.read_by_link", target=patient, by="shared link")
    # Outside, or the count of wrong codes would be taken back with it.
    if refused is not None:
        raise refused
    return link


def _is_right(link: SummaryLink, code: str) -> bool:
    digits = "".join(sign for sign in code if sign.isdigit())
    return constant_time_compare(
        _code_digest(link.token_digest, digits), link.code_digest
    )


def _count_wrong(link: SummaryLink) -> DomainError:
    link.wrong_codes += 1
    link.save(update_fields=["wrong_codes"])
    if link.wrong_codes >= WRONG_CODES:
        recorder.record("summary_link.closed", target=link, by="shared link")
        return LinkUnusable()
    sentence = _("This is not the code. Ask the person who gave you the link.")
    return InvalidInput([{"field": "code", "code": "wrong", "message": sentence}])


def _check_pace(link: SummaryLink) -> None:
    since = clock.now() - timedelta(hours=1)
    if link.reads.filter(created_at__gt=since).count() >= READS_AN_HOUR:
        raise ReadTooOften


def _open_links(episode: Episode) -> QuerySet[SummaryLink]:
    return SummaryLink.objects.filter(
        episode=episode, revoked_at=None, expires_at__gt=clock.now()
    )


def _check(days: int, name: str) -> None:
    errors = []
    if days not in LIFETIMES:
        sentence = _("Choose for how long the link works: 1, 7 or 30 days.")
        errors.append({"field": "days", "code": "unknown", "message": sentence})
    if len(name) > LONGEST_NAME:
        sentence = _("Write a shorter name, at most %(longest)s signs.") % {
            "longest": LONGEST_NAME
        }
        errors.append({"field": "name", "code": "too_long", "message": sentence})
    if errors:
        raise InvalidInput(errors)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _code_digest(token_digest: str, code: str) -> str:
    """Keyed with our secret: a stolen database alone gives no code away."""
    return salted_hmac(_SALT, f"{token_digest}:{code}", algorithm="sha256").hexdigest()
