"""Korean wordings that mean the same: endings that ask, glosses in brackets, set phrases."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

_VERB = (
    "(?:구하|말하|답하|나타내|나열하|계산하)(?:시오|세요|여라|라|십시오|면)"
    "|(?:구해|말해|답해|찾아)(?: ?(?:줘|주세요|라|봐))?|(?:쓰|적으|찾으)(?:시오|세요|십시오)|써라"
)
_IS = "(?:무엇|얼마|뭐|어떤 것)(?:인가요?|입니까|일까요?|이냐|야|예요|이에요|죠|지)?"
ASKED = rf"(?:[은는이가]?\s*{_IS}|[은는]|[을를]?\s*(?:모두\s*)?(?:{_VERB}))\s*[.?!]*\s*$"
"""A tail that only asks."""
_IS_IT = r"(?:야|임|인가요?|이야|니|입니까|예요|일까요?|인지 (?:판별|판단)하시오)[.?]*$"
_N = r"-?\d+(?:\.\d+)?(?:/\d+)?"
_NO_HANGUL = r"[^가-힣]"
_COUNT = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def _numbers(found: re.Match[str]) -> str:
    """`두 수 8과 12의`: the numbers, where there are as many as were said."""
    parts = re.findall(_N, found["list"])
    return f"{', '.join(parts)}의" if len(parts) == _COUNT[found["count"]] else found.group()


def _mean(found: re.Match[str]) -> str:
    parts = [part.strip() for part in found["list"].split(",")]
    if found["count"] and len(parts) != _COUNT[found["count"]]:
        return found.group()
    return f"({' + '.join(parts)})/{len(parts)} = {found['mean']}일 때"


def _hours(found: re.Match[str]) -> str:
    hours = int(found["hours"]) + Fraction(int(found["minutes"]), 60)
    finite = 100 % hours.denominator == 0
    return f"{float(hours):g}시간 동안" if finite else found.group()


_WORKED = {"더": "+", "뺐": "-", "빼": "-", "곱": "*", "나": "/"}


def _some_number(found: re.Match[str]) -> str:
    sign, mark = _WORKED[found["verb"][0]], found["mark"]
    fits = {"+": "에", "*": "에", "-": "에서"}.get(sign, "를을")
    if mark not in fits if sign == "/" else mark != fits:
        return found.group()
    left = f"{found['times']}*x" if found["times"] else "x"
    return f"({left}) {sign} ({found['by']}) = {found['value']}일 때 x의 값은?"


def _consecutive(found: re.Match[str]) -> str:
    """Natural numbers in a row: whole ones whose least is no less than one."""
    many, total = _COUNT[found["count"]], int(found["sum"])
    if total < many * (many + 1) // 2:
        return found.group()
    wanted = "largest" if "큰" in found["wanted"] else "smallest"
    said = {2: "two", 3: "three", 4: "four", 5: "five"}[many]
    return f"The sum of {said} consecutive integers is {total}. What is the {wanted}?"


def _all_of_them(found: re.Match[str]) -> str:
    people = int(found["boys"]) + int(found["girls"])
    return f"{people}명 중에서 {found['chosen']}명을 뽑는 경우의 수는?"


_FINALS = 28  # finals of a Korean syllable, none included, in Unicode's order
_ALONE = "합|곱|차|몫|나머지|거리|넓이|부피|겉넓이|둘레|확률|접선의 방정식|법선의 방정식|가격|기울기|일반항|양|값"
_OF_DATA = "평균|중앙값|최빈값|분산|표준편차|최대공약수|최소공배수|범위"


def _asked_alone(found: re.Match[str]) -> str:
    """A noun at the end of the text asks for what it names."""
    noun = found[1]
    return f"{noun}{'을' if (ord(noun[-1]) - ord('가')) % _FINALS else '를'} 구하시오."


_KINDS = {"정수": "integers", "자연수": "integers", "홀수": "odd integers", "짝수": "even integers"}
_NUMBER_WORDS = {2: "two", 3: "three", 4: "four", 5: "five"}


def _in_a_row(found: re.Match[str]) -> str:
    """`연속하는 세 홀수의 합이 27일 때 가장 작은 수는?`"""
    many = _COUNT[found["count"]]
    if found["kind"] == "자연수" and int(found["sum"]) < many * (many + 1) // 2:
        return found.group()
    wanted = "largest" if "큰" in found["wanted"] else "smallest" if "작은" in found["wanted"] else "middle"
    said = f"{_NUMBER_WORDS[many]} consecutive {_KINDS[found['kind']]}"
    return f"The sum of {said} is {found['sum']}. What is the {wanted}?"


def _everybody_in_a_row(found: re.Match[str]) -> str:
    return f"{int(found[1]) + int(found[2])}명을 일렬로 세우는"


_TWO_NUMBERS = "The sum of two numbers is {} and their difference is {}. Find the two numbers."
_STORIES: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?:어떤 )?두 수의 합이 ({_N})이고,? (?:두 수의 )?차가 ({_N})"
            r"(?:이다\.|일 때,?|라고 할 때,?|이라고 할 때,?)"
            rf" (?:이 )?두 수{ASKED}"
        ),
        _TWO_NUMBERS.format(r"\1", r"\2"),
    ),
    (
        re.compile(rf"^합이 ({_N})이고,? 차가 ({_N})인 두 수{ASKED}"),
        _TWO_NUMBERS.format(r"\1", r"\2"),
    ),
    (
        re.compile(
            r"^연속(?:하는|한|된) (?P<count>두|세|네|다섯) (?:개의 )?(?P<kind>정수|자연수|홀수|짝수)의 합이 "
            r"(?P<sum>\d+)"
            rf"(?:일 때|이다\.|라고 할 때|이라고 할 때),? (?:이 (?:중|수들 중)(?:에서)? ?|세 수 중 ?)?"
            rf"(?P<wanted>가장 큰|가장 작은|큰|작은|가운데) (?:수|정수|자연수|홀수|짝수){ASKED}"
        ),
        _in_a_row,
    ),
    (
        re.compile(
            rf"^(?:농도(?:가)? )?({_N})\s*%(?:의|인) (?:소금물|설탕물) ({_N})\s*g(?:에|속에|에는| 속에)? "
            r"(?:들어 ?있는|녹아 ?있는) "
            rf"(?:소금|설탕)의 (?:양|무게)(?:은 몇 ?g(?:인가요?|입니까|일까요?)?[.?]*\s*$|{ASKED})"
        ),
        r"\2의 \1%는 얼마인가?",
    ),
    (
        re.compile(
            r"^원가(?:가)? (\d+)\s*원인 (?:물건|상품|제품)에 (\d+(?:\.\d+)?)\s*%의 이익을 붙(?:여|인) "
            r"(?:정가를 정하(?:였다|였을 때|면|려고 한다)|"
            rf"정가)[.,]? ?(?:(?:이 (?:물건|상품|제품)의 )?정가{ASKED}|{ASKED})"
        ),
        r"\1원을 \2% 인상하면 얼마인가?",
    ),
    (
        re.compile(
            r"^(?:정가(?:가)? )?(\d+)\s*원(?:인|짜리|의) (?:물건|상품|제품|옷|가방|신발|책)[을를] "
            r"(\d+(?:\.\d+)?)\s*% 할인(?:하여|해서) "
            rf"(?:팔|판매할) 때,? (?:의 )?(?:판매 ?가격|판매가|파는 가격|가격)(?:{ASKED}|\s*[?]?$)"
        ),
        r"\1원을 \2% 할인하면 얼마인가?",
    ),
    (re.compile(r"^남학생 (\d+)명과 여학생 (\d+)명을 (?:모두 )?(?:일렬로|한 줄로) 세우는"), _everybody_in_a_row),
    (re.compile(r"(?<![가-힣])부정적분\s+(?=\$?\s*(?:∫|\\int))"), ""),
    (re.compile(r"^복소수 (?=[(\d])(?=.*[을를] (?:계산|간단))"), ""),
    (
        re.compile(rf"^({_NO_HANGUL}+=\s*{_NO_HANGUL}+)의 (해|근)[을를] ({_NO_HANGUL}+)에서 (?=구|모두)"),
        r"\3일 때 \1의 \2를 ",
    ),
    (
        re.compile(
            rf"^(?:부등식 )?({_NO_HANGUL}*[<>≤≥]{_NO_HANGUL}*)[을를] 만족(?:하는|시키는) "
            rf"자연수(?: [a-z])?의 개수{ASKED}"
        ),
        r"How many positive integers satisfy \1?",
    ),
    (
        re.compile(
            rf"^(?:부등식 )?({_NO_HANGUL}*[<>≤≥]{_NO_HANGUL}*)[을를] 만족(?:하는|시키는) 정수(?: [a-z])?의 개수{ASKED}"
        ),
        r"How many integers satisfy \1?",
    ),
    (re.compile(r"^분모를 유리화하(?:시오|세요|여라)\s*:\s*([^가-힣]+?)\s*$"), r"\1의 분모를 유리화하시오."),
)
"""Set phrases of school stories."""
_LATE_AT_NIGHT: tuple[Wording, ...] = (
    (re.compile(r"접선\s*$"), "접선의 방정식"),
    (re.compile(r"^(\d+)부터 (\d+)까지(?:의|의 수의|의 모든 수의)? 합"), r"\1부터 \2까지의 자연수의 합"),
    (re.compile(rf"(?<![가-힣])({_ALONE})\s*\??\s*$"), _asked_alone),
    (re.compile(r"(간단히|반올림|올림|버림)\s*$"), r"\1하시오."),
    (re.compile(r"((?:m/s|km/h|라디안|도|[a-zA-Z²³]+|분수|소수)(?:으)?로)\s*$"), r"\1 바꾸시오."),
    (re.compile(r"\b(sin|cos|tan) ?(\d+)도"), r"\1 \2°"),
    (re.compile(rf"^({_OF_DATA})(?:은|는|:)? ((?:{_N},? )+{_N})\s*$"), r"\2의 \1"),
    (re.compile(rf"^({_N}) (?=소수 (?:첫째|둘째|셋째|넷째))"), r"\1을 "),
    (re.compile(r"(?<=\S) 위의 (?=[a-z] ?= ?[^가-힣]+에서)"), "의 "),
)
"""What is typed by tired people."""
EARLY_KOREAN: tuple[Wording, ...] = (
    (re.compile(r"공배수\s*(?:중|가운데)(?:에서)?\s*(?:가장|제일) 작은 (?:것|수|자연수)"), "최소공배수"),
    (re.compile(r"공약수\s*(?:중|가운데)(?:에서)?\s*(?:가장|제일) 큰 (?:것|수|자연수)"), "최대공약수"),
    (re.compile(r"^(\d+\.\S*?[\d})])([을를]) 기약 ?분수로"), r"\1\2 분수로"),
    (re.compile(r"^(\d+)[과와] (\d+/\d+)(?=에서|[을를] (?:가분수|소수|대분수))"), r"\1 \2"),
)
KOREAN: tuple[Wording, ...] = (
    *_LATE_AT_NIGHT,
    *_STORIES,
    # glosses in brackets and names of what follows
    (re.compile(r"일반항\s*\(n번째 항\)"), "일반항"),
    (re.compile(r"계수\s*\(rank\)", re.IGNORECASE), "랭크"),
    (re.compile(r"(?<=[가-힣])\s*\((?:trace|GCD|LCM|determinant|eigenvalues?|mean|median|mode)\)", re.IGNORECASE), ""),
    (re.compile(r"^(?:자연수|정수|수|숫자|분수|소수)\s+(?=-?\d)"), ""),
    (re.compile(r"정적분\s+(?=∫|\\int)"), ""),
    (re.compile(rf"(?P<count>두|세|네|다섯) (?:자연수|정수|수) (?P<list>{_N}(?:(?:,|와|과) ?{_N})+)의"), _numbers),
    (
        re.compile(
            rf"(?:(?P<count>두|세|네|다섯) )?(?:수|자료|변량) (?P<list>(?:(?:{_N}|[a-z]), )+(?:{_N}|[a-z]))의 평균이 "
            rf"(?P<mean>{_N})(?:일 때|이면)"
        ),
        _mean,
    ),
    # tails
    (
        re.compile(rf"(인수 ?분해|전개|미분|적분|약분|유리화)\s*(?:한|하여 얻은) (?:것|값|식|결과){ASKED}"),
        r"\1하시오.",
    ),
    (re.compile(rf"간단히 한 (?:것|값|식|결과){ASKED}"), "간단히 하시오."),
    (re.compile(r"([을를]) (모두 )?(?:나열|말|답)하(?:시오|세요|여라)"), r"\1 \2구하시오"),
    (re.compile(rf"([a-z])의 거듭제곱으로 (?:{_VERB})"), "간단히 하시오"),
    (re.compile(rf"([을를]) a ?\+ ?bi(?: ?꼴|의 꼴| ?형태|의 형태)?로 (?:{_VERB})"), r"\1 계산하시오"),
    (re.compile(rf"^({_NO_HANGUL}*[a-z]{_NO_HANGUL}*)([을를]) 계산하(?:시오|세요|여라)"), r"\1\2 간단히 하시오"),
    # equations
    (re.compile(r"의 (?:두 )?(?:근|해) 중(?:에서)? (?:가장 |더 )?(큰|작은) (?:근|해|것|값)"), r"의 가장 \1 해"),
    (re.compile(r"의 (큰|작은) (?:근|해)(?=[은는을를이가])"), r"의 가장 \1 해"),
    (re.compile(r"[을를] 복소수(?:의)? 범위에서 (?:푸(?:시오|세요)|풀어라|풀어줘)"), "의 복소수 해를 모두 구하시오"),
    (re.compile(r"의 (?:두|세|네|모든) (근|해|실근)(?=[을은])"), r"의 \1"),
    (re.compile(r"의 모든 (근|해|실근)(?=[을은])"), r"의 \1"),
    (re.compile(r"([을를]) 동시에 만족"), r"\1 만족"),
    (re.compile(rf"^({_NO_HANGUL}+?)[을를]?,? 연립하여 (?=풀|푸)"), r"연립방정식 \1을 "),
    (re.compile(r"[을를] 만족(?:하는|시키는) [a-z](?:, ?[a-z])*에 대(?:하여|해|해서),? "), "일 때 "),
    (
        re.compile(
            rf"^(?:[a-z]에 (?:대한|관한) )?(?:[가-힣]{{0,2}}방정식 )?({_NO_HANGUL}+)[을를] 풀면 ([a-z])"
            rf"(?:의 값)?{ASKED}"
        ),
        r"\1일 때 \2의 값은?",
    ),
    (
        re.compile(rf"^({_NO_HANGUL}*=\s*{_NO_HANGUL}*?[^\s가-힣,]),? +([a-z])의? ?값(?:{ASKED}|\s*$)"),
        r"\1일 때 \2의 값은?",
    ),
    (re.compile(r"^(\d+(?:\.\d+)?)의 제곱근" + rf"(?:{ASKED}|\s*$)"), r"x^2 = \1의 해를 구하시오."),
    (
        re.compile(rf"({_N}\s*(?:<=?|≤)\s*[a-z]\s*(?:<=?|≤)\s*\S+일 때,? {_NO_HANGUL}+)[을를] 만족하는 [a-z]의 값을 "),
        r"\1의 해를 ",
    ),
    (re.compile(rf"^([a-z])[가이] 양수일 때,? ({_NO_HANGUL}+)의 (?:해|근)(?={ASKED})"), r"\2의 양의 해"),
    (re.compile(rf"의 (?:양수|양수인) (?:해|근)(?={ASKED})"), "의 양의 해"),
    (re.compile(rf"의 (?:음수|음수인) (?:해|근)(?={ASKED})"), "의 음의 해"),
    (
        re.compile(
            rf"^([a-z]\^2 ?[+-][^가-힣]+)[을를] (?:완전제곱식 (?:꼴 )?)?\([a-z] ?[+-] ?[a-z]\)\^2 ?[+-] ?[a-z]"
            rf"(?: ?꼴|의 꼴| ?형태)?로 (?:{_VERB})\s*[.?]*$"
        ),
        r"\1을 완전제곱식으로 나타내시오.",
    ),
    # limits
    (re.compile(r"([a-z])[이가] (?:양의 )?무한대로 (?:갈|다가갈|커질) 때"), r"\1 -> oo일 때"),
    (re.compile(r"([a-z])[이가] 음의 무한대로 (?:갈|다가갈) 때"), r"\1 -> -oo일 때"),
    (re.compile(r"([a-z])[이가] 한없이 커질 때"), r"\1 -> oo일 때"),
    # numbers
    (re.compile(r"(중(?:에서)?) (큰|작은) (것|수|값|쪽)"), r"\1 더 \2 \3"),
    (re.compile(r"며칠"), "몇 일"),
    (re.compile(r"^하루"), "1일"),
    (re.compile(r"^일주일"), "1주"),
    (re.compile(r"(\d)에서 ((?:일|십|백|천|만|십만|백만)의 자리)"), r"\1의 \2"),
    (re.compile(r"자리의 숫자"), "자리 숫자"),
    (re.compile(r"^(-?\d+) (?=(?:소수|합성수|짝수|홀수)(?:야|임|인가|이야|니|입니까|예요))"), r"\1은 "),
    (re.compile(r"([을를]) 가분수로"), r"\1 분수로"),
    (
        re.compile(r"^다음 (?:수|수들|값들)의 (합|곱|평균)[을를] 구하(?:시오|세요|여라)\s*:\s*([^가-힣]+?)\s*$"),
        r"\2의 \1을 구하시오.",
    ),
    (re.compile(r"(?<!분모)\s*[을를] 유리화"), "의 분모를 유리화"),
    (
        re.compile(r"^다음 (?:식|수)의 분모를 유리화하(?:시오|세요|여라)\s*:\s*([^가-힣]+?)\s*$"),
        r"\1의 분모를 유리화하시오.",
    ),
    (re.compile(r"(\d+)의 (?:실수인 )?세제곱근(?=[을에] (?:반올림|가장 가까운))"), r"\\sqrt[3]{\1}"),
    (re.compile(r"의 세제곱근 중(?:에서?)? 실수인 것"), "의 실수인 세제곱근"),
    (re.compile(r"([을를]) 반올림하여 정수로"), r"\1 일의 자리까지 반올림하여"),
    (re.compile(r"(\\sqrt\[3\]\{\d+\})에 가장 가까운 정수"), r"\1을 일의 자리까지 반올림한 값"),
    (
        re.compile(
            rf"^어떤 수(?:의 (?P<times>\d+)배)?(?P<mark>에서?|[을를]) (?P<by>{_N})(?:[을를]|으?로) "
            rf"(?P<verb>더했|더하|뺐|빼|곱했|곱하|나눴|나누었|나누)(?:더니|으니|니|면) (?P<value>{_N})[이가] "
            rf"(?:되었다|됐다|된다|나왔다)\. (?:이때 )?(?:어떤|이|그) 수(?:의 값)?{ASKED}"
        ),
        _some_number,
    ),
    (re.compile(rf"^(\d+)[은는이가]? 짝수{_IS_IT}"), r"Is \1 even?"),
    (re.compile(rf"^(\d+)[은는이가]? 홀수{_IS_IT}"), r"Is \1 odd?"),
    (re.compile(rf"^(\d+)/(\d+)[을를] 백분율로 (?:{_VERB})\s*[.?]*$"), r"What percent of \2 is \1?"),
    (re.compile(rf"^(\d*\.\d+)[을를] 백분율로 (?:{_VERB})\s*[.?]*$"), r"What percent of 1 is \1?"),
    (
        re.compile(
            r"^연속(?:하는|한) (?P<count>두|세|네|다섯) 자연수의 합이 (?P<sum>\d+)일 때,? "
            rf"(?:이 중 )?(?P<wanted>가장 큰|가장 작은|큰|작은) 수{ASKED}"
        ),
        _consecutive,
    ),
    (re.compile(r"\[\[(.+?)\]\]의 (\d+)제곱(?=[을은])"), r"[[\1]]^\2"),
    # chances and choices
    (
        re.compile(
            r"^남학생 (?P<boys>\d+)명과 여학생 (?P<girls>\d+)명 중에서 (?:대표 )?(?P<chosen>\d+)명을 "
            rf"뽑는 (?:방법|경우)의 수{ASKED}"
        ),
        _all_of_them,
    ),
    (
        re.compile(rf"^(\d+)명(?:의 학생|의 사람)?이 모두 서로 한 번씩 악수할 때,? (?:악수의 )?(?:총 )?횟수{ASKED}"),
        r"\1명 중에서 2명을 뽑는 경우의 수는?",
    ),
    (re.compile(r"둘 다 (?=\S+ 공일 확률)"), "2개 모두 "),
    # measures
    (
        re.compile(r"윗변(?:의 길이)?[이가] (\d+)(?:이고|,|이며) 아랫변(?:의 길이)?[이가] (\d+)(?=인|이고|이며|일)"),
        r"두 밑변의 길이가 \1, \2",
    ),
    (re.compile(r"^(연이율 \d+(?:\.\d+)?%의 (?:복리|단리)로) (\d+(?:만 )?원을)"), r"원금 \2 \1"),
    (
        re.compile(
            rf"^({_N})에서 ({_N})(?:으)?로 (?:증가|늘어)(?:했을 때|하였을 때|났을 때|한|난)?,? ?(?:의 )?증가율{ASKED}"
        ),
        r"What is the percent increase from \1 to \2?",
    ),
    (
        re.compile(
            rf"^({_N})에서 ({_N})(?:으)?로 (?:증가|늘어)(?:했을 때|하였을 때|났을 때|한|난) 증가율은 몇 ?%"
            r"(?:인가요?|입니까)[.?]*$"
        ),
        r"What is the percent increase from \1 to \2?",
    ),
    (re.compile(r"밑면의 반지름(?:의 길이)?"), "반지름"),
    (re.compile(r"나머지 (한 변|변)"), r"다른 \1"),
    (re.compile(r"(?P<hours>\d+) ?시간 (?P<minutes>\d+) ?분 동안"), _hours),
    (re.compile(r"(?:시계가 )?(\d+시(?: \d+분)?)(?:을|를) 가리킬 때,? (?:시계의 )?"), r"\1에 "),
    (re.compile(r"(\d+시) 정각"), r"\1"),
    (re.compile(r"이루는 작은 (?=각)"), "이루는 "),
    (
        re.compile(
            r"(?:정가(?:가)? )?(\d+)\s*원(?:인|짜리|의) (?![가-힣]*들[을를])[가-힣]{1,6}[을를] (\d+(?:\.\d+)?)\s*% 할인"
            rf"(?:하면|한 (?:가격|값|금액))(?:{ASKED}|\s*[?]?$)"
        ),
        r"\1원을 \2% 할인하면 얼마인가?",
    ),
    (
        re.compile(r"(\d+)[을를] (\d+) ?: ?(\d+)의 비(?:율)?로 나누(?:시오|세요|어라|면)"),
        r"\1을 \2 : \3으로 비례배분하시오",
    ),
    (re.compile(r"([a-z])[은는] (?=[a-z]에 (?:정|반)비례)"), r"\1가 "),
    (re.compile(r"던져(?:서)? (?=[^.]*확률)"), "던질 때 "),
)
