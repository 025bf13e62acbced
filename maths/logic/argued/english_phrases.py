"""English phrases of arguments: nouns, and what a verb phrase says of somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from maths.logic.argued.english_words import (
    BE,
    DETERMINERS,
    LOGICAL,
    PAST_BE,
    PRONOUNS,
    Predicate,
    base,
    is_plural,
    is_third_person,
    past_stems,
    progressive_stems,
    singular,
    with_article,
)
from maths.logic.argued.language import And, Holds, Not, Or, Sentence
from maths.logic.argued.reading import MAX_READINGS, Book

Words: TypeAlias = tuple[str, ...]
Property: TypeAlias = Callable[[str], Sentence]  # what is said of somebody, or of a variable

BARE = {"person", "thing", "one", "those", "creature", "people", "things", "ones"}
HELPING = frozenset(
    {"is", "are", "am", "was", "were", "does", "do", "did", "can", "cannot", "will", "has", "have", "had", "must"}
)


class Phrases:
    """Reads phrases into a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.verbs: frozenset[str] = frozenset()  # words of the argument that may be bare verbs
        self.concluded = False  # whether the sentence is the conclusion: “must be” is “is” there

    def noun(self, words: Words) -> Property:
        if len(words) > 1 and words[-1].lower() in BARE:
            return self._said(Predicate("be", words[:-1]), words[:-1])[0]
        head = with_article(singular_phrase(list(words)))
        shown = Predicate("be", tuple(head.split()))
        self.book.phrases.setdefault(shown.key, (f"is {head}", f"is not {head}"))
        return self._of_somebody(shown)

    def properties(self, words: Words, *, plural: bool = False) -> list[Property]:
        """The readings of a verb phrase."""
        words = filled(trimmed(words))
        low = tuple(word.lower() for word in words)
        if not words:
            return []
        if low[0] == "must" and self.concluded and len(low) > 1:
            words, low = ("will", *words[1:]), ("will", *low[1:])
        found = self._coordinated(words, plural=plural)
        found += self._helped(words, low) if low[0] in HELPING else self._lexical(words, low, plural=plural)
        return found

    def _coordinated(self, words: Words, *, plural: bool) -> list[Property]:
        """Runs and swims; is tall or is small: two verb phrases."""
        found: list[Property] = []
        for place in range(1, len(words) - 1):
            joint = words[place].lower()
            if joint not in ("and", "or", "but"):
                continue
            if not is_verb(words[place + 1], plural=plural):
                continue
            build = Or if joint == "or" else And
            others = self.properties(words[place + 1 :], plural=plural)
            found += [
                either_or_both(build, a, b) for a in self.properties(words[:place], plural=plural) for b in others
            ]
        return found

    def _helped(self, words: Words, low: Words) -> list[Property]:
        verb, rest, after = low[0], words[1:], low[1:]
        denied = after[:1] in (("not",), ("never",))
        rest, after = (rest[1:], after[1:]) if denied else (rest, after)
        if verb in BE:
            said = self._complement(rest, past=verb in PAST_BE, plural=verb in ("are", "were"), negative=denied)
        elif verb in ("does", "do", "did") and denied and rest and _is_bare(after[0]):
            said = self._said(Predicate(after[0], rest[1:], past=verb == "did"), rest[1:])
        elif verb == "did" and not denied and after[:1] in (("it",), ("this",), ("that",)):
            said = self._said(Predicate("do", rest, past=True, spelled="did"), rest)
        elif verb == "can" and rest:
            said = self._said(Predicate("can", rest), rest)
        elif verb == "cannot" and rest and not denied:
            said, denied = self._said(Predicate("can", rest), rest), True
        elif verb == "will" and after[:1] == ("be",):
            said = self._complement(rest[1:], past=False, negative=denied)
        elif verb == "will" and rest and _is_bare(after[0]):
            said = self._said(Predicate(after[0], rest[1:]), rest[1:])
        elif verb in ("has", "have", "had") and after[:1] == ("no",):
            said, denied = self._said(Predicate("have", rest[1:], past=verb == "had"), rest[1:]), not denied
        elif verb in ("has", "have", "had") and rest and not denied:
            said = self._said(Predicate("have", rest, past=verb == "had", spelled="had" if verb == "had" else ""), rest)
        else:
            return []
        return [lacking(each) for each in said] if denied else said

    def _complement(self, words: Words, *, past: bool, plural: bool = False, negative: bool = False) -> list[Property]:  # noqa: PLR0911 - a shape a line
        """Of “is”: a man; tall and strong; either red or green; neither red nor green; both."""
        low = tuple(word.lower() for word in words)
        if not words:
            return []
        if low[0] == "neither" and low.count("nor") == 1:
            place = low.index("nor")
            pairs = [(a, b) for a in self._complement(words[1:place], past=past, plural=plural)
                     for b in self._complement(words[place + 1 :], past=past, plural=plural)]  # fmt: skip
            return [either_or_both(And, lacking(a), lacking(b)) for a, b in pairs]
        grouped = low[0] in ("either", "both")
        if grouped:
            words, low = words[1:], low[1:]
        if not words:
            return []
        joints = [place for place, word in enumerate(low) if word in ("and", "or")]
        if joints and negative and not grouped:
            return []  # not A or B: neither, or only not A
        if len(joints) == 1 and 0 < joints[0] < len(low) - 1:
            (place,) = joints
            build = Or if low[place] == "or" else And
            return [
                either_or_both(build, a, b)
                for a in self._complement(words[:place], past=past, plural=plural)
                for b in self._complement(words[place + 1 :], past=past, plural=plural)
            ]
        if plural and is_plural(words[-1]) and len(words) < 4 and is_open(words):  # noqa: PLR2004 - are small mammals
            return [self.noun(words)] if not past else []
        if verb := self._known(progressive_stems(words[0])):
            return self._said(
                Predicate(verb, words[1:], past=past, spelled=f"was {words[0]}" if past else ""), words[1:]
            )
        return self._said(Predicate("be", words, past=past), words)

    def _lexical(self, words: Words, low: Words, *, plural: bool) -> list[Property]:
        """Flies; flew; fly, of several."""
        first, rest = low[0], words[1:]
        if not first.isalpha() or first in LOGICAL | DETERMINERS | PRONOUNS | {"a", "an", "be", "been"}:
            if first == "never" and len(low) > 1:
                return [lacking(each) for each in self.properties(rest, plural=plural)]
            return []
        if stems := past_stems(first):
            verb = self._known(stems)
            return self._said(Predicate(verb or stems[0], rest, past=True, spelled=first, root=verb or first), rest)
        if plural or not is_third_person(first):
            return self._said(Predicate(first, rest), rest) if plural or self._bare_verb else []
        return self._said(Predicate(base(first), rest), rest)

    _bare_verb = True  # I run, you run

    def _known(self, stems: tuple[str, ...]) -> str | None:
        """The one of these verbs that the argument has in its bare form or with -s."""
        found = [stem for stem in dict.fromkeys(stems) if stem in self.verbs]
        return found[0] if len(found) == 1 else None

    def _said(self, predicate: Predicate, words: Words) -> list[Property]:
        if not is_open(words):
            return []
        self.book.phrases.setdefault(predicate.key, (predicate.said(), predicate.said(positive=False)))
        return [self._of_somebody(predicate)]

    def _of_somebody(self, predicate: Predicate) -> Property:
        def said(of: str) -> Sentence:
            if of in self.book.individuals:
                name = self.book.individuals[of]
                phrase = f"{name} {predicate.said(name)}", f"{name} {predicate.said(name, positive=False)}"
                self.book.joined.setdefault(f"{of}|{predicate.key}", phrase)
            return Holds(predicate.key, of)

        return said


def denied(sentence: Sentence) -> Sentence:
    return sentence.body if isinstance(sentence, Not) else Not(sentence)


def conjoined(one: Sentence, other: Sentence) -> Sentence:
    parts = [part for each in (one, other) for part in (each.parts if isinstance(each, And) else (each,))]
    return And(tuple(parts))


def both(one: Property, other: Property) -> Property:
    return lambda of: conjoined(one(of), other(of))


def either_or_both(build: type[And | Or], one: Property, other: Property) -> Property:
    return lambda of: build((one(of), other(of)))


def lacking(one: Property) -> Property:
    return lambda of: Not(one(of))


def once(found: Sequence[Sentence]) -> list[Sentence]:
    return list(dict.fromkeys(found))[:MAX_READINGS]


def trimmed(words: Words) -> Words:
    start, end = 0, len(words)
    while start < end and (words[start] == "," or (words[start].lower() in ("that", "then") and start + 1 < end
                           and words[start + 1] == ",")):  # fmt: skip
        start += 1
    while end > start and words[end - 1] in (",", ";"):
        end -= 1
    return words[start:end]


def filled(words: Words) -> Words:
    """Without words that say nothing: also, indeed, too at the end."""
    words = words[:-1] if words and words[-1].lower() == "too" else words
    return tuple(word for word in words if word.lower() not in ("also", "indeed", "therefore"))


def is_name(word: str) -> bool:
    return word[:1].isupper() and word.replace("-", "").replace("'", "").isalnum() and word != "I"


def is_open(words: Sequence[str]) -> bool:
    """Whether a phrase holds no word of logic, no auxiliary, no number, no sign."""
    return all(
        word.replace("-", "").replace("'", "").isalpha() and word.lower() not in LOGICAL | HELPING for word in words
    )


def is_noun_phrase(words: Words) -> bool:
    """A name, or “the” and so on with what it stands before."""
    if not words or not is_open(words):
        return False
    return all(is_name(word) for word in words) or (len(words) > 1 and words[0].lower() in DETERMINERS)


def is_denied(low: Words) -> bool:
    return any(word in ("not", "never", "cannot", "no") for word in low)


def _is_bare(verb: str) -> bool:
    return verb not in LOGICAL | HELPING - {"have", "do"}


def is_verb(word: str, *, plural: bool) -> bool:
    return (
        word.lower() in HELPING
        or word.lower() == "never"
        or (word.islower() and (plural or is_third_person(word) or bool(past_stems(word))))
    )


def is_noun_place(low: Words, place: int) -> bool:
    """Whether the word stands behind an article or a preposition, where a verb cannot."""
    return low[place - 1] in ("a", "an", "the", "of", "to", "in", "on", "for", "with", "from", "at", "by")


def definite(words: Words) -> Words | None:
    """The subject of a clause that begins with “the”, “my” and so on, where an auxiliary ends it."""
    low = [word.lower() for word in words]
    if low[0] not in DETERMINERS:
        return None
    place = next((p for p, word in enumerate(low) if word in HELPING), None)
    return words[:place] if place and place > 1 else None


def begins_clause(words: Words, place: int) -> bool:
    low = words[place].lower()
    return low in PRONOUNS | DETERMINERS | {"all", "every", "no", "some", "there"} or is_name(words[place])


def ends_of_noun(words: Words, low: Words, *, plural: bool) -> list[int]:
    """Where a noun phrase may end and its verb begin."""
    helping = [place for place in range(1, len(words)) if low[place] in HELPING]
    if helping:
        place = helping[0]
        return [place] if is_open(words[:place]) else []
    if plural:
        heads = [place for place in range(len(words) - 1) if is_plural(words[place])]
        return [heads[0] + 1] if heads and is_open(words[: heads[0] + 1]) else []
    verbs = [p for p in range(1, len(words)) if is_third_person(words[p]) or low[p] == "never"]
    return [verbs[0]] if verbs and is_open(words[: verbs[0]]) else []


_PREPOSITIONS = frozenset({"of", "in", "on", "with", "from", "at", "for", "by", "to"})


def singular_phrase(words: list[str]) -> str:
    heads = [place for place, word in enumerate(words) if is_plural(word)]
    if not heads:
        return " ".join(words)
    behind = next((place for place, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    head = max((place for place in heads if place < behind), default=heads[0])
    return " ".join(singular(word) if place == head else word for place, word in enumerate(words))
