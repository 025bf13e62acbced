"""Plans of pouring as people type them, in English and Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.message import Message
from maths.puzzles.vessels.pouring import NAMES, Step

if TYPE_CHECKING:
    from maths.puzzles.vessels.pouring import Jugs

MAX_TYPED = 1_500
MAX_STEPS = 60
_BETWEEN = re.compile(r"[\n;,.]+|(?:\s+then\s+)|(?<=[가-힣])\s+(?=[A-C]\b)")
_NUMBERED = re.compile(r"^\s*(?:\d+\s*[.):번]?\s*)")
_JUG = re.compile(r"(?<![A-Za-z])([A-Ca-c])(?![A-Za-z])")
_FILL = re.compile(r"fill|tap|채우|채운|채움|채웁|채워|가득|받|수도|^f\b", re.IGNORECASE)
_EMPTY = re.compile(r"empty|drain|dump|비우|비운|비움|비웁|비워|버리|버린|버립|버려|쏟|^e\b", re.IGNORECASE)
_BACKWARDS = re.compile(
    r"^[^A-Ca-c]*\b(?:into|to)\s+[A-Ca-c]\b|^\W*[A-Ca-c]\s*(?:에(?!서)|로(?!부터)|<-|←)", re.IGNORECASE
)
_NO_STEP = re.compile(r"\bnot\b|n't\b|\band\b|안 |지 ?않|말고|[A-Ca-c]\s*(?:와|과|랑)", re.IGNORECASE)


class UnreadStepError(RefusedError):
    """A line is no step; `message` says which."""


def read_plan(text: str, jugs: Jugs) -> list[Step]:
    """One step a line, or with commas between. Raises UnreadStepError."""
    if len(text) > MAX_TYPED:
        raise UnreadStepError(Message("This plan is too long."))
    lines = [_NUMBERED.sub("", line).strip() for line in _BETWEEN.split(text)]
    steps = [_step(line, len(jugs.sizes)) for line in lines if line]
    if not steps:
        raise UnreadStepError(Message("Write the plan as well, one step a line."))
    if len(steps) > MAX_STEPS:
        raise UnreadStepError(Message("This plan is too long."))
    return steps


def _step(line: str, count: int) -> Step:
    jugs = [NAMES.index(name.upper()) for name in _JUG.findall(line)]
    if jugs and max(jugs) < count and not _NO_STEP.search(line):
        if len(jugs) == 2 and jugs[0] != jugs[1]:  # noqa: PLR2004 - from one to another
            return Step(*(reversed(jugs) if _BACKWARDS.search(line) else jugs))
        if len(jugs) == 1 and bool(_FILL.search(line)) != bool(_EMPTY.search(line)):
            return Step(None, jugs[0]) if _FILL.search(line) else Step(jugs[0], None)
    raise UnreadStepError(Message("“{line}” is no step: write fill A, empty B or A->B.", line=line[:30]))
