"""One formula of LaTeX to one line of readable Unicode that keeps its meaning.

Brackets appear where a bar, a raised group or a vinculum held things together: `(a + b)/c`,
`x^(n+1)`, `√(x+1)`, `(1/2)x`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from maths.bounds import MAX_PLAIN_DEPTH
from maths.plain_signs import (
    ACCENTS,
    BARS,
    DELIMITERS,
    DOUBLE_STRUCK,
    DROPPED,
    FUNCTION_NAMES,
    LARGE,
    LETTERS,
    LONG_ACCENTS,
    NEGATED,
    OPERATORS,
    RELATIONS,
    SHOWN,
    SILENT,
    SPACES,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    TEXTS,
    TIGHT,
)

_TOKEN = re.compile(
    r"\\begin\s*\{[^{}\\]*\}|\\end\s*\{[^{}\\]*\}|\\[A-Za-z]+\*?|\\.|\s+|[0-9]+(?:(?:,|\{,\}|,?\\!)[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|[A-Za-z]+|[^\\]|\\",
    re.DOTALL,
)
_ROW_BREAK = "\\\\"
_MATRICES = re.compile(r"(?:[pbvBV]|small)?matrix\*?|array")
_ATOMS = frozenset({"number", "name", "close", "radical", "fraction", "text", "sign"})
_WIDE = frozenset({"operator", "relation", "comma", "fraction", "large", "break", "text", "function"})
_STARTS = frozenset({"number", "name", "open", "radical", "fraction", "function", "large"})


class TooDeepError(Exception):
    """Groups within groups beyond what is rendered."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text and how it stands to its neighbours; `wide`: a sum, or a quotient, that a bracket must hold."""

    text: str
    kind: str


def formula(latex: str, *, compact: bool = False) -> str:
    """Raises TooDeepError."""
    return _join(_Reader(_TOKEN.findall(latex)).pieces(), compact=compact)


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    def pieces(self, *stops: str) -> list[_Piece]:
        """Pieces up to a closing brace, one of `stops`, or the end; what stops stays."""
        self._depth += 1
        if self._depth > MAX_PLAIN_DEPTH:
            raise TooDeepError
        found: list[_Piece] = []
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            if token in stops or (stops and token.startswith("\\end")):
                break
            self._index += 1
            self._read(token, found)
        self._depth -= 1
        return found

    def _read(self, token: str, found: list[_Piece]) -> None:
        if token.startswith("\\") and len(token) > 1:
            self._command(token[1:], found)
        elif token in "^_" and token:
            self._script(token, found)
        elif token == "{":
            inner = self.pieces("}")
            self._take("}")
            found.extend(inner)
        elif token in ("}", "\\", "$"):
            return
        else:
            found.append(_simple(token))

    def _take(self, text: str) -> bool:
        if self._index < len(self._tokens) and self._tokens[self._index] == text:
            self._index += 1
            return True
        return False

    def _skip_spaces(self) -> None:
        while self._index < len(self._tokens) and self._tokens[self._index].isspace():
            self._index += 1

    def _argument(self) -> list[_Piece]:
        self._skip_spaces()
        if self._index >= len(self._tokens) or self._tokens[self._index].startswith("\\end"):
            return []
        if self._take("{"):
            inner = self.pieces("}")
            self._take("}")
            return inner
        token = self._tokens[self._index]
        if token == "}":
            return []
        self._index += 1
        if len(token) > 1 and not token.startswith("\\"):
            self._index -= 1
            self._tokens[self._index] = token[1:]
            token = token[0]
        found: list[_Piece] = []
        self._depth += 1
        if self._depth > MAX_PLAIN_DEPTH:
            raise TooDeepError
        self._read(token, found)
        self._depth -= 1
        return found

    def _raw_group(self) -> str:
        """The characters of a group, its own groups' braces left out."""
        self._skip_spaces()
        if not self._take("{"):
            return ""
        depth, text = 1, []
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            self._index += 1
            depth += {"{": 1, "}": -1}.get(token, 0)
            if depth == 0:
                break
            text.append(token)
        return "".join(text)

    def _command(self, name: str, found: list[_Piece]) -> None:  # noqa: C901, PLR0912 - one line a command
        if name.endswith("*") and name != "*":
            name = name[:-1]
            if name not in DROPPED and name not in SHOWN:
                self._tokens.insert(self._index, "*")
        if name in SILENT:
            self._skip_dot(name)
        elif name in SPACES:
            found.append(_Piece(" ", "space"))
        elif name.startswith("begin"):
            self._environment(name[5:].strip(" \n{}"), found)
        elif name.startswith("end") and name.endswith("}"):
            return
        elif name == "\\":
            found.append(_Piece("\n", "break"))
        elif name in ("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"):
            found.append(_fraction(self._argument(), self._argument()))
        elif name in ("binom", "dbinom", "tbinom"):
            top, bottom = _join(self._argument()), _join(self._argument())
            found.append(_Piece(f"C({top}, {bottom})", "close"))
        elif name == "sqrt":
            found.append(self._radical())
        elif name in DROPPED:
            self._argument()
            if name == "renewcommand":
                self._argument()
        elif name in SHOWN:
            self._shown(name, found)
        elif name in TEXTS:
            found.append(_Piece(_text(self._raw_group()), "text"))
        elif name in ("mathbb", "Bbb"):
            found.append(
                _Piece("".join(DOUBLE_STRUCK.get(c, c) for c in _join(self._argument(), compact=True)), "name")
            )
        elif name in ACCENTS or name in LONG_ACCENTS:
            found.append(self._accented(name))
        elif name in ("pmod", "pod"):
            found.extend([_Piece(" ", "space"), _Piece(f"(mod {_join(self._argument())})", "close")])
        elif name in ("overset", "underset", "stackrel"):
            self._argument()
            found.extend(self._argument())
        elif name in ("xrightarrow", "xleftarrow"):
            self._argument()
            found.append(_Piece("→" if name == "xrightarrow" else "←", "relation"))
        elif name == "tag":
            found.append(_Piece(f" ({_text(self._raw_group())})", "text"))
        elif name == "not":
            self._negated(found)
        elif name in ("over", "choose"):
            self._infix(name, found)
        else:
            found.append(_named(name))

    def _skip_dot(self, name: str) -> None:
        if name in ("left", "right", "middle"):
            self._take(".")

    def _shown(self, name: str, found: list[_Piece]) -> None:
        inner = self._argument()
        if name in ("operatorname", "mathop") and inner:
            found.append(_Piece(_join(inner), "function"))
        else:
            found.extend(inner)

    def _accented(self, name: str) -> _Piece:
        mark = ACCENTS.get(name) or LONG_ACCENTS[name]
        inner = _join(self._argument(), compact=True)
        if name in LONG_ACCENTS or len(inner) == 1:
            return _Piece("".join(c + mark for c in inner), "number" if inner.isdigit() else "name")
        return _Piece(f"{name}({inner})", "close")

    def _negated(self, found: list[_Piece]) -> None:
        inner = self._argument()
        text = _join(inner, compact=True)
        found.append(_Piece(NEGATED.get(text, "not " + text), "relation"))

    def _infix(self, name: str, found: list[_Piece]) -> None:
        r"""`{a \over b}` and `{n \choose k}`: everything before and after, within the group."""
        top = list(found)
        bottom = self.pieces("}", "&", _ROW_BREAK)
        found[:] = [_fraction(top, bottom) if name == "over" else _Piece(f"C({_join(top)}, {_join(bottom)})", "close")]

    def _radical(self) -> _Piece:
        self._skip_spaces()
        degree = ""
        if self._take("["):
            degree = _join(self.pieces("]"), compact=True)
            self._take("]")
        radicand = self._argument()
        text = _join(radicand, compact=True)
        shown = text if _is_single(radicand) else f"({text})"
        if degree in ("", "2", "3", "4"):
            return _Piece({"": "√", "2": "√", "3": "∛", "4": "∜"}[degree] + shown, "radical")
        if all(c in SUPERSCRIPTS for c in degree):
            return _Piece("".join(SUPERSCRIPTS[c] for c in degree) + "√" + shown, "rooted")
        return _Piece(f"root({text}, {degree})", "close")

    def _environment(self, name: str, found: list[_Piece]) -> None:
        if name.rstrip("*") in ("array", "tabular", "alignedat", "alignat"):
            self._raw_group()
        rows: list[list[str]] = [[]]
        while self._index < len(self._tokens):
            cell = _join(self.pieces("&", _ROW_BREAK, "\\end", "}"))
            rows[-1].append(cell.strip())
            if self._take("&"):
                continue
            if self._take(_ROW_BREAK):
                rows.append([])
                continue
            break
        if self._index < len(self._tokens) and self._tokens[self._index].startswith("\\end"):
            self._index += 1
        while rows and not any(rows[-1]):
            rows.pop()
        found.append(_environment(name, rows))

    def _script(self, mark: str, found: list[_Piece]) -> None:
        inner = _join(self._argument(), compact=True)
        base = next((i for i in range(len(found) - 1, -1, -1) if found[i].kind != "space"), None)
        if base is None:
            found.append(_Piece("", "sign"))
            base = 0
        piece = found[base]
        if (mark == "^" and piece.kind == "fraction") or (mark == "^" and piece.kind in ("radical", "rooted")):
            piece = _Piece(f"({piece.text})", "close")
        del found[base + 1 :]
        found[base] = replace(piece, text=piece.text + (_raised if mark == "^" else _lowered)(inner, piece.kind))


def _raised(inner: str, kind: str) -> str:
    if inner in ("∘", "°"):
        return "°"
    if inner and set(inner) <= {"′", "'"}:
        return inner.replace("'", "′")
    if inner == "T" and kind != "large":
        return "ᵀ"
    if re.fullmatch(r"[0-9]+" if kind == "large" else r"[+-]?[0-9]+|n|[+-]", inner):
        return "".join(SUPERSCRIPTS[c] for c in inner)
    if inner == "*":
        return "*"
    return "^" + (inner if _is_word(inner) else f"({inner})") if inner else ""


def _lowered(inner: str, kind: str) -> str:
    if inner and (kind != "large" or inner.isdigit()) and len(inner) <= 3 and all(c in SUBSCRIPTS for c in inner):  # noqa: PLR2004 - aₙ₊₁
        return "".join(SUBSCRIPTS[c] for c in inner)
    return "_" + (inner if _is_word(inner) else f"({inner})") if inner else ""


def _is_word(text: str) -> bool:
    return len(text) == 1 or text.isdigit() or text.isalpha()


def _simple(token: str) -> _Piece:  # noqa: C901, PLR0911, PLR0912 - a case a kind
    if token.isspace():
        return _Piece(token, "blank")
    if token[0].isdigit():
        return _Piece(re.sub(r"\{,\}|,?\\!", ",", token), "number")
    if token.isascii() and token.isalpha():
        return _Piece(token, "name")
    if token in "([":
        return _Piece(token, "open")
    if token in ")]":
        return _Piece(token, "close")
    if token in "+-−±∓×÷∪∩":
        return _Piece("-" if token == "−" else token, "operator")
    if token in "*·⋅":
        return _Piece("·", "tight")
    if token in "=<>≤≥≠≈≡→∈⇒⇔":
        return _Piece(token, "relation")
    if token in ",;":
        return _Piece(token, "comma")
    if token in "|‖":
        return _Piece(token, "bar")
    if token == "/":
        return _Piece("/", "tight")
    if token == "'":
        return _Piece("′", "sign")
    if token in "~&":
        return _Piece(" ", "space")
    if token in "∫∑∏":
        return _Piece(token, "large")
    return _Piece(token, "name" if token.isalpha() else "sign")


def _named(name: str) -> _Piece:
    for table, kind in (
        (LETTERS, "name"),
        (OPERATORS, "operator"),
        (TIGHT, "tight"),
        (RELATIONS, "relation"),
        (LARGE, "large"),
        (BARS, "bar"),
    ):
        if name in table:
            return _Piece(table[name], kind)
    if name in DELIMITERS:
        text, opens = DELIMITERS[name]
        return _Piece(text, "open" if opens else "close")
    if name in FUNCTION_NAMES or name.startswith("arc"):
        return _Piece(name, "function")
    if len(name) == 1 and not name.isalpha():
        return _Piece(name, "sign")
    return _Piece(name, "function")


def _text(raw: str) -> str:
    """Words inside a formula, without the LaTeX of their own."""
    return re.sub(r"\\[A-Za-z]*|[{}$]", "", raw.replace("\\ ", " ").replace("~", " "))


def _fraction(top: list[_Piece], bottom: list[_Piece]) -> _Piece:
    above, below = _join(top), _join(bottom)
    if re.fullmatch(r"[d∂][²³]?\w?", above) and re.fullmatch(r"[d∂]\w[²³]?", below):
        return _Piece(f"{above}/{below}", "function")
    if _is_sum(top):
        above = f"({above})"
    if not _is_single(bottom):
        below = f"({below})"
    return _Piece(f"{above or '( )'}/{below or '( )'}", "fraction")


def _solid(pieces: list[_Piece]) -> list[_Piece]:
    return [p for p in pieces if p.kind not in ("space", "blank")]


def _is_sum(pieces: list[_Piece]) -> bool:
    """Whether a numerator needs brackets: anything beyond a product, with or without a sign in front."""
    solid = _solid(pieces)
    if len(solid) > 1 and solid[0].text in ("-", "+"):
        solid = solid[1:]
    if _is_enclosed(solid):
        return False
    depth = 0
    for piece in solid:
        depth += _step(piece)
        if depth == 0 and (piece.kind in _WIDE or piece.text == "/"):
            return True
    return False


def _step(piece: _Piece) -> int:
    """+1 where a bracket opens, -1 where one closes."""
    return (piece.kind == "open") - (piece.kind == "close" and piece.text[:1] in ")]}⌋⌉⟩")


def _is_single(pieces: list[_Piece]) -> bool:
    """Whether a denominator or radicand stands alone without brackets."""
    solid = _solid(pieces)
    if len(solid) == 1:
        piece = solid[0]
        if piece.kind == "name":
            return len(piece.text.rstrip("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹ₙⁿ")) == 1
        return piece.kind == "number" or (piece.kind == "close" and piece.text[:1].isalpha())
    return _is_enclosed(solid) and solid[0].text == "("


def _is_enclosed(solid: list[_Piece]) -> bool:
    if len(solid) < 2 or solid[0].kind != "open" or solid[-1].text not in (")", "]"):  # noqa: PLR2004 - a pair
        return False
    depth = 0
    for place, piece in enumerate(solid):
        depth += _step(piece)
        if depth == 0 and place < len(solid) - 1:
            return False
    return True


def _environment(name: str, rows: list[list[str]]) -> _Piece:
    base = name.rstrip("*")
    if _MATRICES.fullmatch(name):
        shown = "[" + ", ".join("[" + ", ".join(row) + "]" for row in rows) + "]"
        return _Piece({"vmatrix": f"det{shown}", "Vmatrix": f"‖{shown}‖"}.get(base, shown), "close")
    if base in ("cases", "rcases", "dcases"):
        return _Piece("{ " + "; ".join(", ".join(c.rstrip(",") for c in row if c) for row in rows), "text")
    return _Piece("\n".join(" ".join(cell for cell in row if cell) for row in rows), "text")


# Putting the pieces together


def _join(pieces: list[_Piece], *, compact: bool = False) -> str:
    text: list[str] = []
    before: _Piece | None = None
    gap = ""
    bars = 0
    pieces = _bracketed(pieces)
    for place, piece in enumerate(pieces):
        if piece.kind in ("space", "blank"):
            gap = "space" if piece.kind == "space" else gap or "blank"
            continue
        if piece.kind == "break":
            text.append("\n")
            before, gap = None, ""
            continue
        if piece.kind == "bar":
            closes = bars % 2 == 1 and before is not None and before.kind in _ATOMS | {"bar"}
            bars += 1
            piece = replace(piece, kind="close" if closes else "open")  # noqa: PLW2901 - a bar takes its side
        after = next((p for p in pieces[place + 1 :] if p.kind not in ("space", "blank")), None)
        text.append(_between(before, piece, gap, compact=compact))
        text.append(_spaced(before, piece, after, compact=compact))
        before, gap = piece, ""
    return "".join(text).strip(" ")


def _bracketed(pieces: list[_Piece]) -> list[_Piece]:
    """Brackets around each fraction that touches a factor: (1/2)x, x(1/2), 1 ÷ (1/2); `2 1/2` stays a mixed number."""
    solid = [(place, p) for place, p in enumerate(pieces) if p.kind not in ("space", "blank")]
    shown = list(pieces)
    for order, (place, piece) in enumerate(solid):
        if piece.kind != "fraction":
            continue
        before = solid[order - 1][1] if order else None
        after = solid[order + 1][1] if order + 1 < len(solid) else None
        mixed = (
            before is not None
            and before.kind == "number"
            and before.text.isdigit()
            and re.fullmatch(r"[0-9]+/[0-9]+", piece.text)
        )
        touches = (
            before is not None and (before.kind in _ATOMS | {"function"} or before.text in ("/", "÷")) and not mixed
        )
        followed = after is not None and (
            after.kind in _STARTS or after.text in ("/", "!", "%", "°", "′") or after.kind == "rooted"
        )
        if touches or followed:
            text = f"{before.text} {piece.text}" if mixed and before is not None else piece.text
            if mixed:
                shown[solid[order - 1][0]] = _Piece("", "blank")
            shown[place] = _Piece(f"({text})", "close")
    return shown


def _between(before: _Piece | None, piece: _Piece, gap: str, *, compact: bool) -> str:  # noqa: PLR0911, C901 - one rule a line
    """What stands between two pieces."""
    if before is None or not before.text or not piece.text:
        return ""
    kinds = before.kind, piece.kind
    if kinds == ("number", "fraction"):
        return " "
    if before.kind in ("operator", "relation", "comma", "tight", "open") or piece.kind in (
        "operator",
        "relation",
        "comma",
        "tight",
    ):
        return " " if before.kind == "comma" and not compact else ""
    if before.kind in ("radical", "rooted") and piece.kind in _STARTS | {"rooted"}:
        return "·"
    if piece.kind == "rooted" and before.kind in _ATOMS:
        return "·"
    if piece.kind == "number" and before.text[-1] in "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀₁₂₃₄₅₆₇₈₉":
        return "·"
    if before.text.endswith("|") and piece.text.startswith("|"):
        return "·"
    if before.kind in ("function", "large"):
        return (
            ""
            if piece.kind == "open" and piece.text == "(" and before.kind == "function"
            else ("" if piece.kind == "close" else " ")
        )
    if piece.kind in ("function", "large") and before.kind in _ATOMS:
        return " "
    if gap == "space" and "text" not in kinds and piece.kind != "close":
        return " "
    if (
        gap == "blank"
        and set(kinds) <= {"name", "number"}
        and (len(before.text) > 1 or len(piece.text) > 1 or set(kinds) == {"number"})
    ):
        return " " if set(kinds) == {"number"} or _wordy(before) or _wordy(piece) else ""
    return ""


def _wordy(piece: _Piece) -> bool:
    return len(piece.text) > 1 and piece.text.isascii() and piece.text.isalpha()


def _spaced(before: _Piece | None, piece: _Piece, after: _Piece | None, *, compact: bool) -> str:
    """An operator with the space around it: none for a sign, one on each side for an operation."""
    if piece.kind == "operator":
        word = piece.text.isalpha()
        unary = before is None or before.kind in ("operator", "relation", "comma", "open", "tight", "function", "large")
        if unary and not word:
            return piece.text
        return piece.text if compact and not word else f" {piece.text} "
    if piece.kind == "relation":
        left = "" if compact or before is None else " "
        right = "" if compact or after is None else " "
        return left + piece.text + right
    return piece.text
