"""Plans of crossing as people type them, in English and Korean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.puzzles.river.party import Group, Party

MAX_TYPED = 2_000
MAX_LINES = 60
_LINES = re.compile(r"[\n;/]+")
_NUMBERED = re.compile(r"^\s*\d+\s*[.):번]?\s*")
_OVER = re.compile(
    r"-+>|=+>|→|⇒|>+|\b(?:over|across|forward|right|forth)\b"
    r"|건너간다|건너갑니다|건너가기|건너감|건너가|건너기|건넌다|건넘|건너|간다|갑니다|가기"
)
_BACK = re.compile(
    r"<-+|<=+|←|⇐|<+|\b(?:back|returns?|left)\b"
    r"|되돌아온다|되돌아옴|되돌아|돌아온다|돌아옵니다|돌아오기|돌아옴|돌아와|돌아오|돌아간다|온다|옵니다|오기"
)
_WORDS = re.compile(r"[^\s,+&.·]+")
_IDLE = frozenset(
    (
        *(
            "and",
            "with",
            "the",
            "go",
            "goes",
            "going",
            "cross",
            "crosses",
            "crossing",
            "come",
            "comes",
            "take",
            "takes",
        ),
        *("row", "rows", "alone", "only", "both", "then"),
        *("그리고", "함께", "같이", "혼자", "데리고", "및"),
    )
)
_PARTICLES = ("이랑", "하고", "께서", "이", "가", "은", "는", "을", "를", "와", "과", "랑", "만")


class UnreadLineError(RefusedError):
    """A line is no crossing; `message` says which."""


@dataclass(frozen=True, slots=True)
class Line:
    """Who crosses, and whether over (True), back (False) or not said."""

    load: Group
    over: bool | None


def read_plan(text: str, party: Party) -> list[Line]:
    """One crossing a line. Raises UnreadLineError."""
    if len(text) > MAX_TYPED:
        raise UnreadLineError(Message("This plan is too long."))
    lines = [_NUMBERED.sub("", line).strip() for line in _LINES.split(text)]
    found = [_line(line, party) for line in lines if line]
    if not found:
        raise UnreadLineError(Message("Write the plan as well, one crossing a line."))
    if len(found) > MAX_LINES:
        raise UnreadLineError(Message("This plan is too long."))
    return found


def _line(line: str, party: Party) -> Line:
    back, over = bool(_BACK.search(line)), bool(_OVER.search(_BACK.sub(" ", line)))
    if back and over:
        raise UnreadLineError(Message("“{line}” goes both ways: write one crossing a line.", line=line[:30]))
    words = _WORDS.findall(_OVER.sub(" ", _BACK.sub(" ", line)))
    load = {_traveller(word, party) for word in words if word.casefold() not in _IDLE}
    rowers = [one for one, traveller in enumerate(party.travellers) if traveller.rows]
    if len(rowers) == 1 and (load or back or over):
        load.add(rowers[0])
    if not load:
        raise UnreadLineError(Message("“{line}” names nobody who crosses.", line=line[:30]))
    return Line(frozenset(load), None if back == over else over)


def _traveller(word: str, party: Party) -> int:
    """Who is meant by a name in either language or its first letter. Raises UnreadLineError."""
    asked = word.casefold()
    for one, traveller in enumerate(party.travellers):
        korean = {traveller.hangul, *(traveller.hangul + particle for particle in _PARTICLES)}
        if asked in {traveller.key.casefold(), traveller.key[0].casefold()} or asked in korean:
            return one
    raise UnreadLineError(Message("There is no “{word}” in this puzzle.", word=word[:30]))
