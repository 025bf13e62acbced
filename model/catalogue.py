"""Local models that matter for mathematics: how large, under which licence, how they think and how they are sampled.

Sizes are those of the files Ollama's library serves (Q4_K_M); its pages round most of them to tenths of a GB, which is
enough to say whether a model fits. Layers, heads and contexts are those of each checkpoint's config.json, licences and
sampling those of its card. Published figures name where they were published; where there is none, none was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Final

GB: Final = 10**9
OVERHEAD: Final = 300_000_000  # bytes: buffers and the program itself
CONTEXT: Final = 8192  # tokens: what one slot needs for a question, its thinking and its answer


class Thinking(StrEnum):
    """How a model shows what it thinks before it answers."""

    NONE = "none"
    TAGS = "tags"  # <think>…</think> in the text, whatever the server
    NATIVE = "native"  # kept apart by servers that know the model, tags elsewhere


@dataclass(frozen=True, slots=True)
class Sampling:
    """What a model's card asks for."""

    temperature: float
    top_p: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A published share of right answers, in per cent."""

    benchmark: str
    percent: float
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """`ollama` is its tag there, `checkpoint` its name on the Hugging Face hub; `names` are other ways to write it.

    `size` is bytes of the usual four-bit file, `cache` bytes of memory for each token of context, `context` the tokens
    it was made for.
    """

    ollama: str
    checkpoint: str
    size: int
    cache: int
    context: int
    licence: str
    thinking: Thinking
    sampling: Sampling | None = None
    figures: tuple[Figure, ...] = ()
    names: tuple[str, ...] = ()

    def memory(self, context: int = CONTEXT) -> int:
        """Bytes it takes while one text of so many tokens is written."""
        return self.size + self.cache * min(context, self.context) + OVERHEAD

    @property
    def backends(self) -> tuple[str, ...]:
        """Where Lemma can run it: a GGUF of it in the embedded engine, on servers, or its checkpoint."""
        return ("embedded", "ollama", "openai", "huggingface")


def _cache(layers: int, heads: int, width: int = 128) -> int:
    """Bytes for each token: a key and a value of 16 bits in each layer, for each head that keeps its own."""
    return 2 * 2 * layers * heads * width


def _reasoning(aime24: float, aime25: float, math500: float) -> tuple[Figure, ...]:
    return (
        Figure("AIME 2024", aime24, _FLASH),
        Figure("AIME 2025", aime25, _FLASH),
        Figure("MATH-500", math500, _FLASH),
    )


_FLASH: Final = "model card of microsoft/Phi-4-mini-flash-reasoning"
_PHI4_REPORT: Final = "Phi-4-reasoning technical report, arXiv 2504.21318"
_PHI4_MINI: Final = "model card of microsoft/Phi-4-mini-instruct"
_R1: Final = "model card of deepseek-ai/DeepSeek-R1"

CATALOGUE: Final = (
    Known(
        "phi4-mini-reasoning:3.8b", "microsoft/Phi-4-mini-reasoning", 3_155_072_553, _cache(32, 8), 131_072, "MIT",
        Thinking.TAGS, Sampling(0.8, 0.95), _reasoning(48.13, 31.77, 91.20), ("phi4-mini-reasoning",),
    ),
    Known(
        "phi4-reasoning:14b", "microsoft/Phi-4-reasoning", 11 * GB, _cache(40, 10), 32_768, "MIT",
        Thinking.TAGS, Sampling(0.8, 0.95), (Figure("AIME 2024", 75.3, _PHI4_REPORT),), ("phi4-reasoning",),
    ),
    Known(
        "phi4-reasoning:14b-plus-q4_K_M", "microsoft/Phi-4-reasoning-plus", 11 * GB, _cache(40, 10), 32_768, "MIT",
        Thinking.TAGS, Sampling(0.8, 0.95),
        (Figure("AIME 2024", 81.3, _PHI4_REPORT), Figure("AIME 2025", 78.0, _PHI4_REPORT)),
        ("phi4-reasoning-plus", "phi4-reasoning-14b-plus"),
    ),
    Known(
        "phi4-mini:3.8b", "microsoft/Phi-4-mini-instruct", 25 * GB // 10, _cache(32, 8), 131_072, "MIT", Thinking.NONE,
        None, (Figure("GSM8K", 88.6, _PHI4_MINI), Figure("MATH", 64.0, _PHI4_MINI)), ("phi4-mini",),
    ),
    Known(
        "phi3:3.8b", "microsoft/Phi-3-mini-4k-instruct", 23 * GB // 10, _cache(32, 32, 96), 4_096, "MIT", Thinking.NONE,
        names=("phi3", "phi3-mini", "phi3-mini-4k", "phi3-3.8b-mini-4k"),
    ),
    Known(
        "phi3:3.8b-mini-128k-instruct-q4_K_M", "microsoft/Phi-3-mini-128k-instruct", 23 * GB // 10, _cache(32, 32, 96),
        131_072, "MIT", Thinking.NONE, names=("phi3-mini-128k", "phi3-3.8b-mini-128k"),
    ),
    Known(  # Ollama's tag serves the release of July 2025 by now, which was made for 262,144
        "qwen3:4b", "Qwen/Qwen3-4B", 25 * GB // 10, _cache(36, 8), 40_960, "Apache-2.0", Thinking.NATIVE,
        Sampling(0.6, 0.95),
    ),
    Known(
        "qwen3:8b", "Qwen/Qwen3-8B", 5_225_388_164, _cache(36, 8), 40_960, "Apache-2.0", Thinking.NATIVE,
        Sampling(0.6, 0.95), names=("qwen3",),
    ),
    Known(
        "deepseek-r1:1.5b", "deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B", 11 * GB // 10, _cache(28, 2), 131_072, "MIT",
        Thinking.NATIVE, Sampling(0.6, 0.95), (Figure("AIME 2024", 28.9, _R1), Figure("MATH-500", 83.9, _R1)),
    ),
    Known(
        "deepseek-r1:7b", "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B", 47 * GB // 10, _cache(28, 4), 131_072, "MIT",
        Thinking.NATIVE, Sampling(0.6, 0.95), _reasoning(53.70, 35.94, 93.03),
    ),
    Known(
        "deepseek-r1:8b-llama-distill-q4_K_M", "deepseek-ai/DeepSeek-R1-Distill-Llama-8B", 49 * GB // 10, _cache(32, 8),
        131_072, "MIT, and Llama 3.1's own", Thinking.NATIVE, Sampling(0.6, 0.95), _reasoning(43.96, 27.34, 87.48),
        ("deepseek-r1-8b-llama-distill",),
    ),
    Known(
        "deepseek-r1:8b", "deepseek-ai/DeepSeek-R1-0528-Qwen3-8B", 52 * GB // 10, _cache(36, 8), 131_072, "MIT",
        Thinking.NATIVE, Sampling(0.6, 0.95), names=("deepseek-r1",),
    ),
    Known(
        "gemma3:4b", "google/gemma-3-4b-it", 33 * GB // 10, _cache(34, 4, 256), 131_072, "Gemma terms", Thinking.NONE,
        names=("gemma3-4b", "gemma3"),
    ),
    Known(
        "smollm2:135m", "HuggingFaceTB/SmolLM2-135M-Instruct", 98_362_432, _cache(30, 3, 64), 8_192, "Apache-2.0",
        Thinking.NONE, names=("smollm2-135m",),
    ),
)  # fmt: skip

_SPELLED = re.compile(r"^(phi|qwen|gemma)-(?=\d)")
_LESS = re.compile(r"[-.](gguf|latest|instruct|it|hf|chat|mlx|awq|gptq|bnb|\d+bit|i?q\d[-\w]*|f16|fp16|bf16)$")


def known(name: str) -> Known | None:
    """The model of this name on a server, on the hub or of a GGUF file; None for what the catalogue does not hold.

    A fine-tuned or renamed model is another model: nothing is guessed from the beginning of a name.
    """
    return _NAMES.get(_plain(name))


def _plain(name: str) -> str:
    """Without its owner, how it was quantised, and the ways to spell the same family."""
    plain = re.sub(r"[:_ ]", "-", PurePath(name).name.lower())
    while (shorter := _LESS.sub("", plain)) != plain:
        plain = shorter
    return _SPELLED.sub(r"\1", plain)


_NAMES: Final = {_plain(name): model for model in CATALOGUE for name in (model.ollama, model.checkpoint, *model.names)}
