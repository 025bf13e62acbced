"""What the tutor gets of an argument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.logic.argued.judge import Judgement
    from maths.logic.argued.language import Meaning, Role
    from maths.message import Formula, Message


@dataclass(frozen=True, slots=True)
class ArguedLine:
    """A line as it was written, as a formula and in plain words; `follows` where it is concluded."""

    role: Role
    text: str
    formula: Formula
    unicode: str
    said: Message
    follows: bool | None = None


@dataclass(frozen=True, slots=True)
class Argued:
    """A formalised argument and what logic says of it.

    `formal` is the formalisation as text that can be edited and read again. `world` tells the counterexample, `missing`
    are premises that would make it valid, each as a formula and in words.
    """

    formal: str
    lines: tuple[ArguedLine, ...]
    meanings: tuple[Meaning, ...]
    notes: tuple[Message, ...]
    judgement: Judgement
    world: Message | None = None
    missing: tuple[tuple[Formula, Message], ...] = ()


@dataclass(frozen=True, slots=True)
class NotArgued:
    """Why the text was not read as an argument."""

    message: Message
