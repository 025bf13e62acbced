"""Phrases about the calendar and the hands of a clock."""

from __future__ import annotations

_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KO = ("월", "화", "수", "목", "금", "토", "일")
_MONTHS = (
    *(("january", "jan\\.?"), ("february", "feb\\.?"), ("march", "mar\\.?"), ("april", "apr\\.?"), ("may",)),
    *(("june", "jun\\.?"), ("july", "jul\\.?"), ("august", "aug\\.?"), ("september", "sept?\\.?")),
    *(("october", "oct\\.?"), ("november", "nov\\.?"), ("december", "dec\\.?")),
)

CALENDAR: dict[str, tuple[str, ...]] = {
    **{f"CAL_DAY {n}": (f"(a |on a |on )?{en}", f"{ko}요일") for n, (en, ko) in enumerate(zip(_EN, _KO, strict=True))},
    **{f"CAL_MONTH {n}": forms for n, forms in enumerate(_MONTHS, 1)},
    "CAL_WHAT_DAY": ("(on )?(what|which) (day|weekday)( of the week)?",),
    "CAL_IS": (
        "(is|was|will be|will it be|falls?( on)?|does|did|would be|will|it is|is it|it will be|will fall on|fell on)",
    ),
    "CAL_FALL": ("(fall|fall on|be|occur|it be)",),
    "CAL_TODAY_IS": ("(if )?(today|it) is( today)?", "(if )?(today|this day) (was|is)"),
    "CAL_DAYS": ("days?",),
    "CAL_WEEKS": ("weeks?",),
    "CAL_AFTER": ("(after|from|later than)",),
    "CAL_BEFORE": ("(before|prior to)",),
    "CAL_FROM_TODAY": ("(from (today|now)|later|after (today|that day)|from that day)",),
    "CAL_AGO": ("(ago|before today|earlier|before that day)",),
    "CAL_HOW_MANY_DAYS_AFTER": ("how many days after",),
    "CAL_HOW_MANY_DAYS_FROM": ("how many days (is it|are there|are) from",),
    "CAL_UNTIL": ("until",),
    "CAL_LEAP": ("a leap year",),
    "CAL_IS_IT": ("(is|was|will)( the year)?",),
    "CAL_BE": ("be",),
    "CAL_HOW_MANY_DAYS_IN": ("how many days (are|were|are there|were there)? ?(in|does)( the year)?",),
    "CAL_HAVE": ("have",),
    "CAL_TODAY_KO": ("오늘(이|은)",),
    "CAL_IF_KO": ("(이면|이라면|일 때|이고|이라고 하면|이라고 할 때|이었다면|입니다|이다)",),
    "CAL_LATER_KO": ("일 (후|뒤|이 지난 날)(은|는|의 요일은)?",),
    "CAL_EARLIER_KO": ("일 (전)(은|는|의 요일은)?",),
    "CAL_WHAT_DAY_KO": (
        "(은|는|이|의 요일은)? ?무슨 ?요일(입니까|인가요|일까요|인가|이에요|인지 구하(시오|세요|여라)|이다|이니|이야)?",
        "(의 )?요일(을|은) ?(구하(시오|세요|여라)|무엇(입니까|인가요))?",
    ),
    "CAL_SUBJECT_KO": ("(이|가|은|는)",),
    "CAL_YEAR_KO": ("년",),
    "CAL_LEAP_KO": ("(은|는|이) 윤년(인가요|입니까|인가|일까요|이니|이에요)",),
    "CAL_YEAR_DAYS_KO": ("(은|는) (모두 )?며칠(입니까|인가요|인가|일까요)",),
    "CAL_UNTIL_DAYS_KO": ("(까지는|까지) (며칠|몇 일)(입니까|인가요|인가|일까요|이 남았습니까|이 지나야 합니까)",),
    "HAND_ANGLE": (
        "(what is|find|calculate|compute|determine)( the)?",
        "how many degrees (is|are)( in)?( the)?",
    ),
    "HAND_DEGREES": (
        "(degree measure|measure,? in degrees,?|number of degrees in|measure in degrees)( of| in)?( the)?",
    ),
    "HAND_SMALLER": ("(smaller|smallest|lesser) angle",),
    "HAND_LARGER": ("(larger|greater|bigger|reflex) angle",),
    "HAND_ACUTE": ("acute angle",),
    "HAND_OBTUSE": ("obtuse angle",),
    "HAND_PLAIN": ("(measure of the )?angle",),
    "HAND_BETWEEN": (
        (
            "(formed by|between|made by|that is formed by"
            "|that is made by) (the )?(hour hand and (the )?minute hand"
            "|minute hand and (the )?hour hand|hour and minute hands|minute and hour hands|hands)"
        ),
        (
            "(formed by|between|made by|that is formed by"
            "|that is made by) (the )?(hour hand and (the )?minute hand"
            "|minute hand and (the )?hour hand|hour and minute hands|minute and hour hands"
            "|hands) (of|on) (a|the) (standard |12 *-hour |regular |analog |normal )*clock"
        ),
    ),
    "HAND_WHAT_ANGLE": (
        (
            "(what|which) angle (do|is formed by|is made by) (the )?(hands|hour and minute hands|hour hand and "
            "(the )?minute hand)( (of|on) (a|the) clock)?( (make|form))?"
        ),
    ),
    "HAND_AT": ("at", "when (it|the time) is", "when a clock (reads|shows|says)"),
    "HAND_IN_DEGREES": (",? ?in degrees", "(express|give) your answer in degrees"),
    "HAND_OCLOCK": ("(o'clock|o’clock)",),
    "HAND_PM": ("(am|pm|a\\.m\\.|p\\.m\\.)",),
    "HAND_TURN": ("(through )?how many degrees (does|did|will) the",),
    "HAND_HOUR": ("hour hand( of a clock)?", "시침"),
    "HAND_MINUTE": ("minute hand( of a clock)?", "분침"),
    "HAND_SECOND": ("second hand( of a clock)?", "초침"),
    "HAND_MOVES": ("(of a clock )?(turn|move|rotate|sweep|travel)( through)?( in| during)?",),
    "HAND_HANDS_KO": (
        (
            "(일 때|에|을 가리킬 때)?,? ?(시계의 )?(시침과 분침|분침과 시침|긴바늘과 짧은바늘"
            "|짧은바늘과 긴바늘|두 바늘)이 이루는"
        ),
    ),
    "HAND_SMALL_KO": ("(작은|작은 쪽의|작은 쪽) 각(의 ?크기)?",),
    "HAND_LARGE_KO": ("(큰|큰 쪽의|큰 쪽) 각(의 ?크기)?",),
    "HAND_ANGLE_KO": ("각(의 ?크기)?(도)?",),
    "HAND_DEGREES_KO": ("(은|는|이|가) 몇 도(입니까|인가요|인가|일까요|예요|인지 구하시오)?",),
    "HAND_IN_KO": ("(이|가|은|는)",),
    "HAND_TURNS_KO": (
        "(동안|간)? ?(회전하는|움직이는|도는) 각(도)?(의 ?크기)?(은|는|이|가)? ?(몇 도(입니까|인가요|인가)?)?",
    ),
}
