"""Units of measure, exactly: each as a multiple of its kind's smallest, and as steps from one unit to its neighbour."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from maths.message import Message


@dataclass(frozen=True, slots=True)
class Unit:
    """`factor` times the base unit of its `kind`; `parts` of the unit called `of` make one of it (a second route)."""

    name: str
    kind: str
    factor: Fraction
    parts: Fraction
    of: str
    one: Message
    many: Message


def _unit(name: str, kind: str, factor: str, parts: str, of: str, one: Message, many: Message) -> Unit:  # noqa: PLR0913, PLR0917 - a row of a table
    return Unit(name, kind, Fraction(factor), Fraction(parts), of, one, many)


# Time on the clock and time on the calendar are two kinds: a month has no fixed number of days.
_TABLE = (
    _unit("nm", "length", "1e-9", "1", "", Message("nanometre"), Message("nanometres")),
    _unit("um", "length", "1e-6", "1000", "nm", Message("micrometre"), Message("micrometres")),
    _unit("mm", "length", "1e-3", "1000", "um", Message("millimetre"), Message("millimetres")),
    _unit("cm", "length", "1e-2", "10", "mm", Message("centimetre"), Message("centimetres")),
    _unit("m", "length", "1", "100", "cm", Message("metre"), Message("metres")),
    _unit("km", "length", "1000", "1000", "m", Message("kilometre"), Message("kilometres")),
    _unit("inch", "length", "127/5000", "127/5", "mm", Message("inch"), Message("inches")),
    _unit("foot", "length", "381/1250", "12", "inch", Message("foot"), Message("feet")),
    _unit("yard", "length", "1143/1250", "3", "foot", Message("yard"), Message("yards")),
    _unit("mile", "length", "201168/125", "1760", "yard", Message("mile"), Message("miles")),
    _unit("ng", "mass", "1e-9", "1", "", Message("nanogram"), Message("nanograms")),
    _unit("ug", "mass", "1e-6", "1000", "ng", Message("microgram"), Message("micrograms")),
    _unit("mg", "mass", "1e-3", "1000", "ug", Message("milligram"), Message("milligrams")),
    _unit("g", "mass", "1", "1000", "mg", Message("gram"), Message("grams")),
    _unit("kg", "mass", "1000", "1000", "g", Message("kilogram"), Message("kilograms")),
    _unit("tonne", "mass", "1000000", "1000", "kg", Message("tonne"), Message("tonnes")),
    _unit("pound", "mass", "45359237/100000", "45359237/100", "mg", Message("pound"), Message("pounds")),
    _unit("ml", "volume", "1e-3", "1", "", Message("millilitre"), Message("millilitres")),
    _unit("cl", "volume", "1e-2", "10", "ml", Message("centilitre"), Message("centilitres")),
    _unit("dl", "volume", "1e-1", "10", "cl", Message("decilitre"), Message("decilitres")),
    _unit("l", "volume", "1", "10", "dl", Message("litre"), Message("litres")),
    _unit("kl", "volume", "1000", "1000", "l", Message("kilolitre"), Message("kilolitres")),
    _unit("ns", "clock", "1e-9", "1", "", Message("nanosecond"), Message("nanoseconds")),
    _unit("us", "clock", "1e-6", "1000", "ns", Message("microsecond"), Message("microseconds")),
    _unit("ms", "clock", "1e-3", "1000", "us", Message("millisecond"), Message("milliseconds")),
    _unit("s", "clock", "1", "1000", "ms", Message("second"), Message("seconds")),
    _unit("min", "clock", "60", "60", "s", Message("minute"), Message("minutes")),
    _unit("h", "clock", "3600", "60", "min", Message("hour"), Message("hours")),
    _unit("day", "clock", "86400", "24", "h", Message("day"), Message("days")),
    _unit("week", "clock", "604800", "7", "day", Message("week"), Message("weeks")),
    _unit("month", "calendar", "1", "1", "", Message("month"), Message("months")),
    _unit("year", "calendar", "12", "12", "month", Message("year"), Message("years")),
    _unit("decade", "calendar", "120", "10", "year", Message("decade"), Message("decades")),
    _unit("century", "calendar", "1200", "10", "decade", Message("century"), Message("centuries")),
    _unit("millennium", "calendar", "12000", "10", "century", Message("millennium"), Message("millennia")),
)
UNITS = {unit.name: unit for unit in _TABLE}

_WORDS = {
    "nm": "nanometer nanometers nanometre nanometres 나노미터",
    "um": "micrometer micrometers micrometre micrometres micron microns µm μm 마이크로미터",
    "mm": "millimeter millimeters millimetre millimetres 밀리미터",
    "cm": "centimeter centimeters centimetre centimetres 센티미터 센치미터 센치",
    "m": "meter meters metre metres 미터",
    "km": "kilometer kilometers kilometre kilometres 킬로미터",
    "inch": "inches 인치",
    "foot": "feet ft 피트",
    "yard": "yards yd 야드",
    "mile": "miles 마일",
    "ng": "nanogram nanograms 나노그램",
    "ug": "microgram micrograms µg μg mcg 마이크로그램",
    "mg": "milligram milligrams 밀리그램",
    "g": "gram grams 그램 그람",
    "kg": "kilogram kilograms kilo kilos 킬로그램 킬로그람",
    "tonne": "tonnes 톤",
    "pound": "pounds lb lbs 파운드",
    "ml": "milliliter milliliters millilitre millilitres mL 밀리리터",
    "cl": "centiliter centiliters centilitre centilitres cL",
    "dl": "deciliter deciliters decilitre decilitres dL 데시리터",
    "l": "liter liters litre litres L 리터",
    "kl": "kiloliter kiloliters kilolitre kilolitres kL 킬로리터",
    "ns": "nanosecond nanoseconds 나노초",
    "us": "microsecond microseconds µs μs 마이크로초",
    "ms": "millisecond milliseconds msec 밀리초",
    "s": "second seconds sec secs 초",
    "min": "minute minutes mins 분",
    "h": "hour hours hr hrs 시간",
    "day": "days 일 날",
    "week": "weeks 주 주일",
    "month": "months 개월 달",
    "year": "years 년 해",
    "decade": "decades",
    "century": "centuries 세기",
    "millennium": "millennia millenniums",
}
SPELLINGS = {word: name for name, words in _WORDS.items() for word in (name, *words.split())}
"""Every way a unit is written, and its name."""


def chain(unit: Unit) -> list[Unit]:
    """The unit, the one it is made of, and so on down to the smallest of its kind."""
    found = [unit]
    while found[-1].of:
        found.append(UNITS[found[-1].of])
    return found


def ratio(source: Unit, target: Unit) -> Fraction:
    """How many of `target` one `source` is, from step to neighbouring step."""
    down, up = chain(source), chain(target)
    worth = {unit.name: size for unit, size in zip(down, _sizes(down), strict=True)}
    sizes = dict(zip((unit.name for unit in up), _sizes(up), strict=True))
    common = next(name for name in worth if name in sizes)
    return worth[common] / sizes[common]


def _sizes(units: list[Unit]) -> list[Fraction]:
    """How many of each unit of a chain the first one is."""
    sizes = [Fraction(1)]
    for unit in units[:-1]:
        sizes.append(sizes[-1] * unit.parts)
    return sizes
