"""The language of arguments: propositions and monadic predicates, and what is said in it.

A predicate holds of an individual or of a bound variable. There is no identity and no relation, so that whether an
argument is valid can always be decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.message import Message

MAX_CHARACTERS = 400  # of one formula
MAX_DEPTH = 24
MAX_NODES = 120
MAX_LINES = 12  # premises and steps of one argument
MAX_PROPOSITIONS = 16
MAX_PREDICATES = 8
MAX_INDIVIDUALS = 8
MAX_PHRASE = 120  # characters of what a symbol means
MAX_TEXT = 4_000  # characters of a whole argument


@dataclass(frozen=True, slots=True)
class Letter:
    """A proposition."""

    name: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A predicate holds of an individual, or of what a variable stands for."""

    predicate: str
    of: str


@dataclass(frozen=True, slots=True)
class Not:
    body: Sentence


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class If:
    condition: Sentence
    then: Sentence


@dataclass(frozen=True, slots=True)
class Iff:
    left: Sentence
    right: Sentence


@dataclass(frozen=True, slots=True)
class All:
    variable: str
    body: Sentence


@dataclass(frozen=True, slots=True)
class Some:
    variable: str
    body: Sentence


Sentence: TypeAlias = Letter | Holds | Not | And | Or | If | Iff | All | Some


class Kind(StrEnum):
    """What a symbol stands for."""

    PROPOSITION = "proposition"
    PREDICATE = "predicate"
    INDIVIDUAL = "individual"


class Role(StrEnum):
    """What a line of an argument is."""

    PREMISE = "premise"
    STEP = "step"  # concluded on the way
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A symbol and its phrase: “it rains”, “is a man”, “Socrates”. `denied` is the phrase said of what it is not."""

    symbol: str
    kind: Kind
    phrase: str
    denied: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an argument; `text` is its sentence as it was written, "" where there is none."""

    role: Role
    sentence: Sentence
    text: str = ""


@dataclass(frozen=True, slots=True)
class Formalised:
    """An argument in the language; the conclusion is the last line. `notes` say how something was understood.

    `tangled` are two phrases, taken for different things, that share their words: then more may follow than the form
    shows.
    """

    lines: tuple[Line, ...]
    meanings: tuple[Meaning, ...] = ()
    notes: tuple[Message, ...] = ()
    tangled: tuple[str, str] | None = None

    @property
    def premises(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.role is Role.PREMISE)

    @property
    def conclusion(self) -> Line:
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Symbols:
    """The symbols of some sentences, in the order of their first appearance."""

    propositions: tuple[str, ...]
    predicates: tuple[str, ...]
    individuals: tuple[str, ...]


def below(sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentences it is made of."""
    match sentence:
        case Letter() | Holds():
            return ()
        case Not(body) | All(_, body) | Some(_, body):
            return (body,)
        case And(parts) | Or(parts):
            return parts
        case If(left, right) | Iff(left, right):
            return (left, right)


def size(sentence: Sentence) -> int:
    return 1 + sum(size(part) for part in below(sentence))


def depth(sentence: Sentence) -> int:
    return 1 + max((depth(part) for part in below(sentence)), default=0)


def symbols(*sentences: Sentence) -> Symbols:
    found: dict[Kind, dict[str, None]] = {kind: {} for kind in Kind}
    for sentence in sentences:
        for kind, name in _named(sentence, frozenset()):
            found[kind][name] = None
    return Symbols(*(tuple(found[kind]) for kind in (Kind.PROPOSITION, Kind.PREDICATE, Kind.INDIVIDUAL)))


def _named(sentence: Sentence, bound: frozenset[str]) -> Iterator[tuple[Kind, str]]:
    match sentence:
        case Letter(name):
            yield Kind.PROPOSITION, name
        case Holds(predicate, of):
            yield Kind.PREDICATE, predicate
            if of not in bound:
                yield Kind.INDIVIDUAL, of
        case All(variable, body) | Some(variable, body):
            yield from _named(body, bound | {variable})
        case _:
            for part in below(sentence):
                yield from _named(part, bound)


def renamed(sentence: Sentence, names: dict[str, str]) -> Sentence:
    """With other symbols; variables stay."""
    match sentence:
        case Letter(name):
            return Letter(names.get(name, name))
        case Holds(predicate, of):
            return Holds(names.get(predicate, predicate), names.get(of, of))
        case All(variable, body):
            return All(variable, renamed(body, {key: name for key, name in names.items() if key != variable}))
        case Some(variable, body):
            return Some(variable, renamed(body, {key: name for key, name in names.items() if key != variable}))
        case _:
            return rebuilt(sentence, [renamed(part, names) for part in below(sentence)])


def rebuilt(sentence: Sentence, parts: list[Sentence]) -> Sentence:  # noqa: PLR0911 - one line a kind
    """The same connective over other parts."""
    match sentence:
        case Letter() | Holds():
            return sentence
        case Not():
            return Not(parts[0])
        case And():
            return And(tuple(parts))
        case Or():
            return Or(tuple(parts))
        case If():
            return If(*parts)
        case Iff():
            return Iff(*parts)
        case All(variable, _):
            return All(variable, parts[0])
        case Some(variable, _):
            return Some(variable, parts[0])
