from __future__ import annotations
from dataclasses import dataclass
from typing import Any
from maths.families.settled import Settled, UndecidedError
from maths.message import Message
@dataclass(frozen=True, slots=True)
class Expand:
    body: Any
    declared: frozenset[str] = frozenset()
    def settle(self) -> Settled: raise UndecidedError(Message("Not decided yet."))
@dataclass(frozen=True, slots=True)
class Factor(Expand): pass
@dataclass(frozen=True, slots=True)
class Simplify(Expand): pass
