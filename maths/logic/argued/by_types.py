"""The own route: which kinds of things there are, tried out.

With k predicates there are 2^k kinds of things, and without identity two things of a kind are as good as one: a
sentence is true in some world exactly when it is in one made of the named individuals and some of the kinds. So a
quantifier is a question about which kinds exist, and what remains is a tree of alternatives, walked depth first with
everything that is forced taken at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import TooLargeError
from maths.logic.argued.language import All, And, Holds, If, Iff, Letter, Not, Or, Sentence, Some, Symbols, symbols
from maths.logic.argued.worlds import Inhabitant, World
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_PARTS = 60_000  # of all sentences with their quantifiers written out
MAX_BRANCHES = 4_000

_Atom: TypeAlias = tuple[str, ...]  # ("true", letter), ("has", predicate, name) or ("kind", predicates…)


@dataclass(frozen=True, slots=True)
class _Literal:
    atom: _Atom
    positive: bool


@dataclass(frozen=True, slots=True)
class _Every:
    parts: tuple[_Ground, ...]


@dataclass(frozen=True, slots=True)
class _OneOf:
    parts: tuple[_Ground, ...]


_Ground: TypeAlias = bool | _Literal | _Every | _OneOf


def world(sentences: Sequence[Sentence], around: Sequence[Sentence] = ()) -> World | None:
    """A world with as few inhabitants as possible where all are true, or None. Raises TooLargeError.

    The names and predicates of `around` are spoken of there too.
    """
    used = symbols(*sentences, *around)
    grounding = _Grounding(used)
    parts = [grounding.of(sentence, {}, positive=True) for sentence in sentences]
    if used.predicates and not used.individuals:
        parts.append(_either([_Literal(kind, positive=True) for kind in grounding.kinds]))
    found = _Walk(None).first(parts)
    if found is None:
        return None
    for most in range(sum(_is_kind(atom) and value for atom, value in found.items())):
        try:
            fewer = _Walk(most).first(parts)
        except TooLargeError:
            break
        if fewer is not None:
            return _world(fewer, used)
    return _world(found, used)


def _is_kind(atom: _Atom) -> bool:
    return atom[0] == "kind"


def _world(truth: Mapping[_Atom, bool], used: Symbols) -> World:
    true = frozenset(atom[1] for atom, value in truth.items() if value and atom[0] == "true")
    named = tuple(
        Inhabitant(name, frozenset(has for has in used.predicates if truth.get(("has", has, name))))
        for name in used.individuals
    )
    others = tuple(Inhabitant("", frozenset(atom[1:])) for atom, value in truth.items() if value and _is_kind(atom))
    return World(true, named + others, used.propositions, used.predicates)


class _Grounding:
    """Sentences with their quantifiers written out over the names and the kinds."""

    def __init__(self, used: Symbols) -> None:
        self._names = used.individuals
        every = [
            tuple(name for place, name in enumerate(used.predicates) if number >> place & 1)
            for number in range(2 ** len(used.predicates))
        ]
        self.kinds: list[_Atom] = [("kind", *has) for has in every]
        self._written = 0

    def of(self, sentence: Sentence, who: Mapping[str, _Atom], *, positive: bool) -> _Ground:  # noqa: PLR0911
        """The sentence, or its denial; `who` are the kinds that bound variables stand for, or names."""
        self._written += 1
        if self._written > MAX_PARTS:
            raise TooLargeError(Message("The argument is too large to be decided."))
        match sentence:
            case Letter(name):
                return _Literal(("true", name), positive)
            case Holds(predicate, of):
                return self._fact(predicate, who.get(of, ("name", of)), positive=positive)
            case Not(body):
                return self.of(body, who, positive=not positive)
            case And(parts) | Or(parts):
                joined = [self.of(part, who, positive=positive) for part in parts]
                return _both(joined) if isinstance(sentence, And) is positive else _either(joined)
            case If(condition, then):
                sides = [self.of(condition, who, positive=not positive), self.of(then, who, positive=positive)]
                return _either(sides) if positive else _both(sides)
            case Iff(left, right):
                same = _both([self.of(left, who, positive=True), self.of(right, who, positive=positive)])
                return _either(
                    [same, _both([self.of(left, who, positive=False), self.of(right, who, positive=not positive)])]
                )
            case All(variable, body):
                return self._over(variable, body, who, positive=positive, every=positive)
            case Some(variable, body):
                return self._over(variable, body, who, positive=positive, every=not positive)

    def _over(self, variable: str, body: Sentence, who: Mapping[str, _Atom], *, positive: bool, every: bool) -> _Ground:
        of_names = [self.of(body, {**who, variable: ("name", name)}, positive=positive) for name in self._names]
        of_kinds = [(kind, self.of(body, {**who, variable: kind}, positive=positive)) for kind in self.kinds]
        if every:
            return _both(of_names + [_either([_Literal(kind, positive=False), said]) for kind, said in of_kinds])
        return _either(of_names + [_both([_Literal(kind, positive=True), said]) for kind, said in of_kinds])

    @staticmethod
    def _fact(predicate: str, one: _Atom, *, positive: bool) -> _Ground:
        if _is_kind(one):
            return (predicate in one[1:]) is positive
        return _Literal(("has", predicate, one[1]), positive)


def _both(parts: Sequence[_Ground]) -> _Ground:
    left = [part for part in parts if part is not True]
    if any(part is False for part in left):
        return False
    return True if not left else left[0] if len(left) == 1 else _Every(tuple(left))


def _either(parts: Sequence[_Ground]) -> _Ground:
    left = [part for part in parts if part is not False]
    if any(part is True for part in left):
        return True
    return False if not left else left[0] if len(left) == 1 else _OneOf(tuple(left))


class _Walk:
    """Looks for truth values that make all parts true, with at most so many kinds of unnamed things."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._branches = 0

    def first(self, parts: Sequence[_Ground]) -> dict[_Atom, bool] | None:
        return self._go(list(parts), {})

    def _go(self, parts: list[_Ground], truth: dict[_Atom, bool]) -> dict[_Atom, bool] | None:
        self._branches += 1
        if self._branches > MAX_BRANCHES:
            raise TooLargeError(Message("There is too much to try."))
        open_parts = self._forced(parts, truth)
        if open_parts is None:
            return None
        if not open_parts:
            return truth
        chosen = min(open_parts, key=lambda part: len(part.parts))
        rest = [part for part in open_parts if part is not chosen]
        for place, alternative in enumerate(chosen.parts):
            denied = [_denied(before) for before in chosen.parts[:place] if isinstance(before, _Literal)]
            found = self._go([alternative, *denied, *rest], dict(truth))
            if found is not None:
                return found
        return None

    def _forced(self, parts: list[_Ground], truth: dict[_Atom, bool]) -> list[_OneOf] | None:
        """The alternatives that are left when all that is forced is taken; None where that is impossible."""
        waiting = parts
        while True:
            before = len(truth)
            left: list[_OneOf] = []
            stack = list(reversed(waiting))
            while stack:
                part = _under(stack.pop(), truth)
                match part:
                    case False:
                        return None
                    case True:
                        continue
                    case _Literal(atom, positive):
                        truth[atom] = positive
                        if self._too_many(truth):
                            return None
                    case _Every(inner):
                        stack.extend(reversed(inner))
                    case _OneOf():
                        left.append(part)
            if len(truth) == before:
                return left
            waiting = list(left)

    def _too_many(self, truth: Mapping[_Atom, bool]) -> bool:
        return self._most is not None and sum(_is_kind(atom) and value for atom, value in truth.items()) > self._most


def _denied(literal: _Literal) -> _Literal:
    return _Literal(literal.atom, not literal.positive)


def _under(part: _Ground, truth: Mapping[_Atom, bool]) -> _Ground:
    """What is left of a part when some truths are known."""
    match part:
        case bool():
            return part
        case _Literal(atom, positive):
            return part if atom not in truth else truth[atom] is positive
        case _Every(parts):
            return _both([_under(each, truth) for each in parts])
        case _OneOf(parts):
            return _either([_under(each, truth) for each in parts])
