"""Reading: what messages show, and pressing things while they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import ask, enter, own, said
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from browsing import Opener

pytestmark = pytest.mark.browser


def markdown(page: Page, text: str) -> str:
    """The HTML that a message with this text shows."""
    script = """async (text) => {
        const { markdown } = await import('/page/markdown.js');
        const { draw } = await import('/page/dom.js');
        const place = document.createElement('div');
        draw(place, markdown(text));
        return place.innerHTML;
    }"""
    return str(page.evaluate(script, text))


def test_text_of_every_kind(look: Opener) -> None:
    page = look()
    message = ask(page, "/text")
    for tag, text in {"h3": "First", "h4": "Second", "h5": "Third", "p.small": "small print"}.items():
        expect(message.locator(tag)).to_contain_text(text)
    for tag, text in {"em": "italic", "u": "underlined", "s": "struck", "pre": "x = (1 + 5**0.5)"}.items():
        expect(message.locator(tag).first).to_contain_text(text)
    expect(message.get_by_text("inline x² + √2")).to_be_visible()
    expect(message.locator("blockquote strong")).to_have_text("bold")
    expect(message.locator("ol > li > ul > li")).to_have_text("inside")
    expect(message.get_by_role("link", name="the proof")).to_have_attribute("href", "https://example.org/proof")
    expect(message.get_by_role("link", name="https://example.org/a_(b)")).to_be_visible()
    expect(message.get_by_text("October 9, 2025")).to_be_visible()
    expect(message).to_contain_text("snake_case_name, *not italic* <b>not markup</b>")
    expect(message.locator(".mention", has_text="@Ada")).to_be_visible()
    expect(message.locator(".embed")).to_contain_text("The footer")
    secret = message.get_by_role("button", name="Spoiler")
    secret.press("Enter")
    expect(message.locator(".spoiler.shown")).to_have_text("a secret")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** and * b *", '<div class="para"><strong>a</strong> and * b *</div>'),
        ("**굵게**은", '<div class="para"><strong>굵게</strong>은</div>'),
        ("***a** b*", '<div class="para"><em><strong>a</strong> b</em></div>'),
        ("a `**b**` c", '<div class="para">a <code>**b**</code> c</div>'),
        ("<img src=x onerror=alert(1)>", '<div class="para">&lt;img src=x onerror=alert(1)&gt;</div>'),
        ("[a](javascript:alert(1))", '<div class="para">[a](javascript:alert(1))</div>'),
        ("```\n**x**\n```", '<pre tabindex="0"><code>**x**</code></pre>'),
        ("one\n\ntwo", '<div class="para">one\n\ntwo</div>'),
        ("1. a\n- b", '<ol start="1"><li>a</li></ol><ul><li>b</li></ul>'),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("**unclosed", '<div class="para">**unclosed</div>'),
        ("-5 + 3", '<div class="para">-5 + 3</div>'),
        ("", ""),
    ],
)
def test_markdown(still: Page, text: str, html: str) -> None:
    assert markdown(still, text) == html


def test_a_preview_shows_words_without_marks(still: Page) -> None:
    script = "async (text) => (await import('/page/markdown.js')).wordsOf(text)"
    text = "## Answer\n**x = 2** and `y`\n- one\n- *two*"
    assert still.evaluate(script, text) == "Answer x = 2 and y one two"


@pytest.mark.parametrize(
    "sign", ["*", "_", "**", "||", "`", "> ", "[", "<", "*a ", "**a _b ", "- ", "[a](", "~~", "\\"]
)
def test_hostile_text_costs_no_time(still: Page, sign: str) -> None:
    script = """async (text) => {
        const { markdown } = await import('/page/markdown.js');
        const start = performance.now();
        markdown(text);
        return performance.now() - start;
    }"""
    assert still.evaluate(script, sign * (4000 // len(sign))) < 400


def test_a_layout_with_buttons_of_every_style(look: Opener) -> None:
    page = look()
    enter(page, "/solve 3x+1=7")
    message = own(page, "You asked: 3x+1=7")
    expect(message.locator(".container.accented")).to_contain_text("Verified: substituted back exactly")
    expect(message.locator(".section .accessory button")).to_have_text("Copy")
    expect(message.get_by_role("link", name="Docs")).to_have_attribute("href", "https://example.org/docs")
    expect(message.get_by_role("button", name="Gone")).to_be_disabled()
    expect(message.get_by_text("(edited)")).to_be_visible()


def test_pictures_carry_their_description_and_files_come_down(look: Opener) -> None:
    page = look()
    enter(page, "/files")
    expect(own(page, "With an attachment").get_by_role("img", name="A loose picture")).to_be_visible()
    message = page.locator(".message:has(.container)").last
    picture = message.get_by_role("img", name="A parabola through the origin")
    expect(picture).to_be_visible()
    assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 320
    with page.expect_download() as coming:
        message.get_by_role("link", name="Download data.json").click()
    assert coming.value.path().read_text() == '{"a": 1}'


def test_no_press_is_lost_while_the_message_changes(look: Opener) -> None:
    """The bot edits every 40 ms, with more and fewer lines above the button; slow presses must all arrive."""
    page = look()
    button = ask(page, "/busy").get_by_role("button", name="Press me")
    for turn in range(1, 6):
        box = button.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 10, box["y"] + 10)
        page.mouse.down()
        page.wait_for_timeout(120)
        page.mouse.up()
        expect(said(page, f"Press me pressed {turn}")).to_have_count(1)
    button.focus()
    page.wait_for_timeout(200)
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page, "Press me pressed 6")).to_have_count(1)


def test_nothing_moves_while_a_pointer_is_down_on_the_messages(look: Opener) -> None:
    """Or the button would slip away between the press and the release."""
    page = look()
    message = ask(page, "/busy")
    script = """async (message) => {
        const looks = async () => {
            const seen = new Set();
            for (let at = 0; at < 20; at += 1) {
                seen.add(message.textContent);
                await new Promise((done) => setTimeout(done, 20));
            }
            return seen.size;
        };
        const button = message.querySelector('button');
        button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        const during = await looks();
        button.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
        return [during, await looks()];
    }"""
    during, after = message.evaluate(script)
    assert during == 1
    assert after > 1


def test_an_open_select_survives_edits(look: Opener) -> None:
    page = look()
    select = ask(page, "/busy").get_by_role("combobox", name="While busy")
    select.click()
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(400)
    expect(select).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(said(page, "Chosen: calculus")).to_be_visible()


def test_selects_of_one_of_several_and_of_people(look: Opener) -> None:
    page = look()
    message = ask(page, "/pick")
    message.get_by_role("combobox", name="One topic").click()
    message.get_by_role("option", name="Geometry").click()
    expect(said(page, "Chosen: geometry")).to_be_visible()
    expect(message.get_by_role("combobox", name="One topic")).to_contain_text("Geometry")
    message.get_by_role("combobox", name="Topics").press("ArrowDown")
    for _ in range(3):  # a third is not taken: at most two
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(said(page, "Chosen: algebra, quadratic equations")).to_be_visible()
    message.get_by_role("combobox", name="A person").click()
    message.get_by_role("option", name="민준").click()
    expect(said(page, "People: 민준")).to_be_visible()
    message.get_by_role("combobox", name="A place").click()
    message.get_by_role("option", name="#study").click()
    expect(said(page, "Places: study")).to_be_visible()
    message.get_by_role("combobox", name="A role").click()
    message.get_by_role("option", name="@Moderator").click()
    expect(said(page, "Roles: Moderator")).to_be_visible()


def test_a_button_waits_until_it_is_answered(look: Opener) -> None:
    page = look()
    message = ask(page, "/pick")
    message.get_by_role("button", name="Slow").click()
    expect(message.locator("button[aria-busy=true]")).to_have_text("Slow")
    expect(message).to_contain_text("Slow but done")
    expect(message.locator("button[aria-busy=true]")).to_have_count(0)


def test_a_button_nobody_answers_says_so_beside_it(look: Opener) -> None:
    page = look()
    message = ask(page, "/pick")
    message.get_by_role("button", name="Deaf").click()
    expect(message.get_by_role("alert")).to_contain_text("The application did not respond", timeout=5000)
    expect(message.locator("button[aria-busy=true]")).to_have_count(0)
    message.get_by_role("button", name="Dismiss").click()
    expect(message.get_by_role("alert")).to_have_count(0)


def test_a_modal_is_filled_in_and_says_what_is_missing(look: Opener) -> None:
    page = look()
    enter(page, "/solve 1+1")
    own(page, "You asked: 1+1").get_by_role("button", name="Report a mistake").click()
    modal = page.get_by_role("dialog", name="Report a mistake")
    expect(modal).to_contain_text("What is wrong here?")
    line = modal.get_by_label("Which line")
    expect(line).to_be_focused()
    modal.get_by_role("button", name="Submit").click()
    expect(modal.get_by_text("This is needed.")).to_have_count(3)
    line.fill("123456")
    expect(line).to_have_value("12345")
    modal.get_by_label("Why").fill("two\nlines")
    modal.get_by_role("combobox", name="Kind").click()
    modal.get_by_role("option", name="algebra").click()
    modal.get_by_label("No").check()
    modal.get_by_role("button", name="Submit").click()
    expect(modal).to_be_hidden()
    expect(said(page, "12345 | two\nlines | algebra | no")).to_be_visible()


def test_a_modal_that_a_command_opens_with_boxes_to_check(look: Opener) -> None:
    page = look()
    enter(page, "/survey")
    modal = page.get_by_role("dialog", name="Survey")
    name = modal.get_by_label("Name")
    expect(name).to_have_value("Ada")
    name.fill("A")
    for topic in ("Algebra", "Quadratic Equations", "Calculus"):
        modal.get_by_label(topic).check()
    modal.get_by_label("Write to me").check()
    name.press("Enter")
    expect(modal.get_by_text("At least 2 characters.")).to_be_visible()
    expect(modal.get_by_text("At most 2.")).to_be_visible()
    modal.get_by_label("Algebra").uncheck()
    name.fill("Ada L.")
    name.press("Enter")
    expect(said(page, "Ada L. likes ['quadratic equations', 'calculus'], True")).to_be_visible()


def test_escape_closes_a_modal_and_the_button_works_again(look: Opener) -> None:
    page = look()
    enter(page, "/solve 2+2")
    button = own(page, "You asked: 2+2").get_by_role("button", name="Report a mistake")
    for _ in range(2):
        button.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_two_people_see_the_same_but_not_what_only_one_may_see(look: Opener) -> None:
    ada, mina = look("Ada"), look("Mina")
    enter(ada, "/solve 5x=10")
    expect(mina.get_by_text("Lemma is thinking…").or_(own(mina, "step 1 of 6")).last).to_be_visible()
    expect(own(mina, "You asked: 5x=10")).to_contain_text("Ada used /solve")
    own(ada, "You asked: 5x=10").get_by_role("button", name="Simpler").click()
    mine = own(ada, "Simpler pressed 1")
    expect(mine).to_contain_text("Only you can see this")
    own(mina, "You asked: 5x=10").get_by_role("button", name="Deeper").click()
    expect(own(mina, "Deeper pressed 1")).to_be_visible()
    expect(said(mina, "Simpler pressed 1")).to_have_count(0)
    mine.get_by_role("button", name="Dismiss").click()
    expect(said(ada, "Simpler pressed 1")).to_have_count(0)
    ada.reload()
    expect(own(ada, "You asked: 5x=10")).to_be_visible()
    expect(said(ada, "Simpler pressed 1")).to_have_count(0)


def test_the_menu_of_a_message_by_mouse_and_by_keyboard(look: Opener) -> None:
    page = look()
    message = ask(page, "7y = 21")
    message.click(button="right")
    page.get_by_role("menuitem", name="Solve this message").click()
    expect(said(page, "Solving: 7y = 21")).to_have_count(1)
    message.focus()
    page.keyboard.press("Tab")
    expect(message.get_by_role("button", name="More for the message of Ada")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Solve this message")).to_be_focused()
    page.keyboard.press("Escape")
    expect(message.get_by_role("button", name="More for the message of Ada")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(said(page, "Solving: 7y = 21")).to_have_count(2)


def test_arrows_go_from_message_to_message(look: Opener) -> None:
    page = look()
    enter(page, "first of two")
    enter(page, "second of two")
    own(page, "second of two").focus()
    page.keyboard.press("ArrowUp")
    expect(own(page, "first of two")).to_be_focused()


def test_the_end_stays_in_view_unless_the_reader_scrolled_up(look: Opener) -> None:
    ada, mina = look("Ada"), look("Mina")
    for number in range(25):
        enter(ada, f"filler {number}")
    gap = "() => { const s = document.getElementById('scroll'); return s.scrollHeight - s.scrollTop - s.clientHeight }"
    expect(own(mina, "filler 24")).to_be_in_viewport()
    assert mina.evaluate(gap) < 5
    mina.mouse.move(600, 300)
    mina.mouse.wheel(0, -600)
    expect(mina.get_by_role("button", name="To the newest")).to_be_visible()
    place = mina.evaluate("document.getElementById('scroll').scrollTop")
    enter(ada, "one more")
    expect(own(mina, "one more")).to_be_attached()
    assert mina.evaluate("document.getElementById('scroll').scrollTop") == place
    mina.get_by_role("button", name="New messages").click()
    expect(own(mina, "one more")).to_be_in_viewport()


def test_an_answer_longer_than_the_screen_shows_its_beginning(look: Opener) -> None:
    page = look()
    message = ask(page, "/long")
    expect(message).to_contain_text("More prose")
    expect(message.get_by_role("heading", name="The answer")).to_be_in_viewport()
    expect(message.get_by_role("heading", name="More prose")).not_to_be_in_viewport()
    page.keyboard.press("PageDown")
    expect(message.get_by_role("heading", name="The answer")).not_to_be_in_viewport()
    expect(ask(page, "a short word after it")).to_be_in_viewport()


def test_new_messages_are_announced(look: Opener) -> None:
    ada, mina = look("Ada"), look("Mina")
    enter(ada, "are you listening?")
    live = mina.locator("#announce[aria-live=polite]")
    expect(live).to_contain_text("Ada: are you listening?")


def test_a_picture_is_enlarged_by_a_press_and_closed_by_escape(look: Opener) -> None:
    page = look()
    enter(page, "/files")
    page.locator(".message:has(.container)").last.get_by_role("img", name="A parabola through the origin").click()
    enlarged = page.get_by_role("dialog", name="Enlarged picture")
    expect(enlarged.get_by_role("img", name="A parabola through the origin")).to_be_visible()
    page.keyboard.press("Escape")
    expect(enlarged).to_be_hidden()
