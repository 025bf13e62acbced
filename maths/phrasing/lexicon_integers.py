"""Phrases about whole numbers that conditions describe; written as in `maths.phrasing.lexicon`."""

from __future__ import annotations

_MANY = "(the |all |all the |all of the |every |each of the |those )?"
_TRUE_OF = "(exactly |precisely )?"

ENGLISH: dict[str, tuple[str, ...]] = {
    # numbers
    "Z_POSITIVE": ("positive",),
    "Z_NEGATIVE": ("negative",),
    "Z_NONNEGATIVE": ("non-?negative",),
    "Z_EVEN": ("even(-numbered)?",),
    "Z_ODD": ("odd(-numbered)?",),
    "Z_PRIME": ("prime",),
    "Z_COMPOSITE": ("composite",),
    "Z_PALINDROMIC": ("palindromic",),
    "Z_SQUARE_ADJECTIVE": ("(perfect )?square",),
    "Z_CUBE_ADJECTIVE": ("(perfect )?cube",),
    "Z_DISTINCT": ("distinct", "different", "unique"),
    "Z_INTEGER_ADJECTIVE": ("integer", "integral"),
    "Z_WHOLE_ADJECTIVE": ("whole(-| )number",),
    "Z_DIGIT": ("[- ]?digit",),
    "Z_INTEGERS": ("integers?", "integer (values?|solutions?)( of| for)?", "integral values? of"),
    "Z_NUMBERS": ("numbers?",),
    "Z_WHOLES": ("whole numbers?( values?( of| for)?)?",),
    "Z_NATURALS": ("natural numbers?",),
    "Z_COUNTING": ("counting numbers?",),
    "Z_VALUES_OF": ("values? (of|for)",),
    "Z_PRIMES": ("primes?( numbers?)?",),
    "Z_COMPOSITES": ("composites?( numbers?)?",),
    "Z_SQUARES": ("(perfect |square )squares?", "square numbers?", "squares of integers"),
    "Z_CUBES": ("perfect cubes?", "cube numbers?"),
    "Z_POSITIVE_SQUARES": ("squares?",),
    "Z_POSITIVE_CUBES": ("cubes?",),
    "Z_PALINDROMES": ("(integer )?palindromes?",),
    "Z_MULTIPLES_OF": ("(integer )?multiples? of",),
    "Z_COMMON_MULTIPLES_OF": ("common multiples? of",),
    "Z_FACTORS": ("factors?", "divisors?"),
    "Z_COMMON_FACTORS": ("common (positive )?(factors?|divisors?)",),
    "Z_PRIME_FACTORS": ("prime (factors?|divisors?)",),
    "Z_OF": ("of", "of (the|a) (number|integer)"),
    "Z_ALL": ("the", "all", "all the", "all of the", "every", "each of the", "those", "any"),
    # bounds
    "Z_LESS": ("(strictly )?(less|smaller|lower|fewer) than", "below", "under"),
    "Z_MORE": (
        "(strictly )?(greater|more|larger|bigger|higher) than",
        "above",
        "over",
        "exceeding",
        "that exceeds?",
    ),
    "Z_AT_MOST": (
        "(less|smaller) than or equal to",
        "at most",
        "no (greater|more|larger|bigger) than",
        "not (greater|more|larger|bigger) than",
        "not exceeding",
        "that (do|does) not exceed",
        "up to( and including)?",
    ),
    "Z_AT_LEAST": (
        "(greater|more|larger) than or equal to",
        "at least",
        "no (less|smaller|fewer) than",
        "not (less|smaller) than",
    ),
    "Z_BETWEEN": ("(from )?between",),
    "Z_STRICTLY_BETWEEN": ("strictly between",),
    "Z_FROM": ("from",),
    "Z_TO": ("to", "through", "up to"),
    "Z_INCLUSIVE": (r",? *\(?inclusive(ly)?\)? *,?",),
    "Z_EXCLUSIVE": (r",? *\(?exclusive(ly)?\)?",),
    # connectives
    "Z_AND": (
        ",? *and( also| is also| are also)?",
        ",? *and is",
        ",? *and are",
        ",? *while being",
        ",? *as well as",
    ),
    "Z_PLAIN_AND": ("and", "&"),
    "Z_OR": (",? *or( are| is)?",),
    "Z_COMMA_ITEM": (",",),
    "Z_BUT": (",? *but( is| are)?", ",? *yet( is| are)?"),
    "Z_NOT": ("not( also)?", "not (multiples? of|divisible by|by)(?= (both |either )?[0-9$])"),
    "Z_BOTH": ("both", "simultaneously"),
    "Z_EITHER": ("either",),
    "Z_NEITHER": ("neither",),
    "Z_NOR": (",? *nor",),
    "Z_EACH_OF": ("(each|all|every one) of( the (numbers|integers))?", "all( the)?( integers| numbers)?"),
    "Z_ALSO": ("also", "each", "all"),
    # what numbers are and have
    "Z_THAT": (",? *that", ",? *which"),
    "Z_IS": ("is", "are", "be", "will be", "must be"),
    "Z_IS_NOT": ("is not", "are not", "isn't", "aren't", "cannot be"),
    "Z_SUCH_THAT": (
        ",? *such that",
        ",? *(are there|there are) such that",
        ",? *so that",
        ",? *for which",
        ",? *satisfying",
        ",? *where",
        ",? *with",
        ",? *if",
    ),
    "Z_SUCH_THAT_IT": (",? *such that (it|they)", ",? *so that (it|they)"),
    "Z_DIVISIBLE_BY": (
        "((evenly|exactly) )?divisible by",
        "(a |an )?(integer )?multiples? of",
        "(evenly )?divided by",
    ),
    "Z_CAN_BE_DIVIDED_BY": ("can be (evenly )?divided by", "is evenly divisible by"),
    "Z_WITHOUT_REMAINDER": ("without (a )?remainder", "evenly", "with no remainder"),
    "Z_A_FACTOR_OF": ("(a |positive )?(positive )?(factors?|divisors?) of",),
    "Z_DIVIDE": ("(evenly )?divides?( into| evenly| evenly into)?",),
    "Z_DIVIDES_NOT": ("(does|do) not divide",),
    "Z_A_PRIME": ("(a )?primes?( numbers?)?",),
    "Z_A_COMPOSITE": ("(a )?composites?( numbers?)?",),
    "Z_A_SQUARE": (
        "(a )?(perfect|square) squares?",
        "(a )?square numbers?",
        "(the )?squares? of (an )?integers?",
        "squares",
    ),
    "Z_A_CUBE": ("(a )?perfect cubes?", "(the )?cubes? of (an )?integers?", "cubes"),
    "Z_A_PALINDROME": ("(a )?palindromes?", "palindromic"),
    "Z_AN_EVEN": ("(an )?even( numbers?| integers?)?",),
    "Z_AN_ODD": ("(an )?odd( numbers?| integers?)?",),
    "Z_AN_INTEGER": ("an integer", "integers", "a whole number", "an integral value"),
    "Z_COPRIME_TO": ("relatively prime (to|with)", "co-?prime (to|with)"),
    "Z_LEAVES": ("leaves?", "gives?", "has", "have", "leaving", "yields?", "having", "giving", "with"),
    "Z_REMAINDER_OF": ("(a |the )?remainders?( of)?", "(a )?remainder equal to"),
    "Z_WHEN_DIVIDED_BY": (
        "(when|if|upon being|upon|on being|after being|whenever)( it is)? divided by",
        "upon division by",
        "on division by",
    ),
    "Z_WHEN_DIVIDED_COMMA": ("when divided by",),
    "Z_MORE_THAN_A_MULTIPLE": ("(greater|more) than (a |some )?(integer )?multiple of",),
    "Z_LESS_THAN_A_MULTIPLE": ("(less|smaller) than (a |some )?(integer )?multiple of",),
    "Z_HAVE": ("have", "has", "having", "with", "contain", "contains", "use", "uses"),
    "Z_EXACTLY": ("exactly", "precisely", "only", "just"),
    "Z_AN_ODD_NUMBER_OF": ("an odd number of",),
    "Z_AN_EVEN_NUMBER_OF": ("an even number of",),
    "Z_DIVISORS": ("(distinct |different )?(positive )?(integer )?(divisors?|factors?)",),
    "Z_PRIME_DIVISORS": ("(distinct|different) prime (divisors?|factors?)",),
    "Z_DIGITS": ("digits?",),
    "Z_DIFFERENT_DIGITS": (
        "(all |only )?(distinct|different) digits",
        "digits (that|which) are (all )?(distinct|different)",
        "no (repeated|repeating) digits?",
        "no digits? repeated",
        "all (of )?(its|their) digits (distinct|different)",
    ),
    "Z_ONLY_EVEN_DIGITS": ("(only|all) even digits", "even digits only"),
    "Z_ONLY_ODD_DIGITS": ("(only|all) odd digits", "odd digits only"),
    "Z_ONLY_PRIME_DIGITS": ("(only|all) prime digits",),
    "Z_INCREASING_DIGITS": ("digits in (strictly )increasing order", "strictly increasing digits"),
    "Z_DECREASING_DIGITS": ("digits in (strictly )decreasing order", "strictly decreasing digits"),
    "Z_WHOSE": (",? *whose", ",? *where the", ",? *with (a |the )?", ",? *the", ",? *in which the"),
    "Z_DIGIT_SUM": ("(sum of )(the |its |their )?digits", "digit sum", "digits (have|has) a sum", "digits sum"),
    "Z_DIGITS_ADD_TO": (
        "digits (that |which )?(sum|add|add up) to",
        "digits (have|has) a sum (of|equal to)",
        "digit sum of",
        "digit sum is",
    ),
    "Z_DIGIT_PRODUCT": ("product of (the |its |their )?digits",),
    "Z_DIGITS_MULTIPLY_TO": ("digits (multiply to|have a product of)",),
    "Z_EQUALS": ("is( equal to)?", "equals?", "are", "of", "come(s)? out to", "being"),
    "Z_UNITS_DIGIT": ("(units?|ones|one's|unit's|final|last) digits?",),
    "Z_TENS_DIGIT": ("(tens|ten's) digits?",),
    "Z_HUNDREDS_DIGIT": ("(hundreds|hundred's) digits?",),
    "Z_THOUSANDS_DIGIT": ("(thousands|thousand's) digits?",),
    "Z_END_IN": ("ends? (in|with)( the digits?| a)?", "ending (in|with)( the digits?| a)?"),
    "Z_BEGIN_WITH": ("(begins?|starts?) with( the digit| a)?", "(beginning|starting) with( the digit| a)?"),
    "Z_CONTAIN": ("contains?( the digit| a| at least one)?", "containing( the digit| a)?", "(has|have) the digit"),
    "Z_SATISFY": (
        "satisf(y|ies)( both of the inequalities| both inequalities| both)?",
        "satisfying",
        "(is|are) (a )?solutions? (to|of)",
        "(make|makes)",
    ),
    "Z_THAT_SATISFY": (
        ",? *(that|which) (satisf(y|ies)|(is|are) (a )?solutions? (to|of))",
        ",? *so that",
        ",? *for which",
    ),
    "Z_IN_SOLUTION_OF": ("in the solution( set)? (of|to)",),
    "Z_VALUE_WORD": ("the (value|expression|product|sum|fraction)( of)?",),
    "Z_IS_A_FACTOR_OF": ("is (a )?(positive )?(factor|divisor) of",),
    "Z_INEQUALITY": ("(the )?(following )?(inequality|equation|relation|compound inequality)", "both"),
    "Z_CONGRUENCE": ("(the )?(following )?congruence",),
    "Z_ITS_DIGITS": ("(the )?sum of (the |its )?digits", "(the )?sum of the (integer|number)'s digits"),
    "Z_TRUE": ("(is|are|holds?) (true|valid|satisfied)", "holds?( true)?"),
    # questions
    "Z_HOW_MANY": ("how many( of the)?", "how many of"),
    "Z_FOR_HOW_MANY": ("for how many",),
    "Z_ARE_THERE": ("are there( in all| altogether| in total)?", "exist", "there are", "are possible", "is there"),
    "Z_THERE": ("there",),
    "Z_DOES": ("does", "do"),
    "Z_HAVE_IN_COMMON": ("have( in common)?", "share"),
    "Z_HAS": ("have", "has"),
    "Z_THE_NUMBER": ("the (number|integer)",),
    "Z_IS_IT_TRUE": ("is it true that", "is it the case that", "does it hold that"),
    "Z_WHAT": ("what", "which"),
    "Z_LIST": ("list", "find", "determine", "name", "give", "write( down)?", "what are", "which are", "state"),
    # values
    "Z_THE": ("the", "an", "a", "its"),
    "Z_GCD_OF_IT": ("the (greatest|highest|largest) common (divisor|factor) of (that|this|the) (integer|number) and",),
    "Z_A": ("a", "an"),
    "Z_POSSIBLE": ("possible",),
    "Z_LEAST": ("least", "smallest", "lowest", "minimum", "minimal"),
    "Z_GREATEST": ("greatest", "largest", "biggest", "highest", "maximum"),
    "Z_SUM_OF": ("(the )?(sum|total) of",),
    "Z_PRODUCT_OF": ("(the )?product of",),
    "Z_MEAN_OF": (r"(the )?(average|mean|arithmetic mean)( \(mean\))?( value)? of",),
    "Z_COUNT_OF": ("(the )?(total )?number of",),
    "Z_FIRST": ("first",),
    "Z_DIFFERENCE": ("(the )?positive difference (between|of)", "(the )?difference between"),
    "Z_GCD_OF": ("(the )?(greatest|highest|largest) common (divisor|factor) of", "(the )?(gcd|gcf|hcf) of"),
    "Z_LCM_OF": ("(the )?(least|lowest|smallest) common multiple of", "(the )?lcm of"),
    "Z_REMAINDER_WHEN": ("(the )?remainder (when|if|obtained when|of)",),
    "Z_REMAINDER_AFTER": ("(what is )?the remainder", "what remainder (is obtained|do you get|does it leave)"),
    "Z_WHEN": ("when", "if"),
    "Z_DIVIDED_BY": ("(is |are |gets )?divided by",),
    "Z_MODULO": ("modulo", "mod"),
    "Z_DIGIT_SUM_OF": ("(the )?(sum|total) of (the|all the|all of the|all) digits (of|in)", "(the )?digit sum of"),
    "Z_DIGIT_PRODUCT_OF": ("(the )?product of (the|all the|all of the|all) digits (of|in)",),
    "Z_DIGIT_COUNT_OF": ("(the )?number of digits (of|in)( the (value|decimal representation|number|integer)( of)?)?",),
    "Z_HOW_MANY_DIGITS": ("how many digits (are (there )?in|does|do)( the (value|number|integer)( of)?)?",),
    "Z_HOW_MANY_ZEROS": (
        "how many (trailing |terminal |consecutive )?zero(e)?s (are there )?at the end of",
        "how many (trailing|terminal|ending) zero(e)?s (are there )?(in|of|are in)",
    ),
    "Z_HOW_MANY_TRAILING": ("how many (trailing|terminal|ending) zero(e)?s does",),
    "Z_IN_HOW_MANY_ZEROS": ("(in|with) how many zero(e)?s does", "how many zero(e)?s does"),
    "Z_ENDS": ("ends?( in| with)?", "have at (its|the) end"),
    "Z_ZEROS_IN": (
        "(the )?number of (trailing|terminal|ending) zero(e)?s (in|of|at the end of)",
        "(the )?number of zero(e)?s at the end of",
    ),
    "Z_EXPONENT_OF": ("(the )?(exponent|power) of",),
    "Z_IN_FACTORISATION": ("in the prime factori[sz]ation of", "in the prime decomposition of", "in"),
    "Z_IN_THE_FACTORISATION": ("in the prime factori[sz]ation of",),
    "Z_DIVISOR_SUM_OF": (
        (
            "(the )?sum of (all |the |all the |all of the )?(positive |distinct positive "
            "|positive integer |whole number )?(divisors|factors) of( the number)?"
        ),
    ),
    "Z_PROPER_SUM_OF": (
        "(the )?sum of (all |the |all the |all of the )?(positive )?proper (positive )?(divisors|factors) of",
    ),
    "Z_PRIME_FACTOR": ("prime (factor|divisor) of",),
    "Z_LAST": ("(the )?(last|final)",),
    "Z_OF_VALUE": (
        "of",
        "in",
        "of the (product|number|integer|expression|value|sum|quantity)",
        "in the( following)? (product|number|expression|sum)[:]?",
        "of the following (product|number|expression|sum)[:]?",
    ),
    "Z_WRITTEN_OUT": (
        "is written (out )?(as an integer )?(in (standard form|decimal form|base (10|ten)))?",
        "is expressed (as an integer)( in standard form)?",
        "is (multiplied out|expanded|simplified|evaluated|calculated)",
    ),
    "Z_ONE_TIME": ("exactly (one|1)", "(one|a single)(?= [0-9])"),
    "Z_FIRST_OF": ("(of )?(the )?first",),
    "Z_DO_WE_HAVE": ("do we have( that)?", "is it true that", "does it hold that", "is"),
    "Z_BOTH_INEQUALITIES": (
        "both( of)?( the)?( following)? inequalities",
        "both( of)? (these|the)( equations| conditions)?",
    ),
    "Z_PRIMES_IN": ("(are|are there) in the prime factori[sz]ation of",),
    "Z_RANK": ("[0-9]+(st|nd|rd|th)", r"[0-9]+\^\{?(\\(text|mathrm|rm|textrm)?\{?)?(st|nd|rd|th)\}*"),
    "Z_NOT_INCLUDING": (r"\(not including [0-9]+ and [0-9]+\)",),
    "Z_EACH_DIGIT_IS": (
        "(where |in which |such that |whose |have )?(each|every)( of (the|its|their))? digits?( is| are)?",
        "(whose |where (all )?(the |of the )?)(digits are)( all)?",
        "(have )?digits that are( all)?",
    ),
    "Z_DOES_DIGIT_PRODUCT": ("does the product of the digits",),
    "Z_DOES_DIGIT_SUM": ("does the sum of the digits", "do the digits"),
    "Z_COME_TO": ("come out to", "equal", "sum to", "add up to", "add to"),
    "Z_IS_DIGIT_SUM": ("is the sum of (the|its) digits( equal to)?",),
    # consecutive numbers, missing digits, two numbers by their gcd and lcm
    "Z_CONSECUTIVE": ("consecutive",),
    "Z_CAN_BE_WRITTEN_AS": ("(can|may) be (written|expressed) as( the)?", "is( the)?"),
    "Z_SUM_WORD": ("(the )?sum of",),
    "Z_PRODUCT_WORD": ("(the )?product of",),
    "Z_MIDDLE": ("middle", "median", "second"),
    "Z_OF_THESE": (
        (
            "(of|among) (these|those|the|them)( (three|four|five|six|seven|two|consecutive))*( "
            "(positive|even|odd))*( (integers|numbers|whole numbers))?"
        ),
        "(one|number|integer)( of (these|the|those)( (integers|numbers))?)?",
        "of them",
    ),
    "Z_THE_NUMBER_WORD": ("the (number|integer)",),
    "Z_DIGIT_NUMBER": (
        (
            "the (positive )?((one|two|three|four|five|six|seven|eight|nine|ten)-digit "
            ")?(positive )?(number|integer|whole number)"
        ),
    ),
    "Z_ALL_DIGITS": (
        (
            "(all |all of the |all the )?(possible )?(single-digit |one-digit "
            ")?(digits?|values?|replacements?|possible values?)( of| for| that could replace| "
            "that can replace)?"
        ),
    ),
    "Z_THE_DIGIT": (
        (
            "(the )?(possible )?(units |missing |ones |tens |hundreds )?(digit|value of( the "
            "digit)?|digit represented by)"
        ),
    ),
    "Z_WHAT_DIGIT": ("(for )?(what|which) (digit|value of( the digit)?)",),
    "Z_MAKES": ("makes?", "would make", "is"),
    # sentences that only say what a word means
    "G_REMARK": (
        (
            r"\(?(reminder|recall|note|remember)?[:,]? *(that )?(the "
            "(number|expression|symbol|notation) )?n! (is|stands for|means|denotes) the product "
            r"of (all )?(the )?(positive )?integers from 1 (up )?to (and including |\(and "
            r"including\) )?n *[.]? *\)?"
        ),
        (
            r"\(?(reminder|recall|note|remember)?[:,]? *(that )?for (a|any|each) positive "
            "integer n *, the (expression|symbol|notation) n! stands for the product of (all "
            r")?(the )?(positive )?integers from 1 (up )?to (and including |\(and including\) "
            r")?n *[.]? *\)?"
        ),
        (
            "(a|an integer) palindrome is (a|an|any) (number|integer|whole number) (that|which) "
            "(reads|is) the same (forwards? and backwards?|backwards? and forwards?|from left to "
            "right and right to left|when read forwards? or backwards?)[.]?"
        ),
        "(a )?palindromes? reads? the same (forwards? and backwards?|backwards? and forwards?)[.]?",
        (
            "two (numbers|integers|positive integers) are (said to be )?['\\\"]?(relatively "
            "prime|coprime)['\\\"]? if (their greatest common (factor|divisor) is 1|they "
            "(have|share) no common (factor|divisor)s? (greater|larger|other) than 1)[.]?"
        ),
        "a (perfect square|square number) is (a number|an integer) that is the square of an integer[.]?",
        (
            r"\(?(note|recall|remember)?[:,]? *(that )?1 is (not (a )?prime( number)?|neither "
            r"prime nor composite)[.]?\)?"
        ),
        (
            "a proper (divisor|factor) of (a number|an integer|a positive integer) is a "
            "(positive )?(divisor|factor) (of the (number|integer) )?(other than|excluding|not "
            "equal to) (the number itself|the integer itself|itself)[.]?"
        ),
        (
            r"\(?(note|recall|remember)?[:,]? *(that )?a prime( number)? is (a|an) (positive "
            ")?(whole number|integer|number) (greater|larger) than 1 (that is divisible only "
            r"by|whose only (positive )?(divisors|factors) are) 1 and itself[.]?\)?"
        ),
    ),
    "Z_SOME": ("a", "an"),
    "Z_AND_BE": ("and", "and let"),
    "Z_LET": ("let", "suppose( that)?", "if", "define"),
    "Z_BE": ("be( equal to)?", "is( equal to)?", "equals?", "denotes?", "represents?", "="),
    "Z_DENOTE": ("denote", "be", "represent", "are", "be( respectively)?"),
    "Z_RESPECTIVELY": (",? *respectively",),
    "Z_MEANS": ("means", "stands for", "denotes", "is defined (as|to be)"),
    "Z_SYMBOL": (
        r"\(?(note|recall|reminder|remember)[:,]?( that)?",
        "(that )?the (symbol|expression|notation|number)",
    ),
    "Z_CALLED": ("is( equal to)?", "equals?", "be"),
    "Z_WHAT_IS_IT": ("it", "this (number|integer)", "the (number|integer)"),
    "Z_EXCLUDING": ("excluding", "other than", "except( for)?", "not including", "besides"),
    "Z_ITSELF": ("itself", "themselves"),
    "Z_COULD_BE": (
        (
            "((number|integer|value)( that)? )?(it|this (number|integer)|the (number|integer)) "
            "(could|can|may|might)( possibly)? be"
        ),
        "possible value of (this|the|that) (number|integer)",
        "(such )?(number|integer)( possible)?",
    ),
    "Z_QUOTIENT_IS": (",? *the quotient is",),
    "Z_REMAINDER_IS": ("the remainder is",),
    "Z_A_DIGIT_NUMBER": ("[- ]?digit (positive )?(number|integer)s?",),
    "Z_NOTICE": ("notice that", "note that", "recall that", "(it is )?(given|known) that", "observe that"),
    "Z_LETTER_REST": ("what remainder does", "what is the remainder when", "find the remainder when"),
    # bases
    "BZ_EXPRESS": ("convert", "change", "express", "write", "rewrite", "translate", "transform", "represent"),
    "BZ_INTO": ("to", "in", "into", "as( an?)?", "to an?", "in an?"),
    "BZ_ANSWER": (
        (
            r"[.;,]? *\(?(please )?(express|give|write|leave) (your|the|this) (final "
            ")?(answer|result|sum|product) (in|as a number in)"
        ),
        ",? *(when |if )?(written|expressed|converted|represented|given)( as a number)? (in|to|into)",
    ),
    "BZ_ANSWER_END": (r"\)",),
    "BZ_WHEN_IN": (
        (
            "(when|if|after being)( it is| they are| it's)? "
            "(written|expressed|converted|represented|changed)( in| to| into)"
        ),
        "in",
        "when( it is)? in",
    ),
    "BZ_INTEGER": ("integer", "number", "numeral", "notation"),
    "BZ_REPRESENTATION_OF": ("(representation|expansion|form|expression) of", "numeral for"),
    "BZ_THE": ("the",),
    "BZ_WHICH_BASE": ("(the )?(positive )?base", "(in )?(what|which) (positive )?base"),
    "BZ_IS_TRUE": ("(is|would be|will be) (valid|true|correct)", "hold(s)?( true)?"),
    "BZ_IN_WHICH": ("in which", "for which", "such that", "so that", "where"),
    "BZ_THE_EQUATION": (
        ("(the |this )?(following )?(equation|addition problem|multiplication( problem)?|statement|subtraction)[:]?"),
    ),
    "BZ_CONVERTED_TO": ("(converted|changed) (to|into)", "(written|expressed) in"),
    "BZ_SUM_IN_TEN": (
        r"[?.]? *\(when you add the digits, (express|give|write) the sum in base (10|ten)\.?\)",
        r"[?.]? *\(?(express|give|write) (your|the) (answer|sum) in base (10|ten)\.?\)?",
    ),
    "BZ_HOW_MANY_MORE_DIGITS": ("how many more digits does",),
    "BZ_THAN": ("than( it (does|has))?",),
    "BZ_DOES": ("does", "is it true that", "is"),
    "Z_COMPLETELY": ("in all", "altogether", "in total"),
}
"""English."""
