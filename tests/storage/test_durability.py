"""kill -9 at any moment loses no stored record and leaves a database that opens."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from storage.database import open_database
from storage.history import StoredHistory
from tutor.types import Asker

ROOT = Path(__file__).parents[2]
WRITER = """
import asyncio, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from samples import solution
from storage.database import open_database
from storage.history import StoredHistory
from storage.people import StoredPeople
from tutor.types import Asker

async def write(history, people, user):
    n = 0
    while True:
        record = await history.add(Asker(user, 7), solution(prose="first"))
        os.write(1, b"added %d %d\\n" % (record.id, user))
        await history.replace(record.id, solution(prose="second" * 500))
        os.write(1, b"replaced %d %d\\n" % (record.id, user))
        n += 1
        if n % 5 == 0:
            await history.add(Asker(900 + user, 7), solution(prose="to be forgotten"))
            await people.forget(900 + user)
            os.write(1, b"forgot 0 %d\\n" % (900 + user))

async def main():
    async with open_database(Path(sys.argv[1])) as database:
        history, people = StoredHistory(database), StoredPeople(database)
        await asyncio.gather(*(write(history, people, user) for user in (1, 2, 3)))

asyncio.run(main())
"""


def _write_until_killed(place: Path, after: float) -> list[tuple[str, int, int]]:
    """What the writer said was stored before it was killed, `after` seconds from its first word."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", WRITER, str(place), str(ROOT / "tests/support")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(after)
    process.kill()
    rest, complaint = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL, complaint.decode()
    words = [line.split() for line in (first + rest).decode().splitlines(keepends=True) if line.endswith("\n")]
    return [(verb, int(record), int(user)) for verb, record, user in words]


async def test_kill_9_loses_nothing_that_was_called_stored(place: Path) -> None:
    dice = random.Random()  # noqa: S311 - another moment each time
    promised: list[tuple[str, int, int]] = []
    for _ in range(5):
        promised += _write_until_killed(place, dice.uniform(0, 0.4))
        with closing(sqlite3.connect(place)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(promised) > 30
    replaced = {record for verb, record, _ in promised if verb == "replaced"}
    async with open_database(place) as database:
        history = StoredHistory(database)
        for record_id, user in {(record, user) for verb, record, user in promised if verb == "added"}:
            found = await history.get(record_id)
            assert found.asker == Asker(user, 7)
            prose = found.solution.sections[1].text
            assert prose == "second" * 500 or (prose == "first" and record_id not in replaced)
