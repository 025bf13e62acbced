"""A sum of letters in words: its rules, and the chain of deductions column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.cryptarithm_sum import Shown
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.cryptarithm_reason import Move, Reasoner
    from maths.puzzles.cryptarithm_sum import Sum

MOST_LINKS = 22
_FEW = 3  # digits left that are named instead of those ruled out
PLACES = (
    Message("Ones column"),
    Message("Tens column"),
    Message("Hundreds column"),
    Message("Thousands column"),
    Message("Ten thousands column"),
    Message("Hundred thousands column"),
)


def rules(puzzle: Sum) -> tuple[Message, ...]:
    return (
        Message(
            "Every letter stands for a digit: the same letter for the same digit, different letters for different "
            "digits. No number begins with 0. Which digits make this true?"
        ),
        Message("{sum}", sum=written(puzzle)),
        Message("Type every letter with its digit, such as A=1 B=2, or the sum in digits."),
    )


def written(puzzle: Sum) -> str:
    """SEND + MORE = MONEY, with the signs people write."""
    return puzzle.typed().replace("*", "×").replace(" - ", " − ")


def links(reasoner: Reasoner, moves: Sequence[Move]) -> tuple[Link, ...]:
    """A link a move, what a column says of several letters in one; where there are many, several easy ones in one."""
    single = _Sentences(reasoner, list(reasoner.every)).chain(moves)
    easy = sum(1 for link in single if not link.inside)
    size = -(-easy // max(1, MOST_LINKS - (len(single) - easy)))
    found: list[Link] = []
    run = 0
    for link in single:
        if found and 0 < run < size and not link.inside:
            found[-1] = Link(Message("{first} {next}", first=found[-1].says, next=link.says))
            run += 1
        else:
            found.append(link)
            run = 0 if link.inside else 1
    return (Link(_carried(reasoner.puzzle, found[0].says), found[0].inside), *found[1:])


def _carried(puzzle: Sum, first: Message) -> Message:
    if puzzle.shown is Shown.DIFFERENCE:
        return Message(
            "Read it as a sum: {sum}. Write c1 for what the ones column carries, c2 for what the tens column carries, "
            "and so on. {first}",
            sum=f"{puzzle.rows[0]} + {puzzle.rows[1]} = {puzzle.total}",
            first=first,
        )
    return Message(
        "Write c1 for what the ones column carries, c2 for what the tens column carries, and so on. {first}",
        first=first,
    )


class _Sentences:
    """Says moves one after the other and keeps in mind what is left."""

    def __init__(self, reasoner: Reasoner, left: list[int]) -> None:
        self._reasoner = reasoner
        self._left = left

    def chain(self, moves: Sequence[Move]) -> list[Link]:
        found: list[Link] = []
        at = 0
        while at < len(moves):
            run = [moves[at]]
            while (
                moves[at].column >= 0 and at + len(run) < len(moves) and moves[at + len(run)].column == moves[at].column
            ):
                run.append(moves[at + len(run)])
            found += self._said(run)
            at += len(run)
        return found

    def _said(self, run: Sequence[Move]) -> list[Link]:
        """What one move says, or several of the same column."""
        move = run[0]
        if move.supposed is not None:
            return [self._supposed(move)]
        if move.column >= 0:
            place, equation = PLACES[move.column], self._equation(move.column)
            what = self._what(run)
            return [Link(Message("{place}, {equation}: {what}.", place=place, equation=equation, what=what))]
        before = list(self._left)
        self._apply(move)
        found = [one for one in dict.fromkeys(one for one, _ in move.out) if _known(self._left[one]) is not None]
        if move.letter >= 0:
            digit = min(digit for _, digit in move.rests)
            self._left[move.letter] = 1 << digit
            letter = self._name(move.letter)
            said = Message("All ten digits occur, and {digit} is left for {letter} alone.", digit=digit, letter=letter)
            return [Link(said)]
        return [Link(self._last(one)) for one in found if _known(before[one]) is None]

    def _last(self, one: int) -> Message:
        return Message("Only {digit} is left for {letter}.", digit=_known(self._left[one]) or 0, letter=self._name(one))

    def _what(self, run: Sequence[Move]) -> Message:
        for move in run:
            self._apply(move)
        said: Message | None = None
        for one in dict.fromkeys(one for move in run for one, _ in move.out):
            out = [digit for move in run for other, digit in move.out if other == one]
            part = self._of(one, out)
            said = Message("{first}; {next}", first=said, next=part) if said is not None else part
        if said is None:
            raise TypeError(run)
        return said

    def _of(self, one: int, out: Sequence[int]) -> Message:
        """What is known now of a letter or carry of which some was ruled out."""
        digits = [digit for digit in range(10) if self._left[one] >> digit & 1]
        letter = self._name(one)
        if len(digits) == 1:
            return Message("{letter} = {digit}", letter=letter, digit=digits[0])
        if len(digits) <= _FEW:
            left = Message("{number}", number=digits[0])
            for digit in digits[1:-1]:
                left = Message("{first}, {next}", first=left, next=Message("{number}", number=digit))
            left = Message("{first} or {second}", first=left, second=Message("{number}", number=digits[-1]))
            return Message("{letter} is {digits}", letter=letter, digits=left)
        return Message("{letter} ≠ {digits}", letter=letter, digits=", ".join(map(str, sorted(out))))

    def _supposed(self, move: Move) -> Link:
        one, digit = move.out[0]
        supposed = list(self._left)
        supposed[one] = 1 << digit
        inner = _Sentences(self._reasoner, supposed)
        inside = [link.says for link in inner.chain(move.inside[:-1])]
        inside.append(inner.dead(move.inside[-1]))
        self._apply(move)
        says = Message(
            "Suppose that {letter} = {digit}. That ends in a contradiction, so {what}.",
            letter=self._name(one),
            digit=digit,
            what=self._of(one, [digit]),
        )
        return Link(says, tuple(inside))

    def dead(self, move: Move) -> Message:
        if move.column >= 0:
            place, equation = PLACES[move.column], self._equation(move.column)
            return Message("{place}, {equation}: that is impossible.", place=place, equation=equation)
        one, other = sorted({one for one, _ in move.rests})
        return Message(
            "Then {one} and {other} would both be {digit}.",
            one=self._name(one),
            other=self._name(other),
            digit=_known(self._left[one]) or 0,
        )

    def _apply(self, move: Move) -> None:
        for one, digit in move.out:
            self._left[one] &= ~(1 << digit)

    def _name(self, one: int) -> str:
        return self._reasoner.unknowns[one].name

    def _shown(self, one: int) -> str:
        known = _known(self._left[one])
        return self._name(one) if known is None else str(known)

    def _equation(self, place: int) -> str:
        """E + 8 + c1 = N + 10·c2, with the digits that are known."""
        puzzle = self._reasoner.puzzle
        letters = len(puzzle.letters)
        added, under = puzzle.column(place)
        above = [self._shown(puzzle.letters.index(letter)) for letter in added]
        if puzzle.shown is Shown.PRODUCT:
            above = [f"{puzzle.factor} × {letter}" for letter in above]
        if place:
            above.append(self._shown(letters + place - 1))
        below = [self._shown(puzzle.letters.index(under))]
        if place + 1 < puzzle.columns:
            carry = self._shown(letters + place)
            below.append("10" if carry == "1" else f"10·{carry}")
        kept = [part for part in above if part != "0" or len(above) == 1]
        return f"{' + '.join(kept or ['0'])} = {' + '.join(part for part in below if part != '10·0')}"


def _known(mask: int) -> int | None:
    return mask.bit_length() - 1 if not mask & (mask - 1) else None
