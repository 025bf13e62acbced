"""Questions for a probability, in English: the experiment, the event, and the sentences that join them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting.chance import Chance
from maths.families.counting.experiment import Draws, Part, Tally, Thing
from maths.phrasing import events
from maths.phrasing.chart import either, many, maybe, pattern, word
from maths.phrasing.events import Amount
from maths.phrasing.grammar_conditions import condition, exactly
from maths.phrasing.grammar_experiments import experiment, flipped_coin, who
from maths.phrasing.kinds import RANKS as CARD_RANKS
from maths.phrasing.kinds import (
    SUITS,
    Named,
    Setup,
    any_kind,
    cards,
    coin,
    labelled,
    named,
    numeric,
    one_of_numbers,
    other_than,
)
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.slots import between, noun, rank, whole
from maths.phrasing.spelled import one_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.events import Wish
    from maths.phrasing.kinds import Kinds
    from maths.phrasing.requests import Built, Found

_PAIR = 2
_ALL_RANKS, _ALL_SUITS = frozenset(CARD_RANKS), frozenset(SUITS)
_SUIT_WORDS = {
    **{form: suit for name, suit in zip(("spade", "heart", "diamond", "club"), SUITS, strict=True)
       for form in (name, f"{name}s", f"\\{name}suit", f"\\{name}suit s")},
    **{suit: suit for suit in SUITS},
}  # fmt: skip
_RANK_WORDS = {
    form: rank_
    for names, rank_ in (
        ("ace", "A"), ("king", "K"), ("queen", "Q"), ("jack", "J"), ("two", "2"), ("three", "3"), ("four", "4"),
        ("five", "5"), ("six", "6"), ("seven", "7"), ("eight", "8"), ("nine", "9"), ("ten", "10"),
    )
    for form in (names, f"{names}es" if names == "six" else f"{names}s")
} | {form: n for n in CARD_RANKS if n.isdigit() for form in (n, f"{n}s", f"{n}'s")}  # fmt: skip
_COLOUR_WORDS = {"red": frozenset("♥♦"), "black": frozenset("♠♣")}
_NUMERALS = {f"{word}s" if word != "six" else "sixes": n for n, word in enumerate(("one", "two", "three", "four",
     "five", "six"), 1)} | {
    f"{n}{s}": n for n in range(1, 10) for s in ("s", "'s")
}  # fmt: skip

_suit = one_of(_SUIT_WORDS)
_rank = one_of(_RANK_WORDS)
_cards = either(
    rule(lambda suit: [cards(_ALL_RANKS, frozenset({suit}))], "?C_A", _suit, "?E_CARD"),
    rule(lambda found: [cards(frozenset({found}), _ALL_SUITS)], "?C_A", _rank, "?E_CARD"),
    rule(lambda found, suit: [cards(frozenset({found}), frozenset({suit}))], "?E_THE|C_A", _rank, "OF", _suit),
    rule(lambda suits: [cards(_ALL_RANKS, suits)], "?C_A", one_of(_COLOUR_WORDS), "?E_CARD"),
    rule(lambda suits, found: [cards(frozenset({found}), suits)], "?C_A", one_of(_COLOUR_WORDS), _rank),
    rule(lambda: [cards(frozenset("JQK"), _ALL_SUITS)], "?C_A", "E_FACE_CARD"),
)
_numbers = either(
    rule(lambda inner: [numeric(inner)], condition),
    rule(lambda found: [one_of_numbers(found)], "?C_A", many(either(whole, one_of(_NUMERALS)), word("E_K_OR"))),
)
_coin = either(meaning("E_HEADS", coin("H")), meaning("E_TAILS", coin("T")))
_label = rule(lambda words: [labelled(words)], "?C_A", noun(3))
_simple = either(_numbers, _coin, _cards, _label)
_kinds: Parser[Named] = named(
    either(
        _simple,
        rule(lambda several: any_kind(several) if len(several) > 1 else (), "?C_EITHER", many(_simple, word("C_OR"))),
    )
)
_not_kinds: Parser[Named] = named(rule(other_than, "C_NOT", _simple))


def _sign(symbol: str, sign: str) -> Parser[Amount]:
    return rule(lambda number: [Amount(sign, number)], symbol, either(whole, rule(lambda: [1], "C_A")))


_counted = either(
    _sign("P_EXACTLY", "="), _sign("P_AT_LEAST", ">="), _sign("P_AT_MOST", "<="), _sign("P_MORE", ">"),
    _sign("P_FEWER", "<"),
)  # fmt: skip
_bare = either(rule(lambda number: [Amount("bare", number)], whole), rule(lambda: [Amount("bare", 1)], "C_A"))
_all = either(
    meaning("P_BOTH", Amount("all", _PAIR)),
    rule(lambda number: [Amount("all", number)], "P_ALL", whole),
    meaning("P_ALL", Amount("all")),
)
_none = either(
    meaning("P_NONE", Amount("none")), meaning("P_NEITHER", Amount("none", _PAIR)),
    rule(lambda number: [Amount("none", number)], "P_NONE_OF_THE", whole),
)  # fmt: skip
_amount = either(_counted, _all, _none, _bare)


def _if_called(wish: Wish, called: str | None) -> Wish:
    """The event, where the things are called what the experiment calls them."""
    return lambda setup: wish(setup) if called is None or setup.calls(called) else iter(())


def _calling(amount: Amount, called: str | None, named_: Named) -> Iterator[Wish]:
    yield from (_if_called(wish, called) for wish in events.tally(amount, named_))


def _one(called: str | None, named_: Named) -> Iterator[Wish]:
    yield from (_if_called(wish, called) for wish in events.single(named_))


_noun = noun(1)
_unnamed: Parser[None] = rule(lambda: [None])
_those = either(
    rule(lambda called: [called], "E_OF_THE", _noun),
    rule(lambda _, called: [called], "E_OF_THE", whole, _noun),
    rule(lambda: [None], "E_OF_THEM"),
    _noun,
    always(None),
)
_the_one = either(
    rule(lambda called: [called], "E_THE", _noun, "?E_DRAWN_AFTER"), rule(lambda: [None], "E_IT|E_THE_NUMBER")
)
_others = rule(lambda: [Amount("bare", 1)], "E_THE_OTHER")


def _group(amount: Amount | None, called: str | None) -> Iterator[tuple[Amount | None, str | None]]:
    yield amount, called


_group_named = either(
    rule(_group, _all, _those),
    rule(lambda number, called: [(Amount("all", number), called)], "E_THE", whole, _noun),
    rule(lambda called: [(None, called)], "E_THE", _noun),
    rule(lambda: [(None, None)], "E_THEY"),
)
_plain_group: Parser[tuple[Amount | None, str | None]] = either(_group_named, always((None, None)))
_same = either(*(meaning(f"E_SAME_{by.upper()}", by) for by in ("color", "number", "suit", "rank", "side", "kind")))
_different = either(*(meaning(f"E_DIFFERENT_{by.upper()}", by) for by in ("color", "number", "suit", "rank", "side")))


def _alike(group: tuple[Amount | None, str | None], by: str) -> Iterator[Wish]:
    yield from (_if_called(wish, group[1]) for wish in events.alike(by, group[0]))


def _different_all(group: tuple[Amount | None, str | None], by: str) -> Iterator[Wish]:
    """`all different` of any number; without "all" of two only."""
    made = events.unlike(by, group[0]) if group[0] and group[0].sign == "all" else events.different(by)
    yield from (_if_called(wish, group[1]) for wish in made)


def _some_alike(by: str) -> Iterator[Wish]:
    yield from (opposite for wish in events.unlike(by) for opposite in events.opposite(wish))


def _not_alike(by: str) -> Iterator[Wish]:
    yield from (opposite for wish in events.alike(by) for opposite in events.opposite(wish))


def _all_called(wish: Wish, called: frozenset[str]) -> Wish:
    return lambda setup: wish(setup) if all(setup.calls(each) for each in called) else iter(())


def _ranked(parts: tuple[tuple[int, str | None, Named], ...]) -> Iterator[Wish]:
    if [place for place, _, _ in parts] == list(range(1, len(parts) + 1)):
        called = frozenset(each for _, each, _ in parts if each)
        for wish in events.in_order(tuple(named_ for _, _, named_ in parts), whole=False):
            yield _all_called(wish, called)


def _row(names: tuple[Named, ...]) -> Iterator[Wish]:
    if len(names) > 1:
        yield from events.in_order(names, whole=True)


def _faces(match: re.Match[str]) -> Iterator[Wish]:
    yield from events.in_order(
        tuple(named_ for letter in match.group() for named_ in [Named(letter, coin(letter))]), whole=True
    )


def _joined(one: tuple[Amount, Named], other: tuple[Amount, Named]) -> Iterator[Wish]:
    for first in events.tally(*one):
        for second in events.tally(*other):
            yield from events.union(first, second)


def _pair(*parts: object) -> Iterator[tuple[object, ...]]:
    yield parts


_act = either(rule(lambda _: [None], who, "E_GET"), meaning("E_GET", None), always(None))
_not = rule(lambda _: [None], maybe(who), "E_DID_NOT", "E_GET")
_so_many = rule(_pair, _amount, _kinds)
_so_many_are = rule(lambda amount, _, named_: [(amount, named_)], _amount, _those, "E_VERB", _kinds)
_being = rule(lambda amount, _, named_: [(amount, named_)], either(_counted, _bare, _others), _those, "E_VERB", _kinds)
_placed = rule(
    lambda place, called, named_: [(place, called, named_)],
    "?E_THE", rank, either(_noun, always(None)), "?E_DRAWN_AFTER", "E_VERB", _kinds,
)  # fmt: skip
_value = either(condition, exactly)
_event: Parser[Wish] = either(
    rule(_calling, _amount, _those, "E_VERB", _kinds),
    rule(lambda _, amount, named_: events.tally(amount, named_), _act, _amount, _kinds, "?E_OCCUR"),
    rule(lambda _, named_, amount: events.tally(amount, named_), _act, _kinds, "E_IN_THE", _amount, "?E_OF_THE",
         "E_FACE_WORD"),
    rule(lambda _, named_: events.single(named_), _act, _kinds, "?E_OCCUR"),
    rule(lambda _, named_: [w for made in events.single(named_) for w in events.opposite(made)], _not, _kinds),
    rule(lambda _, named_: events.tally(Amount("none"), named_), _not, _kinds, "E_ON_EITHER"),
    rule(lambda _, parts: events.shared(parts), _act, many(_so_many, between), "?E_OCCUR"),
    rule(events.shared, many(_being, between)),
    rule(_one, _the_one, "E_VERB", _kinds),
    rule(_one, _the_one, "E_VERB", _not_kinds),
    rule(_one, _the_one, "E_VERB_NOT", named(rule(other_than, _simple))),
    rule(_ranked, many(_placed, between)),
    rule(lambda _, names: _row(names), _act, many(named(_coin), between), "E_IN_ORDER"),
    rule(lambda _, match: _faces(match), _act, pattern(r"[HT]{2,}(?![A-Za-z])"), "?E_IN_ORDER"),
    rule(_alike, _group_named, "?E_VERB", "?P_ALL", _same),
    rule(lambda _, by: events.alike(by), _act, _same, "?E_ON_ALL"),
    rule(lambda _: events.alike("number", Amount("all", _PAIR)), _act, "E_DOUBLES"),
    rule(_different_all, _group_named, "?E_VERB", _different),
    rule(lambda _, by: events.different(by), _act, _different, "?E_ON_ALL"),
    rule(lambda group, by: _different_all((group[0] or Amount("all"), group[1]), by), _group_named, "E_VERB",
         "P_ALL", _different),
    rule(lambda _, by: _some_alike(by), "E_TWO_OR_MORE", _those, "?E_VERB", _same),
    rule(lambda called: [_if_called(wish, called) for wish in _some_alike("number")], "E_TWO_OR_MORE", _those,
         "E_MATCH"),
    rule(lambda called, by: [_if_called(wish, called) for wish in events.unlike(by)], "E_NO_TWO", _those, "?E_VERB",
         _same),
    rule(lambda called, by: [_if_called(wish, called) for wish in _not_alike(by)], "E_NOT_ALL", _those, "?E_VERB",
         _same),
    rule(lambda inner: events.worth("sum", inner), "E_THE_SUM", "E_IS_VALUE", _value),
    rule(lambda inner: events.worth("product", inner), "E_THE_PRODUCT", "E_IS_VALUE", _value),
    rule(lambda _, inner: events.worth("sum", inner), _act, "E_A_SUM", "?E_IS_VALUE", _value),
    rule(lambda _, inner: events.worth("product", inner), _act, "E_A_PRODUCT", "?E_IS_VALUE", _value),
    rule(lambda _, one, other: events.outnumber(one, other, ">"), _act, "E_MORE", named(_simple), "E_THAN",
         named(_simple)),
    rule(lambda _, one, other: events.outnumber(one, other, ">="), _act, "E_AT_LEAST_AS_MANY", named(_simple),
         "E_AS", named(_simple)),
    rule(lambda _, one, other: events.outnumber(one, other, "="), _act, "E_AS_MANY", named(_simple), "E_AND_AS",
         named(_simple)),
    rule(events.tally, "E_TEAM_CONSISTS", _amount, _kinds),
    rule(_joined, "?E_THEY_ARE", "?C_EITHER", _so_many, "C_OR", _so_many),
    rule(_joined, "?C_EITHER", _so_many_are, "C_OR", _so_many_are),
    rule(lambda: events.alike("number"), "E_NUMBERS_SAME"),
    rule(lambda: events.different("number"), "E_NUMBERS_DIFFERENT"),
    rule(lambda amount, called: _different_all((amount, called), "number"), _all, _those, "E_VERB", "E_DIFFERENT"),
    rule(lambda named_, amount: events.tally(amount, named_), "E_VERB", _kinds, _amount, "E_TIMES_N"),
)  # fmt: skip


def _asked(setup: Setup, wish: Wish) -> Built:
    for event in wish(setup):
        yield Chance(setup.draws, event)


def _asked_before(wish: Wish, setup: Setup) -> Built:
    yield from _asked(setup, wish)


def letters(chart: Chart, at: int) -> Iterator[tuple[int, tuple[tuple[str, int], ...]]]:
    """`abbccc`, `{a: 1, b: 2}`: how many there are of each letter."""
    for end, match in pattern(r"\\?\{\s*([a-z]\s*:\s*\d{1,3}(?:\s*,\s*[a-z]\s*:\s*\d{1,3})*)\s*\\?\}")(chart, at):
        found = [(part.split(":")[0].strip(), int(part.split(":")[1])) for part in match[1].split(",")]
        if len({letter for letter, _ in found}) == len(found):
            yield end, tuple(found)
    for end, match in pattern(r"[a-z]{2,60}(?![A-Za-z])")(chart, at):
        yield end, tuple((letter, match.group().count(letter)) for letter in dict.fromkeys(match.group()))


def _letters_picked(number: int, said: bool, pool: tuple[tuple[str, int], ...]) -> Iterator[Draws]:  # noqa: FBT001
    yield Draws(pool, number, said, Thing.OBJECTS)


_replacing = either(meaning("E_WITHOUT_REPLACEMENT", value=False), meaning("E_WITH_REPLACEMENT", value=True))
letters_picked = rule(
    _letters_picked, whole, "E_LETTERS", "?E_ARE_SEP", "E_DRAWN_BARE", "?E_AT_RANDOM", _replacing, "E_FROM", letters
)


def letter_row(match: re.Match[str]) -> Iterator[tuple[str, ...]]:
    yield tuple(match.group())


def letters_in_order(draws: Draws, row: tuple[str, ...]) -> Built:
    for event in (e for wish in events.in_order(_letter_names(row), whole=True) for e in wish(Setup(draws))):
        yield Chance(draws, event)


def _letter_names(row: tuple[str, ...]) -> tuple[Named, ...]:
    return tuple(Named(letter, _letter(letter)) for letter in row)


def _letter(letter: str) -> Kinds:
    return lambda _: frozenset({letter})


def letters_in_all(draws: Draws, wanted: tuple[tuple[int, str], ...]) -> Built:
    """So many of each of these letters, which make up all the letters picked."""
    letters_ = [letter for _, letter in wanted]
    if sum(count for count, _ in wanted) == draws.number and len(set(letters_)) == len(letters_):
        parts = (Part(frozenset({letter}), count, count, letter) for count, letter in wanted)
        yield Chance(draws, Tally(tuple(parts)))


_row_of_letters = rule(letter_row, pattern(r"[a-z]+(?![A-Za-z])"))
_letter_count = rule(lambda count, match: [(count, match.group())], whole, pattern(r"[a-z](?![A-Za-z])"))
_letter_counts = many(_letter_count, between)

REQUESTS: tuple[Parser[Found], ...] = (
    rule(_asked, experiment, "Q_STOP|Q_COMMA", "Q_PROBABILITY", "?Q_THAT", _event),
    rule(_asked, "Q_IF", experiment, "?Q_COMMA", "Q_PROBABILITY", "?Q_THAT", _event),
    rule(_asked_before, "Q_PROBABILITY", "?Q_THAT", _event, "?Q_WHEN", experiment),
    rule(_asked, "Q_PROBABILITY", "?Q_THAT", "Q_IF", experiment, "?Q_COMMA", _event),
    rule(_asked, "Q_PROBABILITY", "?Q_THAT", flipped_coin, _event),
    rule(letters_in_order, letters_picked, "Q_STOP", "Q_PROBABILITY", "?Q_THAT", "E_SEQUENCE_OF", _row_of_letters),
    rule(
        lambda row, draws: letters_in_order(draws, row),
        "Q_PROBABILITY", "?Q_THAT", "E_SEQUENCE_OF", _row_of_letters, "Q_WHEN", letters_picked,
    ),
    rule(letters_in_all, letters_picked, "Q_STOP", "Q_PROBABILITY", "?Q_THAT", "E_DRAWING", _letter_counts),
    rule(
        lambda wanted, draws: letters_in_all(draws, wanted),
        "Q_PROBABILITY", "?Q_THAT", "E_DRAWING", _letter_counts, "Q_WHEN", letters_picked,
    ),
)  # fmt: skip
"""One rule a way to ask."""
