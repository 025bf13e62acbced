"""Every topic of practice. A new topic is one file beside this one, and one line here."""

from __future__ import annotations

from maths.generating.topics.absolute_value import TOPIC as ABSOLUTE_VALUE
from maths.generating.topics.areas import TOPIC as AREAS
from maths.generating.topics.circles import TOPIC as CIRCLES
from maths.generating.topics.clock_and_calendar import TOPIC as CLOCK_AND_CALENDAR
from maths.generating.topics.complex_numbers import TOPIC as COMPLEX_NUMBERS
from maths.generating.topics.conics import TOPIC as CONICS
from maths.generating.topics.coordinate_geometry import TOPIC as COORDINATE_GEOMETRY
from maths.generating.topics.counting import TOPIC as COUNTING
from maths.generating.topics.decimals import TOPIC as DECIMALS
from maths.generating.topics.derivatives import TOPIC as DERIVATIVES
from maths.generating.topics.determinants import TOPIC as DETERMINANTS
from maths.generating.topics.differential_equations import TOPIC as DIFFERENTIAL_EQUATIONS
from maths.generating.topics.eigenvalues import TOPIC as EIGENVALUES
from maths.generating.topics.expanding import TOPIC as EXPANDING
from maths.generating.topics.exponents_and_logarithms import TOPIC as EXPONENTS_AND_LOGARITHMS
from maths.generating.topics.factoring import TOPIC as FACTORING
from maths.generating.topics.fractions import TOPIC as FRACTIONS
from maths.generating.topics.functions import TOPIC as FUNCTIONS
from maths.generating.topics.gcd_lcm import TOPIC as GCD_LCM
from maths.generating.topics.inequalities import TOPIC as INEQUALITIES
from maths.generating.topics.integers import TOPIC as INTEGERS
from maths.generating.topics.integrals import TOPIC as INTEGRALS
from maths.generating.topics.limits import TOPIC as LIMITS
from maths.generating.topics.linear_equations import TOPIC as LINEAR_EQUATIONS
from maths.generating.topics.lines import TOPIC as LINES
from maths.generating.topics.logic import TOPIC as LOGIC
from maths.generating.topics.matrices import TOPIC as MATRICES
from maths.generating.topics.number_bases import TOPIC as NUMBER_BASES
from maths.generating.topics.order_of_operations import TOPIC as ORDER_OF_OPERATIONS
from maths.generating.topics.percentages import TOPIC as PERCENTAGES
from maths.generating.topics.plane_geometry import TOPIC as PLANE_GEOMETRY
from maths.generating.topics.polynomials import TOPIC as POLYNOMIALS
from maths.generating.topics.powers_and_roots import TOPIC as POWERS_AND_ROOTS
from maths.generating.topics.prime_factorisation import TOPIC as PRIME_FACTORISATION
from maths.generating.topics.probability import TOPIC as PROBABILITY
from maths.generating.topics.quadratic_equations import TOPIC as QUADRATIC_EQUATIONS
from maths.generating.topics.ratio import TOPIC as RATIO
from maths.generating.topics.remainders import TOPIC as REMAINDERS
from maths.generating.topics.right_triangles import TOPIC as RIGHT_TRIANGLES
from maths.generating.topics.rounding import TOPIC as ROUNDING
from maths.generating.topics.sequences import TOPIC as SEQUENCES
from maths.generating.topics.series import TOPIC as SERIES
from maths.generating.topics.solids import TOPIC as SOLIDS
from maths.generating.topics.statistics import TOPIC as STATISTICS
from maths.generating.topics.systems_of_equations import TOPIC as SYSTEMS_OF_EQUATIONS
from maths.generating.topics.tangents_and_extrema import TOPIC as TANGENTS_AND_EXTREMA
from maths.generating.topics.trigonometry import TOPIC as TRIGONOMETRY
from maths.generating.topics.units import TOPIC as UNITS
from maths.generating.topics.vectors import TOPIC as VECTORS

TOPICS = {
    topic.key: topic
    for topic in (
        ABSOLUTE_VALUE,
        AREAS,
        CIRCLES,
        CLOCK_AND_CALENDAR,
        COMPLEX_NUMBERS,
        CONICS,
        COORDINATE_GEOMETRY,
        COUNTING,
        DECIMALS,
        DERIVATIVES,
        DETERMINANTS,
        DIFFERENTIAL_EQUATIONS,
        EIGENVALUES,
        EXPANDING,
        EXPONENTS_AND_LOGARITHMS,
        FACTORING,
        FRACTIONS,
        FUNCTIONS,
        GCD_LCM,
        INEQUALITIES,
        INTEGERS,
        INTEGRALS,
        LIMITS,
        LINEAR_EQUATIONS,
        LINES,
        LOGIC,
        MATRICES,
        NUMBER_BASES,
        ORDER_OF_OPERATIONS,
        PERCENTAGES,
        PLANE_GEOMETRY,
        POLYNOMIALS,
        POWERS_AND_ROOTS,
        PRIME_FACTORISATION,
        PROBABILITY,
        QUADRATIC_EQUATIONS,
        RATIO,
        REMAINDERS,
        RIGHT_TRIANGLES,
        ROUNDING,
        SEQUENCES,
        SERIES,
        SOLIDS,
        STATISTICS,
        SYSTEMS_OF_EQUATIONS,
        TANGENTS_AND_EXTREMA,
        TRIGONOMETRY,
        UNITS,
        VECTORS,
    )
}
WITH_STORIES = tuple(
    topic.key
    for topic in (
        COUNTING,
        DECIMALS,
        FRACTIONS,
        GCD_LCM,
        LINEAR_EQUATIONS,
        PERCENTAGES,
        PLANE_GEOMETRY,
        PROBABILITY,
        RATIO,
        SOLIDS,
        STATISTICS,
        SYSTEMS_OF_EQUATIONS,
        UNITS,
    )
)  # topics whose problems can be told as little stories of every day
