"""The second engine: bits for travellers, all crossings listed once, costs counted up one by one from nothing.

It shares with the first only the party itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from maths.puzzles.river.party import Apart, Outnumbered, Quarrel, Stranger

if TYPE_CHECKING:
    from maths.puzzles.river.party import Party, Rule

State: TypeAlias = tuple[int, int]  # bits of those across; 1 where the boat is across
Edges: TypeAlias = dict[State, list[tuple[State, int]]]


def edges(party: Party) -> Edges:
    """Every crossing between arrangements that keep the rules, reachable or not."""
    count = len(party.travellers)
    full = (1 << count) - 1
    safe = {across for across in range(full + 1) if _safe(party, across, full)}
    boats = [boat for boat in range(1, full + 1) if _rowed(party, boat)]
    found: Edges = {}
    for across in safe:
        for side in (0, 1):
            found[across, side] = []
            for boat in boats:
                if (boat & across) != (boat if side else 0) or across ^ boat not in safe:
                    continue
                minutes = max(party.travellers[one].minutes for one in range(count) if boat >> one & 1)
                found[across, side].append(((across ^ boat, 1 - side), minutes if party.timed else 1))
    return found


def cheapest(party: Party, at_most: int) -> tuple[int, int] | None:
    """The least cost, and how many plans have it; None where it is above `at_most`."""
    ahead = edges(party)
    end = ((1 << len(party.travellers)) - 1, 1)
    counts: list[dict[State, int]] = [{} for _ in range(at_most + 1)]
    counts[0][0, 0] = 1
    for cost in range(at_most + 1):
        if end in counts[cost]:
            return cost, counts[cost][end]
        for state, plans in counts[cost].items():
            for then, more in ahead[state]:
                if cost + more <= at_most:
                    counts[cost + more][then] = counts[cost + more].get(then, 0) + plans
    return None


def remaining(party: Party) -> dict[State, int]:
    """What each arrangement still costs to the end, relaxed until nothing becomes cheaper."""
    ahead = edges(party)
    costs = {((1 << len(party.travellers)) - 1, 1): 0}
    changed = True
    while changed:
        changed = False
        for state, moves in ahead.items():
            known = [costs[then] + more for then, more in moves if then in costs]
            if known and min(known) < costs.get(state, 1 << 30):
                costs[state] = min(known)
                changed = True
    return costs


def _rowed(party: Party, boat: int) -> bool:
    inside = [one for one in range(len(party.travellers)) if boat >> one & 1]
    if len(inside) > party.seats or all(not party.travellers[one].rows for one in inside):
        return False
    if party.limit and sum(party.travellers[one].weight for one in inside) > party.limit:
        return False
    return not any(isinstance(rule, Quarrel) and {rule.one, rule.other} <= set(inside) for rule in party.rules)


def _safe(party: Party, across: int, full: int) -> bool:
    return all(_keeps(rule, bank) for rule in party.rules for bank in (across, full ^ across))


def _keeps(rule: Rule, bank: int) -> bool:
    match rule:
        case Apart(one, other, guard):
            return not (bank >> one & 1 and bank >> other & 1) or bank >> guard & 1 == 1
        case Stranger(child, parent, others):
            return not bank >> child & 1 or bank >> parent & 1 == 1 or not any(bank >> one & 1 for one in others)
        case Outnumbered(few, many):
            guides = [one for one in few if bank >> one & 1]
            guests = [one for one in many if bank >> one & 1]
            return not guides or len(guests) <= len(guides)
        case Quarrel():
            return True
