"""The tree of a page to the outline of what is heard: relations, sums, products, functions with their arguments."""

from __future__ import annotations

from dataclasses import replace

from maths.typesetting.tree import (
    Binomial,
    Cell,
    Fenced,
    Fraction,
    Grid,
    Kind,
    Large,
    Layout,
    Letter,
    Mark,
    Marked,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Stacked,
    Tag,
    Words,
)
from picture.speaking.outline import (
    Accented,
    Call,
    Cases,
    Chain,
    Chosen,
    Derivative,
    Evaluated,
    Group,
    Index,
    Limit,
    Lines,
    Listing,
    Matrix,
    Mixed,
    Modulus,
    Postfix,
    Power,
    Prefix,
    Primed,
    Product,
    Radical,
    Range,
    Ratio,
    Repeating,
    Said,
    Stack,
    Sum,
    Table,
    is_atom,
)
from picture.speaking.pairing import Items, is_letter, paired, sign_of

IMPLICATIONS = frozenset("⇒⟹⇔⟺∴∵⇐⟸")
ADDING = frozenset("+−±∓∪∩∖⊕⊖∨∧⊎")
MULTIPLYING = frozenset("×÷⋅∗/∘∙⊗⊙⋆")
SIGNS = frozenset("+−±∓")
PREFIXES = frozenset("∠∡∢△▽□◯∀∃∄¬∇∂#")
POSTFIXES = frozenset("!%°′")
INTEGRALS = {"∫": 1, "∬": 2, "∭": 3, "∮": 1, "∯": 2}
LIMITING = frozenset({"lim", "max", "min", "sup", "inf", "lim sup", "lim inf", "argmax", "argmin"})
_FUNCTIONS = frozenset("fghFGHφϕψΓζΦΨPQRSTDEVN")
_SOMETIMES_FUNCTIONS = frozenset("pqrsuvywxcaAB")
_ARGUMENTS = frozenset("xtnzsθ")
_JOINING = frozenset(
    {
        "and", "or", "if", "when", "where", "for", "otherwise", "then", "so", "since", "because", "but", "unless",
        "with", "such",
    }
)  # fmt: skip
_JOINING_KOREAN = frozenset(("또는", "그리고", "이면", "이고", "일 때", "단"))


def outline(node: Node) -> Said | None:
    """What is heard of a node; None where there is nothing to hear."""
    return _listing(paired(node))


def _heard(node: Node) -> Said:
    return outline(node) or Words("")


def _maybe(node: Node | None) -> Said | None:
    return None if node is None else outline(node)


# Statements, between commas and joining words.


def _listing(items: Items) -> Said | None:
    parts: list[Said] = []
    here: Items = []
    for item in [*items, Sign(",", Kind.PUNCTUATION)]:
        if not _separates(item):
            here.append(item)
            continue
        if part := _implications(here):
            parts.append(part)
        if isinstance(item, Words | Tag):
            parts.append(Words(item.text))
        here = []
    return parts[0] if len(parts) == 1 else Listing(tuple(parts)) if parts else None


def _separates(item: Node) -> bool:
    match item:
        case Sign("," | ";" | ".") | Space() | Tag():
            return True
        case Words(text):
            bare = text.strip().lower()
            return text[:1] == " " == text[-1:] or bare.split(" ")[0] in _JOINING or bare in _JOINING_KOREAN
        case _:
            return False


def _implications(items: Items) -> Said | None:
    return _chain(items, implications=True)


def _chain(items: Items, *, implications: bool) -> Said | None:
    """Split at the signs of implication, or of relation."""
    first: Items = []
    rest: list[tuple[str, Items]] = []
    for item in items:
        sign = _relation(item)
        if sign and (sign in IMPLICATIONS) is implications:
            rest.append((sign, []))
        else:
            (rest[-1][1] if rest else first).append(item)
    inner = _relations if implications else _sum
    if not rest:
        return inner(first)
    modulus = None if implications else _modulus(rest[-1][1])
    if modulus is not None:
        rest[-1] = (rest[-1][0], rest[-1][1][:-1])
    return Chain(inner(first), tuple((sign, inner(part)) for sign, part in rest), modulus)


def _modulus(items: Items) -> Said | None:
    """The `n` of a `(mod n)` at the end."""
    last = _single(items[-1]) if len(items) > 1 and isinstance(items[-1], Fenced) else None
    return last.inner if isinstance(last, Modulus) else None


def _relations(items: Items) -> Said | None:
    return _chain(items, implications=False)


def _relation(item: Node) -> str:
    match item:
        case Sign(text, Kind.RELATION):
            return text
        case Sign(text) if text in IMPLICATIONS:
            return text
        case Marked(Mark.NEGATED, Sign(text, Kind.RELATION)):
            return f"not {text}"
        case Stacked(base) | Scripts(base):
            return _relation(base)
        case _:
            return ""


# Sums and products.


def _sum(items: Items) -> Said | None:
    terms: list[tuple[str, Items]] = [("", [])]
    held = -1
    for place, item in enumerate(items):
        sign = sign_of(item) if isinstance(item, Sign) else ""
        here = terms[-1][1]
        if place > held and _integrated(item) and (found := _differential(items, place)):
            held = found[1]
        if place < held:
            here.append(item)
        elif sign in ADDING and sign and here and not _is_operator(here[-1]):
            terms.append((sign, []))
        elif sign in SIGNS and sign and not here and len(terms) == 1 and not terms[0][0]:
            terms[0] = (sign, [])
        else:
            here.append(item)
    said = [(sign, _product(part)) for sign, part in terms]
    if len(said) == 1 and not said[0][0]:
        return said[0][1]
    return Sum(tuple((sign, term or Words("")) for sign, term in said))


def _is_operator(item: Node) -> bool:
    return isinstance(item, Sign) and item.text in MULTIPLYING | ADDING


def _product(items: Items) -> Said | None:
    factors: list[tuple[str, Said]] = []
    operator = ""
    place = 0
    while place < len(items):
        item = items[place]
        if _multiplies(item) and (factors or place + 1 == len(items)):
            operator = item.text if isinstance(item, Sign | Name) else ""
            place += 1
            continue
        factor, place = _factor(items, place)
        factors.append((operator, factor))
        operator = ""
    if operator:
        factors.append((operator, Words("")))
    match factors:
        case []:
            return None
        case [("", factor)]:
            return factor
        case [("", top), ("/", bottom)] if is_atom(top) and is_atom(bottom) and not isinstance(bottom, Words):
            return Ratio(top, bottom)
        case _:
            return Product(tuple(("per" if _is_per(op, factor) else op, factor) for op, factor in factors))


def _is_per(operator: str, factor: Said) -> bool:
    return operator == "/" and isinstance(factor, Words) and bool(factor.text)


def _multiplies(item: Node) -> bool:
    match item:
        case Sign(text):
            return text in MULTIPLYING or text == "mod"
        case Name("mod"):
            return True
        case _:
            return False


def _factor(items: Items, place: int) -> tuple[Said, int]:  # noqa: C901 - a line a kind
    item = items[place]
    match item:
        case Sign(sign) if sign in SIGNS and place + 1 < len(items):
            inner, place = _factor(items, place + 1)
            return Sum(((sign, inner),)), place
        case Name(name) | Scripts(Name(name)):
            factor, place = _named(items, place, name)
        case Large() | Scripts(Large()):
            return _large_over(items, place)
        case Sign("$") if place + 1 < len(items) and isinstance(items[place + 1], Number):
            return Postfix(_single(items[place + 1]), "$"), place + 2
        case Sign(sign) if sign in PREFIXES and place + 1 < len(items):
            factor, place = _prefixed(items, place, sign)
        case Scripts(Row(())) if place + 1 < len(items):
            factor, place = _chosen(items, place)
        case Letter() | Scripts(Letter()) if _is_called(items, place):
            argument = _single(items[place + 1])
            if isinstance(argument, Group) and _letter_of(item) in "PE":
                argument = replace(argument, inner=_conditional(argument.inner, "given", "∣|"))
            factor, place = Call(_single(item), argument), place + 2
        case Number():
            factor, place = _number(items, place)
        case _:
            factor, place = _single(item), place + 1
    while place < len(items) and (sign := sign_of(items[place])) and sign in POSTFIXES and items[place] != item:
        factor, place = _postfix(factor, items[place], sign), place + 1
    return factor, place


def _postfix(factor: Said, item: Node, sign: str) -> Said:
    after = Postfix(factor, sign)
    return _scripted(after, item.below, item.above) if isinstance(item, Scripts) else after


def _named(items: Items, place: int, name: str) -> tuple[Said, int]:
    item = items[place]
    if isinstance(item, Scripts) and item.below is not None and name in LIMITING:
        return Limit(name, _heard(item.below), _product(items[place + 1 :])), len(items)
    function = _single(item)
    end = _argument_end(items, place + 1)
    if end == place + 1:
        return function, end
    return Call(function, _product(items[place + 1 : end]) or Words("")), end


def _argument_end(items: Items, place: int) -> int:
    """How far a function written without brackets reaches: `sin 2x cos x` takes `2x`."""
    end = place
    if end < len(items) and sign_of(items[end]) in SIGNS and sign_of(items[end]):
        end += 1
    start = end
    while end < len(items):
        match items[end]:
            case Fenced() | Scripts(Fenced()):
                return end + 1 if end == start else end
            case Letter() | Number() | Fraction() | Root() | Marked() | Scripts(Letter() | Number() | Marked()):
                end += 1
            case Sign(text) if text in POSTFIXES | PREFIXES or text in "∞…":
                end += 1
            case Name() | Scripts(Name()) if end == start:
                return _argument_end(items, end + 1)
            case _:
                break
    return end


def _is_called(items: Items, place: int) -> bool:
    """Whether a letter before brackets is a function's name rather than a factor."""
    if place + 1 >= len(items):
        return False
    match items[place + 1]:
        case Fenced("(", inner, ")"):
            pass
        case _:
            return False
    base = items[place]
    if isinstance(base, Scripts):
        base = base.base
    if not isinstance(base, Letter):
        return False
    held = paired(inner)
    if base.text in _FUNCTIONS:
        return base.text.islower() or not any(sign_of(each) in ADDING and sign_of(each) for each in held)
    alone = len(held) == 1 and isinstance(held[0], Letter) and held[0].text in _ARGUMENTS and held[0].text != base.text
    return alone and base.text in _SOMETIMES_FUNCTIONS


def _letter_of(item: Node) -> str:
    base = _unscripted(item)
    return base.text if isinstance(base, Letter) else ""


def _prefixed(items: Items, place: int, sign: str) -> tuple[Said, int]:
    end = place + 1
    if sign in "∠∡∢△□":
        while end < len(items) and isinstance(_unscripted(items[end]), Letter):
            end += 1
    if end == place + 1:
        inner, end = _factor(items, end)
        return Prefix(sign, inner), end
    return Prefix(sign, _product(items[place + 1 : end]) or Words("")), end


def _unscripted(item: Node) -> Node:
    return item.base if isinstance(item, Scripts) else item


def _chosen(items: Items, place: int) -> tuple[Said, int]:
    r"""`{}_nC_r` and `{}_5P_2`, as they are written at school."""
    first, second = items[place], items[place + 1]
    match first, second:
        case Scripts(_, top, above), Scripts(Letter("C" | "P" | "H" | "Π" as sign), bottom) if (
            bottom is not None and (top or above) is not None
        ):
            return Chosen(_heard(top or above or Row(())), _heard(bottom), sign), place + 2
        case _:
            return _single(first), place + 1


def _number(items: Items, place: int) -> tuple[Said, int]:
    number = items[place]
    after = items[place + 1 : place + 3]
    match number, after:
        case Number(text), [Fraction(Number(), Number()) as part, *_] if text.isdigit():
            ratio = _single(part)
            if isinstance(ratio, Ratio):
                return Mixed(Number(text), ratio), place + 2
        case Number(text), [Marked(Mark.OVERLINE | Mark.BAR | Mark.DOT, Number(digits)), *_] if "." in text:
            return Repeating(text, digits), place + 2
        case Number(text), [Sign("."), Marked(Mark.OVERLINE | Mark.BAR | Mark.DOT, Number(digits))]:
            return Repeating(f"{text}.", digits), place + 3
    return _single(number), place + 1


# One thing.


def _single(item: Node) -> Said:  # noqa: C901, PLR0911, PLR0912 - a line a kind
    match item:
        case Letter() | Number() | Sign() | Name() | Words():
            return item
        case Tag(text):
            return Words(text)
        case Fraction(top, bottom):
            return _derivative(top, bottom) or Ratio(_heard(top), _heard(bottom))
        case Binomial(top, bottom):
            return Chosen(_heard(top), _heard(bottom))
        case Root(radicand, degree):
            return Radical(_heard(radicand), _maybe(degree))
        case Scripts(Large()) | Large():
            return _large(item, None)
        case Scripts(Fenced(left, inner, right), below, above) if _is_evaluated(left, right, below, above):
            return Evaluated(_heard(inner), _maybe(below), _maybe(above))
        case Scripts(base, below, above):
            return _scripted(_heard(base), below, above)
        case Fenced(left, inner, right):
            return _fenced(left, inner, right)
        case Marked(mark, inner):
            return Accented(mark, _heard(inner))
        case Stacked(base, above, below):
            return Stack(_heard(base), _maybe(above), _maybe(below))
        case Grid():
            return _grid(item)
        case _:
            return _heard(item) if isinstance(item, Row) else Words("")


def _is_evaluated(left: str, right: str, below: Node | None, above: Node | None) -> bool:
    """An antiderivative between its bounds: a bar behind it, or square brackets with both scripts."""
    return (left, right) == ("", "|") or ((left, right) == ("[", "]") and below is not None and above is not None)


def _large_over(items: Items, place: int) -> tuple[Said, int]:
    """A large operator with what it works on."""
    item = items[place]
    if _integrated(item) and (found := _differential(items, place)):
        end, after = found
        variables = tuple(_single(each) for each in items[end + 1 : after : 2])
        said = _large(item, _sum(items[place + 1 : end]))
        return replace(said, variables=variables) if isinstance(said, Range) else said, after
    return _large(item, _product(items[place + 1 :])), len(items)


def _large(item: Node, body: Said | None) -> Said:
    match item:
        case Scripts(Large(sign), below, above):
            return Range(sign, _maybe(below), _maybe(above), body)
        case Large(sign):
            return Range(sign, None, None, body)
        case _:
            return body or Words("")


def _scripted(base: Said, below: Node | None, above: Node | None) -> Said:
    said = base
    if below is not None:
        said = Index(said, _heard(below))
    if above is None:
        return said
    raised = paired(above)
    primes = 0
    while primes < len(raised) and sign_of(raised[primes]) == "′":
        primes += 1
    if primes:
        said = Primed(said, primes)
    match raised[primes:]:
        case []:
            return said
        case [Sign("∘" | "°")]:
            return Postfix(said, "°")
        case rest:
            return Power(said, _listing(rest) or Words(""))


def _fenced(left: str, inner: Node, right: str) -> Said:
    held = paired(inner)
    match held:
        case [Grid(Layout.MATRIX | Layout.TABLE) as grid] if left in "([|‖" and right and not grid.left:
            return _matrix(grid, left, right)
        case [Grid(Layout.MATRIX | Layout.TABLE | Layout.ALIGNED | Layout.GATHERED) as grid] if left == "{":
            return Cases(_lines(grid))
        case [Name("mod"), *rest]:
            return Modulus(_listing(rest) or Words(""))
        case [Sign("mod"), *rest]:
            return Modulus(_listing(rest) or Words(""))
        case _:
            return Group(left, _conditional(_listing(held)) if left == "{" else _listing(held), right)


def _conditional(said: Said | None, word: str = "such that", signs: str = "∣|:") -> Said | None:
    """The first bar of a set, or of a probability, by its meaning there."""
    match said:
        case Chain(first, rest, modulus):
            place = next((at for at, (sign, _) in enumerate(rest) if sign in signs), None)
            if place is None:
                return said
            return Chain(first, (*rest[:place], (word, rest[place][1]), *rest[place + 1 :]), modulus)
        case Listing((first, *rest)):
            return Listing((_conditional(first, word, signs) or first, *rest))
        case _:
            return said


def _derivative(top: Node, bottom: Node) -> Said | None:
    above, below = paired(top), paired(bottom)
    if not above or len(below) != 2:  # noqa: PLR2004 - d and the variable
        return None
    order = ""
    sign, first = below[0], above[0]
    if isinstance(first, Scripts) and isinstance(first.above, Number) and isinstance(below[1], Scripts):
        order, first = first.above.text, first.base
    partial = sign_of(sign) == "∂" == sign_of(first)
    if not partial and not (_is_d(sign) and _is_d(first)):
        return None
    variable = _single(_unscripted(below[1]) if order else below[1])
    return Derivative(_product(above[1:]), variable, order, partial) if len(above) <= 2 else None  # noqa: PLR2004


def _is_d(item: Node) -> bool:
    return is_letter(item, "d")


def _differential(items: Items, place: int) -> tuple[int, int] | None:
    """Where the body of the integral at `place` ends, and where its `dx` (or `dx dy`) does."""
    wanted = _integrated(items[place])
    nested = 0
    at = place + 1
    while at < len(items):
        nested += _integrated(items[at])
        if _is_d(items[at]) and at + 1 < len(items) and isinstance(items[at + 1], Letter):
            if not nested:
                end = at + 2 * wanted
                return (at, end) if all(_is_d(each) for each in items[at:end:2]) and end <= len(items) else (at, at + 2)
            nested -= 1
        at += 1
    return None


def _integrated(item: Node) -> int:
    """How many differentials an integral sign asks for."""
    base = _unscripted(item)
    return INTEGRALS.get(base.text, 0) if isinstance(base, Large) else 0


def _grid(grid: Grid) -> Said:
    match grid.layout:
        case Layout.CASES:
            return Cases(_lines(grid))
        case Layout.MATRIX:
            return _matrix(grid, grid.left, grid.right)
        case Layout.TABLE if grid.left == "{":
            return Cases(_lines(grid))
        case Layout.TABLE if grid.left:
            return _matrix(grid, grid.left, grid.right)
        case Layout.TABLE:
            return Table(tuple(tuple(outline(cell.inner) for cell in row) for row in grid.rows))
        case _:
            lines = _lines(grid)
            return lines[0] if len(lines) == 1 else Lines(lines)


def _matrix(grid: Grid, left: str, right: str) -> Matrix:
    rows = [tuple(outline(cell.inner) for cell in row) for row in grid.rows]
    return Matrix(tuple(row for row in rows if any(row)), left, right)


def _lines(grid: Grid) -> tuple[Said, ...]:
    """Each row as one statement: columns of `align` belong together two by two, those of `cases` are separate."""
    said = (outline(Row(tuple(_cells(row, grid.layout)))) for row in grid.rows)
    return tuple(line for line in said if line is not None)


def _cells(row: tuple[Cell, ...], layout: Layout) -> list[Node]:
    found: list[Node] = []
    for place, cell in enumerate(row):
        if place and (layout is Layout.CASES or (layout is Layout.ALIGNED and place % 2 == 0)):
            found.append(Sign(",", Kind.PUNCTUATION))
        found.append(cell.inner)
    return found
