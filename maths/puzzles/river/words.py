"""What a party may do, in words, and why it does what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message, counted
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Link
from maths.puzzles.river.party import Apart, Outnumbered, Quarrel, Stranger, allowed, broken, loads, start, unfit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.puzzles.river.party import Group, Party, Place, Rule
    from maths.puzzles.river.search import Ways

MAX_NAMED = 4  # loads named in one sentence


def names(party: Party, group: Iterable[int]) -> Message:
    return listed(tuple(party.travellers[one].name for one in sorted(group)))


# The statement


def stated(party: Party) -> tuple[Message, ...]:
    everybody = names(party, party.everybody)
    if party.timed:
        return (
            Message(
                "{everybody} must cross a bridge at night. They have one torch; at most {seats} cross at a time, "
                "always with the torch and at the pace of the slowest.",
                everybody=everybody,
                seats=party.seats,
            ),
            *(
                counted("{name} needs {count} minute.", "{name} needs {count} minutes.", one.minutes, name=one.name)
                for one in party.travellers
            ),
            *(_rule(party, rule) for rule in party.rules),
            Message("What is the least number of minutes until all are across, and who crosses in which order?"),
            _HOW,
        )
    return (
        Message(
            "{everybody} must cross a river, from the left bank to the right. The boat carries at most {seats} of them "
            "at a time and never crosses empty.",
            everybody=everybody,
            seats=party.seats,
        ),
        _rowing(party),
        *_weighed(party),
        *_roles(party),
        *(_rule(party, rule) for rule in party.rules if not isinstance(rule, Outnumbered | Stranger)),
        *((Message("This holds on both banks after every crossing."),) if party.rules else ()),
        Message("What is the least number of crossings (each way counts), and who crosses in which order?"),
        _HOW,
    )


_HOW = Message("Write the plan with one crossing a line: the names and -> for going over, <- for coming back.")


def _rowing(party: Party) -> Message:
    rowers = [one for one, traveller in enumerate(party.travellers) if traveller.rows]
    if len(rowers) == len(party.travellers):
        return Message("All of them can row.")
    if len(rowers) == 1:
        return Message("Only {rower} can row and so is in the boat every time.", rower=names(party, rowers))
    return Message("Only {rowers} can row; one of them is in the boat every time.", rowers=names(party, rowers))


def _weighed(party: Party) -> list[Message]:
    if not party.limit:
        return []
    said = [Message("The boat carries at most {limit} kg.", limit=party.limit)]
    said += [Message("{name} weighs {weight} kg.", name=one.name, weight=one.weight) for one in party.travellers]
    return said


def _roles(party: Party) -> list[Message]:
    said = []
    strangers = [rule for rule in party.rules if isinstance(rule, Stranger)]
    said += [
        Message("{child} is the child of {parent}.", child=_name(party, rule.child), parent=_name(party, rule.parent))
        for rule in strangers
    ]
    if strangers:
        said.append(
            Message("A child may be on a bank with the parent of another child only if its own parent is there too.")
        )
    for rule in party.rules:
        if isinstance(rule, Outnumbered):
            said.append(
                Message(
                    "{few} are guides, {many} are guests. On a bank with guides there may not be more guests than "
                    "guides.",
                    few=names(party, rule.few),
                    many=names(party, rule.many),
                )
            )
    return said


def _name(party: Party, one: int) -> Message:
    return party.travellers[one].name


def _rule(party: Party, rule: Rule) -> Message:
    match rule:
        case Apart(one, other, guard):
            return Message(
                "Without {guard}, {one} and {other} may not be on the same bank.",
                guard=_name(party, guard),
                one=_name(party, one),
                other=_name(party, other),
            )
        case Quarrel(one, other):
            return Message("{one} and {other} do not cross together.", one=_name(party, one), other=_name(party, other))
        case _:
            raise TypeError(type(rule))


def breach(party: Party, rule: Rule, bank: Group) -> Message:
    """What is wrong on a bank, as a clause."""
    match rule:
        case Apart(one, other, guard):
            return Message(
                "{one} and {other} are together without {guard}",
                one=_name(party, one),
                other=_name(party, other),
                guard=_name(party, guard),
            )
        case Outnumbered(few, many):
            return Message(
                "{many} outnumber {few}", few=names(party, bank & set(few)), many=names(party, bank & set(many))
            )
        case Stranger(child, parent, others):
            return Message(
                "{child} is with {other} but without {parent}",
                child=_name(party, child),
                other=names(party, [min(bank & set(others))]),
                parent=_name(party, parent),
            )
        case Quarrel(one, other):
            return Message("{one} and {other} do not cross together", one=_name(party, one), other=_name(party, other))


# The chain


def links(party: Party, found: Ways) -> tuple[Link, ...]:
    """Why nothing is cheaper, and at every crossing what each other load would lead to."""
    said = []
    place, spent = start(party), 0
    for number, load in enumerate(found.plan, 1):
        said.append(Link(_crossing(party, place, load, number), _others(party, found, place, load, spent)))
        spent += party.cost(load)
        place = place.after(load)
    said.append(_bound(party, found))
    total = found.least
    if party.timed:
        said.append(Link(counted("Altogether: {count} minute.", "Altogether: {count} minutes.", total)))
    else:
        said.append(Link(counted("Altogether: {count} crossing.", "Altogether: {count} crossings.", total)))
    return tuple(said)


def _bound(party: Party, found: Ways) -> Link:
    """How far one gets within less: that is all there is."""
    if party.timed:
        return Link(
            Message(
                "All ways of crossing within {minutes} minutes have been tried: none brings everybody across.",
                minutes=found.least - 1,
            )
        )
    fresh, seen = {start(party)}, {start(party)}
    counts = []
    for number in range(1, found.least + 1):
        fresh = {then for place in fresh for _, then, _ in found.moves[place]} - seen
        seen |= fresh
        counts.append(
            counted(
                "After {number}: {count} new arrangement.",
                "After {number}: {count} new arrangements.",
                len(fresh),
                number=number,
            )
        )
    says = Message(
        "Everybody is across after {least} crossings at the earliest: all arrangements that fewer can bring have been "
        "looked at.",
        least=found.least,
    )
    return Link(says, tuple(counts))


def _crossing(party: Party, place: Place, load: Group, number: int) -> Message:
    if place.boat_near:
        return Message("Crossing {number}: {names} over.", number=number, names=names(party, load))
    return Message("Crossing {number}: {names} back.", number=number, names=names(party, load))


def _others(party: Party, found: Ways, place: Place, load: Group, spent: int) -> tuple[Message, ...]:
    """Loads that break a rule, and allowed ones with what they would lead to, the best first."""
    said = list(_forbidden(party, place))
    by_total: dict[int, list[Group]] = {}
    for one, then, cost in found.moves[place]:
        if one != load:
            by_total.setdefault(spent + cost + found.rest[then], []).append(one)
    for total, some in sorted(by_total.items())[:3]:
        shown = _some(party, some)
        more = total - found.least
        if not more:
            said.append(Message("As good: {loads}.", loads=shown))
        elif party.timed:
            said.append(
                counted(
                    "At least {count} minute more with: {loads}.",
                    "At least {count} minutes more with: {loads}.",
                    more,
                    loads=shown,
                )
            )
        else:
            said.append(Message("At least {more} crossings more with: {loads}.", more=more, loads=shown))
    if len(by_total) > 3:  # noqa: PLR2004 - the three best are named
        said.append(Message("All others need even more."))
    return tuple(said)


def _forbidden(party: Party, place: Place) -> list[Message]:
    """The first loads that a rule about banks forbids, and how many more there are."""
    wrong = []
    for load in loads(party, place):
        if not unfit(party, load) and not allowed(party, place, load):
            problem = broken(party, place.after(load))
            if problem is not None:
                wrong.append((load, breach(party, *problem)))
    said = [
        Message("Not {load}: then {breach}.", load=names(party, load), breach=what) for load, what in wrong[:MAX_NAMED]
    ]
    if len(wrong) > MAX_NAMED:
        more = len(wrong) - MAX_NAMED
        said.append(counted("A rule forbids {count} other load too.", "Rules forbid {count} other loads too.", more))
    return said


def _some(party: Party, some: list[Group]) -> Message:
    shown = names(party, some[0])
    for one in some[1:MAX_NAMED]:
        shown = Message("{some}; {load}", some=shown, load=names(party, one))
    if len(some) > MAX_NAMED:
        return Message("{some}; and {count} more", some=shown, count=len(some) - MAX_NAMED)
    return shown
