"""LaTeX to the tree of its notation: what is set, what is refused with its place, and the bounds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maths.bounds import MAX_SET_CELLS, MAX_SET_DEPTH, MAX_SET_LENGTH
from maths.typesetting.parse import NotSetError, parse
from maths.typesetting.tree import (
    Binomial,
    Cell,
    Fenced,
    Font,
    Fraction,
    Grid,
    Kind,
    Large,
    Layout,
    Letter,
    Mark,
    Marked,
    Middle,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Size,
    Space,
    Stacked,
    Words,
)

A, B, X = Letter("a"), Letter("b"), Letter("x")
ONE, TWO = Number("1"), Number("2")
PRIME = Sign("′")
OPEN, COMMA, CLOSE = Sign("(", Kind.OPENING), Sign(",", Kind.PUNCTUATION), Sign(")", Kind.CLOSING)


@pytest.mark.parametrize(
    ("latex", "tree"),
    [
        (r"\frac12", Fraction(ONE, TWO)),
        (r"\dfrac{1}2", Fraction(ONE, TWO, Size.DISPLAY)),
        (r"{a \over b}", Fraction(A, B)),
        (r"{a \choose b}", Binomial(A, B)),
        ("x^23", Row((Scripts(X, above=TWO), Number("3")))),
        ("x''", Scripts(X, above=Row((PRIME, PRIME)))),
        ("x'^2", Scripts(X, above=Row((PRIME, TWO)))),
        ("x²", Scripts(X, above=TWO)),
        ("10{,}000", Number("10,000")),
        ("10,000", Number("10,000")),
        ("(3,125)", Row((OPEN, Number("3"), COMMA, Number("125"), CLOSE))),
        ("3.14", Number("3.14")),
        (r"\mathbf{12}", Number("12", Font.BOLD)),
        (r"\sqrt[3]{x}", Root(X, Number("3"))),
        (r"\left(a\middle|b\right]", Fenced("(", Row((A, Middle("|"), B)), "]")),
        (r"\left.x\right|", Fenced("", X, "|")),
        (r"\bigl(", Sign("(", Kind.OPENING, 1.2)),
        (r"\not=", Sign("≠", Kind.RELATION)),
        (r"\not a", Marked(Mark.NEGATED, A)),
        (r"\sum\limits_1^2", Scripts(Large("∑"), ONE, TWO, limits=True)),
        (r"\lim_x", Scripts(Name("lim", limits=True), X)),
        (r"\operatorname*{arg\,max}", Name("arg max", limits=True)),
        (r"\stackrel{a}{=}", Stacked(Sign("=", Kind.RELATION), above=A)),
        (r"\boxed{x}", Marked(Mark.BOXED, X)),
        (r"\underbrace{x}_2", Scripts(Marked(Mark.BRACE_BELOW, X), TWO, limits=True)),
        (r"\text{값은 \$5, 50\%}", Words("값은 $5, 50%")),
        (r"\text{if $x$}", Row((Words("if "), X))),
        (r"\hspace{100000cm}", Space(4.0)),
        (r"a\color{#panic()}b", Row((A, B))),
        (r"1 + \dots + 2", Row((ONE, Sign("+", Kind.OPERATOR), Sign("⋯"), Sign("+", Kind.OPERATOR), TWO))),
        (r"a \\ b", Grid(Layout.GATHERED, ((Cell(A),), (Cell(B),)))),
        (r"\begin{pmatrix}a&b\end{pmatrix}", Grid(Layout.MATRIX, ((Cell(A), Cell(B)),), "(", ")")),
        (
            r"\begin{array}{r|l}\hline a&b\\\cline{2-2}\multicolumn{2}{c}{x}\end{array}",
            Grid(
                Layout.TABLE, ((Cell(A), Cell(B)), (Cell(X, 2, "c"),)), columns="r|l", lines=((0, 0, 2), (1, 1, 2))
            ),
        ),
    ],
)  # fmt: skip
def test_latex_is_read_as_tex_would_set_it(latex: str, tree: Node) -> None:
    assert parse(latex) == tree


@pytest.mark.parametrize(
    ("latex", "place", "command"),
    [
        (r"1+\input{/etc/passwd}", 2, r"\input"),
        (r"\includegraphics{x}", 0, r"\includegraphics"),
        (r"x \def\a{\a\a}\a", 2, r"\def"),
        (r"\newcommand{\b}{b}\b", 0, r"\newcommand"),
        (r"\write18{touch pwned}", 0, r"\write"),
        (r"\href{http://x}{y}", 0, r"\href"),
        (r"a\text{b\foo}", 8, r"\foo"),
        (r"\begin{tikzpicture}\end{tikzpicture}", 0, r"\begin{tikzpicture}"),
        (r"\frac{1}{", 8, ""),
        (r"1 + \left( x", 4, ""),
        (r"\begin{pmatrix}1&2", 0, ""),
        ("}{", 0, ""),
        ("x^2^3", 3, ""),
        ("\\", 0, ""),
        (r"\renewcommand{\x}{y}", 0, r"\renewcommand"),
    ],
)
def test_what_is_not_set_is_named_with_its_place(latex: str, place: int, command: str) -> None:
    with pytest.raises(NotSetError) as caught:
        parse(latex)
    assert (caught.value.place, caught.value.command) == (place, command)


@pytest.mark.parametrize(
    "latex",
    [
        "x" * (MAX_SET_LENGTH + 1),
        "{" * (MAX_SET_DEPTH + 1) + "x" + "}" * (MAX_SET_DEPTH + 1),
        r"\frac" * 500,
        r"\hat" * 900,
        r"\sqrt[" * 600,
        r"\text{$" * 500,
        r"\begin{matrix}" + "&" * MAX_SET_CELLS + r"\end{matrix}",
    ],
)
def test_bounds_are_met_with_an_error_at_once(latex: str) -> None:
    started = time.process_time()
    with pytest.raises(NotSetError):
        parse(latex)
    assert time.process_time() - started < 0.5


TOKENS = [
    "\\frac", "\\sqrt", "\\left", "\\right", "\\middle", "\\begin", "\\end", "\\text", "\\mathrm", "\\over",
    "\\color", "\\hspace", "\\not", "\\boxed", "\\\\", "\\hline", "\\cline", "\\multicolumn", "\\tag", "\\substack",
    "\\kern", "{", "}", "[", "]", "^", "_", "&", "$", "(", ")", "|", "'", ".", ",", "#", "`", "\\", "{matrix}",
    "{array}", "{tabular}", "{cc}", "a", "1", " ", "가", "\u202e", "\n", "~", "²", "1,000",
]  # fmt: skip


@given(st.lists(st.sampled_from(TOKENS), max_size=60).map("".join) | st.text(max_size=80))
def test_every_text_has_a_tree_or_an_error_within_it(latex: str) -> None:
    try:
        parse(latex)
    except NotSetError as error:
        place = error.place
    else:
        place = 0
    assert 0 <= place <= len(latex)
