"""What a draw may be said to be: a number that satisfies something, heads, a king of hearts, a red marble.

A `Kinds` is words that mean certain kinds of a population once the experiment is known; None where they mean nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.families.counting.experiment import Draws, Thing
from maths.phrasing.slots import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.families.counting.conditions import Condition
    from maths.phrasing.chart import Chart, Parser


@dataclass(frozen=True, slots=True)
class Setup:
    """An experiment, and what its things are called, so that the question may call them so; "" where it is not said."""

    draws: Draws
    noun: str = ""

    def calls(self, noun: str) -> bool:
        """Whether a noun of the question means the things of the experiment."""
        return stem(noun.rsplit(maxsplit=1)[-1]) in _NOUNS[self.draws.thing] | {
            stem(self.noun.split()[-1]) if self.noun else ""
        }


COLOURS = frozenset(
    """
    red blue green yellow white black orange purple pink brown gray grey violet silver gold golden turquoise tan
    빨간 파란 노란 초록 흰 검은 하얀 까만 주황 보라 분홍 갈색 회색
    빨간색 파란색 노란색 초록색 흰색 검은색 주황색 보라색 분홍색
    빨강 파랑 노랑 검정 하양 붉은 푸른
    """.split()  # noqa: SIM905 - a list of words
)
_ALSO_COLOURS = frozenset(("beige", "clear", "crimson", "cyan", "indigo", "magenta", "maroon", "navy", "teal"))
_NOT_ONLY_COLOURS = frozenset(("gold", "golden", "orange", "silver", "tan", "violet"))


def exclude_each_other(labels: Iterable[str]) -> bool:
    """Whether nothing can be of two of these kinds: what is large may be red as well."""
    words = [frozenset(label.lower().split()) for label in labels]
    coloured = [bool(each & (COLOURS | _ALSO_COLOURS)) for each in words]
    return all(coloured) or not any(each & (COLOURS - _NOT_ONLY_COLOURS) for each in words)


_NOUNS = {
    Thing.DICE: frozenset({"die", "dice", "roll", "face", "cube", "toss", "throw", "value"}),
    Thing.COINS: frozenset({"coin", "flip", "toss", "penny", "nickel", "dime", "quarter", "throw", "tosse"}),
    Thing.CARDS: frozenset({"card"}),
    Thing.NUMBERS: frozenset({"number", "integer"}),
    Thing.OBJECTS: frozenset[str](),
}

Sorted: TypeAlias = frozenset[str]
Kinds: TypeAlias = Callable[[Setup], Sorted | None]


@dataclass(frozen=True, slots=True)
class Named:
    """Kinds with the words they were named by."""

    name: str
    of: Kinds


def named(parser: Parser[Kinds]) -> Parser[Named]:
    """The kinds, with the text they were read from."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Named]]:
        start = chart.skip(at)
        for end, kinds in parser(chart, start):
            yield end, Named(" ".join(chart.text[start:end].split()), kinds)

    return parse


def numeric(condition: Condition) -> Kinds:
    """The numbers of the population that satisfy a condition."""

    def of(setup: Setup) -> Sorted | None:
        if setup.draws.thing not in {Thing.DICE, Thing.NUMBERS}:
            return None
        return frozenset(kind for kind, _ in setup.draws.population if condition.fits(int(kind)))

    return of


def one_of_numbers(numbers: Iterable[int]) -> Kinds:
    """These numbers, each of which must be there."""
    wanted = frozenset(str(number) for number in numbers)

    def of(setup: Setup) -> Sorted | None:
        if setup.draws.thing not in {Thing.DICE, Thing.NUMBERS}:
            return None
        return wanted if wanted <= {kind for kind, _ in setup.draws.population} else None

    return of


def coin(face: str) -> Kinds:
    return lambda setup: frozenset({face}) if setup.draws.thing is Thing.COINS else None


SUITS = ("♠", "♥", "♦", "♣")
RANKS = ("A", "2", "3", "4", "5", "6", "7", "8", "9", "10", "J", "Q", "K")
DECK = tuple((rank + suit, 1) for suit in SUITS for rank in RANKS)


def cards(ranks: frozenset[str], suits: frozenset[str]) -> Kinds:
    """The cards of a standard deck with one of these ranks and one of these suits."""
    wanted = frozenset(rank + suit for rank in ranks for suit in suits)
    return lambda setup: wanted if setup.draws.thing is Thing.CARDS else None


def labelled(words: str) -> Kinds:
    """The kind of that label, with the noun of the things behind it or without: `red`, `red marbles`."""

    def of(setup: Setup) -> Sorted | None:
        if setup.draws.thing is not Thing.OBJECTS:
            return None
        labels = {_plain(kind, setup.noun): kind for kind, _ in setup.draws.population}
        found = labels.get(_plain(words, setup.noun))
        return None if found is None else frozenset({found})

    return of


def _plain(words: str, noun: str) -> str:
    """The label alone, in the singular."""
    parts = words.lower().split()
    if len(parts) > 1 and stem(parts[-1]) in {stem(noun.rsplit(maxsplit=1)[-1]) if noun else "", "one"}:
        parts = parts[:-1]
    return " ".join([*parts[:-1], stem(parts[-1])])


def any_kind(several: tuple[Kinds, ...]) -> Iterator[Kinds]:
    """Any of several kinds: `red or blue`."""

    def of(setup: Setup) -> Sorted | None:
        found = [kinds(setup) for kinds in several]
        return None if any(each is None for each in found) else frozenset[str]().union(*(each or () for each in found))

    yield of


def other_than(kinds: Kinds) -> Iterator[Kinds]:
    """All but these."""

    def of(setup: Setup) -> Sorted | None:
        found = kinds(setup)
        return None if found is None else frozenset(kind for kind, _ in setup.draws.population) - found

    yield of
