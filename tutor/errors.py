"""What an asker must be told, as exceptions that carry the sentence.

    TutorError
    ├── QuestionRefusedError     the question cannot be taken (empty, too long, only an image, ...)
    ├── TooBusyError             the queue is full, or this asker has enough questions in it
    ├── ModelError
    │   ├── ModelUnavailableError    down, refusing, hanging, unknown model
    │   └── PromptTooLongError       the prompt does not fit the model's context
    ├── StorageUnavailableError  the database cannot be read or written now
    ├── PictureError             no picture came; the text stands without it
    ├── SandboxError             code cannot be run here now
    ├── BoardError               a daily problem could not be posted
    │   ├── BoardGoneError           and never will be in that channel
    │   └── BoardBusyError           now: it may or may not stand there
    ├── NotFoundError            the record asked for is not there (any more)
    └── NotAllowedError          this person may not do that

`str(error)` is the English line for the operator's log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.message import Message


class TutorError(Exception):
    """An error with a sentence for the asker that says what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class QuestionRefusedError(TutorError):
    """The question cannot be taken as it stands."""


class TooBusyError(TutorError):
    """There is no room for another question now; `retry_after` seconds from now there may be, where that is known."""

    def __init__(self, message: Message, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ModelError(TutorError):
    """The language model did not do its work; mathematics is not affected."""


class ModelUnavailableError(ModelError):
    """Down, refusing, hanging, cut off, or unknown to its server."""


class PromptTooLongError(ModelError):
    """The prompt does not fit the model's context; nothing was truncated silently."""


class StorageUnavailableError(TutorError):
    """The database cannot be read or written now."""


class PictureError(TutorError):
    """No picture came: the text stands without it."""


class SandboxError(TutorError):
    """Code cannot be run here now: it is shown as it is, not run."""


class BoardError(TutorError):
    """A daily problem could not be posted."""


class BoardGoneError(BoardError):
    """The channel is gone, or closed to us."""


class BoardBusyError(BoardError):
    """Discord failed: it cannot be told whether the message was posted."""


class NotFoundError(TutorError):
    """What was asked for is not stored (any more)."""


class NotAllowedError(TutorError):
    """This person may not do that."""
