"""From what a sentence asks and the formulas in it to a formal task, or to why it is none.

A builder yields a task, or an `Objection` when the sentence was read but does not say enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import RefusedError
from maths.families.algebra.rewrite import Expand, Factor, Simplify
from maths.families.calculus.derivative import Differentiate
from maths.families.calculus.integral import Integrate
from maths.families.calculus.limit import TakeLimit
from maths.families.complex_numbers.conditions import ComplexConditions, ComplexSolutions
from maths.families.equations.equation import Domain, Equation
from maths.families.equations.exponential import Exponential
from maths.families.equations.monotonic import MonotonicInequality, is_monotonic_kind
from maths.families.equations.nonlinear import NonlinearSystem, ValueUnder
from maths.families.equations.real_inverse import is_inverse_kind
from maths.families.equations.real_line import RealLine
from maths.families.equations.real_parts import is_real_kind
from maths.families.equations.system import System
from maths.families.equations.trigonometric import Trigonometric, is_trigonometric
from maths.families.equations.unknowns import Ask, Conditions
from maths.families.matrices.cells import TRANSPOSED, has_matrix
from maths.families.matrices.elimination import MatrixEquation
from maths.families.matrices.expression import MatrixExpression, is_matrix_formula
from maths.families.matrices.matrix import Determinant, Eigenvalues, Inverse
from maths.families.matrices.powers import SymbolicPower
from maths.families.numbers.arithmetic import Evaluate
from maths.families.numbers.primes import PrimeFactors
from maths.families.routes.linear import is_linear
from maths.families.routes.normal_form import Polynomials
from maths.families.terms import number
from maths.families.vectors.components import has_vector
from maths.families.vectors.vector import VectorTask
from maths.message import Message
from maths.tree import (
    Apply,
    Call,
    Collection,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Kind,
    Limit,
    Matrix,
    Mixed,
    Name,
    Negative,
    Number,
    Percent,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    names,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.settled import Task
    from maths.tree import Node

MAX_ORDER = 10  # nobody asks for the eleventh derivative by hand
_SQUARE = 2
_CUBE = 3  # nobody writes i^3 for -i in a sum


@dataclass(frozen=True, slots=True)
class Objection:
    """The sentence was read; this is why it is not a task."""

    reason: Message


@dataclass(frozen=True, slots=True)
class Slope:
    """The derivative of a named function that is asked for; `variable` is "" when none is named."""

    function: str
    variable: str
    order: int


Found: TypeAlias = "Task | Objection"
Built: TypeAlias = "Iterator[Found]"


def is_equation(node: Node) -> bool:
    return isinstance(node, Relation) and node.operators == ("=",)


_VALUES = (
    Number,
    Name,
    Sum,
    Product,
    Quotient,
    Mixed,
    Negative,
    Power,
    Factorial,
    Percent,
    Degrees,
    Call,
    Derivative,
    Integral,
    Limit,
    Matrix,
)


def is_expression(node: Node) -> bool:
    """Whether a node has a value: no relation, list, ratio or words in it; square brackets may group."""
    return all(isinstance(part, _VALUES) or _is_group(part) for part in walk(node))


def _is_group(node: Node) -> bool:
    return isinstance(node, Collection) and node.kind is Kind.LIST and len(node.items) == 1


def solve(equations: tuple[Node, ...], unknowns: tuple[Name, ...], domain: Domain, *, one_value: bool = False) -> Built:
    """An equation or a system. `one_value`: the sentence speaks of the value, as if there were one."""
    if not all(isinstance(equation, Relation) for equation in equations):
        yield Objection(Message("That is not an equation: an equation has an equals sign, as in 2*x + 3 = 11."))
        return
    if any(has_matrix(side) for equation in equations for side in equation.operands):  # type: ignore[union-attr]
        yield from _matrix_equation(equations)
        return
    if len(equations) == 1 and equations[0].operators != ("=",):  # type: ignore[union-attr]
        yield from _inequality(equations[0], unknowns, domain)
        return
    if not all(is_equation(equation) for equation in equations):
        yield Objection(Message("Several inequalities at once are not decided yet."))
        return
    if any(not is_expression(side) for equation in equations for side in equation.operands):  # type: ignore[union-attr]
        return
    declared = frozenset(name.full for name in unknowns)
    found = _letters(equations, declared) or _letters(equations, frozenset({"i"}))
    if len(equations) > 1 and len(found) < len(equations):
        found = _letters(equations, declared | {"e", "i"})
    if not declared <= found:
        yield Objection(Message("The unknown that is asked for does not occur in the equation."))
    elif not found:
        yield Objection(Message("There is no unknown in the equation."))
    elif len(equations) == 1:
        yield from _solve_one(equations[0], found, domain, one_value=one_value)
    else:
        yield from _system(tuple(equations), tuple(sorted(found)), unknowns, domain, one_value=one_value)  # type: ignore[arg-type]


def _matrix_equation(equations: tuple[Node, ...]) -> Built:
    """`A*X = B` or `X*A = B` with matrices for A and B."""
    match equations:
        case (Relation(operands=(Product(factors=(known, Name() as unknown)), right), operators=("=",)),) if (
            is_matrix_formula(known) and is_matrix_formula(right)
        ):
            yield MatrixEquation(known, right, unknown.full)
        case (Relation(operands=(Product(factors=(Name() as unknown, known)), right), operators=("=",)),) if (
            is_matrix_formula(known) and is_matrix_formula(right)
        ):
            yield MatrixEquation(known, right, unknown.full, after=True)
        case _:
            yield Objection(Message("Equations of matrices are decided only as A*X = B and X*A = B."))


def _system(
    equations: tuple[Relation, ...],
    found: tuple[str, ...],
    unknowns: tuple[Name, ...],
    domain: Domain,
    *,
    one_value: bool,
) -> Built:
    """Linear equations, or others; one unknown alone of others is the value of an expression."""
    asked = tuple(name.full for name in unknowns)
    one_of_many = len(asked) == 1 and len(equations) < len(found)
    if all(is_linear(equation) for equation in equations) and not one_of_many:
        yield System(equations, found, asked)
        return
    order = asked if set(asked) == set(found) else found
    conditions = Conditions(equations, order, domain)
    if len(asked) == 1 and len(found) > 1:
        yield ValueUnder(conditions, unknowns[0], Ask.ONE if one_value else Ask.ALL)
    elif asked and len(asked) < len(found):
        yield Objection(Message("Only some of the unknowns are asked for."))
    else:
        yield NonlinearSystem(conditions)


def _letters(equations: tuple[Node, ...], declared: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(names(equation, declared) for equation in equations))


def _solve_one(equation: Node, found: frozenset[str], domain: Domain, *, one_value: bool) -> Built:
    if len(found) > 1:
        yield Objection(Message("There are several letters in one equation: it does not fix their values."))
    else:
        (unknown,) = found
        if unknown != "i" and "i" in names(equation, frozenset({"i"})):
            yield ComplexSolutions(ComplexConditions((equation,), (unknown,)))  # type: ignore[arg-type]
            return
        if domain is not Domain.COMPLEX and is_real_kind(equation, unknown):
            yield RealLine(equation, unknown)  # type: ignore[arg-type]
            return
        if domain is not Domain.COMPLEX and is_trigonometric(equation, unknown):
            yield Trigonometric(equation, unknown)  # type: ignore[arg-type]
            return
        if domain is not Domain.COMPLEX and is_inverse_kind(equation, unknown):
            yield Exponential(equation, unknown)  # type: ignore[arg-type]
            return
        yield Equation(equation, unknown, domain, one_value=one_value)  # type: ignore[arg-type]


def _inequality(statement: Node, unknowns: tuple[Name, ...], domain: Domain) -> Built:
    """An inequality, or a chain of them, in one unknown: over the real numbers, as numbers elsewhere have no order."""
    assert isinstance(statement, Relation)  # noqa: S101 - by the caller
    if not set(statement.operators) <= {"<", ">", "<=", ">="} or domain is Domain.COMPLEX:
        yield Objection(Message("Chains of equations and inequalities over other numbers are not decided yet."))
        return
    if not all(is_expression(side) for side in statement.operands):
        return
    declared = frozenset(name.full for name in unknowns)
    found = _letters((statement,), declared)
    if len(found) != 1 or not declared <= found:
        yield Objection(Message("An inequality is solved for one unknown, and there must be no other letter in it."))
        return
    (unknown,) = found
    if is_monotonic_kind(statement, unknown):
        yield MonotonicInequality(statement, unknown)
        return
    yield RealLine(statement, unknown)


def roots(thing: Node, unknowns: tuple[Name, ...], domain: Domain) -> Built:
    """The roots of an equation, or of an expression: where it is zero."""
    if not isinstance(thing, Relation):
        if not is_expression(thing):
            return
        thing = Relation((thing, number(0)), ("=",))
    yield from solve((thing,), unknowns, domain)


def differentiate(body: Node, variable: Name | None, order: int) -> Built:
    body = _function_body(body)
    if isinstance(body, Derivative) and variable is None:
        return
    if not is_expression(body):
        yield Objection(Message("Only one expression can be differentiated."))
        return
    found = _variable(body, variable) if names(body, frozenset({"i", "e"})) or variable else "x"
    if isinstance(found, Objection):
        yield found
    elif 1 <= order <= MAX_ORDER:
        yield Differentiate(body, found, order)


def slope(function: Node, asked: Slope) -> Built:
    """`dy/dx` of `y = …`, `f'(x)` of `f(x) = …`: the names must fit."""
    if not is_equation(function):
        return
    left, right = function.operands  # type: ignore[union-attr]
    match left:
        case Apply(function=called, arguments=(Name() as argument,), primes=0) if called == asked.function:
            if asked.variable in {"", argument.full}:
                yield from differentiate(right, argument, asked.order)
        case Name() if left.full == asked.function:
            yield from differentiate(right, Name(asked.variable) if asked.variable else None, asked.order)


def integrate_plainly(body: Node) -> Built:
    yield from integrate(body, None)


def integrate(body: Node, variable: Name | None, bounds: tuple[Node, Node] | None = None) -> Built:
    if isinstance(body, Integral) and variable is None and bounds is None:
        yield from calculus(body)
        return
    body = _function_body(body)
    if any(isinstance(part, Integral) for part in walk(body)):
        return
    if not is_expression(body):
        yield Objection(Message("Only one expression can be integrated."))
        return
    found = _variable(body, variable)
    if isinstance(found, Objection):
        yield found
    else:
        lower, upper = bounds or (None, None)
        yield Integrate(body, found, lower, upper)


def limit(body: Node, variable: Name, target: Node, side: str) -> Built:
    if is_expression(body) and is_expression(target) and variable.full in names(body, frozenset({variable.full})):
        yield TakeLimit(body, variable.full, target, side)


def calculus(node: Node) -> Built:
    """A formula that is itself the request: a derivative, an integral, a limit."""
    match node:
        case Derivative(body=body, variable=variable, order=order):
            yield from differentiate(body, variable, order)
        case Integral(body=body, variable=variable, lower=None, upper=None):
            yield from integrate(body, variable)
        case Integral(body=body, variable=variable, lower=lower, upper=upper) if (
            lower is not None and upper is not None
        ):
            yield from integrate(body, variable, (lower, upper))
        case Limit(body=body, variable=variable, target=target, side=side):
            yield from limit(body, variable, target, side)


def expand(body: Node) -> Built:
    yield from _rewrite(body, Expand)


def factor(body: Node) -> Built:
    if isinstance(body, Number):
        yield PrimeFactors(body, product=True)
    else:
        yield from _rewrite(body, Factor)


def simplify(body: Node) -> Built:
    yield from _rewrite(body, Simplify)


def collect(body: Node) -> Built:
    yield from _rewrite(body, Expand)


def evaluate(body: Node, values: tuple[Node, ...] = ()) -> Built:  # noqa: C901, PLR0911 - one line a refusal
    """The value of an expression, some letters given by equations `x = 3`."""
    if isinstance(body, (Derivative, Integral, Limit)) and not values:
        yield from calculus(body)
        return
    if isinstance(body, Call) and body.function in {"det", "inverse"} and not values:
        yield from matrix({"det": "determinant", "inverse": "inverse"}[body.function], body.arguments[0])
        return
    if _is_vector_formula(body) and not values:
        yield VectorTask("value", (body,), columns=has_matrix(body))
        return
    if is_matrix_formula(body) and not values:
        yield from matrix_formula(body)
        return
    if not is_expression(body) or any(isinstance(part, (Derivative, Integral, Limit)) for part in walk(body)):
        return
    if isinstance(body.operand if isinstance(body, Negative) else body, (Number, Name)) and not values:
        yield Objection(Message("There is nothing to calculate."))
        return
    given: dict[str, Node] = {}
    for value in values:
        if not (is_equation(value) and isinstance(value.operands[0], Name)):  # type: ignore[union-attr]
            return
        given[value.operands[0].full] = value.operands[1]  # type: ignore[union-attr]
    if any(names(value) or not is_expression(value) or has_matrix(value) for value in given.values()):
        return
    if len(given) != len(values):
        return
    if names(body, frozenset(given)) - given.keys():
        yield Objection(Message("The values of the letters in the expression are not given."))
        return
    yield Evaluate(body, tuple(sorted(given.items())))


def _is_vector_formula(body: Node) -> bool:
    """Whether vectors are calculated with by signs that only vectors have: tuples, ·, ×, the norm."""
    if isinstance(body, (Relation, Collection)) or not has_vector(body):
        return False
    signs = any(isinstance(part, Call) and part.function in {"cross", "dot", "norm"} for part in walk(body))
    return signs or not has_matrix(body)


def operate(left: Node, operation: str, right: Node) -> Built:
    """An operation in words between two plain numbers."""
    match operation:
        case "PLUS":
            yield Evaluate(Sum((left, right)))
        case "MINUS":
            yield Evaluate(Sum((left, Negative(right))))
        case "TIMES":
            yield Evaluate(Product((left, right)))
        case "DIVIDED_BY":
            yield Evaluate(Quotient(left, right))


def raise_to(base: Node, exponent: Node) -> Built:
    yield Evaluate(Power(base, exponent))


def share(part: Node, whole: Node) -> Built:
    """`20% of 50`"""
    if isinstance(part, Percent) and isinstance(part.operand, Number):
        yield Evaluate(Product((part, whole)))


def root(radicand: Node, degree: int) -> Built:
    yield Evaluate(Call("sqrt", (radicand,)) if degree == _SQUARE else Call("root", (radicand, number(degree))))


def matrix_formula(body: Node) -> Built:
    """The value of a formula of matrices; `A^n` with a letter above is a formula in n."""
    match body:
        case Power(base=base, exponent=Name() as exponent) if exponent != TRANSPOSED:
            yield SymbolicPower(base, exponent.full)
        case _:
            yield MatrixExpression(body)


def matrix(kind: str, node: Node) -> Built:
    if kind == "determinant" and isinstance(node, Call) and node.function == "det":
        node = node.arguments[0]
    found = _matrix(node)
    if kind != "eigenvalues" and (found is None or names(found)) and is_matrix_formula(node):
        yield MatrixExpression(Call({"determinant": "det", "inverse": "inverse"}[kind], (node,)))
        return
    if found is None:
        yield Objection(Message("A matrix is written as rows, as in [[1, 2], [3, 4]]."))
        return
    match kind:
        case "eigenvalues":
            yield Eigenvalues(found)
        case "determinant":
            yield Determinant(found)
        case "inverse":
            yield Inverse(found)


def bare(node: Node) -> Built:
    """A formula and nothing else."""
    if is_equation(node):
        if names(node):
            yield from solve((node,), (), Domain.UNSTATED)
        else:
            yield Objection(Message("There is no unknown in the equation."))
    elif isinstance(node, Relation) and len(names(node)) == 1:
        yield from solve((node,), (), Domain.UNSTATED)
    elif isinstance(node, (Derivative, Integral, Limit)):
        yield from calculus(node)
    elif isinstance(node, Collection) and node.kind is Kind.SEQUENCE and all(is_equation(item) for item in node.items):
        yield from solve(node.items, (), Domain.UNSTATED)
    elif _is_vector_formula(node) or is_matrix_formula(node) or (is_expression(node) and not names(node)):
        yield from evaluate(node)
    elif is_expression(node):
        yield Objection(
            Message(
                "It is not said what to do with the expression: factor, expand, "
                "simplify, differentiate, integrate, or solve it equal to something?"
            )
        )


def _rewrite(body: Node, kind: type[Expand | Factor | Simplify]) -> Built:
    if isinstance(body, Relation) or not is_expression(body):
        yield Objection(Message("That is not one expression, so it cannot be rewritten as one."))
        return
    if any(isinstance(part, (Derivative, Integral, Limit)) for part in walk(body)):
        return
    if "i" not in names(body, frozenset({"i"})):
        yield kind(body)
        return
    if kind is Expand and _is_linear_in_i(body):
        yield kind(body, frozenset({"i"}))
        return
    highest = max((_own_exponent(part) for part in walk(body)), default=0)
    if kind is Simplify and highest == 0 and not names(body):
        yield kind(body)
    elif kind is not Simplify and highest >= _CUBE and not names(body):
        yield kind(body, frozenset({"i"}))
    else:
        yield Objection(Message("It is not clear whether the letter i is a variable or the imaginary unit."))


def _is_linear_in_i(body: Node) -> bool:
    """Whether i is never multiplied by itself: then it may be a variable or the imaginary unit, the result is one."""
    letters = tuple(sorted(names(body, frozenset({"i"}))))
    place = letters.index("i")
    for power in (part for part in walk(body) if isinstance(part, (Power, Product, Quotient))):
        try:
            if Polynomials(letters).read(power).degrees()[place] > 1:
                return False
        except RefusedError:
            return False
    return True


def _own_exponent(part: Node) -> int:
    """The exponent that stands at the letter i itself, as in 3*i**2."""
    match part:
        case Power(base=Name(name="i", subscript=""), exponent=Number(value=value)):
            return int(value)
        case Power(base=Name(name="i", subscript="")):
            return 1
    return 0


def _function_body(node: Node) -> Node:
    """`y = …` and `f(x) = …` name the expression on the right."""
    if is_equation(node):
        left, right = node.operands  # type: ignore[union-attr]
        if isinstance(left, Apply) and left.primes == 0 and all(isinstance(a, Name) for a in left.arguments):
            return right
        if isinstance(left, Name) and left.full not in names(right):
            return right
    return node


def _variable(body: Node, stated: Name | None) -> str | Objection:
    if stated is not None:
        return stated.full
    found = names(body) or names(body, frozenset({"i"}))
    if len(found) == 1:
        return next(iter(found))
    if not found:
        return Objection(Message("There is no variable in the expression."))
    return Objection(Message("The expression has several letters: it is not said with respect to which one."))


def _matrix(node: Node) -> Matrix | None:
    if isinstance(node, Matrix):
        return node
    if isinstance(node, Collection) and node.kind is Kind.LIST:
        rows = [item.items for item in node.items if isinstance(item, Collection) and item.kind is Kind.LIST]
        if rows and len(rows) == len(node.items) and len({len(row) for row in rows}) == 1:
            return Matrix(tuple(rows))
    return None
