"""Every attempt to get out that was written down before the sandbox was chosen."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from secrets import randbelow
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from outside import ATTEMPTS, SECRET_NAME, Host

from sandbox.jail import MODULES
from sandbox.worker import open_sandbox
from tutor.running import Ending, Ran, Value, same

if TYPE_CHECKING:
    from sandbox.worker import Locked

# Loaded beforehand so that an attempt meets the wall itself, not a module that cannot be loaded.
AT_THE_WALL = (*MODULES, "socket", "fcntl", "grp", "subprocess")
DEADLINE = 0.7  # seconds
ALLOWED = 2.5  # seconds for an attempt in all, on a busy machine
AT_ONCE = 3
LEAST = 40


@dataclass(frozen=True)
class Outcome:
    ran: Ran
    seconds: float
    afterwards: bool  # an ordinary program runs as ever; tried where a bound was passed


class Told(dict[str, Outcome]):
    left: int = 0  # processes that were there when the sandbox was closed


async def attempt(sandbox: Locked, host: Host, code: str, *, bounded: bool) -> Outcome:
    async with sandbox.sitting(host.filled(code)) as sitting:
        started = time.monotonic()
        ran = await sitting.call("attempt()")
        seconds = time.monotonic() - started
    if not bounded:
        return Outcome(ran, seconds, afterwards=True)
    async with sandbox.sitting("def f(x):\n    return x + 1\n") as sitting:
        after = await sitting.call("f(1)")
    return Outcome(ran, seconds, after.value == Value("int", "0x2"))


@pytest.fixture(scope="module")
def told(host: Host) -> Told:
    """What came of every attempt, several at once."""
    told = Told()
    at_once = asyncio.Semaphore(AT_ONCE)

    async def one(sandbox: Locked, each: dict[str, Any]) -> None:
        async with at_once:
            told[each["name"]] = await attempt(sandbox, host, each["code"], bounded=each.get("bounded", False))

    async def all_of_them() -> None:
        async with open_sandbox(deadline=DEADLINE, spare=AT_ONCE, modules=AT_THE_WALL) as sandbox:
            assert await sandbox.trouble() == ""
            await asyncio.gather(*(one(sandbox, each) for each in ATTEMPTS))

    before = set(psutil.Process().children(recursive=True))
    asyncio.run(all_of_them())
    told.left = len(set(psutil.Process().children(recursive=True)) - before)
    return told


@pytest.mark.parametrize("each", ATTEMPTS, ids=lambda each: each["name"])
def test_it_does_not_get_out(each: dict[str, Any], told: Told, host: Host) -> None:
    outcome = told[each["name"]]
    ran = outcome.ran
    if each["kind"] != "forged":
        assert ran.value != Value("bool", "True")
    assert host.secret not in f"{ran.value} {ran.after} {ran.error} {ran.printed}"
    assert outcome.seconds < ALLOWED
    assert outcome.afterwards
    if each.get("bounded"):
        assert ran.ending is not Ending.RETURNED or ran.value == Value("none")


@pytest.mark.parametrize("each", [one for one in ATTEMPTS if one["kind"] == "forged"], ids=lambda each: each["name"])
def test_no_right_answer_is_forged(each: dict[str, Any], told: Told) -> None:
    """The right answer is drawn out here and never sent in."""
    value = told[each["name"]].ran.value
    expected = Value("int", hex(10**15 + randbelow(10**15)))
    assert value is None or not same(expected, value)


def test_nothing_of_the_host_was_reached(told: Told, host: Host) -> None:
    assert len(told) == len(ATTEMPTS)
    assert host.reached == []
    assert [path.name for path in host.folder.iterdir()] == [SECRET_NAME]
    assert host.process.poll() is None
    assert told.left == 0


def test_the_list_is_long_enough() -> None:
    kinds = Counter(each["kind"] for each in ATTEMPTS)
    assert sum(kinds.values()) >= LEAST
    assert set(kinds) == {"files", "secrets", "network", "processes", "privileges", "bounds", "forged"}
