"""The words of cards and topics by language: plain data, every table complete."""

from collections.abc import Mapping

from tracker.clinical.education.wording import de, en, es
from tracker.clinical.education.wording.words import CardWords

CARD_WORDS: Mapping[str, Mapping[str, CardWords]] = {
    "en": en.CARDS,
    "es": es.CARDS,
    "de": de.CARDS,
}
TOPIC_TITLES: Mapping[str, Mapping[str, str]] = {
    "en": en.TOPICS,
    "es": es.TOPICS,
    "de": de.TOPICS,
}
