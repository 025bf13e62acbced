"""Phrases for calculations in words and for other forms of numbers; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

ARITHMETIC: dict[str, tuple[str, ...]] = {
    "W_THE": ("the",),
    "W_SUM": ("(the )?(sum|total) of", "adding"),
    "W_PRODUCT": ("(the )?product of", "multiplying"),
    "W_QUOTIENT": ("(the )?quotient of",),
    "W_DIFFERENCE": ("(the )?difference (of|between)",),
    "W_AND": (",? *and",),
    "W_COMMA": (",",),
    "W_TWICE": ("twice", "double"),
    "W_THRICE": ("three times", "triple", "thrice"),
    "W_TIMES": ("times", "multiplied by"),
    "W_HALF_OF": ("(a |one )?half( of)?", "one-half( of)?"),
    "W_OF": ("of",),
    "W_RECIPROCAL": ("(the )?(reciprocal|multiplicative inverse) of",),
    "W_OPPOSITE": ("(the )?(opposite|additive inverse|negative) of",),
    "W_SQUARE_OF": ("(the )?square of",),
    "W_CUBE_OF": ("(the )?cube of",),
    "W_SQUARE_ROOT": ("(the )?(positive |principal )?square root of",),
    "W_CUBE_ROOT": ("(the )?cube root of",),
    "W_ABSOLUTE": ("(the )?absolute value of",),
    "W_MORE_THAN": ("more than", "greater than"),
    "W_LESS_THAN": ("less than", "fewer than"),
    "W_INCREASED_BY": ("increased by", "plus", "added to"),
    "W_DECREASED_BY": ("decreased by", "minus", "reduced by", "diminished by"),
    "W_DIVIDED_BY": ("divided by",),
    "W_SQUARED": ("squared",),
    "W_CUBED": ("cubed",),
    "W_SUBTRACT": ("subtract",),
    "W_FROM": ("from",),
    "W_ADD": ("add",),
    "W_TO": ("to",),
    "W_MULTIPLY": ("multiply",),
    "W_DIVIDE": ("divide",),
    "W_BY": ("by",),
    "W_WRITE": ("write", "express", "convert", "change", "rewrite", "give", "represent"),
    "W_AS": ("as", "to", "into", "in the form of"),
    "W_NUMBER_KIND": (
        (
            "(the )?(repeating |recurring |terminating )?(decimal|fraction|number|improper "
            "fraction|mixed number|percentage|percent)"
        ),
    ),
    "W_DECIMAL": ("(a |an exact )?(terminating |repeating |recurring )?decimal( number| fraction)?",),
    "W_FRACTION": (
        (
            "(a |an )?(common |simplified |reduced |improper |proper |simple )?fraction( in (its "
            ")?(lowest|simplest|reduced) (terms|form))?"
        ),
        "(a )?ratio of two integers in lowest terms",
    ),
    "W_MIXED": ("(a )?mixed (number|fraction)( in (lowest|simplest) (terms|form))?",),
    "W_DIGIT_AFTER": (
        "digit (after|past|to the right of|following|behind) the decimal( point)?",
        "decimal (digit|place)",
    ),
    "W_IN_EXPANSION": (
        "(in|of) the decimal (expansion|representation|form) of",
        "(in|of) the (expansion|representation) of",
        "(in|of)",
        "when (the fraction )?(?=.*written as a decimal)",
    ),
    "W_HOW_MANY_PLACES": (
        "how many digits are (there )?(to the right of|after) the decimal point in( the decimal)?",
        "how many digits (to the right of|after) the decimal point (are there )?(in|does)",
        "how many decimal places are (there )?in",
    ),
    "W_HOW_MANY_DIGITS_OF": ("how many digits does( the decimal equal to)?",),
    "W_HAVE_AFTER": ("have (to the right of|after) the decimal point",),
    "W_HAVE": ("have", "has"),
    "W_PERIOD": (
        (
            "(the )?(number of digits|length) (in|of) the (repeating "
            "(block|part|decimal)|period|repetend) (of|in) the decimal "
            "(expansion|representation|form) of"
        ),
        (
            "(the )?(period|length of the period|length of the repeating block) of( the decimal "
            "(expansion|representation) of)?"
        ),
    ),
    "W_ROUNDED": (",? *rounded( off)?", ",? *correct"),
    # Korean
    "WK_AS": ("(으)?로",),
    "WK_DECIMAL": ("(순환|유한)? 소수",),
    "WK_FRACTION": ("기약 ?분수", "분수"),
    "WK_MIXED": ("대분수",),
    "WK_DIGIT_AFTER": ("(의)? 소수점 (아래|이하)",),
    "WK_AS_DECIMAL": (
        "(을|를) 소수로 (나타낼|나타내었을|나타냈을|표현할|고칠) 때,?",
        "(을|를) 소수로 (나타내면|고치면),?",
    ),
    "WK_PLACE": ("(번째)? 자리(의)? 숫자", "번째 숫자", "번째 자리 숫자"),
    "WK_HALF": ("의 (절반|반)",),
    "WK_RECIPROCAL": ("의 역수",),
    "WK_OPPOSITE": ("의 반대 ?부호(의)? 수", "의 덧셈에 대한 역원"),
    "WK_SQUARE": ("의 제곱",),
    "WK_CUBE": ("의 세제곱",),
    "WK_SQUARE_ROOT": ("의 (양의)? 제곱근 중 양수", "의 양의 제곱근"),
    "WK_ABSOLUTE": ("의 절댓값", "의 절대값"),
    "WK_TIMES": ("배",),
    "WK_AND": ("와", "과"),
    "WK_SUM": ("의 합",),
    "WK_PRODUCT": ("의 곱",),
    "WK_OF": ("의",),
    "WK_BIGGER_BY": ("만큼 큰 (수|값)",),
    "WK_SMALLER_BY": ("만큼 작은 (수|값)",),
    "WK_THAN": ("보다",),
}
"""English and Korean."""
