r"""What an answer's text says, with its type: a tree of mathematics, a quantity with its unit, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from maths.bounds import MAX_LENGTH, UnreadableError
from maths.grading.answer import bare, find, without_copula
from maths.grading.notations import (
    going_on,
    in_letters,
    joined,
    spoken,
    time_of_day,
    undamaged,
    with_choices,
    with_point,
)
from maths.grading.quantity import Quantity, quantity, unit
from maths.message import Message
from maths.read import read
from maths.reading.numerals import spelled, with_digits
from maths.tree import Collection, Junction, Kind, Node, Number, NumberSet, Relation, Text, Truth, names, walk


@dataclass(frozen=True, slots=True)
class Several:
    """A list that holds quantities; other lists are trees."""

    parts: tuple[Typed, ...]


Typed: TypeAlias = Node | Quantity | Several


@dataclass(frozen=True, slots=True)
class Answer:
    """`text` is what was read; `aside` the unit in the words behind it, where prose named one."""

    value: Typed
    text: str
    aside: Quantity | None = None


_PERCENT = re.compile(
    r"(?<=[\d})$])\s*(?:\\%|percent|per cent|pct\.?|퍼센트|프로|\\text\s*\{\s*(?:percent|%|\\%)\s*\})\s*$",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(?<=[\d)}])\s*(?:degrees?|deg|도)(?!\s*[A-Za-z가-힣])")
_GROUPED = re.compile(r"\\(?:text|textbf|mbox|mathrm|mathbf|textit|textrm)\s*\{([^{}]*)\}$")
_CHOICE = re.compile(
    r"[(\[]?\s*(?:\\(?:text|textbf|mathrm|mathbf)\s*\{)?\s*[(\[]?\s*([A-Ha-h])\s*[)\].]\s*\}?\s*[)\]]?$"
)
_SUBJECT = re.compile(r"([A-Za-z](?:_?\d)?)(?:의\s?값)?\s*(?:은|는|이|가)\s*(?=[-−\d\\√(])")
_NAME = (
    r"(?:\\(?:vec|overrightarrow|mathbf)\s*\{[A-Za-z]{1,2}\}|\\?m?\\angle\s*[A-Z]{1,3}|\|[A-Z]{2}\|"
    r"|\\overline\s*\{[A-Z]{2}\}|[A-Z]{2,6}|[A-Za-z](?:_\{?\w{1,8}\}?)?)"
)
_LABELLED = re.compile(rf"\s*{_NAME}(?:\s*:\s*{_NAME})?\s*=\s*(?=[^=\s])")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,7}")
_TWICE_ESCAPED = re.compile(r"\\\\(?=[A-Za-z]{2,})")
_ALL_REALS = re.compile(
    r"(?:the set of )?(?:all|any|every) real(?:s| numbers?)?(?: [a-z])?|the reals|(?:모든|임의의) 실수"
    r"|실수 전체(?:의 집합)?",
    re.IGNORECASE,
)
_ALL_INTEGERS = re.compile(r"(?:all |the )?integers|(?:모든|임의의) 정수|정수 전체(?:의 집합)?", re.IGNORECASE)
_SUCH_THAT = re.compile(
    r"\\?\{\s*([A-Za-z])\s*(?:(?:\\in|∈)\s*(?:\\mathbb\s*\{?R\}?|ℝ)\s*)?(?:\\mid|\\vert|\||:)\s*([^{}|]+?)\s*\\?\}"
)
_SEGMENT = re.compile(
    r"\\overline\s*\{\s*([A-Z])\s*([A-Z])\s*\}|(?:(?:line )?segment|선분)\s?([A-Z])([A-Z])", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:there (?:is|are|exists?) )?(?:no|none)(?: (?:real |complex |such )?(?:solutions?|roots?|values?))?"
    r"(?: exists?)?|empty set|(?:(?:해|답|근)(?:가|이|는|은)? ?)?없(?:음|다|습니다|어요)|공집합",
    re.IGNORECASE,
)
_TRUTHS = {
    "참": True,
    "거짓": False,
    "true": True,
    "false": False,
    "yes": True,
    "no": False,
    "예": True,
    "네": True,
    "아니오": False,
    "아니요": False,
    "맞다": True,
    "맞습니다": True,
    "맞아요": True,
    "틀리다": False,
    "틀립니다": False,
    "틀렸습니다": False,
    "틀려요": False,
}


def understand(text: str) -> Answer:
    """What the text answers. Raises UnreadableError where that is not clear or not the whole of it."""
    text = undamaged(text)
    hidden(text)
    marked = "boxed" in text or "fbox" in text or len(text) > MAX_LENGTH
    problem: UnreadableError | None = None
    if not marked:
        try:
            return direct(text)
        except UnreadableError as error:
            problem = error
    found = find(text)
    if found is None:
        raise problem or UnreadableError(Message("I cannot tell which part of this is the answer."), 0)
    inner = found.text
    if re.match(r"\\?%|percent|pct|per cent|퍼센트|프로", found.after) and not re.search(r"%\s*$", inner):
        inner += "%"
    answer = direct(inner)
    aside = None
    if found.after and not isinstance(answer.value, Quantity | Several | Text):
        named = unit(found.after)
        if named is not None and not named.label:
            aside = Quantity(answer.value, named)
    return Answer(answer.value, answer.text, aside)


def hidden(text: str) -> None:
    """Refuse a text with invisible characters: the reader says which."""
    if not text.isascii():
        from maths.reading.tokens import tokenize

        tokenize(text[:MAX_LENGTH])


def direct(text: str) -> Answer:
    """What a text says, the whole of it."""
    text = with_digits(bare(text))
    text = _DEGREES.sub("°", _PERCENT.sub("%", text)) if "\\begin" not in text else text
    if "\\begin" not in text:
        text = _TWICE_ESCAPED.sub(r"\\", text)
    if len(text) > MAX_LENGTH:
        raise UnreadableError(Message("This formula is too long."), MAX_LENGTH)
    return Answer(_typed(text), text)


def _typed(text: str) -> Typed:
    chosen = _CHOICE.fullmatch(text)
    if chosen is not None and text.count("(") in {0, text.count(")")}:
        return read(chosen[1])
    text = joined(with_choices(spoken(text)))
    special = _such_that(text) or time_of_day(text) or in_letters(text) or going_on(text)
    if special is not None:
        return special
    try:
        node = read(text)
    except UnreadableError as error:
        other = _worded(text)
        if other is None:
            raise error from None
        return other
    texts = [n for n in walk(node) if isinstance(n, Text)]
    if isinstance(node, Text):
        return (quantity(node.text) if any(c.isdigit() for c in node.text) else None) or _plain_words(node.text)
    if not texts:
        return (_spelled_out(text) if _SPELLED_OUT.search(text) else None) or node
    other = _worded(text)
    return node if other is None else other


_SPELLED_OUT = re.compile(r"\d\s*[A-Za-z ]{3,}$")


def _spelled_out(text: str) -> Quantity | None:
    """`7200 seconds`, which the reader would take for a product with a secant."""
    found = quantity(text)
    return found if found is not None and found.unit.in_words and not found.unit.label else None


def _such_that(text: str) -> Node | None:
    """`{x | x > 2}` as the condition that it is."""
    found = _SUCH_THAT.fullmatch(text)
    condition = _inner(found[2].strip()) if found is not None else None
    if found is None or not isinstance(condition, Relation | Junction) or names(condition) != {found[1]}:
        return None
    return condition


def _worded(text: str) -> Typed | None:  # noqa: PLR0911 - a kind of answer each
    found = with_point(text) or quantity(text)
    if found is not None:
        return found
    group = _GROUPED.match(text)
    if group is not None and group[1].strip():
        return _inner(group[1].strip())
    said = _SUBJECT.match(text)
    if said is not None and _SUBJECT.match(text, said.end()) is None:
        return _inner(f"{said[1]} = {text[said.end() :]}")
    label = _LABELLED.match(text)
    if label is not None and "=" not in text[label.end() :]:
        rest = _inner(text[label.end() :])
        if rest is not None and not isinstance(rest, Text | Several):
            return rest
    several = _several(text)
    if several is not None:
        return several
    number = spelled(text)
    if number is None and not text.isascii():
        number = _counted(text)
    if number is not None:
        return Number(Fraction(number))
    segment = _SEGMENT.fullmatch(text)
    if segment is not None:
        return Text("segment " + "".join(sorted(letter for letter in segment.groups() if letter)))
    words = " ".join(text.split())
    return _plain_words(words) if _WORDS.fullmatch(words) else None


def _inner(text: str) -> Typed | None:
    try:
        return _typed(text)
    except UnreadableError:
        return None


def _counted(text: str) -> int | None:
    """`열두 개`, `스물한명`."""
    for size in range(1, min(4, len(text))):
        named = unit(text[-size:])
        if named is not None and named.label and (number := spelled(text[:-size])) is not None:
            return number
    return None


def _plain_words(words: str) -> Node:
    truth = _TRUTHS.get(words.casefold(), _TRUTHS.get(without_copula(words)))
    if truth is not None:
        return Truth(truth)
    if _NONE.fullmatch(words):
        return Collection(Kind.SET, ())
    if _ALL_REALS.fullmatch(words):
        return NumberSet("R")
    return NumberSet("Z") if _ALL_INTEGERS.fullmatch(words) else Text(_WEEKDAYS.get(without_copula(words), words))


_WEEKDAYS = {
    "월요일": "Monday", "화요일": "Tuesday", "수요일": "Wednesday", "목요일": "Thursday", "금요일": "Friday",
    "토요일": "Saturday", "일요일": "Sunday",
}  # fmt: skip
"""A day is the same in either language."""


def _several(text: str) -> Typed | None:
    parts = _split(text) if len(text) <= _LONGEST_LIST else []
    if len(parts) < 2:  # noqa: PLR2004 - a list
        return None
    found = [_inner(bare(part)) for part in parts]
    if any(part is None or isinstance(part, Text | Several) for part in found):
        return None
    values = tuple(part for part in found if part is not None)
    if any(isinstance(part, Quantity) for part in values):
        return Several(values)
    trees = tuple(part for part in values if not isinstance(part, Quantity | Several))
    flat = [item for part in trees for item in _items(part)]
    return None if "\\begin" in text else _sequence(flat)


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Collection) and node.kind is Kind.SEQUENCE else (node,)


def _sequence(items: list[Node]) -> Node:
    return Collection(Kind.SEQUENCE, tuple(items))


_LONGEST_LIST = 400  # characters of a list whose parts are read one by one
_SEPARATOR = re.compile(
    r"\\text\s*\{\s*(?:,?\s*and|or|또는|그리고)\s*\}|,\s*and\b|\band\b|\bor\b|또는|그리고|[,;]|(?<=\d)[과와]\s"
)


def _split(text: str) -> list[str]:
    """The pieces between separators outside of brackets; a comma between digits of thousands is none."""
    pieces, start, depth, place = [], 0, 0, 0
    while place < len(text):
        found = _SEPARATOR.match(text, place) if depth == 0 else None
        if found is not None and not (
            found[0] == "," and re.match(r",\d{3}(?!\d)", text[place:]) and re.search(r"\d$", text[:place])
        ):
            pieces.append(text[start:place])
            start = place = found.end()
            continue
        depth += (text[place] in "([{") - (text[place] in ")]}")
        place += 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces]


_LEADING = re.compile(r"[\s*$]*\(?([A-Ha-h])\s*[).:]\s*\S", re.DOTALL)


def chosen(text: str) -> str:
    """The letter of `(B) 12`; the text itself where it does not begin with one."""
    found = _LEADING.match(text)
    return found[1] if found is not None else text
