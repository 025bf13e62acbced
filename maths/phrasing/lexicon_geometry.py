"""Phrases about figures and solids: their names, their measures, and how a problem states them."""

from __future__ import annotations

SHAPE_WORDS: dict[str, tuple[str, ...]] = {
    "circle": ("(circle|disk|disc)s?", "원"),
    "semicircle": ("(semicircle|semi-circle|half circle)", "반원"),
    "sector": ("(circular )?sector( of a circle)?", "부채꼴"),
    "annulus": ("(annulus|ring)",),
    "square": ("square", "정사각형"),
    "rectangle": ("rectangle", "직사각형"),
    "parallelogram": ("parallelogram", "평행사변형"),
    "rhombus": ("rhombus", "마름모"),
    "trapezoid": ("(trapezoid|trapezium)", "사다리꼴"),
    "triangle": ("triangle", "삼각형"),
    "equilateral triangle": ("(equilateral|regular) triangle", "정삼각형"),
    "isosceles triangle": ("isosceles triangle", "이등변 ?삼각형"),
    "right triangle": ("(right|right-angled|right angled) triangle", "직각 ?삼각형"),
    "isosceles right triangle": (
        "(isosceles right|right isosceles|45-45-90|isosceles right-angled) triangle",
        "직각 ?이등변 ?삼각형",
    ),
    "30-60-90 triangle": (
        r"(30-60-90|30 *(°|\^\\circ)? *- *60 *(°|\^\\circ)? *- *90 *(°|\^\\circ)?) (right )?triangle",
    ),
    "regular hexagon": ("regular hexagon", "정육각형"),
    "regular octagon": ("regular octagon", "정팔각형"),
    "regular pentagon": ("regular pentagon", "정오각형"),
    "cube": ("cube", "정육면체"),
    "box": (
        (
            "(rectangular box|rectangular prism|right rectangular prism|rectangular solid|cuboid"
            "|rectangular parallelepiped|box)"
        ),
        "직육면체",
    ),
    "cylinder": ("(right |circular |right circular )?(cylinder|cylindrical (can|container|tank))", "원기둥"),
    "cone": ("(right |circular |right circular )?cone", "원뿔"),
    "sphere": ("(sphere|ball)", "구"),
    "hemisphere": ("hemisphere", "반구"),
    "square pyramid": (
        "(right )?(square|square-based|square based) pyramid",
        "right square-based pyramid",
        "(정사각뿔|정사각형을 밑면으로 하는 정사각뿔)",
    ),
    "pyramid": ("pyramid", "각뿔", "(삼각뿔|사각뿔)"),
    "prism": ("(right )?prism", "각기둥", "(삼각기둥|사각기둥)"),
    "tetrahedron": ("regular tetrahedron", "정사면체"),
}

MEASURE_WORDS: dict[str, tuple[str, ...]] = {
    "radius": (r"(length of (the |its |a )?)?(base )?radius", "반지름(의 ?길이)?"),
    "outer": ("outer radius",),
    "inner": ("inner radius",),
    "diameter": ("(length of (the |its |a )?)?(base )?diameter", "(밑면의 )?지름(의 ?길이)?"),
    "circumference": ("circumference", "(원주|둘레의 ?길이|둘레)"),
    "perimeter": ("perimeter", "(둘레의 ?길이|둘레)"),
    "arc": ("arc length", "length of (the |its )?arc", "호의 ?길이"),
    "angle": (
        "(central angle|angle measure|measure of (the |its )?central angle)",
        "중심각(의 ?크기)?",
    ),
    "included angle": (
        "(included angle|angle between (them|the (two )?sides|these( two)? sides|those( two)? sides))",
        "(그 )?(끼인각|끼인 각|사잇각)(의 ?크기)?",
    ),
    "side": (
        "(side length|length of (each|one|a|the|its) side|length of one of its sides|sides?( lengths?)?)",
        "(each|all) sides?",
        "base (edge|side)( length)?",
        "(밑면의 )?한 변(의 ?길이)?",
    ),
    "length": ("length", "가로(의 ?길이)?"),
    "width": ("width", "(세로|너비|폭)(의 ?길이)?"),
    "base": ("(length of (the |its |a )?)?base( length)?", "밑변(의 ?길이)?"),
    "middle": ("(midline|midsegment|median length)",),
    "height": ("(height|altitude)", "높이"),
    "slant": ("slant height", "모선(의 ?길이)?"),
    "leg": ("leg( length)?", "length of (each|one|a) leg", "(each|both) legs?"),
    "right leg": ("(직각을 (낀|이루는)|빗변이 아닌) 한 변(의 ?길이)?",),
    "other leg": ("other leg",),
    "left over": ("(third|remaining) side( length)?", "나머지 (한 )?변(의 ?길이)?"),
    "short": ("(shorter leg|short leg|length of (the |its )?shorter leg)",),
    "long": ("(longer leg|long leg|length of (the |its )?longer leg)",),
    "hypotenuse": ("(length of (the |its |a )?)?hypotenuse", "빗변(의 ?길이)?"),
    **{
        f"{circle} {part}": (
            f"(length of (the |its )?)?{part} of (the|its) ({name})",
            f"{korean}의 ?{word}(의 ?길이)?",
        )
        for circle, name, korean in (
            ("incircle", "inscribed circle|incircle", "내접원"),
            ("circumcircle", "circumscribed circle|circumcircle", "외접원"),
        )
        for part, word in (("area", "넓이"), ("diameter", "지름"), ("circumference", "둘레"))
    },
    "count": ("number of (its )?sides", "변의 ?(개수|수)"),
    "diagonal count": ("number of (its )?(diagonals|interior diagonals)", "대각선의 ?(총 ?)?(개수|수)"),
    "interior": (
        "(measure of (one|each|an|any) |measure of the )?(interior|internal) angles?( measure)?",
        "(한 )?내각의 ?크기",
    ),
    "exterior": (
        "(measure of (one|each|an|any) |measure of the )?(exterior|external) angles?( measure)?",
        "(한 )?외각의 ?크기",
    ),
    "angle sum": (
        "(sum of (the )?(measures of )?(the |its |all (the |its )?)?(interior|internal) angles)",
        "내각의 ?(크기의 ?)?(총)?합",
    ),
    "altitude": ("(length of (the |its )?)?altitude to (the|its) hypotenuse", "빗변에 (내린|그은) 수선(의 ?길이)?"),
    "median": ("(length of (the |its )?)?median to (the|its) hypotenuse",),
    "inradius": (
        "(inradius|radius of (the|its) (inscribed circle|incircle))",
        "내접원의 ?반지름(의 ?길이)?",
    ),
    "circumradius": (
        "(circumradius|radius of (the|its) (circumscribed circle|circumcircle))",
        "외접원의 ?반지름(의 ?길이)?",
    ),
    "diagonal": (
        "(length of (the |its |a |one )?)?(diagonal|space diagonal|interior diagonal)( length)?",
        "대각선(의 ?길이)?",
    ),
    "face diagonal": ("(length of (the |its |a |one )?)?(face diagonal|diagonal of (a|one) face)",),
    "edge": (
        "(edge length|length of (each|one|an|the) edge|edge)",
        "(each|all) (of its )?edges?",
        "한 모서리(의 ?길이)?",
        "한 변(의 ?길이)?",
    ),
    "edges": (
        "(total length of (all )?(its|the) edges|sum of the lengths of (all )?(its|the) edges)",
        "모서리의 길이의 합",
    ),
    "area": ("area", "넓이"),
    "face": ("area of (one|each|a) face", "한 면의 넓이"),
    "base area": ("(base area|area of (the|its) base)", "(밑면의 넓이|밑넓이)"),
    "lateral": ("(lateral surface area|lateral area|curved surface area)", "(옆면의 넓이|옆넓이)"),
    "surface": ("surface area",),
    "total surface": ("total surface area", "(겉넓이|표면적)"),
    "volume": ("volume", "부피"),
}

LIST_WORDS: dict[str, tuple[str, ...]] = {
    "sides": (
        "sides?( lengths?)?( of| measuring| of lengths?| with lengths?)?",
        "(lengths|measures) of (the |its )?(three |two )?sides",
        "(three )?side lengths",
        "edges?( lengths?)?( of| measuring| of lengths?)?",
    ),
    "legs": ("legs?( lengths?)?( of| measuring| of lengths?| with lengths?)?",),
    "diagonals": ("diagonals?( lengths?)?( of| measuring| of lengths?| with lengths?)?",),
    "bases": ("(parallel sides|bases)( lengths?)?( of| measuring| of lengths?| with lengths?)?",),
    "dimensions": ("dimensions( of)?",),
    "sides ko": ("(세|두|이웃한 두) 변(의 ?길이)?", "변의 ?길이"),
    "legs ko": ("직각을 (낀|이루는) 두 변(의 ?길이)?", "빗변이 아닌 두 변(의 ?길이)?"),
    "diagonals ko": ("두 대각선(의 ?길이)?",),
    "bases ko": ("(윗변과 아랫변|두 밑변|평행한 두 변|아랫변과 윗변)(의 ?길이)?",),
    "dimensions ko": (
        "가로와 세로(의 ?길이)?",
        "(가로, 세로, 높이|가로, 세로의 길이와 높이|가로와 세로, 높이|세 모서리)(의 ?길이)?",
        "(가로|세로), ?(가로|세로)(의 ?길이)?",
    ),
}

POLYGONS = {
    "triangle": (3, "삼각형"), "quadrilateral": (4, "사각형"), "pentagon": (5, "오각형"), "hexagon": (6, "육각형"),
    "heptagon": (7, "칠각형"), "octagon": (8, "팔각형"), "nonagon": (9, "구각형"), "decagon": (10, "십각형"),
    "dodecagon": (12, "십이각형"),
}  # fmt: skip

_PI = r"(pi|π|\\pi)"
_SAY_ANSWER = "(express|give|write|leave|state|enter) (your|the) answers?"

GEOMETRY: dict[str, tuple[str, ...]] = {
    **{f"SHAPE {shape}": words for shape, words in SHAPE_WORDS.items()},
    **{f"MEASURE {measure}": words for measure, words in MEASURE_WORDS.items()},
    **{f"LIST {kind}": words for kind, words in LIST_WORDS.items()},
    **{f"POLYGON {n}": (f"(convex )?{name}", korean) for name, (n, korean) in POLYGONS.items()},
    **{f"REGULAR {n}": (f"(convex )?regular {name}", f"정{korean}") for name, (n, korean) in POLYGONS.items()},
    "G_POLYGON": ("(convex )?polygon",),
    "G_REGULAR": ("(convex )?regular polygon", "regular convex polygon"),
    "G_POLYGON_KO": ("다각형",),
    "G_REGULAR_KO": ("정다각형",),
    "G_N_GON_KO": ("각형",),
    "G_REGULAR_N_KO": ("정",),
    "G_SIDED": ("-? ?sided( convex)? polygon", "-gon"),
    "G_REGULAR_WORD": ("(convex )?regular",),
    "G_WITH_SIDES": ("sides",),
    "G_HOW_MANY_SIDES": ("how many sides (does|do)",),
    "G_HOW_MANY_DIAGONALS": (
        (
            "how many (different |distinct |interior )?diagonals (does|do|can be drawn in"
            "|are there in|are in|can be drawn inside)"
        ),
    ),
    "G_HAVE_IT": ("have",),
    "G_THAT_POLYGON": ("it", "(the|this|that) polygon"),
    "G_ASK_MEASURE_OF": (
        (
            "(what is|find|determine|compute|calculate|give"
            "|what's)( the)?( sum of the)? (degree measure|number of degrees in"
            "|measure,? in degrees,?|degrees|angle measure) (of|in)( the| each| one| an)?"
        ),
        "how many degrees are( there)? in( the| each| one| an)?( measure of( the| each| one| an)?)?",
    ),
    "G_INSCRIBED_IN": ("is inscribed in",),
    "G_CIRCUMSCRIBED": ("is circumscribed (about|around)",),
    "G_INSCRIBED": ("(that is )?inscribed in", "that can be inscribed in", "that fits (exactly )?inside"),
    "G_CIRCUMSCRIBED_ABOUT": (
        "(that is )?circumscribed (about|around)",
        "that passes through the (three )?vertices of",
    ),
    "G_INCIRCLE_OF": ("(incircle|inscribed circle) (of|for)",),
    "G_CIRCUMCIRCLE_OF": ("(circumcircle|circumscribed circle) (of|for)",),
    "G_THE_CIRCLE": ("(the|this|that) circle",),
    "G_A_CIRCLE": ("(a|the) circle",),
    "G_POSSESSIVE": ("('|’)s",),
    "G_ARTICLE": ("(a|an|the|its|this|that|one|some|any)", "(어떤|한)"),
    "G_A_FIGURE": ("(a|an|one|some)( certain| given| particular)?", "each", "(어떤|한)"),
    "G_THAT_FIGURE": ("(the|this|that)", "(이|그)"),
    "G_OF_IT": ("of",),
    "G_WITH": ("(with|whose|that has|which has|having|has|in which|has a|if|of|where|measures|measuring|is|are|have)",),
    "G_MEASURES": (
        "(of|measuring|measures?|is|are|equals|equal to|is equal to|that is|that measures|=|to be)",
        "of (length|lengths|measure|measures|size)",
        "(has|have|having|is of|are of|with) (a )?(length|lengths|measure|measures)( of)?",
        "(of )?exactly",
    ),
    "G_ASK_MEASURE": (
        (
            "(find|determine|calculate|compute|what is|what's|give|work out|what are"
            "|evaluate)( the| its)?( exact)?( value of the| measure of the)?"
        ),
        "how (long|large|big) is( the| its| a)?",
    ),
    "G_ASK_SIZE": ("(what is|find|determine|calculate|compute) the (length|measure|size)",),
    "G_EACH_TAIL": ("each",),
    "G_OF_THE": ("of (the|its|a|one|each)?",),
    "G_HOW_MANY_IN": ("(are|is) (there )?in( the| its)?( exact)?", "(is|are)( the| its)?"),
    "G_NUMBER_OF_UNITS": ("(what is|find|compute|determine|calculate) the number of", "how many"),
    "G_IN_THE": ("in( the| its)?",),
    "G_IN_UNIT": ("in", "measured in", "express(ed)? (your|the) answer in", "give (your|the) answer in"),
    "G_SAY": ("(if|given that|given|suppose( that)?|assume( that)?|when|consider|let)",),
    "G_ANSWER_EXACTLY": (
        f"{_SAY_ANSWER} (in|as an exact value in|as) (terms of|an exact value in terms of) {_PI}",
        f"{_SAY_ANSWER} in (the )?(simplest|simplified|exact) (radical )?(form|terms)( and in terms of {_PI})?",
        f"{_SAY_ANSWER} as a (reduced |common |simplified |improper )?fraction( in (lowest|simplest) (terms|form))?",
        f"{_SAY_ANSWER} as a (common )?fraction in terms of {_PI}",
        f"{_SAY_ANSWER} (as an exact (value|answer)|exactly|(in|as) (simplest|simplified) radical form)",
        f"{_SAY_ANSWER} in terms of {_PI} and in simplest radical form",
        f"in terms of {_PI}",
        "express your answer (as a decimal|in decimal form)(?! *,? *(to|round))",
    ),
    "G_ANSWER_ROUNDED": (
        "(round|express|give|write|rounded) ?((your|the) answers?)?( as a decimal)?( rounded)?,? (correct )?to( the)?",
        "to the",
        "(round|rounded) to the",
    ),
    "G_NEAREST_WHOLE": (
        "nearest (whole number|integer|unit|one|ones|whole)( (degree|cm|inch|foot|meter))?",
        "(반올림하여 )?일의 자리까지",
    ),
    "G_NEAREST_TENTH": (
        "nearest (tenth|10th)",
        "(one|1) decimal places?",
        "(반올림하여 )?소수 ?(점 아래 )?첫째 ?자리까지",
    ),
    "G_NEAREST_HUNDREDTH": (
        "nearest (hundredth|100th)",
        "(two|2) decimal places",
        "(반올림하여 )?소수 ?(점 아래 )?둘째 ?자리까지",
    ),
    "G_NEAREST_THOUSANDTH": (
        "nearest (thousandth)",
        "(three|3) decimal places",
        "(반올림하여 )?소수 ?(점 아래 )?셋째 ?자리까지",
    ),
    "G_ROUND_KO": ("(반올림하여|반올림해서)? ?(나타내시오|나타내세요|구하시오|구하세요|답하시오)",),
    "G_LONG_AND": ("(long|in length),? and",),
    "G_WIDE": ("(wide|in width|broad)",),
    "G_BY_SIZE": ("by", "×", "x", r"\\times", "-"),
    "G_IN_FIGURE_KO": (
        "에서",
        "에 대하여",
        "에 대해",
        "의",
        "이 있다",
        "가 있다",
        "이 있을 때",
        "가 있을 때",
        "이 있습니다",
        "가 있습니다",
    ),
    "G_IS_KO": ("(이|가|은|는)",),
    "G_EACH_KO": ("각각", "모두"),
    "G_AND_KO": ("이고", "고", "이며", "며", ",", "이고,", "고,", "이며,", "과", "와", "그리고"),
    "G_BEING_KO": ("인", "이 되는", "가 되는", "인 어떤"),
    "G_IF_KO": (
        "일 때",
        "이면",
        "면",
        "라면",
        "이라면",
        "이라고 하면",
        "라고 하면",
        "이라 하면",
        "이라 할 때",
        "라 할 때",
        "라고 할 때",
        "이라고 할 때",
        "입니다",
        "이다",
        "이고",
        "다",
    ),
}

FIGURE_NAMED = (
    "circle|disk|disc|ring|annulus|sector|square|rectang|gram|rhombus|trapez|triang|gon|cub|box|prism|cylind|cone|sphere"
    "|ball|pyramid|tetrahedron|solid|epiped|원|각형|사변형|면체|마름모|사다리꼴|부채꼴|뿔|기둥|구의|구가|구에|구는|반구"
)
"""What every statement about a figure has in it."""
