"""`lemma model list` and `lemma model fetch`."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from bot.starting import settings_or_exit
from model import demonstration, inventory
from model.catalogue import CATALOGUE, CONTEXT, GB, Known, known
from tutor.errors import ModelUnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.inventory import Inventory, Memory

BACKENDS = {
    "none": "mathematics alone",
    "embedded": "llama.cpp inside Lemma: the demonstration model (lemma model fetch), or your own GGUF file "
    "(LEMMA_MODEL__PATH)",
    "ollama": "an Ollama server (LEMMA_MODEL__HOST, LEMMA_MODEL__NAME)",
    "openai": "any server of OpenAI's /v1: llama.cpp, vLLM, LM Studio, … (LEMMA_MODEL__HOST, LEMMA_MODEL__NAME)",
    "huggingface": "a checkpoint by path or hub name, with LoRA adapters (LEMMA_MODEL__NAME or LEMMA_MODEL__PATH)",
    "scripted": "says what LEMMA_MODEL__TEXTS holds: for demonstrations",
}
_HEAD = ("", "model", "size", "memory", "fits", "context", "thinking", "licence", "here")
_RIGHT = {"size", "memory", "context"}


def fetch() -> int:
    """Download the demonstration model with a bar; the exit status."""
    settings = settings_or_exit()
    model = demonstration.DEMONSTRATION
    if path := demonstration.fetched(settings.data_dir):
        typer.echo(f"{model.name} is here: {path}")
        return 0
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    try:
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(model.name, total=model.download)
            path = demonstration.fetch(
                settings.data_dir, lambda done, total: bar.update(task, completed=done, total=total)
            )
    except ModelUnavailableError as error:
        typer.echo(str(error), err=True)
        return 1
    typer.echo(f"{model.name} ({model.licence}): {path}")
    return 0


def show(*, as_json: bool) -> None:
    """The backends, the catalogue with what fits this machine, and what is here; what is chosen is marked."""
    settings = settings_or_exit()
    chosen = settings.model.chosen(settings.data_dir)
    logging.getLogger().setLevel(logging.ERROR)  # a server that is down is told below
    found = asyncio.run(inventory.look(settings.model, settings.data_dir))
    memory = inventory.memory()
    name = None if chosen.backend == "none" else found.chosen
    if as_json:
        typer.echo(json.dumps(_object(chosen.backend, name, found, memory), ensure_ascii=False))
        return
    for backend, what in BACKENDS.items():
        typer.echo(f"{'*' if backend == chosen.backend else ' '} {backend:<13}{what}")
    typer.echo("")
    _table([_row(model, name, found, memory) for model in CATALOGUE] + _others(name, found))
    typer.echo(
        f"\nmemory: with one text of {CONTEXT} tokens; this machine has {memory.total / GB:.1f} GB, "
        f"{memory.free / GB:.1f} GB of it free. Figures and their sources: --json"
    )
    typer.echo(f"asked: {found.place}" + (f" ({found.reason})" if found.reason else ""))


def fits(model: Known, memory: Memory) -> str:
    """`yes` in what is free now, `tight` when other programs make room, `no`."""
    needed = model.memory()
    return "yes" if needed <= memory.free else "tight" if needed <= memory.total else "no"


def _row(model: Known, chosen: str | None, found: Inventory, memory: Memory) -> tuple[str, ...]:
    here = [name for name in found.names if known(name) is model]
    return (
        "*" if chosen is not None and known(chosen) is model else "",
        model.ollama,
        f"{model.size / GB:.1f} GB",
        f"{model.memory() / GB:.1f} GB",
        fits(model, memory),
        str(model.context),
        model.thinking.value,
        model.licence,
        ", ".join(here),
    )


def _others(chosen: str | None, found: Inventory) -> list[tuple[str, ...]]:
    """What is here, or chosen, and not in the catalogue."""
    names = list(dict.fromkeys([*found.names, *([chosen] if chosen else [])]))
    return [
        ("*" if name == chosen else "", name, *[""] * 6, name if name in found.names else "")
        for name in names
        if known(name) is None
    ]


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[n]) for row in (_HEAD, *rows)) for n in range(len(_HEAD))]
    for row in (_HEAD, *rows):
        cells = [
            cell.rjust(width) if name in _RIGHT else cell.ljust(width)
            for cell, width, name in zip(row, widths, _HEAD, strict=True)
        ]
        typer.echo("  ".join(cells).rstrip())


def _object(backend: str, chosen: str | None, found: Inventory, memory: Memory) -> dict[str, Any]:
    models = [
        {
            **asdict(model),
            "memory": model.memory(),
            "fits": fits(model, memory),
            "backends": list(model.backends),
            "here": [name for name in found.names if known(name) is model],
            "chosen": chosen is not None and known(chosen) is model,
        }
        for model in CATALOGUE
    ]
    return {
        "backend": backend,
        "model": chosen,
        "memory": {"total": memory.total, "free": memory.free},
        "models": models,
        "here": {"place": found.place, "names": list(found.names), "reason": found.reason},
    }
