"""Phrases of mathematical English and Korean, by what they mean.

A phrase is written in plain letters: a blank stands for any blanks (in Korean also for none), `(a|b)` for
alternatives and `(a)?` for what may be left out. A phrase that ends in a Latin letter ends at a word's end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.phrasing.lexicon_arithmetic import ARITHMETIC
from maths.phrasing.lexicon_calculus import CALCULUS
from maths.phrasing.lexicon_calendar import CALENDAR
from maths.phrasing.lexicon_casual import CASUAL, CASUAL_CLOSING, CASUAL_OPENING
from maths.phrasing.lexicon_chance_korean import CHANCE_KOREAN
from maths.phrasing.lexicon_consecutive import CONSECUTIVE
from maths.phrasing.lexicon_coordinates import COORDINATES
from maths.phrasing.lexicon_counting import COUNTING
from maths.phrasing.lexicon_definitions import DEFINING
from maths.phrasing.lexicon_digit_numbers import DIGIT_NUMBERS
from maths.phrasing.lexicon_expectation import EXPECTATION
from maths.phrasing.lexicon_forms import FORMS
from maths.phrasing.lexicon_geometry import GEOMETRY
from maths.phrasing.lexicon_inequalities import INEQUALITIES
from maths.phrasing.lexicon_integers import ENGLISH as INTEGERS
from maths.phrasing.lexicon_integers_korean import KOREAN as INTEGERS_KOREAN
from maths.phrasing.lexicon_matrices import MATRICES
from maths.phrasing.lexicon_numbers import NUMBERS
from maths.phrasing.lexicon_numerals import NUMERALS
from maths.phrasing.lexicon_polynomials import POLYNOMIALS
from maths.phrasing.lexicon_probability import PROBABILITY
from maths.phrasing.lexicon_proportion import PROPORTION
from maths.phrasing.lexicon_requests import SMALL_REQUESTS
from maths.phrasing.lexicon_rows import ROWS
from maths.phrasing.lexicon_rows_korean import ROWS_KOREAN
from maths.phrasing.lexicon_sections import SECTIONS
from maths.phrasing.lexicon_series import SERIES
from maths.phrasing.lexicon_sets import SETS
from maths.phrasing.lexicon_statistics import STATISTICS
from maths.phrasing.lexicon_systems import SYSTEMS
from maths.phrasing.lexicon_triangles import TRIANGLES
from maths.phrasing.lexicon_vectors import VECTORS
from maths.phrasing.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

STATEMENT_WORDS = frozenset(
    {
        "limit",
        "integrate",
        "derivative",
        "diff",
        "inverse",
        "transpose",
        "rank",
        "trace",
        "int",
        "choose",
        "root",
        "gamma",
        "sign",
        "norm",
        "mod",
    }
)
"""Words a formula may contain that are read as words of the sentence when they stand outside brackets."""

# Korean endings that ask for something to be done, after the stems 하-, 구하-, 풀- and 찾-.
_GIVE = (
    "(주세요|주십시오|주실래요|주시겠어요|주시면 (감사하겠습니다|됩니다)|주라"
    "|줘요?|줄래요?|줄 수 있(어요?|나요|을까요))"
)
_TRY = "(봐요?|보세요|보자|보시오)"
_HOW = f"(이|을|은)? (좀)? (알려 {_GIVE}|뭐(야|예요|에요|죠)|무엇(입니까|인가요))?"
_DO = (
    "(하세요|하시오|하십시오|하라|하여라|하자|하기"
    "|하면( (요|돼요|됩니까|되나요|(뭐|얼마)(야|예요|에요|죠|임)|어떻게 (돼요?|되나요|됩니까)))?|할래요?|합니다|한다"
    f"|하는 (법|방법){_HOW}|해 ({_GIVE}|{_TRY}|라|요)?)"
)
_TELL = f"(알려|가르쳐|말해|찾아|적어) {_GIVE}"
_WHAT = (
    "((무엇|뭔|얼마|몇)(입니까|인가요|이에요|예요|에요|인지|이죠|죠|일까요|일까|이냐|이니|니|이야|야|인가|이지|지)?"
    f"|뭐(야|예요|에요|죠|지|니|임|냐|인가요)|뭘까요?|뭔가요|뭔지)( (알려|가르쳐|말해) {_GIVE})?"
)
_SOLVE_KO = (
    "푸세요|푸시오|푸십시오|풀라|풀자|풀기|풀면|풀어라"
    f"|풀이 (과정)?(을|를)? (좀)? (알려 {_GIVE}|부탁(해요?|드립니다|드려요)|해 {_GIVE})?"
    f"|푸는 (법|방법){_HOW}|푸나요|풀죠|푸는지 알려 {_GIVE}"
    f"|풀어 ({_GIVE}|{_TRY}|요)?"
)
_KIND = "(linear |quadratic |cubic |quartic |polynomial |algebraic |rational |simultaneous )?"
_KIND_KO = "(일차|이차|삼차|사차|다항|유리|분수|대수|연립)"
_THING = r"(expression|polynomial|product|trinomial|binomial(?!\()|quadratic|fraction|function|number|sum)"
_ALL = "(the |all |all the |all of the |both |every )?"

_ANSWER = "(express|give|write|leave) (your|the) answer"
_FOUND = "(solutions?|answers?|values?|roots?|numbers)( of [a-z])?( as a list( of numbers)?)?"

_SOURCES: dict[str, tuple[str, ...]] = {
    # greetings, politeness, and what may stand before or after any request
    "OPENING": (
        *CASUAL_OPENING,
        "(hi|hello|hey)( (there|everyone|all|guys|lemma|tutor))?",
        "please",
        "pls",
        "plz",
        "(can|could|would|will) (you|someone|anyone|u)( please| pls)?( help me( to)?| show me how to| tell me)?",
        "help( me)?( please)?( to| with)?",
        "i (need|want|have) (help )?to",
        "i need help (with|solving)?",
        "i would like (you )?to",
        "how (do|can|would|should) (i|you|we|one)",
        "how to",
        "let us",
        "let's",
        "show me how to",
        r"(question|problem|exercise|q|ex)( \d+)?[.:)]",
        r"\d+[.)][ ]+(?=[a-z가-힣])",
        "안녕(하세요|하십니까)?",
        r"(문제|질문)( \d+)?[.:)]",
        "다음(을|의)?",
        f"(이|저)? (문제|것|거) (좀)? (도와 {_GIVE})?",
        "혹시",
        "저기요?",
    ),
    "CLOSING": (
        *CASUAL_CLOSING,
        "please",
        "pls",
        "plz",
        "thanks( (a lot|so much|in advance))?",
        "thank you( (very|so) much)?",
        "step by step",
        "(and )?(show|explain|with) (me )?(all |each |every )?(the |your |its )?(steps?|work|working|solution)",
        "(and )?explain( (it|how|why))?",
        "with (a )?(full )?(solution|explanation|steps)",
        f"{_ANSWER} (as a (common|simplified|reduced) fraction|exactly)",
        f"{_ANSWER} in (simplest|lowest|reduced) (form|terms)",
        f"{_ANSWER} as a (simplified |reduced )?(common )?fraction( in lowest terms)?",
        f"(enter|give|list|write) (all )?(of )?(the |your )?(possible )?{_FOUND}(, *)? separated by (a )?commas?",
        "좀",
        "요",
        "제발",
        "감사합니다",
        "고마워요?",
        "고맙습니다",
        "부탁(해요?|드립니다|드려요|드릴게요)",
        f"(풀이 )?(과정|풀이)(도|을|를)? (함께|같이|자세히)? (설명|알려|보여|써|적어) (해 )?{_GIVE}",
        f"단계별로 (설명|알려|보여|풀어) (해 )?{_GIVE}",
        f"(자세히|자세하게)? 설명 해 {_GIVE}",
        "[ㅠㅜㅎㅋ]+",
        "~+",
    ),
    "END": ("[.?!]+", r"[.?!]* (:\)|ㅠ+|ㅜ+|ㅎ+|ㅋ+|~+|\^\^)"),
    # small words
    "COLON": (":",),
    "AND": ("(, *)?and", ", *and", "&", "그리고", "와", "과", "이?랑", "및", "이고", ";", ","),
    "COMMA": (",", ";", ":", r"\.", "!", "~+"),
    "OF": ("of", "for", "to"),
    "FOR": ("for", "in terms of"),
    "IN": ("in", "for"),
    "AS": ("as", "when", "if"),
    "TO": ("to", "until"),
    "FROM": ("from", "between"),
    "AT": ("at", "when", "where", "if", "for", "with", "given( that)?", "at the point( where)?"),
    "GIVEN": (
        "given( that)?",
        "if",
        "when",
        "where",
        "such that",
        "so that",
        "suppose( that)?",
        "assume that",
        "knowing that",
        "let",
    ),
    "THEN": ("then", "so", "hence"),
    "WRT": ("with respect to( the variable)?", r"w\.? ?r\.? ?t\.?( to)?", "by", "in terms of"),
    "EXPRESSION": (
        f"(the )?(following )?(algebraic |numerical |polynomial |rational )?{_THING}",
        "the following",
        f"each( of the following)?( {_THING}s?)?",
    ),
    "EQUATION": (
        f"(the |this |these |my )?(following )?{_KIND}(equations?|system( of (linear |simultaneous )?equations)?)",
        "the following",
        "this",
    ),
    # verbs and question words
    "SOLVE": ("solve", "resolve"),
    "SOLVE_FOR": ("solve for",),
    "FIND": (
        "find( me)?",
        "determine",
        "calculate",
        "compute",
        "give( me)?",
        "state",
        "what (is|are)",
        "what's",
        "whats",
        "what're",
        "work out",
        "evaluate",
        "tell me",
        "get",
        "obtain",
        "list",
        "write down",
    ),
    "EVALUATE": (
        "what (is|does)",
        "what's",
        "whats",
        "calc",
        "(calculate|compute|evaluate|work out|find|determine|give)( the (exact )?(value|result|answer) (of|to|for))?",
        "what is the (exact )?(value|result|answer) (of|to|for)",
        "what do you get (for|from|if you (calculate|compute))",
        "how much is",
    ),
    "EQUAL": ("equal( to)?", "(is )?equal to", "="),
    "ROOTS": (
        f"{_ALL}(possible |distinct |different |exact )?(roots?|solutions?|zeros|zeroes|zero|solution set|answers?)",
    ),
    "REAL_ROOTS": (f"{_ALL}(possible |distinct )?real(-valued)? (roots?|solutions?|zeros|zeroes)",),
    "COMPLEX_ROOTS": (f"{_ALL}(possible |distinct )?complex (roots?|solutions?|zeros|zeroes)",),
    "OVER_REALS": (
        "(over|in) the reals?( numbers)?",
        "over r",
        "in real numbers",
        "실수 (범위|체|집합)?(에서|에서만|위에서)",
    ),
    "OVER_COMPLEX": (
        "over the complex( numbers)?",
        "in the complex( numbers| plane)?",
        "over c",
        "복소수 (범위|집합|체)?(에서|위에서|까지)",
    ),
    "METHOD": (
        "by (factoring|factorisation|factorization|completing the square|elimination|substitution)",
        "(using|with|by)( the)? (quadratic formula|formula|factoring|elimination|substitution|square root method)",
        "인수분해(로|를 이용하여|를 이용해(서)?)",
        "근의 공식(으로|을 이용하여|을 이용해(서)?)",
        "완전제곱식(으로|을 이용하여|을 이용해(서)?)",
    ),
    "VALUE_OF": (f"{_ALL}(possible )?values? (of|for)",),
    "WHAT_VALUE": ("(for )?(what|which) values? of",),
    "SATISFIES": ("(does |do )?(satisf(y|ies)|solves?|make|makes|is|are)",),
    # arithmetic in words
    "PLUS": ("plus", "added to", "더하기"),
    "MINUS": ("minus", "take away", "빼기"),
    "TIMES": ("times", "multiplied by", "곱하기"),
    "POWER_KO": ("제곱",),
    "UNKNOWN_VALUE": (r"= *\?",),
    "DIVIDED_BY": ("divided by", "over", "나누기"),
    "SUM_OF": ("the sum of", "add", "the total of"),
    "PRODUCT_OF": ("the product of", "multiply"),
    "SUBTRACT": ("subtract",),
    "DIVIDE": ("divide",),
    "BY": ("by", "and"),
    "PERCENT_OF": ("of", "의"),
    "SQUARE_ROOT": ("(the )?(positive |principal )?square root of",),
    "CUBE_ROOT": ("(the )?cube root of",),
    # calculus
    "DIFFERENTIATE": ("differentiate", "derive", "take the derivative of"),
    "DERIVATIVE": ("(the )?derivative", "(the )?differential"),
    "ORDINAL_1": ("(the )?(first|1st)( order)?(?= derivative)",),
    "ORDINAL_2": ("(the )?(second|2nd)( order)?(?= derivative)",),
    "ORDINAL_3": ("(the )?(third|3rd)( order)?(?= derivative)",),
    "ORDINAL_4": ("(the )?(fourth|4th)( order)?(?= derivative)",),
    "ORDINAL_5": ("(the )?(fifth|5th)( order)?(?= derivative)",),
    "TWICE": ("twice",),
    "INTEGRATE": ("integrate", "take the (indefinite )?integral of"),
    "INTEGRAL": ("(the |an )?(indefinite |definite |general )?(integral|anti-?derivative|primitive)",),
    "LIMIT": ("(the )?(following )?limit(ing value)?",),
    "APPROACHES": (
        "approaches|approaching|tends to|tending to|goes to|going to",
        r"->|→|\\to(?![A-Za-z])|\\rightarrow",
    ),
    "FROM_LEFT": ("from (the )?(left|below)",),
    "FROM_RIGHT": ("from (the )?(right|above)",),
    # algebra
    "EXPAND": (
        "expand( (and simplify|out|the brackets( in)?))?",
        "multiply out",
        "distribute",
        "remove the brackets (in|from)",
    ),
    "FACTOR": (
        "(fully |completely )?(factor|factori[sz]e)( (completely|fully|out))?",
        "find the (complete )?factori[sz]ation of",
        "what is the (complete )?factori[sz]ation of",
        "write as a product of (linear |irreducible )?factors",
    ),
    "COMPLETELY": (
        "completely",
        "fully",
        "as (far|much) as possible",
        "over the (integers|rationals|rational numbers)",
    ),
    "SIMPLIFY": ("simplify( (fully|completely))?", "reduce"),
    "COLLECT": ("collect (the )?(like )?terms( in)?", "combine (the )?like terms( in)?"),
    "EIGENVALUES": ("(the |all |all the )?eigen ?values?",),
    "DETERMINANT": ("(the )?determinant", "det"),
    "INVERSE": ("(the )?inverse( matrix)?",),
    "MATRIX": ("(the |this )?(following )?(square )?(2 ?(x|×|by) ?2 |3 ?(x|×|by) ?3 )?matrix",),
    # Korean: nouns
    "EQUATION_KO": (
        f"(다음|이|아래|저)? (의)? {_KIND_KO}? (일차|이차)? (방정식|식|등식)(을|은|이|인)? [:,]?",
        "다음 (을)? [:]?",
    ),
    "SYSTEM_KO": ("(다음|이|아래)? (의)? 연립 (일차|이차)? 방정식(을|은|이)? [:,]?",),
    "EXPRESSION_KO": (
        "(다음|이|아래|주어진)? (의)? (다항식|수식|식|함수|유리식|분수|이차식|삼차식|수) (을|은|이)? [:,]?",
        "다음 (을|의)? [:]?",
        "(다음|아래) (의)? 식(을|의)?",
    ),
    "MATRIX_KO": ("(다음|이|아래|주어진)? (의)? (정사각|정방)? 행렬",),
    "ROOTS_KO": ("(해답|해|근|답|정답|풀이|해집합|영점)",),
    "REAL_ROOTS_KO": ("실근", "실수 (해|근)"),
    "COMPLEX_ROOTS_KO": ("복소수 (해|근)", "복소근"),
    "VALUE_KO": ("값", "결과", "답", "계산 결과"),
    "UNKNOWN_KO": ("미지수", "(실수)? 상수", "실수"),
    "ALL_KO": ("모두", "전부", "다", "각각"),
    "DERIVATIVE_KO": ("(일계 |1계 )?도함수", "미분"),
    "DERIVATIVE_2_KO": ("(이계|2계|두 번째|2차) (도함수|미분)",),
    "DERIVATIVE_3_KO": ("(삼계|3계|세 번째|3차) (도함수|미분)",),
    "TWICE_KO": ("두 번",),
    "THRICE_KO": ("세 번",),
    "ANTIDERIVATIVE_KO": ("부정적분", "원시함수", "역도함수", "(부정)? 적분"),
    "DEFINITE_KO": ("정적분",),
    "LIMIT_KO": ("극한 ?값", "극한"),
    "EIGENVALUES_KO": ("고유 ?값", "고윳값"),
    "DETERMINANT_KO": ("행렬식",),
    "INVERSE_KO": ("역행렬",),
    # Korean: particles
    "OBJECT": ("을", "를"),
    "TOPIC": ("은", "는", "이", "가", "을", "를"),
    "OF_KO": ("의", "에 (대한|관한)"),
    "ABOUT_KO": ("에 (대한|관한|대해서?|대하여|관하여|관해서?)", "(으)?로"),
    "FROM_KO": ("에서", "부터"),
    "TO_KO": ("까지",),
    "WHEN_KO": ("일 때", "이면", "라면", "이라면", "라고 (하면|할 때)", "일 경우", "인 경우"),
    "SATISFYING_KO": ("(을|를) 만족하는", "(을|를) 만족시키는", "(이|가) (되는|되도록 하는)", "(이|가) 성립하는"),
    "APPROACHES_KO": (
        "(으)?로 (한없이 )?(갈|다가갈|접근할|수렴할) 때",
        "에 (한없이 )?(가까워질|다가갈|접근할) 때",
    ),
    "SUBJECT": ("이", "가"),
    # Korean: verbs
    "FIND_KO": (
        f"구{_DO}",
        f"구하여 {_GIVE}",
        "찾으(세요|시오)",
        "찾(자|기)",
        _TELL,
        f"계산 {_DO}",
        "좀",
        f"좀 {_TELL}",
        f"좀 구{_DO}",
    ),
    "WHAT_KO": (_WHAT,),
    "SOLVE_KO": (f"(좀 |어떻게 )?({_SOLVE_KO})", f"해결 {_DO}", "풀이", "풀이 좀", f"계산 {_DO}"),
    "DIFFERENTIATE_KO": (f"(좀 )?미분 {_DO}", "미분", "미분 좀"),
    "INTEGRATE_KO": (f"(좀 )?적분 {_DO}", f"부정적분 {_DO}", "적분", "적분 좀"),
    "EXPAND_KO": (f"(좀 )?전개 {_DO}", "전개"),
    "FACTOR_KO": (f"(좀 )?인수 ?분해 {_DO}", "인수 ?분해", "인수 ?분해 좀"),
    "SIMPLIFY_KO": (
        f"(좀 )?(더 )?(간단히|간단하게) {_DO}",
        f"(간단히|간단하게)? 정리 {_DO}",
        f"약분 {_DO}",
        f"간소화 {_DO}",
        "(간단히|간단하게)? 나타내(세요|시오|어라|라)",
        "기약분수로 (나타내(세요|시오|어라|라)|고치(세요|시오)|바꾸(세요|시오))",
        f"동류항(을|끼리) (정리|계산) {_DO}",
    ),
    "CALCULATE_KO": (f"(좀 )?계산 {_DO}", "계산", "계산 좀"),
}


def _joined(rooms: Iterable[dict[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Every room's symbols. Raises ValueError where two rooms mean different things by one symbol."""
    joined: dict[str, tuple[str, ...]] = {}
    for room in rooms:
        twice = joined.keys() & room.keys()
        if twice:
            reason = f"defined in two rooms of the lexicon: {', '.join(sorted(twice))}"
            raise ValueError(reason)
        joined |= room
    return joined


_ROOMS = (
    _SOURCES,
    CASUAL,
    PROPORTION,
    CALENDAR,
    COORDINATES,
    SECTIONS,
    GEOMETRY,
    TRIANGLES,
    INEQUALITIES,
    DEFINING,
    INTEGERS,
    INTEGERS_KOREAN,
    ARITHMETIC,
    NUMBERS,
    NUMERALS,
    CONSECUTIVE,
    SETS,
    POLYNOMIALS,
    COUNTING,
    DIGIT_NUMBERS,
    ROWS,
    ROWS_KOREAN,
    CHANCE_KOREAN,
    EXPECTATION,
    PROBABILITY,
    STATISTICS,
    MATRICES,
    FORMS,
    VECTORS,
    SMALL_REQUESTS,
    SYSTEMS,
    SERIES,
    CALCULUS,
)

PHRASES = Phrases(_joined(_ROOMS))
"""For each meaning its phrases as patterns."""
