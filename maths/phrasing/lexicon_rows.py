"""English phrases about rows of named people, letters and groups, and triangles of points."""

from __future__ import annotations

_STAND = "(stand|sit|be seated|be arranged|be lined up|line up|be placed|be put)"
_ROW = "(in (a|one) (row|line)|side by side|in a straight line)"
_ON_LINE = "on (a|one|the same)( straight)? line"
_NEAR = "(next to|beside|adjacent to|side by side with)"

ROWS: dict[str, tuple[str, ...]] = {
    "RE_HOW_MANY_WAYS_CAN": ("in how many( different)? ways can", "how many( different)? ways can"),
    "RE_LETTERS": ("the letters",),
    "RE_IN_A_ROW": (f"{_STAND} {_ROW}", "line up", "be lined up"),
    "RE_BE_ARRANGED": (f"be (arranged|ordered|written)( {_ROW})?",),
    "RE_IF": ("(,? *)?(if|so that|such that|when|provided that)",),
    "RE_TOGETHER": (
        "(must |have to |are to |should )?(all )?(always )?(stand|sit|be|stay|are) (all )?together",
        f"(must |have to |are to |should )?(all )?(stand|sit|be|are) {_NEAR} (each other|one another)",
    ),
    "RE_THE": ("(all )?(of )?the", "all"),
    "RE_NO_TWO": ("no (two|2)( of the)?",),
    "RE_APART": (
        f"(may |can |should )?(stand|sit|be|are|standing|sitting)( {_NEAR} (each other|one another)| together)",
        "are adjacent",
    ),
    "RE_HOW_MANY_TRIANGLES": ("how many( different| distinct)? triangles",),
    "RE_CAN_BE_MADE": (
        "can be (formed|drawn|made)( by (joining|connecting))?( from| with| using)?",
        "are formed by( joining| connecting)?",
        "can be (formed|drawn|made) (with|whose) vertices (among|at|from|chosen from)",
    ),
    "RE_POINTS_ON_CIRCLE": (
        "(different |distinct )?points on (a|the) circle",
        f"(different |distinct )?points,? (if )?no (three|3) of (which|them) (are|lie) (collinear|{_ON_LINE})",
        "(different |distinct )?points,? (if )?no (three|3) (are )?collinear",
    ),
}
