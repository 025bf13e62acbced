"""Phrases about numbers that are made of given digits."""

from __future__ import annotations

_MADE = "(formed|made|make|form|created|written)"
_ASK_KO = (
    "((구|말|답)(하시오|하세요|하여라|하라|하면|해라|해 ?줘요?|해 ?주세요|하십시오)|쓰시오|쓰세요|알려 ?(줘|주세요))"
)
_WHAT_KO = "(무엇|얼마|뭐)(인가요?|입니까|일까요|이에요|예요|야|인지 (구하|말하)시오)"
_COUNT_KO = "(개|가지)(인가요?|입니까|일까요|인지 (구하|말하)시오|야|예요|이야|인가)?"
_NUMBER_KO = "(자연수|정수|수|번호)"
_DRAW_KO = "(뽑아|골라|택하여|택해|선택하여|선택해|꺼내어?|사용하여|사용해|이용하여|이용해|가지고|뽑아서|골라서)"
_USE_KO = "사용하여|사용해서?|이용하여|이용해서?|써서"
_LAID_KO = "( (일렬로|한 줄로) (나열하여|배열하여|늘어놓아))?"
_FROM = "(from|using|with|out of|by using|with only|using only)"
_EACH = "(with each( digit)?( being)?|each( digit)?( is| being)?|where each digit is|if each digit is)"
_MAY_NOT = "(may not|cannot|can not|are not)"
_NOT_AGAIN = (
    "no digit (is|may be|can be) (repeated|used more than once|used twice)|repetition( of digits)? is not allowed"
)
_EACH_KO = "(각각 )?(하나씩 |한 개씩 |한 번씩 )?"
_WRITTEN_KO = "(적힌|적혀 있는|쓰인|쓰여 있는|써 있는)"

DIGIT_NUMBERS: dict[str, tuple[str, ...]] = {
    "DN_SUBJECT_KO": ("(의 숫자|의 숫자들)?(가|이)", "(의 숫자|의 숫자들)", "까지의 (숫자|자연수|정수|수)(가|이)"),
    "DN_FROM_KO": ("부터", "에서"),
    "DN_TO_KO": ("까지의? (숫자|자연수|정수|수)(가|이)", "까지"),
    "DN_WRITTEN_KO": (f"{_EACH_KO}{_WRITTEN_KO}", f"{_EACH_KO}{_WRITTEN_KO} (서로 다른|다른)"),
    "DN_CARDS_OF_KO": ("장의 (숫자)? ?카드",),
    "DN_CARD_KO": ("(숫자)? ?카드",),
    "DN_SHEETS_KO": ("장",),
    "DN_NUMBER_CARDS_KO": ("숫자 ?카드",),
    "DN_DIGITS_KO": ("(서로 다른 )?숫자",),
    "DN_DIGITS_OF_KO": ("(개의|가지) (서로 다른 )?숫자",),
    "DN_AMONG_KO": ("(중에서|중|에서|가운데서?|가운데에서)(서로 다른)?",),
    "DN_OBJECT_KO": ("(을|를)",),
    "DN_DIFFERENT_KO": ("서로 다른",),
    "DN_TAKEN_KO": (
        f"(장|개|개의 숫자|장의 카드|개의 수)(을|를) (한 번씩 |동시에 |차례로 |임의로 )?{_DRAW_KO}{_LAID_KO},?",
    ),
    "DN_ALL_ONCE_KO": (
        f"(을|를)? ?모두 (한 번씩(만)? )?({_USE_KO}|나열하여|늘어놓아|배열하여|일렬로 나열하여)",
        f"(을|를)? ?한 번씩(만)? 모두 ({_USE_KO}|나열하여|늘어놓아)",
    ),
    "DN_ONCE_KO": (
        "(을|를)? ?(각각 )?한 번씩만 (사용하여|사용해서?|이용하여|이용해서?|써서)",
        f"(을|를)? ?중복(하지 않고|을 허락하지 않고|을 허용하지 않고|없이) ({_USE_KO})?",
        "(을|를)? ?(각각 )?한 번씩 (사용하여|사용해서?|이용하여|이용해서?|써서)",
    ),
    "DN_AGAIN_KO": (
        f"(을|를)? ?중복(하여|해서|을 허락하여|을 허용하여|을 허락해서?|을 허용해서?) ({_USE_KO})?",
        "(을|를)? ?여러 번 (사용하여|사용해서?|이용하여|써서) ?",
    ),
    "DN_WITH_CARDS_KO": ("장(으)?로", "(으)?로"),
    "DN_CAN_MAKE_KO": ("만들 수 있는", "만든", "만들어지는"),
    "DN_PLACES_KO": ("자리(의|인)?",),
    "DN_NUMBER_KO": (_NUMBER_KO,),
    "DN_MAKING_KO": (
        f"{_NUMBER_KO}(을|를) 만들 때,?( 만들 수 있는)?( {_NUMBER_KO})?( 중(에서)?)?",
        f"{_NUMBER_KO}(을|를) 만들려고 (한다|합니다)[.]( 만들 수 있는)?( {_NUMBER_KO})?( 중(에서)?)?",
        f"{_NUMBER_KO}(을|를) 만들 때,? 만들 수 있는 [가-힣] 자리 {_NUMBER_KO}",
    ),
    "DN_THAT_NUMBER_KO": ("(그|이) 수가", "그 자연수가", "만든 수가"),
    "DN_AMONG_THEM_KO": ("중(에서)?,?", "가운데(서)?,?"),
    "DN_EVEN_KO": ("짝수",),
    "DN_ODD_KO": ("홀수",),
    "DN_MULTIPLE_KO": ("의 배수",),
    "DN_DIVIDES_KO": (f"(으)?로 나누어 ?떨어지는 {_NUMBER_KO}",),
    "DN_OVER_KO": (f"보다 큰 {_NUMBER_KO}?", f"초과인 {_NUMBER_KO}?", "보다 큰 것"),
    "DN_UNDER_KO": (f"보다 작은 {_NUMBER_KO}?", f"미만인 {_NUMBER_KO}?", "보다 작은 것"),
    "DN_AT_LEAST_KO": (f"이상인 {_NUMBER_KO}?", "이상인 것", "이상"),
    "DN_AT_MOST_KO": (f"이하인 {_NUMBER_KO}?", "이하인 것", "이하"),
    "DN_HOW_MANY_KO": (
        f"의? ?(개수|갯수|가짓수)( ?(은|는|을|를))?( ?(모두 )?({_ASK_KO}|{_WHAT_KO}))?",
        f"(은|는|이|가)? ?(모두 )?몇 ?{_COUNT_KO}",
    ),
    "DN_LARGEST_KO": ("(가장|제일) 큰",),
    "DN_SMALLEST_KO": ("(가장|제일) 작은",),
    "DN_ASK_KO": (f"(은|는|을|를|이|가)? ?({_ASK_KO}|{_WHAT_KO})", "은|는|을|를"),
    "DN_CHANCE_KO": (f"일 확률( ?(은|는|을|를))?( ?({_ASK_KO}|{_WHAT_KO}))?",),
    # English
    "DN_HOW_MANY": ("how many( different| distinct)?",),
    "DN_EVEN": ("even",),
    "DN_ODD": ("odd",),
    "DN_DIGIT": ("-? *digit( positive)?",),
    "DN_NUMBERS": ("(whole |natural )?numbers?", "integers?"),
    "DN_MULTIPLE": ("(which are |that are )?(divisible by|multiples of)",),
    "DN_OVER": ("(which are |that are )?(greater|larger|more|bigger) than",),
    "DN_UNDER": ("(which are |that are )?(less|smaller) than",),
    "DN_CAN_BE_MADE": (
        f"(that )?can be {_MADE} {_FROM}( the)?( digits| cards| number cards)?",
        f"can you {_MADE} {_FROM}( the)?( digits| cards| number cards)?",
    ),
    "DN_EACH_DIGIT": ("each (of the digits|digit)( of)?", "all (of )?the digits"),
    "DN_ONCE": (
        f",? *{_EACH} (used )?(at most|only|exactly) once( each)?",
        ",? *each( digit)?( being)? used once",
        ",? *(without|with no) (repetition|repeats|repeating( any)?( digits)?|repeated digits)( of digits)?",
        f",? *(if|where|when|and) ({_NOT_AGAIN}|(the )?digits {_MAY_NOT} be repeated|digits are not repeated)",
        ",? *using each( digit)?( exactly| only| at most)? once",
    ),
    "DN_AGAIN": (
        ",? *(if|where|when|and|with) (repetition( of digits)? (is )?allowed|repeats are allowed)",
        ",? *(if|where|when|and) (the )?digits (may|can) be (repeated|used more than once)",
    ),
    "DN_LARGEST": ("(the )?(largest|greatest|biggest)( possible)?",),
    "DN_SMALLEST": ("(the )?(smallest|least)( possible)?",),
    "DN_THAT": ("that", "which"),
}
