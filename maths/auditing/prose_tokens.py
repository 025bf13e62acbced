"""Prose as tokens: numbers, signs of arithmetic, signs of equality, words."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from maths.auditing.words import wordset


class Kind(Enum):
    NUMBER = auto()
    OPERATOR = auto()  # text is one of + - * / ^
    OPEN = auto()
    CLOSE = auto()
    MONEY = auto()
    AFTER = auto()  # % ! °: belongs to the number before it
    EQUAL = auto()  # text is = or ~
    RELATION = auto()  # any other relation or arrow: a boundary that joins nothing
    WORD = auto()
    VARIABLE = auto()  # a single letter: what it is worth is not known
    STOP = auto()  # punctuation, a line's end


class Token(NamedTuple):
    kind: Kind
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
    (?P<number>
      (?<=[$€£₩])\d{1,3}(?:\ \d{3})+(?![\d.])
      |\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|(?<![\d.])\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<relation>=>|->|→|⇒|:=|!=|≠|≡|<=|>=|[<>≤≥])
  | (?P<equal>={1,2}|≈|≒|≃)
  | (?P<operator>\*\*|[+\-−–*×·∙⋅÷/^✕✖])
  | (?P<open>[(\[])
  | (?P<close>[)\]])
  | (?P<money>[$€£₩])
  | (?P<after>[%％!°²³](?!\w))
  | (?P<word>[A-Za-z]+(?:['’][A-Za-z]+)?|[\uac00-\ud7a3]+)
  | (?P<stop>\n|\.{2,}|[^\s])
    """,
    re.VERBOSE,
)
_KINDS = {
    "number": Kind.NUMBER, "relation": Kind.RELATION, "equal": Kind.EQUAL, "operator": Kind.OPERATOR,
    "open": Kind.OPEN, "close": Kind.CLOSE, "money": Kind.MONEY, "after": Kind.AFTER, "word": Kind.WORD,
    "stop": Kind.STOP,
}  # fmt: skip
_OPERATORS = {"−": "-", "–": "-", "×": "*", "·": "*", "∙": "*", "⋅": "*", "÷": "/", "✕": "*", "✖": "*", "**": "^"}
_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_SAID = {
    "plus": "+", "minus": "-", "times": "*", "multiplied": "*", "divided": "/", "더하기": "+", "빼기": "-",
    "곱하기": "*", "나누기": "/",
}  # fmt: skip
_SHORT_UNITS = wordset(
    "cm mm km kg mg ml oz lb ft in hr hrs min yd mi sq of a an to he it is or on at by so as no we if up am pm be do go"
    " me my us her his she the all"
)
_FUNCTIONS = wordset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp sqrt cbrt root lim gcd lcm gcf hcf mod"
    " max min floor ceil round abs choose ncr npr pi det"
)
_TIMES = frozenset({"x", "X"})
_X_IS_A_NAME = re.compile(
    r"\b[Ll]et\s+[xX]\b|(?<![\w$])[xX]\s*(?:=|\+|-|/|>|<)|[=+\-*/]\s*[xX]\b(?!\s*[\d$(.])|\d[xX]\b(?!\s*[\d$(.])"
)
_ADJACENT = frozenset({Kind.NUMBER, Kind.CLOSE, Kind.AFTER, Kind.WORD})
_OPENS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.OPEN})


def tokens(text: str) -> list[Token]:
    found = [_token(match) for match in _TOKEN.finditer(text)]
    named = _X_IS_A_NAME.search(text) is not None
    told = [_in_context(found, place, x_is_a_name=named) for place in range(len(found))]
    return [one for one, before in zip(told, [None, *told], strict=False) if not (one.text == "by" and _said(before))]


def _said(token: Token | None) -> bool:
    """Whether it was `divided` or `multiplied`."""
    return token is not None and token.kind is Kind.OPERATOR and token.end - token.start > len("plus")


def _part(found: list[Token], place: int) -> bool:
    """Whether `3/4` or `20%` stands before `of`."""
    before = found[place - 1]
    if before.text in {"%", "percent"} or (before.kind is Kind.NUMBER and "/" in before.text):
        return True
    quotient = [token.kind for token in found[max(0, place - 3) : place]]
    return quotient == [Kind.NUMBER, Kind.OPERATOR, Kind.NUMBER] and found[place - 2].text == "/"


def _token(match: re.Match[str]) -> Token:
    kind, text = _KINDS[match.lastgroup or "stop"], match.group()
    match kind:
        case Kind.NUMBER if len(text) > 1 and text[0] == "0" and text[1].isdigit():
            kind = Kind.VARIABLE  # 0930: a time, a code
        case Kind.NUMBER:
            text = _VULGAR.get(text, text.replace(",", "").replace(" ", ""))
        case Kind.OPERATOR:
            text = _OPERATORS.get(text, text)
        case Kind.EQUAL:
            text = "=" if text[0] == "=" else "~"
        case Kind.AFTER:
            text = {"％": "%", "²": "^2", "³": "^3"}.get(text, text)
        case Kind.OPEN | Kind.CLOSE:
            text = "(" if kind is Kind.OPEN else ")"
    return Token(kind, text, match.start(), match.end())


def _in_context(found: list[Token], place: int, *, x_is_a_name: bool) -> Token:
    """A word that is a sign between two numbers, or a letter that is a variable."""
    token = found[place]
    if token.kind is not Kind.WORD:
        return token
    sign = _sign(found, place, x_is_a_name=x_is_a_name)
    if sign is not None:
        return sign
    before = found[place - 1] if place else None
    attached = before is not None and before.end == token.start and before.kind is Kind.NUMBER
    word = token.text.lower()
    letter = len(word) == 1 and (attached or word not in "ai" or word == "x")
    product = attached and len(word) == len("xy") and word not in _SHORT_UNITS
    if word in _FUNCTIONS or (token.text.isascii() and (letter or product)):
        return token._replace(kind=Kind.VARIABLE)
    return token


def _sign(found: list[Token], place: int, *, x_is_a_name: bool) -> Token | None:
    """The sign that a word stands for here: x, plus, divided by, of, equals, percent."""
    token = found[place]
    if token.text == "equals":
        return token._replace(kind=Kind.EQUAL, text="=")
    if not 0 < place < len(found) - 1:
        return None
    before, after = found[place - 1], found[place + 1]
    if token.text in {"percent", "퍼센트"} and before.kind is Kind.NUMBER:
        return token._replace(kind=Kind.AFTER, text="%")
    said = _SAID.get(token.text.lower())
    if (token.text in _TIMES and not x_is_a_name) or (token.text == "of" and _part(found, place)):
        said = "*"
    if after.text == "by" and place + 2 < len(found) and token.text in {"divided", "multiplied"}:
        after = found[place + 2]
    if said is None or before.kind not in _ADJACENT or after.kind not in _OPENS:
        return None
    return token._replace(kind=Kind.OPERATOR, text=said)
