"""Questions for a probability, in Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting.chance import Chance
from maths.families.counting.experiment import Draws, Thing
from maths.phrasing import events
from maths.phrasing.chart import either, many, maybe, pattern, word
from maths.phrasing.events import Amount
from maths.phrasing.grammar_conditions import condition_ko
from maths.phrasing.grammar_probability import letter_row, letters, letters_in_all, letters_in_order
from maths.phrasing.kinds import (
    DECK,
    RANKS,
    SUITS,
    Setup,
    any_kind,
    cards,
    coin,
    exclude_each_other,
    labelled,
    named,
    numeric,
    one_of_numbers,
)
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.slots import count_ko, noun_ko, rank_ko, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.counting.conditions import Condition
    from maths.phrasing.chart import Parser
    from maths.phrasing.events import Wish
    from maths.phrasing.kinds import Named
    from maths.phrasing.requests import Built, Found

MAX_POPULATION = 200
_SIX = 6
_PAIR = 2

_counted = rule(lambda number: [number], count_ko, "X_COUNTER")
_random = maybe(many(either(word("X_AT_RANDOM"), word("X_TOGETHER"))))


def _thrown(thing: Thing, number: int, times: int) -> Iterator[Setup]:
    kinds = ("H", "T") if thing is Thing.COINS else tuple(str(n) for n in range(1, _SIX + 1))
    if number * times == max(number, times) > 0:
        yield Setup(Draws(tuple((kind, 1) for kind in kinds), number * times, replaced=True, thing=thing))


_object = either(meaning("X_DIE", Thing.DICE), meaning("X_COIN", Thing.COINS))
_throws = either(
    rule(lambda thing, number: [(thing, number, 1)], "?X_FAIR", _object, _counted, "?X_OBJECT"),
    rule(lambda number, thing: [(thing, number, 1)], "?X_FAIR", _counted, "X_OF", "?X_FAIR", _object, "?X_OBJECT"),
    rule(lambda thing, times: [(thing, 1, times)], "?X_FAIR", _object, "X_OBJECT", _counted),
    rule(lambda thing, number, times: [(thing, number, times)], "?X_FAIR", _object, _counted, "X_OBJECT", _counted),
    rule(lambda number, thing, times: [(thing, number, times)], _counted, "X_OF", _object, "X_OBJECT", _counted),
)
object_thrown = rule(lambda found, _: _thrown(*found), _throws, _random, "X_THROW", "X_WHEN")

_item = either(
    rule(lambda label, number: [(label, number)], noun_ko, _counted),
    rule(lambda label, things, number: [(f"{label} {things}", number)], noun_ko, noun_ko, _counted),
)


def _contents(items: tuple[tuple[str, int], ...]) -> Iterator[tuple[tuple[tuple[str, int], ...], str]]:
    """Labels with their numbers; the last word of each is the noun they share, written apart or in one with it."""
    things = {label.split()[-1] for label, _ in items}
    if len(things) == 1 and all(" " in label for label, _ in items):
        (noun,) = things
        found = tuple((label.rsplit(" ", 1)[0], number) for label, number in items)
        if len({label for label, _ in found}) == len(found):
            yield found, noun


_bag_contents = rule(_contents, many(_item, word("X_AND")))
_flags = maybe(either(meaning("X_NOT_RETURNED", value=False), meaning("X_RETURNED", value=True)))
_taken = either(
    rule(lambda _, __, things, number, ___, flag: [(things, number, flag, False)],
         _random, always(None), noun_ko, _counted, "?X_OBJECT", _random, _flags, "X_TAKE", "X_WHEN"),
    rule(lambda _, number, things, __, flag: [(things, number, flag, False)],
         _random, _counted, "X_OF", noun_ko, "X_OBJECT", _random, _flags, "X_TAKE", "X_WHEN"),
    rule(lambda _, number, __, flag: [("", number, flag, False)],
         _random, _counted, "X_OBJECT", _random, _flags, "X_TAKE", "X_WHEN"),
    rule(lambda flag, things, number: [(things, number, flag, True)],
         _flags, maybe(noun_ko), "X_ONE_EACH", _counted, "X_TAKE", "X_WHEN"),
)  # fmt: skip


def _bag_drawn(
    bag: tuple[tuple[tuple[str, int], ...], str], taken: tuple[str | None, int, bool | None, bool]
) -> Iterator[Setup]:
    """Things drawn one by one are put back or not: it has to be said; things drawn at once are not."""
    (contents, noun), (called, number, flag, one_by_one) = bag, taken
    if called not in {None, "", noun} or (one_by_one and flag is None):
        return
    if noun and not exclude_each_other(label for label, _ in contents):
        return
    yield Setup(Draws(contents, number, bool(flag) and number > 1, Thing.OBJECTS), noun)


_bag_of_things = either(
    rule(_bag_drawn, _bag_contents, "X_IN_BAG", _taken),
    rule(_bag_drawn, "X_BAG_HOLDS", _bag_contents, "X_ARE_IN", "?X_FROM_THERE", _taken),
)


def _numbers(low: int, high: int, number: int) -> Iterator[Setup]:
    if number == 1 and low <= high < low + MAX_POPULATION:
        yield Setup(Draws(tuple((str(n), 1) for n in range(low, high + 1)), 1, replaced=False, thing=Thing.NUMBERS))


def _numbered(low: int, high: int, stated: int | None, taken: tuple[int, bool | None]) -> Iterator[Setup]:
    number, flag = taken
    if low <= high < low + MAX_POPULATION and stated in {None, high - low + 1}:
        population = tuple((str(n), 1) for n in range(low, high + 1))
        yield Setup(Draws(population, number, bool(flag) and number > 1, Thing.NUMBERS))


_range = (whole, "X_FROM_TO", whole, "X_UP_TO")
_one_number = either(rule(lambda number: [number], count_ko, "?X_COUNTER"), meaning("X_ONE", 1))
_cards_taken = rule(
    lambda _, number, __, flag: [(number, flag)],
    _random, _counted, "X_OBJECT", _random, _flags, "X_TAKE", "X_WHEN",
)  # fmt: skip
_number_chosen = either(
    rule(lambda low, high, _, number: _numbers(low, high, number),
         *_range, "X_NUMBERS", _random, _one_number, "X_OBJECT", "?X_AT_RANDOM", "X_TAKE", "X_WHEN"),
    rule(_numbered, *_range, "X_WRITTEN_ON", either(
             rule(lambda number: [number], _counted, "X_OF", "X_CARDS_OF"),
             rule(lambda number: [number], "X_CARDS_OF", _counted),
             rule(lambda: [None], "X_CARDS_OF"),
         ), "X_AMONG", _cards_taken),
)  # fmt: skip


def _from_deck(taken: tuple[int, bool | None]) -> Iterator[Setup]:
    number, flag = taken
    yield Setup(Draws(DECK, number, bool(flag) and number > 1, Thing.CARDS))


_experiment = either(
    object_thrown, _bag_of_things, _number_chosen,
    rule(_from_deck, "X_DECK", either(_cards_taken, rule(lambda _, number: [(number, None)], _random, _counted,
         "X_OBJECT", "?X_TOGETHER", "X_TAKE", "X_WHEN"))),
)  # fmt: skip

_ALL_SUITS, _ALL_RANKS = frozenset(SUITS), frozenset(RANKS)
_card = either(
    *(meaning(f"X_{name}", cards(_ALL_RANKS, frozenset({suit})))
      for name, suit in zip(("SPADE", "HEART", "DIAMOND", "CLUB"), SUITS, strict=True)),
    *(meaning(f"X_{name}", cards(frozenset({rank}), _ALL_SUITS))
      for name, rank in (("ACE", "A"), ("KING", "K"), ("QUEEN", "Q"), ("JACK", "J"))),
)  # fmt: skip
_numeric = either(
    rule(lambda condition: [numeric(condition)], condition_ko, "?X_PIPS", "?X_WRITTEN_CARD"),
    rule(lambda number: [one_of_numbers((number,))], whole, "?X_PIPS", "?X_WRITTEN_CARD"),
)
_label = either(
    rule(lambda label: [labelled(label)], noun_ko), rule(lambda label, things: [labelled(f"{label} {things}")],
         noun_ko, noun_ko)
)  # fmt: skip
_simple = either(_numeric, meaning("X_HEADS", coin("H")), meaning("X_TAILS", coin("T")), _card, _label)
_kinds: Parser[Named] = named(
    either(_simple, rule(lambda one, other: any_kind((one, other)), _simple, "C_OR_KO", _simple))
)


def _tail(symbol: str, sign: str) -> Parser[Amount]:
    return rule(lambda number: [Amount(sign, number)], _counted, symbol)


_amount_after = either(
    _tail("X_OR_MORE", ">="), _tail("X_OR_LESS", "<="), _tail("X_OVER", ">"), _tail("X_UNDER", "<"),
    rule(lambda number: [Amount(">=", number)], "X_AT_LEAST", _counted, "?X_SUBJECT"),
    rule(lambda number: [Amount("<=", number)], "X_AT_MOST", _counted, "?X_SUBJECT"),
    rule(lambda number: [Amount("=", number)], "?X_EXACTLY", _counted, "?X_SUBJECT"),
    meaning("X_ALL", Amount("all")),
)  # fmt: skip
_amount_before = either(
    rule(lambda number: [Amount(">=", number)], "X_AT_LEAST", _counted, "?X_SUBJECT"),
    rule(lambda number: [Amount("=", number)], "X_EXACTLY", _counted, "?X_SUBJECT"),
    rule(lambda: [Amount("all")], "?X_THE_THINGS", "X_ALL"),
    rule(
        lambda number, _: [Amount("all", number)], count_ko, either(word("X_COUNTER"), noun_ko), "?X_SUBJECT", "X_ALL"
    ),
)


def _named_first(named_: Named, amount: Amount) -> Iterator[Wish]:
    yield from events.tally(amount, named_)


def _worth(operation: str, condition: Condition) -> Iterator[Wish]:
    yield from events.worth(operation, condition)


def _equal(number: int) -> Iterator[Condition]:
    yield events.equal_to(number)


_value = either(condition_ko, rule(_equal, whole))
_each = rule(lambda named_, amount: [(amount, named_)], _kinds, either(rule(lambda n: [Amount("bare", n)], _counted)))
_ranked = rule(lambda place, named_: [(place, named_)], rank_ko, "?X_DRAWN_THING", "X_SUBJECT", _kinds)


def _in_order(parts: tuple[tuple[int, Named], ...]) -> Iterator[Wish]:
    if [place for place, _ in parts] == list(range(1, len(parts) + 1)):
        yield from events.in_order(tuple(named_ for _, named_ in parts), whole=False)


_come = "X_COME|X_BE"
_event: Parser[Wish] = either(
    rule(_named_first, _kinds, "?X_SUBJECT", _amount_after, _come),
    rule(events.tally, _amount_before, _kinds, "?X_SUBJECT", _come),
    rule(lambda named_: events.tally(Amount("none"), named_), _kinds, "X_SUBJECT", "X_NONE", "X_NOT_COME"),
    rule(events.single, _kinds, "?X_SUBJECT", _come),
    rule(events.single, "X_THE_NUMBER", _kinds, "X_BE"),
    rule(events.shared, many(_each, word("X_AND")), "?X_SUBJECT|X_OBJECT", _come),
    rule(_in_order, many(_ranked, word("X_AND")), _come),
    rule(lambda inner: _worth("sum", inner), "X_SUM", _value, _come),
    rule(lambda inner: _worth("product", inner), "X_PRODUCT", _value, _come),
    rule(lambda: events.alike("number", Amount("all", _PAIR)), "X_SAME_NUMBER"),
    rule(lambda: events.different("number"), "X_DIFFERENT_NUMBER"),
    rule(lambda: events.unlike("number"), "X_ALL_DIFFERENT_NUMBER"),
    rule(lambda: events.alike("color"), "X_SAME_COLOUR"),
    rule(lambda: events.different("color"), "X_DIFFERENT_COLOUR"),
    rule(lambda one, other: events.outnumber(one, other, ">"), named(_simple), "X_SUBJECT", named(_simple),
         "X_MORE_THAN"),
)  # fmt: skip


def _asked(setup: Setup, wish: Wish) -> Built:
    for event in wish(setup):
        yield Chance(setup.draws, event)


_letters_picked = rule(
    lambda pool, said, number: [Draws(pool, number, said, Thing.OBJECTS)],
    letters, "X_FROM_LETTERS", either(meaning("X_NOT_RETURNED", value=False), meaning("X_RETURNED", value=True)),
    "X_LETTERS", _counted, "X_OBJECT", "X_TAKE", "X_WHEN",
)  # fmt: skip
_letter_counts = many(
    rule(lambda match, count: [(count, match.group())], pattern(r"[a-z](?![A-Za-z])"), _counted), word("X_AND")
)

REQUESTS: tuple[Parser[Found], ...] = (
    rule(_asked, _experiment, _event, "X_PROBABILITY", "?X_ASK"),
    rule(letters_in_order, _letters_picked, "X_SEQUENCE", rule(letter_row, pattern(r"[a-z]+(?![A-Za-z])")),
         "?X_SUBJECT", "X_COME", "X_PROBABILITY", "?X_ASK"),
    rule(letters_in_all, _letters_picked, _letter_counts, "?X_SUBJECT|X_OBJECT", "X_COME", "X_PROBABILITY", "?X_ASK"),
)  # fmt: skip
"""One rule a way to ask."""
