"""From a model's text to code and the words about it; from a person's problem to the examples it states. Pure."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from itertools import islice

from tutor import syntax
from tutor.code import Aspect, Origin, Test
from tutor.running import LiteralError, literal

CODE_CHARACTERS = 8_000
SECTION_CHARACTERS = 3_000
CALL_CHARACTERS = 300
EXAMPLES = 8
HEADS = 1_000  # characters

_HEADINGS: dict[Aspect | None, tuple[str, ...]] = {
    Aspect.ANALYSIS: ("analysis", "understanding", "problem", "분석", "문제 분석", "이해"),
    Aspect.DESIGN: ("design", "approach", "plan", "설계", "접근", "방법"),
    Aspect.CHANGES: ("changes", "what changes", "improvements", "optimisation", "optimization", "변경", "개선"),
    Aspect.COMPLEXITY: ("complexity", "time and space complexity", "복잡도", "시간 복잡도"),
    None: ("code", "solution", "implementation", "optimised code", "optimized code", "코드", "구현", "tests", "테스트"),
}
_ASPECT_OF = {name: aspect for aspect, names in _HEADINGS.items() for name in names}
_HEADING = re.compile(r"^\s{0,3}(?:#{1,6}\s*|\*\*)(?:\d+[.)]\s*)?(?P<name>[^#*:\n]{1,40}?)\s*:?\s*(?:\*\*)?\s*:?\s*$")
_FENCE = re.compile(r"^\s{0,3}(?P<marks>`{3,}|~{3,})\s*(?P<name>[\w+#.-]*)\s*$")
_EXAMPLE = re.compile(
    r"(?P<call>\b[A-Za-z_]\w*\([^\n`]{0,200}?\))`?\s*"
    r"(?:->|→|=>|==|=|\breturns\b|\bgives\b|\bis\b|\bshould (?:return|be)\b|(?:의 값)?[은는]\b)\s*`?"
    r"(?=(?P<value>[^\n]{1,200}))"
)
_VALUE_END = re.compile(r"(?=[.,;!?`\s가-힣]|$)")
_AFTER = re.compile(r"[`.]?\s*(?:$|[,;!?(]|\.(?:\s|$)|(?:and|or|because|since|but|while)\b|[가-힣]|[A-Za-z_]\w*\()")


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """What a model wrote: its sections, and its code, "" where there is none."""

    sections: tuple[tuple[Aspect, str], ...]
    code: str


def read(text: str) -> CodeDraft:
    """Split a model's text at its headings; its code is the longest fenced block. Nothing is judged here."""
    parts: dict[Aspect, list[str]] = {}
    blocks: list[list[str]] = []
    aspect: Aspect | None = Aspect.ANALYSIS
    fence = ""
    for line in text.splitlines():
        marked = _FENCE.match(line)
        if fence:
            if marked and marked["marks"].startswith(fence) and not marked["name"]:
                fence = ""
            else:
                blocks[-1].append(line)
        elif marked:
            fence = marked["marks"]
            blocks.append([])
        elif named := _heading(line):
            aspect = _ASPECT_OF[named]
        elif aspect is not None:
            parts.setdefault(aspect, []).append(line.rstrip())
    code = max(("\n".join(block).strip("\n") for block in blocks), key=len, default="")
    bodies = ((each, "\n".join(parts.get(each, ())).strip()) for each in Aspect)
    return CodeDraft(tuple((each, _cut(body)) for each, body in bodies if body), code if code.strip() else "")


def _heading(line: str) -> str:
    """The name of a heading that is asked for, else ""."""
    found = _HEADING.match(line)
    name = found["name"].strip().lower() if found else ""
    return name if name in _ASPECT_OF else ""


def _cut(body: str) -> str:
    return body if len(body) <= SECTION_CHARACTERS else body[:SECTION_CHARACTERS].rsplit("\n", 1)[0] + "\n…"


def unfenced(text: str) -> str:
    """Code as somebody pasted it, without the fence around it."""
    lines = text.strip("\n").splitlines()
    if len(lines) > 1 and _FENCE.match(lines[0]) and _FENCE.match(lines[-1]):
        return "\n".join(lines[1:-1])
    return text.strip("\n")


def examples(problem: str) -> tuple[Test, ...]:
    """What a problem says of itself in the form `f(2) -> 4`, where the value can be read to its end."""
    found: list[Test] = []
    for each in islice(_EXAMPLE.finditer(problem), 2 * EXAMPLES):
        value = _value(each["value"])
        if value and expression(each["call"]) is not None:
            found.append(Test(each["call"], value, Origin.ASKER))
    return tuple(dict.fromkeys(found))[:EXAMPLES]


def _value(text: str) -> str:
    """The longest beginning of a text that is a value, where what follows is a new clause."""
    ends = sorted({found.start() for found in _VALUE_END.finditer(text)}, reverse=True)
    for end in ends:
        value = text[:end].strip()
        if not value or value[-1] in ".," or not _AFTER.match(text[end:]):
            continue
        try:
            literal(value)
        except LiteralError:
            continue
        return value
    return ""


def expression(text: str) -> ast.expr | None:
    """A call as Python reads it, never run here; None where it is none, or too long."""
    return None if "\n" in text else syntax.expression(text, CALL_CHARACTERS)


def parsed(code: str) -> ast.Module | None:
    """Python code as a tree; None where it is none."""
    return syntax.module(code, CODE_CHARACTERS)


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """The functions of a module that others are to call."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def signatures(code: str) -> str:
    """The heads of the code's functions and classes, without what is in them."""
    tree = parsed(code)
    if tree is None:
        return ""
    try:
        return "\n".join(_heads(tree))[:HEADS]
    except RecursionError:
        return ""


def _heads(tree: ast.Module) -> list[str]:
    heads = [f"def {each.name}({ast.unparse(each.args)})" for each in functions(tree)]
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            own = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            heads.append(f"class {node.name}: " + "; ".join(f"def {e.name}({ast.unparse(e.args)})" for e in own))
    return heads
