"""Questions in how many ways something can be arranged or chosen, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from maths.families.counting.arrangement import Arrangement, Blocks
from maths.families.counting.arrangement_routes import Wanted
from maths.families.counting.selection import Committee, Selection
from maths.families.counting.selection_routes import Group, Stage, Way
from maths.phrasing.chart import either, many, maybe, pattern, word
from maths.phrasing.events import Amount
from maths.phrasing.grammar_experiments import number_set, who
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.slots import between, noun, person, stem, whole, whole_or_article

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found

_PAIR = 2
VOWELS = frozenset("AEIOU")
_LETTERS_OF_ALPHABET, _DIGITS = 26, 10

Apart: TypeAlias = tuple[tuple[frozenset[str], int | None], Wanted]
"""Certain letters, how many of them there are said to be, and what is asked of them."""

# the letters of a word


def _spelled(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """A word in capitals, with quotation marks or without."""
    for end, match in pattern(r"[\"']*([A-Z]{2,30})(?![A-Za-z])(?:[.,]?[\"']+)?")(chart, at):
        yield end, match[1]


letters_of: Parser[str] = either(rule(lambda found: [found], "N_LETTERS_OF", _spelled), _spelled)


def letter_arrangement(found: str, apart: Apart | None) -> Iterator[Arrangement]:
    """The letters of a word, some of them together or apart."""
    letters = {letter: found.count(letter) for letter in dict.fromkeys(found)}
    if apart is None:
        yield Arrangement(tuple(letters.values()))
        return
    (special, said), wanted = apart
    inside = tuple(count for letter, count in letters.items() if letter in special)
    if sum(inside) > 1 and said in {None, sum(inside)}:
        yield Arrangement(tuple(c for letter, c in letters.items() if letter not in special), inside, wanted)


def _letter(count: int | None, match: re.Match[str]) -> Iterator[tuple[frozenset[str], int | None]]:
    yield frozenset(match[1]), count


_certain = either(
    rule(_letter, "E_THE", maybe(whole), pattern(r"([A-Z])'?s(?![A-Za-z])")),
    rule(lambda: [(VOWELS, None)], "N_VOWELS"),
)
_near: Parser[Wanted] = either(meaning("N_BE_TOGETHER", Wanted.TOGETHER), meaning("N_BE_APART", Wanted.APART))
letter_rule: Parser[Apart] = rule(lambda special, wanted: [(special, wanted)], _certain, _near)
_letter_rule = either(rule(lambda found: [found], "N_PROVIDED", letter_rule), always(None))


def _count_letters(found: str, apart: Apart | None) -> Built:
    yield from letter_arrangement(found, apart)


# people and things in a row or around a table

_place = either(meaning("N_IN_ROW", value=False), meaning("N_AROUND_TABLE", value=True))
_people = rule(lambda number: [number], whole, "N_PEOPLE")
_distinct = either(
    _people,
    rule(lambda number, _: [number], whole, "N_DISTINCT", noun(2)),
    rule(lambda number, _: [number], whole, noun(2), "N_OF_DIFFERENT"),
)
_two = either(rule(lambda *_: [_PAIR], person, "AND", person), rule(lambda: [_PAIR], "N_TWO_OF_THEM"))
_none_of = rule(
    lambda several, number: [(number, Wanted.APART)] if len(several) == number else [],
    "N_NONE_OF", many(person, between), "N_BRACKET", whole, "N_OF_THE_PEOPLE", "N_WANT_TOGETHER",
)  # fmt: skip
_wish = either(meaning("N_WANT_TOGETHER", Wanted.TOGETHER), meaning("N_REFUSE_TOGETHER", Wanted.APART))
_people_rule = either(
    rule(lambda special, wanted: [(special, wanted)], "N_PROVIDED", _two, _wish),
    rule(lambda found: [found], "N_PROVIDED", _none_of),
    always(None),
)


def seating(
    things: int,
    circle: bool,  # noqa: FBT001 - what the phrase means
    special: tuple[int, Wanted] | None,
    turned: str | None,
) -> Iterator[Arrangement]:
    """Around a table it must be said that turning changes nothing; in a row it must not."""
    if circle is not (turned is not None):
        return
    if special is None:
        if things > 1:
            yield Arrangement((1,) * things, circle=circle)
    elif things > special[0]:
        yield Arrangement((1,) * (things - special[0]), (1,) * special[0], special[1], circle)


_turned = maybe(word("N_ROTATIONS_SAME"))


# choosing

_somebody = either(who, word("N_CLUB"))


def _to(verb: str) -> Parser[None]:
    """`how many ways are there to …`, `in how many ways can she …`"""
    return either(
        rule(lambda: [None], "N_HOW_MANY_WAYS_TO", verb),
        rule(lambda _: [None], "N_HOW_MANY_WAYS_CAN", _somebody, verb),
    )


_to_choose, _to_arrange = _to("N_CHOOSE"), _to("N_ARRANGE")


def chosen(number: int, size: int, way: Way) -> Iterator[Selection]:
    if number > 0 and size > 0:
        yield Selection((Stage(size, number, way),))


def _together(number: int, size: int) -> Iterator[Selection]:
    yield from chosen(number, size, Way.TOGETHER)


_from_people = rule(lambda size: [size], "E_FROM", "?N_A_GROUP_OF", whole, "N_PEOPLE")
_from_different = rule(lambda size, _: [size], "E_FROM", "?N_A_GROUP_OF", whole, "N_DISTINCT", noun(2))
_team = either(
    rule(lambda number: [number], "C_A", whole, "N_PERSON_TEAM"),
    rule(lambda number: [number], "C_A", "N_TEAM_OF", whole, "?N_PEOPLE"),
)
_teams = either(
    rule(lambda number: [number], whole, "N_PERSON_TEAMS"),
    rule(lambda number: [number], "N_TEAM_OF", whole, "?N_PEOPLE"),
)
_offices = many(word("N_OFFICE"), between)
_club = rule(lambda size: [size], "N_CLUB_HAS", whole, "N_PEOPLE")


def _offices_held(size: int, offices: Iterable[str]) -> Built:
    yield from chosen(len(tuple(offices)), size, Way.IN_ORDER)


def _offices_named(number: int | None, offices: tuple[str, ...] | None, size: int) -> Built:
    if number is None or offices is None or number == len(offices):
        yield from chosen(number or len(offices or ()), size, Way.IN_ORDER)


_group = rule(lambda size, name: [(size, name)], whole, noun(1))
_groups = many(_group, between)
_bounds = either(
    *(rule(lambda number, name, sign=sign: [(Amount(sign, number), name)], symbol, whole, noun(1))
      for symbol, sign in (("P_EXACTLY", "="), ("P_AT_LEAST", ">="), ("P_AT_MOST", "<="), ("P_MORE", ">"),
           ("P_FEWER", "<")))
)  # fmt: skip


def committee(
    number: int, groups: tuple[tuple[int, str], ...], bounds: tuple[tuple[Amount, str], ...] | None
) -> Iterator[Committee]:
    """So many out of groups; every bound names a group once."""
    named = {stem(name): (size, name) for size, name in groups}
    limits = {stem(name): amount.range(number) for amount, name in bounds or ()}
    if len(named) < max(_PAIR, len(groups)) or len(limits) < len(bounds or ()) or not limits.keys() <= named.keys():
        return
    if None not in limits.values():
        yield Committee(
            tuple(Group(name, size, *(limits.get(key) or (0, number))) for key, (size, name) in named.items()), number
        )


def _so_many_of_each(taken: tuple[tuple[int, str], ...], there: tuple[tuple[int, str], ...]) -> Built:
    """So many of every group: each is named again."""
    if len(taken) == len(there):
        bounds = tuple((Amount("=", number), name) for number, name in taken)
        yield from committee(sum(number for number, _ in taken), there, bounds)


_limits = maybe(rule(lambda found: [found], "N_WITH", many(_bounds, between)))


def _kinds_chosen(has: tuple[tuple[int, str], ...], takes: tuple[tuple[int, str], ...]) -> Built:
    """So many of each of several sorts: each sort named twice, with what there is and what is taken."""
    there = {stem(name.split()[-1]): size for size, name in has}
    taken = {stem(name.split()[-1]): number for number, name in takes}
    if len(there) == len(has) and len(taken) == len(takes) and there.keys() == taken.keys() and len(has) > 1:
        yield Selection(tuple(Stage(there[name], taken[name]) for name in there))


_sorts = many(rule(lambda number, name: [(number, name)], whole, "N_KINDS_OF", noun(2)), between)
_articles = many(rule(lambda number, name: [(number, name)], whole_or_article, noun(2)), between)
_things = many(rule(lambda number, name: [(number, name)], whole, "?N_DISTINCT", noun(2)), between)


def _alike_named(size: int, has: str, number: int, takes: str) -> Built:
    if stem(has.rsplit(maxsplit=1)[-1]) == stem(takes.rsplit(maxsplit=1)[-1]):
        yield from chosen(number, size, Way.TOGETHER)


def _one_each(has: tuple[tuple[int, str], ...], takes: tuple[tuple[int, str], ...]) -> Built:
    if all(number == 1 for number, _ in takes):
        yield from _kinds_chosen(has, takes)


# pairs, subsets, codes


def _pairs(size: int, times: int) -> Built:
    if size > 1:
        yield Selection((Stage(size, _PAIR),), times)


_how_often = either(meaning("E_ONCE", 1), meaning("N_EXACTLY_ONCE", 1), meaning("E_TWICE_N", 2),
     meaning("N_EXACTLY_TWICE", 2),
                    rule(lambda number: [number], whole, "E_TIMES_N"))  # fmt: skip


def _subsets(size: int, number: int | None) -> Built:
    if number is not None:
        yield from chosen(number, size, Way.TOGETHER)
    elif size > 0:
        yield Selection((Stage(2, size, Way.REPEATED),))


_set_size = either(
    rule(lambda found: [len(found)], "?N_THE_SET", number_set),
    rule(lambda size: [size], "N_A_SET_WITH", whole, "N_ELEMENTS"),
)
_symbols = either(
    rule(lambda number: [(number, _LETTERS_OF_ALPHABET)], whole_or_article, "E_LETTERS"),
    rule(lambda number: [(number, _DIGITS)], whole_or_article, "N_DIGITS"),
)
_code = many(_symbols, word("N_FOLLOWED_BY"))


def _codes(parts: tuple[tuple[int, int], ...]) -> Built:
    yield Selection(tuple(Stage(size, number, Way.REPEATED) for number, size in parts))


def _thrown(faces: int, times: int) -> Built:
    if times > 0:
        yield Selection((Stage(faces, times, Way.REPEATED),))


def blocks(sizes: tuple[int, ...], circle: bool, turned: str | None) -> Built:  # noqa: FBT001
    if circle is (turned is not None) and len(sizes) > 1:
        yield Blocks(sizes, circle)


def _hands(number: int) -> Built:
    yield from chosen(number, 52, Way.TOGETHER)


_from_groups = ("E_FROM", "?N_A_GROUP_OF", _groups, _limits)
_bracketed = maybe(rule(lambda found: [found], "N_BRACKET", _offices, "N_BRACKET_END"))
_store = either(rule(lambda _: [None], who, "N_OFFERS"), rule(lambda: [None], "E_THERE_ARE"))


_seated = (_place, _people_rule, _turned)
_after = "Q_STOP|Q_COMMA"
_alike_things = many(rule(lambda number, name: [(number, name)], whole, "N_IDENTICAL", noun(4)), between)


def _alike_rows(things: tuple[tuple[int, str], ...]) -> Built:
    """Things of which each sort looks all the same, in one row."""
    if len(things) > 1 and len({name for _, name in things}) == len(things):
        yield Arrangement(tuple(number for number, _ in things))


REQUESTS: tuple[Parser[Found], ...] = (
    rule(lambda _, things: _alike_rows(things), who, "N_WISHES_TO_PLACE", _alike_things, "N_IN_ROW", _after,
         "N_HOW_MANY_POSSIBLE"),
    rule(_alike_rows, "N_HOW_MANY_WAYS_CAN", _alike_things, "N_SIT", "N_IN_ROW"),
    rule(lambda _, things: _alike_rows(things), _to_arrange, _alike_things, "N_IN_ROW"),
    # letters of a word
    rule(_count_letters, "N_NUMBER_OF_ARRANGEMENTS|N_HOW_MANY_ARRANGEMENTS", letters_of, _letter_rule),
    rule(lambda _, found, apart: _count_letters(found, apart), _to_arrange, letters_of, _letter_rule),
    rule(_count_letters, "N_HOW_MANY_WAYS_CAN", letters_of, "N_BE_ARRANGED", _letter_rule),
    # in a row, around a table
    rule(seating, "N_HOW_MANY_WAYS_CAN", _distinct, "N_SIT", *_seated),
    rule(seating, "N_HOW_MANY_WAYS_TO", "N_FOR", _people, "E_TO", "N_SIT", *_seated),
    rule(lambda _, *given: seating(*given), _to_arrange, _distinct, *_seated),
    rule(lambda _, things: seating(things, False, None, None), _to_arrange, _distinct),  # noqa: FBT003
    # choosing
    rule(_together, "N_HOW_MANY_WAYS_CAN", either(_people, _team), "N_BE_CHOSEN", _from_people, "?N_TO_SERVE"),
    rule(lambda _, number, size: _together(number, size), _to_choose, either(_people, _team), _from_people),
    rule(lambda _, number, __, size: _together(number, size), _to_choose, whole, noun(2), _from_different),
    rule(_together, "N_HOW_MANY", _teams, "N_CAN_BE_FORMED", _from_people),
    rule(lambda size, _, number: _together(number, size), _club, _after, _to_choose, _team),
    rule(_together, _team, "N_IS_TO_BE_CHOSEN", _from_people, _after, "N_HOW_MANY_TEAMS"),
    rule(lambda _, size, has, __, number, takes: _alike_named(size, has, number, takes), _store, whole, "N_DISTINCT",
         noun(2), _after, _to_choose, whole, "N_DISTINCT", noun(2)),
    rule(lambda size, _, held: _offices_held(size, held), _club, _after, _to_choose, _offices, "N_NO_TWO_OFFICES"),
    rule(lambda held, size: _offices_held(size, held), "N_HOW_MANY_WAYS_CAN", _offices, "N_BE_CHOSEN", _from_people,
         "N_NO_TWO_OFFICES"),
    rule(lambda _, held, size: _offices_held(size, held), _to_choose, _offices, _from_people, "N_NO_TWO_OFFICES"),
    rule(lambda _, number, held, size: _offices_named(number, held, size), _to_choose, whole, "N_DIFFERENT_OFFICERS",
         _bracketed, _from_people),
    rule(_so_many_of_each, "N_HOW_MANY_WAYS_CAN", _groups, "N_BE_CHOSEN", "E_FROM", "?N_A_GROUP_OF", _groups),
    rule(committee, "N_HOW_MANY_WAYS_CAN", _team, "N_BE_CHOSEN", *_from_groups),
    rule(lambda _, *given: committee(*given), _to_choose, _team, *_from_groups),
    rule(committee, "N_HOW_MANY", _teams, "N_CAN_BE_FORMED", *_from_groups),
    rule(lambda _, has, __, takes: _kinds_chosen(has, takes), "Q_IF", _store, _sorts, "?Q_COMMA", _to_choose,
         _sorts, "?N_TO_BUY"),
    rule(lambda _, has, __, takes: _one_each(has, takes), _store, _things, _after, _to_choose, _articles),
    rule(lambda _, has, takes: _one_each(has, takes), _store, _things, _after, "N_HOW_MANY_SETS_OF", _articles,
         "?N_CAN_BE_FORMED"),
    # pairs
    rule(_pairs, "?N_AT_A_PARTY", "?E_THERE_ARE", whole, "N_PEOPLE", "?N_AT_A_PARTY", "Q_STOP|Q_COMMA|AND",
         "N_EACH_SHAKES", _how_often, _after, "N_HOW_MANY_HANDSHAKES"),
    rule(_pairs, "E_THERE_ARE|N_LEAGUE_HAS", whole, "N_TEAMS", "?N_IN_LEAGUE", "Q_STOP|Q_COMMA|AND", "N_EACH_PLAYS",
         _how_often, _after, "N_HOW_MANY_GAMES"),
    # subsets, codes, outcomes
    rule(lambda size: _subsets(size, None), "N_HOW_MANY", "N_SUBSETS", _set_size, "?N_HAVE"),
    rule(lambda number, size: _subsets(size, number), "N_HOW_MANY", whole, "N_ELEMENT_SUBSETS", _set_size, "?N_HAVE"),
    rule(_codes, "N_CODE_CONSISTS_OF", _code, _after, "N_HOW_MANY_CODES"),
    rule(lambda times: _thrown(2, times), "N_COIN_FLIPPED", whole, "E_TIMES_N", _after, "N_HOW_MANY_OUTCOMES"),
    rule(_hands, "N_HOW_MANY", whole, "N_CARD_HANDS", "E_FROM", "E_DECK", "?N_ORDER_IRRELEVANT"),
)  # fmt: skip
"""One rule a way to ask."""
