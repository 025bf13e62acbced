"""Streets by chance: who lives where, true clues of many forms, none of them idle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maths.puzzles.people import some_people
from maths.puzzles.zebra_search import arrangements
from maths.puzzles.zebra_street import Clue, Form, Street, says
from maths.puzzles.zebra_things import NAMES, OTHERS, Thing
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.generating.draw import Draw

SIZES = {
    Level.BEGINNER: ((3, 3), (3, 4), (4, 3)),
    Level.INTERMEDIATE: ((4, 3), (4, 4), (4, 4), (5, 3)),
    Level.ADVANCED: ((4, 4), (4, 5), (5, 4), (5, 5)),
}
_COMMON = {
    Form.SAME: 5,
    Form.NEXT: 3,
    Form.LEFT: 3,
    Form.BEFORE: 2,
    Form.BETWEEN: 2,
    Form.EITHER: 2,
    Form.NOT_SAME: 2,
    Form.NOT_NEXT: 1,
    Form.GAP: 2,
    Form.END: 1,
    Form.NOT_AT: 1,
}
FORMS = {
    Level.BEGINNER: {**_COMMON, Form.AT: 3},
    Level.INTERMEDIATE: {**_COMMON, Form.AT: 1},
    Level.ADVANCED: {**_COMMON, Form.AT: 1},
}
_MOST = 300  # clues drawn before a street is given up
_PATIENCE = 40  # draws of one true clue


def street(draw: Draw, level: Level) -> Street | None:
    """A street that its clues alone decide; None where too few were drawn."""
    size, kinds = draw.one_of(SIZES[level])
    empty = _empty(draw, size, kinds)
    enough = _enough(draw, empty, FORMS[level])
    return replace(empty, clues=tuple(draw.shuffled(_without_idle(draw, empty, *enough)))) if enough else None


def _empty(draw: Draw, size: int, kinds: int) -> Street:
    others = draw.some_of(OTHERS, kinds - 1)
    names = [Thing(person.key, person.hangul, person.name) for person in some_people(draw, size)]
    things = [*names, *(thing for attribute in others for thing in draw.some_of(attribute.things, size))]
    houses = [house for _ in range(kinds) for house in draw.shuffled(range(1, size + 1))]
    return Street(size, (NAMES, *others), tuple(things), (), tuple(houses))


def _enough(draw: Draw, street: Street, weights: dict[Form, int]) -> tuple[list[Clue], list[tuple[int, ...]]] | None:
    """True clues, a form after the other by chance, until they allow no other street; and the streets they exclude."""
    kinds, size = len(street.attributes), street.size
    forms = [form for form, weight in weights.items() for _ in range(weight)]
    clues: list[Clue] = []
    others: list[tuple[int, ...]] = []
    for _ in range(_MOST):
        clue = _true(draw, street, draw.one_of(forms))
        if clue is None or clue in clues or (others and _true_in(clue, others[-1], size)):
            continue
        clues.append(clue)
        if len(clues) < kinds:
            continue
        found = arrangements(size, kinds, clues)
        if len(found) == 1:
            return clues, others
        others += [one for one in found if one != street.at]
    return None


def _without_idle(draw: Draw, street: Street, clues: list[Clue], others: list[tuple[int, ...]]) -> list[Clue]:
    kept = draw.shuffled(clues)
    for clue in draw.shuffled(clues):
        fewer = [one for one in kept if one != clue]
        if any(all(_true_in(one, other, street.size) for one in fewer) for other in others):
            continue
        found = arrangements(street.size, len(street.attributes), fewer)
        if len(found) == 1:
            kept = fewer
        others += [one for one in found if one != street.at]
    return kept


def _true_in(clue: Clue, street: tuple[int, ...], size: int) -> bool:
    return says(clue, [street[item] for item in clue.items], size)


def _true(draw: Draw, street: Street, form: Form) -> Clue | None:
    """A clue of the form that is true, where some draws find one."""
    for _ in range(_PATIENCE):
        items = _items(draw, street, form)
        clue = Clue(form, items, _number(draw, street.size, form)) if items else None
        if clue is not None and _true_in(clue, street.at, street.size) and not _misleading(clue, street.at):
            return clue
    return None


def _misleading(clue: Clue, at: tuple[int, ...]) -> bool:
    """Who is not next door to somebody is understood to be somebody else."""
    return clue.form is Form.NOT_NEXT and at[clue.items[0]] == at[clue.items[1]]


def _number(draw: Draw, size: int, form: Form) -> int:
    match form:
        case Form.AT | Form.NOT_AT:
            return draw.whole(1, size)
        case Form.GAP:
            return draw.whole(1, size - 2)
        case _:
            return 0


def _items(draw: Draw, street: Street, form: Form) -> tuple[int, ...]:
    """Things a clue may be about, those it does not tell apart in ascending order; none where they do not fit."""
    one, other, third = draw.some_of(range(len(street.things)), 3)
    size = street.size
    match form:
        case Form.AT | Form.NOT_AT | Form.END:
            return (one,)
        case Form.SAME | Form.NOT_SAME:
            return (min(one, other), max(one, other)) if one // size != other // size else ()
        case Form.NEXT | Form.NOT_NEXT | Form.GAP:
            return (min(one, other), max(one, other))
        case Form.LEFT | Form.BEFORE:
            return (one, other)
        case Form.EITHER:
            partner = draw.one_of([item for item in street.together(other // size) if item != other])
            return (one, min(other, partner), max(other, partner)) if one // size < other // size else ()
        case Form.BETWEEN:
            return (one, min(other, third), max(other, third))
