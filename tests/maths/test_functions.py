"""Functions, operations of one's own, forms, divisions and parts, in both languages, and their look-alikes."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from flint import fmpq_poly

from maths.decide import decide
from maths.families.algebra.coefficient_sum import CoefficientSum
from maths.families.algebra.completed_square import CompleteSquare
from maths.families.algebra.division import CommonPolynomial, Divide, FixedByRemainder
from maths.families.algebra.rationalise import Rationalise
from maths.families.algebra.written_form import WrittenForm
from maths.families.equations.two_numbers import TwoNumbers
from maths.families.functions.inverse import InverseFunction
from maths.families.settled import UndecidedError
from maths.phrasing.operations import spelled_operation
from maths.phrasing.parts import split
from maths.phrasing.rewording import other_orders
from maths.read import read
from maths.steps import work
from maths.verdict import Level, SectionKind

DECIDED = (
    ("Let f(x) = x + 1 and g(x) = x^2. Find f(g(3)).", "10"),
    ("Let f(x) = x + 1 and g(x) = x^2. Find g(f(3)).", "16"),
    ("Let f(x) = x + 1 and g(x) = x^2. Find (g∘f)(3).", "16"),
    ("If f(x) = g(g(x)) - g(x) and g(x) = 3x - 2, find f(2).", "6"),
    ("Find f(3) if f(x) = x^2 + 1.", "10"),
    ("What is the value of k if f(x) = x^2 + kx and f(2) = 10?", "3"),
    ("The function f is defined by f(x) = 3x - 1. What is f(f(2))?", "14"),
    ("A function is defined as f(x) = x^2 - 3x + 4. Find f(2x).", "4*x**2 - 6*x + 4"),
    ("Let f(x, y) = x - y. Find f(3, 5).", "-2"),
    ("If $f(x)=5x^3-2$, find $f^{-1}(38)$.", "2"),
    ("If $f(x)=x^3+3x^2+3x+1$, find $f(f^{-1}(1000))$.", "1000"),
    ("Let $f(x)=7x+5$ and $g(x)=x-1$. If $h(x)=f(g(x))$, then what is the inverse of $h(x)$?", "(x + 2)/7"),
    ("Find the inverse of f(x) = (x + 1)/(2 - x).", "(2*x - 1)/(x + 1)"),
    ("함수 f(x) = 3x - 2의 역함수를 구하시오.", "(x + 2)/3"),
    ("f(x) = 2x + 1일 때, f^{-1}(7)의 값을 구하시오.", "3"),
    (r"Let $f(x) = \begin{cases} x^2 & \text{if } x > 0 \\ -x & \text{otherwise} \end{cases}$. Find $f(f(-3))$.", "9"),
    (
        (
            r"For integers $n$, let \[f(n) = \left\{ \begin{array}{cl} n + 3 & \text{ if }n\text{ is odd}, \\"
            r" n/2 & \text{ if }n\text{ is even}. \end{array} \right.\]Find $f(f(f(7)))$."
        ),
        "8",
    ),
    ("Define a ⋆ b = a^2 - 2b. What is 3 ⋆ 4?", "1"),
    (r"Define the operation $\star$ by $a \star b = (a + 2b)b$. What is $(3\star5) - (5\star3)$?", "32"),
    ("Define a @ b = a - 2b. Find (1 @ 2) @ 3.", "-9"),
    ("Define a @ b = a - 2b. Find 1 @ (2 @ 3).", "9"),
    ("Define b @ a = a - 2b. Find 3 @ 5.", "-1"),
    ("If $a * b = a^b + b$, for all positive integers $a$ and $b$, then what is the value of $2 * 6$?", "70"),
    ("a ⋆ b = a^2 - 2b라 하자. 3 ⋆ 4의 값은?", "1"),
    ("두 실수 a, b에 대하여 a ◇ b = a + 2b라 할 때, 3 ◇ (1 ◇ 2)의 값을 구하시오.", "13"),
    (
        (
            "The quadratic $x^2-8x+70$ can be written in the form $(x+b)^2+c$, where $b$ and $c$ are constants. "
            "What is $b+c$?"
        ),
        "50",
    ),
    ("If we express 2x^2 + x - 4 in the form a(x - h)^2 + k, then what is k?", "-33/8"),
    ("The quadratic x^2 + 4x + 7 can be written in the form (x - h)^2 + k. What is h?", "-2"),
    ("The quadratic 4x^2 + 4x + 7 can be written in the form (ax + b)^2 + c, where a > 0. What is b?", "1"),
    (
        "The expression x^2 + 13x + 30 can be written as (x + a)(x + b), where a and b are integers. What is a + b?",
        "13",
    ),
    (
        (
            "Mina is trying to solve the following equation by completing the square: x^2 + 10x - 7 = 0. "
            "She rewrites the above equation in the form (x + b)^2 = c. What is c?"
        ),
        "32",
    ),
    ("x^2 + 6x + 1을 (x+a)^2 + b의 꼴로 나타낼 때, a + b의 값을 구하시오.", "-5"),
    ("Find the remainder when x^3 - 2x + 1 is divided by x - 2.", "5"),
    ("Find the quotient and remainder when x^3 - 2x + 1 is divided by x^2 + 1.", "x, -3*x + 1"),
    ("What is the quotient when x^3 - 8 is divided by x - 2?", "x**2 + 2*x + 4"),
    ("Find the greatest common divisor of x^2 - 1 and x^2 - 2x + 1.", "x - 1"),
    ("If x - 2 is a factor of x^3 + ax + 2, find a.", "-5"),
    ("When x^3 + ax + 1 is divided by x - 2, the remainder is 5. Find a.", "-2"),
    ("Find the sum of the coefficients of (x - 2)^5.", "-1"),
    ("What is the coefficient of x^3 when x^2 + 2x is multiplied by x^2 + 3x and the like terms are combined?", "5"),
    ("x^3 - 2x + 1을 x^2 + 1로 나누었을 때의 몫과 나머지를 구하시오.", "x, -3*x + 1"),
    ("x^3 + ax + 1을 x - 2로 나눈 나머지가 5일 때, 상수 a의 값을 구하시오.", "-2"),
    ("(2x+1)^5의 모든 계수의 합을 구하시오.", "243"),
    (r"Rationalize the denominator: $\sqrt{\frac25}$.", "sqrt(10)/5"),
    ("Rationalize the denominator of 1/(sqrt(5)-2).", "2 + sqrt(5)"),
    ("2/(sqrt(3)+1)의 분모를 유리화하시오.", "-1 + sqrt(3)"),
    ("What value of c makes x^2 + 10x - c a perfect square?", "-25"),
    ("Complete the square for 2x^2 - 8x + 3.", "2*(x - 2)**2 - 5"),
    ("x^2 + 6x + 1을 완전제곱식 꼴로 나타내시오.", "(x + 3)**2 - 8"),
    ("How much greater than 27^2 is 43^2?", "1120"),
    ("What is the positive difference between 3/4 and 5/6?", "1/12"),
    ("x^2 + 6x + k가 완전제곱식이 되도록 하는 상수 k의 값을 구하시오.", "9"),
    ("The sum of two numbers is 30 and their difference is 8. What is their product?", "209"),
    ("The difference of two positive numbers is 3 and their product is 10. Find the larger number.", "5"),
    ("두 수의 합이 25이고 차가 9일 때, 큰 수를 구하시오.", "17"),
    ("Let f(x) = 2x + 1. (a) Find f(3). (b) Solve f(x) = 7.", "(a) 7, (b) 3"),
    ("Factor each of the following: (1) x^2 - 1 (2) x^2 - 5x + 6", "(1) (x - 1)*(x + 1), (2) (x - 3)*(x - 2)"),
    ("f(x) = x^2 + 1일 때, 다음을 구하시오. (1) f(2) (2) f(-1)", "(1) 5, (2) 2"),
    ("다음을 계산하시오. (1) 2+3 (2) 4*5-6", "(1) 5, (2) 14"),
)

UNDECIDED = (
    "Let f(x) = x^2. Find f^{-1}(9).",
    "Let f(x) = x^3 - x. Find f^{-1}(24).",
    "Find the inverse of f(x) = x^2.",
    "Find the inverse of f(x) = |x|.",
    "Find the inverse of f(x) = 5.",
    "Let f(x) = 1/(x - 2). Find f^{-1}(0).",
    "Let f(x) = sqrt(x). Find f^{-1}(-3).",
    "Let f(x) = sqrt(x - 1). What is f(0)?",
    "Let f(x) = 2x + 1. Find f^2(3).",
    "Let f(x) = 2x + 1. Let f(x) = 3x. Find f(2).",
    "Let f(x) = g(x) + 1. Find f(2).",
    "Let f(x) = f(x - 1) + 1. Find f(2).",
    "Let f(x) = 2x + 1. Find g(2).",
    "Let f(x, y) = x - y. Find f(2).",
    "Let f(n) = n + 1 if n is odd. Find f(2).",
    "Find f(3) if f(x) = x^2 and f(2) = 5.",
    "Define a @ b = a - 2b. Find 1 @ 2 @ 3.",
    "Define a @ b = a - 2b. Find 2 @ 3 + 4.",
    "Define a @ b = a - 2b. Find -2 @ 3.",
    "Define a @ b = a - 2b. Find 2^3 @ 4.",
    "Define a @ b = a - 2b. Find 3x @ 4.",
    "Define a @ b = a/b. Find 1 @ 0.",
    "Define a @ b = a - 2c. Find 3 @ 5.",
    "If a*b = 12, what is 3*4?",
    r"Let $f(x) = \begin{cases} x^2 & \text{if } x > 1 \\ -x & \text{if } x \le 2 \end{cases}$. Find $f(3/2)$.",
    "The expression x^2 + 13x + 30 can be written as (x + a)(x + b), where a and b are integers. What is a - b?",
    "The quadratic 4x^2 + 4x + 7 can be written in the form (ax + b)^2 + c. What is b?",
    "The quadratic 2x^2 + 4x + 7 can be written in the form (x + b)^2 + c. What is c?",
    "The quadratic x^2 + 3x + 1 can be written in the form (x + b)^2 + c, where b and c are integers. What is c?",
    "The quadratic x^2 + 4x + 7 cannot be written in the form (x + h)^2. What is h?",
    "Find the remainder when x^3 + 1 is divided by 0.",
    "Find the remainder when x^3 + 1 is not divided by x^2.",
    "Divide x^3 + 1 by x - 1.",
    "If x - 2 is not a factor of x^3 + ax + 2, find a.",
    "Rationalize the denominator of 3/4.",
    "Complete the square: x^2 + 1.",
    "Complete the square: x^3 + x.",
    "Rationalize the denominator of 1/(sqrt(x) + 1).",
    "What value of c makes -x^2 + 10x + c a perfect square?",
    "The difference of two numbers is 3 and their product is 10. Find the larger number.",
    "The sum of two numbers is 2 and their product is 5. Find the larger number.",
    "The sum of three numbers is 25 and their difference is 11. Find the larger number.",
    "The sum of two numbers is not 25 and their difference is 11. Find the larger number.",
    "Find x such that: (1) x^2 = 4 (2) x > 0",
    "(a) 2+3 (b) the colour of the sky",
    "Which is not larger? (a) 3 (b) 4",
    "두 수의 합이 25가 아니고 차가 9일 때, 큰 수를 구하시오.",
    "x^2 + 6x + k가 완전제곱식이 되지 않도록 하는 상수 k의 값을 구하시오.",
)


def answer(problem: str) -> str | None:
    found = decide(problem).answer
    return None if found is None else found.typed


@pytest.mark.parametrize(("problem", "expected"), DECIDED, ids=[problem for problem, _ in DECIDED])
def test_functions_forms_and_parts_are_decided(problem: str, expected: str) -> None:
    assert answer(problem) == expected


@pytest.mark.parametrize("problem", UNDECIDED)
def test_what_looks_alike_is_not_decided(problem: str) -> None:
    assert answer(problem) is None


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("problem", [problem for problem, _ in DECIDED[::3]])
def test_every_level_teaches_steps_and_a_conclusion(problem: str, level: Level) -> None:
    kinds = {passage.kind for passage in work(problem, level).passages}
    assert {SectionKind.STEPS, SectionKind.CONCLUSION} <= kinds


def test_what_is_given_after_the_question_is_put_before_it() -> None:
    assert list(other_orders("Let g(x) = 2x. Find f(3) if f(x) = g(x).")) == [
        "Let g(x) = 2x. If f(x) = g(x), find f(3)?"
    ]


def test_an_operation_is_spelled_as_a_function_only_where_its_operands_are_certain() -> None:
    spelled = spelled_operation("Define a # b = a + b. Find (1 # 2) # 3.")
    assert spelled is not None
    assert spelled.text == "Define Z(a, b) = a + b. Find Z(Z(1, 2), 3)."
    assert spelled_operation("If a*b = 12, what is 3*4?") is None
    with pytest.raises(UndecidedError):
        spelled_operation("Define a # b = a + b. Find 1 # 2 # 3.")


def test_an_undecided_part_names_the_parts_before_it() -> None:
    found = decide("(a) Compute 2 + 3. (b) Find the inverse of f(x) = x^2.")
    assert found.answer is None
    assert "(a) 5" in str(found.reason)


def test_labels_come_in_their_order_from_the_first() -> None:
    found = split("Solve: (a) x = 1 (b) x = 2")
    assert found is not None
    assert found.parts == (("(a)", "x = 1"), ("(b)", "x = 2"))
    assert split("Solve: (b) x = 1 (c) x = 2") is None
    assert split("Find f(a) + f(b).") is None


CUBIC = read("x^3 + 1")
BROKEN = {
    "wrong square": lambda: CompleteSquare(read("x^2 + 2*x")).settle(lambda *_: (Fraction(1), Fraction(1))),
    "wrong inverse": lambda: InverseFunction("f", "x", read("2*x + 3"), "x").settle(lambda *_: read("(y + 3)/2")),
    "wrong remainder": lambda: Divide(CUBIC, read("x - 1"), ("remainder",)).settle(
        lambda *_: (fmpq_poly([1, 1, 1]), fmpq_poly([3]))
    ),
    "wrong common divisor": lambda: CommonPolynomial((CUBIC, read("x^2 - 1"))).settle(
        lambda parts: sympy.Poly(1, parts[0].gen, domain="QQ")
    ),
    "wrong coefficient": lambda: FixedByRemainder(read("x^2 + a*x"), read("x - 1"), read("3"), "a", "x").settle(
        lambda _: sympy.Integer(5)
    ),
    "wrong sum": lambda: CoefficientSum(CUBIC).settle(lambda _: sympy.Integer(3)),
    "wrong constants": lambda: WrittenForm(read("x^2 + 2*x"), read("(x + b)^2 + c"), read("b")).settle(
        lambda _: [{"b": Fraction(2), "c": Fraction(-1)}]
    ),
    "wrong rational denominator": lambda: Rationalise(read("1/sqrt(2)")).settle(lambda _: sympy.sqrt(2)),
    "a number lost": lambda: TwoNumbers((("sum", Fraction(5)), ("product", Fraction(6))), "larger").settle(
        lambda _: [sympy.Integer(2)]
    ),
}


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: object) -> None:
    with pytest.raises(UndecidedError):
        settle()  # type: ignore[operator]
