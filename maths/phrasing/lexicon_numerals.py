"""Phrases about how numbers are written: significant figures, scientific notation, Roman numerals."""

from __future__ import annotations

_CONVERT_KO = (
    "((나타내|표현하|바꾸|고치|쓰|적으|변환하)(시오|세요|십시오|면|어라|여라|라|자)|(나타내|바꾸|고치)면"
    "|나타내어(라| 보시오)?|써라|(나타내어|바꿔|바꾸어|고쳐|써|적어|변환해|표현해|표시해) "
    "?(줘요?|주세요|주십시오|라|보세요)?"
    "|(나타내|바꾸|고치)기)"
)
_WHAT_COMES_KO = "( (얼마|무엇|뭐|몇)(인가요?|입니까|이에요|예요|일까요|야|이야|이 되나요)?)?"
_FIGURES = "(significant (figures|digits)|sig(nificant)? ?figs?)"
_PLAIN_FORM = "(ordinary (number|form|notation)|(standard )?decimal (notation|form)|standard notation)"
_ARABIC = "(arabic|hindu-arabic|ordinary|decimal|standard|modern)( (numerals?|numbers?|form))?"
_USING_KO = "(10의 거듭제곱을 (사용|이용)(하여|해서?) )?"
_GIVEN_KO = "( (구하(시오|세요|여라)|얼마(인가요?|입니까)|무엇(인가요?|입니까)|쓰시오))?"
_NUMBER_KO = "(수|근삿값|측정값|참값|숫자)"

NUMERALS: dict[str, tuple[str, ...]] = {
    # significant figures
    "NU_HOW_MANY_FIGURES": (
        f"how many {_FIGURES} (does|do)( the number)?",
        f"how many {_FIGURES} (are|is)( there)?( contained)? in( the number)?",
        f"(find|state|determine|give|count|what is)( the)? number of {_FIGURES} (in|of)( the number)?",
    ),
    "NU_HAVE": ("have", "has", "contain"),
    "NU_FIGURES_KO": (
        "유효 숫자(의)? (개수|갯수)(은|는|를)?",
        "유효 숫자(은|는|이|가)? (모두)? 몇 개(인가요?|입니까|일까요|인지|야|이야|예요|있나요|있습니까)?",
    ),
    "NU_OF_KO": ("의", "에서", "에는", "에", "은", "는"),
    "NU_NUMBER_KO": (_NUMBER_KO,),
    # scientific notation
    "NU_WRITE": (
        "write( down)?( the number)?",
        "express( the number)?",
        "convert( the number)?",
        "change( the number)?",
        "rewrite( the number)?",
        "put( the number)?",
        "give( the number)?",
        "represent( the number)?",
        "what is( the number)?",
        "how do you write( the number)?",
    ),
    "NU_IN_SCIENTIFIC": (
        "(in|into|to|using) (scientific|exponential) notation",
        "in normali[sz]ed scientific notation",
    ),
    "NU_AS_ORDINARY": (
        f"(as|in|into|to) (an? )?{_PLAIN_FORM}",
        "without (using )?(exponents|an exponent|scientific notation|powers of (10|ten))",
        "in ordinary (decimal )?(form|notation)",
    ),
    "NU_SCIENTIFIC_KO": (
        f"{_USING_KO}(과학적?|지수) ?(표기법?|기수법|표현)(으로|을 (사용|이용)(하여|해서?))",
        r"a ?(×|x|\\times|\*|·|\\cdot) ?10\^\{?n\}?(의)? ?(꼴|형태|모양)(으)?로",
    ),
    "NU_ORDINARY_KO": (
        "(일반적인|보통의|보통|일반) (수|숫자)(로)",
        "(소수|자연수|정수|십진수|10진수)로",
        "(거듭제곱을|지수를|10의 거듭제곱을) (사용하지|쓰지) 않(고|은 수로)",
    ),
    "NU_CONVERT_KO": (f"{_CONVERT_KO}{_WHAT_COMES_KO}", "(은|는)? ?(얼마|무엇)(인가요?|입니까|일까요)?"),
    "NU_ONE_TO_TEN_KO": (
        r"[(]? ?단,? ?1 ?(≤|<=|\\le|\\leq|≦) ?a ?< ?10( ?(, ?|이고,? ?)n(은|는)? ?정수(이다)?|이다)?[.]? ?[)]?",
    ),
    # Roman numerals
    "NU_ROMAN": ("(the )?roman (numeral|number)",),
    "NU_ROMAN_FOR": ("(what is|find|give|write) the roman (numeral|number) (for|of)( the number)?",),
    "NU_IN_ROMAN": ("(in|into|to|as|using) (a )?roman (numerals?|numbers?|notation)",),
    "NU_IN_ARABIC": (f"(in|into|to|as|using) (an? |the )?{_ARABIC}",),
    "NU_FROM_ROMAN": ("(in|into|to|as|using) (an? )?(arabic|hindu-arabic)( (numerals?|numbers?|form))?",),
    "NU_REPRESENT": ("represent", "stand for", "mean"),
    "NU_WHAT_NUMBER": ("(what|which) (arabic |decimal )?(number|integer|value)( does| is)?", "what does"),
    "NU_REPRESENTED_BY": ("(is )?(represented|denoted|shown|given) by",),
    "NU_VALUE_OF": ("(what is|find|give) (the )?(decimal )?value of",),
    "NU_ROMAN_KO": ("로마 ?숫자(로 (나타낸|쓴|표현된|표현한|쓰인) (수|숫자))?", "로마자 수"),
    "NU_IN_ROMAN_KO": ("로마 ?숫자로",),
    "NU_IN_ARABIC_KO": (
        "(아라비아 ?숫자|십진수|10진수|인도-아라비아 ?숫자|십진법의 수|십진법|우리가 쓰는 숫자)(로|으로)",
    ),
    "NU_ARABIC_KO": ("아라비아 ?숫자", "십진수", "자연수", "수"),
    "NU_MEANING_KO": (
        f"(가|이) (나타내는|뜻하는|의미하는) (수|자연수|값|아라비아 ?숫자)(는|은|를|을)?{_GIVEN_KO}",
        "(는|은) (얼마|몇)(을|를)? ?(나타내(는가|나요|는지 말하시오)|뜻하(는가|나요)|의미하(는가|나요)|인가요?|입니까)",
    ),
}
