"""The one thing we read of a program file: which loader it asks the kernel for."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_INTERPRETER = 3  # PT_INTERP
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
_PART = struct.Struct("<IIQQQQQQ")


def loader(program: Path) -> str | None:
    """The path of the dynamic loader; None where the program needs none, or is no 64-bit little-endian one."""
    with program.open("rb") as file:
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size or header[:6] != b"\x7fELF\x02\x01":
            return None
        fields = _HEADER.unpack(header)
        first, size, count = fields[5], fields[9], fields[10]
        for at in range(count):
            file.seek(first + at * size)
            kind, _, offset, _, _, length, _, _ = _PART.unpack(file.read(_PART.size))
            if kind == _INTERPRETER:
                file.seek(offset)
                return file.read(length).rstrip(b"\0").decode()
    return None
