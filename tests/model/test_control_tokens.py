"""What somebody types is never a control token of a model, whichever family the model is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.chat import inert
from tutor.ports import Prompt

CONTROL = (
    "<|im_start|>", "<|im_end|>", "<|im_sep|>", "<|endoftext|>", "<|user|>", "<|assistant|>", "<|system|>", "<|end|>",
    "<|eot_id|>", "<|start_header_id|>", "<|begin_of_text|>", "<|START_OF_TURN_TOKEN|>", "<|channel|>", "<turn|>",
    "<start_of_turn>", "<end_of_turn>", "<bos>", "<eos>", "<s>", "</s>", "<unk>", "<pad>", "<0x0A>", "<unused17>",
    "[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[/SYSTEM_PROMPT]", "[TOOL_CALLS]", "[THINK]", "[gMASK]", "[|endofturn|]",
    "<<SYS>>", "<</SYS>>", "<think>", "</think>", "<tool_call>", "<repo_name>", "<__media__>", "<image_soft_token>",
    "<｜User｜>", "<｜Assistant｜>", "<｜begin▁of▁sentence｜>", "<｜end▁of▁sentence｜>",
)  # fmt: skip
pieces = st.sampled_from((*CONTROL, "<", "|", ">", "[", "]", "/", "INST", "s", "im_start", " ", "2", "\n"))


@pytest.mark.parametrize("token", CONTROL)
def test_a_control_token_is_broken_by_a_blank_and_by_nothing_else(token: str) -> None:
    said = inert(Prompt(f"a{token}b", f"{token}{token}"))
    assert token not in said.system
    assert token not in said.user
    assert (said.system.replace(" ", ""), said.user.replace(" ", "")) == (f"a{token}b", token * 2)


@given(st.lists(pieces, max_size=12).map("".join))
def test_no_control_token_is_left_or_made_however_they_are_pieced_together(typed: str) -> None:
    said = inert(Prompt("", typed)).user
    assert not [token for token in CONTROL if token in said]
    assert said.replace(" ", "") == typed.replace(" ", "")


@pytest.mark.parametrize(
    "text",
    [
        "Solve 2 < x and x > 1, then x^2 <= 9.",
        "A = [[1, 2], [3, 4]], [0, 1), \\[x^2\\], \\sqrt[3]{8}, [a, b]",
        "<problem>\n2 + 3 = ?\n</problem>\n\n<notes>\n5\n</notes>",
        "|x| < 3 < |y|, {x | x > 0}",
        "행렬 [1 2; 3 4]와 x < 3인 수",
    ],
)
def test_mathematics_and_lemmas_own_fences_stay_as_they_are(text: str) -> None:
    assert inert(Prompt("", text)).user == text
