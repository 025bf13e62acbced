"""`lemma model …`."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from bot.starting import settings_or_exit
from model import catalogue
from tutor.errors import ModelUnavailableError


def fetch() -> int:
    """Download the demonstration model with a bar; the exit status."""
    settings = settings_or_exit()
    if path := catalogue.fetched(settings.data_dir):
        typer.echo(f"{catalogue.DEMONSTRATION.name} is here: {path}")
        return 0
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    try:
        with Progress(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(catalogue.DEMONSTRATION.name, total=catalogue.DEMONSTRATION.download)
            path = catalogue.fetch(settings.data_dir, lambda done, total: bar.update(task, completed=done, total=total))
    except ModelUnavailableError as error:
        typer.echo(str(error), err=True)
        return 1
    typer.echo(f"{catalogue.DEMONSTRATION.name} ({catalogue.DEMONSTRATION.licence}): {path}")
    return 0


def show() -> None:
    """The backends and what each needs; the chosen one is marked."""
    settings = settings_or_exit()
    chosen = settings.model.chosen(settings.data_dir).backend
    backends = {
        "none": "mathematics alone",
        "embedded": "llama.cpp inside Lemma: the demonstration model (lemma model fetch), "
        "or your own GGUF file (LEMMA_MODEL__PATH)",
        "ollama": "an Ollama server (LEMMA_MODEL__HOST, LEMMA_MODEL__NAME)",
        "scripted": "says what LEMMA_MODEL__TEXTS holds: for demonstrations",
    }
    for name, what in backends.items():
        typer.echo(f"{'*' if name == chosen else ' '} {name:<10}{what}")
