"""A playground, a small bot and Chromium, each a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = Path("/usr/bin/chromium")
NO_CHROMIUM = "Chromium is missing: sudo apt install chromium fonts-noto-cjk"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROOT = Path(__file__).parents[2]
PATIENCE_MS = 8_000


@dataclass(frozen=True, slots=True)
class Server:
    """A running playground: the page's address, and what a bot needs to connect."""

    process: subprocess.Popen[str]
    url: str
    api_base: str
    gateway: str
    token: str
    port: int


@contextmanager
def serving(data_dir: Path, port: int = 0) -> Iterator[Server]:
    """`python -m playground` on a folder, until the block is left."""
    command = [sys.executable, "-m", "playground", "--data", str(data_dir), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    with ended(process):
        line = process.stdout.readline() if process.stdout else ""
        assert line, "the playground did not start"
        about = json.loads(line)
        yield Server(process, *(about[name] for name in ("url", "api_base", "gateway", "token", "port")))


@contextmanager
def botting(server: Server) -> Iterator[subprocess.Popen[str]]:
    """The small bot, connected."""
    environment = os.environ | {
        "PAGE_BOT_API": server.api_base,
        "PAGE_BOT_GATEWAY": server.gateway,
        "PAGE_BOT_TOKEN": server.token,
    }
    command = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("page_bot.py"))]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
    with ended(process):
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", "the bot did not connect"
        yield process


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(10)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


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


class Opener:
    """Opens the page as somebody; `problems` collects what the browser complained about."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self._browser = browser
        self._server = server
        self._contexts: list[BrowserContext] = []
        self.problems: list[str] = []

    def __call__(
        self, who: str = "Ada", *, width: int = 1100, height: int = 800, locale: str = "en-US", scheme: str = "dark"
    ) -> Page:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme="light" if scheme == "light" else "dark",
            has_touch=width < 600,  # noqa: PLR2004 - a phone
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda line: self.problems.append(line.text) if line.type in {"error", "warning"} else None)
        page.goto(self._server.url)
        act_as(page, who)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()


def act_as(page: Page, who: str) -> None:
    """Switch to the person of that name, as the sidebar's buttons do, whatever the width."""
    row = page.locator("#sidebar .person button", has_text=who)
    row.wait_for(state="attached")
    row.dispatch_event("click")
    expect(page.locator("#sidebar .person button[aria-pressed=true]")).to_contain_text(who)


@pytest.fixture
def look(browser: Browser, server: Server) -> Iterator[Opener]:
    """`look("Mina")` is a page with Mina in front of it; the test fails when a page complained."""
    opener = Opener(browser, server)
    yield opener
    opener.close()
    assert opener.problems == []
