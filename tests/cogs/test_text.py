"""Text for Discord: readable, harmless, cut only where it may be cut."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs import text

BARE = st.text(st.characters(exclude_categories=("Cs",), exclude_characters=text.TIE), max_size=60)
WORDS = st.sampled_from(
    [
        "so",
        "x",
        r"$\frac{1}{2} + x$",
        r"$$a = b$$",
        "@everyone",
        "**bold**",
        "```py",
        "<@1>",
        "# head",
        "\n",
        "\n\n",
        "π²",
        "𝑥",
    ]
)
MARKDOWN = st.lists(WORDS | BARE, max_size=120).map(" ".join)


def bare(shown: str) -> str:
    return re.sub(r"\s", "", shown)


@given(st.lists(MARKDOWN, min_size=1, max_size=12), st.integers(120, 900))
def test_every_page_fits_and_all_text_is_on_some_page(bodies: list[str], room: int) -> None:
    blocks = [text.Block("T", text.readable(body) or "-", "S") for body in bodies]
    done = text.pages(blocks, room, " C")
    for page in done:
        assert sum(text.units(part) for part in page) <= room
        assert len(page) <= text.BLOCKS_PER_PAGE
    shown = "".join(bare("\n".join(line for line in part.split("\n")[1:-1])) for page in done for part in page)
    assert shown == "".join(bare(block.body.replace(text.TIE, " ")) for block in blocks)


@given(MARKDOWN)
def test_no_ping_no_masked_link_and_no_latex_command_is_left(source: str) -> None:
    shown = text.readable(source)
    assert not re.search(r"@(everyone|here)|<@|\]\(", shown)
    assert not re.search(r"\\[A-Za-z]", shown)


@given(BARE.filter(lambda typed: "\\" not in typed and "\u200b" not in typed))
def test_typed_text_is_shown_as_it_was_typed(typed: str) -> None:
    assert re.sub(r"\\(.)", r"\1", text.escape(typed)).replace("\u200b", "") == typed


def test_a_section_that_does_not_fit_begins_the_next_page() -> None:
    blocks = [text.Block("A", "a" * 60), text.Block("B", "b" * 60), text.Block("C", "c" * 60)]
    assert [[part[0] for part in page] for page in text.pages(blocks, 130, "")] == [["A", "B"], ["C"]]


def test_a_section_longer_than_a_page_is_cut_at_a_line_and_says_that_it_goes_on() -> None:
    block = text.Block("### Steps", "\n".join(f"line {number}" for number in range(40)), "-# small")
    first, second, *_ = text.pages([block], 150, " (continued)")
    assert first[0].startswith("### Steps\nline 0")
    assert first[0].endswith("\n-# small")
    assert second[0].startswith("### Steps (continued)\nline ")


@pytest.mark.parametrize("before", range(0, 90, 7))
def test_no_cut_falls_inside_a_formula(before: int) -> None:
    body = text.readable("w " * before + r"$a + b + c + d + e + f$ end")
    done = text.pages([text.Block("", body)], 120, "")
    assert any("a + b + c + d + e + f" in part for page in done for part in page)


def test_a_formula_longer_than_a_page_is_cut_between_its_terms() -> None:
    body = text.readable("$" + " + ".join(f"x_{number}" for number in range(200)) + "$")
    done = text.pages([text.Block("", body)], 200, "")
    assert len(done) > 1


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# Big\nsmall", "**Big**\nsmall"),
        ("2*3*4 is *this*", r"2\*3\*4 is *this*"),
        ("[here](https://x.example)", "[here]\u200b(https://x.example)"),
        ("@everyone <@1> <#2>", "@\u200beveryone <\u200b@1> <\u200b#2>"),
        ("```py\nprint(1)\n```", "print(1)"),
        ("a\n\n\n\nb", "a\n\nb"),
        (r"so \alpha and \( x \)", None),
    ],
)
def test_what_a_model_writes_is_made_harmless(source: str, shown: str | None) -> None:
    if shown is None:
        assert "\\" not in text.readable(source)
    else:
        assert text.readable(source) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("x_1 + x_2", "x_1 + x_2"),
        ("_a_ *b* `c`", r"\_a\_ \*b\* \`c\`"),
        ("||x||", r"\|\|x\|\|"),
        ("|x|", "|x|"),
        ("- 2", r"\- 2"),
        ("-2", "-2"),
        ("# x", r"\# x"),
        (r"\frac", r"\\frac"),
    ],
)
def test_only_what_discord_would_act_on_is_escaped(typed: str, shown: str) -> None:
    assert text.escape(typed) == shown


@pytest.mark.parametrize("unit", ["\\(", "\\[", "$$a", "# ", " ", "<", "_", "2*", "\\frac{", "|", "\n"])
def test_hostile_repetition_is_read_in_linear_time(unit: str) -> None:
    started = time.perf_counter()
    text.pages([text.Block("", text.readable("# " + unit * (20_000 // len(unit)) + "x"))], 3_200, "")
    assert time.perf_counter() - started < 2  # quadratic would be minutes


def test_a_long_text_is_shortened_on_one_line() -> None:
    assert text.shorten("a b\nc", 10) == "a b c"
    assert text.shorten("x" * 6_000, 10) == "x" * 9 + "…"
