"""What each line of a plot is: a stroke in its colour and the formula, typeset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.plain import plain
from maths.typesetting.parse import NotSetError, parse
from picture.formula import formula
from picture.svg import Drawing, style
from picture.typst_text import escaped

if TYPE_CHECKING:
    from maths.graphing.graph import Graph
    from picture.look import Colours

_RAISED_FRACTION = re.compile(r"[\^_]\{[^{}]*\\frac|\\frac\{[^}]*\\frac|\\sqrt\[")
_GROUP = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
_FRACTION = re.compile(rf"\\frac{_GROUP}{_GROUP}")
_SUM = re.compile(r"(?<=.)[+-]")
_SAMPLE = 26.0  # points of line in front of a formula


def legend(graph: Graph, tone: Colours) -> tuple[str, int]:
    """Markup, and how many formulas are not typeset."""
    fallbacks = 0
    drawn = {curve.thing for curve in graph.curves} | {region.thing for region in graph.regions}
    given = {point.thing for point in graph.points} - drawn
    entries = []
    for number, name in enumerate(graph.things):
        if number in given and len(graph.things) > 1:
            continue
        shown = typeset(_tall(name.latex))
        fallbacks += shown is None
        text = shown or f"#{escaped(plain(f'${name.latex}$'))};"
        entries.append(f"#box[#box(baseline: 1pt, {_sample(graph, tone, number)})#h(6pt)#box[{text}]]")
    gap = "#h(16pt, weak: true) "
    body = f"#block(below: 9pt, par(leading: 8pt, justify: false, [{gap.join(entries)}]))"
    return body, fallbacks


def order(graph: Graph) -> dict[int, int]:
    """The place of each thing among the lines and regions: points that were typed need no colour of their own."""
    lined = sorted({curve.thing for curve in graph.curves} | {region.thing for region in graph.regions})
    return {thing: number for number, thing in enumerate(lined)} | {
        thing: 0 for thing in range(len(graph.things)) if thing not in lined
    }


def _tall(latex: str) -> str:
    """Fractions as large as in a display, where they stand alone."""
    latex = latex.replace(r"\text{ and }", r",\ ")
    return latex if _RAISED_FRACTION.search(latex) else latex.replace(r"\frac", r"\dfrac")


def slashed(latex: str) -> str:
    """`3/2` for a fraction: on one line, so that a small label is still read."""
    while (match := _FRACTION.search(latex)) is not None:
        top, bottom = (f"({part})" if _SUM.search(part) else part for part in match.groups())
        latex = f"{latex[: match.start()]}{top}/{bottom}{latex[match.end() :]}"
    return latex


def typeset(latex: str) -> str | None:
    """A Typst expression of a formula."""
    try:
        return f"${formula(parse(latex), display=False)}$"
    except NotSetError:
        return None


def _sample(graph: Graph, tone: Colours, number: int) -> str:
    """A short piece of the line, or a patch of the region."""
    colour, dashes = style(tone, order(graph)[number])
    drawing = Drawing(_SAMPLE, 10)
    if any(region.thing == number for region in graph.regions):
        strict = any(curve.dashed for curve in graph.curves if curve.thing == number)
        drawing.box((0, 0), (_SAMPLE, 10), colour, strength=0.25)
        drawing.lines([[(0, 1), (_SAMPLE, 1)]], colour, width=2, dashes="6 5" if strict else "")
    elif any(curve.thing == number for curve in graph.curves):
        drawing.lines([[(1, 5), (_SAMPLE - 1, 5)]], colour, width=2.4, dashes=dashes)
    else:
        drawing.dot((_SAMPLE / 2, 5), 4, tone.text)
    return drawing.markup()
