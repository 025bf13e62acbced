"""Answers about code as JSON documents and back, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from maths.verdict import Level
from storage.encoding import decode
from storage.sentences import encode_message, optional_message_1
from tutor.code import Aspect, CodeReply, CodeRequest, Comparison, Fate, Figures, Origin, Target, Test, Trial
from tutor.types import Language, Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

Document: TypeAlias = dict[str, Any]

VERSION = 1


def encode_program(reply: CodeReply) -> Document:
    request, model = reply.request, reply.model
    return {
        "version": VERSION,
        "request": {
            "text": _kept(request.text),
            "programming": request.programming,
            "level": request.level.value,
            "language": request.language.value,
            "target": None if request.target is None else request.target.value,
        },
        "sections": [[aspect.value, _kept(text)] for aspect, text in reply.sections],
        "code": _kept(reply.code),
        "trials": [_encode_trial(trial) for trial in reply.trials],
        "seconds": reply.seconds,
        "not_run": encode_message(reply.not_run),
        "comparison": None if reply.comparison is None else _encode_comparison(reply.comparison),
        "inputs": [_kept(each) for each in reply.inputs],
        "tries": reply.tries,
        "model": None
        if model is None
        else {"name": model.name, "demonstration": model.demonstration, "adapter": model.adapter},
    }


def decode_program(document: Mapping[str, Any]) -> CodeReply:
    """Raises StorageUnavailableError when the document has a shape this program does not know."""
    return decode({VERSION: _program_1}, document)


def _program_1(document: Mapping[str, Any]) -> CodeReply:
    request, model, compared = document["request"], document["model"], document["comparison"]
    return CodeReply(
        CodeRequest(
            request["text"],
            request["programming"],
            Level(request["level"]),
            Language(request["language"]),
            None if request["target"] is None else Target(request["target"]),
        ),
        tuple((Aspect(aspect), text) for aspect, text in document["sections"]),
        document["code"],
        tuple(_trial_1(trial) for trial in document["trials"]),
        document["seconds"],
        optional_message_1(document["not_run"]),
        None if compared is None else _comparison_1(compared),
        tuple(document["inputs"]),
        document["tries"],
        None if model is None else Writer(model["name"], model["demonstration"], model["adapter"]),
    )


def _encode_trial(trial: Trial) -> Document:
    test = trial.test
    return {
        "call": _kept(test.call),
        "expects": _kept(test.expects),
        "origin": test.origin.value,
        "fate": trial.fate.value,
        "got": _kept(trial.got),
        "line": trial.line,
    }


def _trial_1(document: Mapping[str, Any]) -> Trial:
    test = Test(document["call"], document["expects"], Origin(document["origin"]))
    return Trial(test, Fate(document["fate"]), document["got"], document["line"])


def _encode_comparison(found: Comparison) -> Document:
    return {
        "before": _encode_figures(found.before),
        "after": _encode_figures(found.after),
        "inputs": found.inputs,
        "factor": found.factor,
        "better": found.better,
        "difference": None if found.difference is None else _encode_trial(found.difference),
    }


def _comparison_1(document: Mapping[str, Any]) -> Comparison:
    difference = document["difference"]
    return Comparison(
        Figures(**document["before"]),
        Figures(**document["after"]),
        document["inputs"],
        document["factor"],
        document["better"],
        None if difference is None else _trial_1(difference),
    )


def _encode_figures(figures: Figures) -> Document:
    return {
        "seconds": figures.seconds,
        "peak": figures.peak,
        "complexity": figures.complexity,
        "lints": figures.lints,
        "lines": figures.lines,
    }


def _kept(text: str) -> str:
    """Text as databases take it: no NUL, no half of a surrogate pair."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
