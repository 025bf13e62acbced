"""Expected values, shares of described numbers, opposite events, things in boxes, Pascal's triangle, nCr."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.counting.arrangement import Arrangement
from maths.families.counting.arrangement_routes import Wanted
from maths.families.counting.boxes import Boxes
from maths.families.counting.expectation import Complement, Expectation
from maths.families.counting.experiment import Thing
from maths.families.counting.selection import Selection
from maths.families.counting.selection_routes import Stage
from maths.families.counting.share import Share
from maths.families.numbers.arithmetic import Evaluate
from maths.families.numbers.integers.described import Described
from maths.families.numbers.integers.values import HowMany, numbers
from maths.families.numbers.operands import exact
from maths.families.settled import UndecidedError
from maths.families.terms import number
from maths.phrasing.chart import either, maybe, pattern, word
from maths.phrasing.grammar_chance_korean import object_thrown
from maths.phrasing.grammar_counting import letter_rule, letters_of
from maths.phrasing.grammar_experiments import coins_thrown, dice_thrown, who
from maths.phrasing.integer_conditions import VERB_CHAIN
from maths.phrasing.integer_sets import phrase
from maths.phrasing.productions import expression, meaning, rule
from maths.phrasing.slots import rank, whole
from maths.tree import Call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.values import Numbers
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.grammar_counting import Apart
    from maths.phrasing.kinds import Setup
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_PAIR = 2

# shares


def _share(found: Numbers, more: Condition) -> Built:
    fitting = Described(HowMany(numbers((*found.conditions, more))))
    yield Share(fitting, Described(HowMany(found)))


def _arranged(found: str, apart: Apart | None) -> Built:
    """Letters in random order: some together, or apart; equal letters are as good as different ones here."""
    if apart is None:
        return
    (special, said), wanted = apart
    letters = {letter: found.count(letter) for letter in dict.fromkeys(found)}
    inside = tuple(count for letter, count in letters.items() if letter in special)
    if sum(inside) > 1 and said in {None, sum(inside)} and (wanted is Wanted.TOGETHER or sum(inside) == _PAIR):
        others = tuple(count for letter, count in letters.items() if letter not in special)
        yield Share(Arrangement(others, inside, wanted), Arrangement((*others, *inside)))


_at_random = ("?E_AT_RANDOM", "E_DRAWN_BARE", "?E_AT_RANDOM")
_number = ("E_IT|E_THE_NUMBER",)

# opposite events

_IT_DOES = re.compile(
    r"(?:if |suppose (?:that )?)?the (?:probability|chance) that ([^.?,;$]{3,90}?) is\s", re.IGNORECASE
)
_IT_DOES_NOT = re.compile(r"(?:then )?what is the (?:probability|chance) that ([^.?,;$]{3,100})", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the"})
_DOUBTFUL = frozenset(
    """
    not no none never neither nor and or both all every each any some given if when while at least most exactly only
    more less fewer than either one two three first second again before after until but except unless
    """.split()  # noqa: SIM905 - a list of words
)


def _complement(chart: Chart, at: int) -> Iterator[tuple[int, Complement]]:
    """The same words twice, the second time with one "not": whatever they say, it is the opposite."""
    at = chart.skip(at)
    first = _IT_DOES.match(chart.text, at)
    if not first or _DOUBTFUL & set(first[1].lower().split()):
        return
    for end, node in expression(chart, first.end()):
        for after, _ in either(word("Q_STOP"), word("Q_COMMA"))(chart, end):
            second = _IT_DOES_NOT.match(chart.text, chart.skip(after))
            if second and _speaks_of(_without_not(second[1]), first[1].lower().split()):
                yield from ((second.end(), Complement(chance)) for chance in _rational(node))


def _speaks_of(later: list[str], first: list[str]) -> bool:
    """The same words; `a randomly thrown dart` may be `the dart` the second time, and every "a" a "the"."""
    if not later:
        return False
    plain = ["the" if word_ in _ARTICLES else word_ for word_ in first]
    again = ["the" if word_ in _ARTICLES else word_ for word_ in later]
    left_out = len(plain) - len(again)
    same = plain[1 + left_out :] == again[1:] and plain[0] == again[0]
    return same and (left_out == 0 or (left_out > 0 and first[0] in {"a", "an"} and later[0] == "the"))


def _without_not(words: str) -> list[str]:
    found = words.lower().split()
    return [each for each in found if each != "not"] if found.count("not") == 1 else []


def _rational(node: Node) -> Iterator[Fraction]:
    try:
        value = exact(node)
    except UndecidedError:
        return
    if value is not None:
        yield value


# expected values


def _expected(setup: Setup) -> Built:
    draws = setup.draws
    if draws.thing is Thing.DICE:
        yield Expectation(
            tuple((Fraction(int(kind)), Fraction(count, draws.size)) for kind, count in draws.population), draws.number
        )


def _expected_single(setup: Setup) -> Built:
    if setup.draws.number == 1:
        yield from _expected(setup)


def _expected_sum(setup: Setup) -> Built:
    if setup.draws.number > 1:
        yield from _expected(setup)


def _expected_face(face: str, setup: Setup) -> Built:
    draws = setup.draws
    if draws.thing is Thing.COINS:
        chance = Fraction(dict(draws.population)[face], draws.size)
        yield Expectation(((Fraction(1), chance), (Fraction(0), 1 - chance)), draws.number)


def _game(won: int, face: str, lost: int, other: str) -> Built:
    """A fair coin decides between winning and losing."""
    if {face, other} == {"H", "T"}:
        half = Fraction(1, 2)
        yield Expectation(((Fraction(won), half), (Fraction(-lost), half)))


_face = either(meaning("E_HEADS", "H"), meaning("E_TAILS", "T"))
_money = rule(lambda match: [int(match[1])], pattern(r"[¤$]?\s*(\d{1,6})(?![\d.,]\d)"))

# boxes


def _boxes(things: int, boxes: int, looks: tuple[bool, bool], full: str | None) -> Built:
    yield Boxes(things, boxes, looks[0], looks[1], full is not None)


_looks = either(meaning("H_SAME", value=False), meaning("H_APART", value=True))
_things_look = either(
    meaning("H_THINGS_SAME", value=False), meaning("H_THINGS_APART", value=True), meaning("H_THINGS_NOT", value=False)
)
_boxes_look = either(meaning("H_BOXES_SAME", value=False), meaning("H_BOXES_APART", value=True))
_both_look = either(
    rule(lambda things, boxes: [(things, boxes)], _things_look, "H_BUT", _boxes_look),
    meaning("H_BOTH_APART", (True, True)),
    meaning("H_BOTH_SAME", (False, False)),
    rule(lambda things: [(things, False)] if things else [], _things_look, "H_BUT", "H_BOXES_NOT"),
)
_full = maybe(word("H_NONEMPTY"))


def _put(things: int, things_differ: bool, boxes: int, boxes_differ: bool, full: str | None) -> Built:  # noqa: FBT001
    yield Boxes(things, boxes, things_differ, boxes_differ, full is not None)


# Pascal's triangle and symbols


def _entry(row: int, place: int) -> Built:
    if 0 <= place <= row:
        yield Selection((Stage(row, place),))


def _symbol(match: re.Match[str]) -> Built:
    size, kind, chosen = (found for found in match.groups() if found)
    call = "binomial" if kind == "C" else "permutations"
    yield Evaluate(Call(call, (number(_plain(size)), number(_plain(chosen)))))


def _chosen(match: re.Match[str]) -> Built:
    yield Evaluate(Call("binomial", (number(int(match[1])), number(int(match[2])))))


def _plain(digits: str) -> int:
    return int("".join(str(ord(digit) - ord("₀")) if "₀" <= digit <= "₉" else digit for digit in digits))


_subscripted = pattern(
    r"([₀-₉]{1,3})\s*([CP])\s*([₀-₉]{1,3})|_\{?(\d{1,3})\}?\s*([CP])_\{?(\d{1,3})\}?(?!\d)|(\d{1,3})([CP])(\d{1,3})(?![\dA-Za-z])"
)

REQUESTS: tuple[Parser[Found], ...] = (
    rule(_share, "?Q_IF", "C_A", phrase, "E_IS_WAS", *_at_random, "Q_STOP|Q_COMMA", "Q_PROBABILITY", "?Q_THAT",
         *_number, VERB_CHAIN),
    rule(_share, "Q_PROBABILITY", "?Q_THAT", "H_RANDOMLY", phrase, VERB_CHAIN),
    rule(_arranged, letters_of, "H_RANDOM_ARRANGED", "Q_STOP", "Q_PROBABILITY", "?Q_THAT", letter_rule),
    rule(lambda found: [found], _complement),
    rule(_expected_single, "H_EXPECTED_ROLL", dice_thrown),
    rule(_expected_single, "?Q_IF", dice_thrown, "Q_STOP|Q_COMMA", "H_THEN_EXPECTED"),
    rule(_expected_sum, "H_EXPECTED_SUM", dice_thrown),
    rule(_expected_face, "H_EXPECTED_NUMBER_OF", _face, "H_WHEN", coins_thrown),
    rule(lambda _, won, face, lost, other: _game(won, face, lost, other), "?Q_IF", who, "H_WIN", _money,
         "?H_DOLLARS", "H_IF_FACE", _face, "?H_ON_A_TOSS", "H_BUT",
         "H_LOSE", _money, "?H_DOLLARS", "H_IF_FACE", _face, "Q_STOP|Q_COMMA", "H_EXPECTED_WINNINGS"),
    rule(_boxes, "N_HOW_MANY_WAYS_TO", "H_PUT", whole, "H_BALLS", "H_INTO", whole, "H_BOXES", "N_PROVIDED",
         _both_look, _full),
    rule(_put, "N_HOW_MANY_WAYS_TO", "H_PUT", whole, _looks, "H_BALLS", "H_INTO", whole, _looks, "H_BOXES", _full),
    rule(lambda second: _entry(second, _PAIR), "H_IN_ROW_STARTING", whole, "?Q_COMMA", "H_NEXT_NUMBER"),
    rule(lambda place, count: _entry(count - 1, place - 1), "FIND", "?THE", rank, "H_TH_NUMBER", whole, "H_NUMBERS"),
    rule(lambda size, chosen: [Evaluate(Call("binomial", (number(size), number(chosen))))], "?EVALUATE", whole,
         "H_CHOOSE", whole),
    rule(_chosen, "?EVALUATE", pattern(r"\{?\s*(\d{1,3})\s*\\choose\s*(\d{1,3})\s*\}?")),
    rule(_symbol, "?EVALUATE", _subscripted),
    rule(_symbol, _subscripted, "?H_VALUE_KO", "?X_ASK"),
    # Korean
    rule(_expected_single, object_thrown, "H_NUMBER_ROLLED_KO", "H_EXPECTED_KO", "?X_ASK"),
    rule(_expected_sum, object_thrown, "H_SUM_ROLLED_KO", "H_EXPECTED_KO", "?X_ASK"),
    rule(lambda setup: _expected_face("H", setup), object_thrown, "H_HEADS_KO", "H_EXPECTED_KO", "?X_ASK"),
)  # fmt: skip
"""One rule a way to ask."""
