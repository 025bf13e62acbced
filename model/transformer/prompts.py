"""A request as the checkpoint's own chat template writes it, counted exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from model.transformer.failures import WrongError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.transformer.loading import Loaded

LEAST_ROOM: Final = 256  # tokens; with less left, an answer is not worth starting
THINK: Final = "<think>"
PASSES: Final = 4  # a blank put into one control token may, in theory, make another
MARKUP: Final = re.compile(r"[<\[]\S+[>\]]")


@dataclass(frozen=True, slots=True)
class Request:
    """One text to write. `temperature` 0 takes the likeliest token always."""

    number: int
    messages: tuple[Mapping[str, str], ...]
    max_tokens: int
    temperature: float
    top_p: float
    schema: Mapping[str, Any] | None
    adapter: str

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Request:
        return cls(
            number=asked["ask"],
            messages=tuple(asked["messages"]),
            max_tokens=asked["max_tokens"],
            temperature=asked["temperature"],
            top_p=asked["top_p"],
            schema=asked["schema"],
            adapter=asked["adapter"],
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A prompt in tokens, how many may follow it, and whether the template has opened the thinking."""

    ids: list[int]
    limit: int
    thinking: bool


def written(request: Request, loaded: Loaded) -> Written:
    """Raises WrongError when the answer would have no room: nothing is cut off."""
    text = _templated(request, loaded.tokenizer)
    thinking = text.rstrip().endswith(THINK)
    if thinking and request.schema is not None:  # one pass thinks, another fills the schema
        text, thinking = text.rstrip().removesuffix(THINK), False
    ids: list[int] = loaded.tokenizer(text, add_special_tokens=False)["input_ids"]
    left = loaded.context - len(ids)
    if left < min(request.max_tokens, LEAST_ROOM):
        raise WrongError("too_long", f"{len(ids)} tokens")
    return Written(ids, min(request.max_tokens, left), thinking)


def _templated(request: Request, tokenizer: Any) -> str:  # noqa: ANN401 - transformers has no types here
    from jinja2 import TemplateError

    messages = [{**message, "content": _inert(message["content"], tokenizer)} for message in request.messages]
    options = {"add_generation_prompt": True, "tokenize": False, "enable_thinking": request.schema is None}
    try:
        return str(tokenizer.apply_chat_template(messages, **options))
    except TemplateError:  # some templates refuse a system message
        joined = "\n\n".join(message["content"] for message in messages)
        return str(tokenizer.apply_chat_template([{"role": "user", "content": joined}], **options))


def _inert(content: str, tokenizer: Any) -> str:  # noqa: ANN401
    """A text in which the tokenizer finds none of its control tokens: a blank follows the first sign of each."""
    control = _control(tokenizer)
    for _ in range(PASSES):
        if control.search(content) is None:
            break
        content = control.sub(lambda found: f"{found[0][0]} {found[0][1:]}", content)
    return content


@cache
def _control(tokenizer: Any) -> re.Pattern[str]:  # noqa: ANN401
    """What the tokenizer adds to its vocabulary for itself; words and runs of blanks among it are text."""
    added = tokenizer.added_tokens_decoder.values()
    own = {str(token.content) for token in added if token.special or MARKUP.fullmatch(token.content)}
    own |= {str(token) for token in tokenizer.all_special_tokens}
    longest_first = sorted((token for token in own if len(token) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


class Spelling:
    """Tokens to text, given out as soon as no later token can change it.

    A letter may be spread over several tokens, and a blank may belong to the token before it: the last few tokens
    are decoded together with the new one.
    """

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401
        self._tokenizer = tokenizer
        self._tokens: list[int] = []
        self._context = 0
        self._told = 0

    def add(self, token: int) -> str:
        self._tokens.append(token)
        before, now = self._decoded(self._told), self._decoded(len(self._tokens))
        if len(now) <= len(before) or now.endswith("\ufffd"):
            return ""
        self._context, self._told = self._told, len(self._tokens)
        return now[len(before) :]

    def rest(self) -> str:
        """What was held back; an unfinished letter is told as such."""
        return self._decoded(len(self._tokens))[len(self._decoded(self._told)) :]

    def _decoded(self, end: int) -> str:
        tokens = self._tokens[self._context : end]
        return str(self._tokenizer.decode(tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False))
