"""The second route for problems in words: the model reads the problem again, as quantities and equations.

That reading is executed exactly and its value held against the answer of the worked solution. Two readings that
agree are worth more than one, and less than a proof: see `docs/verification.md`.
"""

from __future__ import annotations

import re
from contextlib import aclosing
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from maths.message import Message
from maths.verdict import Outcome, Standing, Verdict
from tutor import prompts
from tutor.errors import ModelError, TooBusyError
from tutor.ports import Finish, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tutor.ports import Checker, LanguageModel, Prompt
    from tutor.types import Asker, Question

log = structlog.get_logger(__name__)

OTHER_WORDS = 0.8  # the temperature of a second reading: the same words would be the same mistake
_AGREE = Message("the worked solution and a second reading of the problem, executed exactly, give the same value")
_MAJORITY = Message("of three readings of the problem two agree, one of them executed exactly")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNED = re.compile(rf"[-\u2212]?\s*{_NUMBER.pattern}")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_WORDS = {word: str(value) for value, word in enumerate(_SMALL.split())} | {
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100", "thousand": "1000", "dozen": "12", "twice": "2", "double": "2", "triple": "3", "thrice": "3",
    "half": "2", "third": "3", "quarter": "4", "once": "1", "a": "1", "an": "1", "each": "1", "every": "1",
    "한": "1", "두": "2", "세": "3", "네": "4", "다섯": "5", "여섯": "6", "일곱": "7", "여덟": "8", "아홉": "9",
    "열": "10", "절반": "2", "반": "2",
}  # fmt: skip


class _Quantity(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=prompts.NAME_CHARACTERS)
    value: str = Field(max_length=prompts.NAME_CHARACTERS)


class _Program(BaseModel):
    """A model's reading of a problem. The bounds are those of the schema it was asked with."""

    model_config = ConfigDict(extra="forbid")

    quantities: list[_Quantity] = Field(min_length=1, max_length=prompts.MAX_QUANTITIES)
    equations: list[str] = Field(min_length=1, max_length=prompts.MAX_QUANTITIES)
    asked: str = Field(max_length=prompts.NAME_CHARACTERS)

    @property
    def given(self) -> list[tuple[str, str]]:
        return [(quantity.name, quantity.value) for quantity in self.quantities]

    @property
    def numbers(self) -> frozenset[str]:
        """Every number among the quantities."""
        return frozenset().union(*(in_digits(value) for _, value in self.given))

    def changed(self, number: str) -> list[tuple[str, str]]:
        """The quantities with one more than this number wherever it stands."""
        more = str(Decimal(number) + 1)
        return [
            (
                name,
                _NUMBER.sub(
                    lambda found: more if _plain(found.group().replace(",", "")) == number else found.group(), value
                ),
            )
            for name, value in self.given
        ]


class SecondRoute:
    """`error_rates`: of a model's cross-checked answers, which share is wrong, where that was measured."""

    def __init__(self, checker: Checker, error_rates: Mapping[str, float]) -> None:
        self._checker = checker
        self._error_rates = error_rates

    async def verdict(
        self, model: LanguageModel, question: Question, answer: str, asker: Asker | None
    ) -> Verdict | None:
        """CROSS_CHECKED where another reading of the problem gives this answer too; UNCHECKED with the other value
        where the others disagree; None where the problem cannot be read that way. Never raises a model's failure.
        """
        if not any(character.isdigit() for character in answer):
            return None
        asked = replace(prompts.program(question), asker=asker)
        first = await self._value(model, replace(asked, temperature=0.0), question)
        if first is None:
            return None
        if await self._same(first, answer):
            return Verdict(Standing.CROSS_CHECKED, _AGREE, self._worth(model.writer.label))
        second = await self._value(model, replace(asked, temperature=OTHER_WORDS), question)
        if second is not None and await self._same(second, answer):
            return Verdict(Standing.CROSS_CHECKED, _MAJORITY, self._worth(model.writer.label))
        other = Message("another reading of the problem, executed exactly, gives {value}", value=first)
        return Verdict(Standing.UNCHECKED, None, other)

    async def confirms(self, model: LanguageModel, question: Question, answer: str) -> bool:
        """Whether two readings, one a calculation and one the conditions sentence by sentence, both give the answer.

        Each must use every number of the problem, and with any of the numbers another they must still give the same.
        """
        first = await self._reading(model, prompts.program(question), question)
        if first is None or not await self._gives(first, answer):
            return False
        second = await self._reading(model, prompts.conditions(question), question)
        if second is None or not await self._gives(second, answer):
            return False
        if not in_digits(question.text) <= first.numbers == second.numbers:
            return False
        for number in first.numbers:
            one, other = await self._changed(first, number), await self._changed(second, number)
            if one is None or other is None or (await self._checker.grade(one, other)).outcome is not Outcome.EQUAL:
                return False
        return True

    async def _value(self, model: LanguageModel, prompt: Prompt, question: Question) -> str | None:
        """What a new reading of the problem gives; None where it is no faithful one."""
        program = await self._reading(model, prompt, question)
        return None if program is None else await self._run(program, program.given, whole=True)

    async def _reading(self, model: LanguageModel, prompt: Prompt, question: Question) -> _Program | None:
        """A reading of the problem; None where there is none or a number of it is not the problem's."""
        try:
            program = _Program.model_validate_json(await written(model, prompt))
        except (ValidationError, ModelError, TooBusyError) as error:
            log.info("second_reading_failed", model=model.writer.label, error=str(error)[:200])
            return None
        return program if _from_the_problem(question.text, [value for _, value in program.given]) else None

    async def _gives(self, program: _Program, answer: str) -> bool:
        value = await self._run(program, program.given, whole=True)
        return value is not None and (await self._checker.grade(value, answer)).outcome is Outcome.EQUAL

    async def _changed(self, program: _Program, number: str) -> str | None:
        return await self._run(program, program.changed(number))

    async def _run(self, program: _Program, given: Sequence[tuple[str, str]], *, whole: bool = False) -> str | None:
        """The value of a reading with these quantities; `whole`: only where it depends on each of them."""
        executed = await self._checker.execute(given, program.equations, program.asked)
        return None if whole and executed.idle else executed.value

    async def _same(self, value: str, answer: str) -> bool:
        """Whether an answer, whatever unit stands behind it, is this value."""
        if (await self._checker.grade(value, answer)).outcome is Outcome.EQUAL:
            return True
        numbers = _SIGNED.findall(answer)
        return len(numbers) == 1 and (await self._checker.grade(value, numbers[0])).outcome is Outcome.EQUAL

    def _worth(self, model: str) -> Message:
        rate = self._error_rates.get(model)
        if rate is None:
            return Message("how often such answers of {model} are wrong has not been measured yet", model=model)
        if rate <= 0:
            return Message("none of the measured answers of this kind by {model} was wrong", model=model)
        return Message("with {model} about 1 in {count} such answers is wrong", model=model, count=round(1 / rate))


async def written(model: LanguageModel, prompt: Prompt) -> str:
    """The whole text; "" when it was cut off, for a part of it may say something else."""
    pieces: list[str] = []
    async with aclosing(model.stream(prompt)) as stream:
        async for piece in stream:
            if isinstance(piece, Text):
                pieces.append(piece.text)
            elif isinstance(piece, Finish) and piece.truncated:
                return ""
    return "".join(pieces)


def _from_the_problem(problem: str, values: list[str]) -> bool:
    """Whether every number of the quantities stands in the problem, in digits or in words."""
    stated = in_digits(problem) | in_words(problem)
    stated |= {_WORDS[word] for word in _WORDS if not word.isascii() and word in problem}  # 세개, 열명
    return all(in_digits(value) <= stated for value in values)


def in_digits(text: str) -> frozenset[str]:
    """The numbers that stand in a text in digits, each in one form: 1,250.0 is 1250."""
    return frozenset(_plain(number) for number in _NUMBER.findall(text.replace(",", "")))


def in_words(text: str) -> frozenset[str]:
    """The numbers that words of a text mean, as `in_digits` writes them."""
    return frozenset(_WORDS[word] for word in re.findall(r"[a-z]+|[가-힣]+", text.lower()) if word in _WORDS)


def _plain(number: str) -> str:
    whole, _, decimals = number.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole.lstrip('0') or '0'}.{decimals}" if decimals else whole.lstrip("0") or "0"
