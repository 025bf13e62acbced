"""What goes wrong with a Hugging Face model, as the sentences an asker reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maths.message import Message
from tutor.errors import ModelUnavailableError

if TYPE_CHECKING:
    from model.settings import HuggingFaceSettings


def still_loading(name: str) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message("The model {name} is still being loaded. Please ask again in a few minutes.", name=name)
    )


def sentence(wrong: str, settings: HuggingFaceSettings, adapter: str) -> ModelUnavailableError:
    """What a kind of `model.transformer.failures.Wrong` means to whoever asked."""
    own_name = Path(adapter).name  # nobody else's business where the operator keeps it
    return ModelUnavailableError(_of_adapter(wrong, own_name) or _of_model(wrong, settings.label))


def _of_adapter(wrong: str, adapter: str) -> Message | None:
    match wrong:
        case "adapter_missing":
            return Message(
                "The adapter {adapter} is not there or cannot be read. Whoever runs Lemma should check "
                "LEMMA_MODEL__ADAPTER: a folder with adapter_config.json in it.",
                adapter=adapter,
            )
        case "adapter_for_another_model":
            return Message(
                "The adapter {adapter} was made for another model. Whoever runs Lemma should check "
                "LEMMA_MODEL__ADAPTER, or choose the model it was made for.",
                adapter=adapter,
            )
        case "adapter_unknown":
            return Message("The language model has no adapter called {adapter}.", adapter=adapter)
        case _:
            return None


def _of_model(wrong: str, name: str) -> Message:  # noqa: PLR0911 - a sentence each
    match wrong:
        case "not_installed":
            return Message(
                "What runs Hugging Face models is not installed. Whoever runs Lemma can install it in Lemma's folder "
                "with `pip install -e '.[hf]'`."
            )
        case "no_quantization":
            return Message(
                "What makes 4-bit models is not installed. Whoever runs Lemma can install it in Lemma's folder with "
                "`pip install -e '.[hf,nf4]'`."
            )
        case "model_missing":
            return Message(
                "There is no model {name} on this machine or on the Hugging Face hub. Whoever runs Lemma should check "
                "LEMMA_MODEL__NAME or LEMMA_MODEL__PATH, and the network.",
                name=name,
            )
        case "own_code":
            return Message(
                "The model {name} brings program code of its own, which Lemma does not run unasked. Whoever runs Lemma "
                "can allow it with LEMMA_MODEL__TRUST_REMOTE_CODE=true, if they trust its author.",
                name=name,
            )
        case "no_chat_template":
            return Message(
                "The model {name} is no chat model: it has no chat template. Whoever runs Lemma should choose its "
                "instruct version.",
                name=name,
            )
        case "memory":
            return Message(
                "The model {name} needs more memory than this machine has. Whoever runs Lemma should choose a smaller "
                "model, LEMMA_MODEL__PRECISION=nf4, or a smaller LEMMA_MODEL__NUM_CTX or LEMMA_MODEL__SLOTS.",
                name=name,
            )
        case _:
            return Message(
                "The model {name} could not be loaded. Whoever runs Lemma should check that it is a whole causal chat "
                "model that transformers knows. The reason is in Lemma's log.",
                name=name,
            )
