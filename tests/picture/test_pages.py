"""Texts to pages: blocks, breaks, fallbacks, sizes, colours."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from picture import drawing
from picture.blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Display,
    Heading,
    Items,
    Mathematics,
    Paragraph,
    Rule,
    Table,
    Text,
)
from picture.look import LONE_WIDTH, MARGIN, PAGE_WIDTH
from picture.markdown import blocks
from tutor.pictures import Page
from tutor.types import Language, Theme

if TYPE_CHECKING:
    from tutor.pictures import Picture

LONGEST_SUM = "+".join(f"a_{{{n}}}" for n in range(120))
WIDE_MATRIX = r"\begin{pmatrix}" + "&".join(["123456"] * 19) + r"\end{pmatrix}"


@pytest.fixture(scope="module", autouse=True)
def desk(tmp_path_factory: pytest.TempPathFactory) -> None:
    drawing._desks[:] = [drawing._Desk(str(tmp_path_factory.mktemp("root")))]


def draw(text: str, theme: Theme = Theme.DARK) -> Picture:
    return drawing.page(Page(text, Language.KOREAN, theme))


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels(png: bytes) -> list[bytearray]:
    """The rows of an eight-bit PNG in red, green, blue and alpha."""
    width, _ = size(png)
    data, place = b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        data += png[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    raw, step, rows = zlib.decompress(data), 4 * width + 1, []
    before = bytearray(4 * width)
    for start in range(0, len(raw), step):
        row = bytearray(raw[start + 1 : start + step])
        for i in range(len(row)):
            left, up, corner = (row[i - 4] if i > 3 else 0), before[i], (before[i - 4] if i > 3 else 0)
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            row[i] = (row[i] + (0, left, up, (left + up) // 2, near)[raw[start]]) & 255
        rows.append(row)
        before = row
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 풀이", [Heading(1, (Text("풀이"),))]),
        ("a\nb", [Paragraph((Text("a"), Break(), Text("b")))]),
        ("$x$", [Display("x")]),
        ("$x$.", [Display("x", ".")]),
        ("값은 $x$", [Paragraph((Text("값은 "), Mathematics("x")))]),
        ("so $$x$$ and", [Paragraph((Text("so "),)), Display("x"), Paragraph((Text(" and"),))]),
        ("\\[x\\]", [Display("x")]),
        ("\\begin{align}x\\end{align}", [Display("\\begin{align}x\\end{align}")]),
        ("It costs $5 and $6 now", [Paragraph((Text("It costs $5 and $6 now"),))]),
        ("\\$5", [Paragraph((Text("$"), Text("5")))]),
        ("**a $x$ b**", [Paragraph((Text("a ", bold=True), Mathematics("x"), Text(" b", bold=True)))]),
        ("a*b*c 2*3", [Paragraph((Text("a"), Text("b", italic=True), Text("c 2*3")))]),
        ("snake_case_name", [Paragraph((Text("snake_case_name"),))]),
        ("`$x$`", [Paragraph((Code("$x$"),))]),
        ("```\n$x$\n```", [CodeBlock("$x$")]),
        ("---", [Rule()]),
        (
            "1. a\n   $$x$$\n2. b",
            [Items(1, ((Paragraph((Text("a"),)), Display("x")), (Paragraph((Text("b"),)),)))],
        ),
        ("- a\n  - b", [Items(None, ((Paragraph((Text("a"),)), Items(None, ((Paragraph((Text("b"),)),),))),))]),
        (
            "|a|b|\n|:-:|--:|\n|1|$x$|",
            [Table("cr", (((Text("a"),), (Text("b"),)), ((Text("1"),), (Mathematics("x"),))))],
        ),
        ("$unclosed", [Paragraph((Text("$unclosed"),))]),
    ],
)
def test_markdown_is_read_in_blocks(text: str, expected: list[Block]) -> None:
    assert list(blocks(text)) == expected


def test_a_page_is_as_wide_as_a_phone_shows_well_and_a_formula_alone_as_wide_as_it_is() -> None:
    assert size(draw("값 $x$ 입니다").pages[0])[0] == 2 * PAGE_WIDTH
    assert size(draw("$x$").pages[0])[0] < 100
    assert size(draw(f"$${LONGEST_SUM}$$").pages[0])[0] <= 2 * (LONE_WIDTH + 2 * MARGIN) + 2


@pytest.mark.parametrize(
    "text",
    [
        f"$${LONGEST_SUM}$$",
        f"가나 $${LONGEST_SUM}$$ 다라",
        f"가나 $${WIDE_MATRIX}$$",
        f"가나 ${LONGEST_SUM}$ 다라",
        f"$$\\begin{{aligned}}x &= {LONGEST_SUM}\\\\ &= 1\\end{{aligned}}$$ 가",
        f"가 $$\\boxed{{{LONGEST_SUM}}}$$",
        "`" + "x" * 300 + "`",
        "```\n" + "x" * 300 + "\n```",
        "가나다라마바사" * 20,
        "| a | b |\n|-|-|\n|" + "word " * 60 + "| $x^2$ |",
        "|" + "|".join(["heading"] * 14) + "|\n" + "|-" * 14 + "|\n|" + "|".join(["123456"] * 14) + "|",
        "- " * 5 + f"$${LONGEST_SUM}$$",
    ],
)
def test_nothing_is_cut_at_the_edge(text: str) -> None:
    for png in draw(text).pages:
        rows = pixels(png)
        ground = rows[0][:4]
        edge = 2 * MARGIN - 8  # a letter may lean out by a pixel or two
        assert all(row[4 * i : 4 * i + 4] == ground for row in rows for i in (2, edge - 8))
        assert all(row[len(row) - 4 * i : len(row) - 4 * i + 4] == ground for row in rows for i in (2, edge - 8))
        assert all(row[: 4 * 20] == ground * 20 for row in (rows[2], rows[-3]))


def test_the_card_is_opaque_in_the_colours_of_the_theme() -> None:
    assert pixels(draw("$x$", Theme.DARK).pages[0])[0][:4] == bytes.fromhex("313338ff")
    assert pixels(draw("$x$", Theme.LIGHT).pages[0])[0][:4] == bytes.fromhex("ffffffff")


@pytest.mark.parametrize(
    ("text", "fallbacks"),
    [
        ("$x$ 입니다", 0),
        (r"$\newcommand{\x}{y}\x+1$ 입니다", 1),
        (r"$\foo{x}$ 와 $\frac{1}{$ 와 $x$", 2),
        (r"$$\begin{tikzpicture}\end{tikzpicture}$$", 1),
    ],
)
def test_what_cannot_be_set_is_drawn_otherwise_and_counted(text: str, fallbacks: int) -> None:
    picture = draw(text)
    assert picture.fallbacks == fallbacks
    assert size(picture.pages[0])[1] > 20


def test_long_texts_break_between_steps_and_have_a_document_beyond_ten_pages() -> None:
    step = "## {n}단계\n\n" + "다음을 계산합니다. $x_{n}^2$\n\n$$\\frac{{a}}{{b}} = {n}$$\n\n" * 4
    short = draw("".join(step.replace("{n}", str(n)).replace("{{", "{").replace("}}", "}") for n in range(3)))
    assert 2 <= len(short.pages) <= 3
    assert short.document is None
    assert [alt.count("단계") for alt in short.alts] == [1] * len(short.pages) or sum(
        alt.count("단계") for alt in short.alts
    ) == 3
    long = draw("".join(step.replace("{n}", str(n)).replace("{{", "{").replace("}}", "}") for n in range(60)))
    assert len(long.pages) == len(long.alts) == 10
    assert long.document is not None
    assert long.document.startswith(b"%PDF")
    assert all(size(page)[1] < 1700 for page in long.pages)


def test_one_block_taller_than_any_page_flows_over_several() -> None:
    pages = draw("```\n" + "x\n" * 900 + "```").pages + draw("가나다 라마바. " * 1500).pages
    assert all(size(page)[1] <= 4200 for page in pages)
