"""What can be wrong with a checkpoint or an adapter, named so that the other side of the pipe has a sentence for it."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Wrong: TypeAlias = Literal[
    "not_installed",
    "model_missing",
    "model_unreadable",
    "own_code",
    "no_chat_template",
    "no_quantization",
    "memory",
    "adapter_missing",
    "adapter_for_another_model",
    "adapter_unknown",
    "too_long",
    "schema",
    "failed",
]


class WrongError(Exception):
    """One of the above, about `name` where it is about something that has one, with the reason for the log."""

    def __init__(self, kind: Wrong, reason: object, name: str = "") -> None:
        super().__init__(f"{kind}: {reason}")
        self.kind: Final = kind
        self.reason: Final = str(reason)[:500]
        self.name: Final = name


def is_of_memory(error: Exception) -> bool:
    """Whether torch says that memory ran out: on a GPU by a class of its own, on a processor in words only."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    return isinstance(error, RuntimeError) and ("allocate memory" in str(error) or "out of memory" in str(error))
