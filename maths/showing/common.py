"""What both ways of writing share: how tightly things hold together, digits, sums, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from maths.tree import (
    Call,
    Collection,
    Congruence,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Interval,
    Junction,
    Kind,
    Limit,
    Mixed,
    Negative,
    Number,
    NumberSet,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Relation,
    Series,
    SetOperation,
    Sum,
    Text,
    Truth,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node

STATEMENT, SUM, PRODUCT, POWER, ATOM = range(5)
_LONGEST_DECIMAL = 40  # digits after the point: 1e-300 is not written out


class Signs(NamedTuple):
    """The signs of one notation."""

    of: dict[str, str]
    number_sets: str
    congruence: str
    word: str


def rank(node: Node) -> int:  # noqa: PLR0911 - a case a kind
    """How tightly a node holds together when written."""
    match node:
        case Number(value=value, decimals=decimals):
            return ATOM if value.denominator == 1 or decimals is not None else PRODUCT
        case Sum() | Negative() | PlusMinus() | Mixed():
            return SUM
        case Product() | Quotient() | Integral() | Limit() | Series() | Derivative():
            return PRODUCT
        case Call(function="mod"):
            return PRODUCT
        case Power() | Factorial() | Percent() | Degrees():
            return POWER
        case Relation() | Congruence() | Junction() | Ratio() | SetOperation() | Text():
            return STATEMENT
        case Collection(kind=Kind.SEQUENCE):
            return STATEMENT
        case _:
            return ATOM


def digits_of(number: Number) -> str:
    value, decimals = number.value, number.decimals
    if decimals is None or decimals > _LONGEST_DECIMAL:
        if number.scientific and value:
            return _scientific(value)
        return str(value)
    scaled = str(abs(value.numerator) * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    text = f"{scaled[:-decimals]}.{scaled[-decimals:]}" if decimals else scaled
    return f"-{text}" if value < 0 else text


def _scientific(value: Fraction) -> str:
    exponent = 0
    while value.denominator != 1:
        value *= 10
        exponent -= 1
    digits = str(value.numerator)
    stripped = digits.rstrip("0")
    exponent += len(digits) - len(stripped)
    return f"{stripped}e{exponent}"


def write_sum(terms: tuple[Node, ...], write: Callable[[Node], str], hold: Callable[[Node, int], str]) -> str:
    text = ""
    for place, term in enumerate(terms):
        if isinstance(term, Negative):
            body = hold(term.operand, PRODUCT)
            text += f"-{body}" if place == 0 else f" - {body}"
        elif isinstance(term, PlusMinus) and place:
            body = write(term)
            text += f" {body[0]} {body[1:]}" if body[0] in "±∓" else f" {body}"
        else:
            body = hold(term, PRODUCT)
            text += body if place == 0 else f" + {body}"
    return text


TYPED = Signs(
    {
        "=": "=", "!=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "~": "~", "in": "in", "->": "->",
        "union": "union", "intersection": "intersect", "difference": "∖", "and": " and ", "or": " or ",
        "{": "{", "}": "}", "R": "ℝ", "Z": "ℤ", "N": "ℕ", "Q": "ℚ", "C": "ℂ",
    },
    number_sets="{}", congruence="{} ≡ {} (mod {})", word="{}",
)  # fmt: skip
LATEX = Signs(
    {
        "=": "=", "!=": r"\neq", "<": "<", ">": ">", "<=": r"\leq", ">=": r"\geq", "~": r"\approx", "in": r"\in",
        "->": r"\to", "union": r"\cup", "intersection": r"\cap", "difference": r"\setminus",
        "and": r"\text{ and }", "or": r"\text{ or }", "{": r"\{", "}": r"\}",
        "R": "R", "Z": "Z", "N": "N", "Q": "Q", "C": "C",
    },
    number_sets=r"\mathbb{{{}}}", congruence=r"{} \equiv {} \pmod{{{}}}", word=r"\text{{{}}}",
)  # fmt: skip


def write_statement(node: Node, write: Callable[[Node], str], signs: Signs) -> str:  # noqa: C901, PLR0911 - a case a kind
    """Everything that is not an expression."""
    match node:
        case Relation(operands=operands, operators=operators):
            parts = [
                f" {signs.of[operator]} {write(operand)}"
                for operator, operand in zip(operators, operands[1:], strict=True)
            ]
            return write(operands[0]) + "".join(parts)
        case Congruence(left=left, right=right, modulus=modulus):
            return signs.congruence.format(write(left), write(right), write(modulus))
        case Junction(kind=word, parts=parts_joined):
            return signs.of[word].join(f"({write(p)})" if isinstance(p, Junction) else write(p) for p in parts_joined)
        case Collection(kind=kind, items=items):
            braces = (signs.of["{"], signs.of["}"])
            opening, closing = {Kind.SEQUENCE: ("", ""), Kind.TUPLE: ("(", ")"), Kind.LIST: ("[", "]")}.get(
                kind, braces
            )
            return f"{opening}{', '.join(map(write, items))}{closing}"
        case Interval(left=left, right=right, left_open=left_open, right_open=right_open):
            return f"{'(' if left_open else '['}{write(left)}, {write(right)}{')' if right_open else ']'}"
        case SetOperation(kind=word, parts=sets):
            return f" {signs.of[word]} ".join(
                f"({write(p)})" if isinstance(p, SetOperation) else write(p) for p in sets
            )
        case NumberSet(name=name):
            return signs.number_sets.format(signs.of[name])
        case Ratio(parts=sides):
            return ":".join(map(write, sides))
        case Truth(value=value):
            return signs.word.format(value)
        case Text(text=text):
            return signs.word.format(text)
    raise TypeError(node)
