"""Which lines the auditor verifies, which it refutes, and on which it stays silent."""

from __future__ import annotations

import pytest

from maths.audit import audit
from maths.verdict import LineStanding, Standing

RIGHT, WRONG, SILENT = LineStanding.VERIFIED, LineStanding.REFUTED, LineStanding.NOT_JUDGED

PROSE = {
    "plain": ("He has 3 * 4 = 12 apples.", RIGHT),
    "plain, wrong": ("He has 3 * 4 = 13 apples.", WRONG),
    "letter x as a sign": ("They made 12 x 7 = 84 cakes", RIGHT),
    "letter x as a sign, wrong": ("They made 12 x 7 = 85 cakes", WRONG),
    "letter x without spaces": ("That is 12x7=85.", WRONG),
    "unicode signs": ("So 48 ÷ 6 × 2 = 16", RIGHT),
    "unicode signs, wrong": ("So 48 ÷ 6 − 2 = 7", WRONG),
    "units between": ("He runs 3 miles/day * 5 days = 15 miles", RIGHT),
    "units between, wrong": ("He runs 3 miles/day * 5 days = 16 miles", WRONG),
    "rates in money": ("She earns 8hrs x $12/hr = $96", RIGHT),
    "rates in money, wrong": ("She earns 8hrs x $12/hr = $98", WRONG),
    "per": ("9 boxes * 4 pens per box = 37 pens", WRONG),
    "several kinds": ("2 adults * $15 + 3 children * $6 = $48", RIGHT),
    "several kinds, wrong": ("2 adults * $15 + 3 children * $6 = $49", WRONG),
    "brackets": ("In total (3 + 4) * 5 = 35", RIGHT),
    "brackets, wrong": ("In total (3 + 4) * 5 = 23", WRONG),
    "bracketed unit": ("The area is 3 (feet) * 4 (feet) = 13", WRONG),
    "thousands": ("It costs 1,250 + 2,250 = 3,500", RIGHT),
    "thousands, wrong": ("It costs 1,250 + 2,250 = 3,600", WRONG),
    "thousands by spaces after money": ("It costs $20 000 / 4 = $5 000", RIGHT),
    "decimal without a leading nought": ("The fee is .15 * 80 = 12", RIGHT),
    "decimal at the end of a sentence": ("The fee is 0.15 * 80 = 13. Then he pays.", WRONG),
    "cents shown": ("The fee is 4.5 * 2 = $9.00", RIGHT),
    "percent sign": ("The tip is 20% * 45 = 9", RIGHT),
    "percent sign, wrong": ("The tip is 20% * 45 = 8", WRONG),
    "percent of": ("The tip is 20% of 45 = 9", RIGHT),
    "percent of, wrong": ("The tip is 20% of 45 = 11", WRONG),
    "fraction of": ("So 3/4 of 20 = 15 are red", RIGHT),
    "fraction of, wrong": ("So 3/4 of 20 = 16 are red", WRONG),
    "percent left over": ("So 100% - 35% = 65% remain", RIGHT),
    "percent left over, wrong": ("So 100% - 35% = 75% remain", WRONG),
    "times a hundred is a percentage": ("That is 3/4 * 100 = 75%", RIGHT),
    "quotient as a percentage": ("That is 3/4 = 75%", RIGHT),
    "a change by percent": ("The price is now $200 - 10% = $180", RIGHT),
    "a change by percent, wrong": ("The price is now $200 - 10% = $150", WRONG),
    "mixed number": ("He drank 1 1/2 * 2 = 3 cups", RIGHT),
    "mixed number, wrong": ("He drank 1 1/2 * 2 = 4 cups", WRONG),
    "vulgar fraction": ("He ate ½ * 12 = 6", RIGHT),
    "power": ("The area is 7^2 = 49", RIGHT),
    "power, wrong": ("The area is 7^2 = 48", WRONG),
    "square sign": ("The area is 7² = 14", WRONG),
    "python power": ("2**5 = 32", RIGHT),
    "factorial": ("There are 5! = 120 ways", RIGHT),
    "factorial, wrong": ("There are 5! = 125 ways", WRONG),
    "negative numbers": ("The change is 3 - 8 = -5", RIGHT),
    "negative numbers, wrong": ("The change is 3 - 8 = 5", WRONG),
    "chain": ("He pays 2 * 3 + 4 = 6 + 4 = 10", RIGHT),
    "chain, wrong in the middle": ("He pays 2 * 3 + 4 = 6 + 5 = 11", WRONG),
    "chain, wrong at the end": ("He pays 2 * 3 + 4 = 6 + 4 = 11", WRONG),
    "words for signs": ("So 12 plus 5 equals 17", RIGHT),
    "words for signs, wrong": ("So 12 plus 5 equals 18", WRONG),
    "divided by": ("So 12 divided by 5 equals 3.4", WRONG),
    "two on a line": ("First 2 + 2 = 4 and then 4 * 3 = 13", WRONG),
    "bold": ("**Total:** 5 + 6 = **12**", WRONG),
    "bullet": ("- 5 + 6 = 11", RIGHT),
    "numbered": ("3. 5 + 6 = 11", RIGHT),
    "escaped money": (r"He pays \$5 * 4 = \$21", WRONG),
    "unit after a slash": ("His speed is 120 / 4 = 30 miles/hour", RIGHT),
    "total of": ("For a total of 5 + 6 = 12 days", WRONG),
    "number earlier in the sentence": ("She sold 10 because 60 / 5 = 13", WRONG),
    "hyphenated": ("The 12-foot board gives 12 / 4 = 4 pieces", WRONG),
    "division by a fraction": ("It takes 6 km / 1/30 hour = 180 km per hour", RIGHT),
    "trailing money": ("He needs 5 * 4 = 20$", RIGHT),
}
NOTES = {
    "right": ("He has 3*4=<<3*4=12>>12 apples", RIGHT),
    "wrong": ("He has <<3*4=13>>13 apples", WRONG),
    "decimal": ("It costs $<<2.5*4=10.00>>10", RIGHT),
    "binary fraction": ("It is <<0.1*3=0.30000000000000004>>0.3", SILENT),
    "shown otherwise": ("He gets <<27000/500=54.0>>5400 dollars", WRONG),
    "rounded when shown": ("He gets <<10/4=2.5>>2 boxes", RIGHT),
    "words copied wrongly beside a right note": ("It costs 6*2.5 = <<6*3=18>>18", RIGHT),
    "wrong words, no note for them": ("It costs 6*2 = 13. Then <<6*3=18>>18", WRONG),
    "bare numbers": ("x=<<30=32>>32", WRONG),
}
LATEX = {
    "inline": (r"The height is $2\cdot 12 = 24$ cm.", RIGHT),
    "inline, wrong": (r"The height is $2\cdot 12 = 25$ cm.", WRONG),
    "parentheses": (r"So \(3 \times 7 = 21\).", RIGHT),
    "brackets": (r"\[15 - 7 = 9\]", WRONG),
    "double dollars": (r"$$15 - 7 = 9$$", WRONG),
    "fraction": (r"$\frac{1}{2} + \frac13 = \frac{5}{6}$", RIGHT),
    "fraction, wrong": (r"$\frac{1}{2} + \frac13 = \frac{2}{5}$", WRONG),
    "touching digits": (r"$\frac34 \cdot 8 = 6$", RIGHT),
    "boxed": (r"$9\cdot 24/3=\boxed{73}$", WRONG),
    "boxed, right": (r"$9\cdot 24/3=\boxed{72}$", RIGHT),
    "juxtaposed brackets multiply": ("$(4)(8) = 32$", RIGHT),
    "juxtaposed brackets do not add": ("$(4)(8) = 12$", WRONG),
    "a number before brackets": ("$|5(1)-1| = 4$", RIGHT),
    "square root": (r"$\sqrt{10^2 - 6^2} = \sqrt{64} = 8$", RIGHT),
    "square root, wrong": (r"$\sqrt{10^2 + 6^2} = 16$", WRONG),
    "surds": (r"$\sqrt{12} = 2\sqrt{3}$", RIGHT),
    "surds, wrong": (r"$\sqrt{12} = 3\sqrt{2}$", WRONG),
    "pi": (r"$4\pi - \pi = 3\pi$", RIGHT),
    "pi, wrong": (r"$4\pi - \pi = 4$", WRONG),
    "pi as 3.14": (r"$25\pi = 78.5$", SILENT),
    "pi as 3.14 in a large number": (r"$1000\pi = 3140$", SILENT),
    "pi, far off": (r"$1000\pi = 3240$", WRONG),
    "pi as 22/7": (r"$49\pi = 154$", SILENT),
    "binomial": (r"$\binom{9}{2} = 36$", RIGHT),
    "binomial, wrong": (r"$\binom{9}{2} = 72$", WRONG),
    "factorials": (r"$3! \cdot 3! = 36$", RIGHT),
    "factorial at the end": (r"$3 \cdot 2 \cdot 1 = 3!$", RIGHT),
    "floor": (r"$\lfloor 7/2 \rfloor = 3$", RIGHT),
    "gcd": (r"$\gcd(12, 18) = 6$", RIGHT),
    "lcm": (r"$\operatorname{lcm}(4, 6) = 24$", WRONG),
    "logarithm": (r"$\log_2 8 = 4$", WRONG),
    "degrees": (r"$180^\circ - 50^\circ = 130^\circ$", RIGHT),
    "degrees, wrong": (r"$180^\circ - 50^\circ = 140^\circ$", WRONG),
    "degrees in a fraction": (r"$\frac{144^\circ}{3} = 48^\circ$", RIGHT),
    "sine of degrees": (r"$\sin 30^\circ = \frac{\sqrt{3}}{2}$", WRONG),
    "sine of a bare number": (r"$\sin 30 = \frac{1}{2}$", SILENT),
    "thousands": (r"$15 \cdot 364 = 5,\!460$", RIGHT),
    "thousands in braces": (r"$49{,}994 + 20{,}006 = 69{,}999$", WRONG),
    "percent": (r"$20\% \cdot 50 = 10$", RIGHT),
    "money": (r"$\$5 \cdot 4 = \$21$", WRONG),
    "unit in text": (r"$3 \text{ cm} \times 4 \text{ cm} = 12 \text{ cm}^2$", RIGHT),
    "unit in text, wrong": (r"$3 \text{ cm} \times 4 \text{ cm} = 13 \text{ cm}^2$", WRONG),
    "words before": (r"\[\text{Area} = 25 - 6 = 18 \text{ square units}\]", WRONG),
    "mixed number": (r"$3\frac{4}{5} = \frac{19}{5}$", RIGHT),
    "mixed number that is a product": (r"$3\frac{4}{5} = \frac{12}{5}$", RIGHT),
    "mixed number, wrong": (r"$3\frac{4}{5} = \frac{23}{5}$", WRONG),
    "base subscript": (r"$506_7 = 5 \cdot 49 + 6$", RIGHT),
    "sum in another base": (r"$5_8 + 5_8 = 12_8$", RIGHT),
    "bare sum in another base": (r"In base 8, $5 + 5 = 12$.", SILENT),
    "remainders": (r"$3 + 5 = 1 \pmod 7$", SILENT),
    "remainder spoken": (r"$17 \div 5 = 3$ remainder $2$", SILENT),
    "remainder in text": (r"$63 \div 5 = 12 \text{ remainder } 3$", SILENT),
    "chain with an inequality": (r"$3^2 = 9 < 10 < 4^2 = 17$", WRONG),
    "clauses": (r"$a = 2, b = 3, 2 + 3 = 6$", WRONG),
    "arrow": (r"$x = 2 \Rightarrow 2 + 2 = 4$", RIGHT),
    "raised digit": (r"$\gcd(2^43^2, 3^4) = 3^2$", SILENT),
    "dots": (r"$1 + 2 + \cdots + 100 = 5050$", SILENT),
    "recurring decimal": (r"$0.\overline{3} = \frac{1}{3}$", RIGHT),
    "array": (r"\[\begin{array}{r} 12 \\ = 3 + 4 \end{array}\]", SILENT),
    "drawing": ("[asy]\ndraw((0,0)--(1,1)); x = 3*4 = 13;\n[/asy]", SILENT),
    "point outside the formula": (r"a ratio of .$500 = \frac{1}{2}$", SILENT),
    "no delimiters": (r"\frac{1}{2} \times 8 = 5", WRONG),
    "cancelled": (r"$\frac{\cancel{6}}{3} = 2$", RIGHT),
    "comparison with a product": (r"$8 = 2^3$", RIGHT),
}
ROUNDING = {
    "rounded quotient": ("Each gets 10 / 3 = 3.33", SILENT),
    "rounded up": ("Each gets 20 / 3 = 6.67", SILENT),
    "cut off": ("Each gets 20 / 3 = 6.66", SILENT),
    "whole things": ("He fills 50 / 8 = 6 boxes", SILENT),
    "whole things, one more": ("He needs 50 / 8 = 7 boxes", SILENT),
    "not a rounding": ("He needs 50 / 8 = 8 boxes", WRONG),
    "a decimal that is exact": ("It costs 2.5 * 3 = 7.4", WRONG),
    "about": (r"$\sqrt{2} \approx 1.41$", SILENT),
    "about, far off": (r"$\sqrt{2} \approx 1.73$", WRONG),
    "about in prose": ("100 / 7 ≈ 14.3", SILENT),
    "about in prose, far off": ("100 / 7 ≈ 17.3", WRONG),
    "a root with an equals sign": (r"$\sqrt{50} = 7.07$", SILENT),
    "a rounded value is used again": ("10 / 3 = 3.33\n3.33 * 30 = 100", SILENT),
    "a third as a decimal": ("So 0.33 * 300 = 100", SILENT),
    "a percentage that is rounded": ("That is 1/3 = 33%", SILENT),
    "six digits": ("So 99 * 0.142857 = 14.143", SILENT),
}
CONTEXT = {
    "definition": ("Let x = 5.", SILENT),
    "value": ("x = 5", SILENT),
    "equation": ("2x + 3 = 11", SILENT),
    "equation in LaTeX": (r"$2x + 3 = 11$", SILENT),
    "the other letter": ("Then 3n - 4 = 20", SILENT),
    "name and value": ("AB = 3 * 4 = 12", RIGHT),
    "name and value, wrong": ("AB = 3 * 4 = 13", WRONG),
    "x is a letter here": ("Let x be the price; 3 x 2 + x = 10", SILENT),
    "supposed": ("If 2 + 2 = 5 were true, all would be.", SILENT),
    "supposed in LaTeX": (r"Suppose $2 + 2 = 5$.", SILENT),
    "denied": ("It is not true that 2 + 2 = 5.", SILENT),
    "denied after": ("2 + 2 = 5 is false", SILENT),
    "unequal": ("2 + 2 ≠ 5", SILENT),
    "unequal in LaTeX": (r"$2 + 2 \neq 5$", SILENT),
    "contradiction": (r"which gives $2 + 2 = 5$, a contradiction", SILENT),
    "impossible": (r"This means $3 + 4 = 8,$ which is impossible.", SILENT),
    "asked": ("Is 2 + 2 = 5?", SILENT),
    "quoted mistake": ("The student wrongly wrote 3 + 4 = 8 there", SILENT),
    "an operation of the problem": (r"Define $a \star b = a + 2b$. Then $3 \star 4 = 11$.", SILENT),
    "a starred operation": (r"We have $4 * 3 = 2(4) + 3(3)$.", SILENT),
    "times of day": ("He leaves at 9:30 + 2 = 11:30", SILENT),
    "codes": ("0900 - 0130 = 0730 hours", SILENT),
    "bare quantities": ("1 hour = 60 minutes", SILENT),
    "unit conversion": ("It takes 2 hours * 3 = 360 minutes", SILENT),
    "cents and dollars": ("It costs 5 * 25 cents = $1.25", SILENT),
    "speeds": (
        r"$\frac{1 \text{ km}}{2.5 \text{ hours}} = \frac{1000 \text{ meters}}{2.5 \cdot 3600 \text{ seconds}}$",
        SILENT,
    ),
    "run-on": ("He has 5 * 3 = 15 + 6 = 21 stamps", RIGHT),
    "a radical before": ("√16 + 2 = 6", SILENT),
    "a function before": ("sin 30° + 1 = 1.5", SILENT),
    "a root in words": ("the square root of 16 + 9 = 5", SILENT),
    "mixed units": ("2 feet + 6 inches = 30 inches", SILENT),
    "two-part quantities": ("2 hours 30 minutes + 1 hour = 3 hours 30 minutes", SILENT),
    "a common mistake": ("A common mistake is to compute 1/2 + 1/3 = 2/5", SILENT),
    "in quotation marks": ('"5 + 5 = 11" is what he said.', SILENT),
    "millions": ("$2.5 million + 1 = $2,500,001", SILENT),
    "half of": ("He sold half of 20 + 4 = 14", SILENT),
    "more than": ("He has 5 more than 3 * 4 = 17", SILENT),
    "something before": ("He has 20 + the 3 * 4 = 32", SILENT),
    "both": ("He adds 3 and 4 + 5 = 12", SILENT),
    "times Darcy": ("Dallas was 3 times Darcy = 3 * 15 = 45", RIGHT),
    "a malformed number": ("That is 16,0000 / 10 = 16000", SILENT),
    "code": ("```\ntotal = 3 * 4 == 13\n```", SILENT),
    "text": ("There is nothing to judge here.", SILENT),
    "empty": ("   ", SILENT),
    "division by zero": ("So 5 / 0 = 7", SILENT),
    "dozens": ("He has 3 dozen + 4 = 40 eggs", SILENT),
    "variables beside numbers": ("100 / 5 = 5A / 5", SILENT),
}
KOREAN = {
    "sum": ("사과는 모두 11 + 17 = 28개입니다.", RIGHT),
    "sum, wrong": ("사과는 모두 11 + 17 = 29개입니다.", WRONG),
    "counters": ("3개 + 4개 = 8개가 됩니다.", WRONG),
    "won": ("값은 1,500원 × 4 = 6,000원입니다.", RIGHT),
    "won, wrong": ("값은 1,500원 × 4 = 5,000원입니다.", WRONG),
    "words for signs": ("7 곱하기 3 = 22입니다", WRONG),
    "remainder": ("17 ÷ 5 = 3 나머지 2", SILENT),
    "supposed": ("만약 2 + 2 = 5 라면", SILENT),
    "denied": ("2 + 2 = 5는 틀린 식입니다.", SILENT),
    "hours and minutes": ("2시간 30분 + 1시간 = 3시간 30분", SILENT),
    "ten thousands": ("3만 + 5천 = 35000", SILENT),
    "another base": ("5진법에서 3 + 4 = 12", SILENT),
    "LaTeX": (r"따라서 $3 \times 4 = 13$입니다.", WRONG),
}


def _cases() -> list[object]:
    groups = {
        "prose": PROSE,
        "notes": NOTES,
        "latex": LATEX,
        "rounding": ROUNDING,
        "context": CONTEXT,
        "korean": KOREAN,
    }
    return [
        pytest.param(text, standing, id=f"{group}: {name}")
        for group, cases in groups.items()
        for name, (text, standing) in cases.items()
    ]


@pytest.mark.parametrize(("text", "standing"), _cases())
def test_a_working_of_this_kind_is_judged_so(text: str, standing: LineStanding) -> None:
    """The strongest finding of its lines is the expected one, and a difference that proves nothing stays silent."""
    found = {line.standing for line in audit(text).lines}
    assert (WRONG in found) is (standing is WRONG)
    assert (RIGHT in found) is (standing is RIGHT) or standing is WRONG


def test_a_row_of_an_environment_is_judged_by_the_row_before_it() -> None:
    text = "\\begin{align*}\n2 \\cdot (3 + 4) &= 2 \\cdot 7 \\\\\n&= 14 \\\\\n&= 5 + 8.\n\\end{align*}"
    assert [line.standing for line in audit(text).lines] == [SILENT, RIGHT, RIGHT, WRONG, SILENT]


def test_a_side_may_go_on_in_the_next_row() -> None:
    text = "\\begin{align*}\n20 &= 1 + 2 + 3 \\\\\n&\\qquad + 4 + 10.\n\\end{align*}"
    assert RIGHT in {line.standing for line in audit(text).lines}
    assert audit(text).standing is Standing.UNCHECKED


def test_rows_that_state_things_of_their_own_are_no_chain() -> None:
    text = "\\begin{align*}\na &= 2 + 3 = 5 \\\\\nb &= 4 + 4 = 8\n\\end{align*}"
    assert [line.standing for line in audit(text).lines][1:3] == [RIGHT, RIGHT]


def test_only_the_wrong_line_is_refuted() -> None:
    text = "2 + 3 = 5\n5 * 4 = 21\n21 - 1 = 20\n"
    assert [line.standing for line in audit(text).lines] == [RIGHT, WRONG, RIGHT]
    assert audit(text).standing is Standing.REFUTED


def test_a_clean_working_is_unchecked_and_never_more() -> None:
    assert audit("2 + 3 = 5").standing is Standing.UNCHECKED


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\u2028", "\x0b"])
def test_lines_stand_as_they_were_written(ending: str) -> None:
    text = f"  1. first\tline {ending}{ending}**2 + 2 = 5** {ending}last"
    assert [line.text for line in audit(text).lines] == text.splitlines()
    assert audit(text).lines[2].standing is WRONG


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("3 * 4 = 13", "3*4 is 12, not 13."),
        ("12 = 3 * 5", "3*5 is 15, not 12."),
        ("50% + 40% + 20% = 100%", "50% + 40% + 20% is 110%, not 100%."),
        ("0.5 * 3 = 2.5", "0.5*3 is 1.5, not 2.5."),
        (r"$\frac12 + \frac13 = \frac25$", "1/2 + 1/3 is 5/6, not 2/5."),
        (r"$\sqrt{2} = 3$", "sqrt(2) is not 3."),
        ("2^3000 = 5 + 1", "2**3000 is not 5 + 1."),
    ],
)
def test_the_reason_says_what_it_is_instead(text: str, reason: str) -> None:
    assert [str(line.reason) for line in audit(text).lines] == [reason]


@pytest.mark.parametrize(
    "problem",
    [
        "What is 5 + 5 in base 8?",
        "Find the remainder modulo 7.",
        r"The operation is defined by $a \star b = a + 2b$.",
        r"Let $a * b = ab + 1$. Find $2 * 3$.",
        "5진법으로 나타내시오.",
    ],
)
def test_a_problem_with_an_arithmetic_of_its_own_silences_refutations(problem: str) -> None:
    assert audit("3 + 5 = 1", problem).standing is Standing.UNCHECKED
    assert audit("3 + 5 = 1", "What is 3 plus 5?").standing is Standing.REFUTED


def test_money_is_no_delimiter() -> None:
    text = "It costs $60-$54 = $7 and then $5 + $6 = $11."
    assert audit(text).lines[0].standing is WRONG


def test_delimiters_are_no_money() -> None:
    assert audit("We get $3 + 4 = 7$ and $5$ is left.").lines[0].standing is RIGHT
