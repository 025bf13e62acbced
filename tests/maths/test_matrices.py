"""Matrices and vectors in words and formulas, in both languages, and what must not be taken for them."""

from __future__ import annotations

import pytest
import sympy

from maths.decide import decide
from maths.families.matrices.elimination import MatrixEquation, Reduce, reduce
from maths.families.matrices.expression import MatrixExpression
from maths.families.matrices.powers import CharacteristicPolynomial, Eigenvectors, SymbolicPower, eigenspaces, powers
from maths.families.matrices.reduction import Reduction
from maths.families.settled import UndecidedError
from maths.families.vectors.plane import DistanceToPlane, PlaneThrough
from maths.families.vectors.vector import VectorTask, by_sympy
from maths.read import read
from maths.steps import work
from maths.verdict import Level, SectionKind

DECIDED = (
    ("Let A = [[1,2],[3,4]] and B = [[0,1],[1,0]]. Compute AB - 2A^T.", "[[0, -5], [0, -5]]"),
    ("Let A = [[1,2],[3,4]], B = [[0,1],[1,1]]. Find BA.", "[[3, 4], [4, 6]]"),
    ("Let A = [[1,2],[3,4]], B = [[0,1],[1,0]]. Find AB^2.", "[[1, 2], [3, 4]]"),  # B alone is squared
    ("Let A = [[1,2],[3,4]], B = [[0,1],[1,0]]. Find (AB)^2.", "[[8, 5], [20, 13]]"),
    ("Let A = [[1,2],[3,4]], B = [[0,1],[1,0]]. Find AB^{-1}.", "[[2, 1], [4, 3]]"),
    ("Let A = [[1,2],[3,4]], B = [[0,1],[0,0]]. Find AB^T.", "[[2, 0], [4, 0]]"),
    ("A = [[1,2],[3,4]], B = [[0,1],[1,0]]일 때 AB^2을 구하시오.", "[[1, 2], [3, 4]]"),
    ("Let A = [[1,2],[3,4]], B = [[0,1],[1,1]]. Find AB.", "[[2, 3], [4, 7]]"),
    ("Compute [[1,2],[3,4]]*[[1],[2]].", "[[5], [11]]"),
    ("[[1,2],[3,4]] + [[1,1],[1,1]]", "[[2, 3], [4, 5]]"),
    ("If A = [[2,1],[1,2]], find A^5.", "[[122, 121], [121, 122]]"),
    ("Let A = [[1,5],[1,3]]. Compute A^2 - 3A + I.", "[[4, 5], [1, 6]]"),
    (
        r"Compute $\begin{pmatrix} 1 & 1 \\ 0 & 1 \end{pmatrix}^{2000}$.",
        r"\begin{pmatrix} 1 & 2000 \\ 0 & 1 \end{pmatrix}",
    ),
    (
        r"Compute $\begin{pmatrix} a & 1 \\ 0 & a \end{pmatrix} \begin{pmatrix} 1 & a \\ 0 & 1 \end{pmatrix}$.",
        r"\begin{pmatrix} a & a**2 + 1 \\ 0 & a \end{pmatrix}",
    ),
    ("Find the transpose of the matrix [[1,2],[3,4]].", "[[1, 3], [2, 4]]"),
    ("What is the trace of [[1,2],[3,4]]?", "5"),
    ("Find the rank of [[1,2,3],[2,4,6]].", "1"),
    ("Find the nullity of [[1,2,3],[2,4,6]].", "2"),
    ("Find the row reduced echelon form of [[1,2,3],[2,4,7]].", "[[1, 2, 0], [0, 0, 1]]"),
    ("Find a basis for the null space of [[1,2],[2,4]].", "{(-2, 1)}"),
    ("Find the eigenvalues and eigenvectors of [[2,1],[1,2]].", "lambda = 1, v = (-1, 1), lambda = 3, v = (1, 1)"),
    ("Find the characteristic polynomial of [[1,2],[3,4]].", "lambda**2 - 5*lambda - 2"),
    ("Let A = [[2,1],[1,2]]. Find A^n.", "[[(3**n + 1)/2, (3**n - 1)/2], [(3**n - 1)/2, (3**n + 1)/2]]"),
    ("Find the adjugate of [[1,2],[3,4]].", "[[4, -2], [-3, 1]]"),
    ("Let A = [[1,2],[3,4]]. What is |A|?", "-2"),
    (r"Find the determinant of \begin{pmatrix} a & b \\ c & d \end{pmatrix}.", "a*d - b*c"),
    ("Find the value of k so that the determinant of [[k,2],[3,6]] is zero.", "1"),
    ("For what value of k is the matrix [[k,2],[3,6]] singular?", "1"),
    ("Solve AX = B where A = [[1,2],[3,4]] and B = [[5],[6]].", "[[-4], [9/2]]"),
    ("Solve XA = B for X where A = [[1,2],[3,4]] and B = [[1,0]].", "[[-2, 1]]"),
    ("Are the vectors (1,2), (2,4) linearly independent?", "False"),
    ("Are the vectors (1,2), (2,4) linearly dependent?", "True"),
    ("행렬 [[1,2],[3,4]]의 전치행렬을 구하시오.", "[[1, 3], [2, 4]]"),
    ("A = [[1,2],[3,4]], B = [[0,1],[1,0]]일 때, AB를 구하시오.", "[[2, 1], [4, 3]]"),
    ("두 행렬 A = [[1,2],[3,4]], B = [[0,1],[1,0]]에 대하여 A + B를 구하시오.", "[[1, 3], [4, 4]]"),
    ("행렬 A = [[3,1],[0,3]]에 대하여 A^n을 구하시오.", "[[3**n, 3**n*n/3], [0, 3**n]]"),
    ("행렬 [[1,2],[2,4]]의 계수를 구하시오.", "1"),
    ("행렬 [[2,1],[1,2]]의 특성다항식을 구하세요.", "lambda**2 - 4*lambda + 3"),
    ("행렬 [[k,2],[3,6]]의 역행렬이 존재하지 않도록 하는 k의 값을 구하시오.", "1"),
    ("벡터 (1,2), (2,4)는 일차독립인가요?", "False"),
    ("Find the dot product of (1,2,3) and (4,-5,6).", "12"),
    (
        (
            r"Find the cross product of $\begin{pmatrix} 1 \\ -1 \\ 2 \end{pmatrix}$ and"
            r" $\begin{pmatrix} 3 \\ 4 \\ -5 \end{pmatrix}.$"
        ),
        r"\begin{pmatrix} -3 \\ 11 \\ 7 \end{pmatrix}",
    ),
    ("Find the angle between the vectors (4,4,7) and (1,4,1), in degrees.", "45"),
    ("Find the angle between the vectors (1,0) and (1,1).", "pi/4"),
    ("Find the projection of (3,0) onto (2,-3).", "(12/13, -18/13)"),
    ("Let u = (1,2,3) and v = (4,5,6). Find u × v.", "(-3, 6, -3)"),
    ("Let u = (1,2,3) and v = (4,5,6). Compute u · v.", "32"),
    ("Let u = (1,2,3) and v = (4,5,6). Find 2u - 3v.", "(-10, -11, -12)"),
    (r"Find the magnitude of the vector $\langle 3, 4 \rangle$.", "5"),
    ("Find the magnitude of 3i + 4j.", "5"),
    ("Find a unit vector in the direction of (3,4).", "(3/5, 4/5)"),
    ("Are the vectors (1,2) and (-2,1) orthogonal?", "True"),
    ("Are the vectors (1,2) and (2,-1) parallel?", "False"),
    ("Find k so that the vectors (k,1) and (2,3) are perpendicular.", "-3/2"),
    ("Find the area of the parallelogram spanned by (1,2,3) and (4,5,6).", "3*sqrt(6)"),
    ("Find the equation of the plane through the points (1,0,0), (0,2,0) and (0,0,3).", "6*x + 3*y + 2*z = 6"),
    ("Find the distance from the point (1,2,3) to the plane 2x+y-2z=4.", "2"),
    ("벡터 (3,4)의 크기를 구하시오.", "5"),
    ("두 벡터 (1,2,3), (4,-5,6)의 내적을 구하시오.", "12"),
    ("두 벡터 (1,0), (1,1)이 이루는 각을 구하시오.", "pi/4"),
    ("두 벡터 (k,1), (2,3)이 서로 수직일 때, 실수 k의 값을 구하시오.", "-3/2"),
    ("u = (1,2,3), v = (4,5,6)일 때, u × v를 구하시오.", "(-3, 6, -3)"),
    ("세 점 (1,0,0), (0,2,0), (0,0,3)을 지나는 평면의 방정식을 구하시오.", "6*x + 3*y + 2*z = 6"),
    ("점 (1,2,3)에서 평면 2x+y-2z=4까지의 거리를 구하시오.", "2"),
)

UNDECIDED = (
    "Let A = [[1,2],[2,4]]. Find A^{-1}.",
    "Let A = [[1,2,3],[4,5,6]]. Find A^{-1}.",
    "Let A = [[1,2,3],[4,5,6]]. Find A^2.",
    "Let A = [[1,2,3],[4,5,6]] and B = [[1,2],[3,4]]. Find AB.",
    "Let A = [[1,2],[3,4]], B = [[0,1],[1,0]]. Find AC.",
    "Let A = [[1,2],[3,4]]. Find 2A + B.",
    "Let A = [[1,2],[3,4]] and B = [[1,2,3],[4,5,6]]. Find A + B.",
    "Let A = [[1,2],[3,4]]. Let A = [[1,1],[1,1]]. Find A^2.",
    "Find the trace of [[1,2,3],[4,5,6]].",
    "Find the determinant of [[1,2,3],[4,5,6]].",
    "Is the matrix [[1,2],[2,4]] not invertible?",
    "Find the value of k so that [[k,2],[3,6]] is not singular.",
    "Find the value of k so that the determinant of [[k,2],[3,6]] is not zero.",
    "Let A = [[0,1],[1,1]]. Find A^n.",
    "Find the eigenvectors of [[0,-1],[1,0]].",
    "Are the vectors (1,2), (2,5,1) linearly independent?",
    "Are the vectors (1,2), (2,4) not linearly independent?",
    "Solve AX = B for X where A = [[1,2],[2,4]] and B = [[1],[2]].",
    "Solve AX = B for X where A = [[1,2],[2,4]] and B = [[1],[3]].",
    "Find the cross product of (1,2) and (3,4).",
    "Find the dot product of (1,2,3) and (1,2).",
    "Find the projection of (1,2) onto (0,0).",
    "Find the angle between (0,0) and (1,2).",
    "Are the vectors (1,2) and (2,-1) not orthogonal?",
    "Find the equation of the plane through (1,1,1), (2,2,2) and (3,3,3).",
    "Let u = (1,2) and v = (3,4). Find uv.",
    "Let u = (1,2) and v = (3,4). Find u + 1.",
    "행렬 [[1,2],[3,4]]의 전치행렬이 아닌 것을 구하시오.",
)

M, N = read("[[2, 1], [1, 2]]"), read("[[1, 2], [2, 4]]")
U, V = read("(1, 2, 3)"), read("(4, -5, 6)")


def answer(problem: str) -> str | None:
    found = decide(problem).answer
    return None if found is None else found.typed


@pytest.mark.parametrize(("problem", "expected"), DECIDED, ids=[problem for problem, _ in DECIDED])
def test_matrices_and_vectors_are_decided(problem: str, expected: str) -> None:
    assert answer(problem) == expected


@pytest.mark.parametrize("problem", UNDECIDED)
def test_what_is_singular_misfit_or_negated_is_not_decided(problem: str) -> None:
    assert answer(problem) is None


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("problem", [problem for problem, _ in DECIDED[::3]])
def test_every_level_teaches_steps_and_a_conclusion(problem: str, level: Level) -> None:
    kinds = {passage.kind for passage in work(problem, level).passages}
    assert {SectionKind.APPROACH, SectionKind.STEPS, SectionKind.CONCLUSION} <= kinds


def test_beginners_see_every_entry_of_a_product() -> None:
    problem = "Compute [[1,2],[3,4]]*[[5,6],[7,8]]."

    def lines(level: Level) -> list[str]:
        return [str(line) for passage in work(problem, level).passages for line in passage.lines]

    assert "Row 1, column 2: 1*6 + 2*8 = 22." in lines(Level.BEGINNER)
    assert len(lines(Level.BEGINNER)) > len(lines(Level.ADVANCED))


def _less(reduction: Reduction) -> Reduction:
    return Reduction(reduction.rows, reduction.pivots[:-1], reduction.steps)


BROKEN = {
    "wrong product": lambda: MatrixExpression(read("[[1,2],[3,4]]^2")).settle(lambda _: sympy.eye(2)),
    "a pivot lost": lambda: Reduce(M, "rank").settle(lambda grid: _less(reduce(grid))),
    "a pivot lost in an equation": lambda: MatrixEquation(M, read("[[1], [2]]"), "X").settle(
        lambda grid: _less(reduce(grid))
    ),
    "an eigenvector lost": lambda: Eigenvectors(M).settle(
        lambda grid: tuple(type(s)(s.value, s.multiplicity, s.basis[:-1]) for s in eigenspaces(grid))
    ),
    "wrong characteristic polynomial": lambda: CharacteristicPolynomial(M).settle(lambda _: type(_poly())([1, 2, 1])),
    "wrong power": lambda: SymbolicPower(M, "n").settle(
        lambda grid: tuple(tuple({key: 2 * c for key, c in cell.items()} for cell in row) for row in powers(grid))
    ),
    "wrong dot product": lambda: VectorTask("dot", (U, V)).settle(lambda task: by_sympy(task) + 1),
    "wrong cross product": lambda: VectorTask("cross", (U, V)).settle(lambda task: by_sympy(task)[::-1]),
    "wrong plane": lambda: PlaneThrough((read("(1,0,0)"), read("(0,2,0)"), read("(0,0,3)"))).settle(
        lambda _: (1, 1, 1, 1)  # type: ignore[arg-type, return-value]
    ),
    "wrong distance": lambda: DistanceToPlane(U, read("x + y + z = 1")).settle(  # type: ignore[arg-type]
        lambda _: sympy.Integer(7)
    ),
}


def _poly() -> object:
    from flint import fmpq_poly

    return fmpq_poly([1])


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: object) -> None:
    with pytest.raises(UndecidedError):
        settle()  # type: ignore[operator]
