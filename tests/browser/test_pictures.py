"""The real Lemma's pictures in the real page: there, of some size, and described in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browsing import Opener, Running, ask, lemma, own
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator

pytestmark = pytest.mark.browser

COLD_MS = 30_000  # the first picture waits for its worker


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with lemma(tmp_path_factory.mktemp("pictures")) as started:
        yield started


@pytest.fixture
def learners(browser: Browser, running: Running) -> Iterator[Opener]:
    opener = Opener(browser, running)
    yield opener
    opener.close()
    assert opener.problems == []


def drawn(reply: Locator) -> Locator:
    """The reply's picture, once the browser has its pixels."""
    picture = reply.locator(".picture img")
    expect(picture).to_be_visible(timeout=COLD_MS)
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth")
    return picture


def test_a_solution_a_plot_and_a_formula_are_pictures_that_can_be_heard(learners: Opener) -> None:
    page = learners("Ada")
    expect(page.locator("#sidebar")).to_contain_text("online")
    solved = drawn(ask(page, "/solve 3x^2+4x+5=1"))
    expect(solved).to_have_attribute("alt", re.compile("3 x squared plus 4 x plus 5 equals 1"))
    plotted = ask(page, "/plot y = x^2 - 1; y = x + 1")
    expect(drawn(plotted)).to_have_attribute("alt", re.compile(r"A graph of y = x² [-−] 1.*meet at .*\(2, 3\)"))
    before = drawn(plotted).get_attribute("src")
    plotted.get_by_role("button", name="Zoom in").click()
    expect(plotted.locator(".picture img")).not_to_have_attribute("src", before or "")
    expect(drawn(ask(page, r"/latex \frac{1}{2} + \sqrt{x}"))).to_have_attribute(
        "alt", re.compile("one half plus the square root of x")
    )


def test_a_phone_shows_whole_korean_pictures(learners: Opener) -> None:
    page = learners("민준", width=390, height=844, locale="ko")
    expect(page.locator("#composer-text")).to_be_editable()
    ask(page, "/풀기 x^2+3x+1=0을 풀어 주세요")
    solved = drawn(own(page, "검증"))
    expect(solved).to_have_attribute("alt", re.compile("제곱 더하기 3 x 더하기 1은 0"))
    box = solved.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert abs(box["width"] / box["height"] - solved.evaluate("i => i.naturalWidth / i.naturalHeight")) < 0.02


def test_a_mistyped_formula_shows_where_and_is_mended_in_a_form(learners: Opener) -> None:
    page = learners("Ada")
    expect(page.locator("#sidebar")).to_contain_text("online")
    reply = ask(page, r"/latex \frac{1}{2} + \sqrt{x")
    expect(reply).to_contain_text("closing brace is missing")
    reply.get_by_role("button", name="Edit").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(r"\sqrt{x}")
    page.get_by_role("dialog").get_by_role("button", name="Submit").click()
    expect(drawn(reply)).to_have_attribute("alt", re.compile("square root of x"))
    reply.get_by_role("button", name="Delete").click()
    expect(reply).to_have_count(0)
