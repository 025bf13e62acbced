"""Files of problems as spreadsheets save them: separators, encodings, Korean columns, empty rows."""

from __future__ import annotations

import pytest

from tutor.sets import Row, rows_of
from tutor.types import Level

FILES = [
    pytest.param("\ufeffproblem;answer;level\r\n2+2;4;beginner\r\n".encode(), id="semicolons behind a mark"),
    pytest.param("problem,answer,level\n2+2,4,beginner\n".encode("utf-16"), id="UTF-16"),
    pytest.param("문제,답,난이도\n2+2,4,초급\n".encode("cp949"), id="Korean, as a spreadsheet saves it"),
    pytest.param("문제\t정답\t수준\n2+2\t4\t초급\n".encode(), id="tabs"),
    pytest.param(b"Problem, Answer ,LEVEL\n2+2,4,Beginner\n", id="capitals"),
    pytest.param(b"sep=;\nproblem;answer;level\n2+2;4;beginner\n", id="a separator that is told"),
    pytest.param(b"problem,answer,level\n,,\n2+2,4,beginner\n , ,\n,,,,\n", id="empty rows"),
]


@pytest.mark.parametrize("data", FILES)
def test_a_file_is_read_as_a_spreadsheet_saved_it(data: bytes) -> None:
    ((_, row),) = rows_of("week.csv", data)
    assert isinstance(row, Row)
    assert (row.problem, row.answer, row.level) == ("2+2", "4", Level.BEGINNER)


def test_a_wrong_row_is_named_by_its_line() -> None:
    rows = list(rows_of("week.csv", b"sep=;\nproblem;answer\n2+2;4\n;;\n2+3;\n"))
    assert [line for line, _ in rows] == [3, 5]
    assert str(rows[1][1]) == "answer is missing."


def test_an_answer_may_be_a_number_in_json() -> None:
    ((_, row),) = rows_of("week.jsonl", b'{"problem": "2+2", "answer": 4}')
    assert isinstance(row, Row)
    assert row.answer == "4"
