"""What practice has said of a learner, for whoever asks what is kept of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from storage.tables import cards, guild_scores, learner_days, ratings, runs

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

_KEPT: dict[str, tuple[Table, tuple[str, ...]]] = {
    "sessions": (runs, ("id", "guild_id", "started_at", "topic", "level", "count")),
    "days": (learner_days, ("day", "ended", "solved")),
    "topics": (ratings, ("topic", "mu", "sigma", "ended", "solved")),
    "reviews": (cards, ("key", "due")),
    "points": (guild_scores, ("guild_id", "points", "solved")),
}


def practised(connection: Connection, user_id: int) -> dict[str, Any]:
    """As plain JSON values, Discord's ids as Discord writes them."""

    def rows(table: Table, names: tuple[str, ...]) -> list[dict[str, Any]]:
        columns = [table.c[name] for name in names]
        asked = select(*columns).where(table.c.user_id == user_id).order_by(columns[0])
        return [{name: _plain(name, row[name]) for name in names} for row in connection.execute(asked).mappings()]

    return {what: rows(table, names) for what, (table, names) in _KEPT.items()}


def _plain(name: str, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if name == "guild_id" and value is not None else value
