"""Values of programs nobody vouches for: what came of a call, and whether two values are the same.

Nothing here is a Python value of the program that ran: only its description, taken apart. So a program cannot bring
an object along that says it is equal to everything.
"""

from __future__ import annotations

import ast
import math
from dataclasses import dataclass
from enum import StrEnum

from tutor import syntax

LITERAL = 2_000  # characters of a value somebody wrote down
DEPTH = 80
RELATIVE, ABSOLUTE = 1e-9, 1e-12  # how far two decimal numbers may be apart and still be called the same
SHOWN = 200
_DIGITS = 4_000  # Python writes no more out by itself


class Ending(StrEnum):
    """How a call ended."""

    RETURNED = "returned"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    DIED = "died"  # out of memory, a crash, or an exit in the middle
    TOO_LARGE = "too_large"  # what it returned is more than is looked at


@dataclass(frozen=True, slots=True)
class Value:
    """A plain value by its kind: `text` of none, bool, int (hexadecimal), float, complex, str, bytes and number;
    `items` of list, tuple, set, dict (of pairs), pair; other: the name of its class and what it says of itself.
    """

    kind: str
    text: str = ""
    items: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one call."""

    ending: Ending
    value: Value | None = None
    after: tuple[Value, ...] = ()  # the arguments when it had returned: what it changed in place
    error: str = ""  # the class and the text of the exception
    line: int | None = None  # of the code, where it was raised
    seconds: float = 0.0
    peak: int | None = None  # bytes, where they were watched
    printed: str = ""
    length: int = 0  # characters of all that was printed


class LiteralError(Exception):
    """This is no value that could be written down."""


def literal(text: str) -> Value:
    """A value as people write it in Python. Raises LiteralError."""
    tree = syntax.expression(text, LITERAL)
    if tree is None:
        raise LiteralError
    try:
        return _described(tree, 0)
    except ValueError:  # float("x")
        raise LiteralError from None


def _described(node: ast.expr, depth: int) -> Value:  # noqa: PLR0911 - a case a form
    if depth > DEPTH:
        raise LiteralError
    match node:
        case ast.Constant(value=value):
            return _constant(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return _constant(-value)
        case ast.List(elts=elements):
            return Value("list", items=tuple(_described(one, depth + 1) for one in elements))
        case ast.Tuple(elts=elements):
            return Value("tuple", items=tuple(_described(one, depth + 1) for one in elements))
        case ast.Set(elts=elements):
            return Value("set", items=tuple(_described(one, depth + 1) for one in elements))
        case ast.Call(func=ast.Name(id="set"), args=[], keywords=[]):
            return Value("set")
        case ast.Call(func=ast.Name(id="float"), args=[ast.Constant(value=str(named))], keywords=[]):
            return _constant(float(named))
        case ast.Dict(keys=keys, values=values):
            pairs = zip(keys, values, strict=True)
            return Value("dict", items=tuple(_pair(key, value, depth + 1) for key, value in pairs))
        case _:
            raise LiteralError


def _pair(key: ast.expr | None, value: ast.expr, depth: int) -> Value:
    if key is None:
        raise LiteralError
    return Value("pair", items=(_described(key, depth), _described(value, depth)))


def _constant(value: object) -> Value:
    match value:
        case None:
            return Value("none")
        case bool():
            return Value("bool", str(value))
        case int():
            return Value("int", hex(value))
        case float():
            return Value("float", value.hex())
        case str():
            return Value("str", value)
        case bytes():
            return Value("bytes", value.hex())
        case _:
            raise LiteralError


def same(one: Value, other: Value) -> bool:
    """Whether two values are equal as Python's are, decimal numbers to nine figures; what is not plain never is."""
    if (left := _number(one)) is not None and (right := _number(other)) is not None:
        if isinstance(left, int) and isinstance(right, int):
            return left == right
        return _close(left, right)
    if one.kind != other.kind or one.kind == "other":
        return False
    if one.kind in {"set", "dict"}:
        return len(one.items) == len(other.items) and _same_unordered(one, other)
    if one.items or other.items:
        pairs = zip(one.items, other.items, strict=False)
        return len(one.items) == len(other.items) and all(same(left, right) for left, right in pairs)
    return one.text == other.text


def _close(left: float, right: float) -> bool:
    try:
        left, right = float(left), float(right)
    except OverflowError:
        return False
    both_odd = math.isnan(left) and math.isnan(right)
    return both_odd or math.isclose(left, right, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def _same_unordered(one: Value, other: Value) -> bool:
    """By the text of the members of a set, or of the keys of a dictionary."""
    if one.kind == "set":
        return {_key(item) for item in one.items} == {_key(item) for item in other.items}
    held = {_key(pair.items[0]): pair.items[1] for pair in other.items}
    return all((key := _key(pair.items[0])) in held and same(pair.items[1], held[key]) for pair in one.items)


def _key(value: Value) -> str:
    number = _number(value)
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    if number is not None:
        return hex(number) if isinstance(number, int) else number.hex()
    return f"{value.kind}({value.text!r}{[_key(item) for item in value.items]})"


def _number(value: Value) -> int | float | None:
    match value.kind:
        case "int":
            return int(value.text, 16)
        case "bool":
            return int(value.text == "True")
        case "float":
            return float.fromhex(value.text)
        case _:
            return None


def plain(value: Value) -> bool:
    """Whether the value can be compared with another at all."""
    return value.kind != "other" and all(plain(item) for item in value.items)


def show(value: Value, most: int = SHOWN) -> str:
    """The value as it is written in Python, shortened."""
    written = _written(value, most)
    return written if len(written) <= most else f"{written[: most - 1]}…"


_BRACKETS = {"list": ("[", "]"), "tuple": ("(", ")"), "set": ("{", "}"), "dict": ("{", "}")}


def _written(value: Value, most: int) -> str:  # noqa: PLR0911 - a case a kind
    match value.kind:
        case "none":
            return "None"
        case "int":
            number = int(value.text, 16)
            return str(number) if number.bit_length() < 3 * _DIGITS else value.text
        case "float":
            return repr(float.fromhex(value.text))
        case "str":
            return repr(value.text[: most + 1])
        case "bytes":
            return repr(bytes.fromhex(value.text))
        case "list" | "tuple" | "set" | "dict":
            return _gathered(value, most)
        case "pair":
            return f"{_written(value.items[0], most)}: {_written(value.items[1], most)}"
        case _:
            return value.text


def _gathered(value: Value, most: int) -> str:
    if value.kind == "set" and not value.items:
        return "set()"
    opening, closing = _BRACKETS[value.kind]
    parts, length = [], 0
    for item in value.items:
        parts.append(_written(item, most))
        length += len(parts[-1]) + 2
        if length > most:  # the rest would be cut off
            break
    alone = "," if value.kind == "tuple" and len(value.items) == 1 else ""
    return f"{opening}{', '.join(parts)}{alone}{closing}"
