"""Counting: arrangements, choices, committees; every answer by factorials of whole numbers."""

from __future__ import annotations

from math import comb, factorial, perm
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.writing import polynomial, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "counting",
    Message("Counting"),
    "the number by formulas from the words, and again by building up or listing what is counted",
    ("combinatorics", "permutations", "combinations", "factorial", "경우의 수", "순열", "조합", "순열과 조합",
     "이항정리", "원순열"),
)  # fmt: skip
_PEOPLE = (Message("students"), Message("children"), Message("friends"), Message("players"), Message("members"),
           Message("candidates"))  # fmt: skip
_GROUPS = ((Message("boys"), Message("girls")), (Message("men"), Message("women")),
           (Message("teachers"), Message("students")))  # fmt: skip
_DISTINCT = (
    "CAT", "SUN", "MAP", "PEN", "CUP", "FROG", "MILK", "BIRD", "DUCK", "FISH", "LAMP", "MOON", "STAR", "WIND", "GAME",
    "KING", "BREAD", "CHAIR", "CLOUD", "HORSE", "HOUSE", "LEMON", "MOUSE", "NIGHT", "OCEAN", "PAINT", "PLANT",
    "RIVER", "SMILE", "STONE", "TABLE", "TIGER", "TRAIN", "WATER", "WORLD", "BRIDGE", "CASTLE", "DOLPHIN", "FLOWER",
    "GARDEN", "MONKEY", "SPRING", "AUTUMN", "FRIEND", "SISTER", "DOCTOR", "SINGER", "DANCER", "PIRATE", "KNIGHT",
    "THRONE", "CANDLE", "WINDOW", "BASKET", "ROCKET",
    "ISLAND", "JUNGLE", "MARKET", "ORANGE", "PENCIL", "PLANET", "RABBIT", "SILVER", "WINTER",
)  # fmt: skip
_REPEATED = (
    "APPLE", "LEVEL", "BANANA", "PEPPER", "COFFEE", "BALLOON", "LETTER", "BUTTER", "CARROT", "CHERRY", "SUMMER",
    "DINNER", "KITTEN", "PUPPY", "SCHOOL", "SPOON", "SWEET", "TOMATO", "POTATO", "ELEVEN", "SEVEN", "MIRROR",
    "COOKIE", "BUBBLE", "RIBBON", "PARROT", "TUNNEL", "BOTTLE", "PAPAYA", "ALASKA", "CANADA", "JAPAN", "KOREA",
    "GREECE", "SWEDEN", "RUSSIA", "BRAZIL", "ALGEBRA", "PUZZLE", "HAMMER", "RUBBER", "PILLOW", "YELLOW", "HOLLOW",
    "DOLLAR", "MUFFIN", "WAFFLE", "SUCCESS", "PHEASANT", "TENNESSEE",
)  # fmt: skip
_TWINS = (
    ("APPLE", "P"), ("LEVEL", "E"), ("LEVEL", "L"), ("BANANA", "A"), ("BANANA", "N"), ("PEPPER", "E"), ("PEPPER", "P"),
    ("COFFEE", "F"), ("COFFEE", "E"), ("BALLOON", "L"), ("BALLOON", "O"), ("LETTER", "T"), ("LETTER", "E"),
    ("BUTTER", "T"), ("CARROT", "R"), ("CHERRY", "R"), ("SUMMER", "M"), ("DINNER", "N"), ("KITTEN", "T"),
    ("SCHOOL", "O"), ("SPOON", "O"), ("SWEET", "E"), ("TOMATO", "T"), ("TOMATO", "O"), ("POTATO", "T"),
    ("POTATO", "O"), ("ELEVEN", "E"), ("SEVEN", "E"), ("MIRROR", "R"), ("COOKIE", "O"), ("BUBBLE", "B"),
    ("RIBBON", "B"), ("PARROT", "R"), ("TUNNEL", "N"), ("BOTTLE", "T"), ("PAPAYA", "A"), ("PAPAYA", "P"),
    ("CANADA", "A"), ("ALGEBRA", "A"), ("PUZZLE", "Z"), ("HAMMER", "M"), ("RUBBER", "B"), ("RUBBER", "R"),
    ("PILLOW", "L"), ("YELLOW", "L"), ("DOLLAR", "L"), ("MUFFIN", "F"), ("WAFFLE", "F"), ("SUCCESS", "S"),
    ("SUCCESS", "C"),
)  # fmt: skip


def _n(value: int) -> Argument:
    return shown(str(value))


def _letters(word: str) -> int:
    ways = factorial(len(word))
    for letter in set(word):
        ways //= factorial(word.count(letter))
    return ways


def _chosen(draw: Draw, size: int, number: int) -> Made:
    return Made(Message("In how many ways can {number} {people} be chosen from {size} {people}?",
                        number=_n(number), size=_n(size), people=draw.one_of(_PEOPLE)),
                str(comb(size, number)))  # fmt: skip


def _value(formula: Formula, answer: int) -> Made:
    return Made(Message("What is the value of {expression}?", expression=formula), str(answer))


def _arranged(n: int, r: int) -> Formula:
    return Formula(f"{n}P{r}", f"_{{{n}}}P_{{{r}}}")


def _combined(n: int, r: int) -> Formula:
    return shown(f"binomial({n}, {r})")


# Beginner


@TOPIC.beginner
def in_a_row(draw: Draw) -> Made:
    n = draw.whole(3, 10)
    return Made(Message("In how many ways can {count} {people} stand in a row?", count=_n(n),
                        people=draw.one_of(_PEOPLE)), str(factorial(n)))  # fmt: skip


@TOPIC.beginner
def things_in_a_row(draw: Draw) -> Made:
    n = draw.whole(3, 9)
    statement = draw.one_of([
        Message("In how many ways can {count} different books be arranged in a row?", count=_n(n)),
        Message("In how many ways can {count} different cards be arranged in a row?", count=_n(n)),
        Message("In how many ways can {count} different flags be arranged in a row?", count=_n(n)),
        Message("In how many ways can {count} different toys be arranged in a row?", count=_n(n)),
        Message("In how many ways can {count} different pictures be arranged in a row?", count=_n(n)),
        Message("In how many ways can {count} different balls be arranged in a row?", count=_n(n)),
        Message("In how many ways can {count} different hats be arranged in a row?", count=_n(n)),
    ])  # fmt: skip
    return Made(statement, str(factorial(n)))


@TOPIC.beginner
def two_offices(draw: Draw) -> Made:
    n = draw.whole(4, 40)
    return Made(Message("In how many ways can a president and a vice president be chosen from {size} {people} if no "
                        "one can hold more than one office?", size=_n(n), people=draw.one_of(_PEOPLE)),
                str(n * (n - 1)))  # fmt: skip


@TOPIC.beginner
def two_are_chosen(draw: Draw) -> Made:
    return _chosen(draw, draw.whole(4, 25), 2)


@TOPIC.beginner
def the_subsets_of_a_set(draw: Draw) -> Made:
    members = sorted(draw.several(draw.whole(2, 6), 1, 20))
    return Made(Message("How many subsets does the set {members} have?",
                        members=shown("{" + ", ".join(map(str, members)) + "}")), str(2 ** len(members)))  # fmt: skip


@TOPIC.beginner
def an_arrangement_of_two_by_its_sign(draw: Draw) -> Made:
    n = draw.whole(3, 60)
    return _value(_arranged(n, 2), perm(n, 2))


@TOPIC.beginner
def a_choice_of_two_by_its_sign(draw: Draw) -> Made:
    n = draw.whole(3, 60)
    return _value(_combined(n, 2), comb(n, 2))


@TOPIC.beginner
def factorials_over_each_other(draw: Draw) -> Made:
    n = draw.whole(4, 25)
    k = n - draw.whole(1, 3)
    return _value(shown(f"{n}!/{k}!"), perm(n, n - k))


@TOPIC.beginner
def factorials_side_by_side(draw: Draw) -> Made:
    (big, small), sign = sorted(draw.several(2, 1, 8), reverse=True), draw.one_of(["+", "-"])
    value = factorial(big) + (factorial(small) if sign == "+" else -factorial(small))
    return _value(shown(f"{big}! {sign} {small}!"), value)


@TOPIC.beginner
def the_letters_of_a_word(draw: Draw) -> Made:
    word = draw.one_of([word for word in _DISTINCT if len(set(word)) == len(word)])
    return Made(Message("In how many ways can the letters of the word {word} be arranged?", word=word),
                str(_letters(word)))  # fmt: skip


@TOPIC.beginner
def one_of_each(draw: Draw) -> Made:
    first, second = draw.several(2, 2, 12)
    statement = draw.one_of([
        Message("There are {first} different shirts and {second} different skirts. In how many ways can we choose a "
                "shirt and a skirt?", first=_n(first), second=_n(second)),
        Message("There are {first} different books and {second} different pictures. In how many ways can we choose a "
                "book and a picture?", first=_n(first), second=_n(second)),
        Message("There are {first} different hats and {second} different toys. In how many ways can we choose a hat "
                "and a toy?", first=_n(first), second=_n(second)),
    ])  # fmt: skip
    return Made(statement, str(first * second))


@TOPIC.beginner
def handshakes(draw: Draw) -> Made:
    n = draw.whole(4, 80)
    return Made(Message("There are {count} people at a party. Each person shakes hands with every other person exactly "
                        "once. How many handshakes take place?", count=_n(n)), str(comb(n, 2)))  # fmt: skip


@TOPIC.beginner
def multiples_up_to_a_number(draw: Draw) -> Made:
    high, k = draw.whole(30, 200), draw.whole(3, 15)
    return Made(Message("How many whole numbers from {low} to {high} are multiples of {factor}?", low=_n(1),
                        high=_n(high), factor=_n(k)), str(high // k))  # fmt: skip


# Intermediate


@TOPIC.intermediate
def several_are_chosen(draw: Draw) -> Made:
    n = draw.whole(6, 14)
    return _chosen(draw, n, draw.whole(3, n - 2))


@TOPIC.intermediate
def three_offices(draw: Draw) -> Made:
    n = draw.whole(5, 25)
    return Made(Message("In how many ways can a president, a vice president and a secretary be chosen from {size} "
                        "{people} if no one can hold more than one office?", size=_n(n),
                        people=draw.one_of(_PEOPLE)), str(perm(n, 3)))  # fmt: skip


@TOPIC.intermediate
def an_arrangement_by_its_sign(draw: Draw) -> Made:
    n, r = draw.whole(5, 15), draw.whole(3, 5)
    return _value(_arranged(n, r), perm(n, r))


@TOPIC.intermediate
def a_choice_by_its_sign(draw: Draw) -> Made:
    n = draw.whole(7, 20)
    r = draw.whole(3, n - 3)
    return _value(_combined(n, r), comb(n, r))


@TOPIC.intermediate
def letters_that_repeat(draw: Draw) -> Made:
    word = draw.one_of([word for word in _REPEATED if len(set(word)) < len(word)])
    return Made(Message("In how many ways can the letters of the word {word} be arranged?", word=word),
                str(_letters(word)))  # fmt: skip


@TOPIC.intermediate
def two_stand_together(draw: Draw) -> Made:
    n = draw.whole(4, 12)
    return Made(Message("In how many ways can {count} {people} stand in a row if Ann and Bo must stand next to each "
                        "other?", count=_n(n), people=draw.one_of(_PEOPLE)), str(2 * factorial(n - 1)))  # fmt: skip


@TOPIC.intermediate
def two_stand_apart(draw: Draw) -> Made:
    n = draw.whole(4, 15)
    return Made(Message("In how many ways can {count} {people} stand in a row if Ann and Bo refuse to stand next to "
                        "each other?", count=_n(n), people=draw.one_of(_PEOPLE)),
                str(factorial(n) - 2 * factorial(n - 1)))  # fmt: skip


@TOPIC.intermediate
def around_a_table(draw: Draw) -> Made:
    n = draw.whole(4, 13)
    return Made(Message("In how many ways can {count} {people} sit around a round table? Two seatings are considered "
                        "the same if one is a rotation of the other.", count=_n(n), people=draw.one_of(_PEOPLE)),
                str(factorial(n - 1)))  # fmt: skip


@TOPIC.intermediate
def so_many_of_each_group(draw: Draw) -> Made:
    (first, second), (a, b) = draw.one_of(_GROUPS), (draw.whole(4, 8), draw.whole(4, 8))
    p, q = draw.whole(2, 4), draw.whole(2, 4)
    return Made(Message("In how many ways can {p} {first} and {q} {second} be chosen from {a} {first} and {b} "
                        "{second}?", a=_n(a), b=_n(b), p=_n(p), q=_n(q), first=first, second=second),
                str(comb(a, p) * comb(b, q)))  # fmt: skip


@TOPIC.intermediate
def subsets_of_a_size(draw: Draw) -> Made:
    n = draw.whole(5, 16)
    k = draw.whole(2, n - 2)
    return Made(Message("How many {number}-element subsets does a set with {size} elements have?", number=_n(k),
                        size=_n(n)), str(comb(n, k)))  # fmt: skip


@TOPIC.intermediate
def multiples_of_one_or_the_other(draw: Draw) -> Made:
    high, (a, b) = draw.whole(50, 200), draw.one_of([(2, 3), (3, 4), (3, 5), (2, 7), (4, 5), (3, 7), (5, 6), (5, 7)])
    return Made(Message("How many whole numbers from {low} to {high} are multiples of {a} or {b}?", low=_n(1),
                        high=_n(high), a=_n(a), b=_n(b)),
                str(high // a + high // b - high // (a * b)))  # fmt: skip


@TOPIC.intermediate
def two_choices_added(draw: Draw) -> Made:
    n = draw.whole(6, 15)
    r = draw.whole(2, n - 3)
    expression = shown(f"binomial({n}, {r}) + binomial({n}, {r + 1})")
    return _value(expression, comb(n + 1, r + 1))


# Advanced


def _with_at_least(draw: Draw, least: int) -> Made:
    (first, second), a, b = draw.one_of(_GROUPS), draw.whole(4, 8), draw.whole(4, 8)
    size = draw.whole(least + 2, least + 3)
    ways = sum(comb(b, q) * comb(a, size - q) for q in range(least, size + 1))
    return Made(Message("In how many ways can a committee of {size} people be chosen from {a} {first} and {b} {second} "
                        "with at least {least} {second}?", size=_n(size), a=_n(a), b=_n(b), first=first,
                        second=second, least=_n(least)), str(ways))  # fmt: skip


@TOPIC.advanced
def at_least_one(draw: Draw) -> Made:
    return _with_at_least(draw, 1)


@TOPIC.advanced
def at_least_two(draw: Draw) -> Made:
    return _with_at_least(draw, 2)


@TOPIC.advanced
def together_around_a_table(draw: Draw) -> Made:
    n = draw.whole(4, 13)
    return Made(Message("In how many ways can {count} {people} sit around a round table if Ann and Bo must sit next to "
                        "each other? (Two seatings are considered the same if one is a rotation of the other.)",
                        count=_n(n), people=draw.one_of(_PEOPLE)), str(2 * factorial(n - 2)))  # fmt: skip


@TOPIC.advanced
def apart_around_a_table(draw: Draw) -> Made:
    n = draw.whole(4, 13)
    return Made(Message("In how many ways can {count} {people} sit around a round table if Ann and Bo refuse to sit "
                        "next to each other? (Two seatings are considered the same if one is a rotation of the other.)",
                        count=_n(n), people=draw.one_of(_PEOPLE)),
                str(factorial(n - 1) - 2 * factorial(n - 2)))  # fmt: skip


@TOPIC.advanced
def equal_letters_together(draw: Draw) -> Made:
    word, letter = draw.one_of(_TWINS)
    block = word.replace(letter, "") + letter
    return Made(Message("In how many ways can the letters of the word {word} be arranged so that the {letter}'s are "
                        "together?", word=word, letter=letter), str(_letters(block)))  # fmt: skip


@TOPIC.advanced
def the_vowels_together(draw: Draw) -> Made:
    words = [word for word in (*_REPEATED, *_DISTINCT) if sum(word.count(vowel) for vowel in "AEIOU") > 1]
    word = draw.one_of(words)
    vowels = "".join(letter for letter in word if letter in "AEIOU")
    rest = "".join(letter for letter in word if letter not in "AEIOU")
    return Made(Message("In how many ways can the letters of the word {word} be arranged so that the vowels are "
                        "together?", word=word), str(_letters(rest + "#") * _letters(vowels)))  # fmt: skip


@TOPIC.advanced
def a_binomial_coefficient(draw: Draw) -> Made:
    a, b, n = draw.whole(1, 3), draw.signed(4), draw.whole(4, 7)
    k = draw.whole(1, n - 1)
    return Made(Message("What is the coefficient of {power} in the expansion of {expression}?",
                        power=shown(f"x^{k}" if k > 1 else "x"), expression=shown(f"({polynomial([a, b])})^{n}")),
                str(comb(n, k) * a**k * b ** (n - k)))  # fmt: skip


@TOPIC.advanced
def the_sum_of_all_coefficients(draw: Draw) -> Made:
    a, b, n = draw.whole(1, 5), draw.whole(1, 5), draw.whole(3, 6)
    return Made(Message("What is the sum of the coefficients in the expansion of {expression}?",
                        expression=shown(f"({polynomial([a, b])})^{n}")), str((a + b) ** n))  # fmt: skip


@TOPIC.advanced
def from_three_groups(draw: Draw) -> Made:
    (a, b, c), (p, q, r) = [draw.whole(3, 7) for _ in range(3)], [draw.whole(2, 3) for _ in range(3)]
    return Made(Message("In how many ways can {p} boys, {q} girls and {r} teachers be chosen from {a} boys, {b} girls "
                        "and {c} teachers?", a=_n(a), b=_n(b), c=_n(c), p=_n(p), q=_n(q), r=_n(r)),
                str(comb(a, p) * comb(b, q) * comb(c, r)))  # fmt: skip


@TOPIC.advanced
def a_product_of_choices(draw: Draw) -> Made:
    n, m = draw.several(2, 4, 9)
    r, k = draw.whole(2, n - 2), draw.whole(2, m - 2)
    return _value(shown(f"binomial({n}, {r})*binomial({m}, {k})"), comb(n, r) * comb(m, k))


@TOPIC.advanced
def a_row_of_a_multinomial(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 4), draw.whole(2, 5), draw.whole(2, 4)
    n = a + b + c
    value = factorial(n) // (factorial(a) * factorial(b) * factorial(c))
    return _value(shown(f"{n}!/({a}!*{b}!*{c}!)"), value)


@TOPIC.advanced
def multiples_of_neither(draw: Draw) -> Made:
    high, (a, b) = draw.whole(100, 500), draw.one_of([(2, 3), (3, 4), (3, 5), (2, 7), (4, 5), (3, 7), (5, 6), (5, 7)])
    both = high // (a * b)
    return Made(Message("How many whole numbers from {low} to {high} are multiples of {a} but not {b}?", low=_n(1),
                        high=_n(high), a=_n(a), b=_n(b)), str(high // a - both))  # fmt: skip


@TOPIC.advanced
def a_choice_of_both_kinds(draw: Draw) -> Made:
    n, r = draw.whole(5, 12), draw.whole(2, 5)
    return _value(shown(f"binomial({n}, {r})*{r}! + {n - 4}!"), perm(n, r) + factorial(n - 4))
