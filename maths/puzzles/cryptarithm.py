"""Cryptarithms: sums, differences and products of words in which every letter is a digit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles import confirmed
from maths.puzzles.board import Addition
from maths.puzzles.cryptarithm_answer import read
from maths.puzzles.cryptarithm_draw import product, unique
from maths.puzzles.cryptarithm_reason import Reasoner, rating
from maths.puzzles.cryptarithm_search import readings
from maths.puzzles.cryptarithm_sum import Shown, Sum, carried, carries, facts, holds, letters, value
from maths.puzzles.cryptarithm_words import links, rules
from maths.puzzles.puzzle import Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.generating.draw import Draw
    from maths.puzzles.cryptarithm_reason import Move
    from maths.puzzles.puzzle import Maker

BANDS = {Level.BEGINNER: range(10, 20), Level.INTERMEDIATE: range(20, 50), Level.ADVANCED: range(50, 110)}
SUPPOSITIONS = {Level.BEGINNER: 0, Level.INTERMEDIATE: 3, Level.ADVANCED: 9}
SHAPES: dict[Level, tuple[tuple[int, ...], ...]] = {
    Level.BEGINNER: ((3, 4), (4, 4), (4, 5), (4, 3, 5), (4, 3, 5), (3, 3, 4), (4, 3, 3, 5), (5, 4, 6)),
    Level.INTERMEDIATE: ((3, 4), (4, 4), (4, 5), (4, 3, 5), (4, 3, 5), (5, 4, 6), (3, 3, 4), (5, 4, 4, 6)),
    Level.ADVANCED: ((3, 4), (4, 5), (5, 5), (4, 3, 5), (5, 4, 6), (5, 4, 6), (5, 4, 4, 6)),
}
MAX_LINKS = 25
_PAIR = 2  # words of a product with its total; words that are added where it may be told as a difference


@dataclass(frozen=True, slots=True)
class Cryptarithm:
    """What its own room knows of a puzzle."""

    sum: Sum
    digits: tuple[tuple[str, int], ...]
    moves: tuple[Move, ...]


class _Maker:
    kind = Kind.CRYPTARITHM
    title = TITLES[Kind.CRYPTARITHM]
    about = Message("A sum of words: find the digit that each letter stands for.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        shape = draw.one_of(SHAPES[level])
        found = product(draw, shape) if len(shape) == _PAIR else unique(draw, shape)
        if found is None:
            return None
        puzzle, digits = found
        if puzzle.shown is Shown.SUM and len(puzzle.rows) == len(set(puzzle.rows)) == _PAIR and draw.whole(1, 3) == 1:
            puzzle = replace(puzzle, shown=Shown.DIFFERENCE)
        reasoner = Reasoner(puzzle)
        moves = reasoner.solve(SUPPOSITIONS[level])
        if moves is None or rating(moves) not in BANDS[level]:
            return None
        said = links(reasoner, moves)
        if len(said) > MAX_LINKS or not _only(puzzle, digits):
            return None
        answer = " ".join(f"{letter}={digits[letter]}" for letter in puzzle.letters)
        return Puzzle(
            kind=Kind.CRYPTARITHM,
            level=level,
            seed=seed,
            statement=rules(puzzle),
            fields=(Field("digits", Message("The digits of the letters"), example="A=1 B=2 C=3"),),
            given=(("digits", answer),),
            answer=answer,
            links=said,
            rating=rating(moves),
            board=_board(puzzle, None),
            solved_board=_board(puzzle, digits),
            data=Cryptarithm(puzzle, tuple(digits.items()), moves),
        )

    def alone(self, puzzle: Puzzle) -> bool:
        data = _data(puzzle)
        return readings(data.sum) == [dict(data.digits)]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _data(puzzle)
        reasoner = Reasoner(data.sum)
        solution = dict(data.digits)
        solution |= {f"c{place}": carry for place, carry in carried(data.sum, solution).items()}
        return confirmed.faults(reasoner.unknowns, facts(data.sum), reasoner.steps(data.moves), solution)

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        data = _data(puzzle)
        pairs = read(data.sum, given.get("digits", ""))
        if isinstance(pairs, Message):
            return Judged(right=False, reason=pairs, readable=False)
        return _judged(data.sum, pairs)


MAKER: Maker = _Maker()


def _judged(puzzle: Sum, pairs: list[tuple[str, int]]) -> Judged:
    broken = _broken(puzzle, pairs)
    if broken is not None:
        return _wrong(broken)
    digits = dict(pairs)
    missing = [letter for letter in puzzle.letters if letter not in digits]
    if missing and not (set(puzzle.total) <= set(digits) and readings(puzzle, 1, digits)):
        reason = Message("These letters have no digit yet: {letters}.", letters=", ".join(missing))
        return Judged(right=False, reason=reason, readable=False)
    if missing or holds(puzzle, digits):
        return Judged(right=True, reason=Message("The sum is right."))
    left, found, said = _calculated(puzzle, digits)
    return _wrong(Message("{left} is {found}, not {said}.", left=left, found=found, said=said))


def _broken(puzzle: Sum, pairs: list[tuple[str, int]]) -> Message | None:
    """What is wrong with digits for letters before anything is added."""
    digits: dict[str, int] = {}
    for letter, digit in pairs:
        if digits.setdefault(letter, digit) != digit:
            return Message("{letter} stands for two different digits.", letter=letter)
        same = next((other for other, taken in digits.items() if taken == digit and other != letter), None)
        if same is not None:
            return Message("{one} and {other} stand for the same digit.", one=same, other=letter)
        if not digit and letter in puzzle.leading:
            return Message("A number would begin with 0: {letter} is not 0.", letter=letter)
    return None


def _wrong(reason: Message) -> Judged:
    return Judged(right=False, reason=reason)


def _calculated(puzzle: Sum, digits: dict[str, int]) -> tuple[str, int, int]:
    """What stands before the equals sign, what it comes to, and what stands after it."""
    rows = [value(row, digits) for row in puzzle.rows]
    total = value(puzzle.total, digits)
    match puzzle.shown:
        case Shown.SUM:
            return " + ".join(map(str, rows)), sum(rows), total
        case Shown.DIFFERENCE:
            return f"{total} − {rows[0]}", total - rows[0], rows[1]
        case Shown.PRODUCT:
            return f"{rows[0]} × {puzzle.factor}", rows[0] * puzzle.factor, total


def _only(puzzle: Sum, digits: dict[str, int]) -> bool:
    """Whether z3 finds these digits and no others."""
    from maths.logic.solver import Session

    known, carry = letters(puzzle), carries(puzzle)
    solution = digits | {f"c{place}": number for place, number in carried(puzzle, digits).items()}
    found = Session([*known.values(), *carry.values()], list(facts(puzzle).values())).solutions(2)
    return holds(puzzle, digits) and found == [{name: solution[name] for name in found[0]}]


def _board(puzzle: Sum, digits: dict[str, int] | None) -> Addition:
    def shown(word: str) -> str:
        return word if digits is None else "".join(str(digits[letter]) for letter in word)

    match puzzle.shown:
        case Shown.SUM:
            return Addition(tuple(map(shown, puzzle.rows)), shown(puzzle.total))
        case Shown.DIFFERENCE:
            return Addition((shown(puzzle.total), shown(puzzle.rows[0])), shown(puzzle.rows[1]), "−")
        case Shown.PRODUCT:
            return Addition((shown(puzzle.rows[0]), str(puzzle.factor)), shown(puzzle.total), "×")


def _data(puzzle: Puzzle) -> Cryptarithm:
    if not isinstance(puzzle.data, Cryptarithm):
        raise TypeError(puzzle.kind)
    return puzzle.data
