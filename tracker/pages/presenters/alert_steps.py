"""What happened to an alert, each step with those whom it called."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tracker.queries.alert_calls import Call


@dataclass(frozen=True, slots=True)
class Step:
    event: Any
    called: list[Call] = field(default_factory=list)


def with_calls(events: Sequence[Any], calls: Sequence[Call]) -> list[Step]:
    """A step and its calls are written together, the step first."""
    steps = [Step(event) for event in events]
    moments = [event.created_at for event in events]
    for call in calls:
        made_by = bisect_right(moments, call.at) - 1
        if made_by >= 0:
            steps[made_by].called.append(call)
    return steps
