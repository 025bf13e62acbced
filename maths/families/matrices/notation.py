r"""Matrices answered as the statement writes them: `\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.message import Formula
from maths.read import read
from maths.showing.typed import typed
from maths.tree import Matrix

if TYPE_CHECKING:
    from maths.families.settled import Settled, Task

_ENVIRONMENT = re.compile(r"\\begin\{([pb]matrix)\}")


@dataclass(frozen=True, slots=True)
class InNotation:
    """A task whose answer, where it is a matrix, is typed in an environment of LaTeX."""

    task: Task
    environment: str

    def settle(self) -> Settled:
        settled = self.task.settle()
        try:
            found = read(settled.answer.typed)
        except RefusedError:
            return settled
        if not isinstance(found, Matrix):
            return settled
        return replace(settled, answer=Formula(self._typed(found), settled.answer.latex))

    def _typed(self, matrix: Matrix) -> str:
        rows = r" \\ ".join(" & ".join(typed(cell) for cell in row) for row in matrix.rows)
        return rf"\begin{{{self.environment}}} {rows} \end{{{self.environment}}}"


def in_notation(problem: str, task: Task) -> Task:
    """The task, answered in the notation of the statement."""
    found = _ENVIRONMENT.search(problem)
    return InNotation(task, found.group(1)) if found else task
