"""What ruff finds in code, where ruff is at hand. It reads the text; nothing of it is run."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from pathlib import Path

RULES = "E4,E7,E9,F,B,SIM,C4,PERF,RET,PIE,UP"  # mistakes and detours, no taste
SECONDS = 5.0
BYTES = 1 << 20


class Ruff:
    """`tutor.ports.Linter`."""

    async def lint(self, code: str, /) -> tuple[str, ...] | None:
        program = _ruff()
        if program is None:
            return None
        running = await asyncio.create_subprocess_exec(
            *(program, "check", "--isolated", "--no-cache", "--select", RULES, "--output-format", "json"),
            *("--target-version", "py311", "--stdin-filename", "code.py", "-"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            async with asyncio.timeout(SECONDS):
                said, _ = await running.communicate(code.encode("utf-8", "replace"))
        except TimeoutError:
            running.kill()
            await running.wait()
            return None
        try:
            return tuple(str(each["code"]) for each in json.loads(said[:BYTES]))
        except (ValueError, KeyError, TypeError):
            return None


def _ruff() -> str | None:
    beside = Path(sys.executable).with_name("ruff")
    return str(beside) if beside.is_file() else shutil.which("ruff")
