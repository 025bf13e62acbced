"""An outline said in Korean, as school mathematics is read aloud."""

from __future__ import annotations

import string
from dataclasses import dataclass

from maths.typesetting.commands import NEGATED
from maths.typesetting.tree import Font, Letter, Mark, Name, Number, Sign, Words
from picture.speaking import korean_words as korean
from picture.speaking.outline import (
    Accented,
    Call,
    Cases,
    Chain,
    Chosen,
    Derivative,
    Evaluated,
    Group,
    Index,
    Limit,
    Lines,
    Listing,
    Matrix,
    Mixed,
    Modulus,
    Postfix,
    Power,
    Prefix,
    Primed,
    Product,
    Radical,
    Range,
    Ratio,
    Repeating,
    Said,
    Stack,
    Sum,
    Table,
    is_atom,
    is_short,
)
from picture.speaking.sounds import (
    case_matters,
    face_matters,
    is_area,
    is_capital,
    is_denominator,
    is_interval,
    is_segment,
    is_vector,
    name_of,
    needs_times,
)
from tutor.words import particle

_PARTICLES = {
    **dict.fromkeys(("은", "는"), "은"), **dict.fromkeys(("을", "를"), "을"), **dict.fromkeys(("이", "가"), "이"),
    **dict.fromkeys(("과", "와"), "과"), **dict.fromkeys(("으로", "로"), "으로"),
}  # fmt: skip
_LONG = 20  # characters of a side that is not said twice
_LESS, _MORE = {"<": "작", "≤": "작거나 같"}, {"<": "크", "≤": "크거나 같"}


@dataclass(frozen=True, slots=True)
class Korean:
    """Says outlines; `confused` are the letters that sound like another one of the same text."""

    confused: frozenset[Letter] = frozenset()

    def say(self, said: Said | None) -> str:  # noqa: C901, PLR0911, PLR0912 - a line a kind
        match said:
            case None:
                return ""
            case Letter():
                return self._letter(said)
            case Number(text):
                return number(text)
            case Sign(text):
                return korean.SIGNS.get(text, korean.GREEK.get(text, text))
            case Name(text):
                return korean.NAMES.get(text, text)
            case Words(text):
                return korean.UNITS.get(text.strip(), text.strip())
            case Listing(parts):
                return self._listing(parts)
            case Chain():
                return self._chain(said)
            case Sum(terms):
                return self._sum(terms)
            case Product(factors):
                return self._product(factors)
            case Ratio():
                return self._ratio(said)
            case Mixed(whole, part):
                return f"{with_particle(number(whole.text), '과')} {self.say(part)}"
            case Derivative():
                return self._derivative(said)
            case Power(base, exponent):
                return self._power(base, exponent, "의")
            case Index(base, below):
                return self._index(base, below)
            case Primed(base, count):
                return f"{self.say(base)} {('', '프라임', '더블프라임', '트리플프라임')[min(count, 3)]}"
            case Radical():
                return self._radical(said)
            case Call(function, argument):
                return self._call(function, argument)
            case Range():
                return self._range(said)
            case Limit():
                return self._limit(said)
            case Group():
                return self._group(said)
            case Evaluated(inner, below, above):
                return self._evaluated(inner, below, above)
            case Chosen():
                return self._chosen(said)
            case Modulus(inner):
                return f", 법 {self.say(inner)}"
            case Postfix(base, sign):
                return f"{self._held(base)}{korean.POSTFIXES.get(sign, sign)}"
            case Prefix(sign, inner):
                return self._prefix(sign, inner)
            case Repeating(start, digits):
                return f"{number(start + digits)}, 순환마디 {digits}"
            case Accented(mark, inner):
                return self._accented(mark, inner)
            case Stack():
                return self._stack(said)
            case Matrix():
                return self._matrix(said)
            case Cases(rows):
                return f"{len(rows)}가지 경우: {self._rows(rows)}, 경우 끝"
            case Lines(rows):
                return self._rows(rows)
            case Table(rows):
                return f"{len(rows)}행 표: {self._cells(rows)}; 표 끝"

    def _letter(self, letter: Letter) -> str:
        if letter.font is Font.DOUBLE_STRUCK and letter.text in korean.SETS:
            return korean.SETS[letter.text]
        said = korean.GREEK.get(letter.text, korean.SIGNS.get(letter.text, letter.text))
        if case_matters(letter, self.confused) and not said.startswith("대문자"):
            said = f"대문자 {said}"
        return f"{korean.FACES[letter.font]} {said}" if face_matters(letter, self.confused) else said

    def _listing(self, parts: tuple[Said, ...]) -> str:
        said, before = "", None
        for part in parts:
            comma = "" if isinstance(part, Words) or isinstance(before, Words) else ","
            said, before = f"{said}{comma} {self.say(part)}", part
        return said.strip(", ")

    # Statements.

    def _chain(self, chain: Chain) -> str:
        signs = [korean.SAME.get(sign, sign) for sign, _ in chain.rest]
        parts = [self.say(part) for _, part in chain.rest]
        first = self.say(chain.first)
        if signs in ([":", "→"], [":", "⟶"]):
            return f"{with_particle(first, '은')} {parts[0]}에서 {with_particle(parts[1], '으로')}의 함수"
        if between := _between(first, signs, parts):
            return between
        modulus = f"법 {self.say(chain.modulus)}에 대하여 " if chain.modulus is not None else ""
        said, left = first, first
        for sign, part in zip(signs, parts, strict=True):
            said = _joined(said, left, sign, part, modulus)
            left = part
        return said

    # Sums and products.

    def _sum(self, terms: tuple[tuple[str, Said], ...]) -> str:
        said = ""
        for sign, term in terms:
            word = (
                korean.OPERATORS.get(sign, sign) if said else korean.LEADING.get(sign, korean.OPERATORS.get(sign, ""))
            )
            pause = "," if "," in said and sign else ""
            said = f"{said}{pause} {word} {self.say(term)}".strip()
        return said

    def _product(self, factors: tuple[tuple[str, Said], ...]) -> str:
        said, before = "", None
        for operator, factor in factors:
            spoken = self._factor(factor, first=before is None)
            if before is None:
                said = spoken if not operator else f"{korean.OPERATORS.get(operator, operator)} {spoken}"
            elif operator:
                said = f"{said} {_operator(operator, before, factor)} {spoken}"
            elif needs_times(before, factor) and not _is_multiple(before, factor):
                said = f"{said} 곱하기 {spoken}"
            else:
                if is_capital(before) and is_capital(factor):
                    spoken = spoken.removeprefix("대문자 ")
                said = f"{said} {spoken}"
            before = factor
        return said

    def _factor(self, factor: Said, *, first: bool) -> str:
        match factor:
            case Power(Letter() | Index() as base, exponent) if not first:
                return self._power(base, exponent, "")
            case Group("(", inner, ")") if inner is not None and (is_atom(inner) or is_segment(inner)):
                return self.say(inner)
            case _:
                return self.say(factor)

    def _ratio(self, ratio: Ratio) -> str:
        top, bottom = self.say(ratio.top), self.say(ratio.bottom)
        if is_short(ratio.top) and is_denominator(ratio.bottom):
            return f"{bottom}분의 {top}"
        return f"분수, 분모 {bottom}, 분자 {top}, 분수 끝"

    def _derivative(self, said: Derivative) -> str:
        d = "라운드" if said.partial else "d"
        order = f" {korean.POWERS.get(said.order, said.order + '제곱')}" if said.order else ""
        top = f" {self.say(said.top)}" if said.top is not None else ""
        return f"{d}{order}{top} {d} {self.say(said.variable)}{order}"

    def _power(self, base: Said, exponent: Said, of: str) -> str:
        said = self._held(base)
        if name := _power_name(base, exponent):
            return f"{said}{name}"
        raised = self.say(exponent)
        match exponent:
            case Number("2" | "3" as text) if isinstance(base, Words):
                said = f"{korean.POWERS[text]}{said}"
            case Number(text) if text in korean.POWERS:
                said = f"{said}{'' if isinstance(base, Name) else of} {korean.POWERS[text]}"
            case _ if is_short(exponent) or _is_plain_ratio(exponent):
                said = f"{said}의 {raised}{' ' if raised.endswith('제곱') else ''}제곱"
            case _:
                said = f"{said}의 괄호 열고 {raised} 괄호 닫고 제곱"
        return said

    def _index(self, base: Said, below: Said) -> str:
        index = self.say(below)
        if isinstance(base, Name):
            return f"{self.say(base)} {index}의"
        if is_atom(below) or is_short(below):
            return f"{self._held(base)} 아래첨자 {index}"
        return f"{self._held(base)} 아래첨자 {index}, 첨자 끝"

    def _radical(self, root: Radical) -> str:
        inner = self.say(root.radicand)
        match root.degree:
            case None | Number("2"):
                return f"루트 {inner}" if is_atom(root.radicand) else f"루트 안에 {inner}, 루트 끝"
            case Number(text) if text in korean.POWERS:
                name = f"{korean.POWERS[text]}근"
            case degree:
                name = f"{self.say(degree)}제곱근"
        return f"{inner}의 {name}" if is_atom(root.radicand) else f"{name} 안에 {inner}, 근호 끝"

    # Functions.

    def _call(self, function: Said, argument: Said) -> str:
        name = self._function(function)
        if name_of(function) in korean.BEHIND:
            inner = argument.inner if isinstance(argument, Group) and argument.left in "({" else argument
            if isinstance(inner, Listing) and len(inner.parts) == 2:  # noqa: PLR2004 - a and b
                first, second = (self.say(part) for part in inner.parts)
                return f"{with_particle(first, '과')} {second}의 {name}"
            return f"{self.say(inner)}의 {name}"
        return f"{name} {self._argument(argument)}"

    def _argument(self, argument: Said) -> str:
        match argument:
            case Group("(", inner, ")") if inner is not None and (is_short(inner) or _is_plain_ratio(inner)):
                return self.say(inner)
            case Product(factors) if not is_short(argument) and any(op for op, _ in factors):
                return f"괄호 열고 {self.say(argument)} 괄호 닫고"
            case _:
                return self.say(argument)

    def _function(self, function: Said) -> str:
        match function:
            case Power(base, Sum((("−", Number("1")),))):
                return f"{self.say(base)} 역함수"
            case Power(Index(Name() as base, below), exponent):
                return f"{self._power(base, exponent, '')} {self.say(below)}의"
            case _:
                return self.say(function)

    def _range(self, said: Range) -> str:
        name = korean.LARGE.get(said.sign, said.sign)
        words = f"{name} {self._bounds(said.below, said.above)} {self.say(said.body)}"
        return words + "".join(f" d {self.say(variable)}" for variable in said.variables)

    def _bounds(self, below: Said | None, above: Said | None) -> str:
        match below:
            case Chain(first, (("=", start),)) if above is not None:
                index = with_particle(self.say(first), "은")
                return f"{index} {self.say(start)}부터 {self.say(above)}까지"
            case None:
                return f"{self.say(above)}까지" if above is not None else ""
        return f"{self.say(below)}부터 {self.say(above)}까지" if above is not None else f"{self.say(below)}에 대하여"

    def _limit(self, said: Limit) -> str:
        body, name = self.say(said.body), korean.NAMES[said.name]
        match said.below:
            case Chain(first, (("→" | "⟶", target),)):
                where = f"{with_particle(self.say(first), '이')} {self._approached(target)} 갈 때"
            case below:
                where = f"{self.say(below)}에서"
        return f"{where} {body}의 {name}" if body else f"{where} {name}"

    def _approached(self, target: Said | None) -> str:
        match target:
            case Power(base, Sign("+")):
                return f"오른쪽에서 {with_particle(self.say(base), '으로')}"
            case Power(base, Sign("−")):
                return f"왼쪽에서 {with_particle(self.say(base), '으로')}"
            case _:
                return with_particle(self.say(target), "으로")

    # Brackets and marks.

    def _held(self, said: Said) -> str:
        """What carries an exponent or an index, in brackets where it is more than one thing."""
        if is_atom(said) or isinstance(said, Group | Name | Call | Index | Primed | Matrix | Stack | Postfix | Prefix):
            return self.say(said)
        if isinstance(said, Accented | Power):
            return self.say(said)
        return f"괄호 열고 {self.say(said)} 괄호 닫고"

    def _group(self, group: Group) -> str:
        inner = self.say(group.inner)
        match group.left, group.right:
            case ("|", "|") | ("‖", "‖") | ("⌊", "⌋") | ("⌈", "⌉"):
                name = {"|": "절댓값", "‖": "노름", "⌊": "바닥", "⌈": "천장"}[group.left]
                if group.left == "|" and group.inner is not None and is_vector(group.inner):
                    name = "크기"
                return f"{inner}의 {name}" if is_atom(group.inner) else f"{name} {inner}, {name} 끝"
            case "{", "}":
                return f"집합 {inner}, 집합 끝" if inner else "공집합"
            case left, right if is_interval(group) and isinstance(group.inner, Listing):
                ends = [self.say(part) for part in group.inner.parts]
                low, high = ("이상" if left == "[" else "초과"), ("이하" if right == "]" else "미만")
                return f"구간 {ends[0]} {low} {ends[-1]} {high}"
            case "[", "]" if is_area(group.inner):
                return f"{inner}의 넓이"
            case left, right:
                opening = korean.SIGNS.get(left, left) if left else ""
                return f"{opening} {inner} {korean.SIGNS.get(right, right) if right else ''}".strip()

    def _evaluated(self, inner: Said, below: Said | None, above: Said | None) -> str:
        if below is not None and above is not None:
            return f"{self.say(inner)}, {self.say(below)}부터 {self.say(above)}까지 값의 차"
        return f"{self.say(inner)}, {self.say(below or above)}에서의 값"

    def _chosen(self, said: Chosen) -> str:
        word = {"P": "퍼뮤테이션", "H": "중복조합", "Π": "중복순열"}.get(said.sign, "컴비네이션")
        top, bottom = self.say(said.top), self.say(said.bottom)
        if is_atom(said.top) and is_atom(said.bottom):
            return f"{top} {word} {bottom}"
        return f"조합 {top}, {word} {bottom}, 조합 끝"

    def _prefix(self, sign: str, inner: Said) -> str:
        said = self.say(inner) if is_short(inner) else self._held(inner)
        if sign == "∀":
            return f"모든 {said}에 대하여"
        if sign == "∃":
            return f"어떤 {with_particle(said, '이')} 존재하여"
        return f"{korean.SIGNS.get(sign, sign)} {said}"

    def _accented(self, mark: Mark, inner: Said) -> str:
        said = self.say(inner)
        if mark in (Mark.OVERLINE, Mark.BAR) and is_segment(inner):
            return f"선분 {said}"
        if mark in (Mark.HAT, Mark.WIDE_HAT) and is_segment(inner):
            return f"각 {said}"
        if mark in korean.MARKS_AFTER:
            word = korean.MARKS_AFTER[mark]
            return f"{said} {word}" if is_atom(inner) else f"괄호 열고 {said} 괄호 닫고 {word}"
        word = korean.MARKS_BEFORE.get(mark, "")
        alone = is_atom(inner) or mark in (Mark.BOXED, Mark.UNDERLINE) or is_segment(inner)
        return f"{word} {said}" if alone else f"{word} {said}, {word} 끝"

    def _stack(self, said: Stack) -> str:
        words = self.say(said.base)
        if said.above is not None:
            words += f", 위에 {self.say(said.above)}"
        return f"{words}, 아래에 {self.say(said.below)}" if said.below is not None else words

    def _matrix(self, matrix: Matrix) -> str:
        rows, columns = len(matrix.rows), max((len(row) for row in matrix.rows), default=0)
        fences = (matrix.left, matrix.right)
        if columns == 1 and fences != ("|", "|"):
            return f"열벡터 {', '.join(self.say(row[0]) for row in matrix.rows)}, 벡터 끝"
        name = {("|", "|"): "행렬식", ("‖", "‖"): "행렬 노름"}.get(fences, "행렬")
        return f"{rows}행 {columns}열 {name}: {self._cells(matrix.rows)}; {name} 끝"

    def _cells(self, rows: tuple[tuple[Said | None, ...], ...]) -> str:
        return "; ".join(
            f"{place}행: " + ", ".join(self.say(cell) or "빈칸" for cell in row) for place, row in enumerate(rows, 1)
        )

    def _rows(self, rows: tuple[Said, ...]) -> str:
        return "; ".join(self.say(row) for row in rows)


class _Sides(string.Formatter):
    """`{l:은}`: a side of a relation with the particle that fits it."""

    def format_field(self, value: object, format_spec: str) -> str:
        said = str(value)
        if format_spec == "이면":
            return korean.conjugated(said, "이면") or f"{said}이면"
        return with_particle(said, format_spec) if format_spec else said


def _power_name(base: Said, exponent: Said) -> str:
    """What an exponent that is no power is called: a transpose, a complement."""
    match exponent:
        case Letter("T") | Letter("⊤") | Sign("⊤") | Words("T") if is_vector(base) or is_capital(base):
            return "의 전치"
        case Letter("c" | "C") | Words("c" | "C") | Sign("∁") if is_capital(base):
            return "의 여집합"
        case Sign("∗" | "⋆"):
            return " 스타"
        case Sign("+" | "−" as sign):
            return f" {korean.LEADING[sign]}"
        case _:
            return ""


def with_particle(said: str, asked: str) -> str:
    return f"{said}{particle(said, asked)}"


def continued(said: str, after: str, then: str) -> str:
    """A formula and the letters behind it: the particle that fits what was said, the predicate that goes on."""
    if after in _PARTICLES:
        return with_particle(said, _PARTICLES[after])
    if korean.predicate_of(said):
        for end in range(len(after), 0, -1):
            if (end < len(after) or after[:end] not in ("인", "일") or then == " ") and (
                word := korean.conjugated(said, after[:end])
            ):
                return word + after[end:]
        return f"{said}, {after}"
    return f"{said}{after}"


def number(text: str) -> str:
    """`3.14` digit by digit behind the point, `10,000` as one number."""
    whole, point, digits = text.replace(",", "").partition(".")
    return f"{whole or '0'}점 {' '.join(digits)}".strip() if point else whole


def _joined(said: str, left: str, sign: str, part: str, modulus: str) -> str:
    """What was said, and one relation more."""
    if not said:
        continued = korean.CONTINUED.get(sign)
        return continued.format(r=part) if continued else _stated("이 값", sign, part, modulus)
    if said is left:
        return _stated(left, sign, part, modulus)
    if korean.predicate_of(said):
        return f"{said}, {_stated(left if len(left) < _LONG else '우변', sign, part, modulus)}"
    if sign in korean.CONTINUED:
        return f"{said}, {korean.CONTINUED[sign].format(r=part)}"
    return f"{said}, {_stated(left, sign, part, modulus)}"


def _template(sign: str) -> str:
    bare = sign.removeprefix("not ")
    if bare != sign:
        negated = NEGATED.get(bare, "")
        return korean.RELATIONS.get(korean.SAME.get(negated, negated), "{l} 부정 " + bare + " {r}")
    return korean.RELATIONS.get(sign, "{l} " + korean.SIGNS.get(sign, sign) + " {r}")


def _stated(left: str, sign: str, right: str, modulus: str) -> str:
    template = _template(sign)
    if modulus and sign in ("≡", "≢"):
        template = template.replace("합동", modulus + "합동")
    return _Sides().vformat(template, (), {"l": left, "r": right}).strip()


def _between(first: str, signs: list[str], parts: list[str]) -> str:
    """`0 < x ≤ 1` is said of `x`."""
    if len(signs) != 2 or not first:  # noqa: PLR2004 - two relations around one thing
        return ""
    for low, high in ((_MORE, _LESS), (_LESS, _MORE)):
        flipped = signs if low is _MORE else [{">": "<", "≥": "≤"}.get(sign, "") for sign in signs]
        if all(sign in low for sign in flipped):
            middle = with_particle(parts[0], "은")
            return f"{middle} {first}보다 {low[flipped[0]]}고 {parts[1]}보다 {high[flipped[1]]}다"
    return ""


def _operator(operator: str, before: Said, factor: Said) -> str:
    if is_vector(before) and is_vector(factor) and operator in "⋅×":
        return "내적" if operator == "⋅" else "외적"
    return korean.OPERATORS.get(operator, operator)


def _is_multiple(before: Said, factor: Said) -> bool:
    """`2√5` is said without a word between."""
    return isinstance(before, Number) and isinstance(factor, Radical) and factor.degree is None


def _is_plain_ratio(said: Said) -> bool:
    return isinstance(said, Ratio) and is_short(said.top) and is_denominator(said.bottom)
