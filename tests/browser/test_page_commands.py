"""Writing: commands, their options and what happens to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import enter, field, last, write
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browsing import Opener

pytestmark = pytest.mark.browser


def test_a_slash_lists_the_commands_and_the_keyboard_does_the_rest(look: Opener) -> None:
    page = look()
    write(page, "/")
    options = page.get_by_role("listbox", name="Commands").get_by_role("option")
    expect(options.filter(has_text="/solve")).to_contain_text("Solve a problem step by step")
    expect(options.filter(has_text="/records forget")).to_be_visible()
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    first = field(page).get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    expect(field(page)).not_to_have_attribute("aria-activedescendant", first or "")
    write(page, "sol")
    expect(options).to_have_count(1)
    page.keyboard.press("Tab")
    problem = page.get_by_label("problem")
    expect(problem).to_be_focused()
    problem.fill("2x = 4")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("You asked: 2x = 4")
    expect(last(page)).to_contain_text("Ada used /solve")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")


def test_a_tired_student_types_the_problem_behind_the_command(look: Opener) -> None:
    page = look()
    enter(page, "/solve 3x+1=7")
    expect(last(page)).to_contain_text("You asked: 3x+1=7")


def test_the_field_is_empty_after_a_line_that_was_typed_and_sent_within_one_frame(look: Opener) -> None:
    page = look()
    script = """(line) => {
        const field = document.getElementById('composer-text');
        field.value = line;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }"""
    page.evaluate(script, "quick")
    expect(last(page)).to_contain_text("quick")
    expect(field(page)).to_have_value("")


def test_options_can_be_named_in_the_line(look: Opener) -> None:
    page = look()
    enter(page, "/solve problem: ratio 3:4, x: level: Beginner")
    expect(last(page)).to_contain_text("Level BEGINNER. You asked: ratio 3:4, x:")


def test_a_missing_option_is_asked_for_and_escape_gives_the_line_back(look: Opener) -> None:
    page = look()
    before = page.locator(".message").count()
    enter(page, "/solve level: advanced")
    problem = page.get_by_label("problem")
    expect(problem).to_be_focused()
    expect(problem).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("level")).to_have_value("advanced")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("/solve level: advanced")
    assert page.locator(".message").count() == before


def test_choices_are_a_listbox(look: Opener) -> None:
    page = look()
    write(page, "/solve x+1=2")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    level = page.get_by_role("combobox", name="level")
    expect(level).to_be_focused()
    options = page.get_by_role("listbox", name="Suggestions for level").get_by_role("option")
    expect(options).to_have_text(["beginner", "advanced"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(level).to_have_value("advanced")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("Level ADVANCED. You asked: x+1=2")


def test_autocomplete_asks_the_bot_and_numbers_are_checked(look: Opener) -> None:
    page = look()
    write(page, "/topic")
    page.keyboard.press("Tab")
    page.keyboard.type("quad")
    option = page.get_by_role("option", name="quadratic equations")
    expect(option).to_be_visible()
    option.click()
    expect(page.get_by_role("combobox", name="name")).to_have_value("quadratic equations")
    page.get_by_label("count").fill("12")
    page.keyboard.press("Enter")
    expect(page.get_by_text("At most 9.")).to_be_visible()
    page.get_by_label("count").fill("3")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("Topic quadratic equations × 3")


def test_subcommands(look: Opener) -> None:
    page = look()
    enter(page, "/records show page: 2")
    expect(last(page)).to_contain_text("Records, page 2")
    write(page, "/rec")
    page.get_by_role("option", name="/records forget").click()
    page.get_by_role("button", name="Send").click()
    expect(last(page)).to_contain_text("Forgotten")


def test_several_lines_reach_the_bot(look: Opener) -> None:
    page = look()
    write(page, "/solve x + y = 3")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Enter")
    page.keyboard.insert_text("x - y = 1")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("You asked: x + y = 3\nx - y = 1", use_inner_text=True)


def test_in_korean_either_language_finds_the_command(look: Opener) -> None:
    page = look("민준")
    write(page, "/푸")  # half of 풀, as it stands while it is being typed
    option = page.get_by_role("option", name="/풀기")
    expect(option).to_contain_text("문제를 단계별로 풉니다")
    field(page).fill("/sol")
    expect(option).to_be_visible()
    enter(page, "/풀기 3x+1=7 수준: 초급")
    expect(last(page)).to_contain_text("Level BEGINNER. You asked: 3x+1=7")
    expect(last(page)).to_contain_text("민준 님이 /풀기를 사용했습니다")
    enter(page, "/solve problem: 2x=4")
    expect(last(page)).to_contain_text("You asked: 2x=4")


def test_enter_that_ends_a_composed_syllable_sends_nothing(look: Opener) -> None:
    page = look("민준")
    before = page.locator(".message").count()
    write(page, "안녕")
    field(page).dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    expect(field(page)).to_have_value("안녕")
    assert page.locator(".message").count() == before


def test_a_command_nobody_answers_says_so_after_three_seconds_and_can_be_tried_again(look: Opener) -> None:
    page = look()
    enter(page, "/silent")
    expect(page.get_by_text("Sending /silent…")).to_be_visible()
    notice = page.locator(".notice", has_text="The application did not respond")
    expect(notice).to_be_visible(timeout=5000)
    enter(page, "/records forget")
    expect(last(page)).to_contain_text("Forgotten")
    notice.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Sending /silent…")).to_be_visible()
    expect(notice).to_be_visible(timeout=5000)
    notice.get_by_role("button", name="Dismiss").click()
    expect(notice).to_have_count(0)


def test_an_unknown_command_is_explained_and_not_sent(look: Opener) -> None:
    page = look()
    enter(page, "/slove 3x=1")
    expect(page.get_by_text("No command is called /slove.")).to_be_visible()
    expect(field(page)).to_have_value("/slove 3x=1")


def test_an_ordinary_message_reaches_the_others_and_maths_gets_a_hint(look: Opener) -> None:
    ada, mina = look("Ada"), look("Mina")
    enter(ada, "good evening everybody, room 12 at 7:30?")
    expect(last(mina)).to_contain_text("good evening everybody")
    hint = ada.get_by_role("button", name="Ask with /solve")
    field(ada).fill("see you at 7")
    expect(hint).to_have_count(0)
    field(ada).fill("3x + 1 = 7")
    hint.click()
    expect(last(ada)).to_contain_text("You asked: 3x + 1 = 7")


MATHS = [
    "3x^2+4x+5=1",
    "what is 2/3 + 5/7",
    "d/dx[x^3+2x]",
    "∫(x^2)dx",
    "x^2 - 5x + 6 인수분해",
    "행렬 [[1, 2], [3, 4]]의 고유값",
    "1 + 1",
    "sin(x) = 1/2",
    "solve for x: 2(x+1) = 6",
]
NOT_MATHS = [
    "hello",
    "see you at 7",
    "https://example.org/a=1",
    "I am 15 and/or 16",
    "this solves nothing",
    "meet at 10-11 tomorrow, ok?",
    "오늘 3시에 만나요",
    "thanks :) <3",
]


def test_what_looks_like_maths(look: Opener) -> None:
    script = """async (texts) => {
        const { looksLikeMaths } = await import('/page/commands.js');
        return texts.filter(looksLikeMaths);
    }"""
    assert look().evaluate(script, MATHS + NOT_MATHS) == MATHS


def test_commands_for_moderators_are_offered_to_moderators_only(look: Opener) -> None:
    ada, mina = look("Ada"), look("Mina")
    for page in (ada, mina):
        write(page, "/mod")
    expect(mina.get_by_role("option", name="/moderate")).to_be_visible()
    expect(ada.get_by_role("option", name="/moderate")).to_have_count(0)
