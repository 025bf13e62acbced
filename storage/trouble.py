"""What a failing database means to the asker, and to whoever starts Lemma.

Both functions return None for an error that is a defect of this program, which must be seen as such.
"""

from __future__ import annotations

import errno
import sqlite3
from enum import Enum, auto
from typing import TypeAlias

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from maths.message import Message

Failure: TypeAlias = DBAPIError | PoolTimeoutError | sqlite3.Error | OSError
"""What SQLAlchemy and its drivers raise when the world, not the program, is at fault, and more."""


class Trouble(Enum):
    """Why a database does not answer."""

    BUSY = auto()
    READ_ONLY = auto()
    FULL = auto()
    DAMAGED = auto()
    CLOSED = auto()
    UNREACHABLE = auto()


# The low byte of SQLite's result codes (https://www.sqlite.org/rescode.html).
_SQLITE = {
    3: Trouble.CLOSED,  # PERM
    5: Trouble.BUSY,
    6: Trouble.BUSY,  # LOCKED
    8: Trouble.READ_ONLY,
    11: Trouble.DAMAGED,  # CORRUPT
    13: Trouble.FULL,
    14: Trouble.CLOSED,  # CANTOPEN
    23: Trouble.CLOSED,  # AUTH
    26: Trouble.DAMAGED,  # NOTADB
}
# PostgreSQL's SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html).
_POSTGRESQL = {
    "25006": Trouble.READ_ONLY,
    "28P01": Trouble.CLOSED,
    "40001": Trouble.BUSY,
    "40P01": Trouble.BUSY,
    "53100": Trouble.FULL,
    "55P03": Trouble.BUSY,
    "XX001": Trouble.DAMAGED,
}
_SYSTEM = {
    errno.EACCES: Trouble.CLOSED,
    errno.EEXIST: Trouble.CLOSED,
    errno.ENOTDIR: Trouble.CLOSED,
    errno.EPERM: Trouble.CLOSED,
    errno.EROFS: Trouble.READ_ONLY,
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
}


def diagnose(error: Failure) -> Trouble | None:
    """The trouble behind an error, or None when the program itself is at fault."""
    if isinstance(error, PoolTimeoutError):
        return Trouble.BUSY
    if isinstance(error, IntegrityError | ProgrammingError | DataError):
        return None
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, Trouble.UNREACHABLE)
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & 0xFF, Trouble.UNREACHABLE)
    return _POSTGRESQL.get(getattr(original, "sqlstate", None) or "", Trouble.UNREACHABLE)


def for_asker(trouble: Trouble) -> Message:
    """What an asker is told while Lemma runs."""
    match trouble:
        case Trouble.BUSY:
            return Message("Lemma's database is busy, so this could not be stored or read. Please try again shortly.")
        case Trouble.READ_ONLY:
            return Message(
                "Lemma cannot store anything at the moment: its database is read-only. "
                "Please tell whoever runs Lemma here, and try again afterwards."
            )
        case Trouble.FULL:
            return Message(
                "Lemma cannot store anything at the moment: its disk is full. "
                "Please tell whoever runs Lemma here, and try again afterwards."
            )
        case Trouble.DAMAGED:
            return Message(
                "Lemma's database is damaged, so this could not be stored or read. "
                "Please tell whoever runs Lemma here: it has to be restored from a backup."
            )
        case Trouble.CLOSED | Trouble.UNREACHABLE:
            return Message(
                "Lemma cannot reach its database at the moment. "
                "Please try again in a few minutes; if it goes on, tell whoever runs Lemma here."
            )


def for_operator(trouble: Trouble, place: str, error: Failure) -> Message:
    """What whoever starts Lemma is told when the database at `place` cannot be opened."""
    match trouble:
        case Trouble.BUSY:
            return Message("The database {place} is locked by another program. Close it and start again.", place=place)
        case Trouble.READ_ONLY:
            return Message(
                "The database {place} is read-only. Let Lemma's user write the file and its folder.", place=place
            )
        case Trouble.FULL:
            return Message("The disk that holds the database {place} is full. Make room and start again.", place=place)
        case Trouble.DAMAGED:
            return Message(
                "{place} is damaged or no database of Lemma. Put a backup in its place, "
                "or move it away to start with an empty one.",
                place=place,
            )
        case Trouble.CLOSED:
            return Message(
                "The database {place} cannot be opened. Check that its folder exists and that Lemma's user may "
                "write in it.",
                place=place,
            )
        case Trouble.UNREACHABLE:
            cause = error.orig if isinstance(error, DBAPIError) else error
            return Message("The database {place} cannot be reached: {reason}", place=place, reason=str(cause))
