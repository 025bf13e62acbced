from __future__ import annotations
from dataclasses import dataclass
from typing import Any
from maths.families.settled import Settled, UndecidedError
from maths.message import Message
@dataclass(frozen=True, slots=True)
class Eigenvalues:
    matrix: Any
    def settle(self) -> Settled: raise UndecidedError(Message("Not decided yet."))
@dataclass(frozen=True, slots=True)
class Determinant(Eigenvalues): pass
@dataclass(frozen=True, slots=True)
class Inverse(Eigenvalues): pass
