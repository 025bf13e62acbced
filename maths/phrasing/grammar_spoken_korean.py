"""Calculations that Korean says in words, one inside the other: `5의 세제곱에서 4의 제곱을 뺀 값은?`.

What is said of the last of two numbers may be meant of both: `2와 3의 제곱의 합` has two readings and is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from maths.families.numbers.arithmetic import Evaluate
from maths.families.numbers.operands import exact
from maths.families.settled import UndecidedError
from maths.families.terms import minus, number, over, plus, times
from maths.phrasing.chart import pattern
from maths.phrasing.grammar_numbers import ASKED_KO, operand
from maths.phrasing.integer_conditions import whole_of
from maths.phrasing.productions import rule
from maths.tree import Call, Mixed, Negative, Number, Percent, Power, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

MAX_WORDED = 6  # operations in one sentence

_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_SINO_WORD = re.compile(r"(?:[일이삼사오육칠팔구]?[십백천만]\s*)*[일이삼사오육칠팔구]?")
_SHARE = re.compile(r"\s*(?P<below>\d+|[이삼사오육칠팔구십])\s*분의\s*(?P<above>\d+|[일이삼사오육칠팔구])(?![\d.])")
_POWERS = {"제곱": 2, "세제곱": 3, "네제곱": 4, "다섯제곱": 5, "여섯제곱": 6, "일곱제곱": 7}
_POWER = re.compile(r"\s*의\s*(?P<word>(?:세|네|다섯|여섯|일곱|\d+)?\s*제곱)(?!근|수)")
_UNARY: tuple[tuple[re.Pattern[str], Callable[[Node], Node]], ...] = (
    (re.compile(r"\s*의\s*양의\s*제곱근"), lambda a: Call("sqrt", (a,))),
    (re.compile(r"\s*의\s*실수인\s*세제곱근"), lambda a: Call("root", (a, number(3)))),
    (re.compile(r"\s*의\s*(?:절반|반)(?![가-힣]{2})"), lambda a: over(a, number(2))),
    (re.compile(r"\s*의\s*역수"), lambda a: over(number(1), a)),
    (re.compile(r"\s*의\s*절[댓대]값"), lambda a: Call("abs", (a,))),
)
_OF = re.compile(r"\s*의")
_AND = re.compile(r"\s*(?:와|과|하고|이랑|랑)\s*")
_OF_BOTH = re.compile(r"\s*의\s*(?P<what>합|곱|차)(?!집합|수)")
_INTO = re.compile(r"\s*(?P<mark>에서?|[을를])\s*")
_DONE = {
    "에": re.compile(r"\s*[을를]\s*(?P<verb>더|곱)(?:한|하여 얻은|해서 얻은)\s*(?:값|수|것|결과)"),
    "에서": re.compile(r"\s*[을를]\s*(?P<verb>뺀|빼서 얻은)\s*(?:값|수|것|결과)"),
    "을": re.compile(r"\s*(?:으)?로\s*(?P<verb>나눈|나누어 얻은)\s*(?:값|수|결과)"),
}
_BY_TIMES = re.compile(r"\s*의\s*(?P<times>\d+|두|세|네|다섯)\s*배")
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_OPERATION = re.compile(r"\s*(?P<what>더하기|빼기|곱하기|나누기)\s*")
_OPERATIONS: dict[str, Callable[[Node, Node], Node]] = {
    "더하기": plus,
    "빼기": minus,
    "곱하기": times,
    "나누기": over,
}
_VERBS = {"더": "더하기", "곱": "곱하기", "뺀": "빼기", "빼": "빼기", "나": "나누기"}


class _Said(NamedTuple):
    """A value in words: how it was said last, and of how many operations it is made."""

    node: Node
    how: str
    operations: int


_figure = whole_of(operand)


def _atoms(chart: Chart, at: int) -> Iterator[tuple[int, _Said]]:
    at = chart.skip(at)
    for end, node in _figure(chart, at):
        if not names(node, frozenset({"e", "i"})) and not isinstance(node, Percent):
            yield end, _Said(node, "figure", 0)
    if share := _SHARE.match(chart.text, at):
        yield share.end(), _Said(_part(share), "figure", 0)
    word = _SINO_WORD.match(chart.text, at)
    if word and word.group().strip():
        yield at + len(word.group().rstrip()), _Said(number(_sino(word.group())), "figure", 0)


def _sino(word: str) -> int:
    """`만 이천` is 12000."""
    total = below = digit = 0
    for sign in re.sub(r"\s", "", word):
        if sign in _SINO:
            digit = _SINO[sign]
        elif sign == "만":
            total, below, digit = (below + digit or 1) * 10_000, 0, 0
        else:
            below, digit = below + (digit or 1) * {"십": 10, "백": 100, "천": 1000}[sign], 0
    return total + below + digit


def _part(share: re.Match[str]) -> Node:
    below, above = (int(part) if part.isdigit() else _sino(part) for part in (share["below"], share["above"]))
    return over(number(above), number(below))


def _values(chart: Chart, at: int, room: int) -> Iterator[tuple[int, _Said]]:
    for end, said in _atoms(chart, at):
        yield from _grown(chart, end, said, room)


def _grown(chart: Chart, at: int, said: _Said, room: int) -> Iterator[tuple[int, _Said]]:
    """The value, and what is made of it by the words behind."""
    yield at, said
    if said.operations >= room:
        return
    for end, more in (*_unary(chart, at, said), *_joined(chart, at, said, room), *_worked(chart, at, said, room)):
        chart.skip(end)
        yield from _grown(chart, end, more, room)


def _unary(chart: Chart, at: int, said: _Said) -> Iterator[tuple[int, _Said]]:
    if found := _POWER.match(chart.text, at):
        word = re.sub(r"\s", "", found["word"])
        exponent = _POWERS[word] if word in _POWERS else int(word.removesuffix("제곱"))
        yield found.end(), _Said(Power(said.node, number(exponent)), "unary", said.operations + 1)
    for sign, build in _UNARY:
        if found := sign.match(chart.text, at):
            yield found.end(), _Said(build(said.node), "unary", said.operations + 1)
    if found := _BY_TIMES.match(chart.text, at):
        factor = _COUNTS.get(found["times"]) or int(found["times"])
        yield found.end(), _Said(times(number(factor), said.node), "unary", said.operations + 1)
    if (of := _OF.match(chart.text, at)) and (share := _SHARE.match(chart.text, of.end())):
        yield share.end(), _Said(times(_part(share), said.node), "unary", said.operations + 1)


def _joined(chart: Chart, at: int, said: _Said, room: int) -> Iterator[tuple[int, _Said]]:
    """`A와 B의 합`"""
    joint = _AND.match(chart.text, at)
    if joint is None:
        return
    for end, other in _values(chart, joint.end(), room - said.operations - 1):
        found = _OF_BOTH.match(chart.text, end)
        if found is None or (other.how == "unary" and said.how != "unary"):
            continue
        node = _both(found["what"], said.node, other.node)
        if node is not None:
            yield found.end(), _Said(node, "both", said.operations + other.operations + 1)


def _both(what: str, left: Node, right: Node) -> Node | None:
    match what:
        case "합":
            return plus(left, right)
        case "곱":
            return times(left, right)
    try:
        a, b = exact(left), exact(right)
    except UndecidedError:
        return None
    return minus(left, right) if a is not None and b is not None and a >= b else None


def _worked(chart: Chart, at: int, said: _Said, room: int) -> Iterator[tuple[int, _Said]]:
    """`A에 B를 더한 값`, `A에서 B를 뺀 값`, `A를 B로 나눈 값`"""
    mark = _INTO.match(chart.text, at)
    if mark is None:
        return
    done = _DONE["을" if mark["mark"] in "을를" else mark["mark"]]
    for end, other in _values(chart, mark.end(), room - said.operations - 1):
        if found := done.match(chart.text, end):
            node = _OPERATIONS[_VERBS[found["verb"][0]]](said.node, other.node)
            yield found.end(), _Said(node, "done", said.operations + other.operations + 1)


def _spoken(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
    for end, said in _values(chart, at, MAX_WORDED):
        if said.operations:
            yield end, said.node


def _operated(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
    """`십이 나누기 사`"""
    for end, left in _atoms(chart, at):
        if found := _OPERATION.match(chart.text, end):
            for last, right in _atoms(chart, found.end()):
                chart.skip(last)
                yield last, _OPERATIONS[found["what"]](left.node, right.node)


def _evaluate(body: Node) -> Built:
    if not isinstance(body, (Number, Mixed, Negative)):
        yield Evaluate(body)


_value = pattern(r"(?:의 값)?")
REQUESTS: tuple[Parser[Found], ...] = (
    rule(lambda body, _: _evaluate(body), _spoken, _value, *ASKED_KO),
    rule(lambda body, _: _evaluate(body), _operated, _value, *ASKED_KO),
)
"""Tried where nothing else understands the whole sentence."""
