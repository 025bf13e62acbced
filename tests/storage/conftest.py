from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.dialects import postgresql

from storage.database import open_database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from sqlalchemy import ClauseElement, Connection

    from storage.database import Database


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "lemma.db"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database at the newest revision, migrated once for all tests."""

    async def make(place: Path) -> None:
        async with open_database(place):
            pass

    place = tmp_path_factory.mktemp("empty") / "lemma.db"
    asyncio.run(make(place))
    return place


@pytest.fixture
async def database(place: Path, empty: Path) -> AsyncIterator[Database]:
    shutil.copy(empty, place)
    async with open_database(place, patience=2.0) as opened:
        yield opened


@pytest.fixture(autouse=True)
def issued() -> Iterator[list[str]]:
    """Compile every statement that any test here makes the package issue for PostgreSQL as well."""
    compiled: list[str] = []

    def compile_too(_: Connection, statement: ClauseElement, *__: Any) -> None:  # noqa: ANN401
        compiled.append(str(statement.compile(dialect=postgresql.dialect())))

    event.listen(Engine, "before_execute", compile_too)
    yield compiled
    event.remove(Engine, "before_execute", compile_too)
