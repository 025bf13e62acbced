"""The parser proper: statements and operators, by precedence, above heads and atoms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NoReturn

from maths.message import Message
from maths.reading.atoms import POWER, is_function, unwrapped
from maths.reading.heads import Heads
from maths.reading.notation import BINOMIALS, FRACTIONS, GREEK_COMMANDS, NUMBER_SETS, TRANSPARENT_COMMANDS
from maths.reading.tokens import Kind
from maths.tree import (
    Call,
    Collection,
    Congruence,
    Degrees,
    Factorial,
    Interval,
    Junction,
    Matrix,
    Name,
    Negative,
    Number,
    NumberSet,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Relation,
    SetOperation,
    Sum,
    Text,
    Truth,
)
from maths.tree import Kind as Bracket

if TYPE_CHECKING:
    from maths.tree import Node

_RELATIONS = frozenset({"=", "!=", "<", ">", "<=", ">=", "~", "∈"})
_SET_OPERATIONS = {"∪": "union", "∩": "intersection", "∖": "difference"}
_SETS, _ADD, _MULTIPLY = 5, 10, 20
_CONSTANT_SIGNS = frozenset("∞∅ℝℤℕℚℂ")
_ATOM_SYMBOLS = frozenset("√∛∜∞∫∑∏⌊⌈∅ℝℤℕℚℂ")
_STOP_WORDS = frozenset({"and", "or", "mod", "in", "union", "intersect"})
_MAX_CHAIN = 120  # quotients, powers and postfix signs one upon the other, in the whole text
_CHOICES = (Name("C"), Name("P"))
_NO_VALUES = (Relation, Congruence, Junction, Collection, Interval, SetOperation, NumberSet, Ratio, Truth, Text)


class Parser(Heads):
    """The operators, by precedence, above atoms and heads."""

    _chain = 0

    def whole(self) -> Node:
        if self.ended():
            self.refuse(Message("There is nothing to read."))
        items = [self.clause()]
        while self.at(",", ";"):
            self.advance()
            self.take("and", "or")
            items.append(self.clause())
        if not self.ended():
            self.refuse_here()
        if len(items) == 1:
            return items[0]
        last = items[-1]
        if isinstance(last, Collection) and last.kind is Bracket.SEQUENCE:
            items[-1:] = last.items
        elif isinstance(last, Junction):
            return Junction(last.kind, (*items[:-1], *last.parts))
        return Collection(Bracket.SEQUENCE, tuple(items))

    def clause(self) -> Node:
        self.enter()
        parts = [self._relation()]
        kinds: set[str] = set()
        while self.at("and", "or", "&&") and self.here.kind in (Kind.WORD, Kind.SYMBOL):
            kinds.add("or" if self.advance().text == "or" else "and")
            parts.append(self._relation())
        self.leave()
        if len(parts) == 1:
            return parts[0]
        if len(kinds) > 1:
            self.refuse(Message("“and” and “or” are mixed here; use brackets."))
        kind = kinds.pop()
        if kind == "and" and not any(isinstance(p, Relation | Junction | Congruence) for p in parts):
            return Collection(Bracket.SEQUENCE, tuple(parts))
        return Junction(kind, tuple(parts))

    def _relation(self) -> Node:
        operands = [self._ratio()]
        operators: list[str] = []
        while True:
            here = self.here
            if here.text == "!=" and here.end - here.start == 2 and self.adjacent() and self.ahead().start == here.end:  # noqa: PLR2004
                self._refuse_factorial_or_unequal()
            elif here.kind is Kind.SYMBOL and here.text in _RELATIONS:
                operators.append("in" if here.text == "∈" else here.text)
            elif here.kind is Kind.WORD and here.text == "in":
                operators.append("in")
            elif self.at("≡") and not operators:
                return self._congruence(operands[0])
            elif self.at("->") and not operators:
                operators.append("->")
            else:
                break
            self.advance()
            self.count()
            operand = self._ratio()
            operands.append(_as_set(operand) if operators[-1] == "in" else operand)
        return Relation(tuple(operands), tuple(operators)) if operators else operands[0]

    def _refuse_factorial_or_unequal(self) -> NoReturn:
        self.refuse(Message("“!=” can mean “factorial equals” or “not equal”; put a space where you mean one."))

    def _congruence(self, left: Node) -> Node:
        self.advance()
        right = self.expression()
        if self.here.kind is Kind.COMMAND and self.here.text == "pmod":
            self.advance()
            return Congruence(left, right, self.argument())
        if self.at("(") and self.ahead().text == "mod":
            self.index += 2
            modulus = self.expression()
            self.expect(")")
            return Congruence(left, right, modulus)
        if isinstance(right, Call) and right.function == "mod":
            return Congruence(left, right.arguments[0], right.arguments[1])
        return self.refuse_missing("mod")

    def _ratio(self) -> Node:
        parts = [self.expression()]
        while self.take(":"):
            parts.append(self.expression())
        return Ratio(tuple(parts)) if len(parts) > 1 else parts[0]

    # Operators

    def expression(self, floor: int = 0) -> Node:
        self.enter()
        left = self.prefix(floor)
        joined = ""  # the operator whose terms or factors are being gathered in `left`
        while True:
            operator, binding = self._operator()
            if not operator or binding < floor:
                break
            left, joined = self._apply_operator(left, operator, joined)
        self.leave()
        return left

    def _operator(self) -> tuple[str, int]:  # noqa: PLR0911 - a case a kind
        """The operator that stands here, and how tightly it binds; a silent one is the product."""
        here = self.here
        match here.kind:
            case Kind.END | Kind.CLOSE:
                return "", 0
            case Kind.SUPERSCRIPT:
                return ("²", 40) if here.text not in ("+", "-") else ("", 0)  # the side of a limit
            case Kind.SYMBOL:
                found = _INFIX.get(here.text)
                if found is not None:
                    return here.text, found
            case Kind.WORD if here.text == "mod":
                return "mod", _MULTIPLY
            case Kind.OPEN if self.ahead().text == "mod":
                return "", 0
            case Kind.WORD if here.text in ("union", "intersect"):
                return here.text, _SETS
            case Kind.COMMAND if here.text == "bmod":
                return "mod", _MULTIPLY
            case _:
                pass
        if here.kind is Kind.WORD and here.text == "U" and self._between_brackets():
            return "∪", _SETS
        return ("side by side", _MULTIPLY) if self.starts_atom() else ("", 0)

    def _between_brackets(self) -> bool:
        before = self.before
        return before is not None and before.kind is Kind.CLOSE and self.ahead().kind is Kind.OPEN

    def _modulo(self, left: Node) -> Node:
        if self._sum_before():
            self.refuse(Message("It is not clear how far “mod” reaches here: brackets are missing."))
        return Call("mod", (left, self._factor(left, self.expression(_MULTIPLY + 1))))

    def _sum_before(self) -> bool:
        """Whether a sign of its own stands left of the "mod" just read: `-17 mod 5`, `3 + 17 mod 5` mean two things."""
        depth = 0
        before = self.tokens[: self.index - 1]
        for at in range(len(before) - 1, -1, -1):
            token = before[at]
            if token.kind is Kind.CLOSE:
                depth += 1
            elif token.kind is Kind.OPEN:
                depth -= 1
            elif depth == 0 and token.text in {"=", "≡", ",", "equiv"}:
                return False
            elif depth == 0 and token.text in {"+", "-", "±"} and not (at and before[at - 1].text == "^"):
                return True
            if depth < 0:
                return False
        return False

    def _apply_operator(self, left: Node, operator: str, joined: str) -> tuple[Node, str]:  # noqa: C901, PLR0911 - a case a kind
        self.count()
        if operator != "side by side":
            self.advance()
        if _binds_values(operator):
            left = unwrapped(left)
        match operator:
            case "+" | "-" | "±" | "∓":
                return self._add(left, operator, joined), "+"
            case "*" | "side by side":
                if operator == "side by side":
                    self._check_neighbours(left)
                right = self._factor(left, self.expression(_MULTIPLY + 1))
                if operator == "side by side" and left in _CHOICES and isinstance(right, Collection):
                    return self._choices(left, right), ""
                return Product(
                    (*left.factors, right) if joined == "*" and isinstance(left, Product) else (left, right)
                ), "*"
            case "⨯" | "⨀":
                self._lengthen(longer=True)
                right = self._factor(left, self.expression(_MULTIPLY + 1))
                return Call("cross" if operator == "⨯" else "dot", (left, right)), ""
            case "/":
                self._lengthen(joined == "/")
                close = self.adjacent()
                below = self._factor(left, self.expression(_MULTIPLY + 1))
                if close:
                    self._refuse_percent_of_part(below)
                return Quotient(left, below), "/"
            case "mod":
                return self._modulo(left), ""
            case "∪" | "∩" | "∖" | "union" | "intersect":
                kind = _SET_OPERATIONS.get(operator) or {"union": "union", "intersect": "intersection"}[operator]
                return self._set_operation(left, kind, joined), kind
            case _:
                self._lengthen(longer=True)
                return self._postfix(left, operator), ""

    def _choices(self, left: Node, right: Collection) -> Node:
        """`C(5, 2)` and `P(5, 2)`."""
        if len(right.items) != 2:  # noqa: PLR2004 - how many of how many
            self.refuse_here()
        return Call("binomial" if left == Name("C") else "permutations", right.items)

    def _lengthen(self, longer: bool) -> None:  # noqa: FBT001 - a condition, not a mode
        self._chain += longer
        if self._chain > _MAX_CHAIN:
            self.refuse(Message("This formula is nested too deeply."))

    def _add(self, left: Node, operator: str, joined: str) -> Node:
        right = self._factor(left, self.expression(_ADD + 1))
        if operator == "-":
            right = Negative(right)
        elif operator != "+":
            right = PlusMinus(right, upper=operator == "±")
        return Sum((*left.terms, right) if joined == "+" and isinstance(left, Sum) else (left, right))

    def _factor(self, left: Node, right: Node) -> Node:
        """Refuse to calculate with what is no value: a set, a truth, an equation."""
        right = unwrapped(right)
        for side in (left, right):
            if isinstance(side, _NO_VALUES) and not (
                isinstance(side, Collection) and side.kind in (Bracket.TUPLE, Bracket.LIST)
            ):
                self.refuse(Message("One cannot calculate with this as with a number."))
        return right

    def _refuse_percent_of_part(self, last: Node) -> None:
        """In `1/2%` the sign may belong to the fraction as well as to the 2."""
        if isinstance(last, Percent) and self.before is not None and self.before.text in {"%", "percent"}:
            self.refuse(Message("It is not clear what the percent sign belongs to: put brackets there."))

    def _set_operation(self, left: Node, kind: str, joined: str) -> Node:
        right = self.expression(_SETS + 1)
        parts = (*left.parts, right) if joined == kind and isinstance(left, SetOperation) else (left, right)
        return SetOperation(kind, tuple(_as_set(part) for part in parts))

    def _postfix(self, left: Node, operator: str) -> Node:  # noqa: PLR0911 - a case a kind
        match operator:
            case "^":
                if self.at("°") or (self.at("{") and self.ahead().text == "°" and self.ahead(2).text == "}"):
                    self.index += 3 if self.at("{") else 1
                    return Degrees(left)
                self._factor(left, left)
                exponent = self.exponent()
                self._refuse_percent_of_part(exponent)
                return Power(left, exponent)
            case "²":
                self._factor(left, left)
                self.index -= 1
                return Power(left, self.raised(self.advance()))
            case "!":
                if self.at("!") and self.adjacent():
                    self.advance()
                    return Call("doublefactorial", (self._factor(left, left),))
                return Factorial(self._factor(left, left))
            case "°":
                return Degrees(self._factor(left, left))
            case "%":
                if self.starts_atom() or self.here.kind is Kind.NUMBER:
                    self.refuse_here()
                return Percent(self._factor(left, left))
        return self.refuse_here()

    def _check_neighbours(self, left: Node) -> None:
        here, before = self.here, self.before
        closed = before is not None and before.kind is Kind.CLOSE and before.text == ")"
        factorials = isinstance(left, Factorial) and self.ahead().text == "!"
        if here.kind is Kind.NUMBER and not closed and not factorials:
            self.refuse(Message("A sign is missing between the numbers here."))
        if (
            isinstance(left, Collection | Interval | Matrix)
            and here.kind is not Kind.OPEN
            and not isinstance(left, Matrix)
        ):
            self.refuse_here()

    def starts_atom(self) -> bool:  # noqa: PLR0911 - a case a kind
        here = self.here
        if self.at_differential():
            return False
        match here.kind:
            case Kind.NUMBER:
                return True
            case Kind.WORD:
                return here.text not in _STOP_WORDS
            case Kind.OPEN:
                return here.text in ("(", "[") or (here.text == "{" and self.latex)
            case Kind.COMMAND:
                return (
                    here.text in FRACTIONS
                    or here.text in BINOMIALS
                    or here.text in GREEK_COMMANDS
                    or here.text in TRANSPARENT_COMMANDS
                    or here.text in ("lim", "sqrt")
                    or here.text.startswith("begin ")
                    or is_function(here)
                )
            case Kind.SYMBOL:
                return here.text in _ATOM_SYMBOLS or (here.text == "|" and not self.bars)
            case _:
                return False

    # Atoms by their first token

    def prefix(self, floor: int) -> Node:  # noqa: PLR0911 - a case a kind
        here = self.here
        match here.kind:
            case Kind.NUMBER:
                return self.number()
            case Kind.WORD if here.text in ("lim", "limit") and self._heads_limit():
                return self.limit()
            case Kind.WORD if here.text not in _STOP_WORDS:
                derivative = self.leibniz() if here.text[0] == "d" else None
                return self.word() if derivative is None else derivative
            case Kind.OPEN:
                return self.bracket()
            case Kind.COMMAND:
                return self.command()
            case Kind.SYMBOL:
                return self._symbol(here.text, floor)
            case _:
                return self.refuse_here()

    def _heads_limit(self) -> bool:
        """`limit x->0 …` or `limit(x->0) …`, not `limit(f, x, 0)`."""
        return self.here.text == "lim" or self.ahead().text != "(" or self.ahead(3).text == "->"

    def _symbol(self, symbol: str, floor: int) -> Node:  # noqa: PLR0911 - one line a sign
        if symbol == "∂":
            derivative = self.leibniz()
            return self.refuse_here() if derivative is None else derivative
        if symbol == "∫":
            return self.integral()
        if symbol in ("∑", "∏"):
            return self.series()
        if symbol in ("⌊", "⌈"):
            return self._rounded()
        if symbol in ("|", "‖"):
            return self._between_bars()
        if symbol in ("+", "-", "±", "∓"):
            self.advance()
            self.count()
            return self._signed(symbol, self._factor_after_sign(floor))
        if symbol in ("√", "∛", "∜"):
            return self._radical()
        if symbol in _CONSTANT_SIGNS:
            self.advance()
            self.count()
            if symbol == "∅":
                return Collection(Bracket.SET, ())
            return Name("oo") if symbol == "∞" else NumberSet(NUMBER_SETS[symbol])
        return self.refuse_here()

    def _factor_after_sign(self, floor: int) -> Node:
        operand = self.expression(max(floor, _MULTIPLY))
        return self._factor(operand, operand)

    def _signed(self, sign: str, operand: Node) -> Node:
        match sign:
            case "-":
                return Negative(operand)
            case "+":
                return operand
            case _:
                return PlusMinus(operand, upper=sign == "±")

    def _radical(self) -> Node:
        symbol = self.advance().text
        self.count()
        radicand = self.bracket() if self.at("(") else self.operand()
        degree = {"∛": 3, "∜": 4}.get(symbol)
        return (
            Call("sqrt", (radicand,)) if degree is None else self.called("root", (radicand, Number(Fraction(degree))))
        )

    def _rounded(self) -> Node:
        opening = self.advance().text
        self.count()
        bars, self.bars = self.bars, 0
        inner = self.expression()
        self.bars = bars
        self.expect({"⌊": "⌋", "⌈": "⌉"}[opening])
        return Call("floor" if opening == "⌊" else "ceil", (inner,))

    def _between_bars(self) -> Node:
        bar = self.advance().text
        self.count()
        self.bars += 1
        inner = self.expression()
        self.bars -= 1
        self.expect(bar)
        if isinstance(inner, Matrix):
            return Call("det", (inner,))
        return Call("abs" if bar == "|" else "norm", (inner,))

    def variable(self) -> Name:
        token = self.here
        if token.kind is Kind.WORD and not is_function(token) and token.text not in _STOP_WORDS:
            return self.named(self.advance())
        if token.kind is Kind.COMMAND and token.text in GREEK_COMMANDS:
            return self.named(self.advance())
        return self.refuse_here()


def _binds_values(operator: str) -> bool:
    return operator not in ("∪", "∩", "∖", "union", "intersect")


def _as_set(part: Node) -> Node:
    """A pair in brackets, where sets are joined, is an interval."""
    match part:
        case Collection(kind=Bracket.TUPLE | Bracket.LIST as kind, items=(left, right)):
            closed = kind is Bracket.LIST
            return Interval(left, right, left_open=not closed, right_open=not closed)
        case _:
            return part


_INFIX: dict[str, int] = {
    "+": _ADD, "-": _ADD, "±": _ADD, "∓": _ADD, "*": _MULTIPLY, "/": _MULTIPLY, "^": POWER, "!": 40, "°": 40, "%": 40,
    "∪": _SETS, "∩": _SETS, "∖": _SETS, "⨯": _MULTIPLY, "⨀": _MULTIPLY,
}  # fmt: skip
