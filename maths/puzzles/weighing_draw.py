"""How weighings are drawn: until one world is left, without any that says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.puzzles.weighing_worlds import Balance, Mode, Weighing, decides, left_over, outcome, worlds

if TYPE_CHECKING:
    from maths.generating.draw import Draw
    from maths.puzzles.weighing_worlds import World

MOST, LEAST = 4, 2  # weighings
OFFERED = 4  # weighings of which one always decides
DECIDABLE = 3  # worlds that one weighing can tell apart
_TRIES = 60


def weighed(draw: Draw, count: int, mode: Mode, leave: int = 1) -> tuple[Balance, World] | None:
    """Weighings that leave as many worlds as wanted, none of them idle, and the world that is the case."""
    truth = draw.one_of(worlds(count, mode))
    balance = Balance(count, mode, ())
    for _ in range(MOST + 1):
        one = some_weighing(draw, count)
        one = Weighing(one.left, one.right, outcome(truth, one))
        longer = Balance(count, mode, (*balance.weighings, one))
        left = len(left_over(longer))
        if left < leave:
            continue
        balance = longer
        if left == leave:
            break
    balance = _needed(balance, len(left_over(balance)))
    few = LEAST if leave == 1 else 1
    right_length = few <= len(balance.weighings) <= MOST
    return (balance, truth) if right_length and len(left_over(balance)) == leave else None


def some_weighing(draw: Draw, count: int) -> Weighing:
    """As many things on the left as on the right."""
    side = draw.whole(max(1, count // 4), max(1, (count - 1) // 2))
    chosen = draw.some_of(range(count), 2 * side)
    return Weighing(tuple(sorted(chosen[:side])), tuple(sorted(chosen[side:])))


def _needed(balance: Balance, left: int) -> Balance:
    for weighing in balance.weighings:
        others = tuple(one for one in balance.weighings if one is not weighing)
        shorter = Balance(balance.count, balance.mode, others)
        if len(left_over(shorter)) == left:
            balance = shorter
    return balance


def offered(draw: Draw, balance: Balance) -> tuple[tuple[Weighing, ...], int] | None:
    """Weighings that were not made yet, and the place of the only one of them that always decides."""
    candidates = left_over(balance)
    made = {weighing.left for weighing in balance.weighings} | {weighing.right for weighing in balance.weighings}
    deciding: list[Weighing] = []
    others: list[Weighing] = []
    for _ in range(_TRIES):
        one = some_weighing(draw, balance.count)
        mirrored = Weighing(one.right, one.left)
        if one.left in made or one in deciding + others or mirrored in deciding + others:
            continue
        (deciding if decides(candidates, one) else others).append(one)
    idle = {thing for world in candidates for thing, _ in world}
    others = [one for one in others if idle & {*one.left, *one.right}]
    if not deciding or len(others) < OFFERED - 1:
        return None
    options = draw.shuffled([deciding[0], *others[: OFFERED - 1]])
    return tuple(options), options.index(deciding[0])
