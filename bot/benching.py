"""`lemma model bench`: how fast a model is here, how much memory it takes, and what it can be relied on for."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from contextlib import aclosing
from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import typer
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from rich.console import Console
from rich.table import Table

from bot.trying import Pace
from model import inventory
from model.choose import open_model
from tutor import words
from tutor.errors import ModelError, PromptTooLongError, TooBusyError
from tutor.ports import Finish, Place, Prompt, Text
from tutor.types import Language

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from bot.settings import Settings
    from tutor.ports import LanguageModel

AT_ONCE: Final = (1, 4, 8)
TOKENS: Final = 64  # of each timed text
MIB: Final = 1 << 20
GROWTH: Final = 2  # each text is so many times as long as the one before
SHORTEST: Final = 256  # words
DEPTHS: Final = (0.1, 0.5, 0.9)  # where in a text its fact stands
CODE: Final = "7319"
_FILLER: Final = "The library opens at nine and closes at five. Chairs stand along the wall. Rain fell all week. "
_NUMBER: Final = re.compile(r"\d+")


class _Sum(BaseModel):
    model_config = ConfigDict(extra="forbid")
    steps: list[str] = Field(max_length=3)
    answer: int = Field(ge=-1000, le=1000)


class _Choice(BaseModel):
    model_config = ConfigDict(extra="forbid")
    topic: str = Field(max_length=20)
    hard: bool


class _Pair(BaseModel):
    model_config = ConfigDict(extra="forbid")
    smaller: int = Field(ge=0, le=99)
    larger: int = Field(ge=0, le=99)


_STEPS: Final = {"steps": {"type": "array", "items": {"type": "string", "maxLength": 40}, "maxItems": 3}}
JSON_TASKS: Final[tuple[tuple[str, type[BaseModel], dict[str, Any]], ...]] = (
    ("What is 17 + 25? At most three short steps.", _Sum, _STEPS),
    (
        "What is 9 times 8? At most three short steps.",
        _Sum,
        _STEPS,
    ),
    ("Which topic of mathematics is x^2 = 4, and is it hard?", _Choice, {}),
    ("Which topic of mathematics is the area of a circle, and is it hard?", _Choice, {}),
    ("Give two numbers below 100.", _Pair, {}),
    ("Give the two prime factors of 77.", _Pair, {}),
)


@dataclass(frozen=True, slots=True)
class Speed:
    """Of texts written at once: seconds to the first token (the middle one), tokens a second of one and of all."""

    at_once: int
    first: float
    each: float
    together: float


@dataclass(frozen=True, slots=True)
class Recall:
    """Whether a fact at this depth (from 0, the beginning, to 1) of a text of so many words was found again."""

    words: int
    depth: float
    found: bool


@dataclass(frozen=True, slots=True)
class Report:
    """`memory` is bytes; None where nobody says. `recall` is empty unless it was asked for."""

    model: str
    speeds: tuple[Speed, ...]
    memory: int | None
    json_valid: int
    json_asked: int
    recall: tuple[Recall, ...]

    @property
    def lost_from(self) -> int | None:
        """Words of the shortest text of which something was lost."""
        return min((test.words for test in self.recall if not test.found), default=None)


def run(settings: Settings, *, context: bool, as_json: bool) -> int:
    """Measure and print; the exit status."""
    logging.getLogger().setLevel(logging.ERROR)
    roomy = settings.model.model_copy(update={"slots": max(AT_ONCE), "queue": 4 * max(AT_ONCE)})
    settings = settings.model_copy(update={"model": roomy})
    try:
        report = asyncio.run(_measured(settings, context=context))
    except (ModelError, TooBusyError) as error:
        typer.echo(words.say(error.message, Language.ENGLISH), err=True)
        return 1
    if report is None:
        typer.echo("There is no model to measure: name one, or set LEMMA_MODEL__BACKEND.", err=True)
        return 1
    if as_json:
        typer.echo(json.dumps(asdict(report) | {"lost_from": report.lost_from}, ensure_ascii=False))
    else:
        _print(report)
    return 0


async def _measured(settings: Settings, *, context: bool) -> Report | None:
    async with open_model(settings.model, settings.data_dir) as model:
        if model is None:
            return None
        await model.check()
        await _written(model, _timed(0))  # whatever the first question costs more than others
        speeds = tuple([await _speed(model, at_once) for at_once in AT_ONCE])
        memory = await inventory.footprint(settings.model, settings.data_dir)
        valid = sum([await _keeps_to_schema(model, task) for task in JSON_TASKS])
        recall = tuple([test async for test in _recalls(model)]) if context else ()
        return Report(model.writer.label, speeds, memory, valid, len(JSON_TASKS), recall)


def _timed(number: int) -> Prompt:
    """Each begins differently, so that no server remembers what it read for another."""
    return Prompt("", f"({number}) Tell a story about numbers, as long as you can.", max_tokens=TOKENS)


async def _speed(model: LanguageModel, at_once: int) -> Speed:
    begun = time.perf_counter()
    told = await asyncio.gather(*(_written(model, _timed(100 * at_once + n)) for n in range(at_once)))
    seconds = time.perf_counter() - begun
    paces = [pace for _, pace, _ in told]
    return Speed(
        at_once,
        median(pace.first for pace in paces),
        median(pace.rate for pace in paces),
        sum(pace.pieces for pace in paces) / seconds,
    )


async def _written(model: LanguageModel, prompt: Prompt) -> tuple[str, Pace, bool]:
    """The text without its thinking, how fast it came, and whether it was cut off."""
    begun = time.perf_counter()
    first, pieces, cut, parts = 0.0, 0, False, []
    async with aclosing(model.stream(prompt)) as stream:
        async for piece in stream:
            if isinstance(piece, Place):
                continue
            if isinstance(piece, Finish):
                cut = piece.truncated
                continue
            pieces += 1
            first = first or time.perf_counter() - begun
            if isinstance(piece, Text):
                parts.append(piece.text)
    return "".join(parts), Pace(first, time.perf_counter() - begun, pieces), cut


async def _keeps_to_schema(model: LanguageModel, task: tuple[str, type[BaseModel], dict[str, Any]]) -> bool:
    question, shape, bounded = task
    schema = shape.model_json_schema()
    schema["properties"] |= bounded  # every string of a list needs its bound too
    text, _, cut = await _written(model, Prompt("Answer in JSON.", question, max_tokens=256, schema=schema))
    try:
        shape.model_validate_json(text)
    except ValidationError:
        return False
    return not cut


async def _recalls(model: LanguageModel) -> AsyncGenerator[Recall]:
    """Longer and longer texts, until nothing is found any more or the next does not fit."""
    size = SHORTEST
    while True:
        found = []
        for depth in DEPTHS:
            try:
                text, _, _ = await _written(model, _hidden(size, depth))
            except PromptTooLongError:
                return
            found.append(CODE in _NUMBER.findall(text))
            yield Recall(size, depth, found[-1])
        if not any(found):
            return
        size *= GROWTH


def _hidden(size: int, depth: float) -> Prompt:
    filler = (_FILLER * (size // len(_FILLER.split()) + 1)).split()[:size]
    place = round(size * depth)
    text = " ".join([*filler[:place], f"The code of the blue box is {CODE}.", *filler[place:]])
    return Prompt("", f"{text}\n\nWhat is the code of the blue box? Answer with the number.", max_tokens=512)


def _print(report: Report) -> None:
    table = Table(title=report.model)
    for name in ("at once", "first token", "tokens/s each", "tokens/s together"):
        table.add_column(name, justify="right")
    for speed in report.speeds:
        table.add_row(str(speed.at_once), f"{speed.first:.2f} s", f"{speed.each:.1f}", f"{speed.together:.1f}")
    Console().print(table)
    typer.echo(f"memory: {report.memory / MIB:.0f} MiB" if report.memory else "memory: the server does not say")
    typer.echo(f"JSON as its schema wants it: {report.json_valid} of {report.json_asked}")
    if report.recall:
        _print_recall(report)


def _print_recall(report: Report) -> None:
    table = Table(title="a fact in a long text found again")
    table.add_column("words", justify="right")
    for depth in DEPTHS:
        table.add_column(f"at {depth:.0%}")
    for size in dict.fromkeys(test.words for test in report.recall):
        table.add_row(str(size), *(_mark(report.recall, size, depth) for depth in DEPTHS))
    Console().print(table)
    lost = report.lost_from
    typer.echo(f"something is lost from {lost} words on" if lost else "nothing was lost in any text that fits")


def _mark(recall: Sequence[Recall], size: int, depth: float) -> str:
    test = next((test for test in recall if (test.words, test.depth) == (size, depth)), None)
    return "" if test is None else "yes" if test.found else "no"
