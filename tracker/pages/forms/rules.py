"""A rule set as a form: a version, its thresholds, and since when to try it."""

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urlencode

from tracker.clinical.triage.moves import InvalidMoves, read_moves
from tracker.clinical.triage.parameters import THRESHOLDS
from tracker.clinical.triage.rulesets import RULESETS, RuleSet

DEFAULT_DAYS = 90
EARLIEST = date(2000, 1, 1)


class RulesForm:
    """What an address or a form asks for; `errors` names each field that is wrong.

    An address without a version means the rule set in force. Thresholds that are left
    out keep the released value.
    """

    def __init__(self, data: Mapping[str, str], *, held: RuleSet, today: date) -> None:
        self.data = data
        self.errors: dict[str, str] = {}
        self.is_asked = "version" in data
        self.moves: dict[str, float] = {}
        self.version = data.get("version", held.version)
        self.since = self._since(today)
        self.ruleset = self._ruleset(held)

    @property
    def typed(self) -> dict[str, str]:
        """The thresholds as they were typed."""
        return {name: self.data[name] for name in THRESHOLDS if name in self.data}

    @property
    def chosen(self) -> str:
        """Version and moves as a query: what an approval needs."""
        return urlencode({"version": self.version} | self._numbers())

    @property
    def address(self) -> str:
        """The shortest query that asks for the same."""
        since = {"since": self.since.isoformat()}
        return urlencode({"version": self.version} | since | self._numbers())

    @property
    def is_shortest(self) -> bool:
        """Whether the address holds no threshold that is not moved."""
        return set(self.data) <= {"version", "since", *self.moves} and all(
            self.data[name] == text for name, text in self._numbers().items()
        )

    def _numbers(self) -> dict[str, str]:
        return {name: f"{value:g}" for name, value in self.moves.items()}

    def _ruleset(self, held: RuleSet) -> RuleSet:
        if self.version not in RULESETS:
            self.errors["version"] = f"There is no rule set “{self.version[:20]}”."
            return held
        if not self.is_asked:
            self.moves = read_moves(held.parameters.as_json(), RULESETS[held.version])
            return held
        released = RULESETS[self.version]
        try:
            self.moves = read_moves(self.typed, released)
        except InvalidMoves as invalid:
            self.errors |= {error.field: str(error) for error in invalid.errors}
            return released
        return released.with_parameters(**self.moves)

    def _since(self, today: date) -> date:
        default = today - timedelta(days=DEFAULT_DAYS)
        text = self.data.get("since", "").strip()
        if not text:
            return default
        try:
            since = date.fromisoformat(text)
        except ValueError:
            self.errors["since"] = "“Since” is a date such as 2026-11-01."
            return default
        if not EARLIEST <= since <= today:
            self.errors["since"] = "“Since” is a date up to today."
            return default
        return since
