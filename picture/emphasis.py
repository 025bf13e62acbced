"""Bold, italic and struck: runs of text of one face."""

from __future__ import annotations

import re

from picture.blocks import Text

_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}|~~")
_FACES = {
    "*": ("italic",), "**": ("bold",), "***": ("bold", "italic"), "_": ("italic",), "__": ("bold",),
    "___": ("bold", "italic"), "~~": ("struck",),
}  # fmt: skip


def faces(text: str) -> list[Text]:
    """Runs of one face. A mark of emphasis without its partner is a character."""
    tokens = [token for token in _EMPHASIS.finditer(text) if _may_mark(text, token)]
    partners = _partners(text, tokens)
    found: list[Text] = []
    on = {"bold": False, "italic": False, "struck": False}
    place = 0
    for number, token in enumerate(tokens):
        if number not in partners:
            continue
        if token.start() > place:
            found.append(Text(text[place : token.start()], **on))
        for face in _FACES[token.group()]:
            on[face] = not on[face]
        place = token.end()
    if place < len(text):
        found.append(Text(text[place:], **on))
    return found


def _may_mark(text: str, token: re.Match[str]) -> bool:
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return not ("_" in token.group() and before.isalnum() and after.isalnum())


def _partners(text: str, tokens: list[re.Match[str]]) -> set[int]:
    """The numbers of the tokens that open or close, properly nested."""
    opened: dict[str, list[int]] = {}
    partners: set[int] = set()
    for number, token in enumerate(tokens):
        before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
        waiting = opened.setdefault(token.group(), [])
        if waiting and before.strip():
            opener = waiting.pop()
            partners |= {opener, number}
            for others in opened.values():
                while others and others[-1] > opener:
                    others.pop()
        elif after.strip():
            waiting.append(number)
    return partners
