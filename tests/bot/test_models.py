"""`lemma model list, try, bench`, and which model a name on the command line means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot import benching, trying
from bot import models as listing
from bot.asking import with_model
from bot.settings import Settings
from model.scripted import Scripted
from model.settings import ModelSettings
from tutor.ports import Prompt, Thought
from tutor.types import Language

if TYPE_CHECKING:
    from pathlib import Path


def scripted(data_dir: Path, *texts: str) -> Settings:
    return Settings(_env_file=None, data_dir=data_dir, model=ModelSettings(backend="scripted", texts=texts))


@pytest.mark.parametrize(
    ("before", "name", "backend", "model"),
    [
        ("none", "qwen3:4b", "ollama", "qwen3:4b"),
        ("openai", "qwen3:4b", "openai", "qwen3:4b"),
        ("ollama", "embedded", "embedded", None),
        ("ollama", "none", "none", None),
        ("none", "/models/phi-4.gguf", "embedded", None),
    ],
)
def test_a_name_is_of_the_server_that_is_set_up(
    tmp_path: Path, before: str, name: str, backend: str, model: str | None
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, model=ModelSettings.model_validate({"backend": before}))
    chosen = with_model(settings, name).model
    assert (chosen.backend, chosen.name) == (backend, model)
    assert name != "/models/phi-4.gguf" or str(chosen.path) == name


def test_trying_writes_the_answer_and_its_pace_and_steers_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = scripted(tmp_path, "It is\x1b[2J 56.")
    assert trying.run(settings, "7 * 8", Language.ENGLISH, thinking=True) == 0
    said = capsys.readouterr()
    assert said.out == "It is[2J 56.\n"
    assert "tokens/s" in said.err


@pytest.mark.parametrize(("thinking", "shown"), [(True, "hm It is 56.\n"), (False, "It is 56.\n")])
async def test_what_it_thinks_is_shown_or_hidden(
    capsys: pytest.CaptureFixture[str], *, thinking: bool, shown: str
) -> None:
    model = Scripted((Thought("hm "), "It is 56."))
    pace, cut = await trying._streamed(model, Prompt("", "7 * 8"), thinking=thinking)
    assert capsys.readouterr().out == shown
    assert pace.pieces >= 2, "thinking is writing too"
    assert not cut


def test_trying_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, model=ModelSettings(backend="none"))
    assert trying.run(settings, "7 * 8", Language.ENGLISH, thinking=True) == 1
    assert "no model" in capsys.readouterr().err


def test_a_bench_counts_what_was_valid_and_what_was_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first 14 texts are timed, the next six are JSON, and then a fact is looked for at growing length."""
    warm = ["x y z"] * (1 + sum(benching.AT_ONCE))
    shaped = ['{"steps": ["17+25"], "answer": 42}', "not JSON", '{"topic": "algebra", "hard": false}', "{}", "[]", "5"]
    recalled = [benching.CODE] * 3 + ["7319", "I do not know", "7319"] + ["no"] * 3
    settings = scripted(tmp_path, *warm, *shaped, *recalled)

    assert benching.run(settings, context=True, as_json=True) == 0

    report = json.loads(capsys.readouterr().out)
    assert [speed["at_once"] for speed in report["speeds"]] == [1, 4, 8]
    assert (report["json_valid"], report["json_asked"]) == (2, 6)
    assert report["lost_from"] == 2 * benching.SHORTEST
    assert [test["found"] for test in report["recall"]] == [True] * 3 + [True, False, True] + [False] * 3


def test_the_list_as_json_has_every_model_with_its_sources(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEMMA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LEMMA_MODEL__BACKEND", "none")
    monkeypatch.chdir(tmp_path)
    listing.show(as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["backend"], told["model"]) == ("none", None)
    phi = next(model for model in told["models"] if model["ollama"].startswith("phi4-mini-reasoning"))
    assert phi["thinking"] == "tags"
    assert phi["fits"] in ("yes", "tight", "no")
    assert all(figure["source"] for figure in phi["figures"])
    listing.show(as_json=False)
    assert "* none" in capsys.readouterr().out
