"""How signs are written in a line of Unicode where that is not as they are set on a page.

Imports nothing heavy: the bot process loads it.
"""

from __future__ import annotations

from maths.typesetting.tree import Mark

# Signs that differ only in how they are drawn, by the one that everybody's keyboard and font knows.
PLAINER = {
    "−": "-", "⋅": "·", "∗": "·", "∙": "•", "⩽": "≤", "⩾": "≥", "≦": "≤", "≧": "≥", "∼": "~",
    "≁": "≁", "∣": "|", "⟂": "⊥", "⟶": "→", "⟵": "←", "⟷": "↔", "⟹": "⇒", "⟸": "⇐", "⟺": "⇔", "⟼": "↦", "ϵ": "ε",
    "ϑ": "θ", "ϕ": "φ", "ϱ": "ρ", "ı": "i", "ȷ": "j", "⋆": "★", "⋄": "◇", "ℜ": "Re", "ℑ": "Im", "ℎ": "h", "\\": "∖",
    "ℏ": "ℏ", "_": "＿", "∘": "∘",
}  # fmt: skip
TIGHT = frozenset("·•:/")
# Operators written without space around them, as names are.
NAMELIKE = frozenset("∘★◇△▽")
SIGNLIKE = frozenset('%$#&.!?′°@‘”“’`"＿')
LIMITING = frozenset(("lim", "lim sup", "lim inf", "max", "min", "sup", "inf", "argmax", "argmin"))
ACCENTS = {
    Mark.BAR: "\u0304", Mark.ARROW: "\u20d7", Mark.HAT: "\u0302", Mark.TILDE: "\u0303", Mark.DOT: "\u0307",
    Mark.TWO_DOTS: "\u0308", Mark.THREE_DOTS: "\u20db", Mark.CHECK: "\u030c", Mark.ACUTE: "\u0301",
    Mark.GRAVE: "\u0300", Mark.BREVE: "\u0306", Mark.RING: "\u030a",
}  # fmt: skip
LONG_ACCENTS = {
    Mark.OVERLINE: "\u0305", Mark.WIDE_HAT: "\u0302", Mark.WIDE_TILDE: "\u0303", Mark.LONG_ARROW: "\u20d7",
    Mark.LONG_LEFT_ARROW: "\u20d6", Mark.LONG_TWO_WAY_ARROW: "\u20e1", Mark.ARC: "\u0311",
}  # fmt: skip
ACCENT_NAMES = {Mark.ARROW: "vec", Mark.TWO_DOTS: "ddot", Mark.THREE_DOTS: "dddot"}
DOUBLE_STRUCK = dict(zip("CHNPQRZEF1", "ℂℍℕℙℚℝℤ𝔼𝔽𝟙", strict=True))
SUPERSCRIPTS = dict(zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
SUBSCRIPTS = dict(zip("0123456789+-aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
