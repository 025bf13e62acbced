"""What names stand for: values, and functions of named parameters, put into the formulas that use them.

While a statement's definitions are in force, `maths.phrasing.productions` reads every formula with them put in, so that
a family can be asked of defined names without knowing of them. What a family has to do:

- nothing, when only the values matter: `expression`, `number`, `relation` yield the formula with the values in it;
- `written` instead of `expression` where the answer is given in the statement's own words ("Which is smaller, v or
  3?"): it yields what was typed beside its value;
- for "Let c be the units digit of 12": nothing, "be" is read as the request's own FIND or EVALUATE, and the answer
  is read back as the value; in Korean the request's verb must be optional ("c를 12의 일의 자리 숫자라 하자").

A name that is defined is never a variable any more: `name` does not read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from maths.families.calculus.derivative import Differentiate
from maths.families.functions.inverse import MARK, InverseFunction, InverseValue, is_onto
from maths.families.settled import UndecidedError
from maths.families.terms import replace as put_in
from maths.families.written import letters
from maths.message import Message
from maths.phrasing.adjoined import one_name_or_product
from maths.phrasing.pieces import Piece, chosen
from maths.read import read
from maths.tree import Apply, Collection, Derivative, Integral, Limit, Matrix, Name, Series, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_DEPTH = 8  # functions defined by functions that are defined later
MAX_NODES = 3000  # of a formula after putting in: functions of functions grow fast


@dataclass(frozen=True, slots=True)
class Function:
    """`pieces`, where there are any, take the place of the body: each holds under its own condition."""

    parameters: tuple[str, ...]
    body: Node
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Definitions:
    """`loose` are letters that were used without a meaning: to define one of them later comes too late."""

    values: tuple[tuple[str, Node], ...] = ()
    functions: tuple[tuple[str, Function], ...] = ()
    loose: frozenset[str] = frozenset()

    @property
    def defined(self) -> frozenset[str]:
        return frozenset(name for name, _ in (*self.values, *self.functions))

    @property
    def applied(self) -> frozenset[str]:
        """The names of functions."""
        return frozenset(name for name, _ in self.functions)

    def with_value(self, name: str, value: Node) -> Definitions:
        self._refuse(name)
        return replace(self, values=(*self.values, (name, value)), loose=self.loose | letters(value))

    def with_function(self, name: str, function: Function) -> Definitions:
        self._refuse(name)
        loose = self.loose | (letters(function.body) - set(function.parameters))
        return replace(self, functions=(*self.functions, (name, function)), loose=loose)

    def _refuse(self, name: str) -> None:
        if name in self.defined:
            raise UndecidedError(Message("{name} is defined twice.", name=name))
        if name in self.loose:
            raise UndecidedError(Message("{name} is used before it is defined.", name=name))

    def products_in(self, text: str) -> frozenset[str]:
        """The runs of capitals that are products of defined names: `AB`, and `AX` beside a matrix A."""
        values = dict(self.values)
        return frozenset(run for run in _RUN.findall(text) if run not in values and _is_product(run, values))

    def _refuse_run(self, part: Name) -> None:
        """Letters side by side that were read as one name, though some of them have meanings of their own."""
        run = part.name
        known = self.defined & set(run)
        if len(run) > 1 and known and (run.isupper() or known == set(run)):
            raise UndecidedError(one_name_or_product(run))

    def resolve(self, node: Node) -> Node:
        """The formula with every defined name put in. Raises UndecidedError where that is not clear."""
        for part in walk(node):
            if isinstance(part, (Derivative, Integral, Limit, Series)) and part.variable.full in self.defined:
                raise UndecidedError(Message("{name} is a variable and has a value too.", name=part.variable.full))
        found = self._resolved(node)
        if sum(1 for _ in walk(found)) > MAX_NODES:
            raise UndecidedError(Message("With everything put in the formula is too long."))
        return found

    def _resolved(self, node: Node, depth: int = 0) -> Node:
        values, functions = dict(self.values), dict(self.functions)

        def replacement(part: Node) -> Node | None:
            if isinstance(part, Name):
                if part.full in functions:
                    raise UndecidedError(Message("{name} is a function: of what?", name=part.full))
                if part.full not in values:
                    self._refuse_run(part)
                return values.get(part.full)
            return self._applied(part, functions, depth) if isinstance(part, Apply) else None

        found: Node = _rebuilt(node, replacement)
        return found

    def _applied(self, part: Apply, functions: dict[str, Function], depth: int) -> Node:  # noqa: C901 - one line a case
        if part.function.endswith(MARK):
            return self._undone(part, functions, depth)
        function = functions.get(part.function)
        if function is None:
            raise UndecidedError(Message("{name} is not defined.", name=part.function))
        if len(function.parameters) != len(part.arguments):
            raise UndecidedError(Message("{name} has another number of arguments.", name=part.function))
        inner = part.arguments[0]
        if (
            not function.pieces
            and isinstance(inner, Apply)
            and inner.function == part.function + MARK
            and not part.primes
        ):
            if not is_onto(self._resolved(function.body, depth + 1), function.parameters[0]):
                self._resolved(inner, depth)
            return self._resolved(inner.arguments[0], depth)
        if function.pieces:
            if part.primes or depth >= MAX_DEPTH:
                raise UndecidedError(Message("It is not clear which of the cases holds."))
            taken = chosen(function.pieces, function.parameters[0], self._resolved(part.arguments[0], depth))
            return self._resolved(taken, depth + 1)
        arguments = [self._resolved(argument, depth) for argument in part.arguments]
        body = function.body
        if any(isinstance(inner, (Derivative, Integral, Limit, Series)) for inner in walk(body)):
            raise UndecidedError(Message("With everything put in the formula is too long."))
        if part.primes:
            if len(function.parameters) != 1:
                raise UndecidedError(Message("{name} has another number of arguments.", name=part.function))
            settled = Differentiate(body, function.parameters[0], part.primes).settle()
            body = read(settled.answer.typed)
        found = put_in(body, dict(zip(function.parameters, arguments, strict=True)))
        if depth >= MAX_DEPTH:
            raise UndecidedError(Message("{name} is defined by itself.", name=part.function))
        return self._resolved(found, depth + 1) if any(isinstance(inner, Apply) for inner in walk(found)) else found

    def _undone(self, part: Apply, functions: dict[str, Function], depth: int) -> Node:
        """`f^{-1}(3)` as the one number that f turns into 3; in a letter, by the formula of the inverse."""
        base = part.function.removesuffix(MARK)
        function = functions.get(base)
        if function is None or len(function.parameters) != 1 or len(part.arguments) != 1 or function.pieces:
            raise UndecidedError(Message("{name} is not defined.", name=part.function))
        if depth >= MAX_DEPTH:
            raise UndecidedError(Message("{name} is defined by itself.", name=base))
        (parameter,), argument = function.parameters, self._resolved(part.arguments[0], depth)
        body = self._resolved(function.body, depth + 1)
        if letters(argument):
            formula = InverseFunction(base, parameter, body, "x").settle()
            return put_in(read(formula.answer.typed), {"x": argument})
        return read(InverseValue(base, parameter, body, argument).settle().answer.typed)


NOTHING = Definitions()


_RUN = re.compile(r"(?<![A-Za-z\\])[A-Z]{2,}(?![A-Za-z])")
_COMBINED = re.compile(r"\(((?:[A-Za-z0-9+\-*/∘·\s]|\\circ|\\cdot)+)\)\s*\(")
_CHAIN = re.compile(r"(?<![\\A-Za-z])[A-Za-z](?:\s*(?:∘|\\circ(?![A-Za-z]))\s*[A-Za-z])*")


def spelled_out(text: str, functions: frozenset[str]) -> str:
    r"""`(f ∘ g)(3)` as `(f(g(3)))`, `(f + g)(x)` as `(f(x) + g(x))`, where every letter is a function."""
    match = _COMBINED.search(text) if functions else None
    if match is None:
        return text
    close = closing(text, match.end() - 1)
    chains = _CHAIN.findall(match.group(1))
    called = [re.findall(r"[A-Za-z]", chain.replace("\\circ", " ")) for chain in chains]
    if close is None or not chains or not {name for chain in called for name in chain} <= functions:
        return text[: match.end()] + spelled_out(text[match.end() :], functions)
    argument = text[match.end() : close]

    def applied(chain: re.Match[str]) -> str:
        names = re.findall(r"[A-Za-z]", chain.group().replace("\\circ", " "))
        return " " + "".join(f"{name}(" for name in names) + argument + ")" * len(names)

    spelled = _CHAIN.sub(applied, match.group(1))
    return text[: match.start()] + "(" + spelled + ")" + spelled_out(text[close + 1 :], functions)


def closing(text: str, opening: int) -> int | None:
    depth = 0
    for at in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return None


def _is_product(run: str, values: dict[str, Node]) -> bool:
    meanings = [values.get(letter) for letter in run]
    if any(isinstance(meaning, Collection) for meaning in meanings):
        return False  # points and vectors: `AB` joins them
    return all(meanings) or any(isinstance(meaning, Matrix) for meaning in meanings)


def _rebuilt(part: Any, replacement: Callable[[Node], Node | None]) -> Any:  # noqa: ANN401 - fields differ
    if isinstance(part, tuple):
        return tuple(_rebuilt(item, replacement) for item in part)
    if not hasattr(part, "__dataclass_fields__"):
        return part
    found = replacement(part)
    if found is not None:
        return found
    return replace(part, **{field.name: _rebuilt(getattr(part, field.name), replacement) for field in fields(part)})
