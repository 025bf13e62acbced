"""Jugs to measure with: the least number of steps, and the only plan that has it.

Rated by the contents that must be looked at until the wanted amount appears.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Vessels
from maths.puzzles.puzzle import Choice, Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.puzzles.typed import whole_number
from maths.puzzles.vessels.bounded import only_plan
from maths.puzzles.vessels.chain import links, shown, told
from maths.puzzles.vessels.pouring import NAMES, Jugs, Shortest, Step, shortest
from maths.puzzles.vessels.reading import UnreadStepError, read_plan
from maths.puzzles.vessels.walks import fewest, walks
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw

MAX_DRAWS = 6_000
_SHARES = 101  # every puzzle belongs to one share of the seeds: neighbouring seeds cannot draw the same
_BANDS = {Level.BEGINNER: (6, 10), Level.INTERMEDIATE: (11, 16), Level.ADVANCED: (17, 28)}
_LENGTHS = {Level.BEGINNER: (3, 5), Level.INTERMEDIATE: (4, 8), Level.ADVANCED: (6, 10)}
_SMALLEST, _LARGEST = 2, 15
_MOST = 20  # steps to choose from
_LEAST, _PLAN = "least", "plan"


@dataclass(frozen=True, slots=True)
class Poured:
    """`plans`: how many shortest plans there are."""

    jugs: Jugs
    way: Shortest
    plans: int = 1


class _Jugs:
    kind = Kind.JUGS
    title = TITLES[Kind.JUGS]
    about = Message("Measure an amount with unmarked jugs in the least number of steps.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(MAX_DRAWS):
            jugs = _drawn(draw)
            if jugs.reached(jugs.start) or jugs.wanted in jugs.sizes or _share(jugs) != seed % _SHARES:
                continue
            way = shortest(jugs)
            if way is None or not _LENGTHS[level][0] <= len(way.plan) <= _LENGTHS[level][1]:
                continue
            if not _BANDS[level][0] <= _rating(way) <= _BANDS[level][1]:
                continue
            numbers = only_plan(jugs, len(way.plan))
            if numbers is not None and tuple(list(jugs.steps())[at] for at in numbers) == way.plan:
                return _puzzle(Poured(jugs, way), level, seed)
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        poured = _poured(puzzle)
        return fewest(poured.jugs) == (len(poured.way.plan), 1)

    def faults(self, puzzle: Puzzle) -> list[str]:
        poured = _poured(puzzle)
        way = poured.way
        wrong: list[str] = []
        seen: set[tuple[int, ...]] = set()
        counts = list(islice(walks(poured.jugs), len(way.layers)))
        for length, (layer, ways) in enumerate(zip(way.layers, counts, strict=True)):
            if set(ways) - seen != set(layer):
                wrong.append(f"after {length} steps: {layer}")
            seen |= set(ways)
        for at, contents in enumerate(way.contents):
            if counts[at][contents] != 1:
                wrong.append(f"{contents} does not come from one plan only")
        judged = self.judge(puzzle, dict(puzzle.given))
        return wrong if judged.right else [*wrong, str(judged.reason)]

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        poured = _poured(puzzle)
        least = whole_number(given.get(_LEAST, ""))
        if least is None:
            return Judged(right=False, reason=Message("Choose the least number of steps as well."), readable=False)
        try:
            plan = read_plan(given.get(_PLAN, ""), poured.jugs)
        except UnreadStepError as error:
            return Judged(right=False, reason=error.message, readable=False)
        wrong = _broken(poured, plan, least)
        if wrong is not None:
            return Judged(right=False, reason=wrong)
        return Judged(right=True, reason=Message("The plan works, and none is shorter."))


MAKER = _Jugs()


def _broken(poured: Poured, plan: Sequence[Step], least: int) -> Message | None:
    """One thing that is wrong with a plan and its number; None where nothing is."""
    jugs, contents = poured.jugs, poured.jugs.start
    for step in plan:
        if not jugs.tap and None in (step.source, step.target):
            return Message("Step “{step}” needs a tap or a drain; there is none here.", step=told(step))
        contents = jugs.after(contents, step)
    if not jugs.reached(contents):
        return Message(
            "After these steps the jugs hold {contents}: no jug holds {wanted}.",
            contents=shown(contents),
            wanted=jugs.wanted,
        )
    if len(plan) > len(poured.way.plan):
        return Message("This plan works, but there is a shorter one.")
    if least != len(plan):
        return Message("Your plan has {count} steps, but you say {least}.", count=len(plan), least=least)
    return None


def _drawn(draw: Draw) -> Jugs:
    tap, begun = draw.whole(0, 1) == 1, draw.whole(0, 1) == 1
    drawn = draw.several(2 if tap else 3, _SMALLEST, _LARGEST)
    sizes = tuple(drawn if tap else sorted(drawn, reverse=True))
    full = (0, 0) if tap else (sizes[0], 0, 0)
    start = tuple(draw.whole(0, size) for size in sizes) if begun else full
    return Jugs(sizes, start, tap, draw.whole(1, max(sizes) - 1))


def _share(jugs: Jugs) -> int:
    mixed = jugs.wanted
    for number in (*jugs.sizes, *jugs.start):
        mixed = (mixed * 48_271 + number * 7_919 + 1) % 2_147_483_647
    return mixed % _SHARES


def _rating(way: Shortest) -> int:
    return sum(len(layer) for layer in way.layers)


def _puzzle(poured: Poured, level: Level, seed: int) -> Puzzle:
    jugs, way = poured.jugs, poured.way
    lines = "\n".join(map(str, way.plan))
    numbers = tuple(Choice(str(number), Message("{number}", number=number)) for number in range(1, _MOST + 1))
    return Puzzle(
        kind=Kind.JUGS,
        level=level,
        seed=seed,
        statement=_statement(jugs),
        fields=(
            Field(_LEAST, Message("Least number of steps"), numbers),
            Field(_PLAN, Message("Plan, one step a line"), example="A->B", lines=10),
        ),
        given=((_LEAST, str(len(way.plan))), (_PLAN, lines)),
        answer=f"{len(way.plan)}: {', '.join(map(str, way.plan))}",
        links=links(jugs, way),
        rating=_rating(way),
        board=_board(jugs, jugs.start),
        solved_board=_board(jugs, way.contents[-1]),
        data=poured,
    )


def _board(jugs: Jugs, contents: Sequence[int]) -> Vessels:
    return Vessels(tuple(zip(NAMES, jugs.sizes, contents, strict=False)), jugs.wanted)


def _statement(jugs: Jugs) -> tuple[Message, ...]:
    sizes = [
        Message("Jug {jug} holds {size} litres and now has {amount} in it.", jug=name, size=size, amount=amount)
        for name, size, amount in zip(NAMES, jugs.sizes, jugs.start, strict=False)
    ]
    if jugs.tap:
        rules = Message(
            "The jugs have no marks. A step fills one jug to the brim at the tap, empties one jug into the drain, or "
            "pours from one jug into another until that one is full or the first is empty."
        )
        how = Message("Write the plan with one step a line: fill A, empty B, A->B (pour A into B).")
    else:
        rules = Message(
            "The jugs have no marks, and there is neither a tap nor a drain. A step pours from one jug into another "
            "until that one is full or the first is empty."
        )
        how = Message("Write the plan with one step a line: A->B (pour A into B).")
    asked = Message(
        "In the end some jug must hold exactly {wanted} litres. What is the least number of steps, and which steps?",
        wanted=jugs.wanted,
    )
    return (*sizes, rules, asked, how)


def _poured(puzzle: Puzzle) -> Poured:
    if not isinstance(puzzle.data, Poured):
        raise TypeError(puzzle.kind)
    return puzzle.data
