"""Korean clauses of arguments: quantifiers, conditions, denials around open phrases, read from their endings.

Every word is accounted for: before its predicate a clause may hold any nouns and adverbs, and none of the words of
logic. What a clause can mean is a list; an empty one says that it is not read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.argued import korean_words as endings
from maths.logic.argued.korean_words import Ending, Form, stripped
from maths.logic.argued.language import All, And, Holds, If, Not, Or, Sentence, Some
from maths.logic.argued.reading import MAX_READINGS, MAX_WORDS, Book
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

Words: TypeAlias = tuple[str, ...]

_LOGICAL = frozenset(
    [
        "모든",
        "어떤",
        "모두",
        "다",
        "일부",
        "몇몇",
        "몇",
        "만약",
        "만일",
        "만약에",
        "만일에",
        "아무도",
        "아무",
        "누구나",
        "누구도",
        "누군가",
        "또는",
        "혹은",
        "그리고",
        "대부분",
        "거의",
        "항상",
        "언제나",
        "가끔",
        "때때로",
        "아마",
        "아마도",
        "안",
        "못",
        "않",
        "둘",
        "오직",
        "각각",
        "서로",
        "따라서",
        "그러므로",
        "왜냐하면",
        "때문이다",
        "것은",
        "것이",
        "것",
        "한",
        "때만",
        "때에만",
        "경우에만",
        "아니다",
        "아니면",
        "아니고",
        "절대",
        "결코",
        "하지만",
        "그러나",
        "그것은",
        "그것이",
        "이것은",
        *("누", "누가", "누구", "누구는", "누구를", "무엇", "무엇이", "무엇을", "뭐", "뭐가", "아무나", "아무것도"),
        *("모두가", "모두는", "모두를", "전부", "전부가", "전부는", "소수의", "다수의", "소수", "다수", "하나도"),
        *("두", "세", "네", "다섯", "여섯", "및", "별로", "좀처럼"),
    ]
)
# 많다, 흔하다, 멸종하다 are said of a kind, not of each of its kind; so are 종, 종류
_OF_KINDS = frozenset(
    {"많", "적", "흔하", "드물", "희귀하", "다양하", "귀하", "멸종하", "존재하", "종", "종류", "부류", "멸종위기종"}
)
_ADJECTIVES = frozenset(
    [
        "많",
        "좋",
        "작",
        "높",
        "낮",
        "깊",
        "넓",
        "젊",
        "늙",
        "밝",
        "검",
        "붉",
        "짧",
        "얇",
        "같",
        "옳",
        "맑",
        "굵",
        "적",
        "싫",
    ]
)
_EVERY = frozenset({"모든"})
_SOME = frozenset({"어떤", "일부", "몇몇"})
_NOT_ALL = ("것은", "아니다")


@dataclass(slots=True)
class _Entry:
    """A predicate of the argument: the words before its stem, the stems that fit all of its forms."""

    before: Words
    fits: set[tuple[str, bool, bool]]  # (stem, whether a noun's, whether past)
    key: str
    acts: bool = False
    spelled: str = ""  # as it ends a sentence, where it did


@dataclass(frozen=True, slots=True)
class _Said:
    """A predicate found at the end of a clause."""

    before: Words
    endings: tuple[Ending, ...]
    denied: bool
    form: Form
    spelled: str = ""


@dataclass(slots=True)
class Korean:
    """Reads clauses into a book."""

    book: Book
    person: str | None = None  # the one that “그는” can be
    _entries: list[_Entry] = field(default_factory=list)
    _topics: dict[str, str] = field(default_factory=dict)  # with the particle they were first mentioned with
    _last: str | None = None
    alone: set[str] = field(default_factory=set)  # of whom is said that only they are something
    single: set[str] = field(default_factory=set)  # of whom is said what is not said of all of a kind: 사람이 온다

    def read(self, words: Words, *, continued: bool = False) -> list[Sentence]:
        """The readings of a sentence, without repetition; a continued one may be about whom the last was about."""
        if len(words) > MAX_WORDS:
            return []
        found = list(dict.fromkeys(self._clause(words, self._last if continued else None)))[:MAX_READINGS]
        self._last = self._subject_of(words)
        return found

    def finish(self) -> None:
        """Say what each predicate means, now that all its forms are known."""
        for entry in self._entries:
            stem, noun, past = _likely(entry.fits)
            before = " ".join((*entry.before, ""))
            acts = entry.acts and not stem.endswith("있")
            forms = [endings.said(stem, noun=noun, past=past, acts=acts, positive=each) for each in (True, False)]
            if stem.endswith("있") and entry.before and entry.before[-1].endswith(("어", "아", "여", "고")):
                forms[1] = f"{stem}지 않{'았' if past else ''}다"  # 젖어 있지 않다
            self.book.phrases[entry.key] = (before + (entry.spelled or forms[0]), before + forms[1])
        for key in self.book.individuals:
            topic = self._topics[key]
            for entry in self._entries:
                phrase, denied = self.book.phrases[entry.key]
                self.book.joined[f"{key}|{entry.key}"] = (f"{topic} {phrase}", f"{topic} {denied}")

    # Clauses joined

    def _clause(self, words: Words, subject: str | None) -> list[Sentence]:
        if not words:
            return []
        if words[0] in ("만약", "만일", "만약에", "만일에"):
            return self._conditional(words[1:], subject)
        for read in (self._not_so, self._only_when, self._unless, self._conditional):
            if found := read(words, subject):
                return found
        return self._joined(words, subject) or self._simple(words, subject)

    def _not_so(self, words: Words, subject: str | None) -> list[Sentence]:
        """A이고 B인 것은 아니다; 모든 A가 B인 것은 아니다."""
        if words[-2:] not in (("것은", "아니다"), ("것은", "아닙니다")) or len(words) < 4:  # noqa: PLR2004
            return []
        inner = self._final(words[:-2])
        return [] if inner is None else [Not(each) for each in self._ended(words[:-3], inner, subject)]

    def _only_when(self, words: Words, subject: str | None) -> list[Sentence]:
        """A일 때만 B: if B, then A."""
        for place, word in enumerate(words):
            if word in ("때만", "때에만", "경우에만") and 0 < place < len(words) - 1:
                inner = self._final(words[:place])
                conditions = [] if inner is None else self._ended(words[: place - 1], inner, subject)
                return [If(b, a) for a in conditions for b in self._clause(words[place + 1 :], self._subject_of(words))]
        return []

    def _unless(self, words: Words, subject: str | None) -> list[Sentence]:
        """A하지 않는 한 B: if not A, then B."""
        for place, word in enumerate(words[:-1]):
            if word == "한" and place > 1:
                inner = self._final(words[:place])
                if inner is None or not inner.denied:
                    return []
                conditions = self._ended(words[: place - 1], inner, subject)
                return [If(a, b) for a in conditions for b in self._clause(words[place + 1 :], self._subject_of(words))]
        return []

    def _conditional(self, words: Words, subject: str | None) -> list[Sentence]:
        places = [p for p in range(len(words) - 1) if self._has(words[: p + 1], Form.IF)]
        if len(places) != 1:
            return []
        (place,) = places
        found = self._predicate(words[: place + 1], Form.IF)
        if found is None:
            return []
        conditions = self._joined(words[: place + 1], subject, Form.IF) or self._simple(
            words[: place + 1], subject, Form.IF
        )
        shared = self._subject_of(words[: place + 1]) or subject
        return [If(one, other) for one in conditions for other in self._clause(words[place + 1 :], shared)]

    def _joined(self, words: Words, subject: str | None, form: Form = Form.FINAL) -> list[Sentence]:
        """A거나 B; A이고 B; A 또는 B."""
        for joint, build in ((Form.OR, Or), (Form.AND, And)):
            places = [p for p in range(len(words) - 1) if self._has(words[: p + 1], joint)]
            if len(places) != 1:
                continue
            (place,) = places
            rest = words[place + 1 :]
            if rest[0].startswith(("있", "없", "싶")):
                continue  # 가지고 있다
            rest = rest[1:] if rest[0] in ("또는", "혹은", "그리고") else rest
            if joint is Form.OR and any(self._has(rest[: p + 1], Form.AND) for p in range(len(rest) - 1)):
                return []  # A거나 B고 C
            firsts = self._simple(words[: place + 1], subject, joint)
            shared = self._subject_of(words[: place + 1]) or subject
            others = self._joined(rest, shared, form) or self._simple(rest, shared, form)
            if _reaches_back(self._predicate(words[: place + 1], joint), self._predicate(rest, form)):
                return []
            return [build((one, other)) for one in firsts for other in others]
        for word, joined in (("또는", Or), ("혹은", Or), ("그리고", And)):
            if words.count(word) == 1 and 0 < words.index(word) < len(words) - 1:
                place = words.index(word)
                firsts = self._simple(words[:place], subject)
                others = self._simple(words[place + 1 :], self._subject_of(words[:place]) or subject, form)
                return [joined((one, other)) for one in firsts for other in others]
        return []

    # One clause

    def _simple(self, words: Words, subject: str | None, form: Form = Form.FINAL) -> list[Sentence]:
        found = self._predicate(words, form)
        return [] if found is None else self._said_of(found, subject)

    def _ended(self, words: Words, inner: _Said, subject: str | None) -> list[Sentence]:
        """A clause whose last word stands before a noun."""
        for joint, build in ((Form.AND, And), (Form.OR, Or)):
            for place in range(len(words)):
                first = self._predicate(words[: place + 1], joint)
                if first is None:
                    continue
                rest = _Said(inner.before[place + 1 :], inner.endings, inner.denied, inner.form)
                shared = self._subject_of(words[: place + 1]) or subject
                return [
                    build((one, other))
                    for one in self._said_of(first, subject)
                    for other in self._said_of(rest, shared)
                ]
        return self._said_of(inner, subject)

    def _said_of(self, found: _Said, subject: str | None) -> list[Sentence]:  # noqa: PLR0911 - a quantifier a line
        words = found.before
        if not words:
            return [] if subject is None else self._fact(found, (), subject)
        if words[0] == "오직":
            return self._only(words[1:], found)
        if words[0].endswith(("만", "만이")) and self._only(words, found):
            return self._only(words, found)
        if words[0] in ("누구나", "아무도", "누구도", "누군가", "누군가는"):
            return self._anybody(words, found)
        place, noun, mark = _topic(words)
        if noun is None:
            return [] if subject is None else self._fact(found, words, subject)
        phrase, rest = (*words[:place], noun), words[place + 1 :]
        if rest[:1] in (("모두",), ("다",)) and phrase[0] not in _EVERY | _SOME:
            return self._all(phrase, found, rest[1:])
        if phrase[0] in _EVERY and len(phrase) > 1 and mark in "은는이가":
            return self._all(phrase[1:], found, rest)
        if phrase[0] in _SOME and len(phrase) > 1:
            return self._some(phrase[1:], found, rest, mark)
        return self._about_one(found, phrase, rest, words[place]) if _is_open(phrase) and _is_one(phrase) else []

    def _about_one(self, found: _Said, phrase: Words, rest: Words, mentioned: str) -> list[Sentence]:
        individual = self._individual(phrase, mentioned)
        if mentioned[-1] in "이가" or _is_of_few(found, rest):
            self.single.add(individual)
        return self._fact(found, rest, individual)

    def _all(self, phrase: Words, found: _Said, rest: Words) -> list[Sentence]:
        """모든 A는 B이다; with a denial it has two readings and so none."""
        if found.denied:
            return []
        kind, said = self._noun(phrase), self._holds(found, rest, "x")
        return [All("x", If(kind, each)) for each in said if kind is not None]

    def _some(self, phrase: Words, found: _Said, rest: Words, mark: str) -> list[Sentence]:
        kind, said = self._noun(phrase), self._holds(found, rest, "x")
        if kind is None:
            return []
        if mark == "도":
            return [All("x", If(kind, each)) for each in said] if found.denied else []
        return [Some("x", And((kind, each))) for each in said]

    def _only(self, words: Words, found: _Said) -> list[Sentence]:
        """A만이 B이다: all B are A."""
        place = next((p for p, word in enumerate(words) if word.endswith(("만", "만이"))), None)
        if place is None or found.denied:
            return []
        noun = words[place].removesuffix("이").removesuffix("만")
        self.alone.add(" ".join((*words[:place], noun)))
        kind = self._noun((*words[:place], noun)) if noun else None
        said = self._holds(found, words[place + 1 :], "x")
        return [All("x", If(each, kind)) for each in said if kind is not None]

    def _anybody(self, words: Words, found: _Said) -> list[Sentence]:
        self.book.notes[Message("Only people are spoken of.")] = None
        said = self._holds(found, words[1:], "x")
        if words[0] == "누구나":
            return [] if found.denied else [All("x", each) for each in said]
        if words[0] in ("누군가", "누군가는"):
            return [Some("x", each) for each in said]
        return [All("x", each) for each in said] if found.denied else []

    def _fact(self, found: _Said, rest: Words, subject: str) -> list[Sentence]:
        return self._holds(found, rest, subject)

    def _holds(self, found: _Said, before: Words, of: str) -> list[Sentence]:
        if not _is_open(before):
            return []
        key = self._key(before, found.endings, found.spelled)
        if key is None:
            return []
        holds = Holds(key, of)
        return [Not(holds) if found.denied else holds]

    def _noun(self, phrase: Words) -> Sentence | None:
        if phrase[-1] in ("사람", "것", "자") and len(phrase) > 1:
            relative = self._final(phrase[:-1])
            said = [] if relative is None else self._holds(relative, relative.before, "x")
            return said[0] if len(said) == 1 else None
        if len(phrase) > 1 and phrase[-2].endswith("는") and (relative := self._final(phrase[:-1])) is not None:
            said, noun = self._holds(relative, relative.before, "x"), self._noun(phrase[-1:])
            return And((noun, said[0])) if len(said) == 1 and noun is not None else None
        if not _is_open(phrase):
            return None
        key = self._key(phrase[:-1], (Ending(phrase[-1], Form.FINAL, noun=True),))
        return None if key is None else Holds(key, "x")

    def _key(self, before: Words, forms: Sequence[Ending], spelled: str = "") -> str | None:
        fits = {(one.stem, one.noun, one.past) for one in forms}
        known = [entry for entry in self._entries if entry.before == before and entry.fits & fits]
        if len(known) > 1:
            return None
        if known:
            entry = known[0]
            entry.fits &= fits
        else:
            label = _likely(fits)
            past = "past " if label[2] else ""
            entry = _Entry(before, fits, " ".join((*before, f"{past}{'be ' if label[1] else 'do '}{label[0]}")))
            self._entries.append(entry)
        entry.acts |= any(one.acts for one in forms)
        entry.spelled = entry.spelled or spelled
        return entry.key

    def _individual(self, phrase: Words, mentioned: str) -> str:
        name = " ".join(phrase)
        if mentioned in _MYSELF:
            name = _MYSELF[mentioned]
        if name in ("그", "그녀") and self.person:
            name = self.person
        self.book.individuals.setdefault(name, name)
        self._topics.setdefault(name, " ".join((*phrase[:-1], mentioned)))
        return name

    def _subject_of(self, words: Words) -> str | None:
        """Who a clause is about, for a second clause that does not say it again."""
        if not words or words[0] in _EVERY | _SOME | {"오직", "누구나", "아무도"}:
            return None
        place, noun, _ = _topic(words)
        phrase = (*words[:place], noun or "")
        return self._individual(phrase, words[place]) if noun and _is_open(phrase) else None

    # Predicates

    def _has(self, words: Words, form: Form) -> bool:
        return self._predicate(words, form) is not None

    def _predicate(self, words: Words, form: Form) -> _Said | None:  # noqa: PLR0911 - an ending a line
        """The predicate that the words end with, in a form; its denial is taken off it."""
        last = words[-1]
        if len(words) > 1 and (denial := _DENIALS.get(last)) is not None and denial[0] is form:
            return self._denied(words, past=denial[1])
        if form is Form.FINAL and words[-1] in ("것이다", "것입니다") and len(words) > 1:
            return self._will(words[:-1])
        if form is Form.FINAL and words[-1] == "때문이다" and len(words) > 1:
            return self._predicate(words[:-1], Form.SINCE)
        if form is Form.AND and last.endswith(("다고", "라고", "냐고", "려고", "다며", "라며")):
            return None  # 온다고 말했다, 오려고 한다
        forms = tuple(one for one in endings.endings(last) if one.form is form)
        if form is Form.AND and last.endswith("지만"):
            forms = tuple(one for one in endings.endings(f"{last[:-2]}고") if one.form is form)
        if not forms or any(one.stem in ("않", "아니", "못하", "것") or one.stem.endswith("겠") for one in forms):
            return None
        before, denied = words[:-1], False
        if before and before[-1] == "안":
            if last.startswith(("되", "된", "돼", "됩")):
                return None  # 가지 않으면 안 된다
            before, denied = before[:-1], True
        if absent := [one for one in forms if one.stem.endswith("없")]:
            forms = tuple(Ending(f"{one.stem[:-1]}있", one.form, past=one.past) for one in absent)
            denied = not denied
        spelled = last if form is Form.FINAL and not denied and not last.endswith("니다") else ""
        return _Said(before, forms, denied, form, spelled)

    def _denied(self, words: Words, *, past: bool) -> _Said | None:
        """오지 않는다; 사람이 아니다."""
        last, before = words[-1], words[-2]
        if last.startswith("아"):
            noun = stripped(before, "이가") or (before[:-1] if before[-1] in "은는" else None)
            if noun is None:
                return None
            return _Said(words[:-2], (Ending(noun, Form.FINAL, noun=True, past=past),), denied=True, form=Form.FINAL)
        stem = before.removesuffix("는").removesuffix("도") if before.endswith(("지는", "지도")) else before
        if not stem.endswith("지") or len(stem) < 2 or stem[:-1] in ("않", "못하", "아니"):  # noqa: PLR2004
            return None
        forms = (Ending(stem[:-1], Form.AND, past=past, acts=last in ("않는다", "못한다")),)
        return _Said(words[:-2], forms, denied=True, form=Form.FINAL)

    def _will(self, words: Words) -> _Said | None:
        """올 것이다, said of what is to come, is 온다; 온 것이다 is not read."""
        last = words[-1]
        if last in ("않을", "아닐") and len(words) > 1:
            return self._denied((*words[:-1], "않는다" if last == "않을" else "아니다"), past=False)
        if endings.final(last[-1]) != endings.RIEUL and not last.endswith("을"):
            return None
        return self._final(words)

    def _final(self, words: Words) -> _Said | None:
        """The predicate of a clause that stands before a noun."""
        last = words[-1]
        if last.endswith("을") and endings.final(last[-2:-1] or "을") == endings.PAST and last[-2] not in "있겠":
            return None  # 젖었을 것이다
        if len(words) > 1 and last in ("않는", "않은", "않을", "아닌", "아닐"):
            return self._denied((*words[:-1], "않는다" if last.startswith("않") else "아니다"), past=False)
        forms = tuple(endings.before_noun(last))
        if absent := [one for one in forms if one.stem.endswith("없")]:
            forms = tuple(Ending(f"{one.stem[:-1]}있", one.form) for one in absent)
            return _Said(words[:-1], forms, denied=True, form=Form.BEFORE_NOUN)
        return _Said(words[:-1], forms, denied=False, form=Form.BEFORE_NOUN) if forms else None


_DENIALS = {
    "않는다": (Form.FINAL, False), "않다": (Form.FINAL, False), "않습니다": (Form.FINAL, False),
    "않았다": (Form.FINAL, True), "않았습니다": (Form.FINAL, True), "못한다": (Form.FINAL, False),
    "못합니다": (Form.FINAL, False), "아니다": (Form.FINAL, False), "아닙니다": (Form.FINAL, False),
    "아니었다": (Form.FINAL, True), "않으면": (Form.IF, False), "않는다면": (Form.IF, False),
    "않다면": (Form.IF, False), "않았다면": (Form.IF, True), "않았으면": (Form.IF, True), "못하면": (Form.IF, False),
    "아니면": (Form.IF, False), "아니라면": (Form.IF, False), "않거나": (Form.OR, False), "아니거나": (Form.OR, False),
    "않고": (Form.AND, False), "아니고": (Form.AND, False), "않지만": (Form.AND, False), "아니지만": (Form.AND, False),
    "않으므로": (Form.SINCE, False), "아니므로": (Form.SINCE, False), "않기": (Form.SINCE, False),
    "아니기": (Form.SINCE, False),
}  # fmt: skip


def _topic(words: Words) -> tuple[int, str | None, str]:
    """Where the subject ends, its last noun without particle, and the particle."""
    for particles in ("은는", "도", "이가"):
        for place, word in enumerate(words):
            if particles == "도":
                if word.endswith("도") and len(word) > 1 and words[0] in _SOME:
                    return place, word[:-1], "도"
                continue
            noun = stripped(word, particles)
            if word.endswith("는") and place + 1 < len(words) and stripped(words[place + 1], "은는") is not None:
                continue  # 공부하는 학생은
            if noun is not None and noun not in _ADJECTIVES:
                return place, noun, word[-1]
    return 0, None, ""


def _is_open(words: Sequence[str]) -> bool:
    """Whether a phrase holds no word of logic, no number, no sign."""
    return all(
        word.isalpha()
        and word not in _LOGICAL
        and not word.endswith(("마다", "밖에", "지도", "야", "수도", "에만", "로만", "만을"))
        and not word.startswith(_VAGUE)
        and (word in _NOUNS or not word.endswith(_GOES_ON))
        for word in words
    )


def _reaches_back(first: _Said | None, last: _Said | None) -> bool:
    """Whether a denial may be of both: 노래하고 춤추지 않는다."""
    if first is None or last is None or first.denied or not last.denied:
        return False
    return _topic(last.before)[1] is None and not any(one.noun for one in last.endings)


def _is_one(phrase: Words) -> bool:
    """Whether a subject is one: not 철수와 영희, not 학생들."""
    several = any(word.endswith(("와", "과", "하고", "랑", "나")) and len(word) > 1 for word in phrase[:-1])
    return not several and (not phrase[-1].endswith("들") or phrase[-1] == "아들")


def _is_of_few(found: _Said, before: Words) -> bool:
    """Whether it is said of a kind as such, of once, or of a place: 흔하다, 왔다, 마당에 있다."""
    somewhere = (not before or before[-1].endswith("에")) and any(one.stem == "있" for one in found.endings)
    return somewhere or any(one.past or one.stem in _OF_KINDS for one in found.endings)


_MYSELF = {"내가": "나", "네가": "너", "제가": "저"}
_VAGUE = ("대부분", "거의", "많은", "여러", "두세", "않", "아닌", "아닐", "못하", "못할", "없")
# how a clause goes on: what stands behind it is another one
_GOES_ON = ("면", "거나", "더라도", "니까", "는데", "은데", "지만", "든지", "자마자", "면서", "므로", "니", "아서",
            "어서", "여서", "와서", "워서", "해서", "려서", "아도", "어도", "여도", "와도", "해도",
            "다고", "라고", "냐고", "보다")  # fmt: skip
_NOUNS = frozenset(
    {
        "라면",
        "냉면",
        "측면",
        "화면",
        "장면",
        "가면",
        "국면",
        "수면",
        "표면",
        "평면",
        "언니",
        "어머니",
        "할머니",
        "주머니",
    }
)


def _likely(fits: set[tuple[str, bool, bool]]) -> tuple[str, bool, bool]:
    """The stem to show of those that fit: a noun’s only where nothing else is left, or it does not end like a verb."""
    return min(fits, key=lambda each: (each[1] and not each[0].endswith("사"), len(each[0]), each))
