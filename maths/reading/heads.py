"""The parser's large signs: LaTeX commands, integrals, limits, sums, derivatives, matrices."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.message import Message
from maths.reading.atoms import POWER, Atoms, is_function, unwrapped
from maths.reading.notation import (
    BINOMIALS,
    FRACTIONS,
    GREEK,
    GREEK_COMMANDS,
    GREEK_WORDS,
    MATRICES,
    TRANSPARENT_COMMANDS,
)
from maths.reading.tokens import Kind, Token
from maths.tree import (
    Call,
    Collection,
    Derivative,
    Integral,
    Limit,
    Name,
    Negative,
    Number,
    NumberSet,
    Product,
    Quotient,
    Relation,
    Series,
    Sum,
    Text,
    walk,
)

if TYPE_CHECKING:
    from maths.tree import Node

_TERM = 20  # binding of × and of factors side by side
_SETS = frozenset("RZNQC")
_PAIR = 2


_SPELLED = {**GREEK, "inf": "oo"}


def _is_one_name(word: str) -> bool:
    return len(word) == 1 or word in GREEK_WORDS or word in {"oo", "inf"}


class Heads(Atoms):
    """Everything that a single sign or command begins."""

    # LaTeX commands

    def command(self) -> Node:  # noqa: C901, PLR0911 - a case a kind
        token = self.here
        name = token.text
        if name == "Gamma" and self.ahead().text == "(":
            return self.function()
        if name in GREEK_COMMANDS:
            self.advance()
            self.count()
            return self.named(token)
        if name == "lim":
            return self.limit()
        if is_function(token) and name != "sqrt":
            return self.function()
        self.advance()
        self.count()
        if name in FRACTIONS:
            return self._fraction()
        if name in BINOMIALS:
            return Call("binomial", (self.argument(), self.argument()))
        if name == "sqrt":
            return self._root()
        if name in TRANSPARENT_COMMANDS and self.at("{"):
            return self.argument()
        if name == "mathbb":
            return self._number_set()
        if name.startswith("begin "):
            return self._environment(name[6:])
        if name.startswith("text "):
            return Text(name[5:])
        self.index -= 1
        return self.refuse_here()

    def argument(self) -> Node:
        """A LaTeX argument: a group, or one token; of a number its first digit only, as LaTeX reads it."""
        if self.at("{"):
            self.advance()
            bars, self.bars, integrals, self.integrals = self.bars, 0, self.integrals, 0
            inner = self.clause()
            if self.at(","):
                items = [inner]
                while self.take(","):
                    items.append(self.clause())
                inner = self._plain_items(tuple(items))
            self.bars, self.integrals = bars, integrals
            self.expect("}")
            return inner
        here = self.here
        if here.kind is Kind.NUMBER and here.text.isdigit() and len(here.text) > 1:
            if len(here.text) != _PAIR:
                self.refuse(Message("Braces are missing around the numbers here."))
            first = here._replace(text=here.text[0], end=here.start + 1)
            self.tokens[self.index : self.index + 1] = [first, here._replace(text=here.text[1], start=here.start + 1)]
        if here.kind is Kind.NUMBER:
            return self._number(self._counted())
        if here.kind is Kind.WORD and _is_one_name(here.text) and not is_function(here):
            self._counted()
            return Name(_SPELLED.get(here.text, here.text))
        if here.kind is Kind.COMMAND:
            return self.command()
        if self.at("∞", "("):
            return self.prefix(POWER)
        return self.refuse_here()

    def _counted(self) -> Token:
        self.count()
        return self.advance()

    def prefix(self, floor: int) -> Node:
        raise NotImplementedError

    def _fraction(self) -> Node:
        derivative = self._leibniz_fraction()
        if derivative is not None:
            return derivative
        before = self.index
        numerator = self.argument()
        if self.here.kind is Kind.NUMBER and len(self.here.text) > 1 and self.tokens[before].text != "{":
            self.refuse(Message("Braces are missing around the numbers here."))
        if self.here.kind is Kind.NUMBER and len(self.here.text) > 1:
            self.refuse(Message("Braces are missing around the numbers here."))
        return Quotient(numerator, self.argument())

    def _root(self) -> Node:
        degree: Node | None = None
        if self.take("["):
            degree = self.expression()
            self.expect("]")
        if self.at("("):
            radicand: Node = self.bracket()
        else:
            if self.here.kind is Kind.NUMBER and len(self.here.text) > 1:
                self.refuse(Message("Braces are missing around the numbers here."))
            radicand = self.argument()
        if degree is None or degree == Number(Fraction(2)):
            return Call("sqrt", (radicand,))
        return Call("root", (radicand, degree))

    def _number_set(self) -> Node:
        braced = self.take("{")
        token = self.advance()
        if token.text not in _SETS:
            self.index -= 1
            self.refuse_here()
        if braced:
            self.expect("}")
        return NumberSet(token.text)

    def _environment(self, name: str) -> Node:
        if name not in MATRICES:
            self.index -= 1
            self.refuse(Message("I cannot read “{found}” here.", found=name[:40]))
        ending = f"end {name}"
        bars, self.bars = self.bars, 0
        rows: list[tuple[Node, ...]] = []
        while self.here.text != ending:
            cells = [self.clause()]
            while self.take("&"):
                cells.append(self.clause())
            rows.append(tuple(cells))
            if self.here.kind is Kind.COMMAND and self.here.text == "\\":
                self.advance()
            elif self.here.text != ending:
                self.refuse_here()
        self.bars = bars
        self.advance()
        if not rows:
            self.refuse(Message("The brackets are empty."))
        matrix = self.matrix(tuple(rows))
        return Call(MATRICES[name], (matrix,)) if MATRICES[name] else matrix

    # Derivatives

    def leibniz(self) -> Node | None:
        """`d/dx`, `d^2/dx^2`, `dy/dx` typed on a line; None where it is something else."""
        start = self.index
        opened = self._differential_top()
        if opened is None:
            self.index = start
            return None
        order, subject = opened
        if not self.take("/"):
            self.index = start
            return None
        variable = self._differential_bottom(order)
        if variable is None:
            self.index = start
            return None
        return self._derived(subject, variable, order)

    def _leibniz_fraction(self) -> Node | None:
        r"""`\frac{d}{dx}`, `\frac{d^2 y}{dx^2}`, `\frac{\partial f}{\partial x}`, after the command."""
        start = self.index
        if self.take("{"):
            opened = self._differential_top()
            if opened is not None and self.take("}") and self.take("{"):
                order, subject = opened
                variable = self._differential_bottom(order)
                if variable is not None and self.take("}"):
                    return self._derived(subject, variable, order)
        self.index = start
        return None

    def _differential_top(self) -> tuple[int, Name | None] | None:
        here = self.here
        if (here.kind is Kind.WORD and here.text in ("d", "dy", "df", "du", "dv", "ds")) or self.at("∂"):
            self.advance()
            if len(here.text) == _PAIR:
                return 1, Name(here.text[1])
            order = self._small_power()
            subject = None
            if self.here.kind is Kind.WORD and len(self.here.text) == 1:
                subject = Name(self.advance().text)
            return order, subject
        return None

    def _differential_bottom(self, order: int) -> Name | None:
        here = self.here
        if here.kind is Kind.WORD and len(here.text) == _PAIR and here.text[0] == "d":
            self.advance()
            variable = Name(here.text[1])
        elif self.at("d", "∂"):
            self.advance()
            if (self.here.kind is Kind.COMMAND and self.here.text in GREEK_COMMANDS) or (
                self.here.kind is Kind.WORD and (len(self.here.text) == 1 or self.here.text in GREEK_WORDS)
            ):
                variable = self.variable()
            else:
                return None
        else:
            return None
        return variable if self._small_power() == order else None

    def _small_power(self) -> int:
        if self.here.kind is Kind.SUPERSCRIPT and self.here.text.isdigit() and len(self.here.text) == 1:
            return int(self.advance().text)
        if self.at("^"):
            braced = self.ahead().text == "{"
            number = self.ahead(2) if braced else self.ahead()
            if braced and self.ahead(3).text != "}":
                return 1
            if number.kind is Kind.NUMBER and number.text.isdigit() and len(number.text) == 1:
                self.index += 4 if braced else 2
                return int(number.text)
        return 1

    def _derived(self, subject: Name | None, variable: Name, order: int) -> Node:
        self.count()
        if not 1 <= order <= 9:  # noqa: PLR2004 - one digit was read
            self.refuse_here()
        if subject is not None:
            return Derivative(subject, variable, order)
        return Derivative(unwrapped(self._scope(variable)), variable, order)

    def _scope(self, variable: Name) -> Node:
        """What a head without brackets governs: a term, and the further terms when they hold its variable."""
        bracketed = self.here.kind is Kind.OPEN
        start = self.index
        term = self.expression(_TERM)
        if not self.at("+", "-") or (bracketed and self.before is not None and self.before.kind is Kind.CLOSE):
            return term
        end = self.index
        self.index = start
        whole = self.expression(10)
        rest = whole.terms[1:] if isinstance(whole, Sum) else ()
        if any(node == variable for part in rest for node in walk(part)):
            return whole
        self.index = end
        return term

    # Integrals, limits, sums

    def integral(self) -> Node:
        self.advance()
        self.count()
        lower, upper = self._bounds()
        self.integrals += 1
        body = self._integrand()
        self.integrals -= 1
        match body:
            case Quotient(numerator=Product(factors=(Name("d"), Name() as variable)), denominator=below):
                return Integral(Quotient(Number(Fraction(1)), below), variable, lower, upper)
            case _:
                return Integral(body, self._differential(), lower, upper)

    def _bounds(self) -> tuple[Node | None, Node | None]:
        lower = upper = None
        for _ in range(2):
            if self.at("_") and lower is None:
                self.advance()
                lower = self.argument() if self.at("{") else self.expression(POWER + 1)
            elif self.at("^") and upper is None:
                self.advance()
                upper = self.argument() if self.at("{") else self.expression(POWER + 1)
            elif self.here.kind is Kind.SUBSCRIPT and lower is None:
                lower = self.raised(self.advance())
            elif self.here.kind is Kind.SUPERSCRIPT and upper is None:
                upper = self.raised(self.advance())
        if (lower is None) != (upper is None):
            self.refuse(Message("An integral or a sum needs both bounds or none."))
        return lower, upper

    def _integrand(self) -> Node:
        if self.at_differential():
            return Number(Fraction(1))
        return self.expression()

    def at_differential(self) -> bool:
        here = self.here
        if not self.integrals or here.kind is not Kind.WORD:
            return False
        if len(here.text) == _PAIR and here.text[0] == "d":
            return True
        after = self.ahead()
        return here.text == "d" and (
            after.kind is Kind.WORD or (after.kind is Kind.COMMAND and after.text in GREEK_COMMANDS)
        )

    def _differential(self) -> Name:
        self.integrals += 1
        found = self.at_differential()
        self.integrals -= 1
        if not found:
            self.refuse(Message("The integral needs its “dx” at the end."))
        token = self.advance()
        if len(token.text) == _PAIR:
            return Name(token.text[1])
        return self.variable()

    def limit(self) -> Node:
        self.advance()
        self.count()
        bracketed = self._open_under()
        variable = self.variable()
        self.expect("->")
        target = self._target()
        side = self._side()
        if bracketed:
            self.expect(bracketed)
        return Limit(self._scope(variable), variable, target, side)

    def _target(self) -> Node:
        if not self.at("-", "+"):
            return self.expression(POWER + 1)
        if self._names_a_side(*(self.ahead(n) for n in range(2, 6))):
            sign, operand = self.advance().text, self.expression(POWER + 1)
            return Negative(operand) if sign == "-" else operand
        return self.expression(_TERM + 1)

    @staticmethod
    def _names_a_side(caret: Token, first: Token, second: Token, third: Token) -> bool:
        """Whether `^-` or `^{-}` stands behind a number: in `-3^-` it is a side, and no exponent."""
        if first.text == "{":
            return caret.text == "^" and second.text in ("+", "-") and third.text == "}"
        return caret.text == "^" and first.text in ("+", "-") and second.kind is not Kind.NUMBER

    def _open_under(self) -> str:
        """Past the opening of `_{…}`, `_(…)` or `(…)`; what closes it, or nothing."""
        self.take("_")
        for opening, closing in (("{", "}"), ("(", ")")):
            if self.take(opening):
                return closing
        return ""

    def _side(self) -> str:
        raised = self.at("^")
        sign = self.ahead() if raised else self.here
        braced = raised and sign.text == "{"
        if braced:
            sign = self.ahead(2)
        if self.here.kind is Kind.SUPERSCRIPT and self.here.text in ("+", "-"):
            return self.advance().text
        if raised and sign.text in ("+", "-") and (not braced or self.ahead(3).text == "}"):
            self.index += 4 if braced else 2
            return sign.text
        if sign.text in ("+", "-") and self.adjacent() and self.ahead().kind == Kind.CLOSE:
            return self.advance().text
        return ""

    def series(self) -> Node:
        kind = "sum" if self.advance().text == "∑" else "product"
        self.count()
        self.expect("_")
        closing = self._open_under()
        if not closing:
            self.refuse_missing("{")
        variable = self.variable()
        self.expect("=")
        lower = self.expression()
        self.expect(closing)
        upper = self._upper()
        return Series(kind, self._scope(variable), variable, lower, upper)

    def _upper(self) -> Node:
        if self.here.kind is Kind.SUPERSCRIPT:
            return self.raised(self.advance())
        self.expect("^")
        return self.argument() if self.at("{") else self.expression(POWER + 1)

    def head(self, name: str, arguments: tuple[Node, ...]) -> Node:  # noqa: PLR0911 - a case a kind
        """`integrate(x^2, x)`, `diff(x^2, x)`, `limit(sin(x)/x, x, 0)`."""
        match name, arguments:
            case "integrate", (body, Name() as variable):
                return Integral(body, variable)
            case "integrate", (body, Name() as variable, lower, upper):
                return Integral(body, variable, lower, upper)
            case "integrate", (body, Collection(items=(Name() as variable, lower, upper))):
                return Integral(body, variable, lower, upper)
            case "diff", (body, Name() as variable):
                return Derivative(body, variable)
            case "diff", (body, Name() as variable, Number(value=order)) if order in range(1, 10):
                return Derivative(body, variable, int(order))
            case (("sum" | "product"), (body, Name() as variable, lower, upper)):
                return Series(name, body, variable, lower, upper)
            case "limit", (body, Name() as variable, target):
                return Limit(body, variable, target)
            case "limit", (body, Relation(operands=(Name() as variable, target), operators=("->",))):
                return Limit(body, variable, target)
        return super().head(name, arguments)
