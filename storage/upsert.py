"""`INSERT ... ON CONFLICT`, which SQLite and PostgreSQL spell alike and SQLAlchemy has once for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ClauseElement, insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import SyntaxExtension
from sqlalchemy.sql.visitors import InternalTraversal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Insert, Table
    from sqlalchemy.sql.compiler import SQLCompiler


def upsert(table: Table, row: dict[str, Any]) -> Insert:
    """Insert a row, or give the row with its primary key these values."""
    keys = [column.name for column in table.primary_key]
    return insert(table).values(row).ext(_OnConflict(keys, [name for name in row if name not in keys]))


def insert_new(table: Table, row: dict[str, Any]) -> Insert:
    """Insert a row unless one with its primary key is there; `rowcount` says which."""
    return insert(table).values(row).ext(_OnConflict([column.name for column in table.primary_key], []))


class _OnConflict(SyntaxExtension, ClauseElement):
    _traverse_internals = [  # noqa: RUF012 - SQLAlchemy's protocol for its statement cache
        ("keys", InternalTraversal.dp_string_list),
        ("rest", InternalTraversal.dp_string_list),
    ]

    def __init__(self, keys: Sequence[str], rest: Sequence[str]) -> None:
        self.keys = keys
        self.rest = rest

    def apply_to_insert(self, insert_stmt: Insert) -> None:
        insert_stmt.apply_syntax_extension_point(self.append_replacing_same_type, "post_values")


@compiles(_OnConflict)
def _spell(clause: _OnConflict, compiler: SQLCompiler, **_: Any) -> str:  # noqa: ANN401 - the signature asked for
    quote = compiler.preparer.quote
    target = f"ON CONFLICT ({', '.join(quote(name) for name in clause.keys)})"
    if not clause.rest:
        return f"{target} DO NOTHING"
    return f"{target} DO UPDATE SET {', '.join(f'{quote(name)} = excluded.{quote(name)}' for name in clause.rest)}"
