"""Islands drawn for a level: who lives there, and things said that fit who they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from maths.puzzles.island.deduction import Deducing
from maths.puzzles.island.said import (
    Alike,
    Is,
    Island,
    Joined,
    More,
    Odd,
    Only,
    Role,
    Said,
    Tally,
    Would,
    fits,
    true,
)
from maths.puzzles.people import some_people
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.island.said import Bound, Claim, Joint

_PATIENCE = 40  # things thought of until one fits its speaker
_PLAIN = (Role.KNIGHT, Role.KNAVE)


@dataclass(frozen=True, slots=True)
class Setting:
    """What sort of island: how many live there, how often each speaks, how many there are of some roles."""

    roles: tuple[Role, ...]
    fewest: int
    most: int
    exactly: tuple[tuple[Role, int], ...] = ()
    turns: int = 1


_TRIO = Setting((*_PLAIN, Role.SPY), 3, 3, ((Role.KNIGHT, 1), (Role.KNAVE, 1), (Role.SPY, 1)))
SETTINGS: dict[Level, tuple[Setting, ...]] = {
    Level.BEGINNER: (
        Setting(_PLAIN, 2, 3),
        Setting(_PLAIN, 3, 4),
        Setting(_PLAIN, 3, 4),
        Setting(_PLAIN, 3, 4, ((Role.KNIGHT, 1),)),
        Setting(_PLAIN, 3, 4, ((Role.KNAVE, 1),)),
        _TRIO,
    ),
    Level.INTERMEDIATE: (
        Setting(_PLAIN, 3, 4),
        Setting(_PLAIN, 4, 5),
        Setting((*_PLAIN, Role.NORMAL), 3, 4, ((Role.NORMAL, 1),)),
        Setting((*_PLAIN, Role.ALTERNATOR), 2, 3, turns=2),
        _TRIO,
        replace(_TRIO, turns=2),
    ),
    Level.ADVANCED: (
        Setting(_PLAIN, 4, 5),
        Setting(_PLAIN, 5, 6),
        Setting((*_PLAIN, Role.NORMAL), 4, 5, ((Role.NORMAL, 1),)),
        Setting((*_PLAIN, Role.SPY), 4, 5, ((Role.SPY, 1),)),
        Setting((*_PLAIN, Role.ALTERNATOR), 3, 4, turns=2),
        Setting((*_PLAIN, Role.ALTERNATOR), 3, 4, ((Role.ALTERNATOR, 1),), turns=2),
        Setting((*_PLAIN, Role.ALTERNATOR), 2, 3, turns=3),
    ),
}
_SORTS: dict[Level, tuple[str, ...]] = {
    Level.BEGINNER: ("is", "is", "not", "alike", "pair", "pair", "self", "self", "self", "both"),
    Level.INTERMEDIATE: ("is", "not", "alike", "pair", "all", "all", "self", "if", "would", "only", "or"),
    Level.ADVANCED: ("is", "alike", "pair", "all", "all", "self", "if", "iff", "would", "only", "or", "odd", "more"),
}


def island(draw: Draw, level: Level) -> Island | None:
    """People who say enough to be known, nothing of it idle; None where this draw gave none."""
    setting = draw.one_of(SETTINGS[level])
    count = draw.whole(setting.fewest, setting.most)
    roles = _roles(draw, setting, count)
    if roles is None:
        return None
    said: list[Said] = []
    speakers = [*range(count)] * setting.turns
    if setting.turns == 1 and level is not Level.BEGINNER:
        speakers += draw.some_of(range(count), draw.whole(0, 1))
    turns = dict.fromkeys(range(count), 0)
    begins = [draw.one_of((True, False)) for _ in range(count)]
    for who in sorted(speakers):
        truthful = _truthful(roles[who], turns[who], begins=begins[who])
        claim = _fitting(partial(_claim, draw, _SORTS[level], setting, who, count), truthful, roles)
        if claim is None or any(one.who == who and one.claim == claim for one in said):
            return None
        said.append(Said(who, claim, turns[who]))
        turns[who] += 1
    drawn = Island(some_people(draw, count), setting.roles, setting.exactly, tuple(said))
    return drawn if fits(drawn, roles) else None


def needed(drawn: Island) -> Island | None:
    """The island with nothing said that could be left out; None where what is said is not enough.

    Where somebody alternates, everybody says equally much, so that what is unsaid tells nothing.
    """
    deducing = Deducing(drawn)
    if deducing.solutions() != 1 or any(deducing.idle(place) for place in range(len(drawn.said))):
        return None
    if drawn.alternating:
        return drawn
    silent: frozenset[int] = frozenset()
    for place in reversed(range(len(drawn.said))):
        if deducing.solutions(silent | {place}) == 1:
            silent |= {place}
    turns = dict.fromkeys(range(len(drawn.people)), 0)
    kept: list[Said] = []
    for place, said in enumerate(drawn.said):
        if place not in silent:
            kept.append(replace(said, turn=turns[said.who]))
            turns[said.who] += 1
    return replace(drawn, said=tuple(kept))


def _roles(draw: Draw, setting: Setting, count: int) -> tuple[Role, ...] | None:
    fixed = [role for role, number in setting.exactly for _ in range(number)]
    if len(fixed) > count:
        return None
    free = [role for role in setting.roles if role not in fixed]
    rest = [draw.one_of(free) for _ in range(count - len(fixed))] if free else []
    roles = tuple(draw.shuffled([*fixed, *rest]))
    return roles if len(roles) == count and len(set(roles)) > 1 else None


def _truthful(role: Role, turn: int, *, begins: bool) -> bool | None:
    match role:
        case Role.KNIGHT:
            return True
        case Role.KNAVE:
            return False
        case Role.ALTERNATOR:
            return (turn % 2 == 0) == begins
        case _:
            return None


def _fitting(think: Callable[[], Claim | None], truthful: bool | None, roles: tuple[Role, ...]) -> Claim | None:  # noqa: FBT001
    for _ in range(_PATIENCE):
        claim = think()
        if claim is not None and (truthful is None or true(claim, roles) == truthful):
            return claim
    return None


def _claim(draw: Draw, sorts: tuple[str, ...], setting: Setting, who: int, count: int) -> Claim | None:  # noqa: PLR0911 - by sort
    others = [one for one in range(count) if one != who]
    plain = setting.roles == _PLAIN
    sort = draw.one_of(sorts)
    match sort:
        case "is" | "not":
            about = draw.one_of(others if plain else range(count))
            return Is(about, draw.one_of(setting.roles), really=sort == "is" or plain)
        case "alike":
            pair = _pair(draw, who, others)
            return Alike(*pair, really=draw.one_of((True, False)))
        case "would":
            about = draw.one_of(others)
            rest = [one for one in range(count) if one != about]
            return Would(about, Is(draw.one_of(rest), draw.one_of(setting.roles))) if plain else None
        case "only":
            return Only(draw.one_of(range(count)), draw.one_of(setting.roles)) if count > 2 else None  # noqa: PLR2004
        case "odd":
            return Odd(draw.one_of(setting.roles))
        case "more":
            return More(*draw.some_of(_PLAIN, 2))
        case "pair" | "both" | "self" | "all":
            return _tally(draw, sort, setting.roles, who, others)
        case _:
            return _joined(draw, sort, setting.roles, _pair(draw, who, others))


def _pair(draw: Draw, who: int, others: Sequence[int], *, about_self: bool | None = None) -> tuple[int, int]:
    """Two people; the speaker, where it is one of them, is the second ("Ben and I")."""
    if about_self is None:
        about_self = draw.one_of((True, False))
    if about_self or len(others) < 2:  # noqa: PLR2004 - a pair
        return draw.one_of(others), who
    first, second = sorted(draw.some_of(others, 2))
    return first, second


def _tally(draw: Draw, sort: str, roles: tuple[Role, ...], who: int, others: Sequence[int]) -> Claim | None:
    role = draw.one_of(roles)
    if sort == "all":
        group = tuple(sorted((who, *others)))
        bounds: tuple[Bound, ...] = ("exactly", "exactly", "at least", "at most")
        bound = draw.one_of(bounds)
        most = len(group) - 1
        number = draw.whole(1, most)
        return Tally(group, role, bound, number) if bound == "exactly" or most > 1 else None
    pair = _pair(draw, who, others, about_self=True if sort == "self" else None)
    if sort == "both":
        return Tally(pair, role, "exactly", draw.one_of((0, 2)))
    if sort == "self" and draw.one_of((True, False)):
        return _joined(draw, draw.one_of(("or", "and")), roles, pair)
    few: tuple[Bound, ...] = ("exactly", "at least")
    return Tally(pair, role, draw.one_of(few), 1)


def _joined(draw: Draw, sort: str, roles: tuple[Role, ...], pair: tuple[int, int]) -> Claim:
    joint: Joint = "and" if sort == "and" else "if" if sort == "if" else "iff" if sort == "iff" else "or"
    left, right = draw.shuffled(pair)
    return Joined(Is(left, draw.one_of(roles)), joint, Is(right, draw.one_of(roles)))
