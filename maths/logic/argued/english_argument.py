"""A plain argument in English: its sentences, which of them is concluded, and each read by the grammar."""

from __future__ import annotations

import re

from maths.logic.argued.english import English
from maths.logic.argued.english_words import LOGICAL, base, is_plural, is_third_person
from maths.logic.argued.language import MAX_LINES, MAX_TEXT, Formalised, Role
from maths.logic.argued.reading import Book, Moments, NotReadError, Read, settled
from maths.message import Message

_CONTRACTIONS = (
    (r"\bcan(?:['’]t|not)\b", "cannot"), (r"\bwon['’]t\b", "will not"), (r"\bshan['’]t\b", "shall not"),
    (r"\b(is|are|was|were|does|do|did|has|have|had)n['’]t\b", r"\1 not"),
    (r"\b(he|she|it|there|that)['’]s\b", r"\1 is"), (r"\b(I)['’]m\b", r"\1 am"),
    (r"\b(you|we|they)['’]re\b", r"\1 are"), (r"\b(I|you|he|she|it|we|they)['’]ll\b", r"\1 will"),
    (r"\b(Mr|Mrs|Ms|Dr|St|Prof)\.", r"\1"),
)  # fmt: skip
_LABEL = re.compile(
    r"\s*(?:\(?(?P<so>c(?:onclusion)?\s?\d*)|(?:\(?p(?:remise)?\s?\d*|\(?\d{1,2})(?=[.):])|[-*•](?=\s))[.):]*\s*",
    re.IGNORECASE,
)
_INLINE_LABEL = re.compile(r"\s+(?=(?:premise\s*\d*|conclusion|p\d+|c\d*)\s*:)", re.IGNORECASE)
_SO = re.compile(
    r"(?:and |but )?(?:so|therefore|hence|thus|consequently|accordingly|ergo|∴|as a result|in conclusion|"
    r"it follows(?: from this)? that|from this it follows that|(?:this|which) means(?: that)?|that is why|this is why|"
    r"(?:this|which) (?:proves|shows|implies)(?: that)?|(?:we|you|i) (?:can |may |must )?conclude(?: that)?|"
    r"it must (?:be that|be the case that)|(?:this|which) entails(?: that)?)\b,?\s*",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:and|but|also|now|however|moreover|furthermore|besides|yet|well|after all|in fact|of course|obviously|clearly|"
    r"(?:we|i) (?:all )?know(?: that)?|it is (?:known|true|the case|a fact) that|suppose(?: that)?|assume(?: that)?|"
    r"given that|as we know|first|second|third|firstly|secondly|finally)\b,?\s+(?!not\b|both\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\s*[,;:]\s*(?=(?:and |but )?(?:so|therefore|hence|thus|consequently|which means|it follows that|∴)\b)|"
    r"\s+(?=(?:and )?therefore\b)|\s*(?=∴)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:because|since|given that|seeing that)\s+", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|,|\S")
_INDEFINITE = frozenset(
    {
        "a",
        "an",
        "some",
        "any",
        "every",
        "each",
        "all",
        "no",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "everyone",
        "who",
    }
)
# a brother, her mother, the king: “he” may be any of them; “is a doctor”, “at the shop” bring nobody
_SOMEBODY_ELSE = re.compile(
    r"(?<!\bis )(?<!\bnot )(?<!\bwas )(?<!\bat )(?<!\bin )(?<!\bto )(?<!\bon )"
    r"\b(?:a|an|the|my|your|his|her|our|their|this|another)\b",
    re.IGNORECASE,
)
_PERSON = frozenset({"He", "She", "It", "They", "You", "We", "I"})


def read(text: str) -> Formalised:
    """The argument by the grammar alone. Raises NotReadError."""
    if len(text) > MAX_TEXT:
        raise NotReadError(Message("The argument is longer than {most} characters.", most=MAX_TEXT))
    text = _INLINE_LABEL.sub("\n", text)
    for pattern, spelled in _CONTRACTIONS:
        text = re.sub(pattern, spelled, text, flags=re.IGNORECASE)
    sentences = _sentences(text)
    if len(sentences) > MAX_LINES:
        raise NotReadError(Message("The argument has more than {most} lines.", most=MAX_LINES))
    concluded = [number for number, (is_concluded, _) in enumerate(sentences) if is_concluded]
    if not concluded:
        raise NotReadError(Message("No sentence says that it is the conclusion: “therefore …”, “so …”."))
    book = Book()
    grammar, moments = English(book), Moments()
    person = _one_person([sentence for _, sentence in sentences])
    tokens = {word.lower() for _, sentence in sentences for word in _WORD.findall(sentence)}
    grammar.verbs = frozenset(tokens | {base(word) for word in tokens if is_third_person(word)})
    found = []
    for number, (is_concluded, sentence) in enumerate(sentences):
        role = Role.PREMISE if not is_concluded else Role.CONCLUSION if number == concluded[-1] else Role.STEP
        words = tuple(_WORD.findall(sentence))
        grammar.people = person if person in words or not _INDEFINITE & {word.lower() for word in words} else None
        readings = grammar.read(_uncapitalised(words), concluded=is_concluded)
        if not readings:
            raise NotReadError(Message("This sentence was not read: “{text}”.", text=sentence))
        found.append(Read(role, sentence, tuple(readings)))
        moments.note(found[-1], later="will" in words)
    return settled(found, book)


def _sentences(text: str) -> list[tuple[bool, str]]:
    """The sentences without their labels and connectives, and whether each is concluded."""
    found: list[tuple[bool, str]] = []
    for row in text.splitlines():
        label = _LABEL.match(row)
        rest = row[label.end() :] if label else row
        named = bool(label and label["so"] and label.group().strip()[-1:] in ".):")
        if label and label["so"] and not named:
            rest = row
        for sentence in re.split(r"(?<=[.!;])\s+|(?<=[.!;])$", rest):
            if "?" in sentence:
                raise NotReadError(Message("A question is no part of an argument: “{text}”.", text=sentence.strip()))
            for part in _WITHIN.split(sentence.strip(" .!;")):
                if part and part.strip(" ,"):
                    found += _reasoned(part.strip(" ,"), is_concluded=named)
    return found


def _reasoned(sentence: str, *, is_concluded: bool) -> list[tuple[bool, str]]:
    """A sentence, or the two of “A because B”."""
    if so := _SO.match(sentence):
        rest, is_concluded = sentence[so.end() :], True
        return _reasoned(rest, is_concluded=True) if rest else []
    sentence = _without_fillers(sentence)
    if since := _SINCE.match(sentence):
        reason, comma, rest = sentence[since.end() :].rpartition(",")
        if comma:
            return [(False, reason.strip()), (True, rest.strip())]
    parts = re.split(r",?\s+(?:because|since)\s+", sentence, flags=re.IGNORECASE)
    if len(parts) == 2:  # noqa: PLR2004 - a claim and its reason
        return [(False, parts[1].strip()), (True, parts[0].strip())]
    return [(is_concluded, sentence)]


def _without_fillers(sentence: str) -> str:
    while filler := _FILLER.match(sentence):
        sentence = sentence[filler.end() :]
    return sentence


def _uncapitalised(words: tuple[str, ...]) -> tuple[str, ...]:
    """With its first word small, unless the word is a name: capital inside a sentence too, or with a singular verb."""
    if not words or not words[0][0].isupper() or words[0] in _PERSON:
        return words if not words or words[0] == "I" else (words[0].lower(), *words[1:])
    if words[0].lower() in LOGICAL | _STARTS:
        return (words[0].lower(), *words[1:])
    return words


_STARTS = frozenset({"the", "a", "an", "my", "your", "his", "her", "our", "their", "its", "this", "there", "whenever",
                     "provided", "as", "given", "not", "just"})  # fmt: skip


def _one_person(sentences: list[str]) -> str | None:
    """The only name of the argument, where nobody else is spoken of."""
    if any(_SOMEBODY_ELSE.search(sentence) for sentence in sentences):
        return None
    names = set()
    for sentence in sentences:
        for place, written in enumerate(sentence.split()):
            word = re.sub(r"['’]s$|[^A-Za-z-]", "", written)
            small = not word or not word[0].isupper() or word in _PERSON or word.lower() in LOGICAL | _STARTS
            if not small and (place or _with_singular(sentence) or not is_plural(word)):
                names.add(word)
    return names.pop() if len(names) == 1 else None


def _with_singular(sentence: str) -> bool:
    second = [*sentence.split(), "", ""][1].lower()
    return second in ("is", "was", "does", "did", "has", "can", "cannot", "will") or second.endswith("s")
