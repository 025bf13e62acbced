"""Settings and the list of backends."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from model.choose import ModelSettings, open_model
from model.demonstration import DEMONSTRATION
from model.embedded import Embedded
from model.failover import Failover
from model.queue import Queued
from model.sampling import Sampled
from model.scripted import Scripted
from model.settings import EmbeddedSettings, NoModel, OllamaSettings, ScriptedSettings
from tutor.ports import Finish, Prompt, Text
from tutor.types import Writer

if TYPE_CHECKING:
    from pathlib import Path


class Settings(BaseSettings):
    """As the program nests it."""

    model_config = SettingsConfigDict(env_prefix="LEMMA_", env_nested_delimiter="__")

    model: ModelSettings = ModelSettings()


def _pretend_fetched(data_dir: Path) -> None:
    path = DEMONSTRATION.path(data_dir)
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(DEMONSTRATION.size)


def test_auto_is_none_until_the_demonstration_model_was_fetched(tmp_path: Path) -> None:
    assert ModelSettings().chosen(tmp_path) == NoModel()

    _pretend_fetched(tmp_path)

    chosen = ModelSettings().chosen(tmp_path)
    assert isinstance(chosen, EmbeddedSettings)
    assert chosen.path == DEMONSTRATION.path(tmp_path)
    assert chosen.demonstration


def test_none_stays_none_when_a_model_is_there(tmp_path: Path) -> None:
    _pretend_fetched(tmp_path)

    assert ModelSettings(backend="none").chosen(tmp_path) == NoModel()


def test_a_file_of_ones_own_is_chosen_by_auto_and_is_no_demonstration(tmp_path: Path) -> None:
    chosen = ModelSettings(path=tmp_path / "phi-4.gguf").chosen(tmp_path)

    assert isinstance(chosen, EmbeddedSettings)
    assert (chosen.name, chosen.demonstration) == ("phi-4", False)


def test_variables_reach_the_backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "BACKEND": "ollama",
        "NAME": "qwen3:4b",
        "HOST": "gpu-box:11434",
        "NUM_CTX": "4096",
        "API_KEY": "s3cret",
        "THREADS": "3",
        "PATH": "",
        "TIMEOUT": "30",
    }.items():
        monkeypatch.setenv(f"LEMMA_MODEL__{name}", value)

    chosen = Settings().model.chosen(tmp_path)

    assert isinstance(chosen, OllamaSettings)
    assert (chosen.name, chosen.host, chosen.num_ctx, chosen.timeout) == ("qwen3:4b", "gpu-box:11434", 4096, 30.0)
    assert chosen.api_key is not None
    assert chosen.api_key.get_secret_value() == "s3cret"
    assert "s3cret" not in repr(Settings())


def test_defaults_are_the_backends_own(tmp_path: Path) -> None:
    ollama = ModelSettings(backend="ollama").chosen(tmp_path)
    embedded = ModelSettings(backend="embedded").chosen(tmp_path)

    assert isinstance(ollama, OllamaSettings)
    assert isinstance(embedded, EmbeddedSettings)
    assert (ollama.name, ollama.num_ctx, ollama.slots) == ("phi4-mini-reasoning", 8192, 1)
    assert (embedded.num_ctx, embedded.slots) == (2048, 2)


def test_scripted_texts_come_as_a_json_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMA_MODEL__BACKEND", "scripted")
    monkeypatch.setenv("LEMMA_MODEL__TEXTS", '["ANSWER: 5", "ANSWER: 6"]')

    chosen = Settings().model.chosen(tmp_path)

    assert isinstance(chosen, ScriptedSettings)
    assert chosen.texts == ("ANSWER: 5", "ANSWER: 6")


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        (
            "BACKEND",
            "olama",
            "backend\n  Input should be 'auto', 'none', 'scripted', 'embedded', 'ollama', 'openai' or 'huggingface'",
        ),
        ("HOST", "http://", "host\n  Value error, write it as http://127.0.0.1:11434"),
        ("HOST", "http://me:secret@gpu-box", "LEMMA_MODEL__API_KEY"),
        ("NUM_CTX", "12", "num_ctx\n  Input should be greater than or equal to 256"),
        ("NAM", "phi4", "nam\n  Extra inputs are not permitted"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(
    variable: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"LEMMA_MODEL__{variable}", value)

    with pytest.raises(ValidationError) as raised:
        Settings()

    assert says in str(raised.value)


async def test_none_opens_to_no_model(tmp_path: Path) -> None:
    async with open_model(ModelSettings(), tmp_path) as model:
        assert model is None


async def test_a_scripted_model_repeats_its_texts_and_is_called_a_demonstration(tmp_path: Path) -> None:
    settings = ModelSettings(backend="scripted", texts=("one", "two"), name="replay")
    async with open_model(settings, tmp_path) as model:
        assert model is not None
        assert model.writer == Writer("replay", demonstration=True)
        await model.check()
        for expected in ("one", "two", "one"):
            assert [piece async for piece in model.stream(Prompt("", "?"))] == [
                Text(expected),
                Finish(truncated=False),
            ]


async def test_every_model_stands_behind_the_queue(model_dir: Path) -> None:
    settings = ModelSettings(backend="embedded", threads=1, num_ctx=512, slots=1)
    async with open_model(settings, model_dir) as model:
        assert isinstance(model, Queued)
        assert isinstance(model._model, Embedded)
        assert model.writer.demonstration
        pieces = [piece async for piece in model.stream(Prompt("", "2 + 3 =", max_tokens=3))]
        assert pieces[-1] == Finish(truncated=True)


async def test_several_addresses_are_one_model_over_several_servers(tmp_path: Path) -> None:
    settings = ModelSettings(backend="openai", name="phi", host="http://10.0.0.1/v1, http://10.0.0.2/v1", slots=3)
    async with open_model(settings, tmp_path) as model:
        assert isinstance(model, Queued)
        assert isinstance(model._model, Failover)
        assert [(server.name, server.slots) for server in model._model.endpoints] == [
            ("http://10.0.0.1/v1", 3),
            ("http://10.0.0.2/v1", 3),
        ]
        assert model._free == 6
        assert model.writer == Writer("phi")


async def test_the_operators_sampling_takes_the_place_of_the_presets_where_there_is_freedom() -> None:
    script = Scripted("five", repeat=True)
    model = Sampled(script, ModelSettings(temperature=0.3, top_p=0.5, longer=2))
    for temperature in (0.6, 0.0):
        async for _ in model.stream(Prompt("", "2 + 3", max_tokens=100, temperature=temperature, top_p=0.95)):
            pass
    free, exact = script.prompts
    assert (free.temperature, free.top_p, free.max_tokens) == (0.3, 0.5, 200)
    assert (exact.temperature, exact.top_p, exact.max_tokens) == (0.0, 0.95, 200)


def test_choosing_imports_no_engine_and_no_client() -> None:
    heavy = ("xllamacpp", "ollama", "openai", "httpx", "httpx2", "aiohttp", "torch", "sympy", "discord")
    program = f"import model.choose, sys; print([name for name in {heavy} if name in sys.modules])"

    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603

    assert found.stdout.strip() == "[]"
