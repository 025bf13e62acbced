"""How requests are opened and closed in a chat, and short forms of what is asked."""

from __future__ import annotations

CASUAL_OPENING = (
    "yo",
    "umm?",
    "ok(ay)?",
    "(so )?(i am|i'm|im)? ?(really |totally |so )?stuck (on|with)( this( one)?)?( problem| question)?:?",
    "(i )?(really )?(need|want) (some )?help (with|on|solving)( this( one)?)?( problem| question)?:?",
    "i do(n't| not) (get|understand|know how to (do|solve))( this( one)?)?( problem| question)?:?",
    "(can|could|would) (you|someone|anyone|u) (please )?(help me )?(with|out with)",
    "any(one|body) know how to",
    "(my )?(homework|hw)( question| problem)?:",
    "(선생님|쌤|저기요|여러분|님들아?)",
    "(이|저)?(거|것|문제) (좀)? (어떻게 (풀어요?|푸나요|풀죠|해요))?",
)
"""What may stand before a request."""
CASUAL_CLOSING = (
    "(thx|ty|tysm|tyvm|thnx|thanx|tnx)( (so|very) much| a lot| in advance)?",
    "thanks (everyone|all|guys)",
    "(pls|plz|please)? ?(help|halp)( me)?( (pls|plz|please|asap))?",
    "asap",
    "lol",
    "(i am|i'm|im) (so )?(stuck|lost|confused)",
    "i do(n't| not) (get|understand) (it|this)",
    "(도와|알려|가르쳐) (주세요|줘요?)",
    "(이거|이건)? (하나도|정말|진짜|너무)? (모르겠어요?|모르겠습니다|어려워요?)",
    "(급해요|급합니다)",
)
"""What may stand after a request."""
CASUAL: dict[str, tuple[str, ...]] = {"MOD": ("mod(ulo)?",)}
"""Names of operations."""
