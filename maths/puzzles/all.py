"""Every kind of puzzle, by its name."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from maths.puzzles.puzzle import Kind

if TYPE_CHECKING:
    from maths.puzzles.puzzle import Maker

_ROOMS = {kind: f"maths.puzzles.{kind}" for kind in Kind}


def maker(kind: Kind) -> Maker:
    """The maker of a kind: its room's `MAKER`, loaded when it is first asked for."""
    return cast("Maker", import_module(_ROOMS[kind]).MAKER)
