"""The real Lemma in the real page: what learners do with it, two at once, in both languages."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from browsing import Opener, Running, ask, enter, last, lemma, own
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

RIDDLE = "Why do we like puzzles?"


@pytest.fixture(scope="module")
def silent_model() -> Iterator[str]:
    """A model server that takes every request and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, silent_model: str) -> Iterator[Running]:
    settings = {"LEMMA_MODEL__BACKEND": "ollama", "LEMMA_MODEL__NAME": "silent", "LEMMA_MODEL__HOST": silent_model}
    with lemma(tmp_path_factory.mktemp("lemma"), **settings) as started:
        yield started


@pytest.fixture
def learners(browser: Browser, running: Running) -> Iterator[Opener]:
    opener = Opener(browser, running)
    yield opener
    opener.close()
    assert opener.problems == []


def test_a_learner_sees_the_verified_answer_and_can_go_deeper(learners: Opener) -> None:
    page = learners("Ada")
    expect(page.locator("#sidebar")).to_contain_text("online")
    reply = ask(page, "/solve 3x^2+4x+5=1")
    expect(reply).to_contain_text("Verified")
    expect(reply).to_contain_text("√2")
    expect(reply).to_contain_text("level: Intermediate")
    stop = reply.get_by_role("button", name="Stop writing")
    expect(stop).to_be_visible()  # the silent model is asked for words; the answer does not wait for it
    stop.click()
    reply.get_by_role("button", name="Deeper").click()
    expect(reply).to_contain_text("level: Advanced")


def test_two_learners_at_once_one_cancels_and_the_other_is_answered_in_korean(learners: Opener) -> None:
    ada, minjun = learners("Ada"), learners("민준", locale="ko")
    expect(ada.locator("#sidebar")).to_contain_text("online")
    riddle = ask(ada, f"/solve {RIDDLE}")
    expect(riddle).to_contain_text("language model")
    enter(minjun, "/풀기 x^2-5x+6=0을 풀어 주세요")
    answer = own(minjun, "검증")
    expect(answer).to_contain_text("3")
    expect(answer).to_contain_text("이해")
    riddle.get_by_role("button", name="Cancel").click()
    expect(riddle).to_contain_text("Cancelled")
    expect(own(minjun, "검증")).to_be_visible()


def test_a_moderator_sets_the_level_and_a_learner_may_not(learners: Opener) -> None:
    mina = learners("Mina")
    expect(mina.locator("#sidebar")).to_contain_text("online")
    panel = ask(mina, "/settings")
    expect(panel).to_contain_text("Level: Intermediate")
    ada = learners("Ada")
    expect(ada.locator("#sidebar")).to_contain_text("online")
    ada.locator("#composer-text").fill("/set")
    expect(ada.get_by_role("listbox", name="Commands").get_by_role("option", name="/settings")).to_have_count(0)


def test_a_mistake_can_be_reported_from_the_page(learners: Opener) -> None:
    page = learners("Ada")
    expect(page.locator("#sidebar")).to_contain_text("online")
    reply = ask(page, "/solve 2x + 3 = 11")
    expect(reply).to_contain_text("Verified")
    reply.get_by_role("button", name="Stop writing").click()
    reply.get_by_role("button", name="Report a mistake").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("I think it is 5")
    page.get_by_role("dialog").get_by_role("button", name="Submit").click()
    expect(last(page)).to_contain_text("Only you can see this")
