"""Sequences with a stated class of rules, within which the term that is asked for is the only one.

Rated by how many numbers must be found and through how many differences, and by the rules that must be excluded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import Unknown
from maths.logic.whole import Whole
from maths.message import Message
from maths.puzzles.board import Tiles
from maths.puzzles.puzzle import Field, Judged, Kind, Puzzle
from maths.puzzles.sequences.chain import Sequenced, fact, links
from maths.puzzles.sequences.rules import LARGEST, RULES
from maths.puzzles.sequences.solve import OpenError, completed, equations, filled
from maths.puzzles.titles import TITLES
from maths.puzzles.typed import whole_number
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.sequences.chain import Claim
    from maths.puzzles.sequences.rules import Rule

_FIELD = "term"
_BANDS = {Level.BEGINNER: (10, 19), Level.INTERMEDIATE: (20, 29), Level.ADVANCED: (30, 99)}
_WEIGHTS = {  # of the rule that holds, and how many rules are excluded
    Level.BEGINNER: ((1, 0),),
    Level.INTERMEDIATE: ((2, 0), (2, 0), (1, 1)),
    Level.ADVANCED: ((3, 0), (3, 1), (2, 1), (2, 2)),
}
MAX_DRAWS = 4_000
_SHARES = 101  # every puzzle belongs to one share of the seeds: neighbouring seeds cannot draw the same
SHORTEST = 4
MAX_SAME = 2  # terms that are equal: more look like no sequence


class _Sequence:
    kind = Kind.SEQUENCE
    title = TITLES[Kind.SEQUENCE]
    about = Message("A sequence follows a rule of a stated kind; find the term that is asked for.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(MAX_DRAWS):
            drawn = _drawn(draw, level)
            if drawn is None or _share(drawn) != seed % _SHARES:
                continue
            if _only(drawn):
                try:
                    return _puzzle(drawn, level, seed)
                except OpenError:
                    continue
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        found = _sequenced(puzzle)
        terms: set[int] = set()
        for rule in found.rules:
            try:
                whole = completed(rule, found.shown, found.place)
            except OpenError:
                return False
            if whole is not None:
                terms.add(whole[found.place - 1])
        return terms == {int(puzzle.answer)}

    def faults(self, puzzle: Puzzle) -> list[str]:
        found = _sequenced(puzzle)
        _, claims = links(found)
        wrong = [f"does not follow: {claim}" for claim in claims if not _follows(claim)]
        terms = filled(found.rule, found.shown, found.values, found.place)
        if terms is None or terms[found.place - 1] != int(puzzle.answer):
            wrong.append("The rule does not lead to the answer.")
        if not _BANDS[puzzle.level][0] <= puzzle.rating <= _BANDS[puzzle.level][1]:
            wrong.append(f"rated {puzzle.rating}")
        return wrong

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        number = whole_number(given.get(_FIELD, ""))
        if number is None:
            return Judged(right=False, reason=Message("Answer with one whole number, such as 42."), readable=False)
        if str(number) == puzzle.answer:
            return Judged(right=True, reason=Message("That is the only number that fits."))
        if len(_sequenced(puzzle).rules) > 1:
            reason = Message("With {number} there, none of the rules gives all the terms.", number=str(number))
        else:
            reason = Message("With {number} there, the rule does not give all the terms.", number=str(number))
        return Judged(right=False, reason=reason)


MAKER = _Sequence()


def _drawn(draw: Draw, level: Level) -> Sequenced | None:
    """A sequence and the rules that are stated for it; None where it is dull or too large."""
    weight, others = draw.one_of(_WEIGHTS[level])
    rule = draw.one_of([one for one in RULES if one.weight == weight])
    rivals = [one for one in RULES if one is not rule and one.weight == min(weight, 2)]
    stated = draw.shuffled([rule, *draw.some_of(rivals, others)])
    length = max(SHORTEST, rule.start + 2 * len(rule.letters)) + draw.whole(0, 1)
    ask = draw.one_of(("next", "next", "later", "missing"))
    length += 2 * (ask == "missing") + others
    values = rule.draws(draw)
    begun = [
        draw.signed(rule.widest) if draw.whole(0, 3) == 0 else draw.whole(1, rule.widest) for _ in range(rule.start)
    ]
    place = {"next": length + 1, "later": length + draw.whole(2, 3), "missing": 0}[ask]
    if ask == "missing":
        place = draw.whole(max(rule.start + 1, 2), length - 1)
    terms = rule.continued(begun, values, max(length, place))
    if _dull(terms) or (min(terms) < 0 and any(one.key == "digits" for one in stated)):
        return None
    shown = tuple(None if at + 1 == place else term for at, term in enumerate(terms[:length]))
    return Sequenced(tuple(stated), stated.index(rule), shown, place, values, tuple(terms))


def _share(drawn: Sequenced) -> int:
    mixed = drawn.place
    for term in drawn.terms:
        mixed = (mixed * 48_271 + term * 7_919) % 2_147_483_647
    return mixed % _SHARES


def _dull(terms: Sequence[int]) -> bool:
    return max(map(abs, terms)) > LARGEST or max(terms.count(term) for term in terms) > MAX_SAME or 0 in terms[:-1]


def _only(drawn: Sequenced) -> bool:
    """Whether z3 finds the numbers of the rule that holds the only ones, and none for any other rule."""
    for number, rule in enumerate(drawn.rules):
        session = Whole([fact(row, rule.letters) for row in equations(rule, drawn.shown)])
        if number != drawn.right:
            if session.possible():
                return False
        elif session.only([Unknown(name, ()) for name in rule.letters]) != drawn.values:
            return False
    return True


def _follows(claim: Claim) -> bool:
    return Whole([fact(row, claim.letters) for row in claim.rows]).follows(claim.says)


def _puzzle(drawn: Sequenced, level: Level, seed: int) -> Puzzle | None:
    answer = str(drawn.terms[drawn.place - 1])
    signs = ["?" if term is None else str(term) for term in drawn.shown]
    asked_later = drawn.place > len(drawn.shown)
    said, _ = links(drawn)
    rating = _rating(drawn)
    if not _BANDS[level][0] <= rating <= _BANDS[level][1]:
        return None
    tiles = (*signs, "?") if drawn.place == len(signs) + 1 else tuple(signs)
    solved = tuple(str(term) for term in drawn.terms)
    return Puzzle(
        kind=Kind.SEQUENCE,
        level=level,
        seed=seed,
        statement=(*_stated(drawn.rules, signs), _question(drawn)),
        fields=(Field(_FIELD, Message("Term"), example="42"),),
        given=((_FIELD, answer),),
        answer=answer,
        links=said,
        rating=rating,
        board=Tiles((*tiles, "…") if asked_later else tiles),
        solved_board=Tiles(solved),
        data=drawn,
    )


def _stated(rules: Sequence[Rule], signs: Sequence[str]) -> list[Message]:
    begins = Message("A sequence of whole numbers begins {terms}, …", terms=", ".join(signs))
    if len(rules) == 1:
        return [begins, rules[0].says]
    return [
        begins,
        Message("It follows one of these rules; find out which."),
        *(Message("({number}) {rule}", number=at, rule=rule.says) for at, rule in enumerate(rules, 1)),
    ]


def _question(drawn: Sequenced) -> Message:
    if drawn.place <= len(drawn.shown):
        return Message("Which number stands in the place of the question mark?")
    if drawn.place == len(drawn.shown) + 1:
        return Message("Which number comes next?")
    return Message("Which number stands in place {place}? The first number is in place 1.", place=drawn.place)


def _rating(drawn: Sequenced) -> int:
    excluded = len(drawn.rules) - 1
    further = max(0, drawn.place - len(drawn.shown) - 1)
    return 10 * (drawn.rule.weight + excluded) + 2 * further + 3 * (None in drawn.shown)


def _sequenced(puzzle: Puzzle) -> Sequenced:
    if not isinstance(puzzle.data, Sequenced):
        raise TypeError(puzzle.kind)
    return puzzle.data
