"""The parts sentences in both languages are made of: formulas, equations, names, and what a request does with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from maths.bounds import UnreadableError
from maths.families.functions.inverse import MARK
from maths.families.settled import UndecidedError
from maths.families.vectors.components import cells as is_vector
from maths.families.written import Written
from maths.message import Message
from maths.phrasing.chart import apply, either, many, maybe, separator, sequence, word
from maths.phrasing.definitions import NOTHING, spelled_out
from maths.phrasing.requests import Slope
from maths.read import read
from maths.reading.notation import GREEK, GREEK_NAMES
from maths.reading.prepare import spells_product
from maths.reading.tokens import Kind, Token, tokenize
from maths.tree import Apply, Name, Negative, Number, Quotient, Relation
from maths.values import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.tree import Node

T = TypeVar("T")

_NAME = re.compile(
    r"\\?(?:" + "|".join(sorted(GREEK_NAMES, key=len, reverse=True)) + r")(?![A-Za-z])|[A-Za-z](?![A-Za-z])|[α-ωΑ-Ω]"
)
_SUBSCRIPT = re.compile(r"_\{?([A-Za-z0-9]+)\}?")


_LETTER_BEFORE_BRACKET = re.compile(r"(?<![A-Za-z\\])([A-Za-z])'*\s*\(")
_CROSS = re.compile(r"\\times(?![A-Za-z])|×")
_DOT = re.compile(r"\\cdot(?![A-Za-z])|\\bullet(?![A-Za-z])|·|⋅|∙|•")
_TUPLE = re.compile(r"\((?:[^(),]|\([^()]*\))+,|\\begin\{[pb]matrix\}[^&]*\\end")
_INVERSE_WORD = "INV"  # behind a function's letter: no typed name ends so
_INVERSE = re.compile(
    r"(?<![A-Za-z\\])([A-Za-z])\s*(?:\^\s*(?:\{\s*-\s*1\s*\}|\(\s*-\s*1\s*\)|-1)|⁻¹)\s*(?:\\left\s*)?\("
)
_GROUPED = re.compile(r"^\s*\{([^{}]*[(^][^{},]*)\}\s*$")  # braces around a whole formula: LaTeX's, no set
_BRACED_BARS = re.compile(r"\|\s*\{([^{}|]*)\}\s*\|")  # braces that only keep a sign from its bar in LaTeX
_LEIBNIZ = re.compile(r"\s*\\d?frac\s*\{\s*d\s*[a-z]\s*\}\s*\{\s*d\s*[a-z]\s*\}\s*")
_DOUBTFUL_EXPONENT = re.compile(r"\^\s*\d\d")  # in LaTeX only the first digit is raised
_DOUBTFUL_SIDE = re.compile(r"(?:->|→)\s*[^\s{}()]+[+-]\s")


def _read(chart: Chart, start: int, end: int) -> Written | None:
    key = ("read", start, end, chart.definitions)
    if key not in chart.memory:
        try:
            chart.memory[key] = _certain(chart, chart.text[start:end])
        except UnreadableError:
            chart.memory[key] = None
        except UndecidedError as error:
            chart.doubts.append(error.reason)
            chart.memory[key] = None
    found: Written | None = chart.memory[key]
    return found


def _certain(chart: Chart, text: str) -> Written | None:
    """The tree, unless the text is one that different people read differently."""
    functions = chart.definitions.applied
    text = _GROUPED.sub(r"\1", text)
    text = spelled_out(_BRACED_BARS.sub(r"|(\1)|", text), functions)
    if chart.definitions is not NOTHING and _calls_the_unknown(text, functions):
        chart.doubts.append(Message("A letter before a bracket may be a function that is not defined, or a factor."))
        return None
    if has_doubtful_quotient(text, chart.definitions.products_in(text)):
        chart.doubts.append(Message("A fraction like 1/2x can be read in two ways: put brackets around what is below."))
        return None
    if _LEIBNIZ.fullmatch(text):
        return None  # a derivative, and no quotient of products with a letter d
    if _DOUBTFUL_SIDE.search(text) or ("\\" in text and _DOUBTFUL_EXPONENT.search(text)):
        return None
    if _has_vectors(chart, text):
        text = _CROSS.sub("⨯", _DOT.sub("⨀", text))
    inverses = frozenset(f"{function}{_INVERSE_WORD}" for function in functions)
    text = _INVERSE.sub(lambda found: _inverse_word(found, functions), text)
    node = read(text, functions=functions | inverses, products=chart.definitions.products_in(text))
    node = rewritten(node, _as_inverse)
    return Written(node, node if chart.definitions is NOTHING else chart.definitions.resolve(node))


def _has_vectors(chart: Chart, text: str) -> bool:
    """Whether × and · may stand between vectors: those of the text, or named ones."""
    named = any(is_vector(value) for _, value in chart.definitions.values)
    return named or _TUPLE.search(text) is not None


def _inverse_word(found: re.Match[str], functions: frozenset[str]) -> str:
    function = found.group(1)
    return f"{function}{_INVERSE_WORD}(" if function in functions else found.group()


def _as_inverse(node: Node) -> Node | None:
    if isinstance(node, Apply) and node.function.endswith(_INVERSE_WORD):
        arguments = tuple(rewritten(argument, _as_inverse) for argument in node.arguments)
        return Apply(node.function.removesuffix(_INVERSE_WORD) + MARK, arguments)
    return None


def _calls_the_unknown(text: str, functions: frozenset[str]) -> bool:
    return any(found.group(1) not in functions for found in _LETTER_BEFORE_BRACKET.finditer(text))


def has_doubtful_quotient(text: str, products: frozenset[str] = frozenset()) -> bool:
    """Whether something follows a typed divisor without a sign: `1/2x`, `1/ab`, `6÷2(1+2)` may mean two things."""
    tokens = tokenize(text)
    for slash, divisor, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if slash.text != "/" or slash.kind is not Kind.SYMBOL:
            continue
        if divisor.text in products or _is_product_of_letters(divisor):
            return True
        if divisor.end != after.start:
            continue
        if divisor.kind is Kind.NUMBER and (after.kind is Kind.WORD or after.text == "("):
            return True
        if divisor.kind is Kind.WORD and len(divisor.text) == 1 and after.text == "(":
            return True
    return False


def _is_product_of_letters(token: Token) -> bool:
    return token.kind is Kind.WORD and len(token.text) > 1 and spells_product(token.text)


def written(fits: Callable[[Node], bool]) -> Parser[Written]:
    """A span of mathematics, read whole: as typed, and with the defined names put in, which has to fit."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Written]]:
        at = chart.skip(at)
        for end in chart.formula_ends(at):
            found = _read(chart, at, end)
            if found is not None:
                chart.skip(end)
                if fits(found.value):
                    yield end, found

    return parse


def written_before(mark: str) -> Parser[Written]:
    """A span of mathematics that reaches to the next place where a regular expression matches."""
    compiled = re.compile(mark)

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Written]]:
        at = chart.skip(at)
        match = compiled.search(chart.text, at)
        found = _read(chart, at, match.start()) if match else None
        if match and found is not None:
            yield match.start(), found

    return parse


def formula(fits: Callable[[Node], bool]) -> Parser[Node]:
    """A span of mathematics, read whole, with the defined names put in."""
    return apply(written(fits), lambda found: (found.value,))


def _name(chart: Chart, at: int) -> Iterator[tuple[int, Name]]:
    """A name that is not defined."""
    yield from ((end, found) for end, found in new_name(chart, at) if found.full not in chart.definitions.defined)


def new_name(chart: Chart, at: int) -> Iterator[tuple[int, Name]]:
    at = chart.skip(at)
    if match := _NAME.match(chart.text, at):
        base = match.group().lstrip("\\")
        end, subscript = match.end(), ""
        if tail := _SUBSCRIPT.match(chart.text, end):
            end, subscript = tail.end(), tail.group(1)
        chart.skip(end)
        yield end, Name(GREEK.get(base, base), subscript)


def always(value: T) -> Parser[T]:
    """Reads nothing and means a value: the last of several alternatives."""

    def parse(_: Chart, at: int) -> Iterator[tuple[int, T]]:
        yield at, value

    return parse


def meaning(symbol: str, value: T) -> Parser[T]:
    """A phrase that means a value."""
    return apply(word(symbol), lambda _: (value,))


def rule(build: Callable[..., Iterable[T]], *parts: str | Parser[Any]) -> Parser[T]:
    """Parts in a row: "SYMBOL" a phrase, "?SYMBOL" one that may be missing, and parsers, whose values go to `build`."""
    kept = [not isinstance(part, str) for part in parts]
    row = sequence(*(_part(part) for part in parts))

    def values(*found: Any) -> Iterable[T]:  # noqa: ANN401 - whatever the parts mean
        return build(*(value for value, keep in zip(found, kept, strict=True) if keep))

    return apply(row, values)


def _part(part: str | Parser[Any]) -> Parser[Any]:
    if not isinstance(part, str):
        return part
    symbols = either(*(word(symbol) for symbol in part.removeprefix("?").split("|")))
    return maybe(symbols) if part.startswith("?") else symbols


_DIFFERENTIAL = re.compile(r"d([a-z])(?![A-Za-z])")


def differential(chart: Chart, at: int) -> Iterator[tuple[int, Name]]:
    """`dx` after an integrand: the variable."""
    at = chart.skip(at)
    if match := _DIFFERENTIAL.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), Name(match.group(1))


_SLOPE = re.compile(
    r"d(?P<y>[a-z])\s*/\s*d(?P<x>[a-z])(?![a-z])|\\d?frac\s*\{d(?P<v>[a-z])\}\s*\{d(?P<u>[a-z])\}"
    r"|(?P<f>[a-zA-Z])(?P<primes>'{1,3})(?:\((?P<t>[a-z])\))?"
)


def slope(chart: Chart, at: int) -> Iterator[tuple[int, Slope]]:
    """`dy/dx`, `f'(x)`, `y''`."""
    at = chart.skip(at)
    if match := _SLOPE.match(chart.text, at):
        chart.skip(match.end())
        found = match.groupdict()
        function = found["y"] or found["v"] or found["f"]
        yield match.end(), Slope(function, found["x"] or found["u"] or found["t"] or "", len(found["primes"] or "'"))


def is_plain_number(node: Node) -> bool:
    match node:
        case Negative(operand=Number()) | Number():
            return True
        case Quotient(numerator=numerator, denominator=denominator):
            return is_plain_number(numerator) and isinstance(denominator, Number)
    return False


number = formula(is_plain_number)
name: Parser[Name] = _name
relation = formula(lambda node: isinstance(node, Relation))
expression = formula(lambda node: not isinstance(node, Relation))
anything = formula(lambda _: True)
names = many(name, separator)
relations = many(relation, separator)
