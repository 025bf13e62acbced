"""What so many of the same thing cost, and how many there are for an amount of money.

Routes: the price of one in fractions; and python-flint solving the proportion of numbers and prices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import Amount, agree, common_unit, money
from maths.families.proportion.percent import solved
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.stories.sentences import positive, shown
from maths.families.terms import number, over, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

_METHOD = Message("from the price of one in fractions, and as a proportion solved by python-flint")


@dataclass(frozen=True, slots=True)
class PriceOfMany:
    """`many` cost `price`; wanted is the price of `wanted`, or how many there are for an amount."""

    many: Fraction
    price: Amount
    wanted: Fraction | Amount

    def settle(self, find: Callable[[Fraction, Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        many, price = positive(self.many), self.price.value
        one = price / many
        reason = Message("What does one cost? Divide the price by the number.")
        first = Work(reason, None, over(self.price.size, shown(many)), shown(one))
        if isinstance(self.wanted, Amount):
            common_unit(self.price.unit, self.wanted.unit)
            paid = self.wanted.value
            found = (find or (lambda n, p, w: w / (p / n)))(many, price, paid)
            agree(found, solved(lambda x: x * quotient(price) - quotient(paid) * quotient(many)))
            if found.denominator != 1:
                raise UndecidedError(Message("It does not come out as a whole number of things."))
            answer = formula(number(found))
            last = Work(Message("How often does the price of one fit into the money?"), None,
                        over(self.wanted.size, shown(one)), number(found))  # fmt: skip
            wanted = Message("Wanted: how many there are for the money.")
        else:
            count = positive(self.wanted)
            found = (find or (lambda n, p, w: p / n * w))(many, price, count)
            agree(found, solved(lambda x: x * quotient(many) - quotient(price) * quotient(count)))
            answer = money(found, self.price.unit)
            last = Work(Message("Take the price of one as often as is asked."), None, times(shown(one), shown(count)),
                        shown(found))  # fmt: skip
            wanted = Message("Wanted: the price of {count}.", count=formula(shown(count)))
        lesson = Lesson(
            Message("The price of {count} is {price}.", count=formula(shown(many)),
                    price=money(price, self.price.unit)),
            wanted,
            (first, last),
            Message("Number and price grow by the same factor."),
            Message("The result is {value}.", value=answer),
            Message("Go by way of one: first the price of one, then of as many as are asked."),
            Message("Direct proportion: price over number is constant."),
        )  # fmt: skip
        return Settled(answer, _METHOD, lambda level: teach(lesson, level))
