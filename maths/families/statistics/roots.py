"""Roots of rational numbers written as simply as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.families.settled import UndecidedError
from maths.families.write import tree
from maths.message import Message

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.tree import Node


def nth_root(value: Fraction, degree: int) -> Node:
    """The positive root, with what can be taken out of it taken out; raised to the power it is the value again."""
    radicand = sympy.Rational(value.numerator, value.denominator)
    found = sympy.root(radicand, degree)
    if sympy.simplify(found**degree - radicand) != 0 or found < 0:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return tree(found)
