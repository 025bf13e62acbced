"""The laws of probability for two events, used one after the other until what is asked is known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.families.numbers.rounding_steps import plain
from maths.families.terms import minus, over, plus, times
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.tree import Node

Key: TypeAlias = tuple[frozenset[int], frozenset[int]]
"""The cases, and those that are given."""

_EVERY = frozenset({0, 1, 2, 3})
_FIRST, _SECOND = frozenset({2, 3}), frozenset({1, 3})
_BOTH, _ANY = _FIRST & _SECOND, _FIRST | _SECOND
_ROUNDS = 8
_NAMES = {
    _FIRST: ("{a}", "{a}"),
    _SECOND: ("{b}", "{b}"),
    _EVERY - _FIRST: ("{a}'", "{a}^c"),
    _EVERY - _SECOND: ("{b}'", "{b}^c"),
    _BOTH: ("{a} ∩ {b}", r"{a} \cap {b}"),
    _ANY: ("{a} ∪ {b}", r"{a} \cup {b}"),
    frozenset({2}): ("{a} ∩ {b}'", r"{a} \cap {b}^c"),
    frozenset({1}): ("{a}' ∩ {b}", r"{a}^c \cap {b}"),
    frozenset({0}): ("{a}' ∩ {b}'", r"{a}^c \cap {b}^c"),
    _EVERY - _BOTH: ("{a}' ∪ {b}'", r"{a}^c \cup {b}^c"),
    _EVERY - frozenset({2}): ("{a}' ∪ {b}", r"{a}^c \cup {b}"),
    _EVERY - frozenset({1}): ("{a} ∪ {b}'", r"{a} \cup {b}^c"),
    _EVERY: ("S", "S"),
    frozenset[int](): ("∅", r"\emptyset"),
    _EVERY - frozenset({0, 3}): ("{a} △ {b}", r"{a} \triangle {b}"),
    frozenset({0, 3}): ("({a} △ {b})'", r"({a} \triangle {b})^c"),
}


def probability(key: Key, names: tuple[str, str]) -> Formula:
    """`P(A | B)`"""
    typed, latex = (_part(key[0], names, kind) for kind in (0, 1))
    if key[1] != _EVERY:
        typed, latex = f"{typed} | {_part(key[1], names, 0)}", rf"{latex} \mid {_part(key[1], names, 1)}"
    return Formula(f"P({typed})", f"P({latex})")


def _part(cases: frozenset[int], names: tuple[str, str], kind: int) -> str:
    return _NAMES[cases][kind].replace("{a}", names[0]).replace("{b}", names[1])


@dataclass(frozen=True, slots=True)
class Derived:
    """One law used: `signs` holds "+", "-", "*" or "/" before each known value after the first; "1-" its complement."""

    key: Key
    value: Fraction
    known: tuple[tuple[Key | None, Fraction], ...]
    signs: str
    tie: str = ""

    def law(self, names: tuple[str, str]) -> Formula:
        """`P(A ∩ B) = P(A) · P(B)`"""
        shown = [probability(key, names) if key else Formula("1", "1") for key, _ in self.known]
        text, latex = shown[0].typed, shown[0].latex
        for sign, part in zip(self.signs, shown[1:], strict=True):
            text += f" {sign} {part.typed}"
            latex = (
                rf"\frac{{{latex}}}{{{part.latex}}}"
                if sign == "/"
                else f"{latex} {_LATEX.get(sign, sign)} {part.latex}"
            )
        left = probability(self.key, names)
        return Formula(f"{left.typed} = {text}", f"{left.latex} = {latex}")

    def reason(self, names: tuple[str, str]) -> Message:
        law = self.law(names)
        if self.tie == "exclusive":
            return Message("The two events never happen together: {law}.", law=law)
        if self.tie == "independent":
            return Message("The events are independent: {law}.", law=law)
        if "/" in self.signs or "*" in self.signs:
            return Message("By the definition of conditional probability: {law}.", law=law)
        if self.known[0][0] is None:
            return Message("Either it happens or it does not: {law}.", law=law)
        return Message("Counted by cases, none twice: {law}.", law=law)

    def put_in(self, *, decimals: bool) -> Node:
        first, *others = (plain(value, decimals=decimals) for _, value in self.known)
        for sign, other in zip(self.signs, others, strict=True):
            first = _JOINED[sign](first, other)
        return first


_JOINED: dict[str, Callable[..., Node]] = {"+": plus, "-": minus, "*": times, "/": over}
_LATEX = {"*": r"\cdot"}


def derived(told: dict[Key, Fraction], wanted: Key, tie: str) -> list[Derived]:
    """The laws that lead from what is told to what is asked, in order; none where they do not lead there."""
    known: dict[Key, Fraction] = dict(told)
    how: dict[Key, Derived] = {}
    for _ in range(_ROUNDS):
        if wanted in known:
            return _used(how, wanted)
        for step in tuple(_steps(known, tie)):
            if step.key not in known:
                known[step.key] = step.value
                how[step.key] = step
    return []


def _used(how: dict[Key, Derived], wanted: Key) -> list[Derived]:
    """The steps behind the wanted one, each once, before what needs them."""
    lines: dict[Key, Derived] = {}

    def visit(key: Key) -> None:
        if key in how and key not in lines:
            for part, _ in how[key].known:
                if part is not None:
                    visit(part)
            lines[key] = how[key]

    visit(wanted)
    return list(lines.values())


def _plain(cases: frozenset[int]) -> Key:
    return cases, _EVERY


def _steps(known: dict[Key, Fraction], tie: str) -> Iterator[Derived]:
    yield from _ties(known, tie)
    yield from _additions(known)
    yield from _conditions(known)


def _made(
    known: dict[Key, Fraction], key: Key, parts: tuple[Key | None, ...], signs: str, tie: str = ""
) -> Iterator[Derived]:
    if any(part is not None and part not in known for part in parts):
        return
    values = [Fraction(1) if part is None else known[part] for part in parts]
    value = values[0]
    for sign, other in zip(signs, values[1:], strict=True):
        if sign == "/" and other == 0:
            return
        value = {"+": value + other, "-": value - other, "*": value * other}[sign] if sign != "/" else value / other
    yield Derived(key, value, tuple(zip(parts, values, strict=True)), signs, tie)


def _ties(known: dict[Key, Fraction], tie: str) -> Iterator[Derived]:
    one, other, both = _plain(_FIRST), _plain(_SECOND), _plain(_BOTH)
    if tie == "exclusive":
        either = _plain(_ANY)
        yield from _made(known, either, (one, other), "+", tie)
        yield from _made(known, one, (either, other), "-", tie)
        yield from _made(known, other, (either, one), "-", tie)
    if tie == "independent":
        yield from _made(known, both, (one, other), "*", tie)
        for event, second in ((one, other), (other, one)):
            yield from _made(known, second, (both, event), "/", tie)
            yield from _made(known, (event[0], second[0]), (event,), "", tie)
            rest, neither = _plain(_EVERY - event[0]), _plain(frozenset({0}))
            yield from _made(known, _plain(_EVERY - second[0]), (neither, rest), "/", tie)
            yield from _made(known, neither, (rest, _plain(_EVERY - second[0])), "*", tie)


def _additions(known: dict[Key, Fraction]) -> Iterator[Derived]:
    one, other, both, either = map(_plain, (_FIRST, _SECOND, _BOTH, _ANY))
    yield from _made(known, either, (one, other, both), "+-")
    yield from _made(known, both, (one, other, either), "+-")
    yield from _made(known, one, (either, other, both), "-+")
    yield from _made(known, other, (either, one, both), "-+")
    for whole, part, rest in (
        (_FIRST, _BOTH, frozenset({2})),
        (_SECOND, _BOTH, frozenset({1})),
        (_ANY, _FIRST, frozenset({1})),
        (_ANY, _SECOND, frozenset({2})),
    ):
        yield from _made(known, _plain(rest), (_plain(whole), _plain(part)), "-")
        yield from _made(known, _plain(part), (_plain(whole), _plain(rest)), "-")
        yield from _made(known, _plain(whole), (_plain(part), _plain(rest)), "+")
    for cases in (_FIRST, _SECOND, _BOTH, _ANY, frozenset({1}), frozenset({2})):
        yield from _made(known, _plain(_EVERY - cases), (None, _plain(cases)), "-")
        yield from _made(known, _plain(cases), (None, _plain(_EVERY - cases)), "-")


def _conditions(known: dict[Key, Fraction]) -> Iterator[Derived]:
    events = (_FIRST, _EVERY - _FIRST), (_SECOND, _EVERY - _SECOND)
    for givens, others in (events, events[::-1]):
        for given in givens:
            for event in others:
                both = event & given
                yield from _made(known, (event, given), (_plain(both), _plain(given)), "/")
                yield from _made(known, _plain(both), ((event, given), _plain(given)), "*")
                yield from _made(known, _plain(given), (_plain(both), (event, given)), "/")
                yield from _made(known, (event, given), (None, (_EVERY - event, given)), "-")
