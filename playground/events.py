"""What happens in the world; the gateway tells the bot, the live socket tells the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from playground.shapes import Json


@dataclass(slots=True)
class Interaction:
    """Something a person asked of the bot; `names` is its command's name by locale, `message_id` where its component
    stood, `response_id` the bot's first message.
    """

    id: str
    token: str
    kind: int
    user_id: str
    channel_id: str
    nonce: str
    asked_at: float
    metadata: Json
    names: dict[str, str] = field(default_factory=dict)
    message_id: str | None = None
    acknowledged: bool = False
    failed: bool = False
    response_id: str | None = None


State: TypeAlias = Literal["sent", "thinking", "answered", "failed"]


@dataclass(frozen=True, slots=True)
class MessageSet:
    """A message was created, or has taken the place of what stood there `before`."""

    message: Json
    before: Json | None = None


@dataclass(frozen=True, slots=True)
class MessageGone:
    message: Json


@dataclass(frozen=True, slots=True)
class ChannelMade:
    channel: Json


@dataclass(frozen=True, slots=True)
class CommandsChanged:
    pass


@dataclass(frozen=True, slots=True)
class LocaleChanged:
    user_id: str


@dataclass(frozen=True, slots=True)
class Presence:
    online: bool


@dataclass(frozen=True, slots=True)
class Typing:
    channel_id: str
    user_id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """An interaction on its way to the bot."""

    payload: Json


@dataclass(frozen=True, slots=True)
class Moved:
    interaction: Interaction
    state: State
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ModalOpened:
    interaction: Interaction
    modal: Json


@dataclass(frozen=True, slots=True)
class ChoicesOffered:
    interaction: Interaction
    choices: list[Json]


Event: TypeAlias = (
    MessageSet
    | MessageGone
    | ChannelMade
    | CommandsChanged
    | LocaleChanged
    | Presence
    | Typing
    | Asked
    | Moved
    | ModalOpened
    | ChoicesOffered
)
