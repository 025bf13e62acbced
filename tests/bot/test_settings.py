"""Settings are read once, typed, and an operator's slip is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.settings import Settings, SettingsError, known_names, load

EXAMPLE = Path(__file__).parents[2] / ".env.example"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in known_names():
        monkeypatch.delenv(name, raising=False)


def test_the_example_loads_and_holds_the_defaults() -> None:
    assert load(EXAMPLE) == load(None)


def test_the_example_shows_every_setting_and_no_other() -> None:
    shown = re.findall(r"^#? ?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted(known_names())


def test_an_unknown_setting_is_an_error_that_names_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMA_MODEL__BAKEND", "ollama")
    with pytest.raises(SettingsError, match="Did you mean LEMMA_MODEL__BACKEND"):
        load(None)


def test_an_unknown_setting_in_the_file_is_an_error_too(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LEMMA_PORT=1\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="LEMMA_PORT is not a setting"):
        load(file)


def test_an_impossible_value_is_named_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEMMA_PLAYGROUND__PORT", "hunter2")
    with pytest.raises(SettingsError, match="LEMMA_PLAYGROUND__PORT: ") as caught:
        load(None)
    assert "hunter2" not in str(caught.value)


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LEMMA_SOLVE__MAX_TRIES=2\nLEMMA_MODEL__BACKEND=none\n", encoding="utf-8")
    monkeypatch.setenv("LEMMA_SOLVE__MAX_TRIES", "4")
    settings = load(file)
    assert (settings.solve.max_tries, settings.model.backend) == (4, "none")


def test_the_token_never_shows_in_a_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "very-secret")
    settings = load(None)
    assert settings.discord_token is not None
    assert "very-secret" not in repr(settings) + str(settings)


def test_every_setting_says_what_it_is() -> None:
    def described(model: type[BaseModel]) -> None:
        for name, field in model.model_fields.items():
            if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
                described(field.annotation)
            else:
                assert field.description, name

    described(Settings)
