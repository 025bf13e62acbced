"""What the dialects of chat servers share: the messages, a schema as a response format, who thinks in tags."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from model.catalogue import Thinking, known
from model.thinking import Opening

if TYPE_CHECKING:
    from tutor.ports import Prompt

REASONERS: Final = ("reason", "think", "-r1", "qwq")  # in a model's name
_CONTROL = re.compile(  # the first sign of what is a control token somewhere: <|end|>, </s>, <think>, [INST], [gMASK]
    r"<(?=[|｜]|<?(?!/?(?:problem|notes)>)[^\s<>]{1,64}>)"
    r"|\[(?=[|｜]|/?[A-Za-z]{0,2}[A-Z]{2,}[A-Z_0-9]{0,32}\])"
)


def inert(prompt: Prompt) -> Prompt:
    """The prompt with a blank in whatever a server might take for a control token.

    Chat servers find these in the text of a message too, and whoever types one could speak as the tutor. To
    mathematics a blank after `<` or `[` says nothing. The fences of Lemma's own prompts stay.
    """
    return replace(prompt, system=_CONTROL.sub(r"\g<0> ", prompt.system), user=_CONTROL.sub(r"\g<0> ", prompt.user))


def messages(prompt: Prompt) -> list[dict[str, str]]:
    """The system and the user message; an empty one is left out."""
    both = [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}]
    return [message for message in both if message["content"]]


def response_format(prompt: Prompt) -> dict[str, Any] | None:
    """The schema as OpenAI-style servers take it; None for prose."""
    if prompt.schema is None:
        return None
    return {"type": "json_schema", "json_schema": {"name": "answer", "schema": dict(prompt.schema)}}


def opening_of(name: str, prompt: Prompt) -> Opening:
    """What a stream of a model of this name may begin with, as far as the catalogue or else the name tells."""
    return Opening.UNKNOWN if prompt.schema is None and thinks(name) else Opening.ANSWER


def thinks(name: str) -> bool:
    """Whether a model of this name thinks before it answers, as far as the catalogue or else the name tells."""
    found = known(name)
    if found is not None:
        return found.thinking is not Thinking.NONE
    return any(part in name.lower() for part in REASONERS)
