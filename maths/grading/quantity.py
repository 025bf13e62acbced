r"""Quantities: a number and its unit, as typed (`15 cm^2`, `3미터`, `$16.20`, `5 km/h`) or in LaTeX (`15\mbox{ cm}^2`).

    quantity   part { part }             3 hours 20 minutes; parts of one dimension
    part       number unit | money number
    unit       word [power] { ("/" | "per" | "*" | " ") word [power] }      m/s^2   square feet   kg m

A unit in words or in `\text{…}`, an abbreviation of several letters, or a sign such as € is surely a unit; a
single letter (`5 m`) may be a variable as well and is `doubtful`. Words that are no unit name what is
counted: `12 apples`, `12개`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from maths.bounds import UnreadableError
from maths.read import read
from maths.reading.notation import FUNCTION_WORDS
from maths.tree import (
    Based,
    Collection,
    Interval,
    Junction,
    Matrix,
    Mixed,
    Name,
    Negative,
    Node,
    Number,
    Percent,
    Product,
    Ratio,
    Relation,
    SetOperation,
    Sum,
    Text,
    Truth,
    names,
    walk,
)

if TYPE_CHECKING:
    from pint import UnitRegistry

# Each unit: its definition for pint, the abbreviations, the words. Money is a dimension of its own, a currency each.
_UNITS: tuple[tuple[str, str, str, str], ...] = (
    ("meter", "[length]", "m ㎡", "meter meters metre metres 미터"),
    ("kilometer", "1000 * meter", "km", "kilometer kilometers kilometre kilometres 킬로미터"),
    ("centimeter", "1/100 * meter", "cm", "centimeter centimeters centimetre centimetres 센티미터 센티 센치 센치미터"),
    ("millimeter", "1/1000 * meter", "mm", "millimeter millimeters millimetre millimetres 밀리미터"),
    ("inch", "127/5000 * meter", "in inch", "inches 인치"),
    ("foot", "12 * inch", "ft", "foot feet 피트"),
    ("yard", "3 * foot", "yd yds", "yard yards 야드"),
    ("mile", "5280 * foot", "mi", "mile miles 마일"),
    ("gram", "[mass]", "g gr", "gram grams 그램"),
    ("kilogram", "1000 * gram", "kg", "kilogram kilograms kilo kilos 킬로그램"),
    ("milligram", "1/1000 * gram", "mg", "milligram milligrams 밀리그램"),
    ("tonne", "1000000 * gram", "t", "tonne tonnes 톤"),
    ("pound", "45359237/100000 * gram", "lb lbs", "pound pounds 파운드"),
    ("ounce", "1/16 * pound", "oz", "ounce ounces 온스"),
    ("second", "[time]", "s sec secs", "second seconds 초"),
    ("millisecond", "1/1000 * second", "ms", "millisecond milliseconds"),
    ("minute", "60 * second", "min mins", "minute minutes 분"),
    ("hour", "3600 * second", "h hr hrs", "hour hours 시간"),
    ("day", "86400 * second", "d", "day days 일"),
    ("week", "604800 * second", "wk", "week weeks 주 주일"),
    ("month", "[month]", "mo", "month months 개월 달"),
    ("year", "12 * month", "yr yrs", "year years 년"),
    ("liter", "1/1000 * meter ** 3", "L l", "liter liters litre litres 리터"),
    ("milliliter", "1/1000000 * meter ** 3", "mL ml", "milliliter milliliters millilitre millilitres 밀리리터"),
    ("gallon", "231 * inch ** 3", "gal", "gallon gallons 갤런"),
    ("quart", "1/4 * gallon", "qt", "quart quarts"),
    ("pint", "1/8 * gallon", "pt", "pint pints"),
    ("cup", "1/16 * gallon", "", "cup cups 컵"),
    ("newton", "1000 * gram * meter / second ** 2", "N", "newton newtons 뉴턴"),
    ("joule", "1000 * gram * meter ** 2 / second ** 2", "J", "joule joules 줄"),
    ("kilojoule", "1000 * joule", "kJ", "kilojoule kilojoules"),
    ("watt", "1000 * gram * meter ** 2 / second ** 3", "W", "watt watts 와트"),
    ("kilowatt", "1000 * watt", "kW", "kilowatt kilowatts"),
    ("ampere", "[current]", "A", "ampere amperes amp amps 암페어"),
    ("volt", "watt / ampere", "V", "volt volts 볼트"),
    ("ohm", "volt / ampere", "", "ohm ohms 옴"),
    ("hertz", "1 / second", "Hz", "hertz 헤르츠"),
    ("pascal", "newton / meter ** 2", "Pa", "pascal pascals 파스칼"),
    ("mole", "[substance]", "mol", "mole moles 몰"),
    ("kelvin", "[temperature]", "K", "kelvin kelvins 켈빈"),
    ("celsius", "[celsius]", "°C ℃", "celsius 섭씨"),
    ("fahrenheit", "[fahrenheit]", "°F ℉", "fahrenheit 화씨"),
    ("degree", "[angle]", "° deg", "degree degrees 도"),
    ("radian", "[radian]", "", "rad rads radian radians 라디안"),
    ("dollar", "[dollar]", "USD $", "dollar dollars 달러 불"),
    ("cent", "1/100 * dollar", "¢", "cent cents 센트"),
    ("euro", "[euro]", "EUR €", "euro euros 유로"),
    ("sterling", "[sterling]", "GBP £", "sterling"),
    ("won", "[won]", "KRW ₩", "won 원"),
    ("yen", "[yen]", "JPY ¥", "yen 엔"),
    ("yuan", "[yuan]", "CNY RMB", "yuan 위안"),
    ("rupee", "[rupee]", "INR ₹", "rupee rupees 루피"),
    ("square_meter", "meter ** 2", "㎡", "제곱미터 평방미터"),
    ("square_centimeter", "centimeter ** 2", "㎠", "제곱센티미터"),
    ("square_kilometer", "kilometer ** 2", "㎢", "제곱킬로미터"),
    ("cubic_meter", "meter ** 3", "㎥", "세제곱미터"),
    ("cubic_centimeter", "centimeter ** 3", "cc ㎤", "세제곱센티미터"),
    ("hectare", "10000 * meter ** 2", "ha", "hectare hectares 헥타르"),
    ("acre", "4840 * yard ** 2", "", "acre acres 에이커"),
    ("mph", "mile / hour", "mph", ""),
    ("kph", "kilometer / hour", "kph kmh", ""),
)  # fmt: skip
_WORDS = {word: name for name, _, _, words in _UNITS for word in words.split()}
_SIGNS = {sign: name for name, _, signs, _ in _UNITS for sign in signs.split()}
_MONEY = {"$": "dollar", "€": "euro", "£": "sterling", "₩": "won", "¥": "yen", "₹": "rupee", "US$": "dollar"}
_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_COUNTERS = frozenset(
    "개 명 사람 마리 권 장 자루 대 송이 그루 병 번 회 가지 쌍 켤레 살 세 점 층 줄 칸 학급 조각 인 건"  # noqa: SIM905 - words
    " 곳 판 봉지 상자 접시 다발 단계 쪽 페이지 문제 묶음 포기 알 톨 척 편 통 팩 세트 팀 반 학년 그릇 잔 벌".split()
)
_MAX_UNIT = 60  # characters: "kilograms per cubic centimeter" has 30
_POWER = re.compile(r"\^?\{?([2-9])\}?$|\^\{?(-[1-9]|1)\}?$")
_RAISED = str.maketrans("²³⁴", "234")
_GROUP = re.compile(r"\\(?:text|mbox|mathrm|textrm|hbox|operatorname|rm|textnormal|textbf|mathbf)\s*\{([^{}$]*)\}")
_SPACES = re.compile(r"\\[,;:! ]|~|\\(?:quad|qquad|thinspace)(?![A-Za-z])|\s+")
_JOINT = re.compile(
    r"(?<=[\d})\]½⅓¼¾π])\s*(?=[A-Za-z°º℃℉€£₩¥₹¢㎡㎥㎠㎤㎢가-힣])|(?<=i)\s+(?=[A-Za-z°º℃℉€£₩¥₹¢㎡㎥㎠㎤㎢가-힣])"
)
_BEFORE = re.compile(r"(?P<sign>[-−]?)\s*(?P<money>US\$|\\\$|[$€£₩¥₹])\s*(?P<number>[-−]?[\d.].*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` times the base units of `dimensions`; `label` is what is counted, in words, where it is no unit."""

    factor: Fraction
    dimensions: tuple[tuple[str, int], ...]
    spelling: str = ""
    label: bool = False
    in_words: bool = False
    doubtful: bool = False
    is_sign: bool = False  # of money, in front of the number, where it cannot be read as part of it

    @property
    def label_root(self) -> str:
        """What is counted, one or many: `box` and `boxes`."""
        return re.sub(r"(?:es|s)$", "", self.spelling)


@dataclass(frozen=True, slots=True)
class Quantity:
    value: Node
    unit: Unit


@lru_cache(maxsize=1)
def registry() -> UnitRegistry[Any]:
    import pint

    found: UnitRegistry[Any] = pint.UnitRegistry(None, non_int_type=Fraction)
    for name, definition, _, _ in _UNITS:
        found.define(f"{name} = {definition}")
    return found


@lru_cache(maxsize=512)
def _worth(units: tuple[tuple[str, int], ...]) -> tuple[Fraction, tuple[tuple[str, int], ...]]:
    """The factor and the base units, by pint in exact fractions."""
    known = registry()
    total = known.Quantity(Fraction(1), "")
    for name, power in units:
        total *= known.Quantity(Fraction(1), name) ** power
    base = total.to_base_units()
    dimensions = tuple(sorted((name, int(str(power))) for name, power in base.unit_items()))
    return Fraction(base.magnitude), dimensions


def quantity(text: str) -> Quantity | None:
    """The quantity a text is, the whole of it; None where it is none."""
    if len(text) > 400:  # noqa: PLR2004 - a number and a unit
        return None
    money = _BEFORE.fullmatch(text.strip())
    if money is not None:
        return _with_money(money)
    latex = _GROUP.search(text) is not None
    plain = _plain(text)
    for joint in _JOINT.finditer(plain, max(0, len(plain) - _MAX_UNIT)):
        whole = _one(plain[: joint.start()], plain[joint.end() :], latex=latex)
        if whole is not None:
            return whole
    return _compound(plain)


def _plain(text: str) -> str:
    text = _GROUP.sub(lambda m: f" {m[1]} ", text)
    text = text.replace("\\$", "$").replace("^\\circ", "°").replace("^{\\circ}", "°")
    return re.sub(r"\s+\^", "^", " ".join(_SPACES.sub(" ", text).split()))


def _with_money(found: re.Match[str]) -> Quantity | None:
    number = found["number"].strip()
    name = _MONEY[found["money"].replace("\\$", "$")]
    spoken = re.fullmatch(r"(.*?\d)\.?", number)
    if spoken is None:
        return None
    value = _number(spoken[1])
    if value is None:
        return None
    if found["sign"]:
        value = Negative(value)
    factor, dimensions = _worth(((name, 1),))
    return Quantity(value, Unit(factor, dimensions, found["money"].replace("\\", ""), in_words=True, is_sign=True))


def _known(units: tuple[tuple[str, int], ...], spelling: str, *, in_words: bool, doubtful: bool = False) -> Unit:
    factor, dimensions = _worth(units)
    return Unit(factor, dimensions, spelling, in_words=in_words, doubtful=doubtful)


def _one(head: str, tail: str, *, latex: bool) -> Quantity | None:
    found = unit(tail, latex=latex)
    value = _number(head) if found is not None else None
    return None if found is None or value is None else Quantity(value, found)


_NO_NUMBERS = (Relation, Collection, Interval, Junction, Matrix, SetOperation, Ratio, Text, Truth, Percent)


def _number(text: str) -> Node | None:
    try:
        node = read(text)
    except UnreadableError:
        return None
    if names(node) or any(isinstance(n, _NO_NUMBERS) for n in walk(node)):
        return None
    return node


def unit(text: str, *, latex: bool = False) -> Unit | None:
    """The unit a text names, or what it counts; None where it is neither."""
    text = _plain(text).strip().rstrip(".")
    if not text or len(text) > _MAX_UNIT:
        return None
    pieces = _pieces(text)
    if pieces is None:
        return _label(text)
    units, in_words, letter = pieces
    return _known(units, text, in_words=in_words or latex, doubtful=letter and not latex)


def _pieces(text: str) -> tuple[tuple[tuple[str, int], ...], bool, bool] | None:
    """The units by name and power; whether words name them; whether all are single letters."""
    units: dict[str, int] = {}
    in_words, letters, turned, raised = False, True, 1, 1
    for word in re.findall(r"/|\*|·|[^\s/*·]+", text.replace("²", "^2").replace("³", "^3")):
        lower = word.lower()
        if word == "/" or lower == "per":
            turned = -1
            continue
        if word in "*·":
            continue
        if lower.rstrip(".") in _POWERS:
            raised = _POWERS[lower.rstrip(".")]
            continue
        if lower in ("squared", "cubed") and units:
            last = next(reversed(units))
            units[last] *= {"squared": 2, "cubed": 3}[lower]
            continue
        power = re.search(r"\^?\{?(-?[1-9])\}?$", word) if re.search(r"[\d}]$", word) else None
        bare = word[: power.start()] if power else word
        name = _WORDS.get(bare.lower()) or _SIGNS.get(bare)
        if name is None:
            return None
        in_words = in_words or bare.lower() in _WORDS
        letters = letters and len(bare) == 1 and bare.isascii() and bare.isalpha()
        units[name] = units.get(name, 0) + turned * raised * (int(power[1]) if power else 1)
        raised = 1
    return (tuple(units.items()), in_words, letters) if units else None


_LABEL = re.compile(r"[A-Za-z]{3,}(?:[ -][A-Za-z]{2,}){0,4}(?:\^\{?[23]\}?)?|[가-힣]{1,6}")
_NO_LABELS = frozenset(  # words that calculate, compare or doubt
    (  # noqa: SIM905 - words
        "and or not plus minus times over mod dozen hundred thousand million billion half percent pct percentage"
        " pi sin cos tan cot sec csc log exp sqrt root alpha beta gamma delta theta lambda factorial squared cubed"
        " degrees radians if when where for is are was to but either both neither between than unless except"
        " remainder base choose inf infinity union approx approximately about almost nearly more less pair pairs"
        " score third thirds quarter quarters halves fifth fifths tenth tenths hundredth hundredths divided"
        " multiplied equals equal true false modulo power wrong incorrect maybe perhaps probably ish least most"
        " only left sure unsure guess hundredfold fold dozens thousands millions twice double triple"
    ).split()
)


_ORDINAL = re.compile(r"(?:[^o]th|ths|teen|illions?|ty)$")


def _label(text: str) -> Unit | None:
    """`apples`, `units`, `개`: what is counted; never a word that calculates."""
    if not _LABEL.fullmatch(text):
        return None
    if text.isascii():
        words = re.split(r"[ -]", text.lower().partition("^")[0])
        if any(word in _NO_LABELS or word in FUNCTION_WORDS or _ORDINAL.search(word) for word in words):
            return None
    elif text not in _COUNTERS:
        return None
    return Unit(Fraction(1), (), text.lower(), label=True, in_words=True)


def _compound(text: str) -> Quantity | None:
    """`3 hours 20 minutes`, `5 ft 3 in`, `1시간 30분`."""
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*([A-Za-z]+|[가-힣]+)(?:,|\s+and|\s+)*", text)
    if not 2 <= len(parts) <= 4 or re.sub(r"(\d+(?:\.\d+)?)\s*([A-Za-z]+|[가-힣]+)(?:,|\s+and\b|\s+)*", "", text):  # noqa: PLR2004
        return None
    found = [_one(number, word, latex=False) for number, word in parts]
    first = found[0]
    if first is None or any(q is None or q.unit.label or q.unit.dimensions != first.unit.dimensions for q in found):
        return None
    sizes = [q.unit.factor for q in found if q is not None]
    if sizes != sorted(sizes, reverse=True) or len(set(sizes)) < len(sizes):
        return None
    total = Sum(tuple(Product((q.value, Number(q.unit.factor / sizes[-1]))) for q in found if q is not None))
    last = found[-1]
    return None if last is None else Quantity(total, last.unit)


def letters_as_unit(node: Node) -> Quantity | None:
    """`5 m`, read as 5·m, as five metres: where the other side is surely a quantity."""
    if isinstance(node, Product) and len(node.factors) == 2:  # noqa: PLR2004 - a number and a letter
        number, letter = node.factors
        if isinstance(letter, Name) and not letter.subscript and isinstance(number, Number | Mixed | Based | Negative):
            name = _SIGNS.get(letter.name)
            if name is not None and not names(number):
                return Quantity(number, _known(((name, 1),), letter.name, in_words=False, doubtful=True))
    return None
