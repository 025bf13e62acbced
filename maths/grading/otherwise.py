"""Other readings of an answer whose first reading is not the expected one: how people type in a hurry.

A reading counts only where it is exactly the expected answer; it never makes a right answer wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.grading.zero import is_less
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEVERAL = 2
_HALF_DAY = 12
_LONGEST = 200  # characters of an answer that is read again
_GAP = re.compile(r"(?<=[\w)\]}]) +(?=[A-Za-z](?:_?\d)?\s*=)")
_WITH = re.compile(r"(?<=[\d)])\s*(?:이고|이랑|랑|하고|&)\s*")
_NUMBERED = re.compile(r"(?<![A-Za-z])([A-Za-z])_?\{?(\d)\}?(?=\s*=)")
_BOUND = r"\s*(<=|>=|<|>|≤|≥)\s*([^<>=≤≥,&]{1,40}?)\s*"
_BOTH = re.compile(rf"([A-Za-z]){_BOUND}(?:,|&|and\b|이고|그리고)\s*\1{_BOUND}")
_CLOCK = re.compile(r"(\d\d):(\d\d)")


def otherwise(text: str) -> Iterator[str]:
    """`x=2 x=3` and `x1=2, x2=3` as `x=2, x=3`; `x > -9 and x < 6` as `-9 < x < 6`; `17:14` as `5:14 PM`."""
    text = text.strip()
    if len(text) > _LONGEST:
        return
    apart = _WITH.sub(", ", text)
    apart = _GAP.sub(", ", apart) if apart.count("=") >= _SEVERAL else apart
    if apart != text:
        yield apart
    plain = _unnumbered(apart)
    if plain != apart:
        yield plain
    both = _BOTH.fullmatch(text)
    if both is not None:
        yield from _chained(*both.groups())
    clock = _CLOCK.fullmatch(text)
    if clock is not None and (text.startswith("0") or int(clock[1]) > _HALF_DAY):
        hour = int(clock[1])
        yield f"{hour % _HALF_DAY or _HALF_DAY}:{clock[2]} {'AM' if hour < _HALF_DAY else 'PM'}"


def _unnumbered(text: str) -> str:
    """Roots told apart by numbers alone: one letter, 1 to n, and nothing else with a sign of equality."""
    found = _NUMBERED.findall(text)
    letters, numbers = {letter for letter, _ in found}, sorted(int(number) for _, number in found)
    counted = numbers == list(range(1, len(numbers) + 1)) and text.count("=") == len(numbers) >= _SEVERAL
    return _NUMBERED.sub(r"\1", text) if counted and len(letters) == 1 else text


def _chained(letter: str, first: str, one: str, second: str, other: str) -> Iterator[str]:
    first, second = (sign.replace("≤", "<=").replace("≥", ">=") for sign in (first, second))
    if first[0] == second[0]:
        return
    low, high = ((first, one), (second, other)) if first[0] == ">" else ((second, other), (first, one))
    try:
        rising = is_less(read(low[1]), read(high[1]))
    except RefusedError:
        return
    if rising:
        yield f"{low[1]} {low[0].replace('>', '<')} {letter} {high[0]} {high[1]}"
