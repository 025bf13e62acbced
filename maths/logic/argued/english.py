"""English clauses of arguments joined by connectives.

A closed grammar of connectives and quantifiers stands around open phrases. Every word is accounted for: a phrase may
hold any nouns, verbs and adjectives, and none of the words of logic. What a clause can mean is a list; an empty one
says that it is not read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from maths.logic.argued.english_kinds import WEATHER, Kinds
from maths.logic.argued.english_phrases import Words, begins_clause, both, definite, denied, once, trimmed
from maths.logic.argued.language import All, And, If, Iff, Not, Or, Sentence
from maths.logic.argued.reading import MAX_READINGS, MAX_WORDS, Book

if TYPE_CHECKING:
    from collections.abc import Callable


MAX_JOINTS = 5  # words like “and” in one sentence: more are grouped in too many ways
_JOINTS = frozenset({"and", "or", "but", "if", "unless", "nor", "who", "that", "which", "then", "because"})


def _turned(then: Sentence, condition: Sentence) -> Sentence:
    return If(condition, then)


_IF_LIKE = (("provided", "that"), ("provided",), ("whenever",), ("as", "long", "as"), ("given", "that"), ("if",))
_DENIALS = (
    ("it", "is", "not", "the", "case", "that"), ("it", "is", "not", "true", "that"), ("it", "is", "false", "that"),
    ("it", "is", "not", "so", "that"),
)  # fmt: skip


class English(Kinds):
    """Reads sentences into a book."""

    def __init__(self, book: Book) -> None:
        super().__init__(book)
        self.clause = lru_cache(maxsize=4_000)(self._clause)

    def read(self, words: Words, *, concluded: bool = False) -> list[Sentence]:
        """The readings of a sentence, without repetition."""
        if len(words) > MAX_WORDS or sum(word.lower() in _JOINTS for word in words) > MAX_JOINTS:
            return []
        self.concluded, self.whole = concluded, trimmed(words)
        self.clause.cache_clear()
        return self.clause(words)[:MAX_READINGS]

    # Clauses joined

    def _clause(self, words: Words) -> list[Sentence]:
        words = trimmed(words)
        low = tuple(word.lower() for word in words)
        if not words:
            return []
        if (both := self._two_conditions(words, low)) is not None:
            return both
        for read in (self._denied, self._conditional, self._unless, self._exclusive):
            found = read(words, low)
            if found is not None:
                return found
        if (found := self._later_condition(words, low)) is not None:
            return once(found)
        joined = self._joined(words)
        return once([*joined, *self.simple(words, low)])

    def _two_conditions(self, words: Words, low: Words) -> list[Sentence] | None:
        """If A, then B, and if C, then D."""
        places = [
            place
            for place in range(1, len(low) - 1)
            if low[place] in ("and", "but") and low[place + 1] in ("if", "unless") and low[0] in ("if", "unless")
        ]
        if not places:
            return None
        if len(places) > 1:
            return []
        firsts, others = self.clause(words[: places[0]]), self.clause(words[places[0] + 1 :])
        return [And((one, other)) for one in firsts for other in others]

    def _denied(self, words: Words, low: Words) -> list[Sentence] | None:
        for start in _DENIALS:
            if low[: len(start)] == start:
                rest = words[len(start) :]
                if "," in rest and not {"if", "either"} & set(low):
                    return []
                return [Not(each) for each in self.clause(rest)]
        if low[:2] == ("not", "both") and "and" in low:
            return [Not(each) for each in self.clause(words[2:]) if isinstance(each, And)]
        return None

    def _conditional(self, words: Words, low: Words) -> list[Sentence] | None:
        """If A, then B. If someone is A, they are B. Only if A, B is not read."""
        start = next((each for each in _IF_LIKE if low[: len(each)] == each), None)
        if start is None:
            return [] if low[:2] == ("only", "if") else None
        head = len(start)
        if "then" in low:
            place = low.index("then")
            return self._implied(words[head:place], words[place + 1 :])
        found: list[Sentence] = []
        for place, word in enumerate(words):
            if word == ",":
                found += self._implied(words[head:place], words[place + 1 :])
        if "," not in words:
            for place in range(head + 2, len(words) - 1):
                found += self._implied(words[head:place], words[place:]) if begins_clause(words, place) else []
        return once(found)

    def _implied(self, condition: Words, then: Words) -> list[Sentence]:
        condition, then = trimmed(condition), trimmed(then)
        if not condition or not then:
            return []
        if _loose(then):
            return []  # if A, B, and C
        generic = self._generic(condition, then)
        if generic is not None:
            return generic
        subject = definite(condition)
        if subject and then[0].lower() == "it" and not WEATHER & {word.lower() for word in then}:
            then = (*subject, *then[1:])
        return [If(one, other) for one in self.clause(condition) for other in self.clause(then)]

    def _generic(self, condition: Words, then: Words) -> list[Sentence] | None:
        """If someone is A, then they are B: about everyone."""
        first, low = condition[0].lower(), then[0].lower()
        if first in ("someone", "somebody", "anyone", "anybody") and low in ("he", "she", "they"):
            head: Words = condition[1:]
            self.domain(first)
        elif first in ("something", "anything") and low == "it":
            head = condition[1:]
            self.domain(first)
        elif condition[:2] and tuple(w.lower() for w in condition[:2]) in (("a", "person"), ("a", "thing")):
            head = condition[2:]
        elif first in ("a", "an") and low in ("it", "he", "she", "they"):
            pairs = [
                (both(kind, said), other)
                for kind, said, _ in self.kinds(condition[1:], plural=False)
                for other in self.properties(then[1:])
            ]
            return [All("x", If(one("x"), other("x"))) for one, other in pairs]
        else:
            return None
        pairs = [(one, other) for one in self.properties(head) for other in self.properties(then[1:])]
        return [All("x", If(one("x"), other("x"))) for one, other in pairs]

    def _unless(self, words: Words, low: Words) -> list[Sentence] | None:
        if "unless" not in low:
            return None
        place = low.index("unless")
        if low.count("unless") > 1:
            return []
        if place:
            pairs = [] if _loose(words[:place]) or _loose(words[place:]) else [(words[place + 1 :], words[:place])]
        else:
            pairs = [(words[1:comma], words[comma + 1 :]) for comma, word in enumerate(words) if word == ","]
        return once([If(denied(one), other) for c, t in pairs for one in self.clause(c) for other in self.clause(t)])

    def _exclusive(self, words: Words, low: Words) -> list[Sentence] | None:
        for end in (("but", "not", "both"), ("and", "not", "both")):
            if low[-3:] == end:
                found = self.clause(trimmed(words[:-3]))
                return [And((each, Not(And(each.parts)))) for each in found if isinstance(each, Or)]
        if low[0] == "either" and "or" in low:
            return self._pair(words[1:], "or", Or) or self.several(words, low)
        if low[0] == "both" and "and" in low:
            return self._pair(words[1:], "and", And) or self.several(words, low)
        return None

    def _later_condition(self, words: Words, low: Words) -> list[Sentence] | None:
        """B if A; B only if A; B if and only if A; A and B if C has two readings and so none."""
        text = " ".join(low)
        joints: tuple[tuple[Words, Callable[[Sentence, Sentence], Sentence]], ...] = (
            (("if", "and", "only", "if"), Iff),
            (("just", "in", "case"), Iff),
            (("iff",), Iff),
            (("only", "if"), If),
            *((each, _turned) for each in _IF_LIKE),
        )
        for joint, build in joints:
            if f" {' '.join(joint)} " not in f" {text} ":
                continue
            places = [place for place in range(1, len(low)) if low[place : place + len(joint)] == joint]
            if len(places) != 1:
                return []
            if low[places[0] - 1] in ("and", "or", "but", ","):
                return None  # A and if B, then C
            before, after = words[: places[0]], words[places[0] + len(joint) :]
            if _loose(after) or low[places[0] - 1] in ("even", "as", "what"):
                return []
            firsts = [one for one in self.clause(before) if not isinstance(one, And | Or)]
            pairs = [(one, other) for one in firsts for other in self.clause(after)]
            return [build(one, other) for one, other in pairs]
        return None

    def _joined(self, words: Words) -> list[Sentence]:
        """A or B, A and B; what mixes both without saying which is first has both readings."""
        found: list[Sentence] = []
        found += self._pair(words, "or", Or)
        for joint in ("and", "but", "although", "though", "while"):
            found += self._pair(words, joint, And)
        return found

    def _pair(self, words: Words, joint: str, build: type[And | Or]) -> list[Sentence]:
        found: list[Sentence] = []
        for place, word in enumerate(words):
            if word.lower() != joint or not 0 < place < len(words) - 1:
                continue
            head, tail = trimmed(words[:place]), trimmed(words[place + 1 :])
            if tail and tail[0].lower() == "either" and joint == "or":
                continue
            for one in self.clause(head):
                for other in self.clause(tail):
                    parts = [part for each in (one, other)
                             for part in (each.parts if isinstance(each, build) else (each,))]  # fmt: skip
                    found.append(build(tuple(parts)))
        return once(found)


def _loose(words: Words) -> bool:
    """Whether a comma stands before “and” or “or”: then what they join reaches nobody knows how far."""
    return any(
        words[place] == "," and words[place + 1].lower() in ("and", "or", "but") for place in range(len(words) - 1)
    )
