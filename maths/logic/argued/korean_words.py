"""Endings of Korean predicates: what stem a form may have, whether it is denied, past, and how it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_FIRST, _LAST = ord("가"), ord("힣")
_N, RIEUL, _B, PAST = 4, 8, 17, 20  # of the final consonants
_SHORT = 2  # syllables of a word with an ending
_OPENED = {"ㅘ": "ㅗ", "ㅝ": "ㅜ", "ㅕ": "ㅣ", "ㅙ": "ㅚ"}
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"


class Form(StrEnum):
    """How a predicate goes on."""

    FINAL = "final"
    IF = "if"
    OR = "or"
    AND = "and"
    SINCE = "since"
    BEFORE_NOUN = "before noun"


@dataclass(frozen=True, slots=True)
class Ending:
    """A word as a predicate: a stem that is a noun's (it is one) or a verb's or adjective's."""

    stem: str
    form: Form
    noun: bool = False
    past: bool = False
    acts: bool = False  # only a verb has this form


def final(syllable: str) -> int:
    """The number of the final consonant, 0 for none and for what is no syllable."""
    return (ord(syllable) - _FIRST) % 28 if _FIRST <= ord(syllable) <= _LAST else 0


def with_final(syllable: str, number: int) -> str:
    return chr(ord(syllable) - final(syllable) + number)


def endings(word: str) -> list[Ending]:
    """What a word may be as a predicate."""
    found: list[Ending] = []
    for form, tails in _TAILS.items():
        for tail in tails:
            if word.endswith(tail) and len(word) > len(tail):
                found += _of_stem(word[: -len(tail)], form)
    found += _final(word)
    for tail in ("다면", "라면"):
        if word.endswith(tail):
            plain = _final(f"{word[:-2]}다") if tail == "다면" else []
            found += [Ending(one.stem, Form.IF, one.noun, one.past, one.acts) for one in plain]
            if tail == "라면":
                found += [Ending(word[: -len(end)], Form.IF, noun=True) for end in ("이라면", "라면")
                          if word.endswith(end) and len(word) > len(end)][:1]  # fmt: skip
    return list(dict.fromkeys(found))


_TAILS = {
    Form.IF: ("으면", "면"),
    Form.OR: ("거나",),
    Form.AND: ("고", "으며", "며", "지만"),
    Form.SINCE: ("으므로", "므로", "기"),
}


def _of_stem(stem: str, form: Form) -> list[Ending]:
    if stem.endswith("이") and len(stem) > 1 and final(stem[-2]):
        return [Ending(stem[:-1], form, noun=True)]
    if past := _past(stem):
        return [Ending(one, form, is_noun, past=True) for one, is_noun in past]
    found = [Ending(one, form) for one in _irregular(stem)]
    if final(stem[-1]) == 0:
        found.append(Ending(stem.removesuffix("이") if len(stem) > 1 else stem, form, noun=True))
    return found


def _irregular(stem: str) -> list[str]:
    """A stem as it stands before a vowel, and as the dictionary has it: 추우 is 춥."""
    found = [stem]
    if len(stem) > 1 and stem[-1] == "우" and final(stem[-2]) == 0:
        found.append(stem[:-2] + with_final(stem[-2], _B))
    return found


def _final(word: str) -> list[Ending]:  # noqa: PLR0911 - an ending a line
    if word.endswith("니다") and len(word) > _SHORT:
        if word.endswith("습니다") and len(word) > _SHORT + 1:
            return _declared(word[:-3])
        if final(word[-3]) == _B:
            opened = word[:-3] + with_final(word[-3], 0)
            return _declared(opened)
        return []
    if not word.endswith("다") or len(word) < _SHORT:
        return []
    stem = word[:-1]
    if stem.endswith("는") and len(stem) > 1:
        return [Ending(stem[:-1], Form.FINAL, acts=True)]
    if final(stem[-1]) == _N:
        opened = stem[:-1] + with_final(stem[-1], 0)
        lateral = stem[:-1] + with_final(stem[-1], RIEUL)
        return [Ending(opened, Form.FINAL, acts=True), Ending(lateral, Form.FINAL, acts=True)]
    return _declared(stem)


def _declared(stem: str) -> list[Ending]:
    """Of 이다, 크다, 왔다 and the like without their 다."""
    if stem == "이":
        return []
    if past := _past(stem):
        return [Ending(one, Form.FINAL, is_noun, past=True) for one, is_noun in past]
    if stem.endswith("이") and len(stem) > 1:
        noun = stem[:-1]
        return [Ending(noun, Form.FINAL, noun=True)]
    found = [Ending(stem, Form.FINAL)]
    if final(stem[-1]) == 0:
        found.append(Ending(stem, Form.FINAL, noun=True))
    return found


def _past(stem: str) -> list[tuple[str, bool]]:
    """What a stem with 았 or 었 in it is without, and whether it is a noun with 이었 or 였."""
    if final(stem[-1]) != PAST or stem[-1] in "있겠":
        return []
    before, last = stem[:-1], stem[-1]
    if last in "았었" and before:
        return [(before[:-1], True)] if before.endswith("이") and len(before) > 1 else [(before, False)]
    if last == "였" and before:
        return [(before, True), (before + "이", False)]
    if last == "했":
        return [(before + "하", False)]
    bare = with_final(last, 0)
    vowel = _VOWELS[(ord(bare) - _FIRST) // 28 % 21]
    opened = [bare]
    if vowel in _OPENED:
        opened = [_with_vowel(bare, _OPENED[vowel])]
    elif vowel in {"ㅓ", "ㅏ"}:
        opened = [bare, _with_vowel(bare, "ㅡ")]
    return [(before + one, False) for one in opened]


def _with_vowel(syllable: str, vowel: str) -> str:
    place = ord(syllable) - _FIRST
    return chr(_FIRST + place // 588 * 588 + _VOWELS.index(vowel) * 28 + place % 28)


def before_noun(word: str) -> list[Ending]:
    """What a word may be before a noun: 날으는, 큰, 의사인, 죽은."""
    found: list[Ending] = []
    if word.endswith("는") and len(word) > 1:
        found.append(Ending(word[:-1], Form.BEFORE_NOUN, acts=True))
        if final(word[-2]) == 0:  # 나는 is of 날다 too
            found.append(Ending(word[:-2] + with_final(word[-2], RIEUL), Form.BEFORE_NOUN, acts=True))
    if word.endswith("을") and len(word) > 1 and final(word[-2]):
        found.append(Ending(word[:-1], Form.BEFORE_NOUN))
    if word.endswith("인") and len(word) > 1:
        found.append(Ending(word[:-1], Form.BEFORE_NOUN, noun=True))
    if word.endswith("은") and len(word) > 1 and final(word[-2]):
        found.append(Ending(word[:-1], Form.BEFORE_NOUN))
    elif final(word[-1]) == _N and not found:
        opened = word[:-1] + with_final(word[-1], 0)
        found += [Ending(one, Form.BEFORE_NOUN) for one in _irregular(opened)]
    elif final(word[-1]) == RIEUL and word.endswith("일") and len(word) > 1:
        found.append(Ending(word[:-1], Form.BEFORE_NOUN, noun=True))
    elif final(word[-1]) == RIEUL:
        found += [Ending(word[:-1] + with_final(word[-1], 0), Form.BEFORE_NOUN), Ending(word, Form.BEFORE_NOUN)]
    return found


def stripped(word: str, particles: str) -> str | None:
    """A noun without its particle, one of 은는이가; None where it has none of them."""
    if len(word) < _SHORT or word[-1] not in particles:
        return None
    closed = final(word[-2]) != 0 or not _FIRST <= ord(word[-2]) <= _LAST
    opened = final(word[-2]) == 0
    return word[:-1] if (word[-1] in "은이" and closed) or (word[-1] in "는가" and opened) else None


def particle(noun: str, closed: str, opened: str) -> str:
    return f"{noun}{closed if final(noun[-1]) else opened}"


def said(stem: str, *, noun: bool, past: bool, acts: bool, positive: bool) -> str:  # noqa: PLR0911
    """The predicate as one says it of somebody."""
    if noun:
        word = particle(stem, "이", "가")
        if past:
            return particle(stem, "이었다", "였다") if positive else f"{word} 아니었다"
        return particle(stem, "이다", "이다") if positive else f"{word} 아니다"
    if not positive:
        if stem.endswith("있"):
            return f"{stem[:-1]}없{'었' if past else ''}다"
        return f"{stem}지 {'않았다' if past else '않는다' if acts else '않다'}"
    if past:
        return f"{stem}{'았' if stem[-1] in '오가' else '었'}다"
    if not acts:
        return f"{stem}다"
    if final(stem[-1]) == 0:
        return f"{stem[:-1]}{with_final(stem[-1], _N)}다"
    if final(stem[-1]) == RIEUL:
        return f"{stem[:-1]}{with_final(stem[-1], _N)}다"
    return f"{stem}는다"
