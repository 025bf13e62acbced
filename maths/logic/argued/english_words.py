"""English words as the reader of arguments compares them: without endings, with the words of logic kept apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORT = 4  # letters of a word that has no ending yet

_PLURALS = {
    "men": "man", "women": "woman", "people": "person", "children": "child", "mice": "mouse", "geese": "goose",
    "feet": "foot", "teeth": "tooth", "oxen": "ox", "wolves": "wolf", "knives": "knife", "wives": "wife",
    "lives": "life", "thieves": "thief", "leaves": "leaf", "halves": "half", "loaves": "loaf", "elves": "elf",
    "calves": "calf", "fungi": "fungus", "cacti": "cactus", "criteria": "criterion", "phenomena": "phenomenon",
    "humans": "human",
}  # fmt: skip
_ENDS = ("men", "children", "mice", "wives")  # firemen, grandchildren
_NO_MEN = frozenset({"specimen", "omen", "abdomen", "regimen", "acumen", "stamen", "ramen", "amen"})
_UNCHANGED = frozenset({"sheep", "fish", "deer", "species", "aircraft", "series"})
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|ness)$")
_PAST = {
    "went": "go", "came": "come", "ran": "run", "saw": "see", "took": "take", "made": "make", "got": "get",
    "gave": "give", "found": "find", "said": "say", "told": "tell", "knew": "know", "thought": "think",
    "left": "leave", "lost": "lose", "won": "win", "stole": "steal", "broke": "break", "wrote": "write",
    "fell": "fall", "slept": "sleep", "ate": "eat", "drank": "drink", "drove": "drive", "bought": "buy",
    "brought": "bring", "built": "build", "caught": "catch", "did": "do", "had": "have", "felt": "feel",
    "forgot": "forget", "froze": "freeze", "grew": "grow", "heard": "hear", "kept": "keep", "met": "meet",
    "paid": "pay", "rang": "ring", "sang": "sing", "sent": "send", "spoke": "speak", "stood": "stand",
    "swam": "swim", "taught": "teach", "threw": "throw", "woke": "wake", "wore": "wear", "lied": "lie", "died": "die",
}  # fmt: skip
_PARTICIPLES = {
    "eaten": "eat", "gone": "go", "sung": "sing", "seen": "see", "taken": "take", "given": "give", "known": "know",
    "broken": "break", "written": "write", "fallen": "fall", "drunk": "drink", "driven": "drive", "done": "do",
    "forgotten": "forget", "frozen": "freeze", "grown": "grow", "spoken": "speak", "swum": "swim", "rung": "ring",
    "thrown": "throw", "woken": "wake", "worn": "wear", "stolen": "steal", "gotten": "get",
}  # fmt: skip
_ING = frozenset({"king", "thing", "ring", "spring", "string", "being", "wing", "sing", "bring", "nothing", "ceiling"})
# words whose meaning for the logic is not that of a noun, a verb or an adjective: never inside a phrase
LOGICAL = frozenset(
    [
        "not",
        "even",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "and",
        "or",
        "but",
        "if",
        "then",
        "unless",
        "only",
        "all",
        "every",
        "each",
        "any",
        "some",
        "either",
        "both",
        "everyone",
        "everybody",
        "everything",
        "someone",
        "somebody",
        "something",
        "anyone",
        "anybody",
        "anything",
        "most",
        "many",
        "few",
        "several",
        "must",
        "may",
        "might",
        "could",
        "should",
        "would",
        "ought",
        "possibly",
        "probably",
        "perhaps",
        "maybe",
        "necessarily",
        "possible",
        "necessary",
        "likely",
        "because",
        "since",
        "therefore",
        "hence",
        "thus",
        "so",
        "iff",
        "whether",
        "although",
        "though",
        "while",
        "until",
        "except",
        "without",
        "hardly",
        "rarely",
        "seldom",
        "always",
        "sometimes",
        "often",
        "usually",
        "half",
        "almost",
        "nearly",
        "than",
        "same",
        "else",
        "other",
        "others",
        "who",
        "whom",
        "which",
        "whose",
        "that",
        "when",
        "whenever",
        "where",
        "what",
        "why",
        "how",
        "believes",
        "believe",
        "knows",
        "know",
        "thinks",
        "think",
        "says",
        "say",
        "hopes",
        "wants",
        "exactly",
        "least",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "zero",
        "one",
        "exist",
        "exists",
        "existed",
    ]
)
# said of many together or of a kind, not of each
OF_KINDS = frozenset({
    "common", "rare", "numerous", "extinct", "widespread", "abundant", "endangered", "scarce", "plentiful", "diverse",
    "various", "species", "majority", "minority", "together", "gather", "assemble", "surround", "outnumber", "meet",
    "disperse", "increasing", "decreasing", "dying", "unite",
})  # fmt: skip
OF_PAIRS = OF_KINDS | frozenset({
    "couple", "pair", "team", "duo", "group", "alike", "similar", "different", "friend", "neighbour", "neighbor",
    "enemy", "twin", "colleague", "partner", "rival", "equal", "parallel", "identical", "related", "opposite",
    "compatible", "inseparable", "acquainted", "agree", "disagree", "differ", "argue", "quarrel", "fight", "kiss",
    "collide", "love", "mixture", "best",
})  # fmt: skip
BE = {"is", "are", "am", "was", "were"}
PAST_BE = {"was", "were"}
PRONOUNS = frozenset({"i", "you", "we", "he", "she", "it", "they"})
DETERMINERS = frozenset({"the", "this", "my", "your", "his", "her", "our", "their", "its"})


def singular(word: str) -> str:
    low = word.lower()
    if low in _PLURALS:
        return _PLURALS[low]
    if low.endswith(("men", "children", "mice", "wives")) and low not in _NO_MEN:
        return next(f"{low.removesuffix(end)}{_PLURALS[end]}" for end in _ENDS if low.endswith(end))
    if low in _UNCHANGED or "'" in low or "’" in low or not low.endswith("s") or len(low) < 4 or _NO_PLURAL.search(low):  # noqa: PLR2004
        return low
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004
        return f"{low[:-3]}y"
    if re.search(r"(?:sses|shes|ches|xes|zes|oes)$", low):
        return low[:-2]
    return low[:-1]


def is_plural(word: str) -> bool:
    low = word.lower()
    return low in _PLURALS or low in _UNCHANGED or singular(low) != low


def is_third_person(word: str) -> bool:
    """Whether it looks like a verb with -s: runs, flies, passes, is, has."""
    low = word.lower()
    return low in ("is", "has", "does", "was", "lives", "leaves") or (
        low.isalpha() and low.endswith("s") and not low.endswith(("ss", "us", "ous")) and low not in _PLURALS
    )


def base(verb: str) -> str:
    """Of a verb with -s: flies is fly, passes is pass, has is have, goes is go."""
    low = verb.lower()
    irregular = {"has": "have", "does": "do", "is": "be", "goes": "go", "dies": "die", "lies": "lie", "ties": "tie",
                 "lives": "live", "leaves": "leave"}  # fmt: skip
    return irregular.get(low) or singular(low)


def third_person(verb: str) -> str:
    """Of a bare verb: fly is flies, pass is passes, have is has."""
    if verb == "have":
        return "has"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(?:s|sh|ch|x|z|o)$", verb) else f"{verb}s"


def irregular_base(word: str) -> str:
    """Eat, of eaten and of ate; another word as it is."""
    return _PARTICIPLES.get(word) or _PAST.get(word, word)


def bases(words: Iterable[str]) -> set[str]:
    """What the words may be forms of."""
    low = [word.lower() for word in words]
    return {one for word in low for one in (word, singular(word), base(word), irregular_base(word), *past_stems(word))}


def past_stems(verb: str) -> tuple[str, ...]:
    """The verbs that a word in the past may be of; none where it does not look like one."""
    low = verb.lower()
    if low in _PAST:
        return (_PAST[low],)
    if re.search(r"[^aeiou]ied$", low):
        return (f"{low[:-3]}y",)
    return _before_vowel(low[:-2]) if low.endswith("ed") and len(low) > _SHORT else ()


def progressive_stems(word: str) -> tuple[str, ...]:
    """The verbs that a word in -ing may be of."""
    low = word.lower()
    return _before_vowel(low[:-3]) if low.endswith("ing") and len(low) > _SHORT + 1 and low not in _ING else ()


def _before_vowel(stem: str) -> tuple[str, ...]:
    """Rain, hope, hop: what stands before -ing or -ed as it is, without its e, with its last letter doubled."""
    found = [stem, f"{stem}e"]
    if re.search(r"([bdgklmnprt])\1$", stem):
        found.insert(0, stem[:-1])
    return tuple(found)


def with_article(noun: str) -> str:
    first = noun.lower()
    vowel = re.match(r"[aeio]|u(?!n[aeiou]|s[aeiou]|t[aeiou])|hour|honest|heir", first) and not re.match(
        r"eu|one", first
    )
    return f"{'an' if vowel else 'a'} {noun}"


def lemmas(words: Iterable[str]) -> tuple[str, ...]:
    """What is compared of a phrase: its words in the singular, without articles."""
    return tuple(singular(word) for word in words if word.lower() not in ("a", "an"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of somebody. `verb` is "be", "can" or a bare verb; `words` what stands behind it, as written."""

    verb: str
    words: tuple[str, ...]
    past: bool = False
    spelled: str = field(default="", compare=False)  # the verb as written, where it is past
    root: str = ""  # what is compared of a verb whose bare form is not known

    @property
    def key(self) -> str:
        words = " ".join(lemmas(self.words))
        past = "past " if self.past else ""
        if self.verb in ("be", "can"):
            return f"{past}{self.verb} {words}"
        return f"{past}do {self.root or self.verb} {words}".rstrip()

    def said(self, subject: str = "", *, positive: bool = True) -> str:
        """It, in the number of the subject."""
        words = " ".join(self.words)
        several = subject.lower() in ("i", "you", "we", "they")
        if self.verb == "be":
            verb = ("were" if several and subject.lower() != "i" else "was") if self.past else "is"
            verb = ("am" if subject.lower() == "i" else "are") if several and not self.past else verb
            return f"{verb} {'' if positive else 'not '}{words}"
        if self.verb == "can":
            return f"{'can' if positive else 'cannot'} {words}"
        if positive and self.spelled:
            return f"{self.spelled} {words}".strip()
        helping = "did" if self.past else "do" if several else "does"
        if positive:
            verb = self.verb if several else third_person(self.verb)
            return f"{verb} {words}".strip()
        return f"{helping} {'' if positive else 'not '}{self.verb} {words}".strip()
