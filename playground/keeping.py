"""What the playground keeps in its data folder: its keys, its world, and a lock on both."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playground.shapes import Json

VERSION = 1

log = logging.getLogger(__name__)


class InUseError(Exception):
    """Another playground has this data folder open: two would overwrite each other's world."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The secret that opens the page, and the bot's token: made once, so that bookmarks and settings stay good."""

    secret: str
    token: str


def open_keys(folder: Path) -> Keys:
    path = folder / "keys.json"
    try:
        saved = json.loads(path.read_text())
        return Keys(str(saved["secret"]), str(saved["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        keys = Keys(secrets.token_urlsafe(24), f"playground.{secrets.token_urlsafe(32)}")
        _write(path, json.dumps({"secret": keys.secret, "token": keys.token}))
        return keys


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the folder and hold it for this process. Raises InUseError when another holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise InUseError(f"another playground is using {folder}") from error
        yield


def load(path: Path, base: str) -> Json | None:
    """The saved world, its attachment links moved to `base`; None when there is none. One that cannot be read is
    put aside, never overwritten.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    try:
        saved: Json = json.loads(text)
        if saved["base"] != base:
            saved = json.loads(text.replace(f"{saved['base']}/attachments/", f"{base}/attachments/"))
        if saved["version"] == VERSION:
            return saved
    except (ValueError, KeyError, TypeError):
        pass
    path.replace(path.with_suffix(f".unreadable-{secrets.token_hex(4)}"))
    return None


class Keeper:
    """Writes the world soon after it changed, and once more on closing; each time the whole file or nothing."""

    def __init__(self, path: Path, snapshot: Callable[[], Json], delay: float) -> None:
        self._path = path
        self._snapshot = snapshot
        self._delay = delay
        self._changed = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    def changed(self) -> None:
        self._changed.set()

    async def _run(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(self._delay)
            self._changed.clear()
            try:
                await asyncio.to_thread(self._save, self._snapshot())
            except OSError as error:
                log.warning("the world could not be saved, it is tried again at its next change: %s", error)

    def _save(self, snapshot: Json) -> None:
        _write(self._path, json.dumps({"version": VERSION} | snapshot, ensure_ascii=False))

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._save(self._snapshot())


def _write(path: Path, text: str) -> None:
    """Replace a file as a whole; it is readable by its owner alone."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
