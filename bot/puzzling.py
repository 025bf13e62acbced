"""`lemma puzzle`: puzzles from the terminal, for people and for measuring. Nothing is kept."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import typer

from cogs.wording import LEVELS
from maths.message import Message
from maths.plain import plain
from maths.puzzles.puzzle import Kind
from maths.puzzles.titles import TITLES
from maths.worker import open_mathematics
from tutor import boards
from tutor.puzzles import solved_in_words
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from maths.puzzles.puzzle import Link, Puzzle
    from maths.verdict import Level
    from tutor.types import Language

ANY = "any"
MAX_FAILURES = 20  # seeds in a row that gave no puzzle: then something is wrong


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many puzzles, of the seeds from `seed` on; `kind` None for one that the seed chooses."""

    kind: Kind | None
    level: Level
    count: int
    seed: int


def run(wanted: Wanted, language: Language, *, as_json: bool) -> int:
    """Print puzzles; return the exit status."""
    return asyncio.run(_run(wanted, language, as_json=as_json))


async def _run(wanted: Wanted, language: Language, *, as_json: bool) -> int:
    asked = 0
    async for made in puzzles(wanted):
        asked += 1
        typer.echo(json.dumps(as_object(made, language), ensure_ascii=False) if as_json else as_page(made, language))
    return 0 if asked == wanted.count else 1


async def puzzles(wanted: Wanted) -> AsyncIterator[Puzzle]:
    """So many puzzles; the same ones for the same seed. Fewer where too many seeds give none."""
    async with open_mathematics(workers=1, warm="maths.puzzle") as mathematics:
        made, failures, seed = 0, 0, wanted.seed
        while made < wanted.count and failures < MAX_FAILURES:
            found = await mathematics.puzzle(wanted.kind or _drawn(seed), wanted.level, seed)
            seed += 1
            if found is None:
                failures += 1
                continue
            made, failures = made + 1, 0
            yield found


def _drawn(seed: int) -> Kind:
    return Random(seed).choice(tuple(Kind))  # noqa: S311 - which kind, not a secret


def as_object(made: Puzzle, language: Language) -> dict[str, Any]:
    """What `--json` prints of one puzzle. No puzzle leaves the worker whose solution two engines did not find alone."""
    return {
        "kind": made.kind.value,
        "level": made.level.value,
        "seed": made.seed,
        "statement": plain("\n".join(say(paragraph, language) for paragraph in made.statement)),
        "answer": made.answer,
        "unique": True,
        "deduction": ["\n".join(said(link, language)) for link in made.links],
    }


def as_page(made: Puzzle, language: Language) -> str:
    """A puzzle as a person reads it in a terminal: the answer below, where it is not seen at once."""
    title = f"{say(TITLES[made.kind], language)} · {say(LEVELS[made.level], language)} · {made.seed}"
    parts = [f"## {title}", plain("\n".join(say(paragraph, language) for paragraph in made.statement))]
    if made.board is not None:
        parts.append(boards.sketched(made.board, language))
    steps = [f"{place}. " + "\n   ".join(said(link, language)) for place, link in enumerate(made.links, start=1)]
    found = say(Message("How it is found"), language)
    parts.append("\n".join((f"### {found}", *steps)))
    if made.solved_board is not None:
        parts.append(boards.sketched(made.solved_board, language))
    parts.append(say(Message("Answer: {answer}", answer=solved_in_words(made, language)), language))
    return "\n\n".join(parts) + "\n"


def said(link: Link, language: Language) -> list[str]:
    """A link of the chain, with what is said under its supposition; its mathematics as readable Unicode."""
    return [plain(say(line, language)) for line in (link.says, *link.inside)]
