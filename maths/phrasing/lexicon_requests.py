"""Phrases of small requests about expressions, in English and Korean."""

from __future__ import annotations

SMALL_REQUESTS: dict[str, tuple[str, ...]] = {
    "COMPLETE_SQUARE": ("complete the square( (for|of|in|on))?( the (quadratic|expression))?( expression)? ?[:]?",),
    "COMPLETE_SQUARE_KO": (
        "(을|를)? 완전제곱식 (꼴|형태|을 포함한 식)?(로|으로) (나타내|고치|변형하)(시오|세요|여라|십시오|어라)",
        "(을|를)? 완전제곱 (꼴|형태|식)(로|으로) (나타내|고치|변형하)(시오|세요|여라|십시오|어라)",
    ),
    "EXPRESS_LETTER": ("(express|write|find|give)",),
    "POSITIVE_DIFFERENCE": ("(the )?(positive|absolute) difference (between|of)",),
    "HOW_MUCH_GREATER": ("how much (greater|larger|bigger|more) than",),
    "HOW_MUCH_LESS": ("how much (less|smaller) than",),
    "IS_THE_NUMBER": ("is",),
    "SIMPLEST_RADICAL": ("in (simplest|simplified|simple) radical form",),
}
