"""Puzzles inside the documents of `storage.encoding`: everything of one but what only its own room can read."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from maths.message import Message
from maths.puzzles.board import Addition, Banks, Grid, Scales, Table, Tiles, Vessels
from maths.puzzles.puzzle import Choice, Field, Kind, Link, Puzzle
from maths.verdict import Level
from storage.sentences import encode_message, message_1

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.puzzles.board import Board
    from storage.sentences import Document

_BOARDS: dict[str, type[Board]] = {
    "grid": Grid,
    "table": Table,
    "scales": Scales,
    "vessels": Vessels,
    "banks": Banks,
    "tiles": Tiles,
    "addition": Addition,
}
_NAMES = {board: name for name, board in _BOARDS.items()}


def encode_puzzle(puzzle: Puzzle | None) -> Document | None:
    if puzzle is None:
        return None
    return {
        "kind": puzzle.kind.value,
        "level": puzzle.level.value,
        "seed": puzzle.seed,
        "statement": [encode_message(paragraph) for paragraph in puzzle.statement],
        "fields": [_encode_field(field) for field in puzzle.fields],
        "given": [[key, value] for key, value in puzzle.given],
        "answer": puzzle.answer,
        "links": [[encode_message(link.says), *map(encode_message, link.inside)] for link in puzzle.links],
        "rating": puzzle.rating,
        "board": _encode_board(puzzle.board),
        "solved_board": _encode_board(puzzle.solved_board),
    }


def puzzle_1(document: Mapping[str, Any] | None) -> Puzzle | None:
    if document is None:
        return None
    return Puzzle(
        kind=Kind(document["kind"]),
        level=Level(document["level"]),
        seed=document["seed"],
        statement=tuple(message_1(paragraph) for paragraph in document["statement"]),
        fields=tuple(_field_1(field) for field in document["fields"]),
        given=tuple((key, value) for key, value in document["given"]),
        answer=document["answer"],
        links=tuple(Link(message_1(says), tuple(map(message_1, inside))) for says, *inside in document["links"]),
        rating=document["rating"],
        board=_board_1(document["board"]),
        solved_board=_board_1(document["solved_board"]),
    )


def _encode_field(field: Field) -> Document:
    return {
        "key": field.key,
        "label": encode_message(field.label),
        "choices": [[choice.value, encode_message(choice.label)] for choice in field.choices],
        "example": field.example,
        "lines": field.lines,
    }


def _field_1(document: Mapping[str, Any]) -> Field:
    return Field(
        document["key"],
        message_1(document["label"]),
        tuple(Choice(value, message_1(label)) for value, label in document["choices"]),
        document["example"],
        document["lines"],
    )


def _encode_board(board: Board | None) -> Document | None:
    if board is None:
        return None
    parts = {field.name: _encode_part(getattr(board, field.name)) for field in fields(board)}
    return {"board": _NAMES[type(board)], **parts}


def _encode_part(part: object) -> Any:  # noqa: ANN401 - as JSON has them
    """Boards are made of tuples, sentences and plain values."""
    if isinstance(part, Message):
        return encode_message(part)
    return [_encode_part(each) for each in part] if isinstance(part, tuple) else part


def _board_1(document: Mapping[str, Any] | None) -> Board | None:
    if document is None:
        return None
    parts = {name: _part_1(part) for name, part in document.items() if name != "board"}
    return _BOARDS[document["board"]](**parts)


def _part_1(part: Any) -> Any:  # noqa: ANN401 - as JSON has them
    if isinstance(part, dict):
        return message_1(part)
    return tuple(_part_1(each) for each in part) if isinstance(part, list) else part
