"""The same question for z3: who is where after each crossing of a river; heights of all places of a bridge."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Compare, Not, Plus, Times, Unknown, implies, is_
from maths.logic.whole import Whole
from maths.puzzles.river.party import END, Apart, Outnumbered, Place, Quarrel, Stranger, allowed, loads, start

if TYPE_CHECKING:
    from maths.logic.formula import Fact
    from maths.puzzles.river.party import Party, Rule


def possible(party: Party, total: int) -> bool:
    """Whether a plan costs at most so much. Raises TooLargeError."""
    if party.timed:
        return _within(party, total)
    crossings = total if total % 2 else total - 1
    return crossings > 0 and Whole([*_begun(party), *_crossings(party, crossings)], finite=True).possible()


def _at(one: int, time: int) -> Unknown:
    """0 on the near bank, 1 on the far bank."""
    return Unknown(f"{one} after {time}", (0, 1))


def _moves(one: int, time: int) -> Unknown:
    return Unknown(f"{one} crosses {time}", (0, 1))


def _begun(party: Party) -> list[Fact]:
    return [is_(_at(one, 0), 0) for one in range(len(party.travellers))]


def _across(party: Party, time: int) -> Fact:
    return All(tuple(is_(_at(one, time), 1) for one in range(len(party.travellers))))


def _crossings(party: Party, crossings: int) -> list[Fact]:
    """Every crossing is allowed, or everybody is across and nobody moves any more; in the end they are."""
    facts: list[Fact] = []
    everybody = range(len(party.travellers))
    for time in range(crossings):
        for one in everybody:
            moved = Not(Compare(_at(one, time), "=", _at(one, time + 1)))
            facts += [implies(is_(_moves(one, time), 1), moved), implies(moved, is_(_moves(one, time), 1))]
        still = All(tuple(is_(_moves(one, time), 0) for one in everybody))
        facts.append(Any((All((_across(party, time), still)), _crossing(party, time))))
        facts += [_kept(rule, time + 1, bank) for rule in party.rules for bank in (0, 1)]
    return [*facts, _across(party, crossings)]


def _crossing(party: Party, time: int) -> Fact:
    everybody = range(len(party.travellers))
    side = time % 2
    number = Plus(tuple(_moves(one, time) for one in everybody))
    facts: list[Fact] = [
        *(implies(is_(_moves(one, time), 1), is_(_at(one, time), side)) for one in everybody),
        Compare(number, "<=", party.seats),
        Any(tuple(is_(_moves(one, time), 1) for one in everybody if party.travellers[one].rows)),
    ]
    if party.limit:
        carried = tuple(Times((party.travellers[one].weight, _moves(one, time))) for one in everybody)
        facts.append(Compare(Plus(carried), "<=", party.limit))
    facts += [
        Not(All((is_(_moves(rule.one, time), 1), is_(_moves(rule.other, time), 1))))
        for rule in party.rules
        if isinstance(rule, Quarrel)
    ]
    return All(tuple(facts))


def _kept(rule: Rule, time: int, bank: int) -> Fact:
    def there(one: int) -> Fact:
        return is_(_at(one, time), bank)

    match rule:
        case Apart(one, other, guard):
            return Any((Not(there(one)), Not(there(other)), there(guard)))
        case Stranger(child, parent, others):
            return Any((Not(there(child)), there(parent), All(tuple(Not(there(one)) for one in others))))
        case Outnumbered(few, many):
            # on the near bank those are counted who have not crossed
            sign = 1 if bank else -1
            guards = Plus(tuple(Times((sign, _at(one, time))) for one in few))
            guests = Plus((*(Times((sign, _at(one, time))) for one in many), 0 if bank else len(many) - len(few)))
            return Any((Compare(guards, "=", 0 if bank else -len(few)), Compare(guards, ">=", guests)))
        case Quarrel():
            return All(())


# A bridge: crossings cost minutes, so that their number bounds little


def _within(party: Party, total: int) -> bool:
    """Heights of all places, none more above the next than a crossing costs: the start is as high as it is far.

    Where the start may stand higher than `total` above the end, no plan costs so little; where it may not, one does.
    """
    everybody = sorted(party.everybody)
    nears = [frozenset(some) for size in range(len(everybody) + 1) for some in combinations(everybody, size)]
    places = [Place(near, boat) for near in nears for boat in (True, False)]
    heights = {place: Unknown(f"{sorted(place.near)} {place.boat_near}", ()) for place in places}
    facts: list[Fact] = [is_(heights[END], 0), Compare(heights[start(party)], ">", total)]
    facts += [
        Compare(heights[place], "<=", Plus((heights[place.after(load)], party.cost(load))))
        for place in places
        for load in loads(party, place)
        if allowed(party, place, load)
    ]
    return not Whole(facts).possible()
