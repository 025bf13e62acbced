"""What was typed behind /plot as things to draw: every formula read by `maths.read`, every character accounted for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import inf, isfinite
from typing import TYPE_CHECKING

from maths.bounds import RefusedError, UnreadableError
from maths.engines.survey import survey
from maths.graphing.closures import constant
from maths.graphing.definitions import Definitions
from maths.graphing.pieces import clauses, conditioned, ranged
from maths.graphing.solved import is_constant, simple_zeros, solved_for_y
from maths.graphing.things import (
    EVERYWHERE,
    MAX_POINTS,
    MAX_REQUEST,
    MAX_THINGS,
    Bound,
    Explicit,
    Given,
    Implicit,
    Inequality,
    Limits,
    Parametric,
    Polar,
    Request,
)
from maths.message import Formula, Message
from maths.read import read
from maths.show import show_tree
from maths.tree import (
    Apply,
    Call,
    Collection,
    Interval,
    Junction,
    Kind,
    Name,
    Negative,
    Number,
    PlusMinus,
    Power,
    Product,
    Relation,
    Sum,
    names,
    walk,
)
from maths.values import branches

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.graphing.pieces import Piece, Range
    from maths.graphing.things import Thing
    from maths.tree import Node

_X, _Y, _R, _THETA = Name("x"), Name("y"), Name("r"), Name("theta")
_LETTERS = frozenset({"x", "y", "r", "theta", "t"})
_PLANE = frozenset({"x", "y"})
_POLAR = frozenset({"r", "theta"})
_NAMED_POINT = re.compile(r"^(?P<name>[A-Z])\s*=?\s*(?P<point>\([^()]*(?:\([^()]*\)[^()]*)*,.*\))$")
_FUNCTION = re.compile(r"(?<![A-Za-z\\])([A-Za-z])\s*\(\s*[A-Za-z]\s*\)\s*=")
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def understood(text: str) -> Request:
    """Raises UnreadableError with the place in the text, where it cannot be drawn as it stands."""
    if len(text) > MAX_REQUEST:
        raise UnreadableError(Message("This is too long to draw."), MAX_REQUEST)
    reader = _Reader(frozenset(_FUNCTION.findall(text)) - _PLANE - {"r"})
    for clause in clauses(text):
        reader.clause(clause)
    return reader.request()


def _refuse(message: Message, piece: Piece) -> UnreadableError:
    return UnreadableError(message, piece.place)


@dataclass(slots=True)
class _Reader:
    functions: frozenset[str]
    definitions: Definitions = field(default_factory=Definitions)
    waiting: list[tuple[Piece, Node, Limits]] = field(default_factory=list)
    ranges: dict[str, Limits] = field(default_factory=dict)
    window: dict[str, Limits] = field(default_factory=dict)

    def clause(self, pieces: Sequence[Piece]) -> None:
        first = True
        for piece in pieces:
            if piece.text:
                self._piece(piece, first=first)
                first = False

    def _piece(self, piece: Piece, *, first: bool) -> None:
        found = ranged(piece)
        if found is not None:
            self._take_range(found)
            return
        body, condition = conditioned(piece)
        limits = EVERYWHERE
        if condition is not None:
            limits = self._condition(condition)
        named = _NAMED_POINT.match(body.text)
        node = self._read(body.part(*named.span("point")) if named else body)
        if named:
            node = Relation((Name(named["name"]), node), ("=",))
        if condition is None and (given := self._limits(node, body)):
            letter, of_letter = given
            if letter in ("t", "theta"):
                self.ranges[letter] = of_letter
                return
            if not first and letter == "x" and self.waiting:
                before, tree, _ = self.waiting[-1]
                self.waiting[-1] = (before, tree, replace(of_letter, shown=show_tree(node)))
                return
        if not self.definitions.take(node, body):
            self.waiting.extend((body, part, limits) for part in _apart(node))

    def _read(self, piece: Piece) -> Node:
        try:
            return read(piece.text, functions=self.functions)
        except UnreadableError as error:
            raise UnreadableError(error.message, piece.place + error.place) from error

    def _take_range(self, found: Range) -> None:
        low, high = (_value(self._read(end), end) for end in (found.low, found.high))
        if not low < high:
            raise _refuse(Message("This range has no inside."), found.low)
        if found.letter in _PLANE:
            self.window[found.letter] = Limits(low, high)
        else:
            self.ranges[found.letter] = Limits(low, high)

    def _condition(self, piece: Piece) -> Limits:
        """The limits of x that a condition states; those of another letter are kept for its curve."""
        found = ranged(piece)
        if found is not None:
            low, high = (_value(self._read(end), end) for end in (found.low, found.high))
            ends = (self._read(found.low), Name(found.letter), self._read(found.high))
            letter, limits = found.letter, Limits(low, high, shown=show_tree(Relation(ends, ("<=", "<="))))
        else:
            text = re.sub(r"^\s*(?:구간|the interval|interval)\s*", "", piece.text)
            inner = piece.part(len(piece.text) - len(text), len(piece.text))
            node = self._read(inner)
            given = self._limits(node, inner) or _interval(node)
            if given is None:
                raise _refuse(Message("This condition is not a range such as -1 <= x <= 2."), piece)
            letter, limits = given[0], replace(given[1], shown=show_tree(_chain(node)))
        if not limits.low < limits.high:
            raise _refuse(Message("This range has no inside."), piece)
        if letter not in ("x", ""):
            self.ranges[letter] = limits
            return EVERYWHERE
        return limits

    def _limits(self, node: Node, piece: Piece) -> tuple[str, Limits] | None:
        """`-1 <= x < 2`, `t in [0, 2pi]`: the letter and its limits."""
        match node:
            case Relation(operands=(Name() as letter, Interval() | Collection() as held), operators=("in",)):
                given = _interval(held)
                return (letter.full, given[1]) if given else None
            case Relation(operands=(low, Name() as letter, high), operators=(first, second)) if (
                first in ("<", "<=") and second in ("<", "<=") and not names(low) and not names(high)
            ):
                ends = (_value(low, piece), _value(high, piece))
                return letter.full, Limits(*ends, first == "<", second == "<")
            case Relation(operands=(high, Name() as letter, low), operators=(first, second)) if (
                first in (">", ">=") and second in (">", ">=") and not names(low) and not names(high)
            ):
                ends = (_value(low, piece), _value(high, piece))
                return letter.full, Limits(*ends, second == ">", first == ">")
            case Relation(operands=(Name() as letter, end), operators=(operator,)) if operator in _TURNED and not names(
                end
            ):
                return letter.full, _one_sided(operator, _value(end, piece))
            case Relation(operands=(end, Name() as letter), operators=(operator,)) if operator in _TURNED and not names(
                end
            ):
                return letter.full, _one_sided(_TURNED[operator], _value(end, piece))
        return None

    # From trees to things

    def request(self) -> Request:
        things: list[Thing] = []
        self._join_parametric()
        for piece, node, limits in self.waiting:
            try:
                things.extend(_limited(thing) for thing in self._things(node, limits, piece))
            except UnreadableError:
                raise
            except RefusedError as error:
                raise UnreadableError(error.message, piece.place) from error
        if not things:
            raise UnreadableError(Message("There is nothing to draw."), 0)
        points = sum(isinstance(thing, Given) for thing in things)
        if len(things) - points > MAX_THINGS or points > MAX_POINTS:
            raise UnreadableError(Message("At most {count} curves are drawn at once.", count=MAX_THINGS), 0)
        return Request(tuple(things), self.window.get("x"), self.window.get("y"), (self.definitions.axis(), "y"))

    def _join_parametric(self) -> None:
        """`x = cos t` and `y = sin t` are one curve."""
        joined: list[tuple[Piece, Node, Limits]] = []
        for piece, node, limits in self.waiting:
            before = joined[-1][1] if joined else None
            letters = _parameter(before, "x") & _parameter(node, "y") if before is not None else frozenset()
            if letters and isinstance(before, Relation) and isinstance(node, Relation):
                pair = Collection(Kind.TUPLE, (before.operands[1], node.operands[1]))
                joined[-1] = (joined[-1][0], pair, limits)
            else:
                joined.append((piece, node, limits))
        self.waiting = joined

    def _things(self, node: Node, limits: Limits, piece: Piece) -> Iterable[Thing]:  # noqa: PLR0911 - a line a form
        shown = show_tree(node)
        match node:
            case Relation(operands=(Apply(function=name), _), operators=("=",)) if name in self.definitions.functions:
                body = self.definitions.checked(self.definitions.functions[name], piece)
                survey(body, frozenset({"x"}))
                return [Explicit(shown, body, limits)]
            case Relation(
                operands=(Name() as point, Collection(kind=Kind.TUPLE, items=(_, _)) as node), operators=("=",)
            ):
                shown = show_tree(node)
                shown = Formula(f"{point.full}{shown.typed}", f"{show_tree(point).latex}{shown.latex}")
        node = self.definitions.replaced(node, piece)
        survey(node, _LETTERS)
        match node:
            case Collection(kind=Kind.TUPLE, items=(x, y)):
                return [self._pair(shown, x, y, limits, piece)]
            case Relation(operators=("=",), operands=(left, right)):
                self._letters(node, piece)
                return [self._equation(shown, left, right, limits, piece)]
            case Relation() | Junction(kind="and"):
                self._letters(node, piece)
                return [Inequality(shown, tuple(self._bounds(node, piece)), limits)]
            case Collection() | Interval() | Junction():
                raise _refuse(Message("This is neither a curve nor a point nor a region."), piece)
        letters = self._letters(node, piece)
        if letters <= {"x"}:
            return [Explicit(_equated("y", shown), node, limits)]
        if letters == {"theta"}:
            return [Polar(_equated("r", shown, r"r"), node, self.ranges.get("theta", EVERYWHERE))]
        if len(letters) == 1 and "y" not in letters:
            (letter,) = letters
            return [Explicit(_equated("y", shown), self.definitions.renamed(node, letter), limits)]
        raise _refuse(Message("An equation needs a sign such as “=” between its two sides."), piece)

    def _letters(self, node: Node, piece: Piece) -> frozenset[str]:
        letters = names(node)
        unknown = sorted(letters - _PLANE - _POLAR - {"t"})
        if unknown and not (len(letters) == 1 and not isinstance(node, Relation)):
            name = show_tree(Name(*unknown[0].split("_", 1)))
            raise _refuse(Message("The value of {name} is not given; add {example} to the request.", name=name,
                                  example=Formula(f"{name.typed} = 1", f"{name.latex} = 1")), piece)  # fmt: skip
        return letters

    def _pair(self, shown: Formula, x: Node, y: Node, limits: Limits, piece: Piece) -> Thing:
        letters = names(x) | names(y)
        if not letters:
            for coordinate in (x, y):
                _value(coordinate, piece)
            return Given(shown, x, y)
        if len(letters) > 1:
            raise _refuse(Message("Both coordinates of a curve depend on one letter, such as t."), piece)
        (letter,) = letters
        given = self.ranges.get(letter, limits)

        return Parametric(shown, x, y, letter, given)

    def _equation(self, shown: Formula, left: Node, right: Node, limits: Limits, piece: Piece) -> Thing:
        letters = names(left) | names(right)
        if not letters:
            raise _refuse(Message("There is no letter in this equation."), piece)
        if left == _Y and names(right) <= {"x"}:
            return Explicit(shown, right, limits)
        if right == _Y and names(left) <= {"x"}:
            return Explicit(shown, left, limits)
        if letters <= _POLAR or letters == {"t", "r"}:
            return self._polar(shown, left, right)
        if left == _Y and len(names(right)) == 1 and "y" not in names(right):
            (letter,) = names(right)
            return Explicit(shown, self.definitions.renamed(right, letter), limits)
        if "t" in letters:
            raise _refuse(Message("A curve by t needs both x = … and y = … ."), piece)
        return self._edge(shown, Sum((left, Negative(right))), limits)

    def _edge(self, shown: Formula, body: Node, limits: Limits) -> Explicit | Implicit:
        if not names(body) <= _PLANE:
            return Implicit(shown, body, limits)
        if is_constant(body):
            raise RefusedError(Message("This holds everywhere or nowhere: there is no curve to draw."))
        solved = solved_for_y(body)
        return Explicit(shown, solved, limits) if solved is not None else Implicit(shown, simple_zeros(body), limits)

    def _polar(self, shown: Formula, left: Node, right: Node) -> Thing:
        limits = self.ranges.get("theta", EVERYWHERE)
        if left == _R and names(right) <= {"theta"}:
            return Polar(shown, right, limits)
        if left == Power(_R, Number(Fraction(2))) and names(right) == {"theta"}:
            return Polar(shown, Call("sqrt", (right,)), limits)
        if left == _THETA and not names(right):
            body = Sum((Product((_Y, Call("cos", (right,)))), Negative(Product((_X, Call("sin", (right,)))))))
            return Implicit(shown, body)
        return Implicit(shown, Sum((left, Negative(right))))

    def _bounds(self, node: Node, piece: Piece) -> Iterable[Bound]:
        if isinstance(node, Junction):
            for part in node.parts:
                yield from self._bounds(part, piece)
            return
        if not isinstance(node, Relation) or not set(node.operators) <= set(_TURNED):
            raise _refuse(Message("This is neither a curve nor a point nor a region."), piece)
        for left, operator, right in zip(node.operands, node.operators, node.operands[1:], strict=False):
            low, high = (left, right) if operator[0] == "<" else (right, left)
            body = Sum((low, Negative(high)))
            if not names(body):
                raise _refuse(Message("There is no letter in this equation."), piece)
            yield Bound(body, len(operator) == 1, self._edge(show_tree(node), body, EVERYWHERE))


def _limited(thing: Thing) -> Thing:
    """Its limits in its name, where they are of its own."""
    if isinstance(thing, Given | Polar | Parametric) or thing.limits.shown is None:
        return thing
    shown = thing.limits.shown
    return replace(thing, name=Formula(f"{thing.name.typed}, {shown.typed}", rf"{thing.name.latex},\ {shown.latex}"))


def _apart(node: Node) -> Iterable[Node]:
    """Several equations joined by words, and both signs of ±, one by one."""
    match node:
        case Junction(parts=parts) if all(isinstance(p, Relation) and p.operators == ("=",) for p in parts):
            return [branch for part in parts for branch in branches(part)]
        case Collection(kind=Kind.SEQUENCE, items=items):
            return [branch for item in items for branch in branches(item)]
    if any(isinstance(inner, PlusMinus) for inner in walk(node)):
        return branches(node)
    return [node]


def _parameter(node: Node | None, axis: str) -> frozenset[str]:
    """The letter of `x = cos t`, where that is what it is."""
    match node:
        case Relation(operands=(Name() as left, right), operators=("=",)) if left.full == axis:
            letters = names(right)
            return letters if len(letters) == 1 and not letters & _PLANE else frozenset()
        case _:
            return frozenset()


def _interval(node: Node) -> tuple[str, Limits] | None:
    match node:
        case Interval(left=left, right=right, left_open=left_open, right_open=right_open):
            return "", Limits(constant(left), constant(right), left_open, right_open)
        case Collection(kind=Kind.LIST | Kind.TUPLE as kind, items=(left, right)):
            is_open = kind is Kind.TUPLE
            return "", Limits(constant(left), constant(right), is_open, is_open)
        case _:
            return None


def _chain(node: Node) -> Node:
    """`[0, 2)` as 0 <= x < 2."""
    match node:
        case Interval(left=left, right=right, left_open=left_open, right_open=right_open):
            return Relation((left, _X, right), ("<" if left_open else "<=", "<" if right_open else "<="))
        case Collection(kind=kind, items=(left, right)):
            sign = "<" if kind is Kind.TUPLE else "<="
            return Relation((left, _X, right), (sign, sign))
        case _:
            return node


def _one_sided(operator: str, end: float) -> Limits:
    if operator[0] == "<":
        return Limits(-inf, end, high_open=operator == "<")
    return Limits(end, inf, low_open=operator == ">")


def _value(node: Node, piece: Piece) -> float:
    try:
        survey(node)
        value = constant(node)
    except RefusedError as error:
        raise _refuse(error.message, piece) from error
    if not isfinite(value):
        raise _refuse(Message("This is no real number that can be drawn."), piece)
    return value


def _equated(letter: str, shown: Formula, latex: str = "") -> Formula:
    return Formula(f"{letter} = {shown.typed}", f"{latex or letter} = {shown.latex}")
