"""What a lead signs: every text of a rule set, and a digest that any change moves."""

from dataclasses import replace

import pytest

from tracker.clinical.triage.rulesets import RULESETS
from tracker.clinical.triage.wording.table import WORDING
from tracker.clinical.wording import say, sign_off
from tracker.clinical.wording.sign_off import digest, texts_to_sign


def _forget():
    digest.cache_clear()
    texts_to_sign.cache_clear()


@pytest.fixture(autouse=True)
def _fresh():
    yield
    _forget()


def test_every_advice_of_the_rules_is_to_be_signed_and_every_button():
    texts = texts_to_sign("2026.1", "es")

    assert {key for key in texts if key.endswith(".title")} == {
        f"advice.{key}.title" for key in WORDING
    }
    assert texts["action.call_clinic"] == ("Call the clinic", "Llamar a la clínica")
    assert texts["advice.R00:urgent.title"][1] == (
        "Vamos a leer sus respuestas en persona"
    )
    assert not any(key.startswith(("phase.", "symptom.")) for key in texts)


def test_a_rule_that_a_set_lacks_is_not_to_be_signed(monkeypatch):
    whole = RULESETS["2026.1"]
    smaller = replace(whole, version="9", rules=whole.rules[:1], day_rules=())
    monkeypatch.setattr(sign_off, "RULESETS", {"9": smaller})

    rules = {key.split(":")[0] for key in texts_to_sign("9", "de") if ":" in key}

    assert rules == {"advice.R01", "advice.R00"}


def test_each_language_and_version_has_a_digest_of_its_own():
    digests = {digest(v, code) for v in ("2026.1", "2026.2") for code in ("es", "de")}

    assert len(digests) == 4


@pytest.mark.parametrize("changed", ["en", "de"])
def test_a_changed_text_is_another_digest(monkeypatch, changed):
    before = digest("2026.1", "de")
    key = "advice.R03:emergency.text"
    texts = {language: dict(say.texts_in(language)) for language in ("en", "es", "de")}
    texts[changed][key] += " Now."
    monkeypatch.setattr(say, "_TEXTS", texts)
    _forget()

    assert digest("2026.1", "de") != before
