r"""Equalities in LaTeX: chains over the rows of an environment, clauses between commas, units in \text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from maths.auditing.claim import Claim, Side
from maths.auditing.words import wordset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.auditing.pieces import Piece

MAX_SIDE = 400  # characters of one side: a sum of forty terms

_TEXT = r"\\(?:text|textrm|textnormal|textup|textit|textbf|mbox|hbox|mathrm|operatorname)\s*\{[^{}]*\}"
_SIGN = re.compile(
    r"(?P<other>\\begin\{(?:array|tabular|[a-zA-Z]*matrix|cases|asy)\}.*?(?:\\end\{(?:array|tabular|[a-zA-Z]*matrix|cases|asy)\}|\Z))"
    rf"|(?P<text>{_TEXT}(?:\s*\^\s*(?:\{{?-?\d\}}?|\\circ))?)"
    r"|(?P<row>\\\\(?:\[[^\]]*\])?|\\newline)"
    r"|(?P<notequal>\\not\s*=|\\neq?(?![A-Za-z])|≠|\\equiv(?![A-Za-z])|≡|:=|\\coloneqq|!=|\\cong(?![A-Za-z])|\\sim(?![A-Za-z])"
    r"|\\propto(?![A-Za-z])|\\stackrel|\\overset)"
    r"|(?P<order>\\(?:leq?|geq?|leqslant|geqslant|lt|gt|ll|gg|in|mid)(?![A-Za-z])|[<>≤≥])"
    r"|(?P<about>\\approx(?:eq)?(?![A-Za-z])|\\doteq(?![A-Za-z])|\\simeq(?![A-Za-z])|[≈≒≃])"
    r"|(?P<equal>==?)"
    r"|(?P<clause>\\(?:Rightarrow|rightarrow|Longrightarrow|implies|iff|Leftrightarrow|Longleftrightarrow|to|quad|qquad"
    r"|therefore|because|longrightarrow|text|hspace|item|tag)(?![A-Za-z])(?:\*?\{[^{}]*\})?|[⇒→⇔∴;])"
    r"|(?P<comma>,)"
    r"|(?P<escaped>\\[A-Za-z]+|\\.)"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])",
    re.DOTALL,
)
_GROUPED = re.compile(r"(?:\\!)?\s?\d{3}(?!\d)")
_DIGIT_BEFORE = re.compile(r"\d\s*(?:\\[,!])?\s*\{?$")
_CONTINUES = re.compile(
    r"(?:[\s&]|\\(?:quad|qquad|hspace\{[^{}]*\}|[,;:! ]))*"
    r"(?:[=<>≈≤≥+\-−]|\\(?:approx|leq?|geq?|cdot|times|div|pm|equiv|neq?|Rightarrow|implies|iff)(?![A-Za-z]))"
)
_ENDS_OPEN = re.compile(r"(?:[=≈+\-−(]|\\(?:cdot|times|div|approx|left\())\s*&?\s*$")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{[a-zA-Z]+\*?\}(?:\{[^{}]*\})?")
_JOINING = wordset(
    "and or so if when where because since then thus hence therefore but for with which is are to from by of as gives "
    "we have that the let mod remainder base not otherwise implies yields"
    " 그리고 또는 이고 이므로 따라서 그러므로 나머지 일 때 때"
)
_WORD = re.compile(r"[A-Za-z\uac00-\ud7a3]+")
_LONGEST_UNIT = 4  # words of `square units per hour`

_REMOVED = re.compile(
    r"\\(?:displaystyle|textstyle|scriptstyle|limits|nolimits|boldsymbol|mathbf|strut|hfill|nonumber|notag"
    r"|big|Big|bigg|Bigg|quad|qquad)(?![A-Za-z])"
    r"|\\(?:color|hspace|vspace|label|phantom|hphantom|vphantom)\*?\{[^{}]*\}|(?<!\\)&|\\[,;:! ](?!\d{3})|~"
)
_UNWRAPPED = re.compile(
    r"\\(?:cancel|bcancel|xcancel|mathbf|textbf|bm|fbox|textcolor\{[^{}]*\}|boldsymbol)\s*\{([^{}]*)\}"
)
_MONEY = re.compile(r"\\\$|(?<!\\)\$|\\pounds|\\euro|[€£₩]|\\text\{\s*\\?\$\s*\}")
_DOTS_AFTER_DECIMAL = re.compile(r"(\.\d{2,})\s*(?:\\(?:dots|ldots|cdots)(?![A-Za-z])|\.\.\.|…)\s*$")
_EDGE = re.compile(r"^(?:[\s,:;]|\.(?!\d))*|[\s,.:;?]*$")
_TWO_DIGITS = re.compile(r"([\^_])(\d)(?=\d)")  # TeX raises one digit: `2^43` is 2^4 times 3
_STARRED = re.compile(r"\*|\\(?:ast|star|circ|diamond|bullet)(?![A-Za-z])")  # may be an operation of its own
_BRACE_ONLY = re.compile(r"^\{([^{}]*)\}$")
_DEGREES = re.compile(
    r"\^\s*(?:\{\s*(?:\\circ|°)\s*\}|\\circ(?![A-Za-z])|°)\s*(?:\\?(?:text|mathrm)?\s*\{?\s*[CF]\b\s*\}?)?"
)
_ROW_START = re.compile(r"(?:^|\\\\)(?:[\s&]|\\q?quad(?![A-Za-z]))*$")  # what may stand before the first sign of a row


class _Cut(NamedTuple):
    kind: str  # equal, about, order, notequal, clause, end
    start: int
    end: int


def claims(piece: Piece) -> Iterator[Claim]:
    """The links of every chain of equalities in a stretch of LaTeX."""
    text = _ENVIRONMENT.sub(lambda m: m.group() if _opaque(m.group()) else " " * len(m.group()), piece.text)
    cuts = [_Cut("clause", 0, 0), *_cuts(text), _Cut("end", len(text), len(text))]
    sides: list[Side | None] = [side(text[left.end : right.start]) for left, right in pairwise(cuts)]
    for place in range(1, len(cuts) - 1):
        cut = cuts[place]
        left, right = sides[place - 1], sides[place]
        if cut.kind not in {"equal", "about"} or left is None or right is None:
            continue
        if cuts[place - 1].kind == "notequal" or cuts[place + 1].kind == "notequal":
            continue
        start, end = cuts[place - 1].end, cuts[place + 1].start
        yield Claim(
            left,
            right,
            cut.kind == "about",
            piece.start + cut.start,
            piece.start + start,
            piece.start + end,
        )


def _opaque(environment: str) -> bool:
    return re.search(r"\{(?:array|tabular|[a-zA-Z]*matrix|cases|asy)\}", environment) is not None


def _cuts(text: str) -> Iterator[_Cut]:
    """What divides a stretch of LaTeX: relations and ends of clauses, at depth 0 of its brackets."""
    depth = 0
    for match in _SIGN.finditer(text):
        kind = match.lastgroup or "escaped"
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "row":
            depth = 0
        if kind not in {"open", "close", "escaped", "other"} and not depth and _divides(kind, match, text):
            yield _Cut("clause" if kind in {"row", "text", "comma"} else kind, match.start(), match.end())


def _divides(kind: str, match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    match kind:
        case "row":
            return not _CONTINUES.match(text, match.end()) and not _ENDS_OPEN.search(before)
        case "text":
            return _separates(match.group())
        case "comma":
            return not (_GROUPED.match(text, match.end()) and _DIGIT_BEFORE.search(before[-8:]))
        case "clause" if match.group().startswith(("\\quad", "\\qquad")):
            return not _ROW_START.search(before)
    return True


def _separates(text: str) -> bool:
    """Whether words in a formula join two statements instead of naming a unit."""
    words = _WORD.findall(text.partition("{")[2].lower())
    return len(words) > _LONGEST_UNIT or any(word in _JOINING for word in words)


def side(raw: str) -> Side | None:
    """The side of an equality without its units and decoration; None where it is empty or too long."""
    if len(raw) > MAX_SIDE:
        return None
    words: set[str] = set()

    def unit(match: re.Match[str]) -> str:
        found = _WORD.findall(match.group().partition("{")[2])
        if (len(found) == 1 and match.group().startswith("\\operatorname")) or found in (["lcm"], ["gcd"]):
            return match.group()
        words.update(word.lower() for word in found)
        return " " if found else match.group().partition("{")[2].partition("}")[0]

    text = re.sub(rf"{_TEXT}(?:\s*\^\s*\{{?-?\d\}}?)?", unit, raw)
    money = _MONEY.search(text) is not None
    text = _MONEY.sub(" ", text)
    text = _UNWRAPPED.sub(r"{\1}", text)
    text, two_digits = _TWO_DIGITS.subn(r"\1{\2} ", text)
    text = re.sub(r"\\\\(?:\[[^\]]*\])?|\\newline", " ", text)
    text = _REMOVED.sub(" ", text)
    text = _DEGREES.sub("°", text)
    text = _DOTS_AFTER_DECIMAL.sub(r"\1", _EDGE.sub("", text))
    text = _EDGE.sub("", text)
    inner = _BRACE_ONLY.match(text)
    text = inner[1] if inner else text
    plain = not two_digits and not _STARRED.search(_DEGREES.sub(" ", raw))
    return Side(text, frozenset(words), money, whole=plain) if text.strip() else None
