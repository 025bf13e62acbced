"""/argue on simulated Discord: from what is typed to the reply, its tree, and the form that is edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import study
from easel import Easel
from study import Server, buttons, text

from maths.logic import argument
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.ladders import StoredLadders
from storage.people import StoredPeople
from tutor.arguing import Arguing
from tutor.engine import Tutor
from tutor.laddering import WAIT, Laddering
from tutor.pictures import ArgumentTree
from tutor.solver import Solver
from tutor.types import Asker

if TYPE_CHECKING:
    from fakes import FakeChecker
    from learners import Clock

    from maths.logic.argued.answer import Argued, NotArgued
    from storage.database import Database

PLAIN = "If the tap leaks, the floor is wet. The floor is wet. So the tap leaks."


class Here:
    async def argue(self, text: str, /) -> Argued | NotArgued:
        return argument.argue(text)

    async def argue_formally(self, formal: str, /) -> Argued | NotArgued:
        return argument.argue_formally(formal)

    async def same_argument(self, one: str, other: str, /) -> bool:
        return argument.same(one, other)


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def tutor(database: Database, clock: Clock, checker: FakeChecker, easel: Easel) -> Tutor:
    return Tutor(
        Solver(checker, None),
        StoredHistory(database, clock),
        StoredGuilds(database),
        StoredPeople(database),
        laddering=Laddering(StoredLadders(database), checker, StoredGuilds(database), clock=clock),
        arguing=Arguing(Here(), None),
        pictures=easel,
    )


async def test_an_argument_is_judged_told_and_drawn(server: Server, easel: Easel) -> None:
    shown = (await server.ann.slash(server.channel, "argue", text=PLAIN)).response
    said = text(shown)
    assert "Not valid: affirming the consequent" in said
    assert "**Verified**: the form shown (whether it is what you meant, judge yourself)" in said
    assert "Imagine this: the tap does not leak and the floor is wet." in said
    assert "1. P → Q\n2. Q\n∴ P" in said
    assert [type(each) for each in easel.drawn] == [ArgumentTree]
    assert list(buttons(shown)) == ["Edit the form", "Report a mistake"]


async def test_a_korean_learner_is_answered_in_korean(server: Server) -> None:
    server.locales[server.ann.id] = "ko"
    shown = (
        await server.ann.slash(server.channel, "argue", text="비가 오면 길이 젖는다. 비가 온다. 따라서 길이 젖는다.")
    ).response
    assert "타당함: 전건 긍정" in text(shown)
    assert "형식 고치기" in buttons(shown)


async def test_a_long_argument_is_typed_into_a_form(server: Server) -> None:
    form = await server.ann.slash(server.channel, "argue")
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    result = await server.ann.submit_modal(form, {field["custom_id"]: PLAIN})
    assert "affirming the consequent" in text(result.response)


async def test_the_form_is_edited_and_decided_anew(server: Server) -> None:
    shown = (await server.ann.slash(server.channel, "argue", text=PLAIN)).response
    pressed = await server.ann.click(shown, custom_id=buttons(shown)["Edit the form"]["custom_id"])
    assert pressed.modal is not None
    field = next(part for part in study.walk(pressed.modal["components"]) if part["type"] == 18)["component"]
    assert field["value"].endswith("1. P → Q\n2. Q\n∴ P")
    edited = field["value"].replace("2. Q", "2. P").replace("∴ P", "∴ Q")
    result = await server.ann.submit_modal(pressed, {field["custom_id"]: edited})
    said = text(result.response)
    assert "Valid: modus ponens" in said
    assert "the floor is wet" in said


async def test_a_form_that_cannot_be_read_says_where(server: Server) -> None:
    shown = (await server.ann.slash(server.channel, "argue", text=PLAIN)).response
    pressed = await server.ann.click(shown, custom_id=buttons(shown)["Edit the form"]["custom_id"])
    assert pressed.modal is not None
    field = next(part for part in study.walk(pressed.modal["components"]) if part["type"] == 18)["component"]
    result = await server.ann.submit_modal(pressed, {field["custom_id"]: "1. P → → Q\nso: Q"})
    assert "cannot be read as a formula: “→ Q”" in text(result.response)
    assert server.env.errors


async def test_what_is_not_read_says_so_and_what_would_be(server: Server) -> None:
    shown = (await server.ann.slash(server.channel, "argue", text="Most birds fly. So Tweety flies.")).response
    said = text(shown)
    assert "**Not solved**" in said
    assert "“Most birds fly”" in said
    assert "Edit the form" not in buttons(shown)


async def test_arguments_stand_in_the_history_and_are_forgotten(server: Server, tutor: Tutor) -> None:
    await server.ann.slash(server.channel, "argue", text=PLAIN)
    listed = text((await server.ann.slash(server.channel, "history")).response)
    assert "affirming the consequent" in listed
    assert await tutor.forget(Asker(server.ann.id)) == 1


async def test_where_hints_come_first_the_judgement_waits(server: Server, database: Database, clock: Clock) -> None:
    await StoredGuilds(database).change(
        server.guild.id, server.mod.id, clock.now, lambda before: replace(before, hint_first=True)
    )
    shown = (await server.ann.slash(server.channel, "argue", text=PLAIN)).response
    assert "affirming" not in text(shown)
    assert "what the premises are" in text(shown)  # a hint for arguments, not for formulas
    clock.now += WAIT
    label = next(name for name in buttons(shown) if "solution" in name.lower())
    await server.ann.click(shown, custom_id=buttons(shown)[label]["custom_id"])
    assert "Not valid: affirming the consequent" in text(shown)
