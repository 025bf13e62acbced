"""`Tutor`: what every face calls. It knows people and keeps records; the solver knows neither."""

from __future__ import annotations

import hashlib
import json
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from maths.message import Message
from maths.verdict import Standing
from tutor import access, argument_words, prompts, sheets
from tutor.drawn import Drawn
from tutor.errors import NotAllowedError, NotFoundError, PictureError, QuestionRefusedError
from tutor.flights import Flights
from tutor.learning import TaskState
from tutor.pictures import Page
from tutor.reporting import as_solution
from tutor.servers import Servers
from tutor.types import (
    Asked,
    Asker,
    HistoryPage,
    Language,
    Level,
    Look,
    Preferences,
    Progress,
    Question,
    Record,
    Report,
    Ruling,
    Writer,
)
from tutor.watch import Watch

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from maths.graphing.graph import Graph, NotDrawn, Window
    from maths.puzzles.board import Board
    from tutor.arguing import Arguing
    from tutor.coding import Coding
    from tutor.daily import Daily
    from tutor.dialogue import Dialogues
    from tutor.explaining import Explaining
    from tutor.laddering import Laddering
    from tutor.pictures import Chart, Picture, Sketch, SketchKind, Worksheet
    from tutor.ports import Pictures, Plotter
    from tutor.practice import Trainer
    from tutor.puzzles import Puzzler
    from tutor.reminders import Reminding
    from tutor.reporting import Reporting
    from tutor.riddles import Riddles
    from tutor.servers import Departing
    from tutor.sets import Sets
    from tutor.solver import Solver
    from tutor.stores import Cache, Guilds, History, People, Sketches
    from tutor.types import Solution, Theme
    from tutor.watch import Status

DEFAULT_LEVEL = Level.INTERMEDIATE
DEFAULT_LOOK = Look.DARK  # most of Discord is dark
PAGE_SIZE = 5
_NO_PICTURES = Message("No pictures are drawn here: whoever runs Lemma has switched them off.")


@dataclass(frozen=True, slots=True)
class Manner:
    """How to speak to an asker: their own choice, else the guild's or the locale's, else the default."""

    language: Language
    level: Level
    look: Look = DEFAULT_LOOK


def language_of(locale: str) -> Language:
    """The language for a Discord locale (`ko`, `en-US`, ...): English where Lemma does not speak it."""
    return Language.KOREAN if locale.split("-", maxsplit=1)[0] == "ko" else Language.ENGLISH


class Tutor:
    """The use cases. Every method raises only `TutorError`."""

    def __init__(  # noqa: PLR0913 - one for each port
        self,
        solver: Solver,
        history: History,
        guilds: Guilds,
        people: People,
        *,
        cache: Cache | None = None,
        watch: Watch | None = None,
        pictures: Pictures | None = None,
        sketches: Sketches | None = None,
        plotter: Plotter | None = None,
        trainer: Trainer | None = None,
        puzzles: Puzzler | None = None,
        coding: Coding | None = None,
        daily: Daily | None = None,
        reminding: Reminding | None = None,
        servers: Servers | None = None,
        departing: Departing | None = None,
        sets: Sets | None = None,
        reporting: Reporting | None = None,
        laddering: Laddering | None = None,
        riddles: Riddles | None = None,
        explaining: Explaining | None = None,
        dialogues: Dialogues | None = None,
        arguing: Arguing | None = None,
        adapters: Sequence[str] = (),
    ) -> None:
        self._solver = solver
        self._riddles = riddles
        self._explaining = explaining
        self._dialogues = dialogues
        self.arguing = arguing
        self._trainer = trainer
        self._puzzles = puzzles
        self._sets = sets
        self._reporting = reporting
        self._coding = coding
        self.daily = daily
        self.reminding = reminding
        self.laddering = laddering
        self.departing = departing
        self._adapters = tuple(adapters)
        self._cache = cache
        self._watch = watch or Watch()
        self._drawn = Drawn(pictures) if pictures else None
        self._sketches = sketches
        self._plotter = plotter
        self._flights: Flights[Progress | Solution] = Flights()
        self._history = history
        self.servers = servers or Servers(guilds, history, people)
        self._people = people

    @property
    def explaining(self) -> Explaining:
        """Lessons."""
        if self._explaining is None:
            raise AssertionError("this tutor was put together without lessons")
        return self._explaining

    @property
    def dialogues(self) -> Dialogues:
        """Free questions and what follows them."""
        if self._dialogues is None:
            raise AssertionError("this tutor was put together without conversations")
        return self._dialogues

    @property
    def coding(self) -> Coding:
        """Code, written and run."""
        if self._coding is None:
            raise AssertionError("this tutor was put together without code")
        return self._coding

    @property
    def sets(self) -> Sets:
        """The guilds' own problems."""
        if self._sets is None:
            raise AssertionError("this tutor was put together without problem sets")
        return self._sets

    @property
    def reporting(self) -> Reporting:
        """What readers reported, and what moderators made of it."""
        if self._reporting is None:
            raise AssertionError("this tutor was put together without reports")
        return self._reporting

    @property
    def trainer(self) -> Trainer:
        """Practice, reviews and progress."""
        if self._trainer is None:
            raise AssertionError("this tutor was put together without practice")
        return self._trainer

    @property
    def puzzles(self) -> Puzzler:
        """Puzzles to play."""
        if self._puzzles is None:
            raise AssertionError("this tutor was put together without puzzles")
        return self._puzzles

    @property
    def writer(self) -> Writer | None:
        """The model that writes prose, or None where mathematics answers alone."""
        return self._solver.writer

    async def check_model(self) -> None:
        """Return when the model answers or there is none. Raises ModelUnavailableError with what to do."""
        await self._solver.check_model()

    @property
    def watch(self) -> Watch:
        return self._watch

    def status(self) -> Status:
        """How Lemma has been doing for the last hour."""
        return self._watch.status(self.writer)

    async def manner(self, asker: Asker, locale: str, channel_ids: Sequence[int] = ()) -> Manner:
        """Resolve the language, level and look for an asker whose Discord client speaks `locale`.

        `channel_ids` say where: a channel, its parent, its category.
        """
        own = await self._people.preferences(asker.user_id)
        guild = await self.servers.settings(asker.guild_id)
        return Manner(
            own.language or language_of(locale),
            own.level or access.level(guild, channel_ids) or DEFAULT_LEVEL,
            own.look or guild.look or DEFAULT_LOOK,
        )

    async def solve(
        self, asker: Asker, question: Question, *, into: Record | None = None
    ) -> AsyncGenerator[Progress | Record]:
        """Yield progress, then the record each time it changed, stored before it is yielded.

        The first record of a decided question comes at once; a second, with the model's prose, may
        follow. The same question asked by several at once is answered once, for each of them; one that a
        model answered lately is answered from what is stored. Closing the generator cancels what is under
        way, unless others wait for it, and frees the model. `into` is the stored record of this question, whose ladder
        was opened: it is given, and what a model adds is added to it.
        """
        if into is not None and into.solution.verdict.standing is Standing.VERIFIED:
            yield into
            if self.writer is None or self.writer.demonstration:
                return
        started = self._watch.clock()
        adapter = await self.adapter(asker)
        key = answer_key(question, self.writer, adapter)
        kept = await self._cache.find(key) if self._cache else None
        if kept is not None:
            yield await self._keep(asker, replace(kept.solution, question=question), into)
            self._watch.answered(kept.solution.verdict.standing, self._watch.clock() - started, cached=True)
            return
        record = into
        by = self._by(question)
        followed = self._flights.follow(key, lambda: by.solve(question, asker, adapter))
        async with aclosing(followed) as updates:
            async for update in updates:
                if isinstance(update, Progress):
                    yield update
                    continue
                if not _less_sure(update, record):
                    record = await self._keep(asker, replace(update, question=question), record)
                    yield record
        if record is not None:
            self._watch.answered(record.solution.verdict.standing, self._watch.clock() - started)
        if record is not None and self._cache and _worth_keeping(record.solution):
            await self._cache.keep(key, record.id)

    def _by(self, question: Question) -> Solver | Riddles | Arguing:
        if question.asked is Asked.PUZZLE and self._riddles is not None:
            return self._riddles
        if question.asked is Asked.ARGUMENT and self.arguing is not None:
            return self.arguing
        return self._solver

    async def _keep(self, asker: Asker, solution: Solution, before: Record | None) -> Record:
        if before is None:
            return await self._history.add(asker, solution)
        return await self._history.replace(before.id, solution)

    async def worked(self, question: Question) -> Solution | None:
        """What mathematics alone writes of a question, for nobody in particular: nothing is stored.

        None where it does not decide it.
        """
        async with aclosing(self._solver.solve(question)) as updates:
            async for update in updates:
                if not isinstance(update, Progress):
                    return update if update.verdict.standing is Standing.VERIFIED else None
        return None

    @property
    def adapters(self) -> tuple[str, ...]:
        """The model's adapters that moderators may choose from."""
        return self._adapters

    async def adapter(self, asker: Asker) -> str | None:
        """The adapter of the asker's guild, while the operator still offers it."""
        chosen = (await self.servers.settings(asker.guild_id)).adapter
        return chosen if chosen in {"", *self._adapters} else None

    @property
    def draws(self) -> bool:
        """Whether there are pictures at all."""
        return self._drawn is not None

    async def picture(self, solution: Solution, theme: Theme) -> Picture | None:
        """The worked solution as pages; None where text serves as well. Raises PictureError: the text stands."""
        if self._drawn is not None and solution.question.asked is Asked.ARGUMENT:
            return await self._argument(solution, theme)
        if self._drawn is None or not sheets.worth_a_picture(solution):
            return None
        return await self._drawn.page(_page(solution, theme))

    def drawn(self, solution: Solution, theme: Theme) -> Picture | None:
        """The picture of a solution where it was drawn lately."""
        if self._drawn is None or not sheets.worth_a_picture(solution) or solution.question.asked is Asked.ARGUMENT:
            return None
        return self._drawn.kept(_page(solution, theme))

    async def _argument(self, solution: Solution, theme: Theme) -> Picture | None:
        """The tree of an argument; None where nothing was formalised."""
        argued = await self.arguing.draw(solution) if self.arguing is not None else None
        if argued is None:
            return None
        language = solution.question.language
        return await self._easel().chart(argument_words.tree(argued, language), language, theme)

    async def typeset(self, page: Page) -> Picture:
        """Text with mathematics as pages. Raises PictureError."""
        return await self._easel().page(page)

    async def plot(self, request: str, window: Window | None = None) -> Graph | NotDrawn:
        """What is to be drawn of a request, in a window of its own unless one is given."""
        if self._plotter is None:
            raise PictureError(_NO_PICTURES)
        return await self._plotter.plot(request, window)

    async def printed(self, sheet: Worksheet) -> Picture:
        """A worksheet as a document with a picture of its first page. Raises PictureError."""
        return await self._easel().worksheet(sheet)

    async def chart(self, chart: Chart, language: Language, theme: Theme) -> Picture:
        """A chart as a picture. Raises PictureError."""
        return await self._easel().chart(chart, language, theme)

    async def graph(self, graph: Graph, language: Language, theme: Theme) -> Picture:
        """A plot as a picture. Raises PictureError."""
        return await self._easel().graph(graph, language, theme)

    async def board(self, board: Board, language: Language, theme: Theme) -> Picture:
        """The board of a puzzle as a picture. Raises PictureError."""
        return await self._easel().board(board, language, theme)

    def _easel(self) -> Drawn:
        if self._drawn is None:
            raise PictureError(_NO_PICTURES)
        return self._drawn

    async def keep_sketch(self, asker: Asker, kind: SketchKind, text: str, extent: str = "") -> Sketch:
        return await self._kept_sketches().add(asker, kind, text, extent)

    async def sketch(self, sketch_id: int) -> Sketch:
        """Raises NotFoundError."""
        return await self._kept_sketches().get(sketch_id)

    async def change_sketch(self, sketch_id: int, text: str, extent: str = "") -> Sketch:
        """Raises NotFoundError."""
        return await self._kept_sketches().replace(sketch_id, text, extent)

    async def drop_sketch(self, sketch_id: int) -> None:
        await self._kept_sketches().remove(sketch_id)

    def _kept_sketches(self) -> Sketches:
        if self._sketches is None:
            raise PictureError(_NO_PICTURES)
        return self._sketches

    async def recall(self, asker: Asker, record_id: int) -> Record:
        """A stored record: one's own, or one of the guild the asker stands in. Raises NotFoundError.

        Raises NotAllowedError while its ladder is closed.
        """
        record = await self._history.get(record_id)
        if record.asker.user_id != asker.user_id and (
            asker.guild_id is None or record.asker.guild_id != asker.guild_id
        ):
            raise NotFoundError(Message("This solution is not stored any more."))
        if self.laddering is not None and await self.laddering.closed([record_id]):
            raise NotAllowedError(Message("This solution is not open yet: /history shows its hints."))
        return record

    async def history(self, asker: Asker, page: int = 0) -> HistoryPage:
        """The asker's own records, newest first, `PAGE_SIZE` a page."""
        return await self._history.page(asker.user_id, page, PAGE_SIZE)

    async def has_learned(self, asker: Asker) -> tuple[bool, bool]:
        """Whether the asker has had a lesson, and a conversation."""
        learned = self._explaining is not None and bool((await self._explaining.page(asker, 0)).lessons)
        return learned, self._dialogues is not None and bool((await self._dialogues.page(asker, 0)).talks)

    async def has_played(self, asker: Asker) -> bool:
        """Whether the asker has had a puzzle."""
        return self._puzzles is not None and bool((await self._puzzles.page(asker, 0)).tasks)

    async def has_coded(self, asker: Asker) -> bool:
        """Whether the asker has had code written."""
        return self._coding is not None and bool((await self._coding.page(asker, 0)).records)

    async def report(self, asker: Asker, record_id: int, text: str) -> Report:
        """Keep a reader's word that a solution is wrong, for the moderators; nobody else is given it again."""
        await self._give_no_more((await self.recall(asker, record_id)).solution, asker)
        return await self._history.report(record_id, asker, text)

    async def report_task(self, asker: Asker, task_id: int, language: Language, text: str) -> Report:
        """The same of a practice problem of the asker's that has ended, as the record of its solution."""
        task = await self.trainer.task(asker, task_id)
        if task.state is TaskState.OPEN:
            raise QuestionRefusedError(Message("A problem can be reported when you have solved it, or given it up."))
        bare = as_solution(task.problem.draft, language)
        worked = None if task.problem.draft.puzzle else await self.worked(bare.question)
        record = await self._history.add(asker, worked or bare)
        return await self._history.report(record.id, asker, text)

    async def handle_report(self, moderator: Asker, report_id: int, ruling: Ruling, text: str) -> Report:
        """Raises NotFoundError, QuestionRefusedError. What is corrected is given to nobody again."""
        report = await self.reporting.handle(moderator, report_id, ruling, text)
        if ruling is Ruling.CORRECTED:
            await self._give_no_more((await self.reporting.record(report)).solution, moderator)
        return report

    async def report_news(self, asker: Asker) -> tuple[Report, ...]:
        """What became of the asker's own reports, unless they know."""
        return await self._reporting.news(asker) if self._reporting else ()

    async def _give_no_more(self, solution: Solution, asker: Asker) -> None:
        if self._cache:
            await self._cache.drop(answer_key(solution.question, self.writer, await self.adapter(asker)))

    async def clear_cache(self) -> int:
        """Forget which stored answers may be given again; return how many there were."""
        return await self._cache.clear() if self._cache else 0

    async def preferences(self, asker: Asker) -> Preferences:
        return await self._people.preferences(asker.user_id)

    async def prefer(self, asker: Asker, preferences: Preferences) -> None:
        await self._people.prefer(asker.user_id, preferences)

    async def toggle_ranked(self, asker: Asker) -> bool:
        """Show the asker on leaderboards, or do not any more; return which it is now."""
        own = await self._people.preferences(asker.user_id)
        await self._people.prefer(asker.user_id, replace(own, ranked=not own.ranked))
        return not own.ranked

    async def export(self, asker: Asker) -> dict[str, Any]:
        """Everything kept of the asker, as plain JSON values."""
        return await self._people.export(asker.user_id)

    async def forget(self, asker: Asker) -> int:
        """Delete everything kept of the asker; return how many solutions went."""
        return await self._people.forget(asker.user_id)


def _page(solution: Solution, theme: Theme) -> Page:
    return Page(sheets.sheet(solution), solution.question.language, theme)


def answer_key(question: Question, writer: Writer | None, adapter: str | None = None) -> str:
    """What makes two answers the same: text but for its spaces, level, language, model, adapter, prompts. 64 digits."""
    parts = [" ".join(question.text.split()), question.level, question.language, prompts.VERSION]
    if question.asked is not Asked.PROBLEM:
        parts.append(question.asked)
    if writer is not None:
        parts.append((writer if adapter is None else replace(writer, adapter=adapter)).label)
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _less_sure(solution: Solution, before: Record | None) -> bool:
    """Whether it would put something undecided in the place of what was decided: a second look ran out of time."""
    return (
        before is not None
        and before.solution.verdict.standing is Standing.VERIFIED
        and solution.verdict.standing is not Standing.VERIFIED
    )


def _worth_keeping(solution: Solution) -> bool:
    """Whether a model wrote it, and to its end: what mathematics decides costs nothing to decide again."""
    return (
        solution.model is not None and solution.answer is not None and solution.verdict.standing is not Standing.REFUTED
    )
