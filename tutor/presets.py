"""How freely and how long a model writes, by what it is asked for: one table.

Solving at 0.6 with top-p 0.95 is what the cards of Phi-4-mini-flash-reasoning, Qwen3 and DeepSeek-R1 ask for;
what is only copied out of a text leaves no freedom.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Length(Enum):
    """How many tokens an answer may take, thinking not counted."""

    SHORT = 300
    MEDIUM = 700
    LONG = 3000


@dataclass(frozen=True, slots=True)
class Preset:
    """Sampling and length for one kind of task."""

    temperature: float
    top_p: float
    length: Length


class Task(Enum):
    """What a model is asked for."""

    EXACT = Preset(0.0, 1.0, Length.SHORT)
    EXTRACTION = Preset(0.0, 1.0, Length.MEDIUM)
    SOLVING = Preset(0.6, 0.95, Length.LONG)
    EXPLANATION = Preset(0.7, 0.95, Length.MEDIUM)
    GENERATION = Preset(0.8, 0.95, Length.MEDIUM)
    CREATION = Preset(1.0, 0.98, Length.LONG)
