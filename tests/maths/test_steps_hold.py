"""No line of an equation's worked solution says what its solutions deny: every equation on the way holds at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sympy

from maths.engines.sympy_form import to_sympy
from maths.message import Formula
from maths.read import read
from maths.steps import work
from maths.tree import Relation, names
from maths.verdict import Level, SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.verdict import Worked

EQUATIONS = [
    "x/2 + x/3 = 5",
    "(x + 1)/2 = (2*x - 1)/3",
    "x/4 - 3 = 2 - x/6",
    "(x - 6)/3 = (x - 9)/4",
    "x^2/4 = 9",
    "(x^2 + 1)/2 = (x + 4)/3",
    "2*x/5 = 7",
    "3 = x/2 - 1/4",
    "0.5*x + 1.2 = 3",
    "x/0.2 = 15",
    "(2/3)*x - 1/2 = x + 5/6",
    "2*(x - 1)/3 + (x + 2)/4 = 5",
    "1/x = 2/(x + 3)",
    "x/(x - 1) + 1/2 = 3",
    "x^3/8 = 27",
    "(x^3 - x)/6 = 4",
]


def _equations(worked: Worked, unknown: str) -> Iterator[Relation]:
    for passage in worked.passages:
        if passage.kind is SectionKind.STEPS:
            for line in passage.lines:
                for _, argument in line.arguments:
                    if isinstance(argument, Formula) and "±" not in argument.typed:
                        node = read(argument.typed)
                        if isinstance(node, Relation) and set(node.operators) == {"="} and names(node) == {unknown}:
                            yield node


def _holds(equation: Relation, unknown: str, root: sympy.Expr) -> bool:
    left, right = (to_sympy(side) for side in equation.operands)
    return bool(sympy.simplify((left - right).subs(sympy.Symbol(unknown), root)) == 0)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("equation", EQUATIONS)
def test_every_equation_on_the_way_holds_at_a_solution(equation: str, level: Level) -> None:
    worked = work(f"Solve {equation}", level)
    assert worked.decision.answer is not None
    roots = sympy.solve(sympy.Eq(*(to_sympy(side) for side in read(equation).operands)))  # type: ignore[union-attr]
    found = list(_equations(worked, "x"))
    assert found
    for line in found:
        assert any(_holds(line, "x", root) for root in roots), f"{line} is denied by {roots}"
