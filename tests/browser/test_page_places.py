"""Where and how the page is looked at: widths, languages, light, and a connection that breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import CHROMIUM, NO_CHROMIUM, Opener, act_as, ask, botting, enter, field, own, serving, write
from playwright.sync_api import Browser, Page, expect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.browser

NARROW, WIDE = (390, 844), (1100, 800)


def overflows(page: Page) -> list[str]:
    """What sticks out at the side, as tag and class."""
    script = """() => [...document.querySelectorAll('#main *, dialog *, .menu *')]
        .filter((e) => !e.closest('.unseen, .note, pre, [hidden]') && e.getClientRects().length)
        .filter((e) => { const box = e.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
        .map((e) => `${e.tagName} ${e.className}`)"""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return list(page.evaluate(script))


def a_form(page: Page) -> None:
    write(page, "/solve")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox", name="Suggestions for level")).to_be_visible()


def an_answer(page: Page) -> None:
    expect(ask(page, "/solve " + "x+" * 200 + "1=0")).to_contain_text("Verified")


def an_open_select(page: Page) -> None:
    ask(page, "/pick").get_by_role("combobox", name="One topic").click()


def a_modal(page: Page) -> None:
    ask(page, "/solve 1=1").get_by_role("button", name="Report a mistake").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def a_menu(page: Page) -> None:
    message = ask(page, "a word")
    message.get_by_role("button", name="More for the message").click()
    expect(page.get_by_role("menuitem", name="Copy text")).to_be_visible()


def commands(page: Page) -> None:
    write(page, "/")
    expect(page.get_by_role("listbox", name="Commands")).to_be_visible()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["390", "1100"])
@pytest.mark.parametrize("show", [commands, a_form, an_answer, an_open_select, a_modal, a_menu])
def test_nothing_sticks_out(look: Opener, show: Callable[[Page], None], size: tuple[int, int]) -> None:
    page = look(width=size[0], height=size[1])
    show(page)
    assert overflows(page) == []
    expect(page.locator("#composer")).to_be_in_viewport(ratio=0.9)


def test_text_and_pictures_fit_a_phone(look: Opener) -> None:
    page = look(width=390, height=844)
    ask(page, "/text")
    enter(page, "/files")
    expect(own(page, "With an attachment")).to_be_visible()
    assert overflows(page) == []


def test_the_drawer_of_a_phone(look: Opener) -> None:
    page = look(width=390, height=844)
    drawer = page.get_by_role("navigation", name="Server")
    expect(drawer).to_be_hidden()
    page.get_by_role("button", name="Channels and people").click()
    expect(drawer).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    page.get_by_role("button", name="Act as: Ada").click()
    drawer.get_by_role("button", name="Mina").first.click()
    expect(drawer).to_be_hidden()
    expect(page.get_by_role("button", name="Act as: Mina")).to_be_visible()


def test_acting_as_somebody_else_shows_their_channels(look: Opener) -> None:
    page = look("Ada")
    expect(page.get_by_role("button", name="moderators")).to_have_count(0)
    act_as(page, "Mina")
    page.get_by_role("button", name="moderators").click()
    expect(page.get_by_role("heading", name="moderators", exact=True)).to_be_visible()
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#sidebar .person button[aria-pressed=true]")).to_contain_text("Mina")
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Open as Ada in another window").click()
    expect(other.value.locator("#sidebar .person button[aria-pressed=true]")).to_contain_text("Ada")


def test_unread_messages_mark_their_channel(look: Opener) -> None:
    page, other = look("Mina"), look("Mina")
    page.get_by_role("button", name="moderators").click()
    enter(other, "something new here")
    study = page.locator("#sidebar").get_by_role("button", name="study")
    expect(study).to_contain_text("unread")
    study.click()
    expect(study).not_to_contain_text("unread")
    expect(own(page, "something new here")).to_be_visible()


def test_the_language_switch_changes_the_page_the_commands_and_hangul_is_drawn(look: Opener) -> None:
    page = look("Mina")
    page.get_by_role("button", name="한국어").click()
    expect(page.get_by_text("사용자 전환")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    write(page, "/풀기 x=1")
    page.keyboard.press("Enter")
    expect(own(page, "You asked: x=1")).to_contain_text("Mina 님이 /풀기를 사용했습니다")
    page.reload()
    expect(page.get_by_text("사용자 전환")).to_be_visible()
    expect(page.get_by_role("button", name="English")).to_have_attribute("aria-pressed", "false")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Act as")).to_be_visible()


def test_every_sentence_of_the_page_is_there_in_both_languages(still: Page) -> None:
    script = """async () => {
        const { catalogues } = await import('/page/words.js');
        const holes = (text) => [...text.matchAll(/\\{(\\w+)/g)].map(([, name]) => name).sort().join();
        return Object.entries(catalogues['en-US'])
            .filter(([key, text]) => !catalogues.ko[key] || holes(catalogues.ko[key]) !== holes(text))
            .map(([key]) => key)
            .concat(Object.keys(catalogues.ko).filter((key) => !(key in catalogues['en-US'])));
    }"""
    assert still.evaluate(script) == []


@pytest.mark.parametrize("family", ["--text", "--code"])
def test_hangul_and_mathematics_are_drawn_and_not_boxes(still: Page, family: str) -> None:
    script = """async ([family, letters]) => {
        const draw = (letter) => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
            const pen = canvas.getContext('2d');
            pen.font = `24px ${getComputedStyle(document.documentElement).getPropertyValue(family)}`;
            pen.fillText(letter, 4, 28);
            return canvas.toDataURL();
        };
        const box = draw('\\u{10ffff}');
        return letters.filter((letter) => draw(letter) === box);
    }"""
    letters = list("가힣풀√²³₁∫∑π≤≥≠×÷−±∞∂∈→≈ℝα½")
    assert still.evaluate(script, [family, letters]) == []


def test_light_and_dark(look: Opener) -> None:
    page = look(scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(background) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Switch to dark").click()
    page.wait_for_function(f"{background} === 'rgb(31, 32, 38)'")
    page.reload()
    assert page.evaluate(background) == "rgb(31, 32, 38)"


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_text_has_contrast(look: Opener, scheme: str) -> None:
    """At least 4.5 to 1, as WCAG 2 asks of text (1.4.3)."""
    page = look(scheme=scheme)
    script = """() => {
        const style = getComputedStyle(document.documentElement);
        const of = (name) => style.getPropertyValue(name).trim();
        const light = (colour) => {
            const pen = document.createElement('canvas').getContext('2d');
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
                .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ratio = (one, other) => {
            const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
        };
        const grounds = ['--ground', '--side', '--raised'];
        const inks = ['--ink', '--soft', '--accent-ink', '--bad'];
        const pairs = inks.flatMap((ink) => grounds.map((on) => [of(ink), of(on)]));
        const fills = ['--primary', '--success', '--danger', '--accent'].map((fill) => ['#fff', of(fill)]);
        return [...pairs, ...fills].map(([one, other]) => [one, other, ratio(one, other)]).filter(([, , r]) => r < 4.5);
    }"""
    assert page.evaluate(script) == []


def test_the_page_comes_back_after_the_server_and_the_bot_were_gone(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        opener = Opener(browser, server)
        with botting(server):
            page = opener("Mina")
            enter(page, "before the break")
            expect(own(page, "before the break")).to_be_visible()
            field(page).fill("half written")
        expect(page.get_by_text("Lemma is offline.")).to_be_visible()
    expect(page.get_by_text("The connection is lost.")).to_be_visible()
    field(page).press("Enter")
    expect(page.get_by_text("Not sent: there is no connection.")).to_be_visible()
    expect(field(page)).to_have_value("half written")
    with serving(tmp_path, server.port) as again, botting(again):
        assert again.port == server.port
        expect(page.get_by_text("The connection is lost.")).to_have_count(0, timeout=15_000)
        expect(own(page, "before the break")).to_be_visible()
        field(page).press("Enter")
        expect(own(page, "half written")).to_be_visible()
        expect(page.locator("#sidebar .person button[aria-pressed=true]")).to_contain_text("Mina")
        opener.close()


def test_chromium_is_there() -> None:
    assert CHROMIUM.exists(), NO_CHROMIUM


def test_a_newcomer_meets_the_page_in_the_language_of_the_browser(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        for language, title in {"ko-KR": "사용자 전환", "en-GB": "Act as"}.items():
            context = browser.new_context(locale=language)
            page = context.new_page()
            page.goto(server.url)
            expect(page.get_by_text(title)).to_be_visible()
            context.close()
