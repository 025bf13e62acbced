"""Phrases of sequences, coefficients and stated signs, in English and Korean."""

from __future__ import annotations

_GIVEN = "(following |given )?"
_FOLLOWS = "((comes|goes|is|should come|will come) next|follows|comes after)"

POLYNOMIALS: dict[str, tuple[str, ...]] = {
    "NEXT_TERM": (
        f"(the )?next (term|number|value|element)( (in|of)( (the|this))?( {_GIVEN}(sequence|series|list|pattern))?)?",
        f"next( in( (the|this) {_GIVEN}(sequence|series|list|pattern))?)?",
    ),
    "COMES_NEXT": (
        f"(what|which)( (number|term|value))? {_FOLLOWS}( in( (the|this) {_GIVEN}(sequence|series|list|pattern))?)?",
    ),
    "CONTINUE": ("(continue|extend)( (the|this))?( (sequence|series|pattern))?",),
    "TERM_OF": (f"term (of|in|for)( (the|this))?( {_GIVEN}(sequence|series|list|pattern))?",),
    "GENERAL_TERM": (
        f"(the |a )?(general term|formula|rule)( (of|for|in))?( (the|this))?( {_GIVEN}(sequence|series|pattern))?",
    ),
    "REARRANGE": ("(rearrange|express|write|rewrite|put|bring)",),
    "TO_FORM": ("(to|in|into|as)( (the|a))?( form( of)?)?",),
    "AND_GIVE": ("(, *)?(and|then|and then)( (give|find|state|determine|calculate|tell me|what is)( the value of)?)",),
    "COEFFICIENT": ("(the )?coefficient (of|on|for|in front of)( the term)?( in)?",),
    "COEFFICIENT_IN": (
        "(in|of)( the)?( (expansion|polynomial|expression|product))?( of)?",
        "when (expanding|you expand)",
    ),
    "IS_EXPANDED": (
        "is (fully |completely )?(simplified|expanded|multiplied out|expanded and simplified)",
        "is simplified and (the )?like terms are (combined|collected)",
    ),
    "CONSTANT_TERM": ("(the )?(constant (term|coefficient)|absolute term) (of|in)( the expansion of)?",),
    "LEADING": ("(the )?leading coefficient (of|in)",),
    "DEGREE_OF": ("(the )?degree of( the polynomial)?",),
    "ASSUMING": (
        "(,)? ?(assuming|given|provided|supposing|suppose|assume)( that)?",
        "(,)? ?(where|if|when|for|with|as|since)( all)?",
    ),
    "POSITIVE": (
        "(is|are|to be|be|is a|are all)? ?(strictly )?(a )?positive( (numbers?|real( numbers?)?|variables?))?",
    ),
    # Korean
    "SEQUENCE_KO": ("(다음|이|주어진|아래)? (의)? 수열 (이|은|의)? [:,]?", "다음 (의)? [:]?"),
    "NEXT_TERM_KO": (
        "(의)? (바로)? 다음 (에)? (에 올|으로 올|올|나올|오는)? (항|수|숫자|값)",
        "(의)? 다음 (에는|은)",
    ),
    "AS_FORMULA_KO": ("(식|수식)으로 (나타내|표현하)(시오|세요|라|십시오|면|어라|어 (보세요|주세요))",),
    "GENERAL_TERM_KO": ("(의)? 일반항 (을|은|이)?",),
    "IN_FORM_KO": ("(의)? (꼴|형태|모양)(로|으로)",),
    "WRITE_KO": (
        "(정리|표현|변형) (할|하였을|했을|한다고 할) 때",
        "(정리|표현|변형) (하고|하면|하여|해서)",
        "(나타낼|나타냈을|나타내었을|쓸|썼을|적을) 때",
        "(나타내면|나타내고|쓰면|쓰고|고치면|바꾸면)",
    ),
    "COEFFICIENT_KO": ("(의)? 계수",),
    "CONSTANT_TERM_KO": ("(의)? 상수항",),
    "LEADING_KO": ("(의)? 최고차 (항)? (의)? 계수",),
    "DEGREE_KO": ("(의)? 차수",),
    "FROM_EXPANSION_KO": (
        "(을|를)? 전개 (한|했을 때|할 때|하면|하였을 때) (식)?(에서|의)?",
        "에서",
        "의 전개식 (에서)?",
    ),
    "POSITIVE_KO": (
        "(이|가|은|는)? (모두)? 양수 (일 때|이면|라면|라고 할 때|라고 하면|라 할 때|라 하자|이고|인 경우)",
        "> 0 (일 때|이면|라면|라고 할 때|라고 하면|라 할 때|인 경우)",
    ),
    "POSITIVE_NAMED_KO": ("양수",),
    "ABOUT_POSITIVE_KO": ("에 (대하여|대해서?)",),
    "PROVIDED_KO": ("[(]? ?단 ?,",),
    "BRACKET_END_KO": ("(이다|입니다)? ?[.]? ?[)]", "(이다|입니다)"),
    "PROVIDED_END_KO": ("(은|는|이|가)? (모두)? 양수 (이다|입니다|임)? ?[)]?", "> 0 (이다|입니다)? ?[)]?"),
}
