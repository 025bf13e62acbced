"""Numbers compared: two of them, the k-th of several, the closest, all in order. The routes are those of `ordering`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cmp_to_key
from typing import TYPE_CHECKING

from maths.families.numbers import comparison_steps as steps
from maths.families.numbers.operands import rational_value
from maths.families.numbers.ordering import order
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.grade import grade
from maths.grading.zero import same_value
from maths.message import Formula, Message
from maths.tree import Collection, Kind, Name, Relation, Truth
from maths.verdict import Outcome, Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.written import Written
    from maths.tree import Node
    from maths.verdict import Level, Passage

    Order = Callable[[Node, Node], int]
    Teaching = Callable[[Level], Callable[[Formula | Message], tuple[Passage, ...]]]

_HOLDS: dict[str, tuple[int, ...]] = {"<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (1, 0), "=": (0,), "!=": (-1, 1)}


@dataclass(frozen=True, slots=True)
class Compare:
    """Whether a chain such as `2 < 3 <= 4` is true."""

    values: tuple[Node, ...]
    operators: tuple[str, ...]

    def settle(self, find: Order | None = None) -> Settled:
        """`find` stands in for both routes in tests."""
        if not set(self.operators) <= _HOLDS.keys():
            raise UndecidedError(Message("Only < > ≤ ≥ = ≠ between numbers are decided here."))
        pairs = list(zip(self.values, self.values[1:], strict=False))
        signs = [(find or order)(left, right) for left, right in pairs]
        true = all(sign in _HOLDS[operator] for sign, operator in zip(signs, self.operators, strict=True))
        asked = Relation(self.values, self.operators)
        return Settled(
            formula(Truth(true)),
            _method(),
            lambda level: steps.teach_compare(asked, signs, level, true=true),
        )


@dataclass(frozen=True, slots=True)
class Extreme:
    """The `rank`-th largest (or smallest) of several numbers, by its letter where `labels` are given."""

    options: tuple[Written, ...]
    rank: int
    largest: bool
    labels: tuple[str, ...] = ()

    def settle(self, find: Order | None = None) -> Settled:
        """`find` stands in for both routes in tests."""
        _refuse_few(self.options)
        if not 1 <= self.rank <= len(self.options):
            raise UndecidedError(Message("There are not so many numbers."))
        places = _sorted(self.options, find or order, descending=self.largest)
        place = places[self.rank - 1]
        ordered = [self.options[n].value for n in places]
        for other in places[: self.rank + 1]:
            if other != place and (find or order)(self.options[other].value, self.options[place].value) == 0:
                raise UndecidedError(Message("Two of the numbers are equal: the place can be counted in two ways."))
        return _chosen(
            self.options,
            self.labels,
            place,
            lambda level: steps.teach_extreme(ordered, self.rank, level, largest=self.largest),
        )


@dataclass(frozen=True, slots=True)
class Closest:
    """The number with the smallest distance from a target."""

    target: Node
    options: tuple[Written, ...]
    labels: tuple[str, ...] = ()

    def settle(self, find: Order | None = None) -> Settled:
        """`find` stands in for both routes in tests."""
        _refuse_few(self.options)
        target = rational_value(self.target)
        values = [rational_value(option.value) for option in self.options]
        distances = [number(abs(value - target)) for value in values]
        compare = find or order
        places = _places(distances, compare)
        if compare(distances[places[0]], distances[places[1]]) == 0:
            raise UndecidedError(Message("Two of the numbers are equally close."))
        shown = [self.options[n].value for n in places]
        return _chosen(
            self.options,
            self.labels,
            places[0],
            lambda level: steps.teach_closest(self.target, shown, [distances[n] for n in places], level),
        )


@dataclass(frozen=True, slots=True)
class Sort:
    options: tuple[Written, ...]
    descending: bool = False

    def settle(self, find: Order | None = None) -> Settled:
        """`find` stands in for both routes in tests."""
        _refuse_few(self.options)
        places = _sorted(self.options, find or order, descending=self.descending)
        ordered = [self.options[n] for n in places]
        return Settled(
            listed(formula(option.typed) for option in ordered),
            _method(),
            lambda level: steps.teach_sort(
                [option.typed for option in ordered],
                [option.value for option in ordered],
                level,
                descending=self.descending,
            ),
            judge=lambda given: _judge_order(given, ordered),
        )


def _refuse_few(options: tuple[Written, ...]) -> None:
    if len(options) <= 1:
        raise UndecidedError(Message("There is only one number: nothing can be compared."))


def _sorted(options: tuple[Written, ...], compare: Order, *, descending: bool) -> list[int]:
    """The places of the options in order; equal ones stay as they stand."""
    sign = -1 if descending else 1
    return _places([option.value for option in options], lambda a, b: sign * compare(a, b))


def _places(values: list[Node], compare: Order) -> list[int]:
    by_value: Callable[[int, int], int] = lambda a, b: compare(values[a], values[b])  # noqa: E731 - typed for the key
    return sorted(range(len(values)), key=cmp_to_key(by_value))


def _method() -> Message:
    return Message("compared exactly, and again by python-flint")


def _chosen(options: tuple[Written, ...], labels: tuple[str, ...], place: int, teach: Teaching) -> Settled:
    option = options[place]
    shown = formula(option.typed)
    if not labels:
        return Settled(shown, _method(), lambda level: teach(level)(shown), also=(formula(option.value).typed,))
    label = labels[place]
    answer = Formula(label, rf"\text{{({label})}}")
    whole = Message("({label}) {number}", label=label, number=shown)
    return Settled(
        answer,
        _method(),
        lambda level: teach(level)(whole),
        hear=lambda said: _hear_label(said, label, labels, options[place].value),
    )


def _hear_label(said: str, label: str, labels: tuple[str, ...], value: Node) -> Verdict:
    bare = said.strip().strip("()[].:$ ").casefold()
    if bare == label.casefold():
        return Verdict(Standing.VERIFIED, _method())
    if bare in {other.casefold() for other in labels}:
        return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=label))
    if grade(formula(value).typed, said).outcome is Outcome.EQUAL:
        return Verdict(Standing.VERIFIED, _method())
    return Verdict(Standing.UNCHECKED, None, Message("The answer is one of the letters of the choices."))


def _judge_order(given: Node, ordered: list[Written]) -> Verdict:
    claimed: tuple[Node, ...] = ()
    match given:
        case Collection(kind=Kind.SEQUENCE | Kind.LIST | Kind.TUPLE | Kind.SET, items=items):
            claimed = items
        case Relation(operands=operands, operators=operators) if set(operators) <= {"<", ">", "<=", ">=", "="}:
            claimed = operands
    if not claimed:
        return Verdict(Standing.UNCHECKED, None, Message("The answer is a list of the numbers in order."))
    names = {option.typed.full: option.value for option in ordered if isinstance(option.typed, Name)}
    values = [names.get(item.full, item) if isinstance(item, Name) else item for item in claimed]
    if len(values) != len(ordered):
        return Verdict(Standing.REFUTED, None, Message("The list does not hold all the numbers, each once."))
    same = [same_value(option.value, value) for option, value in zip(ordered, values, strict=True)]
    if None in same:
        return Verdict(Standing.UNCHECKED, None, Message("I could not decide whether these are equal."))
    if all(same):
        return Verdict(Standing.VERIFIED, _method())
    return Verdict(Standing.REFUTED, None, Message("The numbers are not in the order that was asked for."))
