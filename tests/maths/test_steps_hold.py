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
from tutor.types import Language
from tutor.words import say

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
    "sqrt(x + 5) - sqrt(x) = 1",
    "sqrt(x + 1) + sqrt(x - 2) = 3",
    "2*sqrt(3*x - 2) = sqrt(x + 14)",
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


def _steps(problem: str, level: Level) -> list[str]:
    passages = work(problem, level).passages
    return [say(line, Language.ENGLISH) for p in passages if p.kind is SectionKind.STEPS for line in p.lines]


SAID = [  # what a teacher looks for in the working
    ("Solve 3 - 2x^2 >= 0", Level.BEGINNER, "That is a negative number, so the sign turns round: 2x² - 3 ≤ 0"),
    ("Solve (x^2-1)/(x^2-4x+3) <= 0", Level.BEGINNER, "x = 1 stays excluded"),
    ("Solve (x-2)^2(x+1) >= 0", Level.ADVANCED, "It does not change at a place of even order: x = 2."),
    ("Solve 1 < x^2 < 9", Level.INTERMEDIATE, "Read from the right: x² > 1."),
    ("Solve |x - 1| = 2x + 3", Level.BEGINNER, "That is true for x = -4, but nothing of it belongs to this case."),
    ("Solve |1 - 2x| <= 5", Level.BEGINNER, "so both signs turn round; written from small to large: -2 ≤ x ≤ 3"),
    ("Solve sin x = cos x for 0 <= x < 2pi", Level.BEGINNER, "So cos x is not zero, and both sides may be divided"),
    ("Solve sin(2x) = sin(x) on [0, 2pi)", Level.BEGINNER, "Use sin(2x) = 2 sin(x) cos x."),
    ("Solve sin x + cos x = 1 for 0 <= x < 2pi", Level.INTERMEDIATE, "sin x + cos x = √2·sin(x + π/4)"),
    ("Solve cos(2x) = 1/2 on [0, pi]", Level.INTERMEDIATE, "Solve for x: x = π/6 + kπ, x = 5π/6 + kπ."),
    ("Solve sqrt(x+5) - sqrt(x) = 1", Level.BEGINNER, "Leave a root alone on one side: √(x+5) = √x + 1."),
    ("Solve log_2(x) + log_2(x-2) = 3", Level.BEGINNER, "For x = -2 there would be -2 in a logarithm"),
    ("Solve 4^x - 3*2^x + 2 = 0", Level.INTERMEDIATE, "Written with the letter: 4^x = t², 2^x = t."),
    (r"Find \lim_{x \to 0^+} x ln x", Level.INTERMEDIATE, "Form ∞/∞"),
    (r"Find \lim_{x \to 0} sin(3x)/sin(5x)", Level.BEGINNER, "Known: lim_(u→0) (sin u)/u = 1."),
    (r"Find \lim_{x \to \infty} sqrt(x^2 + x) - x", Level.ADVANCED, "With the conjugate x + √(x²+x)"),
    (r"Find \lim_{x\to 0} |x|/x", Level.BEGINNER, "For x < 0 close by it is without absolute values |x|/x = -1."),
    ("Let f(x) = -x/3 and g(x) = x - 9. What is f(g(2))?", Level.BEGINNER, "f(-7) = -(-7/3)"),
    ("Find the inverse of f(x) = (2x+1)/(x-3).", Level.INTERMEDIATE, "Take y out: (x - 2)y = 1 + 3x."),
    ("Find the radius of the circle x^2 + y^2 + 8x - 2y = 8", Level.BEGINNER, "Half of 8 is 4, and its square is 16."),
    ("Find the foci of the hyperbola x^2/16 - y^2/9 = 1", Level.ADVANCED, "c² = 16 + 9 = 25, c = 5"),
]


@pytest.mark.parametrize(("problem", "level", "sentence"), SAID)
def test_the_working_says_why(problem: str, level: Level, sentence: str) -> None:
    assert any(sentence in line for line in _steps(problem, level)), "\n".join(_steps(problem, level))


@pytest.mark.parametrize("level", list(Level))
def test_a_rule_is_named_only_where_it_is_used(level: Level) -> None:
    """L'Hôpital's rule is no word for a factor that was cancelled or for highest powers compared."""
    for problem in (r"Find \lim_{x \to 2} (x^2 - 4)/(x - 2)", r"Find \lim_{x \to \infty} (3x^2 + 2x)/(5x^2 - 1)"):
        lines = [say(line, Language.ENGLISH) for passage in work(problem, level).passages for line in passage.lines]
        assert not any("L'Hôpital" in line for line in lines)
    hospital = work(r"Find \lim_{x \to 0} (e^x - 1 - x)/x^2", level).passages
    assert any("L'Hôpital" in say(line, Language.ENGLISH) for passage in hospital for line in passage.lines)


def test_two_signs_never_stand_beside_each_other() -> None:
    for problem in ("Let f(x) = -x/3. Find f(-7).", "Evaluate 2 - (-7)/3 + 1"):
        for level in Level:
            for passage in work(problem, level).passages:
                for line in passage.lines:
                    assert not any(pair in say(line, Language.ENGLISH) for pair in ("--", "- -", "·-", "+ -"))
