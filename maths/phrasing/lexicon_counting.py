"""Phrases about counting and about what whole numbers may satisfy; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_NUM = "(numbers?|integers?|values?)"
_ARE = "(인|이며|이고|입니다|이면)?"

COUNTING: dict[str, tuple[str, ...]] = {
    # conditions on a whole number
    "C_EVEN": (f"(an )?even( {_NUM})?", "evens"),
    "C_ODD": (f"(an )?odd( {_NUM})?", "odds"),
    "C_PRIME": (f"(a )?prime( {_NUM})?", "primes"),
    "C_COMPOSITE": (f"(a )?composite( {_NUM})?",),
    "C_SQUARE": ("(a )?(perfect square|square number)s?( numbers?)?", "squares"),
    "C_CUBE": ("(a )?(perfect cube|cube number)s?", "cubes"),
    "C_PALINDROME": ("(a )?palindromes?", "palindromic( numbers| integers)?"),
    "C_MULTIPLE": (
        f"(a |an )?(positive |integer |whole number )?multiples? of( either)?",
        f"(an? )?({_NUM} )?(which (is|are) |that (is|are) )?(evenly )?divisible by( either)?",
    ),
    "C_MULTIPLE_OF_BOTH": (
        "(a |an )?(positive )?multiples? of both",
        f"(an? )?({_NUM} )?(which (is|are) |that (is|are) )?(evenly )?divisible by( both)?",
    ),
    "C_DIVISOR": ("(a |an )?(positive )?(factors?|divisors?) of",),
    "C_GREATER": (f"(an? )?({_NUM} )?(that is |that are |which is )?(strictly )?(greater|larger|more|bigger|higher) than",),
    "C_LESS": (f"(an? )?({_NUM} )?(that is |that are |which is )?(strictly )?(less|smaller|lower|fewer) than",),
    "C_AT_LEAST": ("at least", "greater than or equal to", "no less than", "not less than"),
    "C_AT_MOST": ("at most", "less than or equal to", "no more than", "not more than", "not greater than"),
    "C_OR_MORE": ("or (more|greater|higher|larger)",),
    "C_OR_LESS": ("or (less|fewer|lower|smaller)",),
    "C_NOT": ("not",),
    "C_NEITHER": ("neither",),
    "C_NOR": ("nor",),
    "C_OR": (",? *or",),
    "C_AND": ("and", "and also"),
    "C_BUT": (",? *but",),
    "C_BOTH": ("both",),
    "C_EITHER": ("either",),
    "C_A": ("an?",),
    # Korean
    "C_EVEN_KO": ("짝수",),
    "C_ODD_KO": ("홀수",),
    "C_PRIME_KO": ("소수",),
    "C_COMPOSITE_KO": ("합성수",),
    "C_SQUARE_KO": ("(완전)? ?제곱수",),
    "C_CUBE_KO": ("(완전)? ?세제곱수",),
    "C_PALINDROME_KO": ("(회문수|회문|대칭수)",),
    "C_MULTIPLE_KO": ("의 배수",),
    "C_DIVISIBLE_KO": ("(으)?로 나누어 ?떨어지는 수",),
    "C_DIVISOR_KO": ("의 (양의 )?약수",),
    "C_GREATER_KO": ("보다 큰 수",),
    "C_LESS_KO": ("보다 작은 수",),
    "C_OR_MORE_KO": ("이상(의|인)? ?(수)?",),
    "C_OR_LESS_KO": ("이하(의|인)? ?(수)?",),
    "C_OVER_KO": ("초과(의|인)? ?(수)?",),
    "C_UNDER_KO": ("미만(의|인)? ?(수)?",),
    "C_OR_KO": ("또는", "혹은", "(이)?거나", "(이)?나"),
    "C_AND_KO": ("이면서", "이고"),
    "C_NOT_KO": ("(이|가) 아닌 수", "(이|가) 아니"),
}
