"""Several prompts read and continued together, one token of each at a time.

Prompts of different lengths stand in one tensor, padded on the left and masked there. Rows leave as soon as they
are done or cancelled, and two batches become one by padding the shorter on the left once more: positions are given
explicitly, so that a row's columns may be moved.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.transformer.grammar import Grammar
    from model.transformer.loading import Loaded
    from model.transformer.prompts import Request, Spelling, Written

GLANCE: Final = 0.25  # seconds of reading a long prompt between two looks at who has cancelled
LEAST_COLUMNS: Final = 16
MOST_COLUMNS: Final = 2048


@dataclass(slots=True)
class Row:
    """One text being written."""

    request: Request
    prompt: Written
    grammar: Grammar | None
    spelling: Spelling
    tokens: int = 0

    def take(self, token: int, ends: frozenset[int]) -> tuple[str, str | None]:
        """The text this token settles, and why the row has ended if it has. Raises WrongError."""
        self.tokens += 1
        if token in ends:
            return self.spelling.rest(), "stop"
        text = self.spelling.add(token)
        if self.grammar is not None:
            self.grammar.take(token)
            if self.grammar.complete:
                return text + self.spelling.rest(), "stop"
        if self.tokens == self.prompt.limit:
            return text + self.spelling.rest(), "length"
        return text, None


class Batch:
    """Rows with one cache. `step` is called until `rows` is empty."""

    def __init__(self, loaded: Loaded, rows: Sequence[Row]) -> None:
        import torch
        from transformers import DynamicCache

        self.rows = list(rows)
        self._loaded = loaded
        device = loaded.model.device
        width = max(len(row.prompt.ids) for row in rows)
        pads = [width - len(row.prompt.ids) for row in rows]
        padded = [[row.prompt.ids[0]] * pad + row.prompt.ids for row, pad in zip(rows, pads, strict=True)]
        self._unread = torch.tensor(padded, device=device)
        self._mask = torch.tensor([[0] * pad + [1] * (width - pad) for pad in pads], device=device)
        self._cache = DynamicCache(config=loaded.model.config)
        self._whole = not self._divisible

    @property
    def reading(self) -> bool:
        """Whether the prompts are not read to their end."""
        return bool(self._unread.shape[1] > 1)

    @property
    def _divisible(self) -> bool:
        """Whether prompts may be read in parts: only attention is sure to go on from where it was."""
        from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer

        return all(type(layer) in {DynamicLayer, DynamicSlidingWindowLayer} for layer in self._cache.layers)

    @property
    def _plain(self) -> bool:
        """Whether the cache is one column a token in every layer, so that columns may be cut and moved."""
        from transformers.cache_utils import DynamicLayer

        return all(type(layer) is DynamicLayer for layer in self._cache.layers)

    def step(self) -> list[int] | None:
        """Read some columns more; when there are no more, the next token of each row. Raises what torch raises."""
        begun = time.perf_counter()
        columns = self._unread.shape[1] if self._whole else min(self._glance(), self._unread.shape[1])
        now, self._unread = self._unread[:, :columns], self._unread[:, columns:]
        logits = self._forward(now)
        if columns > 1:
            speed = columns / (time.perf_counter() - begun)
            self._loaded.speed = min(speed, 4 * self._loaded.speed)
        if self._unread.shape[1]:
            return None
        return _chosen(logits, self.rows)

    def _glance(self) -> int:
        return max(LEAST_COLUMNS, min(MOST_COLUMNS, int(self._loaded.speed * GLANCE)))

    def go_on(self, tokens: Sequence[int]) -> None:
        """Each row continues with its token."""
        import torch

        self._unread = torch.tensor(tokens, device=self._mask.device).unsqueeze(1)
        self._mask = torch.cat([self._mask, torch.ones_like(self._mask[:, :1])], dim=1)

    def keep(self, indices: Sequence[int]) -> None:
        """Drop all other rows, and the columns that no row needs any more."""
        import torch

        if len(indices) == len(self.rows):
            return
        self.rows = [self.rows[index] for index in indices]
        if not self.rows:
            return
        chosen = torch.tensor(indices, device=self._mask.device)
        self._mask, self._unread = self._mask[chosen], self._unread[chosen]
        self._cache.reorder_cache(chosen)
        if self._plain and (empty := int(self._mask.argmax(dim=1).min())) and not self.reading:
            self._mask = self._mask[:, empty:]
            for layer in self._cache.layers:
                layer.keys, layer.values = layer.keys[:, :, empty:], layer.values[:, :, empty:]

    def can_join(self, other: Batch) -> bool:
        """Whether both have read their prompts, columns may be moved, and the adapters may stand together."""
        alike = self._loaded.mixes or self._adapters()[0] == other._adapters()[0]
        return alike and not (self.reading or other.reading) and self._plain and other._plain

    def join(self, other: Batch) -> None:
        """Take the other's rows in."""
        import torch

        width = max(self._mask.shape[1], other._mask.shape[1])
        self._widen(width)
        other._widen(width)
        for mine, theirs in zip(self._cache.layers, other._cache.layers, strict=True):
            mine.keys = torch.cat([mine.keys, theirs.keys])
            mine.values = torch.cat([mine.values, theirs.values])
        self._mask = torch.cat([self._mask, other._mask])
        self._unread = torch.cat([self._unread, other._unread])
        self.rows += other.rows

    def _widen(self, width: int) -> None:
        import torch

        missing = width - self._mask.shape[1]
        if missing:
            pad = torch.nn.functional.pad
            self._mask = pad(self._mask, (missing, 0))
            for layer in self._cache.layers:
                layer.keys, layer.values = (
                    pad(layer.keys, (0, 0, missing, 0)),
                    pad(layer.values, (0, 0, missing, 0)),
                )

    def _adapters(self) -> list[str]:
        return [row.request.adapter for row in self.rows]

    def _forward(self, ids: Any) -> Any:  # noqa: ANN401 - torch has no types here
        """The logits that follow the last of these columns: [rows, vocabulary], in fp32."""
        seen = self._mask.shape[1] - self._unread.shape[1]
        mask = self._mask[:, :seen]
        asked = {"input_ids": ids, "attention_mask": mask, "past_key_values": self._cache, "use_cache": True}
        if "position_ids" in self._loaded.takes:
            asked["position_ids"] = (mask.cumsum(dim=1) - 1).clamp(min=0)[:, -ids.shape[1] :]
        if "logits_to_keep" in self._loaded.takes:
            asked["logits_to_keep"] = 1
        return self._loaded.forward(self._adapters(), **asked).logits[:, -1].float()


def _chosen(logits: Any, rows: Sequence[Row]) -> list[int]:  # noqa: ANN401
    """The next token of each row by its own temperature, nucleus and grammar."""
    for row, one in zip(rows, logits, strict=True):
        if row.grammar is not None:
            row.grammar.restrict(one)
    likeliest: list[int] = logits.argmax(dim=-1).tolist()
    return [
        _drawn(one, row.request) if row.request.temperature > 0 else best
        for row, one, best in zip(rows, logits, likeliest, strict=True)
    ]


def _drawn(logits: Any, request: Request) -> int:  # noqa: ANN401
    """A token at random from the nucleus: the likeliest ones that together reach `top_p`."""
    import torch

    chances, tokens = torch.softmax(logits / request.temperature, dim=-1).sort(descending=True)
    outside = chances.cumsum(dim=-1) - chances >= request.top_p
    chances = chances.masked_fill(outside, 0.0)
    chances[0] = chances[0].clamp(min=1e-9)
    return int(tokens[torch.multinomial(chances, 1)])
