"""Phrases of tangents, extrema, areas, series and differential equations, in English and Korean."""

from __future__ import annotations

_CURVE = "(the )?(curve|graph|function|parabola|graph of( the function)?|curve of)( given by| defined by)?"
_EQUATION = "(differential equation|ode|initial value problem|ivp)"
_JUDGE_KO = "(판정|조사|판별|판단) ?(하시오|하세요|하여라|하라|해 ?(줘|주세요|보시오))"

CALCULUS: dict[str, tuple[str, ...]] = {
    "TANGENT_TO": (f"(the |an )?(equation (of|for) )?(the |a )?tangent( line)?( equation)?( to| of| for)( {_CURVE})?",),
    "NORMAL_TO": (f"(the |an )?(equation (of|for) )?(the |a )?normal( line)?( equation)?( to| of| for)( {_CURVE})?",),
    "SLOPE_OF": (
        f"(the )?(slope|gradient) of (the )?(tangent( line)? (to|of|for) )?({_CURVE})?",
        "(the )?(slope|gradient) of( the tangent( line)? (to|of))?",
        "(the )?(instantaneous )?rate of change of( the function)?",
    ),
    "LINEAR_OF": (
        (
            "(the )?(linear approximation|linearization|linearisation|tangent line approximation) (of|"
            "to|for)( the function)?"
        ),
    ),
    "AT_POINT": (
        ", *at|at|when|where",
        ",? *(at|through|passing through|for) (the point|the point where|the point with|points?)( where)?",
        "around|about|near|centered at|centred at|in powers of",
    ),
    "OF_CURVE": ("of|for|to|on|in",),
    "THE_CURVE": (_CURVE, "(the )?function"),
    "CRITICAL_OF": (
        "(all |all the |the |every |a )?(critical|stationary) (points?|numbers?|values?)( of| for)?( the function)?",
    ),
    "INFLECTION_OF": (
        (
            "(all |all the |the |every |a |any )?(points? of inflection|inflection points?|inflexion "
            "points?)( of| for)?( the (function|graph of|curve))?"
        ),
    ),
    "LOCAL_MAX": ("(the |a |any |all )?(local|relative) max(imum|ima)( values?)?",),
    "LOCAL_MIN": ("(the |a |any |all )?(local|relative) min(imum|ima)( values?)?",),
    "LOCAL_BOTH": (
        (
            "(the |all )?(local|relative) (extrema|extreme values?|maximum and minimum( values?)?|maxima "
            "and minima|max and min( values?)?)"
        ),
        "(the )?local maximum and (the )?local minimum( values?)?",
    ),
    "ABSOLUTE_MAX": ("(the )?((absolute|global) )?(max(imum)?|greatest|largest)( value)?( of| for)?( the function)?",),
    "ABSOLUTE_MIN": ("(the )?((absolute|global) )?(min(imum)?|least|smallest)( value)?( of| for)?( the function)?",),
    "ABSOLUTE_BOTH": (
        (
            "(the )?((absolute|global) )?(max(imum)? and min(imum)?( values?)?|extrema|extreme values)"
            "( of| for)?( the function)?"
        ),
    ),
    "WHERE_INCREASING": (
        "(the |all )?(open )?intervals? (where|on which|over which|in which|of x where)",
        "(on what|on which|over which|over what|for what|for which) ((open )?intervals?|values of x) (is|does)",
        "where (is|does)",
        "(the |all )?(open )?intervals? of",
    ),
    "IS_INCREASING": ("(is |are )?(strictly )?(increasing|increase|increases)( for| of)?",),
    "IS_DECREASING": ("(is |are )?(strictly )?(decreasing|decrease|decreases)( for| of)?",),
    "IS_CONVEX": ("(is )?(concave up(ward)?s?|convex)( for| of)?",),
    "IS_CONCAVE": ("(is )?(concave down(ward)?s?)( for| of)?",),
    "ON_INTERVAL": (",? *(on|over|in|for)( the)?( closed)?( interval)?",),
    "MEAN_VALUE": (
        (
            "(the |all )?(values?|numbers?|points?) (of )?c( in| that satisf(y|ies)| guaranteed by| from|"
            " satisfying|,)?( the)?( conclusion of the)? mean value theorem( for)?( the function)?"
        ),
        (
            "c (in|from|for|that satisfies|guaranteed by)( the)?( conclusion of the)? mean value theorem( "
            "for)?( the function)?"
        ),
    ),
    "AREA_BETWEEN": (
        (
            "(the )?area( of the region)?( that is)? (between|enclosed by|bounded by|enclosed between|"
            "bounded between)( the)?( (curves|graphs|lines|functions|parabolas|curve|graph of|graphs "
            "of))?"
        ),
    ),
    "AREA_UNDER": (
        f"(the )?area( of the region)? (under|below|beneath)( {_CURVE})?( the curve)?",
        "(the )?area under (the )?(curve|graph)( of)?",
    ),
    "X_AXIS": ("(the )?x ?-? ?axis",),
    "Y_AXIS": ("(the )?y ?-? ?axis",),
    "ABOVE_X_AXIS": ("(and )?above( the)? x ?-? ?axis",),
    "THE_LINES": ("(the )?(vertical )?lines?", "(the )?curves?"),
    "FROM_X": (",? *from|,? *between|,? *over|,? *on( the interval)?",),
    "TO_X": ("to|and",),
    "VOLUME_OF": (
        (
            "(the )?volume( of the solid)?( of revolution)?( (obtained|formed|generated|created|produced|"
            "when|by|that results))*( (rotating|revolving|rotation of|revolution of))( the)?( (region|"
            "area))?( (under|bounded by|between|enclosed by|below))?( the)?( (curve|curves|graph of|graphs "
            "of))?"
        ),
    ),
    "ABOUT_X_AXIS": (
        ",? *(about|around|round)( the)? x ?-? ?axis",
        "(is|are) (rotated|revolved) (about|around)( the)? x ?-? ?axis",
    ),
    "ABOUT_Y_AXIS": (",? *(about|around|round)( the)? y ?-? ?axis",),
    "AVERAGE_OF": ("(the )?(average|mean) value of( the function)?",),
    "LENGTH_OF": (f"(the )?(arc ?length|length) of( the)?( {_CURVE})?( the arc of)?",),
    "TAYLOR_OF": ("(the )?(taylor|maclaurin) (polynomial|expansion|series)( of| for)?( the function)?",),
    "MACLAURIN": ("(the )?maclaurin (polynomial|expansion|series)",),
    "TAYLOR": ("(the )?taylor (polynomial|expansion|series)",),
    "OF_DEGREE": (
        "of (degree|order)",
        "(up )?to (degree|order)",
        "(up )?to (and including )?(the )?(terms? (in|of)|term)?",
    ),
    "DEGREE_BEFORE": ("degree|order",),
    "DOES_CONVERGE": ("(does|do|is)( the)?( (series|sum|infinite series))?( it true that)?",),
    "CONVERGES": (
        "(converge|convergent|diverge|divergent|converges)( or (diverge|divergent|diverges|converge|convergent))?",
    ),
    "TEST_SERIES": (
        (
            "(determine|decide|state|find out|check|tell|say) (whether|if)( the| this)?( following)?( "
            "(series|sum|infinite series))?"
        ),
        "(test|check)( the| this)?( following)?( (series|sum|infinite series))?",
    ),
    "FOR_CONVERGENCE": (
        "for (its )?(convergence|divergence|convergence or divergence)",
        "converges( or diverges)?|is convergent( or divergent)?|diverges|is divergent|converges or not",
    ),
    "CONVERGES_FINELY": (
        (
            "(is )?(converges? |convergent )?absolutely( convergent)?,? *(converges? )?(or )?conditionally( "
            "convergent)?,? *(or )?(diverges|divergent|does not converge)?"
        ),
        "(converges|is) (absolutely or conditionally|conditionally or absolutely)( convergent)?",
    ),
    "PARTIAL_FRACTIONS_OF": (
        "(the )?partial fractions?( decomposition| expansion)?( of| for)?",
        "(decompose|resolve|split|write|express|expand|rewrite)( the)?( (expression|fraction|function))?",
    ),
    "INTO_PARTIAL_FRACTIONS": (
        "(into|as|in|in terms of|using|by)( a sum of)?( its)? partial fractions?( form| decomposition)?",
    ),
    "THE_PARTIAL_DERIVATIVE": ("(the )?partial derivative",),
    "GRADIENT_OF": ("(the )?gradient( vector)? of( the function)?",),
    "DIFFERENTIAL_EQUATION": (
        (
            "(the |this )?((following|homogeneous|linear|separable|ordinary|first-order|second-order)"
            f" )*{_EQUATION}( (with|for|in))?"
        ),
        (
            "(the )?(general |particular )?solution (of|to|for)( the| this)?( (following|homogeneous|"
            f"linear|separable|ordinary|first-order|second-order))*( {_EQUATION})?"
        ),
    ),
    "IMPLICITLY": ("(by |using )?implicit(ly| differentiation)?",),
    # Korean
    "CURVE_KO": ("(다음|주어진)? (의)? (곡선|(일차|이차|삼차|사차)? ?함수|그래프|포물선)", "다음"),
    "ON_CURVE_KO": ("(의)? (그래프)? 위의 점", "의 그래프 위의 점", "(의)? 점", "에 대하여 점"),
    "CURVE_OF_KO": (
        "(의 그래프)?(의|에|에 대하여|에 대한|는|은|가|이)",
        "의 그래프",
    ),
    "AT_KO": ("에서 (의)?", "일 때 (의)?", "에 (대응하는|해당하는) 점에서의"),
    "TANGENT_KO": ("(의)? 접선 (의)? (방정식)?", "접하는 (직선|접선)의 방정식"),
    "NORMAL_KO": ("(의)? 법선 (의)? (방정식)?", "접선에 수직인 직선의 방정식"),
    "SLOPE_KO": ("(의)? 미분 ?계수", "(의)? 접선 (의)? 기울기", "(의)? 순간 ?변화율"),
    "CRITICAL_KO": ("(의)? (임계점|임계값|정류점)",),
    "INFLECTION_KO": ("(의)? 변곡점 (의 좌표)?",),
    "LOCAL_MAX_KO": ("(의)? 극댓값", "(의)? 극대값", "(의)? 극대"),
    "LOCAL_MIN_KO": ("(의)? 극솟값", "(의)? 극소값", "(의)? 극소"),
    "LOCAL_BOTH_KO": ("(의)? 극값", "(의)? (극댓값|극대값)(과|와) (극솟값|극소값)"),
    "GREATEST_KO": ("(의)? (최댓값|최대값)",),
    "LEAST_KO": ("(의)? (최솟값|최소값)",),
    "GREATEST_BOTH_KO": ("(의)? (최댓값|최대값)(과|와) (최솟값|최소값)",),
    "INCREASING_KO": ("(이|가)? 증가하는 ((열린 ?)?구간|x의 (값의)? 범위)", "(의)? 증가 ?구간"),
    "DECREASING_KO": ("(이|가)? 감소하는 ((열린 ?)?구간|x의 (값의)? 범위)", "(의)? 감소 ?구간"),
    "CONVEX_KO": ("(이|가)? 아래로 볼록한 ((열린 ?)?구간|x의 (값의)? 범위)",),
    "CONCAVE_KO": ("(이|가)? 위로 볼록한 ((열린 ?)?구간|x의 (값의)? 범위)",),
    "INTERVAL_KO": ("(닫힌 ?)?구간",),
    "IN_INTERVAL_KO": ("에서 (의)?", "위에서 (의)?", "에 대하여"),
    "MEAN_VALUE_KO": (
        "(에서)? (의)? 평균값 ?(의)? 정리를 만족(시키)?(하)?는 (상수|실수|값)? c(의 값)?",
        "(에 대하여)? 평균값 ?(의)? 정리를 만족(시키)?(하)?는 (상수|실수)? c(의 값)?",
    ),
    "AREA_KO": (
        "(으)?로 둘러싸인 (부분|도형|영역)?(의)? (넓이|면적)",
        "사이의 (넓이|면적)",
    ),
    "BETWEEN_CURVES_KO": ("(두)? (곡선|함수|그래프|곡선과 직선)",),
    "X_AXIS_KO": ("x ?축",),
    "AREA_AXIS_KO": (
        "(및|과|와)? ?x ?축 ?(으)?로 둘러싸인 (부분|도형|영역)?(의)? (넓이|면적)",
        "(및|과|와)? ?x ?축 사이의 (넓이|면적)",
    ),
    "LINES_KO": ("(두)? 직선",),
    "REGION_KO": ("(으)?로 둘러싸인 (부분|도형|영역)",),
    "ROTATED_X_KO": (
        (
            "(을|를)? x ?축(을|의)? (둘레로|중심으로|주위로) (회전(시킬|시킨|한|하여|하면)?) ?(때)? ?(생기는|"
            "만들어지는|얻은|얻어지는)? ?(회전체|입체|입체도형)?(의)? 부피"
        ),
    ),
    "AVERAGE_KO": ("(의)? (평균값|평균)",),
    "LENGTH_KO": ("(의)? (호의)? 길이",),
    "TAYLOR_KO": ("차 (테일러|매클로린|맥클로린) (다항식|전개|급수)",),
    "SERIES_NOUN_KO": ("(다음|무한)? (의)? (무한)? 급수 (을|를|은|는|이|가|의)? [:,]?",),
    "JUDGE_CONVERGENCE_KO": (
        f"(의|이|가|은|는|을|를)? (수렴)? ?(과|,|·|와|하는지)? ?(발산)? ?(여부|하는지)? ?(을|를)? ?{_JUDGE_KO}",
        "(의|이|가|은|는)? (수렴|발산) ?하(는가|나요|는지|니|는지 (말하시오|구하시오|답하시오))",
        f"(의|이|가|은|는)? 수렴 ?하는지 발산 ?하는지 ({_JUDGE_KO}|말하시오|구하시오)",
    ),
    "PARTIAL_FRACTIONS_KO": (
        (
            "(을|를)? 부분 ?분수(로|의 합으로)? ?(분해|전개)?(하시오|하세요|"
            "하여라|하라|해줘|나타내시오|나타내세요|나타내어라|로 나타내시오)?"
        ),
        "(을|를)? 부분 ?분수(의 합)?(으)?로 (나타내|분해하|고치|쓰)(시오|세요|어라|라|면)",
    ),
    "PARTIAL_FRACTIONS_OF_KO": ("(의)? 부분 ?분수 ?분해", "(의)? 부분 ?분수 ?전개"),
    "PARTIAL_WRT_KO": (
        "에 (대한|관한) 편도함수",
        "에 (대해|대하여|관해|관하여) 편미분 ?(하시오|하세요|하면|하라|하여라|한 것)?",
    ),
    "GRADIENT_KO": ("(의)? (그래디언트|기울기 ?벡터|경도)",),
    "DIFFERENTIAL_EQUATION_KO": (
        "(다음|이|주어진)? (의)? (초깃값 문제|초기값 문제|선형|일계|이계)? ?미분 ?방정식 (을|의|은)? [:,]?",
    ),
    "SOLUTION_KO": ("(의)? (일반 ?해|해|풀이)",),
    "LIMIT_PLAIN": ("limit|lim",),
    "INTEGRAL_PLAIN": ("(definite )?(integral|integrate)",),
}
