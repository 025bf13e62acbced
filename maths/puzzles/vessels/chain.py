"""Why it takes so many steps, and the way back from the wanted amount to the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message, counted
from maths.puzzles.puzzle import Link
from maths.puzzles.vessels.pouring import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.vessels.pouring import Contents, Jugs, Shortest, Step


def links(jugs: Jugs, way: Shortest) -> tuple[Link, ...]:
    """What each step can bring that is new; then each content from the only one before it."""
    names = ", ".join(NAMES[: len(jugs.sizes)])
    said = [Link(_new(names, count, layer)) for count, layer in enumerate(way.layers) if count]
    said.append(
        Link(
            Message(
                "{wanted} litres first stand in a jug after step {count}, in {contents}: no plan is shorter.",
                wanted=jugs.wanted,
                count=len(way.plan),
                contents=shown(way.contents[-1]),
            )
        )
    )
    said += [Link(_backwards(way, at)) for at in reversed(range(len(way.plan)))]
    total = _total(jugs, way.plan)
    if total is not None:
        said.append(Link(total))
    lines = tuple(
        Message("{step}: {contents}", step=told(step), contents=shown(then))
        for step, then in zip(way.plan, way.contents[1:], strict=True)
    )
    said.append(Link(counted("So {count} step:", "So {count} steps:", len(way.plan)), lines))
    return tuple(said)


def _new(names: str, count: int, layer: Sequence[Contents]) -> Message:
    contents = " ".join(map(shown, layer))
    if count == 1:
        return Message(
            "One step brings the jugs ({names}) to one of these contents: {contents}.", names=names, contents=contents
        )
    return Message(
        "Step {count} can bring these and nothing else that is new: {contents}.", count=count, contents=contents
    )


def shown(contents: Contents) -> str:
    return f"({', '.join(map(str, contents))})"


def told(step: Step) -> Message:
    if step.source is None:
        return Message("fill {jug}", jug=NAMES[step.target or 0])
    if step.target is None:
        return Message("empty {jug}", jug=NAMES[step.source])
    return Message("pour {jug} into {other}", jug=NAMES[step.source], other=NAMES[step.target])


def _backwards(way: Shortest, at: int) -> Message:
    return Message(
        "{contents} after {count} comes only from {before}: {step}.",
        contents=shown(way.contents[at + 1]),
        count=at + 1,
        before=shown(way.contents[at]),
        step=told(way.plan[at]),
    )


def _total(jugs: Jugs, plan: Sequence[Step]) -> Message | None:
    """One jug filled several times, the other emptied: the sum that the plan is."""
    if not jugs.tap or any(jugs.start) or len(jugs.sizes) != 2:  # noqa: PLR2004 - two jugs
        return None
    filled = [sum(step == type(step)(None, jug) for step in plan) for jug in range(2)]
    emptied = [sum(step == type(step)(jug, None) for step in plan) for jug in range(2)]
    for jug, other in ((0, 1), (1, 0)):
        left = filled[jug] * jugs.sizes[jug] - emptied[other] * jugs.sizes[other]
        if filled[other] == emptied[jug] == 0 and left == jugs.wanted and emptied[other]:
            return Message(
                "Altogether {jug} is filled {filled} times and {other} emptied {emptied} times: {sum} = {wanted}.",
                jug=NAMES[jug],
                other=NAMES[other],
                filled=filled[jug],
                emptied=emptied[other],
                sum=f"{filled[jug]}·{jugs.sizes[jug]} - {emptied[other]}·{jugs.sizes[other]}",
                wanted=jugs.wanted,
            )
    return None
