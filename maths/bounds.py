"""Every limit on what is read and evaluated, in one place, and the errors that say a limit was met."""

from __future__ import annotations

from math import lgamma, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.message import Message

MAX_LENGTH = 2_000  # characters of one formula: a page of working; Discord's own limit for a message
MAX_DEPTH = 60  # nesting: a human loses count at 10; 60 levels of the parser stay within half of Python's stack
MAX_NODES = 800  # nodes of one tree: the longest exercise seen has 130
MAX_DIGITS = 400  # digits of one typed number: factoring such a number is hopeless, adding it is instant
MAX_DECIMAL_EXPONENT = 400  # of 1e400: beyond any measured quantity, still a short integer
MAX_BITS = 100_000  # of all powers, factorials and binomials of one formula together: 30,000 digits, a few ms
MAX_EXPONENT = 10_000  # of anything: (x+1)^10000 may be written, never expanded
MAX_ROOT_BITS = 5_000  # of a number under a radical, times the radical's degree: SymPy raises and factors such numbers
MAX_SHOWN_BITS = 13_000  # of an integer that is written out: 3,900 digits, a page; Python itself stops at 4,300
MAX_FACTORIAL = 3_000  # 3000! has 30,000 bits
MAX_MATRIX_POWER = 5_000  # of a matrix of small numbers: beyond the bits of MAX_BITS it is refused anyway
MAX_MATRIX_SIDE = 12  # rows and columns
MAX_BASE = 36  # digits 0-9 and letters
MAX_EXPANDED_TERMS = 20_000  # of a polynomial in normal form: python-flint multiplies such in milliseconds
MAX_PLAIN_LENGTH = 20_000  # characters of Markdown rendered at once: ten Discord messages
MAX_PLAIN_DEPTH = 40  # nesting of LaTeX groups rendered; deeper text keeps its characters
MAX_SET_LENGTH = 4_000  # characters of one formula set on a page: the longest of 47,000 real ones has 1,400
MAX_SET_DEPTH = 50  # groups within groups of it
MAX_SET_CELLS = 400  # of all its grids together


def factorial_bits(argument: float) -> int:
    """The size of the factorial of a number, in bits."""
    return int(lgamma(argument + 1) / log(2)) + 1


class RefusedError(Exception):
    """Mathematics that is not evaluated; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class TooLargeError(RefusedError):
    """Its value would be too large to write down."""


class UndefinedError(RefusedError):
    """It has no value: a division by zero, 0^0, the logarithm of zero."""


class UnsupportedError(RefusedError):
    """It is mathematics, but of a kind that this evaluation does not know."""


class UnreadableError(RefusedError):
    """The text is not a formula; `place` is the position in the original text where reading stopped."""

    def __init__(self, message: Message, place: int) -> None:
        super().__init__(message)
        self.place = place
