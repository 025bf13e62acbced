"""A worksheet as a Typst document: A4, room to write under each problem, the answers on a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from picture.functions import needed
from picture.look import preamble
from picture.markdown import blocks
from picture.page import Composer, spread
from picture.typst_text import escaped
from tutor.types import Theme

if TYPE_CHECKING:
    from picture.page import Trouble
    from tutor.pictures import Worksheet

LONGEST = 3_000  # characters of one problem or answer; what is beyond is left out
_ON_PAPER = """\
#let measures = (width: 483pt, height: 700pt, tallest: 700pt, lone: 483pt)
#set page(width: 595pt, height: 842pt, margin: (x: 56pt, top: 54pt, bottom: 62pt), fill: white,
  footer: context text(size: 7.5pt, fill: muted, {
    foot
    h(1fr)
    counter(page).display("1 / 1", both: true)
  }))
#set text(size: 11pt)
#show math.equation.where(block: false): math.display
#let numbered(number, it) = enum(start: number, numbering: n => text(weight: "bold", str(n) + "."), number-align: start,
  body-indent: .6em, it)
#let problem(number, it) = block(breakable: false, width: 100%, above: 0pt, below: 0pt, {
  block(width: 100%, stroke: (top: .5pt + hairline), inset: (top: 9pt), numbered(number, it))
  v(room)
})
#let answers(..all) = {
  show math.equation.where(block: true): set align(left)
  let cells = all.pos()
  let narrow = cells.all(it => measure(it).width < 190pt)
  let columns = if narrow { 2 } else { 1 }
  let rows = calc.ceil(cells.len() / columns)
  let column(at) = stack(spacing: 11pt, ..cells.slice(calc.min(at * rows, cells.len()),
    calc.min((at + 1) * rows, cells.len())).enumerate().map(((i, it)) => numbered(at * rows + i + 1, it)))
  grid(columns: (1fr,) * columns, column-gutter: 18pt, ..range(columns).map(column))
}
"""
_SHORT_ROOM, _ROOM = 84, 106  # points to write in under a short problem, and under a longer one
_SHORT = 60  # characters


def document(sheet: Worksheet, trouble: Trouble) -> tuple[bytes, int]:
    """With the number of formulas that could not be set."""
    composer = Composer(Theme.LIGHT, sheet.language, trouble)
    problems = "\n".join(
        f"#problem({number}, [{_set(composer, text)}])" for number, text in enumerate(sheet.problems, start=1)
    )
    answers = ", ".join(f"[{_set(composer, text)}]" for text in sheet.answers)
    body = f"""\
#block(below: 9pt, text(size: 19pt, weight: "bold", {escaped(sheet.title)}))
#block(below: 16pt, grid(columns: (1fr, auto), text(fill: muted, {escaped(sheet.about)}),
  [#{escaped(sheet.name)}; #box(width: 130pt, line(length: 100%, stroke: .5pt + muted))]))
{problems}
#pagebreak()
#block(below: 14pt, text(size: 15pt, weight: "bold", {escaped(sheet.answers_title)}))
#context answers({answers},)
"""
    mine = f"#let foot = {escaped(sheet.place)}\n#let room = {_room(sheet)}pt\n{_ON_PAPER}"
    return f"{preamble(Theme.LIGHT, sheet.language)}{needed(body)}{mine}{body}".encode(), composer.fallbacks


def first_page(sheet: Worksheet) -> str:
    """Its Markdown, and what comes after it: what is said of it is shortened."""
    problems = (f"{number}. {text}" for number, text in enumerate(sheet.problems, start=1))
    return "\n\n".join((f"# {sheet.title}", sheet.about, *problems))


def _set(composer: Composer, text: str) -> str:
    return composer.passage(spread(blocks(text if len(text) <= LONGEST else f"{text[:LONGEST]} …")))


def _room(sheet: Worksheet) -> int:
    return _SHORT_ROOM if all(len(text) <= _SHORT for text in sheet.problems) else _ROOM
