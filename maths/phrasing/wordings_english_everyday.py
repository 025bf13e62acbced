"""English wordings of everyday exercises: a box or a blank in an equation, a digit that is missing in a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.phrasing.wording import Wording

_BOX = r"(?:□|☐|◻|\\square|\\Box|_{2,})"
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_ASKED = (
    r"(?:(?:What|Which) (?:number|value) (?:goes|belongs|fits) in(?:to)? the (?:box|blank)"
    r"|(?:Find|What is) the (?:missing|unknown) (?:number|value)|Find the (?:number|value) in the (?:box|blank)"
    r"|Fill in the (?:box|blank|missing number)(?: with the (?:right|correct|missing) number)?"
    r"|(?:What|Which) number makes (?:the|this) equation true)(?: in| of| to make(?: this| it)? true)?"
)


def _boxed(found: re.Match[str]) -> str:
    """One box beside no digit stands for one number; two boxes may stand for two."""
    equation = re.sub(_BOX, "□", found["equation"]).strip(" .:?")
    if equation.count("□") != 1 or equation.count("=") != 1 or re.search(r"[\dA-Za-z]□|□[\dA-Za-z]", equation):
        return found.group()
    return f"Solve {equation.replace('□', 'x')} for x."


def _missing_digit(found: re.Match[str]) -> str:
    number, places = re.sub(_BOX, "□", found["number"]), found["places"]
    if number.count("□") != 1 or (places and _COUNTS[places.lower()] != len(number)):
        return found.group()
    return f"If {number.replace('□', 'd')} is divisible by {found['divisor']}, what is the digit d?"


EVERYDAY_ENGLISH: tuple[Wording, ...] = (
    (re.compile(rf"^{_ASKED}\s*[:.,?]?\s+(?P<equation>[^A-Za-z]*?=[^A-Za-z]*?)\s*[.?]*$"), _boxed),
    (
        re.compile(
            rf"^(?:If |Given that )?(?:[Tt]he (?:(?P<places>{'|'.join(_COUNTS)})-digit )?(?:number|integer) )?"
            rf"(?P<number>\d*{_BOX}\d*) is (?:divisible by|a multiple of) (?P<divisor>\d{{1,4}})[,.] "
            rf"(?:[Ff]ind|[Ww]hat is) the missing digit\s*[.?]*$"
        ),
        _missing_digit,
    ),
)
