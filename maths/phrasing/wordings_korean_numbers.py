"""Korean wordings about percentages, ratios, decimals, roots and bases: set phrases of the school room."""

from __future__ import annotations

import re
from math import isqrt
from typing import TYPE_CHECKING

from maths.phrasing.wordings_korean import ASKED

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

_N = r"\d+(?:\.\d+)?"
_WON = rf"{_N}(?:만|억)? ?원"
_RATE = rf"({_N}) ?%"
_FORMULA = r"[^가-힣,?]"
_LETTER = r"\$?([a-z])\$?"
_SHOW = r"(?:나타내|바꾸|고치)(?:시오|세요|십시오|어라|라)[.]?\s*$"
_THEN = r"(?:뒤|후)(?:에)?,? (?:다시 )?"
_DIRECTIONS = {"늘": "increase", "올": "increase", "오": "increase", "줄": "decrease", "내": "decrease"}


def _way(word: str) -> str:
    return _DIRECTIONS[word[0]]


def _whole_of_changed(found: re.Match[str]) -> str:
    said = f"{_way(found['way'])}d by {found['rate']}%"
    return f"When a number is {said}, the result is {found['value']}. What is the original number?"


def _changed_twice(found: re.Match[str]) -> str:
    first, second = _way(found["first"]), _way(found["second"])
    return f"What is {found['start']} {first}d by {found['one']}% and then {second}d by {found['two']}%?"


def _changed_in_all(found: re.Match[str]) -> str:
    first, second, asked = _way(found["first"]), _way(found["second"]), _way(found["asked"])
    changes = f"{first}d by {found['one']}% and then {second}d by {found['two']}%"
    return f"A number is {changes}. What is the overall percent {asked}?"


def _in_percent(found: re.Match[str]) -> str:
    top, _, bottom = found[1].partition("/")
    return f"What percent of {bottom or 1} is {top}?"


def _larger_share(found: re.Match[str]) -> str:
    wanted = "larger" if found["wanted"] == "큰" else "smaller"
    return f"{found['whole']} is divided in the ratio {found['ratio']}. Find the {wanted} part."


def _of_a_power(found: re.Match[str]) -> str:
    kind = "directly" if found["kind"] == "정비례" else "inversely"
    power = "square" if found["power"] == "제곱" else "cube"
    relation = f"{found['y']} varies {kind} as the {power} of {found['x']}"
    return f"{relation}. If {found['is']} when {found['when']}, find {found['wanted']} when {found['then']}."


def _nearest_whole(found: re.Match[str]) -> str:
    if found["side"] == found["end"]:
        return found.group()
    asked = "greatest integer less than" if found["side"] == "작은" else "smallest integer greater than"
    return f"What is the {asked} {found['value']}?"


def _two_signed(found: re.Match[str]) -> str:
    """Two integers by sum and product, of which one may be negative: where integers are said, they have to be such."""
    total, product = int(found["sum"]), int(found["product"])
    square = total * total - 4 * product
    if found["kind"] == "정수" and (square < 0 or isqrt(square) ** 2 != square):
        return found.group()
    return f"The sum of two numbers is {total} and their product is {product}. Find the numbers."


_PLACES = {"두": (2, "two"), "세": (3, "three"), "네": (4, "four"), "다섯": (5, "five")}


def _digit(found: re.Match[str]) -> str:
    letter = next(sign for sign in found["number"] if sign.isalpha())
    many, said = _PLACES[found["places"]]
    if many != len(found["number"]) or letter != found["letter"]:
        return found.group()
    number = f"the {said}-digit number {found['number']}"
    return f"If {number} is divisible by {found['divisor']}, find the digit {letter}."


_PERCENTAGES: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?:[가-힣]{{1,6}}[을를] )?{_RATE} 할인한 (?:가격|값)이 ({_WON})일 때,? "
            rf"(?:할인하기 전(?:의)? 가격|원래 가격|정가){ASKED}"
        ),
        r"After a \1% discount, the price is \2. What was the original price?",
    ),
    (
        re.compile(
            rf"^어떤 수를 (?P<rate>{_N}) ?% (?P<way>늘리|줄이)면 (?P<value>{_N})(?:[이가] 된다\.|이다\.|일 때,?) "
            rf"어떤 수{ASKED}"
        ),
        _whole_of_changed,
    ),
    (
        re.compile(rf"^어떤 수의 {_RATE}[가이] ({_N})일 때,? (?:그|이|어떤) 수의 {_RATE}{ASKED}"),
        r"If \1% of a number is \2, what is \3% of the same number?",
    ),
    (
        re.compile(
            rf"^(?P<start>{_WON}|{_N})[을를] (?P<one>{_N}) ?% (?P<first>늘린|줄인|올린|내린) {_THEN}"
            rf"(?P<two>{_N}) ?% (?P<second>늘린|줄인|올린|내린) (?:값|수|금액){ASKED}"
        ),
        _changed_twice,
    ),
    (
        re.compile(
            rf"^(?:어떤 (?:물건|상품)의 (?:가격|값)|어떤 수)[을를] (?P<one>{_N}) ?% (?P<first>늘린|줄인|올린|내린) "
            rf"{_THEN}(?P<two>{_N}) ?% (?P<second>늘리|줄이|올리|내리)면,? 처음(?:보다| (?:가격|값|수)보다) "
            r"몇 ?% (?P<asked>오른|내린|늘어난|줄어든) (?:것|셈)(?:입니까|인가요?|일까요)[.?]*\s*$"
        ),
        _changed_in_all,
    ),
    (re.compile(rf"^({_N}|\d+/\d+)[을를] (?:백분율|퍼센트)로 {_SHOW}"), _in_percent),
)
_RATIOS: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?P<whole>{_N})[을를] \$?(?P<ratio>{_N}(?::{_N})+)\$?(?:으)?로 (?:나눌|비례 ?배분할) 때,? "
            rf"더 (?P<wanted>큰|작은) (?:쪽(?:의 값)?|값|수){ASKED}"
        ),
        _larger_share,
    ),
    (
        re.compile(
            r"^\$?(?P<y>[a-z])\$?[가이] \$?(?P<x>[a-z])\$?의 (?P<power>제곱|세제곱)에 (?P<kind>정비례|반비례)하고,? "
            rf"(?P<when>{_FORMULA}+)일 때 (?P<is>{_FORMULA}+?)이다\. (?P<then>{_FORMULA}+)일 때,? "
            rf"\$?(?P<wanted>[a-z])\$?의 값{ASKED}"
        ),
        _of_a_power,
    ),
    (re.compile(rf"^비례식 ({_FORMULA}+=\s*{_FORMULA}+?)에서 (?=\$?[a-z])"), r"\1일 때, "),
    (re.compile(rf"^비례식 (?={_FORMULA}+=)"), "방정식 "),
)
_DECIMALS: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(\d+/\d+)[을를] (?:순환 ?)?소수로 나타낼 때,? 순환마디(?:의)? (?:길이|자릿수|숫자의 개수){ASKED}"
        ),
        r"What is the length of the repeating block of \1?",
    ),
    (
        re.compile(rf"^(\d+/\d+)[을를] (?:유한 ?)?소수로 나타낼 때,? 소수점 아래 (?:숫자의 개수|자릿수){ASKED}"),
        r"How many decimal places are in \1?",
    ),
    (re.compile(rf"^순환 ?소수 (\$?\d{_FORMULA}*?)([을를]) (?:기약 ?)?분수로"), r"\1\2 분수로"),
)
_ROOTS: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?P<value>{_FORMULA}*(?:√|sqrt){_FORMULA}+)보다 (?P<side>작은|큰) "
            rf"(?:정수 중(?:에서)? )?가장 (?P<end>작은|큰) (?:정수|수){ASKED}"
        ),
        _nearest_whole,
    ),
    (
        re.compile(
            rf"^({_FORMULA}*(?:√|sqrt){_FORMULA}+)[과와] ({_FORMULA}*(?:√|sqrt){_FORMULA}+) "
            rf"사이(?:의|에 있는) 정수의 개수{ASKED}"
        ),
        r"How many integers are between \1 and \2?",
    ),
    (
        re.compile(rf"^({_FORMULA}*(?:√|sqrt){_FORMULA}+)의 값을 반올림하여 "),
        r"\1을 반올림하여 ",
    ),
    (
        re.compile(
            r"^두 (?P<kind>수|정수)의 합이 (?P<sum>-?\d{1,9})이고,? (?:두 (?:수|정수)의 )?"
            r"곱이 (?P<product>-?\d{1,9})일 때,? "
            rf"(?:이 )?두 (?P=kind){ASKED}"
        ),
        _two_signed,
    ),
)
_BASES: tuple[Wording, ...] = (
    (
        re.compile(rf"^({_FORMULA}+)[을를] (\d+)진법으로 나타내면 몇 자리 수(?:입니까|인가요?|일까요)[.?]*\s*$"),
        r"How many digits does \1 have in base \2?",
    ),
    (
        re.compile(rf"^({_FORMULA}+)[을를] (\d+)진법으로 나타낼 때,? 각 자리(?:의)? 숫자의 합{ASKED}"),
        r"Find the sum of the digits of the base \2 representation of \1.",
    ),
    (
        re.compile(rf"^({_FORMULA}+)[을를] (\d+)진법으로 나타낼 때,? 일의 자리(?:의)? 숫자{ASKED}"),
        r"What is the units digit of \1 in base \2?",
    ),
    (
        re.compile(rf"^({_FORMULA}*_{_FORMULA}*[-+*]{_FORMULA}+|{_FORMULA}*_{_FORMULA}*\\(?:cdot|times){_FORMULA}+)"
                   rf"(?:의 값)?[을를] (\d+)진법으로 {_SHOW}"),
        r"Express \1 in base \2.",
    ),
    (
        re.compile(rf"^{_LETTER}진법에서 ({_FORMULA}+=\s*{_FORMULA}+)[이가] 성립할 때,? \$?\1\$?의 값{ASKED}"),
        r"Find the base \1 in which the equation \2 is valid.",
    ),
    (
        re.compile(rf"^({_FORMULA}*\d_{_FORMULA}+)[을를] (\d+)(?:으)?로 나눈 나머지{ASKED}"),
        r"What is the remainder when \1 is divided by \2?",
    ),
)  # fmt: skip
_REMAINDERS: tuple[Wording, ...] = (
    (
        re.compile(
            r"^(?P<places>[두세네]|다섯) 자리 (?:자연)?수 \$?(?P<number>\d*[a-z]\d*)\$?[이가] (?P<divisor>\d+)의 "
            rf"배수일 때,? (?:숫자 )?\$?(?P<letter>[a-z])\$?(?:의 값)?{ASKED}"
        ),
        _digit,
    ),
    (
        re.compile(rf"^({_FORMULA}+)의 (?:마지막|끝|끝의|맨 끝) 두 자리(?: 수| 숫자)?{ASKED}"),
        r"What are the last two digits of \1?",
    ),
    (
        re.compile(
            rf"^({_FORMULA}+(?:<|≤|\\leq?){_FORMULA}+)이고,? ({_FORMULA}*(?:≡|\\equiv){_FORMULA}+)인 "
            rf"정수 {_LETTER}{ASKED}"
        ),
        r"Find the integer \3 with \1 and \2.",
    ),
)
NUMBERS_KOREAN: tuple[Wording, ...] = (*_PERCENTAGES, *_RATIOS, *_DECIMALS, *_ROOTS, *_BASES, *_REMAINDERS)
