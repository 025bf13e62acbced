"""What a worker has imported before its first question."""

import maths.audit
import maths.check
import maths.decide
import maths.grade
import maths.grading.quantity
import maths.graphing.plot
import maths.program
import maths.steps

maths.grading.quantity.registry()
maths.grade.grade("ln 8", "3*ln(2)")  # what SymPy loads with its first proof
for rehearsed in (  # phrases are compiled and SymPy imports parts of itself when a text first needs them
    "Find the sum of 2 and 3.",
    "How many primes are less than 10?",
    "A circle has radius 1. What is its area?",
    "이차방정식 x^2 = 4를 푸시오.",
):
    maths.decide.decide(rehearsed)
maths.graphing.plot.plot("y = x e^x; y = |x|")
