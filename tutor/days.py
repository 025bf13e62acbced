"""Days and times of day where somebody lives. Pure; a zone is an IANA name such as `Asia/Seoul`."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

if TYPE_CHECKING:
    from datetime import date

DEFAULT_ZONE = "UTC"
MINUTES = 24 * 60


class UnknownZoneError(ValueError):
    """No time zone has this name."""


def zone(name: str) -> ZoneInfo:
    """Raises UnknownZoneError."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZoneError(name) from error


@cache
def zone_names() -> tuple[str, ...]:
    """Every zone people live in, by continent and city; `UTC` first."""
    cities = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix/")))
    return (DEFAULT_ZONE, *cities)


def local_day(now: datetime, zone_name: str) -> date:
    """The day it is somewhere."""
    return now.astimezone(zone(zone_name)).date()


def moment(day: date, minute: int, zone_name: str) -> datetime:
    """When it is so many minutes after midnight, by the clock on the wall, of a day somewhere; in UTC.

    Where the clock jumps over that time, the moment is as much later as it jumps; where it shows it twice, it is the
    first of the two.
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60), zone(zone_name))
    return wall.astimezone(UTC)


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
