"""Phrases about whole numbers, digits, rounding, comparison and measures; written as in `maths.lexicon`."""

from __future__ import annotations

_ALL = "(the |all |all the |all of the |every |each of the )?"
_IS_KO = "(인가요|입니까|인가|이니|이냐|일까요|일까|인지요|이에요|예요|인지 (판별|판단|확인|구분) (하시오|하세요|하라|하여라|해 (주세요|줘|봐)))"
_DO_KO = "(하시오|하세요|하십시오|하라|하여라|하면|하자|해 (주세요|줘요?|주십시오|줄래요?|라|봐요?|보세요)?)"
_SHOW_KO = (
    f"(나타내 (시오|세요|십시오|어라|라|면|어 (주세요|줘요?))|(으)?로 쓰시오|쓰 (시오|세요)|표현 {_DO_KO}|적으시오)"
)

NUMBERS: dict[str, tuple[str, ...]] = {
    "IS": ("is", "is it true that", "do you know if"),
    "ARE": ("are", "do"),
    "THE_NUMBER": ("the (number|integer|value)", "the whole number"),
    "NUMBER_KO": ("(자연|정)?수", "숫자"),
    "GREATEST_DIVISOR": (
        "(the )?(greatest|highest|largest|biggest) common (factor|divisor|denominator(?= *$))",
        "(the )?(gcd|hcf|gcf)",
    ),
    "LEAST_MULTIPLE": ("(the )?(least|lowest|smallest) common multiple", "(the )?lcm"),
    "COMMON_DENOMINATOR": ("(the )?((least|lowest|smallest) )?common denominator", "(the )?lcd"),
    "OF_SEVERAL": ("of", "for", "between", "of the numbers", "of both"),
    "A_PRIME": ("(a )?prime( number)?",),
    "A_COMPOSITE": ("(a )?composite( number)?",),
    "PRIME_FACTORS": (f"{_ALL}(distinct |different |unique )?prime (factors|divisors)",),
    "PRIME_PRODUCT": (
        "(the |its )?prime (factor )?(factori[sz]ation|decomposition)",
        "(the )?factori[sz]ation into primes",
    ),
    "WRITE": ("write", "express"),
    "AS_PRIME_PRODUCT": (
        "as (a |the )?product of (its |powers of )?(its )?(prime factors|primes|prime numbers|prime powers)",
    ),
    "INTO_PRIMES": ("into (its )?(prime factors|primes)",),
    "PRIME_FACTORIZE": ("prime factori[sz]e", "decompose"),
    "DIVISORS": (f"{_ALL}(positive )?(whole number )?(factors|divisors)",),
    "HOW_MANY_DIVISORS": ("how many (positive |different )?(factors|divisors)( does| do)?",),
    "NUMBER_OF_DIVISORS": ("(the )?number of (positive |different )?(factors|divisors)",),
    "SUM_OF_DIVISORS": ("(the )?sum of (all |all the |the )?(positive )?(factors|divisors)",),
    "HAVE": ("have", "has", "are there of", "are there for"),
    "DOES": ("does", "do"),
    "DIVIDE_INTO": ("(evenly |exactly )?divide( evenly| exactly)?( into)?", "go (evenly |exactly )?into", "go into"),
    "A_FACTOR_OF": ("a (factor|divisor) of",),
    "A_MULTIPLE_OF": ("a multiple of",),
    "DIVISIBLE_BY": ("(evenly |exactly )?divisible by",),
    "REMAINDER": ("(the )?remainder",),
    "QUOTIENT_AND_REMAINDER": ("(the )?quotient and (the )?remainder",),
    "WHEN_DIVIDED": (
        "when( you divide)?",
        "if( you divide)?",
        "of( dividing)?",
        "on dividing",
        "from dividing",
        "after dividing",
    ),
    "IS_DIVIDED_BY": ("(is |gets )?divided by", "by"),
    "DIVIDED_WHEN": ("when", "if"),
    "LEFT": ("what is left over", "how much is left( over)?"),
    # Korean
    "GREATEST_DIVISOR_KO": ("최대 공약수", "gcd"),
    "LEAST_MULTIPLE_KO": ("최소 공배수", "lcm"),
    "COMMON_DENOMINATOR_KO": ("최소 공통 ?분모", "(최소)? 공통 분모"),
    "A_PRIME_KO": (f"소수 {_IS_KO}",),
    "A_COMPOSITE_KO": (f"합성수 {_IS_KO}",),
    "PRIME_FACTORS_KO": ("(서로 다른)? 소인수(들)?",),
    "PRIME_FACTORIZE_KO": (f"소인수 ?분해 {_DO_KO}",),
    "PRIME_PRODUCT_KO": ("소인수 ?분해( 결과)?", "소인수의 곱", "소인수의 거듭제곱의 곱"),
    "SHOW_AS_PRIMES_KO": (f"(소인수|소수)(들)?의 (거듭제곱의)? 곱으로 {_SHOW_KO}",),
    "DIVISORS_KO": ("(양의)? 약수(들)?",),
    "COUNT_OF_DIVISORS_KO": (
        "(양의)? 약수의 (개수|갯수|수)",
        "(양의)? 약수는 (모두)? 몇 개(입니까|인가요|인가|예요|이에요|일까요|야|인지)?",
    ),
    "SUM_OF_DIVISORS_KO": ("(양의|모든|모든 양의)? 약수의 (총합|합)",),
    "DIVISIBLE_KO": (
        "(으)?로 나누어 ?(떨어지나요|떨어집니까|떨어지는가|떨어지니|떨어질까요|떨어져요|떨어지는지 (확인|판별|판단) (하시오|하세요))",
        "(으)?로 나눠 ?(떨어지나요|떨어집니까|떨어지는가|떨어지니|떨어질까요|떨어져요)",
    ),
    "DIVIDES_KO": ("(을|를) 나누 (나요|니|는가|어 떨어뜨리나요)", "(을|를) 나눕니까"),
    "FACTOR_OF_KO": (f"의 (약수|인수) {_IS_KO}",),
    "MULTIPLE_OF_KO": (f"의 배수 {_IS_KO}",),
    "DIVIDED_KO": (
        "(으)?로 (나눈|나누었을 때의?|나눴을 때의?|나눌 때의?|나누면|나누었을 경우|나누어서? 나온|나누고 남는)",
    ),
    "REMAINDER_KO": ("나머지",),
    "QUOTIENT_KO": ("몫",),
}
