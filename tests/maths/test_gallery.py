"""docs/gallery.md shows what mathematics writes today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

PLACE = Path(__file__).parents[1] / "gallery.py"


def gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gallery_is_up_to_date() -> None:
    page = gallery()
    assert page.PLACE.read_text(encoding="utf-8") == page.written(), "make gallery"


def test_the_gallery_shows_thirty_problems_at_every_level_in_both_languages() -> None:
    shown = gallery().GALLERY
    assert len(shown) == 30
    assert len({(one.level, one.language) for one in shown}) == 6
