"""The composition root: which adapter stands behind which port."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.measured import error_rates
from maths.generating.topics.all import TOPICS, WITH_STORIES
from maths.puzzles.puzzle import Kind
from maths.worker import open_mathematics
from model.choose import open_model
from picture.worker import open_pictures
from sandbox.lint import Ruff
from sandbox.worker import open_sandbox
from storage.cache import StoredCache
from storage.daily import StoredDailies
from storage.database import open_database
from storage.departures import StoredDepartures
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.ladders import StoredLadders
from storage.lessons import StoredLessons
from storage.people import StoredPeople
from storage.practice import StoredPractice
from storage.programs import StoredPrograms
from storage.puzzles import StoredPuzzles
from storage.reminders import StoredReminders
from storage.reports import StoredReports
from storage.sets import StoredProblemSets
from storage.sketches import StoredSketches
from storage.stories import StoredStories
from storage.talks import StoredTalks
from tutor.arguing import Arguing
from tutor.coding import Coding
from tutor.crosscheck import SecondRoute
from tutor.daily import Daily
from tutor.dialogue import Dialogues
from tutor.engine import Tutor
from tutor.explaining import Explainer, Explaining
from tutor.laddering import Laddering
from tutor.practice import Trainer
from tutor.puzzles import Puzzler
from tutor.reminders import Reminding
from tutor.reporting import Reporting
from tutor.riddles import Riddles
from tutor.servers import Departing
from tutor.sets import Sets
from tutor.shelves import Polite, Shelves
from tutor.solver import Solver
from tutor.storytelling import Storyteller
from tutor.watch import Watch, Watched

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.settings import Settings
    from tutor.ports import Pictures, Sandbox


@asynccontextmanager
async def open_tutor(settings: Settings) -> AsyncIterator[Tutor]:
    """The whole tutor, its parts open as long as the context is. Raises StorageUnavailableError.

    Mathematics warms up in the background; the first question waits for it.
    """
    async with (
        open_mathematics(wait=False) as mathematics,
        open_database(database_place(settings)) as database,
        open_model(settings.model, settings.data_dir) as model,
        _open_pictures(settings) as pictures,
        _open_sandbox(settings) as sandbox,
    ):
        watch = Watch()
        second_route = SecondRoute(mathematics, error_rates(settings.data_dir))
        writing = Watched(model, watch) if model else None
        solver = Solver(mathematics, writing, max_tries=settings.solve.max_tries, second_route=second_route)
        guilds, people = StoredGuilds(database), StoredPeople(database)
        practice, sets, topics = StoredPractice(database), StoredProblemSets(database), tuple(TOPICS)
        teller = Storyteller(Polite(writing, watch), mathematics, second_route) if writing else None
        shelves = Shelves(StoredStories(database), mathematics, teller, watch, WITH_STORIES)
        trainer = Trainer(
            practice,
            mathematics,
            mathematics,
            people,
            guilds=guilds,
            topics=topics,
            sets=sets,
            shelves=shelves if settings.practice.stories else None,
        )
        yield Tutor(
            solver,
            StoredHistory(database),
            guilds,
            people,
            trainer=trainer,
            sets=Sets(sets, mathematics),
            reporting=Reporting(StoredReports(database), StoredHistory(database)),
            laddering=Laddering(StoredLadders(database), mathematics, guilds),
            arguing=Arguing(mathematics, writing, max_tries=settings.solve.max_tries),
            explaining=Explaining(
                Explainer(mathematics, mathematics, mathematics, writing), StoredLessons(database), trainer
            ),
            dialogues=Dialogues(StoredTalks(database), StoredHistory(database), mathematics, writing),
            riddles=Riddles(mathematics, writing, max_tries=settings.solve.max_tries),
            reminding=Reminding(StoredReminders(database)),
            departing=Departing(StoredDepartures(database)),
            puzzles=Puzzler(trainer, practice, StoredPuzzles(database), mathematics, tuple(Kind)),
            coding=Coding(writing, StoredPrograms(database), sandbox, Ruff(), max_tries=settings.solve.max_tries),
            daily=Daily(
                StoredDailies(database),
                practice,
                mathematics,
                guilds,
                topics,
                sets=sets,
                puzzles=mathematics,
                kinds=tuple(Kind),
            ),
            cache=StoredCache(database, timedelta(hours=settings.solve.cache_hours)),
            watch=watch,
            pictures=pictures,
            sketches=StoredSketches(database),
            plotter=mathematics,
            adapters=tuple(settings.model.adapters),
        )


@asynccontextmanager
async def _open_pictures(settings: Settings) -> AsyncIterator[Pictures | None]:
    """None where the operator wants no pictures; the workers warm up in the background."""
    if not settings.pictures.enabled:
        yield None
        return
    async with open_pictures(workers=settings.pictures.workers, wait=False) as pictures:
        yield pictures


@asynccontextmanager
async def _open_sandbox(settings: Settings) -> AsyncIterator[Sandbox | None]:
    """None where the operator wants no code to be run."""
    if not settings.sandbox.enabled:
        yield None
        return
    program = settings.sandbox.bwrap
    async with open_sandbox(program=str(program) if program else None) as sandbox:
        yield sandbox


def database_place(settings: Settings) -> Path | str:
    """Where the database is: the operator's address, else a file in the data folder."""
    return settings.database_url or settings.data_dir / "lemma.db"
