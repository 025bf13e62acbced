"""The formulas of a formalised puzzle: typed text, from a model or a person, read over an allow-list.

kind(A) = liar        kinds: truthful (always tells the truth), liar (always lies), sometimes, alternates
honest(A)             what A says here is true
red = 2, x < y + 1    variables, their values, whole numbers, + - * and distance(x, y)
not, and, or, implies, iff, xor, ( )
exactly(1, f, g), atleast(2, f, g, h), atmost(1, f, g), different(x, y, z)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol, TypeVar

from maths.logic.formula import All, Any, Compare, Count, Different, Distance, Not, Plus, Same, Times, Unknown, implies
from maths.message import Message
from maths.puzzles.formal import CHARACTERS, Character, NotFormalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.logic.formula import Fact, Operator, Term

MAX_CHARACTERS = 300
MAX_DEPTH = 12
_Part = TypeVar("_Part")


class Names(Protocol):
    """What the names of a puzzle stand for. Each raises NotFormalError where a name is none."""

    def kind(self, name: str) -> Unknown: ...

    def is_kind(self, unknown: Unknown) -> bool:
        """Whether it is what a person is, and no variable."""

    def honest(self, name: str) -> Unknown: ...

    def variable(self, name: str) -> Unknown | None: ...

    def word(self, variable: Unknown, value: str) -> int | None:
        """The place of a value that is a word; None where it is none of the variable's."""

    def is_counted(self, variable: Unknown) -> bool:
        """Whether its values are numbers."""

    def same_words(self, one: Unknown, other: Unknown) -> bool: ...


def refuse(message: Message) -> NoReturn:
    raise NotFormalError(message)


_TOKEN = re.compile(r"\s*(?:(\d{1,6})|(<=|>=|!=|[-()=<>,+*])|([^\W\d]\w*))")
_OPERATORS: dict[str, Operator] = {"=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_COUNTS: dict[str, Operator] = {"exactly": "=", "atleast": ">=", "atmost": "<="}
_BETWEEN = ("iff", "implies", "xor", "or", "and")  # loosest first


@dataclass(frozen=True, slots=True)
class _Word:
    """The name of a value: it means something beside its variable only."""

    text: str


class Reader:
    """One formula, consumed whole."""

    def __init__(self, text: str, names: Names) -> None:
        if len(text) > MAX_CHARACTERS:
            refuse(Message("A formula is too long."))
        self._text = text
        self._names = names
        self._tokens = self._split(text)
        self._at = 0
        self._depth = 0

    def read(self) -> Fact:
        fact = self._joined(0)
        if self._at < len(self._tokens):
            self._fail()
        return fact

    def _split(self, text: str) -> list[str]:
        found: list[str] = []
        at = 0
        while text[at:].strip():
            token = _TOKEN.match(text, at)
            if token is None:
                refuse(Message("The formula “{formula}” cannot be read.", formula=text))
            found.append(token[0].strip())
            at = token.end()
        return found

    def _fail(self) -> NoReturn:
        refuse(Message("The formula “{formula}” cannot be read.", formula=self._text))

    def _sees(self, *tokens: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at] in tokens

    def _next(self, *wanted: str) -> str:
        if self._at >= len(self._tokens) or (wanted and self._tokens[self._at] not in wanted):
            self._fail()
        self._at += 1
        return self._tokens[self._at - 1]

    def _joined(self, place: int) -> Fact:  # noqa: PLR0911 - one line a word
        if place == len(_BETWEEN):
            return self._single()
        word = _BETWEEN[place]
        parts = [self._joined(place + 1)]
        while self._sees(word):
            self._next()
            parts.append(self._joined(place + 1))
        if len(parts) == 1:
            return parts[0]
        if word not in {"and", "or"} and len(parts) > 2:  # noqa: PLR2004 - a implies b implies c: which?
            self._fail()
        match word:
            case "and":
                return All(tuple(parts))
            case "or":
                return Any(tuple(parts))
            case "implies":
                return implies(parts[0], parts[1])
            case "iff":
                return Same(parts[0], parts[1])
            case _:
                return Not(Same(parts[0], parts[1]))

    def _single(self) -> Fact:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            refuse(Message("A formula is too long."))
        try:
            return self._fact()
        finally:
            self._depth -= 1

    def _fact(self) -> Fact:  # noqa: PLR0911 - one line a kind of fact
        if self._sees("not"):
            self._next()
            return Not(self._single())
        if self._sees(*_COUNTS):
            sign = _COUNTS[self._next()]
            self._next("(")
            number = self._next()
            if not number.isdecimal():
                self._fail()
            self._next(",")
            return Count(tuple(self._listed(lambda: self._joined(0))), sign, int(number))
        if self._sees("different"):
            self._next()
            self._next("(")
            return Different(tuple(self._number(term) for term in self._listed(self._sum)))
        if self._sees("honest"):
            self._next()
            return Compare(self._names.honest(self._name()), "=", 1)
        if self._sees("("):
            before = self._at
            try:
                return self._comparison()
            except NotFormalError:
                self._at = before
            self._next("(")
            inner = self._joined(0)
            self._next(")")
            return inner
        return self._comparison()

    def _listed(self, one: Callable[[], _Part]) -> list[_Part]:
        """What stands between an open bracket, already read, and its end."""
        found = [one()]
        while self._sees(","):
            self._next()
            found.append(one())
        self._next(")")
        return found

    def _name(self) -> str:
        self._next("(")
        name = self._next()
        self._next(")")
        return name

    def _comparison(self) -> Fact:
        left = self._sum()
        sign = _OPERATORS[self._next(*_OPERATORS)]
        right = self._sum()
        if isinstance(left, _Word) or isinstance(right, _Word):
            return self._with_word(left, sign, right)
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Unknown) and self._is_worded(one):
                alike = isinstance(other, Unknown) and self._is_worded(other) and self._alike(one, other)
                if not alike or sign not in {"=", "!="}:
                    self._fail()
        return Compare(left, sign, right)

    def _alike(self, one: Unknown, other: Unknown) -> bool:
        kinds = [self._names.is_kind(unknown) for unknown in (one, other)]
        return all(kinds) or (not any(kinds) and self._names.same_words(one, other))

    def _is_worded(self, unknown: Unknown) -> bool:
        return self._names.is_kind(unknown) or not self._names.is_counted(unknown)

    def _with_word(self, left: Term | _Word, sign: Operator, right: Term | _Word) -> Fact:
        if isinstance(left, _Word):
            left, right = right, left
        if not isinstance(left, Unknown) or not isinstance(right, _Word) or sign not in {"=", "!="}:
            self._fail()
        if self._names.is_kind(left):
            if right.text not in list(Character):
                self._fail()
            return Compare(left, sign, CHARACTERS.index(Character(right.text)))
        place = self._names.word(left, right.text)
        if place is None:
            refuse(Message("{name} has no value {value}.", name=left.name, value=right.text))
        return Compare(left, sign, place)

    def _number(self, term: Term | _Word) -> Term:
        if isinstance(term, _Word):
            self._fail()
        return term

    def _sum(self) -> Term | _Word:
        first = self._product()
        if not self._sees("+", "-"):
            return first
        terms = [self._amount(first)]
        while self._sees("+", "-"):
            sign = self._next()
            term = self._amount(self._product())
            terms.append(term if sign == "+" else Times((-1, term)))
        return Plus(tuple(terms))

    def _product(self) -> Term | _Word:
        first = self._factor()
        if not self._sees("*"):
            return first
        factors = [self._amount(first)]
        while self._sees("*"):
            self._next()
            factors.append(self._amount(self._factor()))
        return Times(tuple(factors))

    def _amount(self, term: Term | _Word) -> Term:
        """What can be calculated with."""
        if isinstance(term, _Word) or (isinstance(term, Unknown) and self._is_worded(term)):
            self._fail()
        return term

    def _factor(self) -> Term | _Word:
        token = self._next()
        if token.isdecimal():
            return int(token)
        if token == "-":
            return Times((-1, self._amount(self._factor())))
        if token == "(":
            inner = self._sum()
            self._next(")")
            return inner
        if token == "kind" and self._sees("("):
            return self._names.kind(self._name())
        if token == "distance" and self._sees("("):
            self._next()
            between = [self._amount(term) for term in self._listed(self._sum)]
            if len(between) != 2:  # noqa: PLR2004 - from one to the other
                self._fail()
            return Distance(between[0], between[1])
        if not (token[0].isalpha() or token[0] == "_") or token in _BETWEEN:
            self._fail()
        return self._names.variable(token) or _Word(token)
