"""The rule of a sequence that an equation such as `a_{n+1} = 2*a_n + 1` states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.tree import Name, walk

if TYPE_CHECKING:
    from maths.tree import Node

_SUBSCRIPT = re.compile(r"([a-z])(?:([+-])(\d))?")


@dataclass(frozen=True, slots=True)
class Rule:
    """`base`_(letter + top) equals `body`, which may hold `base`_(letter + k) with lower k, and the letter."""

    base: str
    letter: str
    top: int
    lowest: int
    body: Node

    def at(self, place: int) -> dict[str, int]:
        """The letter's value for the term at a place."""
        return {self.letter: place - self.top}


def offset(found: Name) -> tuple[str, int] | None:
    """`n`, 1 for `a_{n+1}`."""
    match = _SUBSCRIPT.fullmatch(found.subscript.replace(" ", ""))
    if match is None:
        return None
    shift = int(match.group(3) or 0)
    return match.group(1), -shift if match.group(2) == "-" else shift


def rule_of(left: Name, body: Node) -> Rule | None:
    """The rule that an equation states, None where it is none."""
    own = offset(left)
    if own is None:
        return None
    letter, top = own
    inner = [part for part in walk(body) if isinstance(part, Name) and part.subscript]
    places = [offset(part) for part in inner]
    if not inner or any(part.name != left.name for part in inner):
        return None
    if any(place is None or place[0] != letter or place[1] >= top for place in places):
        return None
    plain = {part.full for part in walk(body) if isinstance(part, Name) and not part.subscript}
    if plain - {letter}:
        return None
    return Rule(left.name, letter, top, min(place[1] for place in places if place), body)
