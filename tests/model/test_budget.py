"""The estimate is never below what a real vocabulary takes."""

from __future__ import annotations

import asyncio
import json
from string import ascii_letters
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


letters = st.text("bcdfghjklmnpqrstvwxz", max_size=60) | st.text(ascii_letters, max_size=60)
joined = st.lists(st.sampled_from(("the", "re", "in", "er", "'ve", "'ll", "'re", "s", "'", "vex", "aB")), max_size=40)
links = st.from_regex(r"https://[a-z0-9./?=&%_-]{1,80}", fullmatch=True)
camels = st.lists(st.sampled_from(("get", "Matrix", "XQ", "vZ", "Id", "tmp", "0")), max_size=40).map("".join)
spaced = st.text(ascii_letters + "    '", max_size=120)


async def test_no_kind_of_text_takes_more_tokens_than_estimated(embedded_settings: EmbeddedSettings) -> None:
    async with open_embedded(embedded_settings) as model:
        await model.check()
        assert model.engine is not None
        running = model.engine

        @settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(letters | joined.map("".join) | joined.map(" ".join) | links | camels | spaced | st.text(max_size=60))
        def never_more(text: str) -> None:
            asked = Request(  # noqa: S310 - its address is loopback
                f"{running.url}/tokenize",
                json.dumps({"content": text, "parse_special": False}).encode(),
                {"Authorization": f"Bearer {running.key}", "Content-Type": "application/json"},
            )
            with urlopen(asked) as answer:  # noqa: S310
                assert len(json.load(answer)["tokens"]) <= estimate(text)

        await asyncio.to_thread(never_more)


def test_english_is_not_refused_long_before_it_is_full() -> None:
    """At most three quarters of a token for each letter; really it is about a quarter."""
    assert estimate(TEXTS[0]) <= len(TEXTS[0]) * 3 / 4


def test_room_is_what_is_left_and_at_most_what_was_asked() -> None:
    prompt = Prompt("", "7" * 1000, max_tokens=500)

    assert room(prompt, 8192) == 500
    assert room(prompt, 1000 + TEMPLATE + 300) == 300
    assert room(prompt, 1000 + TEMPLATE + LEAST_ROOM) == LEAST_ROOM
    with pytest.raises(PromptTooLongError, match=str(1000 + TEMPLATE + LEAST_ROOM - 1)):
        room(prompt, 1000 + TEMPLATE + LEAST_ROOM - 1)
