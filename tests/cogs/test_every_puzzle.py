"""Every kind at every level fits into Discord's messages and forms in both languages, and into the database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cogs import playing, text
from cogs.views import Form
from maths.puzzle import given_out
from maths.puzzles.all import maker
from maths.puzzles.puzzle import Kind
from maths.puzzles.titles import TITLES
from playground.component_rules import check_modal
from storage.puzzle_encoding import encode_puzzle, puzzle_1
from tutor.learning import Problem, Task, TaskKind, TaskState
from tutor.puzzles import draft_of_puzzle, hints_of, solved_in_words
from tutor.types import Asker, Language, Level

if TYPE_CHECKING:
    from cogs.reply import Layout
    from maths.puzzles.puzzle import Puzzle

TEXT, COMPONENTS = 4_000, 40  # Discord's bounds


@pytest.fixture(scope="module", params=[(kind, level) for kind in Kind for level in Level], ids=":".join)
def puzzle(request: pytest.FixtureRequest) -> Puzzle:
    kind, level = request.param
    found = next(found for seed in range(5) if (found := given_out(kind, level, seed)))
    assert found.data is None
    return found


def fits(view: Layout) -> bool:
    items = list(view.walk_children())
    said = sum(text.units(item.content) for item in items if hasattr(item, "content"))
    return said <= TEXT and len(items) <= COMPONENTS and bool(view.to_components())


async def unused(*_: object) -> None:
    raise AssertionError


@pytest.mark.parametrize("language", Language)
def test_the_answer_stands_on_one_line_under_its_heading(puzzle: Puzzle, language: Language) -> None:
    assert "\n" not in solved_in_words(puzzle, language)  # a line break would end the heading


@pytest.mark.parametrize("language", Language)
async def test_it_fits_into_messages_and_forms(puzzle: Puzzle, language: Language) -> None:
    given = Task(1, Asker(1, 1), Problem(1, draft_of_puzzle(puzzle)), TaskKind.PUZZLE, datetime(2026, 3, 1, tzinfo=UTC))
    climbed = replace(given, hints=hints_of(puzzle))
    ended = replace(climbed, state=TaskState.SHOWN)
    assert all(fits(playing.layout(task, language)) for task in (given, climbed, ended))
    pages = len(playing.solution(puzzle, language))
    assert all(fits(view) for pair in playing.solution(puzzle, language) for view in pair)
    assert all(fits(playing.explanation(ended, language, page)) for page in range(pages))
    fields, above = playing.fields(puzzle, {}, language), playing.reminder(puzzle, language)
    check_modal(Form(playing.title(puzzle, language), fields, unused, unused, above=above).to_dict())  # type: ignore[arg-type]


def test_it_is_stored_whole(puzzle: Puzzle) -> None:
    assert puzzle_1(json.loads(json.dumps(encode_puzzle(puzzle)))) == puzzle


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_is_called_the_same_everywhere(kind: Kind) -> None:
    assert maker(kind).title == TITLES[kind]
