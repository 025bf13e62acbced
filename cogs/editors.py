"""What changes each of a server's settings: a few words, and selects or buttons. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from cogs import choices, reply, topics, wording
from maths.generating.topics.all import TOPICS
from maths.message import Message, counted
from tutor import access
from tutor.types import ChannelRule
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tutor.types import Language

DEFAULT = "default"
BARE = "model"  # the choice of the model without any adapter; the names of adapters carry a sign in front
OTHER = "other"  # something to be typed
OFF, OPEN, MIDNIGHT = "off", "open", "midnight"
EVERYWHERE = 0  # where another exam would have its channel
MINUTES = (30, 45, 60, 90, 120, 180)  # how long an exam may be at a press
QUOTAS = (3, 5, 10, 20, 30, 50, 100)
MAX_CHOSEN = 25  # Discord's bound on the options of a select and on what is chosen in one
_CHANNELS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
]
_HINTS_FIRST = Message(
    "With hints first, /solve gives hints at once and the solution after an attempt or a wait. It helps learning most."
)
_IN_EXAM = Message("In an exam Lemma gives hints only, no solutions.")
_BOUND = Message("Moderators may ask everywhere.")
_PREFERRED = Message("Members can choose otherwise for themselves with /preferences.")


@dataclass(frozen=True, slots=True)
class Open:
    """What of the panel is open to be changed: a setting by its name, nothing at first; of which channel."""

    room: str = ""
    channel_id: int = EVERYWHERE


def button(label: Message, emoji: str | None, custom_id: str, language: Language) -> ui.Button[ui.LayoutView]:
    return ui.Button(label=say(label, language), emoji=emoji, custom_id=custom_id)


def _level(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.level
    yield _text(_PREFERRED, language)
    yield _select("lemma:settings:level", [_default(language, chosen=own is None), *reply.level_options(own, language)])


def _look(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.look
    yield _text(_PREFERRED, language)
    yield _select("lemma:settings:look", [_default(language, chosen=own is None), *reply.look_options(own, language)])


def _adapter(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.adapter
    known = own if own in {"", *server.adapters} else None
    bare = say(Message("The model without an adapter"), language)
    options = [
        _default(language, chosen=known is None),
        discord.SelectOption(label=bare, value=BARE, default=known == ""),
        *(
            discord.SelectOption(label=name[:100], value=f"+{name}"[:100], default=known == name)
            for name in server.adapters
        ),
    ]
    yield _text(Message("Which of the adapters of the language model writes for this server."), language)
    yield _select("lemma:settings:adapter", options[:MAX_CHOSEN])


def _language(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.language
    follow = say(Message("as Discord says for this server"), language)
    yield _text(
        Message("What Lemma posts by itself is in this language; everybody is answered in their own."), language
    )
    yield _select(
        "lemma:settings:language",
        [
            discord.SelectOption(label=follow, value=DEFAULT, default=own is None),
            *(
                discord.SelectOption(label=name, value=each, default=own is each)
                for each, name in wording.LANGUAGES.items()
            ),
        ],
    )


def _zone(_: choices.Server, __: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    yield _text(
        Message("Days begin and end there: quotas, streaks and leaderboards of those who chose no zone themselves."),
        language,
    )
    yield ui.ActionRow(button(Message("Choose the time zone"), "🌍", "lemma:settings:zone", language))


def _hints(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    on = server.settings.hint_first
    label = Message("Switch off") if on else Message("Switch on")
    yield _text(_HINTS_FIRST, language)
    yield ui.ActionRow(button(label, "💡", f"lemma:settings:hints:{int(not on)}", language))


def _exam(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    on = access.guild_in_exam(server.settings, server.now)
    yield _text(_IN_EXAM, language)
    yield _text(Message("This is for the whole server; for one channel: “Rules of single channels”."), language)
    yield _exam_select(EVERYWHERE, on=on, lasting=server.settings.exam, language=language)


def _exam_select(channel_id: int, *, on: bool, lasting: bool, language: Language) -> ui.ActionRow[ui.LayoutView]:
    """How long an exam is, here or everywhere; one that runs until a moment is shown in words."""
    options = [
        discord.SelectOption(label=say(Message("No exam"), language), value=OFF, default=not on),
        discord.SelectOption(
            label=say(Message("Exam until I switch it off"), language), value=OPEN, default=on and lasting
        ),
        *(
            discord.SelectOption(
                label=say(counted("Exam for {count} minute", "Exam for {count} minutes", minutes), language),
                value=str(minutes),
            )
            for minutes in MINUTES
        ),
        discord.SelectOption(label=say(Message("Exam until midnight"), language), value=MIDNIGHT),
        discord.SelectOption(label=say(Message("Exam until another time…"), language), value=OTHER),
    ]
    return _select(f"lemma:settings:exam:{channel_id}", options, say(choices.NAMES["exam"], language))


def _channels(server: choices.Server, opened: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    """Which channel, and what it has of its own; a thread follows its channel."""
    pick: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
        custom_id="lemma:settings:channel",
        channel_types=[*_CHANNELS, discord.ChannelType.category],
        placeholder=say(Message("Which channel?"), language),
        default_values=_standing([opened.channel_id], server, discord.SelectDefaultValueType.channel),
    )
    for each in _fitting_rules(server, language):
        yield ui.TextDisplay(each)
    yield ui.ActionRow(pick)
    if not opened.channel_id:
        return
    rule = access.rule(server.settings, opened.channel_id) or ChannelRule(opened.channel_id)
    on = rule.exam and (rule.exam_until is None or server.now < rule.exam_until)
    follow = say(Message("The server's level"), language)
    yield ui.TextDisplay(f"<#{opened.channel_id}>: {choices.ruled(rule, language)}")
    yield _select(
        f"lemma:settings:channel:level:{opened.channel_id}",
        [
            discord.SelectOption(label=follow, value=DEFAULT, default=rule.level is None),
            *reply.level_options(rule.level, language),
        ],
    )
    yield _exam_select(opened.channel_id, on=on, lasting=rule.exam_until is None, language=language)


def _fitting_rules(server: choices.Server, language: Language) -> Iterator[str]:
    """The channels beyond those that the line on top names."""
    beyond = server.settings.channels[choices.SHOWN : 3 * choices.SHOWN]
    if beyond:
        yield "\n".join(f"-# <#{rule.channel_id}>: {choices.ruled(rule, language)}" for rule in beyond)


def _allowed_channels(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.allowed_channels
    pick: ui.ChannelSelect[ui.LayoutView] = ui.ChannelSelect(
        custom_id="lemma:settings:allowed:channels",
        channel_types=[*_CHANNELS, discord.ChannelType.category],
        placeholder=say(Message("Only in these channels and categories"), language),
        min_values=0,
        max_values=MAX_CHOSEN,
        default_values=_standing(own, server, discord.SelectDefaultValueType.channel),
    )
    yield _text(_BOUND, language)
    yield ui.ActionRow(pick)
    yield _every("channels", Message("Everywhere"), language, disabled=not own)


def _allowed_roles(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.allowed_roles
    pick: ui.RoleSelect[ui.LayoutView] = ui.RoleSelect(
        custom_id="lemma:settings:allowed:roles",
        placeholder=say(Message("Only members with one of these roles"), language),
        min_values=0,
        max_values=MAX_CHOSEN,
        default_values=_standing(own, server, discord.SelectDefaultValueType.role),
    )
    yield _text(Message("This holds for moderators, too."), language)
    yield ui.ActionRow(pick)
    yield _every("roles", Message("Everyone"), language, disabled=not own)


def _quota(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.quota
    numbers = sorted({*QUOTAS, *([own] if own is not None else [])})
    yield _text(Message("Every question answered counts; moderators have no quota. A day ends at midnight."), language)
    yield _select(
        "lemma:settings:quota",
        [
            discord.SelectOption(
                label=say(Message("as many as they like"), language), value=DEFAULT, default=own is None
            ),
            *(discord.SelectOption(label=str(each), value=str(each), default=each == own) for each in numbers),
            discord.SelectOption(label=say(Message("Another number…"), language), value=OTHER),
        ],
    )


def parts() -> list[tuple[str, ...]]:
    """The topics in parts of which each fits in a select."""
    keys = tuple(TOPICS)
    return [keys[at : at + MAX_CHOSEN] for at in range(0, len(keys), MAX_CHOSEN)]


def _topics(server: choices.Server, _: Open, language: Language) -> Iterator[ui.Item[ui.LayoutView]]:
    own = server.settings.topics
    divided = parts()
    yield _text(Message("Practice and the daily problem offer these; where none is chosen, all."), language)
    for part, keys in enumerate(divided):
        options = [
            discord.SelectOption(label=topics.name(key, language)[:100], value=key, default=key in own) for key in keys
        ]
        placeholder = Message("Topics, list {part} of {count}", part=part + 1, count=len(divided))
        pick: ui.Select[ui.LayoutView] = ui.Select(
            custom_id=f"lemma:settings:topics:{part}",
            placeholder=say(placeholder, language),
            min_values=0,
            max_values=len(options),
            options=options,
        )
        yield ui.ActionRow(pick)
    yield _every("topics", Message("All topics"), language, disabled=not own)


def _standing(
    ids: Sequence[int], server: choices.Server, kind: discord.SelectDefaultValueType
) -> list[discord.SelectDefaultValue]:
    """What a select shows as chosen: those that still are there."""
    return [discord.SelectDefaultValue(id=each, type=kind) for each in ids if each in server.known][:MAX_CHOSEN]


def _every(which: str, label: Message, language: Language, *, disabled: bool) -> ui.ActionRow[ui.LayoutView]:
    pressed = button(label, None, f"lemma:settings:every:{which}", language)
    pressed.disabled = disabled
    return ui.ActionRow(pressed)


def _text(said: Message, language: Language) -> ui.TextDisplay[ui.LayoutView]:
    return ui.TextDisplay(say(said, language))


def _select(
    custom_id: str, options: list[discord.SelectOption], placeholder: str | None = None
) -> ui.ActionRow[ui.LayoutView]:
    return ui.ActionRow(ui.Select(custom_id=custom_id, options=options, placeholder=placeholder))


def _default(language: Language, *, chosen: bool) -> discord.SelectOption:
    return discord.SelectOption(label=say(Message("Lemma's default"), language), value=DEFAULT, default=chosen)


EDITORS: dict[str, Callable[[choices.Server, Open, Language], Iterator[ui.Item[ui.LayoutView]]]] = {
    "level": _level,
    "channels": _channels,
    "language": _language,
    "time_zone": _zone,
    "hint_first": _hints,
    "exam": _exam,
    "allowed_channels": _allowed_channels,
    "allowed_roles": _allowed_roles,
    "quota": _quota,
    "topics": _topics,
    "adapter": _adapter,
    "look": _look,
}
