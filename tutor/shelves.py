"""Shelves of ready stories, filled while nobody asks anything of the model: a story never costs a learner time."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import aclosing
from dataclasses import replace
from random import Random, SystemRandom
from typing import TYPE_CHECKING

import structlog

from tutor.errors import TutorError
from tutor.learning import DraftProblem, Level, Shelf
from tutor.storytelling import fits
from tutor.types import Language

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence

    from maths.generating.exercise import Exercise
    from tutor.ports import LanguageModel, Piece, ProblemMaker, Prompt
    from tutor.stores import Stories
    from tutor.storytelling import Refusal, Storyteller
    from tutor.types import Writer
    from tutor.watch import Watch

log = structlog.get_logger(__name__)

ROOM = 8  # stories on a shelf
PATIENCE = 10  # stories thrown away in a row, and the shelf is left as it is until Lemma is started anew
DRAWN = 12  # problems drawn until one has room in a story
EVERY = 20.0  # seconds between two stories
LATER = 600.0  # seconds to the next where something is down
SEEDS = 10**9


class GaveWayError(Exception):
    """Somebody wanted the model while a story was being written."""


class Polite:
    """A LanguageModel for what nobody waits for: it stops as soon as somebody else waits. Raises GaveWayError then."""

    def __init__(self, model: LanguageModel, watch: Watch) -> None:
        self._model = model
        self._watch = watch

    @property
    def writer(self) -> Writer:
        return self._model.writer

    async def check(self) -> None:
        await self._model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        async with aclosing(self._model.stream(replace(prompt, background=True))) as pieces:
            async for piece in pieces:
                if self._watch.waiting:
                    raise GaveWayError
                yield piece


class Shelves:
    """`topics` are those in which stories make sense; without a `teller`, what stands there is given and no more."""

    def __init__(  # noqa: PLR0913 - ports, what is counted, and what tests set
        self,
        stories: Stories,
        maker: ProblemMaker,
        teller: Storyteller | None,
        watch: Watch,
        topics: Sequence[str],
        *,
        chance: Random | None = None,
        every: float = EVERY,
    ) -> None:
        self._stories = stories
        self._maker = maker
        self._teller = teller
        self._watch = watch
        self._shelves = tuple(
            Shelf(topic, level, language) for topic in topics for level in Level for language in Language
        )
        self._chance = chance or SystemRandom()
        self._every = every
        self._wanted: set[Shelf] = set()
        self._thrown: Counter[Shelf] = Counter()

    async def story(self, shelf: Shelf, user_id: int) -> DraftProblem | None:
        """A story that a learner has not had. Shelves that were asked for are filled first."""
        if shelf not in self._shelves:
            return None
        self._wanted.add(shelf)
        return await self._stories.unseen(shelf, user_id)

    async def run(self) -> None:
        """Fill the shelves until cancelled. No failure of a part ends it; a demonstration model writes no story."""
        pause = self._every
        while self._teller is not None and not self._teller.model.writer.demonstration:
            await asyncio.sleep(pause)
            try:
                pause = self._every if await self.tick() else LATER
            except TutorError as error:
                log.info("stories_delayed", reason=str(error))
                pause = LATER

    async def tick(self) -> bool:
        """Have one story written unless the model has other work; False where no shelf needs any. Raises TutorError."""
        if self._teller is None or self._watch.writing:
            return True
        shelf = self._emptiest(await self._stories.counts())
        if shelf is None:
            return False
        core = await self._core(shelf)
        if core is None:
            self._thrown[shelf] += 1
            return True
        try:
            told = await self._teller.tell(core, shelf.language)
        except GaveWayError:
            log.info("story_gave_way", topic=shelf.topic)
            return True
        if isinstance(told, DraftProblem):
            await self._stories.keep(told)
            self._thrown[shelf] = 0
        else:
            self._thrown[shelf] += 1
        self._count(shelf, core, told)
        return True

    def _count(self, shelf: Shelf, core: Exercise, told: DraftProblem | Refusal) -> None:
        kept = isinstance(told, DraftProblem)
        self._watch.told(shelf.topic, kept=kept)
        log.info(
            "story_kept" if kept else "story_thrown_away",
            topic=shelf.topic,
            level=str(shelf.level),
            language=str(shelf.language),
            structure=core.structure,
            why=None if isinstance(told, DraftProblem) else str(told),
        )

    def _emptiest(self, counts: Mapping[Shelf, int]) -> Shelf | None:
        """The shelf to fill next: one that was asked for, else any; with few stories, and few thrown away."""
        open_ = [shelf for shelf in self._shelves if counts.get(shelf, 0) < ROOM and self._thrown[shelf] < PATIENCE]
        self._chance.shuffle(open_)
        return min(
            open_,
            key=lambda shelf: (shelf not in self._wanted, counts.get(shelf, 0), self._thrown[shelf]),
            default=None,
        )

    async def _core(self, shelf: Shelf) -> Exercise | None:
        """A problem that a story can be told around."""
        for _ in range(DRAWN):
            core = await self._maker.exercise(shelf.topic, shelf.level, self._chance.randrange(SEEDS))
            if core is not None and fits(core):
                return core
        return None
