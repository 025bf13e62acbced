"""The slip that turns the expected value into the given one, where it is certain; else that the value is not right."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from maths.bounds import RefusedError
from maths.engines.flint_form import to_arb, to_fraction
from maths.grading.zero import same_value
from maths.message import Message
from maths.show import show_tree
from maths.tree import Call, Degrees, Name, Negative, Node, Number, Percent, Power, Product, Sum, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

Powers: TypeAlias = tuple[int, ...]  # of the variables, in their order
Terms: TypeAlias = dict[Powers, Any]  # the rational coefficient of each, of python-flint

_ONE = Number(Fraction(1))
_TWO = Number(Fraction(2))
_TENS = tuple(Number(Fraction(10) ** n) for n in (1, -1, 2, -2, 3, -3))
_TURNING = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
WRONG = Message("The value is not right.")
_LETTER = Message("There is a letter in this that does not belong there.")


def slip(expected: Node, given: Node) -> Message:
    """The most useful thing that can be said with certainty about two values that differ."""
    for found in _SLIPS:
        message = found(expected, given)
        if message is not None:
            return message
    return WRONG


def _percent(expected: Node, given: Node) -> Message | None:
    if isinstance(expected, Percent) and not isinstance(given, Percent) and _same(expected.operand, given):
        return Message("The percent sign is missing.")
    if isinstance(given, Percent) and not isinstance(expected, Percent) and _same(expected, given.operand):
        return Message("There is a percent sign that does not belong there.")
    return None


def _degrees(expected: Node, given: Node) -> Message | None:
    if isinstance(expected, Degrees) and _same(expected.operand, given):
        return Message("The degree sign is missing.")
    if isinstance(given, Degrees) and _same(expected, given.operand):
        return Message("There is a degree sign that does not belong there.")
    turned = rewritten(given, _in_degrees)
    if turned is not given and _same(expected, turned):
        return Message("Without a degree sign the angle is in radians.")
    return None


def _in_degrees(node: Node) -> Node | None:
    match node:
        case Call(function=function, arguments=(argument,)) if function in _TURNING and not _holds_angle(argument):
            return Call(function, (Degrees(argument),))
        case _:
            return None


def _holds_angle(argument: Node) -> bool:
    return any(isinstance(n, Degrees) or n == Name("pi") for n in walk(argument))


def _letters(expected: Node, given: Node) -> Message | None:
    strange = names(given) - names(expected)
    if not strange:
        return None
    if {name.lower() for name in strange} <= {name.lower() for name in names(expected)}:
        return Message("Capital and small letters are different letters here.")
    if len(names(expected)) == len(names(given)) == 1 and {type(expected), type(given)} == {Name}:
        return Message("This is not the expected letter.")
    glued = next((n for n in walk(given) if isinstance(n, Name) and n.full in strange and n.subscript.isdigit()), None)
    if glued is not None and Name(glued.name).full in names(expected):
        return Message(
            "{name} is read as a name with an index; write ^ for a power and * for a product.",
            name=glued.name + glued.subscript,
        )
    return _LETTER


def _sign(expected: Node, given: Node) -> Message | None:
    if _same(expected, Negative(given)):
        return Message("The sign is wrong.")
    if Name("i") in walk(given) and _same(expected, rewritten(given, _conjugated)):
        return Message("The sign of the imaginary part is wrong.")
    return None


def _conjugated(node: Node) -> Node | None:
    return Negative(node) if node == Name("i") else None


def _decimal(expected: Node, given: Node) -> Message | None:
    value = given.operand if isinstance(given, Negative) else given
    if not isinstance(value, Number) or not value.decimals or names(expected) or _is_typed_number(expected):
        return None
    if _rounds(expected, given, value.decimals):
        return Message("An exact value is asked for, not a decimal.")
    return None


def _is_typed_number(node: Node) -> bool:
    return isinstance(node.operand if isinstance(node, Negative) else node, Number)


def _rounds(expected: Node, given: Node, decimals: int) -> bool:
    """Whether the decimal is the value rounded, or cut off, at its last place."""
    step = Fraction(1, 10**decimals)
    try:
        distance = abs(to_arb(Sum((expected, Negative(given))), 256))
        cut = bool(abs(to_arb(given, 256)) < abs(to_arb(expected, 256)))
        return bool(distance <= to_arb(Number(step if cut else step / 2), 256))
    except RefusedError:
        return False


def _factor(expected: Node, given: Node) -> Message | None:
    for ten in _TENS:
        if _same(expected, Product((given, ten))):
            factor = str(ten.value) if ten.value > 1 else str(1 / ten.value)
            return Message("The value is off by a factor of {factor}.", factor=factor)
    if _same(_ONE, Product((expected, given))):
        return Message("The value is upside down: this is the reciprocal.")
    if _same(given, Product((expected, _TWO))):
        return Message("The value is twice as large as it should be.")
    if _same(expected, Product((given, _TWO))):
        return Message("The value is half of what it should be.")
    return None


def _power(expected: Node, given: Node) -> Message | None:
    if _same(given, Power(expected, _TWO)):
        return Message("This is the square of the value: a root is still to be taken.")
    if _same(expected, Power(given, _TWO)):
        return Message("This is the root of the value: it is still to be squared.")
    return None


def _digits(expected: Node, given: Node) -> Message | None:
    if names(expected) or names(given):
        return None
    if any(_same(expected, Sum((given, step))) for step in (_ONE, Negative(_ONE))):
        return Message("The value is off by one: look for a slip in the arithmetic.")
    if isinstance(expected, Number) and isinstance(given, Number):
        first, second = (f"{abs(n.value)}" for n in (expected, given))
        places = [place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]]
        if len(first) == len(second) and len(places) == 2 and places[1] == places[0] + 1:  # noqa: PLR2004 - neighbours
            swapped = first[places[0]] == second[places[1]] and first[places[1]] == second[places[0]]
            return Message("Two digits have changed places.") if swapped else None
    return None


def _terms(expected: Node, given: Node) -> Message | None:
    """Two polynomials that differ in one term."""
    variables = tuple(sorted(names(expected)))
    if not variables:
        return None
    try:
        wanted, answer = (_polynomial(side, variables) for side in (expected, given))
    except RefusedError:
        return None
    if wanted is None or answer is None:
        return None
    differing = [powers for powers in {**wanted, **answer} if wanted.get(powers, 0) != answer.get(powers, 0)]
    return _of_term(wanted, answer, differing[0], variables) if len(differing) == 1 else None


def _polynomial(node: Node, variables: tuple[str, ...]) -> Terms | None:
    above, below = to_fraction(node, variables)
    if not below.is_constant():
        return None
    return {powers: value / below.leading_coefficient() for powers, value in above.to_dict().items()}


def _of_term(wanted: Terms, answer: Terms, powers: Powers, variables: tuple[str, ...]) -> Message:
    if not any(powers):
        return _of_constant(wanted, answer, powers)
    term = show_tree(_monomial(powers, variables))
    if powers not in answer:
        return Message("The term with {term} is missing.", term=term)
    if powers not in wanted:
        return Message("There is a term with {term} that does not belong there.", term=term)
    if answer[powers] == -wanted[powers]:
        return Message("The sign of the term with {term} is wrong.", term=term)
    return Message("The coefficient of {term} is not right.", term=term)


def _of_constant(wanted: Terms, answer: Terms, powers: Powers) -> Message:
    if powers not in answer:
        return Message("The constant term is missing.")
    if powers in wanted and answer[powers] == -wanted[powers]:
        return Message("The sign of the constant term is wrong.")
    return Message("The constant term is not right.")


def _monomial(powers: Powers, variables: tuple[str, ...]) -> Node:
    factors: list[Node] = []
    for name, power in zip(variables, powers, strict=True):
        letter, _, index = name.partition("_")
        base = Name(letter, index)
        if power:
            factors.append(base if power == 1 else Power(base, Number(Fraction(int(power)))))
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _same(first: Node, second: Node) -> bool:
    try:
        return bool(same_value(first, second))
    except RefusedError:
        return False


_SLIPS: tuple[Callable[[Node, Node], Message | None], ...] = (
    _percent, _degrees, _letters, _sign, _decimal, _terms, _factor, _digits, _power,
)  # fmt: skip
