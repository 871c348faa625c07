"""Whether a plan allows heat and cold: clinics disagree, so nobody assumes it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from tracker.clinical.protocol_parts import ProtocolError


@dataclass(frozen=True, slots=True)
class Comfort:
    """What the clinic allows; where it said nothing, the patient is told to ask."""

    heat: bool = False
    cold: bool = False


ASK_FIRST = Comfort()
"""What a plan says that was released before it could say more."""


def comfort(data: Mapping[str, object]) -> Comfort:
    """The setting out of stored or edited data; older plans have none."""
    stored = data.get("comfort")
    if stored is None:
        return ASK_FIRST
    if not isinstance(stored, Mapping) or set(stored) != set(asdict(ASK_FIRST)):
        raise ProtocolError("comfort", "It has exactly these fields: heat, cold.")
    for name, value in stored.items():
        if not isinstance(value, bool):
            raise ProtocolError(f"comfort.{name}", "It is allowed or it is not.")
    return Comfort(**stored)
