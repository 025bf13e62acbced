"""Phrases about writing an expression in a form, and about parts of polynomials, in English and Korean."""

from __future__ import annotations

_BODY = "(quadratic|trinomial|expression|polynomial|function|equation|product|sum|fraction|number)"
_FORM = "(in|into|as|to)( (the|a))?( (vertex |standard |equivalent )?form( of)?)?"
_WRITTEN = "(re)?(written|expressed|put|converted|transformed|factored)"

FORMS: dict[str, tuple[str, ...]] = {
    "FORM_INTRO": (
        f"(when|if|suppose( that)?|given that|after)( the| an?)?( following)?( quadratic)?( {_BODY})?",
        f"(the|an?)( following)?( quadratic)?( {_BODY})?",
    ),
    "FORM_WE_WRITE": (
        f"(re)?(write|express|put)( the)?( quadratic)?( {_BODY})?",
        f"(if|when|suppose|after) (we|you|one|i)( (can|may))? (re)?(write|express|put)( the)?( quadratic)?( {_BODY})?",
        f"(we|you|one|i)( (can|may))? (re)?(write|express|put)( the)?( quadratic)?( {_BODY})?",
        "(re)?(writing|expressing)",
        "complet(e|ing) the square (in|of|for|on)( the)?( quadratic)?( expression)?",
    ),
    "FORM_CAN_BE": (
        f"(can|may|could|is|are) (also )?be {_WRITTEN} {_FORM}",
        f"(is|are|was) {_WRITTEN} {_FORM}",
        "is (equal|equivalent|identical) to",
    ),
    "FORM_IN": (_FORM,),
    "FORM_WHERE": ("(where|with|for|such that|for some|given that|and)",),
    "FORM_ARE": ("(are|is)( (all|both|each))?",),
    "FORM_CONSTANTS": (
        "(real |rational )?(constants?|(real |rational )?numbers?)",
        "(a |an )?(real |rational )?constant",
    ),
    "FORM_INTEGERS": ("(an )?integers?", "(a )?whole numbers?", "(an )?integer constants?"),
    "FORM_POSITIVE_INTEGERS": ("(a )?positive integers?", "(a )?positive whole numbers?"),
    "FORM_POSITIVE": ("(a )?positive (real )?(constants?|numbers?)", "positive"),
    "FORM_SOME": ("(for )?(some|certain)? ?(integers?|(real )?(constants?|numbers?)|values of)",),
    "FORM_ASKED": (
        "(what is|find|determine|compute|calculate|give|evaluate)( the (value of|sum))?",
        "then( what is| find| determine| compute)( the (value of|sum))?",
    ),
    # Korean
    "FORM_IN_KO": ("(의)? (꼴|형태|모양|식)(로|으로)",),
    "FORM_WRITE_KO": (
        "(정리|표현|변형|인수분해|전개) (할|하였을|했을|한다고 할|될|되었을) 때",
        "(나타낼|나타냈을|나타내었을|쓸|썼을|적을|고칠|바꿀) (수 있을)? 때",
        "(나타내면|나타내고|쓰면|쓰고|고치면|바꾸면|나타낸다면)",
    ),
    "FORM_NOTE_KO": ("[(]? ?단 ?,",),
    "FORM_CONSTANTS_KO": ("(은|는|이|가) (모두)? (상수|실수|유리수|수) (이다|입니다|이고|임)? ?[.]? ?[)]?",),
    "FORM_INTEGERS_KO": ("(은|는|이|가) (모두)? 정수 (이다|입니다|이고|임)? ?[.]? ?[)]?",),
    "FORM_POSITIVE_KO": ("(은|는|이|가) (모두)? 양수 (이다|입니다|이고|임)? ?[.]? ?[)]?",),
    "SUM_OF_COEFFICIENTS": (
        "(the )?sum of (all )?(of )?(the )?coefficients (of|in)( the)?( (polynomial|expression|expansion))?( of)?",
    ),
    "SUM_OF_COEFFICIENTS_KO": ("(의)? (모든)? 계수의 (총)? 합",),
    "WHEN_SIMPLIFIED": (
        "when (it|they) (is|are) (fully )?(simplified|expanded|multiplied out)",
        "(is|are) (fully )?(simplified|expanded|multiplied out)",
        "when (simplified|expanded|multiplied out)",
        "(after|when) (like|the like) terms (have been|are) (combined|collected)",
    ),
    "WHEN_MULTIPLIED": ("(when|if|as)( the (polynomial|expression))?",),
    "IS_MULTIPLIED_BY": ("is multiplied by", "multiplied by"),
    "AND_TERMS_COLLECTED": (
        ", ?(and )?(the )?like terms are (combined|collected)",
        "and (the )?like terms are (combined|collected)",
    ),
    "POLYNOMIAL_QUOTIENT": ("(the )?quotient",),
    "POLYNOMIAL_REMAINDER": ("(the )?remainder",),
    "QUOTIENT_REMAINDER": ("(the )?quotient and (the )?remainder",),
    "POLYNOMIAL_WHEN": ("(when|if|as)( the polynomial)?", "of( the)?( polynomial)? division( of)?"),
    "POLYNOMIAL_DIVIDED_BY": ("(is )?divided by( the polynomial)?",),
    "LONG_DIVIDE": ("(divide|use (polynomial )?long division to divide|perform the division of)( the polynomial)?",),
    "QUOTIENT_P_KO": ("몫",),
    "REMAINDER_P_KO": ("나머지",),
    "QUOTIENT_REMAINDER_P_KO": ("몫 (과|와) 나머지",),
    "DIVIDED_P_KO": ("(으)?로 (나눈|나눌 때(의)?|나누었을 때(의)?|나눴을 때(의)?)",),
    "IS_FACTOR_OF": (
        "(is|be) a (factor|divisor) of( the)?( polynomial)?",
        "(divides|is a factor of)( the)?( polynomial)?",
    ),
    "REMAINDER_IS": ("(is|equals|=|leaves)",),
    "LEAVES_REMAINDER": ("(,|and)? ?(leaves|gives|has|with|leaving) (a |the )?remainder( of)?", "the remainder is"),
    "FIND_LETTER": ("(find|determine|calculate|compute|what is)( the)?( value)?( of)?",),
    "DIVIDES_EVENLY_KO": ("(으)?로 (나누어떨어|나누어 떨어)질 때",),
    "REMAINDER_VALUE_KO": ("(의)? 나머지 (가|는)?",),
    "IS_VALUE_KO": ("(일|이 될) 때", "(이)?라면", "(이)?면"),
    "POLYNOMIAL_GCD": (
        "(the )?(greatest|highest) common (factor|divisor) of( the)?( polynomials| expressions)?",
        "(the )?(gcd|gcf|hcf) of",
    ),
    "POLYNOMIAL_LCM": ("(the )?(least|lowest) common multiple of( the)?( polynomials| expressions)?", "(the )?lcm of"),
    "POLYNOMIAL_GCD_KO": ("(의)? 최대 ?공약(수|식)", "(의)? 최대공인수"),
    "POLYNOMIAL_LCM_KO": ("(의)? 최소 ?공배(수|식)",),
    "SOMEBODY_COMPLETES": (
        "(?-i:[A-Z][a-z]+) (is|was) (trying|going|asked) to solve( the| this)?( following)?( quadratic)?( equation)?",
        (
            "(?-i:[A-Z][a-z]+) (solved|solves|is solving|wants to solve)( the"
            "| this)?( following)?( quadratic)?( equation)?"
        ),
    ),
    "BY_COMPLETING": ("by completing the square",),
    "INTO_THE_FORM": (
        (
            "(to do so|in the process)?,? ?(he|she|they) (successfully )?(rewrites|rewrote|rewrite|writes|wrote)( the"
            "| this| that)?( (above|original|quadratic|same))*( equation)? (in|into|as)( the)?( following)?( form)?"
            "( of)? ?[:]?"
        ),
        "in the process, (he|she|they) (came|comes) up with the equivalent equation ?[:]?",
    ),
    "SQUARE_GIVEN": ("(if|given that|suppose( that)?|when)",),
    "IS_CONSTANT_SUCH_THAT": ("is a( real)? (constant|number) such that",),
    "IS_BINOMIAL_SQUARE": (
        "(is|be) (equal to )?(the |a )?(square of a binomial|perfect square( trinomial)?)",
        "(is|be) (the )?square of a binomial",
    ),
    "A_BINOMIAL_SQUARE": ("(the |a )?(square of a binomial|perfect square( trinomial)?)",),
    "SQUARE_FIND": (
        "(find|determine|compute|what is)( the| all)?( possible)?( values?)?( of)?( the constant)?",
        "(for )?what values?( of)?( the constant)?",
    ),
    "SQUARE_SO_THAT": ("(if|so that|such that|for which|is|will|when)",),
    "MAKES_SQUARE": ("(will )?makes?( the expression)?",),
    "BINOMIAL_SQUARE_KO": (
        "(이|가|은|는)? 완전제곱식 (이|으로)? (될|일|되도록 하는|인수분해될) (때)?",
        "(이|가|은|는)? 완전제곱식이 되도록 하는",
    ),
    "RATIONALIZE": (
        "(simplify and )?rationali[sz]e( the denominator( (of|in))?)?( the (expression|fraction|following))? ?[:]?",
    ),
    "RATIONALIZE_KO": (
        "(의)? 분모 (를)? 유리화 (하시오|하세요|하십시오|하라|하여라|해 주세요|한 결과는|한 값은|하면)?",
    ),
}

_TWO = "two( (positive|real|whole|distinct|different))* (numbers|integers)"
PAIRS: dict[str, tuple[str, ...]] = {
    "PAIR_SUM": ("the sum of",),
    "PAIR_DIFFERENCE": ("the (positive )?difference (of|between)",),
    "PAIR_PRODUCT": ("the product of",),
    "PAIR_SQUARES": ("the sum of the squares of",),
    "PAIR_NUMBERS": ("two( real)? numbers",),
    "PAIR_POSITIVE": ("two positive( real)? (numbers|integers)",),
    "PAIR_INTEGERS": ("two (integers|whole numbers)",),
    "PAIR_THEIR_SUM": ("(their|the) sum",),
    "PAIR_THEIR_DIFFERENCE": ("(their|the) (positive )?difference",),
    "PAIR_THEIR_PRODUCT": ("(their|the) product",),
    "PAIR_THEIR_SQUARES": ("the sum of their squares",),
    "PAIR_IS": ("(is|equals|=)",),
    "PAIR_AND": ("(,)? ?(and|while|but)", r"[.,]"),
    "PAIR_HAVE": ("(have|with) (a |the )?",),
    "PAIR_ASKED": ("(what is|what are|find|determine|compute|calculate)( the value of)?",),
    "PAIR_LARGER": (
        "the (larger|greater|bigger|largest|greatest)( (number|of the (two )?numbers|one|of the two|integer))?",
    ),
    "PAIR_SMALLER": ("the (smaller|lesser|least|smallest)( (number|of the (two )?numbers|one|of the two|integer))?",),
    "PAIR_BOTH": ("(the|the two|these|both|these two) numbers", "the numbers"),
    "PAIR_RECIPROCALS": ("the sum of (their reciprocals|the reciprocals( of the( two)? numbers)?)",),
    "PAIR_OF_NUMBERS": ("(of|between) (the|these|the two|these two|both) (numbers|integers)",),
    # Korean
    "PAIR_KO": ("(서로 다른)? 두 (수|실수)(의)?",),
    "PAIR_POSITIVE_KO": ("두 (양수|양의 실수)(의)?",),
    "PAIR_INTEGERS_KO": ("두 정수(의)?",),
    "PAIR_SUM_KO": ("합",),
    "PAIR_DIFFERENCE_KO": ("차",),
    "PAIR_PRODUCT_KO": ("곱",),
    "PAIR_SQUARES_KO": ("제곱의 합",),
    "PAIR_AND_KO": ("이고", "고", "이며", "며"),
    "PAIR_WHEN_KO": ("일 때", "이면", "이라면", "라면"),
    "PAIR_SUCH_KO": ("인", "이 되는"),
    "PAIR_LARGER_KO": ("(둘 중)? (더)? 큰 (수|쪽)",),
    "PAIR_SMALLER_KO": ("(둘 중)? (더)? 작은 (수|쪽)",),
}
FORMS |= PAIRS
