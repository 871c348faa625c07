"""Which texts a clinic's lead answers for in a language, and a digest of them."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from tracker.clinical.triage.rulesets import RULESETS
from tracker.clinical.wording.languages import ENGLISH
from tracker.clinical.wording.say import say, texts_in


@cache
def texts_to_sign(version: str, language: str) -> Mapping[str, tuple[str, str]]:
    """Advice and buttons of a rule set by key: the English text, and this language's.

    The rule R00 speaks for a rule that failed, so it belongs to every set.
    """
    ruleset = RULESETS[version]
    rules = {"R00", *(rule_id for rule_id, _ in ruleset.rules + ruleset.day_rules)}
    return {
        key: (text, say(key, language))
        for key, text in texts_in(ENGLISH).items()
        if _rule_of(key) in rules or key.startswith("action.")
    }


@cache
def digest(version: str, language: str) -> str:
    """Another one as soon as a text of either language is another."""
    lines = (
        f"{key}\t{english}\t{text}"
        for key, (english, text) in sorted(texts_to_sign(version, language).items())
    )
    return sha256("\n".join((version, language, *lines)).encode()).hexdigest()


def _rule_of(key: str) -> str:
    part, _, rest = key.partition(".")
    return rest.split(":")[0] if part == "advice" else ""
