"""What the playground itself says exists in Korean too."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import playground
from playground.interactions import NO_ANSWER, NO_CHOICES
from playground.words import KOREAN, say


def sentences() -> set[str]:
    """Every sentence that the rooms that speak to a person refuse with."""
    root = Path(playground.__file__).parent
    found = {NO_ANSWER, NO_CHOICES}
    for room in ("live.py", "client_rules.py"):
        for node in ast.walk(ast.parse((root / room).read_text())):
            match node:
                case ast.Call(func=ast.Name(id="UnfitError"), args=[ast.Constant(value=str(sentence))]):
                    found.add(sentence)
                case ast.IfExp(body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))):
                    found |= {one, other} if one.endswith(".") else set()
    return found


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_each_sentence_has_its_korean() -> None:
    assert sentences() >= {NO_ANSWER, "Fill in {option}.", "This control is disabled."}
    assert sentences() - set(KOREAN) == set()


def test_the_korean_has_the_same_blanks() -> None:
    assert [text for text, korean in KOREAN.items() if fields(text) != fields(korean)] == []


def test_a_sentence_is_said_in_the_viewers_language() -> None:
    assert say("Fill in {option}.", "ko", option="문제") == "문제 항목을 입력해 주십시오."
    assert say("Fill in {option}.", "en-US", option="problem") == "Fill in problem."
