"""Somebody's own puzzle once it is formalised: persons, what kinds they may be, variables, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.message import Message


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
    """A puzzle in words no longer: what one reading made of it."""

    persons: tuple[Person, ...]
    variables: tuple[Variable, ...]
    clues: tuple[Clue, ...]


class NotFormalError(Exception):
    """The formalisation cannot be used; `message` says where it fails."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
