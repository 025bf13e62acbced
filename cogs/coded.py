"""An answer about code as a layout: what was run of it, the code in a block or a file, the words about it. Pure."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, text, wording
from maths.message import Message, counted
from maths.plain import plain as formulas
from maths.verdict import Standing
from tutor.code import PYTHON, Aspect, Fate, Origin, Target
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.code import CodePage, CodeRecord, CodeReply, Comparison, Figures, Trial
    from tutor.types import Language, Progress

AGAIN = r"lemma:code:again:(?P<record>\d+)"
SIMPLER = r"lemma:code:simpler:(?P<record>\d+)"
OPEN = r"lemma:code:open:(?P<record>\d+)"
DELETE = r"lemma:code:delete:(?P<record>\d+)"
TURN = r"lemma:code:page:(?P<record>\d+):(?P<page>\d+)"
CANCEL = r"lemma:code:cancel:(?P<run>\d+):(?P<owner>\d+)"
LIST = r"lemma:code:list:(?P<page>\d+)"
SHOW = r"lemma:code:show"

CODE_SHOWN = 1_500  # units of code in a message; longer code is a file
FAILURES = 3
CALL, VALUE, ECHO = 160, 160, 200
OPTION = 90
_BROKEN = "`\u200b`\u200b`"  # no fence any more
_GOOD, _BAD, _OPEN = discord.Colour(0xD99A00), discord.Colour(0xD64545), discord.Colour(0x5865F2)
_ENDINGS = {
    PYTHON: ("py", "py"),
    "JavaScript": ("js", "js"),
    "TypeScript": ("ts", "ts"),
    "Java": ("java", "java"),
    "C": ("c", "c"),
    "C++": ("cpp", "cpp"),
    "C#": ("cs", "cs"),
    "Go": ("go", "go"),
    "Rust": ("rust", "rs"),
    "Kotlin": ("kotlin", "kt"),
    "Swift": ("swift", "swift"),
    "Ruby": ("ruby", "rb"),
    "PHP": ("php", "php"),
    "SQL": ("sql", "sql"),
    "R": ("r", "r"),
    "Haskell": ("haskell", "hs"),
}
TARGETS = {
    Target.SPEED: Message("speed"),
    Target.MEMORY: Message("memory"),
    Target.READABILITY: Message("readability"),
}
_ASPECTS = {
    Aspect.ANALYSIS: Message("Analysis"),
    Aspect.DESIGN: Message("Design"),
    Aspect.CHANGES: Message("What changes"),
    Aspect.COMPLEXITY: Message("Complexity"),
}
_KILO = 1_000


def layout(record: CodeRecord, page: int = 0) -> reply.Layout:
    """A stored answer, one page of it; a page past the end is the last one."""
    shown, language = record.reply, record.reply.request.language
    head = "\n".join(_head(shown))
    code, files = _code(record)
    words = _pages(shown, head, code)
    page = min(page, len(words) - 1)
    contents: list[ui.Item[ui.LayoutView]] = []
    if page == 0:
        contents.append(ui.TextDisplay(head))
        if code:
            contents.append(ui.TextDisplay(code))
        contents += [ui.File(file.url) for file in files]
    else:
        contents.append(ui.TextDisplay(_echo(shown)))
    contents += [ui.TextDisplay(part) for part in words[page]]
    contents.append(ui.TextDisplay(_footer(shown, page, len(words))))
    if len(words) > 1:
        contents.append(reply.turning(f"lemma:code:page:{record.id}", page, len(words), language))
    contents.append(_acts(record))
    return reply.layout(*contents, colour=_colour(shown), files=files if page == 0 else ())


def without_files(record: CodeRecord) -> reply.Layout | None:
    """The same where Discord takes no files: long code in pieces would be no use, so it is said; None without files."""
    if not layout(record).files:
        return None
    sentence = Message("The code is long and Lemma may attach no files here. In direct messages it works.")
    language = record.reply.request.language
    lines = "\n".join((*_head(record.reply), say(sentence, language)))
    return reply.layout(ui.TextDisplay(lines), _acts(record), colour=_colour(record.reply))


def progress(update: Progress, echo: str, language: Language, *, run: int, owner: int) -> reply.Layout:
    """What is being done, with a button to cancel it."""
    button: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Cancel"), language), emoji="✖️", custom_id=f"lemma:code:cancel:{run}:{owner}"
    )
    stage = f"**{reply.stage(update, language)}**"
    return reply.notice(f"-# {text.typed(echo, ECHO)}\n{stage}", ui.ActionRow(button))


def cancelled(language: Language) -> reply.Layout:
    return reply.notice(say(Message("🛑 Cancelled. Nothing was kept. Use /code to ask again."), language))


def abandoned(language: Language) -> reply.Layout:
    """What stands in the place of what a restart cut off."""
    return reply.notice(say(Message("This is not being worked on any more. Use /code to ask again."), language))


def listed(found: CodePage, language: Language) -> reply.Layout:
    """One's own code, to be shown again."""
    if not found.records:
        return reply.notice(say(Message("You have not asked for any code yet. Type /code solve."), language))
    lines = "\n".join(f"- {_summary(record, language)}" for record in found.records)
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:code:show",
        placeholder=say(Message("Show one again in full"), language),
        options=[
            discord.SelectOption(
                label=text.shorten(record.reply.request.text, OPTION) or "—",
                description=text.shorten(_asked(record.reply), OPTION),
                value=str(record.id),
            )
            for record in found.records
        ],
    )
    rows = [ui.ActionRow(select)]
    if found.pages > 1:
        rows.append(reply.turning("lemma:code:list", found.page, found.pages, language))
    return reply.notice(f"{reply.heading(Message('Your code'), language)}\n{lines}", *rows)


def list_button(language: Language) -> ui.Button[ui.LayoutView]:
    """To one's own code."""
    return ui.Button(label=say(Message("Code"), language), emoji="💻", custom_id="lemma:code:list:0")


def _summary(record: CodeRecord, language: Language) -> str:
    when = discord.utils.format_dt(record.asked_at, "R")
    return f"{_evidence(record.reply, language)} · {text.typed(record.reply.request.text, reply.SHORT)} · {when}"


def _pages(shown: CodeReply, head: str, code: str) -> list[list[str]]:
    """The words about the code, on pages; the first beside the code where all of them fit there."""
    language = shown.request.language
    blocks = [
        text.Block(f"### {say(_ASPECTS[aspect], language)}", body)
        for aspect, words in shown.sections
        if (body := text.readable(words))
    ]
    if not blocks:
        return [[]]
    parts = text.pages(blocks, reply.ROOM, say(Message(" (continued)"), language))
    beside = text.units(head) + text.units(code) + sum(map(text.units, parts[0]))
    return parts if len(parts) == 1 and beside <= reply.ROOM else [[], *parts]


def _echo(shown: CodeReply) -> str:
    return f"-# {text.typed(shown.request.text, ECHO)}"


def _asked(shown: CodeReply) -> str:
    target = shown.request.target
    name = shown.request.programming
    return name if target is None else f"{name} · {say(TARGETS[target], shown.request.language)}"


def _head(shown: CodeReply) -> Iterator[str]:
    """What was asked, what was run of the answer, and how far that goes."""
    language = shown.request.language
    yield _echo(shown)
    yield f"## {_evidence(shown, language)}"
    if shown.comparison is not None:
        yield from _compared(shown.comparison, shown, language)
    else:
        failed = [trial for trial in shown.trials if trial.fate is not Fate.PASSED]
        yield from (f"- {_failure(trial, language)}" for trial in failed[:FAILURES])
        if len(failed) > FAILURES:
            more = len(failed) - FAILURES
            yield f"- {say(counted('and {count} more', 'and {count} more', more), language)}"
        if origins := _origins(shown, language):
            yield f"-# {origins}"
    yield f"{wording.ICONS[Standing.UNCHECKED]} {say(_worth(shown), language)}"
    if shown.model is not None and shown.model.demonstration:
        yield reply.small(Message("Written by the small demonstration model: expect nonsense."), language)


def _worth(shown: CodeReply) -> Message:
    if not shown.code:
        return Message("**Unchecked**: there is nothing to check.")
    if shown.not_run is not None:
        return Message("**Unchecked**: a language model wrote this, and nobody ran it.")
    if shown.refused:
        return Message("**Refused**: your code is to do the same afterwards, so nothing is put in its place.")
    if any(trial.fate is not Fate.PASSED for trial in shown.trials):
        return Message("**Unchecked**: a test failed; its code or its test is wrong.")
    if shown.comparison is not None:
        return Message("**Unchecked**: the same on these inputs is evidence, no proof.")
    return Message("**Unchecked**: tests that pass are evidence, no proof.")


def _evidence(shown: CodeReply, language: Language) -> str:
    """What was run, in one line."""
    if not shown.code:
        return say(Message("The model wrote no code"), language)
    if shown.not_run is not None:
        return say(Message("not run: {reason}", reason=text.escape(render(shown.not_run, language))), language)
    if shown.comparison is not None:
        return say(_outcome(shown.comparison, shown.request.target), language)
    tests = [trial for trial in shown.trials if trial.test.call]
    milliseconds = _time(shown.seconds)
    if not tests:
        loads = all(trial.fate is Fate.PASSED for trial in shown.trials)
        sentence = (
            Message("ran: it loads, and there was no test for it") if loads else Message("ran: it does not even load")
        )
        return say(sentence, language)
    if not shown.seconds:
        sentence = counted(
            "ran: {passed} of {count} test passed",
            "ran: {passed} of {count} tests passed",
            len(tests),
            passed=shown.passed,
        )
        return say(sentence, language)
    sentence = counted(
        "ran: {passed} of {count} test passed in {time}",
        "ran: {passed} of {count} tests passed in {time}",
        len(tests),
        passed=shown.passed,
        time=milliseconds,
    )
    return say(sentence, language)


def _outcome(found: Comparison, target: Target | None) -> Message:
    if found.difference is not None:
        return Message("ran: the rewriting does something else")
    if not found.inputs:
        return Message("ran: nothing could be compared")
    same = counted("the same on {count} input", "the same on {count} inputs", found.inputs)
    if not found.better:
        return Message("ran: {same}, measured no better", same=same)
    match target:
        case Target.SPEED:
            return Message("ran: {same}, {factor}× as fast", same=same, factor=_factor(found.factor))
        case Target.MEMORY:
            return Message("ran: {same}, {factor}× less memory", same=same, factor=_factor(found.factor))
        case _:
            return Message("ran: {same}, easier to read", same=same)


def _factor(factor: float | None) -> str:
    if factor is None:
        return "?"
    return f"{factor:.0f}" if factor >= 10 else f"{factor:.1f}"  # noqa: PLR2004 - two figures are enough


def _compared(found: Comparison, shown: CodeReply, language: Language) -> Iterator[str]:
    if found.difference is not None:
        yield f"- {_differs(found.difference, language)}"
        return
    if not found.inputs:
        yield say(Message("No input came to an end in your code with a result that can be compared."), language)
        return
    names = (
        (Message("slowest call"), _seconds),
        (Message("most memory of a call"), _bytes),
        (Message("complexity (McCabe)"), _complexity),
        (Message("lint findings"), _lints),
        (Message("lines"), _lines),
    )
    for name, figure in names:
        before, after = figure(found.before), figure(found.after)
        if before and after:
            yield f"- {say(name, language)}: {before} → **{after}**"
    if shown.request.target is Target.SPEED:
        yield reply.small(Message("Timed in pairs, turn about, each again and again; the median is shown."), language)


def _seconds(figures: Figures) -> str:
    return "" if figures.seconds is None else _time(figures.seconds)


def _bytes(figures: Figures) -> str:
    if figures.peak is None:
        return ""
    return f"{figures.peak / _KILO / _KILO:.1f} MB" if figures.peak >= _KILO**2 else f"{figures.peak / _KILO:.1f} kB"


def _complexity(figures: Figures) -> str:
    return "" if figures.complexity is None else str(figures.complexity)


def _lints(figures: Figures) -> str:
    return "" if figures.lints is None else str(figures.lints)


def _lines(figures: Figures) -> str:
    return str(figures.lines)


def _time(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.1f} s"
    if seconds >= 1 / _KILO:
        return f"{seconds * _KILO:.3g} ms"
    return f"{seconds * _KILO * _KILO:.3g} µs"


def _origins(shown: CodeReply, language: Language) -> str:
    """Who wrote the tests."""
    of = [trial.test.origin for trial in shown.trials if trial.test.call]
    own, models, holding = (of.count(each) for each in (Origin.ASKER, Origin.MODEL, Origin.PROPERTY))
    parts = []
    if own:
        parts.append(counted("{count} example of yours", "{count} examples of yours", own))
    if models:
        parts.append(counted("{count} test by the model", "{count} tests by the model", models))
    if holding:
        parts.append(counted("{count} property that must hold", "{count} properties that must hold", holding))
    return " · ".join(say(part, language) for part in parts)


def _failure(trial: Trial, language: Language) -> str:
    call, expected, got = inline(trial.test.call, CALL), inline(trial.test.expects, VALUE), inline(trial.got, VALUE)
    if not trial.test.call:
        return say(Message("loading it: {error}", error=got), language) if trial.got else _fate(trial, language)
    match trial.fate:
        case Fate.WRONG:
            sentence = Message("{call} gave {got}, expected {expected}", call=call, got=got, expected=expected)
        case Fate.RAISED:
            sentence = Message("{call} raised {got}, expected {expected}", call=call, got=got, expected=expected)
        case _:
            return f"{call}: {_fate(trial, language)}"
    return say(sentence, language)


def _differs(trial: Trial, language: Language) -> str:
    if not trial.test.call:
        return _failure(trial, language)
    call, expected, got = inline(trial.test.call, CALL), inline(trial.test.expects, VALUE), inline(trial.got, VALUE)
    if trial.fate not in {Fate.WRONG, Fate.RAISED}:
        return f"{call}: {_fate(trial, language)}"
    return say(
        Message("{call}: yours {expected}, the rewriting {got}", call=call, expected=expected, got=got), language
    )


def _fate(trial: Trial, language: Language) -> str:
    match trial.fate:
        case Fate.TIMED_OUT:
            return say(Message("did not end in time, and was stopped"), language)
        case Fate.TOO_LARGE:
            return say(Message("gave more than can be looked at"), language)
        case Fate.SKIPPED:
            return say(Message("not run: there was no time left"), language)
        case _:
            return say(Message("ended the interpreter: too much memory, or a crash"), language)


def _code(record: CodeRecord) -> tuple[str, tuple[reply.Attached, ...]]:
    """The code as a block, or as a file with a line that says so; nothing where it waits or was refused."""
    shown, language = record.reply, record.reply.request.language
    if not shown.code or shown.refused:
        return "", ()
    if not record.opened:
        return reply.small(Message("The code waits: try it yourself first, then press the button."), language), ()
    name, ending = _ENDINGS.get(shown.request.programming, ("", "txt"))
    block = fenced(shown.code, name)
    exact = "```" not in shown.code and block == f"```{name}\n{shown.code}\n```"
    if text.units(block) <= CODE_SHOWN and exact:
        return block, ()
    file = reply.Attached(f"lemma-{record.id}.{ending}", shown.code.encode("utf-8", "replace"))
    return (block if text.units(block) <= CODE_SHOWN else ""), (file,)


def fenced(code: str, name: str) -> str:
    """Code as a block that it cannot leave; what is not to be seen is shown."""
    return f"```{name}\n{_visible(code).replace('```', _BROKEN)}\n```"


def inline(code: str, most: int) -> str:
    """Code on a line."""
    line = text.shorten(_visible(code), most)
    return f"`{line.replace('`', 'ˋ')}`" if line else "—"


def _visible(code: str) -> str:
    """Without characters that turn the reading order or hide: each as its number."""
    return "".join(
        character
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co"}
        else f"\\u{ord(character):04x}"
        for character in code
    )


def _footer(shown: CodeReply, page: int, pages: int) -> str:
    language = shown.request.language
    parts = [_asked(shown)]
    if shown.model is not None:
        parts.append(text.escape(shown.model.label))
    if shown.tries > 1:
        parts.append(say(counted("{count} try", "{count} tries", shown.tries), language))
    if pages > 1:
        parts.append(say(Message("page {page} of {pages}", page=page + 1, pages=pages), language))
    return f"-# {' · '.join(parts)}"


def _colour(shown: CodeReply) -> discord.Colour:
    if shown.not_run is not None:
        return _OPEN
    failed = any(trial.fate is not Fate.PASSED for trial in shown.trials)
    return _BAD if failed or shown.refused or not shown.code else _GOOD


def _acts(record: CodeRecord) -> ui.ActionRow[ui.LayoutView]:
    shown, language, row = record.reply, record.reply.request.language, ui.ActionRow[ui.LayoutView]()
    acts = (
        ("open", Message("Show the code"), "👁️", not record.opened and bool(shown.code) and not shown.refused),
        ("again", Message("Run again"), "🔁", any(trial.test.call for trial in shown.trials) or bool(shown.inputs)),
        ("simpler", Message("Explain simpler"), "🐣", bool(shown.code) and record.opened and not shown.refused),
        ("delete", Message("Delete"), "🗑️", True),
    )
    for act, label, emoji, offered in acts:
        if offered:
            button: ui.Button[ui.LayoutView] = ui.Button(
                label=say(label, language), emoji=emoji, custom_id=f"lemma:code:{act}:{record.id}"
            )
            row.add_item(button)
    return row


def plain(shown: CodeReply) -> str:
    """An answer as a person reads it in a terminal."""
    language = shown.request.language
    head = "\n".join(line.removeprefix("-# ").removeprefix("## ") for line in list(_head(shown))[1:])
    parts = [head.replace("**", "").replace("\\", "")]
    if shown.code and not shown.refused:
        parts.append(_visible(shown.code))
    parts += [f"## {say(_ASPECTS[aspect], language)}\n{formulas(words)}" for aspect, words in shown.sections]
    return "\n\n".join(parts)
