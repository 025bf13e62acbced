"""Values and trees as text: typed, which `maths.read` reads back, and textbook LaTeX."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from maths.message import Formula
from maths.notation import GREEK_NAMES
from maths.tree import (
    Apply,
    Based,
    Call,
    Collection,
    Congruence,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Interval,
    Junction,
    Kind,
    Limit,
    Matrix,
    Mixed,
    Name,
    Negative,
    Number,
    NumberSet,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Relation,
    Series,
    SetOperation,
    Sum,
    Text,
    Truth,
)

if TYPE_CHECKING:
    from maths.tree import Node

_STATEMENT, _SUM, _PRODUCT, _POWER, _ATOM = range(5)


def show(value: Any) -> Formula:  # noqa: ANN401 - SymPy's values have no common type
    """A SymPy value, number, relation, set, matrix, or a list, tuple, set or dict of them. Raises UnsupportedError."""
    from maths.sympy_tree import from_sympy

    return show_tree(from_sympy(value))


def show_tree(node: Node) -> Formula:
    """The formula as it was typed, unevaluated."""
    return Formula(_typed(node), _latex(node))


def typed(node: Node) -> str:
    return _typed(node)


def latex(node: Node) -> str:
    return _latex(node)


def _rank(node: Node) -> int:  # noqa: PLR0911 - a case a kind
    """How tightly a node holds together when written."""
    match node:
        case Number(value=value, decimals=decimals):
            return _ATOM if value.denominator == 1 or decimals is not None else _PRODUCT
        case Sum() | Negative() | PlusMinus() | Mixed():
            return _SUM
        case Product() | Quotient() | Integral() | Limit() | Series() | Derivative():
            return _PRODUCT
        case Call(function="mod"):
            return _PRODUCT
        case Power() | Factorial() | Percent() | Degrees():
            return _POWER
        case Relation() | Congruence() | Junction() | Ratio() | SetOperation() | Text():
            return _STATEMENT
        case Collection(kind=Kind.SEQUENCE):
            return _STATEMENT
        case _:
            return _ATOM


# Typed


def _typed(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    match node:
        case Number():
            return _digits(node)
        case Based(digits=digits, base=base):
            return f"{digits}_{base}"
        case Name():
            return _typed_name(node)
        case Sum(terms=terms):
            return _sum(terms, _typed, _held)
        case Product(factors=factors):
            return "*".join(_typed_factor(f, first=place == 0) for place, f in enumerate(factors))
        case Quotient(numerator=top, denominator=bottom):
            return f"{_held(top, _PRODUCT)}/{_held(bottom, _POWER)}"
        case Mixed(whole=whole, fraction=fraction):
            return f"{whole} {fraction}"
        case Negative(operand=operand):
            return f"-{_held(operand, _PRODUCT)}"
        case PlusMinus(operand=operand, upper=upper):
            return f"{'±' if upper else '∓'}{_held(operand, _PRODUCT)}"
        case Power(base=base, exponent=exponent):
            return f"{_held(base, _ATOM)}**{_held(exponent, _ATOM)}"
        case Factorial(operand=operand):
            return f"{_held(operand, _ATOM)}!"
        case Percent(operand=operand):
            return f"{_held(operand, _ATOM)}%"
        case Degrees(operand=operand):
            return f"{_held(operand, _ATOM)}°"
        case Call(function="mod", arguments=(left, right)):
            return f"{_held(left, _PRODUCT)} mod {_held(right, _POWER)}"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(_typed, arguments))})"
        case Apply(function=function, arguments=arguments, primes=primes):
            return f"{function}{chr(39) * primes}({', '.join(map(_typed, arguments))})"
        case Matrix(rows=rows):
            return "[" + ", ".join("[" + ", ".join(map(_typed, row)) + "]" for row in rows) + "]"
        case Derivative(body=body, variable=variable, order=order):
            return f"diff({_typed(body)}, {_typed_name(variable)}{f', {order}' if order > 1 else ''})"
        case Integral(body=body, variable=variable, lower=lower, upper=upper):
            ends = "" if lower is None or upper is None else f", {_typed(lower)}, {_typed(upper)}"
            return f"integrate({_typed(body)}, {_typed_name(variable)}{ends})"
        case Limit(body=body, variable=variable, target=target, side=side):
            return f"lim_({_typed_name(variable)}->{_held(target, _ATOM)}{side}) ({_typed(body)})"
        case Series(kind=kind, body=body, variable=variable, lower=lower, upper=upper):
            return f"{kind}({_typed(body)}, {_typed_name(variable)}, {_typed(lower)}, {_typed(upper)})"
        case _:
            return _statement(node, _typed, _TYPED_SIGNS)


def _held(node: Node, least: int) -> str:
    text = _typed(node)
    return text if _rank(node) >= least else f"({text})"


def _typed_factor(node: Node, *, first: bool) -> str:
    if first and isinstance(node, Quotient | Number):
        return _typed(node)
    return _held(node, _POWER)


def _typed_name(name: Name) -> str:
    if not name.subscript:
        return name.name
    plain = name.subscript.isalnum() and (name.subscript.isdigit() or len(name.subscript) == 1)
    return f"{name.name}_{name.subscript}" if plain else f"{name.name}_{{{name.subscript}}}"


def _digits(number: Number) -> str:
    value, decimals = number.value, number.decimals
    if decimals is None or decimals > 40:  # noqa: PLR2004 - 1e-300 is no decimal to write out
        if number.scientific and value:
            return _scientific(value)
        return str(value)
    scaled = str(abs(value.numerator) * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    text = f"{scaled[:-decimals]}.{scaled[-decimals:]}" if decimals else scaled
    return f"-{text}" if value < 0 else text


def _scientific(value: Fraction) -> str:
    exponent = 0
    while value.denominator != 1:
        value *= 10
        exponent -= 1
    digits = str(value.numerator)
    stripped = digits.rstrip("0")
    exponent += len(digits) - len(stripped)
    return f"{stripped}e{exponent}"


def _sum(terms: tuple[Node, ...], write: Any, hold: Any) -> str:  # noqa: ANN401
    text = ""
    for place, term in enumerate(terms):
        if isinstance(term, Negative):
            body = hold(term.operand, _PRODUCT)
            text += f"-{body}" if place == 0 else f" - {body}"
        elif isinstance(term, PlusMinus) and place:
            body = write(term)
            text += f" {body[0]} {body[1:]}" if body[0] in "±∓" else f" {body}"
        else:
            body = hold(term, _PRODUCT)
            text += body if place == 0 else f" + {body}"
    return text


_TYPED_SIGNS = {
    "=": "=", "!=": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">=", "~": "~", "in": "in", "->": "->",
    "union": "union", "intersection": "intersect", "difference": "∖", "and": "and", "or": "or", "{": "{", "}": "}",
}  # fmt: skip
_LATEX_SIGNS = {
    "=": "=", "!=": r"\neq", "<": "<", ">": ">", "<=": r"\leq", ">=": r"\geq", "~": r"\approx", "in": r"\in", "->": r"\to",
    "union": r"\cup", "intersection": r"\cap", "difference": r"\setminus", "and": r"\text{ and }", "or": r"\text{ or }",
    "{": r"\{", "}": r"\}",
}  # fmt: skip


def _statement(node: Node, write: Any, signs: dict[str, str]) -> str:  # noqa: ANN401, PLR0911, C901 - one line a kind of node
    match node:
        case Relation(operands=operands, operators=operators):
            text = write(operands[0])
            for operator, operand in zip(operators, operands[1:], strict=True):
                text += f" {signs[operator]} {write(operand)}"
            return text
        case Congruence(left=left, right=right, modulus=modulus):
            if signs is _TYPED_SIGNS:
                return f"{write(left)} ≡ {write(right)} (mod {write(modulus)})"
            return rf"{write(left)} \equiv {write(right)} \pmod{{{write(modulus)}}}"
        case Junction(kind=kind, parts=parts):
            glue = f" {signs[kind]} " if signs is _TYPED_SIGNS else signs[kind]
            return glue.join(f"({write(p)})" if isinstance(p, Junction) else write(p) for p in parts)
        case Collection(kind=kind, items=items):
            inside = ", ".join(map(write, items))
            left, right = {Kind.SEQUENCE: ("", ""), Kind.TUPLE: ("(", ")"), Kind.LIST: ("[", "]")}.get(
                kind, (signs["{"], signs["}"])
            )
            return f"{left}{inside}{right}"
        case Interval(left=left, right=right, left_open=left_open, right_open=right_open):
            return f"{'(' if left_open else '['}{write(left)}, {write(right)}{')' if right_open else ']'}"
        case SetOperation(kind=kind, parts=parts):
            return f" {signs[kind]} ".join(f"({write(p)})" if isinstance(p, SetOperation) else write(p) for p in parts)
        case NumberSet(name=name):
            return (
                {"R": "ℝ", "Z": "ℤ", "N": "ℕ", "Q": "ℚ", "C": "ℂ"}[name]
                if signs is _TYPED_SIGNS
                else rf"\mathbb{{{name}}}"
            )
        case Ratio(parts=parts):
            return ":".join(map(write, parts))
        case Truth(value=value):
            return str(value) if signs is _TYPED_SIGNS else rf"\text{{{value}}}"
        case Text(text=text):
            return text if signs is _TYPED_SIGNS else rf"\text{{{text}}}"
    raise TypeError(node)


# LaTeX

_NAMED_FUNCTIONS = {
    **{n: rf"\{n}" for n in ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "ln", "log", "det",
                             "min", "max", "gcd", "arg")},
    "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "exp": r"\exp", "gamma": r"\Gamma",
}  # fmt: skip


def _latex(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    match node:
        case Number(value=value, decimals=None) if value.denominator != 1 and not node.scientific:
            return rf"\frac{{{value.numerator}}}{{{value.denominator}}}"
        case Number():
            mantissa, _, exponent = _digits(node).partition("e")
            return rf"{mantissa} \cdot 10^{{{exponent}}}" if exponent else mantissa
        case Based(digits=digits, base=base):
            return f"{digits}_{{{base}}}"
        case Name():
            return _latex_name(node)
        case Sum(terms=terms):
            return _sum(terms, _latex, _latex_held).replace("±", r"\pm ").replace("∓", r"\mp ")
        case Product(factors=factors):
            return _latex_product(factors)
        case Quotient(numerator=top, denominator=bottom):
            return rf"\frac{{{_latex(top)}}}{{{_latex(bottom)}}}"
        case Mixed(whole=whole, fraction=fraction):
            return rf"{whole}\frac{{{fraction.numerator}}}{{{fraction.denominator}}}"
        case Negative(operand=operand):
            return f"-{_latex_held(operand, _PRODUCT)}"
        case PlusMinus(operand=operand, upper=upper):
            return (r"\pm " if upper else r"\mp ") + _latex_held(operand, _PRODUCT)
        case Power(base=base, exponent=exponent):
            return _latex_power(base, exponent)
        case Factorial(operand=operand):
            return f"{_latex_held(operand, _ATOM)}!"
        case Percent(operand=operand):
            return rf"{_latex_held(operand, _ATOM)}\%"
        case Degrees(operand=operand):
            return rf"{_latex_held(operand, _ATOM)}^{{\circ}}"
        case Call():
            return _latex_call(node)
        case Apply(function=function, arguments=arguments, primes=primes):
            return f"{function}{chr(39) * primes}({', '.join(map(_latex, arguments))})"
        case Matrix(rows=rows):
            body = r" \\ ".join(" & ".join(map(_latex, row)) for row in rows)
            return rf"\begin{{pmatrix}} {body} \end{{pmatrix}}"
        case Derivative(body=body, variable=variable, order=order):
            raised = f"^{{{order}}}" if order > 1 else ""
            return rf"\frac{{d{raised}}}{{d{_latex_name(variable)}{raised}}}{_bracketed(body)}"
        case Integral(body=body, variable=variable, lower=lower, upper=upper):
            ends = "" if lower is None or upper is None else f"_{{{_latex(lower)}}}^{{{_latex(upper)}}}"
            return rf"\int{ends} {_latex_held(body, _PRODUCT)} \, d{_latex_name(variable)}"
        case Limit(body=body, variable=variable, target=target, side=side):
            raised = f"^{{{side}}}" if side else ""
            return rf"\lim_{{{_latex_name(variable)} \to {_latex(target)}{raised}}} {_latex_held(body, _PRODUCT)}"
        case Series(kind=kind, body=body, variable=variable, lower=lower, upper=upper):
            sign = r"\sum" if kind == "sum" else r"\prod"
            return (
                rf"{sign}_{{{_latex_name(variable)}={_latex(lower)}}}^{{{_latex(upper)}}} {_latex_held(body, _PRODUCT)}"
            )
        case _:
            return _statement(node, _latex, _LATEX_SIGNS)


def _bracketed(node: Node) -> str:
    return rf"\left({_latex(node)}\right)" if _tall(node) else f"({_latex(node)})"


def _tall(node: Node) -> bool:
    text = _latex(node)
    return r"\frac" in text or r"\begin" in text or "^" in text


def _latex_held(node: Node, least: int) -> str:
    return _latex(node) if _rank(node) >= least and not (least == _ATOM and _is_stacked(node)) else _bracketed(node)


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
        # A fraction is one tall sign: it needs no brackets among factors.
        shown = (
            _latex(factor)
            if isinstance(factor, Quotient) or (place == 0 and isinstance(factor, Number))
            else _latex_held(factor, _POWER)
        )
        if text:
            text += _between(text, shown)
        text += shown
    return text


def _between(left: str, right: str) -> str:
    """The sign between two factors: a dot before digits and fractions, a space where a command would swallow a letter."""
    if right[0].isdigit() or (right.startswith(r"\frac") and left[-1].isdigit()):
        return r" \cdot "
    if right[0].isalpha() and left[-1].isalpha() and "\\" in left:
        return " "
    if right.startswith((r"\sin", r"\cos", r"\ln", r"\log", r"\lim", r"\int")) and left[-1].isalpha():
        return " "
    return " " if right.startswith("\\") and not right.startswith(r"\left") else ""


def _latex_power(base: Node, exponent: Node) -> str:
    match exponent:
        case Quotient(numerator=Number(value=Fraction(numerator=1, denominator=1)), denominator=Number() as degree) if (
            degree.value in range(3, 10) and not isinstance(base, Number | Name)
        ) or (degree.value in range(3, 10)):
            return rf"\sqrt[{_digits(degree)}]{{{_latex(base)}}}"
    if (
        isinstance(base, Call)
        and base.function in _NAMED_FUNCTIONS
        and len(base.arguments) == 1
        and isinstance(exponent, Number)
    ):
        return rf"{_NAMED_FUNCTIONS[base.function]}^{{{_latex(exponent)}}}{_latex_argument(base.arguments[0])}"
    return f"{_latex_held(base, _ATOM)}^{{{_latex(exponent)}}}"


def _latex_call(node: Call) -> str:  # noqa: C901, PLR0911  - one line a function
    match node.function, node.arguments:
        case "sqrt", (radicand,):
            return rf"\sqrt{{{_latex(radicand)}}}"
        case "root", (radicand, degree):
            return rf"\sqrt[{_latex(degree)}]{{{_latex(radicand)}}}"
        case "abs", (inner,):
            return rf"\left|{_latex(inner)}\right|"
        case "norm", (inner,):
            return rf"\left\|{_latex(inner)}\right\|"
        case "floor", (inner,):
            return rf"\lfloor {_latex(inner)} \rfloor"
        case "ceil", (inner,):
            return rf"\lceil {_latex(inner)} \rceil"
        case "binomial", (n, k):
            return rf"\binom{{{_latex(n)}}}{{{_latex(k)}}}"
        case "log", (argument, base):
            return rf"\log_{{{_latex(base)}}}{_latex_argument(argument)}"
        case "mod", (left, right):
            return rf"{_latex_held(left, _PRODUCT)} \bmod {_latex_held(right, _POWER)}"
        case "det", (Matrix() as matrix,):
            return _latex(matrix).replace("pmatrix", "vmatrix")
        case name, (argument,) if name in _NAMED_FUNCTIONS:
            return f"{_NAMED_FUNCTIONS[name]}{_latex_argument(argument)}"
    name = _NAMED_FUNCTIONS.get(node.function, rf"\operatorname{{{node.function}}}")
    return f"{name}({', '.join(map(_latex, node.arguments))})"


def _latex_argument(node: Node) -> str:
    simple = isinstance(node, Name) or (isinstance(node, Number) and _rank(node) == _ATOM) or isinstance(node, Degrees)
    return f" {_latex(node)}" if simple else _bracketed(node)
