"""Phrases of matrices, in English and Korean."""

from __future__ import annotations

_WHICH = "(the |a |an )?"
_SO = "도록 하는|게 하는|는"

MATRICES: dict[str, tuple[str, ...]] = {
    "TRANSPOSE": (f"{_WHICH}transposed?( matrix)?",),
    "TRACE": (f"{_WHICH}trace",),
    "RANK": (f"{_WHICH}rank",),
    "NULLITY": (f"{_WHICH}nullity", f"{_WHICH}dimension of the (kernel|null ?space)"),
    "KERNEL": (f"{_WHICH}basis (of|for) the (kernel|null ?space)",),
    "ECHELON": (
        f"{_WHICH}(row(-| )reduced echelon|reduced (row )?echelon|row(-| )reduced) form",
        f"{_WHICH}rref",
    ),
    "ROW_REDUCE": ("(row(-| )reduce|reduce to (reduced )?(row )?echelon form)",),
    "EIGENVECTORS": (
        "(the |all |all the )?(eigen ?values and (the )?(corresponding |associated )?)?eigen ?vectors",
        "(the )?eigen ?values and (the )?(corresponding |associated )?eigen ?vectors",
    ),
    "CHARACTERISTIC": (f"{_WHICH}characteristic polynomial",),
    "ADJUGATE": (f"{_WHICH}(adjugate|classical adjoint)( matrix)?",),
    "OF_MATRIX": (
        (
            "(of|for|to)( (the|this|a))?( (following|given))?( square)?( (2 ?(x|×|by) ?2|3 ?(x|×"
            "|by) ?3))?( matrix)?( [:])?"
        ),
    ),
    "MATRIX_IS": ("(is|be|becomes?) (singular|not invertible|non-?invertible)", "(does not have|has no) an? inverse"),
    "MATRIX_SINGULAR": ("(singular|not invertible|non-?invertible)",),
    "MATRIX_FOR_WHICH": (
        "for (what|which)( real)? (values?|numbers?) of( the (constant|parameter))?",
        "find( all| the)?( real)?( possible)?( values?| numbers?)?( of| for)?",
        "(find|determine) (the|all|all the)( possible)?( real)? (values?|numbers?)( of)?( the (constant|parameter))?",
    ),
    "MATRIX_SO_THAT": (
        "(so|such) that",
        "for which",
        "if",
        "is",
        "that (makes?|make)",
        "(does|do|will|would)",
        "when",
    ),
    "DETERMINANT_IS_ZERO": (
        "(has|have) (a )?(zero determinant|determinant (equal to )?(zero|0))",
        "(is|be|equals?|equal to|is equal to) (zero|0)",
        "= 0",
    ),
    "THE_DETERMINANT_OF": ("(the )?determinant (of|for)( (the|this))?( following)?( matrix)?",),
    "THE_MATRIX": ("(the|this|that) (following )?matrix", "matrix"),
    "ARE_THE_VECTORS": ("are( (the|these))?( following)?( vectors| columns)?",),
    "INDEPENDENT": ("linearly independent",),
    "DEPENDENT": ("linearly dependent",),
    # Korean
    "TRANSPOSE_KO": ("(의)? 전치 (행렬)?",),
    "TRACE_KO": ("(의)? (대각합|트레이스|자취)",),
    "RANK_KO": ("(의)? (랭크|계수|행렬의 계수)",),
    "NULLITY_KO": ("(의)? (영공간|핵)의 차원", "(의)? 퇴화차수"),
    "KERNEL_KO": ("(의)? (영공간|핵)의 기저",),
    "ECHELON_KO": ("(의)? (기약|축약|간약) 행 (사다리꼴|사다리꼴 형태|사다리꼴 행렬)",),
    "EIGENVECTORS_KO": ("(의)? (고유 ?값|고윳값) (과|와) 고유 ?벡터", "(의)? 고유 ?벡터"),
    "CHARACTERISTIC_KO": ("(의)? (특성|고유) 다항식",),
    "ADJUGATE_KO": ("(의)? (수반 행렬|딸림 행렬|고전적 수반 행렬)",),
    "SINGULAR_KO": (
        f"(의|이|가)? (역행렬을|역행렬이|역행렬) (가지지|갖지|존재하지) 않({_SO})",
        f"(의)? 행렬식 (이|의 값이)? 0 (이|가)? (되({_SO})|인)",
    ),
    "INDEPENDENT_KO": (
        "(은|는|이|가)? 일차 ?독립 (인가요|입니까|인가|인지|일까요|이냐)",
        "(은|는|이|가)? 선형 ?독립 (인가요|입니까|인가|인지|일까요)",
    ),
    "DEPENDENT_KO": ("(은|는|이|가)? (일차|선형) ?종속 (인가요|입니까|인가|인지|일까요)",),
    "TO_BRING_KO": ("(으)?로 (변형|변환|정리) (하시오|하세요|하십시오|하라|해 주세요)",),
    "THE_VECTORS_KO": ("(두|세|네|다음|이)? (의)? (벡터|열벡터)",),
}
