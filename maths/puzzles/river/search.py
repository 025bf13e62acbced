"""The cheapest ways across: what every place still needs to the end, found backwards from it."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import TooLargeError
from maths.message import Message
from maths.puzzles.river.party import END, Place, allowed, loads, start

if TYPE_CHECKING:
    from maths.puzzles.river.party import Group, Party

    Moves: TypeAlias = dict[Place, list[tuple[Group, Place, int]]]

MAX_PLACES = 600


@dataclass(frozen=True, slots=True)
class Ways:
    """`moves` from every place that can be reached, `rest` what each place needs to the end where it can be reached.

    `plan` is one of the `plans` cheapest plans, the first in the order of loads.
    """

    moves: Moves
    rest: dict[Place, int]
    plan: tuple[Group, ...]
    plans: int

    @property
    def least(self) -> int:
        return self.rest[next(iter(self.moves))]


def ways(party: Party) -> Ways | None:
    """None where they cannot cross."""
    moves = _moves(party)
    rest = _rest(moves)
    begin = start(party)
    if begin not in rest:
        return None
    plan, place = [], begin
    while place != END:
        load, place = next((one, then) for one, then, cost in moves[place] if rest.get(then, -1) + cost == rest[place])
        plan.append(load)
    return Ways(moves, rest, tuple(plan), _count(begin, moves, rest))


def _moves(party: Party) -> Moves:
    begin = start(party)
    moves: Moves = {}
    waiting = [begin]
    while waiting:
        place = waiting.pop()
        if place in moves:
            continue
        if len(moves) > MAX_PLACES:
            raise TooLargeError(Message("There is too much to try."))
        moves[place] = [
            (load, place.after(load), party.cost(load)) for load in loads(party, place) if allowed(party, place, load)
        ]
        waiting += [then for _, then, _ in moves[place]]
    return moves


def _rest(moves: Moves) -> dict[Place, int]:
    """Dijkstra from the end; a move can be made backwards whenever it can be made."""
    into: dict[Place, list[tuple[Place, int]]] = {}
    for place, ahead in moves.items():
        for _, then, cost in ahead:
            into.setdefault(then, []).append((place, cost))
    rest: dict[Place, int] = {}
    order = 0
    waiting: list[tuple[int, int, Place]] = [(0, order, END)]
    while waiting:
        cost, _, place = heapq.heappop(waiting)
        if place in rest:
            continue
        rest[place] = cost
        for before, more in into.get(place, ()):
            order += 1
            heapq.heappush(waiting, (cost + more, order, before))
    return rest


def _count(begin: Place, moves: Moves, rest: dict[Place, int]) -> int:
    """How many plans are the cheapest."""
    counts = {END: 1}
    for place in sorted(rest, key=lambda one: rest[one]):
        if place != END:
            ahead = [then for _, then, cost in moves[place] if rest.get(then, -1) + cost == rest[place]]
            counts[place] = sum(counts[then] for then in ahead)
    return counts[begin]


def effort(party: Party, found: Ways) -> int:
    """How hard it is to find: moves over, moves against what one would do first, and such that lead astray."""
    place, odd, astray = start(party), 0, 0
    before: Group | None = None
    for load in found.plan:
        ahead = found.moves[place]
        most = max(len(one) for one, _, _ in ahead)
        natural = [(one, then, cost) for one, then, cost in ahead if _natural(party, place, one, most)]
        good = [one for one, then, cost in natural if found.rest.get(then, -1) + cost == found.rest[place]]
        odd += not good
        astray += sum(one not in good and one != before for one, _, _ in natural)
        before, place = load, place.after(load)
    return (len(found.plan) + 1) // 2 + 4 * odd + astray


def _natural(party: Party, place: Place, load: Group, most: int) -> bool:
    """As many as can over, the fastest among them; one alone back, the fastest."""
    fastest = min(party.travellers[one].minutes for one in place.here(party))
    if place.boat_near:
        return len(load) == most and min(party.travellers[one].minutes for one in load) == fastest
    return len(load) == 1 and (not party.timed or party.cost(load) == fastest)
