"""The premise that an argument lacks: sentences of a few simple shapes, each tried."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.logic.argued import by_types
from maths.logic.argued.forms import plain
from maths.logic.argued.language import (
    All,
    And,
    Holds,
    If,
    Letter,
    Not,
    Or,
    Sentence,
    Some,
    below,
    symbols,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 3  # offered
MAX_TRIED = 160


def missing(premises: Sequence[Sentence], conclusion: Sentence) -> tuple[Sentence, ...]:
    """Premises any one of which would make the argument valid, the one that assumes least first.

    Each is consistent with the premises and does not say the conclusion by itself.
    """
    found: list[Sentence] = []
    for tried, candidate in enumerate(_candidates(premises, conclusion)):
        if tried >= MAX_TRIED:
            break
        try:
            if candidate not in found and _helps(candidate, premises, conclusion):
                found.append(candidate)
        except TooLargeError:
            continue
    weakest = [one for one in found if not any(other is not one and _stronger(one, other, found) for other in found)]
    return tuple(weakest[:MOST]) or _last_resort(premises, conclusion)


def _helps(candidate: Sentence, premises: Sequence[Sentence], conclusion: Sentence) -> bool:
    return (
        _impossible([*premises, candidate, Not(conclusion)])
        and not _impossible([*premises, candidate])
        and not _empties(candidate, premises, conclusion)
        and not _impossible([candidate, Not(conclusion)])
    )


def _empties(candidate: Sentence, premises: Sequence[Sentence], conclusion: Sentence) -> bool:
    """Whether it helps only by leaving nothing for the argument to speak of."""
    there = [Some("x", Holds(name, "x")) for name in symbols(*premises, conclusion).predicates]
    return not _impossible([*premises, *there]) and _impossible([*premises, *there, candidate])


def _stronger(one: Sentence, other: Sentence, found: Sequence[Sentence]) -> bool:
    """Whether the one says all that the other says, and more; of two that say the same the first is kept."""
    if not _impossible([one, Not(other)]):
        return False
    return not _impossible([other, Not(one)]) or found.index(other) < found.index(one)


def _impossible(sentences: Sequence[Sentence]) -> bool:
    return by_types.world(sentences) is None


def _last_resort(premises: Sequence[Sentence], conclusion: Sentence) -> tuple[Sentence, ...]:
    """If the premises are so, then the conclusion."""
    if not premises or any(_quantified(one) for one in (*premises, conclusion)):
        return ()
    given = premises[0] if len(premises) == 1 else And(tuple(premises))
    bridge = If(given, conclusion)
    try:
        return (bridge,) if _helps(bridge, premises, conclusion) else ()
    except TooLargeError:
        return ()


def _candidates(premises: Sequence[Sentence], conclusion: Sentence) -> Iterator[Sentence]:
    used = symbols(*premises, conclusion)
    yield from _about_predicates(used.predicates, [*premises, conclusion])
    atoms: list[Sentence] = [Letter(name) for name in used.propositions]
    atoms += [Holds(predicate, name) for name in used.individuals for predicate in used.predicates]
    if not used.predicates or not any(_quantified(one) for one in (*premises, conclusion)):
        yield from _about_facts(premises, conclusion, atoms)
    for atom in atoms:
        yield atom
        yield Not(atom)


def _about_facts(premises: Sequence[Sentence], conclusion: Sentence, atoms: Sequence[Sentence]) -> Iterator[Sentence]:
    """If a premise, or a part of one, then the conclusion or what leads to it."""
    goal = plain(conclusion)
    for given in dict.fromkeys(plain(premise) for premise in premises):
        if not isinstance(given, If | Or):
            yield If(given, goal)
    literals = [literal for atom in atoms for literal in (atom, Not(atom))]
    for one, other in permutations(literals, 2):
        if below(one) + below(other) and {one, other} & {plain(Not(one)), plain(Not(other))}:
            continue
        if not isinstance(one, Not) or isinstance(other, Not):
            yield If(one, other)
    for one, other in permutations(atoms, 2):
        yield Or((one, other))


def _about_predicates(predicates: Sequence[str], sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    if any(_quantified(one) for one in sentences):
        for name in predicates:
            yield Some("x", Holds(name, "x"))
    for subject, predicate in permutations(predicates, 2):
        has, also = Holds(subject, "x"), Holds(predicate, "x")
        yield Some("x", And((has, also)))
        yield Some("x", And((has, Not(also))))
    for subject, predicate in permutations(predicates, 2):
        has, also = Holds(subject, "x"), Holds(predicate, "x")
        yield All("x", If(has, also))
        if subject < predicate:
            yield All("x", If(has, Not(also)))


def _quantified(sentence: Sentence) -> bool:
    return isinstance(sentence, All | Some) or any(_quantified(part) for part in below(sentence))
