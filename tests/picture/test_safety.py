"""Nothing that somebody writes is ever read as Typst, whatever it is; and what it would do is not done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maths.typesetting.parse import NotSetError, parse
from picture import drawing, formula, functions
from picture.markdown import blocks
from picture.page import Composer, Trouble, spread
from tutor.pictures import Page
from tutor.types import Language, Theme

if TYPE_CHECKING:
    from pathlib import Path

STRING = re.compile(r'"(?:[^"\\]|\\u\{[0-9a-f]{1,6}\})*"')
ESCAPE = re.compile(r"\\u\{[0-9a-f]{1,6}\}")
WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
TYPST = {
    "frac", "binom", "sqrt", "root", "attach", "limits", "scripts", "lr", "mid", "op", "accent", "upright", "bold",
    "italic", "bb", "cal", "scr", "frak", "sans", "mono", "display", "inline", "script", "sscript", "overline",
    "underline", "overparen", "overbrace", "underbrace", "hide", "stretch",
}  # fmt: skip
OURS = frozenset(functions._DEFINITIONS)
IN_CODE = frozenset({"linebreak", "strike", "strong", "em", "box", "set", "svg", "cd"})
DANGEROUS = [
    "#panic()", '#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', '#image("/etc/hostname")', '#eval("1")',
    '#plugin("x")', "`#panic()`", "```#panic()```", "$#panic()$", "/*", "*/", "//", "@label", "<label>",
    "\\", "\\u{23}",
    '"', '")#panic()//', "]#panic()[", "$ #panic() $", "#[", "#let x = 1", "= heading", "- item", "~", "_", "*", "'",
    "\u202e", "\u200f", "\x00", "\ud800", "\ue0000\ue001", "$", "{", "}", "&", "^", "&#35;", "%23",
    "＃panic()", ";", "|",
    r"\text{", r"\mathrm{", r"\operatorname{", r"\hspace{", r"\color{", r"\tag{", r"\begin{array}{", r"\end{array}",
    r"\frac", r"\boxed{", "\n", "\n\n", "# ", "1. ", "- ", "> ", "| a | b |\n|-|-|\n", "가나다", "x^2",
]  # fmt: skip
texts = st.lists(st.sampled_from(DANGEROUS), max_size=14).map("".join) | st.text(max_size=60)


def bare(typst: str) -> str:
    """What is left of Typst when its string literals and escapes are taken out."""
    return ESCAPE.sub(" ", STRING.sub(" ", typst))


@given(texts)
@settings(max_examples=400, deadline=None)
def test_a_formula_consists_of_our_functions_single_characters_escapes_and_strings(latex: str) -> None:
    try:
        node = parse(latex)
    except NotSetError:
        return
    for display in (True, False):
        left = bare(formula.formula(node, display=display))
        assert re.fullmatch(r"[A-Za-z0-9 (),;:&.\\]*", left), left
        assert "\\" not in left.replace(" \\ ", "")
        assert set(WORD.findall(left)) <= TYPST | OURS


@given(texts)
@settings(max_examples=400, deadline=None)
def test_a_page_has_no_unescaped_sign_of_code_that_we_did_not_write(text: str) -> None:
    composer = Composer(Theme.DARK, Language.KOREAN, Trouble())
    for paged in (True, False):
        left = bare(composer._body(spread(blocks(text)), paged=paged))
        called = re.findall(r"#([a-z-]*)", left)
        assert set(called) - {""} <= OURS | IN_CODE
        assert left.count("#") == len([name for name in called if name]) + len(re.findall(r"#\s*;", left))
        assert not set(left) & set("@`<>\"'_*/~=")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("root")
    drawing._desks[:] = [drawing._Desk(str(folder))]
    return folder


@pytest.mark.parametrize(
    "inside",
    ["#panic()", '#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', "`#panic()`", '"#panic()"', '")#panic()//'],
)
@pytest.mark.parametrize("command", [r"\text", r"\mathrm", r"\operatorname", r"\mathbb", r"\hspace", r"\tag", ""])
def test_code_in_a_formula_is_drawn_as_its_characters(root: Path, command: str, inside: str) -> None:
    picture = drawing.page(Page(f"$${command}{{{inside}}}$$", Language.ENGLISH))
    assert picture.fallbacks == 0
    assert picture.pages[0].startswith(b"\x89PNG")
    assert not list(root.iterdir())


@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_every_text_is_drawn(root: Path, text: str) -> None:
    picture = drawing.page(Page(text, Language.ENGLISH, Theme.LIGHT))
    assert picture.pages
    assert len(picture.alts) == len(picture.pages)


@pytest.mark.parametrize(
    "code",
    ['#read("/etc/passwd")', '#image("/etc/hostname")', '#read("../../etc/passwd")', '#import "@preview/x:1.0.0"'],
)
def test_even_code_could_read_nothing(root: Path, code: str) -> None:
    with pytest.raises(Exception, match=r"not found|escape|failed"):
        drawing._desks[0].pages(code.encode())
