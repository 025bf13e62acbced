"""The vocabulary of formulas: which words and LaTeX commands mean what. Imports no SymPy."""

from __future__ import annotations

# Known functions: how many arguments each takes. A word that is none of these never becomes a call.
FUNCTIONS: dict[str, tuple[int, int]] = {
    "sin": (1, 1), "cos": (1, 1), "tan": (1, 1), "cot": (1, 1), "sec": (1, 1), "csc": (1, 1),
    "asin": (1, 1), "acos": (1, 1), "atan": (1, 1), "acot": (1, 1), "asec": (1, 1), "acsc": (1, 1),
    "sinh": (1, 1), "cosh": (1, 1), "tanh": (1, 1), "coth": (1, 1), "sech": (1, 1), "csch": (1, 1),
    "asinh": (1, 1), "acosh": (1, 1), "atanh": (1, 1),
    "exp": (1, 1), "ln": (1, 1), "log": (1, 2), "sqrt": (1, 1), "root": (2, 2), "abs": (1, 1), "norm": (1, 1),
    "floor": (1, 1), "ceil": (1, 1), "sign": (1, 1), "min": (1, 40), "max": (1, 40), "gcd": (1, 40), "lcm": (1, 40),
    "mod": (2, 2), "binomial": (2, 2), "permutations": (2, 2), "gamma": (1, 1), "doublefactorial": (1, 1),
    "re": (1, 1), "im": (1, 1), "conj": (1, 1), "arg": (1, 1),
    "det": (1, 1), "trace": (1, 1), "transpose": (1, 1), "inverse": (1, 1), "rank": (1, 1),
}  # fmt: skip

ALIASES: dict[str, str] = {
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arccot": "acot", "arcsec": "asec", "arccsc": "acsc",
    "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh", "arsinh": "asinh", "arcosh": "acosh", "artanh": "atanh",
    "tg": "tan", "ctg": "cot", "cotan": "cot", "cosec": "csc", "arctg": "atan", "sgn": "sign", "ceiling": "ceil",
    "Abs": "abs", "lg": "log10", "log2": "log2", "log10": "log10", "nCr": "binomial", "nPr": "permutations",
    "choose": "binomial", "factorial": "factorial", "cbrt": "cbrt", "tr": "trace", "Re": "re", "Im": "im",
    "conjugate": "conj", "lim": "lim", "limit": "limit", "integrate": "integrate", "int": "integrate", "diff": "diff",
    "derivative": "diff",
    "sum": "sum", "product": "product", "prod": "product", "Gamma": "gamma", "Γ": "gamma",
    "HCF": "gcd", "GCD": "gcd", "LCM": "lcm", "hcf": "gcd", "mod": "mod",
    "Sqrt": "sqrt", "Sin": "sin", "Cos": "cos", "Tan": "tan", "Log": "log", "Ln": "ln", "Exp": "exp",
}  # fmt: skip

# Words that read as functions where they stand in front of an argument.
FUNCTION_WORDS: dict[str, str] = {**{name: name for name in FUNCTIONS}, **ALIASES}
# These need brackets when typed as plain words, so that `arg`, `re`, `min` never swallow a neighbour.
BRACKETS_NEEDED = frozenset(
    {"re", "im", "arg", "conj", "min", "max", "gcd", "lcm", "mod", "binomial", "permutations", "root", "rank",
     "trace", "transpose", "inverse", "norm", "sign", "factorial", "integrate", "diff", "limit", "gamma",
     "doublefactorial", "sum", "product"}
)  # fmt: skip
INVERSES = {"sin": "asin", "cos": "acos", "tan": "atan", "cot": "acot", "sec": "asec", "csc": "acsc",
            "sinh": "asinh", "cosh": "acosh", "tanh": "atanh"}  # fmt: skip

GREEK: dict[str, str] = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi",
    "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip
GREEK_NAMES = frozenset(GREEK.values())
GREEK_WORDS = GREEK_NAMES - {"xi"}  # typed without a backslash, `xi` is x times i
GREEK_LETTERS = {name: letter for letter, name in GREEK.items()}
GREEK_COMMANDS = {
    **{name: name for name in GREEK_NAMES},
    "varepsilon": "epsilon",
    "vartheta": "theta",
    "varphi": "phi",
    "varrho": "rho",
    "varsigma": "sigma",
}

# A LaTeX command that is one of our symbols under another name.
COMMAND_SYMBOLS: dict[str, str] = {
    "cdot": "*", "times": "*", "ast": "*", "div": "/", "pm": "±", "mp": "∓", "le": "<=", "leq": "<=", "leqslant": "<=",
    "leqq": "<=", "ge": ">=", "geq": ">=", "geqslant": ">=", "geqq": ">=", "ne": "!=", "neq": "!=", "lt": "<",
    "gt": ">", "approx": "~", "simeq": "~", "to": "->", "rightarrow": "->", "longrightarrow": "->", "infty": "∞",
    "in": "∈", "cup": "∪", "cap": "∩", "setminus": "∖", "backslash": "∖", "emptyset": "∅", "varnothing": "∅",
    "circ": "°", "degree": "°", "%": "%", "prime": "'", "equiv": "≡", "int": "∫", "sum": "∑", "prod": "∏",
    "partial": "∂", "vert": "|", "lvert": "|", "rvert": "|", "mid": "|", "|": "‖", "Vert": "‖", "lVert": "‖",
    "rVert": "‖", "&": "&", "colon": ":", "ldots": "…", "cdots": "…", "dots": "…", "dotsc": "…", "dotsb": "…",
    "land": "&&", "lor": "||", "wedge": "&&", "vee": "||", "lnot": "¬", "bullet": "*",
    "Rightarrow": "=>", "implies": "=>", "iff": "<=>", "Leftrightarrow": "<=>", "_": "_", "#": "#", "$": "$",
}  # fmt: skip
OPENING_COMMANDS = {"lbrace": "\\{", "lfloor": "⌊", "lceil": "⌈", "lbrack": "[", "langle": "⟨"}
CLOSING_COMMANDS = {"rbrace": "\\}", "rfloor": "⌋", "rceil": "⌉", "rbrack": "]", "rangle": "⟩"}
# Commands that change the look, never the meaning.
IGNORED_COMMANDS = frozenset(
    {"left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
     "middle", "bigm", "Bigm", "rm", "bf", "it", "mathstrut", "strut", "scriptstyle", "hspace*", "nonumber", "notag"}
)  # fmt: skip
# Commands whose group is read as if the command were not there.
TRANSPARENT_COMMANDS = frozenset(
    {"boxed", "fbox", "mathbf", "boldsymbol", "bm", "mathit", "displaymath", "ensuremath", "bold", "pmb", "mathnormal",
     "underline", "mathop", "mathrel", "mathbin", "mathopen", "mathclose", "smash", "color"}
)  # fmt: skip
TEXT_COMMANDS = frozenset({"text", "mbox", "textbf", "textit", "textrm", "mathrm", "operatorname", "operatorname*",
                           "textnormal", "mathsf", "texttt", "emph", "hbox", "textsf"})  # fmt: skip
FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "rac"}) - {"rac"}
BINOMIALS = frozenset({"binom", "dbinom", "tbinom"})
MATRICES = {
    "matrix": "",
    "pmatrix": "",
    "bmatrix": "",
    "Bmatrix": "",
    "smallmatrix": "",
    "vmatrix": "det",
    "Vmatrix": "norm",
}
NUMBER_SETS = {"ℝ": "R", "ℤ": "Z", "ℕ": "N", "ℚ": "Q", "ℂ": "C"}

# Short English words that must never be read as a product of letters.
ENGLISH = frozenset(
    [
        "a",
        "an",
        "as",
        "at",
        "be",
        "by",
        "do",
        "for",
        "from",
        "get",
        "go",
        "has",
        "he",
        "his",
        "how",
        "if",
        "in",
        "is",
        "it",
        "its",
        "let",
        "me",
        "my",
        "no",
        "not",
        "of",
        "off",
        "on",
        "one",
        "our",
        "out",
        "per",
        "put",
        "so",
        "than",
        "that",
        "the",
        "then",
        "they",
        "this",
        "to",
        "two",
        "up",
        "us",
        "was",
        "we",
        "what",
        "when",
        "who",
        "why",
        "with",
        "yes",
        "you",
        "your",
        "all",
        "any",
        "are",
        "but",
        "can",
        "did",
        "each",
        "find",
        "give",
        "had",
        "her",
        "him",
        "into",
        "just",
        "like",
        "make",
        "more",
        "most",
        "much",
        "must",
        "new",
        "now",
        "old",
        "only",
        "over",
        "said",
        "same",
        "see",
        "she",
        "some",
        "such",
        "take",
        "them",
        "there",
        "these",
        "time",
        "too",
        "very",
        "want",
        "way",
        "well",
        "were",
        "will",
        "work",
        "also",
        "and",
        "or",
        "true",
        "false",
        "none",
        "null",
        "solve",
        "plus",
        "minus",
        "times",
        "over",
        "equals",
        "equal",
        "value",
        "answer",
        "mod",
        "div",
        "cm",
        "mm",
        "km",
        "kg",
        "hr",
        "min",
        "sec",
        "second",
        "seconds",
        "secant",
        "sector",
        "section",
        "sine",
        "since",
        "single",
        "sing",
        "sink",
        "sinks",
        "cosine",
        "tangent",
        "cotangent",
        "expand",
        "expect",
        "expert",
        "login",
        "logic",
        "pies",
        "pin",
        "pint",
        "pints",
        "pick",
        "pig",
        "pigs",
        "pipe",
        "pipes",
        "pile",
        "piles",
        "piece",
        "pieces",
        "pink",
        "tank",
        "tanks",
        "tang",
        "pie",
    ]
) - {"a", "do", "mod", "min", "sec", "so"}
