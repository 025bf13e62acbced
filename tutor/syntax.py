"""Python text as a tree: read, never run. Bounded, and without a word on standard error."""

from __future__ import annotations

import ast
import warnings

_BROKEN = (SyntaxError, ValueError, RecursionError, MemoryError)


def module(text: str, most: int) -> ast.Module | None:
    """A program of at most so many characters; None where it is none."""
    if len(text) > most:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an unknown escape in a text is its writer's business
            return ast.parse(text)
    except _BROKEN:
        return None


def expression(text: str, most: int) -> ast.expr | None:
    """One expression of at most so many characters; None where it is none."""
    if len(text) > most:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text.strip(), mode="eval").body
    except _BROKEN:
        return None
