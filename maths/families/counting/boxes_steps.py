"""Things in boxes worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.counting import boxes_routes as routes
from maths.families.terms import equals, minus, number, plus, power
from maths.families.write import formula, passages
from maths.message import Message, counted
from maths.tree import Call
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node
    from maths.verdict import Passage


def teach(task: routes.Filling, found: int, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            Message("{things} things go into {boxes} boxes.", things=task.things, boxes=task.boxes),
            Message("The things are all different.")
            if task.things_differ
            else Message("The things look all the same."),
            Message("The boxes are all different.") if task.boxes_differ else Message("The boxes look all the same."),
            *([Message("No box stays empty.")] if task.nonempty else []),
        ],
        approach=[_approach(task, level)],
        steps=[*_cases(task, level), Message("Number of ways: {count}.", count=formula(_line(task, found)))],
        check=[Message("Listing how many things share a box, and weighting each list, gives {result} too.",
                       result=formula(number(found)))],
        conclusion=[Message("There are {count} ways.", count=formula(number(found)))],
    )  # fmt: skip


def _approach(task: routes.Filling, level: Level) -> Message:
    match task.things_differ, task.boxes_differ, task.nonempty:
        case True, True, True:
            plain = Message("Part the things into heaps, then give each heap a box of its own.")
            usual = Message("Count the partitions into heaps, and multiply by the orders of the boxes.")
            exact = Message(
                "Surjections: k! times the partitions into k parts, by Stirling's numbers of the second kind."
            )
        case True, True, False:
            plain = Message("Each thing chooses its box: multiply the possibilities.")
            usual = Message("Independent choices multiply (the product rule).")
            exact = Message("Maps of a k-set into an n-set: by the rule of product there are n^k.")
        case False, True, _:
            plain = Message("Put the things in a row and separate them with bars: the bars say which box begins where.")
            usual = Message("Choose the places of the bars among all places.")
            exact = Message("Stars and bars.")
        case True, False, _:
            plain = Message("Only who is together with whom counts. Look at each number of heaps.")
            usual = Message("Count the partitions into heaps, for each number of heaps.")
            exact = Message("Stirling's numbers of the second kind.")
        case _:
            plain = Message("Only how many are together counts: write the number of things as a sum.")
            usual = Message("Count the sums without regard to order, for each number of terms.")
            exact = Message("Partitions of an integer.")
    return {Level.BEGINNER: plain, Level.INTERMEDIATE: usual, Level.ADVANCED: exact}[level]


def _cases(task: routes.Filling, level: Level) -> list[Message]:
    if task.boxes_differ or level is Level.ADVANCED:
        return []
    heaps = [task.boxes] if task.nonempty else range(1, task.boxes + 1)
    count = routes.stirling if task.things_differ else routes.parted
    return [
        counted("With one box in use: {ways}.", "With {count} boxes in use: {ways}.", k, ways=count(task.things, k))
        for k in heaps
    ]


def _line(task: routes.Filling, found: int) -> Node:
    things, boxes = number(task.things), number(task.boxes)
    shown: Node | None = None
    match task.things_differ, task.boxes_differ, task.nonempty:
        case True, True, False:
            shown = power(boxes, things)
        case False, True, False:
            shown = Call("binomial", (minus(plus(things, boxes), number(1)), minus(boxes, number(1))))
        case False, True, True:
            shown = Call("binomial", (minus(things, number(1)), minus(boxes, number(1))))
    return equals(shown, number(found)) if shown else number(found)
