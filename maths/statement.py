"""From a problem's own words to a formal task, or to the reason and the place why not.

Every character is accounted for: a phrase of the lexicon, a formula, or the text is not understood. When
two readings of the whole text mean different things, it is not understood either.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from maths.bounds import MAX_LENGTH, UnreadableError
from maths.families.matrices.notation import in_notation
from maths.families.numbers.integers.described import EveryReading
from maths.families.settled import UndecidedError
from maths.message import Message
from maths.phrasing.adjoined import names_of, refuse_adjoined, refuse_run_together
from maths.phrasing.casual import plainly
from maths.phrasing.chart import Chart, many, maybe, sequence, word
from maths.phrasing.composed import Reader
from maths.phrasing.grammar_ages import REQUESTS as AGES
from maths.phrasing.grammar_calculus import REQUESTS as CALCULUS
from maths.phrasing.grammar_calendar import REQUESTS as CALENDAR
from maths.phrasing.grammar_casual import REQUESTS as CASUAL
from maths.phrasing.grammar_chance_korean import REQUESTS as CHANCE_KOREAN
from maths.phrasing.grammar_choosing import REQUESTS as CHOOSING
from maths.phrasing.grammar_comparison import REQUESTS as COMPARISON
from maths.phrasing.grammar_complex import REQUESTS as COMPLEX
from maths.phrasing.grammar_compound import REQUESTS as COMPOUND
from maths.phrasing.grammar_congruences import REQUESTS as CONGRUENCES
from maths.phrasing.grammar_consecutive import REQUESTS as CONSECUTIVE
from maths.phrasing.grammar_coordinates import REQUESTS as COORDINATES
from maths.phrasing.grammar_counting import REQUESTS as COUNTING
from maths.phrasing.grammar_counting_korean import REQUESTS as COUNTING_KOREAN
from maths.phrasing.grammar_curves import REQUESTS as CURVES
from maths.phrasing.grammar_described import REQUESTS as INTEGERS
from maths.phrasing.grammar_digit_numbers import REQUESTS as DIGIT_NUMBERS
from maths.phrasing.grammar_digits import REQUESTS as DIGITS
from maths.phrasing.grammar_division import REQUESTS as DIVISION
from maths.phrasing.grammar_english import REQUESTS as ENGLISH
from maths.phrasing.grammar_events import REQUESTS as EVENTS
from maths.phrasing.grammar_expectation import REQUESTS as EXPECTATION
from maths.phrasing.grammar_forms import REQUESTS as FORMS
from maths.phrasing.grammar_functions import REQUESTS as FUNCTIONS
from maths.phrasing.grammar_geometry import REQUESTS as GEOMETRY
from maths.phrasing.grammar_inequalities import REQUESTS as INEQUALITIES
from maths.phrasing.grammar_journeys import REQUESTS as JOURNEYS
from maths.phrasing.grammar_korean import REQUESTS as KOREAN
from maths.phrasing.grammar_logic import REQUESTS as LOGIC
from maths.phrasing.grammar_matrices import REQUESTS as MATRICES
from maths.phrasing.grammar_measurement import REQUESTS as MEASUREMENT
from maths.phrasing.grammar_mixtures import REQUESTS as MIXTURES
from maths.phrasing.grammar_numbers import REQUESTS as NUMBERS
from maths.phrasing.grammar_numerals import REQUESTS as NUMERALS
from maths.phrasing.grammar_pairs import REQUESTS as PAIRS
from maths.phrasing.grammar_polygons import REQUESTS as POLYGONS
from maths.phrasing.grammar_polynomials import REQUESTS as POLYNOMIALS
from maths.phrasing.grammar_prices import REQUESTS as PRICES
from maths.phrasing.grammar_probability import REQUESTS as PROBABILITY
from maths.phrasing.grammar_proportion import REQUESTS as PROPORTION
from maths.phrasing.grammar_ranges import REQUESTS as RANGES
from maths.phrasing.grammar_rates import REQUESTS as RATES
from maths.phrasing.grammar_ratios import REQUESTS as RATIOS
from maths.phrasing.grammar_requests import REQUESTS as SMALL
from maths.phrasing.grammar_roots import REQUESTS as ROOTS
from maths.phrasing.grammar_rows import REQUESTS as ROWS
from maths.phrasing.grammar_rows_korean import REQUESTS as ROWS_KOREAN
from maths.phrasing.grammar_sections import REQUESTS as SECTIONS
from maths.phrasing.grammar_series import REQUESTS as SERIES
from maths.phrasing.grammar_sets import REQUESTS as SETS
from maths.phrasing.grammar_sharing import REQUESTS as SHARING
from maths.phrasing.grammar_solutions import REQUESTS as SOLUTIONS
from maths.phrasing.grammar_statistics import REQUESTS as STATISTICS
from maths.phrasing.grammar_subsets import REQUESTS as SUBSETS
from maths.phrasing.grammar_systems import REQUESTS as SYSTEMS
from maths.phrasing.grammar_traits import REQUESTS as TRAITS
from maths.phrasing.grammar_triangles import REQUESTS as TRIANGLES
from maths.phrasing.grammar_trigonometry import REQUESTS as TRIGONOMETRY
from maths.phrasing.grammar_vectors import REQUESTS as VECTORS
from maths.phrasing.grammar_work import REQUESTS as WORK
from maths.phrasing.operations import WithOperation, spelled_operation
from maths.phrasing.parts import part_labels, read_parts
from maths.phrasing.productions import formula
from maths.phrasing.requests import Objection, bare
from maths.phrasing.rewording import other_orders
from maths.phrasing.spoken_scope import refuse_unheard_reach
from maths.phrasing.wordings import early, in_known_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.settled import Task
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Found

_PATIENCE = 40  # whole readings looked at: a sentence has one or two
_SHOWN = 24  # characters of the text shown where reading stopped
_OPENING = maybe(many(sequence(word("OPENING"), maybe(word("COMMA")))))
_CLOSING = sequence(
    maybe(word("END")), maybe(many(sequence(maybe(word("COMMA")), word("CLOSING")))), maybe(word("END"))
)
_BARE = formula(lambda _: True)
_REQUESTS = (
    *GEOMETRY,
    *POLYGONS,
    *TRIANGLES,
    *PROPORTION,
    *RATIOS,
    *RATES,
    *MIXTURES,
    *AGES,
    *SHARING,
    *WORK,
    *JOURNEYS,
    *PRICES,
    *EVENTS,
    *CHOOSING,
    *TRAITS,
    *CALENDAR,
    *COORDINATES,
    *CURVES,
    *SECTIONS,
    *SYSTEMS,
    *SOLUTIONS,
    *ROOTS,
    *TRIGONOMETRY,
    *COMPLEX,
    *COMPOUND,
    *CONGRUENCES,
    *LOGIC,
    *RANGES,
    *ENGLISH,
    *KOREAN,
    *INEQUALITIES,
    *NUMBERS,
    *NUMERALS,
    *CONSECUTIVE,
    *SETS,
    *SUBSETS,
    *COMPARISON,
    *DIGITS,
    *MEASUREMENT,
    *PROBABILITY,
    *COUNTING,
    *CHANCE_KOREAN,
    *COUNTING_KOREAN,
    *DIGIT_NUMBERS,
    *ROWS,
    *ROWS_KOREAN,
    *EXPECTATION,
    *STATISTICS,
    *POLYNOMIALS,
    *MATRICES,
    *FUNCTIONS,
    *FORMS,
    *DIVISION,
    *VECTORS,
    *PAIRS,
    *SMALL,
    *SERIES,
    *CALCULUS,
    *CASUAL,
)


class _ManyMeaningsError(UndecidedError):
    """The whole text was read, in more than one way."""


def understand(problem: str) -> Task:
    """The one task the text asks for. Raises UndecidedError with what could not be read, and where."""
    problem = early(plainly(problem))
    labels = part_labels(problem) if len(problem) <= MAX_LENGTH else ()
    if not labels:
        return _whole(problem)
    try:
        return read_parts(problem, _whole)
    except UndecidedError as error:
        task = _choices(problem, labels)
        if task is None:
            raise error from None
        return task


def _choices(problem: str, labels: tuple[str, ...]) -> Task | None:
    """A question with lettered choices; None where it is none, or where a letter of theirs is read as a number."""
    letters = {label.strip("()") for label in labels}
    if not all(letter.isalpha() and letter.isascii() for letter in letters):
        return None
    try:
        task = _whole(problem)
    except UndecidedError:
        return None
    return None if letters & {name.full for name in names_of(task)} else task


def _whole(problem: str) -> Task:
    """A statement without parts."""
    spelled = spelled_operation(problem) if len(problem) <= MAX_LENGTH else None
    if spelled is not None:
        return WithOperation(_in_some_order(spelled.text), spelled.sign, spelled.letter)
    return in_notation(problem, _in_some_order(problem))


def _in_some_order(problem: str) -> Task:
    """What is given may be said before the question or after it."""
    try:
        return _understood(problem)
    except _ManyMeaningsError:
        raise
    except UndecidedError as error:
        for other in other_orders(problem) if len(problem) <= MAX_LENGTH else ():
            try:
                return _understood(other)
            except UndecidedError:
                continue
        reworded = in_known_words(problem) if len(problem) <= MAX_LENGTH else problem
        if reworded == problem:
            raise error from None
        try:
            return _understood(reworded)
        except UndecidedError:
            raise error from None


def _understood(problem: str) -> Task:
    if not problem.strip():
        raise UndecidedError(Message("The problem is empty."))
    if len(problem) > MAX_LENGTH:
        raise UndecidedError(Message("The problem is too long to be read as one statement."))
    try:
        chart = Chart(problem.strip())
    except UnreadableError as error:
        raise UndecidedError(error.message) from error
    refuse_unheard_reach(chart)
    tasks: list[Task] = []
    objections: list[Message] = []
    for found in _readings_with_definitions(chart):
        if isinstance(found, Objection):
            objections.append(found.reason)
        elif found not in tasks:
            tasks.append(found)
        if len(tasks) > 1 or len(tasks) + len(objections) > _PATIENCE:
            break
    if len(tasks) == 1:
        refuse_adjoined(chart.tokens, tasks[0])
        refuse_run_together(tasks[0])
        return tasks[0]
    if tasks:
        raise _ManyMeaningsError(Message("The statement can be understood in more than one way."))
    reasons = [*objections, *chart.doubts]
    raise UndecidedError(reasons[0] if reasons else _stopped(chart))


def _readings_with_definitions(chart: Chart) -> Iterator[Found]:
    """What is asked at once; else, of a text that begins with definitions, what its last sentence asks."""
    whole = False
    for found in _readings(chart, 0):
        whole = whole or not isinstance(found, Objection)
        yield found
    if not whole:
        if described := _described(chart):
            yield described
            return
        for start, _ in _OPENING(chart, 0):
            yield from Reader(_REQUESTS, _readings).readings(chart, start)


def of_integers(problem: str) -> Task | None:
    """The task of a text that describes whole numbers, where nothing else understands it."""
    return _described(Chart(plainly(problem).strip()))


def _described(chart: Chart) -> Task | None:
    found = tuple(dict.fromkeys(islice(_of_integers(chart), _PATIENCE)))
    return (found[0] if len(found) == 1 else EveryReading(found)) if found else None


def _of_integers(chart: Chart) -> Iterator[Task]:
    """What only the descriptions of whole numbers understand."""
    for start, _ in _OPENING(chart, 0):
        for request in INTEGERS:
            for end, found in request(chart, start):
                if not isinstance(found, Objection) and _closes(chart, end):
                    yield found


def _readings(chart: Chart, at: int, more: tuple[Parser[Found], ...] = ()) -> Iterator[Found]:
    for start, _ in _OPENING(chart, at):
        for request in (*_REQUESTS, *more):
            for end, found in request(chart, start):
                if _closes(chart, end):
                    yield found
        for end, node in _BARE(chart, start):
            if _closes(chart, end):
                yield from bare(node)


def _closes(chart: Chart, at: int) -> bool:
    return any(chart.skip(end) == len(chart.text) for end, _ in _CLOSING(chart, at))


def _stopped(chart: Chart) -> Message:
    rest = re.sub(r"\s+", " ", chart.text[chart.place :]).strip()
    if not rest:
        return Message("It is not said what is asked.")
    shown = rest if len(rest) <= _SHOWN else f"{rest[:_SHOWN]}…"
    return Message("I do not understand the statement from “{words}” on.", words=shown)
