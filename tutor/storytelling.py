"""A generated problem told as a story by a language model, and taken only when mathematics reads its answer back."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from maths.message import Message
from maths.verdict import Outcome, Standing
from tutor import prompts
from tutor.crosscheck import in_digits, in_words, written
from tutor.learning import STORY, DraftProblem, Story
from tutor.types import Language, Question
from tutor.words import render, say

if TYPE_CHECKING:
    from maths.generating.exercise import Exercise
    from tutor.crosscheck import SecondRoute
    from tutor.ports import Checker, LanguageModel

MOST_NUMBERS = 8  # of a problem that still makes a little story
CORE_CHARACTERS = 240
_ANSWER = re.compile(r"\d+(?:\.\d+)?(?:/\d+)?")  # one number, without sign or unit: what a story can ask for
_BELOW_ZERO = re.compile(r"(?:^|[\s(=,])[-\u2212]\s*\d")
_PROSE = {
    Language.ENGLISH: re.compile(r"[A-Za-z0-9 .,:;'\"()%/!?°’‘“”–-]+"),
    Language.KOREAN: re.compile(r"[가-힣A-Za-z0-9 .,:;'\"()%/!?°’‘“”–~-]+"),
}
_HANGUL = re.compile(r"[가-힣]")
_ADDRESS = re.compile(r"://|\b[a-z]{2,}\.[a-z]{2,}", re.IGNORECASE)
_INSTRUCTION = re.compile(
    r"\b(?:answers?|ignore|disregard|forget|instructions?|prompt|pretend|solution|equation|json)\b"
    r"|정답|답은|답이|무시|지시|잊으|방정식",
    re.IGNORECASE,
)


class Refusal(StrEnum):
    """Why a story was thrown away."""

    NOT_WRITTEN = "not_written"
    TOO_LONG = "too_long"
    NOT_PROSE = "not_prose"
    OTHER_LANGUAGE = "other_language"
    NOT_ONE_QUESTION = "not_one_question"
    INSTRUCTION = "instruction"
    NUMBERS = "numbers"
    NO_STORY = "no_story"
    OTHER_ANSWER = "other_answer"
    NOT_CONFIRMED = "not_confirmed"


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")

    story: str = Field(max_length=prompts.STORY_CHARACTERS)


class Storyteller:
    """Has stories written. A story it returns has the answer of the problem behind it, twice confirmed."""

    def __init__(self, model: LanguageModel, checker: Checker, second_route: SecondRoute) -> None:
        self.model = model
        self._checker = checker
        self._second_route = second_route

    async def tell(self, core: Exercise, language: Language) -> DraftProblem | Refusal:
        """The problem as a story, or why it was thrown away. Raises ModelError, TooBusyError."""
        said = render(core.statement, language)
        prompt = prompts.story(Question(said, core.level, language), core.answer.typed)
        try:
            text = " ".join(_Written.model_validate_json(await written(self.model, prompt)).story.split())
        except ValidationError:
            return Refusal.NOT_WRITTEN
        if (refusal := fault(text, say(core.statement, language), language)) is not None:
            return refusal
        standing = await self._standing(core, Question(text, core.level, language))
        if isinstance(standing, Refusal):
            return standing
        return DraftProblem(
            core.topic,
            core.level,
            core.seed,
            STORY,
            Message("{problem}", problem=text),
            core.answer,
            core.policy,
            core.hints,
            story=Story(core.statement, language, self.model.writer.label, standing),
        )

    async def _standing(self, core: Exercise, story: Question) -> Standing | Refusal:
        """How the story's own answer was confirmed: by mathematics alone, else by two readings that agree."""
        decided = (await self._checker.decide(story.text)).answer
        if decided is not None:
            policy = {**core.policy, "form": "", "unit": ""}
            grading = await self._checker.grade(core.answer.typed, _bare(decided.typed), policy)
            return Standing.VERIFIED if grading.outcome is Outcome.EQUAL else Refusal.OTHER_ANSWER
        if await self._second_route.confirms(self.model, story, core.answer.typed):
            return Standing.CROSS_CHECKED
        return Refusal.NOT_CONFIRMED


def fits(core: Exercise) -> bool:
    """Whether a story can be told around a problem: it asks for one number, and states a few, none below zero."""
    said = say(core.statement, Language.ENGLISH)
    return (
        _ANSWER.fullmatch(core.answer.typed) is not None
        and not core.policy.get("unit")
        and core.policy.get("type", "") in {"", "number", "fraction"}
        and _BELOW_ZERO.search(said) is None
        and 0 < len(in_digits(said)) <= MOST_NUMBERS
        and len(said) <= CORE_CHARACTERS
    )


def fault(text: str, core: str, language: Language) -> Refusal | None:
    """What is wrong with a story by its looks alone; `core` is the problem behind it in the same language."""
    faults = {
        Refusal.TOO_LONG: len(text.split()) > prompts.STORY_WORDS,
        Refusal.NOT_PROSE: _PROSE[Language.KOREAN].fullmatch(text) is None or _ADDRESS.search(text) is not None,
        Refusal.OTHER_LANGUAGE: _PROSE[language].fullmatch(text) is None or not _reads_as(text, language),
        Refusal.NOT_ONE_QUESTION: text.count("?") != 1 or not text.endswith("?"),
        Refusal.INSTRUCTION: _INSTRUCTION.search(text) is not None,
        Refusal.NUMBERS: not _same_numbers(text, core),
        Refusal.NO_STORY: _letters(text) == _letters(core),
    }
    return next((refusal for refusal, found in faults.items() if found), None)


def _same_numbers(story: str, core: str) -> bool:
    """Whether the story states every number of the problem and no other; that there is one of a thing is no number."""
    needed = in_digits(core) | (in_words(core) - {"1"})
    return needed <= in_digits(story) | in_words(story) <= needed | {"1"} and in_digits(story) <= needed


def _reads_as(text: str, language: Language) -> bool:
    """Whether most letters are of the language's own script."""
    hangul = 2 * len(_HANGUL.findall(text)) > sum(character.isalpha() for character in text)
    return hangul is (language is Language.KOREAN)


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _bare(answer: str) -> str:
    """The number of an answer whose unit the problem behind the story does not have."""
    found = re.fullmatch(r"([\d./]+) [a-zA-Z]+(?:/[a-zA-Z]+)?(?:\^[23])?", answer)
    return found[1] if found else answer
