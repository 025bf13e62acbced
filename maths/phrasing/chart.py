"""A small grammar engine: phrases of the lexicon and spans of mathematics, every reading of a whole text.

A `Parser` yields each way it can read a text from an offset. A statement is understood when its readings
that reach the end all mean the same; the farthest offset any reading reached is the place to point at else.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from maths.bounds import MAX_DIGITS
from maths.phrasing.definitions import NOTHING, Definitions
from maths.phrasing.lexicon import PHRASES, STATEMENT_WORDS
from maths.reading.notation import ENGLISH, FUNCTION_WORDS, GREEK_NAMES, MATRICES
from maths.reading.repetends import DOTS, shown_to_repeat
from maths.reading.tokens import Kind, Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from maths.message import Message

T = TypeVar("T")
S = TypeVar("S")

_FENCE = re.compile(r"\$\$?|\\[\[\]()]|`+|\*\*(?=[^*\n]*=)(?=\S[^*\n]*\*\*$)")
_SAME_LENGTH = str.maketrans("？！。，：；（）’‘“”＝＋\u00a0\u3000\t\r", "?!.,:;()''\"\"=+    ")
_QUOTED = re.compile(r"``([^`\n]*?)''|(?<!`)`([A-Za-z]+)'")
MONEY = "¤"  # stands for a sign of money, as the sign $ also fences mathematics
_MONEY = re.compile(r"\$(?=[0-9][0-9,]*(?:\.[0-9]+)?(?:[\s.,;:?!)가-힣]|$))")
_BLANKS = " \n"
_SYSTEM = re.compile(r"\\begin\{(cases|aligned|align\*?|array|gathered)\}(?:\{[lcr]*\})?([\s\S]*?)\\end\{\1\}")
_ANGLES = re.compile(r"\\(?:left\s*)?\\?langle(?![A-Za-z])|\\(?:right\s*)?\\?rangle(?![A-Za-z])|[⟨⟩〈〉]")
_FONT = re.compile(
    r"\\(?:mathbf|boldsymbol|bold|bm|vec|overrightarrow|mathit)\s*(\{\s*([A-Za-z])\s*\}| ([A-Za-z])(?![A-Za-z]))"
)
_TRAILING_BLANK = re.compile(r"(?:\\[,;:! ]|~)(?=\s*[.?,]?\s*\$)")  # thin spaces before the end of a formula
_OPERATOR_NAME = re.compile(r"\\mathop\{\\text\{(gcd|lcm)\}\}")
_STOPS = frozenset(',;:.?"…')
_STOPPING_COMMANDS = frozenset({"to", "rightarrow", "quad", "qquad", "implies", "Rightarrow", "text"})
MAX_MEMBERS = 20  # of a list of equations or names
MAX_ENDS = 16  # of a span of mathematics from one start: a sentence has two or three
_ASKING = frozenset({"FIND", "EVALUATE"})
_ARROWS = frozenset({"->", "to", "rightarrow"})
_ALWAYS_FORMULA = GREEK_NAMES | MATRICES.keys() | {"int", "lim", "oo", "inf", "infinity", "infty"}
_PRODUCT = re.compile(r"[a-ce-z]?[xyz]{1,2}|[abcmnpqk]{2}|(?!AM|PM)[A-FMNPQX]{2,3}")
_BRACKETED = re.compile(r"(?<=[0-9]\.)\([0-9]+\)")
_DECIMAL_BEFORE = re.compile(r"[0-9]\.([0-9]+)\Z")
_DIFFERENTIAL = re.compile(r"(.*)d[a-z]")


@dataclass(slots=True)
class Chart:
    """One text being read. `place` is the farthest offset any reading came to, `doubts` why formulas were not read.

    `definitions` are put into every formula; `verbs` are where a "be" asks for what follows: "Let c be the sum of …".
    """

    text: str
    place: int = 0
    fenced: list[bool] = field(default_factory=list)
    tokens: tuple[Token, ...] = ()
    doubts: list[Message] = field(default_factory=list)
    memory: dict[Hashable, Any] = field(default_factory=dict)
    definitions: Definitions = NOTHING
    verbs: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        spaced = _TRAILING_BLANK.sub(lambda blank: " " * len(blank.group()), self.text)
        spaced = _OPERATOR_NAME.sub(lambda name: f"\\operatorname{{{name[1]}}}".ljust(len(name.group())), spaced)
        spaced = _ANGLES.sub(_as_bracket, spaced)
        plain = _SYSTEM.sub(_as_lines, _FONT.sub(_as_letter, _QUOTED.sub(_in_quotes, spaced.translate(_SAME_LENGTH))))
        self.text, self.fenced = _unfence(_with_money(plain))
        self.tokens = tokenize(self.text.replace(MONEY, " "))

    def tokens_from(self, at: int) -> tuple[Token, ...]:
        """The tokens that begin at an offset or after it."""
        return self.tokens[bisect.bisect_left(self.tokens, at, key=lambda token: token.start) :]

    def skip(self, at: int) -> int:
        """The offset after blanks."""
        text = self.text
        while at < len(text) and text[at] in _BLANKS:
            at += 1
        if at > self.place:  # noqa: PLR1730 - a call of max would double the time of the commonest step there is
            self.place = at
        return at

    def word_ends(self, symbol: str, at: int) -> tuple[int, ...]:
        """Where a phrase that means `symbol` and starts at an offset may end, longest first."""
        key = (symbol, at)
        if key not in self.memory:
            letters = self.fenced[at] and self.text[at : at + 1].isalpha()
            ends = set() if letters else PHRASES.ends(symbol, self.text, at)
            self.memory[key] = tuple(sorted(ends, reverse=True))
        found: tuple[int, ...] = self.memory[key]
        return found if at not in self.verbs or symbol not in _ASKING else (*found, *self.word_ends("BE", at))

    def formula_ends(self, at: int) -> tuple[int, ...]:
        """Where a span of mathematics that starts at an offset may end, longest first."""
        key = ("formula", at)
        if key not in self.memory:
            self.memory[key] = tuple(dict.fromkeys(sorted(_formula_ends(self, at), reverse=True)[:MAX_ENDS]))
        found: tuple[int, ...] = self.memory[key]
        return found


Parser: TypeAlias = Callable[[Chart, int], Iterator[tuple[int, T]]]


def _with_money(text: str) -> str:
    r"""`\$5`, and `$5` where no sign $ of the text closes anything, with a sign of money of its own."""
    text = text.replace("\\$", f" {MONEY}")
    return _MONEY.sub(MONEY, text) if len(_MONEY.findall(text)) == text.count("$") else text


def _unfence(text: str) -> tuple[str, list[bool]]:
    """The text with its mathematics fences blanked, and for each offset whether it lies between fences."""
    inside, marks, pieces, at = False, [], [], 0
    for match in _FENCE.finditer(text):
        width = match.end() - match.start()
        pieces += [text[at : match.start()], " " * width]
        marks += [inside] * (match.start() - at) + [False] * width
        inside = {"\\[": True, "\\(": True, "\\]": False, "\\)": False}.get(match.group(), not inside)
        at = match.end()
    marks += [inside] * (len(text) + 1 - at)
    return "".join([*pieces, text[at:]]), marks


def _as_bracket(angle: re.Match[str]) -> str:
    """The angles around a vector's components as round brackets, of the same length."""
    opening = "l" in angle.group().replace("left", "").replace("angle", "") or angle.group() in "⟨〈"
    return ("(" if opening else ")").ljust(len(angle.group()))


def _as_letter(styled: re.Match[str]) -> str:
    r"""The letter of `\mathbf{A}` or `\vec v` alone, at the end of as many characters."""
    return (styled.group(2) or styled.group(3)).rjust(len(styled.group()))


def _in_quotes(quoted: re.Match[str]) -> str:
    """LaTeX's quotation marks as plain ones, of the same length."""
    return f' "{quoted[1]}" ' if quoted[1] is not None else f'"{quoted[2]}"'


def _as_lines(system: re.Match[str]) -> str:
    r"""The rows of a `cases` or `aligned` block on lines of their own, of the same length."""
    whole, rows = system.group(), system.group(2)
    start = system.start(2) - system.start()
    lines = rows.replace("\\\\", " \n").replace("&", " ")
    return " " * start + lines + " " * (len(whole) - start - len(rows))


def _formula_ends(chart: Chart, at: int) -> Iterator[int]:
    """Ends before a comma, a stop, a word, an arrow, or the end of the text or fence, outside all brackets."""
    start = end = at
    depth, arrows, factorials, integral, before = 0, 0, 0, False, ""
    for token in chart.tokens_from(at):
        if chart.fenced[token.start] != chart.fenced[start] or (depth == 0 and "\n" in chart.text[end : token.start]):
            break
        stops = token.kind is Kind.SYMBOL and (token.text in _STOPS or token.text in {"->", "=>", "!", "="})
        pointed = _within_number(chart.text, token)
        stops = stops and not (token.text == "!" and factorials) and not pointed
        factorials += token.text == "!"
        if depth == 0 and end > start and (stops or token.kind in {Kind.WORD, Kind.HANGUL, Kind.COMMAND}):
            yield end
        arrow = token.text in _ARROWS
        depth += _opens(token)
        goes_on = pointed or _may_continue(token, depth, fenced=chart.fenced[start])
        if depth < 0 or not (goes_on or (arrow and arrows > 0)):
            break
        arrows += (token.text == "lim") - arrow
        integral = integral or token.text in {"∫", "int", "∬"}
        if _is_differential(token) and depth == 0 and not integral and before != "/":
            if len(token.text) > len("dx"):
                yield token.end - len("dx")
            return
        end, before = token.end, token.text
    if end > start and depth <= 0:
        yield end


def _within_number(text: str, token: Token) -> bool:
    r"""Whether a point or dots belong to a repeating decimal: `0.\overline{3}`, `0.(36)`, `0.333...`."""
    if token.text == ".":
        return text.startswith("\\overline", token.end) or _BRACKETED.match(text, token.end) is not None
    decimal = _DECIMAL_BEFORE.search(text, max(0, token.start - MAX_DIGITS), token.start)
    return token.text in DOTS and decimal is not None and shown_to_repeat(decimal[1]) is not None


def _opens(token: Token) -> int:
    match token.kind:
        case Kind.OPEN:
            return 1
        case Kind.CLOSE:
            return -1
        case _:
            return {"begin": 1, "end": -1}.get(token.text, 0) if token.kind is Kind.COMMAND else 0


def _may_continue(token: Token, depth: int, *, fenced: bool) -> bool:
    match token.kind:
        case Kind.HANGUL | Kind.END:
            return False
        case Kind.COMMAND:
            return depth > 0 or token.text not in _STOPPING_COMMANDS
        case Kind.SYMBOL:
            return depth > 0 or (token.text not in _STOPS and token.text not in {"->", "=>", ";"})
        case Kind.WORD:
            return fenced or _is_product(token.text) or _is_differential(token)
        case _:
            return True


def _is_differential(token: Token) -> bool:
    return token.kind is Kind.WORD and _DIFFERENTIAL.fullmatch(token.text) is not None


def _is_product(latin: str) -> bool:
    """Whether a run of letters outside fences is mathematics: one letter, a known name, a product such as `xy`."""
    if len(latin) == 1 or latin in _ALWAYS_FORMULA:
        return True
    if latin.lower() in ENGLISH or latin.lower() in STATEMENT_WORDS:
        return False
    return latin in FUNCTION_WORDS or _PRODUCT.fullmatch(latin) is not None


def word(symbol: str) -> Parser[str]:
    """A phrase of the lexicon."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
        at = chart.skip(at)
        for end in chart.word_ends(symbol, at):
            chart.skip(end)
            yield end, symbol

    return parse


def separator(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """What stands between the members of a list: a phrase for it, or a new line."""
    after = chart.skip(at)
    if "\n" in chart.text[at:after]:
        yield at, "AND"
    yield from word("AND")(chart, at)


def pattern(expression: str) -> Parser[re.Match[str]]:
    """A regular expression, for signs and names."""
    compiled = re.compile(expression)

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, re.Match[str]]]:
        at = chart.skip(at)
        if match := compiled.match(chart.text, at):
            chart.skip(match.end())
            yield match.end(), match

    return parse


def sequence(*parsers: Parser[Any]) -> Parser[tuple[Any, ...]]:
    """One after the other; the values as a tuple."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
        under_way = [parsers[0](chart, at)]
        values: list[Any] = []
        while under_way:
            found = next(under_way[-1], None)
            if found is None:
                under_way.pop()
                values = values[:-1]
            elif len(under_way) == len(parsers):
                yield found[0], (*values, found[1])
            else:
                values = [*values, found[1]]
                under_way.append(parsers[len(under_way)](chart, found[0]))

    return parse


def either(*parsers: Parser[Any]) -> Parser[Any]:
    """Every reading of each alternative."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Any]]:
        for parser in parsers:
            yield from parser(chart, at)

    return parse


def maybe(parser: Parser[T]) -> Parser[T | None]:
    """The parser's readings, then nothing."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T | None]]:
        yield from parser(chart, at)
        yield at, None

    return parse


def many(parser: Parser[T], between: Parser[Any] | None = None) -> Parser[tuple[T, ...]]:
    """One or more, with a separator between; longest first, at most MAX_MEMBERS."""

    def parse(chart: Chart, at: int, room: int = MAX_MEMBERS) -> Iterator[tuple[int, tuple[T, ...]]]:
        for end, value in parser(chart, at):
            for after, _ in (between(chart, end) if between else [(end, None)]) if room > 1 else ():
                for last, values in parse(chart, after, room - 1):
                    if last > after:
                        yield last, (value, *values)
            yield end, (value,)

    return parse


def apply(parser: Parser[Any], build: Callable[..., Iterable[T]]) -> Parser[T]:
    """The values a reading of a sequence means: none when the builder yields none."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        for end, values in parser(chart, at):
            for value in build(*values) if isinstance(values, tuple) else build(values):
                yield end, value

    return parse
