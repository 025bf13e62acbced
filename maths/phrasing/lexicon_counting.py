"""Phrases about counting and about what whole numbers may satisfy; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_MANY = "(different |distinct |unique |possible |distinguishable )?"
_PEOPLE = (
    "(people|persons?|students?|children|kids?|friends?|members?|players?|boys?|girls?|men|women|guys?|adults?|guests?"
    "|runners?|candidates?|volunteers?|employees?|teachers?|applicants?|contestants?|members)"
)
_TEAM = (
    "(committees?|teams?|(starting )?lineups?|groups?|subcommittees?|juries|jury|panels?|squads?|crews?|delegations?)"
)
_GROUP = (
    "(a|the|an|my|our|your|his|her|this) ((math|basketball|volleyball|baseball|football|hockey|"
    "swim|track|chess|science|drama|book|debate|school|local|soccer|"
    "tennis|french|music|chess) )?(club|group|class|team|committee|council|organization|society|"
    "board)"
)
_OFFICE = "(president|vice-? ?president|secretary|treasurer|chair(man|woman|person)?|captain|leader|manager|historian)"
_OFFICE_WORD = "(office|position|job|role|post)"
_NUM = "(numbers?|integers?|values?)"

COUNTING: dict[str, tuple[str, ...]] = {
    # conditions on a whole number
    "C_EVEN": (f"(an )?even( {_NUM})?", "evens"),
    "C_ODD": (f"(an )?odd( {_NUM})?", "odds"),
    "C_PRIME": (f"(a )?prime( {_NUM})?", "primes"),
    "C_COMPOSITE": (f"(a )?composite( {_NUM})?",),
    "C_SQUARE": ("(a )?(perfect square|square number)s?( numbers?)?", "squares"),
    "C_CUBE": ("(a )?(perfect cube|cube number)s?", "cubes"),
    "C_PALINDROME": ("(a )?palindromes?", "palindromic( numbers| integers)?"),
    "C_MULTIPLE": (
        "(a |an )?(positive |integer |whole number )?multiples? of( either)?",
        f"(an? )?({_NUM} )?(which (is|are) |that (is|are) )?(evenly )?divisible by( either)?",
    ),
    "C_MULTIPLE_OF_BOTH": (
        "(a |an )?(positive )?multiples? of both",
        f"(an? )?({_NUM} )?(which (is|are) |that (is|are) )?(evenly )?divisible by( both)?",
    ),
    "C_DIVISOR": ("(a |an )?(positive )?(factors?|divisors?) of",),
    "C_GREATER": (
        f"(an? )?({_NUM} )?(that is |that are |which is )?(strictly )?(greater|larger|more|bigger|higher) than",
    ),
    "C_LESS": (f"(an? )?({_NUM} )?(that is |that are |which is )?(strictly )?(less|smaller|lower|fewer) than",),
    "C_AT_LEAST": ("at least", "greater than or equal to", "no less than", "not less than"),
    "C_AT_MOST": ("at most", "less than or equal to", "no more than", "not more than", "not greater than"),
    "C_OR_MORE": ("or (more|greater|higher|larger)",),
    "C_OR_LESS": ("or (less|fewer|lower|smaller)",),
    "C_NOT": ("not",),
    "C_NEITHER": ("neither",),
    "C_NOR": ("nor",),
    "C_OR": (",? *or",),
    "C_AND": ("and", "and also"),
    "C_BUT": (",? *but",),
    "C_BOTH": ("both",),
    "C_EITHER": ("either",),
    "C_A": ("an?",),
    # Korean
    "C_EVEN_KO": ("짝수",),
    "C_ODD_KO": ("홀수",),
    "C_PRIME_KO": ("소수",),
    "C_COMPOSITE_KO": ("합성수",),
    "C_SQUARE_KO": ("(완전)? ?제곱수",),
    "C_CUBE_KO": ("(완전)? ?세제곱수",),
    "C_PALINDROME_KO": ("(회문수|회문|대칭수)",),
    "C_MULTIPLE_KO": ("의 배수",),
    "C_DIVISIBLE_KO": ("(으)?로 나누어 ?떨어지는 수",),
    "C_DIVISOR_KO": ("의 (양의 )?약수",),
    "C_GREATER_KO": ("보다 큰 수",),
    "C_LESS_KO": ("보다 작은 수",),
    "C_OR_MORE_KO": ("이상(의|인)? ?(수)?",),
    "C_OR_LESS_KO": ("이하(의|인)? ?(수)?",),
    "C_OVER_KO": ("초과(의|인)? ?(수)?",),
    "C_UNDER_KO": ("미만(의|인)? ?(수)?",),
    "C_OR_KO": ("또는", "혹은", "(이)?거나", "(이)?나"),
    "C_AND_KO": ("이면서", "이고"),
    "C_NOT_KO": ("(이|가) 아닌 수", "(이|가) 아니"),
    # arranging
    "N_HOW_MANY": (
        "how many( (different|distinct|possible|unique))*",
        "(find|determine|what is) the number of( (different|distinct|possible))*",
    ),
    "N_HOW_MANY_WAYS_CAN": (f"(in )?how many {_MANY}ways (can|could|may)",),
    "N_HOW_MANY_WAYS_TO": (
        f"(in )?how many {_MANY}ways (are there|is it possible|exist)( to)?",
        f"(find|determine|compute|calculate|give|what is) the (total )?number of {_MANY}ways( to)?",
    ),
    "N_ARRANGE": ("(to )?(arrange|rearrange|order|line up|permute|seat)",),
    "N_IDENTICAL": ("(identical|indistinguishable)",),
    "N_WISHES_TO_PLACE": (
        "(wishes to|wants to|would like to|needs to|is going to|will) (plant|arrange|place|put|line up|hang|order)",
    ),
    "N_HOW_MANY_POSSIBLE": (
        f"how many {_MANY}(arrangements|orders|orderings|ways) are (possible|there)( to do this)?",
    ),
    "N_FOR": ("for",),
    "N_CHOOSE": ("(to )?(choose|select|pick|elect|form|make|appoint)",),
    "N_CLUB": (f"{_GROUP}", "it"),
    "N_NUMBER_OF_ARRANGEMENTS": (
        (
            f"(find|determine|compute|calculate|give|what is) the number of {_MANY}(arrangements|permutations|"
            "orderings) (of|for)"
        ),
    ),
    "N_HOW_MANY_ARRANGEMENTS": (
        f"how many {_MANY}(arrangements|permutations|orderings) (are there )?(are possible )?(of|for|using all)",
        f"how many {_MANY}(arrangements|permutations) can be (made|formed) (from|with|using)( all)?",
    ),
    "N_LETTERS_OF": ("(all )?(of )?(the )?letters (of|in)( the word)?", "the word"),
    "N_BE_ARRANGED": ("be (arranged|rearranged|ordered|permuted)( in a (row|line))?",),
    "N_PROVIDED": (",? *(if|so that|such that|given that|provided that|with the condition that|where)",),
    "N_VOWELS": ("(all )?(of )?the vowels",),
    "N_BE_TOGETHER": (
        (
            "(must |have to |should )?(be|are|stay|stand|remain|come)( all)? (together|next to each other|"
            "adjacent( to each other)?|side by side)"
        ),
    ),
    "N_BE_APART": (
        "(must not|cannot|may not|can't) (be|stand|come) (next to each other|adjacent( to each other)?|side by side)",
        "are not (next to each other|adjacent( to each other)?|side by side)",
    ),
    "N_SIT": (
        "(to )?(sit( down)?|be seated|stand|line up|be lined up|be arranged|be ordered|be placed|be put|form a line)",
    ),
    "N_IN_ROW": (
        "in (a|one) (single )?(row|line|straight line)",
        "on a (shelf|bookshelf|bench)",
        "single file",
        "in a row of chairs",
    ),
    "N_AROUND_TABLE": ("(around|at) a (round|circular) table", "in a circle"),
    "N_PEOPLE": (_PEOPLE,),
    "N_DISTINCT": ("(different|distinct|distinguishable|differently-? ?colou?red|different colou?red)",),
    "N_OF_DIFFERENT": ("of (different|distinct) (sizes|colou?rs|kinds|types)",),
    "N_TWO_OF_THEM": (f"(two|2) (of them|certain {_PEOPLE}|particular {_PEOPLE}|specific {_PEOPLE})",),
    "N_NONE_OF": ("none of",),
    "N_BRACKET": ("[(]",),
    "N_BRACKET_END": ("[)]",),
    "N_OF_THE_PEOPLE": (f"of the (\\d+ )?{_PEOPLE} *[)]",),
    "N_WANT_TOGETHER": (
        (
            "(want to|must|have to|insist on|wish to) (sit|sitting|stand|standing|be) (together|next to "
            "each other|side by side|beside each other)"
        ),
        "(sit|stand|are) (together|next to each other|side by side)",
    ),
    "N_REFUSE_TOGETHER": (
        (
            "(refuse to|do not want to|don't want to|must not|cannot|can't|may not|will not) (sit|stand|"
            "be) (next to each other|side by side|beside each other)"
        ),
    ),
    "N_ROTATIONS_SAME": (
        (
            "[.?]? *[(]? *(two )?(seatings|arrangements|ways) are considered (to be )?(the same|equivalent|"
            "identical) if one (is a rotation of the other|can be (obtained|reached|made|rotated)( from "
            "the other)?( by (a )?(rotation|rotating))?( to produce the other)?)[.]? *[)]?"
        ),
        (
            "[.?]? *[(]? *(treat )?rotations (as )?(are )?(not distinct|the same|considered the same)( "
            "but reflections as distinct)?[.]? *[)]?"
        ),
        (
            "[.?]? *[(]? *(two )?(seatings|arrangements|ways) that are rotations of each other are (considered "
            ")?(the same|identical)[.]? *[)]?"
        ),
    ),
    # choosing
    "N_BE_CHOSEN": ("be (chosen|selected|picked|formed|made|elected|appointed)( at random)?",),
    "N_CAN_BE_FORMED": ("(can|could) (be )?(chosen|selected|picked|formed|made)( be)?", "are (possible|there)"),
    "N_TO_SERVE": (f"to (serve|be|sit) (on|in) (a|the) ([a-z]+-)?([a-z]+ )?{_TEAM}",),
    "N_A_GROUP_OF": ("(a|the|an) (group|club|class|team|set|pool|committee|list|collection|total) of", "among"),
    "N_PERSON_TEAM": (f"-? *(person|member|student|player|people) {_TEAM}",),
    "N_PERSON_TEAMS": (f"-? *(person|member|student|player|people) {_TEAM}",),
    "N_TEAM_OF": (f"{_TEAM} of",),
    "N_IS_TO_BE_CHOSEN": ("(is|are) (to be )?(chosen|selected|formed|picked)",),
    "N_HOW_MANY_TEAMS": (
        (
            f"how many (different |distinct |possible )*{_TEAM} (are (possible|there)|can be (chosen|formed|"
            "selected|made))"
        ),
    ),
    "N_OFFICE": (f"(a |an |the )?{_OFFICE}",),
    "N_CLUB_HAS": (f"{_GROUP} (has|consists of|is made up of|contains|of)", "there are"),
    "N_NO_TWO_OFFICES": (
        (
            "[,.;]? *[(]?(if|given that|assuming( that)?|where|and|provided that)? *(no|none of the) (other "
            ")?(one|member|person|student|individual|two people)? ?(can|may|is allowed to|will|could)? "
            f"?(hold|holds|have|fill|serve in) (more than one|two|both) {_OFFICE_WORD}s?[)]?"
        ),
        (
            "[,.;]? *[(]?(if|given that|assuming( that)?|where|and|provided that)? *(one|each|a|the same)"
            " (person|member|student) (cannot|can't|may not|can not) (hold|serve in|have|fill) (more than "
            f"one|two|both) {_OFFICE_WORD}s?[)]?"
        ),
        f"[,.;]? *[(]?(if|where|and) (all|the) ({_OFFICE_WORD}s? )?(must be|are) (held by )?different people[)]?",
    ),
    "N_DIFFERENT_OFFICERS": ("different officers",),
    "N_WITH": (
        (
            ",? *(with|containing|that (has|have|contains?|includes?)|if (it|the \\w+) (must (have|include|"
            "contain)|has|includes|contains)|including|if there (must be|are))"
        ),
    ),
    "N_KINDS_OF": ("(different |distinct )?(kinds|types|sorts|varieties|flavors) of",),
    "N_OFFERS": ("(has|have|had|owns|offers|sells|serves|features)( a choice of)?",),
    "N_TO_BUY": ("to buy",),
    "N_HOW_MANY_SETS_OF": (
        (
            f"how many {_MANY}(outfits|meals|combinations|sets|lunches|dinners|choices) (consisting of|made "
            "of|of|with|that consist of|made up of)( exactly)?"
        ),
    ),
    # pairs
    "N_AT_A_PARTY": ("(at|in|are at|attend) (a|the) (party|meeting|room|conference|gathering),?",),
    "N_EACH_SHAKES": (
        (
            f"(each|every) ({_PEOPLE}|one) (shakes|shook|shake) hands with (every|each)( other| of the other)"
            f"? ?({_PEOPLE}|one)?( else)?( exactly)?"
        ),
        "(everyone|everybody) (shakes|shook) hands with (everyone|everybody) else( exactly)?",
    ),
    "N_HOW_MANY_HANDSHAKES": (
        "how many handshakes (are there|take place|occur(red)?|will there be|were there|are made)",
    ),
    "N_TEAMS": ("(teams|players|chess players|schools)",),
    "N_LEAGUE_HAS": ("(a|the|our) (\\w+ )?(league|conference|tournament|division) (has|consists of|with|contains)",),
    "N_IN_LEAGUE": ("in (a|the) (\\w+ )?(league|conference|tournament|division)",),
    "N_EACH_PLAYS": (
        (
            "(if )?(each|every) (team|player|school) (plays|played|play|faces|must play) (every other|each "
            "other|each of the other|each of the others|every one of the other)( (team|player|school|teams|"
            "players))?( exactly)?"
        ),
    ),
    "N_HOW_MANY_GAMES": (
        (
            "how many (total )?(games|matches) (are (played|there|needed)|will be played|were played|take "
            "place)( in (all|total)| in the (season|league|tournament))?"
        ),
    ),
    "N_EXACTLY_ONCE": ("exactly once", "one time"),
    "N_EXACTLY_TWICE": ("exactly twice", "two times"),
    # subsets, codes, outcomes
    "N_SUBSETS": ("subsets (does|do|are there of|are there in|of|has)",),
    "N_ELEMENT_SUBSETS": ("-? *element subsets (does|do|are there of|of|has)",),
    "N_THE_SET": ("(the )?set( of( numbers| integers)?)?",),
    "N_A_SET_WITH": ("a set (with|of|containing)( exactly)?",),
    "N_ELEMENTS": ("(different |distinct )?(elements|members|objects)( have)?",),
    "N_HAVE": ("(have|has)( in all| in total)?", "are there"),
    "N_DIGITS": ("digits?",),
    "N_FOLLOWED_BY": (",? *(and )?(are |is )?(then )?followed by",),
    "N_CODE_CONSISTS_OF": (
        (
            "(a|each|every) (license plate|code|password|serial number|plate|identification code|product "
            "code) (consists of|has|is made up of|contains)"
        ),
    ),
    "N_HOW_MANY_CODES": (
        (
            "how many (different |distinct |possible )*(license plates|codes|passwords|serial numbers|plates)"
            " (are (there|possible)|can be (made|formed|created)|exist)"
        ),
    ),
    "N_COIN_FLIPPED": ("(if )?a (fair )?coin is (flipped|tossed)",),
    "N_HOW_MANY_OUTCOMES": (
        (
            "how many (different |distinct |possible )*(outcomes|sequences|results)( of heads and tails)"
            "? (are (there|possible)|can (occur|result))"
        ),
    ),
    "N_CARD_HANDS": ("-? *card hands (can be dealt|are (there|possible)|can be drawn)",),
    "N_ORDER_IRRELEVANT": ("[.?]? *[(]?the order in which the cards are dealt does(n't| not) matter[)]?",),
}
