"""Phrases about experiments of chance; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_WHO = "(he|she|they|it|we|you|i|one|someone)"
_THINGS = (
    "(numbers?|dice|values|faces|rolls|cards|top faces|upper faces|digits|chips|balls|slips|tiles|"
    "numbers shown|outcomes|results)"
)
_SHOWN = (
    "(rolled|shown|drawn|chosen|selected|obtained|showing|facing up|that are rolled|that appear|"
    "that come up|on the (two |three )?(dice|cards|top faces|chips|balls|slips|tiles)|on the top "
    "faces of the (two )?dice)"
)
_TOTAL_OF = f"( {_SHOWN})?( of (the|their) ((two|three|four|five|resulting|top) )*{_THINGS})?( {_SHOWN})?"
_DECK = "(a |the )?((standard|regular|normal|ordinary|shuffled|well-shuffled|full|complete)(, *| ))*"
_BAG = (
    "((small|large|big|opaque|paper|cloth|plastic|wooden|cookie|candy) )?"
    "(bag|box|urn|jar|hat|drawer|bin|bowl|basket|sack|pocket|container|bucket|tin|barrel|purse|pouch|crate)"
)

PROBABILITY: dict[str, tuple[str, ...]] = {
    # asking
    "Q_PROBABILITY": (
        (
            "(then )?(what is|what's|find|calculate|compute|determine|give|state) (the )?(prob|probability|"
            "chance|likelihood)"
        ),
    ),
    "Q_THAT": ("that", "of", "that of"),
    "Q_WHEN": (",? *(when|if|after)", "in", "on", "from", "by", "with", ","),
    "Q_IF": ("if", "when", "suppose( that)?", "after"),
    "Q_STOP": ("[.;]( then)?",),
    "Q_COMMA": (",",),
    "E_AND_THEN": (",? *and( then)?", ",( *if)?"),
    "E_WHO": (_WHO, "(a|the) (player|person|student|child|girl|boy|man|woman|teacher|gambler|contestant)"),
    "E_THE": ("the",),
    "E_THEY": ("they", "the results", "the outcomes"),
    "E_THEY_ARE": ("they( are|'re)",),
    "E_IT": ("it", "the result", "the outcome"),
    "E_IS_WAS": ("is|are|were|was|is to be|are to be|is being|are being",),
    # dice and coins
    "E_PAIR_OF": ("a pair of",),
    "E_FAIR": ("(fair|standard|normal|regular|ordinary|unbiased|balanced|cubical)(, *| and )?",),
    "E_DIE": ("(die|dice|number cubes?)",),
    "E_DIE_NUMBERED": (
        (
            ",? *((each )?with (its |their )?(faces|sides) |(each )?whose (faces|sides) are )?(numbered|"
            "labelled|labeled)( from)?"
        ),
    ),
    "E_TO": ("to", "through", "[-–]+"),
    "E_ROLL": ("(roll|rolls|rolled|throw|throws|threw|toss|tosses|tossed)",),
    "E_ROLLED": (
        (
            "(is|are|were|was)( simultaneously| both| each| all)? (rolled|thrown|tossed)( simultaneously|"
            " together| at the same time| at once)?"
        ),
    ),
    "E_ROLLING": ("(rolling|throwing|tossing)",),
    "E_TIMES_N": ("times?( in a row)?",),
    "E_ONCE": ("once", "a single time"),
    "E_TWICE_N": ("twice",),
    "E_COIN": ("((fair|regular|standard|unbiased|balanced|ordinary) )?(coins?|penn(y|ies)|nickels?|dimes?|quarters?)",),
    "E_FLIP": ("(flip|flips|flipped|toss|tosses|tossed|throw|throws)",),
    "E_FLIPPED": (
        (
            "(is|are|were|was)( simultaneously| all| each)? (flipped|tossed|thrown)( simultaneously| together|"
            " at the same time| at once)?"
        ),
    ),
    "E_FLIPPING": ("(flipping|tossing|throwing)",),
    "E_HEADS": ("(a )?heads?",),
    "E_TAILS": ("(a )?tails?",),
    # cards
    "E_DECK": (
        f"{_DECK}(deck|pack)( of (52 |fifty-two )?(playing )?cards)?",
        f"{_DECK}(52|fifty-two)( |-)*card (deck|pack)( of( playing)? cards)?",
    ),
    "E_CARD": ("(playing )?cards?",),
    "E_FACE_CARD": ("face cards?", "picture cards?", "court cards?"),
    "E_FROM": ("from( among)?", "out of"),
    # drawing
    "E_DRAW": (
        (
            "(draws?|drew|picks?|picked|chooses?|chose|selects?|selected|takes?|took|pulls?|pulled|removes?|"
            "removed|grabs?)( out)?"
        ),
    ),
    "E_DRAWN_BARE": ("(drawn|picked|chosen|selected|taken|pulled|removed|dealt|withdrawn)( out)?",),
    "E_DRAWN_AFTER": (
        "(that is |that are |you )?(drawn|picked|chosen|selected|taken|pulled|removed|dealt|draw|rolled|roll)",
    ),
    "E_DRAWING": ("(drawing|picking|choosing|selecting|taking|pulling|getting|dealing)",),
    "E_AT_RANDOM": ("(at random|randomly|blindly|without looking)( and)?",),
    "E_WITHOUT_REPLACEMENT": (
        "(and )?without (replacement|replacing (it|them|any|any of them|the first( one)?)|putting (it|them|any) back)",
        "(and )?(at the same time|simultaneously|all at once|at once)",
    ),
    "E_WITH_REPLACEMENT": ("(and )?with replacement",),
    "E_CONTAINER": (f"(a|an|the|his|her|my|our|this|that) {_BAG}", "it"),
    "E_CONTAINER_HOLDS": (f"(a|an|the|his|her|my|our|this) {_BAG} (contains|has|holds)",),
    "E_HOLDS": ("(contains?|contained|has|holds|held|had|containing|with|that (contains|has|holds))( exactly)?",),
    "E_HAS": ("(has|have|had|owns|consists of|is made up of)",),
    "E_THERE_ARE": ("there (are|is)",),
    "E_IN_CONTAINER": ("in", "inside"),
    "E_IN_CONTAINER_OWN": (f"in (a|his|her|my|our|their) {_BAG}",),
    "E_PLACED_IN": (f"(are |is )?(placed |put )?(in|into) (a|the) {_BAG}",),
    "E_ARE_PLACED": ("(are|is) (placed|put)",),
    "E_OF_WHICH": ("of (which|them)( are| is)?", "of the \\w+ are"),
    "E_ARE_SEP": ("are", "is"),
    "E_OF_THEM": ("of (them|these|those)",),
    "E_OF_THE_THINGS": ("of the(se|m)?",),
    # numbers
    "E_A_NUMBER": ("(a|an|one) (single )?(whole |positive )?(number|integer)",),
    "E_NUMBERS_N": ("(positive |whole )?(numbers|integers)",),
    "E_DIFFERENT": ("(different|distinct)",),
    "E_THE_SET": ("the (set|list|numbers|integers)( of( numbers| integers)?)?:?",),
    "E_INTEGERS_FROM": (
        "(the |all )?(set of )?(all )?(the )?((positive )?(integers|whole numbers|numbers))( from)?",
        "from",
        "the integers",
    ),
    "E_FIRST_INTEGERS": ("the (set of the )?first",),
    "E_POSITIVE_INTEGERS": ("(positive integers|natural numbers|counting numbers|positive whole numbers)",),
    "E_INCLUSIVE": (",? *(\\( *)?inclusive(ly)?( *\\))?",),
    "E_BETWEEN": ("(the (integers|numbers) |integers |numbers )?between",),
    "E_NUMBERED": (
        (
            "(are |which are |that are |each )?(numbered|labelled|labeled|marked)( with( the (numbers|integers)"
            ")?)?( consecutively)?( from)?"
        ),
    ),
    # letters
    "E_LETTERS": ("letters?",),
    "E_SEQUENCE_OF": ("(the )?(sequence|letters in the order|string)",),
    # events
    "P_EXACTLY": ("exactly", "precisely"),
    "P_AT_LEAST": ("at least", "no fewer than", "no less than"),
    "P_AT_MOST": ("at most", "no more than", "not more than"),
    "P_MORE": ("more than",),
    "P_FEWER": ("fewer than", "less than"),
    "P_BOTH": ("both( of)?( the| them| of the)", "both"),
    "P_ALL": ("all( of)?( the| them)", "all", "every one of( the| them)?"),
    "P_NONE": ("none of (the|them)", "none", "no"),
    "P_NONE_OF_THE": ("none of (the|these|those)",),
    "P_NEITHER": ("neither( of)?( the| them)?( two)?",),
    "E_OF_THE": ("of (the|these|those|your|his|her|my|our)",),
    "E_IN_THE": ("in", "on"),
    "E_FACE_WORD": ("(die|dice|rolls?|times?|flips?|tosses|coins?|draws?|throws?)",),
    "E_THE_OTHER": ("the other",),
    "E_VERB": (
        "(is|are|will be|be|were|was|being)( (drawn|chosen|selected|picked|dealt|of))?",
        (
            "(shows?|showing|shows? up|comes? up|coming up|lands?( on)?|lands? up|turns? up|have|has|will "
            "show|will come up( as)?|will land( on)?)"
        ),
    ),
    "E_VERB_NOT": ("(is|are|will|was) not( be)?", "(isn't|won't be|aren't)"),
    "E_GET": (
        (
            "(will )?(get|gets|getting|got|obtain|obtains|see|sees|flip|flips|toss|tosses|roll|rolls|rolled|"
            "draw|draws|drew|pick|picks|select|selects|choose|chooses|pull|pulls|deal)"
        ),
        "(flipping|tossing|rolling|drawing|picking|obtaining|throwing|selecting|choosing|seeing|pulling)",
        "there (is|are|will be)",
    ),
    "E_OCCUR": (
        (
            "(is|are|was|were|will be|be|being) (drawn|chosen|selected|picked|dealt|rolled|obtained|flipped|"
            "tossed|taken|pulled)"
        ),
        "(faces?|comes?|turns?|shows?|lands?|is|are)( face)? up",
        "appears?",
        "are showing|is showing",
    ),
    "E_THE_SUM": (
        f"(the|their) (sum|total){_TOTAL_OF}",
        f"(the|their) ((two|three|four) )?{_THINGS}( {_SHOWN})? (will )?(add|sum)( up)?",
        "they (sum|add)( up)?",
    ),
    "E_THE_PRODUCT": (f"(the|their) product{_TOTAL_OF}",),
    "E_IS_VALUE": ("(is|will be|equals|is equal to|be|to|being|was|of|equal to|equaling)( exactly)?",),
    "E_A_SUM": ("(a )?(sum|total)( that| which)?",),
    "E_A_PRODUCT": ("(a )?product( that| which)?",),
    "E_SAME_COLOR": ("(of |have |be |having |with )*the same colou?r", "match in colou?r"),
    "E_SAME_NUMBER": (
        "(have |be |show |showing |land on |come up )*the same (number|value|face)",
        "(the same|equal)(?= on)",
    ),
    "E_SAME_SUIT": ("(of |have |be |from )*the same suit",),
    "E_SAME_RANK": ("(of |have |be )*the same (rank|value)",),
    "E_SAME_SIDE": ("(on |show |be |come up )*the same( side| result| way)( up)?",),
    "E_SAME_KIND": ("(of |be )*the same (kind|type|flavou?r|sort)",),
    "E_DIFFERENT_COLOR": ("(of |have |be |having )*(two )?different colou?rs?",),
    "E_DIFFERENT_NUMBER": ("(have |be |show |showing )*(two )?different (numbers?|values?|faces?)",),
    "E_DIFFERENT_SUIT": ("(of |have |be |from )*(two )?different suits?",),
    "E_DIFFERENT_RANK": ("(of |have |be )*(two )?different (ranks?|values?)",),
    "E_DIFFERENT_SIDE": ("(show |on )*different (sides?|results?)",),
    "E_ON_EITHER": ("on (either|any)( of the| one)?( die| dice| coin| roll| flip)?",),
    "E_DID_NOT": ("(did|does|do|will|would) not", "(didn't|doesn't|don't|won't)"),
    "E_ON_ALL": (
        (
            "on (both|all|each)( of)?( the)?( two| three| four| five)? ?(dice|rolls|coins|flips|number "
            "cubes|die|roll|coin|flip)?( of the dice)?"
        ),
    ),
    "E_THE_NUMBER": (
        (
            "(the|a|an) (number|integer|result|outcome|value)( (rolled|drawn|chosen|selected|shown|that "
            "is (rolled|drawn|chosen)|on (it|the (ball|card|tile|slip|chip|die|ticket))))?"
        ),
    ),
    "E_NUMBERS_SAME": (
        "the (two )?(numbers|values|results)( rolled| shown| on the dice)? (are|will be) (the same|equal)",
    ),
    "E_NUMBERS_DIFFERENT": (
        "the (two )?(numbers|values|results)( rolled| shown| on the dice)? (are|will be) (different|not the same)",
    ),
    "E_NO_OTHER": (",? *and (no other [a-z]+|nothing else)",),
    "E_TEAM_CONSISTS": (
        "the (committee|subcommittee|team|group|panel|delegation|jury) (consists of|contains|has|includes)",
    ),
    "E_AND_MULTIPLIED": (",? *and( they are| the numbers are| are)? (multiplied|added)( together)?",),
    "E_DOUBLES": ("doubles", "a double"),
    "E_TWO_OR_MORE": ("at least (two|2)",),
    "E_MATCH": ("match", "(will )?match"),
    "E_NO_TWO": ("no two",),
    "E_NOT_ALL": ("not all",),
    "E_MORE": ("more",),
    "E_THAN": ("than",),
    "E_AT_LEAST_AS_MANY": ("at least as many",),
    "E_AS_MANY": ("(the same|an equal|equal) (number|numbers) of",),
    "E_AS": ("as",),
    "E_AND_AS": ("and", "as"),
    "E_IN_ORDER": (",? *in (that|this|the given) order",),
    "E_K_OR": (",? *or( a| an)?",),
}
