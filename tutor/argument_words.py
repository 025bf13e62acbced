"""What logic found about an argument, as the sections of a solution. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.logic.argued.language import Role
from maths.message import Formula, Message, counted
from maths.verdict import SectionKind, Standing
from tutor.pictures import ArgumentNode, ArgumentTree
from tutor.types import Section, Voucher
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.logic.argued.answer import Argued
    from tutor.types import Language

FORMAL = re.compile(r"```\n(?P<formal>.*?)\n```", re.DOTALL)
NAMES = {
    SectionKind.UNDERSTANDING: Message("The argument as it was understood"),
    SectionKind.APPROACH: Message("What the language model thinks of it"),
    SectionKind.STEPS: Message("Step by step"),
    SectionKind.CHECK: Message("Why"),
    SectionKind.CONCLUSION: Message("What would make it valid"),
}


def sections(argued: Argued, language: Language, texts: Sequence[str], standing: Standing) -> tuple[Section, ...]:
    """The formalisation, which steps follow, why, and what is missing; in the language."""
    reader = Voucher.MATHEMATICS if standing is Standing.VERIFIED else Voucher.MODEL
    parts: list[tuple[SectionKind, str | list[Message], Voucher]] = [
        (SectionKind.UNDERSTANDING, _understood(argued, language, texts), reader),
        (SectionKind.STEPS, _steps(argued), Voucher.MATHEMATICS),
        (SectionKind.CHECK, _why(argued), Voucher.MATHEMATICS),
        (SectionKind.CONCLUSION, _missing(argued), Voucher.MATHEMATICS),
    ]
    found = [
        Section(kind, lines if isinstance(lines, str) else "\n".join(say(line, language) for line in lines), voucher)
        for kind, lines, voucher in parts
    ]
    return tuple(section for section in found if section.text)


def answer(argued: Argued, language: Language) -> Formula:
    judgement = argued.judgement
    if judgement.valid and not judgement.consistent:
        message = Message("valid, but its premises contradict each other")
    elif judgement.form is not None:
        name = judgement.form.name
        message = Message("valid: {form}", form=name) if judgement.valid else Message("not valid: {form}", form=name)
    else:
        message = Message("valid") if judgement.valid else Message("not valid")
    said = say(message, language)
    told = said[:1].upper() + said[1:]
    return Formula(told, rf"\text{{{told}}}")


def tree(argued: Argued, language: Language) -> ArgumentTree:
    """Premises, what is concluded on the way, and the conclusion."""
    number, nodes = 0, []
    for line in argued.lines:
        number += line.role is Role.PREMISE
        mark = f"{number}" if line.role is Role.PREMISE else "∴"
        nodes.append(ArgumentNode(mark, say(line.said, language), line.unicode, line.follows))
    judgement = argued.judgement
    return ArgumentTree(answer(argued, language).typed, tuple(nodes), judgement.needs, judgement.valid)


def symbols_of(argued: Argued) -> set[str]:
    """The symbols of the formulas: words that no quantifier binds and no sign is."""
    used: set[str] = set()
    for line in argued.lines:
        bound = set(re.findall(r"[∀∃](\w+)", line.unicode))
        used |= set(re.findall(r"\w+", re.sub(r"[∀∃]\w+", " ", line.unicode))) - bound
    return used


def _understood(argued: Argued, language: Language, texts: Sequence[str]) -> str:
    """Each sentence in the words of its formula, and the formalisation that can be edited."""
    written = texts or [line.text for line in argued.lines]
    number, rows = 0, []
    for line, text in zip(argued.lines, written, strict=True):
        number += line.role is Role.PREMISE
        mark = f"{number}." if line.role is Role.PREMISE else "∴"
        said = say(line.said, language)
        same = _bare(text) == _bare(said)
        quoted = f"“{text.strip(' .')}”" if text else ""
        rows.append(f"{mark} {quoted}" if same else f"{mark} {quoted}: {said}" if text else f"{mark} {said}")
    head = say(Message("Look whether this is what you mean; what is decided is decided of this form."), language)
    form = say(Message("In formulas:"), language)
    return "\n".join([head, *rows, f"**{form}**", f"```\n{argued.formal}\n```"])


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _steps(argued: Argued) -> list[Message]:
    """Which of the lines that are concluded follow from the lines before them; nothing where there is only one."""
    concluded = [line for line in argued.lines if line.follows is not None]
    if len(concluded) == 1:
        return []
    return [
        Message("✅ {said}: it follows from the lines before it.", said=line.said)
        if line.follows
        else Message("❌ {said}: it does not follow from the lines before it.", said=line.said)
        for line in concluded
    ]


def _why(argued: Argued) -> list[Message]:
    return list(_valid(argued) if argued.judgement.valid else _invalid(argued))


def _valid(argued: Argued) -> Iterator[Message]:
    judgement = argued.judgement
    premises = sum(line.role is Role.PREMISE for line in argued.lines)
    if not judgement.consistent:
        yield Message("The premises contradict each other. Everything follows from them, so this proves nothing.")
    yield Message("There is no world where all premises are true and the conclusion is false.")
    if judgement.form is not None:
        yield Message("Its form has a name: {form}.", form=judgement.form.name)
    if judgement.always:
        yield Message("The conclusion is true whatever the premises say.")
    elif len(judgement.needs) < premises:
        unused = [number + 1 for number in range(premises) if number not in judgement.needs]
        yield counted(
            "The conclusion follows without premise {numbers}.",
            "The conclusion follows without premises {numbers}.",
            len(unused),
            numbers=", ".join(map(str, unused)),
        )
    elif premises > 1:
        yield Message("Every premise is needed: without any one of them the conclusion does not follow.")


def _invalid(argued: Argued) -> Iterator[Message]:
    judgement = argued.judgement
    if argued.world is not None:
        yield argued.world
        yield Message("There all premises are true and the conclusion is false, so the conclusion does not follow.")
    if judgement.form is not None and judgement.form.fallacy is not None:
        yield Message(
            "This is a fallacy with a name, {form}: {why}.", form=judgement.form.name, why=judgement.form.fallacy
        )


def _missing(argued: Argued) -> list[Message]:
    if argued.judgement.valid or not argued.missing:
        return []
    head = counted(
        "With this premise more it would be valid, if the premise is true:",
        "With any one of these premises more it would be valid, if the premise is true:",
        len(argued.missing),
    )
    return [head, *(Message("- {said}: {formula}", said=said, formula=formula) for formula, said in argued.missing)]
