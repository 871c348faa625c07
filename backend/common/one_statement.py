"""Several new rows, and the row that guards them, in one SQL statement.

A check-in writes a handful of rows that must stand or fall together. One
statement is one transaction and one round trip, two to three times cheaper than
the same rows sent one by one.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from django.db import connection, models


def insert_guarded(
    rows: Sequence[models.Model], *, guard: models.Model, changes: Mapping[str, Any]
) -> bool:
    """Insert `rows` and set `changes` on `guard`, all or nothing.

    The guard carries a `version`; if somebody moved it since it was read, nothing
    is written and the answer is False. Rows of one table stand next to each
    other. Raises IntegrityError as single inserts would.
    """
    update, params = _update(guard, changes)
    parts = [f"guard AS ({update})"]
    for index, (model, batch) in enumerate(groupby(rows, key=type)):
        sql, values = _insert(model, list(batch))
        parts.append(f"insert_{index} AS ({sql})")
        params += values
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(parts)} SELECT 1 FROM guard", params)
        return cursor.fetchone() is not None


def _update(guard: models.Model, changes: Mapping[str, Any]) -> tuple[str, list[Any]]:
    meta = guard._meta
    named = {**changes, "version": guard.version + 1}  # type: ignore[attr-defined]
    columns, params = [], []
    for name, value in named.items():
        field: Any = meta.get_field(name)
        columns.append(f"{field.column} = {_slot(field)}")
        params.append(_stored(field, value))
    sql = (
        f"UPDATE {meta.db_table} SET {', '.join(columns)}"
        f" WHERE {meta.pk.column} = {_slot(meta.pk)} AND version = %s::integer"
        " RETURNING 1"
    )
    return sql, [*params, _stored(meta.pk, guard.pk), guard.version]  # type: ignore[attr-defined]


def _insert(
    model: type[models.Model], batch: Sequence[models.Model]
) -> tuple[str, list[Any]]:
    fields = _fields(model)
    params = [
        stored.get_db_prep_save(getattr(row, name), connection)
        for row in batch
        for name, stored in fields
    ]
    return _insert_sql(model, len(batch)), params


@cache
def _fields(model: type[models.Model]) -> list[tuple[str, Any]]:
    """Attribute and field that knows how to store it, for each column."""
    columns: Any = model._meta.concrete_fields
    return [
        (field.attname, field.target_field if field.is_relation else field)
        for field in columns
    ]


@cache
def _insert_sql(model: type[models.Model], count: int) -> str:
    fields: Any = model._meta.concrete_fields
    names = ", ".join(field.column for field in fields)
    slots = f"({', '.join(_slot(field) for field in fields)})"
    return (
        f"INSERT INTO {model._meta.db_table} ({names})"
        f" SELECT new.* FROM (VALUES {', '.join([slots] * count)}) AS new, guard"
    )


@cache
def _slot(field: Any) -> str:
    """A typed placeholder: VALUES alone would be taken for text."""
    kind = field.rel_db_type(connection) if field.is_relation else None
    return f"%s::{kind or field.db_type(connection)}"


def _stored(field: Any, value: Any) -> Any:
    if field.is_relation:
        field = field.target_field
    return field.get_db_prep_save(value, connection)
