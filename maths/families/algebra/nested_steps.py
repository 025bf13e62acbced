"""`f(g(3))` from the inside out: each function on its own, with its value put into the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.algebra.known import Known, Rule
from maths.families.numbers.arithmetic import exact
from maths.families.numbers.arithmetic_steps import calculated
from maths.families.settled import UndecidedError
from maths.families.terms import equals, name, replace
from maths.families.write import formula, letter, tree
from maths.message import Message
from maths.tree import Apply, names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.tree import Node

_ONE_STEP = 2  # a call and its value


def simple_functions(known: tuple[Known, ...]) -> dict[str, Known]:
    """The functions of one letter that are given by a formula, or by formulas piece by piece."""
    return {item.names[0]: item for item in known if item.pick or (len(item.parameters) == 1 and item.values)}


def put_together(call: Node, functions: Mapping[str, Known]) -> Node | None:
    """The call with every function's formula put in; None where it holds anything but those functions and numbers."""
    match call:
        case Apply(function=full, arguments=(argument,), primes=0) if full in functions:
            inner = put_together(argument, functions)
            if inner is None:
                return None
            rule = _rule(functions[full], inner)
            return replace(rule.body, {rule.letter: inner})
        case Apply():
            return None
    return call if not names(call) else None


def _rule(known: Known, argument: Node) -> Rule:
    return known.pick(argument) if known.pick else Rule(known.parameters[0], known.values[0])


def approach(call: Node, level: Level) -> Message:
    is_nested = isinstance(call, Apply) and isinstance(call.arguments[0], Apply)
    match level:
        case Level.BEGINNER if is_nested:
            return Message("Work from the inside out: a function is a rule, and what comes out of the inner one is put "
                           "into the outer one.")  # fmt: skip
        case Level.BEGINNER:
            return Message("A function is a rule: put the number in place of the letter and calculate.")
        case Level.INTERMEDIATE if is_nested:
            return Message("Evaluate the inner function first and put its value into the outer one.")
        case Level.INTERMEDIATE:
            return Message("Put the number in place of the letter.")
    return Message("By the definition of composition.") if is_nested else Message("Direct exact evaluation.")


def steps(call: Node, functions: Mapping[str, Known], level: Level) -> list[Message] | None:
    """Line by line; None where a value on the way has no simple form."""
    try:
        lines, values = _worked(call, functions, level)
    except (RefusedError, UndecidedError):
        return None
    if level is not Level.ADVANCED:
        return lines
    if len(values) == _ONE_STEP:
        (argument,) = call.arguments if isinstance(call, Apply) else (call,)
        values.insert(1, put_together(Apply(call.function, (argument,)), functions) or values[0])  # type: ignore[union-attr]
        values = list(dict.fromkeys(values))
        return [Message("So {result}.", result=formula(equals(*reversed(values))))]
    return [Message("From the inside out: {result}.", result=formula(equals(*reversed(values))))]


def _worked(call: Node, functions: Mapping[str, Known], level: Level) -> tuple[list[Message], list[Node]]:
    """The lines, and the call with ever more of its inside worked out, from its value to itself."""
    if not isinstance(call, Apply):
        return [], [call]
    (argument,) = call.arguments
    lines, inner = _worked(argument, functions, level)
    rule = _rule(functions[call.function], inner[0])
    parameter = rule.letter
    body = replace(rule.body, {parameter: inner[0]})
    value = tree(exact(body))
    applied = Apply(call.function, (inner[0],))
    result = formula(equals(applied, body) if body == value else equals(applied, body, value))
    if rule.condition is not None:
        lines.append(
            Message("Which piece? {true} is true, so here {rule}.",
                    true=formula(replace(rule.condition, {parameter: inner[0]})),
                    rule=formula(equals(Apply(call.function, (name(parameter),)), rule.body)))
        )  # fmt: skip
    if level is Level.BEGINNER:
        lines = [
            *lines,
            Message(
                "Put {value} in place of {letter} in {function}: {result}.",
                value=formula(inner[0]),
                letter=letter(parameter),
                function=formula(Apply(call.function, (name(parameter),))),
                result=formula(equals(applied, body)),
            ),
            *calculated(body, level),
            Message("So {result}.", result=formula(equals(applied, value))),
        ]
    else:
        lines = [*lines, Message("Put in: {result}.", result=result)]
    return lines, [value, *(Apply(call.function, (node,)) for node in inner)]
