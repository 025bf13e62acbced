"""Whether an argument is valid, by two routes; a world that shows it is not; what it needs and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.logic.argued import by_solver, by_types
from maths.logic.argued.forms import Form, form
from maths.logic.argued.language import Line, Not, Role, Sentence, symbols
from maths.logic.argued.missing import missing
from maths.logic.argued.worlds import World, holds, refutes, smaller
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.argued.language import Formalised

_BY_TWO = Message("the kinds of things there can be, tried out, and the solver z3 say the same")
_BY_WORLD = Message(
    "in a world that was checked sentence by sentence all premises are true and the conclusion is false"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What logic says of a formalised argument.

    `valid` is None where it was not decided, and `reason` says why. `steps` say of each line that is concluded, the
    last included, whether it follows from the lines before it. `needs` are the numbers, from 0, of premises that
    suffice and none of which can be left out; `always` says that the conclusion is true whatever the premises. `world`
    refutes an invalid argument. `missing` are premises any one of which would make it valid.
    """

    valid: bool | None
    method: Message | None = None
    reason: Message | None = None
    consistent: bool = True
    steps: tuple[bool, ...] = ()
    needs: tuple[int, ...] = ()
    form: Form | None = None
    world: World | None = None
    missing: tuple[Sentence, ...] = ()
    always: bool = False


class _DisagreeError(Exception):
    pass


def judge(argument: Formalised) -> Judgement:
    premises = tuple(line.sentence for line in argument.premises)
    conclusion = argument.conclusion.sentence
    try:
        world = _counterexample(premises, conclusion)
        consistent = _satisfiable(premises)
        steps = _steps(argument.lines)
    except TooLargeError as error:
        return Judgement(None, reason=error.message)
    except _DisagreeError:
        return Judgement(None, reason=Message("The two ways of deciding do not agree."))
    if world is not None:
        named = form(_connected(premises, conclusion), conclusion, valid=False)
        lacking = missing(premises, conclusion) if consistent else ()
        lacking = tuple(one for one in lacking if _confirmed(premises, one, conclusion))
        return Judgement(
            valid=False, method=_BY_WORLD, consistent=consistent, steps=steps, form=named, world=world, missing=lacking
        )
    needs = _needs(premises, conclusion)
    named = form(premises, conclusion, valid=True)
    if named is None and len(needs) < len(premises):
        named = form([premises[number] for number in needs], conclusion, valid=True)
    judged = Judgement(valid=True, method=_BY_TWO, consistent=consistent, steps=steps, needs=needs, form=named)
    return replace(judged, always=not needs)


def _connected(premises: tuple[Sentence, ...], conclusion: Sentence) -> list[Sentence]:
    """The premises that are tied to the conclusion, or to each other and so to it, by symbols."""
    kept: list[Sentence] = []
    known = _names(conclusion)
    while more := [one for one in premises if one not in kept and _names(one) & known]:
        kept += more
        known |= frozenset().union(*map(_names, more))
    return [one for one in premises if one in kept]


def _names(sentence: Sentence) -> frozenset[str]:
    used = symbols(sentence)
    return frozenset((*used.propositions, *used.predicates, *used.individuals))


def _satisfiable(sentences: Sequence[Sentence]) -> bool:
    """By both routes. Raises TooLargeError, _DisagreeError."""
    world = by_types.world(sentences)
    if world is not None and not all(holds(sentence, world) for sentence in sentences):
        raise _DisagreeError
    if by_solver.satisfiable(sentences) is not (world is not None):
        raise _DisagreeError
    return world is not None


def _counterexample(premises: tuple[Sentence, ...], conclusion: Sentence) -> World | None:
    """A smallest world that refutes the argument, checked by evaluation; None where both routes find none."""
    against = (*premises, Not(conclusion))
    world = by_types.world(against)
    if by_solver.satisfiable(against) is not (world is not None):
        raise _DisagreeError
    if world is None:
        return None
    if not refutes(world, premises, conclusion):
        raise _DisagreeError
    return smaller(world, premises, conclusion)


def _steps(lines: Sequence[Line]) -> tuple[bool, ...]:
    found = []
    for number, line in enumerate(lines):
        if line.role is not Role.PREMISE:
            before = tuple(each.sentence for each in lines[:number])
            found.append(_counterexample(before, line.sentence) is None)
    return tuple(found)


def _needs(premises: tuple[Sentence, ...], conclusion: Sentence) -> tuple[int, ...]:
    """Premises that suffice, none of which can be left out."""
    kept = list(range(len(premises)))
    for number in reversed(range(len(premises))):
        fewer = [other for other in kept if other != number]
        if by_types.world([*(premises[other] for other in fewer), Not(conclusion)]) is None:
            kept = fewer
    return tuple(kept)


def _confirmed(premises: tuple[Sentence, ...], one: Sentence, conclusion: Sentence) -> bool:
    """Whether the solver says too that the premise makes the argument valid."""
    try:
        return not by_solver.satisfiable((*premises, one, Not(conclusion)))
    except TooLargeError:
        return False
