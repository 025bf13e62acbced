"""docs/pictures shows every picture of the gallery, and says each in words."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

PLACE = Path(__file__).parents[1] / "picture_gallery.py"
PNG = b"\x89PNG\r\n\x1a\n"


def gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture_gallery", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_sixteen_pictures_in_both_themes_and_languages_are_there_with_their_words() -> None:
    shown = gallery()
    page = (shown.FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(shown.GALLERY) == 16
    assert len({(one.theme, one.language) for one in shown.GALLERY}) == 4
    for place, one in enumerate(shown.GALLERY, 1):
        title = getattr(one, "problem", None) or getattr(one, "request", None) or one.chart.title
        assert f"## {title}\n" in page, "make picture-gallery"
        assert (shown.FOLDER / f"{place:02d}-1.png").read_bytes().startswith(PNG)
    assert page.count("<img ") == page.count("\n> ") == len(list(shown.FOLDER.glob("*.png")))
