"""A digit straight after a letter, as in `x2`: an index, a power or a product, as people write all of them so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from maths.bounds import UnreadableError
from maths.families.settled import UndecidedError
from maths.message import Formula, Message
from maths.reading.prepare import prepare
from maths.reading.tokens import Kind, Token
from maths.tree import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TIMES = "xX"  # the letters that stand for the sign × between two numbers


def refuse_adjoined(tokens: Sequence[Token], task: Any) -> None:  # noqa: ANN401 - tasks of every family
    """Raise UndecidedError at a digit glued to a letter of the task, unless it is certainly an index.

    It is where the letter has indices 1, 2 (or 0, 1, 2) and so on, or where the same index is written with `_`.
    """
    glued, indexed = _glued(tokens), _indexed(tokens)
    letters = {name.name for name in names_of(task)} if glued else set()
    indices: dict[str, set[int]] = defaultdict(set)
    for letter, digits in {(letter, digits) for letter, digits, _ in glued} | indexed:
        indices[letter].add(int(digits))
    for letter, digits, after_number in glued:
        found = sorted(indices[letter])
        counted = len(found) > 1 and found[0] in (0, 1) and found == list(range(found[0], found[0] + len(found)))
        if letter in letters and not counted and (letter, digits) not in indexed:
            raise UndecidedError(_meanings(letter, digits, times=after_number and letter in _TIMES))


def refuse_run_together(task: Any) -> None:  # noqa: ANN401 - tasks of every family
    """Raise UndecidedError at `AB` read as one name where A or B stands by itself too: it may be their product."""
    found = {name.full for name in names_of(task)}
    for run in sorted(found):
        if len(run) > 1 and run.isalpha() and run.isupper() and found & set(run):
            raise UndecidedError(one_name_or_product(run))


def one_name_or_product(run: str) -> Message:
    return Message("{name} may be one name or a product: write the product with a sign.", name=run)


def _meanings(letter: str, digits: str, *, times: bool) -> Message:
    power = Formula(f"{letter}^{digits}", f"{letter}^{{{digits}}}")
    index = Formula(f"{letter}_{digits}", f"{letter}_{{{digits}}}")
    product = Formula(f"{digits}*{letter}", rf"{digits} \cdot {letter}")
    if times:
        return Message(
            "“{written}” can mean {power}, {index}, {product}, or × and {number}: write the one you mean.",
            written=f"{letter}{digits}",
            power=power,
            index=index,
            product=product,
            number=digits,
        )
    return Message(
        "“{written}” can mean {power}, {index} or {product}: write the one you mean.",
        written=f"{letter}{digits}",
        power=power,
        index=index,
        product=product,
    )


def _glued(tokens: Sequence[Token]) -> list[tuple[str, str, bool]]:
    """Letter and digits of every whole number that touches a single letter, and whether a number stands before."""
    found = []
    for place, (word, number) in enumerate(pairwise(tokens)):
        if word.kind is Kind.WORD and number.kind is Kind.NUMBER and word.end == number.start and number.text.isdigit():
            letter = _last_name(word)
            if len(letter) == 1:
                before = tokens[place - 1].kind is Kind.NUMBER if place and len(word.text) == 1 else False
                found.append((letter, number.text, before))
    return found


def _last_name(word: Token) -> str:
    try:
        return prepare([word, Token(Kind.END, "", word.end, word.end)], frozenset())[-2].text
    except UnreadableError:
        return ""


def _indexed(tokens: Sequence[Token]) -> set[tuple[str, str]]:
    """`x_2` and `x₂`."""
    found = set()
    for word, sign, index in zip(tokens, tokens[1:], [*tokens[2:], tokens[-1]], strict=False):
        if word.kind is Kind.WORD and sign.kind is Kind.SUBSCRIPT and sign.text.isdigit():
            found.add((word.text[-1], sign.text))
        elif word.kind is Kind.WORD and sign.text == "_" and index.kind is Kind.NUMBER and index.text.isdigit():
            found.add((word.text[-1], index.text))
    return found


def names_of(thing: Any) -> Iterator[Name]:  # noqa: ANN401 - whatever a task holds
    """Every letter in the formulas of a task."""
    if isinstance(thing, Name):
        yield thing
    elif isinstance(thing, (tuple, list, frozenset)):
        for item in thing:
            yield from names_of(item)
    elif isinstance(thing, dict):
        yield from names_of(tuple(thing.values()))
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from names_of(getattr(thing, field.name))
