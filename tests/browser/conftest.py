"""A playground, a small bot and Chromium, each a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from browsing import CHROMIUM, FLAGS, NO_CHROMIUM, PATIENCE_MS, Opener, Server, botting, serving
from playwright.sync_api import Browser, Page, expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(NO_CHROMIUM)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One playground with the small bot for all tests of a module."""
    with serving(tmp_path_factory.mktemp("playground")) as running, botting(running):
        yield running


@pytest.fixture
def look(browser: Browser, server: Server) -> Iterator[Opener]:
    """`look("Mina")` is a page with Mina in front of it; the test fails when a page complained."""
    opener = Opener(browser, server)
    yield opener
    opener.close()
    assert opener.problems == []


@pytest.fixture(scope="module")
def still(browser: Browser, server: Server) -> Iterator[Page]:
    """One page for what needs nobody but itself."""
    opener = Opener(browser, server)
    yield opener()
    opener.close()
