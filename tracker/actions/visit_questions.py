"""Keep what the patient wants to ask at the next visit."""

from django.db import transaction
from django.utils.translation import gettext as _

from backend.accounts.models import User
from backend.audit import recorder
from backend.common import clock
from backend.common.errors import InvalidInput
from backend.common.visible import trimmed
from tracker.actions import consents
from tracker.models import Episode, VisitQuestions

LONGEST = 1000


@transaction.atomic
def write(*, episode: Episode, text: str, by: User) -> None:
    """Replace the text; an empty one clears it. Raises InvalidInput if it is long."""
    # PostgreSQL keeps no NUL, and nobody can see one to take it out.
    text = trimmed(text.replace("\r\n", "\n").replace("\x00", ""))
    consents.require_and_hold(episode.patient)
    if len(text) > LONGEST:
        sentence = _(
            "Your questions have %(length)s signs; %(longest)s fit on the page."
        ) % {"length": len(text), "longest": LONGEST}
        raise InvalidInput([{"field": "text", "code": "too_long", "message": sentence}])
    VisitQuestions.objects.update_or_create(
        episode=episode, defaults={"text": text, "changed_at": clock.now()}
    )
    recorder.record("visit_questions.changed", target=episode, by=by)
