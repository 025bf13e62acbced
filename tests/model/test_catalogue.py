"""Which model a name means, and what is said of it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from model.catalogue import CATALOGUE, GB, Thinking, known
from model.chat import opening_of
from model.demonstration import DEMONSTRATION
from model.sampling import Sampled, is_sampled
from model.scripted import Scripted
from model.settings import ModelSettings
from model.thinking import Opening
from tutor.ports import Prompt
from tutor.types import Writer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "checkpoint"),
    [
        ("phi4-mini-reasoning", "microsoft/Phi-4-mini-reasoning"),
        ("phi4-mini-reasoning:latest", "microsoft/Phi-4-mini-reasoning"),
        ("phi4-mini-reasoning:3.8b-q4_K_M", "microsoft/Phi-4-mini-reasoning"),
        ("microsoft/Phi-4-mini-reasoning", "microsoft/Phi-4-mini-reasoning"),
        ("/models/Phi-4-mini-reasoning-Q4_K_M.gguf", "microsoft/Phi-4-mini-reasoning"),
        ("unsloth/Phi-4-mini-reasoning-GGUF", "microsoft/Phi-4-mini-reasoning"),
        ("phi4-mini", "microsoft/Phi-4-mini-instruct"),
        ("phi4-reasoning:plus", "microsoft/Phi-4-reasoning-plus"),
        ("phi4-reasoning", "microsoft/Phi-4-reasoning"),
        ("phi3:mini", "microsoft/Phi-3-mini-4k-instruct"),
        ("Phi-3-mini-4k-instruct-q4.gguf", "microsoft/Phi-3-mini-4k-instruct"),
        ("qwen3", "Qwen/Qwen3-8B"),
        ("Qwen/Qwen3-4B-AWQ", "Qwen/Qwen3-4B"),
        ("deepseek-r1:7b", "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B"),
        ("DeepSeek-R1-Distill-Qwen-7B-Q4_K_M.gguf", "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B"),
        ("gemma-3-4b-it", "google/gemma-3-4b-it"),
        (DEMONSTRATION.name, "HuggingFaceTB/SmolLM2-135M-Instruct"),
        ("SmolLM2-135M-Instruct.Q4_1.gguf", "HuggingFaceTB/SmolLM2-135M-Instruct"),
    ],
)
def test_a_name_means_a_model_however_it_is_written(name: str, checkpoint: str) -> None:
    found = known(name)
    assert found is not None
    assert found.checkpoint == checkpoint


@pytest.mark.parametrize(
    "name", ["", "default", "Qwen3-4B-Instruct-2507", "qwen3:32b", "phi4-mini-reasoning-de", "phi"]
)
def test_another_model_is_not_taken_for_a_known_one(name: str) -> None:
    assert known(name) is None


def test_memory_grows_with_the_context_up_to_what_the_model_holds() -> None:
    phi = known("phi4-mini-reasoning")
    assert phi is not None
    assert 4.0 < phi.memory() / GB < 5.0
    assert phi.memory(2048) < phi.memory(8192)
    small = known("phi3")
    assert small is not None
    assert small.memory(4096) == small.memory(100_000)


@pytest.mark.parametrize(
    ("name", "bytes_per_token"),
    [("phi4-mini", 131_072), ("phi4-reasoning", 204_800), ("phi3", 393_216), ("qwen3", 147_456), ("gemma3", 139_264)],
)
def test_the_cache_of_a_token_is_a_key_and_a_value_of_each_layer(name: str, bytes_per_token: int) -> None:
    found = known(name)
    assert found is not None
    assert found.cache == bytes_per_token


def test_the_demonstration_model_is_as_its_file_says(model_dir: Path) -> None:
    """Layers, heads and context of the catalogue against the header of the file itself."""
    header = DEMONSTRATION.path(model_dir).read_bytes()[:100_000]

    def number(key: str) -> int:
        place = header.index(key.encode()) + len(key)
        kind, value = struct.unpack_from("<II", header, place)
        assert kind == 4, "an unsigned number of 32 bits"
        return int(value)

    found = known(DEMONSTRATION.name)
    assert found is not None
    width = number("llama.embedding_length") // number("llama.attention.head_count")
    assert found.cache == 4 * number("llama.block_count") * number("llama.attention.head_count_kv") * width
    assert found.context == number("llama.context_length")
    assert found.size == DEMONSTRATION.path(model_dir).stat().st_size


def test_every_published_figure_has_its_source_and_every_reasoner_its_sampling() -> None:
    for model in CATALOGUE:
        assert all(figure.source and 0 < figure.percent <= 100 for figure in model.figures)
        assert (model.sampling is not None) is (model.thinking is not Thinking.NONE)


def written_with(model: str, settings: ModelSettings, temperature: float) -> Prompt:
    return Sampled(Scripted("", writer=Writer(model)), settings)._overridden(
        Prompt("", "2 + 3", temperature=temperature, top_p=1.0)
    )


def test_a_models_own_card_samples_it_where_the_operator_says_nothing() -> None:
    said = written_with("qwen3:4b", ModelSettings(), 0.8)
    assert (said.temperature, said.top_p) == (0.6, 0.95)
    assert written_with("qwen3:4b", ModelSettings(), 0.0).temperature == 0.0, "what leaves no freedom stays so"
    assert written_with("qwen3:4b", ModelSettings(temperature=0.9), 0.8).temperature == 0.9
    assert written_with("phi4-mini", ModelSettings(), 0.8).temperature == 0.8, "its card says nothing"
    assert is_sampled(Scripted("", writer=Writer("qwen3:4b")), ModelSettings())
    assert not is_sampled(Scripted("", writer=Writer("somebody's own")), ModelSettings())


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("phi4-mini-reasoning", Opening.UNKNOWN),
        ("deepseek-r1:7b", Opening.UNKNOWN),
        ("my-own-thinker", Opening.UNKNOWN),
        ("phi4-mini", Opening.ANSWER),
        ("somebody's own", Opening.ANSWER),
    ],
)
def test_who_may_think_before_answering_is_told_by_the_catalogue_or_else_by_the_name(
    name: str, opening: Opening
) -> None:
    assert opening_of(name, Prompt("", "2 + 3")) is opening
    assert opening_of(name, Prompt("", "2 + 3", schema={})) is Opening.ANSWER
