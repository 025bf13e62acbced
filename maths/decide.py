"""The exact answer to a statement, by two independent routes, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sympy import PoleError
from sympy.polys.polyerrors import BasePolynomialError

from maths.bounds import RefusedError, UnsupportedError
from maths.families.settled import UndecidedError
from maths.message import Message
from maths.statement import of_integers, understand
from maths.verdict import Decision

if TYPE_CHECKING:
    from maths.families.settled import Settled


# What SymPy and python-flint raise where they know no way on.
GIVEN_UP = (NotImplementedError, BasePolynomialError, PoleError, ZeroDivisionError, RecursionError)


def decide(problem: str) -> Decision:
    """Decide a statement. Never raises for what is typed: what is not read or not settled is undecided."""
    found = settle(problem)
    return found if isinstance(found, Decision) else Decision(found.answer, found.method)


def settle(problem: str) -> Settled | Decision:
    """The settled task behind a statement, or the undecided decision with its reason."""
    try:
        return _settled(problem)
    except UndecidedError as error:
        return Decision(None, None, error.reason)
    except RefusedError as error:
        return Decision(None, None, error.message)
    except GIVEN_UP:
        return Decision(None, None, Message("It was understood, but no way to decide it was found."))


def _settled(problem: str) -> Settled:
    """By the first family that understands it; what that cannot work with may be whole numbers to be tried."""
    task = understand(problem)
    try:
        return task.settle()
    except UnsupportedError:
        described = of_integers(problem)
        if described is None or described == task:
            raise
        return described.settle()
