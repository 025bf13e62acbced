"""Phrases about lists of data; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_DATA_KO = "(자료|수|숫자|데이터|값|점수|변량)(들)?"

STATISTICS: dict[str, tuple[str, ...]] = {
    "S_FIND": (
        (
            "(what (is|are|'s)|what's|find|calculate|compute|determine|give|work out|state|evaluate)( the)"
            "?( value of)?( the)?"
        ),
    ),
    "S_MEAN": ("(arithmetic )?(mean|average)( value)?( *[(](arithmetic )?(mean|average)[)])?",),
    "S_MEDIAN": ("median( value)?",),
    "S_MODE": ("mode",),
    "S_RANGE": ("range(?! of (the )?(function|values of))",),
    "S_VARIANCE": ("population variance",),
    "S_SAMPLE_VARIANCE": ("sample variance",),
    "S_DEVIATION": ("population standard deviation",),
    "S_SAMPLE_DEVIATION": ("sample standard deviation",),
    "S_UNSAID": ("(variance|standard deviation)",),
    "S_GEOMETRIC": ("geometric mean",),
    "S_HARMONIC": ("harmonic mean",),
    "S_OF": (
        (
            "(of|for|in)( (the|this|these|my|his|her))?( (following|given))?( (numbers?|values?|data( set|"
            " points)?|list|set|scores?|integers))?( of)?( (numbers|values|data|scores|integers))?:?"
        ),
    ),
    "S_THE": ("the",),
    "S_SUM_OF": ("(the )?sum of",),
    "S_DIFFERENCE": ("(the )?(positive difference|absolute difference) (between|of)",),
    "S_DATA_ARE": ("(are|were):?", ":"),
    "S_THE_DATA": (
        (
            "(the|these|his|her|my|their|our)( (following|given))?( (test|quiz))? (numbers|values|data|"
            "scores|data points|integers|results|grades|marks)"
        ),
        "(here are |given )?(the |some )?(numbers|data|values|scores)",
    ),
    "S_OF_THEM": (
        (
            "(of|for) (the|these|this|those|his|her|my|their) (numbers|values|data( set)?|scores|list|set|"
            "grades|marks|results|integers)"
        ),
        "score",
    ),
    "S_STOP": ("[.;?]", ","),
    "S_IS": ("(is|equals|is equal to)",),
    "S_IF": ("if", "given that", "suppose that", "suppose", "when"),
    "S_VALUE_OF": ("(what is|find|determine|calculate|compute|solve for|what's)( the value of)?",),
    # Korean
    "S_MEAN_KO": ("(산술 ?)?평균( ?값)?",),
    "S_MEDIAN_KO": ("중앙 ?값", "중간 ?값"),
    "S_MODE_KO": ("최빈 ?값",),
    "S_RANGE_KO": ("범위",),
    "S_VARIANCE_KO": ("모 ?분산",),
    "S_SAMPLE_VARIANCE_KO": ("표본 ?분산",),
    "S_DEVIATION_KO": ("모 ?표준 ?편차",),
    "S_SAMPLE_DEVIATION_KO": ("표본 ?표준 ?편차",),
    "S_UNSAID_KO": ("(분산|표준 ?편차)",),
    "S_GEOMETRIC_KO": ("기하 ?평균",),
    "S_HARMONIC_KO": ("조화 ?평균",),
    "S_GIVEN_KO": (f"(다음|아래|주어진)? ?{_DATA_KO} ?:?", "다음"),
    "S_OF_KO": (f"( ?(라는|인|의)? ?{_DATA_KO})?의", "에 대한", "에 대하여", "에서"),
    "S_DATA_OF_KO": (f"(다음|아래|주어진|이)? ?{_DATA_KO}의",),
    "S_ASK_KO": (
        (
            "(을|를|은|는|이|가)? ?(구 ?하(시오|세요|십시오|라|여라|면)|구해 ?(주세요|줘|보세요|봐|라|주십시오)"
            "|얼마(입니까|인가요|인가|일까요|예요|인지 구하시오)|무엇(입니까|인가요|인가|일까요)|몇(입니까|인가요)"
            "|계산 ?(하시오|하세요|해 ?주세요)|알려 ?(주세요|줘)|찾으(시오|세요))"
        ),
        "(은|는)",
    ),
    "S_SUM_KO": ("의 합",),
    "S_DIFFERENCE_KO": ("의 차",),
    "S_WITH_KO": ("과", "와"),
    "S_IS_WHEN_KO": ("일 때,?", "(이)?라면,?", "이면,?", "(이)?라고 할 때,?"),
    "S_SUBJECT_KO": ("이", "가"),
    "S_VALUE_KO": ("의 값",),
}
