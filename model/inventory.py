"""What models are here, and how much memory there is for them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.settings import (
    EmbeddedSettings,
    HuggingFaceSettings,
    ModelSettings,
    NoModel,
    OllamaSettings,
    OpenAISettings,
    ScriptedSettings,
)
from tutor.errors import ModelError, TooBusyError

if TYPE_CHECKING:
    from model.settings import BackendSettings

PATIENCE: Final = 3.0  # seconds a server may take to list its models
_CONTROL_GROUP: Final = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
_KIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of this machine, or of the container this process may not leave."""

    total: int
    free: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """The models at `place`, by their names there; `reason` says why nothing could be learned."""

    place: str
    names: tuple[str, ...]
    chosen: str | None = None
    reason: str | None = None


async def look(settings: ModelSettings, data_dir: Path) -> Inventory:
    """What the chosen server lists, or the files of the data directory. Never raises what a server does wrong."""
    chosen = settings.chosen(data_dir)
    if isinstance(chosen, OllamaSettings | OpenAISettings):
        name = chosen.adapter or chosen.name
        try:
            return Inventory(chosen.host, tuple(await _listed(chosen)), name)
        except (ModelError, TooBusyError) as error:
            return Inventory(chosen.host, (), name, str(error))
    files = sorted((data_dir / "models").glob("*.gguf"))
    if isinstance(chosen, EmbeddedSettings) and chosen.path.is_file():
        files.append(chosen.path)
    return Inventory(str(data_dir / "models"), tuple(dict.fromkeys(path.name for path in files)), _name(chosen))


async def _listed(chosen: OllamaSettings | OpenAISettings) -> list[str]:
    patient = chosen.model_copy(update={"timeout": min(PATIENCE, chosen.timeout)})
    if isinstance(patient, OllamaSettings):
        from model.ollama_server import open_ollama

        async with open_ollama(patient) as ollama:
            return await ollama.listed()
    from model.openai_server import open_openai

    async with open_openai(patient) as model:
        return await model.listed()


def _name(chosen: BackendSettings) -> str | None:
    match chosen:
        case NoModel():
            return None
        case EmbeddedSettings():
            return chosen.path.name
        case HuggingFaceSettings():
            return chosen.label
        case ScriptedSettings() | OllamaSettings() | OpenAISettings():
            return chosen.name


def memory() -> Memory:
    """Physical memory, or the limit of a control group where that is less."""
    total = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    free = _available() or total
    limits = [int(text) for place in _CONTROL_GROUP if (text := _read(place)).isdigit()]
    total = min([total, *limits])
    return Memory(total, min(free, total))


def _available() -> int | None:
    for line in _read(Path("/proc/meminfo")).splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * _KIB
    return None


def _read(place: Path) -> str:
    try:
        return place.read_text().strip()
    except OSError:
        return ""


async def footprint(settings: ModelSettings, data_dir: Path) -> int | None:
    """Bytes the chosen model takes now: of our own engine process, or as an Ollama server says; None: unknown."""
    chosen = settings.chosen(data_dir)
    if isinstance(chosen, OllamaSettings):
        from model.ollama_server import open_ollama

        async with open_ollama(chosen) as ollama:
            return await ollama.footprint()
    if isinstance(chosen, EmbeddedSettings | HuggingFaceSettings):
        return _children()
    return None


def _children() -> int | None:
    """Resident bytes of the processes that this one started, where the system tells (Linux)."""
    children = _read(Path(f"/proc/self/task/{os.getpid()}/children")).split()
    resident = [line for child in children for line in _read(Path(f"/proc/{child}/status")).splitlines()]
    sizes = [int(line.split()[1]) * _KIB for line in resident if line.startswith("VmRSS:")]
    return sum(sizes) or None
