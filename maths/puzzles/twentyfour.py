"""Four numbers and a target: the expression, up to how it is written, is the only one.

Rated by what the shortest thinking needs: + and × alone, subtractions and divisions, fractions on the way; and then by
how many last operations must be excluded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Tiles
from maths.puzzles.four import postfix
from maths.puzzles.four.backwards import Join, ideas, ways
from maths.puzzles.four.chain import Chain, chain, dead_ends
from maths.puzzles.four.shown import joins, typed
from maths.puzzles.four.typing import Refused, read_expression
from maths.puzzles.puzzle import Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.generating.draw import Draw
    from maths.puzzles.four.backwards import Numbers, Tree

_TARGETS = {
    Level.BEGINNER: (24,),
    Level.INTERMEDIATE: (24, 30, 36, 48, 60),
    Level.ADVANCED: tuple(range(10, 100)),
}
MAX_DRAWS = 4_000
_SHARES = 101  # every puzzle belongs to one share of the seeds: neighbouring seeds cannot draw the same
_HIGHEST = {Level.BEGINNER: 20, Level.INTERMEDIATE: 13, Level.ADVANCED: 13}
_BANDS = {Level.BEGINNER: (0, 19), Level.INTERMEDIATE: (20, 99), Level.ADVANCED: (100, 999)}
_FIELD = "expression"
_TOKEN = re.compile(r"\d+|.")


@dataclass(frozen=True, slots=True)
class Four:
    """The numbers as they stand in the statement, the target, one way to make it, and the claims of the chain."""

    numbers: tuple[int, ...]
    target: int
    tree: Join
    chain: Chain


class _TwentyFour:
    kind = Kind.TWENTYFOUR
    title = TITLES[Kind.TWENTYFOUR]
    about = Message("Make the target from four numbers, each used exactly once, with +, -, ×, ÷ and brackets.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(MAX_DRAWS):
            target = draw.one_of(_TARGETS[level])
            drawn = tuple(draw.whole(1, _HIGHEST[level]) for _ in range(4))
            ascending = tuple(sorted(drawn))
            if _share(ascending, target) != seed % _SHARES:
                continue
            tree = _only_idea(ascending, target)
            if tree is not None and _BANDS[level][0] <= _rating(tree) <= _BANDS[level][1]:
                return _puzzle(Four(drawn, target, tree, chain(tree)), level, seed)
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        four = _four(puzzle)
        return len(postfix.ideas(four.numbers, four.target)) == 1

    def faults(self, puzzle: Puzzle) -> list[str]:
        four = _four(puzzle)
        wrong = [
            f"{claim.one} and {claim.other} make {claim.target}: {not claim.possible}"
            for claim in four.chain.claims
            if _joins(claim.one, claim.other, claim.target) != claim.possible
        ]
        judged = self.judge(puzzle, dict(puzzle.given))
        if not judged.right:
            wrong.append(f"{puzzle.answer} does not count: {judged.reason}")
        return wrong

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        four = _four(puzzle)
        try:
            expression = read_expression(given.get(_FIELD, ""), four.target)
        except Refused as refused:
            return Judged(right=False, reason=refused.message, readable=False)
        if sorted(expression.numbers) != sorted(four.numbers):
            return Judged(right=False, reason=_other_numbers(expression.numbers, four.numbers))
        if expression.value is None:
            return Judged(right=False, reason=Message("This divides by 0."))
        if expression.value != four.target:
            reason = Message("This makes {value}, not {target}.", value=str(expression.value), target=str(four.target))
            return Judged(right=False, reason=reason)
        return Judged(right=True, reason=Message("It makes {target} with each number once.", target=str(four.target)))


MAKER = _TwentyFour()


def _puzzle(four: Four, level: Level, seed: int) -> Puzzle:
    answer = typed(four.tree)
    shown = tuple(str(number) for number in four.numbers)
    statement = (
        Message(
            "Make {target} from the numbers {numbers}. Use each of them exactly once, with +, -, ×, ÷ and brackets.",
            target=str(four.target),
            numbers=", ".join(shown),
        ),
        Message(
            "Other numbers, other operations and putting digits together are not allowed; fractions on the way are."
        ),
        Message("Answer with the expression. Every expression that makes {target} counts.", target=str(four.target)),
    )
    return Puzzle(
        kind=Kind.TWENTYFOUR,
        level=level,
        seed=seed,
        statement=statement,
        fields=(Field(_FIELD, Message("Expression"), example="(1 + 2) × 3 - 4"),),
        given=((_FIELD, answer),),
        answer=answer,
        links=four.chain.links,
        rating=_rating(four.tree),
        board=Tiles(shown),
        solved_board=Tiles(tuple(_TOKEN.findall(answer.replace("*", "×").replace("/", "÷")))),
        data=four,
    )


def _four(puzzle: Puzzle) -> Four:
    if not isinstance(puzzle.data, Four):
        raise TypeError(puzzle.kind)
    return puzzle.data


def _share(ascending: Numbers, target: int) -> int:
    mixed = target
    for number in ascending:
        mixed = (mixed * 48_271 + number * 7_919) % 2_147_483_647
    return mixed % _SHARES


def _only_idea(ascending: Numbers, target: int) -> Join | None:
    """The easiest tree of the only idea; None where there is none or more than one, or nothing but a sum."""
    found = ideas(tuple(ways(ascending, Fraction(target))))
    if len(found) != 1:
        return None
    easiest = min(found[0], key=lambda tree: (_effort(tree), typed(tree)))
    if not isinstance(easiest, Join) or all(join.sign in "+-" for join in joins(easiest)):
        return None
    return easiest


def _effort(tree: Tree) -> int:
    """0 where + and × do, 1 a subtraction, 3 a division, 5 a number below 0 on the way, 10 a fraction on the way."""
    effort = 0
    for join in joins(tree):
        effort += {"+": 0, "*": 0, "-": 1, "/": 3}[join.sign]
        effort += 5 * (join.value < 0) + 10 * (join.value.denominator > 1)
    return effort


def _rating(tree: Tree) -> int:
    return 10 * _effort(tree) + min(dead_ends(tree), 9)


def _joins(one: Numbers, other: Numbers, target: Fraction) -> bool:
    """The same claim by the other calculation."""
    wanted = postfix.residue(target.numerator, target.denominator)
    there = postfix.residues(other)
    return any(
        postfix.calculated(sign, *pair) == wanted
        for a in postfix.residues(one)
        for b in there
        for sign in "+-*/"
        for pair in ((a, b), (b, a))
    )


def _other_numbers(used: tuple[int, ...], asked: tuple[int, ...]) -> Message:
    """One number that is used too often, too rarely or not at all."""
    for number in asked:
        if used.count(number) < asked.count(number):
            return Message("The number {number} is missing.", number=str(number))
    extra = next(number for number in used if used.count(number) > asked.count(number))
    if extra in asked:
        return Message("The number {number} is used too often.", number=str(extra))
    return Message("The number {number} is not among the four.", number=str(extra))
