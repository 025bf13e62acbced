"""Statements in both languages are decided with the right answer; what is not certain is not decided."""

from __future__ import annotations

import pytest

from maths.decide import decide
from maths.grade import grade
from maths.verdict import Outcome

EQUATIONS = [
    ("3x^2+4x+5=1", "(-2 - 2*i*sqrt(2))/3, (-2 + 2*i*sqrt(2))/3"),
    ("Solve 3x^2+4x+5=1", "(-2 - 2*i*sqrt(2))/3, (-2 + 2*i*sqrt(2))/3"),
    ("3x^2 + 4x + 5 = 1을 풀어 주세요.", "(-2 - 2*i*sqrt(2))/3, (-2 + 2*i*sqrt(2))/3"),
    ("Find the roots of x^2-5x+6", "2, 3"),
    ("What are the solutions to x^2 - 5x + 6 = 0?", "2, 3"),
    ("how do i solve 2x+3=11", "4"),
    ("solve for x: 2x+3=11", "4"),
    ("2x+3=11 풀이 좀", "4"),
    ("2x+3=11 답이 뭐야", "4"),
    ("x^2-5x+6=0 근", "2, 3"),
    ("Suppose 3*l**2/17 - 12/17 = 0. What is l?", "-2, 2"),
    ("Solve -4*i**2 + 36 = 0 for i.", "-3, 3"),
    ("If 3x+5=29, what is the value of x?", "8"),
    ("For what value of y is 2y - 3 = 7?", "5"),
    ("Find w, given that w**3 - 6*w**2 + 11*w - 6 = 0.", "1, 2, 3"),
    ("Solve \\[\\frac{x}{2} + 3 = 5.\\]", "4"),
    ("Solve $x^2 = 2$ for $x$.", "-sqrt(2), sqrt(2)"),
    ("Solve x/(x-1) = 2", "2"),
    ("Solve 1/x + 1/(x+1) = 3/2", "-2/3, 1"),
    ("Solve (x^2-1)/(x-1) = 2", "{}"),
    ("Solve x + 1 = x + 2", "{}"),
    ("Find all real solutions of x^3 = 27", "3"),
    ("Solve x^2 + 1 = 0 over the real numbers", "{}"),
    ("x^4 - 5x^2 + 4 = 0의 해를 모두 구하시오.", "-2, -1, 1, 2"),
    ("x^4 - 5x^2 + 4 = 0의 해를 구하시오.", "-2, -1, 1, 2"),
    ("방정식 x^2=9의 해를 구하세요", "-3, 3"),
    ("이차방정식 x^2 - 3x + 2 = 0 을 풀어라", "1, 2"),
    ("x에 대한 방정식 2x+1=5를 풀어라", "2"),
    ("안녕하세요! 3x+5=20 좀 풀어주세요 감사합니다", "5"),
    ("x^2+1=0의 실근을 구하세요", "{}"),
    ("Solve 0.5x + 1.25 = 2", "1.5"),
    ("Solve x^6 - 9x^3 + 8 = 0 over the reals", "1, 2"),
]
SYSTEMS = [
    ("Solve x+y=3, x-y=1 for x and y.", "x = 2, y = 1"),
    ("Solve 2*x + y = 5, x - y = 1 for y.", "1"),
    ("Solve the system\n2x+y=5\nx-y=1", "x = 2, y = 1"),
    ("\\begin{cases} x+y=3 \\\\ x-y=1 \\end{cases}", "x = 2, y = 1"),
    ("연립방정식 x+y=3, x-y=1을 풀어주세요", "x = 2, y = 1"),
    ("If 3m+4n=47 and m+n=15, what is m?", "13"),
    ("Solve a + b + c = 6, a - b = 0, c - a = 0 for a, b and c", "a = 2, b = 2, c = 2"),
]
ARITHMETIC = [
    ("What is 2+2?", "4"),
    ("2+2", "4"),
    ("2+2=?", "4"),
    ("What is -4 + -9 - (4 + -10 + 42)?", "-49"),
    ("Calculate ((-2)/170)/(565/2825).", "-1/17"),
    ("Calculate 0.1+0.2", "0.3"),
    ("1/2+1/3은?", "5/6"),
    ("12÷4+3을 계산하시오", "6"),
    ("다음을 계산하시오. 12÷4+3", "6"),
    ("What is 5!?", "120"),
    ("Simplify sqrt(12)+sqrt(27)", "5*sqrt(3)"),
    ("Simplify (1 + sqrt(2))**2", "3 + 2*sqrt(2)"),
    ("sin(pi/6)의 값은?", "1/2"),
    ("What is 20% of 50?", "10"),
    ("50의 20%는 얼마인가요?", "10"),
    ("What is 7 times 8?", "56"),
    ("What is -12 divided by 8?", "-3/2"),
    ("3 더하기 4는 뭐야?", "7"),
    ("What is the square root of 16?", "4"),
    ("Evaluate x^2+3x when x=2", "10"),
    ("x=3일 때 x^2-1의 값을 구하시오", "8"),
    ("Evaluate (xy)^5/y^3 where x=2 and y=-3.", "288"),
    ("What is (2+3i)(1-i)?", "5 + i"),
    ("Evaluate $\\lceil\\sqrt{10}\\rceil + \\lfloor\\sqrt{10}\\rfloor$.", "7"),
    ("3[2(1+1) - 1]", "9"),
]
CALCULUS = [
    ("d/dx[x^3+2x^2+x+1]", "3*x^2 + 4*x + 1"),
    ("Differentiate x^3 with respect to x", "3*x^2"),
    ("Find the second derivative of 3*t**2*f**2 - 4*f wrt t.", "6*f^2"),
    ("What is the third derivative of x^5?", "60*x^2"),
    ("x^2 sin(x)을 미분하세요", "2*x*sin(x) + x^2*cos(x)"),
    ("함수 f(x)=x^3-3x를 미분하시오", "3*x^2 - 3"),
    ("x^4의 이계도함수를 구해줘", "12*x^2"),
    ("Find the derivative of x/(x+1).", "1/(x+1)^2"),
    ("∫_0^1 x^2 dx", "1/3"),
    ("\\int_0^{\\pi} \\sin x \\, dx", "2"),
    ("Find the integral of cos(2x) dx from 0 to pi/4", "1/2"),
    ("0부터 1까지 x^2를 적분하세요", "1/3"),
    ("정적분 ∫_0^2 x dx의 값을 구하여라", "2"),
    ("lim x->0 sin(x)/x", "1"),
    ("\\lim_{x \\to 2} \\frac{x^2-4}{x-2}", "4"),
    ("What is the limit of (3x^2+1)/(x^2-x) as x goes to infinity?", "3"),
    ("x가 0으로 갈 때 (1-cos(x))/x^2의 극한을 구하세요", "1/2"),
    ("lim_{x->oo} (1+1/x)^x", "e"),
    ("lim_{x->oo} x^2/e^x", "0"),
    ("Find the limit of 1/x as x approaches 0 from the right", "oo"),
]
ALGEBRA = [
    ("Expand (2*x - 3)(x + 4).", "2*x^2 + 5*x - 12"),
    ("(x+1)(x-2)를 전개하세요", "x^2 - x - 2"),
    ("다음 식을 전개하시오: (x+2)(x-2)", "x^2 - 4"),
    ("Collect the terms in 3*a + 2 - a + 5*a**2.", "5*a^2 + 2*a + 2"),
    ("x^2-5x+6을 인수분해하세요", "(x - 3)*(x - 2)"),
    ("Factor 5*b**2 + 842985*b - 1685990.", "5*(b - 2)*(b + 168599)"),
    ("Factor x^2-y^2", "(x-y)*(x+y)"),
    ("Simplify (x^2-1)/(x-1)", "x + 1"),
    ("simplify sin(x)^2+cos(x)^2", "1"),
    ("행렬 [[1, 2], [3, 4]]의 고유값을 구해주세요.", "(5 - sqrt(33))/2, (5 + sqrt(33))/2"),
    ("Find the eigenvalues of [[0,-1],[1,0]]", "-i, i"),
    ("Find the determinant of the matrix [[1,2,3],[4,5,6],[7,8,10]]", "-3"),
    ("Find the inverse of \\begin{pmatrix} 1 & 2 \\\\ 3 & 5 \\end{pmatrix}", "[[-5, 2], [3, -1]]"),
]
CASUAL = [
    ("solve 2x+3=11 pls", "4"),
    ("what's 15% of 80", "12"),
    ("i need help with 3x-7=2", "3"),
    ("can u solve x^2=16", "-4, 4"),
    ("x^2+7x+12 factor", "(x + 3)*(x + 4)"),
    ("find x 2x + 5 = 15", "5"),
    ("x+3=7, x=?", "4"),
    ("2x+y=5 and x-y=1", "x = 2, y = 1"),
    ("y=x^2, find dy/dx", "2*x"),
    ("f(x)=x^3. Find f'(x).", "3*x^2"),
    ("f(x)=x^2 일 때 f'(x)를 구하시오", "2*x"),
    ("limit of sin(x)/x as x->0", "1"),
    ("det([[1,2],[3,4]])", "-2"),
    ("Solve x^2+4x+1=0 by completing the square", "-2 - sqrt(3), -2 + sqrt(3)"),
    ("[[1,2],[3,4]]의 행렬식 값을 구하시오", "-2"),
    ("2의 10제곱은?", "1024"),
    ("2^10은 얼마야?", "1024"),
    ("x+3=7이면 x는 얼마인가요?", "4"),
    ("2x=8에서 x를 구하세요", "4"),
    ("x^2-4=0 어떻게 풀어요?", "-2, 2"),
    ("이 문제 풀어주세요. 2x+1=7", "3"),
    ("x^2의 정적분을 0에서 1까지 구하시오", "1/3"),
    ("x→0일 때 sin(x)/x의 극한값은?", "1"),
    ("다음 극한을 구하시오. lim_{x→0} sin x / x", "1"),
    ("x+y=3, x-y=1 연립방정식 풀어줘", "x = 2, y = 1"),
    ("6/8을 기약분수로 나타내시오", "3/4"),
]


@pytest.mark.parametrize(
    ("problem", "answer"),
    [*EQUATIONS, *SYSTEMS, *ARITHMETIC, *CALCULUS, *ALGEBRA, *CASUAL],
    ids=lambda text: str(text)[:40],
)
def test_a_statement_is_decided_with_its_answer(problem: str, answer: str) -> None:
    """Every phrasing reaches the same exact answer, with both routes named."""
    decision = decide(problem)
    assert decision.answer is not None, str(decision.reason)
    assert grade(answer, decision.answer.typed).outcome is Outcome.EQUAL, decision.answer.typed
    assert decision.method is not None


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("∫(x^2 + 3x + 2)dx", "x**3/3 + 3*x**2/2 + 2*x + C"),
        ("Integrate 1/x", "ln(abs(x)) + C"),
        ("x^2을 x에 대해 적분해줘", "x**3/3 + C"),
        ("Solve x^2 - 2x - 1 = 0", "1 - sqrt(2), 1 + sqrt(2)"),
    ],
)
def test_the_typed_answer_has_its_fixed_form(problem: str, answer: str) -> None:
    """Ascending roots with commas, an antiderivative with its constant, logarithms of absolute values."""
    decision = decide(problem)
    assert decision.answer is not None
    assert decision.answer.typed == answer


UNDECIDED = [
    "",
    "   ",
    "hello",
    "x^2-4",
    "How many roots of x^2-4 are negative?",
    "Which is not a root of x^2-4=0?",
    "Solve x^2 = 4 for x > 0",
    "x^2-4=0의 근이 아닌 것을 고르시오",
    "Solve ax+b=0",
    "Solve 1/2x = 3",
    "8/2(2+2)",
    "6÷2(1+2)",
    "log(100)",
    "What is 100 + 10%?",
    "Simplify 6:4",
    "What is 101_2 + 1?",
    "Find the value of 8\\cos^210^\\circ",
    "\\cos 10^\\circ \\cos 50^\\circ \\cos 70^\\circ",
    "Solve 0x = 0",
    "Solve x = x",
    "Solve x + y = 2",
    "Solve x + y = 2, 2x + 2y = 4",
    "Find x if x^3 = 27",
    "y = x^2, find dz/dx",
    "f(x)=x^3. Find g'(x).",
    "x+3=7, y=?",
    "Solve x^5-x-1=0",
    "Solve 2^x<x",
    "Solve 2x+3",
    "Solve 3 = 3",
    "Differentiate x^2*y",
    "Expand (-i + 2*i)*(98 - 43*i)",
    "Factor x^2+1",
    "lim x->0 sin(1/x)",
    "∫ e^(x^2) dx",
    "1/0",
    "0/0",
    "0^0",
    "What is sqrt(2)?",
    "What is 5?",
    "Find the eigenvalues of [[1,2,3],[4,5,6]]",
    "Find the inverse of [[1,2],[2,4]]",
    "Solve 2x+3=11 and 3x",
    "Factor x^2+5x+6 and then solve x^2+5x+6=0",
    "Résoudre 2x + 3 = 11",
    "2x+3=11を解いてください",
    "Do not solve 2x+3=11",
    "Solve 2x+3=11 without algebra",
    "A train leaves at 3 and arrives at 5. How long did it take?",
    "Solve dog = 3",
    "What is 3 km + 200 m?",
    "9**9**9",
    "(10**6)!",
    "Expand (x+1)^5000",
    "Solve x^100 - 3x^57 + x - 7 = 0",
    "__import__('os').system('true')",
    "Solve " + "(" * 300 + "x" + ")" * 300 + " = 1",
    "x," * 900,
    "a " * 900,
    "Solve " + "x+y=1, " * 200,
    "7" * 3000,
]


@pytest.mark.parametrize("problem", UNDECIDED, ids=lambda text: str(text)[:40] or "empty")
def test_what_is_not_certain_is_not_decided_and_says_why(problem: str) -> None:
    """Leftover words, negations, unstated assumptions, ambiguity and bombs end in a reason, never in an answer."""
    decision = decide(problem)
    assert decision.answer is None, decision.answer
    assert decision.method is None
    assert decision.reason is not None


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("Solve 2x+3=11 quickly", "quickly"),
        ("Find the prettiest root of x^2-4=0", "prettiest"),
        ("x^2-4=0의 예쁜 근을 구하세요", "예쁜 근"),
    ],
)
def test_the_reason_shows_where_reading_stopped(problem: str, words: str) -> None:
    """The reader of the reason sees which words were not understood."""
    assert words in str(decide(problem).reason)


def test_two_readings_that_mean_different_things_are_not_decided() -> None:
    """An exclamation mark may end the sentence or be a factorial."""
    decision = decide("Solve 2x+3=11!")
    assert decision.answer is None
    assert "more than one way" in str(decision.reason)
