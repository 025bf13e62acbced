"""Answers about code with everything in them, for tests of what is kept."""

from __future__ import annotations

from maths.message import Message
from maths.verdict import Level
from tutor.code import (
    Aspect,
    CodeReply,
    CodeRequest,
    Comparison,
    Fate,
    Figures,
    Origin,
    Target,
    Test,
    Trial,
)
from tutor.types import Language, Writer

TRIALS = (
    Trial(Test("f(1)", "2", Origin.ASKER), Fate.PASSED, "2"),
    Trial(Test("f(0)", "1", Origin.MODEL), Fate.RAISED, "ValueError: 0", 3),
    Trial(Test("f(3) > 0", "True", Origin.PROPERTY), Fate.TIMED_OUT),
)
PROGRAM = CodeReply(
    CodeRequest("Add one to 수.", "Python", Level.BEGINNER, Language.KOREAN),
    ((Aspect.ANALYSIS, "하나를 더합니다."), (Aspect.COMPLEXITY, "$O(1)$")),
    "def f(x):\n    return x + 1  # \u2212",
    TRIALS,
    0.0125,
    tries=2,
    model=Writer("small", demonstration=True, adapter="tall"),
)
NOT_RUN = CodeReply(
    CodeRequest("Add one.", "Rust", Level.ADVANCED, Language.ENGLISH), (), "", not_run=Message("because of {x}", x=3)
)
REWRITTEN = CodeReply(
    CodeRequest("x = 1", "Python", Level.INTERMEDIATE, Language.ENGLISH, Target.MEMORY),
    ((Aspect.CHANGES, "All."),),
    "x = 1",
    comparison=Comparison(
        Figures(0.5, 1000, 3, 2, 9), Figures(None, None, None, None, 4), 12, 1.5, better=True, difference=TRIALS[1]
    ),
    inputs=("f(1)", "f('수')"),
)
