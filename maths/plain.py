r"""Markdown with LaTeX in it to Markdown with readable Unicode in it.

`plain` is total: it raises nothing, whatever it is given, and returns in time linear in the text.
It leaves code spans, escapes of Markdown and money ("$5 and $6") as they are; no LaTeX command keeps
its backslash, no group its braces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from maths.bounds import MAX_PLAIN_LENGTH
from maths.plain_formula import TooDeepError, formula

_SEGMENT = re.compile(
    r"""
    (?P<code>```.*?```|`[^`\n]*`)
  | \$\$(?P<double>.+?)\$\$
  | \\\[(?P<square>.+?)\\\]
  | \\\((?P<round>.+?)\\\)
  | (?P<money>\\\$)
  | (?<![\\$\w])\$(?![\s$])(?P<single>(?:[^$\n\\]|\\.|\n(?!\s*\n))*?)(?<!\s)\$(?![\d$])
  | (?P<bare>\\begin\s*\{(?P<name>[^{}]*)\}.*?\\end\s*\{(?P=name)\}
      |\\[A-Za-z]+(?:\s*\[[^\]\[\n]{0,20}\])?(?:\s?\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\})*(?:[_^](?:\{[^{}]*\}|[A-Za-z0-9]))*)
    """,
    re.VERBOSE | re.DOTALL,
)
_MATHEMATICAL = re.compile(r"[\\^_=+<>≤≥√]|^[^\W\d_]$|^[\d.,/:%!()\s-]+$|^[A-Za-z](?:\([^()]*\))?$")
_PROSE = re.compile(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}")


def plain(text: str) -> str:
    """The text with its mathematics in Unicode. Beyond `MAX_PLAIN_LENGTH` characters LaTeX is only stripped."""
    if "\\" not in text and "$" not in text:
        return text
    if len(text) > MAX_PLAIN_LENGTH:
        return _stripped(text)
    return _SEGMENT.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    kind = match.lastgroup
    if kind == "name":
        kind = "bare"
    if kind == "code":
        return match.group()
    if kind == "money":
        return "$"
    content = match.group(kind or 0)
    if kind == "single" and not _is_mathematics(content):
        return match.group()
    shown = _formula(content)
    if (
        kind == "bare"
        and match.end() < len(match.string)
        and match.string[match.end()].isalnum()
        and shown[-1:].isalpha()
    ):
        return shown + " "
    return shown


def _is_mathematics(content: str) -> bool:
    """Whether what stands between two dollars is a formula rather than prose between two prices."""
    if "\\" in content or "^" in content:
        return True
    return not (_PROSE.search(content) and content[0].isdigit())


@lru_cache(maxsize=1024)
def _formula(latex: str) -> str:
    try:
        return formula(latex)
    except TooDeepError:
        return _stripped(latex)


def _stripped(text: str) -> str:
    return re.sub(r"\\|[{}]", "", text)
