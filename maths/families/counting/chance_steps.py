"""Probabilities worked out by hand: the cases counted, added and divided; or the chances multiplied."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from itertools import product as every
from math import comb, factorial, prod
from typing import TYPE_CHECKING

from maths.families.counting import chance_routes as chance
from maths.families.counting.choices import binomial, chosen, each_chosen, outcomes
from maths.families.counting.experiment import (
    Alike,
    InOrder,
    Opposite,
    Outnumber,
    Tally,
    Thing,
    Union,
    Unlike,
    Worth,
    holds,
)
from maths.families.counting.nouns import in_a_row, noun, numbers
from maths.families.terms import equals, minus, number, over, plus, power, times
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message, counted
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.counting.experiment import Draws, Event, Part
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_CASES = 6  # written out one by one
_MOST_KINDS = 8  # of a population named one by one
_PAIR = 2
_MOST_LISTED = 20
_NUMBERED = {Thing.DICE, Thing.NUMBERS}


def teach(draws: Draws, event: Event, found: Fraction, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[*experiment(draws, level), Message("Wanted: {event}.", event=said(event, draws))],
        approach=_approach(draws, event, level),
        steps=_lines(draws, event, found, level),
        check=_check(draws, event, found, level),
        conclusion=[Message("The probability is {result}.", result=formula(number(found)))],
    )


def experiment(draws: Draws, level: Level) -> list[Message]:
    """What is done, and what is taken to be equally likely."""
    lines = []
    match draws.thing:
        case Thing.DICE:
            lines.append(
                counted(
                    "One die is rolled. It has {faces} faces, and each comes up equally often.",
                    "{count} dice are rolled. Each has {faces} faces, and each face comes up equally often.",
                    draws.number,
                    faces=draws.size,
                )
            )
        case Thing.COINS if draws.size == _PAIR:
            lines.append(
                counted(
                    "A coin is flipped once; heads and tails are equally likely.",
                    "A coin is flipped {count} times; heads and tails are equally likely each time.",
                    draws.number,
                )
            )
        case Thing.COINS:
            heads = formula(number(Fraction(dict(draws.population)["H"], draws.size)))
            lines.append(
                counted(
                    "A coin is flipped once; it shows heads with probability {heads}.",
                    "A coin is flipped {count} times; each time it shows heads with probability {heads}.",
                    draws.number,
                    heads=heads,
                )
            )
        case _:
            lines.append(_population(draws))
            lines.append(_drawn(draws))
    if level is Level.BEGINNER and draws.replaced and draws.number > 1:
        lines.append(Message("What came before has no influence on what comes next."))
    return lines


def _population(draws: Draws) -> Message:
    if draws.thing is Thing.CARDS:
        return Message("A deck has {size} cards: 4 suits with 13 ranks each.", size=draws.size)
    if len(draws.population) > _MOST_KINDS:
        return Message("There are {size} things to choose from.", size=draws.size)
    if all(count == 1 for _, count in draws.population):
        return Message(
            "There are {size} things to choose from: {kinds}.",
            size=draws.size,
            kinds=", ".join(kind for kind, _ in draws.population),
        )
    return Message("There are {size} things in all: {kinds}.", size=draws.size, kinds=numbers(draws.population))


def _drawn(draws: Draws) -> Message:
    if draws.number == 1:
        return Message("One of them is drawn, each with the same chance.")
    if draws.replaced:
        return Message("{number} times one is drawn and put back.", number=draws.number)
    return Message("{number} of them are drawn, and none is put back.", number=draws.number)


def said(event: Event, draws: Draws) -> Message:  # noqa: C901, PLR0911, PLR0912 - one line a kind
    """The event in words."""
    match event:
        case Tally() if draws.number == 1 and draws.thing in _NUMBERED:
            return Message("a number that is asked for")
        case Tally(parts=(part,)) if draws.number == 1 and part.least == 1:
            return Message("“{kind}”", kind=_kind(part.name))
        case Tally(parts=parts):
            found = _part(parts[0], draws.number)
            for part in parts[1:]:
                found = Message("{first} and {second}", first=found, second=_part(part, draws.number))
            return found
        case InOrder(names=names):
            return Message("in this order: {kinds}", kinds=in_a_row([noun(name) for name in names]))
        case Alike():
            return Message("all of the same kind")
        case Unlike():
            return Message("all of different kinds")
        case Worth(operation="sum", condition=condition):
            return Message("a sum that is {condition}", condition=condition.said())
        case Worth(condition=condition) if draws.number == 1:
            return Message("a number that is {condition}", condition=condition.said())
        case Worth(condition=condition):
            return Message("a product that is {condition}", condition=condition.said())
        case Outnumber(sign=">", names=(first, second)):
            return Message("more of “{first}” than of “{second}”", first=noun(first), second=noun(second))
        case Outnumber(sign=">=", names=(first, second)):
            return Message("at least as many of “{first}” as of “{second}”", first=noun(first), second=noun(second))
        case Outnumber(names=(first, second)):
            return Message("as many of “{first}” as of “{second}”", first=noun(first), second=noun(second))
        case Opposite(event=inner):
            return Message("that this does not happen: {event}", event=said(inner, draws))
        case Union(first=one, second=other):
            return Message("{first} or {second}", first=said(one, draws), second=said(other, draws))


def _part(part: Part, draws: int) -> Message:
    if part.least == part.most:
        return Message("exactly {number} of “{kind}”", number=part.least, kind=_kind(part.name))
    if part.least == 0:
        return Message("at most {number} of “{kind}”", number=part.most, kind=_kind(part.name))
    if part.most >= draws:
        return Message("at least {number} of “{kind}”", number=part.least, kind=_kind(part.name))
    return Message("from {least} to {most} of “{kind}”", least=part.least, most=part.most, kind=_kind(part.name))


def _kind(kind: str) -> Message | str:
    """The sides of a coin in the reader's language; other names as the statement gives them."""
    if kind in {"heads", "앞면"}:
        return Message("heads")
    return Message("tails") if kind in {"tails", "뒷면"} else noun(kind)


def _approach(draws: Draws, event: Event, level: Level) -> list[Message]:
    if by_opposite(draws, event):
        lines = [
            Message("It is easier to find the chance that it does not happen, and to take that away from 1.")
            if level is Level.BEGINNER
            else Message("Use the complement: P(A) = 1 − P(not A).")
        ]
    else:
        lines = []
    if isinstance(event, InOrder):
        plain = Message("Multiply the chances of the single draws, one after the other.")
        name = Message("Path rule: the chance of a sequence is the product along its path.")
        exact = Message("The multiplication rule for conditional probabilities.")
    elif draws.replaced and draws.number > 1 and not isinstance(event, Worth):
        plain = Message("Each draw has its own chance, and the chances multiply. Every order that fits is counted.")
        name = Message("The draws are independent: multiply the chances and count the orders.")
        exact = Message("The draws are independent: a binomial (or multinomial) distribution.")
    elif isinstance(event, Worth):
        plain = _COUNT_BOTH
        name = Message("All outcomes are equally likely: count those that fit and divide by the number of all.")
        exact = Message("Laplace: favourable outcomes over all outcomes, counted by generating functions.")
    else:
        plain = _COUNT_BOTH
        name = Message("All choices are equally likely: count those that fit and divide by the number of all.")
        exact = (
            Message("The hypergeometric distribution.")
            if draws.number > 1
            else Message("Laplace: favourable outcomes over all outcomes.")
        )
    return [*lines, {Level.BEGINNER: plain, Level.INTERMEDIATE: name, Level.ADVANCED: exact}[level]]


_COUNT_BOTH = Message("Count all outcomes. Count those that fit. The probability is the second number over the first.")


def by_opposite(draws: Draws, event: Event) -> bool:
    """Whether the opposite event has fewer cases, so that one would count those."""
    match event:
        case Tally() | Outnumber():
            opposite = chance.favourable(draws, Opposite(event))
            return draws.number > 1 and len(opposite) < len(chance.favourable(draws, event))
        case Opposite():
            return True
    return False


def _lines(  # noqa: PLR0911 - one paragraph a kind
    draws: Draws, event: Event, found: Fraction, level: Level
) -> list[Message]:
    result = number(found)
    match event:
        case Opposite(event=inner):
            opposite = chance.by_formula(draws, inner)
            return [*_first(level), *_lines(draws, inner, opposite, level), _taken_away(opposite, result)]
        case Tally() if draws.number == 1:
            return _one_draw(draws, event)
        case Tally() | Outnumber() if by_opposite(draws, event):
            lines = _case_lines(draws, chance.favourable(draws, Opposite(event)), level)
            return [*_first(level), *lines, _taken_away(1 - found, result)]
        case Tally() | Outnumber():
            return _case_lines(draws, chance.favourable(draws, event), level)
        case InOrder():
            return _row_lines(draws, event, result, level)
        case Alike(classes=classes):
            sizes = [sum(count for kind, count in draws.population if kind in group) for group in classes]
            return _case_lines(draws, [((size, draws.number),) for size in sizes if _possible(draws, size)], level)
        case Unlike(classes=classes):
            return _unlike_lines(draws, len(classes), result, level)
        case Worth():
            return _worth_lines(draws, event, level)
        case Union(first=one, second=other):
            first, second = chance.by_formula(draws, one), chance.by_formula(draws, other)
            both = first + second - found
            total = equals(minus(plus(number(first), number(second)), number(both)), result)
            return [
                *_lines(draws, one, first, level),
                *_lines(draws, other, second, level),
                Message("Both happen together with probability {both}.", both=formula(number(both))),
                Message("Add, and take away what was counted twice: {result}.", result=formula(total)),
            ]


def _one_draw(draws: Draws, event: Tally) -> list[Message]:
    """All outcomes, those that fit, the one over the other."""
    good = [(kind, count) for kind, count in draws.population if holds(event, [kind])]
    fitting = sum(count for _, count in good)
    lines = [Message("Number of all outcomes: {total}.", total=draws.size)]
    if draws.thing in _NUMBERED and 0 < len(good) <= _MOST_LISTED:
        lines.append(Message("These fit: {values}.", values=_numbers([int(kind) for kind, _ in good])))
    lines.append(Message("Outcomes that fit: {count}.", count=fitting))
    return [*lines, Message("Divide: {result}.", result=formula(_fraction_line(fitting, draws.size)))]


def _possible(draws: Draws, size: int) -> bool:
    return size > 0 and (draws.replaced or size >= draws.number)


def _first(level: Level) -> list[Message]:
    return [] if level is Level.ADVANCED else [Message("First the chance that it does not happen.")]


def _taken_away(opposite: Fraction, result: Node) -> Message:
    return Message("Take it away from 1: {result}.", result=formula(equals(minus(number(1), number(opposite)), result)))


def _case_lines(draws: Draws, cases: list[tuple[tuple[int, int], ...]], level: Level) -> list[Message]:
    """Each case with its probability, then their sum."""
    if not cases:
        return [Message("No outcome fits, so the probability is {zero}.", zero=formula(number(0)))]
    lines = []
    if not draws.replaced and level is not Level.ADVANCED:
        lines.append(Message("Number of all choices: {total}.", total=chosen(draws.size, draws.number, level)))
    shares = [chance.share(draws, case) for case in cases]
    if not draws.replaced:
        several = [pair for case in cases[:_MOST_CASES] if sum(drawn > 0 for _, drawn in case) > 1 for pair in case]
        lines += each_chosen(several, level)
    for case, value in list(zip(cases, shares, strict=True))[:_MOST_CASES]:
        lines.append(_case_line(draws, case, value, level))
    if len(cases) > _MOST_CASES:
        lines.append(
            counted("One more case is worked out the same way.", "{count} more cases are worked out the same way.",
                    len(cases) - _MOST_CASES)
        )  # fmt: skip
    if len(cases) > 1:
        total = number(sum(shares, Fraction(0)))
        if len(cases) <= _MOST_CASES:
            total = equals(plus(*(number(value) for value in shares)), total)
        lines.append(Message("Add the cases: {total}.", total=formula(total)))
    return lines


def _case_line(draws: Draws, case: tuple[tuple[int, int], ...], value: Fraction, level: Level) -> Message:
    if draws.replaced:
        ways = factorial(draws.number) // prod(factorial(drawn) for _, drawn in case)
        chances = [power(number(Fraction(size, draws.size)), drawn) for size, drawn in case if drawn]
        product = times(*([number(ways)] if ways > 1 else []), *chances)
        shown = formula(equals(product, number(value)))
        if level is Level.BEGINNER and ways > 1:
            return Message("{ways} orders fit, and each has the same chance: {product}.", ways=ways, product=shown)
        return Message("Chance: {product}.", product=shown)
    product = times(*(binomial(size, drawn) for size, drawn in case if drawn))
    good = prod(comb(size, drawn) for size, drawn in case)
    if level is Level.BEGINNER:
        parts = [(size, drawn) for size, drawn in case if drawn]
        count = chosen(*parts[0], level) if len(parts) == 1 else formula(equals(product, number(good)))
        share = formula(_fraction_line(good, comb(draws.size, draws.number)))
        return Message("Choices that fit: {count}. Divided by all: {share}.", count=count, share=share)
    share = formula(equals(over(product, binomial(draws.size, draws.number)), number(value)))
    return Message("Chance: {product}.", product=share)


def _fraction_line(good: int, total: int) -> Node:
    typed = over(number(good), number(total))
    value = Fraction(good, total)
    return typed if (value.numerator, value.denominator) == (good, total) else equals(typed, number(value))


def _row_lines(draws: Draws, event: InOrder, result: Node, level: Level) -> list[Message]:
    sizes = [sum(count for kind, count in draws.population if kind in wanted) for wanted in event.sets]
    overlapping = any(a != b and a & b for a in event.sets for b in event.sets)
    if overlapping and not draws.replaced:
        return [Message("Going through the first draw case by case gives {result}.", result=formula(result))]
    lines, chances = [], []
    for place, (wanted, size) in enumerate(zip(event.sets, sizes, strict=True)):
        gone = 0 if draws.replaced else place
        left = size if draws.replaced else max(size - event.sets[:place].count(wanted), 0)
        chances.append(over(number(left), number(draws.size - gone)))
        if level is Level.BEGINNER:
            lines.append(
                Message(
                    "Draw {place}, “{kind}”: {left} of {all} fit, chance {chance}.",
                    place=place + 1, kind=_kind(event.names[place]), left=left, all=draws.size - gone,
                    chance=formula(chances[-1]),
                )
            )  # fmt: skip
    product = equals(times(*chances), result) if len(chances) > 1 else equals(chances[0], result)
    return [*lines, Message("Multiply: {result}.", result=formula(product))]


def _unlike_lines(draws: Draws, classes: int, result: Node, level: Level) -> list[Message]:
    sizes = {count for _, count in draws.population}
    if len(sizes) == 1 and classes == len(draws.population) and draws.number <= classes:
        (each,) = sizes
        chances = [
            over(number(draws.size - each * place), number(draws.size if draws.replaced else draws.size - place))
            for place in range(draws.number)
        ]
        lines = [Message("Every draw must avoid the kinds that were drawn before.")] if level is Level.BEGINNER else []
        return [*lines, Message("Multiply: {result}.", result=formula(equals(times(*chances), result)))]
    return [Message("Choosing different kinds in every way and adding gives {result}.", result=formula(result))]


def _worth_lines(draws: Draws, event: Worth, level: Level) -> list[Message]:
    values = chance.worths(draws, event.operation)
    allowed = event.condition.among(min(values), max(values))
    good = {value: ways for value, ways in sorted(values.items()) if value in allowed}
    total, fitting = sum(values.values()), sum(good.values())
    whole = outcomes(draws.size, draws.number, level) if draws.size**draws.number == total else formula(number(total))
    lines = [Message("Number of all outcomes: {total}.", total=whole)]
    if draws.number == 1:
        lines.append(Message("These fit: {values}.", values=_numbers(list(good))))
    elif level is not Level.ADVANCED:
        for value, ways in list(good.items())[:_MOST_KINDS]:
            lines.append(
                counted("{value}: in one way.", "{value}: in {count} ways.", ways, value=formula(number(value)))
            )
        if len(good) > _MOST_KINDS:
            rest = len(good) - _MOST_KINDS
            lines.append(counted("One more value is counted the same way.",
                                 "{count} more values are counted the same way.", rest))  # fmt: skip
    if level is Level.BEGINNER:
        lines += _pairs(draws, event)
    lines.append(Message("Outcomes that fit: {count}.", count=fitting))
    return [*lines, Message("Divide: {result}.", result=formula(_fraction_line(fitting, total)))]


def _pairs(draws: Draws, event: Worth) -> list[Message]:
    """The outcomes of two draws that fit, one by one, where they are few."""
    things = [kind for kind, count in draws.population for _ in range(count)]
    if draws.number != _PAIR or len(things) > _MOST_LISTED or len(set(things)) < len(things):
        return []
    outcomes = every(things, repeat=_PAIR) if draws.replaced else combinations(things, _PAIR)
    good = [drawn for drawn in outcomes if holds(event, drawn)]
    if not 0 < len(good) <= _MOST_LISTED:
        return []
    return [Message("These fit: {values}.", values=", ".join(f"({one}, {other})" for one, other in good))]


def _numbers(values: list[int]) -> Formula | Message:
    if not values:
        return Message("none")
    return listed(formula(number(value)) for value in values[:20])


def _check(draws: Draws, event: Event, found: Fraction, level: Level) -> list[Message]:
    if level is Level.BEGINNER:
        return [
            Message(
                "Following every branch of a tree, draw by draw, and adding the ends that fit gives {result} too.",
                result=formula(number(chance.by_tree(draws, event))),
            )
        ]
    return [
        Message(
            "The probability tree gives the same, and the opposite event has probability {rest}.",
            rest=formula(number(1 - found)),
        )
    ]
