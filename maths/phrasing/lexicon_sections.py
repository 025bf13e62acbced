"""Phrases about points that divide a segment in a ratio."""

from __future__ import annotations

_ASK_KO = (
    "((은|는|을|를|이|가)? ?((구|말|답)(하시오|하세요|하여라|하라|하면|해라|해 ?줘요?|해 ?주세요|하십시오)"
    "|찾으시오|쓰시오|무엇(인가요?|입니까)|어디(인가요?|입니까)|알려 ?(줘|주세요)))?"
)
_POINT_KO = f"( ?[A-Z])?((의)? ?좌표)?(은|는|을|를)?{_ASK_KO}"

SECTIONS: dict[str, tuple[str, ...]] = {
    "DV_TWO_POINTS_KO": ("(수직선 위의 )?두 점", "수직선 위의 (두 )?점", "점"),
    "DV_JOINED_KO": ("(을|를) (이은|잇는|연결한|양 ?끝점으로 하는|양 ?끝으로 하는|두 ?끝점으로 하는) 선분",),
    "DV_FOR_KO": (
        "에 (대하여|대해서?),? 선분",
        "(일|이라고? 할|라고? 할|라 할) 때,? 선분",
        r"(이다|이라 하자|라 하자|이라고 하자|라고 하자)\. 선분",
        "(이면|라면|이라면),? 선분",
    ),
    "DV_SEGMENT_KO": ("선분",),
    "DV_OBJECT_KO": ("(을|를)",),
    "DV_INSIDE_KO": (f"(으)?로 내분하는 점{_POINT_KO}", f"(으)?로 내분(한|했을 때의) 점{_POINT_KO}"),
    "DV_OUTSIDE_KO": (f"(으)?로 외분하는 점{_POINT_KO}", f"(으)?로 외분(한|했을 때의) 점{_POINT_KO}"),
    "DV_THIRDS_KO": (
        f"(의|을|를) (삼등분점|삼등분하는 (두 )?점){_POINT_KO.replace('( ?[A-Z])?', '')}",
        f"(의|을|를) (삼등분점|삼등분하는 (두 )?점)들?의 좌표(를)? 모두 ?{_ASK_KO}",
    ),
    "DV_PROVIDED_KO": ("[(]? ?단,?",),
    "DV_END_KO": (r"이다[.]? ?[)]?", r"[.]? ?[)]"),
    "DV_POINT": ("(the )?(coordinates of )?(the )?point( [a-z])?( (that|which))?",),
    "DV_POINT_DOES": ("(the )?point( [a-z])?", "[A-Z]"),
    "DV_DIVIDES": ("(divides|dividing|that divides|which divides|partitions|cuts) (the )?(line )?(segment|line)",),
    "DV_JOINING": ("(joining|connecting|between|from|with endpoints|with end points)( the)?( points?)?",),
    "DV_TO": ("to( the point)?", "and( the point)?", ","),
    "DV_INSIDE": ("internally",),
    "DV_OUTSIDE": ("externally",),
    "DV_IN_RATIO": ("in (the|a) ratio( of)?",),
    "DV_WHERE": (",? *(where|if|given|with)( the points)?", r"\. *(let|given)"),
    "DV_IS": ("is", "=", "are"),
    "DV_FIND_IT": (
        "find (the )?(coordinates of )?(the )?(point )?[a-z]( 's coordinates)?",
        "what are (the|its) coordinates( of [a-z])?",
    ),
    "DV_THIRDS": (
        "(the )?(coordinates of )?(the )?(two )?(points of trisection|trisection points) of (the )?(line )?segment",
        "(the )?(coordinates of )?(the )?(two )?points (that|which) trisect (the )?(line )?segment",
    ),
}
