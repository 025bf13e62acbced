"""English clauses about one, all, some or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.argued.english_phrases import (
    BARE,
    HELPING,
    Phrases,
    Property,
    Words,
    both,
    conjoined,
    ends_of_noun,
    is_denied,
    is_name,
    is_noun_phrase,
    is_noun_place,
    is_open,
    once,
)
from maths.logic.argued.english_words import (
    BE,
    DETERMINERS,
    LOGICAL,
    OF_KINDS,
    OF_PAIRS,
    PRONOUNS,
    bases,
    is_plural,
    is_third_person,
    lemmas,
    past_stems,
)
from maths.logic.argued.language import All, And, If, Not, Or, Sentence, Some
from maths.message import Message

if TYPE_CHECKING:
    from maths.logic.argued.reading import Book


def _is_shared(words: Words) -> bool:
    """Whether what is said of two may be said of both together: they are a couple, own the house."""
    verb, *rest = (word.lower() for word in words)
    return bool(OF_PAIRS & bases(words)) or (verb not in BE and verb not in ("can", "will") and bool(rest))


_OF_SEVERAL = frozenset({"are", "were", "have", "do"})
WEATHER = frozenset(
    [
        "rain",
        "raining",
        "rains",
        "rained",
        "snow",
        "snowing",
        "snows",
        "snowed",
        "hail",
        "hailing",
        "cold",
        "hot",
        "warm",
        "sunny",
        "cloudy",
        "windy",
        "dark",
        "late",
        "early",
        "foggy",
        "icy",
        "freezing",
        "wet",
        "dry",
        "summer",
        "winter",
        "spring",
        "autumn",
        "day",
        "night",
        "noon",
        "midnight",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "weekend",
        "morning",
        "evening",
    ]
)
PEOPLE = {"everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody", "noone"}
THINGS = {"everything", "anything", "something", "nothing"}


class Kinds(Phrases):
    """Reads clauses without connectives."""

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.people: str | None = None  # the one person that “he” or “she” can be
        self.whole: Words = ()

    def simple(self, words: Words, low: Words) -> list[Sentence]:
        if low[0] == "there" and len(low) > 2:  # noqa: PLR2004
            return self._there_is(words, low)
        if "," in words:
            return []
        quantified = self._quantified(words, low)
        if quantified is not None:
            return quantified
        if (several := self.several(words, low)) is not None:
            return several
        if low[0] == "neither" and "nor" in low:
            return self._neither(words, low)
        return self._about_one(words, low)

    def several(self, words: Words, low: Words) -> list[Sentence] | None:
        """Tom and Mary are students; either the cook or the maid is guilty."""
        start = low[0] in ("either", "both")
        for place in range(start + 1, len(words) - 2):
            if low[place] not in ("and", "or") or not is_noun_phrase(words[start:place]):
                continue
            ends = [p for p in range(place + 2, len(words)) if is_noun_phrase(words[place + 1 : p])]
            ends = [p for p in ends if low[p] in HELPING or (is_name(words[p - 1]) and not is_name(words[p]))]
            if not ends:
                continue
            build = And if low[place] == "and" else Or
            one, other = self._individual(words[start:place]), self._individual(words[place + 1 : ends[0]])
            said = self.properties(words[ends[0] :], plural=low[place] == "and")
            if build is And and _is_shared(words[ends[0] :]):
                return []  # Tom and Mary are a couple; they lifted the piano: each of them?
            if build is And and any(is_denied(low[p : p + 1]) for p in range(ends[0], len(low))):
                return []  # Tom and Mary are not guilty: both, or not both
            return [build((each(one), each(other))) for each in said]
        return None

    def _neither(self, words: Words, low: Words) -> list[Sentence]:
        if len(words) < 5 or low[2] != "nor" or not (is_name(words[1]) and is_name(words[3])):  # noqa: PLR2004
            return []
        said = self.properties(words[4:])
        return [
            And((Not(each(self._individual(words[1:2]))), Not(each(self._individual(words[3:4]))))) for each in said
        ]

    def _about_one(self, words: Words, low: Words) -> list[Sentence]:
        found: list[Sentence] = []
        for place in self._ends_of_subject(words, low):
            subject = words[:place]
            found += [said(self._individual(subject)) for said in self.properties(words[place:])]
        if not found and low[0] in DETERMINERS and is_open(words[1:]):
            return self._opaque(words)
        return once(found)

    def _ends_of_subject(self, words: Words, low: Words) -> list[int]:  # noqa: PLR0911 - a kind of subject a line
        """Where the subject may end: before an auxiliary, after a pronoun or a name."""
        if low[0] in ("he", "she"):
            return [1] if self.people else []
        if low[0] == "it":
            return [1] if WEATHER & set(low) else []
        if low[0] in ("x", "y", "z"):
            return []  # a variable
        if low[0] in PRONOUNS:
            return [] if low[0] == "they" else [1]
        helping = [place for place in range(1, len(words)) if low[place] in HELPING]
        names = 0
        while names < len(words) and is_name(words[names]):
            names += 1
        if low[0] in DETERMINERS | {"that"}:
            return helping[:1] if helping and is_open(words[1 : helping[0]]) else []
        if helping and helping[0] == names and names:
            return [] if low[names] in _OF_SEVERAL else [names]  # no name: an odd plural
        if 0 < names < len(words) and not helping:
            verb = words[names]
            return [names] if is_third_person(verb) or past_stems(verb) or verb == "never" else []
        if not names and not is_plural(words[0]) and low[0] not in LOGICAL | {"a", "an"}:
            return [1] if len(words) > 1 and (low[1] in HELPING - _OF_SEVERAL or is_third_person(words[1])) else []
        return []

    def _individual(self, subject: Words) -> str:
        low = " ".join(word.lower() for word in subject)
        if low in ("he", "she") and self.people:
            low, subject = self.people.lower(), (self.people,)
        name = " ".join(subject)
        if subject[0].lower() in DETERMINERS | PRONOUNS and subject[0] != "I":
            name = name[0].lower() + name[1:]
        self.book.individuals.setdefault(low, name)
        return low

    def _opaque(self, words: Words) -> list[Sentence]:
        """The alarm rings: one proposition, where its subject ends is not told."""
        verbs = [place for place in range(2, len(words)) if is_third_person(words[place]) or past_stems(words[place])]
        if len(verbs) != 1:
            return []
        (place,) = verbs
        return [said(self._individual(words[:place])) for said in self.properties(words[place:])]

    # Quantified clauses

    def _quantified(self, words: Words, low: Words) -> list[Sentence] | None:  # noqa: C901, PLR0911, PLR0912 - a shape a line
        if low[0].startswith("any") and words != self.whole:
            return []  # if any A is B: some, not all
        if low[:2] in (("not", "all"), ("not", "every")):
            return [Not(each) for each in self._all(words[2:], every=low[1] == "every")]
        if low[:2] in (("not", "everyone"), ("not", "everybody"), ("not", "everything")):
            return [Not(each) for each in self._one_word(words[1:], low[1:]) or []]
        if low[0] == "all":
            return self._all(words[1:], every=False)
        if low[0] in ("every", "each", "any"):
            return self._all(words[1:], every=True)
        if low[0] == "no" and low[1:2] != ("one",):
            return self._no(words[1:])
        if low[:2] == ("no", "one"):
            return self._one_word(("nobody", *words[2:]), ("nobody", *low[2:]))
        if low[:3] == ("at", "least", "one"):
            return self._some(words[3:])
        if low[0] == "some":
            return self._some(words[1:])
        if low[0] == "only":
            return self._only(words[1:])
        if low[:2] == ("none", "but"):
            return self._only(words[2:])
        if low[0] in PEOPLE | THINGS:
            return self._one_word(words, low)
        if low[0] in ("a", "an"):
            return self._generic_kind(words, low)
        if low[0] not in LOGICAL | PRONOUNS | DETERMINERS and is_plural(words[0]):
            return self._bare_plural(words, low)
        return None

    def _all(self, words: Words, *, every: bool) -> list[Sentence]:
        """All A are B; all A are not B has two readings and so none."""
        found: list[Sentence] = []
        for kind, said, denied in self.kinds(words, plural=not every):
            if denied:
                return []
            found.append(All("x", If(kind("x"), said("x"))))
        return once(found)

    def _no(self, words: Words) -> list[Sentence]:
        plural = len(words) > 1 and is_plural(words[0])
        kinds = self.kinds(words, plural=plural) or self.kinds(words, plural=not plural)
        return once([All("x", If(kind("x"), Not(said("x")))) for kind, said, denied in kinds if not denied])

    def _some(self, words: Words) -> list[Sentence]:
        kinds = self.kinds(words, plural=True) or self.kinds(words, plural=False)
        return once([Some("x", conjoined(kind("x"), said("x"))) for kind, said, _ in kinds])

    def _only(self, words: Words) -> list[Sentence]:
        """Only A are B: all B are A."""
        if words and is_name(words[0]) and not is_plural(words[0]):
            return []  # only Tom
        return once(
            [All("x", If(said("x"), kind("x"))) for kind, said, denied in self.kinds(words, plural=True) if not denied]
        )

    def _one_word(self, words: Words, low: Words) -> list[Sentence] | None:
        """Everyone is B; everyone who is A is B; nobody is B; someone is B."""
        first = low[0]
        self.domain(first)
        every, none = first.startswith(("every", "any")), first in ("nobody", "nothing", "noone")
        if low[1:2] and low[1] in ("who", "that", "which"):
            pairs = [(kind, said, d) for kind, said, d in self._relative(words[2:], plural=False)]
            if every:
                return once([All("x", If(kind("x"), said("x"))) for kind, said, d in pairs if not d])
            if none:
                return once([All("x", If(kind("x"), Not(said("x")))) for kind, said, d in pairs if not d])
            return once([Some("x", conjoined(kind("x"), said("x"))) for kind, said, _ in pairs])
        said = self.properties(words[1:])
        if every:
            return [] if is_denied(low[1:]) else once([All("x", one("x")) for one in said])
        if none:
            return [] if is_denied(low[1:]) else once([Not(Some("x", one("x"))) for one in said])
        return once([Some("x", one("x")) for one in said])

    def _generic_kind(self, words: Words, low: Words) -> list[Sentence]:
        """A whale is a mammal: all of them; anything else about “a whale” may be one whale."""
        if "is" not in low:
            return []
        place = low.index("is")
        after = low[place + 2 :] if low[place + 1 : place + 2] == ("not",) else low[place + 1 :]
        if after[:1] not in (("a",), ("an",)) or not is_open(words[1:place]):
            return []
        self._understood(" ".join(words[:place]))
        kind = self.noun(words[1:place])
        return [All("x", If(kind("x"), said("x"))) for said in self.properties(words[place:])]

    def _bare_plural(self, words: Words, low: Words) -> list[Sentence] | None:
        second = low[1] if len(low) > 1 else ""
        if second in ("is", "was", "has", "does") or (is_name(words[0]) and is_third_person(second)):
            return None
        found = [All("x", If(kind("x"), said("x"))) for kind, said, _ in self.kinds(words, plural=True)]
        if found:
            self._understood(words[0].lower())
        return once(found)

    def _there_is(self, words: Words, low: Words) -> list[Sentence]:
        """There is an A; there are A that are B; there is no A that is B; there are no A."""
        if low[1] not in ("is", "are"):
            return []
        rest, low = words[2:], low[2:]
        denied = low[0] in ("no", "not")
        if low[0] in ("no", "a", "an", "some"):
            rest, low = rest[1:], low[1:]
        elif low[:2] in (("not", "a"), ("not", "any")):
            rest, low = rest[2:], low[2:]
        elif low[:3] == ("at", "least", "one"):
            rest, low = rest[3:], low[3:]
        elif denied:
            return []
        place = next((p for p, word in enumerate(low) if word in ("who", "that", "which")), len(low))
        if not place or not is_open(rest[:place]):
            return []
        kind = self.noun(rest[:place])
        if place == len(low):
            noun = " ".join(rest)
            key = f"there is be {' '.join(lemmas(rest))}"
            article = f"{words[2]} " if words[2].lower() in ("a", "an") else ""
            verb = words[1].lower()
            self.book.phrases.setdefault(key, (f"there {verb} {article}{noun}", f"there {verb} no {noun}"))
            found: list[Sentence] = [Some("x", kind("x"))]
            return [Not(each) for each in found] if denied else found
        said = self.properties(rest[place + 1 :], plural=words[1].lower() == "are")
        if denied:
            return [All("x", If(kind("x"), Not(each("x")))) for each in said]
        return [Some("x", conjoined(kind("x"), each("x"))) for each in said]

    def kinds(self, words: Words, *, plural: bool) -> list[tuple[Property, Property, bool]]:
        """The ways to read a noun phrase and what is said of it; whether that is said with a “not”."""
        words = words[1:] if [word.lower() for word in words[:2]] == ["of", "the"] else words
        words = words[1:] if words and words[0].lower() == "the" else words
        low = tuple(word.lower() for word in words)
        if OF_KINDS & bases(low) or (
            low[:1] in (("thing",), ("things",)) and low[1:2] not in (("who",), ("that",), ("which",))
        ):
            return []
        if low[:1] in (("who",), ("that",)):
            return self._relative(words[1:], plural=low[0] == "who")
        relative = next((p for p, word in enumerate(low) if word in ("who", "that", "which")), None)
        if relative:
            if not is_open(words[:relative]):
                return []
            pairs = self._relative(words[relative + 1 :], plural=plural)
            if low[:relative] in {(each,) for each in BARE}:
                return pairs
            noun = self.noun(words[:relative])
            return [(both(noun, one), other, denied) for one, other, denied in pairs]
        return [
            (self.noun(words[:place]), said, is_denied(low[place:]))
            for place in ends_of_noun(words, low, plural=plural)
            for said in self.properties(words[place:], plural=plural)
        ]

    def _relative(self, words: Words, *, plural: bool) -> list[tuple[Property, Property, bool]]:
        """(who) A B: where the one verb phrase ends and the other begins."""
        low = tuple(word.lower() for word in words)
        found = []
        for place in range(1, len(words)):
            verb = low[place] in HELPING or (
                not plural and is_third_person(words[place]) and not is_noun_place(low, place)
            )
            if not verb and not plural:
                continue
            if plural and low[place] not in HELPING and any(word in HELPING for word in low[place:]):
                continue
            for one in self.properties(words[:place], plural=plural):
                found += [
                    (one, other, is_denied(low[place:])) for other in self.properties(words[place:], plural=plural)
                ]
        return found

    def domain(self, word: str) -> None:
        if word in PEOPLE:
            self.book.notes[Message("Only people are spoken of.")] = None

    def _understood(self, words: str) -> None:
        note = Message("“{words}” without “all” or “some” is understood as all of them.", words=words)
        self.book.notes[note] = None
