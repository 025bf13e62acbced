"""Command names and descriptions in the languages Lemma speaks, from the same catalogues as its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord.app_commands import Translator, locale_str

from maths.message import Message
from tutor.types import Language
from tutor.words import render

if TYPE_CHECKING:
    from discord.app_commands import TranslationContextTypes

LOCALES = {discord.Locale.korean: Language.KOREAN}


class CatalogueTranslator(Translator):
    """Translates what the catalogue holds; other strings and languages stay as they are."""

    async def translate(
        self,
        string: locale_str,
        locale: discord.Locale,
        context: TranslationContextTypes,  # noqa: ARG002 - the base class's signature
    ) -> str | None:
        if locale not in LOCALES:
            return None
        translated = render(Message(string.message), LOCALES[locale])
        return None if translated == string.message else translated
