"""The doctor looks at everything and says how to mend it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def doctor(data_dir: Path, **settings: str) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LEMMA_", "DISCORD_"))}
    environment |= {"LEMMA_DATA_DIR": str(data_dir), **settings}
    command = [sys.executable, "-m", "bot", "doctor"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    return done.returncode, done.stdout


def line(report: str, name: str) -> str:
    return next(line for line in report.splitlines() if line[7:].startswith(name))


def test_a_fresh_machine_is_well_enough_for_the_playground(tmp_path: Path) -> None:
    status, report = doctor(tmp_path / "data")
    assert status == 0, report
    assert line(report, "mathematics").startswith("ok")
    assert line(report, "database").startswith("ok")
    assert "DISCORD_TOKEN is not set" in line(report, "token")
    assert "lemma model fetch" in line(report, "model")


def test_what_is_broken_is_said_with_the_way_to_mend_it(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        status, report = doctor(
            tmp_path,
            LEMMA_MODEL__BACKEND="ollama",
            LEMMA_MODEL__HOST="http://127.0.0.1:9",
            LEMMA_PLAYGROUND__PORT=port,
            LEMMA_DATABASE_URL="postgresql://nobody@127.0.0.1:9/none",
        )
    assert status == 1
    assert "ollama serve" in line(report, "model")
    assert line(report, "database").startswith("broken")
    assert f"{port} is taken" in line(report, "port")


def test_an_unusable_setting_is_the_first_thing_said(tmp_path: Path) -> None:
    status, report = doctor(tmp_path, LEMMA_PLAYGROUND__PRT="1")
    assert status == 1
    assert "LEMMA_PLAYGROUND__PORT" in report
