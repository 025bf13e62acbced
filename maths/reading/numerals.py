"""Numbers in words, Korean and English, as digits: `4분의 3`, `1만 5천`, `십이`, `열두 개`, `twenty-one`."""

from __future__ import annotations

import re

_DIGITS = dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"공": 0, "륙": 6}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_ONES = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7,
         "여덟": 8, "아홉": 9}  # fmt: skip
_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {
    **{word: value for value, word in enumerate(_BELOW_TWENTY)},
    **{word: 10 * value for value, word in enumerate(_ENGLISH_TENS, 2)},
}

_FRACTION = re.compile(r"(?<![\w.])(-?)(?:(\d+)\s*(?:와|과)\s*)?(\d+)\s*분의\s*(\d+)(?![\d.])")
_WRITTEN = r"[일이삼사오육칠팔구십백천만억조]"
_FRACTION_WORDS = re.compile(rf"(?<![가-힣\d])({_WRITTEN}+)\s*분의\s*({_WRITTEN}+)(?![가-힣\d])")
_SCALED = re.compile(
    r"(?<![\w.])\d[\d,]*(?:\.\d+)?\s?(?:천|백|십)?\s?[만억조](?:\s?\d[\d,]*\s?[천백십]?\s?[만억]?)*(?![\d.]|분의)"
    r"|(?<![\w.])\d\s?[천백](?:\s?\d[천백십]?)*(?![\d.]|분의)"
)
_PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?)?\s*([천백십])?\s*([만억조])?")
_NATIVE = re.compile(rf"({'|'.join(_TENS)})?({'|'.join(_ONES)})?")
_ENGLISH_NUMBER = re.compile(
    rf"(?:({'|'.join(_ENGLISH_TENS)})(?:[- ]({'|'.join(_BELOW_TWENTY[1:10])}))?|({'|'.join(_BELOW_TWENTY)}))"
    r"(?:[ -](hundred|thousand|million))?"
)
_MULTIPLES = {None: 1, "hundred": 100, "thousand": 1000, "million": 10**6}


def with_digits(text: str) -> str:
    """The text with Korean fractions and scaled numbers, which no formula contains, written in digits."""
    if text.isascii() or not any("가" <= c <= "힣" for c in text):
        return text
    text = _FRACTION_WORDS.sub(_written_fraction, text)
    text = _FRACTION.sub(lambda m: f"{m[1]}{m[2] + ' ' if m[2] else ''}{m[4]}/{m[3]}", text)
    return _SCALED.sub(_scaled, text)


def spelled(word: str) -> int | None:
    """The number a whole word or phrase spells; None where it spells none."""
    word = word.strip()
    if not word or len(word) > 60:  # noqa: PLR2004 - longer than any number in words
        return None
    if word.isascii():
        return _english(word)
    bare = word.replace(" ", "")
    sino = _sino(bare)
    return _native(bare) if sino is None else sino


def _written_fraction(match: re.Match[str]) -> str:
    below, above = _sino(match[1]), _sino(match[2])
    return match[0] if below is None or above is None else f"{above}/{below}"


def _scaled(match: re.Match[str]) -> str:
    whole = part = 0
    text = match[0]
    if "." in text:
        only = _PIECE.fullmatch(text)
        if only is None or only[1] is None:
            return text
        mantissa, _, decimals = only[1].replace(",", "").partition(".")
        scale = _SMALL.get(only[2], 1) * _LARGE.get(only[3], 1)
        value, rest = divmod(int(mantissa + decimals) * scale, 10 ** len(decimals))
        return text if rest else str(value)
    last = 10**16
    for piece in _PIECE.finditer(text):
        if not piece[0].strip():
            continue
        part += int((piece[1] or "1").replace(",", "")) * _SMALL.get(piece[2], 1)
        if piece[3]:
            if _LARGE[piece[3]] >= last:
                return text
            last = _LARGE[piece[3]]
            whole += part * last
            part = 0
    return str(whole + part) + (" " if text.endswith(" ") else "")


def _sino(word: str) -> int | None:
    if not word or any(c not in _DIGITS and c not in _SMALL and c not in _LARGE for c in word):
        return None
    if len(word) > 1 and all(c in _DIGITS for c in word):
        return None
    total = part = digit = 0
    for c in word:
        if c in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[c]
        elif c in _SMALL:
            part += (digit or 1) * _SMALL[c]
            digit = 0
        else:
            total += (part + digit or 1) * _LARGE[c]
            part = digit = 0
    return total + part + digit


def _native(word: str) -> int | None:
    found = _NATIVE.fullmatch(word)
    return None if found is None or not word else _TENS.get(found[1], 0) + _ONES.get(found[2], 0)


def _english(word: str) -> int | None:
    found = _ENGLISH_NUMBER.fullmatch(word.lower())
    if found is None:
        return None
    tens, ones, small, multiple = found.groups()
    return (_ENGLISH[small] if small else _ENGLISH[tens] + (_ENGLISH[ones] if ones else 0)) * _MULTIPLES[multiple]
