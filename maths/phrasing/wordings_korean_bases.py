"""Korean wordings about numbers in other bases: the base said twice, once for several numbers, or as small digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

_END = r"\s*[.?]*\s*$"

_SYSTEMS = {
    "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10, "십이": 12, "십육": 16,
}  # fmt: skip
_SYSTEM = rf"(?:{'|'.join(sorted(_SYSTEMS, key=len, reverse=True))}|\d{{1,2}})"
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_MARKED = r"_\{?\(?(?P<mark>\d{1,2})\)?\}?"
_NUMERAL = r"(?P<{0}>[0-9][0-9A-F]*)(?:_\{{?\(?(?P<{0}base>\d{{1,2}})\)?\}}?)?"
_JOINS = {"합": "+", "차": "-", "곱": "*"}


def _base(word: str) -> int:
    return _SYSTEMS.get(word) or int(word)


def _said_twice(found: re.Match[str]) -> str:
    """`이진법의 수 1011₍₂₎`: the base may be said twice, where it is the same."""
    return found["digits"] + f"_{found['mark']}" if _base(found["base"]) == int(found["mark"]) else found.group()


def _in_base(found: re.Match[str]) -> str:
    """`이진법으로 나타낸 수 1101과 1011의 합을 이진법으로`: one base for all of it."""
    base, target = _base(found["base"]), _base(found["target"])
    marks = {int(mark) for mark in (found["abase"], found["bbase"]) if mark}
    if base != target or not marks <= {base}:
        return found.group()
    sign = _JOINS.get(found["how"] or "", "-")
    return f"{base}진법에서 {found['a']} {sign} {found['b']}을 계산하시오."


def _marked_sum(found: re.Match[str]) -> str:
    """`1011_(2) + 110_(2)를 계산하여 이진법으로`"""
    bases = {int(found["abase"] or 0), int(found["bbase"] or 0), _base(found["target"])}
    if len(bases) != 1:
        return found.group()
    return f"{bases.pop()}진법에서 {found['a']} {found['sign']} {found['b']}을 계산하시오."


def _expanded(found: re.Match[str]) -> str:
    """`3×5^2 + 2×5 + 4를 오진법으로`: digits times powers of the base, in falling order."""
    base = _base(found["target"])
    digits: dict[int, int] = {}
    for term in re.split(r"\+", found["sum"].replace(" ", "")):
        match = re.fullmatch(r"(?:(\d+)[×x*·])?(\d+)\^\{?(\d)\}?|(\d+)[×x*·](\d+)|(\d+)", term)
        if match is None or (match[2] or match[5] or str(base)) != str(base):
            return found.group()
        power = int(match[3]) if match[3] else 1 if match[5] else 0
        digit = int(match[1] or 1) if match[2] else int(match[4] or match[6])
        if power in digits or digit >= base or base > 10:  # noqa: PLR2004 - digits of one sign
            return found.group()
        digits[power] = digit
    if len(digits) == 1 or base < 2:  # noqa: PLR2004
        return found.group()
    value = sum(digit * base**power for power, digit in digits.items())
    return f"십진법의 수 {value}을 {base}진법으로 나타내시오."


BASES: tuple[Wording, ...] = (
    (re.compile(r"(?<=[0-9])([₀-₉]+)(?=[을를이가은는의와과 +])"), lambda found: f"_{found[1].translate(_LOWERED)}"),
    (re.compile(r"(?<=[0-9A-F])₍([₀-₉]+)₎"), lambda found: f"_{found[1].translate(_LOWERED)}"),
    (
        re.compile(
            rf"(?P<base>{_SYSTEM})진(?:법|수)(?:의|으로 (?:나타낸|쓴|표현된)|으로 나타내어진)? ?(?:수 )?"
            rf"(?P<digits>[0-9][0-9A-F]*){_MARKED}"
        ),
        _said_twice,
    ),
    (
        re.compile(
            rf"^(?P<base>{_SYSTEM})진(?:법으로 나타낸|법의|수)(?: 두)?(?: 수)? {_NUMERAL.format('a')}"
            rf"(?:[와과]|에서|에)(?: (?P=base)진수| 수)? ?{_NUMERAL.format('b')}"
            rf"(?:의 (?P<how>합|차|곱)|[을를] 뺀 (?:값|수))을 (?P<target>{_SYSTEM})진(?:법|수)(?:의 수)?(?:으)?로 "
            rf"(?:나타내|쓰|표현하|구하)[가-힣 ]*{_END}"
        ),
        _in_base,
    ),
    (
        re.compile(
            rf"^{_NUMERAL.format('a')} ?(?P<sign>[-+×]) ?{_NUMERAL.format('b')}[을를] (?:계산하여|계산해서?) "
            rf"(?P<target>{_SYSTEM})진(?:법|수)(?:의 수)?(?:으)?로 (?:나타내|쓰|표현하)[가-힣 ]*{_END}"
        ),
        _marked_sum,
    ),
    (
        re.compile(
            rf"^(?P<sum>\d[\d ×x*·+^{{}}]*\+[\d ×x*·+^{{}}]*\d\}}?)[을를] (?P<target>{_SYSTEM})진법(?:의 수)?으로 "
            rf"(?:나타내|쓰|표현하)[가-힣 ]*{_END}"
        ),
        _expanded,
    ),
    (re.compile(r"(?<=[가-힣\d])진법으로 (?:나타낸|쓴) (?:수 )?(?=\d)"), "진법의 수 "),
    (re.compile(r"진법의 수로 (?=(?:나타내|바꾸|고치|쓰|변환|표현))"), "진법으로 "),
    (
        re.compile(rf"진(법|수)(으로|로) (?:바꿔|바꾸어|고쳐|나타내어|나타내) ?(?:줘|주세요|줘요|라|보시오){_END}"),
        r"진\1\2 바꾸시오.",
    ),
)
