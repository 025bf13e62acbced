"""The Typst functions that formulas and pages call; a document brings along only those it needs.

What stands in a formula needs no `#`, since these take content and strings only. Typst reads a document's functions
anew each time: all of them would double the time of a small formula.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAME = re.compile(r"#let ([a-z-]+)")
_CALLED = re.compile(r"[a-z]+(?:-[a-z]+)*")

_FORMULAS = r"""
#let sp(ems) = h(float(ems) * 1em)
#let cl(name, it) = text(fill: named.at(name), it)
#let tb(it) = text(font: (serif-face, text-face), weight: "bold", it)
#let ti(it) = text(font: (serif-face, text-face), style: "italic", it)
#let ts(it) = text(font: text-face, it)
#let tm(it) = text(font: (code-face, text-face), size: .85em, it)
#let od(it) = math.class("normal", it)
#let bi(it) = math.class("binary", it)
#let re(it) = math.class("relation", it)
#let pu(it) = math.class("punctuation", it)
#let opn(it) = math.class("opening", it)
#let cls(it) = math.class("closing", it)
#let tri() = math.class("normal", text(size: 1.3em, baseline: .03em, "\u{25b3}"))
#let la(it) = math.class("large", it)
#let lop(name) = math.op(name, limits: true)
#let big(scale, it) = math.lr(it, size: float(scale) * 1em)
#let can(it) = math.cancel(it, stroke: .05em + ink)
#let canb(it) = math.cancel(it, inverted: true, stroke: .05em + ink)
#let canx(it) = math.cancel(it, cross: true, stroke: .05em + ink)
#let ngt(it) = math.cancel(it, length: 80%, angle: 20deg, stroke: .05em + ink)
#let ac(it, mark) = math.accent(it, mark)
#let framed(it) = math.class("normal", box(
  stroke: .07em + accent, fill: accent-ground, radius: .25em, inset: (x: .35em, y: .3em), {
    set par(leading: 0em)
    set text(fill: accent, top-edge: "bounds", bottom-edge: "bounds")
    it
  },
))
#let bxd(it) = framed($display(it)$)
#let bxt(it) = framed($it$)
#let mtx = math.mat.with(delim: none, column-gap: 1em, row-gap: .35em)
#let mtl = math.mat.with(delim: none, column-gap: 1em, row-gap: .35em, align: left)
#let mts = math.mat.with(delim: none, column-gap: .5em, row-gap: .2em)
#let mta = math.mat.with(delim: none, column-gap: 0em, row-gap: .6em)
#let rule = .05em + ink
#let tab(columns, lines, spans, ..cells) = {
  let kinds = columns.replace("|", "").clusters()
  let sides = (l: left, c: center, r: right)
  let bars = ()
  let at = 0
  for kind in columns.clusters() { if kind == "|" { bars.push(grid.vline(x: at, stroke: rule)) } else { at += 1 } }
  let rules = lines.split(";").filter(l => l != "").map(l => l.split(",").map(int))
  let wide = spans.split(";").map(s => s.split(","))
  let body = cells.pos().enumerate().map(((i, it)) => {
    let place = wide.at(i)
    let side = if place.at(3) == "" { kinds.at(int(place.at(1)), default: "c") } else { place.at(3) }
    let (y, x, columns) = place.slice(0, 3).map(int)
    grid.cell(y: y, x: x, colspan: columns, align: sides.at(side) + horizon, $it$)
  })
  math.mat(delim: none, box({ set par(leading: 0em); grid(columns: kinds.len(), inset: (x: .5em, y: .3em), ..bars,
    ..rules.map(r => grid.hline(y: r.at(0), start: r.at(1), end: r.at(2), stroke: rule)), ..body) }))
}
"""

_PAGES = r"""
#let pa(it) = block(it)
#let sm(it) = block(text(size: .85em, fill: muted, it))
#let em(it) = text(font: (serif-face, text-face), style: "italic", it)
#let cd(it) = highlight(fill: raised, radius: .2em, extent: .15em, top-edge: .95em, bottom-edge: -.25em,
  text(font: (code-face, text-face), size: .84em, it))
#let cb(it) = block(fill: raised, radius: .4em, inset: .7em, width: 100%,
  text(font: (code-face, text-face), size: .8em, raw(it, block: true)))
#let hr() = block(above: 1em, below: 1em, line(length: 100%, stroke: .06em + hairline))
#let qu(it) = block(stroke: (left: .2em + hairline), inset: (left: .8em, y: .15em), it)
#let hd(level, it) = {
  let sizes = ("1": 1.35em, "2": 1.2em, "3": 1.08em, "4": 1em)
  block(above: 1.3em, below: .85em, sticky: true, text(size: sizes.at(level), weight: "bold", it))
}
#let bl(first, tight, ..items) = list(marker: text(fill: muted, sym.bullet), indent: .2em, body-indent: .5em,
  tight: tight, spacing: if tight { .75em } else { .9em }, ..items)
#let nl(first, tight, ..items) = enum(start: first, indent: .2em, body-indent: .5em, tight: tight,
  spacing: if tight { .75em } else { .9em }, numbering: n => text(fill: muted, [#n.]), ..items)
#let svg(it, width, depth) = box(baseline: depth, image(bytes(it), format: "svg", width: width))
#let fitted(it, wide, room) = align(center, if wide <= room { it } else {
  scale(room / wide * 100%, reflow: true, box(width: wide, it))
})
#let one(parts) = math.equation(block: true, parts.map(it => it.body).join())
#let hanging = 1.6em
#let broken(rows, room) = {
  let lines = ()
  for row in rows {
    let (held, first) = ((), true)
    for it in row {
      let trial = held + (it,)
      if held.len() > 0 and measure(one(trial)).width + if first { 0pt } else { hanging.to-absolute() } > room {
        lines.push((first, held))
        (held, first) = (($"" $, it), false)
      } else { held = trial }
    }
    lines.push((first, held))
  }
  lines
}
#let dsp-in(whole, rows, room) = {
  let wide = measure(whole).width
  if wide <= room or wide * .8 <= room or rows.len() == 0 { return fitted(whole, wide, room) }
  let lines = broken(rows, room)
  let long = ((first, it)) => measure(one(it)).width + if first { 0pt } else { hanging.to-absolute() } > room + .01pt
  if lines.any(long) { return fitted(whole, wide, room) }
  set align(left)
  show math.equation: set align(left)
  block(width: room, for (first, it) in lines {
    block(above: .75em, below: .75em, inset: (left: if first { 0em } else { hanging }), one(it))
  })
}
#let ds(whole) = block(width: 100%, above: .95em, below: .95em, breakable: false, whole)
#let dsp(whole, rows) = layout(size => block(width: 100%, above: .95em, below: .95em, breakable: false,
  dsp-in(whole, rows, size.width)))
#let lone(whole, rows) = {
  set page(width: auto)
  context {
    let wide = measure(whole).width
    let room = calc.min(wide, measures.lone)
    block(width: calc.max(room, 80pt), dsp-in(whole, rows, room))
  }
}
#let tbl(columns, ..cells) = layout(size => {
  let sides = (l: left, c: center, r: right)
  let kinds = columns.clusters()
  let drawn(widths) = table(
    columns: widths, align: (x, y) => sides.at(kinds.at(x)) + horizon, inset: (x: .6em, y: .45em),
    stroke: (x, y) => (bottom: if y == 0 { .1em + muted } else { .05em + hairline }),
    ..cells.pos().enumerate().map(((i, it)) => if i < kinds.len() { strong(it) } else { it }),
  )
  let free = drawn((auto,) * kinds.len())
  let wide = measure(free).width
  if wide <= size.width { return align(center, free) }
  // words may go on new lines where the columns are few; else all is made smaller
  if wide * .9 > size.width and kinds.len() <= 4 { free } else { fitted(free, wide, size.width) }
})
#let paged(steps) = context {
  let tall(it) = measure(block(width: measures.width, it)).height
  let heights = steps.map(step => step.map(tall))
  if heights.flatten().any(height => height > measures.tallest) {
    set page(height: measures.height)
    for step in steps { for it in step { it } }
    return
  }
  let gap = 14pt
  let used = 0pt
  let number = 0
  for (step, sizes) in steps.zip(heights) {
    let whole = sizes.sum() + gap * (sizes.len() - 1)
    let full = measures.height
    if used > full * .3 and used + gap + whole > full and whole <= full {
      pagebreak()
      used = 0pt
    }
    for (i, it) in step.enumerate() {
      let titled = i == 0 and step.len() > 1 and sizes.at(0) < 40pt
      let head = if titled { sizes.at(0) + gap + sizes.at(1) } else { sizes.at(i) }
      if used > 0pt and used + gap + head > measures.height {
        pagebreak()
        used = 0pt
      }
      [#context [#metadata((number, here().page()))<place>]]
      it
      used += sizes.at(i) + gap
      number += 1
    }
  }
}
"""

_DEFINITIONS: dict[str, str] = {
    name.group(1): definition
    for definition in re.split(r"(?m)^(?=#let )", _FORMULAS + _PAGES)
    if (name := _NAME.match(definition))
}


def needed(document: str) -> str:
    """The definitions that a document needs, in an order in which each stands behind those it calls."""
    return _definitions(frozenset(_DEFINITIONS.keys() & set(_CALLED.findall(document))))


@lru_cache(maxsize=512)
def _definitions(names: frozenset[str]) -> str:
    found = set(names)
    waiting = list(names)
    while waiting:
        called = (set(_CALLED.findall(_DEFINITIONS[waiting.pop()])) & _DEFINITIONS.keys()) - found
        found |= called
        waiting.extend(called)
    return "".join(definition for name, definition in _DEFINITIONS.items() if name in found)
