"""Three hints from a worked solution: the method, the first step, one step more; never the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.message import Formula, Message
from maths.verdict import SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.verdict import Passage

HINTS = 3
_TRUTHS = {"True", "False"}
_JUDGEMENTS = (" true.", " false.")  # how a line ends that says what a yes or no hangs on
_RELATIONS = re.compile(r"[=<>≤≥≡]+")
_MODULO = re.compile(r"\(mod [^()]*\)\s*$")
_PERIODS = re.compile(r" \+ (\d+\*)?[a-z]\*pi(/\d+)?$")
_ROOT = re.compile(r"(?:^|[\s,])[a-z] ([+-]) (\S+) = 0$")  # a root is as good as told
_LONG = re.compile(r"(?<![\d.])\d{3,}(?![\d.])")  # nobody takes such a number for another one in passing
_SAYS_NOTHING = Message("Now the question itself.")
GENERAL = (
    Message("Write down what is given and what is asked, in your own words."),
    Message("Which rule or formula connects the two? Write it down before you put numbers in."),
    Message("Do one step on paper and check it before the next."),
)


def ladder(passages: tuple[Passage, ...], answer: Formula) -> tuple[Message, ...]:
    """Exactly three, each a little closer; where the solution is short, general ones come first."""
    approach = [line for line in _lines(passages, SectionKind.APPROACH) if not tells(line, answer)]
    steps = [line for line in _lines(passages, SectionKind.STEPS) if not tells(line, answer)]
    found = [*approach[:1], *dict.fromkeys((*steps[:1], *steps[(len(steps) - 1) // 2 + 1 :][:1]))]
    missing = HINTS - len(found)
    return (*GENERAL[:missing], *found)[:HINTS]


def tells(line: Message, answer: Formula) -> bool:
    """Whether the answer, or a part of it, stands in a line: alone, as a side of an equation, or last in a sum."""
    if answer.typed in _TRUTHS and line.key.endswith(_JUDGEMENTS):
        return True
    wanted = _parts(answer.typed) | _coordinates(answer.typed)
    return any(wanted & (_parts(each) | {_rest(each)} | set(_LONG.findall(each))) for each in said(line))


def _rest(typed: str) -> str:
    """What is added last: the remainder of `100 = 14*7 + 2`."""
    last = typed.rpartition(" + ")[2].strip() if "=" in typed else ""
    return last[1:-1] if last.startswith("(") and last.endswith(")") else last


def _value(sign: str, size: str) -> str:
    return size if sign == "-" else f"-{size}"


def _coordinates(typed: str) -> set[str]:
    """A point is told by one of its coordinates."""
    if not typed.startswith("(") or "," not in typed:
        return set()
    return {part for item in typed.split(",") if (part := item.strip("() "))}


def _parts(typed: str) -> set[str]:
    """What is said in a list of values or equations; a letter alone says nothing."""
    items = {item.strip() for whole in typed.split(",") for item in whole.split(" or ")}
    sides = {_MODULO.sub("", side).strip() for item in items for side in _RELATIONS.split(item)}
    sides |= {_PERIODS.sub("", side) for side in sides} | {side.rstrip("°") for side in sides}
    sides |= {_value(sign, size) for sign, size in _ROOT.findall(typed)}
    return {part for part in {typed.strip()} | items | sides if part and not part.isalpha()}


def _lines(passages: tuple[Passage, ...], kind: SectionKind) -> list[Message]:
    return [line for passage in passages if passage.kind is kind for line in passage.lines if line != _SAYS_NOTHING]


def said(line: Message) -> Iterator[str]:
    """What stands in a line's places, as typed."""
    for _, argument in line.arguments:
        if isinstance(argument, Message):
            yield from said(argument)
        else:
            yield argument.typed if isinstance(argument, Formula) else str(argument)
