"""How an inverse is found on paper: swap, solve for the other letter, put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.terms import equals, name, substitute
from maths.families.undoing_steps import undone
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Apply
from maths.verdict import Level, SectionKind

if TYPE_CHECKING:
    from maths.families.settled import Settled
    from maths.tree import Node
    from maths.verdict import Passage


def _inverse(function: str, argument: Node) -> Node:
    return Apply(f"{function}^{{-1}}", (argument,))


def teach_value(  # noqa: PLR0913, PLR0917 - a function and what is asked of it
    function: str, body: Node, value: Node, found: Node, solved: Settled, level: Level
) -> tuple[Passage, ...]:
    asked = formula(_inverse(function, value))
    equation = formula(equals(body, value))
    inner = {passage.kind: passage.lines for passage in solved.teach(level)}
    opening = (
        Message(
            "{asked} is the number that {function} turns into {value}.",
            asked=asked,
            function=formula(name(function)),
            value=formula(value),
        )
        if level is not Level.ADVANCED
        else Message("{asked} is the preimage of {value}.", asked=asked, value=formula(value))
    )
    return passages(
        understanding=[opening],
        approach=[Message("So no formula of the inverse is needed: solve {equation}.", equation=equation)],
        steps=inner.get(SectionKind.STEPS, ()),
        check=[
            Message(
                "Put in: {result}.", result=formula(equals(Apply(function, (found,)), value))
            ),
            Message("The function takes no value twice, so there is only one such number."),
        ],
        conclusion=[Message("So {result}.", result=formula(equals(_inverse(function, value), found)))],
    )  # fmt: skip


def teach_formula(  # noqa: PLR0913, PLR0917 - a function and its inverse
    function: str, parameter: str, body: Node, answer: Node, variable: str, condition: Node | None, level: Level
) -> tuple[Passage, ...]:
    y = name("y" if variable != "y" else "z")
    given = formula(equals(Apply(function, (name(parameter),)), body))
    swapped = equals(name(variable), _in(body, parameter, y))
    result = formula(equals(_inverse(function, name(variable)), answer))
    solved = Message("Solve for {other}: {result}.", other=formula(y), result=formula(equals(y, answer)))
    steps = [
        Message("Write the result as {letter} and the number we look for as {other}: {equation}.",
                letter=formula(name(variable)), other=formula(y), equation=formula(swapped)),
        solved,
    ]  # fmt: skip
    way = undone(_in(body, parameter, y), name(variable), y.full, level) if level is not Level.ADVANCED else []
    if way:
        steps[1:] = [*way, Message("So {result}.", result=formula(equals(y, answer)))]
    if condition is not None:
        steps.append(
            Message("The function takes only these values, so the inverse has a value only for {condition}.",
                    condition=formula(condition))
        )  # fmt: skip
    return passages(
        understanding=[
            Message("We want the function that undoes {given}.", given=given)
            if level is not Level.ADVANCED
            else Message("Find the inverse of {given}.", given=given)
        ],
        approach=[_approach(level)],
        steps=steps,
        check=[Message("Put one into the other, in both orders: the letter comes out again.")],
        conclusion=[Message("The inverse function is {result}.", result=result)],
    )


def _approach(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "The inverse goes the way back: from the result to the number. So let the two letters change places and "
            "undo the operations one after the other, the last one first."
        )
    if level is Level.INTERMEDIATE:
        return Message("Swap the roles of the two letters and solve.")
    return Message("The function is one-to-one; solve the swapped equation for the other letter.")


def _in(body: Node, parameter: str, value: Node) -> Node:
    return substitute(body, parameter, value)
