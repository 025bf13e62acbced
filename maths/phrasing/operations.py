r"""Operations a statement defines itself: `a ⋆ b = a^2 - 2b` is read as a function of two letters, `Z(a, b) = …`.

Every place where the sign stands must have two operands that are whole by themselves: numbers, letters, brackets,
fractions, roots. Where the sign could bind in two ways (`2 ⋆ 3 + 4`, `1 ⋆ 2 ⋆ 3`, `-1 ⋆ 2`) nothing is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maths.families.settled import Settled, Task, UndecidedError
from maths.message import Message
from maths.verdict import Passage, SectionKind

if TYPE_CHECKING:
    from maths.verdict import Level

MAX_PLACES = 40  # where the sign stands
_COMMANDS = (
    "star|ast|diamond|Diamond|diamondsuit|oplus|otimes|ominus|odot|oslash|bullet|triangle|bigtriangleup|nabla|spadesuit"
    "|heartsuit|clubsuit|clubs|spadesuit|Psi|Theta|Phi|Omega|dagger|ddagger|bigcirc|bigstar|square|Box|circ|lozenge"
    "|blacklozenge|clubsuit|triangledown|triangleleft|triangleright|boxplus|boxtimes|sharp|natural|flat|uplus|sqcup"
    "|sqcap|wr|bigoplus|bigotimes|wedge|vee"
)
_SIGN = rf"\\(?:{_COMMANDS})(?![A-Za-z])|\\[#&@$%]|[@#&⋆★☆◇♢♦⊕⊖⊗⊙⊘∘△▲▽∇□■○●◊♠♣♥✦✱∗*]"
_DEFINED = re.compile(rf"(?<![A-Za-z\\0-9])([A-Za-z])\s*((?:{_SIGN}))\s*([A-Za-z])\s*(?:\$\s*)?=(?!=)")
_CAPITALS = "ZQVWKU"
_OPEN, _CLOSE = "([{", ")]}"
_TYPED_PRODUCTS = ("*", r"\ast", "∗", r"\&", "&")
_ATOM = re.compile(
    r"\\left\s*\(|\(|\d+(?:\.\d+)?(?![\d.]*\d)|\\[dt]?frac\s*\{|\\sqrt\s*(?:\[\w+\]\s*)?\{|[A-Za-z](?![A-Za-z])"
)
_END_OF_ATOM = re.compile(r"(\d+(?:\.\d+)?|(?<![A-Za-z\\])[A-Za-z])$")


@dataclass(frozen=True, slots=True)
class Spelled:
    """The text with the operation as a function named `letter`."""

    text: str
    sign: str
    letter: str


class _UnclearError(Exception):
    """The sign stands where its operands are not certain."""


def spelled_operation(problem: str) -> Spelled | None:
    """The problem with its own operation as a function; None where it defines none.

    Raises UndecidedError where the sign is used so that it could bind in two ways.
    """
    problem = problem.replace("\\,", "  ").replace("\\ ", "  ")
    found = _DEFINED.search(problem)
    if found is None or not _mentions(problem, found):
        return None
    sign = found.group(2)
    uses = re.findall(re.escape(sign) + (r"(?![A-Za-z])" if sign[-1].isalpha() else ""), problem)
    letter = next((capital for capital in _CAPITALS if capital not in problem), None)
    if letter is None or not 1 < len(uses) <= MAX_PLACES or found.group(1) == found.group(3):
        return None
    if sign in _TYPED_PRODUCTS and not _is_no_product(problem, found):
        return None
    try:
        text = _spelled(problem, sign, letter)
    except _UnclearError:
        if sign in _TYPED_PRODUCTS:
            return None
        raise UndecidedError(
            Message("What {sign} is applied to can be read in two ways: put brackets.", sign=_shown(sign))
        ) from None
    return Spelled(text, sign, letter)


def _mentions(problem: str, found: re.Match[str]) -> bool:
    """Whether the right side is about one of the letters at least."""
    right = re.split(r"[,?;$]|\.\s", problem[found.end() :].lstrip(" $"), maxsplit=1)[0]
    return (
        re.search(rf"(?<![A-Za-z\\])[{found.group(1)}{found.group(3)}]", re.sub(r"\\[A-Za-z]+", " ", right)) is not None
    )


def _is_no_product(problem: str, found: re.Match[str]) -> bool:
    """Whether `a*b = …` says what a sign means, and is no equation: the letters on its left stand there only."""
    after = problem[found.end() :]
    asked = re.search(r"\d\s*" + re.escape(found.group(2)) + r"\s*\(?\d", after)
    said = re.search(r"operation|operator|연산|\b(for all|for any|for every)\b|\bdefine", problem, re.IGNORECASE)
    rest = re.split(r"[.?!]\s|,\s*(?:then|what|find|compute|evaluate)\b", after, maxsplit=1)
    alone = len(rest) == 2 and not re.search(  # noqa: PLR2004 - the definition and the question
        rf"(?<![A-Za-z\\])[{found.group(1)}{found.group(3)}](?![A-Za-z])", rest[1]
    )
    return asked is not None and (said is not None or alone)


def _spelled(text: str, sign: str, letter: str) -> str:
    pattern = re.compile(re.escape(sign) + (r"(?![A-Za-z])" if sign[-1].isalpha() else ""))
    changed = True
    while changed:
        changed = False
        for place in pattern.finditer(text):
            if _is_bare(text, place):
                text = text[: place.start()] + letter + text[place.end() :]
                changed = True
                break
            left, right = _left(text, place.start(), letter), _right(text, place.end(), letter)
            if pattern.search(text[left : place.start()]) or pattern.search(text[place.end() : right]):
                continue
            _check_sides(text, left, right, pattern, place, letter)
            first, second = text[left : place.start()].strip(), text[place.end() : right].strip()
            text = f"{text[:left]}{letter}({_bare(first)}, {_bare(second)}){text[right:]}"
            changed = True
            break
    if pattern.search(text):
        raise _UnclearError
    return text


def _is_bare(text: str, place: re.Match[str]) -> bool:
    r"""The sign as a word of the sentence: `the operation $\star$ is …`."""
    before, after = text[: place.start()].rstrip(" ${"), text[place.end() :].lstrip(" $}")
    opened = text[: place.start()].rstrip().endswith("$") and text[place.end() :].lstrip().startswith("$")
    word_before = re.search(r"(?:^|[a-z가-힣])$", before, re.IGNORECASE) is not None and not re.search(
        r"(?<![A-Za-z])[A-Za-z]$", before
    )
    word_after = re.match(r"[A-Za-z]{2,}|[가-힣]|,|a (?:new|binary)", after) is not None
    return (opened or word_before) and (word_after or opened)


def _bare(operand: str) -> str:
    """Without the brackets around the whole."""
    plain = operand.replace("\\left", "").replace("\\right", "")
    if plain.startswith("(") and _closing(plain, 0) == len(plain) - 1:
        return plain[1:-1]
    return plain


def _closing(text: str, opening: int) -> int:
    depth = 0
    for at in range(opening, len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if depth == 0:
            return at
    raise _UnclearError


def _opening(text: str, closing: int) -> int:
    depth = 0
    for at in range(closing, -1, -1):
        depth += (text[at] in _CLOSE) - (text[at] in _OPEN)
        if depth == 0:
            return at
    raise _UnclearError


def _right(text: str, at: int, letter: str) -> int:
    """Where the operand that begins here ends."""
    while text[at : at + 1].isspace():
        at += 1
    if negative := re.compile(r"-\s*\d+(?:\.\d+)?(?![\d.]*\d)").match(text, at):
        return negative.end()
    match = _ATOM.match(text, at)
    if match is None:
        raise _UnclearError
    head = match.group()
    if head == letter and text[match.end() : match.end() + 1] == "(":
        return _closing(text, match.end()) + 1
    if head.endswith(("(", "{")):
        end = _closing(text, match.end() - 1) + 1
        if "frac" in head:
            if text[end : end + 1] != "{":
                raise _UnclearError
            end = _closing(text, end) + 1
        return end
    return match.end()


def _left(text: str, end: int, letter: str) -> int:
    """Where the operand that ends here begins."""
    while text[end - 1 : end].isspace():
        end -= 1
    last = text[end - 1 : end]
    if last == ")":
        start = _opening(text, end - 1)
        before = text[:start]
        if before.endswith(letter):
            return start - 1
        return start - len("\\left") if before.endswith("\\left") else start
    if last == "}":
        start = _opening(text, end - 1)
        if text[start - 1 : start] == "}":
            start = _opening(text, start - 1)
        command = re.search(r"\\(?:[dt]?frac|sqrt)\s*(?:\[\w+\]\s*)?$", text[:start])
        if command is None:
            raise _UnclearError
        return command.start()
    match = _END_OF_ATOM.search(text[:end])
    if match is None:
        raise _UnclearError
    return match.start()


def _check_sides(  # noqa: PLR0913, PLR0917 - a place in a text
    text: str, left: int, right: int, pattern: re.Pattern[str], place: re.Match[str], letter: str
) -> None:
    """Refuse what else might bind the operands: a factor, a power, a single sum, another such sign."""
    before, after = text[:left].rstrip(), text[right:].lstrip()
    if re.search(r"(?:[\d)^*/!}]|\\cdot|\\times|\\div|·|×|÷|(?<![A-Za-z\\])[A-Za-z])$", before):
        raise _UnclearError
    if re.match(r"[\d(^*/!]|\\cdot|\\times|\\div|\\frac|\\sqrt|·|×|÷|[A-Za-z](?![A-Za-z])", after) and not re.match(
        r"[A-Za-z]{2,}", after
    ):
        raise _UnclearError
    if pattern.match(after) or any(found.end() == len(before) for found in pattern.finditer(before)):
        raise _UnclearError
    sums = re.search(r"[+-]$", before) or re.match(r"[+-]", after)
    group = _group(text, place.start())
    if sums and len(pattern.findall(group)) + group.count(f"{letter}(") < 2:  # noqa: PLR2004 - a chain else
        raise _UnclearError
    if re.search(r"(?:^|[(=,$\[{]|\\left|[A-Za-z가-힣]{2,})\s*-$", before):
        raise _UnclearError


def _group(text: str, at: int) -> str:
    """The sentence's formula around a place."""
    start = max(text.rfind(mark, 0, at) for mark in ("$", "=", "?", ". ", "\n", "what", "ind"))
    ends = [found for mark in ("$", "=", "?", ". ", "\n", "what", "ind") if (found := text.find(mark, at)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


@dataclass(frozen=True, slots=True)
class WithOperation:
    """A task of a statement with its own operation: the solution says how that is written."""

    task: Task
    sign: str
    letter: str

    def settle(self) -> Settled:
        settled = self.task.settle()
        return replace(settled, teach=lambda level: self._teach(settled, level))

    def _teach(self, settled: Settled, level: Level) -> tuple[Passage, ...]:
        told = Message(
            "The sign {sign} is an operation that the problem defines; we write {letter}(a, b) for a {sign} b.",
            sign=_shown(self.sign),
            letter=self.letter,
        )
        return tuple(
            Passage(passage.kind, (told, *passage.lines)) if passage.kind is SectionKind.UNDERSTANDING else passage
            for passage in settled.teach(level)
        )


_SHOWN = {
    "star": "⋆",
    "ast": "∗",
    "diamond": "◇",
    "Diamond": "◇",
    "oplus": "⊕",
    "otimes": "⊗",
    "nabla": "∇",
    "circ": "∘",
}


def _shown(sign: str) -> str:
    return _SHOWN.get(sign.lstrip("\\"), sign.lstrip("\\") or sign)
