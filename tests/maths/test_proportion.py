"""Percentages, ratios, proportions, interest and steady speed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from taught import taught_whole

from maths.decide import decide
from maths.families.proportion.amounts import Amount
from maths.families.proportion.interest import Interest, Travel
from maths.families.proportion.percent import Change, Changed, PartOf, RateOf, WholeOf
from maths.families.proportion.ratio import ChainRatio, Share, SimplifyRatio, Variation
from maths.families.settled import UndecidedError
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable


SHARES: dict[str, str] = {
    "What is 20% of 50?": "10",
    "What is 15 percent of 60?": "9",
    "What is 20% of $50?": "$10",
    "What percent of 80 is 20?": "25%",
    "20 is what percent of 80?": "25%",
    "12 is 20% of what number?": "60",
    "What is the percent increase from 40 to 50?": "25%",
    "The price of a shirt rises from $40 to $50. By what percent did the price increase?": "25%",
    "What is 80 increased by 25%?": "100",
    "Increase 80 by 25%.": "100",
    "A shirt costs $80. It is discounted by 25%. What is the new price?": "$60",
    "A jacket costs \\$80. The price is increased by 25% and then decreased by 20%. What is the final price?": "$80",
    "The price of a coat is increased by 20% and then increased by 30%. What is the overall percent increase?": "56%",
    "After a 20% discount, the price is $64. What was the original price?": "$80",
    "When a number is increased by 25%, the result is 50. What is the original number?": "40",
    "Divide 60 in the ratio 2:3.": "24, 36",
    "Simplify the ratio 12:18.": "2:3",
    "If a:b = 2:3 and b:c = 4:5, find a:c.": "8:15",
    "y varies inversely as x. If y = 9 when x = 8, find y when x = 6.": "12",
    "Find the simple interest on $1000 at 5% per year for 3 years.": "$150",
    (
        "$1000 is invested at 5% interest, compounded quarterly, for 2 years. What is the final "
        "amount? Round to the nearest cent."
    ): "$1104.49",
    "$1000 is invested at 5% annual interest compounded annually for 2 years. How much interest is earned?": "$102.50",
    "A car travels 150 miles in 3 hours. What is its average speed in miles per hour?": "50",
    "A train travels at 60 km/h for 90 minutes. How far does it travel?": "90",
    "20은 80의 몇 %인가요?": "25%",
    "어떤 수의 20%가 12일 때, 어떤 수를 구하시오.": "60",
    "40에서 50으로 증가하면 증가율은 얼마인가요?": "25%",
    "80을 25% 증가시키면 얼마입니까?": "100",
    "60을 2:3으로 비례배분하시오.": "24, 36",
    "12:18을 가장 간단한 자연수의 비로 나타내시오.": "2:3",
    "a:b=2:3이고 b:c=4:5일 때, a:c를 구하시오.": "8:15",
    "y가 x에 반비례하고 x=8일 때 y=9이다. x=6일 때 y의 값을 구하시오.": "12",
    "원금 100만 원을 연이율 5%의 복리로 2년 동안 예금할 때 원리합계를 구하시오.": "1102500원",
    "시속 60km로 90분 동안 달린 거리는 몇 km입니까?": "90",
    "150km를 3시간에 달린 자동차의 속력은 시속 몇 km인가요?": "50",
    "정가가 80000원인 옷을 20% 할인하여 판매할 때 판매 가격을 구하시오.": "64000원",
    "50000원의 20%는 얼마입니까?": "10000원",
    "If $25\\%$ of a number is $10$, what is $60\\%$ of the same number?": "24",
    "Suppose $p$ and $q$ are inversely proportional. If $p=6$ when $q=10$, find the value of $q$ when $p=4$.": "15",
}

LOOK_ALIKES: dict[str, str | None] = {
    "What is 80 increased to 25%?": None,
    "A shirt costs $80. It is discounted to 25%. What is the new price?": None,
    "A shirt costs $80. It is not discounted by 25%. What is the new price?": None,
    "A shirt costs $80 and a hat costs $20. It is discounted by 25%. What is the new price?": None,
    "Two shirts costs $80. It is discounted by 25%. What is the new price?": None,
    "What is the percent increase from 50 to 40?": None,
    "What is the percent decrease from 40 to 50?": None,
    "What percent of 0 is 5?": None,
    "By how many percentage points does 20% increase to 25%?": None,
    "What is the percent increase from 20% to 25%?": None,
    "Find the compound interest on $1000 at 5% per year for 3 years.": None,
    "Find the simple interest on $1000 at 5% per month for 3 years.": None,
    "Find the simple interest on $1000 at 5% per year for 3 months.": None,
    "$1000 is invested at 5% interest for 2 years. What is the final amount?": None,
    "Divide 60 in the ratio 2:0.": None,
    "Divide 60 in the ratio -2:3.": None,
    "If a:b = 2:3 and c:d = 4:5, find a:c.": None,
    "If a:b = 2:3 and b:c = 4:5, find a:d.": None,
    "y varies with x. If y = 9 when x = 8, find y when z = 6.": None,
    "y varies inversely as x. If y = 9 when x = 0, find y when x = 6.": None,
    "y varies directly as the square of x. If y = 8 when x = 2, find y when x = 3.": "18",
    "y varies inversely as the square of x. If y = 8 when x = 2, find y when x = 4.": "2",
    "A car travels 150 miles in 3 hours and 100 miles in 2 hours. What is its average speed in miles per hour?": "50",
    "80을 25%로 증가시키면 얼마입니까?": None,
}

TAUGHT = list(SHARES)[::2]

TWO_THREE = (read("2"), read("3"))
BROKEN: dict[str, Callable[[], object]] = {
    "a part": lambda: PartOf(read("20%"), Amount(read("50"))).settle(lambda r, w: w / r),
    "a rate": lambda: RateOf(Amount(read("20")), Amount(read("80"))).settle(lambda p, w: w / p),
    "a whole": lambda: WholeOf(Amount(read("12")), read("20%")).settle(lambda p, r: p * r),
    "a change": lambda: Change(Amount(read("40")), Amount(read("50")), "rise").settle(lambda a, b: (b - a) / b),
    "a rise": lambda: Changed(Amount(read("40")), (("rise", read("5%")),)).settle(lambda start, _: start),
    "shares": lambda: Share(Amount(read("60")), TWO_THREE).settle(lambda whole, _: [whole / 2, whole / 2]),
    "a ratio": lambda: SimplifyRatio(TWO_THREE).settle(lambda _: [4, 6]),
    "a chain": lambda: ChainRatio(("a", "b", *TWO_THREE), ("b", "c", *TWO_THREE), ("a", "c")).settle(lambda _: [2, 3]),
    "a variation": lambda: Variation("inverse", ("y", "x"), 1, TWO_THREE, ("x", read("6"))).settle(
        lambda *_: Fraction(4)
    ),
    "interest": lambda: Interest(Amount(read("100")), read("5%"), read("2"), 1, "amount").settle(
        lambda *_: Fraction(110)
    ),
    "a journey": lambda: Travel((read("6"), "km"), (read("2"), "h"), None, ("speed", "km", "h")).settle(
        lambda _: Fraction(1)
    ),
}

FOUND = SHARES


@pytest.mark.parametrize(("problem", "answer"), FOUND.items(), ids=str)
def test_the_answer_is_decided(problem: str, answer: str) -> None:
    """Stated in either language, in several ways."""
    decision = decide(problem)
    assert decision.answer is not None, str(decision.reason)
    assert decision.answer.typed == answer


@pytest.mark.parametrize(("problem", "answer"), LOOK_ALIKES.items(), ids=str)
def test_a_look_alike_is_right_or_not_decided(problem: str, answer: str | None) -> None:
    """None: it must stay undecided."""
    decision = decide(problem)
    assert (decision.answer and decision.answer.typed) == answer


@pytest.mark.parametrize("problem", TAUGHT)
def test_it_is_taught_whole_at_every_level(problem: str) -> None:
    """All sections, both languages, true equations."""
    taught_whole(problem)


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: Callable[[], object]) -> None:
    """The second route catches what a broken first one claims."""
    with pytest.raises(UndecidedError):
        settle()
