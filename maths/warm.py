"""What a worker has imported before its first question."""

import maths.audit
import maths.check
import maths.decide
import maths.grade
import maths.grading.quantity
import maths.program
import maths.steps

maths.grading.quantity.registry()
maths.grade.grade("ln 8", "3*ln(2)")  # what SymPy loads with its first proof
