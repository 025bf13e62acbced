"""Wordings of later school years in both languages: sequences, double roots, parts of numbers, tangents, speed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flint import fmpz

from maths.phrasing.wordings_korean import ASKED

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

MAX_PRIMES = 40
_PLAIN = r"[^가-힣.?]"
_ONE = r"[^가-힣,.?=<>]"
_N = r"\d+(?:\.\d+)?"


def _nth(found: re.Match[str]) -> str:
    """`a_n = 2n - 1`, the eighth: a formula in n alone with 8 for n."""
    rule, place = found["rule"].strip(), found["place"] or found.groupdict().get("term")
    if re.search(r"[a-zA-Z\\]", re.sub(r"(?<![a-zA-Z\\])n(?![a-zA-Z])", "", rule)) or "n" not in rule:
        return found.group()
    put_in = re.sub(r"(?<=[\d)])\s*n(?![a-z])", f"*({place})", rule)
    return f"{re.sub(r'(?<![a-z])n(?![a-z])', f'({place})', put_in)}의 값은?"


def _between(found: re.Match[str]) -> str:
    """Three numbers in arithmetic or geometric progression, one of them a letter."""
    parts = [part.strip() for part in (found["p"], found["q"], found["r"])]
    letters = [part for part in parts if re.fullmatch("[a-z]", part)]
    if len(letters) != 1 or (found.groupdict().get("who") and found["who"] != letters[0]):
        return found.group()
    one, middle, last = parts
    if found["kind"] == "차":
        return f"{middle} - ({one}) = {last} - ({middle})일 때 {letters[0]}의 값은?"
    if middle == letters[0] and one.startswith("-") != last.startswith("-"):
        return found.group()  # no real number lies between them, and a learner of sequences knows no other
    equation = f"({middle})/({one}) = ({last})/({middle})"
    if "양" in (found.groupdict().get("sign") or "") or "양" in (found.groupdict().get("signs") or ""):
        return f"{equation}의 양의 해를 구하시오."
    return f"{equation}일 때 {letters[0]}의 값은?"


_SETS = {
    "중근": "exactly one real solution",
    "서로 다른 두 실근": "two distinct real solutions",
    "허근": "no real solutions",
    "서로 다른 두 허근": "no real solutions",
    "실근": "real solutions",
}


def _parameter(found: re.Match[str]) -> str:
    return f"Find the values of {found['letter']} for which {found['equation'].strip()} has {_SETS[found['kind']]}."


def _whole_part(found: re.Match[str]) -> str:
    """Of what is written without a minus: about the whole part of a negative number people disagree."""
    value = found["value"].strip()
    if "-" in value or "−" in value or re.search("[a-zA-Z]{2,}", re.sub(r"\\?(?:sqrt|pi)", "", value)):
        return found.group()
    if re.search(r"(?<![a-z\\])[a-z](?![a-z])", value):
        return found.group()
    return f"floor({value})의 값은?" if found["part"] == "정수" else f"({value}) - floor({value})의 값은?"


def _first_primes(found: re.Match[str]) -> str:
    """The first primes written out, by a sieve and by python-flint."""
    many = int(found["many"])
    if not 1 < many <= MAX_PRIMES:
        return found.group()
    primes = [n for n in range(2, 200) if all(n % d for d in range(2, n))][:many]
    if primes != [n for n in range(200) if fmpz(n).is_prime()][:many]:
        return found.group()
    if found["what"] == "평균":
        return f"({' + '.join(map(str, primes))})/{many}의 값은?"
    return f"{(' + ' if found['what'] == '합' else ' × ').join(map(str, primes))}의 값은?"


def _real_and_imaginary(found: re.Match[str]) -> str:
    """`(x + 1) + (y - 2)i = 3 + 4i` for real letters: both parts."""
    groups = {place: text for place, text in found.groupdict().items() if text is not None}
    left = re.fullmatch(
        r"\s*(?:\((?P<a>[^()]+)\)|(?P<b>[a-z]))\s*(?P<sign>[+-])\s*(?:\((?P<c>[^()]+)\)|(?P<d>[a-z]))"
        r"\s*i\s*",
        groups["left"],
    )
    right = re.fullmatch(
        r"\s*(?:(?P<re>-?\s*\d+)(?!\s*i))?\s*(?:(?P<sign>[+-])?\s*(?P<im>\d*)\s*i)?\s*", groups["right"]
    )
    if left is None or right is None or "i" in (left["a"] or "") + (left["c"] or ""):
        return found.group()
    real, imaginary = left["a"] or left["b"], left["c"] or left["d"]
    letters = set(re.findall(r"[a-z]", real + imaginary))
    if letters != {groups["one"], groups["other"]}:
        return found.group()
    has_imaginary = "i" in groups["right"]
    size = (right["im"] or "1") if has_imaginary else "0"
    negative = (right["sign"] == "-") != (left["sign"] == "-")
    return f"연립방정식 {real} = {right['re'] or '0'}, {imaginary} = {'-' if negative else ''}{size}을 풀어라."


_REAL_LETTERS = r"(?:두 )?실수 (?P<one>[a-z]),? ?(?P<other>[a-z])"
_LEFT = rf"(?P<left>{_ONE}+?) ?= ?(?P<right>{_ONE}+?)"
_ASK_BOTH = rf"(?P=one)(?:,|와|과) ?(?P=other)(?:의 값)?{ASKED}"
_COMPLEX: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?P<one>[a-z]), ?(?P<other>[a-z])[가이] 실수(?:일 때,?|이고,?) {_LEFT}(?:을|를)? "
            "?(?:만족(?:하는|시키는)|일 때,?) "
            rf"{_ASK_BOTH}"
        ),
        _real_and_imaginary,
    ),
    (re.compile(rf"^{_REAL_LETTERS}에 (?:대하여|대해) {_LEFT}(?:일 때,?|이면,?) {_ASK_BOTH}"), _real_and_imaginary),
    (re.compile(rf"^{_LEFT}[을를] 만족(?:하는|시키는) {_REAL_LETTERS}(?:의 값)?{ASKED}"), _real_and_imaginary),
    (re.compile(rf"^{_REAL_LETTERS}[가이] {_LEFT}[을를] 만족(?:할|시킬) 때,? {_ASK_BOTH}"), _real_and_imaginary),
)
_RULE = r"a_n ?= ?(?P<rule>[^가-힣,=]+?)"
_TERM = r"제 ?(?P<place>\d+) ?항"
_ORDER = r"(?:이 순서대로|이 순서로|차례대로|순서대로|차례로|이 이 순서대로|가 이 순서대로)"
_THREE = r"(?P<p>-?\d+(?:/\d+)?|[a-z]), ?(?P<q>-?\d+(?:/\d+)?|[a-z]), ?(?P<r>-?\d+(?:/\d+)?|[a-z])"
_PROGRESSION = (
    r"등(?P<kind>차|비)수열(?:을 이룰 때,?|을 이룬다\.|일 때,?|이 될 때,?|을 이루면,?|을 이룬다고 할 때,?|을 "
    "이루도록 하는)"
)
_SEQUENCES: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^수열 \{{a_n\}}의 일반항이 {_RULE}(?:일 때|이면|라고 할 때|이라고 할 때),? "
            r"(?:a_\{?(?P<place>\d+)\}?|제 ?(?P<term>\d+) ?항)(?:의 값)?(?:은 "
            rf"얼마인가\?|{ASKED})"
        ),
        _nth,
    ),
    (re.compile(rf"^일반항이 {_RULE}인 수열(?: \{{a_n\}})?의 {_TERM}{ASKED}"), _nth),
    (re.compile(rf"^{_RULE}인 수열 \{{a_n\}}의 {_TERM}{ASKED}"), _nth),
    (
        re.compile(
            rf"^세 (?P<signs>양수|수|실수) {_THREE}[이가]? ?{_ORDER} {_PROGRESSION} (?P<sign>양수 "
            ")?(?P<who>[a-z])(?:의 "
            rf"값)?{ASKED}"
        ),
        _between,
    ),
    (
        re.compile(rf"^{_THREE}[이가]? ?{_ORDER} {_PROGRESSION} (?P<sign>양수 )?(?P<who>[a-z])(?:의 값)?{ASKED}"),
        _between,
    ),
    (re.compile(rf"^({_N})[과와] ({_N})의 등차중항{ASKED}"), r"(\1 + \2)/2의 값은?"),
    (re.compile(rf"^({_N})[과와] ({_N})의 등비중항 중(?:에서)? (?:양수인 것|양수){ASKED}"), r"√(\1 × \2)의 값은?"),
)
_TANGENTS: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^함수 (?:y|[a-z]\([a-z]\)) ?= ?({_ONE}+?)의 그래프 ?위의 x(?:좌표가| ?=) ?({_PLAIN}+?)인 "
            "점에서의 (?=접선의)"
        ),
        r"곡선 y = \1의 x = \2에서의 ",
    ),
    (
        re.compile(rf"^곡선 y ?= ?({_ONE}+?) ?위의 x(?:좌표가| ?=) ?({_PLAIN}+?)인 점에서의 (?=접선의)"),
        r"곡선 y = \1의 x = \2에서의 ",
    ),
    (
        re.compile(rf"^함수 (?:y|[a-z]\([a-z]\)) ?= ?({_ONE}+?)의 그래프 ?위의 점 (\([^()가-힣]+\))에서의 (?=접선의)"),
        r"곡선 y = \1 위의 점 \2에서의 ",
    ),
)
_HAS_ROOTS = (
    r"(?P<kind>서로 다른 두 실근|서로 다른 두 허근|중근|허근|실근)을 "
    "(?:가질 때,?|가지도록 하는|갖도록 하는|갖게 되는|가지기 위한|갖기 위한|가지게 하는|갖게 하는|"
    "갖는다고 할 때,?|갖는|가지는)"
)
_EQUATIONS: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^(?:(?:지수|로그|일차|이차)?부등식 )?({_PLAIN}*[<>≤≥]{_PLAIN}*?)[을를] 만족(?:하는|시키는) "
            "(?:실수 )?[a-z]의 (?:값의 )?범위"
            rf"{ASKED}"
        ),
        r"부등식 \1의 해를 구하시오.",
    ),
    (re.compile(r"^((?:지수|로그)?부등식 [^가-힣]+)[을를] 풀면\?$"), r"\1을 푸시오."),
    (
        re.compile(
            rf"^(?:[a-z]에 (?:대한|관한) )?(?:이차방정식 )?(?P<equation>{_PLAIN}+= ?0)[이가] {_HAS_ROOTS} "
            "(?:실수 |상수 )?"
            rf"(?P<letter>[a-z])(?:의 값(?:의 범위)?)?{ASKED}"
        ),
        _parameter,
    ),
)
_NUMBERS: tuple[Wording, ...] = (
    (re.compile(rf"^(?P<value>{_ONE}+?)의 (?P<part>정수|소수) ?부분{ASKED}"), _whole_part),
    (
        re.compile(rf"^(?:처음|가장 작은) (?P<many>\d+) ?개의 소수의 (?P<what>평균|곱|합)(?:은 얼마인가\?|{ASKED})"),
        _first_primes,
    ),
    (re.compile(rf"^가장 작은 소수 (?P<many>\d+) ?개의 (?P<what>평균|곱|합)(?:은 얼마인가\?|{ASKED})"), _first_primes),
)
_IS = r"(?:인가요?|입니까|일까요)"
_PACE = rf"(?P<pace>(?:시속|분속|초속) ?{_N} ?(?P<unit>km|m))"
_UNIT_OF = {"시속": "시간", "분속": "분", "초속": "초"}


def _time_asked(found: re.Match[str]) -> str:
    asked = found["asked"] or _UNIT_OF[found["per"]]
    return f"{found['speed']}로 {found['way']}를 가는 데 걸리는 시간은 몇 {asked}인가요?"


_SPEEDS: tuple[Wording, ...] = (
    (
        re.compile(
            rf"^{_PACE}로 (?:달리는 (?:자동차|기차|버스|자전거)가 )?(?P<time>{_N} ?(?:시간|분|초)(?: {_N} "
            "?분)?) ?(?:동안)? ?"
            rf"(?:간|달린|이동한|움직인|걸은|걸어간|달려간) 거리(?:[은는](?: 몇 ?(?P=unit){_IS})?|[를을] "
            r"구하(?:시오|여라|세요))\s*[.?]*$"
        ),
        r"\g<pace>로 \g<time> 동안 달린 거리는 몇 \g<unit>인가?",
    ),
    (
        re.compile(
            rf"^(?P<way>{_N} ?(?:km|m))(?:의 거리)?[를을] (?P<speed>(?P<per>시속|분속|초속) ?{_N} ?(?:km|m))로 "
            rf"(?:갈 때|달릴 때|가는 데|달리는 데|이동하는 데|걸어갈 때|이동할 때|걸어가는 데) 걸리는 시간"
            rf"(?:[은는](?: 몇 ?(?P<asked>시간|분|초){_IS})?|[를을] 구하(?:시오|여라|세요))\s*[.?]*$"
        ),
        _time_asked,
    ),
    (
        re.compile(
            rf"^(?P<speed>(?P<per>시속|분속|초속) ?{_N} ?(?:km|m))로 (?:걸어서|달려서|가서)? ?(?P<way>{_N} "
            "?(?:km|m))[를을] 가는 "
            r"데 (?:몇 ?(?P<asked>시간|분|초)[이가]? 걸(?:리는가|리나요|립니까))\?$"
        ),
        _time_asked,
    ),
    (
        re.compile(
            rf"^(?:자동차가 |기차가 |버스가 )?(?P<way>{_N} ?km)[를을] (?P<time>{_N} ?시간) ?(?:동안|에|만에) ?"
            "(?:달린 (?:자동차|기차|버스)의|달렸을 때의|갔을 때의|이동했을 때의) (?:속력|속도)(?:[은는](?: "
            rf"시속 몇 ?km{_IS})?|[를을] 구하(?:시오|여라|"
            r"세요))\s*[.?]*$"
        ),
        r"\g<way>를 \g<time> 동안 달린 자동차의 속력은 시속 몇 km인가?",
    ),
)


def _defined(found: re.Match[str]) -> str:
    """`A = 2x + 1, B = x - 3일 때 A - 2B`: capital letters for polynomials that have none."""
    given = re.findall(r"([A-Z]) ?= ?([^,=가-힣]+)", found["given"])
    names = {letter for letter, _ in given}
    said = re.sub(r"\s+", "", found["given"]) == ",".join(
        f"{letter}={value}".replace(" ", "") for letter, value in given
    )
    letters = set(re.findall("[A-Z]", found["wanted"]))
    if (
        not said
        or len(names) != len(given)
        or not letters <= names
        or any(re.search("[A-Z]", value) for _, value in given)
    ):
        return found.group()
    wanted = re.sub(r"(?<=[A-Z])(?=[A-Z])", "*", found["wanted"].strip())
    return (
        f"Let {', '.join(f'{letter} = {value.strip()}' for letter, value in given)}. "
        f"{'Expand' if '*' in wanted else 'Simplify'} {wanted}."
    )


_POLYNOMIALS: tuple[Wording, ...] = (
    (
        re.compile(
            "^(?:두 )?(?:다항식 )?(?P<given>[A-Z] ?= ?[^가-힣]+?)(?:일 때|에 (?:대하여|대해)),? "
            r"(?P<wanted>[\dA-Z +()-]+?)(?:의 값)?(?:[을를] "
            "(?:[a-z],? ?(?:[a-z] ?)?(?:에 대한|의) 식으로 나타내시오|[a-z], ?[a-z]로 나타내면|간단히 "
            "하(?:시오|여라|세요)|계산하(?:시오|여라|"
            r"세요)|구하(?:시오|여라|세요)))\s*[.?]*$"
        ),
        _defined,
    ),
)
_TRUE = {"참": "true", "거짓": "false"}
_LOGIC: tuple[Wording, ...] = (
    (
        re.compile(
            r"^(?:명제 )?(?P<f>[^가-힣]*[∧∨¬→↔][^가-힣]*?)[을를] 간단히 (?:하(?:시오|여라|세요)|나타내시오)\s*[.]?$"
        ),
        r"Simplify the logical expression \g<f>.",
    ),
    (
        re.compile(
            "^(?P<p>[a-z])[가는은이] (?P<x>참|거짓)(?:이고|,|이며),? (?P<q>[a-z])[가는은이] (?P<y>참|거짓)"
            r"(?:일 때,?|이다\.|이면,?) "
            "(?P<f>[^가-힣]+?)의 (?:진릿값|참,? ?거짓)(?:[은는]|[을를] (?:구하|판별하|말하)(?:시오|여라|세요))"
            r"\s*[.?]*$"
        ),
        lambda found: (
            f"Find the truth value of {found['f']} when {found['p']} is {_TRUE[found['x']]} and {found['q']} "
            "is "
            f"{_TRUE[found['y']]}."
        ),
    ),
    (
        re.compile(
            "^(?P<p>[a-z]), ?(?P<q>[a-z])[가이] 모두 (?P<x>참|거짓)일 때,? (?P<f>[^가-힣]+?)의 진릿값(?:[은는]|"
            "[을를] (?:구하|판별하|"
            r"말하)(?:시오|여라|세요))\s*[.?]*$"
        ),
        lambda found: (
            f"Find the truth value of {found['f']} when {found['p']} is {_TRUE[found['x']]} and {found['q']} "
            "is "
            f"{_TRUE[found['x']]}."
        ),
    ),
)
COURSE: tuple[Wording, ...] = (
    *_COMPLEX, *_SEQUENCES, *_TANGENTS, *_EQUATIONS, *_NUMBERS, *_SPEEDS, *_POLYNOMIALS, *_LOGIC,
)  # fmt: skip
COURSE_ENGLISH: tuple[Wording, ...] = (
    (
        re.compile(
            r"^(?P<p>[a-z]) is (?P<x>true|false) and (?P<q>[a-z]) is (?P<y>true|false)\. what is the truth "
            r"value of (?P<f>[^?]+)\?$",
            re.IGNORECASE,
        ),
        r"Find the truth value of \g<f> when \g<p> is \g<x> and \g<q> is \g<y>.",
    ),
    (
        re.compile(
            r"^(?:if|given) a_n ?= ?(?P<rule>[^,a-mo-z]+), (?:find|what is) a_\{?(?P<place>\d+)\}?[.?]?$", re.IGNORECASE
        ),
        _nth,
    ),
    (
        re.compile(r"^simplify (?P<f>[^a-z]*[a-z][^=]*[∧∨¬→↔][^=]*?)\.?$", re.IGNORECASE),
        r"Simplify the logical expression \g<f>.",
    ),
)
_PART = re.compile(r"(?<!\S)\((?P<label>가|나|다|라|1|2|3|4|a|b|c|d)\)\s*")
_GIVEN = re.compile(
    r"^(?P<given>(?:[a-z] ?= ?-?\d+(?:\.\d+)?(?:/\d+)?,? ?)+)(?:일 때|이면|라 할 때),? (?=\((?:가|1|a)\))"
)


def distributed(problem: str) -> str:
    """`a = 3, b = 5일 때 (가) … (나) …`: values that are given for all parts are given in each."""
    found = _GIVEN.match(problem)
    if found is None:
        return problem
    given = found["given"].strip().rstrip(",")
    return _PART.sub(lambda part: f"({part['label']}) {given}일 때 ", problem[found.end() :])
