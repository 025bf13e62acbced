from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from samples import solution, solutions

from maths.message import Formula, Message
from maths.verdict import Level, SectionKind, Standing, Verdict
from storage.encoding import VERSION, decode_report, decode_solution, encode_report, encode_solution
from tutor.errors import StorageUnavailableError
from tutor.types import Language, Question, Section, Solution, Voucher, Writer

RELEASED = Path(__file__).parent / "released"


@given(solutions)
def test_every_solution_comes_back_exactly(made: Solution) -> None:
    document = encode_solution(made)
    assert decode_solution(json.loads(json.dumps(document))) == made
    assert document["version"] == VERSION


def test_arguments_keep_their_types_and_order() -> None:
    """`1` and `"1"` and a formula `1` differ, and so do True and 1."""
    inner = Message("{b}", b="1", a=1)
    note = Message("{z}{y}{x}", plural="{z}s", z=Formula("1", "1"), y=inner, x=10**5000, count=True)
    made = Solution(
        Question("1", Level.BEGINNER, Language.KOREAN), (), None, Verdict(Standing.UNCHECKED), notes=(note,)
    )
    (found,) = decode_solution(json.loads(json.dumps(encode_solution(made)))).notes
    assert found == note
    assert [(name, type(value)) for name, value in found.arguments] == [
        ("z", Formula),
        ("y", Message),
        ("x", int),
        ("count", bool),
    ]


def test_documents_of_version_1_stay_readable() -> None:
    """The file is what version 1 wrote; it is never to be written anew."""
    document = json.loads((RELEASED / "solution_1.json").read_text(encoding="utf-8"))
    roots = Formula("x = 2, x = 3", "x = 2,\\ x = 3")
    assert decode_solution(document) == Solution(
        question=Question("x^2 - 5x + 6 = 0을 풀어 주세요.", Level.ADVANCED, Language.KOREAN),
        sections=(
            Section(SectionKind.STEPS, "인수분해하면 $(x-2)(x-3) = 0$입니다.", Voucher.MATHEMATICS),
            Section(SectionKind.CONCLUSION, "따라서 $x = 2$ 또는 $x = 3$입니다.", Voucher.MODEL_AUDITED),
        ),
        answer=roots,
        verdict=Verdict(
            Standing.VERIFIED,
            Message(
                "{count} root substituted back exactly",
                plural="{count} roots substituted back exactly: {roots} ({how})",
                count=2,
                roots=roots,
                how=Message("by {name}", name="python-flint"),
            ),
            None,
        ),
        tries=2,
        model=Writer("qwen3:8b", demonstration=False),
        seconds=1.5,
        notes=(Message("A number: {n}", n=2**64),),
    )
    assert decode_report({"version": 1, "text": "3번째 줄이 틀렸어요"}) == "3번째 줄이 틀렸어요"


@pytest.mark.parametrize("broken", [{}, {"version": 99}, {"version": 1}, {"version": 1, "question": None}])
def test_a_document_of_unknown_shape_is_an_error_with_a_sentence(broken: dict[str, object]) -> None:
    with pytest.raises(StorageUnavailableError, match="cannot read") as caught:
        decode_solution(broken)
    assert caught.value.__cause__ is not None
    with pytest.raises(StorageUnavailableError):
        decode_report(broken)


def test_a_report_comes_back_exactly() -> None:
    for text in ("", "줄 2", "\ud800\u0000"):
        assert decode_report(json.loads(json.dumps(encode_report(text)))) == text


def test_documents_hold_only_plain_json_values() -> None:
    """A database driver must not meet an enumeration or a tuple."""

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(inner) for key, inner in value.items())
        if isinstance(value, list):
            return all(plain(inner) for inner in value)
        return value is None or type(value) in (str, int, float, bool)

    assert plain(encode_solution(solution()))
