"""Korean wordings of the school room: other endings, names that stand before what they name, words that add nothing."""

from __future__ import annotations

import re
from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from maths.phrasing.wordings_korean import ASKED

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

_N = r"\d+(?:\.\d+)?"
_SIGNED = rf"-?{_N}(?:/\d+)?"
_PLAIN = r"[^가-힣]"
_FORMULA = r"[^가-힣,.?]"
_WON = r"\d+(?:\.\d+)?(?:만|억)? ?원"
_POINT = r"\([^()가-힣]+\)"
_PERCENT = rf"(?:[은는이가]?\s*몇 ?%(?:인가요?|입니까|일까요?|이냐|야)[.?]*\s*$|{ASKED})"
_BRINE = "(?:소금물|설탕물)"
_SOLUTE = "(?:소금|설탕)"
_DISSOLVED = "(?:들어|녹아) ?있는"
_SAVED = "(?:예금|저금)(?:할 때|하면)"
_SHRUNK = "(?:감소|줄어)(?:했을 때|하였을 때|들었을 때|한|든)"
_GROWN = "(?:증가|늘어)(?:했을 때|하였을 때|났을 때|한|난)"
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def _base(found: re.Match[str]) -> str:
    return f"_{found[1].translate(_SUBSCRIPTS)}"


def _letters_made(found: re.Match[str]) -> str:
    """`√48을 a√b의 꼴로`: the letters only show the form, so they may not occur in the number."""
    return (
        found.group() if re.search(r"(?<![a-z\\])[a-z](?![a-z])", found[1]) else f"{found[1]}{found[2]} 간단히 하시오."
    )


def _named(found: re.Match[str]) -> str:
    """A name that is not used again may go."""
    rest = found.string[found.end() :]
    return found.group() if re.search(rf"(?<![A-Za-z]){found['name']}(?![A-Za-z])", rest) else f"{found['kind']} "


def _half_open(found: re.Match[str]) -> str:
    """`구간 [0, 2π)에서 sin x = 0`: the one letter of the equation lies there."""
    letters = set(re.findall(r"(?<![A-Za-z\\])(?:\d*)([a-zθ])(?![A-Za-z])", found["rest"]))
    if len(letters) != 1:
        return found.group()
    left, right = "≤" if found["open"] == "[" else "<", "≤" if found["close"] == "]" else "<"
    return f"{found['low']} {left} {letters.pop()} {right} {found['high']}일 때 {found['rest']}"


def _solution(found: re.Match[str]) -> str:
    """Salt that was added to water: a part of what both weigh together."""
    both = Fraction(found["salt"]) + Fraction(found["water"])
    return f"{found['salt']}은 {both}의 몇 %인가?" if both.denominator == 1 else found.group()


_DIGIT_OF = (
    r"(?:[가-힣]{1,2} 자리(?: 자연수|의 수| 수|의 자연수)? |수 )?(?P<number>(?=[\d□]*□)(?=[\d□]*\d)[1-9][\d□]*)"
    r"[이가은는] (?P<divisor>\d+)(?:의 배수(?:일 때|이면|라고 할 때|가 되도록 하는|가 되려면)|"
    r"(?:으)?로 나누어 ?떨어(?:질 때|지면|진다고 할 때|지도록 하는)),? "
)
_SAID_PLACES = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}
_BOX = r"(?:이때 )?□ ?(?:에|안에|안의) (?:알맞은|들어갈|들어갈 수 있는) (?:숫자|수)"


def _missing_digit(found: re.Match[str]) -> str:
    """`34□가 9의 배수일 때`: a box between the digits of one number, said once, is one digit."""
    number, places = found["number"], re.match(r"([가-힣]{1,2}) 자리", found.group())
    if number.count("□") != 1 or (places and _SAID_PLACES.get(places[1]) != len(number)):
        return found.group()
    said = f"{number.replace('□', 'd')} is divisible by {found['divisor']}"
    return f"For how many digits d is {said}?" if found["many"] else f"If {said}, what is the digit d?"


def _boxed(found: re.Match[str]) -> str:
    """`□ + 17 = 42`: a box beside no digit stands for one number."""
    equation = found["equation"].strip(" ,")
    if equation.count("□") != 1 or re.search(r"[\dA-Za-z]□|□[\dA-Za-z]|[A-Za-z]", equation):
        return found.group()
    return f"{equation.replace('□', 'x')}일 때 x의 값은?"


_BOXES: tuple[Wording, ...] = (
    (re.compile(rf"^{_DIGIT_OF}{_BOX}(?P<many>의 개수)?{ASKED}"), _missing_digit),
    (
        re.compile(
            rf"^(?P<equation>{_PLAIN}+=\s*{_PLAIN}+?)(?:일 때|에서|이면),? □ ?"
            rf"(?:(?:에|안에) (?:알맞은|들어갈) 수)?{ASKED}"
        ),
        _boxed,
    ),
    (
        re.compile(
            r"^□ ?(?:에|안에) (?:알맞은|들어갈) 수를 (?:써 ?넣으|구하)시오[.:]? "
            rf"(?P<equation>{_PLAIN}+=\s*{_PLAIN}+)$"
        ),
        _boxed,
    ),
)
_SUM_AND = r"합[이은] (?P<sum>\d{1,9})(?:이고|이며),? (?:두 수의 )?[차곱][가는이은] (?P<other>\d{1,9})"


def _two(found: re.Match[str]) -> str:
    """`두 자연수의 합이 15이고 차가 3일 때`: where natural numbers are said, the two have to be such."""
    total, other, product = int(found["sum"]), int(found["other"]), "곱" in found.group()
    gap = isqrt(max(total * total - 4 * other, 0)) if product else other
    whole = (total + gap) % 2 == 0 and total > gap and (not product or total * total - gap * gap == 4 * other)
    if found["kind"] != "수" and not whole:
        return found.group()
    said = "their product" if product else "their difference"
    return f"The sum of two numbers is {total} and {said} is {other}. Find the numbers."


_TWO: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?:어떤 )?두 (?P<kind>수|자연수|정수)의 {_SUM_AND}(?:이다\.|일 때,?|라고 할 때,?|이라고 할 때,?) "
            rf"(?:이 )?두 (?P=kind){ASKED}"
        ),
        _two,
    ),
    (re.compile(rf"^{_SUM_AND}인 두 (?P<kind>수|자연수|정수){ASKED}"), _two),
)
_TAILS: tuple[Wording, ...] = (
    (re.compile(r"₍([₀-₉]+)₎"), _base),
    (
        re.compile(r"(얼마|무엇|몇 ?[가-힣a-zA-Z%³²/]+?)인지 (?:구하|말하|답하)(?:시오|세요|여라|라)\s*[.]?\s*$"),
        r"\1인가?",
    ),
    (
        re.compile(r"(얼마|무엇|몇 ?[가-힣a-zA-Z%³²/]+?)인지 (?:구해|말해|알려|가르쳐)(?:라| ?줘| ?주세요)\s*[.]?\s*$"),
        r"\1인가?",
    ),
    (re.compile(r"얼마가 (?:되는가|됩니까|되나요|될까요)\s*\?*\s*$"), "얼마인가?"),
    (re.compile(r"(바꾸|나타내|고치)면 (?:얼마|무엇)(?:인가요?|입니까)\s*[.?]*\s*$"), r"\1시오."),
    (re.compile(r"나타내(?:어라|라|보시오|어 보시오|어보시오)\s*[.]?\s*$"), "나타내시오."),
    (re.compile(rf"({_PLAIN}+(?:으)?로) 나누면\s*\?*\s*$"), r"\1 나눈 값은?"),
    (
        re.compile(rf"^({_PLAIN}*√{_PLAIN}*)([을를]) a√b(?:의)? ?(?:꼴|형태|모양)(?:으)?로 나타내시오\s*[.]?$"),
        _letters_made,
    ),
    (re.compile(r"(?<=[\d₀-₉}]) 값을 (?:알려|구해|말해)(?: ?줘| ?주세요)\s*[.]?$"), "의 값은?"),
    (re.compile(r"(?<=[가-힣])을 각각 구하(?=시오|여라|세요)"), "을 구하"),
    (re.compile(r"(?<=행렬식)의 값"), ""),
    (re.compile(r"은 모두 몇 개(?:인가요?|입니까|있는가|일까요?|인지 구하시오)\s*[.?]*\s*$"), "의 개수는?"),
    (re.compile(rf"(다섯|여섯|[두세네]|\d+) ?개의 (?:수|변량|자료의 값)\s+(?={_SIGNED}, ?)"), r"\1 수 "),
)
_NAMES: tuple[Wording, ...] = (
    (re.compile(r"^(?P<kind>벡터) (?P<name>[a-z]|\\vec\{?[a-z]\}?) ?= ?(?=\()"), _named),
    (re.compile(r"^(?P<kind>복소수) (?P<name>[a-z]) ?= ?(?=[-\d(ia-z])"), _named),
    (re.compile(r"^(?P<kind>행렬) (?P<name>[A-Z]) ?= ?(?=\[)"), _named),
    (re.compile(rf"^(?:일차)?함수 (y ?= ?{_PLAIN}+?)의 그래프의 (?=[xy] ?절편)"), r"직선 \1의 "),
    (re.compile(rf"^두 직선 (y ?= ?{_FORMULA}+?)[와과] (?=y ?=)({_PLAIN}+?)의 (?=교점)"), r"직선 \1와 직선 \2의 "),
    (re.compile(rf"^수열 \{{({_PLAIN}+)\}}의 (?:극한값?)(?={ASKED})"), r"lim_{n→∞} (\1)의 값"),
    (re.compile(r"(?:으)?로 정의(?:된|되는) 수열 \{a_n\}에 대하여 (?=a_)"), "일 때 "),
    (re.compile(r"^수열 \{a_n\}이 (a_1 ?= ?.+?)(?:을|를) 만족(?:시킬|할) 때,? (?=a_)"), r"\1일 때 "),
    (
        re.compile(
            r"^(?:(?:반)?(?:닫힌|열린) )?구간 (?P<open>[\[(])(?P<low>[^,가-힣]+), ?"
            r"(?P<high>[^,가-힣]+)(?P<close>[\])])에서 "
            rf"(?P<rest>(?:방정식 )?{_PLAIN}+=.*)$"
        ),
        _half_open,
    ),
    (
        re.compile(
            rf"^({_PLAIN}+(?:<=?|≤) ?(?P<letter>[a-zθ]) ?(?:<=?|≤){_PLAIN}+일 때,? {_PLAIN}+=\s*{_PLAIN}+)[을를] "
            r"만족(?:하는|시키는) (?P=letter)(?:의 값)?을 "
        ),
        r"\1의 해를 ",
    ),
    (re.compile(r"^밑이 \d+인 (?:로그)?방정식 (?=log)"), ""),
    (re.compile(rf"^({_PLAIN}+≡{_PLAIN}+)[을를] 만족(?:하는|시키는) [a-z](?:의 값)?(?={ASKED})"), r"\1의 해"),
    (
        re.compile(rf"^점 ({_POINT})에서 (직선 {_PLAIN}+?)까지의 거리(?={ASKED})"),
        r"점 \1와 \2 사이의 거리",
    ),
    (re.compile(r"\b(t)(?=(?:은|는|을) 몇 ?kg(?![a-z]))"), "톤"),
    (re.compile(r"(\d)에서 (?=소수 (?:첫|둘|셋|넷)째 자리 숫자)"), r"\1의 "),
    (
        re.compile(
            rf"^직각삼각형에서 빗변의 길이가 ({_PLAIN}+)이고,? 다른 한 변의 길이가 ({_PLAIN}+)일 때,? (?:나머지|다른) "
        ),
        r"직각삼각형에서 빗변의 길이가 \1이고 한 변의 길이가 \2일 때 나머지 ",
    ),
)
_CHANCES: tuple[Wording, ...] = (
    (re.compile(r"적어도 (?:하나|한 ?명)(?=[는은])"), "적어도 한 개"),
    (re.compile(r"적어도 하나가"), "적어도 한 개가"),
    (re.compile(r"(?<=자연수가) 각각 하나씩 (?=적힌|쓰인|적혀|쓰여)"), " 하나씩 "),
    (
        re.compile(
            r"((?:공|구슬) (?:한 ?개|1개|하나)를 (?:임의로 )?(?:꺼낼|뽑을|꺼냈을|뽑았을) 때,? )그 (?:공|구슬)이 "
        ),
        r"\1",
    ),
    (re.compile(r"(?<=[공슬]) 하나를 (?=(?:임의로 )?(?:꺼낼|뽑을|꺼냈을))"), " 한 개를 "),
)
_MONEY: tuple[Wording, ...] = (
    (
        re.compile(rf"^{_SOLUTE} (?P<part>\d+) ?g이 {_DISSOLVED} {_BRINE} (?P<whole>\d+) ?g의 농도{_PERCENT}"),
        r"\g<part>은 \g<whole>의 몇 %인가?",
    ),
    (
        re.compile(
            rf"^물 (?P<water>\d+) ?g에 {_SOLUTE} (?P<salt>\d+) ?g을 (?:넣어|녹여|타서) (?:만든|녹인) {_BRINE}의 농도"
            rf"{_PERCENT}"
        ),
        _solution,
    ),
    (
        re.compile(
            rf"^(?:농도가 )?({_N}) ?%(?:의|인) {_BRINE} (\d+) ?g(?:에|속에| 속에)? {_DISSOLVED} {_SOLUTE}"
            rf"(?:의 양)?(?:은 몇 ?g(?:인가요?|입니까|일까요?)\s*[.?]*$|{ASKED})"
        ),
        r"\2의 \1%는 얼마인가?",
    ),
    (
        re.compile(
            rf"^({_WON})짜리 [가-힣]{{1,6}}[을를] ({_N}) ?% 할인받으면 얼마를 내야 (?:하는가|하나요|합니까)\s*\?*$"
        ),
        r"\1을 \2% 할인하면 얼마인가?",
    ),
    (
        re.compile(rf"^({_WON})을 연이율 ({_N}) ?%,? 1년마다 복리로 (?:예금|저금)할 때,? (\d+)년 후의? (?=원리합계)"),
        r"원금 \1을 연이율 \2%의 복리로 \3년간 예금할 때 ",
    ),
    (
        re.compile(rf"^연이율 ({_N}) ?%,? 1년마다 복리로 ({_WON})을 {_SAVED},? (\d+)년 후의? 원리합계{ASKED}"),
        r"원금 \2을 연이율 \1%의 복리로 \3년간 예금할 때 원리합계를 구하시오.",
    ),
    (
        re.compile(rf"^(?:원금 )?({_WON})을 연이율 ({_N}) ?%로 (\d+)년(?:간| 동안) (단리|복리)로 {_SAVED},? "),
        r"원금 \1을 연이율 \2%의 \4로 \3년간 예금할 때 ",
    ),
    (re.compile(rf"^({_SIGNED})에서 ({_N}) ?% (?:증가|늘어)(?:한|난) (?:값|수){ASKED}"), r"\1을 \2% 늘린 값은?"),
    (
        re.compile(rf"^({_SIGNED})에서 ({_N}) ?% (?:감소|줄어)(?:한|든) (?:값|수){ASKED}"),
        r"What is \1 decreased by \2%?",
    ),
    (re.compile(rf"^({_SIGNED})[을를] ({_N}) ?% 늘리면 얼마인가\?$"), r"\1을 \2% 늘린 값은?"),
    (
        re.compile(rf"^({_SIGNED})[을를] ({_N}) ?% 줄(?:이면 얼마인가\?$|인 (?:값|수){ASKED})"),
        r"What is \1 decreased by \2%?",
    ),
    (
        re.compile(rf"^({_N})에서 ({_N})(?:으)?로 {_SHRUNK},? ?(?:의 )?감소율{_PERCENT}"),
        r"What is the percent decrease from \1 to \2?",
    ),
    (
        re.compile(rf"^({_N})에서 ({_N})(?:으)?로 {_GROWN},? ?(?:의 )?증가율{_PERCENT}"),
        r"What is the percent increase from \1 to \2?",
    ),
)
SCHOOL: tuple[Wording, ...] = (*_TAILS, *_BOXES, *_TWO, *_NAMES, *_CHANCES, *_MONEY)
