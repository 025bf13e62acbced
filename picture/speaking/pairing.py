"""Brackets, bars and integrals find their partners among the signs of a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from maths.typesetting.tree import (
    Coloured,
    Fenced,
    Kind,
    Large,
    Letter,
    Mark,
    Marked,
    Middle,
    Name,
    Node,
    Row,
    Scripts,
    Sign,
    Space,
    Stacked,
    Styled,
    Words,
)

Items: TypeAlias = list[Node]

_OPENING = "([{⌊⌈⟨⟦"
_CLOSING = ")]}⌋⌉⟩⟧"
_BARS = "|‖"
_WIDE = 0.9  # ems: from `\quad` on, white space separates statements


def flat(node: Node) -> Items:
    """What stands side by side, groups that only TeX needed dissolved; white space only where it separates."""
    match node:
        case Row(items):
            return [each for item in items for each in flat(item)]
        case Coloured(_, inner) | Styled(_, inner):
            return flat(inner)
        case Middle(text):
            return [Sign(text, Kind.RELATION)]
        case Marked(Mark.INVISIBLE):
            return []
        case Space(ems):
            return [node] if ems >= _WIDE else []
        case _:
            return [node]


def paired(node: Node) -> Items:
    """The items of a line, every bracket with its partner one `Fenced`."""
    return _Pairing(_joined(flat(node))).items()


def _joined(items: Items) -> Items:
    """Upright letters side by side are a word: a unit, a name."""
    found: Items = []
    for item in items:
        if isinstance(item, Letter) and item.font == "upright" and item.text.isascii() and found:
            before = found[-1]
            if isinstance(before, Words) and before.font == "upright" and before.text[-1:].isalpha():
                found[-1] = Words(before.text + item.text)
                continue
        found.append(Words(item.text) if isinstance(item, Letter) and _is_upright(item) else item)
    return found


def _is_upright(letter: Letter) -> bool:
    return letter.font == "upright" and letter.text.isascii()


class _Pairing:
    def __init__(self, items: Items) -> None:
        self._items = items
        self._open: list[tuple[str, Items]] = []
        self._here: Items = []

    def items(self) -> Items:
        for item in self._items:
            self._take(item)
        while self._open:
            self._dissolve()
        return self._here

    def _take(self, item: Node) -> None:
        sign = sign_of(item)
        if sign in _BARS and sign and not _is_relation(item):
            self._bar(sign, item)
        elif sign in _OPENING and sign:
            self._begin(sign)
        elif sign in _CLOSING and sign:
            self._end(sign, item)
        else:
            self._here.append(item)

    def _begin(self, sign: str) -> None:
        self._open.append((sign, self._here))
        self._here = []

    def _end(self, sign: str, item: Node) -> None:
        while self._open and self._open[-1][0] in _BARS:
            self._dissolve()
        if not self._open or not _fits(self._open[-1][0], sign):
            self._here.append(item)
            return
        self._close(sign, item)

    def _close(self, sign: str, item: Node) -> None:
        left, outside = self._open.pop()
        fenced = Fenced(left, Row(tuple(self._here)), sign)
        self._here = [*outside, replace(item, base=fenced) if isinstance(item, Scripts) else fenced]

    def _bar(self, sign: str, item: Node) -> None:
        opened = bool(self._open) and self._open[-1][0] == sign
        if opened and self._here and not _expects_more(self._here[-1]) and not _has_comma(self._here):
            self._close(sign, item)
        elif isinstance(item, Scripts):
            self._here.append(item)
        else:
            self._begin(sign)

    def _dissolve(self) -> None:
        """An opening without its partner is only a sign; a lonely bar divides, or says "given"."""
        sign, outside = self._open.pop()
        kind = Kind.RELATION if sign in _BARS else Kind.OPENING
        self._here = [*outside, Sign(sign, kind), *self._here]


def sign_of(item: Node) -> str:
    """The sign that an item is, with or without scripts; empty for anything else."""
    match item:
        case Sign(text) | Scripts(Sign(text)):
            return text
        case Letter(text) if text in _BARS + _OPENING + _CLOSING:
            return text
        case _:
            return ""


def _is_relation(item: Node) -> bool:
    return isinstance(item, Sign) and item.kind is Kind.RELATION


def _fits(left: str, right: str) -> bool:
    """Whether the two are a pair; a half-open interval mixes round and square ones."""
    if left in "([" and right in ")]":
        return True
    return _CLOSING[_OPENING.index(left)] == right


def _expects_more(item: Node) -> bool:
    match item:
        case Sign(text, kind):
            return text not in "!%°′…⋯" and kind in (Kind.OPERATOR, Kind.RELATION, Kind.OPENING, Kind.PUNCTUATION)
        case Stacked(base):
            return _expects_more(base)
        case Name() | Large():
            return True
        case _:
            return False


def _has_comma(items: Items) -> bool:
    return any(isinstance(item, Sign) and item.text in (",", ";") for item in items)


def is_letter(item: object, text: str) -> bool:
    """Whether an item is this letter, in any face."""
    match item:
        case Letter(found) | Words(found):
            return found == text
        case _:
            return False


__all__ = ["Items", "flat", "is_letter", "paired", "sign_of"]
