r"""LaTeX in Markdown becomes readable Unicode that means the same; nothing else changes."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support_trees import expressions

from maths.bounds import RefusedError
from maths.grading.zero import same_value
from maths.plain import plain
from maths.read import read
from maths.show import show_tree

if TYPE_CHECKING:
    from maths.tree import Node

FORMULAS = [
    (r"\frac{5\pm\sqrt{17}}{4}", "(5 ± √17)/4"),
    (r"x^{2}", "x²"),
    (r"x^{n+1}", "x^(n+1)"),
    (r"\sqrt{x+1}", "√(x+1)"),
    (r"\frac{1}{2}x", "(1/2)x"),
    (r"\int x^2\,dx", "∫ x² dx"),
    (r"\int_0^1 x^2 dx", "∫₀¹ x² dx"),
    (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "[[1, 2], [3, 4]]"),
    (r"2\cdot 3", "2·3"),
    (r"x = -\frac{b}{2a}", "x = -b/(2a)"),
    (r"\text{if } x>0", "if x > 0"),
    (r"2\frac{1}{2}", "2 1/2"),
    (r"2\frac{1}{2}x", "(2 1/2)x"),
    (r"x\frac{1}{2}", "x(1/2)"),
    (r"\frac{1}{2}^2", "(1/2)²"),
    (r"1 \div \frac{1}{2}", "1 ÷ (1/2)"),
    (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
    (r"\frac{a}{\frac{b}{c}}", "a/(b/c)"),
    (r"\frac{2x}{3}", "2x/3"),
    (r"\frac{1}{2x}", "1/(2x)"),
    (r"\frac{x(x - 1)^{2}}{10}", "x(x - 1)²/10"),
    (r"\frac{\sin x}{x}", "(sin x)/x"),
    (r"\frac{d}{dx}\left(x^2\right)", "d/dx(x²)"),
    (r"\frac{dy}{dx}", "dy/dx"),
    (r"3x^{2}+4x+5=1", "3x² + 4x + 5 = 1"),
    (r"\sin^2 x+\cos^2 x=1", "sin² x + cos² x = 1"),
    (r"\sqrt{2}x", "√2·x"),
    (r"\sqrt{2}(x+1)", "√2·(x + 1)"),
    (r"\sqrt{x}^2", "(√x)²"),
    (r"\sqrt[3]{x}", "∛x"),
    (r"2\sqrt[5]{x}", "2·⁵√x"),
    (r"\{1,2\}", "{1, 2}"),
    (r"14{,}916", "14,916"),
    (r"30^\circ", "30°"),
    (r"\mathbb{R}", "ℝ"),
    (r"\lambda_1 = \frac{5 - \sqrt{33}}{2}", "λ₁ = (5 - √33)/2"),
    (r"e^{x}y", "e^x·y"),
    (r"2^{2^{2}}", "2^(2²)"),
    (r"e^{-x}", "e^(-x)"),
    (r"e^{i\pi}", "e^(iπ)"),
    (r"2^{3}4", "2³·4"),
    (r"10^{-3}", "10⁻³"),
    (r"A^T", "Aᵀ"),
    (r"|a||b||c|", "|a|·|b|·|c|"),
    (r"\left|x\right|", "|x|"),
    (r"\|v\|", "‖v‖"),
    (r"\lim_{x\to 0} f", "lim_(x→0) f"),
    (r"\sum_{k=1}^{n} k^2", "∑_(k=1)^n k²"),
    (r"\log_2 8", "log₂ 8"),
    (r"\log _{4} 4", "log₄ 4"),
    (r"a \equiv b \pmod{5}", "a ≡ b (mod 5)"),
    (r"\binom{n}{k}", "C(n, k)"),
    (r"\overline{AB}", "A̅B̅"),
    (r"0.\overline{3}", "0.3̅"),
    (r"\vec{v}", "v⃗"),
    (r"x \in [0, 1) \cup (2, \infty)", "x ∈ [0, 1) ∪ (2, ∞)"),
    (r"\begin{cases} x, & x>0 \\ -x, & x\le 0 \end{cases}", "{ x, x > 0; -x, x ≤ 0"),
    (r"\boxed{5}", "5"),
    (r"\operatorname{lcm}(4,6)", "lcm(4, 6)"),
    (r"\foo{x}", "foo x"),
    (r"- 3", "-3"),
    (r"2*3", "2·3"),
    (r"a_{ij}", "aᵢⱼ"),
    (r"x_{\max}", "xₘₐₓ"),
    (r"{a \over b}", "a/b"),
    (r"n!", "n!"),
    (r"x'", "x′"),
    (r"\not=", "≠"),
]

TEXTS = [
    ("$5 and $6", "$5 and $6"),
    ("cost $5.00 or $6.50 each", "cost $5.00 or $6.50 each"),
    ("from $5-$6", "from $5-$6"),
    (r"it costs \$5", "it costs $5"),
    ("$x=2$ 이고 $y$는", "x = 2 이고 y는"),
    ("**Answer**: $x^2$ and _so_ on", "**Answer**: x² and _so_ on"),
    (r"so \(x^2\), and \[y^2\]", "so x², and y²"),
    ("$$x^2$$\n\n$$y^2$$", "x²\n\ny²"),
    (r"keep `\frac{1}{2}` and ```$x$```", r"keep `\frac{1}{2}` and ```$x$```"),
    (r"half is \frac{1}{2}x, root \sqrt{2}", "half is (1/2)x, root √2"),
    ("x^{2} + a_{n+1}", "x² + aₙ₊₁"),
    (r"not \* bold", r"not \* bold"),
    ("a {plain} brace", "a {plain} brace"),
    ("no mathematics", "no mathematics"),
    ("an unclosed $x", "an unclosed $x"),
    (r"\begin{align} x &= 1 \\ y &= 2 \end{align}", "x = 1\ny = 2"),
]


@pytest.mark.parametrize(("latex", "shown"), FORMULAS)
def test_a_formula_is_readable_and_means_the_same(latex: str, shown: str) -> None:
    assert plain(f"${latex}$") == shown


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_text_around_formulas_is_left_alone(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_discord_eats_nothing() -> None:
    """Two bars would open a spoiler, an asterisk would open emphasis, a dash at the start a list."""
    for latex in ("|x||y|", "a*b*c", "- 3 + 2", r"\ast \ast"):
        shown = plain(f"${latex}$")
        assert "||" not in shown
        assert "*" not in shown
        assert not shown.startswith("- ")


@settings(max_examples=200, deadline=None)
@given(expressions(8))
def test_the_unicode_of_a_formula_is_read_back_as_the_same_value(tree: Node) -> None:
    shown = plain(f"${show_tree(tree).latex}$")
    with contextlib.suppress(RefusedError):
        assert same_value(tree, read(shown)) is not False, shown


LATEX_ALPHABET = [
    "\\frac", "\\sqrt", "\\left", "\\right", "\\begin{a}", "\\end{a}", "\\\\", "&", "{", "}", "[", "]", "^", "_",
    "$", "\\(", "\\)", "\\[", "\\]", "x", "2", " ", "\n", "|", "+", "\\", "가", "`", "\\text", "*", "\\unknown",
]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(LATEX_ALPHABET), max_size=40).map("".join) | st.text(max_size=40))
def test_it_never_fails(text: str) -> None:
    assert isinstance(plain(text), str)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from([p for p in LATEX_ALPHABET if p not in "$`" and "(" not in p and ")" not in p]), max_size=30
    )
)
def test_no_backslash_is_left_of_a_formula(pieces: list[str]) -> None:
    latex = "".join(pieces)
    shown = plain(f"$${latex}x$$")
    assert "\\" not in shown


@pytest.mark.parametrize(
    "text",
    ["$" + "é" * 19_000 + "$", "$" * 19_999, "\\(" * 9_000, "\\[x" * 6_000, "\\begin{a}" * 2_000, "\\a{" * 6_000,
     "\\x[a" * 4_000, "$\\frac1" * 2_000, "$" + "{" * 19_000 + "$", "$x^{2}" + "_{1}^{2}" * 2_000 + "$",
     "\\text{" * 90_000],
)  # fmt: skip
def test_time_is_linear_in_the_text(text: str) -> None:
    started = time.process_time()
    plain(text)
    assert time.process_time() - started < 1.5


def test_the_bot_can_use_it_without_computer_algebra() -> None:
    program = (
        "import maths.plain, sys; print(any(m.split('.')[0] in ('sympy', 'flint', 'mpmath') for m in sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == "False"
