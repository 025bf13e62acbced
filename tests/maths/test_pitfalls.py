"""Statements that people read differently, or whose answer holds only under a condition, are not passed over."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maths.decide import decide, settle
from maths.families.settled import Settled
from maths.showing.latex import latex
from maths.tree import Negative, Number, Product
from maths.verdict import Level, SectionKind


def reason(problem: str) -> str:
    decision = decide(problem)
    assert decision.answer is None, f"{problem} was decided: {decision.answer.typed}"
    return str(decision.verdict.reason)


def settled(problem: str) -> Settled:
    found = settle(problem)
    assert isinstance(found, Settled), f"{problem} was not decided: {found}"
    return found


def lines(problem: str, kind: SectionKind, level: Level = Level.INTERMEDIATE) -> str:
    taught = settled(problem).teach(level)
    return " ".join(str(line) for passage in taught if passage.kind is kind for line in passage.lines)


@pytest.mark.parametrize("problem", ["x + 10% = 110", "x - 20% = 80", "2x + 50% = 3", "Solve x + y = 3, x - 20% = 4"])
def test_a_percentage_added_to_a_letter_is_asked_back(problem: str) -> None:
    assert "A percentage of what?" in reason(problem)


@pytest.mark.parametrize(
    "problem", ["x^0+x=1", "(x-1)^0*x=1", "(x-2)^0+x=3", "x^(1-1)+x=1", "simplify x^(n-n)", "e^0 * e = 2 for e"]
)
def test_a_power_with_exponent_zero_of_an_unknown_is_not_decided(problem: str) -> None:
    reason(problem)


@pytest.mark.parametrize("problem", ["(-8)^(1/3)", "(-27)^(1/3)", "(-8)^(2/3)", "(-8)^(2/6)", "2 + (1 - 9)^(1/3)"])
def test_an_odd_root_of_a_negative_number_written_as_a_power_has_two_meanings(problem: str) -> None:
    assert "two meanings" in reason(problem)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [("cbrt(-27)", "-3"), (r"\sqrt[3]{-27}", "-3"), ("-8^(1/3)", "-2"), ("(-4)^(1/2)", "2*i"), ("e^0", "1")],
)
def test_roots_and_powers_of_one_meaning_are_still_decided(problem: str, answer: str) -> None:
    assert settled(problem).answer.typed == answer


@pytest.mark.parametrize("problem", ["d/dx y^2", "derivative of y^2 with respect to x", "d/dx (a*b)"])
def test_a_derivative_by_a_letter_that_does_not_occur_is_asked_back(problem: str) -> None:
    assert "depend on x" in reason(problem)


def test_the_understanding_of_a_derivative_says_which_letters_are_held_constant() -> None:
    for level in Level:
        said = lines("derivative of a*x^2 + b with respect to x", SectionKind.UNDERSTANDING, level)
        assert "held constant: a, b" in said
    assert "constant" not in lines("derivative of e^x + x^2", SectionKind.UNDERSTANDING)


def test_the_derivative_of_a_number_is_zero() -> None:
    assert settled("derivative of 5").answer.typed == "0"


def test_reasons_are_about_the_task() -> None:
    assert "absolute value" in reason("derivative of |x|")
    assert "Not all of its solutions" in reason("x^10=1")


@pytest.mark.parametrize(
    "problem",
    ["x2-9=0", "x2 = 16를 풀어줘", "3x2 = 27", "3x4=12", "12x12=144", "factor x2-9", "x1 = 5", "3x4=12, 2x5=10"],
)
def test_a_digit_straight_after_a_letter_is_asked_back_with_its_meanings(problem: str) -> None:
    assert "can mean x^" in reason(problem)


def test_a_digit_after_x_between_numbers_may_be_times() -> None:
    assert "or × and 4" in reason("3x4=12")
    assert "×" not in reason("x2-9=0")


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("x1+x2=3, x1-x2=1", "x_1 = 2, x_2 = 1"),
        ("x₁+x₂=3, x₁-x₂=1", "x_1 = 2, x_2 = 1"),
        ("Solve x_2 + 3 = 5", "2"),
        ("log2(8)", "3"),
        ("derivative of sin2x", "2*cos(2*x)"),
    ],
)
def test_certain_indices_and_digits_after_functions_are_read(problem: str, answer: str) -> None:
    assert settled(problem).answer.typed == answer


@pytest.mark.parametrize(
    ("problem", "answer", "condition"),
    [
        ("simplify (x^2-1)/(x-1)", "x + 1", "x != 1"),
        ("simplify x/x", "1", "x != 0"),
        ("simplify sqrt(x)*sqrt(x)", "x", "x >= 0"),
        ("simplify e^(ln x)", "x", "x > 0"),
        ("simplify (x*y)/(x*z)", "y/z", "x != 0"),
        ("simplify 1/(1/x)", "x", "x != 0"),
        ("simplify tan(x)*cos(x)", "sin(x)", "cos(x) != 0"),
        ("expand x*(1/x+1)", "x + 1", "x != 0"),
    ],
)
def test_a_lost_condition_stands_beside_the_answer_and_in_the_conclusion(
    problem: str, answer: str, condition: str
) -> None:
    found = settled(problem)
    assert found.answer.typed == answer
    assert str(found.method).endswith(f"for {condition}")
    assert condition in lines(problem, SectionKind.CONCLUSION)


@pytest.mark.parametrize("problem", ["simplify (2x+4)/2", "simplify sqrt(x^2)", "simplify sin(x)/cos(x)"])
def test_no_condition_is_made_up(problem: str) -> None:
    assert ", for " not in str(settled(problem).method)


def test_a_condition_that_is_not_computed_leaves_it_undecided() -> None:
    assert "condition" in reason("simplify asin(x)-asin(x)")


@pytest.mark.parametrize("problem", ["expand sin(x+y)", "expand ln(xy)", "expand (x+1)^n"])
def test_what_cannot_be_multiplied_out_is_not_called_expanded(problem: str) -> None:
    assert "nothing" in reason(problem)


def test_only_polynomials_and_fractions_are_called_simplest() -> None:
    assert "already in its simplest form" in reason("simplify x^2+1")
    assert "cannot tell" in reason("simplify sin(x)")


def test_a_negative_factor_behind_a_number_gets_a_dot() -> None:
    product = Product((Number(Fraction(4)), Number(Fraction(1)), Negative(Number(Fraction(1)))))
    assert latex(product) == r"4 \cdot 1 \cdot (-1)"


def test_a_pure_square_is_solved_by_the_root_at_once() -> None:
    said = {level: lines("x^2=4", SectionKind.STEPS, level) for level in Level}
    assert said[Level.INTERMEDIATE] == "Take the square root of both sides: x = ±2."
    assert "left side" not in said[Level.BEGINNER]
    assert "With the minus sign: x = -2." in said[Level.BEGINNER]
    assert "Divide both sides by 2: x**2 = 9." in lines("2x^2=18", SectionKind.STEPS)


def test_a_system_without_a_solution_is_decided_as_such() -> None:
    problem = "x+y=1, x+y=2"
    assert settled(problem).answer.typed == "{}"
    assert "0 = 1 is never true" in lines(problem, SectionKind.STEPS)
    assert "No values satisfy" in lines(problem, SectionKind.CONCLUSION)
    assert settled("x+y+z=1, x-y=2, 2x+z=7").answer.typed == "{}"
    assert "infinitely many" in reason("x+y=1, 2x+2y=2")


@pytest.mark.parametrize("problem", ["|x+10%|=3", "x + 10% < 3", "sqrt(x)+x^0=3", "|x|^0=1", "2^(x+10%)=8"])
def test_real_equations_and_inequalities_ask_back_about_doubtful_signs_too(problem: str) -> None:
    assert decide(problem).answer is None


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("3/5 ÷ 9/10", "2/3"),
        ("6 ÷ 2/3", "9"),
        ("1/2÷1/4 + 1", "3"),
        ("1 1/2 ÷ 3/4", "2"),
        (r"$3/5 \div 9/10$", "2/3"),
        ("12 ÷ 3 × 2", "8"),
        ("3/5/9/10", "1/150"),
    ],
)
def test_a_typed_fraction_beside_a_division_sign_is_one_number(problem: str, answer: str) -> None:
    assert settled(problem).answer.typed == answer


@pytest.mark.parametrize(
    "problem",
    [
        "Solve x^3 = 8. Enter all the real solutions, separated by commas.",
        "Find the roots of x^4 = 16. List all real roots separated by commas.",
        "Solve 2x^2 - 5x + 2 = 0. Enter the integer solutions, separated by commas.",
        "Solve x^2 = 4. Give the positive solution.",
    ],
)
def test_how_to_enter_the_answer_may_not_drop_a_condition(problem: str) -> None:
    answer = decide(problem).answer
    assert answer is None or answer.typed in ("2", "-2, 2")
