"""Phrases about several numbers and about all solutions together; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

SYSTEMS: dict[str, tuple[str, ...]] = {
    "LET_NUMBERS": (
        "(let|suppose|assume|if|given|when|for)( that)?",
        "(suppose|assume) we have",
        "it is given that",
    ),
    "NAMED_ARE": ("be", "is", "are"),
    "SUCH": (
        "(such|so) that",
        "(with|where|satisfying|for which|(that|which) (satisfy|satisfies|solves?))",
        "(with|having) the property that",
        "satisfying (the )?(equations?|system( of equations)?|conditions?)",
    ),
    "SATISFY": (
        "(satisfy|satisfies)( both)?( (the|this|these) (following )?(equations?|system( of equations)?|conditions?))?",
    ),
    "FOR_NUMBERS": ("for( some| all| any)?", "over( the)?( all)?", "where", "(in|among)( the)?"),
    "IF_NUMBERS": (
        "if",
        "given( that)?",
        "when",
        "provided( that)?",
        "where",
        "such that",
        "so that",
        "assuming( that)?",
    ),
    "SYSTEM_NAMED": (
        "both equations[:]?",
        "(the |this |these )?(following )?(equations?|system( of (two |three )?equations)?|conditions?)[:]?",
    ),
    "PAIRS": (
        "(the |all |all the |an |a )?(possible |ordered |real |complex )*(pairs?|triples?|quadruples?|solutions?)",
    ),
    "PAIRS_COUNT": (
        "(the )?number of (real |complex |distinct |different )*(ordered )?(pairs?|triples?|solutions?)",
        "how many (real |complex |distinct |different )*(ordered )?(pairs?|triples?|solutions?)",
    ),
    # Korean
    "GIVEN_KO": (
        "(을|를) (만족 (할|시킬) 때|만족 (하면|시키면)|만족 (한다|시킨다) (고 할 때|고 하자)?[.]?)",
        "일 때",
        "(이고|이며)? (이)?면",
        "(이)?라고? 할 때",
        "(이)?라고? 하자[.]?",
        "(을|를) 만족 (하는|시키는)",
        "인",
    ),
    "ABOUT_NUMBERS_KO": ("에 (대하여|대해서?)", "(이|가|은|는)"),
    "AS_ROOTS_KO": ("(을|를) (각각)?", "(이|가)"),
    "CALLED_KO": ("(이)?라고? (할 때|하면|하자[.]?)", "(으)?로 놓을 때", "일 때"),
    "ROOTS_OF_KO": ("의 (두|세|네|모든)? (근|해|실근|허근|영점)",),
    "VALUES_KO": ("(의)? 값", "(의)? (가능한|모든)? (모든)? 값"),
}
