"""A number put into statements, to see whether a set of solutions is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.real_set import samples
from maths.families.terms import equals, name, substitute
from maths.families.write import formula, listed, tree
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.families.equations.real_set import RealSet
    from maths.tree import Relation


def trial(relations: Sequence[Relation], sets: Sequence[RealSet], found: RealSet, unknown: str) -> Message:
    """One number of `found` with the statements it makes true; where there is none, a number with those it does not.

    `sets` are the solutions of each of the `relations`.
    """
    tried = [*(found.points or ()), *samples(found)]
    value = next((one for one in tried if found.has(one)), tried[0])
    inside = found.has(value)
    told = [relation for relation, one in zip(relations, sets, strict=True) if one.has(value) is inside]
    put = listed(formula(substitute(relation, unknown, tree(value))) for relation in told)
    point = formula(equals(name(unknown), tree(value)))
    if inside:
        return Message("A trial with {point}, which belongs to the answer: {put}, and that is true.",
                       point=point, put=put)  # fmt: skip
    return Message("A trial with {point}: {put}, and that is false, as it should be.", point=point, put=put)
