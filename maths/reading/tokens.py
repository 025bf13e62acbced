r"""Text to tokens: ASCII, Unicode and LaTeX in one stream, with places in the original text.

    NUMBER       12   1,234.5   .5   1e-3   1 000   14{,}916   1/2 (of ½)
    WORD         a run of Latin letters, or one Greek letter
    HANGUL       a run of Hangul
    COMMAND      frac, begin, \ : a LaTeX command without its backslash
    SYMBOL       + - * / ^ = != < <= > >= ~ -> and every other character, in one spelling each
    OPEN CLOSE   ( [ { and \{ ; ) ] } and \}
    SUPERSCRIPT  2, n+1 (of x², xⁿ⁺¹)      SUBSCRIPT  1 (of x₁)
    END

Full-width and other compatibility forms become their plain ones; an invisible character inside a
word or a number, and every character that changes the direction of the text, is refused.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import NamedTuple

from maths.bounds import UnreadableError
from maths.message import Message


class Kind(StrEnum):
    NUMBER = "number"
    WORD = "word"
    HANGUL = "hangul"
    COMMAND = "command"
    SYMBOL = "symbol"
    OPEN = "open"
    CLOSE = "close"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    END = "end"


class Token(NamedTuple):
    """`text` is normalised; `start` and `end` are places in the original text."""

    kind: Kind
    text: str
    start: int
    end: int


_SPELLINGS = {
    "−": "-", "–": "-", "—": "-", "‒": "-", "‐": "-", "‑": "-", "﹣": "-", "－": "-",
    "×": "*", "⋅": "*", "·": "*", "∙": "*", "•": "*", "∗": "*", "✕": "*", "✖": "*", "ㆍ": "*",
    "÷": "/", "∕": "/", "⁄": "/", "➗": "/", "➕": "+", "➖": "-",
    "≤": "<=", "⩽": "<=", "≦": "<=", "≥": ">=", "⩾": ">=", "≧": ">=", "≠": "!=", "≈": "~", "≒": "~", "≃": "~",
    "→": "->", "⟶": "->", "⇒": "=>", "⟹": "=>", "⇔": "<=>", "⟺": "<=>",
    "∣": "|", "′": "'", "’": "'", "‘": "'", "″": "''", "º": "°", "˚": "°",
    "∧": "&&", "∨": "||", "∆": "Δ", "ℯ": "e", "ⅇ": "e", "ⅈ": "i", "ϵ": "ε", "ϕ": "φ", "ϑ": "θ",
    "、": ",", "。": ".", "“": '"', "”": '"', "\N{INVISIBLE TIMES}": " ", "\N{FUNCTION APPLICATION}": " ",
}  # fmt: skip
_KEPT = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒°∞∅√∛∜∫∬∑∏∂∈∉∪∩∖±∓≡ℝℤℕℚℂ⌊⌋⌈⌉∀∃∘∠△⊥∥…⋯⟨⟩")
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵏᵐˣʸᵃᵇᵗʳᵖ", "0123456789+-()nikmxyabtrp", strict=True))
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙₖₘᵢⱼₐₓ", "0123456789+-()nkmijax", strict=True))
_VULGAR = {c: unicodedata.normalize("NFKC", c).replace("⁄", "/") for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_SYMBOLS = {"**": "^", "==": "=", "<>": "!=", "≔": ":=", "≐": "~"}
_COMPATIBLE_CATEGORIES = frozenset({"Lu", "Ll", "Lo", "Nd", "Sm", "Po", "Ps", "Pe", "Zs", "Pd", "Pc", "Sc", "Lm", "So"})

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|~(?=\\)|\\[,;:!>\ ]
      |\\(?:quad|qquad|thinspace|enspace|displaystyle|textstyle|limits|nolimits)(?![A-Za-z]))
  | (?P<number>
      (?:[0-9]{1,3}(?:(?:,|\{,\}|,\\!\ ?|\\,)[0-9]{3})+(?![0-9]|,[0-9])
       |[1-9][0-9]{0,2}(?:\ [0-9]{3})+(?![0-9]|\ *[/\\]|,[0-9]|\.[0-9]*\ [0-9])
       |[0-9]+)
      (?:\.[0-9]+)?(?:[eE][+-]?[0-9]+(?![0-9A-Za-z.]))?
      |\.[0-9]+(?:[eE][+-]?[0-9]+(?![0-9A-Za-z.]))?)
  | (?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])
  | (?P<command>\\(?:operatorname\*|[A-Za-z]+|.))
  | (?P<word>[A-Za-z]+|[\u0370-\u03ff])
  | (?P<hangul>[\uac00-\ud7a3\u3131-\u318e]+)
  | (?P<open>[(\[{])
  | (?P<close>[)\]}])
  | (?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵏᵐˣʸᵃᵇᵗʳᵖ]+)
  | (?P<subscript>[₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙₖₘᵢⱼₐₓ]+)
  | (?P<symbol>\*\*|(?<=\S)!(?==\s)|<=>|<=|>=|=>|==|!=|<>|->|:=|&&|\.\.\.?|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_DIVISION_SIGN = re.compile(r"[÷➗]|\\div")
_KINDS = {kind.value: kind for kind in Kind}


def tokenize(text: str) -> tuple[Token, ...]:
    """Split the text, END last. Raises UnreadableError for hidden characters only."""
    source, places = _normalise(text)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(source):
        group = match.lastgroup or "symbol"
        if group == "space":
            continue
        start, end = places[match.start()], places[match.end() - 1] + 1
        tokens.append(_token(group, match.group(), start, end))
    tokens.append(Token(Kind.END, "", len(text), len(text)))
    return tuple(_with_typed_fractions(tokens, text) if _DIVISION_SIGN.search(text) else tokens)


def _with_typed_fractions(tokens: list[Token], text: str) -> list[Token]:
    """`3/5 ÷ 9/10` divides two fractions: beside a division sign, a whole number over a whole number is one number."""
    merged: list[Token] = []
    index = 0
    while index < len(tokens):
        if _is_typed_fraction(tokens, index, text):
            above, below = tokens[index], tokens[index + 2]
            merged.append(Token(Kind.NUMBER, f"{above.text}/{below.text}", above.start, below.end))
            index += 3
        else:
            merged.append(tokens[index])
            index += 1
    return merged


def _is_typed_fraction(tokens: list[Token], index: int, text: str) -> bool:
    if index + 3 >= len(tokens) or not text[tokens[index].start : tokens[index + 2].end].isascii():
        return False
    above, slash, below, after = tokens[index : index + 4]
    tight = above.end == slash.start and slash.end == below.start
    if not (tight and slash.text == "/" and _is_whole(above) and _is_whole(below) and int(below.text)):
        return False
    before = tokens[index - 1] if index else None
    if before is not None and before.kind is Kind.SYMBOL and before.text in ("^", "_"):
        return False
    ends = after.kind is Kind.END or after.text in (*"+-*)=,;.", "div") or _divides(after, text)
    return ends and (_divides(after, text) or (before is not None and _divides(before, text)))


def _is_whole(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.text.isdigit()


def _divides(token: Token, text: str) -> bool:
    return _DIVISION_SIGN.fullmatch(text, token.start, token.end) is not None


def _token(group: str, text: str, start: int, end: int) -> Token:  # noqa: PLR0911 - a case a kind
    match group:
        case "vulgar":
            return Token(Kind.NUMBER, _VULGAR[text], start, end)
        case "command":
            name = text[1:]
            if name in "{}":
                return Token(Kind.OPEN if name == "{" else Kind.CLOSE, text, start, end)
            return Token(Kind.COMMAND, name, start, end)
        case "superscript":
            return Token(Kind.SUPERSCRIPT, "".join(_SUPERSCRIPTS[c] for c in text), start, end)
        case "subscript":
            return Token(Kind.SUBSCRIPT, "".join(_SUBSCRIPTS[c] for c in text), start, end)
        case "symbol":
            return Token(Kind.SYMBOL, _SYMBOLS.get(text, text), start, end)
        case _:
            return Token(_KINDS[group], text, start, end)


def _normalise(text: str) -> tuple[str, list[int] | range]:
    if text.isascii() and text.isprintable():
        return text, range(len(text))
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = character if character.isascii() and character.isprintable() else _plain(text, place)
        characters.append(plain)
        places.extend([place] * len(plain))
    return "".join(characters), places


def _plain(text: str, place: int) -> str:
    character = text[place]
    spelling = _SPELLINGS.get(character)
    if spelling is not None:
        return spelling
    if character in _KEPT or character in _SUPERSCRIPTS or character in _SUBSCRIPTS:
        return character
    if character in "\t\n\r" or character.isspace():
        return (
            " "
            if character.isprintable() or character in "\t\n\r\u00a0\u2009\u202f\u3000\u2003\u2002"
            else _hidden(place)
        )
    if character in _INVISIBLE:
        return " " if _stands_free(text, place) else _hidden(place)
    category = unicodedata.category(character)
    if category.startswith("C"):
        _hidden(place)
    plain = unicodedata.normalize("NFKC", character) if category in _COMPATIBLE_CATEGORIES else character
    if len(plain) == 1 and plain != character:
        return _SPELLINGS.get(plain, plain)
    return plain if plain.isascii() and plain.isalpha() else character


def _stands_free(text: str, place: int) -> bool:
    """Whether an invisible character touches a space or the edge of the text, so that it hides nothing."""
    before, after = text[:place].rstrip("".join(_INVISIBLE)), text[place + 1 :].lstrip("".join(_INVISIBLE))
    return not before or not after or before[-1].isspace() or after[0].isspace()


def _hidden(place: int) -> str:
    raise UnreadableError(Message("There is an invisible character in the text; please type it again."), place)
