from __future__ import annotations
from dataclasses import dataclass
from typing import Any
from maths.families.settled import Settled, UndecidedError
from maths.message import Message
@dataclass(frozen=True, slots=True)
class TakeLimit:
    body: Any
    variable: str
    target: Any
    side: str = ""
    def settle(self) -> Settled: raise UndecidedError(Message("Not decided yet."))
