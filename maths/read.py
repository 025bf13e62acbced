r"""Text to an expression tree: typed ASCII, Unicode and LaTeX, the whole of it or nothing.

    whole       clause { (","|";") clause }                    1, 2, 3     x = 1, y = 2
    clause      relation { ("and"|"or") relation }             x=2 or x=-2
    relation    ratio { (= != < > <= >= ~ in) ratio }          -2 <= x < 3     a ≡ b (mod n)
    ratio       sets { ":" sets }                              3:4
    sets        sum { (∪ ∩ ∖) sum }
    sum         [sign] term { (+ - ±) term }
    term        factor { [* / mod] factor }                    2x(x+1)    1/2x is (1/2)x
    factor      sign factor | power
    power       postfix [^ factor]                             right to left; -x^2 is -(x^2)
    postfix     atom { ! % ° ² }
    atom        number | mixed number | name | call | bracket | |…| | √ | \frac | ∫ | lim | ∑ | d/dx | matrix

Functions may stand without brackets: `sin 2x` takes the factors up to the next operator, bracket
or function; `sin^2 x` squares the value, `sin^{-1} x` is the inverse. `(2)(3)` is 6, `1 1/4` a mixed
number; two numbers side by side are refused. `X` is not `x`; two capitals side by side are one name.
`f(x)`, `g(x)`, `h(x)` are applications unless the letter also stands alone; every other letter before
a bracket is a factor unless the caller names it in `functions`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maths.bounds import MAX_LENGTH, UnreadableError
from maths.message import Message
from maths.reading.operators import Parser
from maths.reading.prepare import prepare
from maths.reading.tokens import Kind, Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.tree import Node

__all__ = ["UnreadableError", "read", "read_tokens"]

_USUAL_FUNCTIONS = frozenset("fgh")


def read(text: str, *, functions: frozenset[str] = frozenset(), products: frozenset[str] = frozenset()) -> Node:
    """The tree of the whole text. Raises UnreadableError with the reason and the place.

    A run of capitals is one name, `AB` a segment, unless it is among `products`.
    """
    if len(text) > MAX_LENGTH:
        raise UnreadableError(Message("This formula is too long."), MAX_LENGTH)
    return read_tokens(tokenize(text), functions=functions, products=products)


def read_tokens(
    tokens: Sequence[Token], *, functions: frozenset[str] = frozenset(), products: frozenset[str] = frozenset()
) -> Node:
    """The tree of a span of tokens, END or not at its end; places stay those of the original text."""
    span = list(tokens)
    if len(span) > MAX_LENGTH:
        raise UnreadableError(Message("This formula is too long."), span[MAX_LENGTH].start)
    if not span or span[-1].kind is not Kind.END:
        place = span[-1].end if span else 0
        span.append(Token(Kind.END, "", place, place))
    latex = any(token.kind is Kind.COMMAND for token in span)
    prepared = prepare(span, functions, products)
    return Parser(prepared, functions | _assumed_functions(prepared), latex=latex).whole()


def _assumed_functions(tokens: list[Token]) -> frozenset[str]:
    """f, g, h where every mention is followed by brackets."""
    found: dict[str, bool] = {}
    for token, after in pairwise(tokens):
        if token.kind is Kind.WORD and token.text in _USUAL_FUNCTIONS:
            found[token.text] = found.get(token.text, True) and after.text in ("(", "'")
    return frozenset(name for name, always in found.items() if always)
