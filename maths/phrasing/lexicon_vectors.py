"""Phrases of vectors, in English and Korean."""

from __future__ import annotations

_V = "( (the|this|these|two|vectors?|column vectors?))*"

VECTORS: dict[str, tuple[str, ...]] = {
    "VECTOR_NORM": (f"(the )?(norm|magnitude|length|modulus) of{_V}", "(the )?vector norm of"),
    "VECTOR_UNIT": (
        f"(the |a )?unit vector (in the (same )?direction of|in the same direction as|along|parallel to){_V}",
    ),
    "VECTOR_DOT": (f"(the )?(dot|scalar|inner) product of{_V}",),
    "VECTOR_CROSS": (f"(the )?(cross|vector) product of{_V}",),
    "VECTOR_ANGLE": (f"(the )?(measure of the )?angle (between|formed by){_V}",),
    "VECTOR_COSINE": (f"(the )?cosine of the angle (between|formed by){_V}",),
    "VECTOR_PROJECTION": (f"(the )?(vector |orthogonal )?projection of{_V}",),
    "VECTOR_COMPONENT": (f"(the )?scalar (projection|component) of{_V}",),
    "VECTOR_ONTO": (f"(onto|on|along){_V}", f"in the direction of{_V}"),
    "VECTOR_PARALLELOGRAM": (
        f"(the )?area of the parallelogram (spanned|formed|determined|generated) by{_V}",
        f"(the )?area of the parallelogram with (adjacent )?sides{_V}",
    ),
    "VECTOR_TRIANGLE": (f"(the )?area of the triangle (spanned|formed|determined|generated) by{_V}",),
    "VECTOR_TRIPLE": (f"(the )?scalar triple product of{_V}",),
    "VECTOR_PARALLELEPIPED": (f"(the )?volume of the parallelepiped (spanned|formed|determined|generated) by{_V}",),
    "VECTOR_IN_DEGREES": ("(,)? ?in degrees", "(,)? ?give your answer in degrees"),
    "VECTOR_IN_RADIANS": ("(,)? ?in radians",),
    "VECTOR_ARE": (f"are{_V}", f"is{_V}"),
    "VECTOR_ORTHOGONAL": ("(orthogonal|perpendicular)( to each other)?",),
    "VECTOR_PARALLEL": ("parallel( to each other)?", "collinear"),
    "VECTOR_ORTHOGONAL_TO": ("(orthogonal|perpendicular) to",),
    "VECTOR_FIND_LETTER": (
        "(find|determine|calculate)( the| all)?( values?( of)?)?( the constant)?",
        "for (what|which) values?( of)?( the constant)?",
    ),
    "VECTOR_SO_THAT": (
        f"(so|such) that{_V}",
        f"(if|when){_V}",
        f"for which{_V}",
        f"are{_V}",
        f"that (makes?|make){_V}",
    ),
    "VECTOR_ARE_ORTHOGONAL": ("(are |is )?(orthogonal|perpendicular)( to each other)?",),
    "VECTOR_ARE_PARALLEL": ("(are |is )?parallel( to each other)?",),
    "PLANE_THROUGH": (
        (
            "(the |an )?(equation|cartesian equation) (of|for) the plane (through|containing|passing through"
            "|that passes through|that contains)( the)?( three)?( points?)?"
        ),
        (
            "(the )?plane (through|containing|passing through|that passes through"
            "|that contains)( the)?( three)?( points?)?"
        ),
    ),
    "PLANE_NORMAL": (
        "(with|and)( a| the)? normal( vector)?",
        "(and )?(perpendicular|orthogonal|normal) to( the)?( vector)?",
    ),
    "DISTANCE_TO_PLANE": ("(the )?(shortest |perpendicular )?distance from( the)?( point)?",),
    "DISTANCE_BETWEEN_PLANE": ("(the )?(shortest )?distance between( the)?( point)?",),
    "TO_THE_PLANE": ("(to|and)( the)? plane( with equation)?",),
    # Korean
    "VECTORS_KO": ("(두|세|다음|이)? (의)? (열)?벡터",),
    "VECTOR_NORM_KO": ("(의)? (크기|노름|길이)",),
    "VECTOR_UNIT_KO": ("(와|과)? (같은)? 방향 (이|인|의)? (같은)? 단위 ?벡터", "(의)? 방향의 단위 ?벡터"),
    "VECTOR_DOT_KO": ("(의)? (내적|스칼라곱|점곱)",),
    "VECTOR_CROSS_KO": ("(의)? (외적|벡터곱)",),
    "VECTOR_ANGLE_KO": ("(이|가) 이루는 각 (의 크기)?", "(의)? 사이 ?각 (의 크기)?", "사이의 각 (의 크기)?"),
    "VECTOR_COSINE_KO": ("(이|가) 이루는 각 (의)? 코사인 (값)?",),
    "VECTOR_PARALLELOGRAM_KO": ("(로|으로|가|이) (만들어지는|이루는|만드는) 평행사변형의 넓이",),
    "VECTOR_TRIANGLE_KO": ("(로|으로|가|이) (만들어지는|이루는|만드는) 삼각형의 넓이",),
    "VECTOR_TRIPLE_KO": ("(의)? (스칼라)? 삼중곱",),
    "VECTOR_PARALLELEPIPED_KO": ("(로|으로|가|이) (만들어지는|이루는|만드는) 평행육면체의 부피",),
    "VECTOR_ON_KO": (
        "(로|으로)의 (정사영|사영) (벡터)?",
        "위로의 (정사영|사영) (벡터)?",
        "에 (대한|내린) (정사영|사영) (벡터)?",
    ),
    "VECTOR_ORTHOGONAL_KO": (
        "(은|는|이|가)? (서로)? (수직|직교) (인가요|입니까|인가|인지|하나요|합니까|하는가|일까요)",
    ),
    "VECTOR_PARALLEL_KO": ("(은|는|이|가)? (서로)? 평행 (인가요|입니까|인가|한가요|합니까|한가|할까요)",),
    "VECTOR_BE_ORTHOGONAL_KO": (
        "(이|가)? (서로)? (수직|직교) (일|할|이 될) 때",
        "(이|가)? (서로)? (수직이|직교하)도록 하는",
        "(이|가)? (서로)? (수직|직교)이 되도록 하는",
    ),
    "VECTOR_BE_PARALLEL_KO": ("(이|가)? (서로)? 평행 (일|할) 때", "(이|가)? (서로)? 평행하도록 하는"),
    "PLANE_THROUGH_KO": ("(을|를) (모두)? 지나는 평면 (의)? (방정식)?",),
    "POINTS_KO": ("(세)? 점",),
    "PLANE_NORMAL_KO": ("(을|를) 지나고 (법선 ?벡터가)?",),
    "NORMAL_IS_KO": ("(을|를) 법선 ?벡터로 하는 평면 (의)? (방정식)?", "(인|이고 법선벡터인) 평면 (의)? (방정식)?"),
    "DISTANCE_PLANE_KO": ("(와|과|에서|부터|로부터) 평면",),
    "PLANE_DISTANCE_KO": ("(까지의|사이의)? 거리",),
}
