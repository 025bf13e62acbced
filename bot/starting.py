"""What every command that needs settings does first."""

from __future__ import annotations

import typer

from bot import log
from bot.settings import Settings, SettingsError, load


class NotStartedError(Exception):
    """Lemma cannot run; the text says what to do."""


def settings_or_exit() -> Settings:
    """The settings, with logging set up by them; an unusable one ends the program with its sentence."""
    try:
        settings = load()
    except SettingsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    secrets = [secret.get_secret_value() for secret in (settings.discord_token, settings.model.api_key) if secret]
    log.set_up(settings.log.level, settings.log.format, secrets)
    return settings
