"""Whose turn it is: guilds share the model evenly, and so do the people within one. Pure, without a clock.

Self-clocked fair queueing (Golestani 1994) on two floors, every ticket of length one: a ticket's round is one
after the person's last, and at least one after the round being served, so that whoever waits is neither passed
by the many questions of one person nor by newcomers without end.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from tutor.types import Asker

T = TypeVar("T")


@dataclass(slots=True)
class _Line(Generic[T]):
    """What one person waits for, oldest first. `round` is that of the oldest."""

    round: int
    arrived: int
    tickets: deque[T] = field(default_factory=deque)


@dataclass(slots=True)
class _Guild(Generic[T]):
    round: int
    arrived: int
    served: int = 0
    lines: dict[Hashable, _Line[T]] = field(default_factory=dict)
    finished: dict[Hashable, int] = field(default_factory=dict)


class Turns(Generic[T]):
    """Tickets in the order in which they will be served if nobody else comes."""

    def __init__(self) -> None:
        self._guilds: dict[Hashable, _Guild[T]] = {}
        self._finished: dict[Hashable, int] = {}
        self._served = 0
        self._arrivals = count()
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def waiting_for(self, asker: Asker | None) -> int:
        """How many tickets of this person wait."""
        guild = self._guilds.get(_guild_of(asker))
        line = guild.lines.get(_person_of(asker)) if guild else None
        return len(line.tickets) if line else 0

    def add(self, asker: Asker | None, ticket: T) -> None:
        arrived = next(self._arrivals)
        key, person = _guild_of(asker), _person_of(asker)
        guild = self._guilds.get(key)
        if guild is None:
            guild = _Guild(max(self._served, self._finished.get(key, 0)) + 1, arrived)
            self._guilds[key] = guild
        line = guild.lines.get(person)
        if line is None:
            line = _Line(max(guild.served, guild.finished.get(person, 0)) + 1, arrived)
            guild.lines[person] = line
        line.tickets.append(ticket)
        self._size += 1

    def remove(self, asker: Asker | None, ticket: T) -> None:
        """Raises ValueError when the ticket does not wait."""
        key, person = _guild_of(asker), _person_of(asker)
        guild = self._guilds[key]
        guild.lines[person].tickets.remove(ticket)
        self._size -= 1
        self._tidy(key, guild, person)

    def take(self) -> T:
        """The ticket whose turn it is, out of the line. Raises ValueError when nobody waits."""
        key, guild = min(self._guilds.items(), key=lambda item: (item[1].round, item[1].arrived))
        person, line = min(guild.lines.items(), key=lambda item: (item[1].round, item[1].arrived))
        ticket = line.tickets.popleft()
        self._size -= 1
        self._served = self._finished[key] = guild.round
        guild.served = guild.finished[person] = line.round
        guild.round += 1
        line.round += 1
        self._tidy(key, guild, person)
        return ticket

    def __iter__(self) -> Iterator[T]:
        """Every ticket, in the order of their turns."""
        guilds = [(guild.round, guild.arrived, _order(guild)) for guild in self._guilds.values()]
        heapq.heapify(guilds)
        while guilds:
            turn, arrived, tickets = guilds[0]
            ticket = next(tickets, None)
            if ticket is None:
                heapq.heappop(guilds)
                continue
            heapq.heapreplace(guilds, (turn + 1, arrived, tickets))
            yield ticket

    def _tidy(self, key: Hashable, guild: _Guild[T], person: Hashable) -> None:
        """Forget who waits no more, and what was served too long ago to matter."""
        if not guild.lines[person].tickets:
            del guild.lines[person]
        if not guild.lines:
            del self._guilds[key]
        if not self._guilds:
            self._finished.clear()
        guild.finished = {who: turn for who, turn in guild.finished.items() if turn > guild.served}
        self._finished = {which: turn for which, turn in self._finished.items() if turn > self._served}


def _order(guild: _Guild[T]) -> Iterator[T]:
    lines = [(line.round, line.arrived, iter(tuple(line.tickets))) for line in guild.lines.values()]
    heapq.heapify(lines)
    while lines:
        turn, arrived, tickets = lines[0]
        ticket = next(tickets, None)
        if ticket is None:
            heapq.heappop(lines)
            continue
        heapq.heapreplace(lines, (turn + 1, arrived, tickets))
        yield ticket


def _guild_of(asker: Asker | None) -> Hashable:
    """Direct messages are a guild of their own each; what nobody asked for is one more."""
    if asker is None:
        return None
    return asker.guild_id if asker.guild_id is not None else ("direct", asker.user_id)


def _person_of(asker: Asker | None) -> Hashable:
    return asker.user_id if asker else None
