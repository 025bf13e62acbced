"""The parser's smallest pieces: numbers, names, functions and their arguments, brackets."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import MAX_BASE, MAX_DECIMAL_EXPONENT, MAX_DIGITS, MAX_MATRIX_SIDE
from maths.message import Message
from maths.reading.cursor import Cursor
from maths.reading.notation import (
    BRACKETS_NEEDED,
    FUNCTION_WORDS,
    FUNCTIONS,
    GREEK,
    GREEK_COMMANDS,
    GREEK_NAMES,
    INVERSES,
)
from maths.reading.tokens import Kind, Token, tokenize
from maths.tree import (
    Apply,
    Based,
    Call,
    Collection,
    Factorial,
    Interval,
    Matrix,
    Mixed,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Truth,
    is_infinite,
)
from maths.tree import Kind as Bracket

if TYPE_CHECKING:
    from maths.tree import Node

POWER = 30  # binding of ^; an argument without brackets binds at least as tightly
_TRUTHS = {"True": True, "False": False, "true": True, "false": False}
_INFINITIES = frozenset({"oo", "inf", "infty", "infinity", "Infinity"})
_ARGUMENT_SYMBOLS = frozenset({"√", "∛", "∜", "∞"})


def is_function(token: Token) -> bool:
    if token.kind is Kind.WORD:
        return token.text in FUNCTION_WORDS
    return token.kind is Kind.COMMAND and token.text in FUNCTION_WORDS and token.text not in GREEK_COMMANDS


def _may_be_cut(node: Node) -> bool:
    """Whether `[2.5]`, `[5/2]`, `[x]` may mean the greatest integer up to it."""
    if isinstance(node, Number):
        return node.value.denominator != 1
    return isinstance(node, Quotient | Name)


class Atoms(Cursor):
    """Numbers, names, function calls and brackets."""

    # Numbers

    def number(self) -> Node:
        token = self.advance()
        self.count()
        if "/" in token.text:
            return self._number(token)
        if (self.at("_") and self.adjacent()) or self.here.kind is Kind.SUBSCRIPT:
            return self._based(token)
        value = self._number(token)
        return self._mixed(value) or value

    def _number(self, token: Token) -> Number:
        if "/" in token.text:
            return Number(Fraction(token.text))
        text = token.text.replace("{,}", "").replace("\\!", "").replace("\\,", "").replace(",", "").replace(" ", "")
        mantissa, _, exponent = text.lower().partition("e")
        whole, _, decimals = mantissa.partition(".")
        if len(mantissa) > MAX_DIGITS or len(exponent) > 6 or abs(int(exponent or 0)) > MAX_DECIMAL_EXPONENT:  # noqa: PLR2004
            self.index -= 1
            self.refuse(Message("This number has too many digits."))
        value = Fraction(int(whole + decimals or 0), 10 ** len(decimals))
        if exponent:
            shift = int(exponent)
            value *= Fraction(10) ** shift
            return Number(value, max(len(decimals) - shift, 0), scientific=True)
        return Number(value, len(decimals) if "." in mantissa else None)

    def _based(self, digits: Token) -> Node:
        base = self._subscript()
        if not (base.isdigit() and 2 <= int(base) <= MAX_BASE and digits.text.isdigit() and len(base) <= 2):  # noqa: PLR2004
            self.index -= 1
            self.refuse(Message("“{base}” is not the base of a number.", base=base[:40]))
        if any(int(d) >= int(base) for d in digits.text) or len(digits.text) > MAX_DIGITS:
            self.refuse(Message("“{digits}” is not a number in base {base}.", digits=digits.text[:40], base=base))
        return Based(digits.text, int(base), int(digits.text, int(base)))

    def _mixed(self, whole: Number) -> Node | None:
        r"""`1 1/4`, `3½`, `2\\frac{1}{2}`: a whole number and a proper fraction, typed as one number."""
        if whole.decimals is not None or self.here.kind not in (Kind.NUMBER, Kind.COMMAND):
            return None
        fraction = self._following_fraction()
        if fraction is None:
            return None
        if not 0 < fraction < 1:
            self.refuse(Message("Write a × sign, or a proper fraction: a mixed number is not clear here."))
        self.count()
        return Mixed(int(whole.value), fraction)

    def _following_fraction(self) -> Fraction | None:
        here, slash, below = self.here, self.ahead(), self.ahead(2)
        if here.kind is Kind.NUMBER and "/" in here.text:
            self.advance()
            return Fraction(here.text)
        if here.kind is Kind.NUMBER and slash.text == "/" and below.kind is Kind.NUMBER:
            tight = here.end == slash.start and slash.end == below.start
            if not (
                tight and here.text.isdigit() and below.text.isdigit() and len(here.text + below.text) < MAX_DIGITS
            ):
                return None
            self.index += 3
            return Fraction(int(here.text), int(below.text)) if int(below.text) else Fraction(0)
        if here.kind is Kind.COMMAND and here.text in ("frac", "dfrac", "tfrac"):
            return self._latex_number_fraction()
        return None

    def _latex_number_fraction(self) -> Fraction | None:
        numbers: list[int] = []
        offset = 1
        while len(numbers) < 2:  # noqa: PLR2004 - numerator and denominator
            token = self.ahead(offset)
            braced = token.text == "{"
            if braced:
                offset += 1
                token = self.ahead(offset)
            if token.kind is not Kind.NUMBER or not token.text.isdigit() or len(token.text) > MAX_DIGITS:
                return None
            if not braced and not numbers and len(token.text) == 2:  # noqa: PLR2004 - \frac12
                numbers = [int(token.text[0]), int(token.text[1])]
                offset += 1
                break
            if not braced and len(token.text) > 1:
                return None
            offset += 1
            if braced and self.ahead(offset).text != "}":
                return None
            offset += braced
            numbers.append(int(token.text))
        self.index += offset
        return Fraction(numbers[0], numbers[1]) if numbers[1] else Fraction(0)

    # Names

    def word(self) -> Node:
        token = self.here
        if token.text in self.functions and self.ahead().text in ("(", "'", "["):
            return self._apply()
        if is_function(token) and not ((token.text in GREEK_NAMES or token.text in GREEK) and self.ahead().text != "("):
            return self.function()
        self.advance()
        self.count()
        if token.text in _TRUTHS:
            return Truth(_TRUTHS[token.text])
        if token.text in _INFINITIES:
            return Name("oo")
        if len(token.text) == 2 and token.text[0] == "d" and token.text.isascii():  # noqa: PLR2004 - dx
            return Product((Name("d"), Name(token.text[1])))
        return self.named(token)

    def named(self, token: Token) -> Name:
        name = GREEK.get(token.text) or GREEK_COMMANDS.get(token.text) or token.text
        if name == "Pi" and token.kind is Kind.WORD and token.text == "Pi":
            name = "pi"
        return Name(name, self._subscript() if self._subscripted() else "")

    def _subscripted(self) -> bool:
        here = self.here
        before = self.before
        glued = (
            here.kind is Kind.NUMBER
            and here.text.isdigit()
            and self.adjacent()
            and before is not None
            and len(before.text) == 1
        )
        return here.kind is Kind.SUBSCRIPT or self.at("_") or (glued and not self.latex)

    def _subscript(self) -> str:
        token = self.advance()
        if token.text != "_" or token.kind is not Kind.SYMBOL:
            return token.text
        if self.take("{"):
            pieces: list[str] = []
            while not self.at("}"):
                if self.here.kind not in (Kind.NUMBER, Kind.WORD) and not self.at("+", "-", ",", "*"):
                    self.refuse_here()
                pieces.append(self.advance().text)
            self.advance()
            if not pieces or len(pieces) > 8:  # noqa: PLR2004 - an index, not a formula
                self.refuse_here()
            return "".join(pieces)
        if self.here.kind not in (Kind.NUMBER, Kind.WORD):
            self.refuse_here()
        return self.advance().text

    def _apply(self) -> Node:
        function = self.advance().text
        primes = 0
        while self.take("'"):
            primes += 1
        if primes > 9:  # noqa: PLR2004 - f''''''''''
            self.refuse_here()
        if not self.at("(", "["):
            self.refuse_missing("(")
        self.count()
        return Apply(function, self._bracketed_arguments(), primes)

    # Known functions

    def function(self) -> Node:
        token = self.advance()
        self.count()
        name = FUNCTION_WORDS[token.text]
        base = self._log_base(name, token)
        power = self._function_power(name)
        if base is None and name == "log" and self.at("_"):
            self.advance()
            base = self.argument()
        if power == "inverse":
            name, power = INVERSES[name], None
        if self.at("[") and self.ahead().text == "[":
            arguments: tuple[Node, ...] = (self.operand(),)
        elif self.at("(", "[") or (self.at("{") and token.kind is Kind.COMMAND):
            arguments = self._bracketed_arguments()
        elif name in BRACKETS_NEEDED:
            self.refuse_missing("(")
        elif name in ("sqrt", "cbrt"):
            arguments = (self.operand(),)
        else:
            arguments = (self._loose_argument(),)
        if base is not None:
            if len(arguments) != 1:
                self.refuse_here()
            arguments = (arguments[0], base)
        called = self.called(name, arguments)
        return Power(called, power) if power is not None and not isinstance(power, str) else called

    def _log_base(self, name: str, token: Token) -> Node | None:
        if name == "log" and self.here.kind is Kind.SUBSCRIPT:
            return Number(Fraction(int(self.advance().text))) if self.here.text.isdigit() else self.refuse_here()
        if name == "log" and self.at("_"):
            self.advance()
            return self._number(self.advance()) if self._whole_base(token) else self.argument()
        glued = name == "log" and token.kind is Kind.WORD and self.here.kind is Kind.NUMBER and self.adjacent()
        if glued and self.here.text in ("2", "10") and (self.ahead().text == "(" or self.ahead().start > self.here.end):
            return self._number(self.advance())
        return None

    def _whole_base(self, log: Token) -> bool:
        r"""Whether the digits behind `log_` are one number: `log_10(1000)`, `log_12 144`; `log_28` is log_2 8.

        In LaTeX the index is one digit, and two are one number only where base 1 would make no sense.
        """
        digits, after = self.here, self.ahead()
        parted = after.text in ("(", "[") or (
            after.start > digits.end and after.kind in (Kind.NUMBER, Kind.WORD, Kind.COMMAND)
        )
        if digits.kind is not Kind.NUMBER or not digits.text.isdigit() or len(digits.text) == 1 or not parted:
            return False
        if log.kind is Kind.WORD or digits.text[0] == "1":
            return True
        return self.refuse(Message("Braces are missing around the numbers here."))

    def _function_power(self, name: str) -> Node | str | None:
        """The exponent of `sin^2 x`; "inverse" for `sin^{-1} x`."""
        if self.here.kind is Kind.SUPERSCRIPT:
            power = self.raised(self.advance())
        elif self.at("^") and name not in ("sqrt", "cbrt"):
            self.advance()
            power = self.exponent()
        else:
            return None
        if power == Negative(Number(Fraction(1))):
            if name not in INVERSES:
                self.refuse(Message("It is not clear what the exponent of “{name}” means here.", name=name))
            return "inverse"
        return power

    def _loose_argument(self) -> Node:
        """`sin 2x`: the factors up to the next operator, bracket or function."""
        if self.at("-", "+"):
            sign = self.advance().text
            operand = self._loose_argument()
            return Negative(operand) if sign == "-" else operand
        factors = [self.operand()]
        while self._continues_argument():
            factors.append(self.operand())
        self.count(len(factors))
        return factors[0] if len(factors) == 1 else Product(tuple(factors))

    def _continues_argument(self) -> bool:
        here = self.here
        if not self.starts_atom() or is_function(here) or here.text in self.functions:
            return False
        if here.kind is Kind.COMMAND:
            return here.text in GREEK_COMMANDS
        return here.kind is Kind.WORD or (here.kind is Kind.SYMBOL and here.text in _ARGUMENT_SYMBOLS)

    def operand(self) -> Node:
        """One factor with its powers: the argument of √ or of a function without brackets."""
        return self.expression(POWER)

    def called(self, name: str, arguments: tuple[Node, ...]) -> Node:
        match name:
            case "log2" | "log10" if len(arguments) == 1:
                return Call("log", (*arguments, Number(Fraction(int(name[3:])))))
            case "cbrt" if len(arguments) == 1:
                return Call("root", (*arguments, Number(Fraction(3))))
            case "factorial" if len(arguments) == 1:
                return Factorial(arguments[0])
            case _ if name in FUNCTIONS:
                fewest, most = FUNCTIONS[name]
                if fewest <= len(arguments) <= most:
                    return Call(name, arguments)
        return self.head(name, arguments)

    def head(self, name: str, arguments: tuple[Node, ...]) -> Node:
        self.refuse(Message("“{name}” does not take {count} arguments.", name=name, count=len(arguments)))

    def _bracketed_arguments(self) -> tuple[Node, ...]:
        opening = self.advance()
        arguments = self.items()
        self.expect({"(": ")", "[": "]", "{": "}"}[opening.text])
        if not arguments:
            self.refuse(Message("The brackets are empty."))
        return arguments

    # Brackets

    def items(self) -> tuple[Node, ...]:
        """What stands between brackets, split at commas; the closing bracket stays."""
        bars, self.bars = self.bars, 0
        integrals, self.integrals = self.integrals, 0
        items: list[Node] = []
        if self.here.kind is not Kind.CLOSE:
            items.append(self.clause())
            while self.at(",", ";"):
                self.advance()
                items.append(self.clause())
        self.bars, self.integrals = bars, integrals
        return tuple(items)

    def bracket(self) -> Node:
        inside = self.before is not None and self.before.text in {"[", ","}
        opening = self.advance()
        self.count()
        items = self.items()
        if self.here.kind is not Kind.CLOSE:
            self.refuse_missing({"(": ")", "[": "]", "{": "}", "\\{": "}"}[opening.text])
        closing = self.advance()
        kinds = opening.text[-1] + closing.text[-1]
        if kinds in ("(]", "[)"):
            if len(items) != 2:  # noqa: PLR2004 - the two ends of an interval
                self.refuse(Message("An interval has two ends."))
            return Interval(items[0], items[1], left_open=kinds[0] == "(", right_open=kinds[1] == ")")
        if opening.text == "{" and self.latex and closing.text == "}":
            return items[0] if len(items) == 1 else self._plain_items(items)
        if kinds == "{}":
            return Collection(Bracket.SET, items)
        if kinds not in ("()", "[]"):
            self.index -= 1
            self.refuse_here()
        if kinds == "()":
            return self._round(items)
        if not inside and len(items) == 1 and _may_be_cut(items[0]):
            self.refuse(Message("It is not clear whether these brackets cut off to a whole number."))
        return self._square(items)

    def _plain_items(self, items: tuple[Node, ...]) -> Node:
        return Collection(Bracket.SEQUENCE, items) if items else self.refuse(Message("The brackets are empty."))

    def _round(self, items: tuple[Node, ...]) -> Node:
        if len(items) == 1:
            return items[0]
        if not items:
            self.refuse(Message("The brackets are empty."))
        if len(items) == 2 and any(is_infinite(item) for item in items):  # noqa: PLR2004 - the two ends of an interval
            return Interval(items[0], items[1], left_open=True, right_open=True)
        return Collection(Bracket.TUPLE, items)

    def _square(self, items: tuple[Node, ...]) -> Node:
        rows = tuple(item.items for item in items if isinstance(item, Collection) and item.kind is Bracket.LIST)
        if rows and len(rows) == len(items):
            return self.matrix(rows)
        return Collection(Bracket.LIST, items)

    def matrix(self, rows: tuple[tuple[Node, ...], ...]) -> Matrix:
        width = len(rows[0])
        if any(len(row) != width for row in rows) or width == 0:
            self.refuse(Message("The rows of this matrix have different lengths."))
        if len(rows) > MAX_MATRIX_SIDE or width > MAX_MATRIX_SIDE:
            self.refuse(Message("This matrix is too large."))
        return Matrix(rows)

    # Exponents

    def raised(self, token: Token) -> Node:
        """The exponent of `x²`, `xⁿ⁺¹`."""
        inner = tokenize(token.text)
        self.tokens[self.index : self.index] = [
            Token(Kind.OPEN, "(", token.start, token.start),
            *(Token(t.kind, t.text, token.start, token.end) for t in inner[:-1]),
            Token(Kind.CLOSE, ")", token.end, token.end),
        ]
        return self.bracket()

    def exponent(self) -> Node:
        if self.at("{"):
            return self.argument()
        return self.expression(POWER - 1)


def unwrapped(node: Node) -> Node:
    """`[x + 1]` among factors is x + 1 in square brackets."""
    if isinstance(node, Collection) and node.kind is Bracket.LIST and len(node.items) == 1:
        return node.items[0]
    return node
