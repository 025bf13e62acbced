"""Everything a person reads exists in every language, with the same placeholders."""

from __future__ import annotations

import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tutor.words import DOMAINS, LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[1]
KEYWORDS = {"Message": (1,), "counted": (1, 2), "locale_str": (1,)}


def extracted(package: str) -> set[str]:
    found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def catalogue(language: str, package: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / f"{package}.po").open("rb") as file:
        return read_po(file, locale=language, domain=package, abort_invalid=True)


def languages() -> Iterator[str]:
    return (path.name for path in LOCALES.iterdir() if path.is_dir())


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("package", DOMAINS)
@pytest.mark.parametrize("language", list(languages()))
def test_every_sentence_is_translated_and_none_is_left_over(language: str, package: str) -> None:
    translated = {
        entry.id if isinstance(entry.id, str) else entry.id[0]: entry
        for entry in catalogue(language, package)
        if entry.id
    }
    asked = extracted(package)
    missing = sorted(key for key in asked if key not in translated or not translated[key].string)
    assert missing == [], f"translate these in locales/{language}/LC_MESSAGES/{package}.po"
    assert sorted(key for key, entry in translated.items() if entry.fuzzy) == []
    assert sorted(translated.keys() - asked) == [], "no code says these any more"


@pytest.mark.parametrize("package", DOMAINS)
@pytest.mark.parametrize("language", list(languages()))
def test_a_translation_fills_the_same_placeholders(language: str, package: str) -> None:
    for entry in catalogue(language, package):
        if not entry.id:
            continue
        sources = [entry.id] if isinstance(entry.id, str) else list(entry.id)
        translations = [entry.string] if isinstance(entry.string, str) else list(entry.string)
        for translation in translations:
            assert fields(translation) == fields(sources[-1]), entry.id


@pytest.mark.parametrize("package", DOMAINS)
def test_a_key_is_a_literal_where_a_message_is_made(package: str) -> None:
    """What Babel cannot extract nobody translates: an f-string or a variable as the key."""
    for path in (ROOT / package).rglob("*.py"):
        assert 'Message(f"' not in path.read_text(encoding="utf-8"), path
