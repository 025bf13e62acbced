"""LoRA adapters on the embedded engine, and how the engine is set up: asked of the engine itself."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import psutil
import pytest
from gguf_adapter import write_adapter

from model import child
from model.embedded import open_embedded
from model.engine_process import parameters
from model.settings import EmbeddedSettings, ModelSettings
from tutor.errors import ModelUnavailableError
from tutor.ports import Finish, Prompt, Text

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from model.embedded import Embedded

STRONG = 50.0


@asynccontextmanager
async def _open(settings: EmbeddedSettings, **changed: object) -> AsyncGenerator[Embedded]:
    async with open_embedded(settings.model_copy(update=changed)) as model:
        yield model


async def _ask(model: Embedded, path: str) -> Any:  # noqa: ANN401 - what the engine says
    await model.check()
    assert model.engine is not None
    headers = {"Authorization": f"Bearer {model.engine.key}"}
    async with aiohttp.ClientSession() as session, session.get(model.engine.url + path, headers=headers) as answer:
        return await answer.json()


async def _text(model: Embedded, adapter: str | None = None) -> str:
    prompt = Prompt("You are a tutor.", "What is 2 + 3?", max_tokens=8, adapter=adapter)
    return "".join([piece.text async for piece in model.stream(prompt) if isinstance(piece, Text)])


def test_the_adapter_is_a_setting(tmp_path: Path) -> None:
    chosen = ModelSettings(backend="embedded", adapter="~/algebra.gguf").chosen(tmp_path)
    assert isinstance(chosen, EmbeddedSettings)
    assert chosen.adapter is not None
    assert chosen.adapter.is_absolute()
    assert chosen.adapter.name == "algebra.gguf"


async def test_an_adapter_changes_what_is_written_and_the_writers_name(
    embedded_settings: EmbeddedSettings, tmp_path: Path
) -> None:
    async with _open(embedded_settings) as model:
        plain = await _text(model)
    async with _open(embedded_settings, adapter=write_adapter(tmp_path / "still.gguf")) as model:
        assert await _text(model) == plain, "an adapter of zeros changes nothing"
    strong = write_adapter(tmp_path / "strong.gguf", scale=STRONG)
    async with _open(embedded_settings, adapter=strong) as model:
        assert await _text(model) != plain
        assert model.writer.label == "SmolLM2-135M-Instruct+strong", "answers are cached by the writer's label"
        (listed,) = await _ask(model, "/lora-adapters")
    assert (listed["path"], listed["scale"]) == (str(strong), 1.0)


async def test_each_prompt_chooses_its_adapter_and_nothing_is_loaded_again(
    embedded_settings: EmbeddedSettings, tmp_path: Path
) -> None:
    strong = write_adapter(tmp_path / "strong.gguf", scale=STRONG)
    other = write_adapter(tmp_path / "other.gguf", scale=-STRONG)
    async with _open(embedded_settings, adapter=strong, adapters={"other": other}) as model:
        own, bare, named = await _text(model), await _text(model, ""), await _text(model, "other")
        process = model.engine
        assert len({own, bare, named}) == len((own, bare, named))
        assert await _text(model) == own, "the operator's own again"
        assert model.engine is process
        with pytest.raises(ModelUnavailableError, match="no adapter called poetry"):
            await _text(model, "poetry")
    async with _open(embedded_settings) as model:
        assert await _text(model) == bare


async def test_a_missing_adapter_says_so(embedded_settings: EmbeddedSettings, tmp_path: Path) -> None:
    async with _open(embedded_settings, adapter=tmp_path / "nowhere.gguf") as model:
        with pytest.raises(ModelUnavailableError, match=r"adapter's file is not there.*LEMMA_MODEL__ADAPTER"):
            await _text(model)


@pytest.mark.parametrize("kind", ["another width", "another architecture", "no adapter"])
async def test_an_adapter_of_another_model_says_so(
    embedded_settings: EmbeddedSettings, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "adapter.gguf"
    match kind:
        case "another width":
            write_adapter(path, width=64)
        case "another architecture":
            write_adapter(path, architecture="qwen3")
        case _:
            path.write_bytes(b"GGUF or not")
    async with _open(embedded_settings, adapter=path) as model:
        with pytest.raises(ModelUnavailableError, match="does not fit the model SmolLM2-135M-Instruct"):
            await _text(model)


async def test_slots_and_context_are_those_of_the_settings(embedded_settings: EmbeddedSettings) -> None:
    async with _open(embedded_settings, slots=3, num_ctx=512) as model:
        slots = await _ask(model, "/slots")
    assert [slot["n_ctx"] for slot in slots] == [512, 512, 512]


def test_threads_sleep_while_they_wait_for_each_other() -> None:
    """Polling threads as many as processors answer fifty times slower beside other work."""
    asked = {"path": "m.gguf", "key": "k", "slots": 2, "num_ctx": 512, "threads": 3, "cache_mib": 1}
    asked |= {"adapter": None, "adapters": []}
    params = parameters(asked)
    assert [(part.n_threads, part.poll) for part in (params.cpuparams, params.cpuparams_batch)] == [(3, 0), (3, 0)]
    assert (params.hostnames, params.api_keys) == (["127.0.0.1"], ["k"])


def test_one_processor_is_left_to_the_rest() -> None:
    cores = len(psutil.Process().cpu_affinity() or ())
    assert child.threads() == max(1, cores - 1)


async def test_an_answer_that_fills_the_context_is_cut_and_flagged_and_nothing_before_it_is_dropped(
    embedded_settings: EmbeddedSettings,
) -> None:
    digits = {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 9}, "minItems": 300}
    prompt = Prompt("", "List digits. " * 40, max_tokens=800, schema=digits)
    async with _open(embedded_settings, num_ctx=512, slots=1) as model:
        pieces = [piece async for piece in model.stream(prompt)]
    assert pieces[-1] == Finish(truncated=True)
