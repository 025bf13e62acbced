"""/plot and /latex: a picture, a mistake with its place, and buttons that outlive a restart and know their owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest
import study
from easel import Easel, grey_of
from plotting import Plane
from study import Server, buttons, text, walk

from cogs.caret import pointed
from cogs.plot import read_window, request, written_window
from maths.graphing.graph import Window
from maths.message import Formula, Message
from tutor.engine import Tutor
from tutor.pictures import Page, Sketch, SketchKind
from tutor.solver import Solver
from tutor.types import Asker, Look, Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from fakes import FakeChecker, Memory
    from simcord.results import InteractionResult, ResponseMessage


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def plane() -> Plane:
    return Plane()


def tutored(memory: Memory, checker: FakeChecker, easel: Easel | None, plane: Plane) -> Tutor:
    return Tutor(
        Solver(checker, None),
        memory.history,
        memory.guilds,
        memory.people,
        pictures=easel,
        sketches=memory.sketches,
        plotter=plane,
    )


@pytest.fixture
def tutor(memory: Memory, checker: FakeChecker, easel: Easel, plane: Plane) -> Tutor:
    return tutored(memory, checker, easel, plane)


async def plotted(server: Server, functions: str = "y = x^2", **more: str) -> ResponseMessage:
    response = (await server.ann.slash(server.channel, "plot", functions=functions, **more)).response
    assert response is not None
    return response


async def typeset(server: Server, formula: str) -> ResponseMessage:
    response = (await server.ann.slash(server.channel, "latex", formula=formula)).response
    assert response is not None
    return response


async def edited(server: Server, form: InteractionResult, *values: str) -> InteractionResult:
    assert form.modal is not None
    fields = [part["component"] for part in study.walk(form.modal["components"]) if part["type"] == 18]
    written = {field["custom_id"]: value for field, value in zip(fields, values, strict=True)}
    return await server.ann.submit_modal(form, written)


def pictures(message: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a simcord message
    return [item for part in walk(message.components) if part["type"] == 12 for item in part["items"]]


def stored(server: Server, message: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    return list(server.env.backend.get_message(message.channel_id, message.id).attachments)


class TestPlot:
    async def test_a_plot_is_a_picture_with_its_alternative_text(self, server: Server, plane: Plane) -> None:
        response = await plotted(server)
        assert [item["description"] for item in pictures(response)] == ["Step by step 1"]
        assert plane.asked == [("y = x^2", None)]
        assert "y = x^2" in text(response)

    async def test_the_theme_is_the_readers(self, server: Server, memory: Memory) -> None:
        memory.kept_preferences[server.ann.id] = Preferences(look=Look.LIGHT)
        (item,) = pictures(await plotted(server))
        picture = server.env.backend.cdn.get(item["media"]["url"])
        assert picture is not None
        assert grey_of(picture) == 0xFF

    @pytest.mark.parametrize(
        ("label", "window"),
        [
            ("Zoom in", Window(-5, 5, -4, 4)),
            ("Zoom out", Window(-20, 20, -16, 16)),
            ("Left", Window(-15, 5, -8, 8)),
            ("Right", Window(-5, 15, -8, 8)),
            ("Up", Window(-10, 10, -4, 12)),
            ("Down", Window(-10, 10, -12, 4)),
        ],
    )
    async def test_buttons_show_another_part_of_the_plane(
        self, server: Server, plane: Plane, label: str, window: Window
    ) -> None:
        response = await plotted(server)
        await server.ann.click(response, label=label)
        assert plane.asked[-1] == ("y = x^2", window)
        assert len(stored(server, response)) == 1
        await server.ann.click(response, label="Reset")
        assert plane.asked[-1] == ("y = x^2", None)

    async def test_buttons_work_after_a_restart(
        self, server: Server, tutor: Tutor, plane: Plane, tmp_path: Path
    ) -> None:
        response = await plotted(server)
        await server.env.restart_bot(study.bot(tutor, tmp_path))
        await server.ann.click(response, label="Zoom in")
        await server.ann.click(response, label="Zoom in")
        assert plane.asked[-1] == ("y = x^2", Window(-2.5, 2.5, -2, 2))

    async def test_only_whom_it_was_drawn_for_may_move_it(self, server: Server, plane: Plane) -> None:
        response = await plotted(server)
        for label in ("Zoom in", "Edit", "Delete"):
            refused = await server.ben.click(response, label=label)
            told = refused.followups[0] if refused.followups else refused.response
            assert "Only the person who had this drawn" in text(told)
            assert told is not None
            assert told.ephemeral
        assert len(plane.asked) == 1
        assert stored(server, response)

    async def test_a_range_is_asked_for_in_words_mathematics_knows(self, server: Server, plane: Plane) -> None:
        await plotted(server, range="-2pi..2pi")
        assert plane.asked == [("y = x^2; x from -2pi to 2pi", None)]

    async def test_a_range_without_two_ends_is_told_so(self, server: Server, plane: Plane) -> None:
        response = await plotted(server, range="5")
        assert "the range has two ends" in text(response)
        assert plane.asked == []

    async def test_a_mistake_is_shown_with_its_place_and_mended_in_a_form(self, server: Server, plane: Plane) -> None:
        response = await plotted(server, "y = x ? 2")
        assert "this is not read" in text(response)
        assert "```\ny = x ? 2\n      ^\n```" in text(response)
        assert set(buttons(response)) == {"Edit", "Delete"}
        form = await server.ann.click(response, label="Edit")
        await edited(server, form, "y = x + 2", "0 to 4")
        assert plane.asked[-1] == ("y = x + 2; x from 0 to 4", None)
        assert pictures(response)

    async def test_a_mistake_takes_the_old_picture_away(self, server: Server) -> None:
        response = await plotted(server)
        await edited(server, await server.ann.click(response, label="Edit"), "y = ?", "")
        assert pictures(response) == []
        assert stored(server, response) == []

    async def test_where_no_picture_comes_the_words_stand(self, server: Server, easel: Easel, plane: Plane) -> None:
        easel.broken = True
        plane.notes = (Message("A zero at {x}.", x=Formula("3", "3")),)
        response = await plotted(server)
        assert "A zero at 3." in text(response)
        assert "could not be drawn" in text(response)

    async def test_it_speaks_korean(self, server: Server) -> None:
        server.locales[server.ann.id] = "ko"
        response = await plotted(server, "y = ?")
        assert "그릴 수 없습니다" in text(response)
        assert set(buttons(response)) == {"고치기", "삭제"}

    async def test_nothing_a_person_types_pings(self, server: Server) -> None:
        response = await plotted(server, "@everyone <@1>")
        assert "@everyone" not in text(response)
        assert all(body["allowed_mentions"] == {"parse": []} for body in server.edits())

    async def test_a_flood_is_slowed_down(self, server: Server, plane: Plane) -> None:
        for _ in range(13):
            result = await server.ann.slash(server.channel, "plot", functions="y = x")
        assert "Please wait" in text(result.response)
        assert len(plane.asked) == 12
        assert server.refusals()


class TestLatex:
    async def test_a_formula_is_set_as_a_picture(self, server: Server, easel: Easel) -> None:
        response = await typeset(server, r"\frac{1}{2}")
        (page,) = easel.drawn
        assert isinstance(page, Page)
        assert page.text == r"$$\frac{1}{2}$$"
        assert len(pictures(response)) == 1
        assert set(buttons(response)) == {"Edit", "Delete"}

    async def test_text_with_formulas_is_a_page(self, server: Server, easel: Easel) -> None:
        await typeset(server, r"Let $x = \frac12$ be.")
        (page,) = easel.drawn
        assert isinstance(page, Page)
        assert page.text == r"Let $x = \frac12$ be."

    async def test_a_mistake_is_shown_with_its_place(self, server: Server, easel: Easel) -> None:
        response = await typeset(server, r"\frac{1}{2} + \fooo{x}")
        assert r"the command \fooo is not known" in text(response)
        assert "\\frac{1}{2} + \\fooo{x}\n              ^" in text(response)
        assert easel.drawn == []

    async def test_a_mistake_inside_a_text_is_pointed_at_there(self, server: Server) -> None:
        response = await typeset(server, r"각 $\fooo$")
        assert "각 $\\fooo$\n\u3000  ^" in text(response)
        assert "not closed" in text(await typeset(server, "5$ and more"))

    async def test_edit_opens_the_text_and_replaces_the_picture(self, server: Server, easel: Easel) -> None:
        response = await typeset(server, "x^2")
        form = await server.ann.click(response, label="Edit")
        assert form.modal is not None
        field = next(part for part in walk(form.modal["components"]) if part["type"] == 18)["component"]
        assert field["value"] == "x^2"
        await edited(server, form, "x^3")
        assert isinstance(easel.drawn[-1], Page)
        assert easel.drawn[-1].text == "$$x^3$$"
        assert len(stored(server, response)) == 1

    async def test_the_owner_deletes_it(self, server: Server, memory: Memory) -> None:
        response = await typeset(server, "x^2")
        await server.ann.click(response, label="Delete")
        assert response.id not in [message.id for message in server.channel.history()]
        assert memory.kept_sketches == {}

    async def test_a_moderator_deletes_it_and_only_while_being_one(self, server: Server, memory: Memory) -> None:
        response = await typeset(server, "x^2")
        refused = await server.mod.click(response, label="Delete")  # may manage the server, not its messages
        assert "Only the person" in text(refused.followups[0] if refused.followups else refused.response)
        janitors = server.guild.create_role("Janitors", permissions=discord.Permissions(manage_messages=True))
        janitor = server.guild.add_member(server.env.create_user("jan"), roles=[janitors])
        await janitor.click(response, label="Delete")
        assert memory.kept_sketches == {}

    async def test_where_files_may_not_be_attached_the_formula_is_text(self, server: Server) -> None:
        server.app_permissions = discord.Permissions(send_messages=True)
        response = await typeset(server, r"\frac{1}{2}")
        assert "1/2" in text(response)
        assert "may not attach files" in text(response)


async def test_without_pictures_the_operator_is_named(memory: Memory, checker: FakeChecker, plane: Plane) -> None:
    tutor = tutored(memory, checker, None, plane)
    assert not tutor.draws


@pytest.mark.parametrize(
    ("extent", "asked"),
    [
        ("", "f"),
        ("-5 to 5", "f; x from -5 to 5"),
        ("[-5, 5]", "f; x from -5 to 5"),
        ("x from 0 to 2pi", "f; x from 0 to 2pi"),
        ("-5부터 5까지", "f; x from -5 to 5"),
        ("-1 ~ 1", "f; x from -1 to 1"),
        ("sqrt(2) to e^(2)", "f; x from sqrt(2) to e^(2)"),
        ("5", None),
        ("to 5", None),
    ],
)
def test_ranges_as_people_type_them(extent: str, asked: str | None) -> None:
    assert request(Sketch(1, Asker(1), SketchKind.PLOT, "f", extent)) == asked


@pytest.mark.parametrize(
    "window", [Window(-10, 10, -8, 8), Window(1.5, 1.5000001, -2e-8, 2e-8), Window(-1e12, 1e12, -1e12, 1e12)]
)
def test_a_window_survives_its_custom_id(window: Window) -> None:
    read = read_window(written_window(window))
    assert read is not None
    assert read.width == pytest.approx(window.width, rel=0.01)
    assert len(f"lemma:plot:reset:{10**6}:{written_window(window)}") <= 100


@pytest.mark.parametrize("written", ["", "1:2:3", "2:1:0:1", "nan:1:0:1", "a:b:c:d", "0:1e99:0:1"])
def test_a_crafted_window_is_none(written: str) -> None:
    assert read_window(written) is None


@pytest.mark.parametrize(
    ("typed", "place", "block"),
    [
        ("abc", 1, "```\nabc\n ^\n```"),
        ("abc", 3, "```\nabc\n   ^\n```"),
        ("one\ntwo", 5, "```\ntwo\n ^\n```"),
        ("각x", 1, "```\n각x\n\u3000^\n```"),
        ("`a`", 0, "```\nˋaˋ\n^\n```"),
        ("x" * 100, 50, "```\n…" + "x" * 56 + "…\n" + " " * 29 + "^\n```"),
        ("abc", 99, "```\nabc\n   ^\n```"),
    ],
)
def test_a_caret_stands_under_the_place(typed: str, place: int, block: str) -> None:
    assert pointed(typed, place) == block
