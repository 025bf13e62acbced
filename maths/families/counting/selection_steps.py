"""Choices counted by hand: the product rule, orders divided out, cases added."""

from __future__ import annotations

from math import comb, factorial, prod
from typing import TYPE_CHECKING

from maths.families.counting import selection_routes as selection
from maths.families.counting.choices import binomial, chosen, each_chosen
from maths.families.counting.nouns import sizes
from maths.families.terms import equals, number, over, plus, power, times
from maths.families.write import formula, passages
from maths.message import Message, counted
from maths.tree import Call, Factorial
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.counting.selection_routes import Choices, Drawn, Stage
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_FACTORS = 8  # written out one by one
_MOST_CASES = 8


def teach(task: Choices, found: int, level: Level) -> tuple[Passage, ...]:
    lines = [line for stage in task.stages for line in _stage_lines(stage, level)]
    factors = [selection.ways(stage) for stage in task.stages]
    if task.times > 1:
        factors.append(task.times)
        lines.append(Message("Each of these counts {times} times.", times=task.times))
    if len(factors) > 1:
        product = equals(times(*(number(factor) for factor in factors)), number(found))
        lines.append(Message("The choices do not touch each other, so multiply: {result}.", result=formula(product)))
    return passages(
        understanding=[_said(stage) for stage in task.stages],
        approach=_approach(task, level),
        steps=lines,
        check=_check(task, found, level),
        conclusion=[Message("There are {count} ways.", count=formula(number(found)))],
    )


def _said(stage: Stage) -> Message:
    match stage.way.value:
        case "together":
            return Message("Choose {chosen} out of {size}; the order does not matter.",
                           chosen=stage.chosen, size=stage.size)  # fmt: skip
        case "in order":
            return Message("Choose {chosen} out of {size} one after the other; who is chosen for what matters.",
                           chosen=stage.chosen, size=stage.size)  # fmt: skip
        case _:
            return counted(
                "Choose once, with {size} possibilities.",
                "Choose {count} times, with {size} possibilities each time.",
                stage.chosen,
                size=stage.size,
            )


_THEOREMS = {
    "together": Message("k-subsets of an n-set: the binomial coefficient C(n, k)."),
    "in order": Message("Injections of a k-set into an n-set: the falling factorial."),
    "repeated": Message("Maps of a k-set into an n-set: by the rule of product there are n^k."),
}


def _approach(task: Choices, level: Level) -> list[Message]:
    kinds = {stage.way.value for stage in task.stages}
    if level is Level.ADVANCED:
        return [line for kind, line in _THEOREMS.items() if kind in kinds]
    lines = []
    if "together" in kinds:
        lines.append(
            Message("Choose one after the other first; then every group was counted once for each of its orders.")
            if level is Level.BEGINNER
            else Message("The number of subsets with k of n elements is the binomial coefficient C(n, k).")
        )
    if "in order" in kinds:
        lines.append(
            Message("Each time there is one possibility less. Multiply the possibilities.")
            if level is Level.BEGINNER
            else Message("Ordered choices without repetition: n!/(n − k)!.")
        )
    if "repeated" in kinds:
        lines.append(
            Message("Every possibility of one choice goes with every possibility of the next: multiply.")
            if level is Level.BEGINNER
            else Message("Independent choices multiply (the product rule).")
        )
    return lines


def _stage_lines(stage: Stage, level: Level) -> list[Message]:
    size, chosen, value = stage.size, stage.chosen, number(selection.ways(stage))
    falling = [number(size - k) for k in range(chosen)]
    match stage.way.value:
        case "together":
            shown: Node = Call("binomial", (number(size), number(chosen)))
            small = min(chosen, size - chosen)
            if level is Level.ADVANCED or not 1 < small <= _MOST_FACTORS:
                return [Message("Number of choices: {count}.", count=formula(equals(shown, value)))]
            lines = []
            if small != chosen:
                lines.append(
                    Message("Choosing {chosen} is the same as leaving out {left}.", chosen=chosen, left=size - chosen)
                )
            product = times(*(number(size - k) for k in range(small)))
            if level is Level.BEGINNER:
                ordered = equals(product, number(comb(size, small) * factorial(small)))
                lines.append(Message("One after the other there are {ordered} ways.", ordered=formula(ordered)))
                orders = equals(Factorial(number(small)), number(factorial(small)))
                lines.append(Message("Each group was counted {orders} times.", orders=formula(orders)))
            divided = equals(shown, over(product, Factorial(number(small))), value)
            return [*lines, Message("Number of choices: {count}.", count=formula(divided))]
        case "in order":
            shown = over(Factorial(number(size)), Factorial(number(size - chosen)))
            if level is not Level.ADVANCED and 0 < chosen <= _MOST_FACTORS:
                shown = times(*falling)
            return [Message("Number of choices: {count}.", count=formula(equals(shown, value)))]
        case _:
            shown = power(number(size), chosen)
            if level is Level.BEGINNER and 1 < chosen <= _MOST_FACTORS:
                repeated = times(*([number(size)] * chosen))
                return [Message("Number of choices: {count}.", count=formula(equals(repeated, shown, value)))]
            typed = shown if chosen == 1 else equals(shown, value)
            return [Message("Number of choices: {count}.", count=formula(typed))]


def _check(task: Choices, found: int, level: Level) -> list[Message]:
    (first, *rest) = task.stages
    if not rest and first.way.value == "together" and 0 < first.chosen < first.size and task.times == 1:
        above = [comb(first.size - 1, first.chosen - 1), comb(first.size - 1, first.chosen)]
        total = equals(plus(*(number(each) for each in above)), number(found))
        if level is Level.BEGINNER:
            return [Message("With one certain thing or without it: {total}. That fits.", total=formula(total))]
        return [Message("Pascal's rule gives the same: {total}.", total=formula(total))]
    return [Message("Building it up by additions alone gives {result} too.", result=formula(number(found)))]


def _factors(pairs: list[tuple[int, int]], level: Level) -> list[Node]:
    return [times(*(number(comb(size, drawn)) for size, drawn in pairs))] if level is Level.BEGINNER else []


def teach_committee(task: Drawn, found: int, level: Level) -> tuple[Passage, ...]:
    shares = list(selection.cases(task))
    lines = []
    values = []
    for shared in shares:
        taken_from = [(group, taken) for group, taken in zip(task.groups, shared, strict=True) if taken]
        product = [binomial(group.size, taken) for group, taken in taken_from]
        values.append(prod(comb(group.size, taken) for group, taken in taken_from))
        if len(values) <= _MOST_CASES and product:
            who = sizes((group.name, taken) for group, taken in taken_from)
            pairs = [(group.size, taken) for group, taken in taken_from]
            if len(pairs) > 1:
                lines += [line for line in each_chosen(pairs, level) if line not in lines]
            shown = (
                chosen(*pairs[0], level)
                if len(pairs) == 1
                else formula(equals(times(*product), *_factors(pairs, level), number(values[-1])))
            )
            lines.append(Message("{case}. Number of choices: {count}.", case=who, count=shown))
    if len(values) > _MOST_CASES:
        lines.append(counted("One more case is worked out the same way.",
                             "{count} more cases are worked out the same way.", len(values) - _MOST_CASES))  # fmt: skip
    if 1 < len(values) <= _MOST_CASES:
        total = equals(plus(*(number(value) for value in values)), number(found))
        lines.append(Message("Add the cases: {total}.", total=formula(total)))
    who = sizes((group.name, group.size) for group in task.groups)
    return passages(
        understanding=[Message("{chosen} are chosen from these groups: {groups}.", chosen=task.chosen, groups=who)],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Look at each way to share the places among the groups. "
                    "In each, choose from every group and multiply."
                ),
                Level.INTERMEDIATE: Message(
                    "Split into cases by how many come from each group; the product rule in each case."
                ),
                Level.ADVANCED: Message("Rule of sum and rule of product, as in Vandermonde's identity."),
            }[level]
        ],
        steps=lines or [Message("No choice fits.")],
        check=[
            Message("Counting again, one group after the other, gives {result} too.", result=formula(number(found)))
            if level is Level.BEGINNER
            else Message("A generating function gives {result} too.", result=formula(number(found)))
        ],
        conclusion=[Message("There are {count} ways.", count=formula(number(found)))],
    )
