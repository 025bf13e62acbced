"""Phrases about sets: naming them, joining them, counting their elements and subsets."""

from __future__ import annotations

_THE = "(the )?"
_TAIL_KO = "((은|는|이|가|을|를) )?"
_ASK_KO = (
    "((구|말|답)(하시오|하세요|하여라|하라|하면|해라|해 ?줘요?|해 ?주세요|하십시오)|구하면"
    "|나타내(시오|세요|어라|면)|쓰시오|쓰세요|찾으시오|나열하시오|알려 ?(줘|주세요))"
)
_WHAT_KO = (
    "(무엇|얼마|몇 개|뭐)(인가요?|입니까|일까요|이에요|예요|야|이야|이냐|인지 (구하|말하)시오|인지 알려 ?(줘|주세요))?"
)
_EVERY_KO = "(모두 |전부 |다 )?"
_MEMBERS_KO = "(개|가지)(인가요?|입니까|일까요|인지 (구하|말하)시오|야|예요|이야|있는가|있나요)?"

SETS: dict[str, tuple[str, ...]] = {
    "SE_EQUALS": ("=",),
    "SE_IS_EMPTY": (r"= *(∅|\\emptyset|\\varnothing|\{ *\}|공집합)",),
    "SE_SUBSET_SIGN": (r"⊂|⊆|\\subseteq(?![a-z])|\\subset(?![a-z])",),
    "SE_ELEMENT_SIGN": (r"∈|\\in(?![a-z])",),
    "SE_U_IS": ("u *=",),
    "SE_U_IS_KO": ("(u)? ?(가|이|는|은)",),
    "SE_BE_UNIVERSE": ("be the universal set",),
    "SE_THE_UNIVERSE": ("(the )?universal set( is)?( u *=)?",),
    "SE_PARTICLE_KO": ("은", "는", "이", "가"),
    "SE_LET": ("let", "given( that)?", "if", "suppose( that)?", "for", "when", "consider", "with"),
    "SE_SETS": (f"{_THE}(two |three |following |universal )?sets?",),
    "SE_IS": ("be( the set)?", "is( the set)?", "=", "are"),
    "SE_AND": ("(, *)?and", ",", "&", r"(\.|;) *let", r"(\.|;)"),
    "SE_STOP": (r"\.", ",", ";", ", *then", "then", r"\. *then"),
    "SE_UNION_OF": (f"{_THE}union of( the)?( two)?( sets?)?",),
    "SE_INTERSECTION_OF": (f"{_THE}intersection of( the)?( two)?( sets?)?",),
    "SE_DIFFERENCE_OF": (f"{_THE}(set )?difference of( the)?( two)? sets?", f"{_THE}set difference( of)?"),
    "SE_SYMMETRIC_OF": (f"{_THE}symmetric difference of( the)?( two)?( sets?)?",),
    "SE_COMPLEMENT_OF": (f"{_THE}complement of( the set)?",),
    "SE_NUMBER_OF_ELEMENTS": (
        f"{_THE}number of (elements|members) (of|in)",
        f"{_THE}cardinality of",
    ),
    "SE_HOW_MANY_ELEMENTS": (
        "how many (elements|members) (are|is)( there)? in",
        "how many (elements|members) (does|do)",
    ),
    "SE_HAVE": ("have", "has", "contain"),
    "SE_ELEMENT_OF": ("(an )?(element|member) of( the set)?", "in( the set)?"),
    "SE_SUBSET_OF": ("(a )?subset of( the set)?",),
    "SE_HOW_MANY": ("how many",),
    "SE_NUMBER_OF": (f"(find |what is |determine |calculate |give ){_THE}(total )?number of",),
    "SE_PROPER": ("proper",),
    "SE_NONEMPTY": ("non-? *empty",),
    "SE_SUBSETS": ("subsets",),
    "SE_SUBSETS_OF": ("subsets (of|are there of|does|do)( the set)?", "subsets of"),
    "SE_WITH_ELEMENTS": ("(have|has|contain|with|containing|of)( exactly)?",),
    "SE_ELEMENTS": ("elements?", "members?"),
    "SE_LIST_SUBSETS": (
        f"(list|find|write( down)?|give|what are) (all )?{_THE}(of the )?subsets of( the set)?",
        "(list|find|write( down)?|give|what are) (every|all of the) subsets? of( the set)?",
    ),
    "SE_CONTAIN": ("(that )?(contain|include|containing|including)( the elements?)?",),
    "SE_NOT_CONTAIN": ("(that )?(do not|don't|not) (contain|include|containing|including)( the elements?)?",),
    # Korean
    "SE_SETS_KO": ("(두|세|네|다음)? ?집합", "(다음)? 두 집합", "집합"),
    "SE_SET_KO": ("집합",),
    "SE_UNIVERSE_KO": ("전체 집합",),
    "SE_IN_UNIVERSE_KO": (
        "(의|에 대하여|에 대해서?|의) (두|세)? ?부분 집합",
        "에 (대하여|대해서?)( (두|세)? ?(부분)? ?집합)?",
        "(이고|이며|이라 하고|라 하고),?( (두|세)? ?(부분)? ?집합)?",
        "일 때,?",
        ",( (두|세)? ?(부분)? ?집합)?",
        r"(이다|이라 하자|라 하자)\.( (두|세)? ?(부분)? ?집합)?",
        "에서( (두|세)? ?(부분)? ?집합)?",
    ),
    "SE_SEPARATOR_KO": (",( 집합)?", "(와|과)( 집합)?", "(이고|이며|이라 하고|라 하고),?( 집합)?", ";", "및"),
    "SE_WHERE_KO": (
        "(일|이라고? 할|라고? 할|라 할|이라 할) 때,?",
        "에 (대하여|대해서?|관하여),?",
        "(이면|라면|이라면|라고 하면|이라고 하면|라 하면|이라 하면),?",
        r"(이다|이라 하자|라 하자|라고 하자|이라고 하자)\.( 이때,?)?",
        "에서,?",
        "의",
        "일 때의",
    ),
    "SE_THE_TWO_KO": ("(이)? ?두 집합", "두 집합 a, ?b"),
    "SE_OF_KO": ("의",),
    "SE_UNION_KO": ("합집합",),
    "SE_INTERSECTION_KO": ("교집합",),
    "SE_DIFFERENCE_KO": ("차집합",),
    "SE_SYMMETRIC_KO": ("대칭 ?차집합",),
    "SE_COMPLEMENT_KO": ("여집합",),
    "SE_NAMED_KO": ("(차집합|합집합|교집합|여집합|집합)",),
    "SE_ASK_KO": (
        f"{_TAIL_KO}(원소를 )?(원소나열법으로 )?(모두 )?({_ASK_KO}|{_WHAT_KO})",
        "(은|는|을|를|이|가)",
        f"의 원소를 {_EVERY_KO}{_ASK_KO}",
    ),
    "SE_VALUE_KO": ("의 값",),
    "SE_COUNT_KO": (
        f"(의 )?원소의? (개수|갯수)( ?(은|는|을|를))?( ?({_ASK_KO}|{_WHAT_KO}))?",
        f"의 원소는? ?{_EVERY_KO}몇 ?{_MEMBERS_KO}",
        f"의 원소는 {_EVERY_KO}몇 ?{_MEMBERS_KO}",
    ),
    "SE_COUNTED_KO": (
        f"의 값?( ?(은|는|을|를))?( ?({_ASK_KO}|{_WHAT_KO}))?",
        f"(은|는|을|를|의 값은|의 값을)( ?({_ASK_KO}|{_WHAT_KO}))?",
    ),
    "SE_ELEMENT_OF_KO": ("의 원소",),
    "SE_SUBSET_OF_KO": ("의 부분 ?집합",),
    "SE_IS_KO": ("(인가요?|입니까|일까요|인지 (말하|답하|판단하|판별하)시오|이야|야|인가)",),
    "SE_SUBSETS_KO": ("부분 ?집합",),
    "SE_PROPER_SUBSETS_KO": ("진부분 ?집합",),
    "SE_NONEMPTY_KO": ("공집합(이|을) (아닌|제외한)", "공집합을 제외한"),
    "SE_SUBSETS_AMONG_KO": ("부분 ?집합 (중(에서|에)?|가운데(서|에서)?),?",),
    "SE_THING_KO": ("것",),
    "SE_COUNT_OF_KO": ("(개)?인 집합",),
    "SE_A_SET_WITH": ("a set (with|of|that has|containing)",),
    "SE_BUT_NOT": ("(but|and) (not|do not contain|don't contain)( the elements?)?",),
    "SE_TWO_NAMED_KO": (
        "(전체 ?집합 U의 )?(두|세) (부분 ?)?집합 [A-Z](, ?[A-Z]){1,2}(에 대하여|에 대해서?),?",
        "전체 ?집합 U에 대하여,?",
        "전체 ?집합 U의 부분 ?집합 [A-Z](에 대하여|에 대해서?),?",
    ),
    "SE_TWO_NAMED": ("(for|let|given) (two |three |the )?(finite )?sets [a-z](,? and [a-z]|, [a-z],? and [a-z]),?",),
    "SE_VALUE_OF": ("(the )?value of",),
    "SE_HOW_MANY_KO": (
        f"의? ?(개수|갯수)( ?(은|는|을|를))?( ?{_EVERY_KO}({_ASK_KO}|{_WHAT_KO}))?",
        f"(은|는|이|가)? ?{_EVERY_KO}몇 ?{_MEMBERS_KO}",
    ),
    "SE_LIST_KO": (f"(을|를) {_EVERY_KO}{_ASK_KO}", f"(은|는) {_EVERY_KO}무엇(인가요?|입니까|일까요)"),
    "SE_HAVE_COUNT_KO": ("원소(의 개수)?(가|이)", "원소의 개수가"),
    "SE_COUNT_IS_KO": ("(개)?인 (것|부분 ?집합)", "(개)?인"),
    "SE_HOLDS_KO": (
        "(을|를)? ?(모두 |둘 다 |반드시 )*(원소로 (갖는|가지는)|포함하는) (것|부분 ?집합)?",
        "(을|를)? ?(모두 |둘 다 |반드시 )*(원소로 (갖는|가지는)|포함하는)",
        "(이|가)? ?(모두 |반드시 )*(속하는) (것|부분 ?집합)?",
    ),
    "SE_HOLDS_AND_KO": ("(을|를)? ?(모두 |둘 다 |반드시 )*(원소로 (갖|가지)|포함하)(고|며),?",),
    "SE_HOLDS_NOT_KO": (
        "(을|를|은|는)? ?(원소로 (갖지|가지지)|포함하지) (않는|아니하는) (것|부분 ?집합)?",
        "(을|를|은|는)? ?(원소로 (갖지|가지지)|포함하지) (않는|아니하는)",
    ),
    "SE_HOLDS_NOT_AND_KO": ("(을|를|은|는)? ?(원소로 (갖지|가지지)|포함하지) (않고|않으며|않으면서),?",),
    "SE_ELEMENT_COUNT_KO": ("원소의? (개수|갯수)가", "원소가"),
}
