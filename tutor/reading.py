"""From a model's text to a `Draft`: what it claims, unchecked."""

from __future__ import annotations

import re

from tutor.types import Draft, Section, SectionKind, Voucher

SECTION_CHARACTERS = 6_000  # what one section may hold; a rambling model is cut at a line

_HEADINGS = {
    SectionKind.UNDERSTANDING: ("understanding", "understanding the problem", "problem", "이해", "문제 이해", "문제"),
    SectionKind.APPROACH: ("approach", "method", "plan", "strategy", "접근", "접근 방법", "방법", "풀이 방법"),
    SectionKind.STEPS: (
        "steps",
        "step by step",
        "step-by-step solution",
        "solution",
        "풀이",
        "풀이 과정",
        "단계별 풀이",
    ),
    SectionKind.CHECK: ("check", "verification", "checking", "검산", "확인"),
    SectionKind.CONCLUSION: ("conclusion", "final answer", "결론", "마무리"),
}
_KIND_OF = {name: kind for kind, names in _HEADINGS.items() for name in names}
_HEADING_LINE = re.compile(r"^\s*(?:#{1,6}\s*|\*\*)(?:\d+[.)]\s*)?(?P<name>[^#*:\n]{1,40}?)\s*:?\s*(?:\*\*)?\s*:?\s*$")
_ANSWER_LINE = re.compile(
    r"^\s*(?:\*\*)?(?:final answer|answer|정답|최종 답|답)(?:\*\*)?\s*[:：]\s*(?:\*\*)?\s*(?P<answer>\S.*?)\s*$",
    re.IGNORECASE,
)
_BOXED = re.compile(r"\\boxed\s*\{")


def read(text: str) -> Draft:
    r"""Split a model's text at its headings; the answer is its last answer line, else its last `\boxed{}`,
    else what it last says the answer is.

    Text before the first heading, and text without any, is steps. Nothing is judged here.
    """
    parts: dict[SectionKind, list[str]] = {}
    kind = SectionKind.STEPS
    answer: str | None = None
    for line in text.splitlines():
        if heading := _heading(line):
            kind = heading
        elif found := _ANSWER_LINE.match(line):
            answer = _undressed(found["answer"])
        else:
            parts.setdefault(kind, []).append(line.rstrip())
    answer = answer or boxed(text) or next(reversed(_said(text)), None)
    sections = tuple(Section(kind, body, Voucher.MODEL) for kind in SectionKind if (body := _body(parts.get(kind, ()))))
    return Draft(sections, answer or None)


def boxed(text: str) -> str | None:
    r"""What stands in the last `\boxed{…}`, its braces balanced."""
    starts = [found.end() for found in _BOXED.finditer(text)]
    for start in reversed(starts):
        depth = 1
        for place in range(start, len(text)):
            depth += (text[place] == "{") - (text[place] == "}")
            if depth == 0:
                return text[start:place].strip()
    return None


def claims(text: str) -> tuple[str, ...]:
    """Every answer a text states: answer lines, boxes, and `name = value` in its mathematics."""
    lines = [_undressed(found["answer"]) for line in text.splitlines() if (found := _ANSWER_LINE.match(line))]
    inside = [box] if (box := boxed(text)) else []
    return tuple(claim for claim in (*lines, *inside, *_said(text)) if claim)


def _said(text: str) -> list[str]:
    """What stands behind "the answer is" and its like, where it is a value and not a description."""
    said = (_undressed(found["value"]) for found in _SAID.finditer(text))
    return [claim for claim in said if any(c.isdigit() for c in claim)]


_SAID = re.compile(
    r"(?:\bthe\s+(?:final\s+)?answer\s+is|\bsolutions?\s+(?:is|are)|(?:정답|답|해)[은는]\s)\s*:?\s*"
    r"(?P<value>\$[^$\n]+\$|[^\s,;.]+)",
    re.IGNORECASE,
)


def _heading(line: str) -> SectionKind | None:
    found = _HEADING_LINE.match(line)
    return _KIND_OF.get(found["name"].strip().lower()) if found else None


def _body(lines: list[str] | tuple[str, ...]) -> str:
    body = "\n".join(lines).strip()
    if len(body) <= SECTION_CHARACTERS:
        return body
    return body[:SECTION_CHARACTERS].rsplit("\n", 1)[0] + "\n…"


def _undressed(answer: str) -> str:
    """An answer without the dollars, bold marks and full stop around it."""
    answer = answer.strip().rstrip(".").strip("*").strip()
    if inner := boxed(answer):
        return inner
    for start, end in (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")):
        if answer.startswith(start) and answer.endswith(end) and len(answer) > len(start) + len(end):
            return answer[len(start) : -len(end)].strip()
    return answer
