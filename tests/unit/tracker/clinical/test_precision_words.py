"""What a rule is called on the page of precision."""

import pytest

from tracker.clinical.precision_words import title


@pytest.mark.parametrize(
    ("rule_id", "expected"), [("R03", "Saddle numbness"), ("R00", "Could not evaluate")]
)
def test_rule_has_a_title(rule_id, expected):
    assert title(rule_id) == expected
