"""Commands that take something: what each reads and makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.message import Message
from maths.typesetting import commands as known
from maths.typesetting.grid_reader import braced_grid, environment
from maths.typesetting.tree import (
    Binomial,
    Coloured,
    Font,
    Fraction,
    Kind,
    Letter,
    Mark,
    Marked,
    Name,
    Node,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Stacked,
    Tag,
    Words,
)
from maths.typesetting.words import bare

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.typesetting.rows import Rows

    Read = Callable[[Rows, str], Node | None]

_LENGTH = re.compile(r"\s*=?\s*([+-]?\s*(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}))\s*([a-z]{2})?")
_WIDEST = 4.0  # ems of white space that a text may ask for
_STAR = "*"
_BLANK = "\u2003"
_FENCES = {
    **{sign: sign for sign in "()[]|/‖⌊⌋⌈⌉⟨⟩"},
    "<": "⟨",
    ">": "⟩",
    ".": "",
}
_NAMED_FENCES = {
    **known.OPENING, **known.CLOSING, "|": "‖", "vert": "|", "Vert": "‖", "backslash": "\\", "uparrow": "↑",
    "downarrow": "↓", "updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓", "mid": "|", "slash": "/",
}  # fmt: skip


def fence(reader: Rows, owner: str) -> str:
    """The sign behind `left`, `right`, `middle` or `big`; empty for the dot."""
    reader.skip_space()
    place = reader.place
    if reader.peek() == "\\":
        name = reader.take_command()
        if name in _NAMED_FENCES:
            return _NAMED_FENCES[name]
    else:
        character = reader.peek()
        reader.place += 1
        if character in _FENCES:
            return _FENCES[character]
    raise reader.error(Message("behind {command} a fence is missing", command=f"\\{owner}"), place)


def _fraction(reader: Rows, name: str) -> Node:
    if name == "cfrac":
        reader.raw_option()
    return Fraction(reader.argument(f"\\{name}"), reader.argument(f"\\{name}"), known.FRACTIONS[name])


def _binomial(reader: Rows, name: str) -> Node:
    return Binomial(reader.argument(f"\\{name}"), reader.argument(f"\\{name}"), known.BINOMIALS[name])


def _root(reader: Rows, name: str) -> Node:
    degree = reader.option()
    return Root(reader.argument(f"\\{name}"), degree)


def _marked(reader: Rows, name: str) -> Node:
    return Marked(known.MARKS[name], reader.argument(f"\\{name}"))


def _in_font(reader: Rows, name: str) -> Node:
    before, reader.font = reader.font, known.FONTS[name]
    node = reader.argument(f"\\{name}")
    reader.font = before
    return node


def _words(reader: Rows, name: str) -> Node:
    reader.skip_space()
    if reader.peek() == "{":
        return reader.words_of_group(known.TEXTS[name])
    return reader.argument(f"\\{name}")


def _framed_words(reader: Rows, _name: str) -> Node:
    return Marked(Mark.BOXED, reader.words_of_group())


def _transparent(reader: Rows, name: str) -> Node:
    node = reader.argument(f"\\{name}")
    if isinstance(node, Sign) and name in {"mathrel", "mathbin"}:
        return Sign(node.text, Kind.RELATION if name == "mathrel" else Kind.OPERATOR)
    return node


def _operator(reader: Rows, _name: str) -> Node:
    r"""`\operatorname{Arg}`, `\operatorname*{max}`, `\DeclareMathOperator` not."""
    limits = reader.take(_STAR)
    text, start = reader.raw_group()
    return Name(" ".join(bare(text, reader.offset + start, reader.depth).split()), limits=limits)


def _large(reader: Rows, name: str) -> Node:
    r"""`\mathop{}`: a name where letters stand in it."""
    before, reader.font = reader.font, reader.font or Font.UPRIGHT
    node = reader.argument(f"\\{name}")
    reader.font = before
    items = node.items if isinstance(node, Row) else (node,)
    letters = [item.text for item in items if isinstance(item, (Letter, Words))]
    return Name("".join(letters), limits=True) if letters and len(letters) == len(items) else node


def _stacked(reader: Rows, name: str) -> Node:
    other = reader.argument(f"\\{name}")
    base = reader.argument(f"\\{name}")
    return Stacked(base, below=other) if name == "underset" else Stacked(base, above=other)


def _arrow(reader: Rows, name: str) -> Node:
    below = reader.option()
    return Stacked(Sign(known.ARROWS[name], Kind.RELATION), above=reader.argument(f"\\{name}"), below=below)


def _sized(reader: Rows, name: str) -> Node:
    sign = fence(reader, name)
    kinds = {"l": Kind.OPENING, "r": Kind.CLOSING, "m": Kind.RELATION}
    kind = kinds.get(name[-1]) or known.KINDS.get(sign, Kind.ORDINARY)
    return Sign(sign, kind, known.SCALES[name])


def _negated(reader: Rows, name: str) -> Node:
    node = reader.argument(f"\\{name}")
    if isinstance(node, Sign) and node.text in known.NEGATED:
        return Sign(known.NEGATED[node.text], Kind.RELATION)
    return Marked(Mark.NEGATED, node)


def _coloured(reader: Rows, name: str) -> Node:
    colour = reader.colour()
    inner = reader.argument(f"\\{name}")
    return Coloured(colour, inner) if colour else inner


def _tag(reader: Rows, _name: str) -> Node:
    reader.take(_STAR)
    text, start = reader.raw_group()
    return Tag(bare(text.replace("$", ""), reader.offset + start, reader.depth))


def _cancelled_to(reader: Rows, name: str) -> Node:
    value = reader.argument(f"\\{name}")
    return Scripts(Marked(Mark.CANCELLED, reader.argument(f"\\{name}")), above=value)


def _remainder(reader: Rows, name: str) -> Node:
    r"""`\bmod`, `\pmod{n}`, `\mod{n}`, `\pod{n}`."""
    if name == "bmod":
        return Row((Space(4 / 18), Name("mod"), Space(4 / 18)))
    modulus = reader.argument(f"\\{name}")
    word = () if name == "pod" else (Name("mod"), Space(6 / 18))
    if name == "mod":
        return Row((Space(2 / 3), *word, modulus))
    return Row((Space(4 / 9), Sign("(", Kind.OPENING), *word, modulus, Sign(")", Kind.CLOSING)))


def _space(reader: Rows, _name: str) -> Node | None:
    r"""`\hspace{1em}`, `\kern1em`: no more than `_WIDEST`, whatever was asked for."""
    reader.take(_STAR)
    reader.skip_space()
    braced = reader.peek() == "{"
    found = _LENGTH.fullmatch(reader.raw_group()[0].strip()) if braced else reader.match(_LENGTH)
    if found is None:
        return None
    ems = float(found.group(1).replace(" ", "")) * known.LENGTHS.get(found.group(2) or "mu", 1.0)
    return Space(max(-1.0, min(_WIDEST, ems)))


def _blank(reader: Rows, _name: str) -> Node:
    r"""`\rule{2cm}{.4pt}`: a line to write on."""
    reader.raw_option()
    reader.raw_group()
    reader.raw_group()
    return Marked(Mark.UNDERLINE, Words(_BLANK * 2))


def _renewed(reader: Rows, name: str) -> None:
    r"""Only the height of rows may be renewed, and is not: `\renewcommand{\arraystretch}{1.5}`."""
    place = reader.place
    if "arraystretch" not in reader.raw_group()[0]:
        raise reader.unknown(name, place - len(name) - 1)
    reader.raw_group()


COMMANDS: dict[str, Read] = {
    **dict.fromkeys(known.FRACTIONS, _fraction),
    **dict.fromkeys(known.BINOMIALS, _binomial),
    **dict.fromkeys(known.MARKS, _marked),
    **dict.fromkeys(known.FONTS, _in_font),
    **dict.fromkeys(known.TEXTS, _words),
    **dict.fromkeys(known.TRANSPARENT, _transparent),
    **dict.fromkeys(known.ARROWS, _arrow),
    **dict.fromkeys(known.SCALES, _sized),
    **dict.fromkeys(("overset", "underset", "stackrel"), _stacked),
    **dict.fromkeys(("bmod", "pmod", "pod", "mod"), _remainder),
    **dict.fromkeys(("hspace", "mspace", "hskip", "mskip", "kern", "mkern"), _space),
    "sqrt": _root,
    "fbox": _framed_words,
    "framebox": _framed_words,
    "operatorname": _operator,
    "mathop": _large,
    "not": _negated,
    "textcolor": _coloured,
    "tag": _tag,
    "cancelto": _cancelled_to,
    "rule": _blank,
    "renewcommand": _renewed,
    "substack": braced_grid,
    "shortstack": braced_grid,
    "displaylines": braced_grid,
    "begin": environment,
}
