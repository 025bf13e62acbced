"""Domain, range, least and greatest values, inequalities together, formulas solved for a letter, discriminants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.discriminant import ParameterFor, RealRoots
from maths.families.equations.extremum import Extremum, RangeOf
from maths.families.equations.intervals import Together
from maths.families.equations.literal import SolveFor
from maths.families.equations.real_domain import DomainOf
from maths.families.terms import number
from maths.phrasing.chart import either, many, maybe, pattern, separator
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, anything, name, relation, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Apply, Call, Name, Relation, names, walk

if TYPE_CHECKING:
    import re

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ORDERS = frozenset({"<", ">", "<=", ">="})
_OF = (
    r"(?i:of(?![a-z])(?:\s+the(?![a-z]))?(?:\s+(?:real|following|quadratic|real-valued)(?![a-z]))*"
    r"(?:\s+(?:function|expression|parabola|polynomial)(?![a-z]))?:?)"
)
_FUNCTION = pattern(_OF)
_DOMAIN = pattern(r"(?i:(?:the\s+)?(?:natural\s+|implied\s+|largest\s+|real\s+)?domain)(?![a-z])")
_RANGE = pattern(r"(?i:(?:the\s+)?range)(?![a-z])")
_LEAST = pattern(r"(?i:(?:the\s+)?(?:minimum|least|smallest|minimal)(?:\s+possible)?\s+values?)(?![a-z])")
_GREATEST = pattern(r"(?i:(?:the\s+)?(?:maximum|greatest|largest|maximal)(?:\s+possible)?\s+values?)(?![a-z])")
_END_OF_BODY = r"[,;]?\s*(?i:for|over|where|when|if|on|with|subject\s+to|given(?:\s+that)?)"
_WHERE = pattern(_END_OF_BODY + r"(?![a-z])")
_REALS = pattern(
    r"[,;]?\s*(?i:(?:for|over|where|as|when)\s+)?(?i:(?:all\s+|any\s+)?(?:the\s+)?real(?:\s+(?:numbers?|values?)(?:\s+of)?)?)(?![a-z])"
)
_ARE_REAL = pattern(r"(?i:(?:is|are|be)\s+(?:any\s+|an?\s+)?(?:real|real\s+numbers?))(?![a-z])")
_RANGES_OVER = pattern(r"(?i:(?:ranges?|varies|vary)\s+over\s+(?:all\s+)?(?:the\s+)?real(?:\s+numbers?)?)(?![a-z])")
_NAMES = many(name, either(separator, pattern(r",\s*and(?![a-z])")))
_AND_ALSO = either(separator, pattern(r"[,;]\s*(?:and|그리고)(?![a-z])"))
_INEQUALITIES = many(relation, _AND_ALSO)


def _body_of(node: Node) -> tuple[Node, str] | None:
    """The expression and the letter of `f(x) = …`, `y = …` or of an expression alone."""
    if is_equation(node):
        assert isinstance(node, Relation)  # noqa: S101 - by is_equation
        left, right = node.operands
        if isinstance(left, Apply) and left.primes == 0 and len(left.arguments) == 1:
            (argument,) = left.arguments
            if isinstance(argument, Name) and names(right) == {argument.full}:
                return right, argument.full
            return None
        if isinstance(left, Name) and left.full == "y" and len(names(right)) == 1 and "y" not in names(right):
            return right, next(iter(names(right)))
        return None
    if is_expression(node) and len(names(node)) == 1:
        return node, next(iter(names(node)))
    return None


def _domain(node: Node) -> Built:
    found = _body_of(node)
    if found is not None:
        yield DomainOf(*found)


def _range(node: Node) -> Built:
    found = _body_of(node)
    if found is not None:
        yield RangeOf(*found)


def _extreme(node: Node, *, greatest: bool, where: tuple[Node, ...] = (), real: tuple[str, ...] = ()) -> Built:
    body = node
    found = _body_of(node)
    if found is not None:
        body = found[0]
    elif not is_expression(node):
        return
    letters = tuple(sorted(names(body)))
    stated = frozenset[str]().union(*(names(one) for one in where))
    if not letters or not stated <= set(letters) or not set(real) <= set(letters):
        return
    if len(letters) > 1 and set(real) != set(letters) and real:
        return
    if not all(isinstance(one, Relation) and set(one.operators) <= _ORDERS for one in where):
        return
    yield Extremum(body, letters, greatest, tuple(one for one in where if isinstance(one, Relation)))


def _extremes(phrase: Parser[re.Match[str]], *, greatest: bool) -> tuple[Parser[Found], ...]:
    def plain(_: object, __: object, body: Node) -> Built:
        """Of one letter alone calculus has its own family."""
        if len(names(body)) > 1 and not isinstance(body, Relation):
            yield from _extreme(body, greatest=greatest)

    def real(_: object, __: object, body: Node, ___: object, letters: tuple[Name, ...] | None) -> Built:
        yield from _extreme(body, greatest=greatest, real=tuple(one.full for one in letters or ()))

    def where(_: object, __: object, body: Node, ___: object, conditions: tuple[Node, ...]) -> Built:
        yield from _extreme(body, greatest=greatest, where=conditions)

    def named(_: object, __: object, body: Node, ___: object, letters: tuple[Name, ...], ____: object) -> Built:
        yield from _extreme(body, greatest=greatest, real=tuple(one.full for one in letters))

    def before(_: object, letters: tuple[Name, ...], __: object, ___: object, ____: object, body: Node) -> Built:
        yield from _extreme(body, greatest=greatest, real=tuple(one.full for one in letters))

    def given(_: object, conditions: tuple[Node, ...], __: object, ___: object, ____: object, body: Node) -> Built:
        yield from _extreme(body, greatest=greatest, where=conditions)

    of = _FUNCTION
    stop = pattern(r"(?:[.,;:]\s*)?")
    return (
        rule(plain, "FIND", phrase, of, anything),
        rule(real, "FIND", phrase, of, anything, _REALS, maybe(_NAMES)),
        rule(where, "FIND", phrase, of, anything, _WHERE, _INEQUALITIES),
        rule(named, "FIND", phrase, of, anything, _WHERE, _NAMES, either(_ARE_REAL, _RANGES_OVER)),
        rule(
            before,
            pattern(r"(?i:for\s+(?:all\s+)?real\s+numbers)\s"),
            _NAMES,
            stop,
            rule(lambda f: (f,), "FIND", phrase),
            of,
            anything,
        ),
        rule(
            given,
            pattern(r"(?i:let|suppose|if|for)\s"),
            _INEQUALITIES,
            stop,
            rule(lambda f: (f,), "FIND", phrase),
            of,
            anything,
        ),
    )


def _together(relations: tuple[Node, ...], kind: str = "and") -> Built:
    """Inequalities in one letter, one of them at least."""
    found = frozenset[str]().union(*(names(one) for one in relations))
    parts = [one for one in relations if isinstance(one, Relation)]
    if len(parts) != len(relations) or len(parts) < 2 or len(found) != 1:  # noqa: PLR2004 - several
        return
    if any(not set(one.operators) <= _ORDERS | {"="} or not all(map(is_expression, one.operands)) for one in parts):
        return
    if all(one.operators == ("=",) for one in parts):
        return
    if not all(names(one) for one in parts) or not all(map(_is_algebraic, parts)):
        return
    yield Together(tuple(parts), next(iter(found)), kind)


def _is_algebraic(node: Node) -> bool:
    return all(part.function in {"abs", "sqrt", "root"} for part in walk(node) if isinstance(part, Call))


def _either(first: tuple[Node, ...], _: object, second: tuple[Node, ...]) -> Built:
    if len(first) == 1 and len(second) == 1:
        yield from _together((*first, *second), "or")


def _interval_answer(thing: Node) -> Built:
    """`Enter your answer in interval notation` after one inequality."""
    found = names(thing)
    if isinstance(thing, Relation) and len(found) == 1 and set(thing.operators) <= _ORDERS:
        yield Together((thing,), next(iter(found)), "and", as_intervals=True)


def _solve_for(equation: Node, unknown: Name) -> Built:
    if not is_equation(equation) or not all(is_expression(side) for side in equation.operands):  # type: ignore[union-attr]
        return
    found = names(equation)
    if len(found) > 1 and unknown.full in found:
        yield SolveFor(equation, unknown.full)  # type: ignore[arg-type]


_SYSTEM_WORDS = pattern(
    r"(?i:(?:the\s+)?(?:system\s+of\s+|compound\s+)?(?:linear\s+)?inequalit(?:y|ies)(?:\s+system)?:?)(?![a-z])"
)
_MAYBE_SYSTEM = either(_SYSTEM_WORDS, always(None))
_OR = pattern(r"(?i:or|또는)(?![a-z])")
_INTERVALS = pattern(
    r"[.?]?\s*\(?(?i:(?:enter|express|give|write|state)\s+(?:your\s+|the\s+)?(?:answer|solution)s?\s+(?:using|in|as)\s+(?:an?\s+)?"
    r"interval(?:\s+notation)?(?:\s+or\s+(?:as\s+)?(?:an?\s+)?union\s+of\s+intervals)?)(?![a-z])(?:\.?\s*\))?"
)
_MAYBE_INTERVALS = either(_INTERVALS, always(None))
_FOR_NAME = either(rule(lambda _, found: (found,), pattern(r"(?i:for)\s"), name), always(None))
_VALUES_OF = pattern(
    r"(?i:(?:find\s+)?(?:for\s+)?(?:all\s+)?(?:the\s+)?(?:what\s+|which\s+)?(?:real\s+)?(?:values?(?:\s+of)?|numbers?))(?![a-z])"
)
_SUCH = pattern(r",?\s*(?i:such\s+that|so\s+that|for\s+which|does|do|will|is\s+it\s+true\s+that)(?![a-z])")
_QUADRATIC = either(
    pattern(
        r"(?i:(?:the\s+)?(?:quadratic\s+)?(?:equation|polynomial|quadratic|function|expression|trinomial):?)(?![a-z])"
    ),
    always(None),
)
_HAS = pattern(r"(?i:has|have)(?![a-z])")
_HOW_MANY_ROOTS = either(
    *(
        rule(lambda _, wanted=wanted: (wanted,), pattern(rf"(?i:{words})(?![a-z])"))
        for words, wanted in (
            (r"(?:exactly\s+)?two\s+(?:distinct|different)\s+real\s+(?:roots|solutions|zeros)", RealRoots.TWO),
            (
                r"(?:exactly\s+)?two\s+real\s+(?:and\s+)?(?:distinct|different)\s+(?:roots|solutions|zeros)",
                RealRoots.TWO,
            ),
            (r"(?:exactly\s+)?one\s+(?:distinct\s+)?real\s+(?:root|solution|zero)", RealRoots.ONE),
            (r"an?\s+(?:real\s+)?(?:double|repeated)\s+(?:real\s+)?root", RealRoots.ONE),
            (r"equal\s+(?:real\s+)?roots", RealRoots.ONE),
            (r"no\s+real\s+(?:roots?|solutions?|zeros?)", RealRoots.NONE),
            (r"(?:at\s+least\s+one\s+real\s+(?:root|solution)|real\s+(?:roots|solutions))", RealRoots.SOME),
        )
    )
)
_FOR_WHAT = pattern(r"(?i:for\s+(?:what|which)\s+(?:real\s+)?values?\s+of)(?![a-z])")


def _parameter(parameter: Name, thing: Node, wanted: RealRoots) -> Built:
    if not isinstance(thing, Relation):
        thing = Relation((thing, number(0)), ("=",))
    found = names(thing)
    if is_equation(thing) and len(found) == 2 and parameter.full in found:  # noqa: PLR2004 - unknown and parameter
        (unknown,) = found - {parameter.full}
        yield ParameterFor(thing, unknown, parameter.full, wanted)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda _, __, node, ___: _domain(node), "FIND", _DOMAIN, _FUNCTION, anything, _MAYBE_INTERVALS),
    rule(lambda _, __, node, ___: _range(node), "FIND", _RANGE, _FUNCTION, anything, _MAYBE_INTERVALS),
    *_extremes(_LEAST, greatest=False),
    *_extremes(_GREATEST, greatest=True),
    rule(lambda _, found: _together(found), "SOLVE", _MAYBE_SYSTEM, _INEQUALITIES),
    rule(_together, _INEQUALITIES),
    rule(
        lambda _, first, link, second: _either(first, link, second),
        "SOLVE",
        _MAYBE_SYSTEM,
        many(relation),
        _OR,
        many(relation),
    ),
    rule(_either, many(relation), _OR, many(relation)),
    rule(
        lambda thing, _, __: _interval_answer(thing), "SOLVE", "?INEQUALITY", "?COLON", relation, _FOR_NAME, _INTERVALS
    ),
    rule(_solve_for, "SOLVE", "?EQUATION", relation, "FOR", name),
    rule(
        lambda unknown, equation: _solve_for(equation, unknown),
        "SOLVE",
        "FOR",
        name,
        "?COLON|COMMA|IN",
        "?EQUATION",
        relation,
    ),
    rule(
        lambda _, k, __, ___, thing, ____, wanted: _parameter(k, thing, wanted),
        either(_FOR_WHAT, _VALUES_OF),
        name,
        _SUCH,
        _QUADRATIC,
        anything,
        _HAS,
        _HOW_MANY_ROOTS,
    ),
    rule(
        lambda _, k, __, ___, thing, ____, wanted: _parameter(k, thing, wanted),
        either(_FOR_WHAT, _VALUES_OF),
        name,
        _SUCH,
        _QUADRATIC,
        anything,
        pattern(r"(?i:have)(?![a-z])"),
        _HOW_MANY_ROOTS,
    ),
)

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_FUNCTION_KO = either(pattern(r"(?:(?:이차)?함수|식)"), always(None))
_ROOTS_KO = either(
    *(
        rule(lambda _, wanted=wanted: (wanted,), pattern(rf"\s*(?:이|가)\s*{words}"))
        for words, wanted in (
            (r"서로\s*다른\s*두\s*실근을\s*(?:가질|갖는|가지는|가지도록\s*하는)", RealRoots.TWO),
            (r"중근을\s*(?:가질|갖는|가지는|가지도록\s*하는)", RealRoots.ONE),
            (r"실근을\s*(?:갖지\s*않는|가지지\s*않는|갖지\s*않도록\s*하는)", RealRoots.NONE),
            (r"(?:서로\s*다른\s*두\s*)?허근을\s*(?:가질|갖는|가지는|가지도록\s*하는)", RealRoots.NONE),
            (r"실근을\s*(?:가질|갖는|가지는|가지도록\s*하는)", RealRoots.SOME),
        )
    )
)
_PARAMETER_KO = pattern(r"\s*(?:때\s*,?)?\s*(?:실수|상수)?\s*")
_VALUE_KO = pattern(r"\s*의?\s*값(?:의\s*범위)?")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda _, node, __: _domain(node), _FUNCTION_KO, anything, pattern(r"\s*의\s*정의역"), *_ASKED_KO),
    rule(lambda _, node, __: _range(node), _FUNCTION_KO, anything, pattern(r"\s*의\s*치역"), *_ASKED_KO),
    rule(
        lambda where, _, __, node, ___: _extreme(node, greatest=False, where=(where,)),
        relation,
        pattern(r"\s*(?:일\s*때|에서)\s*,?"),
        _FUNCTION_KO,
        anything,
        pattern(r"\s*의\s*최솟값"),
        *_ASKED_KO,
    ),
    rule(
        lambda where, _, __, node, ___: _extreme(node, greatest=True, where=(where,)),
        relation,
        pattern(r"\s*(?:일\s*때|에서)\s*,?"),
        _FUNCTION_KO,
        anything,
        pattern(r"\s*의\s*최댓값"),
        *_ASKED_KO,
    ),
    rule(
        lambda _, found: _together(found),
        pattern(r"연립\s*(?:일차|이차)?\s*부등식(?:을|의)?"),
        _INEQUALITIES,
        "?OBJECT",
        "SOLVE_KO",
    ),
    rule(
        lambda _, found, __: _together(found),
        pattern(r"연립\s*(?:일차|이차)?\s*부등식"),
        _INEQUALITIES,
        pattern(r"\s*의\s*해"),
        *_ASKED_KO,
    ),
    rule(
        _solve_for,
        "?EQUATION_KO",
        relation,
        "OBJECT",
        rule(lambda n, _: (n,), name, pattern(r"\s*에\s*(?:대하여|대해서?)")),
        "SOLVE_KO",
    ),
    rule(
        lambda thing, wanted, _, k, __: _parameter(k, thing, wanted),
        "?EQUATION_KO",
        anything,
        _ROOTS_KO,
        _PARAMETER_KO,
        name,
        _VALUE_KO,
        *_ASKED_KO,
    ),
)

_MARKS = (
    r"domain|range|minim|maxim|least|greatest|smallest|largest|solve|[<>≤≥]|\\[lg]e|real|정의역|치역|최솟값|최댓값"
    r"|부등식|푸|풀|근을"
)
REQUESTS: tuple[Parser[Found], ...] = only_where(_MARKS, (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
