"""A street in words: what is known of it, its clues, and the chain of deductions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.deduce import By
from maths.message import Message, counted
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Link
from maths.puzzles.zebra_street import Form
from maths.puzzles.zebra_things import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.zebra_reason import Move
    from maths.puzzles.zebra_street import Clue, Street

MOST_LINKS = 22


def rules(street: Street) -> tuple[Message, ...]:
    told = (
        Message(
            "{size} houses stand in a row, numbered 1 to {size} from left to right. One person lives in each. Of each "
            "list everybody has one thing, and no two have the same.",
            size=street.size,
        ),
    )
    return (*told, *(_list(street, number) for number in range(len(street.attributes))))


def _list(street: Street, attribute: int) -> Message:
    names = [street.things[item].name for item in street.together(attribute)]
    names.sort(key=str)
    things = names[0]
    for name in names[1:]:
        things = Message("{first}, {next}", first=things, next=name)
    return Message("{label}: {things}.", label=street.attributes[attribute].label, things=things)


def clues(street: Street) -> tuple[Message, ...]:
    return tuple(
        Message("{number}. {clue}", number=number, clue=_clue(street, clue))
        for number, clue in enumerate(street.clues, 1)
    )


def first(street: Street, item: int) -> Message:
    """Whoever has the thing, at the beginning of a sentence."""
    return filled(street.attribute(item).first, item=street.things[item].name)


def later(street: Street, item: int) -> Message:
    """The same within one."""
    return filled(street.attribute(item).later, item=street.things[item].name)


def _clue(street: Street, clue: Clue) -> Message:  # noqa: C901, PLR0911 - one line a form
    who = first(street, clue.items[0])
    others = [later(street, item) for item in clue.items[1:]]
    attribute = street.attribute(clue.items[-1])
    things = [street.things[item].name for item in clue.items[1:]]
    match clue.form:
        case Form.SAME:
            return filled(attribute.has, who=who, item=things[0])
        case Form.NOT_SAME:
            return filled(attribute.lacks, who=who, item=things[0])
        case Form.EITHER:
            return filled(attribute.either, who=who, one=things[0], other=things[1])
        case Form.AT:
            return Message("{who} lives in house {number}.", who=who, number=clue.number)
        case Form.NOT_AT:
            return Message("{who} does not live in house {number}.", who=who, number=clue.number)
        case Form.END:
            return Message("{who} lives in one of the two houses at the ends.", who=who)
        case Form.NEXT:
            return Message("{who} lives next door to {other}.", who=who, other=others[0])
        case Form.NOT_NEXT:
            return Message("{who} does not live next door to {other}.", who=who, other=others[0])
        case Form.LEFT:
            return Message("{who} lives immediately to the left of {other}.", who=who, other=others[0])
        case Form.BEFORE:
            return Message("{who} lives somewhere to the left of {other}.", who=who, other=others[0])
        case Form.BETWEEN:
            return Message("{who} lives somewhere between {one} and {other}.", who=who, one=others[0], other=others[1])
        case Form.GAP:
            return counted(
                "{who} and {other} have exactly {count} house between them.",
                "{who} and {other} have exactly {count} houses between them.",
                clue.number,
                who=who,
                other=others[0],
            )


def links(street: Street, moves: Sequence[Move]) -> tuple[Link, ...]:
    """A link a move; where there are many, several easy ones after each other in one."""
    single = _Sentences(street).chain(moves)
    easy = sum(1 for link in single if not link.inside)
    size = -(-easy // max(1, MOST_LINKS - (len(single) - easy)))
    found: list[Link] = []
    run = 0
    for link in single:
        if found and run and run < size and not link.inside:
            found[-1] = Link(Message("{first} {next}", first=found[-1].says, next=link.says))
            run += 1
        else:
            found.append(link)
            run = 0 if link.inside else 1
    return tuple(found)


class _Sentences:
    """Says moves one after the other and keeps in mind which houses are left."""

    def __init__(self, street: Street, left: dict[int, set[int]] | None = None) -> None:
        self._street = street
        houses = range(1, street.size + 1)
        self._left = left if left is not None else {item: set(houses) for item in range(len(street.things))}

    def chain(self, moves: Sequence[Move]) -> list[Link]:
        return [link for move in moves for link in self._move(move)]

    def inside(self, moves: Sequence[Move]) -> list[Message]:
        """What follows from a supposition, to the contradiction."""
        found = [link.says for move in moves[:-1] for link in self._move(move)]
        return [*found, self._dead(moves[-1])]

    def _move(self, move: Move) -> list[Link]:
        for item, house in move.out:
            self._left[item].discard(house)
        if move.by is By.PLACE:
            self._left[move.out[0][0]] = {min(house for _, house in move.rests)}
        if move.taken:
            found = [item for item in dict.fromkeys(item for item, _ in move.out) if len(self._left[item]) == 1]
            return [Link(self._only(item)) for item in found]
        if move.supposed is not None:
            return [self._supposed(move)]
        what, *others = self._what(move)
        for other in others:
            what = Message("{first}; {next}", first=what, next=other)
        return [Link(self._said(move, what))]

    def _said(self, move: Move, what: Message) -> Message:
        if move.pair:
            houses = self._houses(sorted(self._left[move.pair[0]]))
            one, other = (later(self._street, item) for item in move.pair)
            return Message(
                "Houses {houses} are left for {one} and {other} alone, so {what}.",
                houses=houses,
                one=one,
                other=other,
                what=what,
            )
        match move.by:
            case By.PLACE:
                label = self._street.attributes[move.attribute or 0].label
                (house,) = self._left[move.out[0][0]]
                return Message(
                    "{label}: nobody else can live in house {number}, so {what}.", label=label, number=house, what=what
                )
            case By.TOGETHER:
                first_clue, second_clue = (clue + 1 for clue in move.clues)
                return Message(
                    "Clues {one} and {other} together: {what}.", one=first_clue, other=second_clue, what=what
                )
            case _:
                return Message("Clue {number}: {what}.", number=move.clues[0] + 1, what=what)

    def _what(self, move: Move) -> list[Message]:
        """What it says of each thing."""
        found = []
        for item in dict.fromkeys(item for item, _ in move.out):
            if len(self._left[item]) == 1:
                (house,) = self._left[item]
                found.append(self._lives(item, house))
            else:
                found.append(self._cannot(item, [house for one, house in move.out if one == item]))
        return found

    def _lives(self, item: int, house: int) -> Message:
        return Message("{who} lives in house {number}", who=later(self._street, item), number=house)

    def _cannot(self, item: int, houses: Sequence[int]) -> Message:
        return Message(
            "{who} cannot live in house {houses}", who=later(self._street, item), houses=self._either(houses)
        )

    def _only(self, item: int) -> Message:
        (house,) = self._left[item]
        return Message("Only house {number} is left for {who}.", number=house, who=later(self._street, item))

    def _supposed(self, move: Move) -> Link:
        (item, house) = move.out[0]
        supposed = {one: set(left) for one, left in self._left.items()}
        supposed[item] = {house}
        inside = _Sentences(self._street, supposed).inside(move.inside)
        (what,) = self._what(move)
        says = Message(
            "Suppose that {who} lives in house {number}. That ends in a contradiction, so {what}.",
            who=later(self._street, item),
            number=house,
            what=what,
        )
        return Link(says, tuple(inside))

    def _dead(self, move: Move) -> Message:
        if move.clues:
            return Message("Then clue {number} cannot be true.", number=move.clues[0] + 1)
        label = self._street.attributes[move.attribute or 0].label
        if move.by is By.PLACE:
            house = min(house for _, house in move.rests)
            return Message("Then nobody is left for house {number} ({label}).", number=house, label=label)
        one, other = sorted({item for item, _ in move.rests})
        (house,) = self._left[one]
        return Message(
            "Then {one} and {other} would both live in house {number} ({label}).",
            one=later(self._street, one),
            other=later(self._street, other),
            number=house,
            label=label,
        )

    def _either(self, houses: Sequence[int]) -> Message:
        numbers = [Message("{number}", number=house) for house in houses]
        found = numbers[0]
        for between in numbers[1:-1]:
            found = Message("{first}, {next}", first=found, next=between)
        return found if len(numbers) == 1 else Message("{first} or {second}", first=found, second=numbers[-1])

    def _houses(self, houses: Sequence[int]) -> Message:
        return listed(tuple(Message("{number}", number=house) for house in houses))
