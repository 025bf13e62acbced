"""What is done by chance, in English: dice rolled, coins flipped, cards dealt, things drawn from a bag, numbers chosen.

Only what is said or is the custom with such things is assumed: dice and coins are fair, a deck has 52 cards, several
things drawn at once are not put back.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.families.counting.experiment import Draws, Thing
from maths.phrasing.chart import apply, either, many, maybe, pattern, sequence, word
from maths.phrasing.kinds import DECK, Setup, exclude_each_other
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.slots import between, noun, person, stem, whole, whole_or_article
from maths.phrasing.spelled import CARDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.phrasing.chart import Chart, Parser

MAX_POPULATION = 200  # numbers to choose one from
_PAIR = 2
_SIX = 6
_MOST_SIDES = 100

_PEOPLE = frozenset({"people", "person", "student", "member", "child", "children", "player", "kid"})

_TIMES = either(
    rule(lambda n: [n], whole, "E_TIMES_N"), meaning("E_ONCE", 1), meaning("E_TWICE_N", 2), always(1),
)  # fmt: skip
who = either(word("E_WHO"), person, rule(lambda called: [called], "C_A|E_THE", noun(2)))
"""Somebody who rolls, draws or flips."""


def _sides(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`6-sided`, `eight-sided`"""
    for end, match in pattern(r"([A-Za-z]+|\d+)\s*-?\s*(?:sided|faced)(?![A-Za-z]),?")(chart, at):
        found = CARDINALS.get(match[1].lower(), 0) if match[1].isalpha() else int(match[1])
        if 1 < found <= _MOST_SIDES:
            yield end, found


def _numbered(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`numbered 1 to 6`"""
    for end, _ in word("E_DIE_NUMBERED")(chart, at):
        for after, low in whole(chart, end):
            for last, _ in word("E_TO")(chart, after):
                yield from ((stop, high) for stop, high in whole(chart, last) if low == 1)


def _dice(number: int | None, before: int | None, between: object, after: int | None) -> Iterator[tuple[int, int]]:
    """How many dice, and of how many faces."""
    del between
    faces = {sides for sides in (before, after) if sides is not None} or {_SIX}
    if len(faces) == 1:
        yield (number or _PAIR), faces.pop()


_dice_row = sequence(
    either(whole_or_article, rule(lambda: [_PAIR], "E_PAIR_OF"), rule(lambda: [1], "E_THE")),
    maybe(many(word("E_FAIR"))),
    maybe(_sides),
    maybe(many(word("E_FAIR"))),
    word("E_DIE"),
    maybe(_numbered),
)
_dice_named = apply(_dice_row, lambda number, _, before, between, __, after: _dice(number, before, between, after))


def _rolled(named: tuple[int, int], times: int) -> Iterator[Setup]:
    number, faces = named
    if number * times == max(number, times) > 0:  # several dice several times may mean several results
        yield Setup(
            Draws(tuple((str(n), 1) for n in range(1, faces + 1)), number * times, replaced=True, thing=Thing.DICE)
        )


dice_thrown = either(
    rule(lambda _, named, times: _rolled(named, times), who, "E_ROLL", _dice_named, _TIMES),
    rule(_rolled, _dice_named, "E_ROLLED", _TIMES),
    rule(_rolled, "E_ROLLING", _dice_named, _TIMES),
    rule(_rolled, _dice_named, _TIMES),
)


def _flips(number: int, times: int, heads: tuple[int, int] = (1, 1)) -> Iterator[Setup]:
    if number * times == max(number, times) > 0:
        yield Setup(Draws((("H", heads[0]), ("T", heads[1])), number * times, replaced=True, thing=Thing.COINS))


_coins_named = rule(
    lambda number: [number], either(whole_or_article, rule(lambda: [_PAIR], "E_PAIR_OF"), rule(lambda: [1], "E_THE")),
    "E_COIN",
)  # fmt: skip
coins_thrown = either(
    rule(lambda _, number, times: _flips(number, times), who, "E_FLIP", _coins_named, _TIMES),
    rule(_flips, _coins_named, "E_FLIPPED", _TIMES),
    rule(_flips, "E_FLIPPING", _coins_named, _TIMES),
    rule(_flips, _coins_named, _TIMES),
)

_manner = either(
    meaning("E_AT_RANDOM", None),
    meaning("E_WITHOUT_REPLACEMENT", value=False),
    meaning("E_WITH_REPLACEMENT", value=True),
)


def _manners(chart: Chart, at: int) -> Iterator[tuple[int, tuple[bool, ...]]]:
    """How is drawn: with or without putting back, as far as said. "At random" adds nothing."""
    for end, found in maybe(many(_manner, maybe(word("COMMA"))))(chart, at):
        yield end, tuple(each for each in found or () if each is not None)


def _replaced(number: int, said: tuple[bool, ...], *, stated: bool = False) -> Iterator[bool]:
    """Whether things are put back. `stated`: two sayings that contradict, or none where one is needed, mean nothing."""
    if len(set(said)) == 1:
        yield said[0]
    elif not said and (number == 1 or not stated):
        yield False


def _drawn_cards(number: int, *said: tuple[bool, ...]) -> Iterator[Setup]:
    for replaced in _replaced(number, sum(said, ())):
        yield Setup(Draws(DECK, number, replaced, Thing.CARDS))


_cards_drawn = either(
    rule(
        _drawn_cards,
        whole_or_article, "E_CARD", _manners, "E_IS_WAS", _manners, "E_DRAWN_BARE", _manners, "E_FROM", "E_DECK",
             _manners,
    ),
    rule(
        _drawn_cards,
        whole_or_article, "E_CARD", _manners, "E_FROM", "E_DECK", _manners,
    ),
    rule(
        lambda _, a, number, b, c: _drawn_cards(number, a, b, c),
        who, _manners, "E_DRAW", whole_or_article, "E_CARD", _manners, "E_FROM", "E_DECK", _manners,
    ),
    rule(
        _drawn_cards,
        "E_DRAWING", whole_or_article, "E_CARD", _manners, "E_FROM", "E_DECK", _manners,
    ),
)  # fmt: skip

_item = sequence(whole_or_article, noun(3))


def _contents(items: tuple[tuple[int, str], ...]) -> Iterator[tuple[tuple[tuple[str, int], ...], str]]:
    """Labels with their numbers, and the noun the last one, or all, end in; or bare nouns: `3 boys and 4 girls`."""
    counts = [count for count, _ in items]
    for things in dict.fromkeys(words.split()[-1] for _, words in items if " " in words):
        named = [words for _, words in items if stem(words.split()[-1]) != stem(things)]
        labels = [_label(words, things) for _, words in items]
        if all(labels) and len(set(labels)) == len(labels) and not any(" " in words for words in named):
            yield tuple(zip(labels, counts, strict=True)), things
    nouns = [words for _, words in items]
    if len(set(nouns)) == len(nouns) > 1 and not any(" " in words for words in nouns):
        yield tuple(zip(nouns, counts, strict=True)), ""


def _label(words: str, things: str) -> str:
    parts = words.split()
    return " ".join(parts[:-1] if stem(parts[-1]) == stem(things) else parts)


def _divided(total: int, things: str, parts: tuple[tuple[int, str], ...]) -> Iterator[tuple[object, str]]:
    if sum(count for count, _ in parts) == total and len({label for _, label in parts}) == len(parts):
        yield tuple((label, count) for count, label in parts), things.rsplit(maxsplit=1)[-1]


_of_which = rule(lambda count, label: [(count, label)], whole, "?E_OF_WHICH", "?E_ARE_SEP", noun(1))
_contents_listed = either(
    rule(_contents, many(_item, between), "?E_NO_OTHER"),
    rule(_divided, whole, noun(2), "Q_COMMA|COLON", many(_of_which, between)),
)
_container = word("E_CONTAINER")
_bag = either(
    rule(lambda _, found: [found], _container, "E_HOLDS", _contents_listed),
    rule(lambda found: [found], "E_THERE_ARE", _contents_listed, "E_IN_CONTAINER", "E_CONTAINER"),
    rule(lambda found, _: [found], _contents_listed, "E_ARE_SEP|E_ARE_PLACED", "E_IN_CONTAINER", _container),
    rule(lambda _, found: [found], who, "E_HAS", _contents_listed, "?E_IN_CONTAINER_OWN"),
)
_thing: Parser[tuple[int, str]] = either(
    rule(lambda number, things: [(number, things)], whole_or_article, noun(2)),
    rule(lambda number: [(number, "")], whole, "?E_OF_THEM"),
    rule(lambda number, things: [(number, things)], whole, "E_OF_THE_THINGS", noun(2)),
    rule(lambda number: [(number, "")], "C_A", "N_TEAM_OF", whole, "?N_PEOPLE"),
    rule(lambda number: [(number, "")], "C_A", whole, "N_PERSON_TEAM"),
)
_from_bag = either(rule(lambda _: [None], "E_FROM", _container), always(None))
_taken = either(
    rule(
        lambda thing, a, b, _, c: [(*thing, a + b + c)],
        _thing, _manners, "E_IS_WAS", _manners, "E_DRAWN_BARE", maybe(_from_bag), _manners,
    ),
    rule(
        lambda _, a, thing, b, __, c: [(*thing, a + b + c)],
        who, _manners, "E_DRAW", _thing, _manners, _from_bag, _manners,
    ),
    rule(lambda thing, a, _, c: [(*thing, a + c)], "E_DRAWING", _thing, _manners, _from_bag, _manners),
)  # fmt: skip


def _bag_drawn(
    bag: tuple[tuple[tuple[str, int], ...], str], taken: tuple[int, str, tuple[bool, ...]]
) -> Iterator[Setup]:
    (contents, things), (number, called, said) = bag, taken
    last = stem(called.split()[-1]) if called else ""
    if last not in {"", stem(things), "object", "item", "thing"} and (things or last not in _PEOPLE):
        return
    if things and not exclude_each_other(label for label, _ in contents):
        return
    for replaced in _replaced(number, said):
        yield Setup(Draws(contents, number, replaced, Thing.OBJECTS), things)


_from_open_bag = rule(
    lambda thing, a, b, c, bag: _bag_drawn(bag, (*thing, a + b + c)),
    _thing, _manners, "E_IS_WAS", _manners, "E_DRAWN_BARE", _manners, "E_FROM", "E_CONTAINER", "E_HOLDS",
         _contents_listed,
)  # fmt: skip
_things_drawn = either(
    rule(_bag_drawn, _bag, "Q_STOP|E_AND_THEN", "?Q_IF", _taken),
    _from_open_bag,
)

_SET = re.compile(r"\\?\{\s*(\d+(?:\s*,\s*\d+)*)\s*(?:,\s*(?:\\l?dots|\\cdots|\.\.\.|…)\s*,\s*(\d+)\s*)?\\?\}")


def number_set(chart: Chart, at: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """`{1, 2, 5}`, `{1, 2, 3, ..., 20}`"""
    at = chart.skip(at)
    if match := _SET.match(chart.text, at):
        found = [int(each) for each in match[1].split(",")]
        if match[2]:
            step = found[-1] - found[-2] if len(found) > 1 else 1
            last = int(match[2])
            steady = all(b - a == step for a, b in pairwise(found))
            if step < 1 or not steady or (last - found[-1]) % step or last > found[-1] + step * MAX_POPULATION:
                return
            found += range(found[-1] + step, last + 1, step)
        if len(set(found)) == len(found) <= MAX_POPULATION:
            chart.skip(match.end())
            yield match.end(), tuple(found)


def _span(low: int, high: int) -> Iterator[tuple[int, ...]]:
    if low <= high < low + MAX_POPULATION:
        yield tuple(range(low, high + 1))


numbers_named = either(
    rule(lambda found: [found], "?E_THE_SET", number_set),
    rule(_span, "?E_INTEGERS_FROM", whole, "E_TO", whole, "?E_INCLUSIVE"),
    rule(_span, "E_BETWEEN", whole, "AND", whole, "E_INCLUSIVE"),
    rule(lambda last: _span(1, last), "E_FIRST_INTEGERS", whole, "E_POSITIVE_INTEGERS"),
)
"""A set of numbers to choose from."""


def _numbers(count: int, numbers: tuple[int, ...], said: tuple[bool, ...]) -> Iterator[Setup]:
    for replaced in _replaced(count, said, stated=True):
        yield Setup(Draws(tuple((str(n), 1) for n in numbers), count, replaced, Thing.NUMBERS))


_several_numbers = either(
    rule(lambda: [(1, ())], "E_A_NUMBER"),
    rule(lambda count: [(count, (False,))], whole, "E_DIFFERENT", "E_NUMBERS_N"),
    rule(lambda count: [(count, ())], whole, "E_NUMBERS_N"),
)
_numbers_drawn = either(
    rule(
        lambda numbers, a, b, c: _numbers(1, numbers, a + b + c),
        "E_A_NUMBER", "E_FROM", numbers_named, _manners, "E_IS_WAS", _manners, "E_DRAWN_BARE", _manners,
    ),
    rule(
        lambda found, a, b, c, numbers, d: _numbers(found[0], numbers, found[1] + a + b + c + d),
        _several_numbers, _manners, "E_IS_WAS", _manners, "E_DRAWN_BARE", _manners, "E_FROM", numbers_named, _manners,
        "?E_AND_MULTIPLIED",
    ),
    rule(
        lambda _, a, found, b, numbers, c: _numbers(found[0], numbers, found[1] + a + b + c),
        who, _manners, "E_DRAW", _several_numbers, _manners, "E_FROM", numbers_named, _manners, "?E_AND_MULTIPLIED",
    ),
)  # fmt: skip


def _numbered_bag(
    count: int | None, called: str, low: int, high: int, taken: tuple[int, str, tuple[bool, ...]]
) -> Iterable[Setup]:
    number, again, said = taken
    things = stem(called.rsplit(maxsplit=1)[-1])
    if (
        low <= high < low + MAX_POPULATION
        and count in {None, high - low + 1}
        and (not again or stem(again.split()[-1]) == things)
    ):
        for replaced in _replaced(number, said):
            population = tuple((str(n), 1) for n in range(low, high + 1))
            yield Setup(Draws(population, number, replaced, Thing.NUMBERS), things)


_numbered_things = either(
    rule(
        _numbered_bag, "?E_CONTAINER_HOLDS", maybe(whole), noun(2), "E_NUMBERED", whole, "E_TO", whole, "?E_INCLUSIVE",
        "?E_PLACED_IN", "Q_STOP|E_AND_THEN", "?Q_IF", _taken,
    ),
)  # fmt: skip

_single_draw = either(
    rule(lambda: _drawn_cards(1), "E_DECK"),
    rule(lambda bag: _bag_drawn(bag, (1, "", ())), _bag),
)
"""Where nothing is said but from what is drawn: one thing, as the event then says."""

flipped_coin = rule(_flips, _coins_named, "E_FLIP", _TIMES)
"""`a coin flipped five times`, as the subject of a sentence."""

experiment: Parser[Setup] = either(
    dice_thrown, coins_thrown, _cards_drawn, _things_drawn, _numbers_drawn, _numbered_things, _single_draw
)
"""An experiment in one sentence, or in two."""
