"""Worked solutions of every family: whole in both languages, no false line, each level a text of its own.

`make test` looks at a part of the statements that the other tests decide, `make prove` at a third of them.
"""

from __future__ import annotations

import ast
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maths.audit import audit
from maths.bounds import RefusedError
from maths.grading.zero import same_value
from maths.message import Formula, Message
from maths.read import read
from maths.steps import work
from maths.tree import Apply, Matrix, PlusMinus, Relation, names, walk
from maths.verdict import Level, LineStanding, SectionKind, Worked
from tutor.types import Language
from tutor.words import render, say

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
EVERY = 41  # in `make test` one statement of so many
OFTEN = 3  # in `make prove`, about nine hundred
WHOLE = 500  # decided problems at least, in `make prove`
BROKEN = re.compile(
    r"\bNone\b(?! of)|<[a-z_.]+ object|\b(?:fmpq|fmpz|Fraction|Rational|Node)\(|\{[a-z_]+(?::\w+)?\}|  "
)
QUOTED = re.compile("“[^”]*”")  # words of the problem stay as they were typed
ENGLISH_SENTENCE = re.compile(r"[A-Za-z]{2,} (?:[A-Za-z]{2,} ){2,}[A-Za-z]{2,}")
HANGUL = re.compile(r"[가-힣]")
NOT_NUMBERS = frozenset({"e", "i"})  # in statements they are letters more often than constants
DENIED = re.compile(r"not|never|no |cannot|false|contradict|impossible|differ", re.IGNORECASE)


def statements() -> list[str]:
    """What the sets beside this file ask, and the first entries of the tables of the tests here."""
    found: dict[str, None] = {}
    for path in [*sorted(FOLDER.glob("measured/*.jsonl")), FOLDER / "counting.jsonl"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.update(dict.fromkeys(row.get("wordings", [row.get("problem")])))
    for path in sorted(FOLDER.glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.List):
                found.update(dict.fromkeys(_first_entries(node.value)))
    return [statement for statement in found if statement]


def _first_entries(table: ast.List) -> Iterator[str]:
    for row in table.elts:
        first = row.elts[0] if isinstance(row, ast.Tuple) and row.elts else row
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def faults(problem: str) -> list[str] | None:
    """What is wrong with the worked solutions of a problem; None where it is not decided."""
    taught = {level: work(problem, level) for level in Level}
    if taught[Level.BEGINNER].decision.answer is None:
        return None
    found = []
    for level, worked in taught.items():
        found += [f"{level} | {problem} | {fault}" for fault in _faults(worked, problem)]
    texts = {level: _spoken(worked, Language.ENGLISH) for level, worked in taught.items()}
    if texts[Level.BEGINNER] == texts[Level.ADVANCED]:
        found.append(f"{problem} | beginners and advanced readers get one text")
    return found


def _faults(worked: Worked, problem: str) -> Iterator[str]:
    if [passage.kind for passage in worked.passages] != list(SectionKind):
        yield f"sections {[passage.kind.value for passage in worked.passages]}"
    answer = worked.decision.answer
    messages = [line for passage in worked.passages for line in passage.lines]
    impossible = answer is not None and answer.typed == "{}"  # then a false equation is what the steps end in
    for message in messages:
        yield from _faults_of_line(message, falsehood=impossible)
    for language in Language:
        written = "\n".join(render(message, language) for message in messages)
        judged = audit(written, problem).lines
        yield from (f"refuted: {line.text}" for line in judged if line.standing is LineStanding.REFUTED)
    if answer is not None and worked.passages and not _concludes(worked, answer):
        yield f"the conclusion does not say {answer.typed}"


def _concludes(worked: Worked, answer: Formula) -> bool:
    """Whether every number and letter of the answer stands in the last section."""
    last = " ".join(str(line) for line in worked.passages[-1].lines)
    parts = re.findall(r"[A-Za-z]+|\d+", answer.typed)
    return answer.typed in last or not {part for part in parts if part.isdigit()} - set(re.findall(r"\d+", last))


def _faults_of_line(message: Message, *, falsehood: bool) -> Iterator[str]:
    english, korean = (say(message, language) for language in (Language.ENGLISH, Language.KOREAN))
    amounts = [formula.typed for formula in _formulas(message) if formula.typed.startswith("$")]
    for text in (english, korean):
        if BROKEN.search(text) or "\\" in text or "$" in _without(text, amounts):
            yield f"broken: {text}"
    if not HANGUL.search(korean) or ENGLISH_SENTENCE.search(QUOTED.sub("", korean)):
        yield f"not Korean: {korean}"
    for formula in _formulas(message):
        if _unbalanced(formula.latex):
            yield f"LaTeX: {formula.latex}"
        elif not falsehood and not _holds(formula, english):
            yield f"false: {formula.typed} in: {english}"


def _without(text: str, amounts: list[str]) -> str:
    """The text but for amounts of money: any other dollar sign is a formula that was not rendered."""
    for amount in amounts:
        text = text.replace(amount, "")
    return text


def _formulas(message: Message) -> Iterator[Formula]:
    for _, argument in message.arguments:
        if isinstance(argument, Formula):
            yield argument
        elif isinstance(argument, Message):
            yield from _formulas(argument)


def _unbalanced(latex: str) -> bool:
    bare = re.sub(r"\\[{}]", "", latex)
    pairs = (("{", "}"), ("\\left", "\\right"), ("\\begin{", "\\end{"))
    return any(
        len(re.findall(re.escape(a) + r"(?![a-z])" if a == "\\left" else re.escape(a), bare))
        != len(re.findall(re.escape(b) + r"(?![a-z])" if b == "\\right" else re.escape(b), bare))
        for a, b in pairs
    )


def _holds(formula: Formula, sentence: str) -> bool:
    """Whether no equation between numbers in it is false, unless the sentence says so."""
    try:
        node = read(formula.typed)
        doubtful = any(isinstance(part, (PlusMinus, Matrix, Apply)) for part in walk(node))
        if not isinstance(node, Relation) or names(node, NOT_NUMBERS) or doubtful:
            return True
        sides = zip(pairwise(node.operands), node.operators, strict=True)
        return DENIED.search(sentence) is not None or all(
            same_value(left, right) is not False for (left, right), operator in sides if operator == "="
        )
    except RefusedError:
        return True


def _spoken(worked: Worked, language: Language) -> str:
    return "\n".join(say(line, language) for passage in worked.passages for line in passage.lines)


def test_worked_solutions_are_whole_and_true() -> None:
    """Some statements of every kind."""
    found = [faults(problem) for problem in statements()[::EVERY]]
    assert [fault for some in found for fault in some or ()] == []


@pytest.mark.slow
def test_many_worked_solutions_are_whole_and_true() -> None:
    """Every third statement that the tests here decide."""
    found = [faults(problem) for problem in statements()[::OFTEN]]
    assert [fault for some in found for fault in some or ()] == []
    assert sum(some is not None for some in found) >= WHOLE
