"""Dull cards and situations."""

from tracker.clinical.education.card import Card, WordedCard
from tracker.clinical.education.situation import Situation

ASKING = Situation(heat_allowed=False, cold_allowed=False, medicine_window_ends=42)
"""Neither heat nor cold, and the longest time without some medicines."""


def worded(card_id: str, first: int, last: int, **facts) -> WordedCard:
    topic = facts.pop("topic", "sleep")
    title, text = facts.pop("title", card_id), facts.pop("text", "Rest. Sleep.")
    card = Card(card_id, topic, first, last, "ours", **facts)
    return WordedCard(card, title, text, "en")
