"""Formulas of propositional logic: `∧ and ∨ or ¬ not → ↔ xor`, and A·B + A' where a sentence says Boolean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_TOKENS = 120
MAX_LETTERS = 6
MAX_NESTING = 30


@dataclass(frozen=True, slots=True)
class Letter:
    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    value: bool


@dataclass(frozen=True, slots=True)
class Not:
    inner: Proposition


@dataclass(frozen=True, slots=True)
class Joined:
    """`operator` is one of and, or, xor, implies, iff."""

    operator: str
    left: Proposition
    right: Proposition


Proposition = Letter | Constant | Not | Joined

_TOKEN = re.compile(
    r"\s+|(?P<open>\()|(?P<close>\))|(?P<prime>')"
    r"|(?P<iff>↔|⇔|<->|<=>|\\leftrightarrow|\\Leftrightarrow|\\iff|\b(?:iff|IFF)\b)"
    r"|(?P<implies>→|⇒|->|=>|\\to(?![a-z])|\\rightarrow|\\Rightarrow|\\implies|\b(?:implies|IMPLIES)\b)"
    r"|(?P<xor>⊕|\\oplus|\b(?:xor|XOR)\b)"
    r"|(?P<and>∧|\\land|\\wedge|&&?|\b(?:and|AND)\b|·|\\cdot|\*)"
    r"|(?P<or>∨|\\lor|\\vee|\|\|?|\b(?:or|OR)\b|\+)"
    r"|(?P<not>¬|~|!|\\lnot|\\neg|\b(?:not|NOT)\b)"
    r"|(?P<true>\b(?:[Tt]rue|TRUE)\b|⊤|\b1\b)|(?P<false>\b(?:[Ff]alse|FALSE)\b|⊥|\b0\b)"
    r"|(?P<letter>[A-Za-z](?![a-z])|[a-z]\b)"
)
_WORD_IN_CAPITALS = re.compile(  # a word that is none of the signs above is not a product of its letters
    r"[A-Z]*(?:AND|NOT|OR|IFF|TRUE|FALSE|IMPL)[A-Z]+|[A-Z]+(?:AND|NOT|OR|IFF|TRUE|FALSE|IMPL)[A-Z]*"
    r"|\b(?:IF|IS|THEN|ELSE|WHEN|UNLESS|BUT|WITH|EQUALS?|EQV?|OF|THE)\b"
)
_SYMBOLS_OF_ALGEBRA = re.compile(r"[·*+']|\\cdot|\b[01]\b")
_BINDING = {"iff": 1, "implies": 2, "or": 3, "xor": 3, "and": 4}
_UNREAD = Message("This is no formula of logic.")


def read_proposition(text: str, *, algebra: bool = False) -> Proposition:
    """The whole text. `algebra` allows A·B, A + B, A' and AB. Raises UnreadableError."""
    spelled = [match for match in _WORD_IN_CAPITALS.finditer(text) if match.group() not in {"IMPLIES", "XOR"}]
    if spelled or (not algebra and _SYMBOLS_OF_ALGEBRA.search(text)):
        raise UnreadableError(_UNREAD, 0)
    tokens: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or len(tokens) > MAX_TOKENS:
            raise UnreadableError(_UNREAD, at)
        if match.lastgroup:
            tokens.append((match.lastgroup, match.group()))
        at = match.end()
    parser = _Parser(tokens, algebra=algebra)
    found = parser.formula(0, 0)
    if parser.at < len(tokens) or len(letters(found)) > MAX_LETTERS:
        raise UnreadableError(_UNREAD, 0)
    return found


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], *, algebra: bool) -> None:
        self._tokens, self._algebra = tokens, algebra
        self.at = 0

    def _here(self) -> str:
        return self._tokens[self.at][0] if self.at < len(self._tokens) else ""

    def formula(self, least: int, depth: int) -> Proposition:
        """By binding strength; → is right associative, a mixture of or and xor needs brackets."""
        if depth > MAX_NESTING:
            raise UnreadableError(_UNREAD, 0)
        left = self._negated(depth)
        used: set[str] = set()
        while True:
            kind = self._here()
            if self._algebra and kind in {"letter", "open", "not", "true", "false"}:
                kind, product = "and", True
            else:
                product = False
            strength = _BINDING.get(kind, 0)
            if strength <= least:
                return left
            if strength == _BINDING["or"]:
                used.add(kind)
                if len(used) > 1:
                    raise UnreadableError(_UNREAD, 0)
            self.at += not product
            right = self.formula(strength - 1 if kind == "implies" else strength, depth + 1)
            left = Joined(kind, left, right)

    def _negated(self, depth: int) -> Proposition:
        if self._here() == "not":
            self.at += 1
            if depth > MAX_NESTING:
                raise UnreadableError(_UNREAD, 0)
            return Not(self._negated(depth + 1))
        found = self._atom(depth)
        while self._here() == "prime":
            self.at += 1
            found = Not(found)
        return found

    def _atom(self, depth: int) -> Proposition:
        kind = self._here()
        if kind == "open":
            self.at += 1
            found = self.formula(0, depth + 1)
            if self._here() != "close":
                raise UnreadableError(_UNREAD, 0)
            self.at += 1
            return found
        if kind in {"true", "false"}:
            self.at += 1
            return Constant(kind == "true")
        if kind == "letter":
            self.at += 1
            return Letter(self._tokens[self.at - 1][1])
        raise UnreadableError(_UNREAD, 0)


def letters(formula: Proposition) -> tuple[str, ...]:
    match formula:
        case Letter(name=name):
            return (name,)
        case Constant():
            return ()
        case Not(inner=inner):
            return letters(inner)
        case Joined(left=left, right=right):
            return tuple(sorted({*letters(left), *letters(right)}))


def parts(formula: Proposition) -> list[Proposition]:
    """The subformulas that are no letters, inner ones first."""
    match formula:
        case Not(inner=inner):
            found = parts(inner)
        case Joined(left=left, right=right):
            found = parts(left) + parts(right)
        case _:
            return []
    return [*dict.fromkeys(found), formula] if formula not in found else found


def value(formula: Proposition, given: Mapping[str, bool]) -> bool:
    match formula:
        case Letter(name=name):
            return given[name]
        case Constant(value=fixed):
            return fixed
        case Not(inner=inner):
            return not value(inner, given)
        case Joined(operator=operator, left=left, right=right):
            return _join(operator, value(left, given), value(right, given))


def _join(operator: str, left: bool, right: bool) -> bool:  # noqa: FBT001 - truth values
    return {
        "and": left and right,
        "or": left or right,
        "xor": left is not right,
        "implies": not left or right,
        "iff": left is right,
    }[operator]


_SIGNS = {"and": "∧", "or": "∨", "xor": "⊕", "implies": "→", "iff": "↔"}
_LATEX = {"and": r"\land", "or": r"\lor", "xor": r"\oplus", "implies": r"\to", "iff": r"\leftrightarrow"}


def shown(formula: Proposition, *, algebra: bool = False, latex: bool = False, held: int = 0) -> str:
    """The formula with as few brackets as are safe."""
    match formula:
        case Letter(name=name):
            return name
        case Constant(value=fixed):
            if algebra:
                return "1" if fixed else "0"
            return ("\\text{True}" if fixed else "\\text{False}") if latex else str(fixed)
        case Not(inner=inner):
            inside = shown(inner, algebra=algebra, latex=latex, held=5)
            return f"{inside}'" if algebra else (rf"\lnot {inside}" if latex else f"¬{inside}")
        case Joined(operator=operator, left=left, right=right):
            strength = _BINDING[operator]
            a = shown(left, algebra=algebra, latex=latex, held=strength + (operator in {"implies", "iff"}))
            b = shown(right, algebra=algebra, latex=latex, held=strength + (operator not in {"and", "or"}))
            if algebra and operator in {"and", "or"}:
                text = f"{a}{b}" if operator == "and" else f"{a} + {b}"
            else:
                text = f"{a} {(_LATEX if latex else _SIGNS)[operator]} {b}"
            mixed = (
                held == strength
                and operator in {"or", "xor"}
                and any(
                    isinstance(side, Joined) and side.operator != operator and _BINDING[side.operator] == strength
                    for side in (left, right)
                )
            )
            return f"({text})" if strength < held or mixed else text
