"""Statements of parts, `(a) … (b) …`: what stands before the parts holds for each, and each is answered by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.settled import Settled, UndecidedError
from maths.message import Formula, Message
from maths.verdict import Passage, SectionKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.families.settled import Task
    from maths.verdict import Level

MAX_PARTS = 10
_STYLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?:(?<=\s)|^)\(({label})\)(?=[\s$\\])", tuple("abcdefghij")),
    (r"(?:(?<=\s)|^)\(({label})\)(?=[\s$\\])", tuple(str(n) for n in range(1, 11))),
    (r"(?:(?<=\s)|^)\(({label})\)(?=[\s$\\])", ("i", "ii", "iii", "iv", "v", "vi")),
    (r"(?:(?<=\s)|^)\(({label})\)(?=[\s$\\])", tuple("가나다라마바")),
    (r"(?:(?<=\n)|(?<=[.?!:;]\s)|^)({label})\)(?=\s)", tuple("abcdefghij")),
    (r"(?:(?<=\n)|(?<=[.?!:;]\s)|^)({label})\)(?=\s)", tuple(str(n) for n in range(1, 11))),
    (r"(?:(?<=\n)|^)({label})\.(?=\s)", tuple(str(n) for n in range(1, 11))),
    (r"({label})", tuple("①②③④⑤⑥⑦⑧⑨⑩")),
)
_NOTHING_ASKED = re.compile(
    r"(?:please\s+)?(?:answer|solve|do|work out)\s+(?:each of\s+)?(?:the\s+)?following"
    r"(?:\s+(?:questions|problems|parts|exercises))?\s*[.:]?|다음\s*(?:물음|질문|문제)(?:들)?(?:에\s*답하(?:시오|세요|여라)|를?\s*푸(?:시오|세요))\s*[.:]?",
    re.IGNORECASE,
)
# What stands before parts that are conditions of one question, or choices.
_ONE_QUESTION = re.compile(
    r"(?:such that|\bif|\bwhere|\bwhen|satisf\w*|condition\w*|given(?: that)?|\bwith|\band|\bboth|propert\w+|\bhold\w*"
    r"|\bwhich\b.*|\bchoose\b.*|statements?.*|true.*|조건.*|만족.*|보기.*|고르.*|옳은.*|때)\W*$",
    re.IGNORECASE,
)
_ASK_EACH = re.compile(
    r"\b(find|compute|evaluate|calculate|determine)\s+(?:each\s+of\s+)?(?:the\s+)?following(?:\s+(?:values|expressions))?\s*[:.]?$",
    re.IGNORECASE,
)
_ASK_EACH_KO = re.compile(
    r"다음\s*(?:의\s*)?(?:값|식의\s*값)?(?:을|를)\s*(?:각각\s*)?(?:모두\s*)?구하(?:시오|세요|라|여라)\s*[.:]?$"
)
_OPERATOR_AT_END = re.compile(r"[-+*/=^<>×·÷]\s*\$?\s*$")
_CLOSED = re.compile(r"[.:?!;。]\W*$")
_JOINED = re.compile(r"(?:[,;]|\band)\s*$")


@dataclass(frozen=True, slots=True)
class Split:
    """What holds for all parts, and each part with its label as it is written."""

    before: str
    parts: tuple[tuple[str, str], ...]

    def texts(self) -> list[tuple[str, str]]:
        """Each label with a whole statement."""
        before = "" if _NOTHING_ASKED.fullmatch(self.before) else self.before
        if asked := _ASK_EACH.search(before):
            return [(label, f"{before[: asked.start()]}{asked.group(1)} {text}".strip()) for label, text in self.parts]
        if asked := _ASK_EACH_KO.search(before):
            return [
                (label, f"{before[: asked.start()]}{text.rstrip('.')}의 값을 구하시오.") for label, text in self.parts
            ]
        return [(label, f"{before} {text}".strip()) for label, text in self.parts]

    @property
    def is_certain(self) -> bool:
        """Whether the labels cannot be brackets of a formula: nothing is calculated with them."""
        closed = not self.before or _CLOSED.search(self.before) is not None
        calculated = any(_OPERATOR_AT_END.search(text) for text in (self.before, *(t for _, t in self.parts[:-1])))
        return closed or not calculated


def split(problem: str) -> Split | None:
    """The parts of a statement with labels in their order from the first one on; None where there are none."""
    for expression, labels in _STYLES:
        places: list[tuple[int, int, str]] = []
        at = 0
        for label in labels[:MAX_PARTS]:
            match = re.compile(expression.replace("{label}", re.escape(label))).search(problem, at)
            if match is None:
                break
            places.append((match.start(), match.end(), match.group().strip()))
            at = match.end()
        if len(places) > 1:
            ends = [start for start, _, _ in places[1:]] + [len(problem)]
            parts = tuple(
                (label, _JOINED.sub("", problem[after:end].strip()).strip())
                for (_, after, label), end in zip(places, ends, strict=True)
            )
            if all(text for _, text in parts):
                return Split(problem[: places[0][0]].strip(), parts)
    return None


@dataclass(frozen=True, slots=True)
class Parts:
    """The tasks of a statement by their labels."""

    tasks: tuple[tuple[str, Task], ...]

    def settle(self) -> Settled:
        settled: list[tuple[str, Settled]] = []
        for label, task in self.tasks:
            try:
                settled.append((label, task.settle()))
            except UndecidedError as error:
                raise undecided(label, error.reason, settled) from error
            except RefusedError as error:
                raise undecided(label, error.message, settled) from error
        answer = Formula(
            ", ".join(f"{label} {found.answer.typed}" for label, found in settled),
            r",\ ".join(rf"\text{{{label}}}\ {found.answer.latex}" for label, found in settled),
        )
        method = Message("every part was decided by itself, by two routes each")
        return Settled(answer, method, lambda level: _teach(settled, level))


def undecided(label: str, reason: Message, settled: Sequence[tuple[str, Settled]]) -> UndecidedError:
    if not settled:
        return UndecidedError(Message("Part {label} is not decided: {reason}", label=label, reason=reason))
    known = ", ".join(f"{done} {found.answer.typed}" for done, found in settled)
    return UndecidedError(
        Message(
            "Part {label} is not decided: {reason} The parts before it: {known}.",
            label=label,
            reason=reason,
            known=known,
        )
    )


def part_labels(problem: str) -> tuple[str, ...]:
    """The labels of the parts; () where there are none for certain."""
    found = split(problem)
    return tuple(label for label, _ in found.parts) if found is not None and found.is_certain else ()


def read_parts(problem: str, understand: Callable[[str], Task]) -> Parts:
    """The parts of a statement that has some, each understood. Raises UndecidedError."""
    found = split(problem)
    if found is None or _ONE_QUESTION.search(found.before):
        raise UndecidedError(Message("Numbered conditions or choices of one question are not decided."))
    tasks = []
    for label, text in found.texts():
        try:
            tasks.append((label, understand(text)))
        except UndecidedError as error:
            raise undecided(label, error.reason, ()) from error
    return Parts(tuple(tasks))


def _teach(settled: Sequence[tuple[str, Settled]], level: Level) -> tuple[Passage, ...]:
    passages = []
    taught = [(label, {passage.kind: passage.lines for passage in found.teach(level)}) for label, found in settled]
    for kind in SectionKind:
        lines: list[Message] = []
        for label, sections in taught:
            if kind in sections:
                lines += [Message("Part {label}:", label=label), *sections[kind]]
        if lines:
            passages.append(Passage(kind, tuple(lines)))
    return tuple(passages)
