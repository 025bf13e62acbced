"""Equations in one named unknown, held against each other: `4x = 107` and `x = 35` cannot both be true.

Looked at are letters that the text defines once ("Let x be the number of …") and equations that are linear in
that letter alone. Two of them that have different solutions are a contradiction, unless the text looks at cases,
supposes, changes units, or the difference could come from rounding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from maths.auditing import notes
from maths.auditing.context import excused
from maths.auditing.prose_tokens import Kind, Token, tokens
from maths.auditing.units import is_unit
from maths.auditing.words import wordset
from maths.bounds import RefusedError
from maths.engines.flint_exact import Fractions
from maths.read import read
from maths.tree import Name, Negative, Number, Percent, PlusMinus, Sum, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.auditing.claim import Claim
    from maths.tree import Node

MAX_EQUATIONS = 60  # of one text
MAX_TOKENS = 40  # of one side
MAX_WORDS = 3  # of a unit behind a side
ROUNDING = Fraction(1, 50)  # of a value: what rounded intermediate values may add up to

_LET = re.compile(
    r"\b[Ll]et\s+(?:us\s+(?:say|call)\s+)?(?:\$|\\\()?([A-Za-z])(?:\$|\\\))?\s+(?:be|represents?|denotes?|stands?\s+for|equals?)\b"
    r"|(?<![A-Za-z])([A-Za-z])(?:\$|\\\))?\s*(?:이?라고?|으?로)\s*(?:하|합|두|둡|놓)"
)
_REDEFINED = re.compile(r"\b(?:redefine|new (?:value|price) of|now,? let|again,? let)\b", re.IGNORECASE)
_SUPPOSING = re.compile(
    r"\b(?:cases?|either|or|suppos\w+|assum\w+|otherwise|guess\w*|tr(?:y|ied|ial)|contradict\w*|impossible|mistake\w*"
    r"|wrong\w*|incorrect\w*|no solutions?|maximum|minimum|at (?:least|most)|when|whether|options?|roots?"
    r"|solutions are)\b"
    r"|[<>≤≥≠±∓]|\\(?:le|ge|lt|gt|ne|pm|mp|leq|geq|neq|equiv|bmod|pmod|mod)(?![a-z])|경우|또는|가정|모순|일 때",
    re.IGNORECASE,
)
_OPERATION_BEFORE = wordset(
    "of times half twice thrice double triple than plus minus by percent over per negative squared third thirds quarter"
    " quarters fourth fifth tenth two three four five six seven eight nine ten from to subtract add multiply divide if"
)
_OPERATION_AFTER = wordset(
    "more less fewer times percent dozen hundred thousand million billion and or than remainder squared cubed plus"
    " minus of each per cents cent pairs pair"
)
_TOTALS = wordset("total sum")
_OF_A_SIDE = frozenset({Kind.NUMBER, Kind.OPERATOR, Kind.OPEN, Kind.CLOSE, Kind.MONEY, Kind.VARIABLE})


class Contradiction(NamedTuple):
    """At `place`: `letter` would be `value`, and the earlier equations give `earlier`."""

    place: int
    letter: str
    value: Fraction
    earlier: Fraction


@dataclass(frozen=True, slots=True)
class Equation:
    left: Node
    right: Node
    place: int
    units: frozenset[str]


def contradictions(text: str, prose: str, claims: Iterable[Claim]) -> Iterator[Contradiction]:
    """`prose` is the text with its formulas and notes blanked, `claims` what its formulas say."""
    letters = _defined(text)
    if not letters or _SUPPOSING.search(notes.blanked(text)) or _REDEFINED.search(text):
        return
    equations = sorted([*_from_claims(claims, text), *_from_prose(prose)], key=lambda one: one.place)[:MAX_EQUATIONS]
    if len({unit for one in equations for unit in one.units}) > 1:
        return
    for letter in letters:
        yield from _held_together(letter, equations)


def _defined(text: str) -> list[str]:
    found = [one or other for one, other in _LET.findall(text)]
    return [letter for letter in dict.fromkeys(found) if found.count(letter) == 1]


def _held_together(letter: str, equations: list[Equation]) -> Iterator[Contradiction]:
    known: Fraction | None = None
    for equation in equations:
        value = _solution(letter, equation)
        if value is None:
            continue
        if known is None:
            known = value
        elif abs(value - known) >= 1 and abs(value - known) > ROUNDING * max(abs(value), abs(known)):
            yield Contradiction(equation.place, letter, value, known)


def _solution(letter: str, equation: Equation) -> Fraction | None:
    """The one value of the letter that an equation linear in it leaves."""
    node = Sum((equation.left, Negative(equation.right)))
    parts = list(walk(node))
    names = {part.full for part in parts if isinstance(part, Name)}
    if names != {letter} or any(isinstance(part, Percent | PlusMinus) for part in parts):
        return None
    try:
        above, below = Fractions((letter,)).value(node)
    except RefusedError:
        return None
    if above.is_zero() or above.total_degree() != 1:
        return None
    slope, constant = above[(1,)], above[(0,)]
    root = -constant / slope
    if below(root) == 0:
        return None
    return Fraction(int(root.p), int(root.q))


def _from_claims(claims: Iterable[Claim], text: str) -> Iterator[Equation]:
    for claim in claims:
        if claim.about or claim.noted or not (claim.left.whole and claim.right.whole) or excused(text, claim):
            continue
        left, right = _read(claim.left.formula), _read(claim.right.formula)
        if left is not None and right is not None:
            yield Equation(left, right, claim.place, _units(claim.left.words | claim.right.words))


def _from_prose(prose: str) -> Iterator[Equation]:
    stream = tokens(prose)
    for place, token in enumerate(stream):
        if token.kind is Kind.EQUAL and token.text == "=":
            left, right = _backward(stream, place), _forward(stream, place)
            if left is not None and right is not None:
                yield Equation(left[0], right[0], token.start, left[1] | right[1])


def _backward(stream: list[Token], sign: int) -> tuple[Node, frozenset[str]] | None:
    last = sign
    while last > 0 and sign - last < MAX_WORDS and stream[last - 1].kind is Kind.WORD:
        last -= 1
    units = [token.text.lower() for token in stream[last:sign]]
    first = last
    while first > 0 and last - first < MAX_TOKENS and stream[first - 1].kind in _OF_A_SIDE:
        first -= 1
    if first == last or not _starts(stream, first) or _OPERATION_AFTER.intersection(units):
        return None
    return _side(stream[first:last], units)


def _forward(stream: list[Token], sign: int) -> tuple[Node, frozenset[str]] | None:
    first = last = sign + 1
    while last < len(stream) and last - first < MAX_TOKENS and stream[last].kind in _OF_A_SIDE:
        last += 1
    end = last
    while end < len(stream) and end - last < MAX_WORDS and stream[end].kind is Kind.WORD:
        end += 1
    units = [token.text.lower() for token in stream[last:end]]
    if first == last or _OPERATION_AFTER.intersection(units) or not _ends(stream, end, in_words=end > last):
        return None
    return _side(stream[first:last], units)


def _starts(stream: list[Token], first: int) -> bool:
    """Whether nothing before a side belongs to it."""
    if first == 0:
        return True
    before = stream[first - 1]
    if before.kind in {Kind.EQUAL, Kind.STOP}:
        return before.text != "\x00"
    if before.kind is not Kind.WORD:
        return False
    earlier = stream[first - 2] if first > 1 else None
    word = before.text.lower()
    if word == "of":
        return earlier is not None and earlier.text.lower() in _TOTALS
    apart = earlier is None or earlier.kind in {Kind.WORD, Kind.STOP}
    return apart and word not in _OPERATION_BEFORE


def _ends(stream: list[Token], end: int, *, in_words: bool) -> bool:
    if end >= len(stream):
        return True
    after = stream[end]
    if after.kind is Kind.STOP:
        following = stream[end + 1] if end + 1 < len(stream) else None
        touched = following is not None and following.kind is Kind.NUMBER and following.start == after.end
        return after.text == "\n" or (after.text in {".", ",", ";", ":", "!"} and not touched)
    return after.kind is Kind.EQUAL or (in_words and after.kind is Kind.WORD)


def _side(side: list[Token], words: list[str]) -> tuple[Node, frozenset[str]] | None:
    text = ""
    for place, token in enumerate(side):
        before = side[place - 1] if place else None
        apart = before is not None and before.end < token.start
        if apart and token.kind is Kind.VARIABLE and before is not None and before.kind is not Kind.OPERATOR:
            return None  # `4 x 2`
        text += "" if token.kind is Kind.MONEY else token.text
    if re.search(r"\dx\d", text):
        return None
    node = _read(text)
    return None if node is None else (node, _units(words))


def _units(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in words if is_unit(word))


def _read(formula: str) -> Node | None:
    try:
        node = read(formula)
    except RefusedError:
        return None
    plain = all(isinstance(part, Name) or not isinstance(part, Number) or part.value >= 0 for part in walk(node))
    return node if plain else None
