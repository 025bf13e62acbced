"""What a screen reader says of formulas and pages in both languages; it never raises and never runs too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picture.speech import LONGEST, alt_text, alt_texts, speak
from tutor.types import Language

SAID = [
    (r"\frac12", "one half", "2분의 1"),
    (r"x^2", "x squared", "x의 제곱"),
    (r"x^{n+1}", "x to the power of n plus 1, end power", "x의 괄호 열고 n 더하기 1 괄호 닫고 제곱"),
    (r"\sqrt{x+1}", "the square root of x plus 1, end root", "루트 안에 x 더하기 1, 루트 끝"),
    (r"\int_0^1 x^2\,dx", "the integral from 0 to 1 of x squared, d x", "인테그랄 0부터 1까지 x의 제곱 d x"),
    (r"a_n", "a sub n", "a 아래첨자 n"),
    (r"f'(x)", "f prime of x", "f 프라임 x"),
    (r"\binom{n}{k}", "n choose k", "n 컴비네이션 k"),
    (r"|x-3|", "the absolute value of x minus 3, end absolute value", "절댓값 x 빼기 3, 절댓값 끝"),
    (r"n!", "n factorial", "n 팩토리얼"),
    (r"3.14", "3.14", "3점 1 4"),
    (r"10{,}000", "10,000", "10000"),
    (r"1{,}234{,}567", "1,234,567", "1234567"),
    (r"f(1, 200)", "f of 1 and 200", None),
    (r"\sum_{k=1}^n k^2", "the sum from k equals 1 to n of k squared", "시그마 k는 1부터 n까지 k의 제곱"),
    (r"x \ge 3", "x is greater than or equal to 3", "x는 3보다 크거나 같다"),
    (r"\sqrt[3]{8}", "the cube root of 8", "8의 세제곱근"),
    (r"(a+b)^2", "the quantity a plus b, end quantity, squared", "괄호 열고 a 더하기 b 괄호 닫고의 제곱"),
    (r"\overline{AB}", "segment A B", "선분 A B"),
    (r"\vec{v}", "vector v", "벡터 v"),
    (r"90^\circ", "90 degrees", "90도"),
    (r"x = -2", "x equals negative 2", "x는 마이너스 2"),
    (r"A \cup B", "A union B", "A 합집합 B"),
    (
        r"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
        "the matrix with 2 rows and 2 columns: row 1: 1, 2; row 2: 3, 4; end matrix",
        "2행 2열 행렬: 1행: 1, 2; 2행: 3, 4; 행렬 끝",
    ),
]


@pytest.mark.parametrize(("latex", "english", "korean"), SAID)
def test_a_formula_is_said_as_a_teacher_says_it(latex: str, english: str, korean: str | None) -> None:
    assert speak(latex, Language.ENGLISH) == english
    if korean is not None:
        assert speak(latex, Language.KOREAN) == korean


def test_what_is_grouped_is_not_said_as_something_else() -> None:
    pairs = [(r"\frac{a+b}{2}", r"a+\frac{b}{2}"), (r"\sqrt{a+b}", r"\sqrt{a}+b"), (r"x^{n+1}", "x^n+1")]
    for one, other in pairs:
        for language in Language:
            assert speak(one, language) != speak(other, language)


def test_a_page_is_said_with_its_words_and_a_long_one_ends_with_a_sentence_that_says_so() -> None:
    page = "## Steps\n\nWe know that $x^2=4$, so **two** roots.\n\n- $x=2$\n- $x=-2$"
    said = alt_text(page, Language.ENGLISH)
    assert "x squared equals 4" in said
    assert "*" not in said
    assert "#" not in said
    long = alt_text(f"{page}\n\n" * 40, Language.KOREAN)
    assert len(long.encode("utf-16-le")) // 2 <= LONGEST
    assert long.endswith("나머지는 여기서 생략합니다.")
    assert alt_texts([page, page], Language.ENGLISH)[1].startswith("Page 2 of 2.")


@given(st.text(alphabet=st.sampled_from("\\{}$^_&#%~ab12+=()[]|,.\n가√") | st.characters(), max_size=80))
def test_nothing_that_can_be_typed_breaks_it_or_runs_too_long(text: str) -> None:
    for language in Language:
        assert len(alt_text(text, language).encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST
        speak(text, language)
