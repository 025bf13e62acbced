"""What tests of the Discord face share: problems a fake checker knows, a server with people on it, and readers
of what was shown.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import discord
from simcord.backend import serializers
from simcord.enums import InteractionType

from bot.client import LemmaBot
from cogs.stream import Tempo
from cogs.text import TIE
from maths.message import Formula, Message
from maths.verdict import Decision, Passage, SectionKind, Worked
from tutor.types import Asker, Language, Level, Question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simcord.actors import MemberActor
    from simcord.env import Env
    from simcord.results import InteractionResult

    from tutor.engine import Tutor

QUADRATIC = "3x^2 + 4x - 4 = 0"
ROOTS = Formula("x = -2, 2/3", r"x = -2,\; \frac{2}{3}")


def worked(decision: Decision) -> Worked:
    """A decision with a short working."""
    passages = (
        Passage(SectionKind.UNDERSTANDING, (Message("Find every {unknown}.", unknown=Formula("x", "x")),)),
        Passage(SectionKind.STEPS, (Message("Factor: {step}.", step=Formula("(x+2)(3x-2)", "(x+2)(3x-2)")),)),
    )
    return Worked(decision, passages)


WORKED = worked(Decision(ROOTS, Message("both roots substituted back exactly, {count} of {count} found", count=2)))


TEMPO = Tempo(patience=70, gap=100)  # a hundred times slower: simcord lets seconds pass, minutes only when told


def bot(tutor: Tutor, folder: Path) -> LemmaBot:
    """A bot whose progress edits come a hundred times slower."""
    return LemmaBot(tutor, folder, shard_count=1, tempo=TEMPO)


class Server:
    """A study server: two learners and a moderator.

    `locales`, `owners` and `app_permissions` change what Discord sends.
    """

    def __init__(self, env: Env) -> None:
        self.env = env
        self.guild = env.create_guild("Study server")
        self.channel = self.guild.create_text_channel("study")
        moderators = self.guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
        self.ann = self._join("ann")
        self.ben = self._join("ben")
        self.mod = self.guild.add_member(env.create_user("mod"), roles=[moderators])
        self.locales: dict[int, str] = {}
        self.owners: dict[int, dict[str, str]] = {}
        self.app_permissions: discord.Permissions | None = None
        self._emit = env.backend.emit
        env.backend.emit = self._emit_as_set  # type: ignore[method-assign]

    def _join(self, name: str) -> MemberActor:
        return self.guild.add_member(self.env.create_user(name))

    def _emit_as_set(self, event: str, payload: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - simcord's own
        if event == "INTERACTION_CREATE":
            user = int((payload.get("member") or payload)["user"]["id"])
            payload["locale"] = self.locales.get(user, "en-US")
            if self.app_permissions is not None:
                payload["app_permissions"] = str(self.app_permissions.value)
            payload["authorizing_integration_owners"] = self.owners.get(user, {"0": payload.get("guild_id", "0")})
        return self._emit(event, payload, *rest, **more)

    def hand_out(self, command: str, to: MemberActor) -> None:
        """As a server owner may: let someone use a command that is not meant for them."""
        registered = self.env.backend.find_command(command, self.guild.id)
        self.guild.set_command_permissions(int(registered["id"]), {to: True})

    async def crafted(
        self,
        actor: MemberActor,
        message: Any,  # noqa: ANN401 - simcord's
        custom_id: str,
        values: list[str] | None = None,
        components: list[dict[str, Any]] | None = None,
    ) -> InteractionResult:
        """A click Discord's own client would not offer: any custom id on any message, seen or not, old or new."""
        data = {"custom_id": custom_id, "component_type": 2 if values is None else 3}
        stored = self.env.backend.get_message(message.channel_id, message.id)
        extra = {"message": dict(serializers.message_payload(self.env.backend, stored))}
        if components is not None:
            extra["message"]["components"] = components
        return await actor._dispatch_interaction(
            InteractionType.MESSAGE_COMPONENT,
            self.channel,
            {**data, "values": values or []},
            extra=extra,
            source_message_id=message.id,
        )

    def refusals(self) -> list[str]:
        """What discord.py handed to the error handler, which a test that expects it has to look at."""
        return [str(error) for error in self.env.errors]

    def edits(self) -> list[Any]:
        """The bodies of every edit of a reply, in order."""
        return [entry.json for entry in self.env.http_requests if entry.method == "PATCH"]


def asker(member: MemberActor, guild_id: int | None = None) -> Asker:
    return Asker(member.id, member.guild.id if guild_id is None else guild_id)


async def ask(tutor: Tutor, member: MemberActor, guild_id: int | None = None) -> None:
    """A question asked before the test looks."""
    question = Question(QUADRATIC, Level.INTERMEDIATE, Language.ENGLISH)
    async with aclosing(tutor.solve(asker(member, guild_id), question)) as updates:
        async for _ in updates:
            pass


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component of a message, nested ones too."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))


def text(shown: Any) -> str:  # noqa: ANN401 - a simcord message or a list of components
    """Everything a message says; the sign that only ties words while pages are cut never gets out."""
    said = "\n".join(part["content"] for part in walk(_components(shown)) if "content" in part)
    assert TIE not in said
    return said


def buttons(shown: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - a simcord message or a list of components
    """A message's buttons by their label."""
    return {part["label"]: part for part in walk(_components(shown)) if part["type"] == 2}


def options(shown: Any) -> dict[str, str]:  # noqa: ANN401 - a simcord message or a list of components
    """The labels of a message's select options by their value."""
    return {
        option["value"]: option["label"] for part in walk(_components(shown)) for option in part.get("options") or ()
    }


def _components(shown: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    return shown if isinstance(shown, list) else shown.components
