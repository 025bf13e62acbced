"""LaTeX commands as Unicode signs. Imports nothing heavy: the bot process loads it."""

from __future__ import annotations

from maths.reading.notation import GREEK_LETTERS

LETTERS: dict[str, str] = {
    **GREEK_LETTERS,
    "varepsilon": "ε", "vartheta": "θ", "varphi": "φ", "varrho": "ρ", "varsigma": "ς", "epsilon": "ε", "ell": "ℓ",
    "hbar": "ℏ", "imath": "i", "jmath": "j", "infty": "∞", "emptyset": "∅", "varnothing": "∅", "aleph": "ℵ",
    "partial": "∂", "nabla": "∇", "Re": "Re", "Im": "Im", "degree": "°", "circ": "∘", "prime": "′", "angle": "∠",
    "triangle": "△", "square": "□", "Box": "□", "blacksquare": "■", "star": "★", "AA": "Å", "forall": "∀",
    "exists": "∃", "top": "⊤", "bot": "⊥", "dagger": "†", "checkmark": "✓", "pounds": "£", "S": "§", "diamond": "◇",
    "ldots": "…", "dots": "…", "cdots": "⋯", "dotsc": "…", "dotsb": "⋯", "dotsm": "⋯", "vdots": "⋮", "ddots": "⋱",
}  # fmt: skip
OPERATORS: dict[str, str] = {
    "pm": "±", "mp": "∓", "times": "×", "div": "÷", "cup": "∪", "cap": "∩", "setminus": "∖", "wedge": "∧", "vee": "∨",
    "land": "∧", "lor": "∨", "oplus": "⊕", "otimes": "⊗", "odot": "⊙", "bmod": "mod", "mod": "mod", "triangleq": "≜",
}  # fmt: skip
TIGHT: dict[str, str] = {"cdot": "·", "ast": "·", "bullet": "•", "colon": ":", "slash": "/"}
RELATIONS: dict[str, str] = {
    "le": "≤", "leq": "≤", "leqslant": "≤", "leqq": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "geqq": "≥",
    "ne": "≠", "neq": "≠", "lt": "<", "gt": ">", "approx": "≈", "equiv": "≡", "cong": "≅", "sim": "~", "simeq": "≃",
    "propto": "∝", "ll": "≪", "gg": "≫", "to": "→", "rightarrow": "→", "longrightarrow": "→", "leftarrow": "←",
    "gets": "←", "leftrightarrow": "↔", "Rightarrow": "⇒", "implies": "⇒", "Longrightarrow": "⇒", "Leftarrow": "⇐",
    "iff": "⇔", "Leftrightarrow": "⇔", "Longleftrightarrow": "⇔", "mapsto": "↦", "uparrow": "↑", "downarrow": "↓",
    "nearrow": "↗", "searrow": "↘", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃",
    "supseteq": "⊇", "nsubseteq": "⊈", "mid": "|", "nmid": "∤", "parallel": "∥", "perp": "⊥", "prec": "≺", "succ": "≻",
    "therefore": "∴", "because": "∵", "doteq": "≐", "models": "⊨", "vdash": "⊢", "hookrightarrow": "↪",
}  # fmt: skip
NEGATED = {
    "=": "≠",
    "<": "≮",
    ">": "≯",
    "≤": "≰",
    "≥": "≱",
    "∈": "∉",
    "≡": "≢",
    "⊂": "⊄",
    "⊆": "⊈",
    "|": "∤",
    "∥": "∦",
    "~": "≁",
}
LARGE: dict[str, str] = {
    "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮", "sum": "∑", "prod": "∏", "bigcup": "⋃", "bigcap": "⋂",
    "lim": "lim", "limsup": "lim sup", "liminf": "lim inf", "max": "max", "min": "min", "sup": "sup", "inf": "inf",
}  # fmt: skip
FUNCTION_NAMES = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "arctan",
        "arccot",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "ln",
        "log",
        "lg",
        "exp",
        "det",
        "dim",
        "ker",
        "gcd",
        "lcm",
        "deg",
        "arg",
        "hom",
        "Pr",
        "tg",
        "ctg",
        "sgn",
        "rank",
        "tr",
    ]
)
DELIMITERS: dict[str, tuple[str, bool]] = {
    "{": ("{", True), "}": ("}", False), "lbrace": ("{", True), "rbrace": ("}", False), "lfloor": ("⌊", True),
    "rfloor": ("⌋", False), "lceil": ("⌈", True), "rceil": ("⌉", False), "langle": ("⟨", True), "rangle": ("⟩", False),
    "lbrack": ("[", True), "rbrack": ("]", False),
}  # fmt: skip
BARS = {"vert": "|", "lvert": "|", "rvert": "|", "|": "‖", "Vert": "‖", "lVert": "‖", "rVert": "‖"}
SPACES = frozenset(
    {
        ",",
        ";",
        ":",
        " ",
        "quad",
        "qquad",
        "enspace",
        "thinspace",
        "medspace",
        "thickspace",
        ">",
        "space",
        "hfill",
        "newline",
    }
)
SILENT = frozenset(
    [
        "left",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "bigr",
        "Bigl",
        "Bigr",
        "biggl",
        "biggr",
        "Biggl",
        "Biggr",
        "middle",
        "bigm",
        "Bigm",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "scriptscriptstyle",
        "limits",
        "nolimits",
        "nonumber",
        "notag",
        "hline",
        "rm",
        "bf",
        "it",
        "cal",
        "sf",
        "tt",
        "!",
        "mathstrut",
        "strut",
        "centering",
        "noindent",
        "protect",
        "relax",
        "null",
        "boldmath",
        "unboldmath",
        "par",
        "smallskip",
        "medskip",
        "bigskip",
        "allowbreak",
        "nobreak",
    ]
)
# Commands whose first group is not shown at all.
DROPPED = frozenset(
    {
        "label",
        "color",
        "hspace",
        "vspace",
        "phantom",
        "hphantom",
        "vphantom",
        "cline",
        "renewcommand",
        "textcolor",
        "kern",
    }
)
# Commands that show their group as it is.
SHOWN = frozenset(
    [
        "boxed",
        "fbox",
        "mathbf",
        "boldsymbol",
        "bm",
        "mathrm",
        "mathit",
        "mathsf",
        "mathtt",
        "bold",
        "pmb",
        "operatorname",
        "mathop",
        "mathbin",
        "mathrel",
        "mathord",
        "ensuremath",
        "cancel",
        "bcancel",
        "xcancel",
        "smash",
        "underline",
        "mathnormal",
        "displaylines",
        "substack",
        "mathopen",
        "mathclose",
        "underbrace",
        "overbrace",
        "mathcal",
        "mathscr",
        "mathfrak",
    ]
)
TEXTS = frozenset(["text", "mbox", "textbf", "textit", "textrm", "textnormal", "texttt", "textsf", "emph", "hbox"])
ACCENTS = {
    "bar": "\u0304",
    "vec": "\u20d7",
    "hat": "\u0302",
    "tilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
}
LONG_ACCENTS = {
    "overline": "\u0305",
    "widehat": "\u0302",
    "widetilde": "\u0303",
    "overrightarrow": "\u20d7",
    "overleftarrow": "\u20d6",
}
DOUBLE_STRUCK = dict(zip("CHNPQRZEF1", "ℂℍℕℙℚℝℤ𝔼𝔽𝟙", strict=True))
SUPERSCRIPTS = dict(zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
SUBSCRIPTS = dict(zip("0123456789+-aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
