"""What English calls signs, letters, functions and fractions."""

from __future__ import annotations

from maths.typesetting.commands import LARGE_GREEK, SMALL_GREEK
from maths.typesetting.tree import Mark

RELATIONS = {
    "=": "equals", "≠": "is not equal to", "<": "is less than", ">": "is greater than",
    "≤": "is less than or equal to", "≥": "is greater than or equal to", "⩽": "is less than or equal to",
    "⩾": "is greater than or equal to", "≦": "is less than or equal to", "≧": "is greater than or equal to",
    "≮": "is not less than", "≯": "is not greater than", "≰": "is not less than or equal to",
    "≱": "is not greater than or equal to", "≪": "is much less than", "≫": "is much greater than",
    "≈": "is approximately equal to", "≃": "is approximately equal to", "≒": "is approximately equal to",
    "∼": "is similar to", "≁": "is not similar to", "≅": "is congruent to", "≇": "is not congruent to",
    "≡": "is congruent to", "≢": "is not congruent to", "∝": "is proportional to", "≐": "is approximately equal to",
    "≔": "is defined as", "≜": "is defined as", ":": "to", "∈": "is in", "∉": "is not in", "∋": "contains",
    "∌": "does not contain", "⊂": "is a subset of", "⊆": "is a subset of or equal to", "⊄": "is not a subset of",
    "⊈": "is not a subset of or equal to", "⊊": "is a proper subset of", "⊃": "is a superset of",
    "⊇": "is a superset of or equal to", "∣": "divides", "|": "divides", "∤": "does not divide",
    "∥": "is parallel to", "∦": "is not parallel to", "⟂": "is perpendicular to", "⊥": "is perpendicular to",
    "→": "to", "⟶": "to", "←": "from", "⟵": "from", "↔": "if and only if", "⟷": "if and only if", "↦": "maps to",
    "⟼": "maps to", "⇒": "implies", "⟹": "implies", "⇐": "is implied by", "⟸": "is implied by",
    "⇔": "if and only if", "⟺": "if and only if", "∴": "therefore", "∵": "because", "↑": "up arrow",
    "↓": "down arrow", "↗": "rising to", "↘": "falling to", "≺": "precedes", "≻": "succeeds", "⊨": "models",
    "such that": "such that", "given": "given", "⊢": "proves", "↪": "embeds in", "⇌": "in equilibrium with",
}  # fmt: skip
OPERATORS = {
    "+": "plus", "−": "minus", "±": "plus or minus", "∓": "minus or plus", "×": "times", "⋅": "times", "∗": "times",
    "÷": "divided by", "/": "over", "per": "per", "mod": "mod", "∘": "composed with", "∙": "times", "∪": "union",
    "∩": "intersection", "∖": "minus the set", "⊕": "direct sum", "⊖": "circled minus", "⊗": "tensor",
    "⊙": "circle dot", "∨": "or", "∧": "and", "⊎": "disjoint union", "⋆": "star",
}  # fmt: skip
SIGNS = {
    **OPERATORS, **RELATIONS, "/": "slash", "∞": "infinity", "…": "dot dot dot", "⋯": "dot dot dot",
    "⋮": "vertical dots", "⋱": "diagonal dots", "∂": "partial", "∇": "del", "∅": "the empty set", "ℵ": "aleph",
    "∀": "for all", "∃": "there exists", "∄": "there does not exist", "¬": "not", "∠": "angle", "∡": "angle",
    "∢": "angle", "△": "triangle", "▽": "nabla", "□": "square", "◯": "circle", "■": "black square", "★": "star",
    "◇": "diamond", "⋄": "diamond", "%": "percent", "$": "dollars", "#": "number", "&": "and", "°": "degrees",
    "′": "prime", "!": "factorial", "?": "question mark", "ℓ": "ell", "ℏ": "h bar", "ℜ": "real part",
    "ℑ": "imaginary part", "✓": "check mark", "⊤": "top", "(": "open parenthesis", ")": "close parenthesis",
    "[": "open bracket", "]": "close bracket", "{": "open brace", "}": "close brace", "⌊": "open floor",
    "⌋": "close floor", "⌈": "open ceiling", "⌉": "close ceiling", "⟨": "open angle bracket",
    "⟩": "close angle bracket", "|": "vertical bar", "∣": "vertical bar", "‖": "double bar", "£": "pounds",
    "€": "euros", "ı": "i", "ȷ": "j", "‡": "double dagger", "†": "dagger", "∴": "therefore", "Å": "angstrom",
    "_": "blank", ":": "to", "♠": "spades", "♡": "hearts", "♢": "diamonds", "♣": "clubs", "∁": "the complement of",
    "℘": "p",
}  # fmt: skip
POSTFIXES = {"!": "factorial", "%": "percent", "°": "degrees", "′": "prime", "$": "dollars"}
UNITS = {
    "cm": "centimeters", "mm": "millimeters", "km": "kilometers", "m": "meters", "kg": "kilograms", "g": "grams",
    "ft": "feet", "mi": "miles", "lb": "pounds", "oz": "ounces", "mL": "milliliters", "L": "liters", "hr": "hours",
    "mph": "miles per hour", "sec": "seconds", "rad": "radians",
}  # fmt: skip
GREEK = {
    **{letter: name.removeprefix("var") for name, letter in SMALL_GREEK.items()},
    **{letter: f"capital {name.lower()}" for name, letter in LARGE_GREEK.items()},
}
NAMES = {
    "sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant",
    "cosec": "cosecant", "arcsin": "arc sine", "arccos": "arc cosine", "arctan": "arc tangent",
    "arccot": "arc cotangent", "sinh": "hyperbolic sine", "cosh": "hyperbolic cosine", "tanh": "hyperbolic tangent",
    "coth": "hyperbolic cotangent", "ln": "natural log", "log": "log", "lg": "log", "exp": "the exponential",
    "det": "the determinant", "dim": "the dimension", "ker": "the kernel", "gcd": "the greatest common divisor",
    "lcm": "the least common multiple", "deg": "the degree", "arg": "the argument", "max": "the maximum",
    "min": "the minimum", "sup": "the supremum", "inf": "the infimum", "lim": "the limit",
    "lim sup": "the limit superior", "lim inf": "the limit inferior", "Pr": "the probability", "tg": "tangent",
    "ctg": "cotangent", "sgn": "the sign", "rank": "the rank", "tr": "the trace", "mod": "mod",
    "argmax": "the argument of the maximum", "argmin": "the argument of the minimum",
}  # fmt: skip
WITHOUT_OF = frozenset(
    ("sin", "cos", "tan", "cot", "sec", "csc", "cosec", "arcsin", "arccos", "arctan", "arccot", "tg", "ctg", "ln")
)
LARGE = {
    "∑": "the sum", "∏": "the product", "∐": "the coproduct", "∫": "the integral", "∬": "the double integral",
    "∭": "the triple integral", "∮": "the contour integral", "∯": "the surface integral", "⋃": "the union",
    "⋂": "the intersection", "⋁": "the disjunction", "⋀": "the conjunction", "⨁": "the direct sum",
    "⨂": "the tensor product",
}  # fmt: skip
SETS = {
    "N": "the natural numbers", "Z": "the integers", "Q": "the rational numbers", "R": "the real numbers",
    "C": "the complex numbers",
}  # fmt: skip
MARKS_AFTER = {
    Mark.HAT: "hat", Mark.WIDE_HAT: "hat", Mark.TILDE: "tilde", Mark.WIDE_TILDE: "tilde", Mark.BAR: "bar",
    Mark.OVERLINE: "bar", Mark.DOT: "dot", Mark.TWO_DOTS: "double dot", Mark.THREE_DOTS: "triple dot",
    Mark.ACUTE: "acute", Mark.GRAVE: "grave", Mark.BREVE: "breve", Mark.CHECK: "check", Mark.RING: "ring",
}  # fmt: skip
MARKS_BEFORE = {
    Mark.ARROW: "vector", Mark.LONG_ARROW: "vector", Mark.LONG_LEFT_ARROW: "left arrow over",
    Mark.LONG_TWO_WAY_ARROW: "line", Mark.ARC: "arc", Mark.CANCELLED: "crossed out", Mark.CANCELLED_BACK: "crossed out",
    Mark.CROSSED_OUT: "crossed out", Mark.BOXED: "boxed answer", Mark.NEGATED: "not", Mark.BRACE_ABOVE: "braced",
    Mark.BRACE_BELOW: "braced", Mark.UNDERLINE: "underlined",
}  # fmt: skip
SCRIPT_FACES = {
    "bold": "bold", "bold_italic": "bold", "double_struck": "double-struck", "calligraphic": "script",
    "script": "script", "fraktur": "fraktur", "sans": "sans", "monospace": "monospace",
}  # fmt: skip
_PARTS = (
    "half", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_ORDINALS = {"4": "fourth", "5": "fifth", "6": "sixth", "7": "seventh", "8": "eighth", "9": "ninth", "10": "tenth"}
_LARGEST_NAMED = 20


def common_fraction(top: str, bottom: str) -> str:
    """`one half`, `3 fourths`; empty where it is better said with "over"."""
    if not (top.isdigit() and bottom.isdigit()) or len(bottom) > 2 or len(top) > 2:  # noqa: PLR2004 - two digits
        return ""
    part = int(bottom) - 2
    if not 0 <= part < len(_PARTS) or not 0 < int(top) <= _LARGEST_NAMED:
        return ""
    if int(top) == 1:
        return f"one {_PARTS[part]}"
    return f"{int(top)} {'halves' if part == 0 else _PARTS[part] + 's'}"


def ordinal(text: str) -> str:
    """`fourth`, `21st`, `n-th`."""
    if text in _ORDINALS:
        return _ORDINALS[text]
    if text.isdigit():
        ending = "th" if text[-2:] in ("11", "12", "13") else {"1": "st", "2": "nd", "3": "rd"}.get(text[-1], "th")
        return text + ending
    return f"{text}-th"
