"""What a harness says, taken as the words of somebody who may lie: read within bounds, or refused."""

from __future__ import annotations

import json
from typing import Any

from tutor.running import DEPTH, Ending, Ran, Value

BYTES = 400_000  # of one line; the harness sends shorter ones
_PRINTED = 20_000
_SAID = 400
_LONGEST = 3_600.0  # seconds that a call may say it took
_GATHERED = {"tuple": "tuple", "set": "set", "frozenset": "set", "deque": "list"}


class LieError(Exception):
    """This is nothing the harness would say."""


def ran(line: bytes, nonce: str) -> Ran:
    """A line as what came of a call. Raises LieError."""
    try:
        reply = json.loads(line)
        if reply.pop("nonce") != nonce:
            raise LieError
        return _ran(reply)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise LieError from None


def _ran(reply: dict[str, Any]) -> Ran:
    printed, length = str(reply["printed"])[:_PRINTED], int(reply["length"])
    peak = int(reply["peak"]) if "peak" in reply else None
    if "raised" in reply:
        name, said, line = reply["raised"]
        error = (f"{name}: {said}" if said else str(name))[:_SAID]
        return Ran(Ending.RAISED, error=error, line=None if line is None else int(line), printed=printed, length=length)
    if "value" not in reply:
        return Ran(Ending.RETURNED, printed=printed, length=length, peak=peak)
    told = reply["value"]
    if isinstance(told, dict) and told.get("large"):
        return Ran(Ending.TOO_LARGE, printed=printed, length=length)
    after = tuple(_value(one, 0) for one in reply.get("after", ()))
    seconds = float(reply["seconds"])
    if not 0 <= seconds <= _LONGEST:
        raise LieError
    return Ran(Ending.RETURNED, _value(told, 0), after, seconds=seconds, peak=peak, printed=printed, length=length)


def _value(told: Any, depth: int) -> Value:  # noqa: ANN401, C901, PLR0911, PLR0912 - JSON, and a case a type
    if depth > DEPTH:
        raise LieError
    match told:
        case None:
            return Value("none")
        case bool():
            return Value("bool", str(told))
        case str():
            return Value("str", told)
        case list():
            return Value("list", items=tuple(_value(one, depth + 1) for one in told))
        case {"i": str(text)}:
            return Value("int", hex(int(text, 16)))
        case {"f": str(text)}:
            return Value("float", float.fromhex(text).hex())
        case {"c": [str(real), str(imaginary)]}:
            return Value("complex", repr(complex(float.fromhex(real), float.fromhex(imaginary))))
        case {"b": [str(), str(text)]}:
            return Value("bytes", bytes.fromhex(text).hex())
        case {"n": [str(name), str(text)]}:
            return Value("number", text if name == "range" else f"{name}({text})")
        case {"m": [str(name), list(items)]}:
            return Value(_GATHERED[name], items=tuple(_value(one, depth + 1) for one in items))
        case {"d": list(pairs)}:
            return Value("dict", items=tuple(_pair(pair, depth + 1) for pair in pairs))
        case {"o": [str(name), str(text)]}:
            return Value("other", text or f"<{name}>", (Value("str", name),))
        case _:
            raise LieError


def _pair(told: list[Any], depth: int) -> Value:
    key, value = told
    return Value("pair", items=(_value(key, depth), _value(value, depth)))
