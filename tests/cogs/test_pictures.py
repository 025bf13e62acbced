"""Worked solutions in pictures: text first, then the page; nothing that goes wrong with a picture costs the text."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord
import pytest
import study
from easel import Easel, grey_of, width_of
from fakes import FakeChecker
from study import QUADRATIC, ROOTS, Server, buttons, text, walk

from cogs.reply import Attached
from maths.message import Formula, Message
from maths.verdict import Decision, Passage, SectionKind, Standing, Verdict, Worked
from model.scripted import Pause, Scripted
from tutor.engine import Tutor
from tutor.solver import Solver
from tutor.types import GuildSettings, Language, Level, Look, Preferences, Question, Section, Solution, Theme, Voucher

if TYPE_CHECKING:
    from pathlib import Path

    from fakes import Memory
    from simcord.results import ResponseMessage


VERIFIED = "✅ **Verified**"
TALL = Formula("x = -2, 2/3", r"x = -2,\; \frac{2}{3}")
STEP = "Factor:"


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def checker() -> FakeChecker:
    decision = Decision(ROOTS, Message("both roots substituted back exactly"))
    passages = (
        Passage(SectionKind.UNDERSTANDING, (Message("Find every root."),)),
        Passage(SectionKind.STEPS, (Message("Factor: {step}.", step=TALL),)),
    )
    short = Worked(Decision(Formula("4", "4"), Message("counted")), (Passage(SectionKind.STEPS, (Message("Add."),)),))
    return FakeChecker({QUADRATIC: Worked(decision, passages), "2+2": short})


async def asked(server: Server, problem: str = QUADRATIC) -> ResponseMessage:
    response = (await server.ann.slash(server.channel, "solve", problem=problem)).response
    assert response is not None
    return response


def galleries(message: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a simcord message
    return [item for part in walk(message.components) if part["type"] == 12 for item in part["items"]]


def attachments(server: Server, message: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    stored = server.env.backend.get_message(message.channel_id, message.id)
    return list(stored.attachments)


def bytes_of(server: Server, message: Any) -> bytes:  # noqa: ANN401 - as above
    """The one picture that a message shows."""
    (item,) = galleries(message)
    found = server.env.backend.cdn.get(item["media"]["url"])
    assert found is not None
    return found


async def test_the_picture_takes_the_steps_place_and_the_answer_stays_text(server: Server) -> None:
    response = await asked(server)
    first, second = server.edits()
    assert STEP in text(first["components"])
    assert first["attachments"] == []
    assert STEP not in text(second["components"])
    assert VERIFIED in text(response)
    assert "# x = -2, 2/3" in text(response)
    assert "-# vouched for by mathematics" in text(response)
    assert "level: Intermediate" in text(response)
    assert [item["description"] for item in galleries(response)] == ["Step by step 1"]
    (attachment,) = attachments(server, response)
    assert attachment["description"] == "Step by step 1"
    assert width_of(bytes_of(server, response)) == 1


async def test_short_plain_answers_stay_text(server: Server, easel: Easel) -> None:
    response = await asked(server, "2+2")
    assert "Add." in text(response)
    assert easel.drawn == []
    assert len(server.edits()) == 1


async def test_no_body_that_carries_a_picture_may_ping(server: Server) -> None:
    await asked(server)
    for body in server.edits():
        assert body["allowed_mentions"] == {"parse": []}


@pytest.mark.parametrize("alt", ["one half " * 200, "𝑥😀" * 600])
async def test_an_alternative_text_is_cut_where_discord_would_refuse_it(server: Server, easel: Easel, alt: str) -> None:
    easel.alt = alt
    response = await asked(server)
    (item,) = galleries(response)
    assert 1_000 < len(item["description"].encode("utf-16-le")) // 2 <= 1_024


class TestTrouble:
    async def test_where_no_picture_comes_the_text_stands(self, server: Server, easel: Easel) -> None:
        easel.broken = True
        response = await asked(server)
        assert STEP in text(response)
        assert VERIFIED in text(response)
        easel.broken = False
        await server.ann.click(response, label="Deeper")
        assert galleries(response)

    async def test_the_answer_does_not_wait_for_its_picture(self, server: Server, easel: Easel) -> None:
        easel.delay = asyncio.Event()
        asking = asyncio.create_task(asked(server))
        await easel.begun.wait()
        assert VERIFIED in text(server.edits()[0]["components"])
        easel.delay.set()
        assert galleries(await asking)

    async def test_a_picture_that_discord_refuses_leaves_the_text(self, server: Server, easel: Easel) -> None:
        easel.delay = asyncio.Event()
        asking = asyncio.create_task(asked(server))
        await easel.begun.wait()
        refused = {"status": 413, "code": 40005, "message": "Request entity too large"}
        server.env.backend.faults.append({"method": "PATCH", "path": "/webhooks/*", "times": 1, **refused})
        easel.delay.set()
        response = await asking
        assert len(server.edits()) == 3
        assert STEP in text(response)
        assert attachments(server, response) == []

    async def test_where_lemma_may_not_attach_files_nothing_is_drawn(self, server: Server, easel: Easel) -> None:
        server.app_permissions = discord.Permissions(send_messages=True)
        response = await asked(server)
        assert STEP in text(response)
        assert easel.drawn == []


class TestLooks:
    async def test_who_wants_text_gets_text(self, server: Server, memory: Memory, easel: Easel) -> None:
        memory.kept_preferences[server.ann.id] = Preferences(look=Look.TEXT)
        assert STEP in text(await asked(server))
        assert easel.drawn == []

    @pytest.mark.parametrize(
        ("own", "guild", "grey"),
        [
            (None, None, 0x31),
            (None, Look.LIGHT, 0xFF),
            (Look.DARK, Look.LIGHT, 0x31),
            (Look.LIGHT, Look.TEXT, 0xFF),
        ],
    )
    async def test_ones_own_theme_counts_before_the_servers(
        self, server: Server, memory: Memory, own: Look | None, guild: Look | None, grey: int
    ) -> None:
        memory.kept_preferences[server.ann.id] = Preferences(look=own)
        memory.guild_settings[server.guild.id] = GuildSettings(look=guild)
        assert grey_of(bytes_of(server, await asked(server))) == grey

    async def test_another_reader_has_their_own_theme(self, server: Server, memory: Memory) -> None:
        memory.kept_preferences[server.ben.id] = Preferences(look=Look.LIGHT)
        response = await asked(server)
        own = (await server.ben.click(response, label="Deeper")).response
        assert grey_of(bytes_of(server, own)) == 0xFF
        assert grey_of(bytes_of(server, response)) == 0x31


class TestPages:
    @pytest.fixture
    def easel(self) -> Easel:
        return Easel(pages=12)

    async def test_pages_are_turned_one_picture_at_a_time(self, server: Server, easel: Easel) -> None:
        response = await asked(server)
        assert "page 1 of 10" in text(response)
        await server.ann.click(response, label="Next")
        assert "page 2 of 10" in text(response)
        assert width_of(bytes_of(server, response)) == 2
        assert len(attachments(server, response)) == 2  # the picture and the document, nothing of page 1
        assert len(easel.drawn) == 1

    async def test_what_has_more_pages_than_pictures_comes_as_a_document_too(self, server: Server) -> None:
        response = await asked(server)
        (document,) = [part for part in walk(response.components) if part["type"] == 13]
        assert document["file"]["url"].endswith(".pdf")

    async def test_pages_turn_after_a_restart_and_in_the_history(
        self, server: Server, memory: Memory, easel: Easel, checker: FakeChecker, tmp_path: Path
    ) -> None:
        response = await asked(server)
        tutor = Tutor(Solver(checker, None), memory.history, memory.guilds, memory.people, pictures=easel)
        await server.env.restart_bot(study.bot(tutor, tmp_path))
        await server.ann.click(response, label="Next")
        assert width_of(bytes_of(server, response)) == 2
        listed = (await server.ann.slash(server.channel, "history")).response
        shown = (await server.ann.select(listed, ["1"])).response
        assert width_of(bytes_of(server, shown)) == 1
        assert len(easel.drawn) == 2  # once by each

    async def test_another_member_turns_pages_for_themselves(self, server: Server) -> None:
        response = await asked(server)
        turned = await server.ben.click(response, label="Next")
        assert turned.ephemeral
        assert width_of(bytes_of(server, turned.response)) == 2
        assert width_of(bytes_of(server, response)) == 1

    async def test_another_level_replaces_the_picture(self, server: Server) -> None:
        response = await asked(server)
        await server.ann.click(response, label="Next")
        await server.ann.click(response, label="Deeper")
        assert "level: Advanced" in text(response)
        assert [one["filename"] for one in attachments(server, response)] == ["lemma-2-1.png", "lemma-2.pdf"]


class TestProse:
    @pytest.fixture
    def model(self) -> Scripted:
        return Scripted((Pause(300), "## Understanding\nTwo roots.\n## Approach\nWe factor.", Pause(300)))

    async def test_the_picture_stands_while_the_model_writes(self, server: Server, easel: Easel) -> None:
        response = await asked(server)
        await server.env.advance_time(500)
        assert "Stop writing" in buttons(response)
        assert len(attachments(server, response)) == 1
        assert galleries(response)
        await server.ann.click(response, label="Stop writing")
        assert galleries(response)
        assert len(attachments(server, response)) == 1
        assert set(buttons(response)) == {"Simpler", "Deeper", "A similar problem", "Report a mistake"}
        assert len(easel.drawn) == 1

    async def test_prose_is_drawn_anew_and_says_who_wrote_what(self, server: Server, easel: Easel) -> None:
        response = await asked(server)
        await server.env.advance_time(1_000)
        assert len(easel.drawn) == 2
        assert len(attachments(server, response)) == 1
        assert "-# Understanding the problem, Approach: written by a language model, unchecked" in text(response)
        assert "-# Step by step: vouched for by mathematics" in text(response)


def test_the_levels_of_a_record_are_separate_pages(tutor: Tutor) -> None:
    def solution(level: Level) -> Solution:
        sections = (Section(SectionKind.STEPS, rf"$\frac{{1}}{{2}}$ {level}", Voucher.MATHEMATICS),)
        return Solution(Question("q", level, Language.ENGLISH), sections, None, Verdict(Standing.UNCHECKED))

    async def look() -> None:
        for level in Level:
            assert tutor.drawn(solution(level), Theme.DARK) is None
            drawn = await tutor.picture(solution(level), Theme.DARK)
            assert tutor.drawn(solution(level), Theme.DARK) is drawn

    asyncio.run(look())


def test_discord_takes_the_alternative_text_of_a_file() -> None:
    file = Attached("a.png", b"x", "one half").file()
    assert isinstance(file, discord.File)
    assert (file.filename, file.description) == ("a.png", "one half")
