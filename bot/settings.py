"""The settings, read once: environment variables `LEMMA_…` (nested with `__`), `DISCORD_TOKEN`, and `.env`."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import platformdirs
from dotenv import dotenv_values
from pydantic import BaseModel, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.log import LogFormat
from model.settings import ModelSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "LEMMA_"
TOKEN = "DISCORD_TOKEN"  # noqa: S105 - the name of the variable


class SettingsError(Exception):
    """The settings cannot be used; the text says which and what to do."""


def _empty_is_unset(value: object) -> object:
    return None if value == "" else value


class DiscordSettings(BaseModel, extra="forbid"):
    """Where Discord is. Only the playground and the tests change this, and only to loopback."""

    api_base: str | None = Field(None, description="REST address of a loopback Discord")
    gateway: str | None = Field(None, description="gateway address of a loopback Discord")

    _empty = field_validator("*", mode="before")(_empty_is_unset)


class LogSettings(BaseModel, extra="forbid"):
    level: Literal["debug", "info", "warning", "error"] = Field("info", description="the least that is logged")
    format: LogFormat = Field(LogFormat.AUTO, description="auto, human or json")


class PlaygroundSettings(BaseModel, extra="forbid"):
    port: int = Field(8765, ge=1, le=65535, description="where the page is served; the next free port when taken")


class SolveSettings(BaseModel, extra="forbid"):
    max_tries: int = Field(3, ge=1, le=10, description="how often a model may try a problem")
    cache_hours: float = Field(
        168.0, ge=0, le=24 * 365, description="how long a model's answer is given again to the same question; 0: never"
    )


class PracticeSettings(BaseModel, extra="forbid"):
    stories: bool = Field(
        default=True, description="whether a model that is no demonstration tells problems as stories while it is idle"
    )


class PictureSettings(BaseModel, extra="forbid"):
    enabled: bool = Field(default=True, description="whether solutions, formulas and plots are drawn as pictures")
    workers: int = Field(2, ge=1, le=16, description="processes that draw, about 100 MB each")


class SandboxSettings(BaseModel, extra="forbid"):
    enabled: bool = Field(default=True, description="whether Python that a model wrote is run, behind walls")
    bwrap: Path | None = Field(None, description="bubblewrap's program; default: the system's, else Lemma's own")

    _empty = field_validator("bwrap", mode="before")(_empty_is_unset)


class Settings(BaseSettings):
    """Everything an operator may set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="ignore")

    discord_token: SecretStr | None = Field(None, validation_alias=TOKEN, description="the bot's token")
    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("lemma", appauthor=False)),
        description="where everything Lemma writes is kept",
    )
    database_url: str | None = Field(None, description="an SQLAlchemy address; default: SQLite in the data folder")
    metrics_port: int | None = Field(None, ge=1, le=65535, description="serve Prometheus metrics on this loopback port")
    log: LogSettings = Field(default_factory=LogSettings)
    discord: DiscordSettings = Field(default_factory=DiscordSettings)
    playground: PlaygroundSettings = Field(default_factory=PlaygroundSettings)
    solve: SolveSettings = Field(default_factory=SolveSettings)
    practice: PracticeSettings = Field(default_factory=PracticeSettings)
    pictures: PictureSettings = Field(default_factory=PictureSettings)
    sandbox: SandboxSettings = Field(default_factory=SandboxSettings)
    model: ModelSettings = Field(default_factory=ModelSettings)

    _empty = field_validator("discord_token", "database_url", "metrics_port", mode="before")(_empty_is_unset)

    @field_validator("data_dir", mode="after")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings. Raises SettingsError for an unknown or an impossible one."""
    given = {**_names_in(env_file), **os.environ}
    _refuse_unknown(given)
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError("\n".join(_complaints(error))) from None


def known_names() -> tuple[str, ...]:
    """Every variable an operator may set, in the order of `Settings`."""
    return tuple(_names(Settings, PREFIX))


def _names(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if field.validation_alias:
            yield str(field.validation_alias)
        elif isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _names(field.annotation, f"{prefix}{name.upper()}__")
        else:
            yield f"{prefix}{name.upper()}"


def _names_in(env_file: Path | None) -> dict[str, Any]:
    return dict(dotenv_values(env_file)) if env_file is not None and env_file.is_file() else {}


def _refuse_unknown(given: dict[str, Any]) -> None:
    known = known_names()
    for name in given:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.0)
            raise SettingsError(f"{name} is not a setting of Lemma. Did you mean {near[0]}?")


def _complaints(error: ValidationError) -> Iterator[str]:
    """What is wrong, by the variable's name; the value is not repeated, it may be a secret."""
    for problem in error.errors(include_input=False, include_url=False):
        path = [str(part) for part in problem["loc"]]
        name = path[0] if path[0] == TOKEN else PREFIX + "__".join(path).upper()
        yield f"{name}: {problem['msg']}"
