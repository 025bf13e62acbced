"""Programs on a data folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import started

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from program import Program, Starter


@pytest.fixture
def start(tmp_path: Path) -> Starter:
    def on_the_folder(**settings: str) -> AbstractAsyncContextManager[Program]:
        return started(tmp_path, **settings)

    return on_the_folder
