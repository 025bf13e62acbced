"""A task of practice as a layout: the problem, the hints so far, what became of the last answer, what can be done.

Pure: no request leaves this room.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, text, topics, wording
from maths.message import Message, counted
from maths.verdict import Standing
from tutor.learning import Mark, Score, TaskKind, TaskState
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.learning import DraftProblem, Marking, Run, Story, Task
    from tutor.pictures import Picture
    from tutor.types import Language, Record

ANSWER = r"lemma:task:answer:(?P<task>\d+)"
CLAIM = r"lemma:task:claim:(?P<task>\d+):(?P<claim>\w+)"
HINT = r"lemma:task:hint:(?P<task>\d+)"
SHOW = r"lemma:task:show:(?P<task>\d+)"
SOLUTION = r"lemma:task:solution:(?P<task>\d+)"
REPORT = r"lemma:task:report:(?P<task>\d+)"
ANOTHER = r"lemma:task:another:(?P<task>\d+)"
NEXT = r"lemma:run:next:(?P<run>\d+)"
SIMILAR = r"lemma:similar:(?P<record>\d+)"

CLAIM_SHOWN = 100
_RIGHT, _WRONG, _OPEN = discord.Colour(0x2E9E5B), discord.Colour(0xD99A00), discord.Colour(0x5865F2)
_CHOICES = {"True": ("True", "False"), "False": ("True", "False")}
_SAYS_NO_MORE = ("The value is not right.", "This is not the expected answer.")  # than that it is wrong
_SCORES = {
    Score.ALONE: ("✅", Message("solved")),
    Score.HELPED: ("☑️", Message("solved with help")),
    Score.NOT: ("📖", Message("solution shown")),
}
_KINDS = {
    TaskKind.PRACTICE: Message("Practice"),
    TaskKind.REVIEW: Message("Review"),
    TaskKind.DAILY: Message("Daily problem"),
}


def layout(
    task: Task,
    language: Language,
    *,
    run: Run | None = None,
    marking: Marking | None = None,
    picture: Picture | None = None,
) -> reply.Layout:
    """A task as it stands; `marking` is what became of the answer just given."""
    contents: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(f"-# {_where(task, run, language)}")]
    files: tuple[reply.Attached, ...] = ()
    if picture is None:
        contents.append(ui.TextDisplay(f"### {text.shown(render(task.problem.draft.statement, language))}"))
    else:
        alt = reply.described(picture.alts[0])
        files = (reply.Attached(f"lemma-task-{task.id}.png", picture.pages[0], alt),)
        contents.append(reply.gallery(*files))
    if story := task.problem.draft.story:
        contents.append(ui.TextDisplay("\n".join(_told(story, task.state, language))))
    if hints := list(_hints(task, language)):
        contents.append(ui.TextDisplay("\n".join(hints)))
    if marking is not None:
        contents.append(ui.TextDisplay(judged(marking.mark, marking.claim, marking.feedback, language)))
    elif task.state is TaskState.SHOWN:
        contents.append(ui.TextDisplay(say(Message("The solution was shown; this one will come back."), language)))
    elif task.state is TaskState.SOLVED:
        contents.append(ui.TextDisplay(say(Message("✅ You have solved this one."), language)))
    contents.append(_open_acts(task, language) if task.state is TaskState.OPEN else _closed_acts(task, language))
    return reply.layout(*contents, colour=_colour(task, marking), files=files)


def behind_a_story(record: Record) -> Record:
    """The solution of the problem that a story was told around, saying so."""
    note = Message("This is the calculation the story was written around; both have the same answer.")
    return replace(record, solution=replace(record.solution, notes=(note, *record.solution.notes)))


def own_solution(draft: DraftProblem, language: Language) -> reply.Layout:
    """The solution of a problem that moderators wrote, or its answer where they wrote no more."""
    answer = text.shown(f"${draft.answer.latex}$")
    lines = [f"# {answer}"]
    if draft.solution:
        lines.append(text.shown(draft.solution))
    lines.append(reply.small(Message("Written by the moderators of this server."), language))
    return reply.notice("\n".join(lines))


def summary(run: Run, language: Language, picture: Picture | None = None) -> reply.Layout:
    """How a session went."""
    lines = [reply.heading(Message("Session finished"), language), _total(run, language)]
    contents: list[ui.Item[ui.LayoutView]] = []
    files: tuple[reply.Attached, ...] = ()
    if picture is None:
        lines += [f"{place}. {_result(task, language)}" for place, task in enumerate(run.tasks, start=1)]
    else:
        files = (reply.Attached(f"lemma-run-{run.id}.png", picture.pages[0], reply.described(picture.alts[0])),)
        contents.append(reply.gallery(*files))
    again = reply.small(
        Message("What was not solved alone comes back in /review. Another session: /practice start"), language
    )
    return reply.layout(
        ui.TextDisplay(_within(lines)),
        *contents,
        ui.TextDisplay(again),
        colour=_RIGHT,
        files=files,
    )


def summary_page(run: Run, language: Language) -> str:
    """The same as a page to be set: a table of the problems and what became of them."""
    heads = (Message("Problem"), Message("Result"), Message("Hints"), Message("Wrong answers"))
    rows = [
        f"| {place}. {_cell(render(task.problem.draft.statement, language))} "
        f"| {say(_score(task)[1], language)} | {task.hints} | {task.tries} |"
        for place, task in enumerate(run.tasks, start=1)
    ]
    title = say(Message("Session finished"), language)
    return "\n".join(
        (
            f"# {title}",
            "",
            _total(run, language),
            "",
            "| " + " | ".join(say(head, language) for head in heads) + " |",
            "|---|---|---|---|",
            *rows,
        )
    )


def _where(task: Task, run: Run | None, language: Language) -> str:
    parts = [say(_KINDS[task.kind], language)]
    if run is not None:
        ids = [each.id for each in run.tasks]
        place = ids.index(task.id) + 1 if task.id in ids else len(ids) + 1
        parts.append(say(Message("problem {place} of {count}", place=place, count=run.count), language))
    if _topic(task):
        parts.append(topics.name(_topic(task), language))
    parts.append(say(wording.LEVELS[task.problem.draft.level], language))
    return " · ".join(parts)


def _told(story: Story, state: TaskState, language: Language) -> Iterator[str]:
    """Who wrote a story and how its answer was confirmed, in small print."""
    model = text.escape(story.writer)
    if story.standing is Standing.VERIFIED:
        said = Message(
            "The language model {model} wrote this story; mathematics confirmed the answer from its words.", model=model
        )
    else:
        said = Message(
            "The language model {model} wrote this story; mathematics confirmed the answer: the calculation behind the "
            "story and two readings of it, computed exactly, agree.",
            model=model,
        )
    yield f"-# {render(said, language)}"  # `say` would take the escapes of the name away
    if state is TaskState.OPEN:
        yield reply.small(Message("Answer with the number alone."), language)


def _topic(task: Task) -> str:
    return task.problem.draft.topic


def _hints(task: Task, language: Language) -> Iterator[str]:
    shown = task.problem.draft.hints[: task.hints]
    for place, hint in enumerate(shown, start=1):
        yield f"💡 **{place}.** {text.shown(render(hint, language))}"


def judged(mark: Mark, claim: str, feedback: Message | None, language: Language) -> str:
    """What became of an answer, and what is wrong with it."""
    given = text.typed(claim, CLAIM_SHOWN)
    match mark:
        case Mark.RIGHT | Mark.CLOSED:
            said = Message("✅ **{answer}** is right.", answer=given)
        case Mark.WRONG:
            said = Message("❌ **{answer}** is not right.", answer=given)
        case Mark.REPEATED:
            said = Message("❌ **{answer}** again: you had that before, so it was not counted.", answer=given)
        case Mark.UNREADABLE:
            said = Message("❔ **{answer}** was not counted.", answer=given)
    lines = [say(said, language)]
    if feedback is not None and mark is not Mark.RIGHT and feedback.key not in _SAYS_NO_MORE:
        lines.append(text.shown(render(feedback, language)))
    return "\n".join(lines)


def _open_acts(task: Task, language: Language) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    for item in _claims(task, language):
        row.add_item(item)
    left = len(task.problem.draft.hints) - task.hints
    if left:
        label = counted("Hint ({count} left)", "Hint ({count} left)", left)
        row.add_item(_button(label, f"lemma:task:hint:{task.id}", language, emoji="💡"))
    row.add_item(_button(Message("Show the solution"), f"lemma:task:show:{task.id}", language))
    return row


def _claims(task: Task, language: Language) -> Iterator[ui.Button[ui.LayoutView]]:
    """The answers to choose from where there are few; else the button that opens the form."""
    typed = task.problem.draft.answer.typed
    if typed in _CHOICES:
        yield _button(Message("True"), f"lemma:task:claim:{task.id}:True", language, main=True)
        yield _button(Message("False"), f"lemma:task:claim:{task.id}:False", language, main=True)
        return
    yield _button(Message("Answer"), f"lemma:task:answer:{task.id}", language, emoji="✏️", main=True)


def _closed_acts(task: Task, language: Language) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()
    if task.run_id is not None:
        row.add_item(_button(Message("Go on"), f"lemma:run:next:{task.run_id}", language, emoji="▶️", main=True))
    elif task.kind is TaskKind.REVIEW:
        row.add_item(_button(Message("Go on"), "lemma:review:next", language, emoji="▶️", main=True))
    row.add_item(_button(Message("See the solution"), f"lemma:task:solution:{task.id}", language, emoji="📖"))
    if task.problem.draft.guild_id is None:
        row.add_item(_button(Message("One more like this"), f"lemma:task:another:{task.id}", language, emoji="🔁"))
    row.add_item(_button(Message("Report a mistake"), f"lemma:task:report:{task.id}", language, emoji="🚩"))
    return row


def _button(
    label: Message, custom_id: str, language: Language, *, emoji: str | None = None, main: bool = False
) -> ui.Button[ui.LayoutView]:
    style = discord.ButtonStyle.primary if main else discord.ButtonStyle.secondary
    return ui.Button(label=say(label, language), custom_id=custom_id, emoji=emoji, style=style)


def _colour(task: Task, marking: Marking | None) -> discord.Colour:
    if task.state is TaskState.SOLVED:
        return _RIGHT
    return _WRONG if marking is not None or task.state is TaskState.SHOWN else _OPEN


def _score(task: Task) -> tuple[str, Message]:
    return _SCORES[task.score or Score.NOT]


def _result(task: Task, language: Language) -> str:
    icon, said = _score(task)
    problem = text.typed(render(task.problem.draft.statement, language), reply.SHORT)
    return f"{icon} {problem}: {say(said, language)}"


def _total(run: Run, language: Language) -> str:
    alone = sum(task.score is Score.ALONE for task in run.tasks)
    solved = sum(task.score in (Score.ALONE, Score.HELPED) for task in run.tasks)
    return say(
        Message("{solved} of {count} solved, {alone} of them alone.", solved=solved, count=len(run.tasks), alone=alone),
        language,
    )


def _cell(statement: str) -> str:
    """A statement inside a table: on one line, its bars kept from ending the cell."""
    return " ".join(statement.split()).replace("|", r"\vert ")


def _within(lines: list[str]) -> str:
    """As many of the lines as a reply has room for."""
    while text.units("\n".join(lines)) > reply.ROOM:
        lines = [*lines[:-2], "…"]
    return "\n".join(lines)
