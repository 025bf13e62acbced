"""Arguments: read, decided, and told. What the tutor asks the worker for.

An argument is typed in signs, in plain English or Korean of the shapes that the grammar knows, or comes formalised from
elsewhere. What is decided is decided of the formalisation, which is always part of the answer.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, permutations, product
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.logic.argued import by_types, english_argument, korean_argument
from maths.logic.argued.answer import Argued, ArguedLine, NotArgued
from maths.logic.argued.judge import judge
from maths.logic.argued.language import And, Formalised, Iff, Line, Not, Role, Sentence, renamed, symbols
from maths.logic.argued.parse import NotFormalError, formal_text, formalised, written
from maths.logic.argued.reading import NotReadError
from maths.logic.argued.show import in_unicode, shown
from maths.logic.argued.words import Words, denied
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator


MAX_RENAMINGS = 2_000
_HANGUL = re.compile(r"[가-힣]")


def argue(text: str) -> Argued | NotArgued:
    """An argument typed in signs or in plain words, by the grammar alone."""
    if (typed_in_signs := formal_text(text)) is not None:
        return _argued(typed_in_signs)
    reader = korean_argument if _HANGUL.search(text) else english_argument
    try:
        found = reader.read(text)
    except NotReadError as error:
        return NotArgued(error.message)
    answer = _argued(found)
    if answer.judgement.valid is False and found.tangled:
        one, other = found.tangled
        reason = Message("“{one}” and “{other}” share words, and more may follow than their letters show.",
                         one=one, other=other)  # fmt: skip
        return NotArgued(reason)
    return answer


def argue_formally(text: str) -> Argued | NotArgued:
    """A formalisation written down as `Argued.formal` is."""
    try:
        return _argued(formalised(text))
    except NotFormalError as error:
        return NotArgued(error.message)


def same(one: str, other: str) -> bool:
    """Whether two formalisations say the same up to the names of their symbols: premise by premise equivalent."""
    try:
        first, second = formalised(one), formalised(other)
    except NotFormalError:
        return False
    return any(_line_by_line(first, second, names) for names in islice(_renamings(first, second), MAX_RENAMINGS))


def _argued(found: Formalised) -> Argued:
    judgement = judge(found)
    words = Words(found)
    formal = written(_short(found), [in_unicode(line.sentence) for line in found.lines])
    missing = tuple((shown(one), words.said(one)) for one in judgement.missing)
    world = words.world(judgement.world) if judgement.world else None
    follows = iter(judgement.steps)
    lines = tuple(
        _line(each, words, None if each.role is Role.PREMISE else next(follows, None)) for each in found.lines
    )
    return Argued(formal, lines, found.meanings, found.notes, judgement, world, missing)


def _short(found: Formalised) -> Formalised:
    """Without the denials that phrases show themselves."""
    plain = (replace(meaning, denied="") for meaning in found.meanings)
    shortened = [short if denied(short) == meaning.denied else meaning
                 for short, meaning in zip(plain, found.meanings, strict=True)]  # fmt: skip
    return replace(found, meanings=tuple(shortened))


def _line(line: Line, words: Words, follows: bool | None) -> ArguedLine:  # noqa: FBT001
    sentence = line.sentence
    return ArguedLine(line.role, line.text, shown(sentence), in_unicode(sentence), words.said(sentence), follows)


def _renamings(one: Formalised, other: Formalised) -> Iterator[dict[str, str]]:
    """Every way to turn the symbols of the one into those of the other, phrases that are alike first."""
    mine, theirs = (symbols(*(line.sentence for line in each.lines)) for each in (one, other))
    kinds = [
        (mine.propositions, theirs.propositions),
        (mine.predicates, theirs.predicates),
        (mine.individuals, theirs.individuals),
    ]
    if any(len(names) != len(others) for names, others in kinds):
        return
    alike = {meaning.symbol: _plain(meaning.phrase) for meaning in (*other.meanings,)}
    wanted = {meaning.symbol: _plain(meaning.phrase) for meaning in one.meanings}
    ordered = [permutations(_as_alike(names, others, wanted, alike)) for names, others in kinds]
    for chosen in product(*ordered):
        yield {name: to for (names, _), tos in zip(kinds, chosen, strict=True)
               for name, to in zip(names, tos, strict=True)}  # fmt: skip


def _as_alike(
    names: tuple[str, ...], others: tuple[str, ...], wanted: dict[str, str], alike: dict[str, str]
) -> list[str]:
    """The others in the order of those that mean the same."""
    order = {wanted.get(name, ""): place for place, name in enumerate(names)}
    return sorted(others, key=lambda name: order.get(alike.get(name, ""), len(names)))


def _plain(phrase: str) -> str:
    return re.sub(r"\W+", " ", phrase.lower()).strip()


def _line_by_line(one: Formalised, other: Formalised, names: dict[str, str]) -> bool:
    if not _equivalent(renamed(one.conclusion.sentence, names), other.conclusion.sentence):
        return False
    waiting = [part for line in other.premises for part in _parts(line.sentence)]
    mine = [renamed(part, names) for line in one.premises for part in _parts(line.sentence)]
    if len(mine) != len(waiting):
        return False
    for sentence in mine:
        found = next((each for each in waiting if _equivalent(sentence, each)), None)
        if found is None:
            return False
        waiting.remove(found)
    return True


def _parts(sentence: Sentence) -> list[Sentence]:
    """“A and B” is two premises."""
    return [part for each in sentence.parts for part in _parts(each)] if isinstance(sentence, And) else [sentence]


def _equivalent(one: Sentence, other: Sentence) -> bool:
    if one == other:
        return True
    try:
        return by_types.world([Not(Iff(one, other))]) is None
    except TooLargeError:
        return False
