"""Sentences and formulas as JSON documents and back, exactly: parts of the documents of `storage.encoding`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.message import Argument

Document: TypeAlias = dict[str, Any]

_PLAIN_INTEGERS = 1 << 63  # beyond these, readers of JSON round, and Python refuses decimals of 4,300 digits


def encode_formula(formula: Formula) -> Document:
    return {"typed": formula.typed, "latex": formula.latex}


def encode_message(message: Message | None) -> Document | None:
    if message is None:
        return None
    return {
        "key": message.key,
        "plural": message.plural,
        "arguments": [[name, encode_argument(argument)] for name, argument in message.arguments],
    }


def encode_argument(argument: Argument) -> str | int | Document | None:
    match argument:
        case Message():
            return encode_message(argument)
        case Formula():
            return encode_formula(argument)
        case int() if not -_PLAIN_INTEGERS < argument < _PLAIN_INTEGERS:
            return {"integer": hex(argument)}
        case _:
            return argument


def formula_1(document: Mapping[str, Any]) -> Formula:
    return Formula(document["typed"], document["latex"])


def optional_message_1(document: Mapping[str, Any] | None) -> Message | None:
    return None if document is None else message_1(document)


def message_1(document: Mapping[str, Any]) -> Message:
    arguments = {name: argument_1(argument) for name, argument in document["arguments"]}
    key, plural = document["key"], document["plural"]
    return Message(key, plural, **arguments)


def argument_1(argument: str | int | Document) -> Argument:
    if not isinstance(argument, dict):
        return argument
    if "key" in argument:
        return message_1(argument)
    if "typed" in argument:
        return formula_1(argument)
    return int(argument["integer"], 16)
