"""Topics of practice by their names, the school's among them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from maths.generating.topics.all import TOPICS
from maths.message import Message
from maths.puzzles.puzzle import Kind
from maths.puzzles.titles import TITLES
from tutor.practice import OWN
from tutor.puzzles import ANY as EVERY_PUZZLE
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_CHOICES = 25  # Discord's bound
_ANY = Message("Any topic")
_PUZZLES = Message("Puzzles")
_OWN = Message("This server's own problems")


def name(key: str, language: Language) -> str:
    """What a topic is called; the key itself where it is not known any more."""
    if key == OWN:
        return say(_OWN, language)
    if key == EVERY_PUZZLE:
        return say(_PUZZLES, language)
    if key in TITLES:
        return say(TITLES[Kind(key)], language)
    return say(TOPICS[key].title, language) if key in TOPICS else key


def title(key: str, language: Language) -> str:
    """What is practised: a topic's name, or any."""
    return name(key, language) if key else say(_ANY, language)


def choices(current: str, offered: Iterable[str], language: Language) -> list[app_commands.Choice[str]]:
    """What autocomplete shows for what was typed so far: names that begin with it first."""
    wanted = _folded(current)
    found = [("", say(_ANY, language))] if not wanted or wanted in _folded(say(_ANY, language)) else []
    matching = [key for key in offered if any(wanted in each for each in _names(key))]
    matching.sort(key=lambda key: (not _begins(key, wanted), key != EVERY_PUZZLE, name(key, language)))
    found += [(key, name(key, language)) for key in matching]
    return [app_commands.Choice(name=shown, value=key) for key, shown in found[:MAX_CHOICES]]


def _begins(key: str, wanted: str) -> bool:
    return any(each.startswith(wanted) for each in _names(key))


def key_of(typed: str, offered: Iterable[str]) -> str:
    """The key somebody means who picked a topic, or typed one of its names without picking; else what was typed."""
    wanted = _folded(typed)
    if not wanted or wanted in {_folded(say(_ANY, language)) for language in Language}:
        return ""
    return next((key for key in offered if wanted in _names(key)), typed)


def _names(key: str) -> tuple[str, ...]:
    """Everything a topic is looked up by, folded."""
    topic = TOPICS.get(key)
    if key in {OWN, EVERY_PUZZLE, *TITLES}:
        return (*(_folded(name(key, language)) for language in Language), _folded(key))
    if topic is None:
        return (_folded(key),)
    titles = (say(topic.title, language) for language in Language)
    return tuple(_folded(each) for each in (key, *titles, *topic.names))


def _folded(typed: str) -> str:
    return "".join(typed.replace("_", " ").casefold().split())
