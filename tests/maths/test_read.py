"""What people type and what models write is read as it is meant, whole, or refused with its place."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maths.bounds import MAX_NODES
from maths.read import UnreadableError, read, read_tokens
from maths.reading.tokens import Kind, tokenize
from maths.show import typed
from maths.tree import Apply, Derivative, Integral, Name, Number, walk

# text, the same written out in typed form
SAME = [
    # ASCII
    ("3x^2+4x+5=1", "3*x**2 + 4*x + 5 = 1"),
    ("2x(x+1)", "2*x*(x + 1)"),
    ("-7*h**2/5 + 307693*h", "-7*h**2/5 + 307693*h"),
    ("sin^2 x", "sin(x)**2"),
    ("sin 2x cos x", "sin(2*x)*cos(x)"),
    ("sin(x)^2", "sin(x)**2"),
    ("sin^{-1} x", "asin(x)"),
    ("sin -x", "sin(-x)"),
    ("xsinx", "x*sin(x)"),
    ("x ln x", "x*ln(x)"),
    ("|x|", "abs(x)"),
    ("|x-1|+|x+2|", "abs(x - 1) + abs(x + 2)"),
    ("2|x|", "2*abs(x)"),
    ("5!", "5!"),
    ("(n-k)!", "(n - k)!"),
    ("5!!", "doublefactorial(5)"),
    ("5!= 120", "5! = 120"),
    ("x != 3", "x != 3"),
    ("1 1/4", "1 1/4"),
    ("-2 1/2", "-(2 1/2)"),
    ("1 1/4 x", "(1 1/4)*x"),
    ("1e-3", "0.001"),
    ("sqrt 2", "sqrt(2)"),
    ("sqrt 2x", "sqrt(2)*x"),
    ("cbrt(8)", "root(8, 3)"),
    ("[[1,2],[3,4]]", "[[1, 2], [3, 4]]"),
    ("x=2 or x=-2", "x = 2 or x = -2"),
    ("(1,2]", "(1, 2]"),
    ("[0, inf)", "[0, oo)"),
    ("{1,2}", "{1, 2}"),
    ("x<=3", "x <= 3"),
    ("-2 <= x < 3", "-2 <= x < 3"),
    ("3:4", "3:4"),
    ("1,234.5", "1234.5"),
    ("1 000 000", "1000000"),
    ("(1,234)", "(1, 234)"),
    ("(1,000)", "1000"),
    ("(1,000, 2,500)", "(1000, 2500)"),
    ("1, 2 and 3", "1, 2, 3"),
    ("1, 2, and 3", "1, 2, 3"),
    ("x = 1, y = 2", "x = 1, y = 2"),
    ("(2)(3)", "2*3"),
    ("2(3)", "2*3"),
    ("[x+1][x-1]", "(x + 1)*(x - 1)"),
    ("1/2x", "1/2*x"),
    ("a/b/c", "a/b/c"),
    ("2^3^2", "2**(3**2)"),
    ("-x^2", "-x**2"),
    ("2*-3", "2*(-3)"),
    ("2^-3", "2**(-3)"),
    ("x1+x_2", "x_1 + x_2"),
    ("log_2 8", "log(8, 2)"),
    ("log_28 + 1", "log(8, 2) + 1"),
    ("6!/(4!2!)", "6!/(4!*2!)"),
    ("0.333...", "1/3"),
    ("0.1666… + 1", "1/6 + 1"),
    ("int_0^1 x^2 dx", "integrate(x**2, x, 0, 1)"),
    ("sum_{k=1}^{4} k", "sum(k, k, 1, 4)"),
    ("log_10(1000)", "log(1000, 10)"),
    ("log_12 x", "log(x, 12)"),
    ("log2(8)", "log(8, 2)"),
    ("log(8, 2)", "log(8, 2)"),
    ("7 mod 3", "7 mod 3"),
    ("a≡b (mod 7)", "a ≡ b (mod 7)"),
    ("506_7", "506_7"),
    ("50%", "50%"),
    ("sin 30°", "sin(30°)"),
    ("C(5,2)", "binomial(5, 2)"),
    ("True", "True"),
    ("e^(2x)", "e**(2*x)"),
    ("x ∈ (1,2) ∪ (3,∞)", "x in (1, 2) union (3, oo)"),
    ("(1,2) U (3,4)", "(1, 2) union (3, 4)"),
    ("4!", "4!"),
    # Unicode
    ("√4", "sqrt(4)"),
    ("2√3", "2*sqrt(3)"),
    ("√(x+1)", "sqrt(x + 1)"),
    ("∛8", "root(8, 3)"),
    ("x²+1", "x**2 + 1"),
    ("xⁿ⁺¹", "x**(n + 1)"),
    ("x⁻¹", "x**(-1)"),
    ("½", "1/2"),
    ("3½", "3 1/2"),
    ("−3", "-3"),
    ("π/2", "pi/2"),
    ("∞", "oo"),
    ("a ≤ b", "a <= b"),
    ("2×3÷4·5", "2*3/4*5"),
    ("２＋３", "2 + 3"),
    ("𝑥+1", "x + 1"),
    ("x₁₂", "x_12"),
    ("∅", "{}"),
    ("α+β", "alpha + beta"),
    ("3 ± 2√2", "3 ± 2*sqrt(2)"),
    ("⌊x/2⌋", "floor(x/2)"),
    # LaTeX
    (r"\frac12", "1/2"),
    (r"\frac½3", "1/2/3"),
    (r"(7\,100)", "7100"),
    (r"\frac{1}{2}x", "1/2*x"),
    (r"\frac\pi4", "pi/4"),
    (r"\dfrac{-b \pm \sqrt{b^2-4ac}}{2a}", "(-b ± sqrt(b**2 - 4*a*c))/(2*a)"),
    (r"2\frac{1}{2}", "2 1/2"),
    (r"\sqrt[3]{x}", "root(x, 3)"),
    (r"\left( x+1 \right)^2", "(x + 1)**2"),
    (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "[[1, 2], [3, 4]]"),
    (r"\begin{vmatrix} 1 & 2 \\ 3 & 4 \end{vmatrix}", "det([[1, 2], [3, 4]])"),
    (r"\log_2 8", "log(8, 2)"),
    (r"\log_{10} x", "log(x, 10)"),
    (r"\log_10 x", "log(x, 10)"),
    (r"\ln x", "ln(x)"),
    (r"\sin^2 \theta + \cos^2\theta", "sin(theta)**2 + cos(theta)**2"),
    (r"\sin 30^\circ", "sin(30°)"),
    (r"30^{\circ}", "30°"),
    (r"\{1,2\}", "{1, 2}"),
    (r"\left\{1, 2\right\}", "{1, 2}"),
    (r"\mathbb{R}", "ℝ"),
    (r"x \in \mathbb{Z}", "x in ℤ"),
    (r"x \neq 0", "x != 0"),
    (r"14{,}916", "14916"),
    (r"49,\!479", "49479"),
    (r"\binom{5}{2}", "binomial(5, 2)"),
    (r"\lfloor x \rfloor", "floor(x)"),
    (r"\left|x\right|", "abs(x)"),
    (r"x=1 \text{ or } x=2", "x = 1 or x = 2"),
    (r"\mathrm{e}^x", "e**x"),
    (r"$x = 1$", "x = 1"),
    (r"\( x \)", "x"),
    (r"\[ \frac{1}{2}. \]", "1/2"),
    (r"\boxed{5}", "5"),
    (r"a \equiv b \pmod{n}", "a ≡ b (mod n)"),
    # what stands in front of a whole expression
    (r"\int x^2 dx", "integrate(x**2, x)"),
    ("∫(x^2+3x+2)dx", "integrate(x**2 + 3*x + 2, x)"),
    ("∫(x^2 + 3x + 2)dx", "integrate(x**2 + 3*x + 2, x)"),
    ("∫_0^1 x^2 dx", "integrate(x**2, x, 0, 1)"),
    (r"\int_{0}^{\pi} \sin x\,\mathrm{d}x", "integrate(sin(x), x, 0, pi)"),
    (r"\int \frac{dx}{x}", "integrate(1/x, x)"),
    (r"\int e^{2t}\,dt + 3", "integrate(e**(2*t), t) + 3"),
    ("integrate(x^2, x)", "integrate(x**2, x)"),
    ("d/dx[x^3+2x^2+x+1]", "diff(x**3 + 2*x**2 + x + 1, x)"),
    ("d/dx(x^2)", "diff(x**2, x)"),
    ("d/dx x^2 + 3x", "diff(x**2 + 3*x, x)"),
    ("d/dx (x^2) + 3x", "diff(x**2, x) + 3*x"),
    (r"\frac{d}{dx} x^3", "diff(x**3, x)"),
    (r"\frac{d^2}{dx^2} x^3", "diff(x**3, x, 2)"),
    ("d²/dx² x^3", "diff(x**3, x, 2)"),
    (r"\frac{dy}{dx}", "diff(y, x)"),
    (r"\lim_{x\to 0} \frac{\sin x}{x}", "lim_(x->0) (sin(x)/x)"),
    ("lim x->0 sin(x)/x", "lim_(x->0) (sin(x)/x)"),
    ("lim_(x->oo) (1+1/x)^x", "lim_(x->oo) ((1 + 1/x)**x)"),
    (r"\lim_{x \to 0^+} \ln x", "lim_(x->0+) (ln(x))"),
    (r"\lim_{x \to -3^-} \frac{1}{x}", "lim_(x->(-3)-) (1/x)"),
    (r"\lim_{x \to -3^{+}} \frac{1}{x}", "lim_(x->(-3)+) (1/x)"),
    (r"\lim_{x \to -3^{-2}} x", "lim_(x->(-3**(-2))) (x)"),
    (r"\lim_{x\to 2} x^2+3x", "lim_(x->2) (x**2 + 3*x)"),
    (r"\sum_{k=1}^{n} k^2", "sum(k**2, k, 1, n)"),
    ("∑_{k=1}^{10} k", "sum(k, k, 1, 10)"),
]

UNREADABLE = [
    "", "   ", "2 3", "5 x 5", "hello", "the answer is 5", "x y z w v u hello", "1..2", "1.2.3", "1,,2", "(", ")", "()",
    "(1", "1)", "[1,2", "(1]2)", "1+", "*2", "=5", "5=", "x=1 or", "sin", "sqrt", "f(", "|x", "x|", "x^", "^2", "x_",
    "5! 2", "x 1/2", "4 10/3", "5%3", "5!=120", "x!=3", "\\frac{1}", "\\frac{}{}", "\\unknown{x}", "\\sqrt10x",
    "\\frac123",
    "\\left.x\\right|", "\\begin{pmatrix}1&2\\\\3\\end{pmatrix}", "[[1,2],[3]]", "∫x", "\\int x", "\\sum_{k=1}^n",
    "1,2,…,n", "x := 5", "x -> ", "a and b or c", "{1}+1", "True+1", "(1<2)+1", "5;", "5,", "8_0", "9_8", "1_",
    "١٢", "х+1",
    "1\u200b2", "1\u200b000", "x\u200by", "\u202e12", "12\u00ad3", "1\x002", "\u200b1\u200b2", "@everyone", "`x`",
    "<@1>", "**73**", "é",
    "f'0a", "f'", "d^{3", "⁂", "-7 mod 3",
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), SAME)
def test_text_is_read_as_it_is_meant(text: str, meant: str) -> None:
    assert typed(read(text)) == meant


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_formula_is_refused_whole(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert 0 <= caught.value.place <= len(text)
    assert str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"), [("3x + )", 5), ("x + hello", 4), ("2 3", 2), ("√4 + \u202e5", 5), ("ab + ½ @", 7)]
)
def test_the_place_is_that_of_the_original_text(text: str, place: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.place == place


@pytest.mark.parametrize("suffix", ["!", "x", "e3", " 1/2", "√2", "%", "°", "_7", "^2", "/2", ",1", " or 1", "=1"])
def test_a_suffix_is_never_dropped(suffix: str) -> None:
    """`5!` is not 5 and `3x+1` is not 3: a prefix is no answer."""
    with contextlib.suppress(UnreadableError):
        assert read("12" + suffix) != read("12")


def test_a_capital_is_another_letter() -> None:
    assert read("X") != read("x")


def test_two_capitals_are_one_name_and_do_not_commute() -> None:
    assert read("AB") != read("BA")
    assert read("AB") == Name("AB")


def test_decimals_remember_their_precision() -> None:
    assert read("0.50") == Number(read("1/2").numerator.value / 2, 2)  # type: ignore[union-attr]
    assert read("5") == Number(read("5.0").value)  # type: ignore[union-attr]


def test_letters_before_brackets_are_functions_only_when_named() -> None:
    assert isinstance(read("y(t) = 2t", functions=frozenset({"y"})).operands[0], Apply)  # type: ignore[union-attr]
    assert typed(read("y(t)")) == "y*t"
    assert typed(read("f(x)=x^2")) == "f(x) = x**2"
    assert typed(read("f(f(2))")) == "f(f(2))"
    assert typed(read("h(h+1)")) == "h*(h + 1)"


def test_a_span_of_tokens_is_read_with_its_places() -> None:
    tokens = tokenize("Solve 2x = 6 for x")
    assert typed(read_tokens(tokens[1:5])) == "2*x = 6"
    with pytest.raises(UnreadableError) as caught:
        read_tokens(tokens[1:7])
    assert caught.value.place >= len("Solve ")


def test_tokens_keep_their_places_in_the_original() -> None:
    text = "x² ≤ ½, 한글 \\frac１2"
    for token in tokenize(text)[:-1]:
        assert 0 <= token.start < token.end <= len(text)
    assert [t.text for t in tokenize(text)] == ["x", "2", "<=", "1/2", ",", "한글", "frac", "12", ""]
    assert tokenize(text)[-1].kind is Kind.END


def test_heads_are_heads() -> None:
    assert isinstance(read("∫x dx"), Integral)
    assert isinstance(read("d/dt t^2"), Derivative)


ALPHABET = "0123456789xyXe.,;:+-*/^=<>!|()[]{}\\_'&$% \u200b√²½∞≤π∫∑분한fsinlogdfracsqrtlimorand"


@settings(max_examples=600, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60) | st.text(max_size=40))
def test_reading_raises_nothing_else_and_stays_small(text: str) -> None:
    """Whatever is typed, `read` answers with a small tree or its own error, in no time."""
    started = time.process_time()
    with contextlib.suppress(UnreadableError):
        assert sum(1 for _ in walk(read(text))) <= 2 * MAX_NODES
    assert time.process_time() - started < 1


def test_ordinary_text_is_read_in_a_fraction_of_a_millisecond() -> None:
    texts = ["3x^2+4x+5=1", "-7*h**2/5 + 307693*h + 439562/5 = 0", r"\lim_{x\to 0} \frac{\sin x}{x}", "x = 1, y = 2"]
    best = min(_seconds(texts) for _ in range(20))
    assert best < 0.001 * len(texts)  # 0.1 ms each on an idle machine


def _seconds(texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started
