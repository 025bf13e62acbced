"""Puzzles of liars and truth-tellers read from their own words, every word accounted for; no model.

What can be taken in two ways ("one of them": exactly or at least one) is read in both, and is only used where both come
to the same. Whatever else stands in the text, or is not said, is a reason not to read it.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles import liars_english, liars_korean
from maths.puzzles.formal import Character, Clue, Formal, NotFormalError, Person
from maths.puzzles.liars_words import NotReadError, Setting, Spoken
from maths.puzzles.solving import Found, Solved, solve

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_CHARACTERS = 1_500
MAX_READINGS = 16
_HANGUL = re.compile(r"[가-힣]")
_STOP_INSIDE = re.compile(r'([.,!?])"')  # a full stop before the closing quotation mark ends the sentence around it
# 'it's false' in single quotation marks, also `so': an apostrophe stands between letters
_SINGLE = re.compile(r"(?<![^\s,:(])[`']((?:[^`']|(?<=[a-z])'(?=[a-z]))*)'(?![a-z])")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "「": '"', "」": '"', "‘": "'", "’": "'"})


def read(text: str) -> list[Formal]:
    """Every reading of a puzzle. Raises NotReadError with the place that is not understood."""
    if len(text) > MAX_CHARACTERS:
        raise NotReadError(text[:40])
    grammar = liars_korean.GRAMMAR if _HANGUL.search(text) else liars_english.GRAMMAR
    straight = _SINGLE.sub(r'"\1"', " ".join(text.translate(_QUOTES).split()))
    setting = grammar.read(_STOP_INSIDE.sub(r'"\1', straight))
    if not setting.spoken or not setting.agrees():
        raise NotReadError(text[:40])
    _refuse_unsteady(setting)
    persons = tuple(Person(name, _kinds(setting, name)) for name in setting.names)
    rules = tuple(Clue(rule.text, rule.formulas[0]) for rule in setting.rules)
    ways = [one.formulas for one in setting.spoken]
    if len(readings := list(product(*ways))) > MAX_READINGS:
        raise NotReadError(text[:40])
    return [Formal(persons, (), (*rules, *_clues(setting.spoken, chosen))) for chosen in readings]


def _refuse_unsteady(setting: Setting) -> None:
    """Raise NotReadError where "A is lying" is said of one who says several things, each true or not by itself."""
    for name in setting.names:
        spoken_of = any(f"honest({name})" in formula for one in setting.spoken for formula in one.formulas)
        certain = {Character.TRUTHFUL, Character.LIAR} >= set(setting.kinds_of(name))
        if spoken_of and not certain and sum(one.speaker == name for one in setting.spoken) > 1:
            raise NotReadError(name)


def settled(text: str) -> tuple[Formal, Solved] | None:
    """A reading and its solutions, where every reading comes to the same; None where it is not read."""
    try:
        readings = read(text)
    except (NotReadError, NotFormalError):
        return None
    solved = [solve(one) for one in readings]
    first = solved[0]
    same = all(one.outcome is first.outcome and set(one.values) == set(first.values) for one in solved)
    if not same or first.outcome is Found.NOT_SOLVED:
        return None
    return readings[0], first


def _clues(spoken: Sequence[Spoken], chosen: Sequence[str]) -> tuple[Clue, ...]:
    return tuple(Clue(one.text, formula, one.speaker) for one, formula in zip(spoken, chosen, strict=True))


def _kinds(setting: Setting, name: str) -> tuple[Character, ...]:
    kinds = setting.kinds_of(name)
    if not kinds:
        raise NotFormalError(Message("It is not said what {name} may be.", name=name))
    return tuple(kinds)
