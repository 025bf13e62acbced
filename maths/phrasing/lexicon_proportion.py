"""Phrases about percentages, ratios, proportions, interest and steady speed."""

from __future__ import annotations

PROPORTION: dict[str, tuple[str, ...]] = {
    "P_SIGN": ("%", r"\\%", "percent", "per cent", "퍼센트"),
    "P_OF": ("of",),
    "P_WHAT": ("(what is|what's|find|calculate|compute|determine|how much is|evaluate|give)",),
    "P_WHAT_PERCENT": (
        "what (percent|percentage|per cent|%) of",
        "(find|determine|calculate|compute) (what|the) (percent|percentage) of",
    ),
    "P_IS_WHAT_PERCENT": (
        "(is|are) (what|how many) (percent|percentage|per cent|%) of",
        "as a (percent|percentage) of",
    ),
    "P_IS": ("(is|are|equals|is equal to)",),
    "P_EXPRESS": ("(express|write)",),
    "P_WHAT_NUMBER": ("what (number|amount|value)", "which number"),
    "P_A_NUMBER": ("(a|some|a certain) (number|amount|quantity)", "a positive number"),
    "P_THE_NUMBER": ("(the|this|that|the original) number", "the (number|whole|total)"),
    "P_SAME_NUMBER": ("(the|that|this) (same )?number", "it"),
    "P_PERCENT_INCREASE": (
        "(the )?(percent|percentage) (increase|rise|gain)( in (the )?(price|value|number))?",
        "percent of increase",
    ),
    "P_PERCENT_DECREASE": (
        "(the )?(percent|percentage) (decrease|drop|loss|reduction|fall)( in (the )?(price|value|number))?",
    ),
    "P_FROM": (
        (
            "(if (the|a) (price|value|number|salary|population) (rises|increases|decreases|falls"
            "|drops|goes|changes) )?from"
        ),
    ),
    "P_FROM_TO": ("to",),
    "P_ROSE": (
        (
            "(increases|increased|rises|rose|goes up|went up|grew|grows|is increased|is raised"
            "|was raised|was increased)( from)?"
        ),
    ),
    "P_FELL": (
        (
            "(decreases|decreased|falls|fell|drops|dropped|goes down|went down|is reduced"
            "|was reduced|is decreased|was decreased)( from)?"
        ),
    ),
    "P_BY_WHAT_PERCENT": (
        (
            "by what (percent|percentage) (did|does|has) (it|the (price|value|number|salary"
            "|population)) (increased?|rise|gone up|go up|changed?)"
        ),
        "what (is|was) the (percent|percentage) (increase|rise)( in (the )?(price|value|salary|population))?",
    ),
    "P_BY_WHAT_PERCENT_DOWN": (
        (
            "by what (percent|percentage) (did|does|has) (it|the (price|value|number|salary"
            "|population)) (decreased?|fall|fallen|gone down|go down|drop|dropped)"
        ),
        (
            "what (is|was) the (percent|percentage) (decrease|drop|reduction"
            "|discount)( in (the )?(price|value|salary|population))?"
        ),
    ),
    "P_RAISED_BY": (
        "(is|are|was|were|be)? ?(first |then )?(increased|raised|marked up) by",
        "(increases|rises|grows|goes up) by",
        "(plus|with) (a|an)? ?(increase of|tax of|sales tax of|tip of|markup of)",
    ),
    "P_LOWERED_BY": (
        "(is|are|was|were|be)? ?(first |then )?(decreased|reduced|lowered|discounted|marked down) by",
        "(decreases|falls|drops|goes down) by",
    ),
    "P_AND_THEN": (
        "(and|, and)? ?then( (is|was))?",
        "and( is)?",
        "(. |, |; )?(it|the (new |resulting |reduced |increased )?(price|value|number|amount|result)) (is|was) then",
        "followed by",
    ),
    "P_INCREASE": ("increase", "raise"),
    "P_DECREASE": ("decrease", "reduce"),
    "P_BY": ("by",),
    "P_PRICE_OF": ("(the )?((original|regular|initial|list) )?(price|cost|value|salary|population)( of)?",),
    "P_COSTS": (
        "(costs|is priced at|sells for|normally costs|originally costs|originally cost|regularly costs|cost|is|was)",
    ),
    "P_IT": ("(it|its price|the price|the value|the cost|this price|the number|the salary|the population)",),
    "P_NEW_VALUE": (
        (
            "(what is|what was|find|determine|calculate|compute|what will be) (the |its )?(new"
            "|final|resulting|sale|discounted|reduced|increased|current) (price|value|number"
            "|cost|result|salary|population|amount)( of the [a-z]+)?"
        ),
        "what (is|was|does) (the )?(result|it cost now|it worth now)",
        "how much (does it|will it|is it) (cost|worth) (now|then)?",
    ),
    "P_OVERALL": (
        "by what (percent|percentage) (has it|has the (price|value|number)) changed (overall|in all|in total)",
    ),
    "P_OVERALL_CHANGE": (
        "(what is|find|determine) (the )?(overall|total|net|single equivalent) (percent|percentage) change",
    ),
    "P_OVERALL_RISE": (
        ("(what is|find|determine) (the )?(overall|total|net|single equivalent) (percent|percentage) (increase|rise)"),
        (
            "by what (percent|percentage) (has it|has the (price|value|number)) (increased|risen) "
            "(overall|in all|in total)"
        ),
    ),
    "P_OVERALL_FALL": (
        (
            "(what is|find|determine) (the )?(overall|total|net|single equivalent) (percent|percentage) "
            "(decrease|discount|fall)"
        ),
        (
            "by what (percent|percentage) (has it|has the (price|value|number)) (decreased|fallen) "
            "(overall|in all|in total)"
        ),
    ),
    "P_AFTER_RISE": ("after (a|an)",),
    "P_INCREASE_NOUN": ("(increase|raise|rise|markup)( in price)?",),
    "P_DISCOUNT_NOUN": ("(discount|decrease|reduction|markdown|price cut)( in price)?",),
    "P_THE_PRICE_IS": (
        (
            "(the|its) ((sale|new|final|discounted|reduced) )?(price|value|cost|salary"
            "|population)( of (the|a|an) [a-z]+)? (is|was|becomes|became)"
        ),
    ),
    "P_ORIGINAL": (
        (
            "(what (is|was)|find|determine) the (original|initial|regular|list|full) (price"
            "|value|cost|salary|population|number)( (of the [a-z]+|before the (discount|increase)))?"
        ),
        "how much did it cost (originally|before)",
    ),
    "P_ORIGINAL_NUMBER": ("(what (is|was)|find|determine) the (original )?number",),
    "P_RESULT_IS": ("(the result|it|this) (is|becomes|equals)", "to (get|become|give)", "(becomes|gives|is)"),
    "P_WHEN_NUMBER": ("(when|if) (a|some|a certain) (number|quantity|value)",),
    # ratios
    "R_DIVIDE": ("(divide|share|split|distribute)",),
    "R_IN_RATIO": ("(in|into( parts in)?|according to|in(to)? (two|three) parts in) (the|a) ratio( of)?",),
    "R_IS_DIVIDED": ("(is|are) (divided|shared|split)",),
    "R_PART": (
        (
            "(what is|find|how (much|large|big) is) the (larger|largest|bigger|biggest|greater"
            "|greatest) (part|share|number|amount)"
        ),
    ),
    "R_SMALL_PART": (
        "(what is|find|how (much|large|big) is) the (smaller|smallest|lesser|least) (part|share|number|amount)",
    ),
    "R_SIMPLIFY": ("(simplify|reduce|write|express|give)( the ratio)?",),
    "R_SIMPLEST": (
        "(in|to) (its |the )?(simplest|lowest) (form|terms)",
        "as a ratio (of whole numbers )?in (simplest|lowest) (form|terms)",
    ),
    "R_THE_RATIO": ("the ratio",),
    "R_SIMPLIFY_RATIO": ("(simplify|reduce) (the )?(following )?ratio",),
    "V_VARIES": ("(varies|vary)( directly)? (as|with)", "is (directly )?proportional to", "is in direct proportion to"),
    "V_VARIES_INVERSELY": ("(varies|vary) inversely (as|with)", "is inversely proportional to"),
    "V_ARE_DIRECT": ("(are|vary) (directly )?proportional( to each other)?", "vary directly"),
    "V_ARE_INVERSE": ("(are inversely proportional|vary inversely)( to each other)?",),
    "V_POWER_1": ("the value of",),
    "V_POWER_2": ("the square of",),
    "V_POWER_3": ("the cube of",),
    "V_WHEN": ("(when|if|for|whenever)",),
    "V_FIND": ("(find|what is|determine|calculate|compute)( the value of)?",),
    "V_IF": ("(if|suppose( that)?|given that|given|and)",),
    # interest
    "I_SIMPLE": ("simple interest",),
    "I_COMPOUND": ("compound interest",),
    "I_FIND": ("(find|calculate|compute|what is|determine|how much)( the)?",),
    "I_ON": ("(on|for|earned on)( a (principal|deposit|loan|investment|sum) of)?",),
    "I_AT": (
        (
            "(at|with)( a| an)?( (rate|interest rate|annual rate|annual interest rate"
            "|yearly rate|simple interest rate|annual simple interest rate))?( of)?"
        ),
    ),
    "I_PER_YEAR": (
        "(per year|a year|per annum|annual|annually|yearly|p\\.a\\.|each year)( (simple |compound )?interest)?( rate)?",
    ),
    "I_INTEREST": ("(annual |yearly )?interest( rate)?",),
    "I_SIMPLE_INTEREST": ("(annual )?simple interest( rate)?( per year)?",),
    "I_COMPOUNDED": ("(compounded|compound interest paid)",),
    "I_ANNUALLY": ("(annually|yearly|once a year|every year|each year)",),
    "I_SEMI": ("(semi-annually|semiannually|half-yearly|twice a year|every six months)",),
    "I_QUARTERLY": ("(quarterly|four times a year|every quarter|every three months)",),
    "I_MONTHLY": ("(monthly|every month|each month)",),
    "I_FOR_YEARS": ("(for|after|over|in)( a period of)?",),
    "I_YEARS": ("years?",),
    "I_INVESTED": (
        (
            "(is|are|was) (invested|deposited|placed|put|saved|borrowed|loaned)( (in|into) (a"
            "|an) (bank|savings|investment)? ?account)?( that pays| paying| earning)?"
        ),
    ),
    "I_HOW_MUCH": (
        (
            "(what is|find|calculate|compute|determine) the (final|total|accumulated|future"
            "|resulting)? ?(amount|value|balance)( of (the )?(money|investment"
            "|account))?( (at the end|after that time))?"
        ),
        "how much (money )?(will be|is) (in the account|there)( (at the end|then|after that time))?",
        "how much will (it|the investment) be worth( (at the end|then))?",
    ),
    "I_HOW_MUCH_INTEREST": (
        "how much interest (is|will be|was) (earned|paid)",
        "(what is|find) the (total |amount of )?(simple |compound )?interest( earned| paid)?",
    ),
    "NEAREST_CENT": ("(express|give|round|write)? ?(your|the)? ?(answer)?( rounded)?,? ?to the nearest (cent|penny)",),
    "NEAREST_DOLLAR": ("(express|give|round|write)? ?(your|the)? ?(answer)?( rounded)?,? ?to the nearest dollar",),
    # speed
    "T_MOVER": (
        (
            "(a|an|the) (car|train|bus|truck|plane|airplane|cyclist|runner|boat|bicycle|bike"
            "|person|man|woman|boy|girl|driver|ship|motorcycle|van|snail|ball|dog|horse)"
        ),
    ),
    "T_TRAVELS": (
        (
            "(travels|drives|goes|runs|walks|rides|covers|flies|moves|cycles|sails|traveled"
            "|travelled|drove|ran|walked|rode|covered|flew)"
        ),
    ),
    "T_IN": ("in",),
    "T_AT": (
        "at( a| an)?( (constant|steady|average|uniform))?( (speed|rate))?( of)?",
        "with a( constant| steady| average)? speed of",
    ),
    "T_FOR": ("(for|in)",),
    "T_SPEED_ASKED": (
        (
            "(what is|what was|find|calculate|compute|determine) (its|the|his|her)( (car|train"
            "|bus|truck|plane)'s)? ?(average )?speed( of the (car|train|bus|truck|plane|cyclist"
            "|runner|boat))?"
        ),
        "how fast (is|was) it( (going|moving|travell?ing))?",
    ),
    "T_DISTANCE_ASKED": (
        (
            "how far (does|did|will) (it|he|she|the (car|train|bus|truck|plane|cyclist|runner"
            "|boat)) (travel|go|drive|run|walk|ride)"
        ),
        "(what is|find) the distance( (it )?(travels|travelled|traveled|covered|covers))?",
    ),
    "T_HOW_MANY": ("how many",),
    "T_DOES_IT": (
        (
            "(does|did|will) (it|he|she|the (car|train|bus|truck|plane|cyclist|runner"
            "|boat)) (travel|go|drive|run|walk|ride|take)( in)?"
        ),
        "(does|will|would|did) it take to (travel|go|drive|run|walk|ride|cover)",
    ),
    "T_PER": ("(per|an|a|/)",),
    "T_MPH": ("mph",),
    "T_KMH": ("(km/h|kph|km/hr|kmph)",),
    "T_MS": ("m/s",),
    # Korean
    "P_OF_KO": ("의",),
    "P_IS_OF_KO": ("(은|는|이|가)",),
    "P_HOW_MANY_PERCENT_KO": (
        (
            "몇 ?(%|퍼센트)(인가요|입니까|인가|인지|일까요|이다|이니|야|예요|이에요"
            "|인지 구하시오|인지 구하세요|인지 구하여라)?"
        ),
    ),
    "P_SOME_NUMBER_KO": ("어떤 수",),
    "P_WHEN_KO": ("(이|가)? ?(일 때|이면|라면|이라면|면|이다|입니다|일 경우|라고 할 때|이라고 할 때)",),
    "P_SUBJECT_KO": ("(이|가)",),
    "P_FROM_KO": ("(에서|원에서)",),
    "P_TO_RISE_KO": (
        (
            "(으로|로|원으로) (증가|인상|상승)(하면|했을 때|하였을 때|하였다면|했다면|할 때|되면"
            "|되었을 때|되었다면|한다면|하였습니다|했습니다|하였다|했다)"
        ),
    ),
    "P_TO_FALL_KO": (
        (
            "(으로|로|원으로) (감소|인하|하락)(하면|했을 때|하였을 때|하였다면|했다면|할 때|되면"
            "|되었을 때|되었다면|한다면|하였습니다|했습니다|하였다|했다)"
        ),
    ),
    "P_RISE_RATE_KO": (
        "(증가율|인상률|상승률)",
        (
            "몇 ?(%|퍼센트) (증가|인상|상승)(한 것인가요|했나요|했습니까|하였는가|한 것인지"
            "|하였나요|하였습니까|한 것입니까)?"
        ),
    ),
    "P_FALL_RATE_KO": (
        "(감소율|인하율|하락률|할인율)",
        (
            "몇 ?(%|퍼센트) (감소|인하|하락)(한 것인가요|했나요|했습니까|하였는가|한 것인지"
            "|하였나요|하였습니까|한 것입니까)?"
        ),
    ),
    "P_RAISED_KO": (
        "(증가|인상)(시키면|하면|한 값|한 수|한 가격|시킨 값|시킨 수|하였을 때의 값|했을 때의 값)",
        "늘리면",
        "늘린 (값|수)",
    ),
    "P_LOWERED_KO": (
        "(감소|할인|인하)(시키면|하면|한 값|한 수|한 가격|시킨 값|시킨 수|하였을 때의 값|했을 때의 값)",
        "줄이면",
        "줄인 (값|수)",
    ),
    "P_PRICE_KO": ("((정가|가격|원가)(가|이))",),
    "P_BEING_KO": ("인 (물건|상품|옷|신발|가방|책|제품|모자)",),
    "P_SOLD_KO": ("할인하여 (판매|팔)(할 때|하면|았을 때|았다면|때|면|하였을 때|할 때의)", "할인하면"),
    "P_SALE_PRICE_KO": ("(판매 ?가격|판매가|할인된 가격|할인 가격|가격)",),
    "R_TO_KO": ("(으)?로",),
    "R_DIVIDE_KO": (
        "(나누|비례 ?배분)(시오|세요|어라|면|하시오|하세요|하여라|하면)",
        "나누면( 각각)?( 얼마인가요| 얼마입니까)?",
        "나누어라",
    ),
    "R_SIMPLEST_KO": (
        "(가장 )?(간단한|작은) (자연수|정수)?의? ?비로 (나타내(시오|세요|어라|면)?|고치(시오|세요))",
        "간단한 비로 (나타내(시오|세요|어라|면)?)",
    ),
    "R_WHEN_KO": ("(일 때|이면|라면|이라면)", "이고", ","),
    "V_DIRECT_KO": ("에 정비례하(고|며|고,|며,|ㄹ 때)", "에 정비례한다"),
    "V_INVERSE_KO": ("에 반비례하(고|며|고,|며,)", "에 반비례한다"),
    "V_WHEN_KO": ("일 때",),
    "V_IS_KO": ("(이다|입니다|이면|라면|이라면|이라 하자|이라고 하자|일 때|라고 할 때)",),
    "V_VALUE_KO": ("의 값",),
    "I_MONEY_KO": ("원금",),
    "I_RATE_KO": ("(을|를) ?(연이율|연 ?이자율|연리|매년|연)",),
    "I_SIMPLE_KO": ("(의)? ?단리로",),
    "I_COMPOUND_KO": ("(의)? ?(복리|연 ?복리|1년마다 복리|1년마다의 복리)로",),
    "I_YEARS_KO": (
        "년(간| 동안)? ?(예금|저축|맡|투자|빌리)?(할|했을|하였을|겼을|길|ㄹ|하면|기면|한|하였을)? ?(때|면)?(의)?",
    ),
    "I_TOTAL_KO": ("(원리 ?합계|원금과 이자의 합계?|총 ?금액)",),
    "I_INTEREST_KO": ("이자",),
    "T_PER_HOUR_KO": ("시속",),
    "T_PER_MINUTE_KO": ("분속",),
    "T_PER_SECOND_KO": ("초속",),
    "T_WITH_KO": ("(으)?로",),
    "T_DURING_KO": ("(동안|간)? ?(달린|간|이동한|움직인|걸은|걸어간|달려간)",),
    "T_DISTANCE_KO": ("거리",),
    "T_IN_TIME_KO": ("(을|를)",),
    "T_GONE_IN_KO": (
        "(에|만에|동안) ?(달린|간|이동한|달리는|가는|이동하는) (자동차|기차|버스|트럭|자전거|사람|열차|배)의",
    ),
    "T_SPEED_KO": ("(평균 ?)?(속력|속도|빠르기)",),
    "T_GOING_TIME_KO": ("(로)? ?(가는|달리는|이동하는|걸어가는|가면|달리면|이동하면)( 데|데)? ?(걸리는)?",),
    "T_TIME_KO": ("(걸리는 )?시간", "(데 )?걸리는 시간"),
}
