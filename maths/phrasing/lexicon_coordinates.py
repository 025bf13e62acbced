"""Phrases about points, lines and curves with coordinates."""

from __future__ import annotations

_JOINED = "(with|having|whose) (its )?end ?points (at|of|are)?"
_THROUGH = (
    "(that |which )?(passes|passing|pass|goes|going|running|runs) through",
    "through",
    "(that |which )?(contains|containing|joins|joining|connects|connecting)",
    "determined by",
    "between",
)

COORDINATES: dict[str, tuple[str, ...]] = {
    "XY_POINT_WORD": (
        "(the )?(two |three |four )?(given )?points?( with coordinates)?( at)?",
        "(the )?origin to( the)?(?= point)",
        "(두|세|네|서로 다른 두)? ?점",
    ),
    "XY_ORIGIN": ("the origin", "원점( ?o)?"),
    "XY_COORDINATES_OF": (
        "(the )?coordinates of",
        "(the )?(ordered pair|point) (that is|which is|for|representing)",
        "(the )?(location|position) of",
    ),
    "XY_SUM_OF_COORDINATES": ("(the )?sum of (the )?(x and y )?coordinates of",),
    "XY_PRODUCT_OF_COORDINATES": ("(the )?product of (the )?(x and y )?coordinates of",),
    "XY_X_COORDINATE_OF": ("(the )?x *-? *coordinate of",),
    "XY_Y_COORDINATE_OF": ("(the )?y *-? *coordinate of",),
    "XY_DISTANCE": (
        "(the )?(straight-line )?distance,? (in units,? )?(between|from)",
        "(the )?number of units (in the distance )?between",
        "how far (is it )?(is |apart are )?(from|between)?",
        (
            "(the )?length of (the |a )?(line )?segment (between|from|joining|connecting"
            "|with end ?points( at)?|whose end ?points are( at)?)"
        ),
    ),
    "XY_DISTANCE_TO": ("(to|and|from|to the|and the)",),
    "XY_MIDPOINT": ("(the )?mid ?point (of|between)", "(the )?point (halfway|half way|midway) between"),
    "XY_SEGMENT_WITH": (
        "(the |a )?(line )?segment(s)? (joining|connecting|between|from)",
        f"(the |a )?(line )?segment(s)? {_JOINED}",
        "(the )?(two )?end ?points",
    ),
    "XY_ONE_END": (
        "one (endpoint|end point|end) of (a|the) (line )?segment is( at)?",
        "(a|the) (line )?segment has (one endpoint|one end|an endpoint)( at)?",
    ),
    "XY_ITS_MIDPOINT_IS": (
        "(and )?(its|the|a) mid ?point( of the segment)? (is( at)?|at)",
        "(and )?has (its )?mid ?point( at)?",
    ),
    "XY_OTHER_END": ("(the )?(other|second) (endpoint|end point|end)( of the segment)?",),
    "XY_SLOPE_WORD": ("(the )?slope,?( of)?",),
    "XY_LINE": (
        (
            "(the |a |any |that |this )?(straight )?line( (with|whose"
            "|having) (the )?equation( is)?| given by| described by| defined by)?"
        ),
    ),
    "XY_SLOPE_OF_LINE": ("(the )?slope of (the |a |any )?(straight )?line( segment)?",),
    "XY_PARALLEL_TO": (
        "(that is |which is )?parallel to( the line| a line)?( with equation| whose equation is| given by)?",
    ),
    "XY_PERPENDICULAR_TO": (
        "(that is |which is )?perpendicular to( the line| a line)?( with equation| whose equation is| given by)?",
    ),
    "XY_THROUGH": _THROUGH,
    "XY_WITH_SLOPE": ("(that |which )?(with|has|having|and has|and with|and|whose) (a )?slope( of| is| equal to)?",),
    "XY_EQUATION_OF_LINE": ("(the |an )?(slope-intercept )?equation (of|for) (the |a )?(straight )?line",),
    "XY_SLOPE_FORM": (
        (
            "(in|express (your|the) answer in|write (your|the) (answer|equation) in|give (your"
            "|the) answer in) (the )?(slope-intercept form|form y *= *m *x *\\+ *b"
            "|the form y *= *m *x *\\+ *b)"
        ),
        r"where m and b are (constants|real numbers|numbers)",
    ),
    "XY_X_INTERCEPT": ("(the )?x *-? *intercept of",),
    "XY_Y_INTERCEPT": ("(the )?y *-? *intercept of",),
    "XY_AS_PAIR": ("(express|give|write) (your|the) answer as an ordered pair",),
    "XY_CENTER_AND_RADIUS": ("(the )?cent(er|re) and (the )?radius of",),
    "XY_RADIUS_OF": ("(the )?(length of the )?radius of",),
    "XY_DIAMETER_OF": ("(the )?(length of the )?diameter of",),
    "XY_AREA_OF_CIRCLE": ("(the )?area (of|enclosed by|inside)",),
    "XY_CIRCUMFERENCE_OF": ("(the )?circumference of",),
    "XY_CIRCLE_GIVEN": (
        (
            "(the |a )?circle( (with|whose|having) (the )?equation( is)?"
            "| given by( the equation)?| described by( the equation)?| defined by)?"
        ),
    ),
    "XY_EQUATION_OF_CIRCLE": ("(the |an )?(standard form of the )?equation (of|for) (the |a )?circle",),
    "XY_WITH_CENTER": (
        "(with|whose|that has|having|which has) (its |a |the )?cent(er|re)( is)?( at)?",
        "cent(er|re)ed at",
    ),
    "XY_AND_RADIUS": ("(and )?(with |a |has |having )?radius( of| is)?",),
    "XY_AND_THROUGH": (
        "(and |that |which )*(passes|passing|pass|going|goes)? ?through( the point)?",
        "and (containing|contains)( the point)?",
    ),
    "XY_WITH_VERTICES": (
        (
            "(with|whose|having|that has|has|which has) (its )?(three |four )?(vertices"
            "|corners)( are| located| lie)?( at)?( the points)?( with coordinates)?"
        ),
        "(formed by|determined by|enclosed by connecting) (the points)?",
    ),
    "XY_AREA_WORD": ("(the )?area of", "(the )?number of square units in the area of"),
    "XY_PERIMETER_WORD": ("(the )?perimeter of",),
    "XY_TRIANGLE_3": ("(the |a )?triangle( [A-Z]{3})?",),
    "XY_QUADRILATERAL_4": (
        "(the |a )?(quadrilateral|rectangle|parallelogram|trapezoid|rhombus|square|kite)( (?!with|that)[A-Z]{4})?",
    ),
    "XY_CENTROID": ("(the )?(centroid|center of gravity) of",),
    "XY_VERTEX_OF": ("(the )?vertex of( the graph of)?",),
    "XY_FOCUS_OF": ("(the )?focus of",),
    "XY_DIRECTRIX_OF": ("(the )?(equation of the )?directrix of",),
    "XY_AXIS_OF": ("(the )?(equation of the )?axis of symmetry of( the graph of)?",),
    "XY_PARABOLA": (
        (
            "(the |a )?(parabola|graph of the parabola|graph of the equation|quadratic function"
            "|graph)( (with|whose|having) (the )?equation( is)?| given by| defined by| described by)?"
        ),
    ),
    "XY_ELLIPSE": ("(the |an )?ellipse( (with|whose|having) (the )?equation( is)?| given by| defined by)?",),
    "XY_HYPERBOLA": ("(the |a )?hyperbola( (with|whose|having) (the )?equation( is)?| given by| defined by)?",),
    "XY_FOCI_OF": ("(the )?(two )?foci of",),
    "XY_VERTICES_OF": ("(the )?(two )?vertices of",),
    "XY_FOCAL_DISTANCE": ("(the )?distance between the (two )?foci of",),
    "XY_MAJOR_OF": ("(the )?length of the major axis of",),
    "XY_MINOR_OF": ("(the )?length of the minor axis of",),
    "XY_TRANSVERSE_OF": ("(the )?length of the transverse axis of",),
    "XY_ECCENTRICITY_OF": ("(the )?eccentricity of",),
    "XY_CENTER_OF": ("(the )?(coordinates of the )?cent(er|re) of",),
    "XY_AREA_OF": ("(the )?area (of|enclosed by|inside)",),
    "XY_REFLECTED": ("(is |are )?reflected (over|across|in|about|through)", "reflect"),
    "XY_REFLECTION_OF": ("(the )?(coordinates of the )?(reflection|mirror image|image of the reflection) of",),
    "XY_OVER_MIRROR": ("(over|across|in|about|through)( the)?( line| vertical line| horizontal line)?",),
    "XY_X_AXIS": ("(the )?x *-? *axis", "x ?축"),
    "XY_Y_AXIS": ("(the )?y *-? *axis", "y ?축"),
    "XY_IMAGE": (
        (
            "(the )?(coordinates of )?(the |its )?(image|resulting point|new point"
            "|reflected point|resulting image|rotated point)( of (the )?point)?"
        ),
        "(the )?coordinates of (the |its )?(image|resulting point|new point)",
    ),
    "XY_ROTATED": ("is rotated( by)?", "rotate"),
    "XY_CLOCKWISE": ("clockwise", "in (a|the) clockwise direction", "시계 ?방향(으로)?"),
    "XY_COUNTERCLOCKWISE": (
        "(counterclockwise|counter-clockwise|anticlockwise)",
        "in (a|the) (counterclockwise|counter-clockwise) direction",
        "(시계 ?반대 ?방향|반시계 ?방향)(으로)?",
    ),
    "XY_ABOUT_ORIGIN": ("(about|around) the origin", "원점을 중심으로"),
    "XY_DIVIDES": (
        (
            "(the )?(coordinates of the )?point (that"
            "|which) divides (the )?(line )?segment (joining|from|between|connecting|with endpoints)"
        ),
    ),
    "XY_IN_RATIO": ("(internally )?in (the|a) ratio( of)?",),
    "XY_INTERNALLY": ("internally",),
    "XY_CONVERT_POINT": ("convert", "express", "change"),
    "XY_IN_POLAR": ("(in|from|expressed in|given in) polar( coordinates| form)?",),
    "XY_IN_RECTANGULAR": ("(in|from|expressed in|given in) (rectangular|cartesian)( coordinates| form)?",),
    "XY_IN_CYLINDRICAL": ("(in|from|expressed in|given in) cylindrical( coordinates)?",),
    "XY_IN_SPHERICAL": ("(in|from|expressed in|given in) spherical( coordinates)?",),
    "XY_TO_POLAR": ("(to|into|in) polar( coordinates| form)?",),
    "XY_TO_RECTANGULAR": ("(to|into|in) (rectangular|cartesian)( coordinates| form)?",),
    "XY_TO_CYLINDRICAL": ("(to|into|in) cylindrical( coordinates)?",),
    "XY_TO_SPHERICAL": ("(to|into|in) spherical( coordinates)?",),
    "XY_POLAR_RANGE": (
        (
            r"(enter|express|give|write) (your"
            r"|the) answer in the form \(r, *\\theta\),? *where r *> *0 and 0 *\\le(q)? *\\theta *< *2 *\\pi"
        ),
        r"where r *> *0 and 0 *(≤|<=) *(θ|theta) *< *2 *(π|pi)",
        r"with r *> *0 and 0 *(≤|<=|\\leq?) *(θ|theta|\\theta) *< *2 *(π|pi|\\pi)",
    ),
    "XY_CYLINDRICAL_RANGE": (
        (
            r"(enter|express|give|write) (your"
            r"|the) answer in the form \(r, *\\theta, *z\),? *where r *> *0 and 0 *\\le(q)? *\\theta *< *2 *\\pi"
        ),
    ),
    "XY_SPHERICAL_RANGE": (
        (
            r"(enter|express|give|write) (your|the) answer in the form \(\\rho, *\\theta, *\\phi\),? *where "
            r"\\rho *> *0, *0 *\\le(q)? *\\theta *< *2 *\\pi,? and 0 *\\le(q)? *\\phi *\\le(q)? *\\pi"
        ),
    ),
    # Korean
    "XY_BETWEEN_DISTANCE_KO": ("사이의 ?거리",),
    "XY_SEGMENT_KO": ("(을|를)? ?(잇는|이은|양 ?끝점으로 하는|양 ?끝으로 하는) 선분", "을 두 끝점으로 하는 선분"),
    "XY_MIDPOINT_KO": ("(의 )?(중점|한가운데 점)(의 ?좌표)?",),
    "XY_PASSING_KO": ("(을|를) (모두 )?(지나는|통과하는)",),
    "XY_PASSING_AND_KO": ("(을|를) (지나고|통과하고|지나며)",),
    "XY_SLOPE_KO": ("(직선의 )?기울기",),
    "XY_SLOPE_IS_KO": ("기울기가",),
    "XY_BEING_LINE_KO": ("인 직선",),
    "XY_LINE_KO": ("직선",),
    "XY_EQUATION_OF_KO": ("의 ?방정식",),
    "XY_PARALLEL_KO": ("(에|과|와) (평행한|평행인) 직선",),
    "XY_PERPENDICULAR_KO": ("(에|과|와) (수직인|수직한) 직선",),
    "XY_X_INTERCEPT_KO": ("x *절편",),
    "XY_Y_INTERCEPT_KO": ("y *절편",),
    "XY_ONE_END_KO": ("선분의 한 (쪽 )?끝점이",),
    "XY_MIDPOINT_IS_KO": ("(선분의 )?중점이",),
    "XY_IF_KO": ("일 ?때,?", "이면,?"),
    "XY_OTHER_END_KO": ("(이 선분의 )?다른 (쪽 )?끝점(의 ?좌표)?",),
    "XY_CIRCLE_KO": ("원",),
    "XY_CENTER_KO": ("중심(의 ?좌표)?",),
    "XY_RADIUS_KO": ("반지름(의 ?길이)?",),
    "XY_DIAMETER_KO": ("지름(의 ?길이)?",),
    "XY_CIRCUMFERENCE_KO": ("둘레(의 ?길이)?",),
    "XY_ECCENTRICITY_KO": ("이심률",),
    "XY_CENTER_IS_KO": ("중심이( ?점)?",),
    "XY_AND_IS_KO": ("(이고|고|이며|며)",),
    "XY_RADIUS_IS_KO": ("반지름(의 ?길이)?(가|이)",),
    "XY_BEING_CIRCLE_KO": ("인 원",),
    "XY_PASSING_CIRCLE_KO": ("(을|를) 지나는 원",),
    "XY_AS_VERTICES_KO": ("(을|를) (세 |네 )?꼭짓점으로 (하는|갖는|가지는)",),
    "XY_TRIANGLE_KO": ("삼각형( ?[a-z]{3})?",),
    "XY_QUADRILATERAL_KO": ("사각형( ?[a-z]{4})?",),
    "XY_AREA_KO": ("넓이",),
    "XY_CENTROID_KO": ("무게 ?중심(의 ?좌표)?",),
    "XY_PARABOLA_KO": ("(포물선|이차함수)",),
    "XY_ELLIPSE_KO": ("타원",),
    "XY_HYPERBOLA_KO": ("쌍곡선",),
    "XY_VERTEX_KO": ("꼭짓점(의 ?좌표)?",),
    "XY_FOCUS_KO": ("(두 )?초점(의 ?좌표)?",),
    "XY_DIRECTRIX_KO": ("준선(의 ?방정식)?",),
    "XY_AXIS_KO": ("(대칭)?축의 ?방정식",),
    "XY_FOCAL_DISTANCE_KO": ("두 초점 사이의 거리",),
    "XY_MAJOR_KO": ("장축의 길이",),
    "XY_MINOR_KO": ("단축의 길이",),
    "XY_MIRRORED_KO": (
        "에 대하여 대칭 ?이동한 점(의 ?좌표)?",
        "에 대해 대칭 ?이동한 점(의 ?좌표)?",
        "에 대하여 대칭인 점(의 ?좌표)?",
        "에 대한 대칭점(의 ?좌표)?",
    ),
    "XY_DIVIDING_KO": ("(으)?로 내분하는 점(의 ?좌표)?",),
    "XY_TURNED_KO": ("만큼 회전(이동)?(한|시킨) 점(의 ?좌표)?",),
}
