"""A word problem as a few named quantities and equations, executed exactly.

The language is that of `maths.read` over names: `total = apples * price`. Nothing in it loops, and nothing is run but
arithmetic and linear equations over fractions, by python-flint. Which names a problem has is a model's reading of it:
what comes out is as right as that reading, never *Verified*.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpq, fmpq_mat

from maths.bounds import RefusedError
from maths.families.routes.linear import Linear, linear
from maths.families.terms import fraction, number, replace
from maths.message import Message
from maths.read import read
from maths.showing.typed import typed
from maths.tree import Relation, names
from maths.verdict import Executed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.tree import Node

MAX_NAMES = 24
MAX_EQUATIONS = 24
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_CHANGE = Fraction(11, 10)  # by which a quantity is changed to see whether the answer depends on it


class _FailedError(Exception):
    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def execute(quantities: Sequence[tuple[str, str]], equations: Sequence[str], asked: str) -> Executed:
    """The value of the name that is asked for, and the quantities it does not depend on; or why there is none."""
    try:
        program = _Program(quantities, equations, asked)
        value = program.run(program.given)
        idle = tuple(name for name, given in program.given.items() if program.is_idle(name, given, value))
        return Executed(typed(number(value)), idle)
    except _FailedError as error:
        return Executed(None, (), error.reason)
    except RefusedError as error:
        return Executed(None, (), error.message)


class _Program:
    def __init__(self, quantities: Sequence[tuple[str, str]], equations: Sequence[str], asked: str) -> None:
        if len(quantities) > MAX_NAMES or len(equations) > MAX_EQUATIONS:
            raise _FailedError(Message("It has too many quantities or equations."))
        self._letters: dict[str, str] = {}
        self.given = {name: _value(text) for name, text in quantities}
        if len(self.given) != len(quantities):
            raise _FailedError(Message("A quantity has two values."))
        self._equations = [self._equation(text) for text in equations]
        if asked not in self._letters:
            raise _FailedError(Message("What is asked for does not occur in the equations."))
        self._asked = self._letters[asked]

    def run(self, given: Mapping[str, Fraction]) -> Fraction:
        """The value of what is asked, with these quantities."""
        known = {self._letter(name): value for name, value in given.items()}
        waiting = list(self._equations)
        while waiting:
            left = [equation for equation in waiting if not self._use(equation, known)]
            if len(left) == len(waiting):
                known |= _solved(left, known)
                break
            waiting = left
        for equation in self._equations:
            if not (_forms_names(equation) - known.keys()) and _difference(equation, known).constant != 0:
                raise _FailedError(Message("Its equations contradict each other."))
        if self._asked not in known:
            raise _FailedError(Message("Its equations do not fix what is asked for."))
        return known[self._asked]

    def is_idle(self, name: str, given: Fraction, value: Fraction) -> bool:
        """Whether the answer stays the same when this quantity is another."""
        try:
            return self.run({**self.given, name: given * _CHANGE + 1}) == value
        except (_FailedError, RefusedError):
            return False

    def _use(self, equation: Relation, known: dict[str, Fraction]) -> bool:
        """Whether the equation told a value: it has one unknown, to the first power."""
        unknown = _forms_names(equation) - known.keys()
        if len(unknown) != 1:
            return not unknown
        try:
            form = _difference(equation, known)
        except RefusedError:
            return False
        (letter,) = unknown
        if letter not in form.coefficients:
            return True
        known[letter] = -fraction(form.constant) / fraction(form.coefficients[letter])
        return True

    def _equation(self, text: str) -> Relation:
        spelled = _NAME.sub(lambda match: f" {self._letter(match.group())} ", text)
        node = read(spelled)
        if not isinstance(node, Relation) or node.operators != ("=",):
            raise _FailedError(Message("“{text}” is no equation.", text=text))
        return node

    def _letter(self, name: str) -> str:
        """A name the reader takes for one letter, whatever words the name is made of."""
        if not _NAME.fullmatch(name):
            raise _FailedError(Message("“{name}” is no name.", name=name))
        return self._letters.setdefault(name, f"v_{len(self._letters) + 1}")


def _value(text: str) -> Fraction:
    form = linear(read(text))
    if form.coefficients:
        raise _FailedError(Message("“{text}” is no number.", text=text))
    return fraction(form.constant)


def _forms_names(equation: Relation) -> set[str]:
    return set(names(equation))


def _difference(equation: Relation, known: Mapping[str, Fraction]) -> Linear:
    values: dict[str, Node] = {letter: number(value) for letter, value in known.items()}
    left, right = (linear(replace(side, values)) for side in equation.operands)
    return left + right.scaled(fmpq(-1))


def _solved(equations: Sequence[Relation], known: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The values that the equations fix together; those they leave open are left out."""
    rows = [_difference(equation, known) for equation in equations]
    letters = sorted({letter for row in rows for letter in row.coefficients})
    if not letters:
        return {}
    entries = [[row.coefficients.get(letter, fmpq(0)) for letter in letters] + [-row.constant] for row in rows]
    reduced, rank = fmpq_mat(entries).rref()
    found: dict[str, Fraction] = {}
    for row_number in range(rank):
        filled = [column for column in range(len(letters)) if reduced[row_number, column] != 0]
        if not filled:
            raise _FailedError(Message("Its equations contradict each other."))
        if len(filled) == 1:
            found[letters[filled[0]]] = fraction(reduced[row_number, len(letters)])
    return found
