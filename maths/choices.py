"""A problem with answers to choose from: the right one, and wrong ones as somebody would find them who slipped.

A wrong answer is the right one with a sign lost, a fraction turned over, a step counted too many. It is offered only
when grading says that it differs in value from the right one and from every other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice
from random import Random
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.generate import generate
from maths.grade import grade
from maths.grading.form import WITH_CONSTANT
from maths.message import Formula
from maths.read import read
from maths.show import show_tree
from maths.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.generating.exercise import Exercise
    from maths.verdict import Level

OPTIONS = 4
FEWEST = 3  # but where there are only two answers in the world
MAX_TRIED = 24  # wrong answers looked at for one problem
_TRUTHS = ("True", "False")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TIME = re.compile(r"(\d{1,2}):(\d\d) ([AP])M")
_NUMBER = re.compile(r"(-?)(\d+)(?:/(\d+)|\.(\d+))?(%| won)?")
_WITH_BASE = re.compile(r"(\d+)_(\d+)")
_BINARY = re.compile(r"[01]{4,}")
_LITERAL = re.compile(r"(?<![\w.])\d+(?![\w.])")
_SIGN = re.compile(r"(?<=[\w)]) ([+-]) |(?<![\w)])-(?=[\w(])")
_TURNED = {"<=": "<", ">=": ">", "<": ">", ">": "<", "sin": "cos", "cos": "sin", "[": "(", "]": ")", " or ": " and "}
_NEVER_BELOW = re.compile(
    r"\b(?:area|distance|length|perimeter|circumference|magnitude|deviation|variance|how many|number of|ways|radius|"
    r"diameter|volume|probability|digits?|inverse|remainder|sides?|hypotenuse|smallest positive|three-digit)\b|\|u",
    re.IGNORECASE,
)
_ODD = re.compile(r"\*\*1\b|/1\b|(?<![\w.])1\*(?=[a-z(])|sqrt\((?:0|1|4|9|16|25|36|49|64|81|100)\)|(?<![\w.])0\*")
_LARGE = 20  # from here on ten more or less is as near as one
_HUGE = 10**4  # from here on one more or less is no slip anybody makes


@dataclass(frozen=True, slots=True)
class Quick:
    """A problem to be answered by choosing: `options[right]` is its answer, in value unlike every other."""

    exercise: Exercise
    options: tuple[Formula, ...]
    right: int


def quick(topic: str, level: Level, seed: int) -> Quick | None:
    """The question of a seed, always the same; None where none came of it. Raises UnknownTopicError."""
    found = generate(topic, level, seed)
    if found is None:
        return None
    wrong = wrong_answers(found)
    if len(wrong) + 1 < (len(_TRUTHS) if found.answer.typed in _TRUTHS else FEWEST):
        return None
    order = [found.answer.typed, *wrong]
    Random(f"{topic} {level} {seed}").shuffle(order)  # noqa: S311 - where an option stands, not a secret
    shown = _shown(order, found.answer)
    return Quick(found, shown, order.index(found.answer.typed))


def wrong_answers(exercise: Exercise) -> list[str]:
    """At most three answers, as they are typed, which differ in value from the right one and from each other."""
    right = exercise.answer.typed
    form = exercise.policy.get("form", "")
    policy = {name: value for name, value in exercise.policy.items() if name not in {"asked", "form"}}
    if str(form).lower() in WITH_CONSTANT:
        policy["form"] = form
    kept: list[str] = []
    for candidate in islice(dict.fromkeys(_slips(exercise)), MAX_TRIED):
        if len(kept) == OPTIONS - 1:
            break
        if all(grade(other, candidate, policy).outcome is Outcome.DIFFERENT for other in (right, *kept)):
            kept.append(candidate)
    return kept


def _slips(exercise: Exercise) -> Iterator[str]:  # noqa: PLR0911 - a kind of answer each
    """Answers one slip away from the right one, the likeliest first."""
    right, said = exercise.answer.typed, str(exercise.statement)
    signed = "-" in right or ("-" in said and _NEVER_BELOW.search(said) is None)
    if said.startswith("Which"):
        named = (one.typed for _, one in exercise.statement.arguments if isinstance(one, Formula))
        return chain(named, _formulas(right, signed=False))
    if said.startswith("Sort"):
        return _sorted_otherwise(right.split(", "))
    chance = Random(str(exercise.statement))  # noqa: S311 - which slip, not a secret
    if right in _TRUTHS:
        return iter(truth for truth in _TRUTHS if truth != right)
    if right in _WEEKDAYS:
        place = _WEEKDAYS.index(right)
        return iter(_WEEKDAYS[(place + step) % len(_WEEKDAYS)] for step in (1, -1, 2, -2))
    if found := _TIME.fullmatch(right):
        return _times(int(found[1]), int(found[2]), found[3])
    if found := _WITH_BASE.fullmatch(right):
        return (f"{digits}_{found[2]}" for digits in _other_digits(found[1], int(found[2])))
    if _BINARY.fullmatch(right) and exercise.topic == "number_bases":
        return _other_digits(right, 2)
    if found := _NUMBER.fullmatch(right):
        slips = list(_numbers(found, signed=signed, share=exercise.topic == "probability"))
        likely, rest = slips[: OPTIONS + 1], slips[OPTIONS + 1 :]
        chance.shuffle(likely)
        return iter([*likely, *rest])
    slips = [
        slip for slip in _formulas(right, signed=signed) if _ODD.search(slip) is None and not _repeats(slip, right)
    ]
    chance.shuffle(slips)
    return iter(slips)


def _sorted_otherwise(members: list[str]) -> Iterator[str]:
    """Two neighbours in each other's place; the whole order turned round."""
    for place in range(len(members) - 1):
        first, second = members[place : place + 2]
        yield ", ".join([*members[:place], second, first, *members[place + 2 :]])
    yield ", ".join(reversed(members))


def _repeats(slip: str, right: str) -> bool:
    """Whether a list names something twice that the right one does not."""
    before, after = right.split(", "), slip.split(", ")
    return len(set(before)) == len(before) and len(set(after)) < len(after)


def _times(hour: int, minute: int, half: str) -> Iterator[str]:
    other = "P" if half == "A" else "A"
    yield f"{hour % 12 + 1}:{minute:02d} {half}M"
    yield f"{hour}:{minute:02d} {other}M"
    yield f"{hour}:{(minute + 10) % 60:02d} {half}M"
    yield f"{(hour - 2) % 12 + 1}:{minute:02d} {half}M"


def _other_digits(digits: str, base: int) -> Iterator[str]:
    """One digit wrong, from the last on; two digits in each other's place."""
    for place in range(len(digits) - 1, 0, -1):
        yield digits[:place] + str((int(digits[place]) + 1) % base) + digits[place + 1 :]
        yield digits[: place - 1] + digits[place] + digits[place - 1] + digits[place + 1 :] if place > 1 else digits


def _numbers(found: re.Match[str], *, signed: bool, share: bool) -> Iterator[str]:
    """Numbers near a number, written as it is; none below zero where nothing is, a `share` within 0 and 1."""
    minus, whole, under, decimals, unit = found.groups()
    value = Fraction(f"{minus}{whole}" + (f"/{under}" if under else f".{decimals}" if decimals else ""))
    near = _near_decimals(value, len(decimals)) if decimals else _near_fractions(value) if under else _near(int(value))
    percent = unit == "%"
    for other in chain([-value] if signed and value else [], near):
        if other == value or (other < 0 and not signed) or (share and not 0 <= other <= 1):
            continue
        if percent and value <= 100 < other:  # noqa: PLR2004 - of a hundred
            continue
        yield _written(other, len(decimals or "")) + (unit or "")


def _near(number: int) -> Iterator[Fraction]:
    size = abs(number)
    if size < _HUGE:
        yield from (Fraction(number + 1), Fraction(number - 1))
    digits = str(size)
    if len(digits) > 1 and digits[-1] != digits[-2]:
        yield Fraction((number > 0) - (number < 0)) * int(digits[:-2] + digits[-1] + digits[-2])
    if size >= _LARGE:
        yield from (Fraction(number + 10), Fraction(number - 10))
    yield Fraction(2 * number)
    if number % 2 == 0:
        yield Fraction(number, 2)
    if size >= _HUGE:
        yield from (Fraction(number, 10), Fraction(10 * number))
    yield from (Fraction(number + 2), Fraction(number - 2), Fraction(number + 3))


def _near_fractions(value: Fraction) -> Iterator[Fraction]:
    over, under = value.numerator, value.denominator
    if 0 < value < 1:
        yield 1 - value
    yield Fraction(under, over)
    yield Fraction(over + 1, under)
    yield Fraction(over, under + 1)
    if under > 2:  # noqa: PLR2004 - halves have none below
        yield Fraction(over, under - 1)
    yield Fraction(over - 1, under)
    yield 2 * value


def _near_decimals(value: Fraction, places: int) -> Iterator[Fraction]:
    step = Fraction(1, 10**places)
    yield value * 10
    yield from (value + step, value - step)
    if places > 1:
        yield from (value + 10 * step, value - 10 * step)
    yield value / 10
    yield 2 * value


def _written(value: Fraction, places: int) -> str:
    """A number as the right answer is written: a decimal where that is one."""
    if not places:
        return str(value)
    scaled = value
    while scaled.denominator != 1 and places < 12:  # noqa: PLR2004 - more digits than any answer has
        if (value * 10**places).denominator == 1:
            break
        places += 1
    return f"{float(value):.{places}f}".rstrip("0").rstrip(".") or "0"


def _formulas(right: str, *, signed: bool) -> Iterator[str]:
    """A number one off, a sign turned, a relation or a function taken for its neighbour, two members swapped."""
    for found in _LITERAL.finditer(right):
        number = int(found[0])
        for other in (number + 1, number - 1):
            if other > 0:
                yield right[: found.start()] + str(other) + right[found.end() :]
    for found in _SIGN.finditer(right):
        turned = {" + ": " - ", " - ": " + "}.get(found[0], "")
        yield right[: found.start()] + turned + right[found.end() :]
    for sign, neighbour in _TURNED.items():
        if sign in right and not (sign in "[]" and right.startswith("[[")):
            once = len(sign) > 1
            yield right.replace(sign, neighbour, 1) if once else re.sub(re.escape(sign) + "(?!=)", neighbour, right)
    if (pair := re.fullmatch(r"\(([^,()]+), ([^,()]+)\)", right)) and pair[1] != pair[2]:
        yield f"({pair[2]}, {pair[1]})"
    if signed and re.fullmatch(r"[\w*/() ^]+", right):
        yield f"-({right})"


def _shown(order: list[str], right: Formula) -> tuple[Formula, ...]:
    """The options as formulas, all written by one hand: how one is set must not give it away."""
    try:
        shown = tuple(show_tree(read(typed)) for typed in order)
    except RefusedError:
        return tuple(right if typed == right.typed else _in_words(typed) for typed in order)
    return tuple(Formula(typed, one.latex) for typed, one in zip(order, shown, strict=True))


def _in_words(typed: str) -> Formula:
    return Formula(typed, rf"\text{{{typed}}}")
