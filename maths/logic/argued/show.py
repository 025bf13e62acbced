"""Sentences of arguments as typed text, Unicode and LaTeX."""

from __future__ import annotations

from dataclasses import dataclass

from maths.logic.argued.language import All, And, Holds, If, Iff, Letter, Not, Or, Sentence, Some
from maths.message import Formula

_IFF, _IF, _OR, _AND, _ONE = range(5)  # how tightly a connective holds


@dataclass(frozen=True, slots=True)
class _Signs:
    negation: str
    conjunction: str
    disjunction: str
    condition: str
    equivalence: str
    every: str
    some: str


_TYPED = _Signs("~", " & ", " | ", " -> ", " <-> ", "all {} ", "some {} ")
_UNICODE = _Signs("¬", " ∧ ", " ∨ ", " → ", " ↔ ", "∀{} ", "∃{} ")
_LATEX = _Signs(
    r"\neg ", r" \land ", r" \lor ", r" \rightarrow ", r" \leftrightarrow ", r"\forall {}\, ", r"\exists {}\, "
)


def typed(sentence: Sentence) -> str:
    """ASCII that `parse.formula` reads back."""
    return _written(sentence, _TYPED, _IFF)


def in_unicode(sentence: Sentence) -> str:
    return _written(sentence, _UNICODE, _IFF)


def shown(sentence: Sentence) -> Formula:
    return Formula(typed(sentence), _written(sentence, _LATEX, _IFF))


def _written(sentence: Sentence, signs: _Signs, around: int) -> str:
    strength, text = _parts(sentence, signs)
    return f"({text})" if strength < around else text


def _parts(sentence: Sentence, signs: _Signs) -> tuple[int, str]:  # noqa: PLR0911 - one line a kind
    match sentence:
        case Letter(name):
            return _ONE, _symbol(name, signs)
        case Holds(predicate, of):
            return _ONE, f"{_symbol(predicate, signs)}({_symbol(of, signs)})"
        case Not(body):
            return _ONE, signs.negation + _written(body, signs, _ONE)
        case And(parts):
            return _AND, signs.conjunction.join(_written(part, signs, _ONE) for part in parts)
        case Or(parts):
            return _OR, signs.disjunction.join(_written(part, signs, _ONE) for part in parts)
        case If(condition, then):
            return _IF, f"{_written(condition, signs, _OR)}{signs.condition}{_written(then, signs, _OR)}"
        case Iff(left, right):
            return _IFF, f"{_written(left, signs, _OR)}{signs.equivalence}{_written(right, signs, _OR)}"
        case All(variable, body):
            return _ONE, signs.every.format(variable) + _body(body, signs)
        case Some(variable, body):
            return _ONE, signs.some.format(variable) + _body(body, signs)


def _body(body: Sentence, signs: _Signs) -> str:
    return _written(body, signs, _ONE)


def _symbol(name: str, signs: _Signs) -> str:
    if signs is not _LATEX or len(name) == 1:
        return name
    head, _, index = name.partition("_")
    if len(head) == 1 and index.isdigit():
        return f"{head}_{{{index}}}"
    spelled = name.replace("_", r"\_")
    return rf"\mathit{{{spelled}}}"
