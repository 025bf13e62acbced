"""One formula of LaTeX to one line of readable Unicode that keeps its meaning.

Brackets appear where a bar, a raised group or a vinculum held things together: `(a + b)/c`,
`x^(n+1)`, `√(x+1)`, `(1/2)x`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from maths.bounds import MAX_PLAIN_DEPTH
from maths.showing.plain_join import Piece, join
from maths.showing.plain_pieces import environment, fraction, is_single, lowered, named, raised, simple, words
from maths.showing.plain_signs import (
    ACCENTS,
    DOUBLE_STRUCK,
    DROPPED,
    LONG_ACCENTS,
    NEGATED,
    SHOWN,
    SILENT,
    SPACES,
    SUPERSCRIPTS,
    TEXTS,
)

_TOKEN = re.compile(
    r"\\begin\s*\{[^{}\\]*\}|\\end\s*\{[^{}\\]*\}|\\[A-Za-z]+\*?|\\.|\s+|[0-9]+(?:(?:,|\{,\}|,?\\!)[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?|[A-Za-z]+|[^\\]|\\",
    re.DOTALL,
)
_ROW_BREAK = "\\\\"


class TooDeepError(Exception):
    """Groups within groups beyond what is rendered."""


def formula(latex: str, *, compact: bool = False) -> str:
    """Raises TooDeepError."""
    return join(_Reader(_TOKEN.findall(latex)).pieces(), compact=compact)


class _Reader:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    def pieces(self, *stops: str) -> list[Piece]:
        """Pieces up to a closing brace, one of `stops`, or the end; what stops stays."""
        self._depth += 1
        if self._depth > MAX_PLAIN_DEPTH:
            raise TooDeepError
        found: list[Piece] = []
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            if token in stops or (stops and token.startswith("\\end")):
                break
            self._index += 1
            self._read(token, found)
        self._depth -= 1
        return found

    def _read(self, token: str, found: list[Piece]) -> None:
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
            found.append(simple(token))

    def _take(self, text: str) -> bool:
        if self._index < len(self._tokens) and self._tokens[self._index] == text:
            self._index += 1
            return True
        return False

    def _skip_spaces(self) -> None:
        while self._index < len(self._tokens) and self._tokens[self._index].isspace():
            self._index += 1

    def _argument(self) -> list[Piece]:
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
        found: list[Piece] = []
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

    def _command(self, name: str, found: list[Piece]) -> None:  # noqa: C901, PLR0912 - one line a command
        if name.endswith("*") and name != "*":
            name = name[:-1]
            if name not in DROPPED and name not in SHOWN:
                self._tokens.insert(self._index, "*")
        if name in SILENT:
            self._skip_dot(name)
        elif name in SPACES:
            found.append(Piece(" ", "space"))
        elif name.startswith("begin"):
            self._environment(name[5:].strip(" \n{}"), found)
        elif name.startswith("end") and name.endswith("}"):
            return
        elif name == "\\":
            found.append(Piece("\n", "break"))
        elif name in ("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"):
            found.append(fraction(self._argument(), self._argument()))
        elif name in ("binom", "dbinom", "tbinom"):
            top, bottom = join(self._argument()), join(self._argument())
            found.append(Piece(f"C({top}, {bottom})", "close"))
        elif name == "sqrt":
            found.append(self._radical())
        elif name in DROPPED:
            self._argument()
            if name == "renewcommand":
                self._argument()
        elif name in SHOWN:
            self._shown(name, found)
        elif name in TEXTS:
            found.append(Piece(words(self._raw_group()), "text"))
        elif name in ("mathbb", "Bbb"):
            found.append(Piece("".join(DOUBLE_STRUCK.get(c, c) for c in join(self._argument(), compact=True)), "name"))
        elif name in ACCENTS or name in LONG_ACCENTS:
            found.append(self._accented(name))
        elif name in ("pmod", "pod"):
            found.append(Piece(f" (mod {join(self._argument())})", "text"))
        elif name in ("overset", "underset", "stackrel"):
            self._argument()
            found.extend(self._argument())
        elif name in ("xrightarrow", "xleftarrow"):
            self._argument()
            found.append(Piece("→" if name == "xrightarrow" else "←", "relation"))
        elif name == "tag":
            found.append(Piece(f" ({words(self._raw_group())})", "text"))
        elif name == "not":
            self._negated(found)
        elif name in ("over", "choose"):
            self._infix(name, found)
        else:
            found.append(named(name))

    def _skip_dot(self, name: str) -> None:
        if name in ("left", "right", "middle"):
            self._take(".")

    def _shown(self, name: str, found: list[Piece]) -> None:
        inner = self._argument()
        if name in ("operatorname", "mathop") and inner:
            found.append(Piece(join(inner), "function"))
        else:
            found.extend(inner)

    def _accented(self, name: str) -> Piece:
        mark = ACCENTS.get(name) or LONG_ACCENTS[name]
        inner = join(self._argument(), compact=True)
        if name in LONG_ACCENTS or len(inner) == 1:
            return Piece("".join(c + mark for c in inner), "number" if inner.isdigit() else "name")
        return Piece(f"{name}({inner})", "close")

    def _negated(self, found: list[Piece]) -> None:
        inner = self._argument()
        text = join(inner, compact=True)
        found.append(Piece(NEGATED.get(text, "not " + text), "relation"))

    def _infix(self, name: str, found: list[Piece]) -> None:
        r"""`{a \over b}` and `{n \choose k}`: everything before and after, within the group."""
        top = list(found)
        bottom = self.pieces("}", "&", _ROW_BREAK)
        found[:] = [fraction(top, bottom) if name == "over" else Piece(f"C({join(top)}, {join(bottom)})", "close")]

    def _radical(self) -> Piece:
        self._skip_spaces()
        degree = ""
        if self._take("["):
            degree = join(self.pieces("]"), compact=True)
            self._take("]")
        radicand = self._argument()
        text = join(radicand, compact=True)
        shown = text if is_single(radicand) else f"({text})"
        if degree in ("", "2", "3", "4"):
            return Piece({"": "√", "2": "√", "3": "∛", "4": "∜"}[degree] + shown, "radical")
        if all(c in SUPERSCRIPTS for c in degree):
            return Piece("".join(SUPERSCRIPTS[c] for c in degree) + "√" + shown, "rooted")
        return Piece(f"root({text}, {degree})", "close")

    def _environment(self, name: str, found: list[Piece]) -> None:
        if name.rstrip("*") in ("array", "tabular", "alignedat", "alignat"):
            self._raw_group()
        rows: list[list[str]] = [[]]
        while self._index < len(self._tokens):
            cell = join(self.pieces("&", _ROW_BREAK, "\\end", "}"))
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
        if name == "array" and found and found[-1].text == "{":
            found.pop()
            name = "cases"
        found.append(environment(name, rows))

    def _script(self, mark: str, found: list[Piece]) -> None:
        inner = join(self._argument(), compact=True)
        base = next((i for i in range(len(found) - 1, -1, -1) if found[i].kind not in ("space", "blank")), None)
        if base is None:
            found.append(Piece("", "sign"))
            base = 0
        piece = found[base]
        if (mark == "^" and piece.kind == "fraction") or (mark == "^" and piece.kind in ("radical", "rooted")):
            piece = Piece(f"({piece.text})", "close")
        del found[base + 1 :]
        found[base] = replace(piece, text=piece.text + (raised if mark == "^" else lowered)(inner, piece.kind))
