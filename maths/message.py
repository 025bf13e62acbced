"""What people will read, not yet in a language.

`maths` and `tutor` never write a finished sentence: they return a `Message`, whose key is the
English template and at the same time the msgid of the gettext catalogues in `locales/`.
`tutor.words` renders it. Placeholders are `{name}`; a Korean translation may ask for the particle
that fits the value: `{name:을}`, `{name:은}`, `{name:이}`, `{name:과}`, `{name:으로}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, Union


@dataclass(frozen=True, slots=True)
class Formula:
    """A piece of mathematics in the two notations faces need.

    `typed` is plain ASCII that `maths.read` reads back (`x = -2/3`, `sqrt(5)/2`);
    `latex` stands without delimiters. Unicode for text is `maths.plain` of the LaTeX.
    """

    typed: str
    latex: str


Argument: TypeAlias = Union[str, int, Formula, "Message"]


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """A sentence as a key and typed arguments: `Message("Add {term} to both sides.", term=f)`.

    The key is a literal at the place of the call, so that Babel can extract it. `counted` makes a
    message whose form depends on a number.
    """

    key: str
    plural: str | None
    arguments: tuple[tuple[str, Argument], ...]

    def __init__(self, key: str, /, plural: str | None = None, **arguments: Argument) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "plural", plural)
        object.__setattr__(self, "arguments", tuple(arguments.items()))

    def __str__(self) -> str:
        """The English line, for logs."""
        values = dict(self.arguments)
        template = self.plural if self.plural is not None and values.get("count") != 1 else self.key
        return template.format(**{name: v.typed if isinstance(v, Formula) else str(v) for name, v in values.items()})


def counted(one: str, many: str, count: int, /, **arguments: Argument) -> Message:
    """A message whose form the catalogue chooses by `{count}`: `counted("{count} root", "{count} roots", 2)`."""
    return Message(one, plural=many, count=count, **arguments)
