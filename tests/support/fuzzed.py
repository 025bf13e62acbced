"""What must hold for every text whatever that reaches the reader, and texts from a fuzzer's bytes.

A property raises nothing but `BrokenError`: the exceptions a room declares are its answers.
"""

from __future__ import annotations

import re
import time
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import MAX_NODES, UnreadableError
from maths.families.settled import UndecidedError
from maths.grade import grade
from maths.grading.typed_answer import understand as understand_answer
from maths.plain import plain
from maths.read import read
from maths.show import show_tree, typed
from maths.statement import understand as understand_statement
from maths.tree import Number, Quotient, walk
from maths.values import rewritten
from maths.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

SECONDS = 1.0  # of processor time for one text: half of what a question may take
SUFFIXES = ("!", "x", "e3", " 1/2", "√2", "%", " @")
_NO_SUFFIX = re.compile(r"[.!?]\s*$|\^|\*\*")  # there a sign is punctuation or in an exponent: 1^2 is 1^(2 1/2)
_RAW = 0x80  # of the first byte: what follows is UTF-8, else one byte is one piece
_SPELLED = (
    r"\frac{ \dfrac \sqrt{ \sqrt[ \left( \right) \cdot \times \pi \infty \le \in \cup \{ \} \begin{pmatrix}"
    r" \end{pmatrix} \\ \text{ \boxed{ \int_ \sum_{ \lim_{ \to \binom \overline{ \pmod \circ \log_ \sin \mathbb{R}"
    r" \operatorname{ \, \quad \ldots \% \$ $$ \( \) \[ \] \mid \pm √ ² ³ ⁿ ₁ π ∞ ≤ ≠ × ÷ − ½ ° ∪ ∈ ± ∫ ∑ ⌊ ⌋"
    " ⟨ ２ … ``` ** 1,234 0.5 1e 50% sin cos ln log sqrt abs mod gcd lim integrate diff sum binomial and or pi theta"
    " 4분의 3 1만 5천 십이 개 는 을 구하세요 풀어 미분 적분 인수분해 이차방정식 의 값 정답은 입니다 일 때 이고"
)
_SAID = ("solve ", "what is ", "find ", "the answer is ", " for ", " and ", "the derivative of ", "integrate ", "let ",
         " when ", "of ", "roots ", "factor ", "simplify ", " to ", "is ")  # fmt: skip
_PIECES = (*_SPELLED.split(), *_SAID)


class BrokenError(Exception):
    """A promise of the reader that a text breaks."""


def text_of(data: bytes) -> tuple[str, str]:
    """The target and the text that a fuzzer's bytes stand for."""
    if not data:
        return "formula", ""
    target = list(PROPERTIES)[data[0] % len(PROPERTIES)]
    if data[0] & _RAW:
        return target, data[1:].decode("utf-8", "ignore")
    return target, "".join(chr(byte) if byte < _RAW else _PIECES[(byte - _RAW) % len(_PIECES)] for byte in data[1:])


def bytes_of(target: str, text: str) -> bytes:
    """Bytes that stand for a target and a text."""
    place = list(PROPERTIES).index(target)
    first = next(byte for byte in range(_RAW, 2 * _RAW) if byte % len(PROPERTIES) == place)
    return bytes([first]) + text.encode("utf-8", "ignore")


def holds(target: str, text: str) -> None:
    """Raises BrokenError, or whatever undeclared exception the code under test raises."""
    started = time.thread_time()
    PROPERTIES[target](text)
    spent = time.thread_time() - started
    if spent > SECONDS:
        raise BrokenError(f"{spent:.1f} s")


def _formula(text: str) -> None:
    tree = _read(text)
    if tree is None:
        return
    if sum(1 for _ in walk(tree)) > 2 * MAX_NODES:
        raise BrokenError("a tree beyond the bound")
    shown = show_tree(tree)
    again = _printed(shown.typed)
    if again is not None and again != _as_typed(tree):
        raise BrokenError(f"{shown.typed!r} is read back as another tree")
    again = _printed(shown.latex)
    if again is not None and typed(again) != shown.typed:
        raise BrokenError(f"{shown.latex!r} is read back as {typed(again)!r}, not {shown.typed!r}")
    for suffix in (*SUFFIXES, ")"):
        if _read(text + suffix) == tree:
            raise BrokenError(f"{suffix!r} behind it is not read")


def _as_typed(tree: Node) -> Node:
    """`½` is printed as the quotient `1/2`, `1e-3` as `0.001`."""
    return rewritten(tree, _number_as_typed)


def _number_as_typed(node: Node) -> Node | None:
    if not isinstance(node, Number):
        return None
    if node.scientific:
        again = read(typed(node))
        return again if isinstance(again, Number) and again.value == node.value else None
    if node.decimals is not None or node.value.denominator == 1:
        return None
    above, below = node.value.as_integer_ratio()
    return Quotient(Number(Fraction(above)), Number(Fraction(below)))


def _printed(text: str) -> Node | None:
    """What was printed, read; None where it is longer or deeper than what may be typed."""
    try:
        return read(text)
    except UnreadableError as error:
        if "too" in str(error):
            return None
        raise BrokenError(f"{text!r} was printed and is not read: {error}") from error


def _read(text: str) -> Node | None:
    try:
        return read(text)
    except UnreadableError:
        return None


def _answer(text: str) -> None:
    try:
        understand_answer(text)
    except UnreadableError:
        return
    if _read(text) is None or len(text) == 1 or _NO_SUFFIX.search(text) or grade("0", text).outcome is Outcome.EQUAL:
        return
    for suffix in SUFFIXES:
        if grade(text, text + suffix).outcome is Outcome.EQUAL:
            raise BrokenError(f"{suffix!r} behind it is accepted")


def _statement(text: str) -> None:
    try:
        understand_statement(text)
    except UndecidedError:
        return


def _markdown(text: str) -> None:
    shown = plain(text)
    if not isinstance(shown, str):
        raise BrokenError("no text")


PROPERTIES: dict[str, Callable[[str], None]] = {
    "formula": _formula,
    "answer": _answer,
    "statement": _statement,
    "markdown": _markdown,
}
"""By name: what is given to the reader, to the finder of answers, to the reader of statements, to the renderer."""
