"""JSON out, by orjson: several times faster than the standard encoder."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer


def _default(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    return str(value)


def to_json(data: object) -> bytes:
    """Compact UTF-8 JSON; moments and UUIDs in ISO form."""
    return orjson.dumps(data, default=_default)


class OrjsonRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: object,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return b"" if data is None else to_json(data)
