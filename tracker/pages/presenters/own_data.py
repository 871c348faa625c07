"""All data of one person as a file: JSON for programs, CSV for spreadsheets."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.core.serializers.json import DjangoJSONEncoder

from tracker.pages.presenters.adverse_event_csv import cell

FORMAT = "cairn-own-data"
VERSION = 1
Lists = Mapping[str, Sequence[Mapping[str, Any]]]
# A zip cannot hold an earlier moment; a real one would make each file differ.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def as_json(lists: Lists, made_at: datetime) -> bytes:
    document = {"format": FORMAT, "version": VERSION, "made_at": made_at, **lists}
    return _dumped(document, indent=2).encode()


def as_zip(lists: Lists) -> bytes:
    """One CSV file for each list that holds something."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as folder:
        for name, rows in lists.items():
            if rows:
                folder.writestr(_entry(f"{name}.csv"), as_csv(rows))
    return packed.getvalue()


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """With the mark that lets a spreadsheet read it as UTF-8."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = StringIO()
    text.write("\ufeff")
    table = csv.writer(text)
    table.writerow(columns)
    for row in rows:
        table.writerow([cell(_flat(row.get(name))) for name in columns])
    return text.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, LONG_AGO)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _flat(value: Any) -> Any:
    """What fits into one cell."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return _dumped(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        items = list(value)
        is_plain = all(isinstance(item, str | int | float) for item in items)
        return "; ".join(map(str, items)) if is_plain else _dumped(items)
    return value if isinstance(value, int | float | None) else str(value)


def _dumped(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=indent)
