"""Code that people asked for: kept exactly, on pages, each person's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from programs import NOT_RUN, PROGRAM, REWRITTEN

from storage.database import open_database
from storage.history import StoredHistory
from storage.program_encoding import decode_program, encode_program
from storage.programs import StoredPrograms
from tutor.errors import NotFoundError, StorageUnavailableError
from tutor.types import Asker

if TYPE_CHECKING:
    from pathlib import Path

    from tutor.code import CodeReply

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ANN, BEN = Asker(11, 7), Asker(22, None)


@pytest.mark.parametrize("reply", [PROGRAM, NOT_RUN, REWRITTEN])
async def test_what_is_kept_comes_back_exactly(tmp_path: Path, reply: CodeReply) -> None:
    async with open_database(tmp_path / "lemma.db") as database:
        programs = StoredPrograms(database)
        kept = await programs.add(ANN, reply, NOW, opened=False)
        assert kept.reply == reply
        assert await programs.get(kept.id) == kept
        assert (await programs.open(kept.id)).opened
        changed = await programs.replace(kept.id, replace(reply, tries=3))
        assert (changed.reply.tries, changed.opened) == (3, True)
        await programs.remove(kept.id)
        await programs.remove(kept.id)
        for missing in (programs.get(kept.id), programs.open(kept.id), programs.replace(kept.id, reply)):
            with pytest.raises(NotFoundError):
                await missing


async def test_pages_are_a_persons_own_newest_first(tmp_path: Path) -> None:
    async with open_database(tmp_path / "lemma.db") as database:
        programs = StoredPrograms(database)
        mine = [(await programs.add(ANN, PROGRAM, NOW)).id for _ in range(7)]
        await programs.add(BEN, NOT_RUN, NOW)
        first, last = await programs.page(11, 0, 5), await programs.page(11, 9, 5)
        assert [record.id for record in (*first.records, *last.records)] == mine[::-1]
        assert (last.page, last.pages) == (1, 2)
        assert (await programs.page(33, 0, 5)).records == ()


async def test_it_counts_as_a_question_of_its_guild(tmp_path: Path) -> None:
    async with open_database(tmp_path / "lemma.db") as database:
        await StoredPrograms(database).add(ANN, PROGRAM, NOW)
        history = StoredHistory(database)
        assert await history.asked_since(ANN, NOW) == 1
        assert await history.asked_since(ANN, NOW + timedelta(seconds=1)) == 0
        assert await history.asked_since(Asker(11, 8), NOW) == 0


def test_what_a_program_prints_cannot_break_the_database() -> None:
    """No database takes NUL or half of a surrogate pair."""
    odd = replace(PROGRAM, code="a\0b\udcff", trials=())
    assert decode_program(encode_program(odd)).code == "a\ufffdb?"


def test_a_document_of_tomorrow_is_refused() -> None:
    with pytest.raises(StorageUnavailableError):
        decode_program({"version": 99})
