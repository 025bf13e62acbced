"""Worked solutions about one complex number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.complex_numbers import stepwise
from maths.families.terms import equals, over, plus, power, root, times
from maths.families.write import chain, formula, passages, tree
from maths.message import Message
from maths.tree import Call
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


_PARTS = {"real part": Message("real part"), "imaginary part": Message("imaginary part")}


@dataclass(frozen=True, slots=True)
class SolvedPart:
    part: str
    body: Node
    real: Symbolic
    imaginary: Symbolic
    result: Node


def teach(solved: SolvedPart, level: Level) -> tuple[Passage, ...]:
    whole = tree(solved.real + sympy.I * solved.imaginary)
    lines: list[Message] = []
    if whole != solved.body:
        lines += stepwise.worked(solved.body, level) if stepwise.explains(solved.body) else ()
        lines.append(Message("Written with real and imaginary part: {number}.",
                             number=formula(equals(solved.body, whole))))  # fmt: skip
    if level is not Level.ADVANCED:
        lines.append(Message("The real part is {real}, the imaginary part is {imaginary}.",
                             real=formula(tree(solved.real)), imaginary=formula(tree(solved.imaginary))))  # fmt: skip
    lines += _lines(solved, level)
    return passages(
        understanding=[_understanding(solved)],
        approach=[_approach(solved, level)],
        steps=lines or [_opposite(solved)],
        check=[_check(solved)],
        conclusion=[Message("The answer is {result}.", result=formula(solved.result))],
    )


def _opposite(solved: SolvedPart) -> Message:
    return Message("The imaginary part changes its sign: {result}.", result=formula(solved.result))


def _check(solved: SolvedPart) -> Message:
    whole = tree(solved.real + sympy.I * solved.imaginary)
    square = formula(equals(times(whole, tree(solved.real - sympy.I * solved.imaginary)),
                            tree(sympy.expand(solved.real**2 + solved.imaginary**2))))  # fmt: skip
    match solved.part:
        case "modulus":
            return Message("The number times its conjugate is the square of the length: {result}.", result=square)
        case "conjugate":
            return Message("The number times its conjugate is real: {result}.", result=square)
    return Message("Worked out a second time with pairs of real numbers, the result is the same.")


def _understanding(solved: SolvedPart) -> Message:
    shown = formula(solved.body)
    match solved.part:
        case "modulus":
            return Message("How far is {number} from zero in the complex plane?", number=shown)
        case "conjugate":
            return Message("The conjugate of {number} is asked for.", number=shown)
        case "real part" | "imaginary part":
            return Message("A part of {number} is asked for.", number=shown)
        case "polar form":
            return Message("Write {number} with its length and its angle.", number=shown)
    return Message("The angle of {number} with the positive real axis is asked for.", number=shown)


def _approach(solved: SolvedPart, level: Level) -> Message:  # noqa: PLR0911 - one line a part and level
    match solved.part:
        case "modulus":
            if level is Level.BEGINNER:
                return Message(
                    "Real and imaginary part are the legs of a right triangle; its longest side is the length."
                )
            return Message("The modulus of a + bi is the root of a^2 + b^2.")
        case "conjugate":
            if level is Level.BEGINNER:
                return Message("The conjugate is the mirror image in the real axis: what is up goes down as far.")
            return Message("The conjugate has the same real part and the opposite imaginary part.")
        case "real part" | "imaginary part":
            if level is Level.BEGINNER:
                return Message("Calculate until a number and a multiple of i are left: these are the two parts.")
            return Message("Bring the number to the form a + bi.")
    if level is Level.BEGINNER:
        return Message(
            "Draw the number as a point: the real part to the right, the imaginary part up. Pythagoras gives how far "
            "it is from zero; the angle is the one with the right cosine and sine."
        )
    if level is Level.ADVANCED:
        return Message("The principal argument, between -π and π, from cosine and sine.")
    return Message("The length is the root of a^2 + b^2, and the angle follows from the signs of a and b.")


def _where(real: Symbolic, imaginary: Symbolic) -> Message:
    """Which way from zero the number lies: that decides the angle."""
    if imaginary == 0 or real == 0:
        return Message("The number lies on an axis, so the angle is a whole number of quarter turns.")
    if imaginary.is_positive:
        if real.is_positive:
            return Message("The number lies to the right and up: the angle is between 0 and π/2.")
        return Message("The number lies to the left and up: the angle is between π/2 and π.")
    if real.is_positive:
        return Message("The number lies to the right and down: the angle is between -π/2 and 0.")
    return Message("The number lies to the left and down: the angle is between -π and -π/2.")


def _lines(solved: SolvedPart, level: Level) -> list[Message]:
    if solved.part == "conjugate":
        return [_opposite(solved)]
    if solved.part in {"real part", "imaginary part"}:
        return [Message("The {part} is {value}.", part=_PARTS[solved.part], value=formula(solved.result))]
    a, b = tree(solved.real), tree(solved.imaginary)
    size = tree(sympy.sqrtdenest(sympy.sqrt(sympy.expand(solved.real**2 + solved.imaginary**2))))
    total = tree(sympy.expand(solved.real**2 + solved.imaginary**2))
    lines = [Message("The length is {length}.", length=chain(root(plus(power(a, 2), power(b, 2))), root(total), size))]
    if solved.part == "modulus":
        return lines
    if level is Level.BEGINNER:
        lines.append(_where(solved.real, solved.imaginary))
    angle = tree(sympy.simplify(sympy.arg(solved.real + sympy.I * solved.imaginary)))
    if level is not Level.ADVANCED and size != a:
        lines.append(Message("Cosine and sine of the angle are {cosine} and {sine}.",
                             cosine=formula(over(a, size)), sine=formula(over(b, size))))  # fmt: skip
    whole = tree(solved.real + sympy.I * solved.imaginary)
    lines.append(Message("So the angle is {angle}.", angle=formula(equals(Call("arg", (whole,)), angle))))
    return lines
