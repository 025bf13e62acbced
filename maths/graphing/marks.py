"""Found places as marked points and dashed lines, the most telling ones, none upon another."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.graphing.closures import constant
from maths.graphing.graph import Asymptote, Kind, Point
from maths.graphing.precise import Spot
from maths.graphing.things import Given
from maths.message import Formula
from maths.show import show_tree
from maths.tree import Name, Negative, Number, Product, Quotient, Relation, Sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maths.graphing.features import Features, Found
    from maths.graphing.graph import Window
    from maths.graphing.singular import Slanted
    from maths.graphing.things import Thing
    from maths.tree import Node

MOST_MARKS = 12
_LONGEST_PAIR = 26  # characters of a point's label in a picture
_LONGEST_LABEL = 22  # characters of an exact coordinate; longer ones are rounded
_ORDER = (Kind.HOLE, Kind.CROSSING, Kind.MINIMUM, Kind.MAXIMUM, Kind.ZERO, Kind.START)


def points(things: Sequence[Thing], shown: Mapping[int, Features], window: Window) -> tuple[Point, ...]:
    """What was typed, then what was found, at most twelve in the window, each place once."""
    marked = [
        Point(number, Kind.GIVEN, constant(thing.x), constant(thing.y), thing.name)
        for number, thing in enumerate(things)
        if isinstance(thing, Given)
    ]
    wanted = [
        Point(number, found.kind, found.x.value, found.y.value, *_label(found))
        for kind in _ORDER
        for number, features in shown.items()
        for found in features.of(kind)
        if window.holds(found.x.value, found.y.value)
    ]
    for kind in _ORDER:  # whole kinds only: half of the zeros would look like all of them
        of_kind = [point for point in wanted if point.kind is kind and not _taken(point, marked, window)]
        if len(marked) + len(of_kind) <= MOST_MARKS:
            marked.extend(point for point in of_kind if not _taken(point, marked, window))
    return tuple(marked)


def _taken(point: Point, marked: Iterable[Point], window: Window) -> bool:
    return any(
        abs(point.x - other.x) < 0.012 * window.width and abs(point.y - other.y) < 0.012 * window.height
        for other in marked
    )


def _label(found: Found) -> tuple[Formula, bool]:
    """Exact where that is short enough to stand in a picture."""
    exact = pair(found.x, found.y)
    if len(exact[0].typed) <= _LONGEST_PAIR:
        return exact
    return pair(Spot(found.x.value, found.x.ball), Spot(found.y.value, found.y.ball))


def pair(x: Spot, y: Spot) -> tuple[Formula, bool]:
    """`(√2, 0)`, or `≈ (1.32, 0)`, and which it is."""
    first, second = number(x), number(y)
    exact = x.form is not None and y.form is not None and first[1] and second[1]
    latex = f"({first[0].latex}, {second[0].latex})"
    typed = f"({first[0].typed}, {second[0].typed})"
    return Formula(typed if exact else f"~ {typed}", latex if exact else rf"\approx {latex}"), exact


def number(spot: Spot) -> tuple[Formula, bool]:
    """In its exact form where it has a short one, else in about three digits."""
    if spot.form is not None:
        shown = show_tree(spot.form)
        if len(shown.typed) <= _LONGEST_LABEL:
            return shown, True
    return decimal(spot.value), False


def rounded(value: float) -> str:
    """Three digits, without an exponent where that is short."""
    if value == 0:
        return "0"
    if 1e-3 <= abs(value) < 1e5:  # noqa: PLR2004
        digits = 2 if abs(value) >= 0.1 else 4  # noqa: PLR2004
        text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
        return "0" if text in ("-0", "") else text
    mantissa, exponent = f"{value:.2e}".split("e")
    return rf"{mantissa.rstrip('0').rstrip('.')}*10^({int(exponent)})"


def decimal(value: float) -> Formula:
    text = rounded(value)
    return Formula(text, text.replace("*10^(", r" \cdot 10^{").replace(")", "}"))


def asymptotes(shown: Mapping[int, Features], window: Window) -> tuple[Asymptote, ...]:
    found: list[Asymptote] = []
    for curve, features in shown.items():
        for pole in features.poles:
            if pole.runs and window.left < pole.spot.value < window.right:
                x = pole.spot.value
                found.append(Asymptote(curve, (x, window.bottom), (x, window.top), upright(pole.spot)))
        for near in features.slanted:
            ends = _across(near, window)
            if ends is not None:
                found.append(Asymptote(curve, *ends, level(near)))
    return tuple(found)


def _across(near: Slanted, window: Window) -> tuple[tuple[float, float], tuple[float, float]] | None:
    left, right = window.left, window.right
    if near.slope_value:
        ends = sorted((edge - near.height_value) / near.slope_value for edge in (window.bottom, window.top))
        left, right = max(left, ends[0]), min(right, ends[1])
    height = near.slope_value * left + near.height_value
    if left >= right or (not near.slope_value and not window.bottom <= height <= window.top):
        return None
    return (left, height), (right, near.slope_value * right + near.height_value)


def upright(spot: Spot) -> Formula:
    """`x = π/2`"""
    shown, exact = number(spot)
    sign = "=" if exact else r"\approx"
    return Formula(f"x {'=' if exact else '~'} {shown.typed}", f"x {sign} {shown.latex}")


def level(near: Slanted) -> Formula:
    """`y = 2x + 1`"""
    terms: list[Node] = []
    if near.slope_value:
        terms.append(_sloped(near.slope))
    if near.height != Number(Fraction(0)) or not terms:
        terms.append(near.height)
    body = terms[0] if len(terms) == 1 else Sum(tuple(terms))
    return show_tree(Relation((Name("y"), body), ("=",)))


def _sloped(slope: Node) -> Node:
    x = Name("x")
    match slope:
        case Negative(operand=operand):
            return Negative(_sloped(operand))
        case Number(value=1):
            return x
        case Quotient(numerator=top, denominator=bottom):
            return Quotient(_sloped(top), bottom)
        case Product(factors=factors):
            return Product((*factors, x))
        case _:
            return Product((slope, x))
