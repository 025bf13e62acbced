"""The revisions this program knows, without Alembic."""

from __future__ import annotations

from pathlib import Path

SCRIPTS = Path(__file__).parent


def known() -> tuple[str, ...]:
    """The revisions, oldest first: `versions/v0001_first_tables.py` holds revision `0001`."""
    return tuple(sorted(path.stem.split("_")[0].removeprefix("v") for path in SCRIPTS.glob("versions/v*.py")))
