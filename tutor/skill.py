"""How skill is judged from single tasks: which level fits, when a mistake comes back, how long a streak is.

Pure functions over the nouns of `tutor.learning`. Ratings are Weng and Lin's (openskill's Plackett-Luce), the learner
playing against the problem; reviews are scheduled by FSRS.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from fsrs import Card as Memory
from fsrs import Rating as Recall
from fsrs import Scheduler
from openskill.models import PlackettLuce

from tutor.learning import Card, Rating, Score
from tutor.types import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

NEW = Rating(25.0, 25.0 / 3)
_STRENGTH = {Level.BEGINNER: 20.0, Level.INTERMEDIATE: 26.0, Level.ADVANCED: 32.0}  # a problem as an opponent
_CERTAIN = 1.0  # how well a problem's strength is known
_ENOUGH = 0.5  # the chance of success at which a level fits: hard enough to learn from
TRUSTED_AFTER = 3  # tasks; before that a rating says nothing and the learner's own level is used

_RANKS = {Score.ALONE: [1, 2], Score.HELPED: [1, 1], Score.NOT: [2, 1]}
_RECALLED = {Score.ALONE: Recall.Good, Score.HELPED: Recall.Hard, Score.NOT: Recall.Again}
_POINTS = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 3}

FREEZE_EVERY = 7  # days of a streak earn one freeze
FREEZES_HELD = 2

_model = PlackettLuce()
_scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)  # whole days, the same every time


def rated(rating: Rating, level: Level, score: Score) -> Rating:
    """The learner's rating after a task: solved alone is a win, with help a draw, shown a defeat."""
    learner = _model.rating(mu=rating.mu, sigma=rating.sigma)
    problem = _model.rating(mu=_STRENGTH[level], sigma=_CERTAIN)
    [[after], _] = _model.rate([[learner], [problem]], ranks=[float(rank) for rank in _RANKS[score]])
    return Rating(after.mu, after.sigma, rating.tasks + 1)


def chance(rating: Rating, level: Level) -> float:
    """How likely the learner is to solve a problem of this level alone, from 0 to 1."""
    learner = _model.rating(mu=rating.mu, sigma=rating.sigma)
    return float(_model.predict_win([[learner], [_model.rating(mu=_STRENGTH[level], sigma=_CERTAIN)]])[0])


def fitting(rating: Rating | None, otherwise: Level) -> Level:
    """The hardest level the learner is as likely to solve as not; `otherwise` while little is known."""
    if rating is None or rating.tasks < TRUSTED_AFTER:
        return otherwise
    within = [level for level in Level if chance(rating, level) >= _ENOUGH]
    return within[-1] if within else Level.BEGINNER


def points(level: Level, score: Score) -> int:
    """What a task adds to a leaderboard: 1, 2 or 3 for its level, twice that for solving it alone."""
    match score:
        case Score.ALONE:
            return 2 * _POINTS[level]
        case Score.HELPED:
            return _POINTS[level]
        case Score.NOT:
            return 0


def reviewed(key: str, problem_id: int, memory: Mapping[str, Any] | None, score: Score, now: datetime) -> Card:
    """The card after a task; its first one where `memory` is None."""
    before = Memory(card_id=problem_id) if memory is None else Memory.from_dict(dict(memory))  # type: ignore[arg-type]
    after, _ = _scheduler.review_card(before, _RECALLED[score], now.astimezone(UTC))
    return Card(key, problem_id, after.due, dict(after.to_dict()))


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row with a task solved; `freezes` are held, each of which bridges one missed day."""

    length: int = 0
    freezes: int = 0
    longest: int = 0


def streak(days: Iterable[date], today: date) -> Streak:
    """The streak as it stands today, of the days, rising, on which the learner was active.

    Every seventh day of a streak earns a freeze, two at most are held, and a missed day uses one by itself. Today is
    missed only tomorrow.
    """
    length = freezes = longest = 0
    last: date | None = None
    for day in days:
        length, freezes = _bridged(length, freezes, last, day)
        length += 1
        if length % FREEZE_EVERY == 0:
            freezes = min(freezes + 1, FREEZES_HELD)
        longest, last = max(longest, length), day
    length, freezes = _bridged(length, freezes, last, today)
    return Streak(length, freezes, longest)


def _bridged(length: int, freezes: int, last: date | None, day: date) -> tuple[int, int]:
    """The streak and the freezes left after the days missed between two."""
    missed = 0 if last is None else max(0, (day - last) // timedelta(days=1) - 1)
    return (length, freezes - missed) if missed <= freezes else (0, 0)
