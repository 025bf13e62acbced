"""A sum or a product worked out: written out, by the arithmetic or geometric formula, by powers, or by telescoping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.series.closed_form import antidifference
from maths.families.series.telescoping import telescoped
from maths.families.settled import UndecidedError
from maths.families.terms import equals, minus, name, number, over, plus, power, substitute, times
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Limit, Name, Negative, Product, Series, Sum
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_WRITTEN_OUT = 8  # terms
_POWERS = 4  # highest power with a formula that is quoted


@dataclass(frozen=True, slots=True)
class Added:
    whole: Node
    body: Node
    kind: str
    function: Symbolic
    index: Symbolic
    lower: Node
    upper: Node
    value: Symbolic
    terms: tuple[Node, ...]
    count: int | None

    @property
    def is_infinite(self) -> bool:
        return self.upper == Name("oo")

    @property
    def shape(self) -> str:
        """How the sum is worked out."""
        if self.kind == "product":
            return "written" if self.count is not None and self.count <= _WRITTEN_OUT else "product"
        if self.count is not None and self.count <= _WRITTEN_OUT:
            return "written"
        if self.function.is_polynomial(self.index):
            degree = sympy.degree(self.function, self.index) if self.function.has(self.index) else 0
            return "arithmetic" if degree <= 1 else "powers" if degree <= _POWERS else "difference"
        if self.ratio is not None:
            return "geometric"
        if telescoped(self.function, self.index) is not None:
            return "telescoping"
        return "difference" if _closes(self.function, self.index) else "known"

    @property
    def ratio(self) -> Symbolic | None:
        found = sympy.simplify(self.function.subs(self.index, self.index + 1) / self.function)
        return found if not found.has(self.index) else None


def _closes(function: Symbolic, index: Symbolic) -> bool:
    try:
        return antidifference(function, index) is not None
    except UndecidedError:
        return False


def teach(added: Added, level: Level) -> tuple[Passage, ...]:
    shape = added.shape
    result = formula(equals(added.whole, tree(added.value)))
    return passages(
        understanding=[_understanding(added, level)],
        approach=[_approach(shape, level)],
        steps=_steps(added, shape, level),
        check=_check(added),
        conclusion=[
            Message("The sum is {result}.", result=result)
            if added.kind == "sum"
            else Message("The product is {result}.", result=result)
        ],
    )


def _understanding(added: Added, level: Level) -> Message:
    shown = listed(formula(term) for term in added.terms[:3])
    if level is not Level.BEGINNER:
        return Message("Compute {sum}.", sum=formula(added.whole))
    if added.is_infinite:
        return Message(
            "The list {terms}, … never ends. We ask what number its total comes closer and closer to.", terms=shown
        )
    if added.kind == "product":
        return Message("We multiply the numbers {terms} and so on, to the last one.", terms=shown)
    return Message("We add the numbers {terms} and so on, to the last one.", terms=shown)


_SPOKEN = {
    ("written", Level.BEGINNER): Message("There are few terms: put in one number after the other, and add them all."),
    ("written", Level.ADVANCED): Message("Direct summation."),
    ("arithmetic", Level.INTERMEDIATE): Message(
        "The terms of an arithmetic series: the number of terms times the mean of the first and the last."
    ),
    ("powers", Level.BEGINNER): Message(
        "A sum may be added part by part, and a factor may wait in front. For the sums of the numbers 1 to n, of their "
        "squares and of their cubes there are formulas."
    ),
    ("powers", Level.ADVANCED): Message("By linearity and Faulhaber's formulas."),
    ("arithmetic", Level.ADVANCED): Message(
        "An arithmetic series: the number of terms times the mean of the first and the last."
    ),
    ("geometric", Level.ADVANCED): Message("A geometric series."),
    ("telescoping", Level.ADVANCED): Message("A telescoping series."),
}


def _approach(shape: str, level: Level) -> Message:  # noqa: PLR0911 - one line a shape
    if (shape, level) in _SPOKEN:
        return _SPOKEN[shape, level]
    match shape:
        case "written":
            return Message("There are few terms, so each is written out.")
        case "product":
            return Message("Above and below nearly everything cancels between neighbours.")
        case "arithmetic":
            return Message(
                "The terms grow by the same amount. The first and the last together make as much as the second and "
                "the last but one, and so on: so the sum is the number of terms times the mean of first and last."
            )
        case "powers":
            return Message("Split the sum and use the formulas for the sums of k, k^2, k^3 and so on.")
        case "geometric":
            return Message(
                "Every term is the one before times the same number, the ratio, so the formula for geometric series "
                "applies."
            )
        case "telescoping":
            return Message("Write every term as a difference of neighbours: in the sum everything in between cancels.")
        case "difference":
            return Message(
                "Look for an expression T(k) with T(k+1) - T(k) equal to the term: then the sum is a difference of two "
                "values of T (Gosper's algorithm finds it)."
            )
    return Message("The series is a standard one: it is the power series of a known function at one point.")


def _steps(added: Added, shape: str, level: Level) -> list[Message]:  # noqa: PLR0911 - one line a shape
    match shape:
        case "written":
            return _written_out(added)
        case "arithmetic":
            return _arithmetic(added, level)
        case "powers":
            return _powers(added, level)
        case "geometric":
            return _geometric(added, level)
        case "telescoping":
            return _telescoping(added, level)
        case "difference":
            return _difference(added, level)
    shown = formula(equals(added.whole, tree(added.value)))
    if shape == "product":
        first = Message("The first factors are {terms}.", terms=listed(formula(term) for term in added.terms[:4]))
        last = Message("What is not cancelled is {result}.", result=shown)
        return [last] if level is Level.ADVANCED else [first, last]
    first = Message("The first terms are {terms}.", terms=listed(formula(term) for term in added.terms))
    return [first, Message("Its value is {result}.", result=shown)]


def _written_out(added: Added) -> list[Message]:
    joined: Node
    if len(added.terms) == 1:
        joined = added.terms[0]
    else:
        joined = Sum(added.terms) if added.kind == "sum" else Product(added.terms)
    return [Message("Written out: {result}.", result=formula(_chain(added.whole, joined, tree(added.value))))]


def _chain(*sides: Node) -> Node:
    """An equation of the sides that differ as written."""
    kept = [side for n, side in enumerate(sides) if n == 0 or formula(side).typed != formula(sides[n - 1]).typed]
    return equals(*kept) if len(kept) > 1 else kept[0]


def _count(added: Added) -> Node:
    return tree(sympy.expand(_upper(added) - _lower(added) + 1))


def _upper(added: Added) -> Symbolic:
    return to_sympy(added.upper)


def _lower(added: Added) -> Symbolic:
    return to_sympy(added.lower)


def _arithmetic(added: Added, level: Level) -> list[Message]:
    first = added.function.subs(added.index, _lower(added))
    last = sympy.expand(added.function.subs(added.index, _upper(added)))
    count = _count(added)
    worked = times(count, over(plus(tree(first), tree(last)), number(2)))
    lines = []
    if level is not Level.ADVANCED:
        lines = [
            Message(
                "The first term is {first}, the last term is {last}.",
                first=formula(tree(first)),
                last=formula(tree(last)),
            ),
            Message("The number of terms is {count}.", count=formula(count)),
        ]
    return [
        *lines,
        Message(
            "Count times the mean of first and last: {result}.",
            result=formula(_chain(added.whole, worked, tree(added.value))),
        ),
    ]


def _powers(added: Added, level: Level) -> list[Message]:
    expanded = sympy.expand(added.function)
    lines = []
    coefficients = sympy.Poly(expanded, added.index).terms()
    split = [
        times(
            tree(c),
            Series(
                "sum",
                power(name(added.index.name), int(m[0])) if m[0] else number(1),
                name(added.index.name),
                added.lower,
                added.upper,
            ),
        )
        if c != 1 or m[0] == 0
        else Series("sum", power(name(added.index.name), int(m[0])), name(added.index.name), added.lower, added.upper)
        for m, c in coefficients
    ]
    if len(split) > 1:
        lines.append(Message("Split the sum: {result}.", result=formula(equals(added.whole, plus(*split)))))
    n = sympy.Symbol("n")
    for m, _ in coefficients:
        if m[0] and level is not Level.ADVANCED:
            k = sympy.Symbol("k")
            known = sympy.factor(sympy.summation(k ** m[0], (k, 1, n)))
            rule = equals(Series("sum", power(name("k"), int(m[0])), name("k"), number(1), name("n")), tree(known))
            lines.append(Message("The formula is {rule}.", rule=formula(rule)))
    values = []
    written = _filled(added, [(int(m[0]), c) for m, c in coefficients]) if level is not Level.ADVANCED else []
    for m, c in coefficients:
        part = sympy.factor(c * (sympy.summation(added.index ** m[0], (added.index, _lower(added), _upper(added)))))
        values.append(tree(part))
    lines.append(
        Message(
            "Put in the bounds: {result}.",
            result=formula(
                _chain(added.whole, *([plus(*written)] if written else []), plus(*values), tree(added.value))
            ),
        )
    )
    return lines


def _filled(added: Added, terms: list[tuple[int, Symbolic]]) -> list[Node]:
    """The formulas for the powers with the last place put in, where the sum begins at 1 and ends at a number."""
    upper = _upper(added)
    if _lower(added) != 1 or not upper.is_Integer:
        return []
    n, k = sympy.Symbol("n"), sympy.Symbol("k")
    found = []
    for exponent, c in terms:
        known = tree(sympy.factor(sympy.summation(k**exponent, (k, 1, n)))) if exponent else name("n")
        put = substitute(known, "n", tree(upper))
        size = put if abs(c) == 1 else times(tree(abs(c)), put)
        found.append(Negative(size) if c < 0 else size)
    return found


def _geometric(added: Added, level: Level) -> list[Message]:
    first = added.function.subs(added.index, _lower(added))
    ratio = added.ratio
    lines = []
    if level is not Level.ADVANCED:
        lines.append(
            Message(
                "The first term is {first} and the ratio is {ratio}.",
                first=formula(tree(first)),
                ratio=formula(tree(ratio)),
            )
        )
    if added.is_infinite:
        if level is Level.BEGINNER:
            lines.append(
                Message(
                    "The ratio {ratio} lies between -1 and 1, so the terms shrink and the total settles.",
                    ratio=formula(tree(ratio)),
                )
            )
        worked = over(tree(first), minus(number(1), tree(ratio)))
        return [
            *lines,
            Message(
                "First term divided by 1 minus the ratio: {result}.",
                result=formula(_chain(added.whole, worked, tree(added.value))),
            ),
        ]
    count = _count(added)
    above = times(tree(first), minus(number(1), power(tree(ratio), count)))
    worked = over(above, minus(number(1), tree(ratio)))
    if level is not Level.ADVANCED:
        lines.append(Message("The number of terms is {count}.", count=formula(count)))
    return [
        *lines,
        Message(
            "The formula a(1 - r^n)/(1 - r) gives {result}.",
            result=formula(_chain(added.whole, worked, tree(added.value))),
        ),
    ]


def _telescoping(added: Added, level: Level) -> list[Message]:
    split = telescoped(added.function, added.index)
    assert split is not None  # noqa: S101 - the shape says so
    lines = []
    if formula(tree(split)).typed != formula(added.body).typed:
        lines.append(Message("Split the term: {result}.", result=formula(equals(added.body, tree(split)))))
    if level is not Level.ADVANCED:
        start = int(_lower(added))
        for k in range(start, start + (3 if level is Level.BEGINNER else 2)):
            part = split.func(*[term.subs(added.index, k) for term in split.args], evaluate=False)
            lines.append(
                Message(
                    "For {place} this is {part}.",
                    place=formula(equals(name(added.index.name), number(k))),
                    part=formula(_as_written(part)),
                )
            )
    if added.is_infinite and level is not Level.ADVANCED:
        last = sympy.Symbol("N", integer=True, positive=True)
        partial = sympy.summation(added.function, (added.index, _lower(added), last))
        if not partial.has(sympy.Sum):
            shown = tree(sympy.apart(partial.subs(last, sympy.Symbol("N")), sympy.Symbol("N")))
            lines.append(Message("Added up to the place {place} everything in between cancels: {partial}.",
                                 place=formula(name("N")), partial=formula(shown)))  # fmt: skip
    lines.append(
        Message(
            "What follows cancels what came before; the ends remain: {result}.",
            result=formula(equals(added.whole, tree(added.value))),
        )
    )
    return lines


def _as_written(value: Symbolic) -> Node:
    terms = [tree(term) for term in value.args]
    return plus(*terms)


def _difference(added: Added, level: Level) -> list[Message]:
    closed = antidifference(added.function, added.index)
    assert closed is not None  # noqa: S101 - the shape says so
    shown = tree(sympy.factor_terms(sympy.together(closed)))
    lines = [Message("Here T({letter}) = {closed}.", letter=letter(added.index.name), closed=formula(shown))]
    at_first = tree(closed.subs(added.index, _lower(added)))
    if added.is_infinite:
        end: Node = Limit(shown, name(added.index.name), Name("oo"))
    else:
        end = tree(sympy.factor(closed.subs(added.index, _upper(added) + 1)))
    worked = Sum((end, Negative(at_first)))
    if level is not Level.ADVANCED:
        lines.append(Message("At the first place T is {value}.", value=formula(at_first)))
    return [
        *lines,
        Message(
            "The difference of both ends: {result}.", result=formula(_chain(added.whole, worked, tree(added.value)))
        ),
    ]


def _check(added: Added) -> list[Message]:
    """The first partial sums, or the closed form at the first place."""
    if added.is_infinite:
        start = int(_lower(added))
        total = sympy.S.Zero if added.kind == "sum" else sympy.S.One
        for k in range(start, start + 60):
            term = added.function.subs(added.index, k).evalf(30)
            total = total + term if added.kind == "sum" else total * term
        return [
            Message(
                "After 60 terms the total is about {found}; the value is about {value}.",
                found=f"{float(total):.6g}",
                value=f"{float(added.value.evalf(20)):.6g}",
            )
        ]
    if added.count is None:
        return [
            Message("For the smallest places both sides were compared, and going on by one adds just the next term.")
        ]
    return [Message("Adding or multiplying every term one by one gives the same.")]
