"""Nouns as JSON documents and back, exactly.

Every document carries the version of its shape. A shape once released is never changed: a new one gets a
new version and a reader of its own, and the readers of the old ones stay.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from maths.message import Message
from maths.verdict import Level, SectionKind, Standing, Verdict
from storage.puzzle_encoding import encode_puzzle, puzzle_1
from storage.sentences import encode_formula, encode_message, formula_1, message_1, optional_message_1
from tutor.errors import StorageUnavailableError
from tutor.ladder import DraftLadder
from tutor.learning import DraftProblem, Story
from tutor.types import (
    Asked,
    ChannelRule,
    GuildSettings,
    Language,
    Look,
    Question,
    Ruling,
    Section,
    Solution,
    Voucher,
    Writer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tutor.types import Handling


Document: TypeAlias = dict[str, Any]
T = TypeVar("T")

VERSION = 1


def encode_solution(solution: Solution) -> Document:
    return {
        "version": VERSION,
        "question": {
            "text": solution.question.text,
            "level": solution.question.level.value,
            "language": solution.question.language.value,
            "asked": solution.question.asked.value,
        },
        "sections": [
            {"kind": section.kind.value, "text": section.text, "voucher": section.voucher.value}
            for section in solution.sections
        ],
        "answer": None if solution.answer is None else encode_formula(solution.answer),
        "verdict": {
            "standing": solution.verdict.standing.value,
            "method": encode_message(solution.verdict.method),
            "reason": encode_message(solution.verdict.reason),
        },
        "tries": solution.tries,
        "model": None
        if solution.model is None
        else {
            "name": solution.model.name,
            "demonstration": solution.model.demonstration,
            "adapter": solution.model.adapter,
        },
        "seconds": solution.seconds,
        "notes": [encode_message(note) for note in solution.notes],
    }


def decode_solution(document: Mapping[str, Any]) -> Solution:
    """Raises StorageUnavailableError when the document has a shape this program does not know."""
    return decode(_SOLUTION_READERS, document)


def encode_report(text: str) -> Document:
    return {"version": VERSION, "text": text}


def decode_report(document: Mapping[str, Any]) -> str:
    """Raises StorageUnavailableError as `decode_solution` does."""
    return decode(_REPORT_READERS, document)


def encode_handling(handling: Handling) -> Document:
    """What of it is not in columns of its own."""
    return {"version": VERSION, "ruling": handling.ruling.value, "text": handling.text, "told": handling.told}


def decode_handling(document: Mapping[str, Any]) -> tuple[Ruling, str, bool]:
    """What was found, the words, whether the reporter knows. Raises StorageUnavailableError as `decode_solution`."""
    return decode(_HANDLING_READERS, document)


def encode_sketch(text: str, extent: str) -> Document:
    return {"version": VERSION, "text": text, "extent": extent}


def decode_sketch(document: Mapping[str, Any]) -> tuple[str, str]:
    """Raises StorageUnavailableError as `decode_solution` does."""
    return decode(_SKETCH_READERS, document)


def encode_problem(draft: DraftProblem) -> Document:
    """What of a problem is not in columns of its own."""
    return {
        "version": VERSION,
        "statement": encode_message(draft.statement),
        "answer": encode_formula(draft.answer),
        "policy": dict(draft.policy),
        "hints": [encode_message(hint) for hint in draft.hints],
        "solution": draft.solution,
        "story": _encode_story(draft.story),
        "puzzle": encode_puzzle(draft.puzzle),
    }


def decode_problem(row: Mapping[str, Any]) -> DraftProblem:
    """A row of `problems`. Raises StorageUnavailableError as `decode_solution` does."""
    read = decode(_PROBLEM_READERS, row["problem"])
    return DraftProblem(
        topic=row["topic"],
        level=Level(row["level"]),
        seed=row["seed"],
        structure=row["structure"],
        guild_id=row["guild_id"],
        **read,
    )


def decode_message(document: Mapping[str, Any] | None) -> Message | None:
    """Raises StorageUnavailableError as `decode_solution` does."""
    return None if document is None else decode({VERSION: message_1}, {"version": VERSION, **document})


def encode_rules(settings: GuildSettings) -> Document:
    """What of a guild's settings is not in columns of its own."""
    return {
        "version": VERSION,
        "language": settings.language,
        "time_zone": settings.time_zone,
        "hint_first": settings.hint_first,
        "exam": settings.exam,
        "exam_until": _encode_moment(settings.exam_until),
        "quota": settings.quota,
        "topics": list(settings.topics),
        "allowed_channels": list(settings.allowed_channels),
        "allowed_roles": list(settings.allowed_roles),
        "channels": [
            {
                "channel_id": rule.channel_id,
                "level": rule.level,
                "exam": rule.exam,
                "exam_until": _encode_moment(rule.exam_until),
            }
            for rule in settings.channels
        ],
    }


def decode_rules(document: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of `GuildSettings`. Raises StorageUnavailableError as `decode_solution` does."""
    return decode(_RULES_READERS, document)


def encode_change(before: GuildSettings, after: GuildSettings) -> Document:
    """What changed of a guild's settings; what did not is left out."""
    old, new = _encode_settings(before), _encode_settings(after)
    names = [name for name in new if old[name] != new[name]]
    return {
        "version": VERSION,
        "before": {name: old[name] for name in names},
        "after": {name: new[name] for name in names},
    }


def decode_change(document: Mapping[str, Any]) -> tuple[GuildSettings, GuildSettings]:
    """Before and after. Raises StorageUnavailableError as `decode_solution` does."""
    return decode(_CHANGE_READERS, document)


def encode_ladder(draft: DraftLadder, opened_at: datetime | None) -> Document:
    return {
        "version": VERSION,
        "key": draft.key,
        "hints": [encode_message(hint) for hint in draft.hints],
        "channel_ids": list(draft.channel_ids),
        "opened_at": _encode_moment(opened_at),
    }


def decode_ladder(document: Mapping[str, Any]) -> tuple[DraftLadder, datetime | None]:
    """With when it was opened. Raises StorageUnavailableError as `decode_solution` does."""
    return decode(_LADDER_READERS, document)


def encode_claim(claim: str) -> Document:
    return {"version": VERSION, "text": claim}


def decode_claim(document: Mapping[str, Any]) -> str:
    """Raises StorageUnavailableError as `decode_solution` does."""
    return decode(_REPORT_READERS, document)


def decode(readers: Mapping[int, Callable[[Mapping[str, Any]], T]], document: Mapping[str, Any]) -> T:
    try:
        return readers[document["version"]](document)
    except (KeyError, TypeError, ValueError) as error:
        raise StorageUnavailableError(
            Message("This was stored in a form that this version of Lemma cannot read. Please tell whoever runs it.")
        ) from error


def _encode_story(story: Story | None) -> Document | None:
    if story is None:
        return None
    return {
        "core": encode_message(story.core),
        "language": story.language,
        "writer": story.writer,
        "standing": story.standing,
    }


def _solution_1(document: Mapping[str, Any]) -> Solution:
    question, verdict, model = document["question"], document["verdict"], document["model"]
    return Solution(
        question=Question(
            question["text"],
            Level(question["level"]),
            Language(question["language"]),
            Asked(question.get("asked", Asked.PROBLEM)),
        ),
        sections=tuple(
            Section(SectionKind(section["kind"]), section["text"], Voucher(section["voucher"]))
            for section in document["sections"]
        ),
        answer=None if document["answer"] is None else formula_1(document["answer"]),
        verdict=Verdict(
            Standing(verdict["standing"]),
            optional_message_1(verdict["method"]),
            optional_message_1(verdict["reason"]),
        ),
        tries=document["tries"],
        model=None
        if model is None
        else Writer(model["name"], demonstration=model["demonstration"], adapter=model.get("adapter", "")),
        seconds=document["seconds"],
        notes=tuple(message_1(note) for note in document["notes"]),
    )


def _report_1(document: Mapping[str, Any]) -> str:
    return str(document["text"])


def _handling_1(document: Mapping[str, Any]) -> tuple[Ruling, str, bool]:
    return Ruling(document["ruling"]), str(document["text"]), bool(document["told"])


def _sketch_1(document: Mapping[str, Any]) -> tuple[str, str]:
    return str(document["text"]), str(document["extent"])


def _problem_1(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "statement": message_1(document["statement"]),
        "answer": formula_1(document["answer"]),
        "policy": document["policy"],
        "hints": tuple(message_1(hint) for hint in document["hints"]),
        "solution": document["solution"],
        "story": _story_1(document.get("story")),
        "puzzle": puzzle_1(document.get("puzzle")),
    }


def _story_1(document: Mapping[str, Any] | None) -> Story | None:
    if document is None:
        return None
    return Story(
        message_1(document["core"]),
        Language(document["language"]),
        document["writer"],
        Standing(document["standing"]),
    )


def _encode_settings(settings: GuildSettings) -> Document:
    return {
        **encode_rules(settings),
        "level": settings.level,
        "look": settings.look,
        "adapter": settings.adapter,
    }


def _encode_moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment_1(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


def _rules_1(document: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "language": None if document["language"] is None else Language(document["language"]),
        "time_zone": document["time_zone"],
        "hint_first": document["hint_first"],
        "exam": document["exam"],
        "exam_until": _moment_1(document["exam_until"]),
        "quota": document["quota"],
        "topics": tuple(document["topics"]),
        "allowed_channels": tuple(document["allowed_channels"]),
        "allowed_roles": tuple(document["allowed_roles"]),
        "channels": tuple(_channel_1(rule) for rule in document["channels"]),
    }


def _ladder_1(document: Mapping[str, Any]) -> tuple[DraftLadder, datetime | None]:
    hints = tuple(message_1(hint) for hint in document["hints"])
    return DraftLadder(document["key"], hints, tuple(document["channel_ids"])), _moment_1(document["opened_at"])


def _channel_1(document: Mapping[str, Any]) -> ChannelRule:
    level = document["level"]
    return ChannelRule(
        document["channel_id"],
        None if level is None else Level(level),
        document["exam"],
        _moment_1(document["exam_until"]),
    )


def _change_1(document: Mapping[str, Any]) -> tuple[GuildSettings, GuildSettings]:
    return _settings_1(document["before"]), _settings_1(document["after"])


def _settings_1(document: Mapping[str, Any]) -> GuildSettings:
    """Settings of which only the fields that changed were kept."""
    whole = {**_encode_settings(GuildSettings()), **document}
    return GuildSettings(
        level=None if whole["level"] is None else Level(whole["level"]),
        look=None if whole["look"] is None else Look(whole["look"]),
        adapter=whole["adapter"],
        **_rules_1(whole),
    )


_LADDER_READERS = {1: _ladder_1}
_RULES_READERS = {1: _rules_1}
_CHANGE_READERS = {1: _change_1}
_PROBLEM_READERS = {1: _problem_1}
_SOLUTION_READERS = {1: _solution_1}
_REPORT_READERS = {1: _report_1}
_HANDLING_READERS = {1: _handling_1}
_SKETCH_READERS = {1: _sketch_1}
