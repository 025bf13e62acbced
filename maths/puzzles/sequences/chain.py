"""How the rule is found, in words: differences, equations for what it leaves open, rules that cannot hold."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import gcd
from typing import TYPE_CHECKING

from maths.logic.formula import All, Compare, Plus, Times, Unknown
from maths.message import Message
from maths.puzzles.puzzle import Link
from maths.puzzles.sequences.solve import OpenError, equations, parameters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maths.logic.formula import Fact
    from maths.puzzles.sequences.rules import Rule
    from maths.puzzles.sequences.solve import Equation

_LEVELS = {"add": 1, "second": 2, "third": 3, "growth": 1, "digits": 1}  # of differences that are written down


@dataclass(frozen=True, slots=True)
class Sequenced:
    """The rules that are stated, which of them holds, the terms that are shown (None: asked for) and all terms."""

    rules: tuple[Rule, ...]
    right: int
    shown: tuple[int | None, ...]
    place: int
    values: tuple[int, ...]
    terms: tuple[int, ...]

    @property
    def rule(self) -> Rule:
        return self.rules[self.right]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a link says of the parameters: it follows from these equations."""

    rows: tuple[Equation, ...]
    letters: tuple[str, ...]
    says: Fact


def fact(row: Equation, letters: Sequence[str]) -> Fact:
    parts = tuple(Times((c, Unknown(name, ()))) for c, name in zip(row.coefficients, letters, strict=True))
    return Compare(Plus(parts), "=", row.left)


def links(puzzle: Sequenced) -> tuple[tuple[Link, ...], tuple[Claim, ...]]:
    """The links, and the claims about parameters among them."""
    said: list[Link] = []
    claims: list[Claim] = []
    for number, rule in enumerate(puzzle.rules):
        if number != puzzle.right:
            link, claim = _excluded(rule, number + 1, puzzle.shown)
            said.append(link)
            claims.append(claim)
    if len(puzzle.rules) > 1:
        said.append(Link(Message("So rule ({number}) holds.", number=puzzle.right + 1)))
    seen = _looked_at(puzzle.rule, puzzle.shown)
    said += seen
    found, proved = _solved(puzzle, seen=bool(seen))
    return (*said, *found, *_continued(puzzle)), (*claims, *proved)


# A rule that cannot hold


def _excluded(rule: Rule, number: int, shown: Sequence[int | None]) -> tuple[Link, Claim]:
    """The first equations that no whole numbers satisfy."""
    rows = equations(rule, shown)
    for end in range(1, len(rows) + 1):
        some = rows[:end]
        try:
            found = parameters(some, len(rule.letters))
        except OpenError:
            continue
        if found is not None and all(value.denominator == 1 for value in found):
            continue
        claim = Claim(tuple(some), rule.letters, All((Compare(0, "=", 1),)))
        if found is not None:
            return Link(_no_whole(rule, number, some, found)), claim
        return Link(_no_solution(rule, number, some)), claim
    raise OpenError


def _no_whole(rule: Rule, number: int, rows: Sequence[Equation], found: Sequence[Fraction]) -> Message:
    letter, value = next((name, v) for name, v in zip(rule.letters, found, strict=True) if v.denominator > 1)
    return Message(
        "If rule ({number}) held, {equations} would need {letter} = {value}, which is no whole number.",
        number=number,
        equations=_listed(rows, rule.letters),
        letter=letter,
        value=str(value),
    )


def _no_solution(rule: Rule, number: int, rows: Sequence[Equation]) -> Message:
    last = rows[-1]
    needed = [row for row in rows[:-1] if set(_letters(row, rule.letters)) & set(_letters(last, rule.letters))]
    return Message(
        "If rule ({number}) held, then {equations}; but {last} does not agree with that.",
        number=number,
        equations=_listed(needed or rows[:-1], rule.letters),
        last=written(last, rule.letters),
    )


def _letters(row: Equation, letters: Sequence[str]) -> list[str]:
    return [name for c, name in zip(row.coefficients, letters, strict=True) if c]


# The rule that holds


def _looked_at(rule: Rule, shown: Sequence[int | None]) -> list[Link]:
    """The terms seen the way the rule speaks of them."""
    run = list(shown)
    if rule.key in ("squares", "cubes"):
        power = 2 if rule.key == "squares" else 3
        taken = [n**power for n in range(1, len(run) + 1)]
        left = [None if one is None else one - away for one, away in zip(run, taken, strict=True)]
        return [Link(Message("Taking away {powers} leaves {values}.", powers=_row(taken), values=_row(left)))]
    if rule.key in ("interleaved", "mixed"):
        return [
            Link(
                Message("The odd places hold {odd}, the even places {even}.", odd=_row(run[::2]), even=_row(run[1::2]))
            )
        ]
    said = []
    for level in range(_LEVELS.get(rule.key, 0)):
        run = [None if a is None or b is None else b - a for a, b in pairwise(run)]
        if level:
            said.append(Link(Message("The differences of these are {values}.", values=_row(run))))
        else:
            said.append(Link(Message("The differences of neighbours are {values}.", values=_row(run))))
    return said


def _row(values: Sequence[int | None]) -> str:
    return ", ".join("?" if one is None else str(one) for one in values)


def _solved(puzzle: Sequenced, *, seen: bool) -> tuple[list[Link], list[Claim]]:
    rule, rows = puzzle.rule, equations(puzzle.rule, puzzle.shown)
    coupled = [row for row in rows if len(_letters(row, rule.letters)) > 1]
    if len(rule.letters) > 1 and len(coupled) > 1:
        return _eliminated(puzzle, coupled)
    said, claims = [], []
    for at, (letter, value) in enumerate(zip(rule.letters, puzzle.values, strict=True)):
        first = next(row for row in rows if _letters(row, rule.letters) == [letter])
        says: Message
        if seen and first.coefficients[at] == 1:
            says = Message("So {letter} = {value}.", letter=letter, value=str(value))
        else:
            shown = written(first, rule.letters)
            says = Message("{equation}, so {letter} = {value}.", equation=shown, letter=letter, value=str(value))
        said.append(Link(says))
        claims.append(Claim((first,), rule.letters, Compare(Unknown(letter, ()), "=", value)))
    return said, claims


def _eliminated(puzzle: Sequenced, rows: Sequence[Equation]) -> tuple[list[Link], list[Claim]]:
    """Two equations in a and b: b is made to vanish, then found."""
    letters, (a, b) = puzzle.rule.letters, puzzle.values
    one, two = next((x, y) for x, y in pairwise(rows) if _determinant(x, y))
    common = gcd(one.coefficients[1], two.coefficients[1])
    times, other = two.coefficients[1] // common, one.coefficients[1] // common
    coefficient = times * one.coefficients[0] - other * two.coefficients[0]
    left = times * one.left - other * two.left
    sign = -1 if coefficient < 0 else 1
    remaining = f"{sign * left} = {_times(sign * coefficient, letters[0])}"
    if abs(times) == abs(other) == 1:
        how = Message(
            "{first} and {second}: taking one from the other leaves {remaining}, so {letter} = {value}.",
            first=written(one, letters),
            second=written(two, letters),
            remaining=remaining,
            letter=letters[0],
            value=str(a),
        )
    else:
        how = Message(
            "{first} and {second}: {times} times the first and {other} times the second, one taken from the other, "
            "leave {remaining}, so {letter} = {value}.",
            first=written(one, letters),
            second=written(two, letters),
            times=str(abs(times)),
            other=str(abs(other)),
            remaining=remaining,
            letter=letters[0],
            value=str(a),
        )
    then = Message(
        "Put into {equation}, this gives {letter} = {value}.",
        equation=written(one, letters),
        letter=letters[1],
        value=str(b),
    )
    claims = [
        Claim((one, two), letters, Compare(Unknown(letters[0], ()), "=", a)),
        Claim((one, two), letters, Compare(Unknown(letters[1], ()), "=", b)),
    ]
    return [Link(how), Link(then)], claims


def _determinant(x: Equation, y: Equation) -> int:
    return x.coefficients[0] * y.coefficients[1] - x.coefficients[1] * y.coefficients[0]


def _continued(puzzle: Sequenced) -> list[Link]:
    """That all shown terms agree, and the calculation up to the place that is asked for."""
    said = [Link(Message("All the terms that are shown agree with that."))]
    first = puzzle.place if puzzle.shown[-1] is None or puzzle.place <= len(puzzle.shown) else len(puzzle.shown) + 1
    said += [
        Link(Message("Place {place}: {calculation}.", place=place, calculation=_calculated(puzzle, place)))
        for place in range(first, puzzle.place + 1)
    ]
    return said


def _calculated(puzzle: Sequenced, place: int) -> str:
    coefficients, constant = puzzle.rule.row(place, puzzle.terms[: place - 1])
    parts = [_product(c, v) for c, v in zip(coefficients, puzzle.values, strict=True) if c and v]
    if constant or not parts:
        parts.insert(0, str(constant))
    text = parts[0]
    for part in parts[1:]:
        text += f" - {part[1:]}" if part.startswith("-") else f" + {part}"
    return f"{text} = {puzzle.terms[place - 1]}"


def _product(coefficient: int, value: int) -> str:
    if coefficient == 1:
        return str(value)
    sign = "-" if (coefficient < 0) != (value < 0) else ""
    return f"{sign}{abs(coefficient)}·{abs(value)}"


# Equations in numbers and letters


def written(row: Equation, letters: Sequence[str]) -> str:
    """`17 = 5a + b`."""
    text = str(row.constant) if row.constant else ""
    for c, name in zip(row.coefficients, letters, strict=True):
        if not c:
            continue
        part = _times(abs(c), name)
        if text:
            text += f" - {part}" if c < 0 else f" + {part}"
        else:
            text = f"-{part}" if c < 0 else part
    return f"{row.term} = {text or 0}"


def _times(coefficient: int, name: str) -> str:
    return name if coefficient == 1 else f"{coefficient}{name}"


def _listed(rows: Sequence[Equation], letters: Sequence[str]) -> str:
    return ", ".join(written(row, letters) for row in rows)
