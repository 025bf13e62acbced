"""What goes wrong with every kind of model, as the sentences an asker reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from tutor.errors import ModelUnavailableError, PromptTooLongError, TooBusyError

if TYPE_CHECKING:
    from collections.abc import Mapping


def broken_off() -> ModelUnavailableError:
    return ModelUnavailableError(Message("The language model broke off in the middle. Please ask again."))


def silent(seconds: float) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The language model said nothing for {seconds} seconds and was stopped. Please ask again in a minute.",
            seconds=round(seconds),
        )
    )


def too_slow(seconds: float) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The language model took longer than {seconds} seconds and was stopped. Please ask something shorter.",
            seconds=round(seconds),
        )
    )


def endless() -> ModelUnavailableError:
    return ModelUnavailableError(
        Message("The language model did not stop writing and was stopped. Please ask again in other words.")
    )


def empty() -> ModelUnavailableError:
    return ModelUnavailableError(
        Message("The language model ended without writing anything. Please ask again in other words.")
    )


def busy(headers: Mapping[str, str]) -> TooBusyError:
    """A server's refusal for now, with the seconds after which it wants to be asked again (RFC 9110, 10.2.3)."""
    seconds = headers.get("retry-after", "").strip()
    return TooBusyError(
        Message("The model server is busy. Please ask again in a few minutes."),
        retry_after=float(seconds) if seconds.isascii() and seconds.isdigit() else None,
    )


def failed() -> ModelUnavailableError:
    return ModelUnavailableError(
        Message("The language model failed. Please ask again in a minute. The reason is in Lemma's log.")
    )


def adapter_unknown(name: str) -> ModelUnavailableError:
    return ModelUnavailableError(Message("The language model has no adapter called {adapter}.", adapter=name))


def adapter_unfit(name: str) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The adapter does not fit the model {name}: it was made for another one, or its file is no GGUF "
            "adapter. Whoever runs Lemma should check LEMMA_MODEL__ADAPTER and LEMMA_MODEL__ADAPTERS.",
            name=name,
        )
    )


def failed_because(reason: str, name: str) -> ModelUnavailableError:
    """What a server says of its failure with a model, as far as its words can be told apart."""
    words = reason.lower()
    if "memory" in words:
        return ModelUnavailableError(
            Message(
                "The model {name} needs more memory than its server has. Whoever runs Lemma should choose "
                "a smaller model or a smaller LEMMA_MODEL__NUM_CTX.",
                name=name,
            )
        )
    return adapter_unfit(name) if "adapter" in words or "lora" in words else failed()


def too_long(context: int) -> PromptTooLongError:
    return PromptTooLongError(
        Message(
            "This question is too long for the language model, which reads and writes {count} tokens at most. "
            "Please shorten it. Whoever runs Lemma can raise the limit with LEMMA_MODEL__NUM_CTX.",
            count=context,
        )
    )
