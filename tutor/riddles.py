"""People's own puzzles: a model formalises, mathematics solves and explains. Remembers nobody.

The model never says what the solution is. It writes the puzzle down twice, on two ways, as persons, variables and
clues; each reading is solved by two engines, and only readings that come to the same are called cross-checked.
"""

from __future__ import annotations

import time
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, TypeAlias

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from maths.message import Formula, Message, counted
from maths.puzzles.formal import Character, Clue, Formal, Person, Variable
from maths.puzzles.solving import Found
from maths.verdict import Standing, Verdict
from tutor import prompts
from tutor.adapted import adapted
from tutor.errors import ModelError, TooBusyError
from tutor.formalising import NOT_THE_FORM, Formaliser, UnusableError, quoted
from tutor.solver import refuse
from tutor.types import Progress, Section, SectionKind, Solution, Stage, Voucher
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from maths.puzzles.puzzle import Link
    from maths.puzzles.solving import Solved
    from tutor.formalising import Ask
    from tutor.ports import LanguageModel, PuzzleSolver
    from tutor.types import Asker, Language, Question

log = structlog.get_logger(__name__)

MAX_TRIES = 3

_NO_MODEL = Message(
    "No model is at hand that could write this puzzle down for mathematics to solve. "
    "Puzzles of knights and knaves are read without one where every sentence is plain: "
    "Knights always tell the truth and knaves always lie. A says “B is a knave”. B says “We are both knaves”."
)
_NOT_FORMAL = Message("The puzzle could not be written down so that mathematics can solve it.")
_MODEL_MISSING = Message("The model that writes puzzles down could not be asked.")
_AGREE = Message("written down twice by a model, on two ways; both come to the same, each solved by two engines")
_READ = Message("read word by word from the puzzle itself; the solutions by z3, and again by a search of our own")
_ONCE = Message("it was written down once only: a second reading could not be used")
_DIFFER = Message("a second reading of the puzzle comes to something else, so one of the two misreads it")


_Value: TypeAlias = Annotated[str, Field(pattern=r"^-?\w+$", max_length=prompts.NAME_CHARACTERS)]


class _Reading(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Person(_Reading):
    name: str = Field(pattern=r"^[^\W\d]\w*$", max_length=prompts.NAME_CHARACTERS)
    kinds: list[Character] = Field(min_length=1, max_length=4)


class _Variable(_Reading):
    name: str = Field(pattern=r"^[^\W\d]\w*$", max_length=prompts.NAME_CHARACTERS)
    values: list[_Value] = Field(min_length=1, max_length=20)


class _Clue(_Reading):
    text: str = Field(min_length=1, max_length=prompts.PUZZLE_CHARACTERS)
    speaker: str = Field(max_length=prompts.NAME_CHARACTERS)
    formula: str = Field(min_length=1, max_length=prompts.PUZZLE_CHARACTERS)


class _Puzzle(_Reading):
    """A model's reading of a puzzle, bounded as the schema it was asked with."""

    persons: list[_Person] = Field(max_length=8)
    variables: list[_Variable] = Field(max_length=prompts.PUZZLE_NAMES)
    clues: list[_Clue] = Field(min_length=1, max_length=prompts.PUZZLE_CLUES)

    @property
    def formal(self) -> Formal:
        return Formal(
            tuple(Person(one.name, tuple(one.kinds)) for one in self.persons),
            tuple(Variable(one.name, tuple(one.values)) for one in self.variables),
            tuple(Clue(one.text, one.formula, one.speaker) for one in self.clues),
        )


class Riddles:
    """Solves a puzzle that somebody typed, as `tutor.solver.Solver` does a problem."""

    def __init__(self, mathematics: PuzzleSolver, model: LanguageModel | None, *, max_tries: int = MAX_TRIES) -> None:
        self._mathematics = mathematics
        self._model = model
        self._max_tries = max_tries

    async def solve(
        self, question: Question, asker: Asker | None = None, adapter: str | None = None
    ) -> AsyncGenerator[Progress | Solution]:
        """Yield progress, then one solution. Raises QuestionRefusedError; a model's failure is a note."""
        started = time.monotonic()
        yield Progress(Stage.READING)
        refuse(question.text)
        read = await self._mathematics.read_puzzle(question.text)
        if read is not None:
            found = _solution(question, *read, Verdict(Standing.VERIFIED, _READ, None), Voucher.MATHEMATICS)
            yield replace(found, seconds=time.monotonic() - started)
            return
        model = adapted(self._model, adapter) if self._model else None
        if model is None:
            yield replace(_unsolved(question, _NOT_FORMAL), notes=(_NO_MODEL,))
            return
        try:
            async with aclosing(self._formalised(model, question, asker)) as updates:
                async for update in updates:
                    if isinstance(update, Solution):
                        yield replace(update, model=model.writer, seconds=time.monotonic() - started)
                    else:
                        yield update
        except (ModelError, TooBusyError) as error:
            log.warning("model_failed", model=model.writer.label, error=str(error))
            yield replace(_unsolved(question, _NOT_FORMAL), notes=(_MODEL_MISSING, error.message))

    async def _formalised(
        self, model: LanguageModel, question: Question, asker: Asker | None
    ) -> AsyncGenerator[Progress | Solution]:
        formaliser = Formaliser(
            model, lambda text: self._used(question, text), asker, question.language, self._max_tries
        )

        def again(first: tuple[Formal, Solved]) -> Ask:
            formal, _ = first
            names = [*(one.name for one in formal.persons), *(one.name for one in formal.variables)]
            return lambda bad: prompts.puzzle_sentences(question, names, bad)

        async with aclosing(formaliser.twice(lambda bad: prompts.puzzle(question, bad), again)) as updates:
            async for update in updates:
                if isinstance(update, Progress):
                    yield update
                elif update.first is None:
                    yield replace(_unsolved(question, update.reason or _NOT_FORMAL), tries=self._max_tries)
                else:
                    formal, solved = update.first
                    verdict = _verdict(solved, update.second[1] if update.second else None)
                    yield replace(_solution(question, formal, solved, verdict, Voucher.MODEL), tries=1)

    async def _used(self, question: Question, text: str) -> tuple[Formal, Solved]:
        """A reading and what mathematics makes of it. Raises UnusableError."""
        try:
            formal = _Puzzle.model_validate_json(text).formal
        except ValidationError:
            raise UnusableError(NOT_THE_FORM) from None
        for clue in formal.clues:
            if not quoted(clue.text, question.text):
                raise UnusableError(Message("“{text}” does not stand in the puzzle", text=clue.text))
        solved = await self._mathematics.solve_puzzle(formal)
        if solved.outcome is Found.NOT_SOLVED:
            raise UnusableError(solved.reason or _NOT_FORMAL)
        return formal, solved


def _verdict(first: Solved, second: Solved | None) -> Verdict:
    if second is None:
        return Verdict(Standing.UNCHECKED, None, _ONCE)
    if first.outcome is second.outcome and _shared(first, second) == _shared(second, first):
        return Verdict(Standing.CROSS_CHECKED, _AGREE, None)
    return Verdict(Standing.UNCHECKED, None, _DIFFER)


def _shared(solved: Solved, other: Solved) -> dict[str, str]:
    """What is certain; whether somebody is honest in one moment only where both readings speak of it."""
    of_other = dict(other.values)
    return {name: value for name, value in solved.values if name in of_other or not name.startswith("honest(")}


def _unsolved(question: Question, reason: Message) -> Solution:
    return Solution(question, (), None, Verdict(Standing.UNCHECKED, None, reason))


# What is shown


def _solution(question: Question, formal: Formal, solved: Solved, verdict: Verdict, reader: Voucher) -> Solution:
    language = question.language
    sections = [Section(SectionKind.UNDERSTANDING, _formalisation(formal, language), reader)]
    if solved.links:
        sections.append(Section(SectionKind.STEPS, _lines(solved.links, language), Voucher.MATHEMATICS))
    sections.append(Section(SectionKind.CONCLUSION, _conclusion(formal, solved, language), Voucher.MATHEMATICS))
    return Solution(question, tuple(sections), _answer(solved, language), verdict)


def _answer(solved: Solved, language: Language) -> Formula:
    match solved.outcome:
        case Found.UNIQUE:
            told = "; ".join(say(fact, language) for fact in solved.facts)
        case Found.SEVERAL:
            told = say(Message("more than one solution"), language)
        case _:
            told = say(Message("no solution: the clues contradict each other"), language)
    return Formula(told, rf"\text{{{told}}}")


def _formalisation(formal: Formal, language: Language) -> str:
    lines = [say(Message("The puzzle as it was understood. Look whether this is what you mean:"), language)]
    for person in formal.persons:
        kinds = say(_kinds(person.kinds), language)
        lines.append(f"- **{person.name}**: {kinds}")
    lines += [f"- **{variable.name}**: {', '.join(variable.values)}" for variable in formal.variables]
    for number, clue in enumerate(formal.clues, 1):
        speaker = f"{clue.speaker}: " if clue.speaker else ""
        lines.append(f"{number}. {speaker}“{clue.text}” → `{clue.formula}`")
    return "\n".join(lines)


_KINDS = {
    Character.TRUTHFUL: Message("always tells the truth"),
    Character.LIAR: Message("always lies"),
    Character.SOMETIMES: Message("sometimes lies"),
    Character.ALTERNATES: Message("says true and false things in turn"),
}


def _kinds(kinds: Sequence[Character]) -> Message:
    whole = _KINDS[kinds[0]]
    for kind in kinds[1:]:
        whole = Message("{one}, or {other}", one=whole, other=_KINDS[kind])
    return whole


def _lines(links: Sequence[Link], language: Language) -> str:
    return "\n".join(say(link.says, language) for link in links)


def _conclusion(formal: Formal, solved: Solved, language: Language) -> str:
    match solved.outcome:
        case Found.UNIQUE:
            lines = [say(Message("This is the only solution:"), language), *_listed(solved.facts, language)]
        case Found.CONTRADICTORY:
            lines = [say(_conflict(len(solved.conflict)), language)]
            lines += [f"- {number}. “{formal.clues[number - 1].text}”" for number in solved.conflict]
        case _:
            lines = [say(Message("The clues leave more than one solution. Two of them:"), language)]
            lines += [f"- {'; '.join(say(fact, language) for fact in other)}" for other in solved.others]
            if solved.facts:
                lines += [say(Message("In every solution:"), language), *_listed(solved.facts, language)]
    return "\n".join(lines)


def _conflict(count: int) -> Message:
    return counted(
        "This clue can never hold:",
        "These {count} clues contradict each other; without any one of them they fit:",
        count,
    )


def _listed(facts: Sequence[Message], language: Language) -> list[str]:
    return [f"- {say(fact, language)}" for fact in facts]
