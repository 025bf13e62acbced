"""Inputs for a function, made from what its signature says it takes and from inputs it was seen to take. Pure.

Always the same for the same function: whoever runs it again compares the same.
"""

from __future__ import annotations

import ast
import string
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any

from tutor.code_reading import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MADE = 14
GROWN = (20, 200, 2_000)
DEEPEST = 3  # of annotations inside annotations
_LONGEST = 12  # of lists and strings made here
_SEED = 8
_EDGES: tuple[Any, ...] = (0, 1, -1, 2, 10)
_GUESSES: tuple[tuple[Any, ...], ...] = (
    (0, 1, 2, 7, 30),
    ([], [1], [3, 1, 2, 3], [-5, 0, 5]),
    ("", "a", "hello world", "level"),
    ([[1, 2], [3, 4]], [[1]]),
    ({"a": 1, "b": 2}, {}),
)
_ELEMENTS = {
    "list": list,
    "List": list,
    "Sequence": list,
    "Iterable": list,
    "set": set,
    "Set": set,
    "tuple": tuple,
    "Tuple": tuple,
}


def made(function: ast.FunctionDef, seen: Sequence[str]) -> tuple[str, ...]:
    """Calls of a function; `seen` are calls of it that somebody wrote."""
    chance = Random(f"{_SEED} {function.name} {len(function.args.args)}")  # noqa: S311 - the same every time
    rows = [row for call in seen if (row := _arguments(call, function.name)) is not None]
    calls: list[str] = []
    for _ in range(MADE * 3):
        row = _from_rows(rows, chance) if rows else _from_annotations(function, chance)
        if row is None:
            return tuple(_guessed(function))
        calls.append(_call(function.name, row))
    return tuple(dict.fromkeys(calls))[:MADE]


def grown(function: ast.FunctionDef, seen: Sequence[str]) -> tuple[str, ...]:
    """Calls like one that was seen, but much larger: on small inputs nobody sees what is slow."""
    rows = [row for call in seen if (row := _arguments(call, function.name))]
    for row in rows:
        large = [_large(value) for value in row]
        if large != [repr(value) for value in row]:
            return tuple(f"{function.name}({', '.join(_large(value, times) for value in row)})" for times in GROWN)
    return ()


def _large(value: object, times: int = 1) -> str:
    """How it is written, so many times as large: `[1, 2] * 200`, `2000`."""
    match value:
        case bool():
            return repr(value)
        case int():
            return repr(abs(value) + 10 * times)
        case str() | list() if value:
            return f"{value!r} * {times}"
        case _:
            return repr(value)


def _call(name: str, row: Sequence[Any]) -> str:
    return f"{name}({', '.join(map(repr, row))})"


def _arguments(call: str, name: str) -> list[Any] | None:
    """The arguments of a call that was written out in full."""
    tree = expression(call)
    named = isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == name
    if not isinstance(tree, ast.Call) or not named or tree.keywords:
        return None
    try:
        return [ast.literal_eval(argument) for argument in tree.args]
    except (ValueError, TypeError, RecursionError, MemoryError):
        return None


def _from_rows(rows: Sequence[list[Any]], chance: Random) -> list[Any]:
    """A row of the same kinds as one that was seen."""
    return [_like(value, chance) for value in chance.choice(rows)]


def _like(value: object, chance: Random) -> Any:  # noqa: ANN401, PLR0911 - a case a type
    match value:
        case bool():
            return chance.random() < 0.5  # noqa: PLR2004 - a coin
        case int():
            return _whole(chance, max(10, abs(value) * 2), negative=value < 0)
        case float():
            return round(chance.uniform(-10, 10), 3)
        case str():
            return _word(chance, sorted(set(value)) or list(string.ascii_lowercase[:4]))
        case list() | tuple() | set():
            members = list(value) or [0]
            new = [_like(chance.choice(members), chance) for _ in range(chance.randrange(_LONGEST))]
            return tuple(_like(one, chance) for one in value) if isinstance(value, tuple) else type(value)(new)
        case dict():
            return {_like(key, chance): _like(item, chance) for key, item in value.items()}
        case _:
            return value


def _whole(chance: Random, most: int, *, negative: bool) -> int:
    edge = chance.choice(_EDGES)
    if chance.random() < 0.3 and (negative or edge >= 0):  # noqa: PLR2004 - edges are worth a third
        return int(edge)
    return chance.randint(-most if negative else 0, most)


def _word(chance: Random, letters: Sequence[str]) -> str:
    return "".join(chance.choice(letters) for _ in range(chance.randrange(_LONGEST)))


def _from_annotations(function: ast.FunctionDef, chance: Random) -> list[Any] | None:
    """None where some parameter does not say what it takes."""
    arguments = function.args
    wanted = [*arguments.posonlyargs, *arguments.args]
    wanted = wanted[: len(wanted) - len(arguments.defaults)] or wanted
    if arguments.vararg or any(each.annotation is None for each in wanted):
        return None
    try:
        return [_annotated(each.annotation, chance) for each in wanted]
    except (KeyError, TypeError, ValueError, IndexError):  # unknown, no such set, not as many as there must be
        return None


def _annotated(node: ast.expr | None, chance: Random, depth: int = 0) -> Any:  # noqa: ANN401 - as it is annotated
    """A value of an annotation. Raises KeyError for one that is not known here."""
    if depth > DEEPEST:
        raise KeyError
    if isinstance(node, ast.Name):
        return _NAMED[node.id](chance)
    if isinstance(node, ast.BinOp):  # X | None
        return _annotated(node.left, chance, depth + 1)
    if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Name):
        raise KeyError
    name, inner = node.value.id, node.slice
    if name == "Optional":
        return _annotated(inner, chance, depth + 1)
    if name in {"dict", "Dict"} and isinstance(inner, ast.Tuple):
        keys, values = inner.elts
        count = chance.randrange(5)
        return {_annotated(keys, chance, depth + 1): _annotated(values, chance, depth + 1) for _ in range(count)}
    make = _ELEMENTS[name]
    if make is tuple and isinstance(inner, ast.Tuple) and not _endless(inner):
        return tuple(_annotated(each, chance, depth + 1) for each in inner.elts)
    element = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
    return make(_annotated(element, chance, depth + 1) for _ in range(chance.randrange(_LONGEST)))


def _endless(inner: ast.Tuple) -> bool:
    return isinstance(inner.elts[-1], ast.Constant) and inner.elts[-1].value is ...


_NAMED: dict[str, Callable[[Random], Any]] = {
    "int": lambda chance: _whole(chance, 30, negative=True),
    "float": lambda chance: round(chance.uniform(-10, 10), 3),
    "bool": lambda chance: chance.random() < 0.5,  # noqa: PLR2004 - a coin
    "str": lambda chance: _word(chance, "abc de"),
    "list": lambda chance: [_whole(chance, 30, negative=True) for _ in range(chance.randrange(_LONGEST))],
    "dict": lambda chance: {_word(chance, "abcd"): _whole(chance, 9, negative=False) for _ in range(4)},
    "set": lambda chance: {_whole(chance, 30, negative=True) for _ in range(chance.randrange(_LONGEST))},
}


def _guessed(function: ast.FunctionDef) -> Iterator[str]:
    """Values of every kind, one kind a parameter: what the function does not take it refuses by itself."""
    arguments = function.args
    count = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    if not 0 < count <= 2:  # noqa: PLR2004 - more would be too many kinds
        if count == 0:
            yield _call(function.name, ())
        return
    for kinds in product(_GUESSES, repeat=count):
        rows = zip(*kinds, strict=False)
        yield from (_call(function.name, row) for row in list(rows)[: 4 if count == 1 else 1])
