"""Who is in a puzzle: short names that are read in both languages, no two of one puzzle with the same first letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw


@dataclass(frozen=True, slots=True)
class Person:
    """`key` is what a typed answer says, `hangul` what one typed in Korean does; `name` is for sentences."""

    key: str
    hangul: str
    name: Message


PEOPLE = (
    Person("Ada", "에이다", Message("Ada")),
    Person("Ben", "벤", Message("Ben")),
    Person("Clara", "클라라", Message("Clara")),
    Person("Dan", "댄", Message("Dan")),
    Person("Emma", "엠마", Message("Emma")),
    Person("Finn", "핀", Message("Finn")),
    Person("Grace", "그레이스", Message("Grace")),
    Person("Hugo", "휴고", Message("Hugo")),
    Person("Iris", "아이리스", Message("Iris")),
    Person("Jack", "잭", Message("Jack")),
    Person("Kate", "케이트", Message("Kate")),
    Person("Leo", "레오", Message("Leo")),
    Person("Mina", "미나", Message("Mina")),
    Person("Noah", "노아", Message("Noah")),
    Person("Olga", "올가", Message("Olga")),
    Person("Paul", "폴", Message("Paul")),
    Person("Quinn", "퀸", Message("Quinn")),
    Person("Rosa", "로사", Message("Rosa")),
    Person("Sam", "샘", Message("Sam")),
    Person("Tara", "타라", Message("Tara")),
    Person("Uma", "우마", Message("Uma")),
    Person("Victor", "빅터", Message("Victor")),
    Person("Will", "윌", Message("Will")),
    Person("Yuna", "유나", Message("Yuna")),
    Person("Zoe", "조이", Message("Zoe")),
)


def some_people(draw: Draw, count: int) -> tuple[Person, ...]:
    """Different people, in the order of the alphabet."""
    return tuple(sorted(draw.some_of(PEOPLE, count), key=lambda person: person.key))


def named(text: str, people: tuple[Person, ...]) -> Person | None:
    """Who of them is meant by a name typed in either language, or by its first letter alone."""
    asked = text.strip().casefold()
    for person in people:
        if asked in {person.key.casefold(), person.hangul, person.key[0].casefold()}:
            return person
    return None


def listed(items: tuple[Message, ...]) -> Message:
    """Ada, Ben and Clara: a list in words."""
    if len(items) == 1:
        return items[0]
    first = items[0]
    for item in items[1:-1]:
        first = Message("{first}, {next}", first=first, next=item)
    return Message("{some} and {last}", some=first, last=items[-1])
