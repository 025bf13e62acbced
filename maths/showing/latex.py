"""Trees as textbook LaTeX, without delimiters."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.reading.notation import BRACKETS_NEEDED, GREEK_NAMES
from maths.reading.prepare import spells_product
from maths.showing.common import ATOM, LATEX, POWER, PRODUCT, digits_of, rank, write_statement, write_sum
from maths.tree import (
    Apply,
    Based,
    Call,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Limit,
    Matrix,
    Mixed,
    Name,
    Negative,
    Number,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Series,
    Sum,
)

if TYPE_CHECKING:
    from maths.tree import Node

_LETTERS_AT_END = re.compile(r"\\?[A-Za-z]+$")
_LETTERS_AT_START = re.compile(r"[A-Za-z]+")
_USUAL_FUNCTIONS = "fgh"  # right before brackets they are applied
_NAMED_FUNCTIONS = {
    **{n: rf"\{n}" for n in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "ln", "log",
                             "det", "min", "max", "gcd", "arg")},
    "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "exp": r"\exp", "gamma": r"\Gamma",
}  # fmt: skip


def latex(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    match node:
        case Number(value=value, decimals=None) if value.denominator != 1 and not node.scientific:
            return rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
        case Number():
            mantissa, _, exponent = digits_of(node).partition("e")
            return rf"{mantissa} \cdot 10^{{{exponent}}}" if exponent else mantissa
        case Based(digits=digits, base=base):
            return f"{digits}_{{{base}}}"
        case Name():
            return _latex_name(node)
        case Sum(terms=terms):
            return write_sum(terms, latex, _latex_held).replace("±", r"\pm ").replace("∓", r"\mp ")
        case Product(factors=factors):
            return _latex_product(factors)
        case Quotient(numerator=top, denominator=bottom):
            return rf"\frac{{{latex(top)}}}{{{latex(bottom)}}}"
        case Mixed(whole=whole, fraction=fraction):
            return rf"{whole}\frac{{{fraction.numerator}}}{{{fraction.denominator}}}"
        case Negative(operand=operand):
            return f"-{_latex_held(operand, PRODUCT)}"
        case PlusMinus(operand=operand, upper=upper):
            return (r"\pm " if upper else r"\mp ") + _latex_held(operand, PRODUCT)
        case Power(base=base, exponent=exponent):
            return _latex_power(base, exponent)
        case Factorial(operand=operand):
            return f"{_latex_held(operand, ATOM)}!"
        case Percent(operand=operand):
            return rf"{_latex_held(operand, ATOM)}\%"
        case Degrees(operand=operand):
            return rf"{_latex_held(operand, ATOM)}^{{\circ}}"
        case Call():
            return _latex_call(node)
        case Apply(function=function, arguments=arguments, primes=primes):
            return f"{function}{chr(39) * primes}({', '.join(map(latex, arguments))})"
        case Matrix(rows=rows):
            body = r" \\ ".join(" & ".join(map(latex, row)) for row in rows)
            return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
        case Derivative(body=body, variable=variable, order=order):
            raised = f"^{{{order}}}" if order > 1 else ""
            return rf"\frac{{d{raised}}}{{d{_latex_name(variable)}{raised}}}{_bracketed(body)}"
        case Integral(body=body, variable=variable, lower=lower, upper=upper):
            ends = "" if lower is None or upper is None else f"_{{{latex(lower)}}}^{{{latex(upper)}}}"
            return rf"\int{ends} {_latex_held(body, PRODUCT)} \, d{_latex_name(variable)}"
        case Limit(body=body, variable=variable, target=target, side=side):
            raised = f"^{{{side}}}" if side else ""
            return rf"\lim_{{{_latex_name(variable)} \to {latex(target)}{raised}}} {_latex_held(body, PRODUCT)}"
        case Series(kind=kind, body=body, variable=variable, lower=lower, upper=upper):
            sign = r"\sum" if kind == "sum" else r"\prod"
            return rf"{sign}_{{{_latex_name(variable)}={latex(lower)}}}^{{{latex(upper)}}} {_latex_held(body, PRODUCT)}"
        case _:
            return write_statement(node, latex, LATEX)


def _bracketed(node: Node) -> str:
    text = latex(node)
    tall = r"\frac" in text or r"\begin" in text or "^" in text
    return rf"\left({text}\right)" if tall else f"({text})"


def _latex_held(node: Node, least: int) -> str:
    return latex(node) if rank(node) >= least and not (least == ATOM and _is_stacked(node)) else _bracketed(node)


def _is_stacked(node: Node) -> bool:
    """Atoms whose LaTeX is more than one sign, so that a power would be misread."""
    return isinstance(node, Call) and node.function not in ("abs", "floor", "ceil", "norm")


def _latex_name(name: Name) -> str:
    if name.name == "oo":
        return r"\infty"
    letter = rf"\{name.name}" if name.name in GREEK_NAMES else name.name
    if len(name.name) > 1 and name.name not in GREEK_NAMES:
        letter = rf"\mathrm{{{name.name}}}"
    return f"{letter}_{{{name.subscript}}}" if name.subscript else letter


def _latex_product(factors: tuple[Node, ...]) -> str:
    text = ""
    for place, factor in enumerate(factors):
        if isinstance(factor, Negative) and place and isinstance(factors[place - 1], Number):
            text += r" \cdot " + _latex_held(factor, POWER)
            continue
        shown = _latex_factor(factor, first=place == 0, last=place == len(factors) - 1)
        if text:
            text += _between(text, shown)
        text += shown
    return text


def _latex_factor(factor: Node, *, first: bool, last: bool) -> str:
    """A fraction is one tall sign and needs no brackets; a function in front of a factor brackets its argument."""
    match factor:
        case Quotient():
            return latex(factor)
        case Number() if first:
            return latex(factor)
        case Call() if not last:
            return _latex_call(factor, closed=True)
        case Power(base=base, exponent=exponent) if not last:
            return _latex_power(base, exponent, closed=True)
        case _:
            return _latex_held(factor, POWER)


_FRACTION = re.compile(r"\\frac\{\d+\}\{\d+\}$")


def _between(left: str, right: str) -> str:
    """The sign between two factors: a dot before digits and fractions, a space where a command ends in letters."""
    if right[0].isdigit() or (right.startswith(r"\frac") and (left[-1].isdigit() or _FRACTION.search(left))):
        return r" \cdot "
    applied = left[-1] in _USUAL_FUNCTIONS and right.startswith(("(", r"\left("))
    if applied or (left[-1] == "]" and right.startswith(r"\begin")):
        return r" \cdot "
    if right[0].isalpha() and left[-1].isalpha():
        return _between_letters(left, right)
    if right.startswith((r"\sin", r"\cos", r"\ln", r"\log", r"\lim", r"\int")) and left[-1].isalpha():
        return " "
    return " " if right.startswith("\\") and not right.startswith(r"\left") else ""


def _between_letters(left: str, right: str) -> str:
    """Nothing, as in `abc`; a space behind a command, a thin one where the letters together would be a word."""
    run = _LETTERS_AT_END.search(left)
    if run is not None and run.group().startswith("\\"):
        return " "
    first = _LETTERS_AT_START.match(right)
    word = (run.group() if run else "") + (first.group() if first else "")
    return "" if spells_product(word) else r"\,"


def _latex_power(base: Node, exponent: Node, *, closed: bool = False) -> str:
    match exponent:
        # The root of a negative number is real where it is written with a radical sign, complex as a power.
        case Quotient(numerator=Number(value=Fraction(numerator=1, denominator=1)), denominator=Number() as degree) if (
            degree.value in range(3, 10) and not isinstance(base, Negative)
        ):
            return rf"\sqrt[{digits_of(degree)}]{{{latex(base)}}}"
    if (
        isinstance(base, Call)
        and base.function in _NAMED_FUNCTIONS
        and len(base.arguments) == 1
        and isinstance(exponent, Number)
    ):
        argument = _latex_argument(base.arguments[0], closed=closed)
        return f"{_NAMED_FUNCTIONS[base.function]}^{{{latex(exponent)}}}{argument}"
    return f"{_latex_held(base, ATOM)}^{{{latex(exponent)}}}"


def _latex_call(node: Call, *, closed: bool = False) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a function
    match node.function, node.arguments:
        case "sqrt", (radicand,):
            return rf"\sqrt{{{latex(radicand)}}}"
        case "root", (radicand, degree):
            return rf"\sqrt[{latex(degree)}]{{{latex(radicand)}}}"
        case "abs", (inner,):
            return rf"\left|{latex(inner)}\right|"
        case "norm", (inner,):
            return rf"\left\|{latex(inner)}\right\|"
        case "floor", (inner,):
            return rf"\lfloor {latex(inner)} \rfloor"
        case "ceil", (inner,):
            return rf"\lceil {latex(inner)} \rceil"
        case "dot" | "cross", (left, right):
            sign = r"\cdot" if node.function == "dot" else r"\times"
            shown = rf"{_latex_held(left, POWER)} {sign} {_latex_held(right, POWER)}"
            return rf"\left({shown}\right)" if closed else shown
        case "binomial", (n, k):
            return rf"\binom{{{latex(n)}}}{{{latex(k)}}}"
        case "permutations", (n, k):
            return rf"\mathrm{{P}}({latex(n)}, {latex(k)})"
        case "log", (argument, base):
            return rf"\log_{{{latex(base)}}}{_latex_argument(argument, closed=closed)}"
        case "mod", (left, right):
            return rf"{_latex_held(left, PRODUCT)} \bmod {_latex_held(right, POWER)}"
        case "det", (Matrix() as matrix,):
            return latex(matrix).replace("pmatrix", "vmatrix")
        case name, (argument,) if name in _NAMED_FUNCTIONS:
            closed = closed or name in BRACKETS_NEEDED
            return f"{_NAMED_FUNCTIONS[name]}{_latex_argument(argument, closed=closed)}"
    name = _NAMED_FUNCTIONS.get(node.function, rf"\operatorname{{{node.function}}}")
    return f"{name}({', '.join(map(latex, node.arguments))})"


def _latex_argument(node: Node, *, closed: bool) -> str:
    simple = isinstance(node, Name) or (isinstance(node, Number) and rank(node) == ATOM) or isinstance(node, Degrees)
    return f" {latex(node)}" if simple and not closed else _bracketed(node)
