"""Small worlds, and what is true in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maths.logic.argued.language import All, And, Holds, If, Iff, Letter, Not, Or, Sentence, Some


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """One of a world; `name` is "" for one that the argument does not name."""

    name: str
    has: frozenset[str]


@dataclass(frozen=True, slots=True)
class World:
    """Which propositions are true, and who there is. `predicates` and `propositions` are all that are spoken of."""

    true: frozenset[str]
    inhabitants: tuple[Inhabitant, ...]
    propositions: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()


def holds(sentence: Sentence, world: World) -> bool:
    """Whether the sentence is true in the world. Raises KeyError for a name nobody there has."""
    return _holds(sentence, world, {each.name: each for each in world.inhabitants if each.name})


def _holds(sentence: Sentence, world: World, who: dict[str, Inhabitant]) -> bool:  # noqa: PLR0911 - one line a kind
    match sentence:
        case Letter(name):
            return name in world.true
        case Holds(predicate, of):
            return predicate in who[of].has
        case Not(body):
            return not _holds(body, world, who)
        case And(parts):
            return all(_holds(part, world, who) for part in parts)
        case Or(parts):
            return any(_holds(part, world, who) for part in parts)
        case If(condition, then):
            return not _holds(condition, world, who) or _holds(then, world, who)
        case Iff(left, right):
            return _holds(left, world, who) == _holds(right, world, who)
        case All(variable, body):
            return all(_holds(body, world, {**who, variable: each}) for each in world.inhabitants)
        case Some(variable, body):
            return any(_holds(body, world, {**who, variable: each}) for each in world.inhabitants)


def refutes(world: World, premises: tuple[Sentence, ...], conclusion: Sentence) -> bool:
    """Whether all premises are true there and the conclusion is false."""
    return all(holds(premise, world) for premise in premises) and not holds(conclusion, world)


def smaller(world: World, premises: tuple[Sentence, ...], conclusion: Sentence) -> World:
    """A world that still refutes the argument, and no longer does with one inhabitant, truth or property less."""
    while True:
        fewer = next((less for less in _less(world) if refutes(less, premises, conclusion)), None)
        if fewer is None:
            return world
        world = fewer


def _less(world: World) -> list[World]:
    found = []
    for place, each in enumerate(world.inhabitants):
        rest = (*world.inhabitants[:place], *world.inhabitants[place + 1 :])
        if not each.name and rest:
            found.append(replace(world, inhabitants=rest))
    found += [replace(world, true=world.true - {name}) for name in sorted(world.true)]
    for place, each in enumerate(world.inhabitants):
        for has in sorted(each.has):
            one = replace(each, has=each.has - {has})
            found.append(replace(world, inhabitants=(*world.inhabitants[:place], one, *world.inhabitants[place + 1 :])))
    return found
