"""What both languages need to know about a formula's letters and how its words are put together."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from maths.typesetting.tree import Font, Letter, Mark, Name, Number, Sign, Words
from picture.speaking.outline import (
    Accented,
    Call,
    Group,
    Index,
    Limit,
    Listing,
    Matrix,
    Modulus,
    Power,
    Prefix,
    Primed,
    Product,
    Range,
    Said,
    Sum,
    is_short,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMA = re.compile(r"\s*,(?![0-9]{3}(?![0-9]))[\s,]*|\s*,(?<![0-9],)[\s,]*")
_AT_PUNCTUATION = re.compile(r"\s+([,;.!?](?!\S))")
_ENDED = re.compile(
    r"(end (?:quantity|root|fraction|power|sub|set|vector|cases|norm|floor|ceiling|value|binomial|matrix|determinant)"
    r"|(?<=[^,] )(?:분수|루트|근호|첨자|절댓값|노름|바닥|천장|집합|벡터|조합|크기) 끝)(?= )"
)
_PLAIN_FACES = (Font.ITALIC, Font.UPRIGHT)


def confusable(letters: Iterable[Letter]) -> frozenset[Letter]:
    """Letters that sound like another one that is there too: `a` beside `A`, `a` beside a bold `a`."""
    forms: dict[str, set[Letter]] = defaultdict(set)
    for letter in letters:
        forms[letter.text.lower()].add(letter)
    return frozenset(letter for same in forms.values() if len(same) > 1 for letter in same)


def letters(node: object) -> Iterator[Letter]:
    """Every letter of a formula."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Letter() as letter:
                yield letter
            case tuple() as nodes:
                waiting.extend(nodes)
            case other if is_dataclass(other):
                waiting.extend(getattr(other, field.name) for field in fields(other))


def breathed(text: str) -> str:
    """One space between words, one comma where several came together, none at the ends."""
    text = _ENDED.sub(r"\1,", " ".join(text.split()))
    text = _COMMA.sub(", ", text)
    text = _AT_PUNCTUATION.sub(r"\1", text)
    return re.sub(r", *(?=[;.:])", "", text).replace("; ;", ";").strip(" ,")


def runs_on(before: Said, after: Said) -> bool:
    """Whether two factors side by side need no word between them: `2x`, `ab`, `x²y`."""
    return _ends_openly(before) and isinstance(_first(after), Letter | Index)


def _ends_openly(said: Said) -> bool:
    match said:
        case Letter() | Number() | Index() | Primed():
            return True
        case Power(base, Number("2" | "3")):
            return isinstance(base, Letter | Number | Index)
        case _:
            return False


def _first(said: Said) -> Said:
    match said:
        case Power(base) | Primed(base):
            return _first(base)
        case Product(((_, factor), *_)):
            return _first(factor)
        case _:
            return said


def is_capital(said: Said) -> bool:
    return isinstance(said, Letter) and said.text.isupper()


def face_matters(letter: Letter, confused: frozenset[Letter]) -> bool:
    """Whether the face must be said: another face of the same letter is there too."""
    if letter.font in _PLAIN_FACES or letter not in confused:
        return False
    return any(other.text == letter.text and other.font in _PLAIN_FACES for other in confused)


def case_matters(letter: Letter, confused: frozenset[Letter]) -> bool:
    """Whether "capital" must be said: the small letter is there too."""
    return letter.text.isupper() and any(other.text == letter.text.lower() != letter.text for other in confused)


def needs_times(before: Said, after: Said) -> bool:
    """Whether "times" must be said between two factors that only stand side by side."""
    if runs_on(before, after) or isinstance(before, Words | Sign) or isinstance(after, Words | Modulus | Sign | Prefix):
        return False
    return not (isinstance(before, Number) and isinstance(after, Call | Range | Limit))


def is_denominator(said: Said) -> bool:
    """Whether it can stand in a fraction without its ends being said: `2a`, `x²`, `√2`."""
    if isinstance(said, Product):
        return len(said.factors) < 4 and all(not op and isinstance(f, Number | Letter) for op, f in said.factors)  # noqa: PLR2004 - a breath
    return is_short(said) and not isinstance(said, Sum)


def is_vector(said: Said) -> bool:  # noqa: PLR0911 - a line a kind
    match said:
        case Letter(_, Font.BOLD | Font.BOLD_ITALIC) | Accented(Mark.ARROW | Mark.LONG_ARROW):
            return True
        case Index(base) | Power(base) | Primed(base):
            return is_vector(base)
        case Matrix(rows):
            return all(len(row) == 1 for row in rows)
        case Sum(terms):
            return all(is_vector(term) for _, term in terms)
        case Product(factors):
            return [is_vector(factor) for _, factor in factors].count(True) == 1 or _is_cross(factors)
        case Group("(", inner):
            return inner is not None and is_vector(inner)
        case _:
            return False


def _is_cross(factors: tuple[tuple[str, Said], ...]) -> bool:
    return all(operator in ("", "×") and is_vector(factor) for operator, factor in factors)


def is_segment(said: Said | None) -> bool:
    """Two or more capital letters side by side: corners of a figure."""
    return isinstance(said, Product) and all(not op and is_capital(_bare(factor)) for op, factor in said.factors)


def is_area(said: Said | None) -> bool:
    return isinstance(said, Product) and len(said.factors) > 2 and is_segment(said)  # noqa: PLR2004 - a triangle has three


def _bare(said: Said) -> Said:
    return said.base if isinstance(said, Primed | Index) else said


def is_interval(group: Group) -> bool:
    """Whether brackets with two things in them can only be an interval: ends of two kinds, or an infinite one."""
    if not isinstance(group.inner, Listing) or len(group.inner.parts) != 2:  # noqa: PLR2004 - two ends
        return False
    if (group.left, group.right) in {("[", ")"), ("(", "]")}:
        return True
    return group.left in "([" and group.right in ")]" and any(_is_infinite(part) for part in group.inner.parts)


def _is_infinite(said: Said) -> bool:
    return said == Sign("∞") or (isinstance(said, Sum) and said.terms[0][1] == Sign("∞") and len(said.terms) == 1)


def name_of(function: Said) -> str:
    """The name of a function, whatever index or exponent it carries."""
    match function:
        case Name(text):
            return text
        case Power(base) | Index(base) | Primed(base):
            return name_of(base)
        case _:
            return ""
