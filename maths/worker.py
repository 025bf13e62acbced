"""Mathematics in processes of its own. This module imports no SymPy: the process that owns a `Mathematics` is small."""

from __future__ import annotations

import multiprocessing
from contextlib import asynccontextmanager
from multiprocessing import forkserver
from typing import TYPE_CHECKING, Any, cast

from maths.graphing.graph import NotDrawn
from maths.logic.argued.answer import NotArgued
from maths.pool import Failed, Plan, Pool, open_pool
from maths.puzzles.kept import compared, imprint
from maths.puzzles.puzzle import Judged
from maths.puzzles.solving import Found, Solved
from maths.verdict import (
    Audit,
    AuditedLine,
    Decision,
    Executed,
    Grading,
    Level,
    LineStanding,
    Outcome,
    Standing,
    Verdict,
    Worked,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from maths.choices import Quick
    from maths.generating.exercise import Exercise
    from maths.generating.own import Own
    from maths.graphing.graph import Graph, Window
    from maths.logic.argued.answer import Argued
    from maths.message import Message
    from maths.puzzles.formal import Formal
    from maths.puzzles.puzzle import Kind, Puzzle

DEADLINE = 2.0  # seconds of wall time for one task, then SIGKILL
PUZZLING = 5.0  # the same for a puzzle: it is drawn, solved twice and explained
WORKERS = 3  # two may be stuck at their deadline and one still answers at once
MEMORY = 1 << 30  # bytes of address space; a warm worker uses about a third
WARM = "maths.warm"
TASKS_A_WORKER = 500  # then replaced: SymPy's caches grow


class Mathematics:
    """`tutor.ports.Checker` over a pool of worker processes. Made by `open_mathematics`."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def decide(self, problem: str, /) -> Decision:
        match await self.run("maths.decide:decide", problem):
            case Failed(message):
                return Decision(None, None, message)
            case value:
                return cast("Decision", value)

    async def work(self, problem: str, level: Level, /) -> Worked:
        match await self.run("maths.steps:work", problem, level):
            case Failed(message):
                return Worked(Decision(None, None, message))
            case value:
                return cast("Worked", value)

    async def check(self, problem: str, answer: str, /) -> Verdict:
        match await self.run("maths.check:check", problem, answer):
            case Failed(message):
                return Verdict(Standing.UNCHECKED, None, message)
            case value:
                return cast("Verdict", value)

    async def grade(self, expected: str, given: str, /, policy: Mapping[str, Any] | None = None) -> Grading:
        match await self.run("maths.grade:grade", expected, given, policy):
            case Failed(message):
                return Grading(Outcome.UNREADABLE, message)
            case value:
                return cast("Grading", value)

    async def audit(self, text: str, /, problem: str | None = None) -> Audit:
        match await self.run("maths.audit:audit", text, problem):
            case Failed(message):
                lines = tuple(AuditedLine(line, LineStanding.NOT_JUDGED, message) for line in text.splitlines())
                return Audit(Standing.UNCHECKED, lines)
            case value:
                return cast("Audit", value)

    async def execute(self, quantities: Sequence[tuple[str, str]], equations: Sequence[str], asked: str, /) -> Executed:
        match await self.run("maths.program:execute", quantities, equations, asked):
            case Failed(message):
                return Executed(None, (), message)
            case value:
                return cast("Executed", value)

    async def plot(self, request: str, /, window: Window | None = None) -> Graph | NotDrawn:
        match await self.run("maths.graphing.plot:plot", request, window):
            case Failed(message):
                return NotDrawn(message)
            case value:
                return cast("Graph | NotDrawn", value)

    async def exercise(self, topic: str, level: Level, seed: int, structure: str = "", /) -> Exercise | None:
        found = await self.run("maths.generate:generate", topic, level, seed, structure)
        return None if isinstance(found, Failed) else cast("Exercise | None", found)

    async def quick(self, topic: str, level: Level, seed: int, /) -> Quick | None:
        found = await self.run("maths.choices:quick", topic, level, seed)
        return None if isinstance(found, Failed) else cast("Quick | None", found)

    async def similar(self, problem: str, level: Level, seed: int, /) -> Exercise | None:
        found = await self.run("maths.generating.vary:vary", problem, level, seed)
        return None if isinstance(found, Failed) else cast("Exercise | None", found)

    async def own(self, problem: str, answer: str, level: Level, policy: Mapping[str, Any], /) -> Own | Message:
        match await self.run("maths.generating.own:own", problem, answer, level, policy):
            case Failed(message):
                return message
            case value:
                return cast("Own | Message", value)

    async def puzzle(self, kind: Kind, level: Level, seed: int, /) -> Puzzle | None:
        found = await self.run("maths.puzzle:given_out", kind, level, seed, deadline=PUZZLING)
        return None if isinstance(found, Failed) else cast("Puzzle | None", found)

    async def judge_puzzle(self, puzzle: Puzzle, given: Mapping[str, str], /) -> Judged:
        asked = (puzzle.kind, puzzle.level, puzzle.seed, dict(given), imprint(puzzle))
        found = await self.run("maths.puzzle:judge_kept", *asked, deadline=PUZZLING)
        if isinstance(found, Failed):
            return Judged(right=False, reason=found.message, readable=False)
        return cast("Judged | None", found) or compared(puzzle, given)

    async def read_puzzle(self, text: str, /) -> tuple[Formal, Solved] | None:
        found = await self.run("maths.puzzles.liars:settled", text, deadline=PUZZLING)
        return None if isinstance(found, Failed) else cast("tuple[Formal, Solved] | None", found)

    async def solve_puzzle(self, formal: Formal, /) -> Solved:
        match await self.run("maths.puzzles.solving:solve", formal, deadline=PUZZLING):
            case Failed(message):
                return Solved(Found.NOT_SOLVED, reason=message)
            case value:
                return cast("Solved", value)

    async def argue(self, text: str, /) -> Argued | NotArgued:
        return await self._argued("maths.logic.argument:argue", text)

    async def argue_formally(self, formal: str, /) -> Argued | NotArgued:
        return await self._argued("maths.logic.argument:argue_formally", formal)

    async def same_argument(self, one: str, other: str, /) -> bool:
        return await self.run("maths.logic.argument:same", one, other, deadline=PUZZLING) is True

    async def _argued(self, function: str, text: str) -> Argued | NotArgued:
        match await self.run(function, text, deadline=PUZZLING):
            case Failed(message):
                return NotArgued(message)
            case value:
                return cast("Argued | NotArgued", value)

    async def run(self, function: str, /, *arguments: object, deadline: float | None = None) -> object:
        """The value of a function named `module:function`, or why there is none; never its exception.

        `deadline` is this task's own where it needs another than all have. Cancelling the caller kills the computation.
        """
        return await self._pool.run(function, *arguments, deadline=deadline)


def begin_warming(warm: str = WARM) -> None:
    """Start the process that workers are forked from: it imports mathematics while the caller goes on."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(["__main__", warm])
    forkserver.ensure_running()


@asynccontextmanager
async def open_mathematics(
    *, workers: int = WORKERS, deadline: float = DEADLINE, wait: bool = True, warm: str = WARM
) -> AsyncIterator[Mathematics]:
    """Warm workers for as long as the context is open.

    With `wait`, every worker has imported its mathematics when the context is entered; without, they
    warm up in the background and the first task waits for them. `warm` is the module they import first: who asks for
    puzzles alone need not wait for SymPy.
    """
    begin_warming(warm)
    plan = Plan(workers, deadline, MEMORY, TASKS_A_WORKER, "importlib:import_module", (warm,), "forkserver")
    async with open_pool(plan, wait=wait) as pool:
        yield Mathematics(pool)
