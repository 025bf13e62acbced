"""The playground's page in Chromium: the processes it needs, and a person's hands on it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

CHROMIUM = Path("/usr/bin/chromium")
NO_CHROMIUM = "Chromium is missing: sudo apt install chromium fonts-noto-cjk fonts-noto-color-emoji"
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
LINE = "Lemma's playground: "


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
    command = [sys.executable, "-W", "ignore", str(ROOT / "tests" / "browser" / "page_bot.py")]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
    with ended(process):
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", "the bot did not connect"
        yield process


@dataclass(frozen=True, slots=True)
class Running:
    """What `Opener` needs of a server: the page's address."""

    url: str


@contextmanager
def lemma(data_dir: object, **settings: str) -> Iterator[Running]:
    """The real bot in its playground, until the block is left."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LEMMA_", "DISCORD_"))}
    environment |= {"LEMMA_DATA_DIR": str(data_dir), "LEMMA_MODEL__BACKEND": "none"} | settings
    command = [sys.executable, "-m", "bot", "playground", "--no-browser"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
    with ended(process):
        line = process.stdout.readline() if process.stdout else ""
        assert line.startswith(LINE), "Lemma did not start"
        yield Running(line.removeprefix(LINE).strip())


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


class HasPage(Protocol):
    """Whatever serves the page at an address."""

    @property
    def url(self) -> str: ...


class Opener:
    """Opens the page as somebody; `problems` collects what the browser complained about."""

    def __init__(self, browser: Browser, server: HasPage) -> None:
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
            has_touch=width < 600,
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


def field(page: Page) -> Locator:
    """Where messages and commands are written."""
    return page.locator("#composer-text")


def write(page: Page, text: str) -> None:
    field(page).focus()
    page.keyboard.insert_text(text)


def enter(page: Page, line: str) -> None:
    """Write a line and press Enter."""
    field(page).fill(line)
    page.keyboard.press("Enter")


def ask(page: Page, line: str) -> Locator:
    """Write a line, press Enter, and wait for the message that comes of it."""
    before = page.locator(".message").last.get_attribute("data-id")
    enter(page, line)
    newest = "before => [...document.querySelectorAll('.message')].at(-1).dataset.id !== before"
    page.wait_for_function(newest, arg=before)
    return page.locator(f"#message-{page.locator('.message').last.get_attribute('data-id')}")


def last(page: Page) -> Locator:
    """The newest message."""
    return page.locator(".message").last


def own(page: Page, text: str) -> Locator:
    """The newest message that holds this text."""
    return page.locator(".message", has_text=text).last


def said(page: Page, text: str) -> Locator:
    """Every place in the messages with exactly this text."""
    return page.locator("#messages").get_by_text(text, exact=True)
