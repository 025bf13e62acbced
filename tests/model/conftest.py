"""The real small model, fetched once a machine and kept outside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from model.demonstration import fetch
from model.settings import EmbeddedSettings, ModelSettings


@pytest.fixture(scope="session")
def model_dir() -> Path:
    """A data directory with the demonstration model in it: without the model these tests fail, they do not skip."""
    cache = os.environ.get("LEMMA_TEST_CACHE")
    folder = Path(cache) if cache else platformdirs.user_cache_path("lemma-test", appauthor=False)
    fetch(folder, lambda _done, _total: None)
    return folder


@pytest.fixture(scope="session")
def embedded_settings(model_dir: Path) -> EmbeddedSettings:
    """Small, and one thread: on a busy machine more threads wait for each other."""
    settings = ModelSettings(backend="embedded", threads=1, slots=2, num_ctx=1024, timeout=60)
    chosen = settings.chosen(model_dir)
    assert isinstance(chosen, EmbeddedSettings)
    return chosen
