"""The second count of ideas: every postfix line of the numbers, calculated in a field, its tree flattened.

Residues modulo the prime are exact here: fractions of four small numbers are far smaller than it.
"""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PRIME = 2**31 - 1
_SHAPES = ("nn.n.n.", "nn.nn..", "nnn..n.", "nnn.n..", "nnnn...")  # n a number, a dot an operation

Form: TypeAlias = "tuple[object, ...]"  # ("n", number) or (kind, signed parts in order)
Part: TypeAlias = "tuple[int, Form, int]"  # a residue, its flattened form, and 1 or -1 before it
Signed: TypeAlias = "tuple[int, Form, int]"  # 1 or -1 before a term or as an exponent, a form, its residue


def residues(numbers: Sequence[int]) -> frozenset[int]:
    """What can be made of the numbers, each used once: two are joined, as long as there are two."""
    heap = [{(tuple(sorted(number % PRIME for number in numbers)))}]
    while len(next(iter(heap[-1]))) > 1:
        heap.append({after for before in heap[-1] for after in _joined_once(before)})
        if not heap[-1]:
            return frozenset()
    return frozenset(only for (only,) in heap[-1])


def _joined_once(before: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for i, j in combinations(range(len(before)), 2):
        rest = [value for place, value in enumerate(before) if place not in (i, j)]
        for sign, (a, b) in product("+-*/", ((before[i], before[j]), (before[j], before[i]))):
            value = calculated(sign, a, b)
            if value is not None:
                yield tuple(sorted([*rest, value]))


def calculated(sign: str, a: int, b: int) -> int | None:
    """None where the divisor is 0."""
    match sign:
        case "+":
            return (a + b) % PRIME
        case "-":
            return (a - b) % PRIME
        case "*":
            return a * b % PRIME
        case _:
            return a * pow(b, -1, PRIME) % PRIME if b else None


def residue(top: int, bottom: int) -> int:
    return top * pow(bottom, -1, PRIME) % PRIME


def ideas(numbers: Sequence[int], target: int) -> set[Form]:
    """The different flattened forms of all lines that make the target."""
    found: set[Form] = set()
    for order in sorted(set(permutations(numbers))):
        for shape in _SHAPES:
            for signs in product("+-*/", repeat=3):
                if _worth(shape, order, signs) == target % PRIME:
                    found.add(_form(shape, order, signs))
    return found


def _worth(shape: str, order: Sequence[int], signs: Sequence[str]) -> int | None:
    stack: list[int] = []
    numbers, operations = iter(order), iter(signs)
    for mark in shape:
        if mark == "n":
            stack.append(next(numbers))
            continue
        b, a = stack.pop(), stack.pop()
        value = calculated(next(operations), a, b)
        if value is None:
            return None
        stack.append(value)
    return stack[0]


# The flattened form: sums and products without brackets inside them, in order, nothing neutral among their parts


def _form(shape: str, order: Sequence[int], signs: Sequence[str]) -> Form:
    stack: list[Part] = []
    aside: list[Form] = []
    numbers, operations = iter(order), iter(signs)
    for mark in shape:
        if mark == "n":
            number = next(numbers)
            stack.append((number, ("n", number), 1))
            continue
        b, a = stack.pop(), stack.pop()
        sign = next(operations)
        value = calculated(sign, a[0], b[0]) or 0
        stack.append(_sum(value, sign, a, b, aside) if sign in "+-" else _product(value, sign, a, b, aside))
    _, form, minus = stack[0]
    return (minus, form, tuple(sorted(aside, key=repr)))


def _sum(value: int, sign: str, a: Part, b: Part, aside: list[Form]) -> Part:
    """Terms in order, none of them together worth 0, the first with a plus."""
    terms = [*_terms(a, 1), *_terms(b, 1 if sign == "+" else -1)]
    terms, _ = _without(terms, aside, _worth_zero)
    if not terms:
        return value, ("n", 0), 1
    terms.sort(key=_by_form)
    lead = terms[0][0]
    if len(terms) == 1:
        return value, terms[0][1], lead
    return value, ("sum", tuple((s * lead, f, r) for s, f, r in terms)), lead


def _terms(part: Part, sign: int) -> list[Signed]:
    value, form, minus = part
    if form[0] == "sum":
        return [(s * minus * sign, f, r) for s, f, r in form[1]]  # type: ignore[attr-defined]
    return [(minus * sign, form, value * minus % PRIME)] if value else []


def _product(value: int, sign: str, a: Part, b: Part, aside: list[Form]) -> Part:
    """Factors in order, none of them together worth 1 or -1."""
    factors = [*_factors(a, 1), *_factors(b, 1 if sign == "*" else -1)]
    minus = a[2] * b[2]
    if value == 0:
        return 0, ("n", 0), 1
    factors, flips = _without(factors, aside, _worth_one)
    minus *= flips
    if not factors:
        return value, ("n", 1), minus
    factors.sort(key=_by_form)
    if len(factors) == 1 and factors[0][0] == 1:
        return value, factors[0][1], minus
    return value, ("product", tuple(factors)), minus


def _factors(part: Part, power: int) -> list[Signed]:
    value, form, minus = part
    if form[0] == "product":
        return [(p * power, f, r) for p, f, r in form[1]]  # type: ignore[attr-defined]
    return [(power, form, value * minus % PRIME)]


def _by_form(part: Signed) -> tuple[str, int]:
    return repr(part[1]), part[0]


def _worth_zero(some: Sequence[Signed]) -> int:
    """1 where the terms together are worth 0, else 0."""
    return 0 if sum(sign * value for sign, _, value in some) % PRIME else 1


def _worth_one(some: Sequence[Signed]) -> int:
    """What the factors together are worth where that is 1 or -1, else 0."""
    top = bottom = 1
    for power, _, value in some:
        top, bottom = (top * value % PRIME, bottom) if power > 0 else (top, bottom * value % PRIME)
    if top == bottom:
        return 1
    return -1 if (top + bottom) % PRIME == 0 else 0


def _without(
    parts: Sequence[Signed], aside: list[Form], neutral: Callable[[Sequence[Signed]], int]
) -> tuple[list[Signed], int]:
    """The parts without the smallest heaps that are neutral together, and the sign those leave behind.

    What is neutral in any letters is forgotten, what only these numbers make neutral is put aside.
    """
    left, sign, size = list(parts), 1, 1
    while size < len(left):
        some = next((some for some in combinations(left, size) if neutral(some)), None)
        if some is None:
            size += 1
            continue
        sign *= neutral(some)
        for one in some:
            left.remove(one)
        if not _idle(some):
            aside.append(_heap(some))
    return left, sign


def _idle(some: Sequence[Signed]) -> bool:
    """What is x - x or x / x, and the number 1 itself."""
    if len(some) == 1:
        return some[0][1] == ("n", 1)
    return len(some) == 2 and some[0][1] == some[1][1]  # noqa: PLR2004 - two of them


def _heap(some: Sequence[Signed]) -> Form:
    """The same for a heap, its negative and its reciprocal."""
    if len(some) == 1:
        return some[0][1]
    ways = (tuple(sorted(((s * way, f) for s, f, _ in some), key=repr)) for way in (1, -1))
    return ("heap", min(ways, key=repr))
