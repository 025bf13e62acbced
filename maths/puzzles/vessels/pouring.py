"""Jugs without marks: what can be done with them, and the contents that can be reached in the fewest steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import TooLargeError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

Contents: TypeAlias = tuple[int, ...]
NAMES = "ABC"
MAX_STATES = 3_000


@dataclass(frozen=True, slots=True)
class Step:
    """`fill A`, `empty B`, `A->B`: what is poured from where to where; None is the tap, or the drain."""

    source: int | None
    target: int | None

    def __str__(self) -> str:
        if self.source is None:
            return f"fill {NAMES[self.target or 0]}"
        if self.target is None:
            return f"empty {NAMES[self.source]}"
        return f"{NAMES[self.source]}->{NAMES[self.target]}"


@dataclass(frozen=True, slots=True)
class Jugs:
    """`tap`: jugs can be filled and emptied; without it water is only poured from one into another."""

    sizes: tuple[int, ...]
    start: Contents
    tap: bool
    wanted: int

    def steps(self) -> Iterator[Step]:
        jugs = range(len(self.sizes))
        if self.tap:
            yield from (Step(None, jug) for jug in jugs)
            yield from (Step(jug, None) for jug in jugs)
        yield from (Step(one, other) for one in jugs for other in jugs if one != other)

    def after(self, contents: Contents, step: Step) -> Contents:
        now = list(contents)
        if step.target is None:
            now[step.source or 0] = 0
        elif step.source is None:
            now[step.target] = self.sizes[step.target]
        else:
            poured = min(now[step.source], self.sizes[step.target] - now[step.target])
            now[step.source] -= poured
            now[step.target] += poured
        return tuple(now)

    def reached(self, contents: Contents) -> bool:
        return self.wanted in contents


@dataclass(frozen=True, slots=True)
class Shortest:
    """The only shortest plan, the contents after each of its steps, and all contents by the steps they need."""

    plan: tuple[Step, ...]
    contents: tuple[Contents, ...]
    layers: tuple[tuple[Contents, ...], ...]


def shortest(jugs: Jugs) -> Shortest | None:
    """Breadth first; None where there is no plan, or more than one of the fewest steps."""
    layers: list[tuple[Contents, ...]] = [(jugs.start,)]
    came: dict[Contents, list[tuple[Contents, Step]]] = {jugs.start: []}
    while not any(jugs.reached(one) for one in layers[-1]):
        fresh: dict[Contents, list[tuple[Contents, Step]]] = {}
        for contents in layers[-1]:
            for step in jugs.steps():
                then = jugs.after(contents, step)
                if then not in came:
                    fresh.setdefault(then, []).append((contents, step))
        if not fresh:
            return None
        came.update(fresh)
        if len(came) > MAX_STATES:
            raise TooLargeError(Message("There is too much to try."))
        layers.append(tuple(sorted(fresh)))
    ends = [one for one in layers[-1] if jugs.reached(one)]
    if len(ends) != 1:
        return None
    plan: list[Step] = []
    path: list[Contents] = [ends[0]]
    while path[-1] != jugs.start:
        if len(came[path[-1]]) != 1:
            return None
        before, step = came[path[-1]][0]
        plan.append(step)
        path.append(before)
    return Shortest(tuple(reversed(plan)), tuple(reversed(path)), tuple(layers))
