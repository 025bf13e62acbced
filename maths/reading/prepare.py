"""Between tokeniser and parser: LaTeX synonyms become symbols, runs of letters become names."""

from __future__ import annotations

import itertools
from functools import lru_cache

from maths.bounds import UnreadableError
from maths.message import Message
from maths.reading.notation import (
    CLOSING_COMMANDS,
    COMMAND_SYMBOLS,
    ENGLISH,
    FUNCTION_WORDS,
    GREEK_WORDS,
    IGNORED_COMMANDS,
    OPENING_COMMANDS,
    TEXT_COMMANDS,
)
from maths.reading.repetends import with_repetends
from maths.reading.tokens import Kind, Token

LOGIC = {
    "or": "or",
    "and": "and",
    "OR": "or",
    "AND": "and",
    "또는": "or",
    "혹은": "or",
    "이거나": "or",
    "그리고": "and",
}
_SINGLE = frozenset(
    {"oo", "inf", "infty", "infinity", "Infinity", "pi", "Pi", "True", "False", "true", "false", "mod", "in", "union",
     "intersect"}
) | frozenset(LOGIC) | GREEK_WORDS | frozenset(FUNCTION_WORDS)  # fmt: skip
_LONGEST_PRODUCT = 3  # letters: `abc` may be a product, `help` is a word
_GLUED = sorted(
    {"sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "ln", "log", "exp", "sqrt", "pi", "theta",
     "alpha", "beta"},
    key=len,
    reverse=True,
)  # fmt: skip
_DELIMITERS = {"$": "$", "(": ")", "[": "]"}


def prepare(tokens: list[Token], functions: frozenset[str], products: frozenset[str] = frozenset()) -> list[Token]:
    """Raises UnreadableError at a word that is neither a name nor a product of names.

    A run of capitals is one name unless it is among `products`.
    """
    tokens = with_repetends(_with_commas(_undelimited(tokens)))
    prepared: list[Token] = []
    latex = any(token.kind is Kind.COMMAND for token in tokens)
    index = 0
    tokens += tokens[-1:] * 4  # END, so that looking ahead is safe
    while index < len(tokens) - 4:
        token = _typed_command(tokens[index], tokens[index + 1])
        if token.kind is Kind.WORD:
            whole = not latex and _is_index(token, tokens[max(0, index - 3) : index])
            prepared.extend([token] if whole else _names(token, functions, products))
        elif token.kind is Kind.COMMAND:
            if token.text in ("begin", "end") and tokens[index + 1].text == "{":
                name = tokens[index + 2]
                prepared.append(token._replace(text=f"{token.text} {name.text}", end=name.end))
                index += 4 if tokens[index + 3].text == "}" else 1
                continue
            if token.text in TEXT_COMMANDS:
                index = _worded(tokens, index, prepared)
                continue
            prepared.extend(_translated(token, prepared))
        elif token.kind is Kind.HANGUL and token.text in LOGIC:
            prepared.append(token._replace(kind=Kind.WORD, text=LOGIC[token.text]))
        else:
            prepared.append(token)
        index += 1
    return prepared


_TYPED_COMMANDS = {"sum": "sum", "Sum": "sum", "prod": "prod", "int": "int"}


def _typed_command(token: Token, after: Token) -> Token:
    """`sum_{n=1}^{10}` and `int_0^1` typed without their backslash."""
    if token.kind is not Kind.WORD or token.text not in _TYPED_COMMANDS:
        return token
    if token.text == "int" or (after.text == "_" and after.start == token.end):
        return token._replace(kind=Kind.COMMAND, text=_TYPED_COMMANDS[token.text])
    return token


_LONGEST_INDEX = 8  # letters of a typed index, `v_max`


def _is_index(word: Token, before: list[Token]) -> bool:
    """Whether typed letters stand right behind the `_` of a name: `x_ab`, `x_{ab}` is one name, `log_a` a function."""
    braced = bool(before) and before[-1].text == "{"
    before = before[:-1] if braced else before
    if not before[1:] or before[-1].text != "_" or word.start - before[-1].end > braced:
        return False
    name, sign = before[-2:]
    fits = len(word.text) <= _LONGEST_INDEX and name.end == sign.start
    return fits and name.kind is Kind.WORD and name.text not in FUNCTION_WORDS


def _undelimited(tokens: list[Token]) -> list[Token]:
    r"""Without the $…$, \\(…\\) or \\[…\\] around the whole, and without a full stop at its end."""
    while len(tokens) > 3:  # noqa: PLR2004 - opening, something, closing, END
        first, last = tokens[0], tokens[-2]
        dollars = first.text == "$" == last.text and first.kind is Kind.SYMBOL
        commands = first.kind is Kind.COMMAND is last.kind and _DELIMITERS.get(first.text) == last.text
        if dollars or commands:
            tokens = [*tokens[1:-2], tokens[-1]]
        elif last.kind is Kind.SYMBOL and last.text == "." and len(tokens) > 2:  # noqa: PLR2004 - as above
            tokens = [*tokens[:-2], tokens[-1]]
        else:
            break
    if len(tokens) == 3 and tokens[1].text == "." and tokens[1].kind is Kind.SYMBOL:  # noqa: PLR2004 - as above
        tokens = [tokens[0], tokens[2]]
    return tokens


def _with_commas(tokens: list[Token]) -> list[Token]:
    """`(1,234)` is a pair: in brackets a comma groups digits only where other commas are set off by a space."""
    if not any(_is_grouped(t) for t in tokens):
        return tokens
    if any(t.text == "," and t.end < after.start for t, after in itertools.pairwise(tokens)):
        return tokens
    split: list[Token] = []
    for place, token in enumerate(tokens):
        pieces = token.text.split(",") if _is_grouped(token) else [token.text]
        enclosed = 0 < place < len(tokens) - 1 and (
            (tokens[place - 1].kind is Kind.OPEN or tokens[place - 1].text == ",")
            and (tokens[place + 1].kind is Kind.CLOSE or tokens[place + 1].text == ",")
            and sum((t.kind is Kind.OPEN) - (t.kind is Kind.CLOSE) for t in tokens[:place]) > 0
        )
        if len(pieces) == 1 or not enclosed or any(p[0] == "0" for p in pieces[1:]):
            split.append(token)
            continue
        start = token.start
        for order, piece in enumerate(pieces):
            if order:
                split.append(Token(Kind.SYMBOL, ",", start, start + 1))
                start += 1
            split.append(Token(Kind.NUMBER, piece, start, start + len(piece)))
            start += len(piece)
    return split


def _is_grouped(token: Token) -> bool:
    """A number with plain commas between its digits."""
    return token.kind is Kind.NUMBER and "," in token.text and "{" not in token.text and "\\" not in token.text


def _translated(token: Token, before: list[Token]) -> list[Token]:
    name = token.text
    if name in IGNORED_COMMANDS:
        return []
    if name == "circ":
        raised = before and (
            before[-1].text == "^" or (len(before) > 1 and before[-1].text == "{" and before[-2].text == "^")
        )
        return [token._replace(kind=Kind.SYMBOL, text="°" if raised else "∘")]
    symbol = COMMAND_SYMBOLS.get(name)
    if symbol is not None:
        return [token._replace(kind=Kind.SYMBOL, text=symbol)]
    if name in OPENING_COMMANDS:
        return [_bracket(token, OPENING_COMMANDS[name], Kind.OPEN)]
    if name in CLOSING_COMMANDS:
        return [_bracket(token, CLOSING_COMMANDS[name], Kind.CLOSE)]
    return [token]


def _bracket(token: Token, text: str, kind: Kind) -> Token:
    return token._replace(kind=Kind.SYMBOL if text in "⌊⌋⌈⌉⟨⟩" else kind, text=text)


def _worded(tokens: list[Token], index: int, prepared: list[Token]) -> int:
    r"""`\text{or}`, `\mathrm{e}`, `\operatorname{lcm}`: a known word stands for itself, other words are text."""
    opening = index + 1
    if tokens[opening].text != "{":
        prepared.append(tokens[index])
        return opening
    closing = opening
    depth = 0
    while tokens[closing].kind is not Kind.END:  # END stays out of the words
        depth += {"{": 1, "}": -1}.get(tokens[closing].text, 0)
        if depth == 0:
            break
        closing += 1
    inner = [t for t in tokens[opening + 1 : closing] if t.kind is not Kind.END]
    if tokens[closing].kind is Kind.END:
        prepared.append(tokens[index])
        return opening
    if (
        all(t.kind is not Kind.WORD or len(t.text) == 1 or t.text in _SINGLE or t.text.isupper() for t in inner)
        and inner
    ):
        words = [t._replace(text=LOGIC.get(t.text, t.text)) if t.kind is Kind.WORD else t for t in inner]
        if len(words) > 1:
            words = [tokens[opening], *words, tokens[closing]]
        prepared.extend(words)
    else:
        text = " ".join(t.text for t in inner)
        prepared.append(Token(Kind.COMMAND, f"text {text}", tokens[index].start, tokens[closing].end))
    return closing + 1


def _names(token: Token, functions: frozenset[str], products: frozenset[str]) -> list[Token]:
    word = token.text
    if len(word) == 1 or word in _SINGLE or word in functions:
        return [token._replace(text=LOGIC[word])] if word in LOGIC else [token]
    pieces = tuple(word) if word in products else _split(word)
    if not pieces:
        raise UnreadableError(Message("I do not know the word “{word}”.", word=word[:40]), token.start)
    if len(pieces) == 1:
        return [token]
    split, place = [], token.start
    for piece in pieces:
        split.append(Token(Kind.WORD, piece, place, place + len(piece)))
        place += len(piece)
    return split


def spells_product(word: str) -> bool:
    """Whether a run of letters is read as the product of its letters."""
    return word not in _SINGLE and _split(word) == tuple(word)


@lru_cache(maxsize=4096)
def _split(word: str) -> tuple[str, ...]:
    """`xy` to x, y; `sinx` to sin, x; `dx` and `AB` stay whole; () for a word that is no product."""
    if word.lower() in ENGLISH:
        return ()
    if word.isupper() and word.isascii():
        return (word,) if len(word) <= _LONGEST_PRODUCT else ()
    if len(word) == 2 and word[0] == "d":  # noqa: PLR2004 - a differential
        return (word,)
    pieces: list[str] = []
    rest = word
    while rest:
        piece = next((g for g in _GLUED if rest.startswith(g)), rest[0])
        if len(rest) == 2 and rest[0] == "d" and pieces:  # noqa: PLR2004 - `xdx`
            piece = rest
        pieces.append(piece)
        rest = rest[len(piece) :]
    letters = sum(len(p) == 1 for p in pieces)
    glued = len(pieces) - letters
    if letters > (_LONGEST_PRODUCT if glued == 0 else 2 * glued + 1) or (
        glued and pieces[-1] in FUNCTION_WORDS and len(pieces[-1]) > 1
    ):
        return ()
    return tuple(pieces)
