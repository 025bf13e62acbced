"""How often one person may ask."""

from __future__ import annotations

from collections import deque

_SWEEP = 1_000  # people remembered before those who rest are forgotten


class Pace:
    """At most `times` in any `seconds`, for each person."""

    def __init__(self, times: int, seconds: float) -> None:
        self._times = times
        self._seconds = seconds
        self._asked: dict[int, deque[float]] = {}

    def wait(self, who: int, now: float) -> float:
        """Zero, and this time counts; or the seconds to wait, and it does not."""
        if len(self._asked) > _SWEEP:
            self._asked = {key: asked for key, asked in self._asked.items() if now - asked[-1] < self._seconds}
        asked = self._asked.setdefault(who, deque(maxlen=self._times))
        if len(asked) == self._times and (left := asked[0] + self._seconds - now) > 0:
            return left
        asked.append(now)
        return 0.0
