"""What a worker has imported before its first question."""

import maths.audit
import maths.check
import maths.decide
import maths.grade
import maths.grading.quantity
import maths.steps

maths.grading.quantity.registry()
