"""A problem like a given one: the same words, other numbers, an answer of the same shape.

Whatever `maths.decide` decides can be varied, word problems too; every variant is decided anew, by two routes, from
its own words, and kept only when it is worked in the same steps and its answer is as simple.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.decide import settle
from maths.generating.draw import Draw, NothingFitsError
from maths.generating.exercise import Exercise
from maths.generating.hints import ladder
from maths.message import Message
from maths.verdict import Decision, SectionKind

if TYPE_CHECKING:
    from maths.verdict import Level, Passage

STRUCTURE = "similar"
MAX_TRIES = 80  # about 12 ms each
_SMALL = 12  # up to here a number is replaced by any other small one

# Numbers that say what kind of problem it is stay: powers, indices, bases of logarithms, ordinals, parts of names.
_NUMBER = re.compile(
    r"(?<![\w.^])(?<!\^\{)(?<!\*\*)(?<!_\{)\d+(?:\.\d+)?+(?!\d|(?:st|nd|rd|th|차|번째|진법)|\s*\*?\s*(?:\\?pi|π))"
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_KINDS = {"0": "0", "1": "1"}


def vary(problem: str, level: Level, seed: int) -> Exercise | None:
    """The same problem with other numbers, always the same for a seed; None where none was found.

    None too where the problem itself is not decided or holds no number.
    """
    model = settle(problem)
    if isinstance(model, Decision) or not _NUMBER.search(problem):
        return None
    way = _way(model.teach(level))
    for attempt in range(MAX_TRIES):
        draw = Draw(f"{problem} {seed} {attempt}")
        numbers = list(dict.fromkeys(_NUMBER.findall(problem)))
        others = _others(numbers, len(numbers) if attempt % 2 else draw.whole(1, len(numbers)), draw)
        varied = _NUMBER.sub(lambda found, others=others: others[found[0]], problem)  # type: ignore[misc]
        if varied == problem:
            continue
        settled = settle(varied)
        if isinstance(settled, Decision) or _shape(settled.answer.typed) != _shape(model.answer.typed):
            continue
        passages = settled.teach(level)
        if _way(passages) == way:
            statement = Message("{problem}", problem=varied)
            hints = ladder(passages, settled.answer)
            return Exercise("", level, seed, STRUCTURE, statement, settled.answer, {}, hints, passages)
    return None


def _others(numbers: list[str], count: int, draw: Draw) -> dict[str, str]:
    """So many of the numbers changed: where few fit together, one alone may."""
    changed = draw.some_of(numbers, count)
    return {number: _other(number, draw) if number in changed else number for number in numbers}


def _other(number: str, draw: Draw) -> str:
    """A number of the same kind and about the same size; 0 and 1 mean themselves."""
    _, _, places = number.partition(".")
    value = Fraction(number)
    if value in (0, 1):
        return number
    try:
        if places:
            shown = draw.decimal(max(0, int(value / 2)), int(value * 3 / 2) + 1, len(places))
            return f"{float(shown):.{len(places)}f}"
        if value <= _SMALL:
            return str(draw.whole(2, _SMALL))
        zeros = len(number) - len(number.rstrip("0"))
        step = 10**zeros
        return str(draw.whole(int(value) // (2 * step) + 1, int(value) * 3 // (2 * step)) * step)
    except NothingFitsError:
        return number


def _way(passages: tuple[Passage, ...]) -> list[str]:
    """The steps taken, without what stands in them."""
    return [line.key for passage in passages if passage.kind is SectionKind.STEPS for line in passage.lines]


def _shape(typed: str) -> str:
    """An answer without its digits and signs; 0, 1, whole numbers and decimals stay apart."""
    return _DIGITS.sub(lambda found: _KINDS.get(found[0], "0.5" if "." in found[0] else "2"), typed.replace("-", "+"))
