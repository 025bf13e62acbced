"""Keeps a text to its JSON Schema: before each token, those that would leave it are forbidden."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from model.transformer.failures import WrongError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.transformer.loading import Loaded

COMPACT: Final = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}


class Grammars:
    """Makes grammars over one vocabulary, which is read once, when the first is asked for."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._vocabulary: Any = None

    def of(self, schema: Mapping[str, Any]) -> Grammar:
        """Raises WrongError for a schema that cannot be kept to."""
        import llguidance
        import llguidance.hf

        if self._vocabulary is None:
            try:
                self._vocabulary = llguidance.hf.from_tokenizer(
                    self._loaded.tokenizer, eos_token=sorted(self._loaded.ends)
                )
            except ValueError as error:
                raise WrongError("schema", error) from error
        rules = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(schema), overrides=COMPACT)
        matcher = llguidance.LLMatcher(self._vocabulary, rules, log_level=0)
        if matcher.is_error():
            raise WrongError("schema", matcher.get_error())
        return Grammar(matcher)


class Grammar:
    """Where one text stands in its grammar."""

    def __init__(self, matcher: Any) -> None:  # noqa: ANN401 - llguidance is not installed everywhere
        self._matcher = matcher

    def restrict(self, logits: Any) -> None:  # noqa: ANN401
        """Make every forbidden token of one row impossible."""
        import torch

        allowed = torch.frombuffer(bytearray(self._matcher.compute_logit_bias()), dtype=torch.uint8) > 0
        size = min(len(allowed), logits.shape[-1])
        logits[:size].masked_fill_(~allowed[:size].to(logits.device), -torch.inf)
        logits[size:] = -torch.inf

    def take(self, token: int) -> None:
        """Go on by a token. Raises WrongError when the grammar does not allow it."""
        if not self._matcher.consume_token(token):
            raise WrongError("schema", self._matcher.get_error())

    @property
    def complete(self) -> bool:
        """Whether nothing may follow."""
        return bool(self._matcher.is_stopped())
