"""An outline said in English, as a teacher says it at the board."""

from __future__ import annotations

from dataclasses import dataclass

from maths.typesetting.commands import NEGATED
from maths.typesetting.tree import Font, Letter, Mark, Name, Number, Sign, Words
from picture.speaking import english_words as english
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

_MEASURES = {"||": "absolute value", "‖‖": "norm", "⌊⌋": "floor", "⌈⌉": "ceiling"}
_PAUSING = frozenset({*"⇒⟹⇔⟺∴∵", "such that"})


@dataclass(frozen=True, slots=True)
class English:
    """Says outlines; `confused` are the letters that sound like another one of the same text."""

    confused: frozenset[Letter] = frozenset()

    def say(self, said: Said | None) -> str:  # noqa: C901, PLR0911, PLR0912 - a line a kind
        match said:
            case None:
                return ""
            case Letter():
                return self._letter(said)
            case Number(text):
                return f"0{text}" if text.startswith(".") else text
            case Sign(text):
                return english.SIGNS.get(text, english.GREEK.get(text, text))
            case Name(text):
                return english.NAMES.get(text, text)
            case Words(text):
                return english.UNITS.get(text.strip(), text.strip())
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
                return f"{whole.text} and {self.say(part)}"
            case Derivative():
                return self._derivative(said)
            case Power(base, exponent):
                return self._power(base, exponent)
            case Index(base, below):
                return self._index(base, below)
            case Primed(base, count):
                return f"{self.say(base)} {('', 'prime', 'double prime', 'triple prime')[min(count, 3)]}"
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
                return f", modulo {self.say(inner)}"
            case Postfix(base, sign):
                return f"{self._held(base)} {_plural(base, english.POSTFIXES.get(sign, sign))}"
            case Prefix(sign, inner):
                return f"{english.SIGNS.get(sign, sign)} {self._held(inner)}"
            case Repeating(start, digits):
                return f"{start}{digits}, with {digits} repeating"
            case Accented(mark, inner):
                return self._accented(mark, inner)
            case Stack():
                return self._stack(said)
            case Matrix():
                return self._matrix(said)
            case Cases(rows):
                return f"{len(rows)} cases: {self._rows(rows)}, end cases"
            case Lines(rows):
                return self._rows(rows)
            case Table(rows):
                return f"table with {len(rows)} rows: {self._cells(rows)}; end table"

    def _letter(self, letter: Letter) -> str:
        if letter.font is Font.DOUBLE_STRUCK and letter.text in english.SETS:
            return english.SETS[letter.text]
        said = english.GREEK.get(letter.text, english.SIGNS.get(letter.text, letter.text))
        if case_matters(letter, self.confused) and not said.startswith("capital"):
            said = f"capital {said}"
        return f"{english.SCRIPT_FACES[letter.font]} {said}" if face_matters(letter, self.confused) else said

    def _listing(self, parts: tuple[Said, ...]) -> str:
        said, before = "", None
        for part in parts:
            comma = "" if isinstance(part, Words) or isinstance(before, Words) else ","
            said, before = f"{said}{comma} {self.say(part)}", part
        return said.strip(", ")

    def _chain(self, chain: Chain) -> str:
        said = self.say(chain.first)
        if _is_mapping(chain):
            (_, domain), (_, target) = chain.rest
            return f"{said}, from {self.say(domain)} to {self.say(target)}"
        before = ""
        for place, (sign, part) in enumerate(chain.rest):
            words = _relation(sign)
            if place and (words.startswith("is ") or not before.startswith(("equals", "is congruent"))):
                words = f"which {words}" if words.startswith(("is ", "equals")) else words
            before = words
            pause = "," if place or "," in said or sign in _PAUSING else ""
            said = f"{said}{pause} {words} {self.say(part)}"
        return said if chain.modulus is None else f"{said}, modulo {self.say(chain.modulus)}"

    def _sum(self, terms: tuple[tuple[str, Said], ...]) -> str:
        said = ""
        for sign, term in terms:
            word = english.OPERATORS.get(sign, sign)
            if not said and sign == "−" and _starts_with_number(term):
                word = "negative"
            pause = "," if "," in said and sign else ""
            said = f"{said}{pause} {word} {self.say(term)}".strip()
        return said

    def _product(self, factors: tuple[tuple[str, Said], ...]) -> str:
        said, before = "", None
        for operator, factor in factors:
            spoken = self._factor(factor)
            if before is None:
                said = spoken if not operator else f"{english.OPERATORS.get(operator, operator)} {spoken}"
            elif operator:
                said = f"{said}{_pause(said)} {self._operator(operator, before, factor)} {spoken}"
            elif needs_times(before, factor):
                said = f"{said}{_pause(said)} times {spoken}"
            else:
                if is_capital(before) and is_capital(factor):
                    spoken = spoken.removeprefix("capital ")
                said = f"{said} {spoken}"
            before = factor
        return said

    def _operator(self, operator: str, before: Said, factor: Said) -> str:
        if operator == "⋅" and is_vector(before) and is_vector(factor):
            return "dot"
        if operator == "×" and is_vector(before) and is_vector(factor):
            return "cross"
        return english.OPERATORS.get(operator, operator)

    def _factor(self, factor: Said) -> str:
        """A factor that reaches further than a factor is said with its brackets."""
        match factor:
            case Group("(", inner, ")") if inner is not None and (is_atom(inner) or is_segment(inner)):
                return self.say(inner)
            case Chain():
                return f"the quantity {self.say(factor)}, end quantity"
            case _:
                return self.say(factor)

    def _ratio(self, ratio: Ratio) -> str:
        if isinstance(ratio.top, Number) and isinstance(ratio.bottom, Number):
            named = english.common_fraction(ratio.top.text, ratio.bottom.text)
            return named or f"{ratio.top.text} over {ratio.bottom.text}"
        top, bottom = self.say(ratio.top), self.say(ratio.bottom)
        if is_short(ratio.top) and is_denominator(ratio.bottom):
            return f"{top} over {bottom}"
        return f"the fraction with numerator {top}, and denominator {bottom}, end fraction"

    def _derivative(self, said: Derivative) -> str:
        d = "partial" if said.partial else "d"
        order = f" {_raised(said.order)}" if said.order else ""
        top = f" {self.say(said.top)}" if said.top is not None else ""
        variable = f"{self.say(said.variable)}{order}"
        return f"{d}{order}{top} by {d} {variable}"

    def _power(self, base: Said, exponent: Said) -> str:
        said = self._held(base)
        if name := _power_name(base, exponent):
            return f"{said} {name}"
        raised = self.say(exponent)
        match exponent:
            case Number("2" | "3") if isinstance(base, Words) and base.text.strip() in english.UNITS:
                return f"{'square' if exponent.text == '2' else 'cubic'} {said}"
            case Number("2" | "3"):
                return f"{said} {_raised(exponent.text)}"
            case Number(text) if text.isdigit():
                said = f"{said} to the {english.ordinal(text)} power"
            case Letter():
                said = f"{said} to the {raised}"
            case _ if is_short(exponent):
                said = f"{said} to the power {raised}"
            case _:
                said = f"{said} to the power of {raised}, end power"
        return said

    def _index(self, base: Said, below: Said) -> str:
        if isinstance(base, Name) and base.text in ("log", "lg"):
            return f"{self.say(base)} base {self._short(below)}"
        return f"{self._held(base)} sub {self._short(below, 'end sub')}"

    def _short(self, said: Said, end: str = "") -> str:
        if is_atom(said) or is_short(said):
            return self.say(said)
        return f"{self.say(said)}, {end}" if end else f"{self.say(said)},"

    def _radical(self, root: Radical) -> str:
        match root.degree:
            case None | Number("2"):
                name = "the square root"
            case Number("3"):
                name = "the cube root"
            case degree:
                name = f"the {english.ordinal(self.say(degree))} root"
        inner = self.say(root.radicand)
        return f"{name} of {inner}" if is_atom(root.radicand) else f"{name} of {inner}, end root"

    def _call(self, function: Said, argument: Said) -> str:
        name = self._function(function)
        said = self.say(argument)
        plain = name_of(function) in english.WITHOUT_OF
        if isinstance(argument, Listing):
            said = _and(said)
        elif isinstance(argument, Group) or is_atom(argument):
            pass
        elif not (is_short(argument) or isinstance(argument, Ratio | Radical)) or (plain and isinstance(argument, Sum)):
            said = f"the quantity {said}, end quantity"
        if isinstance(argument, Group) and argument.left == "(" and argument.inner is not None:
            said = self._argument(argument)
        return f"{name} {said}" if plain else f"{name} of {said}"

    def _argument(self, group: Group) -> str:
        inner = group.inner
        if isinstance(inner, Listing):
            return _and(self.say(inner))
        if inner is not None and (is_short(inner) or isinstance(inner, Ratio | Radical)):
            return self.say(inner)
        return f"the quantity {self.say(inner)}, end quantity"

    def _function(self, function: Said) -> str:
        match function:
            case Power(base, Sum((("−", Number("1")),))):
                return f"inverse {self.say(base)}" if isinstance(base, Name) else f"{self.say(base)} inverse"
            case Power(Index(base, below), exponent):
                return f"{self._power(base, exponent)} base {self._short(below)}"
            case _:
                return self.say(function)

    def _range(self, said: Range) -> str:
        name = english.LARGE.get(said.sign, said.sign)
        body = self._body(said.body)
        where = self._bounds(said.below, said.above)
        if said.variables:
            body += "".join(f", d {self.say(variable)}" for variable in said.variables)
        return f"{name}{where}" + (f" of {body}" if body else "")

    def _bounds(self, below: Said | None, above: Said | None) -> str:
        if below is not None and above is not None:
            return f" from {self.say(below)} to {self.say(above)}"
        if below is not None:
            return f" over {self.say(below)}"
        return f" up to {self.say(above)}" if above is not None else ""

    def _body(self, body: Said | None) -> str:
        return self.say(body)

    def _limit(self, said: Limit) -> str:
        match said.below:
            case Chain(first, (("→" | "⟶", target),)) if said.name.startswith("lim"):
                where = f"as {self.say(first)} approaches {self._approached(target)}"
            case below:
                where = f"over {self.say(below)}"
        body = self.say(said.body)
        return f"{english.NAMES[said.name]} {where}" + (f" of {body}" if body else "")

    def _approached(self, target: Said | None) -> str:
        match target:
            case Power(base, Sign("+")):
                return f"{self.say(base)} from the right"
            case Power(base, Sign("−")):
                return f"{self.say(base)} from the left"
            case _:
                return self.say(target)

    def _held(self, said: Said) -> str:
        """What carries an exponent or an index: as it is where it is one word, else as a quantity."""
        if isinstance(said, Group | Power) or is_atom(said):
            return self.say(said)
        if isinstance(said, Call | Index | Product) and is_short(said):
            return self.say(said)
        if isinstance(said, Name | Call | Index | Primed | Accented | Matrix | Stack | Postfix | Prefix):
            return self.say(said)
        return f"the quantity {self.say(said)}, end quantity"

    def _group(self, group: Group) -> str:
        inner = self.say(group.inner)
        fences = group.left + group.right
        if fences in _MEASURES:
            name = _MEASURES[fences]
            if name == "absolute value" and group.inner is not None and is_vector(group.inner):
                name = "magnitude"
            return f"the {name} of {inner}" + ("" if is_atom(group.inner) else f", end {name}")
        if is_interval(group) and isinstance(group.inner, Listing):
            said = self._interval(group.inner, group.left, group.right)
        elif fences == "{}":
            said = f"the set {inner}, end set" if inner else "the empty set"
        elif fences == "[]" and is_area(group.inner):
            said = f"the area of {inner}"
        elif fences == "()" and not isinstance(group.inner, Listing):
            said = f"the quantity {inner}, end quantity"
        else:
            ends = [english.SIGNS.get(fence, fence) for fence in (group.left, group.right)]
            said = f"{ends[0]} {inner}{',' if inner and ends[1] else ''} {ends[1]}"
        return said

    def _interval(self, ends: Listing, left: str, right: str) -> str:
        first, last = (self.say(part) for part in (ends.parts[0], ends.parts[-1]))
        kinds = ["included" if bracket in "[]" else "excluded" for bracket in (left, right)]
        return f"the interval from {first}, {kinds[0]}, to {last}, {kinds[1]}"

    def _evaluated(self, inner: Said, below: Said | None, above: Said | None) -> str:
        if below is not None and above is not None:
            return f"{self.say(inner)}, evaluated from {self.say(below)} to {self.say(above)}"
        return f"{self.say(inner)}, evaluated at {self.say(below or above)}"

    def _chosen(self, said: Chosen) -> str:
        word = {"P": "permute", "H": "multichoose", "Π": "permute with repetition"}.get(said.sign, "choose")
        top, bottom = self._short(said.top), self._short(said.bottom)
        if is_atom(said.top) and is_atom(said.bottom):
            return f"{top} {word} {bottom}"
        return f"the binomial {top}, {word} {bottom}, end binomial"

    def _accented(self, mark: Mark, inner: Said) -> str:
        said = self.say(inner)
        if mark in (Mark.OVERLINE, Mark.BAR) and is_segment(inner):
            return f"segment {said}"
        if mark in (Mark.HAT, Mark.WIDE_HAT) and is_segment(inner):
            return f"angle {said}"
        if mark in english.MARKS_AFTER:
            word = english.MARKS_AFTER[mark]
            return f"{said} {word}" if is_atom(inner) else f"the quantity {said}, end quantity, {word}"
        word = english.MARKS_BEFORE.get(mark, "")
        return (
            f"{word} {said}"
            if is_atom(inner) or mark in (Mark.BOXED, Mark.UNDERLINE) or is_segment(inner)
            else (f"{word} {said}, end {word}")
        )

    def _stack(self, said: Stack) -> str:
        words = self.say(said.base)
        if said.above is not None:
            words += f", with {self.say(said.above)} above"
        return f"{words}, with {self.say(said.below)} below" if said.below is not None else words

    def _matrix(self, matrix: Matrix) -> str:
        rows, columns = len(matrix.rows), max((len(row) for row in matrix.rows), default=0)
        fences = (matrix.left, matrix.right)
        if columns == 1 and fences != ("|", "|"):
            entries = ", ".join(self.say(row[0]) for row in matrix.rows)
            return f"the column vector with entries {entries}, end vector"
        name = {("|", "|"): "determinant", ("‖", "‖"): "norm of the matrix"}.get(fences, "matrix")
        size = f"{rows} row{'s' * (rows > 1)} and {columns} column{'s' * (columns > 1)}"
        return f"the {name} with {size}: {self._cells(matrix.rows)}; end {name}"

    def _cells(self, rows: tuple[tuple[Said | None, ...], ...]) -> str:
        return "; ".join(
            f"row {place}: " + ", ".join(self.say(cell) or "empty" for cell in row) for place, row in enumerate(rows, 1)
        )

    def _rows(self, rows: tuple[Said, ...]) -> str:
        return "; ".join(self.say(row) for row in rows)


def _power_name(base: Said, exponent: Said) -> str:
    """What an exponent that is no power is called: a transpose, a complement."""
    match exponent:
        case Letter("T") | Letter("⊤") | Sign("⊤") | Words("T") if is_vector(base) or is_capital(base):
            return "transpose"
        case Letter("c" | "C") | Words("c" | "C") | Sign("∁") if is_capital(base):
            return "complement"
        case Sign("∗" | "⋆"):
            return "star"
        case Sign("+" | "−" as sign):
            return english.OPERATORS[sign]
        case _:
            return ""


def _relation(sign: str) -> str:
    bare = sign.removeprefix("not ")
    if bare != sign:
        negated = NEGATED.get(bare, "")
        return english.RELATIONS.get(negated, f"not {english.RELATIONS.get(bare, bare)}")
    return english.RELATIONS.get(sign, english.SIGNS.get(sign, sign))


def _is_mapping(chain: Chain) -> bool:
    return [sign for sign, _ in chain.rest] in ([":", "→"], [":", "⟶"])


def _starts_with_number(said: Said) -> bool:
    match said:
        case Number() | Mixed() | Repeating():
            return True
        case Ratio(top):
            return _starts_with_number(top)
        case Product(((_, factor), *_)) | Power(factor) | Postfix(factor):
            return isinstance(factor, Number)
        case _:
            return False


def _raised(order: str) -> str:
    return {"2": "squared", "3": "cubed"}.get(order, f"to the {order}")


def _pause(said: str) -> str:
    return "," if said.endswith(("quantity", "fraction", "root", "power")) else ""


def _plural(base: Said, word: str) -> str:
    return "degree" if word == "degrees" and base == Number("1") else word


def _and(said: str) -> str:
    """The last comma of a list of arguments as "and"."""
    head, comma, last = said.rpartition(", ")
    return f"{head} and {last}" if comma else said
