"""What a lesson says of a topic of practice: written by people, in files beside this one, a file a topic and language.

A file has the headings `## Definition: beginner`, `## Definition: intermediate`, `## Definition: advanced`,
`## Intuition` and `## Mistake`; its text is Markdown whose mathematics is `$LaTeX$`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.types import Language, Level

FOLDER = Path(__file__).parent
_HEADING = re.compile(r"(?m)^## (.+)$")
_TOPIC = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What people wrote of a topic, for one level."""

    definition: str
    intuition: str
    mistake: str


def told(topic: str, level: Level, language: Language) -> Told | None:
    """The text of a topic; None where nobody has written one."""
    parts = _parts(topic, language)
    if not parts:
        return None
    return Told(parts[f"Definition: {level}"], parts["Intuition"], parts["Mistake"])


@cache
def _parts(topic: str, language: Language) -> dict[str, str]:
    path = FOLDER / language / f"{topic}.md"
    if _TOPIC.fullmatch(topic) is None or not path.is_file():
        return {}
    _, *pieces = _HEADING.split(path.read_text(encoding="utf-8"))
    return {name.strip(): text.strip() for name, text in zip(pieces[::2], pieces[1::2], strict=True)}
