"""`make bench-grading`: our grader and Math-Verify on the same rows, in the same run.

Rows are files of JSON lines with `expected`, `given` and `equal`, and optionally `kind` and the keys of a policy;
without arguments the repository's own typed answers. Each grader is a process that is asked one line at a time, and
every row is asked in both directions; times are those of a line, the start of the process not counted.
"""

from __future__ import annotations

import json
import math
import os
import platform
import queue
import statistics
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType

HERE = Path(__file__).parent
OWN_ROWS = HERE / "maths" / "answers.jsonl"
DEADLINE = 20.0  # seconds until a line is lost and its process replaced
POLICY = ("type", "form", "unit", "tolerance", "ordered")
WARM_UP = {"id": "warm-up", "expected": "3 m", "given": "300 cm"}

Row = dict[str, Any]


class Grader:
    """A process that answers one JSON line with one."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._command = command
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str] = queue.Queue()

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def ask(self, row: Row) -> tuple[str, float]:
        """The outcome, `lost` where none came in time, and the seconds it took."""
        begun = time.perf_counter()
        try:
            self._send(row)
            answer = json.loads(self._lines.get(timeout=DEADLINE))
        except (queue.Empty, BrokenPipeError):
            self._stop()
            self._start()
            return "lost", time.perf_counter() - begun
        return str(answer.get("outcome")), time.perf_counter() - begun

    def _start(self) -> None:
        self._lines = queue.Queue()
        self._process = subprocess.Popen(  # noqa: S603 - our own commands
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        threading.Thread(target=self._read, args=(self._process, self._lines), daemon=True).start()
        self._send(WARM_UP)
        self._lines.get(timeout=120)

    @staticmethod
    def _read(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
        for line in process.stdout or ():
            lines.put(line)

    def _send(self, row: Row) -> None:
        if self._process is None or self._process.stdin is None:
            raise BrokenPipeError
        self._process.stdin.write(json.dumps(row) + "\n")
        self._process.stdin.flush()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


@dataclass(slots=True)
class Tally:
    rows: int = 0
    right: int = 0
    wrong_accepts: int = 0
    equal: int = 0
    found: int = 0
    asymmetric: int = 0
    lost: int = 0
    seconds: list[float] = field(default_factory=list)

    def count(self, row: Row, outcome: str, backwards: str, seconds: float) -> None:
        accepted = outcome == "equal"
        self.rows += 1
        self.right += accepted == row["equal"]
        self.wrong_accepts += accepted and not row["equal"]
        self.equal += row["equal"]
        self.found += accepted and row["equal"]
        self.asymmetric += accepted != (backwards == "equal") and "form" not in row
        self.lost += outcome == "lost"
        self.seconds.append(seconds)

    @property
    def accuracy(self) -> float:
        return self.right / max(1, self.rows)

    def line(self, name: str) -> str:
        times = sorted(self.seconds)
        late = times[math.ceil(len(times) * 0.99) - 1]
        figures = (
            f"{self.accuracy:.4f}", self.wrong_accepts, f"{self.found / max(1, self.equal):.4f}", self.asymmetric,
            self.lost, f"{statistics.median(times) * 1000:.1f} ms", f"{late * 1000:.0f} ms",
            f"{times[-1] * 1000:.0f} ms",
        )  # fmt: skip
        return f"| {name} | " + " | ".join(map(str, figures)) + " |"


def read_rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def asked(row: Row, number: int, *, turned: bool) -> Row:
    sides = ("given", "expected") if turned else ("expected", "given")
    policy = {key: row[key] for key in POLICY if key in row}
    return {"id": number, "expected": row[sides[0]], "given": row[sides[1]], **policy}


def marked(grader: Grader, rows: Iterable[Row]) -> dict[str, Tally]:
    """The tally of every kind of row, and of all under the empty name."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, row in enumerate(rows):
        outcome, seconds = grader.ask(asked(row, number, turned=False))
        backwards, _ = grader.ask(asked(row, number, turned=True))
        for name in ("", row.get("kind") or "all"):
            tallies[name].count(row, outcome, backwards, seconds)
    return tallies


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def by_kind(results: dict[str, dict[str, Tally]]) -> None:
    names = list(results)
    kinds = sorted({kind for tallies in results.values() for kind in tallies if kind}, key=_numbered)
    if len(kinds) < 2:
        return
    say()
    say("| class | rows | " + " | ".join(f"{n}: right, wrong accepts" for n in names) + " |")
    say("|---" * (len(names) + 2) + "|")
    for kind in kinds:
        of_kind = [results[name][kind] for name in names]
        cells = (f"{tally.accuracy:.3f}, {tally.wrong_accepts}" for tally in of_kind)
        say(f"| {kind} | {of_kind[0].rows} | " + " | ".join(cells) + " |")


def _numbered(kind: str) -> tuple[int, str]:
    digits = "".join(c for c in kind.split(" ", maxsplit=1)[0] if c.isdigit())
    return (int(digits) if kind.startswith("F") and digits else 99), kind


def main(other: str, files: Sequence[str]) -> None:
    """`other`: the Python of the environment that holds Math-Verify."""
    ours = [str(Path(sys.executable).with_name("lemma")), "grade", "--jsonl"]
    theirs = [other, str(HERE / "support" / "math_verify_lines.py")]
    say(f"Python {platform.python_version()}, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    for path in map(Path, files or [str(OWN_ROWS)]):
        rows = read_rows(path)
        say(f"\n{path.name}: {len(rows)} rows, {sum(row['equal'] for row in rows)} of them equal\n")
        say("| grader | accuracy | wrong accepts | recall | asymmetric | lost | median | p99 | slowest |")
        say("|---" * 9 + "|")
        results: dict[str, dict[str, Tally]] = {}
        for name, command in (("Lemma", ours), ("Math-Verify", theirs)):
            with Grader(name, command) as grader:
                results[name] = marked(grader, rows)
            say(results[name][""].line(name))
        by_kind(results)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
