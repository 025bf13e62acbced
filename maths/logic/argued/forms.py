"""The forms of arguments that have a name, recognised by their structure alone.

A form is a pattern: its letters stand for any sentences, F, G and H for any predicates, and premises may stand in any
order. Sentences are compared without double negations, and “and” and “or” without regard to order.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.argued import syllogisms
from maths.logic.argued.language import (
    All,
    And,
    Holds,
    If,
    Iff,
    Letter,
    Not,
    Or,
    Sentence,
    Some,
    below,
    rebuilt,
)
from maths.logic.argued.parse import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PREMISES = 4
_LINKS = 2  # of a chain

_Bound: TypeAlias = "dict[str, Sentence | str]"


@dataclass(frozen=True, slots=True)
class Form:
    """A named form; `fallacy` says what is wrong where the form is not valid."""

    name: Message
    fallacy: Message | None = None


_VALID = (
    ("A -> B; A; B", Message("modus ponens")),
    ("A -> B; ~B; ~A", Message("modus tollens")),
    ("A -> B; B -> C; A -> C", Message("hypothetical syllogism")),
    ("A | B; ~A; B", Message("disjunctive syllogism")),
    ("~(A & B); A; ~B", Message("conjunctive syllogism (modus ponendo tollens)")),
    ("A -> B; C -> D; A | C; B | D", Message("constructive dilemma")),
    ("A -> B; C -> D; ~B | ~D; ~A | ~C", Message("destructive dilemma")),
    ("A -> B; C -> B; A | C; B", Message("proof by cases")),
    ("A -> B; ~A -> B; B", Message("proof by cases")),
    ("A -> B; A -> ~B; ~A", Message("reduction to absurdity")),
    ("A -> ~A; ~A", Message("reduction to absurdity")),
    ("A -> B; ~B -> ~A", Message("contraposition")),
    ("A <-> B; A; B", Message("modus ponens with “if and only if”")),
    ("A <-> B; ~A; ~B", Message("modus tollens with “if and only if”")),
    ("A; B; A & B", Message("conjunction")),
    ("A & B; A", Message("simplification")),
    ("A; A | B", Message("addition")),
    ("~(A & B); ~A | ~B", Message("De Morgan’s law")),
    ("~(A | B); ~A & ~B", Message("De Morgan’s law")),
    ("~A | ~B; ~(A & B)", Message("De Morgan’s law")),
    ("~A & ~B; ~(A | B)", Message("De Morgan’s law")),
    ("all x (F(x) -> G(x)); F(a); G(a)", Message("universal instantiation with modus ponens")),
    ("all x (F(x) -> G(x)); ~G(a); ~F(a)", Message("universal instantiation with modus tollens")),
    ("all x (F(x) -> ~G(x)); F(a); ~G(a)", Message("universal instantiation with modus ponens")),
    ("all x (F(x) -> ~G(x)); G(a); ~F(a)", Message("universal instantiation with modus tollens")),
    ("F(a); G(a); some x (F(x) & G(x))", Message("existential generalisation")),
    ("F(a); some x F(x)", Message("existential generalisation")),
    ("all x F(x); F(a)", Message("universal instantiation")),
    ("all x ~F(x); ~F(a)", Message("universal instantiation")),
)
_CONVERTED = Message("illicit conversion")
_INSTANCE = Message("the middle term is not distributed: having the property of a kind is not being of that kind")
_INVALID = (
    ("A -> B; B; A", Message("affirming the consequent"),
     Message("that the consequence holds does not say that this condition brought it about")),
    ("A -> B; ~A; ~B", Message("denying the antecedent"),
     Message("the consequence may hold for another reason")),
    ("A | B; A; ~B", Message("affirming a disjunct"), Message("“or” lets both hold")),
    ("~(A & B); ~A; B", Message("denying a conjunct"), Message("not both lets neither hold")),
    ("A -> B; B -> A", _CONVERTED, Message("a condition is not turned round with its consequence")),
    ("A -> B; ~A -> ~B", Message("improper contraposition"),
     Message("to contrapose, both sides are denied and turned round")),
    ("A -> B; A -> C; B -> C", Message("two consequences of one condition"),
     Message("what follows from the same need not follow from each other")),
    ("A -> C; B -> C; A -> B", Message("the middle term is not distributed"),
     Message("two conditions with one consequence need not go together")),
    ("A -> B; A", Message("a condition taken for a fact"), Message("“if” does not say that it is so")),
    ("A -> B; B", Message("a condition taken for a fact"), Message("“if” does not say that it is so")),
    ("A | B; A", Message("a choice taken for a fact"), Message("“or” does not say which")),
    ("all x (F(x) -> G(x)); G(a); F(a)", Message("affirming the consequent"), _INSTANCE),
    ("all x (F(x) -> G(x)); ~F(a); ~G(a)", Message("denying the antecedent"),
     Message("others may have the property too")),
    ("all x (F(x) -> ~G(x)); ~F(a); G(a)", Message("denying the antecedent"),
     Message("others may lack the property too")),
    ("all x (F(x) -> ~G(x)); ~G(a); F(a)", Message("affirming the consequent"), _INSTANCE),
    ("some x (F(x) & G(x)); F(a); G(a)", Message("from some to one"),
     Message("“some” does not say that it is this one")),
    ("some x (F(x) & G(x)); all x (F(x) -> G(x))", Message("hasty generalisation"), Message("“some” is not “all”")),
    ("some x F(x); all x F(x)", Message("hasty generalisation"), Message("“some” is not “all”")),
    ("F(a); G(a); all x (F(x) -> G(x))", Message("hasty generalisation"), Message("one case is not all")),
    ("F(a); all x F(x)", Message("hasty generalisation"), Message("one case is not all")),
    ("~all x (F(x) -> G(x)); all x (F(x) -> ~G(x))", Message("from “not all” to “none”"),
     Message("“not all” lets some be so")),
    ("~all x F(x); all x ~F(x)", Message("from “not all” to “none”"), Message("“not all” lets some be so")),
    ("some x (F(x) & G(x)); some x (F(x) & ~G(x))", Message("from “some” to “some are not”"),
     Message("“some” lets it be all")),
    ("some x (F(x) & ~G(x)); some x (F(x) & G(x))", Message("from “some are not” to “some”"),
     Message("“some are not” lets it be none")),
    ("some x F(x); some x G(x); some x (F(x) & G(x))", Message("quantifier shift"),
     Message("they need not be the same one")),
    ("all x (F(x) | G(x)); all x F(x) | all x G(x)", Message("quantifier shift"),
     Message("each may be one of the two, some this and some that")),
)  # fmt: skip


_CHAIN = Message("chain of conditions (sorites)")


def form(premises: Sequence[Sentence], conclusion: Sentence, *, valid: bool) -> Form | None:
    """The name of the argument's form, of a valid one or of a fallacy; None where it has none that is known."""
    given, concluded = [plain(premise) for premise in premises], plain(conclusion)
    if valid and concluded in given:
        return Form(Message("circular: the conclusion is one of the premises"))
    if len(given) > MAX_PREMISES:
        return Form(_CHAIN) if valid and _is_chain(given, concluded) else None
    named = syllogisms.named(given, concluded, valid=valid)
    if named is not None:
        return Form(*named)
    if valid and any(_same(premise, concluded) for premise in given):
        return Form(Message("circular: the conclusion is one of the premises"))
    for pattern, *said in _VALID if valid else _INVALID:
        if _fits(_pattern(pattern), given, concluded):
            return Form(*said)
    return Form(_CHAIN) if valid and _is_chain(given, concluded) else None


def plain(sentence: Sentence) -> Sentence:
    """Without double negations; “some are not” for “not all”, and “all are not” for “there is none”."""
    if isinstance(sentence, Not):
        body = sentence.body
        if isinstance(body, Not):
            return plain(body.body)
        if isinstance(body, Some) and not isinstance(body.body, And):
            return plain(All(body.variable, Not(body.body)))
        if isinstance(body, Some) and isinstance(body.body, And) and len(body.body.parts) == 2:  # noqa: PLR2004
            first, second = body.body.parts
            return plain(All(body.variable, If(first, Not(second))))
    return rebuilt(sentence, [plain(part) for part in below(sentence)])


def _is_chain(premises: Sequence[Sentence], conclusion: Sentence) -> bool:
    """Whether every premise is a link from what the conclusion begins with, or from a fact, to where it ends."""
    links = dict(link for premise in premises if (link := _link(premise)) is not None)
    facts = [premise for premise in premises if _link(premise) is None]
    whole = _link(conclusion)
    is_whole = len(links) + len(facts) == len(premises) and len(links) >= _LINKS
    if not is_whole or len(facts) > 1 or (whole is None) is not bool(facts):
        return False
    at, end = whole if whole is not None else (_ordered(facts[0]), _ordered(conclusion))
    for _ in range(len(links)):
        if at not in links:
            return False
        at = links[at]
    return at == end


def _link(sentence: Sentence) -> tuple[Sentence, Sentence] | None:
    """From what to what a condition leads."""
    match sentence:
        case If(condition, then):
            return _ordered(condition), _ordered(then)
        case All(variable, If(condition, then)):
            return _ordered_within(condition, {variable: "#"}), _ordered_within(then, {variable: "#"})
    return None


@cache
def _pattern(text: str) -> tuple[tuple[Sentence, ...], Sentence]:
    *premises, conclusion = (plain(formula(part)) for part in text.split(";"))
    return tuple(premises), conclusion


def _fits(pattern: tuple[tuple[Sentence, ...], Sentence], premises: list[Sentence], conclusion: Sentence) -> bool:
    wanted, concluded = pattern
    if len(wanted) != len(premises):
        return False
    orders = permutations(premises)
    return any(_all_fit([*wanted, concluded], [*order, conclusion], {}) for order in orders)


def _all_fit(patterns: Sequence[Sentence], found: Sequence[Sentence], bound: _Bound) -> bool:
    if not patterns:
        return True
    ways = _matches(patterns[0], found[0], bound)
    return any(_all_fit(patterns[1:], found[1:], way) for way in ways)


def _matches(pattern: Sentence, found: Sentence, bound: _Bound) -> Iterator[_Bound]:
    """The ways to read the pattern's letters so that it is the sentence."""
    match pattern, found:
        case Letter(name), _:
            yield from _stands_for(name, found, bound)
        case Not(Letter(name)), _:
            denied = found.body if isinstance(found, Not) else plain(Not(found))
            yield from _stands_for(name, denied, bound)
        case Holds(predicate, of), Holds(other, who):
            if of.islower() and bound.get(predicate, other) == other and bound.get(of, who) == who:
                yield {**bound, predicate: other, of: who}
        case (And(parts), And(others)) | (Or(parts), Or(others)) if len(parts) == len(others):
            for order in permutations(others):
                yield from _each(parts, order, bound)
        case (If(), If()) | (Not(), Not()):
            yield from _each(below(pattern), below(found), bound)
        case Iff(), Iff(left, right):
            yield from _each(below(pattern), (left, right), bound)
            yield from _each(below(pattern), (right, left), bound)
        case (All(variable, body), All(other, inside)) | (Some(variable, body), Some(other, inside)):
            free = {key: value for key, value in bound.items() if key != variable}
            yield from _matches(body, inside, {**free, variable: other})
        case _:
            return


def _stands_for(name: str, found: Sentence, bound: _Bound) -> Iterator[_Bound]:
    known = bound.get(name)
    if known is None:
        yield {**bound, name: found}
    elif not isinstance(known, str) and _same(known, found):
        yield bound


def _each(patterns: Sequence[Sentence], found: Sequence[Sentence], bound: _Bound) -> Iterator[_Bound]:
    if not patterns:
        yield bound
        return
    for way in _matches(patterns[0], found[0], bound):
        yield from _each(patterns[1:], found[1:], way)


def _same(one: Sentence, other: Sentence) -> bool:
    return _ordered(one) == _ordered(other)


def _ordered(sentence: Sentence) -> Sentence:
    """With the parts of “and”, “or” and “if and only if” in one order, and one variable for each depth."""
    return _ordered_within(sentence, {})


def _ordered_within(sentence: Sentence, names: dict[str, str]) -> Sentence:
    match sentence:
        case Holds(predicate, of):
            return Holds(predicate, names.get(of, of))
        case All(variable, body) | Some(variable, body):
            fresh = f"#{len(names)}"
            inside = _ordered_within(body, {**names, variable: fresh})
            return All(fresh, inside) if isinstance(sentence, All) else Some(fresh, inside)
    parts = [_ordered_within(part, names) for part in below(sentence)]
    if isinstance(sentence, And | Or | Iff):
        parts.sort(key=repr)
    return rebuilt(sentence, parts)
