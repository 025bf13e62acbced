"""Somebody's own puzzle once it is formalised: persons, what kinds they may be, variables, and what is said of them.

The formulas are typed text, from a model or a person, read over an allow-list:

    kind(A) = liar        kinds: truthful (always tells the truth), liar (always lies), sometimes, alternates
    honest(A)             what A says here is true
    red = 2, x < y + 1    variables, their values, whole numbers, + - * and distance(x, y)
    not, and, or, implies, iff, xor, ( )
    exactly(1, f, g), atleast(2, f, g, h), atmost(1, f, g), different(x, y, z)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn, TypeVar

from maths.logic.formula import All, Any, Compare, Count, Different, Distance, Not, Plus, Same, Times, Unknown, implies
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.logic.formula import Fact, Operator, Term

_Part = TypeVar("_Part")
MAX_PERSONS = 8
MAX_VARIABLES = 25
MAX_VALUES = 20
MAX_CLUES = 30
MAX_CHARACTERS = 300
MAX_DEPTH = 12


class Character(StrEnum):
    """How a person deals with the truth."""

    TRUTHFUL = "truthful"
    LIAR = "liar"
    SOMETIMES = "sometimes"
    ALTERNATES = "alternates"  # true and false in turn, from one statement to the next


CHARACTERS = tuple(Character)


@dataclass(frozen=True, slots=True)
class Person:
    """`kinds` are what the person may be, one where that is stated."""

    name: str
    kinds: tuple[Character, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """Something with one of finitely many values, words or whole numbers."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clue:
    """A sentence of the puzzle and what it means; `speaker` is "" where the puzzle itself says it."""

    text: str
    formula: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Formal:
    """A puzzle in words no longer: what one reading made of it. `asked` names persons and variables."""

    persons: tuple[Person, ...]
    variables: tuple[Variable, ...]
    clues: tuple[Clue, ...]
    asked: tuple[str, ...] = ()


class NotFormalError(Exception):
    """The formalisation cannot be used; `message` says where it fails."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Built:
    """The same as facts. `clues` are by number from 1; `rules` are what kinds mean, said by nobody.

    `kind`, `honest` and `first` are the unknowns of persons by name (`first` is 1 where the first statement of one who
    alternates is true), `variable` those of variables, `words` what the values of a variable are called.
    """

    unknowns: tuple[Unknown, ...]
    clues: dict[str, Fact]
    kind: dict[str, Unknown]
    honest: dict[str, Unknown]
    first: dict[str, Unknown]
    variable: dict[str, Unknown]
    words: dict[str, tuple[str, ...]]


def build(formal: Formal) -> Built:
    """The facts of a formalisation. Raises NotFormalError."""
    return _Builder(formal).build()


class _Builder:
    def __init__(self, formal: Formal) -> None:
        self._formal = formal
        names = [one.name for one in (*formal.persons, *formal.variables)]
        if len(set(names)) < len(names):
            _refuse(Message("Two things have the same name."))
        if len(formal.persons) > MAX_PERSONS or len(formal.variables) > MAX_VARIABLES or len(formal.clues) > MAX_CLUES:
            _refuse(Message("There are too many persons, variables or clues."))
        if not formal.clues or not names:
            _refuse(Message("Nothing is said of anybody."))
        self._kind = {one.name: _kind_of(one) for one in formal.persons}
        self._words = {one.name: one.values for one in formal.variables}
        self._variable = {one.name: _variable(one) for one in formal.variables}
        self._honest: dict[str, Unknown] = {}
        self._first: dict[str, Unknown] = {}

    def build(self) -> Built:
        meant = [_Reader(clue.formula, self).read() for clue in self._formal.clues]
        clues = {
            str(number): self._said(clue, fact)
            for number, (clue, fact) in enumerate(zip(self._formal.clues, meant, strict=True), 1)
        }
        clues |= {f"rule {name}": self._rule(name, unknown) for name, unknown in self._honest.items()}
        unknowns = (*self._kind.values(), *self._honest.values(), *self._first.values(), *self._variable.values())
        return Built(unknowns, clues, self._kind, self._honest, self._first, self._variable, self._words)

    def kind(self, name: str) -> Unknown:
        if name not in self._kind:
            _refuse(Message("{name} is no person of the puzzle.", name=name))
        return self._kind[name]

    def honest(self, name: str) -> Unknown:
        if CHARACTERS.index(Character.ALTERNATES) in self.kind(name).values:
            _refuse(Message("What {name} says is true and false in turn.", name=name))
        return self._honest.setdefault(name, Unknown(f"honest {name}", (0, 1)))

    def variable(self, name: str) -> Unknown | None:
        return self._variable.get(name)

    def word(self, variable: Unknown, value: str) -> int | None:
        """The place of a value that is a word; None where it is none of the variable's."""
        words = self._words.get(variable.name, ())
        return words.index(value) if not _whole(words) and value in words else None

    def is_counted(self, variable: Unknown) -> bool:
        """Whether its values are numbers."""
        return _whole(self._words[variable.name])

    def same_words(self, one: Unknown, other: Unknown) -> bool:
        return self._words[one.name] == self._words[other.name]

    def _said(self, clue: Clue, fact: Fact) -> Fact:
        """What a clue says once it is known who says it."""
        return Same(self._is_true(clue, fact), fact) if clue.speaker else fact

    def _is_true(self, clue: Clue, fact: Fact) -> Fact:
        """When what the speaker says here is true."""
        name, kind = clue.speaker, self.kind(clue.speaker)
        if name in self._honest:
            return Compare(self._honest[name], "=", 1)
        ways: list[Fact] = [_is(kind, Character.TRUTHFUL)]
        if CHARACTERS.index(Character.SOMETIMES) in kind.values:
            ways.append(All((_is(kind, Character.SOMETIMES), fact)))
        if CHARACTERS.index(Character.ALTERNATES) in kind.values:
            turn = [one for one in self._formal.clues if one.speaker == name].index(clue) % 2
            first = self._first.setdefault(name, Unknown(f"first {name}", (0, 1)))
            ways.append(All((_is(kind, Character.ALTERNATES), Compare(first, "=", 1 - turn))))
        return ways[0] if len(ways) == 1 else Any(tuple(ways))

    def _rule(self, name: str, honest: Unknown) -> Fact:
        kind = self._kind[name]
        return All(
            (
                implies(_is(kind, Character.TRUTHFUL), Compare(honest, "=", 1)),
                implies(_is(kind, Character.LIAR), Compare(honest, "=", 0)),
            )
        )


def _is(kind: Unknown, character: Character) -> Fact:
    return Compare(kind, "=", CHARACTERS.index(character))


def _kind_of(person: Person) -> Unknown:
    if not person.kinds:
        _refuse(Message("It is not said what {name} may be.", name=person.name))
    return Unknown(f"kind {person.name}", tuple(sorted({CHARACTERS.index(one) for one in person.kinds})))


def _variable(variable: Variable) -> Unknown:
    if not 1 <= len(variable.values) <= MAX_VALUES or len(set(variable.values)) < len(variable.values):
        _refuse(Message("{name} needs between 1 and {most} different values.", name=variable.name, most=MAX_VALUES))
    if _whole(variable.values):
        return Unknown(variable.name, tuple(sorted(int(value) for value in variable.values)))
    return Unknown(variable.name, tuple(range(len(variable.values))))


def _whole(values: tuple[str, ...]) -> bool:
    return all(re.fullmatch(r"-?[0-9]{1,6}", value) for value in values)


def _refuse(message: Message) -> NoReturn:
    raise NotFormalError(message)


# Reading formulas

_TOKEN = re.compile(r"\s*(?:(\d{1,6})|(<=|>=|!=|[-()=<>,+*])|([^\W\d]\w*))")
_OPERATORS: dict[str, Operator] = {"=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_COUNTS: dict[str, Operator] = {"exactly": "=", "atleast": ">=", "atmost": "<="}
_BETWEEN = ("iff", "implies", "xor", "or", "and")  # loosest first


@dataclass(frozen=True, slots=True)
class _Word:
    """The name of a value: it means something beside its variable only."""

    text: str


class _Reader:
    """One formula, consumed whole."""

    def __init__(self, text: str, names: _Builder) -> None:
        if len(text) > MAX_CHARACTERS:
            _refuse(Message("A formula is too long."))
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
                _refuse(Message("The formula “{formula}” cannot be read.", formula=text))
            found.append(token[0].strip())
            at = token.end()
        return found

    def _fail(self) -> NoReturn:
        _refuse(Message("The formula “{formula}” cannot be read.", formula=self._text))

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
            _refuse(Message("A formula is too long."))
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
        kinds = [unknown.name.startswith("kind ") for unknown in (one, other)]
        return all(kinds) or (not any(kinds) and self._names.same_words(one, other))

    def _is_worded(self, unknown: Unknown) -> bool:
        return unknown.name.startswith("kind ") or not self._names.is_counted(unknown)

    def _with_word(self, left: Term | _Word, sign: Operator, right: Term | _Word) -> Fact:
        if isinstance(left, _Word):
            left, right = right, left
        if not isinstance(left, Unknown) or not isinstance(right, _Word) or sign not in {"=", "!="}:
            self._fail()
        if left.name.startswith("kind "):
            if right.text not in list(Character):
                self._fail()
            return Compare(left, sign, CHARACTERS.index(Character(right.text)))
        place = self._names.word(left, right.text)
        if place is None:
            _refuse(Message("{name} has no value {value}.", name=left.name, value=right.text))
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
