"""Phrases about a triangle with named corners."""

from __future__ import annotations

TRIANGLES: dict[str, tuple[str, ...]] = {
    "TRI_IN": ("in", "given", "consider", "for", "suppose", "we have( a)?"),
    "TRI_LET": ("let",),
    "TRI_BE": ("be a triangle( such that| with| where| in which)?",),
    "TRI_HAS": ("(has|with|where|such that|in which|we have( that)?|satisfies|,? ?we know( that)?)",),
    "TRI_RIGHT": ("right",),
    "TRI_SEP": (",? and", ",", "if", "and", "with", r"\.", ";", "we have( that)?", "where", "이고", "고", "그리고"),
    "TRI_IS_RIGHT": ("is a right angle", "is right"),
    "TRI_IS_MIDPOINT": ("(is|be) the mid ?point of( side| segment)?",),
    "TRI_LET_BE": ("let", "if", "suppose( that)?", "point", "meanwhile,?"),
    "TRI_IS_ON": (
        "(is|be|lies) (a point )?on( side| segment)? (?=[a-z]{2})",
        "(is|be|lies) (a point )?on( side| segment)?",
    ),
    "TRI_SO_THAT": ("such that", "so that"),
    "TRI_BISECTS": ("bisects",),
    "TRI_IS_BISECTOR": ("is (an|the) angle bisector",),
    "TRI_IS_FOOT": ("(is|be) the foot of the (altitude|perpendicular) from",),
    "TRI_TO": ("to( side| segment)?",),
    "TRI_ASK": ("(find|compute|determine|calculate|evaluate|what is)( the)?( value of)?( exact value of)?",),
    "TRI_LENGTH_OF": ("length of( side| segment)?",),
    "TRI_AREA_OF": ("area of( the)?( triangle)?",),
    "TRI_PERIMETER_OF": ("perimeter of( the)?( triangle)?",),
    "TRI_MEASURE_OF": (
        "(degree )?measure of( angle)?",
        "number of degrees in( angle)?",
        "measure,? in degrees,? of( angle)?",
    ),
    "TRI_CIRCUMRADIUS": ("(circumradius|radius of the (circumcircle|circumscribed circle)) of( triangle)?",),
    "TRI_INRADIUS": ("(inradius|radius of the (incircle|inscribed circle)) of( triangle)?",),
    "TRI_KO": ("삼각형",),
    "TRI_IN_KO": ("에서",),
    "TRI_WHEN_KO": ("(일 때|이면|이라 할 때|라 할 때)",),
    "TRI_OF_KO": ("의",),
    "TRI_LENGTH_KO": ("길이",),
    "TRI_AREA_KO": ("넓이",),
    "TRI_SIZE_KO": ("크기",),
    "TRI_VALUE_KO": ("값",),
    "TRI_TRI_KO": ("삼각형",),
}
