"""Worked solutions of trigonometric equations: one function by a letter, or everything on one side as a product."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.equations import questions
from maths.families.equations.trigonometric_angle_steps import angles_of
from maths.families.equations.trigonometric_forms import COSINE, SINE, Form, factors_of, form_of, in_one, linear_parts
from maths.families.equations.unknowns import Ask
from maths.families.routes.radicals import radical_roots, sort_key
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import equals, fraction, name, number, plus, polynomial, power, root, substitute, times
from maths.families.write import assignments, formula, letter, listed, passages, tree
from maths.message import Formula, Message
from maths.tree import Call, Relation, names, walk
from maths.values import rewritten
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.equations.trigonometric_solved import SolvedTrigonometric
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_FUNCTIONS = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
_SHOWN = 4  # solutions put back one by one


def teach(solved: SolvedTrigonometric, level: Level, result: Node | None = None) -> tuple[Passage, ...]:
    by_letter = _by_letter(solved, level)
    approach, steps = by_letter or _by_form(solved, level)
    return passages(
        understanding=[_understanding(solved)],
        approach=[approach, *_circle(level)],
        steps=[*steps, *_collected(solved)],
        check=_check(solved, level),
        conclusion=[_conclusion(solved, result)],
    )


def _circle(level: Level) -> list[Message]:
    if level is not Level.BEGINNER:
        return []
    return [Message("On the unit circle the cosine leads to the right, the sine up; the tangent is sine over cosine.")]


def _understanding(solved: SolvedTrigonometric) -> Message:
    statement = formula(solved.relation)
    if solved.span is None:
        return Message("Find every angle {unknown} with {statement}.", unknown=letter(solved.unknown),
                       statement=statement)  # fmt: skip
    return Message("Find every angle {unknown} in {interval} with {statement}.", unknown=letter(solved.unknown),
                   interval=formula(solved.span.shown), statement=statement)  # fmt: skip


def _by_letter(solved: SolvedTrigonometric, level: Level) -> tuple[Message, list[Message]] | None:
    """Where only one function of one angle occurs."""
    calls = {p for p in walk(solved.relation) if isinstance(p, Call) and p.function in _FUNCTIONS
             and solved.unknown in names(p, frozenset({solved.unknown}))}  # fmt: skip
    if len(calls) != 1:
        return None
    (call,) = calls
    short = "t" if solved.unknown != "t" else "s"
    replaced = rewritten(solved.relation, lambda part: name(short) if part == call else None)
    assert isinstance(replaced, Relation)  # noqa: S101 - relations stay relations
    values = _values(replaced, short)
    shown = formula(call)
    approach = (
        Message("Find the value of {function} first, then the angles on the unit circle.", function=shown)
        if level is not Level.ADVANCED
        else Message("Solve for {function} and invert it on one period.", function=shown)
    )
    if values is None:
        return None
    lines: list[Message] = []
    if replaced.operands[0] != name(short):
        lines += _for_the_letter(call, replaced, short, values, level)
    for value in values:
        lines += angles_of(solved, call, value, level)
    return approach, lines


def _for_the_letter(call: Call, replaced: Relation, short: str, values: list[Symbolic], level: Level) -> list[Message]:
    """The values of the function, by an equation in a letter; how it is solved, but for advanced readers."""
    lines = [Message("Write {short} for {function}: {result}.", short=letter(short), function=formula(call),
                     result=formula(replaced))]  # fmt: skip
    found = Message("This gives {values}.", values=assignments(short, [tree(v) for v in values]))
    if not values:
        return [*lines, Message("The equation has no real solution.")]
    if level is Level.ADVANCED:
        return [*lines, found]
    try:
        left, right = (rational(side, short) for side in replaced.operands)
    except RefusedError:
        return [*lines, found]
    if replaced.operands[0] == power(name(short), 2) and not names(replaced.operands[1], frozenset({short})):
        return lines + polynomial_steps.square_root(fraction(to_sympy(replaced.operands[1])), short, level)
    whole = (left + -right).numerator
    if whole.degree() == 1:
        return [*lines, found]
    zero = equals(polynomial(whole, short), number(0))
    if zero != replaced:
        lines.append(Message("On one side: {result}.", result=formula(zero)))
    return lines + polynomial_steps.solve(whole, short, level)


def _values(replaced: Relation, short: str) -> list[Symbolic] | None:
    """The real values of the function."""
    try:
        left, right = (rational(side, short) for side in replaced.operands)
        found = radical_roots((left + -right).numerator)
    except (UndecidedError, RefusedError):
        if replaced.operands[0] == name(short) and not names(replaced.operands[1]):
            return [to_sympy(replaced.operands[1])]
        return None
    return sorted((value for value in found if value.is_real), key=sort_key)


def _by_form(solved: SolvedTrigonometric, level: Level) -> tuple[Message, list[Message]]:
    """Everything as a polynomial in the sine and cosine of one angle."""
    approach = (
        Message("Bring everything to one side and down to one angle, then to one function or to a product.")
        if level is not Level.ADVANCED
        else Message("Reduce to a polynomial in the sine and cosine of one angle.")
    )
    form = form_of(solved.relation, solved.unknown)
    if form is None:
        return approach, [_follows(solved, solved.relation)]
    lines = [Message("Use {identity}.", identity=formula(equals(call, expanded))) for call, expanded in form.identities]
    if form.below.has(SINE, COSINE):
        condition = formula(Relation((form.shown(form.below), number(0)), ("!=",)))
        lines.append(Message("Write tangents and the like by sine and cosine and multiply by the denominator; there "
                             "{condition} is needed.", condition=condition))  # fmt: skip
    zero = equals(form.shown(form.above), number(0))
    if zero != solved.relation and (linear_parts(form.above) or [1])[-1] != 0:
        lines.append(Message("On one side: {result}.", result=formula(zero)))
    return approach, lines + _zero(solved, form, form.above, level)


def _zero(solved: SolvedTrigonometric, form: Form, polynomial: Symbolic, level: Level) -> list[Message]:
    """Where a polynomial in sine and cosine is zero."""
    if (parts := linear_parts(polynomial)) is not None:
        return _of_both(solved, form, parts, level)
    factors = factors_of(polynomial)
    reduced = in_one(polynomial)
    if reduced is not None and (len(factors) == 1 or not polynomial.has(SINE) or not polynomial.has(COSINE)):
        return _in_one_function(solved, form, polynomial, reduced, level)
    if len(factors) == 1:
        return [_follows(solved, equals(form.shown(polynomial), number(0)))]
    shown = form.shown(sympy.factor(polynomial, SINE, COSINE))
    lines = [
        Message("As a product: {result}.", result=formula(equals(shown, number(0)))),
        Message("A product is zero exactly when one of its factors is zero."),
    ]
    for factor in factors:
        fact = formula(equals(form.shown(factor), number(0)))
        lines.append(Message("First case: {fact}.", fact=fact) if factor == factors[0]
                     else Message("Next case: {fact}.", fact=fact))  # fmt: skip
        lines += _zero(solved, form, factor, level)
    return lines


def _in_one_function(
    solved: SolvedTrigonometric, form: Form, polynomial: Symbolic, reduced: tuple[str, Symbolic], level: Level
) -> list[Message]:
    function, rest = reduced
    call, letter_ = (form.sine(), SINE) if function == "sin" else (form.cosine(), COSINE)
    lines: list[Message] = []
    whole = sympy.Poly(rest, letter_)
    if whole.LC().is_negative:
        whole = -whole
    equation = equals(form.shown(whole.as_expr()), number(0))
    if sympy.expand(polynomial - rest) != 0:
        square = (SINE**2, 1 - COSINE**2) if function == "cos" else (COSINE**2, 1 - SINE**2)
        identity = formula(equals(*(form.shown(part) for part in square)))
        lines.append(Message("By Pythagoras {identity}; put in: {result}.", identity=identity,
                             result=formula(equation)))  # fmt: skip
    if whole.degree() == 1:
        value = sympy.radsimp(-whole.nth(0) / whole.nth(1))
        return [*lines, *angles_of(solved, call, value, level)]
    short = "t" if solved.unknown != "t" else "s"
    replaced = rewritten(equation, lambda part: name(short) if part == call else None)
    assert isinstance(replaced, Relation)  # noqa: S101 - relations stay relations
    values = _values(replaced, short)
    if values is None:
        return [*lines, _follows(solved, equation)]
    lines += _for_the_letter(call, replaced, short, values, level)
    return lines + [line for value in values for line in angles_of(solved, call, value, level)]


def _of_both(
    solved: SolvedTrigonometric, form: Form, parts: tuple[Symbolic, Symbolic, Symbolic], level: Level
) -> list[Message]:
    """`a*sin u + b*cos u + c = 0`: by the tangent where c is zero, else as one sine."""
    a, b, c = parts
    sine, cosine = formula(form.sine()), formula(form.cosine())
    if c == 0:
        tangent = Call("tan", (form.angle,))
        value = sympy.radsimp(-b / a)
        lines = [
            Message("Where {cosine} = 0 the equation would make {sine} = 0 too, but their squares add up to 1. So "
                    "{cosine} is not zero, and both sides may be divided by it.", cosine=cosine, sine=sine)
            if level is not Level.ADVANCED
            else Message("{cosine} has no zero in common with {sine}; divide by it.", cosine=cosine, sine=sine),
            Message("This gives {result}.", result=formula(equals(tangent, tree(value)))),
        ]  # fmt: skip
        return lines + angles_of(solved, tangent, value, level)
    if a.is_negative:
        a, b, c = -a, -b, -c
    size = sympy.sqrt(sympy.radsimp(a * a + b * b))
    shift = sympy.atan(sympy.radsimp(b / a))
    whole = equals(form.shown(a * SINE + b * COSINE), tree(-c))
    one = Call("sin", (tree(to_sympy(form.angle) + shift),))
    hypotenuse = equals(root(plus(power(tree(a), 2), power(tree(b), 2))), tree(size))
    lines = [
        Message(
            "Make one sine of both: its size is {size}, and the angle {shift} has the cosine {right} and the sine "
            "{up}. So by the addition theorem {result}.",
            size=formula(hypotenuse),
            shift=formula(tree(shift)),
            right=formula(tree(sympy.radsimp(a / size))),
            up=formula(tree(sympy.radsimp(b / size))),
            result=formula(equals(whole.operands[0], times(tree(size), one) if size != 1 else one)),
        )
    ]
    value = sympy.radsimp(-c / size)
    lines.append(Message("So {result}.", result=formula(equals(one, tree(value)))))
    return lines + angles_of(solved, one, value, level)


def _follows(solved: SolvedTrigonometric, equation: Relation) -> Message:
    x = sympy.Symbol(solved.unknown)
    left, right = (to_sympy(side, symbols={solved.unknown: x}) for side in equation.operands)
    places = [shown for found, shown in zip(solved.found, solved.shown, strict=True)
              if abs((left - right).subs(x, found).evalf(40)) < sympy.Float(10) ** -25]  # fmt: skip
    fact = formula(equation)
    if not places:
        return Message("{fact} gives no solution.", fact=fact)
    return Message("From {fact} follows {values}.", fact=fact, values=assignments(solved.unknown, places))


def _collected(solved: SolvedTrigonometric) -> list[Message]:
    if solved.counter is not None and solved.shown:
        return [Message("Sine and cosine repeat after a full turn; {letter} stands for any whole number.",
                        letter=letter(solved.counter))]  # fmt: skip
    return []


def _check(solved: SolvedTrigonometric, level: Level) -> list[Message]:
    if level is Level.ADVANCED or solved.counter is not None or not solved.shown:
        return [Message("With t = tan(u/2) the equation has the same number of solutions in one period.")]
    lines = []
    for shown in solved.shown[:_SHOWN]:
        sides = _sides(solved, shown)
        lines.append(Message("With {value}: {sides}, as required.",
                             value=formula(equals(name(solved.unknown), shown)), sides=sides))  # fmt: skip
    return lines


def _sides(solved: SolvedTrigonometric, shown: Node) -> Formula:
    found = []
    for side in solved.relation.operands:
        if solved.unknown not in names(side, frozenset({solved.unknown})):
            continue
        result = to_sympy(substitute(side, solved.unknown, shown))
        put = substitute(side, solved.unknown, shown)
        found.append(formula(equals(put, tree(sympy.simplify(result)))))

    return listed(found)


def _conclusion(solved: SolvedTrigonometric, result: Node | None) -> Message:
    if solved.ask is not Ask.ALL and result is not None:
        return questions.said(solved.ask, solved.shown, result)
    if not solved.shown:
        return (
            Message("No angle solves the equation.")
            if solved.span is None
            else Message("No angle in the interval solves the equation.")
        )
    shown = assignments(solved.unknown, solved.shown)
    if len(solved.shown) == 1:
        return Message("The solution is {solution}.", solution=shown)
    return Message("The solutions are {solutions}.", solutions=shown)
