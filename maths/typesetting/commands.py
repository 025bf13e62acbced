r"""The LaTeX commands that are set, as data: a command that is in none of these tables is refused by its name.

Nothing here is guessed from a command's letters, and no command reads a file, defines another or measures a page.
"""

from __future__ import annotations

from maths.typesetting.tree import Font, Kind, Layout, Mark, Size


def _pairs(text: str) -> dict[str, str]:
    """`"alpha α beta β"` as a dictionary."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SMALL_GREEK = _pairs(
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ "
    "lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ "
    "chi χ psi ψ omega ω digamma ϝ"
)
LARGE_GREEK = _pairs(
    "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ "
    "Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ"
)
SLANTED_GREEK = {
    f"var{name}": LARGE_GREEK[name]
    for name in ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"]
}

ORDINARY = _pairs(
    "infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ hslash ℏ imath ı jmath ȷ aleph ℵ beth ℶ gimel ℷ wp ℘ Re ℜ Im ℑ mho ℧ eth ð "
    "emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ measuredangle ∡ "
    "sphericalangle ∢ triangle △ vartriangle △ triangledown ▽ blacktriangle ▲ square □ Box □ blacksquare ■ Diamond ◇ "
    "lozenge ◊ blacklozenge ⧫ bigstar ★ star ⋆ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠ sharp ♯ flat ♭ "
    "natural ♮ prime ′ backprime ‵ degree ° checkmark ✓ maltese ✠ dagger † ddagger ‡ S § P ¶ "
    "copyright © pounds £ yen ¥ "
    "euro € AA Å aa å O Ø o ø ss ß ae æ AE Æ complement ∁ surd √ backslash \\ hdots … ldots … dots … dotsc … dotso … "
    "cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰ % % $ $ # # & & _ _ textbackslash \\ "
    "textdegree ° lq ‘ rq ’ vert | Vert ‖ | ‖ slash /"
)
OPERATORS = _pairs(
    "pm ± mp ∓ times × div ÷ cdot ⋅ centerdot ⋅ ast ∗ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ "
    "wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ amalg ⨿ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ "
    "diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◁ triangleright ▷ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxminus ⊟ "
    "boxtimes ⊠ boxdot ⊡ barwedge ⊼ veebar ⊻ curlyvee ⋎ curlywedge ⋏ dotplus ∔ divideontimes ⋇"
)
RELATIONS = _pairs(
    "le ≤ leq ≤ leqslant ⩽ leqq ≦ ge ≥ geq ≥ geqslant ⩾ geqq ≧ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ nless ≮ "
    "ngtr ≯ nleq ≰ ngeq ≱ lneq ⪇ gneq ⪈ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ approx ≈ approxeq ≊ sim ∼ thicksim ∼ "
    "thickapprox ≈ nsim ≁ simeq ≃ cong ≅ ncong ≇ "
    "equiv ≡ propto ∝ varpropto ∝ doteq ≐ doteqdot ≑ fallingdotseq ≒ risingdotseq ≓ triangleq ≜ coloneqq ≔ asymp ≍ "
    "bumpeq ≏ "
    "in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋ "
    "subsetneqq ⫋ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ prec ≺ succ ≻ preceq ⪯ succeq ⪰ "
    "mid ∣ nmid ∤ divides ∣ shortmid ∣ parallel ∥ shortparallel ∥ nparallel ∦ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ "
    "nvdash ⊬ Vdash ⊩ bowtie ⋈ Join ⋈ "
    "smile ⌣ frown ⌢ between ≬ pitchfork ⋔ therefore ∴ because ∵ trianglelefteq ⊴ trianglerighteq ⊵ colon : "
    "vcentcolon : "
    "to → rightarrow → longrightarrow ⟶ leftarrow ← longleftarrow ⟵ gets ← leftrightarrow ↔ longleftrightarrow ⟷ "
    "Rightarrow ⇒ Longrightarrow ⟹ implies ⟹ Leftarrow ⇐ Longleftarrow ⟸ impliedby ⟸ Leftrightarrow ⇔ "
    "Longleftrightarrow ⟺ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ "
    "Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ "
    "rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightleftarrows ⇄ "
    "leftrightarrows ⇆ rightrightarrows ⇉ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftrightarrow ⇎ leadsto ⇝ "
    "rightsquigarrow ⇝ twoheadrightarrow ↠ rightarrowtail ↣ curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻ "
    "circlearrowleft ↺ dashrightarrow ⇢ multimap ⊸"
)
OPENING = _pairs(
    "{ { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ ulcorner ⌜ llcorner ⌞ lgroup ⟮"
)
CLOSING = _pairs(
    "} } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ urcorner ⌝ lrcorner ⌟ rgroup ⟯"
)
PUNCTUATION = {"ldotp": ".", "cdotp": "⋅"}
TYPED_KINDS = {
    "+": Kind.OPERATOR, "-": Kind.OPERATOR, "*": Kind.OPERATOR, "=": Kind.RELATION, "<": Kind.RELATION,
    ">": Kind.RELATION, ":": Kind.RELATION, "(": Kind.OPENING, "[": Kind.OPENING, ")": Kind.CLOSING, "]": Kind.CLOSING,
    "!": Kind.CLOSING, "?": Kind.CLOSING, ",": Kind.PUNCTUATION, ";": Kind.PUNCTUATION,
}  # fmt: skip
TYPED = {"-": "−", "*": "∗", "'": "′", "`": "‘", '"': "”", "−": "−", "–": "−", "·": "⋅", "∙": "⋅", "\u00a0": " "}

# LaTeX's own signs, by name: what each is drawn as and does beside its neighbours.
SIGNS: dict[str, tuple[str, Kind]] = {
    **{name: (sign, Kind.ORDINARY) for name, sign in ORDINARY.items()},
    **{name: (sign, Kind.OPERATOR) for name, sign in OPERATORS.items()},
    **{name: (sign, Kind.RELATION) for name, sign in RELATIONS.items()},
    **{name: (sign, Kind.OPENING) for name, sign in OPENING.items()},
    **{name: (sign, Kind.CLOSING) for name, sign in CLOSING.items()},
    **{name: (sign, Kind.PUNCTUATION) for name, sign in PUNCTUATION.items()},
}
LETTERS: dict[str, tuple[str, Font]] = {
    **{name: (letter, Font.ITALIC) for name, letter in SMALL_GREEK.items()},
    **{name: (letter, Font.UPRIGHT) for name, letter in LARGE_GREEK.items()},
    **{name: (letter, Font.ITALIC) for name, letter in SLANTED_GREEK.items()},
}
# Signs typed as themselves, `≤` for `\le`.
KINDS: dict[str, Kind] = {**{sign: kind for sign, kind in SIGNS.values() if not sign.isascii()}, **TYPED_KINDS}

LARGE = _pairs(
    "sum ∑ prod ∏ coprod ∐ int ∫ intop ∫ smallint ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ "
    "bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ "
    "bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆"
)
NAMES = frozenset(
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
        "sech",
        "csch",
        "ln",
        "log",
        "lg",
        "exp",
        "dim",
        "ker",
        "deg",
        "arg",
        "hom",
        "tg",
        "ctg",
        "cosec",
        "sgn",
        "rank",
        "tr",
        "lcm",
        "ord",
        "erf",
        "arctg",
    ]
)
NAMES_WITH_LIMITS = {
    **{name: name for name in ["lim", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin"]},
    "limsup": "lim sup",
    "liminf": "lim inf",
    "injlim": "inj lim",
    "projlim": "proj lim",
}
NEGATED = dict(
    zip(
        "=<>≤≥⩽⩾∈∋≡≅∼≃≈⊂⊃⊆⊇∣|∥→←⇒⇔∃≺≻⪯⪰",
        "≠≮≯≰≱≰≱∉∌≢≇≁≄≉⊄⊅⊈⊉∤∤∦↛↚⇏⇎∄⊀⊁⋠⋡",
        strict=True,
    )
)

SPACES: dict[str, float] = {
    ",": 3 / 18, "thinspace": 3 / 18, ":": 4 / 18, ">": 4 / 18, "medspace": 4 / 18, ";": 5 / 18, "thickspace": 5 / 18,
    "!": -3 / 18, "negthinspace": -3 / 18, "negmedspace": -4 / 18, "negthickspace": -5 / 18, " ": 1 / 4, "space": 1 / 4,
    "nobreakspace": 1 / 4, "enspace": 1 / 2, "enskip": 1 / 2, "quad": 1.0, "qquad": 2.0, "hfill": 1.0, "hfil": 1.0,
    "\n": 1 / 4, "\t": 1 / 4,
}  # fmt: skip
LENGTHS: dict[str, float] = {
    "em": 1.0, "ex": 0.43, "mu": 1 / 18, "pt": 0.1, "bp": 0.1, "px": 0.1, "mm": 0.28, "cm": 2.8, "in": 7.2, "pc": 1.2,
}  # fmt: skip

# Before a group, a face; as a declaration, the face of the rest of the group.
FONTS: dict[str, Font] = {
    "mathrm": Font.UPRIGHT, "mathup": Font.UPRIGHT, "rm": Font.UPRIGHT, "mathbf": Font.BOLD, "bold": Font.BOLD,
    "bf": Font.BOLD, "boldsymbol": Font.BOLD_ITALIC, "bm": Font.BOLD_ITALIC, "pmb": Font.BOLD_ITALIC,
    "boldmath": Font.BOLD_ITALIC, "mathit": Font.ITALIC, "mathnormal": Font.ITALIC, "it": Font.ITALIC,
    "mathbb": Font.DOUBLE_STRUCK, "Bbb": Font.DOUBLE_STRUCK, "mathds": Font.DOUBLE_STRUCK, "mathcal": Font.CALLIGRAPHIC,
    "cal": Font.CALLIGRAPHIC, "mathscr": Font.SCRIPT, "mathfrak": Font.FRAKTUR, "frak": Font.FRAKTUR,
    "mathsf": Font.SANS, "sf": Font.SANS, "mathtt": Font.MONOSPACE, "tt": Font.MONOSPACE,
}  # fmt: skip
DECLARED_FONTS = frozenset({"rm", "bf", "it", "cal", "sf", "tt", "boldmath"})
TEXTS: dict[str, Font] = {
    **dict.fromkeys(("text", "mbox", "hbox", "intertext"), Font.UPRIGHT),
    **dict.fromkeys(("textrm", "textnormal", "textup", "textmd", "textsc"), Font.UPRIGHT),
    **dict.fromkeys(("textit", "emph", "textsl"), Font.ITALIC),
    "textbf": Font.BOLD,
    "textsf": Font.SANS,
    "texttt": Font.MONOSPACE,
}

FRACTIONS: dict[str, Size] = {
    "frac": Size.AS_IS, "dfrac": Size.DISPLAY, "tfrac": Size.TEXT, "cfrac": Size.DISPLAY, "nicefrac": Size.AS_IS,
    "sfrac": Size.AS_IS,
}  # fmt: skip
BINOMIALS: dict[str, Size] = {"binom": Size.AS_IS, "dbinom": Size.DISPLAY, "tbinom": Size.TEXT}
INFIXES = frozenset({"over", "choose", "atop", "brack", "brace"})
STYLES: dict[str, Size] = {
    "displaystyle": Size.DISPLAY, "textstyle": Size.TEXT, "scriptstyle": Size.SCRIPT,
    "scriptscriptstyle": Size.SMALLEST_SCRIPT,
}  # fmt: skip

MARKS: dict[str, Mark] = {
    "hat": Mark.HAT, "widehat": Mark.WIDE_HAT, "tilde": Mark.TILDE, "widetilde": Mark.WIDE_TILDE, "bar": Mark.BAR,
    "overline": Mark.OVERLINE, "underline": Mark.UNDERLINE, "underbar": Mark.UNDERLINE, "vec": Mark.ARROW,
    "overrightarrow": Mark.LONG_ARROW, "overleftarrow": Mark.LONG_LEFT_ARROW,
    "overleftrightarrow": Mark.LONG_TWO_WAY_ARROW, "dot": Mark.DOT, "ddot": Mark.TWO_DOTS, "dddot": Mark.THREE_DOTS,
    "acute": Mark.ACUTE, "grave": Mark.GRAVE, "breve": Mark.BREVE, "check": Mark.CHECK, "mathring": Mark.RING,
    "overarc": Mark.ARC, "wideparen": Mark.ARC, "overparen": Mark.ARC, "overbrace": Mark.BRACE_ABOVE,
    "underbrace": Mark.BRACE_BELOW, "cancel": Mark.CANCELLED, "bcancel": Mark.CANCELLED_BACK,
    "xcancel": Mark.CROSSED_OUT, "sout": Mark.CANCELLED, "boxed": Mark.BOXED, "phantom": Mark.INVISIBLE,
    "hphantom": Mark.INVISIBLE,
}  # fmt: skip
BRACES = frozenset({Mark.BRACE_ABOVE, Mark.BRACE_BELOW})
ARROWS = _pairs(
    "xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔ xmapsto ↦ xlongequal ="
)
SCALES: dict[str, float] = {
    f"{name}{side}": scale
    for name, scale in (("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0))
    for side in ("", "l", "r", "m")
}
# Groups whose own command is not needed to set them.
TRANSPARENT = frozenset(
    [
        "mathord",
        "mathopen",
        "mathclose",
        "mathpunct",
        "mathinner",
        "mathrel",
        "mathbin",
        "ensuremath",
        "smash",
        "vcenter",
        "llap",
        "rlap",
        "clap",
        "mathllap",
        "mathrlap",
        "mathclap",
    ]
)
# Commands that say nothing to a reader, with how many groups they take along.
_SILENT_ALONE = (
    "nonumber notag mathstrut strut relax null protect centering noindent par smallskip medskip bigskip allowbreak "
    "nobreak displaylimits limits nolimits unboldmath normalsize small large Large LARGE huge Huge footnotesize "
    "scriptsize tiny normalfont itshape bfseries rmfamily hfilneg nolinebreak linebreak newline break pagebreak"
)
SILENT: dict[str, int] = {
    **dict.fromkeys(_SILENT_ALONE.split(), 0),
    **dict.fromkeys(("label", "vspace", "vphantom", "ref", "eqref"), 1),
}
COLOURS = frozenset(
    [
        "red",
        "green",
        "blue",
        "orange",
        "purple",
        "violet",
        "teal",
        "cyan",
        "magenta",
        "brown",
        "gray",
        "grey",
        "black",
        "white",
        "pink",
        "yellow",
        "olive",
        "lime",
        "maroon",
        "navy",
        "crimson",
    ]
)

# Environments: layout, fences.
GRIDS: dict[str, tuple[Layout, str, str]] = {
    "matrix": (Layout.MATRIX, "", ""), "smallmatrix": (Layout.MATRIX, "", ""), "pmatrix": (Layout.MATRIX, "(", ")"),
    "bmatrix": (Layout.MATRIX, "[", "]"), "Bmatrix": (Layout.MATRIX, "{", "}"), "vmatrix": (Layout.MATRIX, "|", "|"),
    "Vmatrix": (Layout.MATRIX, "‖", "‖"), "cases": (Layout.CASES, "{", ""), "dcases": (Layout.CASES, "{", ""),
    "rcases": (Layout.CASES, "", "}"), "align": (Layout.ALIGNED, "", ""), "aligned": (Layout.ALIGNED, "", ""),
    "alignat": (Layout.ALIGNED, "", ""), "alignedat": (Layout.ALIGNED, "", ""), "flalign": (Layout.ALIGNED, "", ""),
    "split": (Layout.ALIGNED, "", ""), "eqnarray": (Layout.ALIGNED, "", ""), "gather": (Layout.GATHERED, "", ""),
    "gathered": (Layout.GATHERED, "", ""), "multline": (Layout.GATHERED, "", ""), "array": (Layout.TABLE, "", ""),
    "subarray": (Layout.GATHERED, "", ""), "tabular": (Layout.TABLE, "", ""),
    "darray": (Layout.TABLE, "", ""),
}  # fmt: skip
WITH_COLUMNS = frozenset({"array", "tabular", "subarray", "darray"})
WITH_COUNT = frozenset({"alignat", "alignedat"})
WRAPPERS = frozenset({"equation", "displaymath", "math", "center"})
