"""A plain argument in Korean: its sentences, which of them is concluded, and each read by the grammar."""

from __future__ import annotations

import re
from dataclasses import replace

from maths.logic.argued.korean import Korean
from maths.logic.argued.language import (
    MAX_LINES,
    MAX_TEXT,
    All,
    Formalised,
    Holds,
    If,
    Not,
    Role,
    Sentence,
    below,
    rebuilt,
    symbols,
)
from maths.logic.argued.reading import Book, Moments, NotReadError, Read, settled
from maths.message import Message

_SO = re.compile(
    r"(?:따라서|그러므로|그래서|고로|그러니까|그렇다면|그러니|결국|결론적으로|이로부터|∴)(?=[\s,])[\s,]*|∴\s*"
)
_FILLER = re.compile(r"(?:그런데|그리고|한편|또한|또|그러나|하지만|왜냐하면|그런데도|먼저|다음으로)(?=[\s,])[\s,]*")
_LABEL = re.compile(r"\s*(?:(?P<so>결론)|전제\s*\d*|\(?\d{1,2}(?=[.):])|[-*•](?=\s))\s*[.):]*\s*")


def read(text: str) -> Formalised:
    """The argument by the grammar alone. Raises NotReadError."""
    if len(text) > MAX_TEXT:
        raise NotReadError(Message("The argument is longer than {most} characters.", most=MAX_TEXT))
    sentences = _sentences(text)
    if len(sentences) > MAX_LINES:
        raise NotReadError(Message("The argument has more than {most} lines.", most=MAX_LINES))
    concluded = [number for number, (is_concluded, *_) in enumerate(sentences) if is_concluded]
    if not concluded:
        raise NotReadError(Message("No sentence says that it is the conclusion: “therefore …”, “so …”."))
    book = Book()
    grammar, moments = Korean(book), Moments()
    found = []
    for number, (is_concluded, sentence, continued) in enumerate(sentences):
        role = Role.PREMISE if not is_concluded else Role.CONCLUSION if number == concluded[-1] else Role.STEP
        readings = grammar.read(tuple(sentence.replace(",", " ").split()), continued=continued)
        if not readings:
            raise NotReadError(Message("This sentence was not read: “{text}”.", text=sentence))
        found.append(Read(role, sentence, tuple(readings)))
        moments.note(found[-1], later=sentence.endswith(("것이다", "것입니다")))
    if both := grammar.alone & book.individuals.keys():  # only Tom is: who is meant, or what kind
        raise NotReadError(Message("This sentence can be read in several ways: “{text}”.", text=f"{min(both)}만 …"))
    known = {key for one in found for reading in one.readings for key in symbols(reading).predicates}
    _refuse_whoever(grammar, book, known, text)
    grammar.finish()
    return settled([replace(one, readings=tuple(_generic(each, book) for each in one.readings)) for one in found], book)


def _refuse_whoever(grammar: Korean, book: Book, known: set[str], text: str) -> None:
    """Raise NotReadError where it is not told who is meant: 그는 beside a name, 사람이 온다, 철수만."""
    pointed = [name for name in book.individuals if name in _POINTED]
    some = [name for name in grammar.single if name in book.individuals and f"be {name}" in known]
    if (pointed and len(book.individuals) > 1) or some:
        raise NotReadError(Message("This sentence can be read in several ways: “{text}”.", text=[*pointed, *some][0]))
    for name in grammar.alone:
        if text.count(name.split()[-1]) < 2:  # noqa: PLR2004 - a kind is spoken of again
            raise NotReadError(Message("This sentence can be read in several ways: “{text}”.", text=f"{name}만 …"))


_POINTED = frozenset(
    {"그", "그녀", "그분", "그 사람", "이 사람", "저 사람", "그 남자", "그 여자", "그 아이", "그 학생"}
)


def _generic(sentence: Sentence, book: Book) -> Sentence:
    """사람은 죽는다, where somebody is said to be a 사람: all of them."""
    if isinstance(sentence, Not):
        inner = _generic(sentence.body, book)
        return sentence if inner == sentence.body else All("x", If(_kind(sentence.body), Not(_about_x(sentence.body))))
    if isinstance(sentence, Holds) and f"be {sentence.of}" in book.phrases and sentence.of in book.individuals:
        words = book.individuals[sentence.of]
        book.notes[Message("“{words}” without “all” or “some” is understood as all of them.", words=words)] = None
        return All("x", If(_kind(sentence), _about_x(sentence)))
    return rebuilt(sentence, [_generic(part, book) for part in below(sentence)])


def _kind(fact: Sentence) -> Sentence:
    return Holds(f"be {fact.of}", "x") if isinstance(fact, Holds) else fact


def _about_x(fact: Sentence) -> Sentence:
    return Holds(fact.predicate, "x") if isinstance(fact, Holds) else fact


def _sentences(text: str) -> list[tuple[bool, str, bool]]:
    """Each sentence with whether it is concluded, and whether it goes on about whom the one before was about."""
    found: list[tuple[bool, str, bool]] = []
    for row in text.splitlines():
        label = _LABEL.match(row)
        named = bool(label and label["so"])
        rest = row[label.end() :] if label else row
        for sentence in re.split(r"(?<=[.!;])\s+|(?<=[.!;])$", rest):
            if "?" in sentence:
                raise NotReadError(Message("A question is no part of an argument: “{text}”.", text=sentence.strip()))
            if part := sentence.strip(" .!;,"):
                found += _reasoned(part, is_concluded=named)
    return found


def _reasoned(sentence: str, *, is_concluded: bool) -> list[tuple[bool, str, bool]]:
    """A sentence without its connective, or the two of “A이므로 B”."""
    if so := _SO.match(sentence):
        sentence, is_concluded = sentence[so.end() :], True
    while filler := _FILLER.match(sentence):
        sentence = sentence[filler.end() :]
    parts = re.split(r"(?<=기) 때문에[,\s]+|(?<=므로)[,\s]+", sentence)
    if len(parts) == 2:  # noqa: PLR2004 - a reason and what follows from it
        reason = parts[0] if parts[0].endswith("기") else f"{parts[0].removesuffix('므로')}기"
        return [(False, f"{reason} 때문이다", False), (True, parts[1], True)]
    return [(is_concluded, sentence, False)] if sentence else []
