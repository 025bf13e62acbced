"""Korean wordings of everyday exercises: boxes, some number, figures said at another place of the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.phrasing.wordings_korean import ASKED
from maths.phrasing.wordings_korean_bases import BASES

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

_PLAIN = r"[^가-힣]"
_N = r"\d+(?:\.\d+)?"
_COUNTS = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7}
_COUNT = f"(?:{'|'.join(_COUNTS)}|\\d{{1,2}})"
_WHEN = r"(?:일 때,?|이면,?|라면,?|이라면,?|라고 할 때,?|이라고 할 때,?|라 하면,?|이라 하면,?)"
_END = r"\s*[.?]*\s*$"
_NUMBER = "(?:자연수|수|정수)"


def _number(word: str) -> int:
    return _COUNTS.get(word) or int(word)


# a box in an equation

_BOX = r"(?:□|\( {0,3}\)|빈칸|☐|◻)"
_EQUATION = rf"(?P<equation>{_PLAIN}*?=\s*{_PLAIN}*?)"
_FILL = rf"{_BOX} ?(?:안)?(?:에|의)? ?(?:들어갈 수 있는|들어갈|알맞은)? ?(?:알맞은)? ?(?:수|값|숫자)?"


def _boxed(found: re.Match[str]) -> str:
    """A box beside no digit stands for one number; two boxes may stand for two."""
    equation = re.sub(r"\( {0,3}\)|[☐◻]", "□", found["equation"]).strip(" ,.:")
    if equation.count("□") != 1 or equation.count("=") != 1:
        return found.group()
    if re.search(r"[\dA-Za-z]□|□[\dA-Za-z]|[A-Za-z<>≤≥]", equation):
        return found.group()
    equation = re.sub(r"([^\s:=]+)\s*:\s*([^\s:=]+)", r"(\1)/(\2)", equation.replace("□", "x"))
    return f"{equation}일 때 x의 값은?"


_BOXES: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?:다음 )?(?:등식|식|계산에서|식에서)? ?{_EQUATION}(?:이|가)? ?"
            rf"(?:{_WHEN}|에서,?|이 성립할 때,?|이 성립하도록,?|가 성립하도록,?|이 되도록) {_FILL}{ASKED}"
        ),
        _boxed,
    ),
    (
        re.compile(
            rf"^(?:다음 )?(?:식의|식에서|등식의|등식에서)? ?{_FILL}[을를] "
            rf"(?:써 ?넣으|구하|쓰|적으|찾으|써|말하)[가-힣 ]*[.:]? {_EQUATION}\s*[.?]*$"
        ),
        _boxed,
    ),
)

# a missing digit

_DIGITS = r"(?P<number>(?=[\d□a-z]*[□a-z])(?=[\d□a-z]*\d)[1-9□a-z][\d□a-z]{1,9})"
_DIVIDED = (
    r"(?P<divisor>\d{1,4})(?:의 배수|(?:으)?로 나누어 ?떨어)"
    rf"(?:{_WHEN}|(?:가|이)? ?(?:되도록(?: 하는)?|되게(?: 하는)?|되려면),?|질 때,?|지면,?|지도록(?: 하는)?,?|지게 하는|"
    r"(?:이다|진다)\.(?: 이때,?)?|진다고 할 때,?|(?:가|이) 되는)"
)
_SLOT = r"(?:□|숫자 [a-z]|[a-z])"
_MISSING = re.compile(
    rf"^(?:(?P<places>{_COUNT}) ?자리(?:의)? {_NUMBER} |{_NUMBER} )?{_DIGITS}[이가은는] ?{_DIVIDED} "
    rf"(?P<slot>{_SLOT}) ?(?:안)?(?:에|의)? ?(?:들어갈 수 있는|들어갈|알맞은|가능한)? ?(?:알맞은)? ?(?:모든 )?"
    r"(?:한 자리 )?(?:숫자|수|값|자연수)?(?P<rest>.*)$"
)
_RESTS = (
    (re.compile(rf"(?:들)?의 합(?:{ASKED})"), "What is the sum of all possible digits {d} such that {said}?"),
    (re.compile(rf"의 개수(?:{ASKED})|[은는]? ?모두 몇 ?개(?:인가요?|입니까|인지 구하시오)?{_END}"),
     "For how many digits {d} is {said}?"),
    (re.compile(rf" ?(?:중|중에서|가운데) 가장 큰 (?:수|숫자|것|값){ASKED}"),
     "If {said}, what is the largest possible value of the digit {d}?"),
    (re.compile(rf" ?(?:중|중에서|가운데) 가장 작은 (?:수|숫자|것|값){ASKED}"),
     "If {said}, what is the smallest possible value of the digit {d}?"),
    (re.compile(r"[을를] 모두 .*$|들을 .*$"), "Find all digits {d} such that {said}."),
    (re.compile(rf"{ASKED}|[을를]? ?써 ?넣으(?:시오|세요){_END}"), "If {said}, what is the digit {d}?"),
)  # fmt: skip


def _missing_digit(found: re.Match[str]) -> str:
    """`34□가 9의 배수일 때`: one box, or one letter, between the digits of one number is one digit."""
    number = found["number"]
    signs = set(re.findall(r"[□a-z]", number))
    places = found["places"]
    slot = found["slot"].removeprefix("숫자 ")
    if signs != {slot} or (slot == "□" and number.count("□") != 1) or (places and _number(places) != len(number)):
        return found.group()
    letter = "d" if slot == "□" else slot
    said = f"{number.replace(slot, letter)} is divisible by {found['divisor']}"
    for pattern, question in _RESTS:
        if pattern.fullmatch(found["rest"]):
            return question.format(d=letter, said=said)
    return found.group()


# some number

_SOME = r"어떤 (?P<kind>수|자연수|정수)"
_PLUS = {"더": "+", "뺀": "-", "빼": "-", "곱": "*"}


def _some_number(found: re.Match[str]) -> str:
    """`어떤 수의 3배에서 5를 뺀 수는 16과 같다`"""
    mark, sign = found["mark"], _PLUS[found["how"][0]]
    if (sign == "-") != (mark == "에서"):
        return found.group()
    return f"{found['times']}*x {sign} {found['by']} = {found['value']}일 때 x의 값은?"


def _undivided(found: re.Match[str]) -> str:
    """`4로 나누면 몫이 7이고 나머지가 3`: the rest has to be smaller than the divisor."""
    if int(found["rest"]) >= int(found["divisor"]):
        return found.group()
    return f"{found['divisor']}*{found['quotient']} + {found['rest']}의 값은?"


_SAME = r"(?:[와과] 같다\.|이다\.|일 때,?|이 된다\.|가 된다\.|이라 할 때,?|[와과] 같을 때,?|이 됩니다\.|가 됩니다\.)"
_ASKED_FOR = rf"(?:어떤 {_NUMBER}|이 수|그 수){ASKED}"
_SOMES: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^{_SOME}의 (?P<times>{_N})배(?P<mark>에서|에) (?P<by>{_N})[을를] (?P<how>더한|뺀|더하면|빼면) ?"
            rf"(?:수|값|것)?(?:[은는이가])? ?(?P<value>-?{_N}){_SAME} {_ASKED_FOR}"
        ),
        _some_number,
    ),
    (
        re.compile(
            rf"^{_SOME}[을를] (?P<times>{_N})배(?:하여|한 후|한 다음) (?P<by>{_N})[을를] (?P<how>더하면|빼면) "
            rf"(?P<value>-?{_N})(?:이 된다\.|가 된다\.|이 됩니다\.|가 됩니다\.|이다\.) {_ASKED_FOR}"
        ),
        lambda found: (
            f"{found['times']}*x {_PLUS[found['how'][0]]} {found['by']} = {found['value']}일 때 x의 값은?"
        ),
    ),
    (
        re.compile(
            rf"^{_SOME}[을를] (?P<divisor>\d+)(?:으)?로 (?:나누면|나누었더니|나누었을 때,?|나눌 때,?|나눴더니) "
            r"몫[이은] (?P<quotient>\d+)(?:이고|이며),? 나머지[가는] (?P<rest>\d+)"
            rf"(?:이다|였다|이었다|가 된다|이 된다|입니다|이었습니다|였습니다)[.,] {_ASKED_FOR}"
        ),
        _undivided,
    ),
    (
        re.compile(rf"^{_BOX}(?P<mark>에서|에) (?P<by>{_N})[을를] (?P<how>더하|빼|곱하)면 (?P<value>{_N})[이가] "
                   rf"(?:됩니다|된다|되었다)\. {_FILL}{ASKED}"),
        lambda found: f"x {_PLUS[found['how'][0]]} {found['by']} = {found['value']}일 때 x의 값은?",
    ),
)  # fmt: skip

# figures, chances, calendars: the same words in the order the grammars know

_MEASURE = rf"{_N}(?: ?(?:cm|m|km|mm|°|도))?"
_FIGURE = "평행사변형|삼각형|직사각형|마름모|사다리꼴|원뿔|원기둥|부채꼴|직육면체|정사각뿔"
_SIDES = {"a": "BC", "b": "CA", "c": "AB"}


def _figure(found: re.Match[str]) -> str:
    return f"{found['first']} {found['x']}이고 {found['second']} {found['y']}인 {found['figure']}의 {found['asked']}"


def _trapezoid(found: re.Match[str]) -> str:
    a, b, h = (found[key] for key in ("a", "b", "h"))
    return f"윗변의 길이가 {a}이고 아랫변의 길이가 {b}이고 높이가 {h}인 사다리꼴의 "


def _by_letters(found: re.Match[str]) -> str:
    """`a = 7, b = 8, C = 60°`: sides by the letter of the opposite corner."""
    parts = []
    for part in re.split(r",\s*", found["given"]):
        letter, value = (text.strip() for text in part.split("="))
        if letter in _SIDES:
            parts.append(f"{_SIDES[letter]} = {value}")
        elif letter.strip("∠") in {"A", "B", "C"} and ("°" in value):
            parts.append(f"∠{letter.strip('∠')} = {value}")
        else:
            return found.group()
    return f"삼각형 ABC에서 {', '.join(parts)}일 때 {_SIDES[found['asked']]}의 길이는?"


def _similar(found: re.Match[str]) -> str:
    power = {"넓이": 2, "겉넓이": 2, "부피": 3, "둘레의 길이": 1, "둘레": 1}[found["asked"]]
    if power == 3 and "삼각형" in found["figures"]:  # noqa: PLR2004 - a volume
        return found.group()
    a, b = int(found["a"]) ** power, int(found["b"]) ** power
    return f"{a}:{b}을 가장 간단한 자연수의 비로 나타내면?"


def _marks(found: re.Match[str]) -> str:
    marks = re.findall(r"(\d+(?:\.\d+)?)점", found["marks"])
    count = found["count"]
    if count and _number(count) != len(marks):
        return found.group()
    return f"{', '.join(marks)}의 평균은?"


def _pupils(found: re.Match[str]) -> str:
    """`적어도 한 명은 여학생일 확률`, by the words of the bag."""
    boys, girls = int(found["boys"]), int(found["girls"])
    wanted = "girl" if found["wanted"].startswith("여") else "boy"
    return (
        f"A group has {boys} boys and {girls} girls. {_number(found['chosen'])} are chosen at random. "
        f"What is the probability that at least one is a {wanted}?"
    )


def _tickets(found: re.Match[str]) -> str:
    every, winning = int(found["every"]), int(found["winning"])
    if not 0 < winning < every:
        return found.group()
    return (
        f"A box contains {winning} winning tickets and {every - winning} losing tickets. "
        f"{_number(found['chosen'])} are drawn at random. What is the probability that at least one is winning?"
    )


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def _month(found: re.Match[str]) -> str:
    month = int(found["month"])
    if not 1 <= month <= len(_MONTHS):
        return found.group()
    return f"How many days are in {_MONTHS[month - 1]} {found['year']}?"


_PUPIL = "(?:학생|자)"
_FIGURES: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?P<figure>{_FIGURE})의 (?P<first>밑변의 길이가|밑변이|가로의 길이가|반지름의 길이가) (?P<x>{_MEASURE})"
            rf"(?:이고|이며|,),? (?P<second>높이가|세로의 길이가) (?P<y>{_MEASURE})(?:일 때|이면),? (?:이 \S+의 )?"
            r"(?P<asked>넓이.*|부피.*)$"
        ),
        _figure,
    ),
    (
        re.compile(
            rf"^윗변(?:의 길이)?[이가] (?P<a>{_MEASURE})(?:이고|이며|,),? 아랫변(?:의 길이)?[이가] (?P<b>{_MEASURE})"
            rf"(?:이고|이며|,),? 높이가 (?P<h>{_MEASURE})인 사다리꼴의 "
        ),
        _trapezoid,
    ),
    (
        re.compile(
            rf"^직각삼각형(?:에서|의) 빗변의 길이가 (?P<c>{_MEASURE})(?:이고|이며),? (?:다른 )?한 변의 길이가 "
            rf"(?P<a>{_MEASURE})일 때,? (?:나머지|다른) 한 변의 길이{ASKED}"
        ),
        r"The hypotenuse of a right triangle is \g<c> and one leg is \g<a>. Find the other leg.",
    ),
    (
        re.compile(
            r"^삼각형 ABC에서 (?P<given>[abcABC∠][^가-힣]*)(?:일 때|이면),? (?P<asked>[abc])(?:의 (?:값|길이))?"
            rf"{ASKED}"
        ),
        _by_letters,
    ),
    (
        re.compile(
            r"^닮음비가 (?P<a>\d{1,3}) ?: ?(?P<b>\d{1,3})인 두 (?P<figures>[가-힣]+?)의 "
            rf"(?P<asked>넓이|겉넓이|부피|둘레의 길이|둘레)의 비{ASKED}"
        ),
        _similar,
    ),
    (
        re.compile(
            rf"^(?P<marks>(?:[가-힣]{{1,4}} \d+(?:\.\d+)?점(?:, ?|이고 |과 )?){{2,6}})(?:일 때|이면),? "
            rf"(?:(?P<count>{_COUNT}) ?과목의 )?평균(?: 점수)?{ASKED}"
        ),
        _marks,
    ),
    (
        re.compile(
            rf"^남{_PUPIL} ?(?P<boys>\d+)명(?:과|,) 여{_PUPIL} ?(?P<girls>\d+)명 ?중에서 (?P<chosen>{_COUNT})명을 "
            rf"(?:임의로 )?뽑을 때,? 적어도 한 ?(?:명|개|사람)[은이] (?P<wanted>[남여])(?:학생|자)일 확률{ASKED}"
        ),
        _pupils,
    ),
    (
        re.compile(
            r"^제비 (?P<every>\d+)개 ?중(?:에)? 당첨 제비가 (?P<winning>\d+)개 들어 ?있다\. "
            rf"(?:이 중에서 )?(?P<chosen>{_COUNT})개를 (?:동시에|임의로) 뽑을 때,? "
            rf"적어도 (?:하나|한 ?개)[가는] 당첨 제비일 확률{ASKED}"
        ),
        _tickets,
    ),
    (re.compile(r"이루는 (?:두 )?각 중 (?:작은|더 작은) (?:쪽의 )?각"), "이루는 작은 각"),
    (
        re.compile(
            r"^(?P<year>\d{4})년 (?P<month>\d{1,2})월은 (?:모두 )?(?:며칠까지 (?:있는가|있습니까|있나요|있을까요)|"
            r"며칠(?:인가요?|입니까|까지인가요?))\s*\?*$"
        ),
        _month,
    ),
)
_ROUNDED: tuple[Wording, ...] = (
    (
        re.compile(
            rf"(?P<body>\d[\d.,]*[을를]) 유효 ?숫자(?:가|를)? (?P<count>{_COUNT}) ?(?:개|자리)(?:로|가 되도록|까지) "
            rf"(?:반올림하여 )?(?:나타내[가-힣 ]*|반올림하[가-힣 ]*|쓰[가-힣 ]*){_END}"
        ),
        lambda found: f"{found['body']} 유효숫자 {_number(found['count'])}개로 반올림하시오.",
    ),
)
EVERYDAY: tuple[Wording, ...] = (
    *BASES,
    *_BOXES,
    (_MISSING, _missing_digit),
    *_SOMES,
    *_FIGURES,
    *_ROUNDED,
)
