"""A formalised puzzle as facts that solvers understand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Compare, Same, Unknown, implies
from maths.message import Message
from maths.puzzles.formal import CHARACTERS, Character
from maths.puzzles.formulas import Reader, refuse

if TYPE_CHECKING:
    from maths.logic.formula import Fact
    from maths.puzzles.formal import Clue, Formal, Person, Variable

MAX_PERSONS = 8
MAX_VARIABLES = 25
MAX_VALUES = 20
MAX_CLUES = 30


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
        names = [*(one.name for one in formal.persons), *(one.name for one in formal.variables)]
        if len(set(names)) < len(names):
            refuse(Message("Two things have the same name."))
        if len(formal.persons) > MAX_PERSONS or len(formal.variables) > MAX_VARIABLES or len(formal.clues) > MAX_CLUES:
            refuse(Message("There are too many persons, variables or clues."))
        if not formal.clues or not names:
            refuse(Message("Nothing is said of anybody."))
        self._kind = {one.name: _kind_of(one) for one in formal.persons}
        self._words = {one.name: one.values for one in formal.variables}
        self._variable = {one.name: _variable(one) for one in formal.variables}
        self._honest: dict[str, Unknown] = {}
        self._first: dict[str, Unknown] = {}

    def build(self) -> Built:
        meant = [Reader(clue.formula, self).read() for clue in self._formal.clues]
        clues = {
            str(number): self._said(clue, fact)
            for number, (clue, fact) in enumerate(zip(self._formal.clues, meant, strict=True), 1)
        }
        clues |= {f"rule {name}": self._rule(name, unknown) for name, unknown in self._honest.items()}
        unknowns = (*self._kind.values(), *self._honest.values(), *self._first.values(), *self._variable.values())
        return Built(unknowns, clues, self._kind, self._honest, self._first, self._variable, self._words)

    def kind(self, name: str) -> Unknown:
        if name not in self._kind:
            refuse(Message("{name} is no person of the puzzle.", name=name))
        return self._kind[name]

    def is_kind(self, unknown: Unknown) -> bool:
        return unknown in self._kind.values()

    def honest(self, name: str) -> Unknown:
        if CHARACTERS.index(Character.ALTERNATES) in self.kind(name).values:
            refuse(Message("What {name} says is true and false in turn.", name=name))
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
        refuse(Message("It is not said what {name} may be.", name=person.name))
    return Unknown(f"kind {person.name}", tuple(sorted({CHARACTERS.index(one) for one in person.kinds})))


def _variable(variable: Variable) -> Unknown:
    if not 1 <= len(variable.values) <= MAX_VALUES or len(set(variable.values)) < len(variable.values):
        refuse(Message("{name} needs between 1 and {most} different values.", name=variable.name, most=MAX_VALUES))
    if _whole(variable.values):
        return Unknown(variable.name, tuple(sorted(int(value) for value in variable.values)))
    return Unknown(variable.name, tuple(range(len(variable.values))))


def _whole(values: tuple[str, ...]) -> bool:
    return all(re.fullmatch(r"-?[0-9]{1,6}", value) for value in values)
