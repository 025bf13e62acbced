"""Phrases that give names their meaning, in English and Korean."""

from __future__ import annotations

_KINDS = (
    "(functions?|polynomials?|numbers?|variables?|constants?|integers?|real numbers?|equations?|value of|matri(x|ces)"
    "|(column )?vectors?)"
)
_KINDS_KO = (
    "((다항|일차|이차|삼차)? 함수|다항식|실수|정수|자연수|상수|변수|미지수|수|식|등식|(연립)? 방정식|값|행렬|벡터)"
)
_SAY = "(하자|한다|합시다|합니다|할 때|하면|하고|하며)"
_PUT = "(두자|놓자|두면|놓으면|두고|놓고|둘 때|놓을 때)"

DEFINING: dict[str, tuple[str, ...]] = {
    "LET": (
        f"(we )?(let|define|set|denote)( by)?( (the )?{_KINDS})?",
        f"(we )?consider( the)?( {_KINDS})?",
        "(suppose|assume|given)( that)?( the)? (function|polynomial)s?",
    ),
    "SUPPOSE": (
        f"(we )?(suppose|assume|given|know)( that)?( (the )?{_KINDS})?",
        "(if|when|where|say|for)",
        "it is (given|known) that",
    ),
    "BE": (
        "be",
        "(to )?be (equal to|given by|defined (by|as)|the (value|result) of)",
        "is (equal to|given by|defined (by|as))",
        "equal",
        "denote",
        "represent",
    ),
    "BE_EQUAL": ("=", ":="),
    "OPERATION_SUPPOSED": (
        "(we )?(let|define|set|suppose|assume|given|consider|denote)( that)?",
        "(if|when|where)",
    ),
    "THE_OPERATION": (
        "(the |a |an )?(new |special |binary |real-valued )*(operation|operator|function|relation|symbol|polynomial)s?",
        "(?=[A-Z] (represents|denotes|is))",
    ),
    "OPERATION_DEFINED": (
        "(be |is )?(defined |given )?(as( follows)?|by|so that|such that|to be) ?[:]?",
        (
            "(is|be|represents|denotes|means) (an |a |the )?(new |special |binary )?(operation|operator|function"
            "|relation)( (that|which) is)?( (defined|given))?( (as|by|such that|so that))? ?[:]?"
        ),
    ),
    "BE_OPERATION": (
        (
            "(be|is|represents|denotes|means) (an |a |the )(new |special |binary )?(operation|operator|relation"
            "|function|polynomial)( (that|which) is)? (defined|given|such that)( (as|by|such that|so that))?"
        ),
    ),
    "A_FUNCTION_DEFINED": (
        "(a |the )?(function|operation) (is )?(defined|given) (as|by) ?[:]?",
        "(we )?(define|consider) (a |the )?(new )?(function|operation)( (as|by))? ?[:]?",
    ),
    "FOR_ALL": (
        (
            "(for|where) (all|any|every|each)( pairs? of)?( (distinct|nonzero|non-zero|positive|real|whole|natural"
            "|rational))*( (numbers?|integers?))?( values of)?( such as)?"
        ),
        "for( (positive|negative|real|nonzero|non-zero|whole|natural))* (integers|numbers|values of)",
        "(for|where) (all|any|every)( (positive|nonzero|non-zero|real))*( (integer|real|number))? values of",
    ),
    "ARE_NUMBERS": ("(are|is)( (all|any|both))?( (nonzero|positive|real|whole|a))* (numbers?|integers?)",),
    "INVERSE_FUNCTION": ("(the )?inverse( function)?( of| for)?( the function)?",),
    "FIND_INVERSE_FUNCTION": (
        (
            "(find|determine|calculate|compute|give|state|what is)( me)? (the )?inverse( function)?( of"
            "| for)?( the)?( function)?"
        ),
    ),
    # Korean
    "INVERSE_FUNCTION_KO": ("역함수",),
    "OPERATION_KO": ("(다음)? (의)? (새로운)? (연산|연산자|기호|함수)",),
    "FOR_ALL_KO": ("(모든|임의의) (두)? (양의|0이 아닌)? (실수|정수|수|자연수|유리수)?", "(두)? (실수|정수|수|자연수)"),
    "ABOUT_ALL_KO": ("에 (대하여|대해서?)",),
    "DEFINED_KIND": ("(the|a)( (2|3|4) ?(x|×|by) ?(2|3|4))? (matrix|vector|column vector|function|polynomial)",),
    "DEFINITION_END": (
        r"[.;!]( *(and|then|so|now|also))?,?",
        ",( *(and|then|so))?",
        "(and|then)",
        "그리고",
        "(이)?(고|며)",
    ),
    "LET_KO": (
        f"(이)?라 (고)? ((가정|정의)? {_SAY}|{_PUT}|정하자)",
        f"(으)?로 (정의 {_SAY}|{_PUT}|하자|정의(된다|될 때)|주어(질 때|졌다))",
        "(일|인) (때|경우)",
        "(이)?(면|라면)",
        "에 (대하여|대해서?|관하여)",
        "에서",
        "(이다|입니다|이에요|예요)",
        "(이|가)? 성립 (한다 (고 하자|고 할 때)?|할 때|하면|합니다)",
        "(을|를) 만족 (한다 (고 하자|고 할 때)?|할 때|하면|합니다|하는)",
    ),
    "SUPPOSED_KO": (f"(두|세|네|다음)? (의)? {_KINDS_KO} (이|가|은|는)?",),
    "VALUE_ASKED": (
        "(what (is|does)|what's|calculate|compute|evaluate|work out|find|determine|give|state)",
        "(what is|calculate|compute|evaluate|work out|find|determine|give|state) the (exact )?value of",
    ),
}
