"""Worked solutions about numbers that words describe, from the inside of the description outwards."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import (
    Bound,
    Different,
    DivisorOf,
    Leaves,
    MultipleOf,
    Not,
    PowerOf,
    Some,
    Valued,
    flat,
)
from maths.families.numbers.integers.counting import counting_lines
from maths.families.numbers.integers.exactly import plain_value
from maths.families.numbers.integers.measured_steps import measured_lines
from maths.families.numbers.integers.measures import divisors_by_flint, factors_by_flint
from maths.families.numbers.integers.members import residue_class, window
from maths.families.numbers.integers.values import (
    Given,
    HowMany,
    Measured,
    Nth,
    Numbers,
    Only,
    Total,
    TotalOfFirst,
    Worked,
)
from maths.families.numbers.integers.wording import phrase
from maths.families.numbers.primes_steps import pairs_line, powers
from maths.families.terms import equals, minus, number, over, plus, power, replace, times
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message
from maths.tree import Call
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.values import Value
    from maths.tree import Node
    from maths.verdict import Passage

_PAIR = 2
_SHOWN = 24  # members written out
_ENDS = 6  # of a longer list: so many at its beginning, half as many at its end
_ADDED = 12  # terms of a sum written out


def teach_value(value: Value, found: Fraction, level: Level) -> tuple[Passage, ...]:
    if isinstance(value, Measured) and isinstance(value.value, Given):
        return measured_lines(value, int(found), level)
    numbers = _sets(value)
    return passages(
        understanding=_understood(numbers, level) or [Message("We want the number that is described.")],
        approach=[_approach(numbers[0], level, counted=_is_counted(value, level)) if numbers else _inside_out(level)],
        steps=_lines(value, level) or _given_lines(value, found),
        check=[Message("Trying every number one after the other gives the same result.")],
        conclusion=[Message("The answer is {result}.", result=formula(number(found)))],
    )


def _inside_out(level: Level) -> Message:
    return {
        Level.BEGINNER: Message("Work from the inside out: each part becomes a number."),
        Level.INTERMEDIATE: Message("Evaluate the inner parts first, then the whole."),
        Level.ADVANCED: Message("By the definition of what is counted."),
    }[level]


def teach_listing(numbers: Numbers, found: list[int], level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=_understood([numbers], level),
        approach=[_approach(numbers, level)],
        steps=_member_lines(numbers, found, level),
        check=[Message("Trying every number one after the other gives the same result.")],
        conclusion=[Message("The numbers are {numbers}.", numbers=shown(found))]
        if len(found) > 1
        else [Message("The number is {number}.", number=shown(found))],
    )


def teach_whether(value: Value, condition: Condition, found: bool, level: Level) -> tuple[Passage, ...]:  # noqa: FBT001 - the answer
    worked = value.first()
    lines = [] if isinstance(value, Given) and formula(value.node) == formula(number(worked)) else _lines(value, level)
    if isinstance(value, Given) and lines == []:
        named = formula(number(worked))
        lines = [] if formula(value.node) == named else [_equation(value.node, worked)]
    asked = Message(
        "The question is whether {number} is {condition}.", number=formula(number(worked)), condition=phrase(condition)
    )
    judged = (
        Message("{number} is {condition}.", number=formula(number(worked)), condition=phrase(condition))
        if found
        else Message("{number} is not {condition}.", number=formula(number(worked)), condition=phrase(condition))
    )
    return passages(
        understanding=[asked],
        approach=[_test(condition, level)],
        steps=[*lines, *_reasons(int(worked), condition, level), judged],
        check=[Message("A second calculation by another program gives the same result.")],
        conclusion=[Message("So the answer is yes.") if found else Message("So the answer is no.")],
    )


def _test(condition: Condition, level: Level) -> Message:
    """How a number is tested for the condition."""
    if isinstance(condition.condition if isinstance(condition, Not) else condition, MultipleOf):
        return {
            Level.BEGINNER: Message(
                "Put the parts into the number as often as they fit, and look whether anything is left over."
            ),
            Level.INTERMEDIATE: Message("Divide and look at the remainder: it must be zero."),
            Level.ADVANCED: Message("By definition: some whole number times the divisor must give the number."),
        }[level]
    return {
        Level.BEGINNER: Message("First say what the words mean. Then see whether the number is like that."),
        Level.INTERMEDIATE: Message("Compare the number with the definition."),
        Level.ADVANCED: Message("Directly from the definition."),
    }[level]


def _reasons(value: int, condition: Condition, level: Level) -> list[Message]:
    inner = condition.condition if isinstance(condition, Not) else condition
    match inner:
        case MultipleOf(number=divisor):
            return [_division(value, divisor)]
        case PowerOf(degree=degree) if value >= 0 and level is not Level.ADVANCED:
            low = next(k for k in range(value + 2) if (k + 1) ** degree > value) if value < 10**6 else 0
            if low**degree == value and value < 10**6:
                return [Message("It is {power}.", power=formula(equals(power(number(low), degree), number(value))))]
            if value < 10**6:
                return [
                    Message(
                        "It lies between {low} and {high}.",
                        low=formula(equals(power(number(low), degree), number(low**degree))),
                        high=formula(equals(power(number(low + 1), degree), number((low + 1) ** degree))),
                    )
                ]
    if value > 1:
        return [
            Message(
                "In primes: {result}.",
                result=formula(equals(number(value), powers(factors_by_flint(value)))),
            )
        ]
    return []


def _division(value: int, divisor: int) -> Message:
    quotient, rest = divmod(value, divisor)
    product = times(number(divisor), number(quotient))
    return Message(
        "Divide: {division}.", division=formula(equals(number(value), plus(product, number(rest)) if rest else product))
    )


def value_lines(value: Value, level: Level) -> list[Message]:
    """How the value is worked out, for what goes on with it."""
    if isinstance(value, Given):
        worked = value.first()
        return [] if formula(value.node) == formula(number(worked)) else [_equation(value.node, worked)]
    return _lines(value, level)


def _sets(value: Value) -> list[Numbers]:
    match value:
        case HowMany() | Total() | TotalOfFirst() | Nth() | Only():
            return [value.numbers]
        case Measured(value=inner):
            return _sets(inner)
        case Worked(values=values):
            return [numbers for inner in values for numbers in _sets(inner)]
    return []


def _understood(sets: Sequence[Numbers], level: Level) -> list[Message]:
    lines = []
    for numbers in dict.fromkeys(sets):
        conditions = _essential(flat(numbers.conditions))
        if level is Level.BEGINNER:
            lines.append(Message("We look for whole numbers. Each of them has to fulfil every condition:"))
            lines += [Message("it is {condition};", condition=phrase(condition)) for condition in conditions]
        else:
            lines.append(Message("Wanted is every integer that is {conditions}.", conditions=_all(conditions)))
    return lines


def _essential(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Without "positive" where another condition says so already."""
    conditions = tuple(c for c in conditions if not isinstance(c, Different)) or conditions
    signs = [c for c in conditions if isinstance(c, Bound) and c.value == 0 and c.operator in {">", ">="}]
    others = tuple(c for c in conditions if c not in signs)
    low = window(others).low
    return others if others and low is not None and low >= 0 else conditions


def _all(conditions: Sequence[Condition]) -> Message:
    joined = phrase(conditions[0])
    for condition in conditions[1:]:
        joined = Message("{first} and {second}", first=joined, second=phrase(condition))
    return joined


def _is_counted(value: Value, level: Level) -> bool:
    """Whether the numbers are counted by dividing, and not listed."""
    if not isinstance(value, HowMany):
        return False
    return bool(_counting(value.numbers, int(value.first()), level))


def _counting(numbers: Numbers, count: int, level: Level) -> list[Message]:
    lines = counting_lines(flat(numbers.conditions), window(numbers.conditions), count, level)
    return lines if level is not Level.BEGINNER or count > _SHOWN else []


def _approach(numbers: Numbers, level: Level, *, counted: bool = False) -> Message:
    conditions = flat(numbers.conditions)
    if counted:
        return {
            Level.BEGINNER: Message(
                "Nobody has to write all of them down: dividing tells how many multiples there are. "
                "What was counted twice is taken away again."
            ),
            Level.INTERMEDIATE: Message("Count multiples by dividing and correct for those that were counted twice."),
            Level.ADVANCED: Message("The principle of inclusion and exclusion."),
        }[level]
    if any(isinstance(condition, DivisorOf) for condition in conditions):
        return {
            Level.BEGINNER: Message("Write down all divisors first, then keep those that fulfil the other conditions."),
            Level.INTERMEDIATE: Message("Get the divisors from the prime factors, and keep those that fit."),
            Level.ADVANCED: Message(
                "By unique factorisation the divisors are the products of powers of the prime factors."
            ),
        }[level]
    if any(isinstance(condition, PowerOf) for condition in conditions):
        return {
            Level.BEGINNER: Message("There are few perfect powers: write them down in order and keep those that fit."),
            Level.INTERMEDIATE: Message("List the perfect powers in order and keep those that fit."),
            Level.ADVANCED: Message("Powers grow monotonically, so the search can stop."),
        }[level]
    divided = sum(isinstance(condition, (MultipleOf, Leaves)) for condition in conditions)
    if divided and level is Level.ADVANCED:
        return (
            Message("By the Chinese remainder theorem the divisibility conditions are one residue class.")
            if divided > 1
            else Message("The numbers form one residue class within bounds.")
        )
    if divided:
        return (
            Message("Go from one number that leaves the right remainder to the next, and keep those that fit.")
            if level is Level.BEGINNER
            else Message("List the numbers with the right remainder and check the other conditions.")
        )
    return {
        Level.BEGINNER: Message("Go through the numbers in order and keep those that fulfil every condition."),
        Level.INTERMEDIATE: Message("List the numbers in the range and check the conditions."),
        Level.ADVANCED: Message("The conditions bound the range; it is searched completely."),
    }[level]


def _lines(value: Value, level: Level) -> list[Message]:  # noqa: PLR0911 - a line a kind
    match value:
        case Given():
            return []
        case HowMany(numbers=numbers):
            found = numbers.by_construction()
            if counted := _counting(numbers, len(found), level):
                return counted
            again = _without_a_list(numbers, len(found)) if level is Level.BEGINNER else []
            return [
                *_member_lines(numbers, found, level),
                Message("Count them: there are {count}.", count=formula(number(len(found)))),
                *again,
            ]
        case Total(numbers=numbers):
            return _total_lines(value, numbers.by_construction(), level)
        case TotalOfFirst(numbers=numbers):
            members = list(numbers.at(value.count, largest=value.largest)[0])
            return [_members(members), _folded(value.kind, members, value.first())]
        case Nth():
            return _nth_lines(value, level)
        case Only(numbers=numbers):
            return _member_lines(numbers, numbers.by_construction(), level)
        case Measured(value=inner):
            return [*_lines(inner, level), *_of_measured(value)]
        case Worked():
            return _worked_lines(value, level)
    return []


def _without_a_list(numbers: Numbers, count: int) -> list[Message]:
    lines = _counting(numbers, count, Level.INTERMEDIATE)
    return [Message("For larger numbers one counts without a list, by dividing."), *lines] if lines else []


def _member_lines(numbers: Numbers, found: list[int], level: Level) -> list[Message]:
    conditions = flat(numbers.conditions)
    lines = []
    divided = [condition.number for condition in conditions if isinstance(condition, DivisorOf) and condition.number]
    if divided:
        common = gcd(*divided)
        if len(divided) > 1:
            names = tuple(number(n) for n in divided)
            lines.append(
                Message(
                    "A number that divides all of them divides their greatest common divisor, {result}.",
                    result=formula(equals(Call("gcd", names), number(common))),
                )
            )
        if common > 1 and level is not Level.BEGINNER:
            lines.append(
                Message(
                    "In primes: {result}.", result=formula(equals(number(common), powers(factors_by_flint(common))))
                )
            )
        if level is not Level.ADVANCED:
            every = divisors_by_flint(common)
            if level is Level.BEGINNER and len(every) > 1:
                lines.append(pairs_line(common, every))
            lines.append(
                Message("The positive divisors of {number} are {divisors}.", number=common, divisors=shown(every))
            )
    if not divided:
        lines += _together(conditions)
    return [*lines, _members(found)]


def _together(conditions: tuple[Condition, ...]) -> list[Message]:
    """All divisibility conditions as one remainder, where there are several."""
    merged = residue_class(conditions)
    if merged is None or sum(isinstance(c, (MultipleOf, Leaves)) for c in conditions) < _PAIR:
        return []
    return [
        Message(
            "Together the divisibility conditions say: the remainder is {rest} when divided by {modulus}.",
            rest=merged[0],
            modulus=merged[1],
        )
    ]


def _members(found: list[int]) -> Message:
    if not found:
        return Message("No number fulfils all conditions.")
    if len(found) == 1:
        return Message("The only number that fulfils all conditions is {number}.", number=shown(found))
    return Message("The numbers that fulfil all conditions: {numbers}.", numbers=shown(found))


def shown(found: list[int]) -> Formula:
    """All of them, or the first and the last."""
    if len(found) <= _SHOWN:
        return listed(formula(number(n)) for n in found)
    start = listed(formula(number(n)) for n in found[:_ENDS])
    end = listed(formula(number(n)) for n in found[-_ENDS // 2 :])
    return Formula(f"{start.typed}, ..., {end.typed}", rf"{start.latex},\ \ldots,\ {end.latex}")


def _total_lines(value: Total, found: list[int], level: Level) -> list[Message]:
    lines = _member_lines(value.numbers, found, level)
    measured = [value.measure.first(n) for n in found] if value.measure else found
    if value.measure:
        lines.append(Message("What is added for each of them: {numbers}.", numbers=shown(measured)))
    if value.kind == "mean":
        total = over(number(sum(measured)), number(len(measured)))
        lines.append(
            Message(
                "There are {count}, and their sum is {sum}: {mean}.",
                count=len(measured),
                sum=sum(measured),
                mean=formula(equals(total, number(value.first()))),
            )
        )
        return lines
    return [*lines, _folded(value.kind, measured, value.first())]


def _folded(kind: str, members: list[int], result: Fraction) -> Message:
    right = number(result)
    joined: list[Node] = [number(n) for n in members]
    few = 1 < len(members) <= _ADDED
    if kind == "sum":
        sides = (plus(*joined), right) if few else (right,)
        return Message("Add them: {sum}.", sum=formula(equals(*sides)) if few else formula(right))
    if kind in {"gcd", "lcm"}:
        sides = (Call(kind, tuple(joined)), right) if few else (right,)
        return Message("Calculate: {result}.", result=formula(equals(*sides)) if few else formula(right))
    sides = (times(*joined), right) if few else (right,)
    return Message("Multiply them: {product}.", product=formula(equals(*sides)) if few else formula(right))


def _nth_lines(value: Nth, level: Level) -> list[Message]:
    members = [int(n) for n in value.numbers.at(value.rank, largest=value.largest)[0]]
    found = members[-1]
    lines = []
    divided = any(isinstance(c, DivisorOf) for c in flat(value.numbers.conditions))
    if divided and window(value.numbers.conditions).is_finite:
        lines = _member_lines(value.numbers, value.numbers.by_construction(), level)
    elif value.rank > 1:
        lines = [Message("In order: {numbers}.", numbers=shown(members))]
    elif level is Level.ADVANCED:
        lines = _together(flat(value.numbers.conditions))
    else:
        lines = [*_progression(found, value, level), *_fits(found, value.numbers, level)]
    last = (
        Message("No larger number fits, so the largest is {number}.", number=found)
        if value.largest
        else Message("No smaller number fits, so the smallest is {number}.", number=found)
    )
    if value.rank == 1:
        lines.append(last)
    return lines


def _progression(found: int, value: Nth, level: Level) -> list[Message]:
    """The candidates one after the other, for beginners, where they are few."""
    moduli = [(c.number, 0) for c in flat(value.numbers.conditions) if isinstance(c, MultipleOf)]
    moduli += [(c.divisor, c.rest) for c in flat(value.numbers.conditions) if isinstance(c, Leaves)]
    start = window(value.numbers.conditions).low
    if level is not Level.BEGINNER or value.largest or len(moduli) < _PAIR or start is None:
        return []
    divisor, rest = max(moduli)
    tried = list(range(start + (rest - start) % divisor, found + 1, divisor))
    if len(tried) > _SHOWN:
        return []
    return [
        Message("Try in steps of {divisor} until everything fits: {numbers}.", divisor=divisor, numbers=shown(tried))
    ]


def _fits(found: int, numbers: Numbers, level: Level) -> list[Message]:
    lines = []
    for condition in flat(numbers.conditions):
        if isinstance(condition, (MultipleOf, Leaves)):
            divisor = condition.number if isinstance(condition, MultipleOf) else condition.divisor
            lines.append(_division(found, divisor))
        elif isinstance(condition, Valued):
            put = replace(condition.body, {condition.letter: number(found)})
            exact = plain_value(condition.body, {condition.letter: found})
            lines.append(
                Message("Put in {number}: {result}.", number=found, result=formula(equals(put, number(exact))))
            )
        elif not isinstance(condition, (Bound, Some)) and level is Level.BEGINNER:
            lines.append(
                Message("{number} is {condition}.", number=formula(number(found)), condition=phrase(condition))
            )
    return lines


def _of_measured(value: Measured) -> list[Message]:
    from maths.families.numbers.integers.wording import named

    return [
        Message(
            "Of {number} we need {measure}: {result}.",
            number=formula(number(value.value.first())),
            measure=named(value.measure),
            result=formula(number(value.first())),
        )
    ]


def _worked_lines(value: Worked, level: Level) -> list[Message]:
    lines = [line for inner in value.values for line in _lines(inner, level)]
    numbers = [number(inner.first()) if not isinstance(inner, Given) else inner.node for inner in value.values]
    result = number(value.first())
    match value.operation:
        case "plus":
            whole: Node = plus(*numbers)
        case "minus":
            whole = minus(numbers[0], numbers[1])
        case "difference":
            exact = [inner.first() for inner in value.values]
            whole = minus(*(numbers if exact[0] >= exact[1] else numbers[::-1]))
        case "times":
            whole = times(*numbers)
        case "over":
            whole = over(numbers[0], numbers[1])
        case _:
            whole = Call(value.operation, tuple(numbers))
    return [*lines, Message("Calculate: {result}.", result=formula(equals(whole, result)))]


def _given_lines(value: Value, found: Fraction) -> list[Message]:
    if not isinstance(value, Given) or formula(value.node) == formula(number(found)):
        return []
    return [_equation(value.node, found)]


def _equation(node: Node, worked: Fraction) -> Message:
    return Message("Calculate: {result}.", result=formula(equals(node, number(worked))))
