"""Streets by chance: who lives where, true clues of many forms, none of them idle."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from maths.puzzles.people import some_people
from maths.puzzles.zebra_search import arrangements
from maths.puzzles.zebra_street import Clue, Form, Street, says
from maths.puzzles.zebra_things import NAMES, OTHERS, Thing
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_MOST = 200  # clues drawn before a street is given up


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
    shelves = {form: draw.shuffled(list(_true(street, form))) for form in weights}
    forms = [form for form, weight in weights.items() for _ in range(weight)]
    clues: list[Clue] = []
    others: list[tuple[int, ...]] = []
    for _ in range(_MOST):
        form = draw.one_of(forms)
        if not shelves[form]:
            continue
        clue = shelves[form].pop()
        if others and _true_in(clue, others[-1], size):
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


def _true(street: Street, form: Form) -> Iterator[Clue]:
    """All clues of a form that are true, each in one wording."""
    size, at = street.size, street.at
    for items in _items(street, form):
        for number in _numbers(size, form):
            clue = Clue(form, items, number)
            if _true_in(clue, at, size):
                yield clue


def _numbers(size: int, form: Form) -> range:
    if form in {Form.AT, Form.NOT_AT}:
        return range(1, size + 1)
    return range(1, size - 1) if form is Form.GAP else range(1)


def _items(street: Street, form: Form) -> Iterator[tuple[int, ...]]:
    every = range(len(street.things))
    match form:
        case Form.AT | Form.NOT_AT | Form.END:
            yield from ((item,) for item in every)
        case Form.SAME | Form.NOT_SAME:
            yield from ((a, b) for a, b in combinations(every, 2) if a // street.size != b // street.size)
        case Form.NEXT | Form.NOT_NEXT | Form.GAP:
            yield from combinations(every, 2)
        case Form.LEFT | Form.BEFORE:
            yield from ((a, b) for a in every for b in every if a != b)
        case Form.EITHER:
            pairs = [(b, c) for b, c in combinations(every, 2) if b // street.size == c // street.size]
            yield from ((a, b, c) for a in every for b, c in pairs if a // street.size < b // street.size)
        case Form.BETWEEN:
            yield from ((a, b, c) for a in every for b, c in combinations(every, 2) if a not in {b, c})
