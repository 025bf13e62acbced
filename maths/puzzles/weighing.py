"""False coins found on a balance, or the weighing that always finds them; the level by how much is unknown."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Scales
from maths.puzzles.puzzle import Choice, Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.puzzles.weighing_draw import DECIDABLE, offered, weighed
from maths.puzzles.weighing_facts import deciding, solutions
from maths.puzzles.weighing_steps import SINGLE, reasoned, reasoned_faults, ruled_out, ruled_out_faults
from maths.puzzles.weighing_words import (
    NAMES,
    THINGS,
    asked,
    asked_option,
    given,
    names,
    option_links,
    option_name,
    reasoned_links,
    ruled_links,
    things,
)
from maths.puzzles.weighing_worlds import Mode, decides, left_over, outcome, worlds
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.generating.draw import Draw
    from maths.logic.deduce import Step
    from maths.puzzles.puzzle import Maker
    from maths.puzzles.weighing_worlds import Balance, Weighing, World

_ONE = (Mode.HEAVIER, Mode.LIGHTER)
_TWO = (Mode.TWO_HEAVIER, Mode.TWO_LIGHTER, Mode.ONE_EACH)
_COUNTS = {Mode.TWO_HEAVIER: (6, 8), Mode.TWO_LIGHTER: (6, 8), Mode.ONE_EACH: (5, 6)}
_COUNT = (7, 12)
_DRAWS = 30
_OFFERED_COUNT = (6, 10)
MAX_TYPED = 60
_HEAVIER, _LIGHTER = ("heavier", "heavy", "+", "무겁", "무거"), ("lighter", "light", "-", "가볍", "가벼")


@dataclass(frozen=True, slots=True)
class Scale:
    """What its own room knows of a puzzle: `truth` is the case, or the options and the place of the right one."""

    balance: Balance
    truth: World
    steps: tuple[Step, ...] = ()
    options: tuple[Weighing, ...] = ()
    right: int = -1


class _Maker:
    kind = Kind.WEIGHING
    title = TITLES[Kind.WEIGHING]
    about = Message("Find the false one by what a balance showed, or the weighing that is sure to find it.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        what = draw.one_of(THINGS)
        match level:
            case Level.BEGINNER:
                found = _single(draw, draw.one_of(_ONE))
            case Level.INTERMEDIATE:
                found = _single(draw, Mode.EITHER) if draw.whole(1, 5) <= 3 else _offered(draw, draw.one_of(_ONE))  # noqa: PLR2004
            case Level.ADVANCED:
                found = _double(draw) if draw.whole(1, 3) <= 2 else _offered(draw, Mode.EITHER)  # noqa: PLR2004
        if found is None:
            return None
        return _choosing(found, what, level, seed) if found.options else _finding(found, what, level, seed)

    def alone(self, puzzle: Puzzle) -> bool:
        data = _data(puzzle)
        left = left_over(data.balance)
        if data.options:
            return [place for place, option in enumerate(data.options) if decides(left, option)] == [data.right]
        return left == [data.truth]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _data(puzzle)
        if data.balance.mode not in SINGLE:
            return reasoned_faults(data.balance, data.steps, data.truth)
        left = solutions(data.balance, DECIDABLE + 1)
        return ruled_out_faults(data.balance, ruled_out(data.balance), left)

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        data = _data(puzzle)
        if data.options:
            return _judged_option(data, given.get("weighing", ""))
        world = _read(data.balance, given)
        if isinstance(world, Message):
            return Judged(right=False, reason=world, readable=False)
        for number, weighing in enumerate(data.balance.weighings, 1):
            if outcome(world, weighing) != weighing.result:
                reason = Message("Then weighing {number} would come out otherwise.", number=number)
                return Judged(right=False, reason=reason)
        return Judged(right=True, reason=Message("It explains every weighing."))


MAKER: Maker = _Maker()


def _single(draw: Draw, mode: Mode) -> Scale | None:
    least = draw.one_of((2, 3, 3))
    for _ in range(_DRAWS):
        found = weighed(draw, draw.whole(*_COUNT), mode)
        if found is not None and len(found[0].weighings) >= least:
            return Scale(*found) if solutions(found[0]) == [found[1]] else None
    return None


def _double(draw: Draw) -> Scale | None:
    mode = draw.one_of(_TWO)
    found = weighed(draw, draw.whole(*_COUNTS[mode]), mode)
    if found is None:
        return None
    steps = reasoned(found[0])
    return Scale(*found, steps) if steps is not None and solutions(found[0]) == [found[1]] else None


def _offered(draw: Draw, mode: Mode) -> Scale | None:
    found = weighed(draw, draw.whole(*_OFFERED_COUNT), mode, DECIDABLE)
    if found is None:
        return None
    balance, truth = found
    options = offered(draw, balance)
    if options is None or deciding(balance, options[0]) != [options[1]]:
        return None
    return Scale(balance, truth, options=options[0], right=options[1])


def _finding(found: Scale, what: Message, level: Level, seed: int) -> Puzzle:
    balance = found.balance
    single = balance.mode in SINGLE
    links = ruled_links(balance, ruled_out(balance)) if single else reasoned_links(balance.mode, found.steps)
    fields, answers, answer = _asked(balance, found.truth)
    return Puzzle(
        kind=Kind.WEIGHING,
        level=level,
        seed=seed,
        statement=(*given(balance, what), asked(balance.mode)),
        fields=fields,
        given=answers,
        answer=answer,
        links=tuple(links),
        rating=_rating(found),
        board=_board(balance),
        data=found,
    )


def _asked(balance: Balance, truth: World) -> tuple[tuple[Field, ...], tuple[tuple[str, str], ...], str]:
    """The fields, their right values, and the answer in one line."""
    choices = things(balance.count)
    false = [NAMES[thing] for thing, _ in truth]
    match balance.mode:
        case Mode.HEAVIER | Mode.LIGHTER:
            return (Field("false", Message("The false one"), choices),), (("false", false[0]),), false[0]
        case Mode.EITHER:
            kind = "heavier" if truth[0][1] > 0 else "lighter"
            kinds = (Choice("heavier", Message("heavier")), Choice("lighter", Message("lighter")))
            fields = (Field("false", Message("The false one"), choices), Field("kind", Message("It is"), kinds))
            return fields, (("false", false[0]), ("kind", kind)), f"{false[0]}{'+' if truth[0][1] > 0 else '-'}"
        case Mode.ONE_EACH:
            heavier, lighter = Message("The heavier one"), Message("The lighter one")
            fields = (Field("first", heavier, choices), Field("second", lighter, choices))
            return fields, (("first", false[0]), ("second", false[1])), f"{false[0]}+, {false[1]}-"
        case _:
            fields = (Field("first", Message("One of them"), choices), Field("second", Message("The other"), choices))
            return fields, (("first", false[0]), ("second", false[1])), ", ".join(false)


def _choosing(found: Scale, what: Message, level: Level, seed: int) -> Puzzle:
    balance, left = found.balance, left_over(found.balance)
    listed = tuple(
        Message("Option {number}: {weighing}", number=number, weighing=option_name(option))
        for number, option in enumerate(found.options, 1)
    )
    choices = tuple(Choice(str(number), label) for number, label in enumerate(listed, 1))
    links = [*ruled_links(balance, ruled_out(balance)), *option_links(balance.mode, left, found.options)]
    right = str(found.right + 1)
    return Puzzle(
        kind=Kind.WEIGHING,
        level=level,
        seed=seed,
        statement=(
            *given(balance, what),
            asked_option(balance.mode),
            *listed,
        ),
        fields=(Field("weighing", Message("The weighing that always decides"), choices),),
        given=(("weighing", right),),
        answer=right,
        links=tuple(links),
        rating=_rating(found),
        board=_board(balance),
        data=found,
    )  # fmt: skip


def _rating(found: Scale) -> int:
    """Hundreds: one false thing and how it is false, one unknown how, two; the rest: how much there is to think."""
    balance = found.balance
    if balance.mode not in SINGLE:
        return 300 + min(99, sum(step.cost for step in found.steps))
    tier = (2 if balance.mode is Mode.EITHER else 1) + bool(found.options)
    return 100 * tier + min(99, len(worlds(balance.count, balance.mode)) + 5 * len(balance.weighings))


def _board(balance: Balance) -> Scales:
    return Scales(
        tuple(
            (tuple(NAMES[k] for k in one.left), tuple(NAMES[k] for k in one.right), one.result)
            for one in balance.weighings
        )
    )


def _judged_option(data: Scale, typed: str) -> Judged:
    numbers = [int(sign) for sign in unicodedata.normalize("NFKC", typed[:MAX_TYPED]) if sign in "123456789"]
    if len(numbers) != 1 or numbers[0] > len(data.options):
        reason = Message("Give the number of an option, from 1 to {count}.", count=len(data.options))
        return Judged(right=False, reason=reason, readable=False)
    left, option = left_over(data.balance), data.options[numbers[0] - 1]
    if decides(left, option):
        return Judged(right=True, reason=Message("However it comes out, only one is left."))
    return Judged(right=False, reason=Message("There is an outcome after which more than one is still possible."))


def _read(balance: Balance, given: Mapping[str, str]) -> World | Message:
    """The world that an answer means; else what is wrong with the text."""
    keys = ("false",) if balance.mode in SINGLE else ("first", "second")
    chosen = [unicodedata.normalize("NFKC", given.get(key, "")[:MAX_TYPED]).strip().upper() for key in keys]
    letters = NAMES[: balance.count]
    if any(len(one) != 1 or one not in letters for one in chosen):
        return Message("Name each by its letter, from {names}.", names=names(range(balance.count)))
    numbers = [letters.index(one) for one in chosen]
    match balance.mode:
        case Mode.HEAVIER | Mode.TWO_HEAVIER:
            kinds: tuple[int, ...] = (1, 1)
        case Mode.LIGHTER | Mode.TWO_LIGHTER:
            kinds = (-1, -1)
        case Mode.ONE_EACH:
            kinds = (1, -1)
        case Mode.EITHER:
            kinds = (_kind(given.get("kind", "")),)
    if not kinds[0]:
        return Message("Say whether it is heavier or lighter.")
    if len(set(numbers)) < len(numbers):
        return Message("Name two different ones.")
    return tuple(zip(numbers, kinds, strict=False))


def _kind(typed: str) -> int:
    """1 heavier, -1 lighter, 0 where it says neither or both."""
    text = typed[:MAX_TYPED].strip().casefold()
    heavier, lighter = any(one in text for one in _HEAVIER), any(one in text for one in _LIGHTER)
    return 1 if heavier and not lighter else -1 if lighter and not heavier else 0


def _data(puzzle: Puzzle) -> Scale:
    if not isinstance(puzzle.data, Scale):
        raise TypeError(puzzle.kind)
    return puzzle.data
