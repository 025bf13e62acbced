"""Phrases about consecutive whole numbers."""

from __future__ import annotations

_ASK_KO = "(구(하시오|하세요|하여라|하라|하면|해라|해 ?줘요?|해 ?주세요|하십시오)|찾으시오|쓰시오|말하시오)"
_THEM = "((two|three|four|five) )?(consecutive )?((even|odd|positive) )?(integers|numbers)"
_KIND_KO = "(정수|자연수|짝수|홀수|수)"

CONSECUTIVE: dict[str, tuple[str, ...]] = {
    "CN_IN_A_ROW_KO": ("연속(하는|한|된|되는)",),
    "CN_COUNT_OF_KO": ("개의",),
    "CN_SUM_KO": ("의 합(이|은)",),
    "CN_PRODUCT_KO": ("의 곱(이|은)",),
    "CN_SQUARES_KO": ("의 제곱의 합(이|은)", "의 각각의 제곱의 합(이|은)"),
    "CN_WHEN_KO": (
        "(일|이라고? 할|라고? 할|라 할) 때,?",
        "(이다|입니다|라고 한다|이라고 한다)[.]( 이때,?)?",
        "(이면|라면),?",
    ),
    "CN_THESE_KO": (
        f"(이|그)? ?(두|세|네|다섯|여섯) {_KIND_KO}(를|을|는|은) (모두|각각)? ?{_ASK_KO}",
        f"(이|그)? ?(두|세|네|다섯|여섯) {_KIND_KO}(는|은) (모두|각각)? ?(무엇|얼마)(인가요?|입니까)",
        f"(이|그) (수|{_KIND_KO})들(을|은) (모두|각각)? ?({_ASK_KO}|무엇(인가요?|입니까))",
        "(한|두|세|네|다섯|여섯) (정수|자연수|짝수|홀수|수)(는|은)",
    ),
    "CN_THE_SUM_OF": ("the sum of",),
    "CN_THE_PRODUCT_OF": ("the product of",),
    "CN_THE_SQUARES_OF": ("the sum of the squares of",),
    "CN_CONSECUTIVE": ("consecutive",),
    "CN_POSITIVE": ("positive", "natural"),
    "CN_EVEN": ("even",),
    "CN_ODD": ("odd",),
    "CN_INTEGERS": ("(integers|whole numbers|numbers)",),
    "CN_IS": ("is", "equals", "is equal to"),
    "CN_WHOSE_SUM": ("whose sum is", "with (a )?sum( of)?", "that (add up|sum) to", "that have a sum of"),
    "CN_WHOSE_PRODUCT": ("whose product is", "with (a )?product( of)?", "that have a product of"),
    "CN_WHOSE_SQUARES": ("whose squares (add up|sum) to", "the sum of whose squares is"),
    "CN_THEM": (
        f"(find|determine|list|give|what are)( all)?( of)? (the|these) {_THEM}",
        "what are they",
        "find them",
    ),
}
