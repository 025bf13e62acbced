"""Where the parser stands: the tokens, the place, the budget of nodes and depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from maths.bounds import MAX_DEPTH, MAX_NODES, UnreadableError
from maths.message import Message
from maths.reading.tokens import Kind, Token

if TYPE_CHECKING:
    from maths.tree import Name, Node


class Cursor:
    """A place in a list of tokens; END is never passed."""

    def __init__(self, tokens: list[Token], functions: frozenset[str], *, latex: bool) -> None:
        self.tokens = tokens
        self.index = 0
        self.functions = functions
        self.latex = latex
        self.bars = 0  # absolute values open at this bracket level
        self.integrals = 0  # integrals that wait for their differential
        self._depth = 0
        self._nodes = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.index]

    def ahead(self, count: int = 1) -> Token:
        return self.tokens[min(self.index + count, len(self.tokens) - 1)]

    @property
    def before(self) -> Token | None:
        return self.tokens[self.index - 1] if self.index else None

    def ended(self) -> bool:
        return self.tokens[self.index].kind is Kind.END

    def advance(self) -> Token:
        token = self.tokens[self.index]
        if token.kind is not Kind.END:
            self.index += 1
        return token

    def at(self, *texts: str) -> bool:
        token = self.tokens[self.index]
        return token.text in texts and token.kind is not Kind.COMMAND

    def take(self, *texts: str) -> bool:
        if self.at(*texts):
            self.index += 1
            return True
        return False

    def expect(self, *texts: str) -> Token:
        if not self.at(*texts):
            self.refuse_missing(texts[0])
        return self.advance()

    def adjacent(self) -> bool:
        """Whether the token here touches the one before it."""
        before = self.before
        return before is not None and before.end == self.here.start

    def enter(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableError(Message("This formula is nested too deeply."), self.here.start)

    def leave(self) -> None:
        self._depth -= 1

    def count(self, nodes: int = 1) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise UnreadableError(Message("This formula is too long."), self.here.start)

    def refuse(self, message: Message) -> NoReturn:
        raise UnreadableError(message, self.here.start)

    def refuse_missing(self, wanted: str) -> NoReturn:
        if self.here.kind is Kind.END:
            self.refuse(Message("The formula ends where “{wanted}” is missing.", wanted=wanted))
        self.refuse(Message("“{wanted}” is missing before “{found}”.", wanted=wanted, found=self.shown()))

    def refuse_here(self) -> NoReturn:
        if self.here.kind is Kind.END:
            self.refuse(Message("The formula is not complete."))
        self.refuse(Message("I cannot read “{found}” here.", found=self.shown()))

    def shown(self) -> str:
        text = self.here.text[:40]
        return "\\" + text if self.here.kind is Kind.COMMAND and not text.startswith("text ") else text

    # What the parser proper provides to the rooms that read heads and atoms.

    def expression(self, floor: int = 0) -> Node:
        raise NotImplementedError

    def clause(self) -> Node:
        raise NotImplementedError

    def starts_atom(self) -> bool:
        raise NotImplementedError

    def variable(self) -> Name:
        raise NotImplementedError

    def argument(self) -> Node:
        raise NotImplementedError
