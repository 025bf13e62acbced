"""What is read of a puzzle of liars, in whatever language: who there is, what they may be, who says what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maths.puzzles.formal import Character

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class NotReadError(Exception):
    """A part of the text that is not understood."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and its meanings; `speaker` is "" where the puzzle itself says it."""

    speaker: str
    text: str
    formulas: tuple[str, ...]


@dataclass(slots=True)
class Setting:
    """`kinds` are of persons of whom it is said, `everybody` what all others may be.

    `defined` are kinds whose ways were told and of which everybody is one where nothing else is said.
    """

    names: tuple[str, ...]
    kinds: dict[str, tuple[Character, ...]] = field(default_factory=dict)
    everybody: tuple[Character, ...] = ()
    defined: tuple[Character, ...] = ()
    rules: list[Spoken] = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)

    def kinds_of(self, name: str) -> tuple[Character, ...]:
        return self.kinds.get(name) or self.everybody or self.defined

    @property
    def only_two_kinds(self) -> bool:
        """Whether everybody either always lies or always tells the truth."""
        every = {kind for name in self.names for kind in self.kinds_of(name)}
        return every <= {Character.TRUTHFUL, Character.LIAR}

    def may_be(self, name: str, *kinds: Character) -> None:
        """Note what a person may be. Raises NotReadError where something else was said before."""
        if name not in self.names or self.kinds.get(name, kinds) != kinds or len(set(kinds)) < len(kinds):
            raise NotReadError(name)
        self.kinds[name] = kinds

    def all_may_be(self, *kinds: Character) -> None:
        if (self.everybody and set(self.everybody) != set(kinds)) or len(set(kinds)) < len(kinds):
            raise NotReadError(str(kinds))
        self.everybody = kinds

    def are(self, names: Sequence[str], number: int | None = None) -> None:
        """Raises NotReadError where others are named than speak or are spoken of, or not so many of them."""
        if set(names) != set(self.names) or (number is not None and number != len(self.names)):
            raise NotReadError(", ".join(names))

    def agrees(self) -> bool:
        """Whether nobody was said to be what nobody is."""
        return not self.everybody or all(set(kinds) <= set(self.everybody) for kinds in self.kinds.values())

    def has_way(self, name: str, kind: Character) -> tuple[str, ...]:
        """That somebody always or sometimes lies; a liar lies sometimes too, so that only counts where it is a kind."""
        if kind is Character.SOMETIMES and kind not in self.kinds_of(name):
            return ()
        return (is_kind(name, kind),)

    def one_each(self, text: str, kinds: Sequence[Character]) -> None:
        """One person is each of these kinds."""
        if len(kinds) != len(self.names) or len(set(kinds)) < len(kinds):
            raise NotReadError(text)
        self.all_may_be(*kinds)
        for kind in kinds:
            self.rules.append(Spoken("", text, (counted("exactly", 1, self.names, kind),)))

    def truthful(self, name: str) -> str:
        """That what the person says now is true."""
        return f"kind({name}) = truthful" if self.only_two_kinds else f"honest({name})"


def is_kind(name: str, kind: Character) -> str:
    return f"kind({name}) = {kind}"


def counted(how: str, number: int, names: Sequence[str], kind: Character) -> str:
    """`how` is exactly, atleast or atmost."""
    return f"{how}({number}, {', '.join(is_kind(name, kind) for name in names)})"


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language says it. Each of `forms` notes what a sentence says, or returns False; the first is a question.

    `partings` are the places where a sentence may be two, `meanings` what a speaker means, one formula a reading.
    """

    names: Callable[[str], tuple[str, ...]]
    forms: tuple[Callable[[Setting, str, list[tuple[str, str]]], bool], ...]
    partings: Callable[[Setting, str], Iterator[tuple[int, int]]]
    meanings: Callable[[Setting, str, str], tuple[str, ...]]

    def read(self, text: str) -> Setting:
        """Every sentence of the text. Raises NotReadError."""
        names = self.names(text)
        if not names:
            raise NotReadError(text[:40])
        setting = Setting(names)
        said: list[tuple[str, str]] = []
        unquoted = False
        for sentence in _sentences(text):
            before = len(said)
            self._sentence(setting, sentence, said)
            if len(said) > before:
                unquoted = '"' not in sentence and ":" in sentence
            elif unquoted and not self.forms[0](setting, sentence, said):
                raise NotReadError(sentence[:60])  # does "Ann: Bob lies. Cy lies." end after one sentence?
        setting.spoken = [Spoken(who, what, self.meanings(setting, who, what)) for who, what in said]
        return setting

    def _sentence(self, setting: Setting, sentence: str, said: list[tuple[str, str]]) -> None:
        if any(form(setting, sentence, said) for form in self.forms):
            return
        for ends, begins in self.partings(setting, sentence):
            if sentence[:ends].count('"') % 2:
                continue
            before = len(said)
            try:
                self._sentence(setting, sentence[:ends].strip(" ,"), said)
                self._sentence(setting, sentence[begins:].strip(" ,"), said)
            except NotReadError:
                del said[before:]
            else:
                return
        raise NotReadError(sentence[:60])


def _sentences(text: str) -> list[str]:
    """Split at full stops, semicolons and question marks that stand in no quotation."""
    parts, quoted, begun = [], False, 0
    for place, sign in enumerate(text):
        if sign == '"':
            quoted = not quoted
        elif sign in ".;?!" and not quoted:
            parts.append(text[begun : place + (sign == "?")].strip(" ,"))
            begun = place + 1
    if quoted:
        raise NotReadError(text[-40:])
    return [part for part in (*parts, text[begun:].strip(" ,")) if part]
