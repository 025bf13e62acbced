"""Where the face for Hangul is: in a package that pip brought, so nothing of the system is looked at."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "manimgx_fonts_cjk"


def folder() -> str:
    """The folder that holds Noto Sans CJK. Raises FileNotFoundError."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(_PACKAGE)
    return str(Path(spec.origin).parent)
