"""Times and time zones as people type them. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from discord import app_commands

from maths.message import Message
from tutor.days import UnknownZoneError, local_day, moment, zone, zone_names
from tutor.errors import QuestionRefusedError

MAX_CHOICES = 25  # Discord's bound
_TIME = re.compile(
    r"(?P<before>오전|오후|새벽|아침|낮|저녁|밤)?\s*(?P<hour>\d{1,2})"
    r"\s*(?:[:.시h]\s*(?P<minute>\d{2}|(?P<half>반))?\s*분?)?\s*(?P<after>am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
_AFTER_NOON = {"pm", "오후", "낮", "저녁", "밤"}
_NAMED = {"noon": 720, "정오": 720, "midnight": 0, "자정": 0}
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*(?P<sign>[+-])\s*0?(?P<hours>\d{1,2})(?::?00)?", re.IGNORECASE)
_SPAN = re.compile(
    r"(?P<count>\d{1,4})\s*(?P<unit>m|mins?|minutes?|분|h|hours?|시간|d|days?|일)(?:\s*(?:동안|간))?", re.IGNORECASE
)
_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[\sT]+(?P<time>.+)")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_YEAR = timedelta(days=366)
_NOON = 12
_FAMILIAR = (
    "Asia/Seoul",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "UTC",
)
_CITIES = {
    **dict.fromkeys(("서울", "한국", "한국 시간", "korea", "kst"), "Asia/Seoul"),
    "도쿄": "Asia/Tokyo",
    "뉴욕": "America/New_York",
    "런던": "Europe/London",
}


def minute_of(typed: str) -> int:
    """Minutes after midnight of `9:00`, `21:30`, `9 pm`, `오후 9시 30분`. Raises QuestionRefusedError."""
    wanted = unicodedata.normalize("NFKC", typed).strip()
    if (named := _NAMED.get(wanted.casefold())) is not None:
        return named
    if re.fullmatch(r"\d{4}", wanted):
        wanted = f"{wanted[:2]}:{wanted[2:]}"
    found = _TIME.fullmatch(wanted)
    if found is None:
        raise _bad_time()
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or 0)
    half = (found["before"] or found["after"] or "").casefold().replace(".", "")
    if half and not 1 <= hour <= _NOON:
        raise _bad_time()
    if half == "밤" and hour == _NOON:  # twelve at night
        hour = 0
    elif half in _AFTER_NOON:
        hour = hour % _NOON + _NOON
    elif half:
        hour %= _NOON
    if hour > 23 or minute > 59:  # noqa: PLR2004 - a clock's
        raise _bad_time()
    return hour * 60 + minute


def until(typed: str, now: datetime, zone_name: str) -> datetime:
    """The moment of `45 min`, `2시간`, `15:30` (when the clock shows it next), `2026-11-25 15:30`.

    Raises QuestionRefusedError, also for what has passed or is more than a year away.
    """
    wanted = typed.strip()
    span, dated = _SPAN.fullmatch(wanted), _DATED.fullmatch(wanted)
    if span is not None:
        end = now + int(span["count"]) * _UNITS[_unit(span["unit"])]
    elif dated is not None:
        end = moment(_day(dated["day"]), minute_of(dated["time"]), zone_name)
    else:
        minute, today = minute_of(wanted), local_day(now, zone_name)
        end = moment(today, minute, zone_name)
        if end <= now:
            end = moment(today + timedelta(days=1), minute, zone_name)
    if not now < end <= now + _YEAR:
        raise QuestionRefusedError(Message("This moment has passed, or is more than a year away."))
    return end


def zone_of(typed: str) -> str:
    """The name of a zone as typed or picked. Raises QuestionRefusedError."""
    wanted = unicodedata.normalize("NFKC", typed).strip()
    if offset := _OFFSET.fullmatch(wanted):
        turned = "-" if offset["sign"] == "+" else "+"  # POSIX counts the other way round
        wanted = f"Etc/GMT{turned}{int(offset['hours'])}"
    name = _CITIES.get(wanted.casefold(), wanted.replace(" ", "_"))
    exact = [each for each in zone_names() if each.casefold() == name.casefold()]
    try:
        return (exact or [zone(name).key])[0]
    except UnknownZoneError:
        of_city = [each for each in zone_names() if each.casefold().rpartition("/")[2] == name.casefold()]
        if len(of_city) != 1:
            raise QuestionRefusedError(
                Message("I do not know this time zone. Pick one from the list: type a city, like Seoul.")
            ) from None
        return of_city[0]


def shown(name: str) -> str:
    """The name of a zone as people read it: POSIX turns the sign of an offset round."""
    offset = name.removeprefix("Etc/GMT")
    if offset == name or not offset:
        return name
    return f"UTC{offset.translate(str.maketrans('+-', '-+'))}"


def choices(current: str) -> list[app_commands.Choice[str]]:
    """What autocomplete shows: familiar zones first, then whatever holds what was typed."""
    wanted = current.strip().casefold().replace(" ", "_")
    found = [_CITIES[wanted]] if wanted in _CITIES else []
    found += [name for name in (*_FAMILIAR, *zone_names()) if wanted in name.casefold()]
    return [app_commands.Choice(name=name, value=name) for name in list(dict.fromkeys(found))[:MAX_CHOICES]]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise _bad_time() from None


def _unit(written: str) -> str:
    """A unit of time by its first sign: minutes, hours or days."""
    return {"분": "m", "시": "h", "일": "d"}.get(written[0], written[0].casefold())


def _bad_time() -> QuestionRefusedError:
    return QuestionRefusedError(Message("I do not understand this time. Type it like 9:00, 21:30 or 9 pm."))
