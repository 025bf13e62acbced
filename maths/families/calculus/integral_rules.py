"""The rules of integration, one after the other: what is substituted, what is u and v', what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from sympy.integrals import manualintegrate as manual

from maths.bounds import RefusedError
from maths.families.calculus.antiderivative import antiderivative
from maths.families.settled import UndecidedError
from maths.families.terms import equals, minus, name, times
from maths.families.write import formula, listed, tree
from maths.message import Formula, Message
from maths.tree import Derivative, Integral
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_LETTERS = "utwsp"


def explained(rule: Symbolic, symbol: Symbolic, level: Level) -> list[Message]:  # noqa: PLR0911 - one line a rule
    """The lines of one of SymPy's rules for integrating by hand."""
    match rule:
        case manual.AddRule(substeps=substeps):
            return [line for step in substeps for line in explained(step, symbol, level)]
        case manual.ConstantTimesRule(substep=substep):
            return _factor(rule, substep, symbol, level)
        case manual.RewriteRule(rewritten=rewritten, substep=substep):
            same = formula(equals(tree(rule.integrand), tree(rewritten)))
            return [Message("Rewrite the function: {result}.", result=same), *explained(substep, symbol, level)]
        case manual.URule():
            return _substitution(rule, symbol, level)
        case manual.PartsRule():
            return _parts(rule, symbol, level)
        case manual.AlternativeRule(alternatives=alternatives):
            return explained(alternatives[0], symbol, level)
    return _told(rule, symbol, level)


def _factor(rule: Symbolic, substep: Symbolic, symbol: Symbolic, level: Level) -> list[Message]:
    if isinstance(substep, (manual.PowerRule, manual.ConstantRule)):
        return _told(rule, symbol, level)
    split = equals(_integral(rule.integrand, rule.variable), _scaled(rule.constant, rule.other, rule.variable))
    stays = Message(
        "The constant factor {factor} stays in front: {result}.",
        factor=formula(tree(rule.constant)),
        result=formula(split),
    )
    return [stays, *explained(substep, symbol, level)]


def _scaled(constant: Symbolic, rest: Symbolic, variable: Symbolic) -> Node:
    factor, integral = tree(constant), _integral(rest, variable)
    return times(factor, integral)


def _substitution(rule: Symbolic, symbol: Symbolic, level: Level) -> list[Message]:
    """`u = x^2, du = 2x dx`, the integral in u, and back."""
    whole = _equation(rule.integrand, rule.variable)
    taken = {free.name for free in rule.integrand.free_symbols} | {symbol.name}
    fresh = sympy.Symbol(next(letter for letter in _LETTERS if letter not in taken), real=True)
    inside = rule.substep.integrand.subs(rule.u_var, fresh)
    named = formula(equals(name(fresh.name), tree(rule.u_func)))
    slope = tree(sympy.diff(rule.u_func, rule.variable))
    lines = [
        Message("Substitute {named}; then {differential}.", named=named, differential=_differential(fresh, slope, rule))
    ]
    within = _equation(inside, fresh)
    if level is Level.BEGINNER:
        lines.append(
            Message(
                "Everything in {old} is written with {new} now: the integral becomes {integral}.",
                old=formula(name(rule.variable.name)),
                new=formula(name(fresh.name)),
                integral=formula(_integral(inside, fresh)),
            )
        )
    if within is not None and level is not Level.ADVANCED:
        lines.append(Message("In the new letter: {result}.", result=within))
    if whole is not None:
        lines.append(Message("Put {named} back in: {result}.", named=named, result=whole))
    return lines


def _differential(fresh: Symbolic, slope: Node, rule: Symbolic) -> Formula:
    shown, variable = formula(slope), rule.variable.name
    held = shown.latex if " + " not in shown.latex and " - " not in shown.latex else rf"\left({shown.latex}\right)"
    if shown.typed == "1":
        return Formula(f"d{fresh.name} = d{variable}", rf"d{fresh.name} = d{variable}")
    return Formula(f"d{fresh.name} = ({shown.typed})*d{variable}", rf"d{fresh.name} = {held} \, d{variable}")


def _parts(rule: Symbolic, symbol: Symbolic, level: Level) -> list[Message]:
    first, second, variable = rule.u, rule.dv, rule.variable
    if variable is None or rule.second_step is None:
        return [
            Message(
                "Integrate by parts with u = {first} and v' = {second}.",
                first=formula(tree(first)),
                second=formula(tree(second)),
            )
        ]
    whole_second = antiderivative(second, variable)
    slope = sympy.diff(first, variable)
    left = _integral(first * second, variable)
    put = formula(equals(left, minus(tree(first * whole_second), _integral(slope * whole_second, variable))))
    taken = listed((formula(equals(name("u"), tree(first))), _primed("v", second, variable.name)))
    lines = (
        []
        if level is not Level.BEGINNER
        else [Message("Integration by parts says {rule}.", rule=_by_parts(variable.name))]
    )
    if level is Level.ADVANCED:
        lines.append(Message("By parts with {taken}: {result}.", taken=taken, result=put))
    else:
        follow = listed((_primed("u", slope, variable.name), formula(equals(name("v"), tree(whole_second)))))
        lines.append(Message("Take {taken}; then {follow}.", taken=taken, follow=follow))
        lines.append(Message("Put in: {result}.", result=put))
        lines += explained(rule.second_step, symbol, level)
    shown = _equation(rule.integrand, variable)
    return lines if shown is None else [*lines, Message("So {result}.", result=shown)]


def _primed(letter: str, value: Symbolic, variable: str) -> Formula:
    shown = formula(tree(value))
    return Formula(formula(equals(_slope(letter, variable), tree(value))).typed, f"{letter}' = {shown.latex}")


def _by_parts(variable: str) -> Formula:
    x, u, v = name(variable), name("u"), name("v")
    left, right = Integral(times(u, _slope("v", variable)), x), Integral(times(_slope("u", variable), v), x)
    return Formula(formula(equals(left, minus(times(u, v), right))).typed, r"\int u v' = uv - \int u'v")


def _slope(letter: str, variable: str) -> Node:
    return Derivative(name(letter), name(variable), 1)


def term(value: Symbolic, symbol: Symbolic, level: Level) -> Message | None:
    """The line for one term of a sum."""
    shown = _equation(value, symbol)
    if shown is None:
        return None
    _, rest = value.as_independent(symbol, as_Add=False)
    if rest == 1:
        return Message("A number alone gets the letter as a factor: {result}.", result=shown)
    if rest != symbol and not (rest.is_Pow and rest.base == symbol and rest.exp.is_positive):
        return Message("This gives {result}.", result=shown)
    if level is Level.BEGINNER:
        return Message(
            "The exponent goes up by one, and the term is divided by the new exponent: {result}.", result=shown
        )
    return Message("Power rule backwards, the exponent goes up by one and divides: {result}.", result=shown)


def _told(rule: Symbolic, symbol: Symbolic, level: Level) -> list[Message]:
    if rule.variable != symbol:
        return []
    if isinstance(rule, (manual.PowerRule, manual.ConstantRule)):
        found = term(rule.integrand, symbol, level)
        return [found] if found is not None else []
    shown = _equation(rule.integrand, rule.variable)
    if shown is None:
        return []
    if isinstance(rule, (manual.ExpRule, manual.TrigRule, manual.ReciprocalRule, manual.ArctanRule)):
        return [Message("A standard integral: {result}.", result=shown)]
    return [Message("This gives {result}.", result=shown)]


def _integral(function: Symbolic, symbol: Symbolic) -> Node:
    return Integral(tree(function), name(symbol.name))


def _equation(function: Symbolic, symbol: Symbolic) -> Formula | None:
    """`∫ function dx = antiderivative`, where it can be written."""
    try:
        return formula(equals(_integral(function, symbol), tree(antiderivative(function, symbol))))
    except (RefusedError, UndecidedError):
        return None
