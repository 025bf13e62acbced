"""What a plot shows, in sentences: for who cannot see it, and for who wants to read it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.graphing.graph import Kind
from maths.graphing.marks import decimal, level, number, pair, upright
from maths.graphing.things import Explicit, Given, Inequality
from maths.message import Formula, Message, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maths.graphing.features import Features, Found
    from maths.graphing.graph import Curve, Region, Window
    from maths.graphing.things import Thing

_ABOUT = r"\approx"
_MOST = 12  # places in one sentence


def notes(
    things: Sequence[Thing], shown: Mapping[int, Features], window: Window, curves: Sequence[Curve],
    regions: Sequence[Region],
) -> tuple[Message, ...]:  # fmt: skip
    found = [
        Message("A graph of {things}.", things=_listed(thing.name for thing in things)),
        Message(
            "It shows x from {left} to {right} and y from {bottom} to {top}.",
            left=decimal(window.left),
            right=decimal(window.right),
            bottom=decimal(window.bottom),
            top=decimal(window.top),
        ),
    ]
    for place, thing in enumerate(things):
        found.extend(_absent(place, thing, curves, regions))
        if any(curve.lost for curve in curves if curve.thing == place):
            found.append(Message("{curve} changes too quickly here to be drawn faithfully; zoom in.", curve=thing.name))
        if place in shown:
            found.extend(_of_curve(thing, shown[place], things, window))
    return tuple(found)


def _absent(place: int, thing: Thing, curves: Sequence[Curve], regions: Sequence[Region]) -> Iterator[Message]:
    if isinstance(thing, Inequality):
        areas = next((region.areas for region in regions if region.thing == place), ())
        if areas:
            yield Message("The region {name} is shaded.", name=thing.name)
        else:
            yield Message("No point of {name} was found in this window.", name=thing.name)
    elif not isinstance(thing, Given) and not any(curve.paths for curve in curves if curve.thing == place):
        yield Message("No point of {name} was found in this window.", name=thing.name)


def _of_curve(thing: Thing, features: Features, things: Sequence[Thing], window: Window) -> Iterator[Message]:
    name = thing.name
    kinds = {kind: [f for f in features.of(kind) if window.holds(f.x.value, f.y.value)] for kind in Kind}
    if kinds[Kind.ZERO]:
        places = _listed(_assigned("x", found) for found in kinds[Kind.ZERO][:_MOST])
        if isinstance(thing, Explicit):
            yield Message("{curve} is zero for {places}.", curve=name, places=places)
        else:
            yield Message("{curve} meets the x-axis at {places}.", curve=name, places=_places(kinds[Kind.ZERO]))
    if kinds[Kind.START]:
        yield Message("{curve} meets the y-axis at {places}.", curve=name, places=_places(kinds[Kind.START]))
    if kinds[Kind.MINIMUM]:
        yield counted("{curve} has a local minimum at {places}.", "{curve} has local minima at {places}.",
                      len(kinds[Kind.MINIMUM]), curve=name, places=_places(kinds[Kind.MINIMUM]))  # fmt: skip
    if kinds[Kind.MAXIMUM]:
        yield counted("{curve} has a local maximum at {places}.", "{curve} has local maxima at {places}.",
                      len(kinds[Kind.MAXIMUM]), curve=name, places=_places(kinds[Kind.MAXIMUM]))  # fmt: skip
    if kinds[Kind.HOLE]:
        yield counted("{curve} has a hole at {places}.", "{curve} has holes at {places}.", len(kinds[Kind.HOLE]),
                      curve=name, places=_places(kinds[Kind.HOLE]))  # fmt: skip
    yield from _lines(thing, features, window)
    for other in dict.fromkeys(found.other for found in kinds[Kind.CROSSING]):
        if other is not None:
            met = [found for found in kinds[Kind.CROSSING] if found.other == other]
            yield Message("{first} and {second} meet at {places}.", first=name, second=things[other].name,
                          places=_places(met))  # fmt: skip
    if features.crowded:
        yield Message("{curve} has too many special points here to mark them all; zoom in.", curve=name)


def _lines(thing: Thing, features: Features, window: Window) -> Iterator[Message]:
    lines = [
        upright(pole.spot) for pole in features.poles if pole.runs and window.left < pole.spot.value < window.right
    ]
    lines += [level(near) for near in features.slanted]
    if lines:
        yield counted("{curve} has the asymptote {lines}.", "{curve} has the asymptotes {lines}.", len(lines),
                      curve=thing.name, lines=_listed(lines))  # fmt: skip


def _places(found: Sequence[Found]) -> Formula:
    return _listed(pair(one.x, one.y)[0] for one in found[:_MOST])


def _assigned(letter: str, found: Found) -> Formula:
    shown, exact = number(found.x)
    return Formula(
        f"{letter} {'=' if exact else '~'} {shown.typed}", f"{letter} {'=' if exact else _ABOUT} {shown.latex}"
    )


def _listed(formulas: Iterable[Formula]) -> Formula:
    parts = tuple(formulas)
    return Formula(", ".join(p.typed for p in parts), ",\\ ".join(p.latex for p in parts))
