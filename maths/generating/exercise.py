"""What a problem is before it is asked, and what a topic is: structures to draw from, level by level."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.generating.draw import Draw
    from maths.message import Formula, Message
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Made:
    """A statement, and its answer as its maker built it, typed as `maths.read` reads it.

    `type`, `form` and `unit` are what a learner's answer is graded by (`maths.grade`); `given_back` says that it may be
    a formula of the question as it stands there.
    """

    statement: Message
    answer: str
    type: str = ""
    form: str = ""
    unit: str = ""
    ordered: bool = False
    given_back: bool = False

    @property
    def policy(self) -> dict[str, str | bool]:
        given: dict[str, str | bool] = {"type": self.type, "form": self.form, "unit": self.unit}
        kept: dict[str, str | bool] = {
            name: value for name, value in (given | {"ordered": self.ordered}).items() if value
        }
        return kept | {"asked": False} if self.given_back else kept


Structure: TypeAlias = "Callable[[Draw], Made]"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of practice; `names` are other words people look for it by, the school's among them.

    `confirmed_by` says which route, sharing no code with the structures here, finds each answer again.
    """

    key: str
    title: Message
    confirmed_by: str
    names: tuple[str, ...] = ()
    structures: dict[Level, list[Structure]] = field(default_factory=lambda: {level: [] for level in Level})

    def beginner(self, structure: Structure) -> Structure:
        return self._at(Level.BEGINNER, structure)

    def intermediate(self, structure: Structure) -> Structure:
        return self._at(Level.INTERMEDIATE, structure)

    def advanced(self, structure: Structure) -> Structure:
        return self._at(Level.ADVANCED, structure)

    def _at(self, level: Level, structure: Structure) -> Structure:
        self.structures[level].append(structure)
        return structure


@dataclass(frozen=True, slots=True)
class Exercise:
    """A problem whose answer was found again from its words, by two routes: fit to be asked.

    `hints` climb from the method to the last step but one; none of them holds the answer.
    """

    topic: str
    level: Level
    seed: int
    structure: str
    statement: Message
    answer: Formula
    policy: dict[str, str | bool]
    hints: tuple[Message, ...]
    passages: tuple[Passage, ...]
