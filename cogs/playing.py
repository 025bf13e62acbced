"""A puzzle as a layout: its words and board, the hints so far, what became of the last answer, what can be done.

Pure: no request leaves this room.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import reply, text, topics, wording
from maths.message import Message, counted
from maths.puzzles.board import Grid
from maths.puzzles.titles import TITLES
from tutor import boards
from tutor.learning import Mark, Score, TaskKind, TaskState
from tutor.puzzles import Wish, answer_of, hints_of, in_words, puzzle_of, solved_in_words
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cogs.views import Form
    from maths.puzzles.board import Board
    from maths.puzzles.puzzle import Field, Link, Puzzle
    from tutor.learning import Marking, Task, TaskPage
    from tutor.pictures import Picture
    from tutor.types import Language, Level

_AT = r"(?P<task>\d+):(?P<wish>[ka][lf])"
ANSWER = rf"lemma:puzzle:answer:{_AT}"
HINT = rf"lemma:puzzle:hint:{_AT}"
SHOW = rf"lemma:puzzle:show:{_AT}"
ANOTHER = rf"lemma:puzzle:another:{_AT}"
SOLUTION = r"lemma:puzzle:solution:(?P<task>\d+)"
TURN = r"lemma:puzzle:page:(?P<task>\d+):(?P<page>\d+)"
MINE = r"lemma:puzzle:mine"
LIST = r"lemma:puzzle:list:(?P<page>\d+)"
OPEN = r"lemma:puzzle:open"

LABEL, DESCRIPTION, PLACEHOLDER, OPTION = 45, 100, 100, 100  # Discord's bounds, in characters
TYPED = 1_000
_RIGHT, _WRONG, _OPEN = discord.Colour(0x2E9E5B), discord.Colour(0xD99A00), discord.Colour(0x5865F2)
_ROW = re.compile(r"[^\s](?: +[^\s]){3,}")  # signs in a row: a line of a grid
_SCORES = {
    Score.ALONE: ("✅", Message("solved")),
    Score.HELPED: ("☑️", Message("solved with help")),
    Score.NOT: ("📖", Message("solution shown")),
}
_STATES = {
    TaskState.OPEN: ("✏️", Message("still open")),
    TaskState.LEFT: ("➖", Message("left for another")),
}


def layout(
    task: Task,
    language: Language,
    *,
    wish: Wish | None = None,
    marking: Marking | None = None,
    picture: Picture | None = None,
) -> reply.Layout:
    """A puzzle as it stands; `marking` is what became of the answer just given, `wish` what was asked for."""
    puzzle, said = puzzle_of(task), _judged(task, marking, language)
    wished = letters(wish or Wish(puzzle.kind))
    items, files = posed(puzzle, picture, f"lemma-puzzle-{task.id}", language)
    contents: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(f"-# {_where(task, language)}"), *items]
    if hints := list(_hints(task, language)):
        room = reply.ROOM - text.units(said) - _taken(items)
        contents.append(ui.TextDisplay(_newest(hints, room)))
    if said:
        contents.append(ui.TextDisplay(said))
    contents.append(_acts(task, wished, language))
    return reply.layout(*contents, colour=_colour(task, marking), files=files)


def posed(
    puzzle: Puzzle, picture: Picture | None, name: str, language: Language
) -> tuple[list[ui.Item[ui.LayoutView]], tuple[reply.Attached, ...]]:
    """The words of a puzzle and its board."""
    board = puzzle.board if picture or not _stands_in_words(puzzle) else None
    items, files = pictured(board, picture, name, language)
    said = statement(puzzle, language, drawn=picture is not None)
    return [ui.TextDisplay(said), *items], files


def explanation(task: Task, language: Language, page: int = 0, picture: Picture | None = None) -> reply.Layout:
    """How a puzzle is solved: the solved board and its chain, by pages. A page past the end is the last one."""
    puzzle = puzzle_of(task)
    items, files = pictured(puzzle.solved_board, picture, f"lemma-solved-{task.id}", language)
    leaves = explained(puzzle, language, _taken(items))
    page = min(page, len(leaves) - 1)
    if page:
        items, files = [], ()
    contents = [*items, *(ui.TextDisplay(part) for part in leaves[page])]
    if len(leaves) > 1:
        shown = say(Message("page {page} of {pages}", page=page + 1, pages=len(leaves)), language)
        contents.append(ui.TextDisplay(f"-# {shown}"))
        contents.append(reply.turning(f"lemma:puzzle:page:{task.id}", page, len(leaves), language))
    return reply.layout(*contents, colour=_RIGHT, files=files)


def solution(
    puzzle: Puzzle, language: Language, picture: Picture | None = None
) -> list[tuple[reply.Layout, reply.Layout]]:
    """The same for everybody to read, a layout a page; beside each, the same without files."""
    items, files = pictured(puzzle.solved_board, picture, "lemma-solved", language)
    plain, _ = pictured(puzzle.solved_board, None, "", language)
    leaves: list[list[ui.Item[ui.LayoutView]]] = [
        [ui.TextDisplay(part) for part in leaf] for leaf in explained(puzzle, language, _taken(plain))
    ]
    first, *others = leaves
    views = [reply.layout(*items, *first, colour=_RIGHT, files=files)]
    instead = [reply.layout(*plain, *first, colour=_RIGHT)]
    later = [reply.layout(*leaf, colour=_RIGHT) for leaf in others]
    return list(zip([*views, *later], [*instead, *later], strict=True))


def explained(puzzle: Puzzle, language: Language, taken: int = 0) -> list[list[str]]:
    """The answer and the chain as pages of text, beside a board that takes so much of it."""
    answer = render(Message("Answer: {answer}", answer=text.escape(solved_in_words(puzzle, language))), language)
    body = "\n".join(linked(link, place, language) for place, link in enumerate(puzzle.links, start=1))
    title = reply.heading(Message("How it is found"), language, small=True)
    blocks = [text.Block("", f"### {answer}"), text.Block(title, body)]
    return text.pages(blocks, reply.ROOM - taken, say(Message(" (continued)"), language))


def statement(puzzle: Puzzle, language: Language, *, drawn: bool = False) -> str:
    """The words of a puzzle; rows of a grid in them keep their columns, or are left out where the board is `drawn`."""
    lines = [line for paragraph in puzzle.statement for line in render(paragraph, language).split("\n")]
    parts: list[str] = []
    for rows, run in groupby(lines, lambda line: _ROW.fullmatch(line.strip()) is not None):
        if not rows:
            parts += map(text.shown, run)
        elif drawn and _stands_in_words(puzzle):
            if parts and parts[-1].endswith(":"):  # it announced them
                parts.pop()
        else:
            parts += ["```", *(line.strip() for line in run), "```"]
    return "\n".join(parts)


def pictured(
    board: Board | None, picture: Picture | None, name: str, language: Language
) -> tuple[list[ui.Item[ui.LayoutView]], tuple[reply.Attached, ...]]:
    """A board as a picture, else in plain characters."""
    if picture is not None:
        file = reply.Attached(f"{name}.png", picture.pages[0], reply.described(picture.alts[0]))
        return [reply.gallery(file)], (file,)
    if board is None:
        return [], ()
    return [ui.TextDisplay(f"```\n{boards.sketched(board, language)}\n```")], ()


def linked(link: Link, place: int, language: Language) -> str:
    """A link of the chain; what is said under its supposition stands below it."""
    inside = (f"  - {text.readable(render(line, language))}" for line in link.inside)
    return "\n".join((f"**{place}.** {text.readable(render(link.says, language))}", *inside))


def fields(puzzle: Puzzle, typed: dict[str, str], language: Language) -> tuple[ui.Label[Form], ...]:
    """The form in which a puzzle is answered, filled with what was answered last."""
    return tuple(_field(puzzle, field, typed.get(field.key, ""), language) for field in puzzle.fields)


def title(puzzle: Puzzle, language: Language) -> str:
    return text.shorten(say(TITLES[puzzle.kind], language), LABEL)


def reminder(puzzle: Puzzle, language: Language) -> str:
    """Its words once more, above the selects of the form, which covers them; a grid is typed with the board in mind."""
    return statement(puzzle, language) if any(field.choices for field in puzzle.fields) else ""


def letters(wish: Wish) -> str:
    """What was asked for as it stands in a custom id: this kind or any, this level or the one that fits."""
    return f"{'k' if wish.kind else 'a'}{'l' if wish.level else 'f'}"


def wish_of(task: Task, said: str) -> Wish:
    """The same again for the puzzle after this one."""
    puzzle = puzzle_of(task)
    return Wish(puzzle.kind if said[0] == "k" else None, puzzle.level if said[1] == "l" else None)


def listed(found: TaskPage, language: Language) -> reply.Layout:
    """A page of one's puzzles, each of which can be shown again."""
    if not found.tasks:
        return reply.notice(say(Message("You have not played any puzzle yet: /puzzle play gives you one."), language))
    lines = [reply.heading(Message("Your puzzles"), language)]
    lines += [f"- {_summary(task, language)} · {discord.utils.format_dt(task.given_at, 'R')}" for task in found.tasks]
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:puzzle:open",
        placeholder=say(Message("Show one again"), language),
        options=[
            discord.SelectOption(
                label=text.shorten(_summary(task, language), OPTION),
                description=text.shorten(say(puzzle_of(task).statement[0], language), OPTION),
                value=str(task.id),
            )
            for task in found.tasks
        ],
    )
    rows = [ui.ActionRow(select)]
    if found.pages > 1:
        rows.append(reply.turning("lemma:puzzle:list", found.page, found.pages, language))
    return reply.notice("\n".join(lines), *rows)


def list_button(language: Language) -> ui.Button[ui.LayoutView]:
    """Under /history: the way to one's puzzles."""
    return ui.Button(label=say(Message("Your puzzles"), language), emoji="🧩", custom_id="lemma:puzzle:mine")


def _stands_in_words(puzzle: Puzzle) -> bool:
    """Whether its words have every row of its board."""
    return isinstance(puzzle.board, Grid) and not puzzle.board.notes and not puzzle.board.rows


def _where(task: Task, language: Language) -> str:
    kinds = {TaskKind.DAILY: Message("Daily problem")}
    draft = task.problem.draft
    parts = [say(kinds.get(task.kind, Message("Puzzle")), language), topics.name(draft.topic, language)]
    return " · ".join((*parts, say(wording.LEVELS[draft.level], language)))


def _hints(task: Task, language: Language) -> Iterator[str]:
    for place, link in enumerate(puzzle_of(task).links[: task.hints], start=1):
        yield f"💡 {linked(link, place, language).replace(text.TIE, ' ')}"


def _taken(items: Iterable[ui.Item[ui.LayoutView]]) -> int:
    """How much of a message's text a board in plain characters takes."""
    return sum(text.units(item.content) for item in items if isinstance(item, ui.TextDisplay))


def _newest(hints: list[str], room: int) -> str:
    """As many of the hints as there is room for, the newest ones."""
    shown = list(hints)
    while len(shown) > 1 and text.units("\n".join(shown)) > room:
        shown.pop(0)
    return "\n".join(shown if len(shown) == len(hints) else ("…", *shown))


def _judged(task: Task, marking: Marking | None, language: Language) -> str:
    """What became of an answer and why; else how the puzzle ended."""
    if marking is None:
        ends = {
            TaskState.SOLVED: Message("✅ You have solved this one."),
            TaskState.SHOWN: Message("📖 The solution was shown."),
            TaskState.LEFT: Message("➖ You left this one for another. It counts for nothing."),
        }
        return say(ends[task.state], language) if task.state in ends else ""
    match marking.mark:
        case Mark.RIGHT | Mark.CLOSED:
            said = Message("✅ **That is right.**")
        case Mark.WRONG:
            said = Message("❌ **Not right yet.**")
        case Mark.REPEATED:
            said = Message("❌ **The same again**: you had that before, so it was not counted.")
        case Mark.UNREADABLE:
            said = Message("❔ **Not counted.**")
    lines = [say(said, language)]
    if marking.feedback is not None and marking.mark is not Mark.RIGHT:
        lines[0] += f" {text.shown(render(marking.feedback, language))}"
    if marking.mark is not Mark.RIGHT and (told := _echo(puzzle_of(task), marking.claim, language)):
        lines.append(f"-# {told}")
    return "\n".join(lines)


def _echo(puzzle: Puzzle, claim: str, language: Language) -> str:
    """What was answered, where it fits on a line."""
    if not claim or any(field.lines > 1 for field in puzzle.fields):
        return ""
    return text.escape(text.shorten(" · ".join(in_words(puzzle, answer_of(claim), language)), reply.PROBLEM_SHOWN))


def _acts(task: Task, wished: str, language: Language) -> ui.ActionRow[ui.LayoutView]:
    row = ui.ActionRow[ui.LayoutView]()

    def add(label: Message, custom_id: str, emoji: str, *, main: bool = False) -> None:
        style = discord.ButtonStyle.primary if main else discord.ButtonStyle.secondary
        row.add_item(ui.Button(label=say(label, language), custom_id=custom_id, emoji=emoji, style=style))

    at, is_open = f"{task.id}:{wished}", task.state is TaskState.OPEN
    if is_open:
        add(Message("Answer"), f"lemma:puzzle:answer:{at}", "✏️", main=True)
        if left := hints_of(puzzle_of(task)) - task.hints:
            add(counted("Hint ({count} left)", "Hint ({count} left)", left), f"lemma:puzzle:hint:{at}", "💡")
        add(Message("Show the solution"), f"lemma:puzzle:show:{at}", "📖")
    elif task.state is not TaskState.LEFT:
        add(Message("See the solution"), f"lemma:puzzle:solution:{task.id}", "📖")
    if not (is_open and task.kind is TaskKind.DAILY):
        add(Message("Another"), f"lemma:puzzle:another:{at}", "🔁", main=not is_open)
    if not is_open and task.state is not TaskState.LEFT:
        add(Message("Report a mistake"), f"lemma:task:report:{task.id}", "🚩")
    return row


def _colour(task: Task, marking: Marking | None) -> discord.Colour:
    if task.state is TaskState.SOLVED:
        return _RIGHT
    return _WRONG if marking is not None or task.state is TaskState.SHOWN else _OPEN


def _summary(task: Task, language: Language) -> str:
    icon, said = _SCORES[task.score] if task.score else _STATES[task.state]
    level: Level = task.problem.draft.level
    return f"{icon} {topics.name(task.problem.draft.topic, language)} · {say(wording.LEVELS[level], language)}: " + say(
        said, language
    )


def _field(puzzle: Puzzle, field: Field, typed: str, language: Language) -> ui.Label[Form]:
    label = say(field.label, language)
    description = text.shorten(label, DESCRIPTION) if len(label) > LABEL else None
    if field.choices:
        options = [
            discord.SelectOption(
                label=text.shorten(say(choice.label, language), OPTION),
                value=choice.value,
                default=choice.value == typed,
            )
            for choice in field.choices
        ]
        select: ui.Select[Form] = ui.Select(options=options, placeholder=say(Message("Choose"), language))
        return ui.Label(text=text.shorten(label, LABEL), description=description, component=select)
    several = field.lines > 1
    example = text.shorten(field.example, PLACEHOLDER) if not several else field.example[:PLACEHOLDER]
    return ui.Label(
        text=text.shorten(label, LABEL),
        description=description,
        component=ui.TextInput(
            style=discord.TextStyle.paragraph if several else discord.TextStyle.short,
            placeholder=example or None,
            default=typed or _begun(puzzle, field) or None,
            max_length=TYPED,
        ),
    )


def _begun(puzzle: Puzzle, field: Field) -> str:
    """A grid to be filled, as far as it is filled, to go on from."""
    board = puzzle.board
    if not isinstance(board, Grid) or field.lines != len(board.cells) or not any(map(any, board.cells)):
        return ""
    return "\n".join("".join(cell or boards.EMPTY for cell in row) for row in board.cells)
