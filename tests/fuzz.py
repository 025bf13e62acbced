"""`make fuzz`: coverage-guided fuzzing of everything that reads text, by atheris.

    python tests/fuzz.py --seconds 600            stops at the first finding, and prints the text
    python tests/fuzz.py --seconds 600 --keep DIR  goes on after findings; keeps the corpus, merged

Starts from tests/maths/fuzz_corpus.jsonl; `--keep` writes what reached new code there in DIR as corpus.jsonl.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

sys.path.insert(0, str(Path(__file__).parent / "support"))

with atheris.instrument_imports(include=["maths"]):
    from fuzzed import bytes_of, holds, text_of

if TYPE_CHECKING:
    from types import FrameType

    from _typeshed import TraceFunction

CORPUS = Path(__file__).parent / "maths" / "fuzz_corpus.jsonl"
LONGEST = 400  # bytes of one input
SLOWEST = 20  # seconds after which an input counts as endless
MEGABYTES = 2_000


def main() -> None:
    chosen = _arguments()
    if chosen.worker:
        _fuzz(chosen.worker, chosen.findings)
        return
    with tempfile.TemporaryDirectory() as scratch:
        start = Path(scratch, "corpus")
        start.mkdir()
        _unpack(start)
        findings = Path(chosen.keep, "findings.jsonl") if chosen.keep else None
        if findings:
            findings.parent.mkdir(parents=True, exist_ok=True)
        options = [f"-max_total_time={chosen.seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}"]
        if chosen.runs:
            options += [f"-runs={chosen.runs}", "-seed=1"]
        status = _run([*options, f"-rss_limit_mb={MEGABYTES}", "-print_final_stats=1", str(start)], findings)
        if chosen.keep:
            merged = Path(scratch, "merged")
            merged.mkdir()
            _run(["-merge=1", str(merged), str(start)], findings)
            _pack(merged, Path(chosen.keep, "corpus.jsonl"))
    sys.exit(status)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fuzz the reader.")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, help="stop after so many texts, the same ones every time")
    parser.add_argument("--keep", metavar="DIR")
    parser.add_argument("--findings", help=argparse.SUPPRESS)
    parser.add_argument("--worker", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser.parse_args()


def _run(options: list[str], findings: Path | None) -> int:
    """A process of its own: libFuzzer ends the process it runs in."""
    noted = ["--findings", str(findings)] if findings else []
    with tempfile.TemporaryDirectory() as artifacts:
        command = [sys.executable, __file__, *noted, "--worker", f"-artifact_prefix={artifacts}/", *options]
        return subprocess.run(command, check=False).returncode  # noqa: S603 - our own command line


def _fuzz(options: list[str], findings: str | None) -> None:
    seen: set[str] = set()

    def one(data: bytes) -> None:
        target, text = text_of(data)
        try:
            holds(target, text)
        except Exception as error:
            if findings is None:
                sys.stderr.write(json.dumps({"target": target, "text": text}, ensure_ascii=False) + "\n")
                raise
            key = f"{target} {type(error).__name__} {str(error)[-20:]} {_place(error)}"
            if key not in seen:
                seen.add(key)
                row = {"target": target, "text": text, "error": f"{type(error).__name__}: {error}", "at": _place(error)}
                with Path(findings).open("a", encoding="utf-8") as file:
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")

    again = f"--findings {findings} --worker" if findings else "--worker"
    atheris.Setup([f"{sys.executable} {__file__} {again}", *options], one)  # to merge, it starts itself again
    atheris.Fuzz()


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""


def _unpack(folder: Path) -> None:
    rows = CORPUS.read_text("utf-8").splitlines() if CORPUS.exists() else []
    for place, row in enumerate(map(json.loads, rows)):
        (folder / f"{place:05}").write_bytes(bytes_of(row["target"], row["text"]))


def _pack(folder: Path, corpus: Path) -> None:
    """The shortest texts that together run every line that any of them runs."""
    rows = sorted({text_of(file.read_bytes()) for file in folder.iterdir()}, key=lambda row: (len(row[1]), row))
    kept, seen = [], set[tuple[str, int]]()
    for target, text in rows:
        lines = _lines_run(target, text)
        if not lines <= seen:
            seen |= lines
            kept.append(json.dumps({"target": target, "text": text}, ensure_ascii=False))
    corpus.write_text("".join(f"{line}\n" for line in kept), "utf-8")


def _lines_run(target: str, text: str) -> set[tuple[str, int]]:
    lines: set[tuple[str, int]] = set()

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        file = frame.f_code.co_filename
        if "/maths/" not in file:
            return None
        if event == "line":
            lines.add((file, frame.f_lineno))
        return trace

    sys.settrace(trace)
    try:
        holds(target, text)
    except Exception as error:  # noqa: BLE001 - a finding has its own line in the report
        sys.stderr.write(f"{target} {text!r}: {error}\n")
    finally:
        sys.settrace(None)
    return lines


if __name__ == "__main__":
    main()
