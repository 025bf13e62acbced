"""Loads a checkpoint, its tokenizer and its adapters."""

from __future__ import annotations

import inspect
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from model.transformer.failures import WrongError, is_of_memory

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NEEDED: Final = ("torch", "transformers", "peft", "accelerate", "llguidance")
BASE: Final = ""  # the name of no adapter
FIRST_SPEED: Final = 64.0  # columns of a prompt a second, before any was measured


@dataclass(slots=True)
class Loaded:
    """A model ready to write.

    `context` is how many tokens a prompt and its answer may fill together, `ends` the tokens that end a text, `takes`
    the arguments of the model's forward, `adapters` our names of the adapters with peft's. `mixes` says that rows
    with different adapters may stand in one batch; `speed` is how many columns of a prompt it read in a second.
    """

    model: Any
    tokenizer: Any
    context: int
    ends: frozenset[int]
    takes: frozenset[str]
    adapters: dict[str, str] = field(default_factory=dict)
    mixes: bool = True
    speed: float = FIRST_SPEED
    peft: Any = None
    active: str = BASE

    def forward(self, adapters: Sequence[str], **asked: Any) -> Any:  # noqa: ANN401 - torch has no types here
        """One pass of the model with each row's adapter."""
        if len(set(adapters)) == 1:
            self._use(adapters[0])
            return self.model(**asked)
        self._use(next(name for name in adapters if name != BASE))
        return self.peft(adapter_names=[self.adapters.get(name, "__base__") for name in adapters], **asked)

    def _use(self, adapter: str) -> None:
        """Switch to an adapter, or to none; nothing is loaded."""
        if adapter == self.active:
            return
        if adapter == BASE:
            self.peft.base_model.disable_adapter_layers()
        else:
            if self.active == BASE:
                self.peft.base_model.enable_adapter_layers()
            self.peft.set_adapter(self.adapters[adapter], inference_mode=True)
        self.active = adapter


def load(asked: Mapping[str, Any]) -> Loaded:
    """Load what was asked for. Raises WrongError."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise WrongError("not_installed", f"not installed: {', '.join(missing)}")
    import torch

    torch.set_num_threads(asked["threads"])
    torch.set_grad_enabled(False)
    try:
        model, tokenizer = _checkpoint(asked)
        loaded = _looked_over(model, tokenizer, asked["num_ctx"])
        for name, path in asked["adapters"].items():
            _add_adapter(loaded, name, path)
    except (RuntimeError, MemoryError) as error:
        raise WrongError("memory" if is_of_memory(error) else "model_unreadable", error) from error
    if loaded.peft is not None:
        loaded.peft.base_model.disable_adapter_layers()
    _warmed(loaded)
    return loaded


def _warmed(loaded: Loaded) -> None:
    """The first pass is slow: libraries choose their ways and memory is touched. Nobody should wait for that."""
    import torch

    with suppress(RuntimeError, ValueError, IndexError):  # it is not what was asked for: that will tell
        loaded.forward([BASE], input_ids=torch.ones((1, 16), dtype=torch.long, device=loaded.model.device))


def _checkpoint(asked: Mapping[str, Any]) -> tuple[Any, Any]:
    import torch
    from safetensors import SafetensorError
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

    where, trust = asked["model"], asked["trust_remote_code"]
    accelerated = torch.accelerator.is_available()
    try:
        AutoConfig.from_pretrained(where, trust_remote_code=trust)
    except (OSError, ValueError) as error:
        raise WrongError(_wrong_with(error, "model_missing"), error) from error
    try:
        tokenizer = AutoTokenizer.from_pretrained(where, trust_remote_code=trust)
        model = AutoModelForCausalLM.from_pretrained(
            where,
            trust_remote_code=trust,
            dtype=_precision(asked["precision"], accelerated=accelerated),
            device_map="auto" if accelerated else None,
            quantization_config=_nf4() if asked["precision"] == "nf4" else None,
        )
    except (OSError, ValueError, KeyError, ImportError, SafetensorError) as error:
        raise WrongError(_wrong_with(error, "model_unreadable"), error) from error
    return model.eval(), tokenizer


def _wrong_with(error: Exception, otherwise: Any) -> Any:  # noqa: ANN401 - one of `Wrong`
    return "own_code" if "trust_remote_code" in str(error) else otherwise


def _precision(wanted: str, *, accelerated: bool) -> Any:  # noqa: ANN401 - torch has no types here
    import torch

    if wanted in {"auto", "nf4"}:
        return torch.bfloat16 if accelerated else torch.float32
    return {"bf16": torch.bfloat16, "fp32": torch.float32}[wanted]


def _nf4() -> Any:  # noqa: ANN401
    import torch
    from transformers import BitsAndBytesConfig

    if find_spec("bitsandbytes") is None:
        raise WrongError("no_quantization", "bitsandbytes is not installed")
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_compute_dtype=torch.bfloat16 if torch.accelerator.is_available() else torch.float32,
    )


def _looked_over(model: Any, tokenizer: Any, num_ctx: int) -> Loaded:  # noqa: ANN401
    if not tokenizer.chat_template:
        raise WrongError("no_chat_template", "the tokenizer has no chat template")
    takes = frozenset(inspect.signature(model.forward).parameters)
    if "past_key_values" not in takes:
        raise WrongError("model_unreadable", f"{type(model).__name__} keeps what it has read in a way of its own")
    config = model.config.get_text_config(decoder=True)
    longest = getattr(config, "max_position_embeddings", None) or num_ctx
    ends = model.generation_config.eos_token_id
    listed = {ends} if isinstance(ends, int) else set(ends or ())
    if tokenizer.eos_token_id is not None:
        listed.add(tokenizer.eos_token_id)
    return Loaded(model, tokenizer, min(num_ctx, longest), frozenset(listed), takes)


def _add_adapter(loaded: Loaded, name: str, path: str) -> None:
    from peft import PeftConfig, PeftModel, PeftType

    try:
        config = PeftConfig.from_pretrained(path)
    except (OSError, ValueError, TypeError) as error:
        raise WrongError("adapter_missing", error, path) from error
    inner = f"adapter{len(loaded.adapters)}"  # torch allows no dots in the names of modules
    made_for = config.base_model_name_or_path or "?"
    if config.is_prompt_learning:
        raise WrongError("adapter_for_another_model", f"{config.peft_type} is no adapter of weights", path)
    config.inference_mode = True
    try:
        if loaded.peft is None:
            loaded.peft = PeftModel(loaded.model, config, adapter_name=inner)
        fit = loaded.peft.load_adapter(path, inner)
    except OSError as error:
        raise WrongError("adapter_missing", error, path) from error
    except (RuntimeError, ValueError, KeyError) as error:
        kind: Any = "memory" if is_of_memory(error) else "adapter_for_another_model"
        raise WrongError(kind, f"made for {made_for}: {error}", path) from error
    if strange := [*fit.missing_keys, *fit.unexpected_keys]:
        raise WrongError("adapter_for_another_model", f"made for {made_for}: {strange[:4]}", path)
    loaded.adapters[name] = inner
    loaded.mixes &= config.peft_type == PeftType.LORA and not config.use_dora
    loaded.peft.eval()
