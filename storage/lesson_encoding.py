"""Lessons and turns of conversations as JSON documents and back, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.encoding import decode, decode_problem, decode_solution, encode_problem, encode_solution
from storage.sentences import encode_formula, encode_message, formula_1, message_1
from tutor.lesson import Check, DraftLesson, Part, PartKind, Request
from tutor.talk import Opening, Reply, Summary
from tutor.types import Language, Level, Voucher, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.sentences import Document
    from tutor.learning import DraftProblem

VERSION = 1


def encode_lesson(draft: DraftLesson) -> Document:
    request = draft.request
    return {
        "version": VERSION,
        "request": {
            "topic": request.topic,
            "subject": request.subject,
            "level": request.level,
            "language": request.language,
            "key": request.key,
        },
        "title": draft.title,
        "parts": [{"kind": part.kind, "text": part.text, "voucher": part.voucher} for part in draft.parts],
        "example": None if draft.example is None else encode_solution(draft.example),
        "checks": [_encode_check(check) for check in draft.checks],
        "model": _encode_writer(draft.model),
        "notes": [encode_message(note) for note in draft.notes],
    }


def decode_lesson(document: Mapping[str, Any]) -> DraftLesson:
    """Raises StorageUnavailableError where this Lemma cannot read it."""
    return decode({VERSION: _lesson_1}, document)


def encode_opening(opening: Opening) -> Document:
    """What of an opening is not in columns of its own."""
    return {
        "version": VERSION,
        "title": opening.title,
        "level": opening.level,
        "language": opening.language,
        "about": opening.about,
    }


def decode_opening(document: Mapping[str, Any], lesson_id: int | None, *, shared: bool) -> Opening:
    """Raises StorageUnavailableError as `decode_lesson` does."""

    def read(found: Mapping[str, Any]) -> Opening:
        level, language = Level(found["level"]), Language(found["language"])
        return Opening(found["title"], level, language, found["about"], lesson_id, shared)

    return decode({VERSION: read}, document)


def encode_turn(question: str, reply: Reply) -> Document:
    """What of a turn is not in columns of its own."""
    return {
        "version": VERSION,
        "question": question,
        "text": reply.text,
        "voucher": reply.voucher,
        "answer": None if reply.answer is None else encode_formula(reply.answer),
        "model": _encode_writer(reply.model),
        "tries": reply.tries,
        "seconds": reply.seconds,
        "notes": [encode_message(note) for note in reply.notes],
    }


def decode_turn(document: Mapping[str, Any], record_id: int | None) -> tuple[str, Reply]:
    """Raises StorageUnavailableError as `decode_lesson` does."""

    def read(found: Mapping[str, Any]) -> tuple[str, Reply]:
        return found["question"], Reply(
            found["text"],
            Voucher(found["voucher"]),
            None if found["answer"] is None else formula_1(found["answer"]),
            record_id,
            _writer_1(found["model"]),
            found["tries"],
            found["seconds"],
            tuple(message_1(note) for note in found["notes"]),
        )

    return decode({VERSION: read}, document)


def encode_summary(summary: Summary) -> Document:
    return {"version": VERSION, "text": summary.text, "upto": summary.upto}


def decode_summary(document: Mapping[str, Any]) -> Summary:
    """Raises StorageUnavailableError as `decode_lesson` does."""
    return decode({VERSION: lambda found: Summary(found["text"], found["upto"])}, document)


def _lesson_1(document: Mapping[str, Any]) -> DraftLesson:
    asked = document["request"]
    return DraftLesson(
        Request(asked["topic"], asked["subject"], Level(asked["level"]), Language(asked["language"]), asked["key"]),
        document["title"],
        tuple(Part(PartKind(part["kind"]), part["text"], Voucher(part["voucher"])) for part in document["parts"]),
        None if document["example"] is None else decode_solution(document["example"]),
        tuple(_check_1(check) for check in document["checks"]),
        _writer_1(document["model"]),
        tuple(message_1(note) for note in document["notes"]),
    )


def _encode_check(check: Check) -> Document:
    draft = check.draft
    return {
        "draft": {
            "topic": draft.topic,
            "level": draft.level,
            "seed": draft.seed,
            "structure": draft.structure,
            "guild_id": draft.guild_id,
            "problem": encode_problem(draft),
        },
        "options": [encode_formula(option) for option in check.options],
        "right": check.right,
    }


def _check_1(document: Mapping[str, Any]) -> Check:
    draft: DraftProblem = decode_problem(document["draft"])
    return Check(draft, tuple(formula_1(option) for option in document["options"]), document["right"])


def _encode_writer(writer: Writer | None) -> Document | None:
    if writer is None:
        return None
    return {"name": writer.name, "demonstration": writer.demonstration, "adapter": writer.adapter}


def _writer_1(document: Mapping[str, Any] | None) -> Writer | None:
    if document is None:
        return None
    return Writer(document["name"], demonstration=document["demonstration"], adapter=document["adapter"])
