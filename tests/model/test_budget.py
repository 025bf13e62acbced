"""The estimate is never below what a real vocabulary takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

from model.budget import LEAST_ROOM, TEMPLATE, estimate, room
from model.embedded import open_embedded
from tutor.errors import PromptTooLongError
from tutor.ports import Prompt

if TYPE_CHECKING:
    from model.settings import EmbeddedSettings

TEXTS = [
    "Solve the quadratic equation and explain every step to a pupil in primary school.",
    "3x^2 + 4x + 5 = 1, so x = (-4 \\pm \\sqrt{16 - 48}) / 6 = -2/3 \\pm 2\\sqrt{2}i/3",
    "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\int_0^{\\pi} \\sin^2(x)\\,dx",
    "3x^2 + 4x + 5 = 1을 풀고, 행렬 [[1, 2], [3, 4]]의 고유값을 단계별로 구해 주세요.",
    "123456789012345678901234567890 * 98765432109876543210",
    "∫(x² + 3x + 2)dx ≤ √π · 2⁻³ ∀ε>0 ∃δ",
    "😀😀😀 𝑥𝑦𝑧",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "\n\n\n- one\n- two\n\n\n",
]


async def test_no_text_takes_more_tokens_than_estimated(embedded_settings: EmbeddedSettings) -> None:
    async with open_embedded(embedded_settings) as model, aiohttp.ClientSession() as session:
        await model.check()
        assert model.engine is not None
        headers = {"Authorization": f"Bearer {model.engine.key}"}
        for text in TEXTS:
            async with session.post(f"{model.engine.url}/tokenize", json={"content": text}, headers=headers) as answer:
                tokens = len((await answer.json())["tokens"])
            assert tokens <= estimate(text), text


def test_english_is_not_refused_long_before_it_is_full() -> None:
    """A sentence of about 20 tokens is not taken for more than twice as many."""
    assert estimate(TEXTS[0]) <= 45


def test_room_is_what_is_left_and_at_most_what_was_asked() -> None:
    prompt = Prompt("", "7" * 1000, max_tokens=500)

    assert room(prompt, 8192) == 500
    assert room(prompt, 1000 + TEMPLATE + 300) == 300
    assert room(prompt, 1000 + TEMPLATE + LEAST_ROOM) == LEAST_ROOM
    with pytest.raises(PromptTooLongError, match=str(1000 + TEMPLATE + LEAST_ROOM - 1)):
        room(prompt, 1000 + TEMPLATE + LEAST_ROOM - 1)
