"""Writes a LoRA adapter as a GGUF file (github.com/ggml-org/ggml/blob/master/docs/gguf.md), for tests.

It changes the query of one layer by `scale` times a matrix of rank 1: enough to see that it is applied.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

ALIGNMENT: Final = 32
_FLOAT, _STRING = 6, 8  # kinds of metadata values
WIDTH: Final = 576  # of SmolLM2-135M


def write_adapter(path: Path, *, width: int = WIDTH, architecture: str = "llama", scale: float = 0.0) -> Path:
    """An adapter for a model whose layers are `width` wide."""
    tensors = {
        "blk.0.attn_q.weight.lora_a": ((width, 1), [1.0] * width),
        "blk.0.attn_q.weight.lora_b": ((1, width), [scale] * width),
    }
    metadata: dict[str, str | float] = {
        "general.architecture": architecture,
        "general.type": "adapter",
        "adapter.type": "lora",
        "adapter.lora.alpha": 1.0,
    }
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata))
    for key, value in metadata.items():
        head += _text(key)
        head += (
            struct.pack("<I", _STRING) + _text(value) if isinstance(value, str) else struct.pack("<If", _FLOAT, value)
        )
    body = b""
    for name, (shape, numbers) in tensors.items():
        head += _text(name) + struct.pack("<IQQIQ", len(shape), *shape, 0, len(body))
        body += _padded(struct.pack(f"<{len(numbers)}f", *numbers))
    path.write_bytes(_padded(head) + body)
    return path


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % ALIGNMENT)
