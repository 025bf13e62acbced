"""Weighings in words: what is known, what was weighed, and the chain of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.logic.deduce import By
from maths.message import Message, counted
from maths.puzzles.puzzle import Choice, Link
from maths.puzzles.weighing_facts import FALSE
from maths.puzzles.weighing_worlds import Mode, Weighing, outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.logic.deduce import Step
    from maths.logic.formula import Unknown
    from maths.puzzles.weighing_steps import Ruled
    from maths.puzzles.weighing_worlds import Balance, World

NAMES = "ABCDEFGHIJKL"
THINGS = (Message("coins"), Message("balls"), Message("marbles"), Message("rings"))


def names(chosen: Iterable[int]) -> str:
    return ", ".join(NAMES[thing] for thing in chosen)


def given(balance: Balance, what: Message) -> tuple[Message, ...]:
    """How many are false, and each weighing as a paragraph."""
    told: dict[str, Any] = {"count": balance.count, "things": what, "names": names(range(balance.count))}
    return (
        _known(balance.mode, told),
        *(
            Message("Weighing {number}: {left} on the left, {right} on the right. {outcome}", number=number,
                    left=names(one.left), right=names(one.right), outcome=_came_out(one.result))
            for number, one in enumerate(balance.weighings, 1)
        ),
    )  # fmt: skip


def _known(mode: Mode, told: dict[str, Any]) -> Message:
    match mode:
        case Mode.HEAVIER:
            return Message("Of the {count} {things} {names}, exactly one is false. It is heavier than the others, "
                           "which all weigh the same.", **told)  # fmt: skip
        case Mode.LIGHTER:
            return Message("Of the {count} {things} {names}, exactly one is false. It is lighter than the others, "
                           "which all weigh the same.", **told)  # fmt: skip
        case Mode.EITHER:
            return Message("Of the {count} {things} {names}, exactly one is false. It is either heavier or lighter "
                           "than the others, which all weigh the same.", **told)  # fmt: skip
        case Mode.TWO_HEAVIER:
            return Message("Of the {count} {things} {names}, exactly two are false. Both are heavier than the others, "
                           "by the same amount; the others all weigh the same.", **told)  # fmt: skip
        case Mode.TWO_LIGHTER:
            return Message("Of the {count} {things} {names}, exactly two are false. Both are lighter than the others, "
                           "by the same amount; the others all weigh the same.", **told)  # fmt: skip
        case Mode.ONE_EACH:
            return Message("Of the {count} {things} {names}, exactly one is heavier and exactly one is lighter than "
                           "the others, by the same amount; the others all weigh the same.", **told)  # fmt: skip


def asked(mode: Mode) -> Message:
    match mode:
        case Mode.HEAVIER | Mode.LIGHTER:
            return Message("Which one is false?")
        case Mode.EITHER:
            return Message("Which one is false, and is it heavier or lighter?")
        case Mode.ONE_EACH:
            return Message("Which one is heavier, and which one is lighter?")
        case _:
            return Message("Which two are false?")


def asked_option(mode: Mode) -> Message:
    if mode is Mode.EITHER:
        return Message(
            "One more weighing is to be made. Which of these is sure to show the false one and whether it is heavier "
            "or lighter, however it comes out?"
        )
    return Message(
        "One more weighing is to be made. Which of these is sure to show the false one, however it comes out?"
    )


def _came_out(result: int) -> Message:
    match result:
        case -1:
            return Message("The left side goes down.")
        case 0:
            return Message("It balances.")
        case _:
            return Message("The right side goes down.")


def things(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(NAMES[k], Message("{name}", name=NAMES[k])) for k in range(count))


def option_name(option: Weighing) -> Message:
    return Message("{left} against {right}", left=names(option.left), right=names(option.right))


# One false thing: weighing by weighing


def ruled_links(balance: Balance, steps: Sequence[Ruled]) -> list[Link]:
    return [Link(_ruled(balance, step)) for step in steps]


def _ruled(balance: Balance, step: Ruled) -> Message:
    weighing = balance.weighings[step.weighing]
    told: dict[str, Any] = {"number": step.weighing + 1, "left": possible(balance.mode, step.left)}
    if weighing.result == 0:
        true = sorted({thing for world in step.out for thing, _ in world})
        return counted("Weighing {number} balances, so {names} is true. Still possible: {left}.",
                       "Weighing {number} balances, so {names} are true. Still possible: {left}.",
                       len(true), names=names(true), **told)  # fmt: skip
    down = Message("left") if weighing.result < 0 else Message("right")
    up = Message("right") if weighing.result < 0 else Message("left")
    match balance.mode:
        case Mode.HEAVIER:
            return Message("In weighing {number} the {down} side goes down, so the false one lies there. Still "
                           "possible: {left}.", down=down, **told)  # fmt: skip
        case Mode.LIGHTER:
            return Message("In weighing {number} the {up} side goes up, so the false one lies there. Still possible: "
                           "{left}.", up=up, **told)  # fmt: skip
        case _:
            return Message("In weighing {number} the {down} side goes down, so something heavier lies there or "
                           "something lighter on the other side. Still possible: {left}.",
                           down=down, **told)  # fmt: skip


def possible(mode: Mode, left: Sequence[World]) -> Message | str:
    """A, C; or A heavier, B lighter."""
    if mode is not Mode.EITHER:
        return names(thing for world in left for thing, _ in world)
    said: Message | None = None
    for world in left:
        one = _kind(*world[0])
        said = Message("{first}, {next}", first=said, next=one) if said is not None else one
    return said or ""


def _kind(thing: int, kind: int) -> Message:
    if kind > 0:
        return Message("{name} heavier", name=NAMES[thing])
    return Message("{name} lighter", name=NAMES[thing])


# The weighing that always decides


def option_links(mode: Mode, left: Sequence[World], options: Sequence[Weighing]) -> list[Link]:
    """Where each leaves two; the one that decides comes last."""
    said = [(_option(mode, left, number, option)) for number, option in enumerate(options, 1)]
    return [Link(message) for _, message in sorted(said, key=lambda one: one[0])]


def _option(mode: Mode, left: Sequence[World], number: int, option: Weighing) -> tuple[int, Message]:
    by_result = {result: [world for world in left if outcome(world, option) == result] for result in (-1, 0, 1)}
    told: dict[str, Any] = {"number": number, "weighing": option_name(option)}
    for result, alike in by_result.items():
        if len(alike) > 1:
            told |= {"if_": _if(result), "left": possible(mode, alike)}
            return 0, Message("Option {number} ({weighing}) does not always decide: {if_}, {left} are still possible.",
                              **told)  # fmt: skip
    ways: Message | None = None
    for result, alike in by_result.items():
        if alike:
            one = Message("{if_}, it is {left}", if_=_if(result), left=possible(mode, alike))
            ways = Message("{first}; {next}", first=ways, next=one) if ways is not None else one
    return 1, Message("Option {number} ({weighing}) always decides: {ways}.", ways=ways or "", **told)


def _if(result: int) -> Message:
    match result:
        case -1:
            return Message("if the left side goes down")
        case 0:
            return Message("if it balances")
        case _:
            return Message("if the right side goes down")


# Two false things: by clues, together, by supposing


def reasoned_links(mode: Mode, steps: Sequence[Step]) -> list[Link]:
    left: dict[Unknown, set[int]] = {}
    return [Link(_step(mode, step, left), _inside(mode, step, left)) for step in steps]


def _inside(mode: Mode, step: Step, left: dict[Unknown, set[int]]) -> tuple[Message, ...]:
    now = {unknown: set(values) for unknown, values in left.items()}
    if step.supposed is not None:
        unknown, value = step.supposed
        now[unknown] = {value}
    return tuple(_step(mode, inner, now) for inner in step.inside)


def _step(mode: Mode, step: Step, left: dict[Unknown, set[int]]) -> Message:
    """Its sentence; `left` takes what it rules out."""
    for unknown, value in step.removed:
        left.setdefault(unknown, set(unknown.values)).discard(value)
    if step.by is By.SUPPOSING and step.supposed is not None:
        unknown, value = step.supposed
        return Message("Suppose {what}. That ends in a contradiction. So {so}.", what=_is(mode, unknown, value),
                       so=_so(mode, step, left))  # fmt: skip
    if step.impossible:
        return _impossible(step)
    so = _so(mode, step, left)
    numbers = [name for name in step.clues if name != FALSE]
    if not numbers:
        return Message("From the number of false ones: {so}.", so=so)
    if len(step.clues) == 1:
        return Message("From weighing {number}: {so}.", number=numbers[0], so=so)
    if len(numbers) == 1:
        return Message("From weighing {number} and the number of false ones: {so}.", number=numbers[0], so=so)
    return Message("From weighings {first} and {second} together: {so}.", first=numbers[0], second=numbers[1], so=so)


def _impossible(step: Step) -> Message:
    if step.clues == (FALSE,):
        return Message("Then the number of false ones is not right.")
    return Message("Then weighing {number} would come out otherwise.",
                   number=", ".join(name for name in step.clues if name != FALSE))  # fmt: skip


def _so(mode: Mode, step: Step, left: dict[Unknown, set[int]]) -> Message:
    said: Message | None = None
    for unknown in dict.fromkeys(unknown for unknown, _ in step.removed):
        values = left[unknown]
        removed = next(value for one, value in step.removed if one == unknown)
        one = _is(mode, unknown, next(iter(values))) if len(values) == 1 else _is_not(mode, unknown, removed)
        said = Message("{first}; {next}", first=said, next=one) if said is not None else one
    if said is None:
        raise ValueError(step)
    return said


def _is(mode: Mode, unknown: Unknown, value: int) -> Message:
    name = NAMES[int(unknown.name)]
    if value == 0:
        return Message("{name} is true", name=name)
    if mode is not Mode.ONE_EACH:
        return Message("{name} is false", name=name)
    return Message("{name} is heavier", name=name) if value > 0 else Message("{name} is lighter", name=name)


def _is_not(mode: Mode, unknown: Unknown, value: int) -> Message:
    name = NAMES[int(unknown.name)]
    if value == 0:
        return Message("{name} is not true", name=name)
    if mode is not Mode.ONE_EACH:
        return Message("{name} is not false", name=name)
    return Message("{name} is not heavier", name=name) if value > 0 else Message("{name} is not lighter", name=name)
