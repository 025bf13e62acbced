"""Two answers of which one or both have units: which unit counts, and whether the units fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.grading.quantity import Quantity, letters_as_unit, quantity, unit
from maths.grading.typed_answer import Several
from maths.message import Message
from maths.tree import (
    Collection,
    Degrees,
    Interval,
    Junction,
    Matrix,
    Name,
    Number,
    Percent,
    Product,
    Relation,
    SetOperation,
    Text,
    Truth,
    names,
    walk,
)

if TYPE_CHECKING:
    from maths.grading.quantity import Unit
    from maths.grading.typed_answer import Answer, Typed
    from maths.tree import Node

_NO_MEASURES = (Relation, Collection, Interval, Junction, Matrix, SetOperation, Text, Truth, Quantity, Several)


EXTRA_UNIT = Message("The value is right, but there is a unit that was not asked for.")
WRONG_UNIT = Message("The value is right, but the unit is wrong.")


def fitted(expected: Answer, given: Answer, named: str) -> tuple[Typed, Typed]:
    """Both values, each with the unit that stands beside it in prose or in the question where it counts."""
    wanted, answer = expected.value, given.value
    if named:
        wanted, answer = _with_unit(wanted, expected, named), _with_unit(answer, given, named)
    if expected.aside is not None and (isinstance(answer, Quantity) or given.aside is not None):
        wanted = expected.aside
    if given.aside is not None and isinstance(wanted, Quantity):
        answer = given.aside
    wanted, answer = _read_again(wanted, expected, answer), _read_again(answer, given, wanted)
    return _as_measure(wanted, answer), _as_measure(answer, wanted)


def _read_again(value: Typed, side: Answer, other: Typed) -> Typed:
    """`5 m` and `5000 mL` are products of letters, but quantities beside a quantity."""
    if isinstance(value, _NO_MEASURES) or not isinstance(other, Quantity) or other.unit.label or not names(value):
        return value
    found = quantity(side.text)
    return value if found is None or found.unit.label else found


def as_quantities(expected: Answer, given: Answer) -> tuple[Quantity, Quantity] | None:
    """Two products of letters, `5 L` and `5000 mL`, as the quantities that both can be."""
    sides = [
        quantity(side.text)
        for side in (expected, given)
        if not isinstance(side.value, _NO_MEASURES) and names(side.value)
    ]
    match sides:
        case [Quantity() as wanted, Quantity() as answer] if not wanted.unit.label and not answer.unit.label:
            return wanted, answer
        case _:
            return None


def _with_unit(value: Typed, answer: Answer, named: str) -> Typed:
    if isinstance(value, _NO_MEASURES):
        return value
    if named in ("%", "percent", "pct"):
        return value if isinstance(value, Percent) else Percent(value)
    if answer.aside is not None:
        return answer.aside
    letters = letters_as_unit(value)
    if letters is not None:
        return letters
    found = unit(named, latex=True)
    return value if found is None or isinstance(value, Degrees) else Quantity(value, found)


def _as_measure(value: Typed, other: Typed) -> Typed:
    """`5 m` as metres beside a quantity; degrees as degrees; a number of counted things or of money as a number."""
    if isinstance(value, Quantity):
        if _is_angle(value.unit):
            return Degrees(value.value)
        if _is_radian(value.unit) and _is_measured_angle(value.value, other):
            return value.value
        if not isinstance(other, Quantity | Several) and _is_bare(value.unit):
            return value.value
    return value


def _is_angle(found: Unit) -> bool:
    return found.dimensions == (("degree", 1),) and found.factor == 1


def _is_radian(found: Unit) -> bool:
    return found.dimensions == (("radian", 1),)


def _is_measured_angle(radians: Node, other: Typed) -> bool:
    """Beside degrees, or beside a bare multiple of π, radians are the number they are."""
    if isinstance(other, Quantity | Several):
        return isinstance(other, Quantity) and _is_angle(other.unit)
    return isinstance(other, Degrees) or all(Name("pi") in walk(side) for side in (radians, other))


def misfit(wanted: Typed, answer: Typed) -> Message | None:
    """Why the units do not fit; None where they do."""
    if not isinstance(wanted, Quantity) and not isinstance(answer, Quantity):
        return None
    if not isinstance(answer, Quantity):
        return None if isinstance(wanted, Quantity) and _is_bare(wanted.unit) else Message("The unit is missing.")
    if not isinstance(wanted, Quantity):
        return None if _is_bare(answer.unit) else EXTRA_UNIT
    if wanted.unit.label and answer.unit.label:
        same = wanted.unit.label_root == answer.unit.label_root
        return None if same else Message("The value is right, but it counts something else.")
    if wanted.unit.dimensions != answer.unit.dimensions or wanted.unit.label or answer.unit.label:
        return WRONG_UNIT
    return None


def _is_bare(found: Unit) -> bool:
    return found.label or found.is_sign


def converted(wanted: Typed, answer: Typed) -> tuple[Node, Node]:
    """Both values in the unit of the expected answer."""
    if isinstance(wanted, Quantity) and isinstance(answer, Quantity):
        ratio = answer.unit.factor / wanted.unit.factor
        return wanted.value, answer.value if ratio == 1 else Product((answer.value, Number(ratio)))
    return _value(wanted), _value(answer)


def _value(side: Typed) -> Node:
    if isinstance(side, Quantity):
        return side.value
    return Text("…") if isinstance(side, Several) else side


__all__ = ["as_quantities", "converted", "fitted", "misfit"]
