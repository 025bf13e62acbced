"""A program beside its rewriting: the same inputs, the same results, and what each needs for them."""

from __future__ import annotations

import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from mccabe import PathGraphingAstVisitor

from tutor.code import Comparison, Fate, Figures, Origin, Target, Test, Trial
from tutor.code_reading import parsed
from tutor.running import Ending, Ran, plain, same, show
from tutor.trying import FATES, LOADING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.ports import Linter, Sandbox, Sitting

SECONDS = 20.0  # for comparing and measuring two programs
INPUTS = 24
MEASURED = 3  # inputs that are timed: the slowest
ROUNDS = 5  # pairs of each of them
REPEAT = 0.02  # seconds that one of a pair is called again and again
PRINTED = 200  # characters shown of what was printed
_NOTHING_SAID = {"RecursionError", "MemoryError", "TypeError", "AttributeError", "NameError"}
FASTER, SMALLER = 1.1, 0.9  # what is less than this is noise


@dataclass(frozen=True, slots=True)
class _Pair:
    """An input and what both made of it."""

    call: str
    before: Ran
    after: Ran


class NotLoadedError(Exception):
    """The program that is to be made better does not even load; the text says why."""


class Comparing:
    """Runs both, in an interpreter of its own each, turn about."""

    def __init__(self, sandbox: Sandbox, linter: Linter | None = None) -> None:
        self._sandbox = sandbox
        self._linter = linter

    async def compared(
        self, before: str, after: str, calls: Sequence[str], target: Target, *, script: bool
    ) -> Comparison:
        """What both do with the inputs and what they need for it. Raises SandboxError, NotLoadedError."""
        end = time.monotonic() + SECONDS
        async with AsyncExitStack() as stack:
            old = await stack.enter_async_context(self._sandbox.sitting(before, script=script))
            new = await stack.enter_async_context(self._sandbox.sitting(after, script=script))
            if old.loaded.ending is not Ending.RETURNED:
                raise NotLoadedError(old.loaded.error or old.loaded.ending)
            pairs = [] if _failed(new) else await _pairs(old, new, calls, end, script=script)
            wrong = _failed(new) or (_difference(pairs[-1]) if pairs else None)
            agreeing = [pair for pair in pairs if _comparable(pair)]
            reading = await self._read(before), await self._read(after)
            if wrong is not None or not agreeing:
                return Comparison(*reading, len(agreeing), None, better=False, difference=wrong)
            slowest = sorted(agreeing, key=lambda pair: -pair.before.seconds)
            timed = [] if script else await _timed(old, new, slowest[:MEASURED], end)
            peaks = await _peaks(old, new, slowest[:MEASURED], script=script)
        seconds = _slowest(timed) if timed else (slowest[0].before.seconds, slowest[0].after.seconds)
        figures = [
            replace(one, seconds=took, peak=peak) for one, took, peak in zip(reading, seconds, peaks, strict=True)
        ]
        return _weighed(figures[0], figures[1], len(agreeing), timed, target)

    async def _read(self, code: str) -> Figures:
        lints = await self._linter.lint(code) if self._linter else None
        lines = sum(bool(line.strip()) for line in code.splitlines())
        return Figures(None, None, complexity(code), None if lints is None else len(lints), lines)


def complexity(code: str) -> int | None:
    """McCabe's of the worst function, 1 where there is none; None for what is no Python, or too deep."""
    tree = parsed(code)
    if tree is None:
        return None
    visitor = PathGraphingAstVisitor()
    try:
        visitor.preorder(tree, visitor)
    except RecursionError:
        return None
    return max((graph.complexity() for graph in visitor.graphs.values()), default=1)


async def _pairs(old: Sitting, new: Sitting, calls: Sequence[str], end: float, *, script: bool) -> list[_Pair]:
    pairs = []
    for call in calls[:INPUTS]:
        if time.monotonic() > end:
            break
        before = await _asked(old, call, script=script)
        if _says_something(before):
            pairs.append(_Pair(call, before, await _asked(new, call, script=script)))
            if _difference(pairs[-1]) is not None:
                break
    return pairs


async def _asked(sitting: Sitting, call: str, *, script: bool, memory: bool = False) -> Ran:
    return await (sitting.run(call, memory=memory) if script else sitting.call(call, memory=memory))


def _failed(new: Sitting) -> Trial | None:
    """How the rewriting failed to load."""
    ran = new.loaded
    return None if ran.ending is Ending.RETURNED else Trial(LOADING, FATES[ran.ending], ran.error, ran.line)


def _says_something(before: Ran) -> bool:
    """Whether the old program takes this input, and came to an end by itself.

    At a bound nobody knows what would have come; what it does not take was never meant.
    """
    if before.ending is Ending.RAISED:
        return before.error.split(":")[0] not in _NOTHING_SAID
    return before.ending is Ending.RETURNED


def _comparable(pair: _Pair) -> bool:
    """Whether both came to an end that says something: a call that neither takes is no input."""
    value = pair.before.value
    return pair.before.ending is Ending.RETURNED and (value is None or plain(value))


def _difference(pair: _Pair) -> Trial | None:
    """How the new one differs from the old one, which is taken to be right."""
    before, after = pair.before, pair.after
    test = Test(pair.call, _said(before), Origin.OURS)
    if before.ending is not after.ending:
        return Trial(test, FATES.get(after.ending, Fate.WRONG), _said(after), after.line)
    if before.ending is Ending.RAISED:
        alike = before.error.split(":")[0] == after.error.split(":")[0]
        return None if alike else Trial(test, Fate.RAISED, _said(after), after.line)
    differing = _differing(before, after)
    return Trial(replace(test, expects=differing[0]), Fate.WRONG, differing[1]) if differing else None


def _differing(before: Ran, after: Ran) -> tuple[str, str] | None:
    """The first of what both printed, gave, and made of their arguments that is not the same, as it is shown."""
    if (before.printed, before.length) != (after.printed, after.length):
        return repr(before.printed[:PRINTED]), repr(after.printed[:PRINTED])
    if before.value is None or after.value is None or not plain(before.value):
        return None
    if not same(before.value, after.value):
        return _said(before), _said(after)
    arguments = zip(before.after, after.after, strict=False)
    if len(before.after) != len(after.after) or not all(same(one, other) or not plain(one) for one, other in arguments):
        return ", ".join(map(show, before.after)), ", ".join(map(show, after.after))
    return None


def _said(ran: Ran) -> str:
    if ran.ending is Ending.RAISED:
        return ran.error
    return show(ran.value) if ran.value is not None else ""


async def _timed(old: Sitting, new: Sitting, pairs: Sequence[_Pair], end: float) -> list[list[tuple[float, float]]]:
    """Seconds of both for each input, pair by pair, the first of a pair in turn."""
    timed = []
    for pair in pairs:
        rounds: list[tuple[float, float]] = []
        for number in range(ROUNDS):
            if time.monotonic() > end:
                break
            turn = (old, new) if number % 2 == 0 else (new, old)
            took = [await sitting.call(pair.call, repeat=REPEAT) for sitting in turn]
            if any(ran.ending is not Ending.RETURNED for ran in took):
                break
            seconds = [ran.seconds for ran in took]
            rounds.append((seconds[0], seconds[1]) if number % 2 == 0 else (seconds[1], seconds[0]))
        if rounds:
            timed.append(rounds)
    return timed


def _slowest(timed: Sequence[Sequence[tuple[float, float]]]) -> tuple[float, float]:
    """The medians of the input that took the old one longest."""
    first = timed[0]
    return median(before for before, _ in first), median(after for _, after in first)


async def _peaks(old: Sitting, new: Sitting, pairs: Sequence[_Pair], *, script: bool) -> tuple[int | None, int | None]:
    """The most memory that one of the inputs takes in each."""
    found: list[int | None] = []
    for sitting in (old, new):
        asked = [await _asked(sitting, pair.call, script=script, memory=True) for pair in pairs]
        found.append(max((ran.peak for ran in asked if ran.peak is not None), default=None))
    return found[0], found[1]


def _weighed(
    before: Figures, after: Figures, inputs: int, timed: Sequence[Sequence[tuple[float, float]]], target: Target
) -> Comparison:
    factor: float | None = None
    better = False
    match target:
        case Target.SPEED:
            factor = _factor(timed) if timed else _ratio(before.seconds, after.seconds)
            better = factor is not None and factor >= FASTER
        case Target.MEMORY:
            factor = _ratio(before.peak, after.peak)
            better = factor is not None and factor >= 1 / SMALLER
        case Target.READABILITY:
            better = _easier(before, after)
    return Comparison(before, after, inputs, factor, better)


def _factor(timed: Sequence[Sequence[tuple[float, float]]]) -> float:
    """How much faster: of the input that took the old one longest, the median over pairs."""
    return median(before / max(after, 1e-9) for before, after in timed[0])


def _ratio(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else before / max(after, 1e-9)


def _easier(before: Figures, after: Figures) -> bool:
    """Nothing that is counted is worse, and something is better."""
    counted = [
        (old, new)
        for old, new in ((before.complexity, after.complexity), (before.lints, after.lints))
        if old is not None and new is not None
    ]
    worse = any(new > old for old, new in counted)
    return not worse and (any(new < old for old, new in counted) or after.lines < before.lines)
