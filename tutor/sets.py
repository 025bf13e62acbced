"""A guild's own problems: read from a form or a file, checked one by one, kept all or none."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from maths.message import Formula, Message
from tutor.errors import QuestionRefusedError
from tutor.learning import DraftProblem, ProblemSet, UsedFor
from tutor.types import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maths.generating.own import Own
    from tutor.ports import ProblemMaker
    from tutor.stores import ProblemSets

MAX_ROWS = 500  # of one file, and of one set
MAX_BYTES = 1 << 20
MAX_SETS = 25  # of one guild: a select shows no more
NAME_CHARACTERS = 100
PROBLEM_CHARACTERS = 2_000
ANSWER_CHARACTERS = 300
SOLUTION_CHARACTERS = 3_000
HINT_CHARACTERS = 300
HINTS = 3
_POLICY = ("type", "form", "unit", "tolerance", "ordered")
STRUCTURE = "own"
_SEPARATED = re.compile(r"sep=([,;\t])", re.IGNORECASE)  # what a spreadsheet may write above the columns
_KOREAN_COLUMNS = {
    "문제": "problem", "답": "answer", "정답": "answer", "수준": "level", "난이도": "level", "힌트": "hints",
    "풀이": "solution", "해설": "solution", "단위": "unit",
}  # fmt: skip
_KOREAN_LEVELS = {"초급": "beginner", "중급": "intermediate", "고급": "advanced"}


class Row(BaseModel):
    """One problem as it is uploaded. Raises ValidationError for anything else."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True)

    problem: str = Field(min_length=1, max_length=PROBLEM_CHARACTERS)
    answer: str = Field(min_length=1, max_length=ANSWER_CHARACTERS)
    level: Level = Level.INTERMEDIATE
    hints: list[str] = Field(default_factory=list, max_length=HINTS)
    solution: str = Field("", max_length=SOLUTION_CHARACTERS)
    type: str = Field("", max_length=40)
    form: str = Field("", max_length=40)
    unit: str = Field("", max_length=40)
    tolerance: str = Field("", max_length=40)
    ordered: bool = False

    @field_validator("hints", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """In a CSV file, hints stand in one cell with bars between them."""
        if isinstance(value, str):
            return [hint.strip() for hint in value.split("|") if hint.strip()]
        return value

    @field_validator("level", mode="before")
    @classmethod
    def _usual(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        named = value.strip().casefold()
        return _KOREAN_LEVELS.get(named, named) or Level.INTERMEDIATE

    @field_validator("ordered", mode="before")
    @classmethod
    def _truth(cls, value: object) -> object:
        return False if value == "" else value

    @property
    def policy(self) -> dict[str, Any]:
        return {name: value for name in _POLICY if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken, by its line in the file, and why."""

    line: int
    reason: Message


@dataclass(frozen=True, slots=True)
class Import:
    """What a file holds: problems to be kept, or the rows that are wrong; nothing is kept while one is."""

    drafts: tuple[DraftProblem, ...]
    bad: tuple[BadRow, ...]


class Sets:
    """Own problems of guilds. The face has checked that the caller may manage the guild."""

    def __init__(self, sets: ProblemSets, maker: ProblemMaker) -> None:
        self._sets = sets
        self._maker = maker

    async def of(self, guild_id: int) -> tuple[ProblemSet, ...]:
        return await self._sets.of(guild_id)

    async def named(self, guild_id: int, name: str) -> ProblemSet:
        """A guild's set by its name, made where there is none. Raises QuestionRefusedError."""
        name = " ".join(name.split())[:NAME_CHARACTERS]
        if not name:
            raise QuestionRefusedError(Message("A set needs a name."))
        known = await self._sets.of(guild_id)
        for each in known:
            if each.name.casefold() == name.casefold():
                return each
        if len(known) >= MAX_SETS:
            raise QuestionRefusedError(Message("There are {count} sets already: delete one first.", count=MAX_SETS))
        return await self._sets.make(guild_id, name)

    async def use(self, chosen: ProblemSet, used_for: UsedFor) -> None:
        await self._sets.use(chosen.id, used_for)

    async def delete(self, chosen: ProblemSet) -> None:
        await self._sets.delete(chosen.id)

    async def problems(self, chosen: ProblemSet) -> tuple[DraftProblem, ...]:
        return await self._sets.problems(chosen.id)

    async def read(self, guild_id: int, name: str, data: bytes) -> Import:
        """A file of problems, JSONL or CSV by its name, every row checked. Raises QuestionRefusedError."""
        rows = list(rows_of(name, data))
        if not rows:
            raise QuestionRefusedError(Message("This file holds no problems."))
        drafts: list[DraftProblem] = []
        bad: list[BadRow] = []
        seen: dict[str, int] = {}
        for line, row in rows:
            if isinstance(row, Message):
                bad.append(BadRow(line, row))
                continue
            said = " ".join(row.problem.split())
            if said in seen:
                bad.append(BadRow(line, Message("The same problem stands in line {line}.", line=seen[said])))
                continue
            seen[said] = line
            match await self.draft(guild_id, row):
                case Message() as reason:
                    bad.append(BadRow(line, reason))
                case draft:
                    drafts.append(draft)
        return Import(tuple(drafts), tuple(bad))

    async def draft(self, guild_id: int, row: Row) -> DraftProblem | Message:
        """A row as a problem, or what is wrong with it."""
        if any(len(hint) > HINT_CHARACTERS for hint in row.hints):
            return Message("A hint may have {count} characters at most.", count=HINT_CHARACTERS)
        checked = await self._maker.own(row.problem, row.answer, row.level, row.policy)
        if isinstance(checked, Message):
            return checked
        return _draft(guild_id, row, checked)

    async def add(self, chosen: ProblemSet, drafts: tuple[DraftProblem, ...]) -> int:
        """Keep problems, all or none; return how many were new. Raises QuestionRefusedError."""
        if chosen.size + len(drafts) > MAX_ROWS:
            raise QuestionRefusedError(Message("A set may hold {count} problems at most.", count=MAX_ROWS))
        return await self._sets.add(chosen.id, drafts)


def rows_of(name: str, data: bytes) -> Iterator[tuple[int, Row | Message]]:
    """The rows of a file with their lines. Raises QuestionRefusedError for a file that is none."""
    if len(data) > MAX_BYTES:
        raise QuestionRefusedError(Message("The file may have 1 MB at most."))
    text = _decoded(data)
    match name.casefold().rpartition(".")[2]:
        case "csv":
            rows = _of_csv(text)
        case "jsonl" | "ndjson":
            rows = _of_jsonl(text)
        case _:
            raise QuestionRefusedError(Message("Upload a file named .jsonl or .csv."))
    for count, (line, row) in enumerate(rows):
        if count == MAX_ROWS:
            raise QuestionRefusedError(Message("A file may hold {count} problems at most.", count=MAX_ROWS))
        yield line, row


def _decoded(data: bytes) -> str:
    """The text of a file, in UTF-8 or as spreadsheets write it where Korean is spoken. Raises QuestionRefusedError."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp949"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (text or not marked):
            return text
    raise QuestionRefusedError(Message("The file must be text in UTF-8."))


def row_of(given: Mapping[str, Any]) -> Row | Message:
    """A row, or the first thing that is wrong with it."""
    try:
        return Row.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = str(first["loc"][0]) if first["loc"] else "problem"
        match first["type"]:
            case "missing" | "string_too_short":
                return Message("{field} is missing.", field=field)
            case "extra_forbidden":
                return Message("There is no column {field}.", field=field[:40])
            case "string_too_long" | "too_long":
                return Message("{field} is too long.", field=field)
            case "enum":
                return Message("{field} must be beginner, intermediate or advanced.", field=field)
            case _:
                return Message("{field} has a value that cannot be taken.", field=field)


def _of_csv(text: str) -> Iterator[tuple[int, Row | Message]]:
    first, _, rest = text.partition("\n")
    told = _SEPARATED.fullmatch(first.strip())
    separator = told[1] if told else max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(rest if told else text, newline=""), restkey="more", delimiter=separator)
    columns = {name: _column(name) for name in reader.fieldnames or ()}
    if not {"problem", "answer"} <= set(columns.values()):
        raise QuestionRefusedError(
            Message("The first line of a CSV file names its columns: problem,answer and others.")
        )
    above = 1 if told else 0
    try:
        for cells in reader:
            filled = {columns.get(name, str(name)): cell for name, cell in cells.items() if cell}
            if any("".join(cell).strip() for cell in filled.values()):
                yield reader.line_num + above, row_of(filled)
    except csv.Error:
        yield reader.line_num + above, Message("This line is no CSV.")


def _column(written: str) -> str:
    name = written.strip().casefold()
    return _KOREAN_COLUMNS.get(name, name)


def _of_jsonl(text: str) -> Iterator[tuple[int, Row | Message]]:
    for line, written in enumerate(text.splitlines(), start=1):
        if not written.strip():
            continue
        try:
            given = json.loads(written)
        except (ValueError, RecursionError):
            yield line, Message("This line is no JSON.")
            continue
        yield line, row_of(given) if isinstance(given, dict) else Message("This line is no JSON object.")


def _draft(guild_id: int, row: Row, checked: Own) -> DraftProblem:
    hints = tuple(Message("{problem}", problem=hint) for hint in row.hints) or checked.hints
    return DraftProblem(
        topic="",
        level=row.level,
        seed=0,
        structure=STRUCTURE,
        statement=Message("{problem}", problem=row.problem),
        answer=Formula(checked.answer.typed, checked.answer.latex),
        policy=row.policy,
        hints=hints,
        guild_id=guild_id,
        solution=row.solution,
    )
