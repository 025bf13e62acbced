"""Every kind of value is shown as typed text, as Unicode and as LaTeX, and all three are read back as that value."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support_trees import numbers, values

from maths.bounds import RefusedError, TooLargeError, UnsupportedError
from maths.grading.compare import Comparison
from maths.grading.quantity import Quantity
from maths.grading.typed_answer import understand
from maths.plain import plain
from maths.read import read
from maths.show import latex, show_tree, typed
from maths.tree import Call, Limit, Matrix, Name, Number, Power, Quotient, children

if TYPE_CHECKING:
    from maths.tree import Node

_ONE, _TWO = Number(Fraction(1)), Number(Fraction(2))


@settings(max_examples=400, deadline=None)
@given(values())
@example(Limit(Quotient(_ONE, Name("x")), Name("x"), Number(Fraction(0)), "+"))
@example(Call("gamma", (Number(Fraction(5)),)))
@example(Call("arg", (Name("z"),)))
@example(Call("det", (Matrix(((_ONE, _TWO), (_TWO, _ONE))),)))
@example(Name("v", "max"))
@example(Power(_TWO, Quotient(_ONE, Number(Fraction(3)))))
@example(Number(Fraction(1, 10**7), 7))
def test_a_value_is_read_back_from_all_three_notations(value: Node) -> None:
    shown = show_tree(value)
    for text in (shown.typed, plain(f"${shown.latex}$"), shown.latex):
        try:
            back = read(text)
        except TooLargeError:
            continue
        assert _same(value, back), text


def _same(value: Node, back: Node) -> bool:
    """The same tree, or one of the same type with the same values in the same places."""
    if value == back:
        return True
    try:
        return Comparison(ordered=True).same(value, back) is not False
    except UnsupportedError:
        inner = list(children(value)), list(children(back))
        return type(value) is type(back) and len(inner[0]) == len(inner[1]) and all(map(_same, *inner))
    except RefusedError:
        return True


@settings(max_examples=60, deadline=None)
@given(numbers(), st.sampled_from(["cm", "kg", "km/h", "cm^2", "square feet", "hours", "개", "원", "min"]))
def test_a_quantity_is_read_back_from_typed_text_and_from_latex(value: Node, unit: str) -> None:
    sides = [understand(text).value for text in (f"{typed(value)} {unit}", rf"{latex(value)}\text{{ {unit}}}")]
    assert all(isinstance(side, Quantity) for side in sides)
    plain_side, latex_side = (side for side in sides if isinstance(side, Quantity))
    assert plain_side.value == latex_side.value
    assert (plain_side.unit.factor, plain_side.unit.dimensions) == (latex_side.unit.factor, latex_side.unit.dimensions)


@pytest.mark.parametrize("letter", ["A", "(B)", r"\text{(C)}", "d."])
def test_a_choice_is_read_back(letter: str) -> None:
    chosen = understand(letter).value
    assert isinstance(chosen, Name)
    assert understand(typed(chosen)).value == understand(latex(chosen)).value == chosen
