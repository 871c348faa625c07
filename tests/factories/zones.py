"""A time zone that Python knows, and PostgreSQL does not."""

import struct
from pathlib import Path

# RFC 9636: one kind of time and no change. Five hours behind UTC, as New York.
HEADER = struct.pack(">4s16x6L", b"TZif", 0, 0, 0, 0, 1, 4)
ALWAYS = struct.pack(">lBB4s", -5 * 3600, 0, 0, b"ATL")


def make_zone(folder: Path, name: str = "Nowhere/Atlantis") -> str:
    """As newer zone files bring it; for whoever looks into that folder."""
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(HEADER + ALWAYS)
    return name
