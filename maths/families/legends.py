"""What the letters of a formula stand for, as beginners are told before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.write import formula, letter
from maths.message import Message
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.tree import Node

_TIME = Message("the time it takes")
_DISTANCE = Message("the distance travelled")
_SPEED = Message("the speed")
_PART = Message("the part")
_WHOLE = Message("the whole")
_SHARE = Message("the share of the whole that the part is")
_MONEY = Message("the money put in at the start")
_RATE = Message("the rate of interest for a year")
_YEARS = Message("the number of years")
_STEEPNESS = Message("the slope")
_TRAVEL = {"v": _SPEED, "d": _DISTANCE, "t": _TIME}
_PERCENT = {"p": _PART, "r": _SHARE, "w": _WHOLE}
_GROWN = {"A": Message("the money with its interest"), "P": _MONEY, "r": _RATE, "t": _YEARS}
_LEGENDS = {
    formula(read(rule)).typed: letters
    for rule, letters in (
        ("t = 1/r", {"r": Message("the part of the job done in one unit of time"), "t": _TIME}),
        ("v = d/t", _TRAVEL),
        ("t = d/v", _TRAVEL),
        ("d = v*t", _TRAVEL),
        (
            "c = s/m*100",
            {
                "c": Message("the concentration in per cent"),
                "s": Message("how much is dissolved"),
                "m": Message("how much it all weighs together"),
            },
        ),
        ("p = r*w", _PERCENT),
        ("r = p/w", _PERCENT),
        ("w = p/r", _PERCENT),
        ("I = P*r*t", {"I": Message("the interest alone"), "P": _MONEY, "r": _RATE, "t": _YEARS}),
        ("A = P*(1 + r)^t", _GROWN),
        ("A = P*(1 + r/n)^(n*t)", {**_GROWN, "n": Message("how often a year interest is paid")}),
        ("m = (y_2 - y_1)/(x_2 - x_1)", {"m": _STEEPNESS}),
        ("y = m*x + b", {"m": _STEEPNESS, "b": Message("the y-coordinate where the line meets the y-axis")}),
        ("d = sqrt((x_2 - x_1)^2 + (y_2 - y_1)^2)", {"d": Message("the distance between the two points")}),
    )
}


def legend(rules: Iterable[Node]) -> list[Message]:
    """One line for each letter of the formulas that has a meaning here; a letter that means two things is left out."""
    meanings: dict[str, set[Message]] = {}
    for rule in rules:
        for own, meaning in _LEGENDS.get(formula(rule).typed, {}).items():
            meanings.setdefault(own, set()).add(meaning)
    return [
        Message("{letter} stands for: {name}.", letter=letter(own), name=next(iter(found)))
        for own, found in meanings.items()
        if len(found) == 1
    ]
