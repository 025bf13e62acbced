"""Two routes of every kind of equation: when one errs nothing is decided; steps differ between levels and are true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sympy
from flint import fmpq_poly

from maths.decide import GIVEN_UP
from maths.families.complex_numbers.parts import ComplexPart, Part
from maths.families.equations.discriminant import ParameterFor, RealRoots
from maths.families.equations.equation import Domain
from maths.families.equations.exponential import Exponential
from maths.families.equations.extremum import Extremum
from maths.families.equations.intervals import Together
from maths.families.equations.literal import SolveFor
from maths.families.equations.nonlinear import NonlinearSystem, ValueUnder
from maths.families.equations.real_domain import DomainOf
from maths.families.equations.real_set import EVERYTHING
from maths.families.equations.solution_sets import SolutionsAsked, Which
from maths.families.equations.trigonometric import Trigonometric
from maths.families.equations.two_bases import TwoBases
from maths.families.equations.unknowns import Ask, Conditions
from maths.families.logic.propositions import Constant, read_proposition
from maths.families.logic.truth import Query, SimplifyLogic, TruthQuestion, table
from maths.families.numbers.congruence import LinearCongruence, ModularInverse, PowerResidue
from maths.families.numbers.congruence_steps import Bezout
from maths.families.routes.radicals import radical_roots
from maths.families.settled import UndecidedError
from maths.read import read
from maths.steps import work
from maths.verdict import Level, SectionKind
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Relation


def _relation(text: str) -> Relation:
    return read(text)  # type: ignore[return-value]


SUM_AND_PRODUCT = Conditions((_relation("x+y=5"), _relation("x*y=6")), ("x", "y"), Domain.REAL)
QUADRATIC = _relation("x^2-5x+6=0")
BROKEN: dict[str, Callable[[], object]] = {
    "another value": lambda: ValueUnder(SUM_AND_PRODUCT, read("x^2+y^2")).settle(lambda *_: fmpq_poly([-14, 1])),
    "a value too many": lambda: ValueUnder(SUM_AND_PRODUCT, read("x-y"), Ask.ALL).settle(
        lambda *_: fmpq_poly([0, -1, 0, 1])
    ),
    "a solution too many": lambda: NonlinearSystem(SUM_AND_PRODUCT).settle(lambda *_: fmpq_poly([1, 2, 3, 4])),
    "a root lost": lambda: SolutionsAsked(QUADRATIC, "x", Which.REAL, Ask.SUM, counts_once=True).settle(
        lambda p: radical_roots(p)[:1]
    ),
    "a root of the reduced equation lost": lambda: Exponential(_relation("4^x-5*2^x+4=0"), "x").settle(
        lambda p: radical_roots(p)[:1]
    ),
    "another exponent": lambda: TwoBases(_relation("2^(x+1)=3^x"), "x").settle(lambda *_: sympy.Integer(1)),
    "an angle lost": lambda: Trigonometric(_relation("sin(x)=1/2"), "x").settle(lambda found: found[:1]),
    "an angle turned": lambda: Trigonometric(_relation("sin(x)=1/2"), "x").settle(
        lambda found: [angle + 1 for angle in found]
    ),
    "another domain": lambda: DomainOf(read("sqrt(x-2)"), "x").settle(lambda *_: EVERYTHING),
    "another set": lambda: Together((_relation("x>2"), _relation("x<5")), "x").settle(lambda *_: EVERYTHING),
    "a value that is not reached": lambda: Extremum(read("x^2-4x+7"), ("x",), greatest=False).settle(
        lambda _: sympy.Integer(2)
    ),
    "a value beyond which there are others": lambda: Extremum(read("x^2-4x+7"), ("x",), greatest=False).settle(
        lambda _: sympy.Integer(4)
    ),
    "another constant besides the squares": lambda: Extremum(read("x^2+y^2-2x"), ("x", "y"), greatest=False).settle(
        lambda _: sympy.Integer(0)
    ),
    "another quotient": lambda: SolveFor(_relation("A=P*(1+r*t)"), "t").settle(lambda a, b: -b / a + 1),
    "another discriminant": lambda: ParameterFor(_relation("x^2+k*x+4=0"), "x", "k", RealRoots.TWO).settle(
        lambda _: sympy.Symbol("k") ** 2 - 15
    ),
    "another part": lambda: ComplexPart(Part.MODULUS, read("3+4i")).settle(
        lambda _: (sympy.Integer(3), sympy.Integer(5))
    ),
    "another inverse": lambda: ModularInverse(read("3"), read("11")).settle(lambda *_: Bezout(5, -1, 1)),
    "another residue": lambda: LinearCongruence("x", ((read("3"), read("0"), read("4"), read("7")),)).settle(
        lambda *_: Bezout(1, 0, 1)
    ),
    "another power": lambda: PowerResidue(read("3"), read("100"), read("7")).settle(lambda *_: 5),
    "a wrong row": lambda: TruthQuestion(Query.TAUTOLOGY, read_proposition("p ∨ ¬p")).settle(
        lambda p: [False, *table(p)[1:]]
    ),
    "another formula": lambda: SimplifyLogic(read_proposition("p ∧ q")).settle(lambda _: Constant(value=False)),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: Callable[[], object]) -> None:
    """The second route does not follow the first."""
    with pytest.raises((UndecidedError, *GIVEN_UP)):
        settle()


TAUGHT = [
    "If x+y=5 and xy=6, find x^2+y^2.",
    "Solve the system x^2+y^2=25, x+y=7",
    "Find the sum of the real roots of x^4-5x^2+4=0",
    "4^x - 5*2^x + 4 = 0",
    "log_2(x) + log_2(x-2) = 3",
    "2^(x+1)=3^x",
    "Solve 2 sin^2 x - sin x - 1 = 0 for 0 <= x < 2pi.",
    "Solve sin(2x) = cos x for 0 <= x < 2pi.",
    "Find the domain of sqrt(x-2)/(x-5)",
    "Find the minimum value of x^2+y^2-2x over all real numbers x and y",
    "Find all values of k such that x^2+kx+4=0 has two distinct real roots",
    "Solve $F = 9C/5 + 32$ for $C$",
    "Solve the compound inequality 2x+1 > 3 and x-4 < 2",
    "Find the modulus of 3+4i.",
    "Solve z^2 = 3+4i",
    "Solve 3x ≡ 4 (mod 7)",
    "Find the inverse of 17 modulo 43",
    "3^100 mod 7",
    "Are p → q and ¬p ∨ q logically equivalent?",
]


@pytest.mark.parametrize("problem", TAUGHT)
def test_every_level_has_its_own_words_in_both_languages(problem: str) -> None:
    """The beginner is told more than the expert, and nothing stays English in Korean."""
    written = {}
    for level in Level:
        passages = work(problem, level).passages
        assert {SectionKind.STEPS, SectionKind.CONCLUSION} <= {passage.kind for passage in passages}
        lines = [line for passage in passages for line in passage.lines]
        written[level] = [str(line) for line in lines]
        for line in lines:
            assert say(line, Language.KOREAN) != say(line, Language.ENGLISH)
    assert written[Level.BEGINNER] != written[Level.ADVANCED]
    assert len(written[Level.BEGINNER]) >= len(written[Level.ADVANCED])
