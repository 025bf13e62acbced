"""One line an event, and no secret in it."""

from __future__ import annotations

import io
import json
import logging
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.log import LogFormat, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "MTE4NzY1NDMyMTA5ODc2NTQzMg.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"  # noqa: S105 - made up


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    set_up("info", LogFormat.JSON, secrets=["key-of-mine"])
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream := io.StringIO())
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_an_event_is_one_json_line(lines: io.StringIO) -> None:
    structlog.get_logger("x").info("happened", count=3)
    (line,) = lines.getvalue().splitlines()
    assert json.loads(line)["event"] == "happened"
    assert json.loads(line)["count"] == 3


def test_a_library_s_line_looks_the_same(lines: io.StringIO) -> None:
    logging.getLogger("maths.worker").warning("a worker ended: %s", 9)
    assert json.loads(lines.getvalue())["event"] == "a worker ended: 9"


def test_tokens_and_secrets_are_struck_out_of_messages_and_tracebacks(lines: io.StringIO) -> None:
    try:
        int(f"Authorization: Bot {TOKEN} key-of-mine")
    except ValueError:
        structlog.get_logger("x").exception("failed", token=TOKEN)
    text = lines.getvalue()
    assert "[secret]" in text
    assert TOKEN not in text
    assert "key-of-mine" not in text
    assert len(text.splitlines()) == 1
