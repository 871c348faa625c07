"""In which languages a clinic has signed the rules' texts as they read today."""

from backend.accounts.models import Clinic
from tracker.clinical.wording.sign_off import digest
from tracker.models import LanguageSignOff
from tracker.queries import rulesets


def is_signed(clinic: Clinic, language: str) -> bool:
    """Whether somebody answers for what its rules say in a language."""
    version = rulesets.ruleset_for(clinic).ruleset.version
    return LanguageSignOff.objects.filter(
        clinic=clinic,
        version=version,
        language=language,
        digest=digest(version, language),
    ).exists()


def newest(clinic: Clinic, version: str) -> dict[str, LanguageSignOff]:
    """The newest signature of each language for a rule set, also of older texts."""
    rows = (
        LanguageSignOff.objects.filter(clinic=clinic, version=version)
        .select_related("signed_by")
        .order_by("created_at", "pk")
    )
    return {row.language: row for row in rows}
