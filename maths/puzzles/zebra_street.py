"""Houses in a row and what is said of them: the data of a zebra puzzle, what a clue means, and the same as facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Compare, Different, Distance, Not, Plus, Unknown, is_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.formula import Fact
    from maths.puzzles.zebra_things import Attribute, Thing


class Form(StrEnum):
    """What clues say."""

    SAME = "same"
    NOT_SAME = "not same"
    EITHER = "either"
    AT = "at"
    NOT_AT = "not at"
    END = "end"
    NEXT = "next"
    NOT_NEXT = "not next"
    LEFT = "left"
    BEFORE = "before"
    BETWEEN = "between"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Clue:
    """`items` are one to three things, by their number in the street; `number` is a house or a number of houses."""

    form: Form
    items: tuple[int, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Street:
    """`size` houses, numbered from 1; thing number i is of the attribute i // size. `at` is the house of each thing."""

    size: int
    attributes: tuple[Attribute, ...]
    things: tuple[Thing, ...]
    clues: tuple[Clue, ...]
    at: tuple[int, ...]

    def attribute(self, item: int) -> Attribute:
        return self.attributes[item // self.size]

    def together(self, attribute: int) -> range:
        """The things of one attribute."""
        return range(attribute * self.size, (attribute + 1) * self.size)


def says(clue: Clue, at: Sequence[int], size: int) -> bool:  # noqa: C901, PLR0911 - one line a form
    """Whether it is true with its things in these houses."""
    first, second, third = (*at, 0, 0)[:3]
    match clue.form:
        case Form.SAME:
            return first == second
        case Form.NOT_SAME:
            return first != second
        case Form.EITHER:
            return first in {second, third}
        case Form.AT:
            return first == clue.number
        case Form.NOT_AT:
            return first != clue.number
        case Form.END:
            return first in {1, size}
        case Form.NEXT:
            return abs(first - second) == 1
        case Form.NOT_NEXT:
            return abs(first - second) != 1
        case Form.LEFT:
            return first + 1 == second
        case Form.BEFORE:
            return first < second
        case Form.BETWEEN:
            return min(second, third) < first < max(second, third)
        case Form.GAP:
            return abs(first - second) == clue.number + 1


@lru_cache(maxsize=2_000)
def ways(clue: Clue, size: int) -> tuple[tuple[int, ...], ...]:
    """The houses its things can be in; two of one attribute are never in the same."""
    kinds = [item // size for item in clue.items]
    return tuple(
        at
        for at in product(range(1, size + 1), repeat=len(kinds))
        if says(clue, at, size) and len({(kind, house) for kind, house in zip(kinds, at, strict=True)}) == len(kinds)
    )


# The same for a solver


def unknowns(street: Street) -> tuple[Unknown, ...]:
    houses = tuple(range(1, street.size + 1))
    return tuple(Unknown(thing.key, houses) for thing in street.things)


def facts(street: Street) -> dict[str, Fact]:
    """The clues by their number from 1, and by its key that nobody shares a thing of an attribute."""
    houses = unknowns(street)
    found: dict[str, Fact] = {str(n): _fact(clue, houses, street.size) for n, clue in enumerate(street.clues, 1)}
    for number, attribute in enumerate(street.attributes):
        found[attribute.key] = Different(tuple(houses[item] for item in street.together(number)))
    return found


def _fact(clue: Clue, houses: Sequence[Unknown], size: int) -> Fact:  # noqa: C901, PLR0911 - one line a form
    of = [houses[item] for item in clue.items]
    match clue.form:
        case Form.SAME:
            return Compare(of[0], "=", of[1])
        case Form.NOT_SAME:
            return Compare(of[0], "!=", of[1])
        case Form.EITHER:
            return Any((Compare(of[0], "=", of[1]), Compare(of[0], "=", of[2])))
        case Form.AT:
            return is_(of[0], clue.number)
        case Form.NOT_AT:
            return Not(is_(of[0], clue.number))
        case Form.END:
            return Any((is_(of[0], 1), is_(of[0], size)))
        case Form.NEXT:
            return Compare(Distance(of[0], of[1]), "=", 1)
        case Form.NOT_NEXT:
            return Compare(Distance(of[0], of[1]), "!=", 1)
        case Form.LEFT:
            return Compare(Plus((of[0], 1)), "=", of[1])
        case Form.BEFORE:
            return Compare(of[0], "<", of[1])
        case Form.BETWEEN:
            inside = All((Compare(of[1], "<", of[0]), Compare(of[0], "<", of[2])))
            return Any((inside, All((Compare(of[2], "<", of[0]), Compare(of[0], "<", of[1])))))
        case Form.GAP:
            return Compare(Distance(of[0], of[1]), "=", clue.number + 1)
