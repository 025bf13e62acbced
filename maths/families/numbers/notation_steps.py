"""How significant figures are counted and the decimal point is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.terms import number, power
from maths.families.write import formula, passages
from maths.message import Formula, Message, counted
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.numbers.figures import Written
    from maths.verdict import Passage

_TEN = 10
_TAKE_AWAY = 9  # zeros are shown one by one up to here


def teach_figures(written: Written, found: int, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("Which digits of {number} say something about its size? We count them.", number=written.shown)
            if level is Level.BEGINNER
            else Message("Count the significant figures of {number}.", number=written.shown)
        ],
        approach=[_figures_rule(level)],
        steps=_figure_lines(written, level),
        check=[
            Message(
                "Counted in units of its last place it is {whole}, a number of as many digits.",
                whole=Formula(*[(written.whole + written.decimals).lstrip("0")] * 2),
            )
        ],
        conclusion=[
            counted(
                "{number} has {count} significant figure.",
                "{number} has {count} significant figures.",
                found,
                number=written.shown,
            )
        ],
    )


def _figures_rule(level: Level) -> Message:
    return {
        Level.BEGINNER: Message(
            "Zeros in front only hold the place of the point: they do not count. From the first digit that is not "
            "zero on every digit counts, zeros in between too, and zeros at the end behind the point as well."
        ),
        Level.INTERMEDIATE: Message(
            "Leading zeros are not significant; zeros between digits, and zeros at the end behind the point, are."
        ),
        Level.ADVANCED: Message("The significant figures are the digits of the mantissa in scientific notation."),
    }[level]


def _figure_lines(written: Written, level: Level) -> list[Message]:
    digits = written.whole + written.decimals
    kept = digits.lstrip("0")
    leading = len(digits) - len(kept)
    lines: list[Message] = []
    if written.exponent is not None and level is not Level.ADVANCED:
        lines.append(Message("The power of ten only says where the point stands, so its digits do not count."))
    if leading and level is not Level.ADVANCED:
        lines.append(counted("{count} zero in front does not count.", "{count} zeros in front do not count.", leading))
    if level is Level.BEGINNER:
        lines += [
            Message("{place}: the digit {digit} counts.", place=place, digit=digit)
            for place, digit in enumerate(kept[:_TAKE_AWAY], start=1)
        ]
    shown = ", ".join(kept)
    lines.append(Message("The significant figures are {digits}.", digits=Formula(shown, shown.replace(", ", ",\\ "))))
    return lines


def teach_scientific(written: Written, found: Written, level: Level) -> tuple[Passage, ...]:
    exponent = found.exponent or 0
    by = exponent - (written.exponent or 0)
    return passages(
        understanding=[
            Message("We write {number} as a number between 1 and 10 times a power of ten.", number=written.shown)
            if level is Level.BEGINNER
            else Message(
                "Write {number} in the form {form} with {range}.",
                number=written.shown,
                form=Formula("a*10^n", r"a \times 10^{n}"),
                range=Formula("1 <= a < 10", r"1 \le a < 10"),
            )
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Move the point until exactly one digit that is not zero stands in front of it. Each place to "
                    "the left is one 10 taken out, each place to the right one 10 put in."
                ),
                Level.INTERMEDIATE: Message("The exponent is the number of places the point moves to the left."),
                Level.ADVANCED: Message("The exponent is the whole part of the logarithm to base ten."),
            }[level]
        ],
        steps=_scientific_lines(written, found, by, level),
        check=[Message("Multiplied out again it is {number}.", number=written.shown)],
        conclusion=[Message("The result is {value}.", value=found.shown)],
    )


def _scientific_lines(written: Written, found: Written, by: int, level: Level) -> list[Message]:
    mantissa = Formula(found.digits, found.digits)
    done = Message("So {result}.", result=_same(written, found))
    if level is Level.ADVANCED:
        return [done]
    lines = [Message("With the point behind the first digit that is not zero it reads {mantissa}.", mantissa=mantissa)]
    if by:
        lines.append(_way(by))
    else:
        lines.append(Message("The point stays where it is."))
    if level is Level.BEGINNER and by:
        lines.append(
            Message(
                "To make up for it, multiply by {power}.",
                power=Formula(f"10^{by}", f"10^{{{by}}}"),
            )
        )
    return [*lines, done]


def _way(by: int) -> Message:
    if by > 0:
        return counted("The point moves {count} place to the left.", "The point moves {count} places to the left.", by)
    return counted("The point moves {count} place to the right.", "The point moves {count} places to the right.", -by)


def teach_written_out(written: Written, found: Written, level: Level) -> tuple[Passage, ...]:
    exponent = written.exponent or 0
    return passages(
        understanding=[
            Message("We write {number} with digits alone, without a power of ten.", number=written.shown)
            if level is not Level.ADVANCED
            else Message("Write out {number}.", number=written.shown)
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Multiplying by 10 moves the point one place to the right, dividing by 10 one place to the left. "
                    "Where digits are missing, zeros are put."
                ),
                Level.INTERMEDIATE: Message("Move the point by as many places as the exponent says."),
                Level.ADVANCED: Message("Multiplication by a power of ten shifts the digits."),
            }[level]
        ],
        steps=_out_lines(written, found, exponent, level),
        check=[Message("Moved back by as many places it is {number} again.", number=Formula(*[written.digits] * 2))],
        conclusion=[Message("The result is {value}.", value=found.shown)],
    )


def _out_lines(written: Written, found: Written, exponent: int, level: Level) -> list[Message]:
    done = Message("So {result}.", result=_same(written, found))
    if level is Level.ADVANCED or not exponent:
        return [done]
    lines = [_way(-exponent)]
    if level is Level.BEGINNER:
        shown = formula(power(number(_TEN), abs(exponent)))
        lines.insert(
            0,
            Message("The exponent is positive: we multiply by {power}.", power=shown)
            if exponent > 0
            else Message("The exponent is negative: we divide by {power}.", power=shown),
        )
    return [*lines, done]


def _same(written: Written, found: Written) -> Formula:
    return Formula(f"{written.typed} = {found.typed}", f"{written.shown.latex} = {found.shown.latex}")
