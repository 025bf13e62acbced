"""What the sandbox promises besides walls: ordinary code runs, nothing is left, and without walls nothing is run."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
import pytest_asyncio

from sandbox import filters
from sandbox.elf import loader
from sandbox.interpreter import start
from sandbox.jail import open_jail
from sandbox.lint import Ruff
from sandbox.proving import broken
from sandbox.reply import LieError, ran
from sandbox.worker import open_sandbox
from tutor.code import NO_SANDBOX
from tutor.errors import SandboxError
from tutor.running import Ending, Value, show

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.worker import Locked

pytestmark = pytest.mark.asyncio(loop_scope="module")
ROOT = Path(__file__).parents[2]
WARM = 0.150  # seconds


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sandbox() -> AsyncIterator[Locked]:
    async with open_sandbox(deadline=1.0) as opened:
        assert await opened.trouble() == ""
        yield opened


ORDINARY = (
    ("def f(x):\n    return sorted(x)", "f([3, 1, 2])", "[1, 2, 3]"),
    ("import heapq\ndef f(x):\n    heapq.heapify(x)\n    return heapq.heappop(x)", "f([3, 1])", "1"),
    (
        "from collections import Counter, deque\ndef f(s):\n    return Counter(s), deque(s)",
        "f('aa')",
        "({'a': 2}, ['a', 'a'])",
    ),
    ("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n", "P(3).x", "3"),
    (
        "import re, json, math, random, statistics, itertools, functools, typing, datetime, decimal, fractions, csv",
        "1",
        "1",
    ),
    ("def f(n):\n    yield from range(n)", "f(3)", "[0, 1, 2]"),
    ("from decimal import Decimal\ndef f():\n    return Decimal('0.10')", "f()", "Decimal(0.10)"),
    ("def f(n):\n    return f(n - 1) + 1 if n else 0", "f(900)", "900"),
    ("import unicodedata\ndef f(s):\n    return unicodedata.name(s)", "f('가')", "'HANGUL SYLLABLE GA'"),
    ("def f(*a, **k):\n    return a, k", "f(*[1, 2], **{'b': 3})", "((1, 2), {'b': 3})"),
    ("async def g():\n    return 1\n", "1 if g else 0", "1"),
    ("import hashlib\ndef f():\n    return hashlib.sha256(b'').hexdigest()[:6]", "f()", "'e3b0c4'"),
    ("import zlib, bz2, lzma, array, cmath, calendar, secrets, string, textwrap, bisect, copy, enum, uuid", "2", "2"),
)


@pytest.mark.parametrize(("code", "call", "shown"), ORDINARY, ids=lambda text: text[:30])
async def test_ordinary_code_runs(sandbox: Locked, code: str, call: str, shown: str) -> None:
    async with sandbox.sitting(code) as sitting:
        told = await sitting.call(call)
    assert told.ending is Ending.RETURNED, told
    assert told.value is not None
    assert show(told.value) == shown


async def test_after_a_lost_interpreter_the_next_call_begins_afresh(sandbox: Locked) -> None:
    code = "import os\nseen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)\ndef die():\n    os._exit(0)\n"
    async with sandbox.sitting(code) as sitting:
        told = [await sitting.call(call) for call in ("f(1)", "f(1)", "die()", "f(1)")]
    assert [each.ending for each in told] == [Ending.RETURNED, Ending.RETURNED, Ending.DIED, Ending.RETURNED]
    assert [each.value for each in told if each.value] == [Value("int", text) for text in ("0x1", "0x2", "0x1")]


async def test_errors_say_their_class_their_text_and_their_line(sandbox: Locked) -> None:
    async with sandbox.sitting("def f(x):\n    y = 1\n    return y / x\n") as sitting:
        told = await sitting.call("f(0)")
    assert (told.ending, told.error, told.line) == (Ending.RAISED, "ZeroDivisionError: division by zero", 3)


async def test_what_is_printed_and_changed_in_place_is_told(sandbox: Locked) -> None:
    async with sandbox.sitting("def f(x):\n    print('seen', x)\n    x.append(4)\n") as sitting:
        told = await sitting.call("f([3])")
    assert (told.printed, told.length) == ("seen [3]\n", 9)
    assert show(told.after[0]) == "[3, 4]"


@pytest.mark.parametrize("made", ["['가' * 19_000] * 17", "'x' * 20_001", "list(range(30_000))", "[[]] * 20_001"])
async def test_what_is_too_large_is_not_looked_at(sandbox: Locked, made: str) -> None:
    async with sandbox.sitting("def f():\n    return 1\n") as sitting:
        assert (await sitting.call(made)).ending is Ending.TOO_LARGE
        assert (await sitting.call("f()")).value == Value("int", "0x1")


async def test_the_same_program_gives_the_same_twice(sandbox: Locked) -> None:
    code = "import random\ndef f():\n    return [random.random(), str({'a', 'b', 'c', 'd'}), hash('x')]"
    told = []
    for _ in range(2):
        async with sandbox.sitting(code) as sitting:
            told.append((await sitting.call("f()")).value)
    assert told[0] == told[1]


async def test_memory_is_counted_of_the_call_alone(sandbox: Locked) -> None:
    async with sandbox.sitting("def f(x):\n    return len(bytes(x[0]))") as sitting:
        told = await sitting.call("f([1000000, list(range(100000))])", memory=True)
    assert told.peak is not None
    assert 1_000_000 <= told.peak < 1_100_000


async def test_a_warm_start_is_quick(sandbox: Locked) -> None:
    took = []
    for _ in range(7):
        await asyncio.sleep(0.3)  # one starts in the place of the one before
        started = time.monotonic()
        async with sandbox.sitting("def f(x):\n    return x") as sitting:
            await sitting.call("f(1)")
            took.append(time.monotonic() - started)
    assert statistics.median(took) < WARM


async def test_nothing_is_run_where_bubblewrap_does_nothing() -> None:
    async with open_sandbox(program="/bin/false") as none:
        assert await none.refusal() == NO_SANDBOX
        with pytest.raises(SandboxError):
            async with none.sitting("x = 1"):
                pass


async def test_nothing_is_run_where_bubblewrap_builds_no_walls(tmp_path: Path) -> None:
    """A program that only pretends: the interpreter starts and answers, and sees the whole machine."""
    base = getattr(sys, "_base_executable", sys.executable)
    pretender = tmp_path / "bwrap"
    pretender.write_text(
        f'#!/bin/sh\nwhile [ "$1" != "--" ]; do shift; done\nshift 2\nexec {base} "$@"\n', encoding="utf-8"
    )
    pretender.chmod(stat.S_IRWXU)
    async with open_sandbox(program=str(pretender)) as open_to_all:
        assert await open_to_all.trouble() == "it does not hold: reading"
        assert await open_to_all.refusal() == NO_SANDBOX


async def test_a_filter_that_lets_through_is_noticed() -> None:
    """Each wall by itself: without the second filter an interpreter could become another program."""
    jail = await open_jail()
    tried = await start(replace(jail, running=jail.starting))
    try:
        assert await broken(tried) == "it does not hold: starting"
    finally:
        await tried.close()


async def test_a_killed_lemma_leaves_nothing() -> None:
    script = (
        "import asyncio\nfrom sandbox.worker import open_sandbox\nasync def main():\n"
        "    async with open_sandbox(deadline=60) as sandbox:\n        await sandbox.trouble()\n"
        "        await asyncio.sleep(0.5)\n        print('ready', flush=True)\n"
        "        async with sandbox.sitting('while True: pass'):\n            pass\nasyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE) as running:  # noqa: S603, ASYNC220
        assert running.stdout is not None
        assert await asyncio.to_thread(running.stdout.readline) == b"ready\n"
        below = psutil.Process(running.pid).children(recursive=True)
        assert any("bwrap" in each.name() for each in below)
        os.kill(running.pid, signal.SIGKILL)
        await asyncio.to_thread(running.wait)
    gone, alive = await asyncio.to_thread(psutil.wait_procs, below, 5)
    assert len(gone) == len(below)
    assert alive == []


LIES = (
    b"",
    b"no json\n",
    b'{"value": null, "printed": "", "length": 0}\n',
    b'{"nonce": "other", "value": null, "printed": "", "length": 0}\n',
    b'{"nonce": "n"}\n',
    b'{"nonce": "n", "value": {"x": 1}, "printed": "", "length": 0, "seconds": 0}\n',
    b'{"nonce": "n", "value": {"i": "zz"}, "printed": "", "length": 0, "seconds": 0}\n',
    b'{"nonce": "n", "value": {"m": ["evil", []]}, "printed": "", "length": 0, "seconds": 0}\n',
    b'{"nonce": "n", "value": ' + b"[" * 500 + b"]" * 500 + b', "printed": "", "length": 0, "seconds": 0}\n',
    b"[" * 200_000 + b"\n",
    b'{"nonce": "n", "raised": [], "printed": "", "length": 0}\n',
    b'{"nonce": "n", "value": null, "printed": "", "length": 0, "seconds": NaN}\n',
    b'{"nonce": "n", "value": null, "printed": "", "length": 0, "seconds": -1}\n',
    b"[]\n",
)


@pytest.mark.parametrize("line", LIES, ids=lambda line: line[:60])
async def test_a_lie_is_no_answer(line: bytes) -> None:
    with pytest.raises(LieError):
        ran(line, "n")


async def test_both_filters_are_what_the_kernel_takes() -> None:
    for machine in (filters.X86_64, filters.AARCH64):
        for program in (filters.starting(machine), filters.running(machine)):
            assert len(program) % 8 == 0
            assert len(program) // 8 < 4_096
    assert filters.machine("riscv64") is None


async def test_the_loader_is_read_from_the_program(tmp_path: Path) -> None:
    assert (loader(Path(sys.executable).resolve()) or "/ld").rsplit("/", 1)[1].startswith("ld")
    text = tmp_path / "text"
    text.write_text("#!/bin/sh\n" * 10, encoding="ascii")
    assert loader(text) is None


async def test_ruff_reads_what_it_is_given() -> None:
    assert await Ruff().lint("import os\nx = 1\nif x == None:\n    pass\n") == ("F401", "E711")
    assert await Ruff().lint("x = 1\n") == ()
