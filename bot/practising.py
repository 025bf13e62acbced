"""`lemma practice`: problems from the terminal, for people and for measuring. Nothing is kept."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING, Any, cast

import typer

from cogs.wording import LEVELS
from maths.generating.topics.all import TOPICS
from maths.message import Formula, Message
from maths.pool import Failed
from maths.worker import open_mathematics
from picture.worker import open_pictures
from tutor import worksheets
from tutor.errors import TutorError
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from maths.generating.exercise import Exercise
    from maths.verdict import Level
    from maths.worker import Mathematics
    from tutor.types import Language

ANY = "any"
MOST_PRINTED = worksheets.MOST
MAX_FAILURES = 20  # problems in a row that were not confirmed: then something is wrong


def known_topics() -> list[str]:
    """The keys of all topics, for help and for mistakes in typing."""
    from maths.generate import topic_keys

    return topic_keys()


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many problems of what; the same seed gives the same ones."""

    topic: str
    level: Level
    count: int
    seed: int


def run(wanted: Wanted, language: Language, *, as_json: bool) -> int:
    """Print problems; return the exit status."""
    return asyncio.run(_run(wanted, language, as_json=as_json))


async def _run(wanted: Wanted, language: Language, *, as_json: bool) -> int:
    asked = 0
    async for exercise in exercises(wanted):
        asked += 1
        told = json.dumps(as_object(exercise, language), ensure_ascii=False) if as_json else ""
        typer.echo(told or _told(exercise, asked, language))
    return 0 if asked == wanted.count else 1


def print_sheet(wanted: Wanted, language: Language, file: Path) -> int:
    """Write a worksheet as a PDF; return the exit status."""
    try:
        document = asyncio.run(_sheet(wanted, language))
    except TutorError as error:
        typer.echo(say(error.message, language), err=True)
        return 1
    file.write_bytes(document)
    return 0


async def _sheet(wanted: Wanted, language: Language) -> bytes:
    topics = list(TOPICS) if wanted.topic == ANY else [wanted.topic]
    asked = worksheets.Wanted("" if wanted.topic == ANY else wanted.topic, wanted.level, wanted.count, wanted.seed)
    name = "" if wanted.topic == ANY else say(TOPICS[wanted.topic].title, language)
    level, day = say(LEVELS[wanted.level], language), datetime.now(UTC).date()
    about = " · ".join(part for part in (name, level, day.isoformat()) if part)
    async with open_mathematics(workers=1) as mathematics, open_pictures(workers=1) as pictures:
        drawn = await worksheets.exercises(mathematics, topics, asked)
        return (await pictures.worksheet(worksheets.worksheet(drawn, asked, about, language))).document or b""


async def exercises(wanted: Wanted) -> AsyncIterator[Exercise]:
    """So many confirmed problems; the same ones for the same seed. Fewer where too many are not confirmed."""
    chance = Random(f"{wanted.topic} {wanted.level} {wanted.seed}")  # noqa: S311 - which topic and seed, not a secret
    async with open_mathematics(workers=1) as mathematics:
        topics = [wanted.topic] if wanted.topic != ANY else await _every_topic(mathematics)
        made = failures = 0
        while made < wanted.count and failures < MAX_FAILURES:
            drawn = chance.choice(topics), wanted.level, chance.randrange(10**9)
            found = await mathematics.run("maths.generate:generate", *drawn)
            if found is None or isinstance(found, Failed):
                failures += 1
                continue
            made, failures = made + 1, 0
            yield cast("Exercise", found)


async def _every_topic(mathematics: Mathematics) -> list[str]:
    return cast("list[str]", await mathematics.run("maths.generate:topic_keys"))


def as_object(exercise: Exercise, language: Language) -> dict[str, Any]:
    """What `--json` prints of one problem."""
    return {
        "id": f"{exercise.topic}-{exercise.level}-{exercise.seed}",
        "topic": exercise.topic,
        "level": exercise.level,
        "seed": exercise.seed,
        "statement": render(exercise.statement, language),
        "answer": exercise.answer.typed,
        "answer_type": exercise.policy.get("type", ""),
        "policy": exercise.policy,
        "hints": [render(hint, language) for hint in exercise.hints],
        "steps": [render(line, language) for passage in exercise.passages for line in passage.lines],
    }


def _told(exercise: Exercise, place: int, language: Language) -> str:
    answer = say(Message("Answer: {answer}", answer=Formula(exercise.answer.typed, exercise.answer.latex)), language)
    return f"{place}. {say(exercise.statement, language)}\n   {answer}"
