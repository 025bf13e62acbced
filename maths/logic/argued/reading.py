"""What readers of arguments share: candidates for a clause, what their symbols mean, and letters at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import permutations
from typing import TYPE_CHECKING

from maths.logic.argued.english_words import irregular_base, singular
from maths.logic.argued.language import All as Every
from maths.logic.argued.language import (
    And,
    Formalised,
    Holds,
    If,
    Iff,
    Kind,
    Letter,
    Line,
    Meaning,
    Role,
    Sentence,
    Some,
    Symbols,
    below,
    rebuilt,
    renamed,
    symbols,
)
from maths.logic.argued.parse import NotFormalError, checked
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAX_WORDS = 60  # of one sentence
MAX_READINGS = 24  # of one sentence, before one is chosen


class NotReadError(Exception):
    """The argument is not read by the grammar; `message` says where it stops."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(slots=True)
class Book:
    """What the keys of a reading mean: (phrase, its denial) of predicates and propositions, names of individuals."""

    phrases: dict[str, tuple[str, str]] = field(default_factory=dict)
    individuals: dict[str, str] = field(default_factory=dict)
    notes: dict[Message, None] = field(default_factory=dict)
    joined: dict[str, tuple[str, str]] = field(default_factory=dict)  # individual + predicate as one phrase


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence of an argument with all its readings, in keys."""

    role: Role
    text: str
    readings: tuple[Sentence, ...]


@dataclass(slots=True)
class Moments:
    """What is said to be, and what to come: only a condition may join the two."""

    now: set[Sentence] = field(default_factory=set)
    later: set[Sentence] = field(default_factory=set)

    def note(self, one: Read, *, later: bool) -> None:
        """Raise NotReadError where the same is said of now and of what is to come."""
        facts = {part for reading in one.readings for part in _parts(reading)}
        if any(isinstance(part, Every | Some | If | Iff) for part in facts):
            return
        mine, others = (self.later, self.now) if later else (self.now, self.later)
        atoms = {part for part in facts if isinstance(part, Holds)}
        if atoms & others:
            raise NotReadError(Message("This sentence can be read in several ways: “{text}”.", text=one.text))
        mine |= atoms


def settled(found: Sequence[Read], book: Book) -> Formalised:
    """The argument with one reading for each sentence and letters for the keys. Raises NotReadError.

    Of several readings that one is taken whose every phrase stands in another sentence too, where it is the only one.
    """
    chosen = [_chosen(one, [other for other in found if other is not one]) for one in found]
    lines = [
        Line(one.role, part, one.text)
        for one, sentence in zip(found, chosen, strict=True)
        for part in (_split(sentence, chosen) if one.role is Role.PREMISE else [sentence])
    ]
    lines.sort(key=lambda line: line.role is Role.CONCLUSION)
    tangled = _tangled(symbols(*(line.sentence for line in lines)), book) or _divided(lines, book)
    return replace(_lettered(_simpler(lines, book), book), tangled=tangled)


def _split(sentence: Sentence, all_of_them: Sequence[Sentence]) -> list[Sentence]:
    """The parts of “A and B” as premises of their own, but where one of them is what is to be shown."""
    if not isinstance(sentence, And) or any(part in all_of_them for part in sentence.parts):
        return [sentence]
    return [part for each in sentence.parts for part in _split(each, all_of_them)]


def _chosen(one: Read, others: Sequence[Read]) -> Sentence:
    readings = list(dict.fromkeys(one.readings))
    if len(readings) == 1:
        return readings[0]
    if len(readings) >= MAX_READINGS:
        raise NotReadError(Message("This sentence can be read in several ways: “{text}”.", text=one.text))
    known = set().union(*(_keys(sentence) for other in others for sentence in other.readings)) if others else set()
    fitting = [each for each in readings if _keys(each) <= known]
    if len(fitting) == 1:
        return fitting[0]
    if not readings:
        raise NotReadError(Message("This sentence was not read: “{text}”.", text=one.text))
    raise NotReadError(Message("This sentence can be read in several ways: “{text}”.", text=one.text))


def _keys(sentence: Sentence) -> set[str]:
    used = symbols(sentence)
    return {*used.propositions, *used.predicates}


def _simpler(lines: list[Line], book: Book) -> list[Line]:
    """Facts as propositions where nothing is said of all or some, and “there is” where nobody is said to be it."""
    atoms = [atom for line in lines for atom in _atoms(line.sentence)]
    alone = {atom.predicate for atom in atoms}
    inside = [part for line in lines for part in _parts(line.sentence)]
    for part in inside:
        if isinstance(part, Some) and isinstance(part.body, Holds):
            continue
        if isinstance(part, Holds) and part.of in book.individuals:
            alone.discard(part.predicate)
        for each in below(part):
            if isinstance(each, Holds) and not (isinstance(part, Some) and isinstance(part.body, Holds)):
                alone.discard(each.predicate)
    lines = [replace(line, sentence=_there(line.sentence, alone, book)) for line in lines]
    if any(isinstance(part, Every | Some) for line in lines for part in _parts(line.sentence)):
        return lines
    return [replace(line, sentence=_facts(line.sentence, book)) for line in lines]


def _parts(sentence: Sentence) -> Iterator[Sentence]:
    yield sentence
    for part in below(sentence):
        yield from _parts(part)


def _atoms(sentence: Sentence) -> Iterable[Holds]:
    return (part for part in _parts(sentence) if isinstance(part, Holds))


def _there(sentence: Sentence, alone: set[str], book: Book) -> Sentence:
    if isinstance(sentence, Some) and isinstance(sentence.body, Holds) and sentence.body.predicate in alone:
        key = f"there is {sentence.body.predicate}"
        if key in book.phrases:
            return Letter(key)
    return rebuilt(sentence, [_there(part, alone, book) for part in below(sentence)])


def _facts(sentence: Sentence, book: Book) -> Sentence:
    if isinstance(sentence, Holds):
        key = f"{sentence.of}|{sentence.predicate}"
        book.phrases[key] = book.joined[key]
        return Letter(key)
    return rebuilt(sentence, [_facts(part, book) for part in below(sentence)])


def _lettered(lines: Sequence[Line], book: Book) -> Formalised:
    used = symbols(*(line.sentence for line in lines))
    names: dict[str, str] = {}
    meanings = []
    for kind, keys in (
        (Kind.PREDICATE, used.predicates),
        (Kind.INDIVIDUAL, used.individuals),
        (Kind.PROPOSITION, used.propositions),
    ):
        for key in keys:
            phrase, denied = (book.individuals[key], "") if kind is Kind.INDIVIDUAL else book.phrases[key]
            names[key] = _symbol(phrase, kind, set(names.values()))
            meanings.append(Meaning(names[key], kind, phrase, denied))
    renewed = tuple(replace(line, sentence=renamed(line.sentence, names)) for line in lines)
    try:
        return checked(Formalised(renewed, tuple(meanings), tuple(book.notes)))
    except NotFormalError as error:
        raise NotReadError(error.message) from error


def _tangled(used: Symbols, book: Book) -> tuple[str, str] | None:
    """Two phrases of which one has all words of the other: “is a black dog” and “is a dog”, “rains” and “rained”."""
    said = {key: (book.phrases[key][0], _content(key)) for key in (*used.propositions, *used.predicates)}
    said |= {key: (book.individuals[key], frozenset(map(singular, _content(key)))) for key in used.individuals}
    for one, other in permutations(said, 2):
        (phrase, words), (another, more) = said[one], said[other]
        if words and words <= more:
            return phrase, another
        named = {one, other} & book.individuals.keys()  # names have no other forms
        if not named and any(_alike(mine, theirs) for mine in words for theirs in more):
            return phrase, another
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two different words may be forms of one: bus and buses, 걷다 and 걸으면."""
    if one == other:
        return False
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer in {f"{denial}{shorter}" for denial in _DENIALS}:
        return True
    same = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest = max(len(one), len(other)) - same
    if one.isascii():
        return same >= _PREFIX and rest <= _TAIL
    bare = [tuple((ord(letter) - ord("가")) // 28 for letter in word) for word in (one, other)]
    return bare[0] == bare[1] or (same >= _TAIL and rest <= 1)


_DENIALS = ("un", "in", "im", "il", "ir", "dis", "non", "non-", "비", "불", "부", "무")  # happy and unhappy
_PREFIX, _TAIL = 3, 2  # letters that two forms of one word share, and in which they may differ


def _divided(lines: Sequence[Line], book: Book) -> tuple[str, str] | None:
    """Two facts of which one has all words of the other, whatever was taken for their subjects."""
    facts = {atom for line in lines for atom in _atoms(line.sentence) if atom.of in book.individuals}
    for one, other in permutations(sorted(facts, key=repr), 2):
        mine, theirs = (_content(f"{fact.of} {fact.predicate}") for fact in (one, other))
        if one.predicate != other.predicate and mine and mine <= theirs:
            return tuple(book.joined[f"{fact.of}|{fact.predicate}"][0] for fact in (one, other))  # type: ignore[return-value]
    return None


def _content(key: str) -> frozenset[str]:
    words = (irregular_base(word) if word.isascii() else _PARTICLE.sub("", word)
             for word in re.split(r"[ |]", key) if word not in _EMPTY)  # fmt: skip
    return frozenset(words)


_PARTICLE = re.compile(r"(?<=[가-힣])(?:은|는|이|가|을|를|도|만|에만|에|와|과|하고|랑|나)+$")


_EMPTY = frozenset({"be", "do", "can", "past", "there", "is", "the", "my", "his", "her", "our", "it", ""})


def _symbol(phrase: str, kind: Kind, taken: set[str]) -> str:
    """A letter that reminds of the phrase where one is free."""
    if kind is Kind.PROPOSITION:
        wanted = ["P", "Q", "R", "S", "T", "U", "V", "W"]
    else:
        words = [word for word in phrase.split() if word.isascii() and word not in _SMALL and word[0].isalpha()]
        initials = [word[0].upper() for word in reversed(words)]
        wanted = [*initials, *"FGHKLMNABCDEJ"]
    if kind is Kind.INDIVIDUAL:
        wanted = [letter.lower() for letter in [*initials[::-1], *"abcdefghmnst"]]
        wanted = [letter for letter in wanted if letter not in "xyz"]
    free = next((letter for letter in wanted if letter not in taken), None)
    if free is not None:
        return free
    return next(f"{wanted[0]}_{number}" for number in range(1, 99) if f"{wanted[0]}_{number}" not in taken)


_SMALL = frozenset({"is", "a", "an", "are", "the", "can", "has", "have", "does"})
