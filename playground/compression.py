"""Transport compression of the gateway: one context a connection, flushed after each message."""

from __future__ import annotations

import importlib
import zlib
from typing import Protocol


class Compressor(Protocol):
    def __call__(self, text: bytes, /) -> bytes: ...


class ZlibStream:
    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def __call__(self, text: bytes, /) -> bytes:
        return self._stream.compress(text) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class ZstdStream:
    """zstd from `zstandard`, or from the standard library of Python 3.14."""

    def __init__(self) -> None:
        try:
            zstandard = importlib.import_module("zstandard")
        except ModuleNotFoundError:
            zstd = importlib.import_module("compression.zstd")
            self._stream = zstd.ZstdCompressor()
            self._last = {"mode": zstd.ZstdCompressor.FLUSH_BLOCK}
        else:
            self._stream = zstandard.ZstdCompressor().compressobj()
            self._flush_block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
            self._last = {}

    def __call__(self, text: bytes, /) -> bytes:
        packed: bytes = self._stream.compress(text, **self._last)
        if not self._last:
            packed += self._stream.flush(self._flush_block)
        return packed


def compressor(asked: str | None) -> Compressor | None:
    """The compressor for the `compress` query, None for plain text. Raises ModuleNotFoundError: zstd is not here."""
    if asked == "zlib-stream":
        return ZlibStream()
    if asked == "zstd-stream":
        return ZstdStream()
    return None
