"""Phrases about inequalities and about equations over the real numbers; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_THE = "(the |this |these |following |given )*"
_KIND = "(linear |quadratic |polynomial |rational |compound |double |absolute value |radical |exponential )*"
_KIND_KO = "(일차|이차|삼차|분수|유리|무리|지수|로그|절댓값|절대값)?"

INEQUALITIES: dict[str, tuple[str, ...]] = {
    "INEQUALITY": (
        f"{_THE}{_KIND}(inequality|inequation|inequalities)",
        f"{_THE}{_KIND}equation",
    ),
    "SOLUTION_SET": (
        "(the )?(solution set|set of (all )?solutions|range of (values|solutions))",
        "(the |all |all the )?solutions?",
    ),
    "ALL_REAL": ("(the |all |all the |all of the |every |each )?real( (numbers?|values?( of)?))?",),
    "ALL_VALUES": (
        "(the |all |all the |all possible |the possible |the range of )?(numbers?|values?|range of values)( of)?",
    ),
    "SUCH_THAT": (
        "(such that|so that|for which|where|with|that|which)( it holds that)?",
        "(that |which )?(satisf(y|ies|ying)|solves?|fulfils?)",
        "if",
        "given( that)?",
    ),
    "INEQUALITY_KO": (
        f"(다음|이|아래|주어진)? (의)? {_KIND_KO} 부등식(을|은|이)? [:,]?",
        f"(다음|이|아래|주어진)? (의)? {_KIND_KO} 방정식(을|은|이)? [:,]?",
        "다음 (을)? [:]?",
    ),
    "SOLUTIONS_KO": ("(해|근|해집합|답)",),
    "RANGE_KO": ("(의)? (값)? (의)? 범위", "(의)? 값"),
    "SATISFIES_KO": (
        "(을|를) (만족하는|만족시키는)( 실수)?",
        "(이|가) 성립하는( 실수)?",
        "(이|가) (성립하도록|참이 되도록) 하는( 실수)?",
        "(이|가) 되는( 실수)?",
        "(이|가) 되도록 하는( 실수)?",
    ),
}
