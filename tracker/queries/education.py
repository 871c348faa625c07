"""The cards of a clinic, and what a patient reads of them on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from backend.accounts.models import Clinic
from tracker.clinical.day_count import day_of
from tracker.clinical.education import choice, library
from tracker.clinical.education.card import TOPICS, WordedCard
from tracker.clinical.education.clinic_card import ClinicCard, is_known, read
from tracker.clinical.education.plan_cautions import Caution, of_plan
from tracker.clinical.education.situation import Situation
from tracker.clinical.education.wording import TOPIC_TITLES
from tracker.clinical.protocol import Protocol
from tracker.clinical.wording.languages import language_of
from tracker.models import ClinicCardVersion, Episode
from tracker.queries import protocols, rulesets


@dataclass(frozen=True, slots=True)
class Topic:
    """A calm group: its title and the cards that stand in it."""

    code: str
    title: str
    cards: tuple[WordedCard, ...]


@dataclass(frozen=True, slots=True)
class Education:
    """What there is to read on a day; `earlier` holds what still holds."""

    of_the_day: WordedCard | None
    topics: tuple[Topic, ...]
    earlier: tuple[Topic, ...]

    @property
    def cards(self) -> tuple[WordedCard, ...]:
        """The cards of the day, in the order of the topics."""
        return tuple(card for topic in self.topics for card in topic.cards)


def for_episode(episode: Episode, today: date, locale: str) -> Education:
    """What this patient may read today, in two queries besides the episode's."""
    day = day_of(today, episode.procedure.performed_on)
    plan = protocols.plan_of(episode)
    return on_day(episode.clinic, plan, day, locale)


def on_day(clinic: Clinic, plan: Protocol, day: int, locale: str) -> Education:
    """What patients of a clinic read on a day of a plan."""
    language = language_of(locale)
    cards = library.of_clinic(language, edits_of(clinic.pk).values())
    situation = situation_in(clinic, plan)
    return Education(
        of_the_day=choice.card_of_the_day(cards, situation, day),
        topics=by_topic(choice.of_day(cards, situation, day), language),
        earlier=by_topic(choice.until(cards, situation, day), language),
    )


def situation_in(clinic: Clinic, plan: Protocol) -> Situation:
    """What holds by the plan and by the clinic's own rules."""
    rules = rulesets.ruleset_for(clinic).ruleset
    return Situation.of(plan, rules.parameters.nsaid_last_day)


def new_cautions(clinic: Clinic, before: Protocol, after: Protocol) -> list[Caution]:
    """What a changed plan gives to look at twice that the plan before it did not."""
    seen = {one[1:] for one in of_plan(before, situation_in(clinic, before))}
    found = of_plan(after, situation_in(clinic, after))
    return [one for one in found if one[1:] not in seen]


def by_topic(cards: Iterable[WordedCard], language: str) -> tuple[Topic, ...]:
    """The topics that have a card, in the order of the plan."""
    cards, titles = list(cards), TOPIC_TITLES[language]
    groups = (
        Topic(code, titles[code], tuple(c for c in cards if c.card.topic == code))
        for code in TOPICS
    )
    return tuple(group for group in groups if group.cards)


def edits_of(clinic_id: UUID) -> dict[str, ClinicCard]:
    """What holds now of a clinic's changes; cards that are no longer ours are left."""
    return {row.card: read(row.card, row.content) for row in newest_of(clinic_id)}


def newest_of(clinic_id: UUID) -> list[ClinicCardVersion]:
    """The newest change of each card, with who made it."""
    rows = (
        ClinicCardVersion.objects.filter(clinic_id=clinic_id)
        .select_related("changed_by")
        .order_by("card", "-number")
        .distinct("card")
    )
    return [row for row in rows if is_known(row.card)]


def versions_of(clinic: Clinic, card_id: str) -> QuerySet[ClinicCardVersion]:
    """Every change of one card, newest first."""
    return (
        ClinicCardVersion.objects.filter(clinic=clinic, card=card_id)
        .select_related("changed_by")
        .order_by("-number")
    )
