"""The real small model, fetched once a machine and kept outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import platformdirs
import pytest

from model.demonstration import DEMONSTRATION, fetch
from model.settings import EmbeddedSettings, HuggingFaceSettings, ModelSettings

CHECKPOINTS = Path(__file__).parents[1] / "support" / "hf_checkpoints.py"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where torch is not installed, what needs it is no test of this environment: `make test-hf` has its own."""
    if find_spec("torch") is None:
        needing = [item for item in items if item.get_closest_marker("hf")]
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]


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


@pytest.fixture(scope="session")
def checkpoints(model_dir: Path) -> Path:
    """What tests/support/hf_checkpoints.py makes: made once a machine, and anew when that program changes."""
    folder = model_dir / "checkpoints"
    made_by = folder / CHECKPOINTS.name
    if not made_by.is_file() or made_by.read_bytes() != CHECKPOINTS.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        gguf = DEMONSTRATION.path(model_dir)
        subprocess.run([sys.executable, str(CHECKPOINTS), str(gguf), str(folder)], check=True, capture_output=True)  # noqa: S603
        shutil.copy(CHECKPOINTS, made_by)
    return folder


@pytest.fixture(scope="session")
def huggingface_settings(checkpoints: Path) -> HuggingFaceSettings:
    """The same small model as the embedded one."""
    return HuggingFaceSettings(path=checkpoints / "model", threads=1, slots=8, num_ctx=1024, timeout=120)
