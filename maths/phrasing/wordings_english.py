r"""English wordings that mean the same: verbs that only ask, sentences about "it", set phrases.

`{M}` is a span of mathematics, `{N}` a number, `{x}` a letter; `\1` is the first of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.phrasing.spelled import CARDINALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.phrasing.wording import Wording

_WORD = r"(?:(?!\\?(?:sin|cos|tan|log|ln|sqrt|frac|pi|exp)\b)[A-Za-z]{2})"  # no formula has such a word in it
_SPANS = {
    "{M}": rf"((?:(?!{_WORD})[^.?!;:]|\.(?=\d)|(?<=[A-Za-z])\w)+?)",
    "{N}": r"(-?\d+(?:\.\d+)?)",
    "{n}": r"(\d+(?:\.\d+)?)",
    "{x}": r"([a-z])",
    "{P}": r"(\(.+?\))",
    "{percent}": r"\s*(?:%|percent)",
    "{asks}": "(?:Find|Determine|Give|State|Compute|Calculate|What is|What are)",
    "{values}": "(?:(?:For )?(?:which|what)(?: values? of)?)",
    "{find}": "(?:Find|Determine|What is)",
    "{write}": "(?:Express|Write|Rewrite|Give|Put)",
    "{change}": "(?:Express|Write|Give|What is|Convert|Change)",
    "{raise}": "(?:have to |need to )?(?:be )?",
    "{reach}": "to (?:become|get to|reach)",
}
_END = r"\s*[.?!]*\s*$"


def _spelled_out(source: str) -> str:
    for span, expression in _SPANS.items():
        source = source.replace(span, expression)
    return source


def _whole(source: str, said: str | Callable[[re.Match[str]], str]) -> Wording:
    return re.compile(f"^{_spelled_out(source)}{_END}", re.IGNORECASE), said


def _inside(source: str, said: str | Callable[[re.Match[str]], str]) -> Wording:
    return re.compile(_spelled_out(source), re.IGNORECASE), said


def _percent(found: re.Match[str]) -> str:
    return f"{CARDINALS[found[1].lower()]}%"


def _product(found: re.Match[str]) -> str:
    left, right = found[1].strip(), found[2].strip()
    letters = set(re.findall(r"[a-z]", left + right))
    return f"{'Expand' if letters - {'i'} else 'Calculate'} ({left})*({right})."


_SPELLED = "|".join(sorted((word for word in CARDINALS if " " not in word), key=len, reverse=True))
EARLY_ENGLISH: tuple[Wording, ...] = (
    _whole(r"(?:What is |Find |Calculate )?{n}{percent} (?:more|greater) than {n}", r"Increase \2 by \1%."),
    _whole(r"(?:What is |Find |Calculate )?{n}{percent} less than {n}", r"Decrease \2 by \1%."),
)
"""A part of a number more than it: said with the words of change, as a percentage added to a number is none of it."""
_NUMBERS: tuple[Wording, ...] = (
    _whole(r"(.+?) (?:equals|is|gives) what(?: number)?", r"What is \1?"),
    _inside(r"^What do you get (?:if|when) you (?=(?:add|subtract|multiply|divide)\b)", ""),
    _whole("Take {N} away from {N}", r"Subtract \1 from \2."),
    _inside(r"\bthe (?:fractions|decimals|numbers|integers) (?=-?\d)", ""),
    _inside(rf"\b({_SPELLED}) percent\b", _percent),
    _inside(
        r"^(?:Decide|Determine|Check|State|Say|Tell me|Find out) (?:whether|if) (?:the number )?(\d+) is ", r"Is \1 "
    ),
    _whole(r"(\d+) has how many ((?:positive )?(?:factors|divisors))", r"How many \2 does \1 have?"),
    _whole("{n} ([a-z]+) (?:is|are|equals?) how many ([a-z]+)", r"How many \3 are in \1 \2?"),
    _whole(r"Which digit of (\d[\d.]*) is in the ([a-z]+) place", r"What is the \2 digit of \1?"),
    _whole(
        "By what percent(?:age)? (?:does|must|should) {n} {raise}increased? {reach} {n}",
        r"What is the percent increase from \1 to \2?",
    ),
    _whole(
        "By what percent(?:age)? (?:does|must|should) {n} {raise}decreased? {reach} {n}",
        r"What is the percent decrease from \1 to \2?",
    ),
    _whole(r"{change} (\d+)/(\d+) (?:as|to|into) a percent(?:age)?", r"What percent of \2 is \1?"),
    _whole(r"{change} (\d*\.\d+) (?:as|to|into) a percent(?:age)?", r"What percent of 1 is \1?"),
    _whole(
        "What is the time in (minutes|hours) from (.+?) (?:until|to) (.+?)",
        r"How many \1 are there from \2 to \3?",
    ),
    _inside(r"\b0\.(\d) repeating\b", r"0.\\overline{\1}"),
    _inside("variance of the population ", "population variance of "),
)
_EQUATIONS: tuple[Wording, ...] = (
    _whole("{values} {x} (?:is|does|makes?) {M},? (?:be )?(?:equal(?: to)?|the same as) {M}", r"Solve \2 = \3 for \1."),
    _whole("{values} {x} is {M} (?:greater|more|larger) than {M}", r"Solve \2 > \3."),
    _whole("{values} {x} is {M} (?:less|smaller) than {M}", r"Solve \2 < \3."),
    _whole("{values} {x} is {M} negative", r"Solve \2 < 0."),
    _whole("{values} {x} is {M} positive", r"Solve \2 > 0."),
    _whole("{asks} (?:every|all)(?: (?:values|numbers)(?: of)?)? {x} (?:with|satisfying) {M}", r"Solve \2 for \1."),
    _whole(
        "{asks} the (?:(?:value of|exponent|number) )?{x} (?:with|satisfying|such that|for which) {M}",
        r"Find the value of \1 if \2.",
    ),
    _whole(r"{M}\. {asks} (?:all|the)(?: of the)? solutions", r"Solve \1."),
    _inside(r"\bfor the unknown {x}\b", r"for \1"),
    _inside("^Solve the proportion ", "Solve "),
    _whole(
        r"The equation {M} has two (?:distinct )?roots\. What is their (sum|product)",
        r"What is the \2 of the roots of \1?",
    ),
    _whole(
        "Find all {x} (?:such that|for which) (?:the equation )?{M} has exactly one real solution",
        r"Find the values of \1 for which \2 has exactly one real solution.",
    ),
    _whole(
        "For (?:which|what) values of {x} does {M} have a double root",
        r"Find the values of \1 for which \2 has exactly one real solution.",
    ),
    _whole("What are the (?:two )?square roots of {n}", r"Solve x^2 = \1."),
    _whole("{asks} the function y with {M} and {M}", r"Solve \1 with \2."),
)
_EXPRESSIONS: tuple[Wording, ...] = (
    _whole(
        "(?:{write}|Reduce|Simplify) (?:the fraction )?{M} (?:in|to) (?:its |the )?(?:lowest|simplest|reduced) terms",
        r"Simplify the fraction \1.",
    ),
    _whole("{write} {M} in (?:its )?simplest (?:radical )?form", r"Simplify \1."),
    _whole(
        "{write} the square root of {n} in (?:its )?simplest (?:radical )?form",
        r"Simplify sqrt(\1).",
    ),
    _whole(r"{write} {M} in the form a ?\+ ?bi", r"Calculate \1."),
    _whole(
        r"{write} ([a-z]\^2 [^.?=]+?) in the form \([a-z] ?[+-] ?[a-z]\)\^2 ?[+-] ?[a-z]", r"Complete the square: \1"
    ),
    _whole("{write} {M} with a rational denominator", r"Rationalize the denominator of \1."),
    _whole("{write} {M} as a product of linear factors", r"Factor \1."),
    _whole("Square {M}", r"Expand (\1)^2."),
    _whole("What is {M},? (?:when )?multiplied out", r"Expand \1."),
    _whole("Multiply {M} by {M}", _product),
    _whole("(?:What is|Find) the product of (?:the complex numbers )?{M} and {M}", _product),
    _whole("Write the product of {M} and {M} as a polynomial", _product),
    _inside(r"^diff (?=\S)", "Differentiate "),
    _whole(r"{asks} the ([a-z](?:\^\d+)?)[- ]coefficient (?:of|in) {M}", r"Find the coefficient of \1 in \2."),
    _whole(
        r"Expand {M}[;,.] what is the coefficient of ([a-z](?:\^\d+)?)",
        r"Find the coefficient of \2 in \1.",
    ),
    _whole(
        "{asks} the remainder (?:of|in|from) (?:the division of|dividing) {M} by {M}",
        r"Find the remainder when \1 is divided by \2.",
    ),
    _whole(
        r"{M} is divided by {M}\. {find} the (remainder|quotient)",
        r"Find the \3 when \1 is divided by \2.",
    ),
)
_ANALYSIS: tuple[Wording, ...] = (
    _inside("^What (?:value )?does {M} (?:tend to|approach|converge to) (?=as )", r"What is the limit of \1 "),
    _whole(
        "As {x} (?:approaches|tends to|goes to) {M}, what (?:value )?does {M} (?:approach|tend to)",
        r"What is the limit of \3 as \1 approaches \2?",
    ),
    _whole(
        "The sequence (.+?) (?:continues with|is followed by) which number",
        r"What is the next term of the sequence \1?",
    ),
    _inside(r"general term \(in n\)", "general term"),
    _whole(r"{asks} the sum of {M} for {x} from (\d+) to (\d+)", r"Evaluate \\sum_{\2=\3}^{\4} (\1)."),
    _whole(
        r"An (arithmetic) sequence (?:begins|starts) with {N} and has (?:a )?(common difference) {N}\."
        r" What is its (\w+) term",
        r"Find the \5 term of the \1 sequence with first term \2 and \3 \4.",
    ),
    _whole(
        r"A (geometric) sequence (?:begins|starts) with {N} and has (?:a )?(common ratio) {N}\."
        r" What is its (\w+) term",
        r"Find the \5 term of the \1 sequence with first term \2 and \3 \4.",
    ),
    _inside(r"\bthe line tangent to (.+?) (?=at )", r"the tangent line to \1 "),
)
_SHORTHAND: tuple[Wording, ...] = (
    _whole(
        r"(?:Find |Compute |Calculate |What is )?∂/∂([a-z]) ?(?:of )?(.+?)",
        r"Find the partial derivative of \2 with respect to \1.",
    ),
    _whole(
        r"{asks} the (?:infinite )?sum of (.+?) (?:from|for) ([a-z]) ?= ?(\d+) to (?:infinity|∞)",
        r"Evaluate \\sum_{\2=\3}^{\\infty} (\1).",
    ),
    _whole(
        r"{asks} (?:all |the )?(?:values? of )?([a-z]) (?:such that|so that|if) (.+?)"
        r" has (no|exactly one|two(?: different| distinct)?) real (?:root|solution)s?",
        r"Find the values of \1 for which \2 has \3 real solutions.",
    ),
    _whole(
        r"{asks} the (?:center|centre) and (?:the )?radius of (?!(?:the )?circle)(.+?=.+?)",
        r"Find the center and radius of the circle \1.",
    ),
    _whole(r"{asks} (?:all )?(?:the )?(\d+)(?:st|nd|rd|th) roots of unity", r"Find all complex solutions of x^\1 = 1."),
)
_CHANCE: tuple[Wording, ...] = (
    _whole(
        r"What is the probability of (?:getting )?((?:exactly |at least |at most )?\d+ (?:heads|tails)) in (\d+)"
        " (?:tosses|flips) of a fair coin",
        r"A fair coin is tossed \2 times. What is the probability of getting \1?",
    ),
    _inside(r"\bfrom a group of (\d+)(?=\s*[.?])", r"from \1 people"),
    _whole(
        r"A committee of (\d+)(?: people)? is to be chosen from (\d+) people\. In how many ways can this be done",
        r"In how many ways can a committee of \1 be chosen from \2 people?",
    ),
    _whole(
        r"How many (?:distinct|different) arrangements of the letters of ([A-Z]+) are there",
        r"How many distinct arrangements are there of the letters of \1?",
    ),
)
_GEOMETRY: tuple[Wording, ...] = (
    _inside(r"^How far apart are (?=(?:the points )?\()", "What is the distance between "),
    _whole(
        r"(?:A|The) line (?:passes|goes) through {P} and {P}\. {find} its slope",
        r"What is the slope of the line through \1 and \2?",
    ),
    _inside(r"\bhas legs of length (?=\d)", "has legs "),
    _inside(r"\bHow long is (?=the hypotenuse)", "What is the length of "),
    _inside(r"^Write (?=an equation (?:for|of) the line )", "Find "),
    _inside(
        r"\ban equation (?:for|of) the line that (?:goes|passes) through ",
        "the equation of the line through ",
    ),
    _whole(
        r"The equation {M} (?:describes|represents) a circle\. {find} its (radius|center|centre)",
        r"What is the \2 of the circle \1?",
    ),
    _whole(
        "Reflect (?:the point )?{P} (?:across|over|in|about) (.+?)",
        r"What is the reflection of the point \1 across \2?",
    ),
)
_NOUNS = (
    "area|perimeter|circumference|volume|surface area|lateral area|hypotenuse|diagonal|slope|midpoint|distance|vertex"
    "|center|centre|radius|focus|foci|directrix|domain|range|inverse(?: function)?|mean|average|median|mode|variance"
    "|standard deviation|sample variance|population variance|probability|number of|sum|difference|product|quotient"
    "|remainder|gcd|lcm|gcf|hcf|greatest common (?:divisor|factor)|least common multiple|equation|determinant|rank"
    "|trace|eigenvalues|dot product|cross product|scalar product|vector product|magnitude|norm|length|unit vector|angle"
    "|polar form|modulus|argument|conjugate|complex conjugate|limit|coefficient|degree|discriminant|general term"
    "|(?:nth|\\d+(?:st|nd|rd|th)|next) term|[xy]-intercepts?|gradient|jacobian|interest|simple interest"
    "|compound interest|perpendicular bisector|tangent(?: line)?|critical points|inflection points?|arc length"
)


def _listed(found: re.Match[str]) -> str:
    """Numbers with blanks between them as a list; groups of three digits may be one number."""
    numbers = found[0].split()
    grouped = all(re.fullmatch(r"\d{3}", number) for number in numbers[1:])
    return found[0] if grouped else ", ".join(numbers)


_LATE_AT_NIGHT: tuple[Wording, ...] = (
    _inside(rf"^(?:the )?(?=(?:{_NOUNS})\b(?! is\b| are\b|:))", "Find the "),
    _inside(r"^((?:Find )?(?:the )?(?:mean|average|median|mode|gcd|lcm|gcf|hcf)) (?=-?\d)", r"\1 of "),
    _inside(r"(?<![\w.,/^+*=(<>-]) ?(?<=\s)-?\d+(?:\.\d+)?(?: -?\d+(?:\.\d+)?){2,}(?![\w./^+*=(<>])", _listed),
    _whole(r"(?:What is |Find |Calculate )?(\d+(?:\.\d+)?) x (\d+(?:\.\d+)?)", r"Calculate \1 * \2."),
    _inside(r"\blog(?:arithm)?,? (?:to the )?base (\d+|e) of (\d+(?:/\d+)?|[a-z])\b", r"log_{\1}(\2)"),
    _inside(
        r"\bthe hypotenuse (?:with|if|when) (?:the )?legs (?:are )?",
        "the hypotenuse of a right triangle with legs ",
    ),
    _inside(r"\bthe unit vector (?:of|for) (?=[(<\[])", "the unit vector in the direction of "),
    _whole(
        r"{asks} the slope[- ]intercept form of (?:the )?(?:equation of )?(?:the )?line"
        r" ((?:through|passing through).+?)",
        r"Find the equation of the line \1 in slope-intercept form.",
    ),
    _whole(
        r"(?:Find |What is |Calculate |Add )?(?:the )?sum (?:of|from) (?:the |all )?(?:numbers )?(?:from )?"
        r"(\d+) to (\d+)",
        r"Find the sum of the integers from \1 to \2.",
    ),
    _whole(
        r"{asks} the probability of (?:getting )?((?:exactly |at least |at most )?\d+ (?:heads|tails)) in (\d+)"
        r" (?:fair )?coin (?:tosses|flips)",
        r"A fair coin is tossed \2 times. What is the probability of getting \1?",
    ),
    _whole(
        r"How many ways (?:are there )?(?:to|can (?:you|I|we|one)) (?:choose|pick|select) (\d+) ([a-z]+)"
        r" (?:from|out of) (?:a group of )?(\d+)(?: \2)?",
        r"In how many ways can \1 \2 be chosen from \3 \2?",
    ),
    _whole(
        r"{asks} the (volume|surface area|lateral area) of (?:a )?(cylinder|cone) (?:with )?"
        "r ?= ?{n},? ?(?:and )?h ?= ?{n}",
        r"Find the \1 of a \2 with radius \3 and height \4.",
    ),
)
"""What is typed by tired people: a noun alone asks for what it names."""
ENGLISH: tuple[Wording, ...] = (
    *_LATE_AT_NIGHT, *_NUMBERS, *_EQUATIONS, *_EXPRESSIONS, *_ANALYSIS, *_SHORTHAND, *_CHANCE, *_GEOMETRY,
)  # fmt: skip
