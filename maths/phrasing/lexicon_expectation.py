"""Phrases about expected values, boxes, Pascal's triangle and shares of numbers; as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_BALLS = "(balls|marbles|objects|items|coins|books|toys|candies|oranges|apples|stickers|cookies|pencils|letters)"
_BOXES = "(boxes|bins|urns|bags|jars|groups|piles|baskets|containers|cups|plates|drawers)"
_SAME = "(indistinguishable|identical|the same|not distinguishable|alike)"
_APART = "(distinguishable|different|distinct|not identical)"

EXPECTATION: dict[str, tuple[str, ...]] = {
    # a share of described numbers
    "H_RANDOMLY": ("(a|an) (randomly (chosen|selected|picked)|random)",),
    # arrangements at random
    "H_RANDOM_ARRANGED": (
        (
            "are (randomly arranged|arranged (randomly|at random|in random order)|put in (a )?random order|"
            "(randomly )?rearranged( at random)?|shuffled)( in a (row|line))?"
        ),
    ),
    "H_IN_RANDOM_WORD": ("(the )?letters (of|in) (the word )?",),
    # expected values
    "H_EXPECTED_ROLL": (
        (
            "(what is|find|determine|compute) the expected value (of|for) (the|a|one|each) (roll|number "
            "rolled|outcome)( of)?"
        ),
        "(what is|find|determine|compute) the expected (number rolled|roll)( of)?",
        "(what is|find|determine|compute) the expected value (of )?(when|if|of)",
    ),
    "H_EXPECTED_SUM": (
        (
            "(what is|find|determine|compute) the expected (value of the )?(sum|total)( of the (numbers|"
            "numbers rolled|dice|rolls))? (when|of|if)"
        ),
    ),
    "H_EXPECTED_NUMBER_OF": ("(what is|find|determine|compute) the expected number of",),
    "H_WHEN": (",? *(when|if|in|from)",),
    "H_THEN_EXPECTED": (
        "what is the expected (value|value of the (roll|number rolled)|value of the number (rolled|shown)|roll)",
    ),
    "H_WIN": ("(win|wins|gain|gains|get|gets|receive|receives|earn|earns)",),
    "H_LOSE": ("(lose|loses|pay|pays)",),
    "H_DOLLARS": ("(dollars?|points?)",),
    "H_BUT": (",? *(but|and|while|or)",),
    "H_IF_FACE": (
        "(if|when|for) (he|she|they|we|you|i|it|the coin)? ?(flips?|gets?|tosses|lands( on)?|comes up|shows)?( a| on)?",
    ),
    "H_ON_A_TOSS": ("(on|with|in) a (fair )?coin (toss|flip)",),
    "H_EXPECTED_WINNINGS": (
        (
            "what is the expected (value|amount)(, in dollars,)?( of)? (our|your|his|her|my|their|the)? "
            "?(winnings|win|gain|profit|earnings)( (after|in|for|from|of) (one|a|each) (single )?(flip|"
            "toss|game|play))?"
        ),
        (
            "what are (our|your|his|her|my|their|the) expected winnings( (after|in|for|from|of) (one|a|"
            "each) (flip|toss|game|play))?"
        ),
    ),
    # boxes
    "H_PUT": ("(put|place|distribute|divide|sort|drop|pack|split)",),
    "H_BALLS": (_BALLS,),
    "H_BOXES": (_BOXES,),
    "H_INTO": ("(in|into|among|between|to)",),
    "H_SAME": (_SAME,),
    "H_APART": (_APART,),
    "H_THINGS_SAME": (f"the {_BALLS} are {_SAME}",),
    "H_THINGS_APART": (f"the {_BALLS} are {_APART}",),
    "H_BOXES_SAME": (f"the {_BOXES} are {_SAME}", "the boxes aren't distinguishable"),
    "H_BOXES_APART": (f"the {_BOXES} are( all)? {_APART}", f"the {_BOXES} are"),
    "H_BOXES_NOT": (f"the {_BOXES} are(n't| not)",),
    "H_THINGS_NOT": (f"the {_BALLS} (are not|aren't) distinguishable",),
    "H_BOTH_APART": (f"(both )?the {_BALLS} and (the )?{_BOXES} are (all |both )?{_APART}",),
    "H_BOTH_SAME": (
        f"neither the {_BALLS} nor the {_BOXES} are distinguishable",
        f"(both )?the {_BALLS} and (the )?{_BOXES} are (all |both )?{_SAME}",
    ),
    "H_NONEMPTY": (
        (
            ",? *(if|so that|such that|and|with|where)? *(each|every) (box|bin|urn|bag|jar|group|pile|basket|"
            "container|cup|plate) (must |has to )?(contains?|gets?|has|have|holds?|receives?) at least "
            "one( (ball|object|item|marble))?"
        ),
        (
            ",? *(if|so that|such that|and|with) no (box|bin|urn|bag|jar|group|pile|basket|container) (is|"
            "remains|may be|can be) (left )?empty"
        ),
    ),
    # Pascal's triangle, symbols
    "H_PASCAL": ("pascal's triangle",),
    "H_IN_ROW_STARTING": ("in the row of pascal's triangle (that|which) (starts|begins) with 1 and then",),
    "H_NEXT_NUMBER": ("what is the next number",),
    "H_TH_NUMBER": ("number in the row of pascal's triangle (that|which) has",),
    "H_NUMBERS": ("(numbers|entries|elements)",),
    "H_CHOOSE": ("choose",),
    "H_VALUE_KO": ("의 값",),
    # Korean
    "H_EXPECTED_KO": ("기댓값", "기대값"),
    "H_NUMBER_ROLLED_KO": ("나오는 눈의 수의", "나온 눈의 수의", "눈의 수의"),
    "H_SUM_ROLLED_KO": ("((나오는|나온|두) ?)*(눈의 수|눈)의 합의",),
    "H_HEADS_KO": ("앞면이 나오는 (횟수|개수)의", "앞면의 (개수|수)의"),
    "H_ONE_CHOSEN_KO": (
        "(중에서|중|가운데) ?(임의로 |무작위로 )?(하나|한 수|한 개)를 (임의로 |무작위로 )?(택할|고를|선택할|뽑을) 때,?",
    ),
    "H_IT_KO": ("그 수가", "그것이"),
}
