"""Tests of a program, run in the sandbox one after the other; what is right is decided here, outside."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tutor.code import Fate, Origin, Test, Trial
from tutor.running import Ending, LiteralError, Ran, literal, same, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tutor.ports import Sandbox, Sitting

SECONDS = 15.0  # for all tests of one program
LOADING = Test("", "", Origin.OURS)

FATES = {
    Ending.RAISED: Fate.RAISED,
    Ending.TIMED_OUT: Fate.TIMED_OUT,
    Ending.DIED: Fate.DIED,
    Ending.TOO_LARGE: Fate.TOO_LARGE,
}


async def tried(sandbox: Sandbox, code: str, tests: Sequence[Test]) -> tuple[tuple[Trial, ...], float]:
    """What became of each test, and how many seconds the code itself took. Raises SandboxError.

    Code that does not load is one trial, of its loading; code without tests is the same.
    """
    async with sandbox.sitting(code) as sitting:
        if sitting.loaded.ending is not Ending.RETURNED or not tests:
            return (_loading(sitting.loaded),), sitting.loaded.seconds
        return await _each(sitting, tests)


async def _each(sitting: Sitting, tests: Sequence[Test]) -> tuple[tuple[Trial, ...], float]:
    trials: list[Trial] = []
    spent, end = 0.0, time.monotonic() + SECONDS
    for test in tests:
        if time.monotonic() > end:
            trials.append(Trial(test, Fate.SKIPPED))
            continue
        ran = await sitting.call(test.call)
        spent += ran.seconds
        trials.append(_judged(test, ran))
    return tuple(trials), spent


def _loading(ran: Ran) -> Trial:
    fate = FATES.get(ran.ending, Fate.PASSED)
    return Trial(LOADING, fate, ran.error, ran.line)


def _judged(test: Test, ran: Ran) -> Trial:
    if ran.ending is not Ending.RETURNED or ran.value is None:
        return Trial(test, FATES.get(ran.ending, Fate.DIED), ran.error, ran.line)
    try:
        expected = literal(test.expects)
    except LiteralError:
        return Trial(test, Fate.SKIPPED)
    fate = Fate.PASSED if same(expected, ran.value) else Fate.WRONG
    return Trial(test, fate, show(ran.value))


def usable(tests: Sequence[Test]) -> tuple[Test, ...]:
    """The tests whose expected value can be read, none twice."""
    kept: dict[str, Test] = {}
    for test in tests:
        try:
            literal(test.expects)
        except LiteralError:
            continue
        kept.setdefault(" ".join(test.call.split()), test)
    return tuple(kept.values())
