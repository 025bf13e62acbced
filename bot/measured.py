"""What `lemma eval` measured of each model on this machine: a small JSON file in the data folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import structlog
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

if TYPE_CHECKING:
    from pathlib import Path

log = structlog.get_logger(__name__)

FILE = "measured.json"
LEAST_ANSWERS = 20  # with fewer, a share of wrong ones says nothing


class Measured(BaseModel, extra="forbid"):
    """Of a model's cross-checked answers, how many were judged and how many were wrong."""

    answers: int = Field(ge=0)
    wrong: int = Field(ge=0)


_FILE = TypeAdapter(dict[str, Measured])


def measured(data_dir: Path) -> dict[str, Measured]:
    """By the model's name; empty where nothing was measured or the file cannot be read."""
    place = data_dir / FILE
    try:
        return _FILE.validate_json(place.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValidationError) as error:
        log.warning("measured_unreadable", file=str(place), error=str(error)[:200])
        return {}


def error_rates(data_dir: Path) -> dict[str, float]:
    """The share of wrong ones among a model's cross-checked answers, where enough were judged."""
    found = measured(data_dir).items()
    return {model: of.wrong / of.answers for model, of in found if of.answers >= LEAST_ANSWERS}


def keep(data_dir: Path, model: str, found: Measured) -> None:
    """Store what was measured of a model, in the place of what was measured before."""
    data_dir.mkdir(parents=True, exist_ok=True)
    everything = {**measured(data_dir), model: found}
    place = data_dir / FILE
    scratch = place.with_suffix(".new")
    scratch.write_text(json.dumps({name: of.model_dump() for name, of in everything.items()}, indent=1))
    scratch.replace(place)
