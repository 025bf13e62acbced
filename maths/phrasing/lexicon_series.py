"""Phrases of sums, progressions, recurrences and series, in English and Korean."""

from __future__ import annotations

_KINDS = "(sequence|progression|series)"
_BEFORE = "(infinite |certain |given |following |particular |finite |decreasing |increasing )*"
_ENDING = _BEFORE.replace("infinite |", "")
_DO_KO = "(하시오|하세요|하십시오|하라|하여라|하자|하면|해 (주세요|줘요?|주십시오|줄래요?|라|봐요?|보세요)?)"

SERIES: dict[str, tuple[str, ...]] = {
    "SUM_SIGN": ("(the )?(following )?(sum|series|product|summation)( of)?( the (series|sequence))?",),
    "SUM_OF_SERIES": (
        f"(the )?(value|sum|total) of( the| this| an?)?( {_BEFORE})?(sum|{_KINDS})?",
        f"(the |this )?{_BEFORE}(sum|{_KINDS})",
    ),
    "PRODUCT_OF_SERIES": ("(the )?(value of )?(the )?product( of)?",),
    "ARITHMETIC": (
        f"(an |the |this |that |its |a )?{_BEFORE}arithmetic( |al )?{_KINDS}",
        f"(an |the )?{_BEFORE}arithmetic {_KINDS} of (real numbers|integers|numbers)",
    ),
    "GEOMETRIC": (
        f"(a |the |this |that |its |an )?{_ENDING}geometric {_KINDS}",
        f"(a |the )?{_ENDING}geometric {_KINDS} of (real numbers|numbers)",
    ),
    "GEOMETRIC_POSITIVE": (
        f"(a |the )?{_ENDING}geometric {_KINDS} (of|with)( only)? positive( real)? (terms|numbers)",
    ),
    "ENDLESS_GEOMETRIC": ("(a |an |the |this )?infinite( convergent)? geometric (series|sequence|progression)",),
    "POSITIVE_TERMS": (
        "(of|with|has|have|and)( only| all)? positive( real| integer)?( terms| numbers| integers)",
        "(all|and all)( of)?( its| the)? terms (are )?positive",
    ),
    "SOME_SEQUENCE": ("(the |this )?(following )?(sequence|list|series)( of (numbers|integers))?",),
    "THIS_SEQUENCE": (f"(of|in|for|to) (the|this|that) ({_KINDS})", "(of|in) it"),
    "OF_SEQUENCE": ("of|in|for|to",),
    "TERM": ("term( number)?",),
    "FIRST_TERM": ("(the |a |its )?(first|initial|1st) term",),
    "LAST_TERM": ("(the |a |its )?(last|final) term",),
    "COMMON_DIFFERENCE": ("(the |a |its )?common difference", "(the |a |its )?difference"),
    "COMMON_RATIO": ("(the |a |its )?common ratio", "(the |a |its )?ratio"),
    "SUM_OF_FIRST": ("(the |its )?sum of (the |its |their )?(first|initial)",),
    "TERMS": ("terms",),
    "SUM_OF_ALL": ("(the |a |its )?(sum( of all( of)? (its|the) terms| of (its|the) terms)?|total)",),
    "SUM_TO_INFINITY": ("(the |a |its )?(sum to infinity|infinite sum|limiting sum)",),
    "GENERAL_TERM_P": (
        "(the |a |its )?(general|nth|n-th|n th) term( formula)?",
        "(a |the )?formula for (the )?(nth|n-th|n th|general) term",
    ),
    "SUM_OF_IT": (f"(the |its )?(sum|value) of (all )?(the |its )?(terms (of|in) )?(the |this )?(({_KINDS}))?",),
    "NUMBER_OF_TERMS": ("(the )?number of terms", "how many (terms|numbers|integers|elements)"),
    "ARE_IN_IT": (
        "(are )?(there )?(in|belong to|are in|are there in)",
        "does",
        "(are|appear) (there )?(in )?",
    ),
    "HAVE_TERMS": ("have|contain|has",),
    "AMOUNTS": ("is|are|was|equals?|=|is equal to|of|be|as",),
    "HAS": ("has|have|having|with|whose|that has|which has|where|in which", "(that|which) begins with"),
    "ITEM_END": (
        r"[.;,:]|(, *)?and|if|given( that)?|when|where|then|suppose( that)?|consider|let|with|for",
        r"[.;,] *(and|if|then|given|suppose|so)( that)?",
        "그리고|이고|이며|일 때|인|이면|라고 할 때|라 할 때|이다|입니다|이라고 하자|고",
    ),
    "RESPECTIVELY": (", *respectively|respectively",),
    "IN_A": ("in|for|given|consider|suppose( that)?|let|if",),
    "ODD_NUMBERS": (
        "(the )?(positive )?odd (whole |natural |counting )?(integers|numbers)",
        "(the )?odd positive (integers|numbers)",
    ),
    "EVEN_NUMBERS": (
        "(the )?(positive )even (whole |natural |counting )?(integers|numbers)",
        "(the )?even (positive|natural|counting) (integers|numbers)",
    ),
    "WHOLE_NUMBERS": ("(the )?(positive |natural |counting )(integers|numbers|whole numbers)",),
    "MULTIPLES": ("(the )?positive multiples of",),
    "ALL_FROM": ("(all )?(of )?(the )?(integers|whole numbers|natural numbers|counting numbers|numbers)",),
    "ODD_FROM": ("(all )?(of )?(the )?odd (integers|numbers|whole numbers)",),
    "EVEN_FROM": ("(all )?(of )?(the )?even (integers|numbers|whole numbers)",),
    "SUM_OF_NUMBERS": ("(the )?sum of",),
    "INCLUSIVE": (", *inclusive|inclusive|both included|,? including both",),
    "SEQUENCE_DEFINED": (
        (
            "(a|the|let the|if the|if a|suppose( that)? (a|the)|consider the|given the)( (infinite|real)"
            ")? sequence( of (numbers|real numbers|integers))?"
        ),
    ),
    "BRACED": ("(a_n|[(]a_n[)]|[{]a_n[}])",),
    "DEFINED_BY": (
        (
            "(is |are |be )?(recursively )?(defined|given|determined|described)( recursively)?( by| so "
            "that| as follows)?( the)?( recurrence( relation)?| rule)?"
        ),
        "(satisfies|satisfy|has|with|such that)( the)?( recurrence( relation| equation)?| relation)?",
    ),
    "FOR_PLACES": ("(for|when|if|where)( all| every| each| any)?( (positive |natural )?(integers?|numbers?))?",),
    "PLACES": ("(for|when|where)( all| every| each| any)( positive integers?| natural numbers?)( [a-z])?",),
    "FORMULA_FOR": (
        "(a |the )?(general term|closed form|explicit formula|formula|general formula)( of| for)?( the)?( sequence)?",
    ),
    # Korean
    "ARITHMETIC_KO": ("(다음|어떤|이|주어진)? (유한)? 등차 (수열|급수)",),
    "GEOMETRIC_KO": ("(다음|어떤|이|주어진)? 등비 수열",),
    "ENDLESS_GEOMETRIC_KO": ("(다음|어떤|이|주어진)? 무한 등비 (수열|급수)", "(다음|어떤|이|주어진)? 등비 급수"),
    "POSITIVE_TERMS_KO": ("(모든 항이|각 항이|항이 모두) 양수 (인|이고|이며|일 때)?",),
    "SEQUENCE_NAME_KO": (r"\{ ?a_\{?n\}? ?\}|\\\{ ?a_\{?n\}? ?\\\}|\(a_n\)|a_n",),
    "FIRST_TERM_KO": ("(첫째|첫) ?항", "초항", "첫 번째 항"),
    "LAST_TERM_KO": ("(끝|마지막) ?항",),
    "STEP_KO": ("공차",),
    "RATIO_KO": ("공비",),
    "FIRST_UP_TO_KO": ("((첫째|첫) ?항|초항|제 ?1 ?항|1항) ?부터",),
    "SUM_UP_TO_KO": ("까지 (의)? (합|더한 값)",),
    "FIRST_COUNT_KO": ("처음 ?",),
    "SUM_OF_COUNT_KO": ("개 (의)? 항 (의)? 합",),
    "GENERAL_TERM_P_KO": ("(의)? 일반항( a_n)?",),
    "TOTAL_KO": ("(의)? (합|급수의 합|총합)", "(모든|전체)? 항 (의)? 합"),
    "NUMBER_OF_TERMS_KO": ("항 (의)? (개수|수)", "항은 (모두)? 몇 개", "항이 (모두)? 몇 개"),
    "AMOUNTS_KO": ("이|가|은|는|=",),
    "IN_KO": ("의|에서|에서의|은|는|이|가|에|에 대하여",),
    "ITEM_END_KO": (
        (
            r"[,.]? ?(이고|이며|일 때|인|이면|라고 할 때|라 할 때|이라 할 때|이라고 할 때|"
            r"이다|입니다|라고 하자|라 하자|고|며|일 때는|이라면|라면) ?[,.]?"
        ),
        r"[,.:]|와|과|그리고",
    ),
    "SERIES_KO": (
        "(다음|아래)? (의)? (급수|합|식|무한급수|곱|수열의 합)(을|를|의 합(을)?|의 값(을)?|은|는)? [:,]?",
        "다음 (을)? [:]?",
    ),
    "SERIES_SUM_KO": ("(의)? (합|값|결과|급수의 합|곱)",),
    "ODD_NUMBERS_KO": ("(양의|연속하는|연속된)? 홀수",),
    "EVEN_NUMBERS_KO": ("(양의|연속하는|연속된)? 짝수",),
    "WHOLE_NUMBERS_KO": ("자연수|양의 정수",),
    "FROM_NUMBER_KO": ("부터|에서",),
    "TO_NUMBER_KO": ("까지 (의)?",),
    "SUM_ASKED_KO": ("(의)? (합|총합)", "(을|를)? (모두)? 더한 (값|합)"),
    "COUNT_OF_KO": ("개 (의)?|번째 (까지)? (의)?",),
    "DEFINED_KO": (
        (
            "(이|가|은|는|을|를)? (다음과 같이 정의(될|된다고 할|될 때)?|정의(될|"
            "된|하는|되는)|만족(할|하는|시키는|시킬|한다)|으로 정의된|로 정의된) (때)?"
        ),
        "(일|인) 때|이고|이며|이다|에서|으로|로",
    ),
    "SEQUENCE_DEFINED_KO": ("(다음과 같이 정의된|다음을 만족하는|이|어떤)? (의)? 수열 (을|이|은)?",),
    "FOR_PLACES_KO": ("(모든|임의의)? (자연수|양의 정수|정수) ?[a-z] ?에 (대하여|대해서?)",),
    "GENERAL_TERM_OF_KO": ("(의)? 일반항 (a_n)?",),
    "CALCULATE_ANY_KO": (f"(계산|구) {_DO_KO}", "구하시오"),
}
