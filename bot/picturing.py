"""`lemma picture --jsonl`: pages of text and mathematics to PNG files, one object a line in, one a line out."""

from __future__ import annotations

import asyncio
import time
from itertools import count
from typing import TYPE_CHECKING, Any

from bot.lines import BadLineError, read_lines, text_of, write_line
from picture.worker import open_pictures
from tutor.errors import PictureError
from tutor.pictures import Page
from tutor.types import Language, Theme

if TYPE_CHECKING:
    from pathlib import Path

    from picture.worker import Drawing


def run(folder: Path) -> None:
    """Answer standard input until it ends; the files are in `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(_run(folder))


async def _run(folder: Path) -> None:
    numbers = count(1)
    async with open_pictures() as pictures:
        async for line in read_lines():
            write_line(await _answered(line, pictures, folder, next(numbers)))


async def _answered(
    line: dict[str, Any] | BadLineError, pictures: Drawing, folder: Path, number: int
) -> dict[str, Any]:
    if isinstance(line, BadLineError):
        return {"id": None, "error": str(line)}
    started = time.perf_counter()
    try:
        picture = await pictures.page(_page(line))
    except (BadLineError, PictureError) as error:
        return {"id": line.get("id"), "error": str(error)}
    names = [f"{number}-{page}.png" for page in range(1, len(picture.pages) + 1)]
    for name, page in zip(names, picture.pages, strict=True):
        (folder / name).write_bytes(page)
    answer: dict[str, Any] = {"pages": names, "alt": picture.alts[0], "fallbacks": picture.fallbacks}
    if len(picture.alts) > 1:
        answer["alts"] = list(picture.alts)
    if picture.document is not None:
        answer["document"] = f"{number}.pdf"
        (folder / answer["document"]).write_bytes(picture.document)
    return {"id": line.get("id"), **answer, "seconds": round(time.perf_counter() - started, 6)}


def _page(line: dict[str, Any]) -> Page:
    """Raises BadLineError."""
    text = text_of(line, "text")
    try:
        language = Language(line["language"]) if "language" in line else _spoken(text)
        return Page(text, language, Theme(line.get("theme", Theme.DARK)))
    except ValueError as error:
        raise BadLineError(str(error)) from error


def _spoken(text: str) -> Language:
    return Language.KOREAN if any("가" <= character <= "힣" for character in text) else Language.ENGLISH
