"""A lead answers for the rules' texts in a language."""

from django.db import transaction

from backend.accounts.models import Clinic, User
from backend.audit import recorder
from backend.common.errors import Conflict, InvalidInput
from tracker.clinical.triage.rulesets import RULESETS
from tracker.clinical.wording import sign_off as texts
from tracker.clinical.wording.languages import TRANSLATED
from tracker.models import LanguageSignOff


@transaction.atomic
def sign(
    *, clinic: Clinic, version: str, language: str, digest: str, by: User
) -> LanguageSignOff:
    """Store the signature; from now on patients read this language alone.

    `digest` is that of the texts the person was shown: Conflict where they read
    otherwise now. Doing it twice is harmless.
    """
    _check(version, language)
    if digest != texts.digest(version, language):
        raise Conflict(
            "A text has changed since you opened the page. Read it again, then sign.",
            code="texts_changed",
        )
    signature, is_new = LanguageSignOff.objects.get_or_create(
        clinic=clinic,
        version=version,
        language=language,
        digest=digest,
        defaults={"signed_by": by},
    )
    if is_new:
        recorder.record(
            "language.signed",
            target=signature,
            by=by,
            version=version,
            language=language,
            digest=digest,
        )
    return signature


def _check(version: str, language: str) -> None:
    if version not in RULESETS:
        _refuse("version", f"There is no rule set {version[:20]!r}.")
    if language not in TRANSLATED:
        _refuse("language", f"The language is one of: {', '.join(TRANSLATED)}.")


def _refuse(field: str, message: str) -> None:
    raise InvalidInput([{"field": field, "code": "unknown_code", "message": message}])
