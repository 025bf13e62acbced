"""What was deduced from somebody's own puzzle, in words that point to its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.deduce import By
from maths.message import Message
from maths.puzzles.formal import CHARACTERS, Character
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.deduce import Step
    from maths.logic.formula import Unknown
    from maths.puzzles.building import Built
    from maths.puzzles.formal import Formal

_IS = {
    Character.TRUTHFUL: lambda name: Message("{name} always tells the truth", name=name),
    Character.LIAR: lambda name: Message("{name} always lies", name=name),
    Character.SOMETIMES: lambda name: Message("{name} sometimes lies", name=name),
    Character.ALTERNATES: lambda name: Message("{name} says true and false things in turn", name=name),
}
_IS_NOT = {
    Character.TRUTHFUL: lambda name: Message("{name} does not always tell the truth", name=name),
    Character.LIAR: lambda name: Message("{name} does not always lie", name=name),
    Character.SOMETIMES: lambda name: Message("{name} is not the one who sometimes lies", name=name),
    Character.ALTERNATES: lambda name: Message("{name} does not say true and false things in turn", name=name),
}


def named(built: Built, unknown: Unknown, value: int) -> tuple[str, str]:
    """The unknown and its value as the formalisation calls them."""
    for name, one in built.kind.items():
        if one == unknown:
            return name, str(CHARACTERS[value])
    for name, one in built.honest.items():
        if one == unknown:
            return f"honest({name})", "yes" if value else "no"
    words = built.words[unknown.name]
    return unknown.name, str(value) if str(value) in words else words[value]


def told(built: Built, unknown: Unknown, value: int) -> Message:
    """That it has this value, as a clause."""
    for name, one in built.kind.items():
        if one == unknown:
            return _IS[CHARACTERS[value]](name)
    for name, one in built.honest.items():
        if one == unknown:
            if value:
                return Message("{name} is telling the truth here", name=name)
            return Message("{name} is not telling the truth here", name=name)
    for name, one in built.first.items():
        if one == unknown:
            if value:
                return Message("the first thing {name} says is true", name=name)
            return Message("the first thing {name} says is false", name=name)
    name, word = named(built, unknown, value)
    return Message("{name} is {value}", name=name, value=word)


def _ruled_out(built: Built, unknown: Unknown, values: Sequence[int]) -> list[Message]:
    for name, one in built.kind.items():
        if one == unknown:
            return [_IS_NOT[CHARACTERS[value]](name) for value in values]
    listed = ", ".join(named(built, unknown, value)[1] for value in values)
    return [Message("{name} is not {value}", name=unknown.name, value=listed)]


def explained(formal: Formal, built: Built, steps: Sequence[Step]) -> tuple[Link, ...]:
    """The steps in words, in their order."""
    return tuple(_link(formal, built, step) for step in steps)


def _link(formal: Formal, built: Built, step: Step) -> Link:
    if step.supposed is None:
        return Link(_sentence(formal, built, step))
    unknown, value = step.supposed
    inside = [_sentence(formal, built, inner) for inner in step.inside]
    chain = inside[0]
    for sentence in inside[1:]:
        chain = Message("{first} {rest}", first=chain, rest=sentence)
    supposed, found = told(built, unknown, value), _found(built, step)
    return Link(Message("Suppose that {supposed}. {chain} So {found}.", supposed=supposed, chain=chain, found=found))


def _sentence(formal: Formal, built: Built, step: Step) -> Message:
    source = _source(formal, step.clues)
    if step.impossible:
        return Message("{source}: that cannot be true then.", source=source)
    if step.by is By.TOGETHER:
        return Message("{source}, taken together: {found}.", source=source, found=_found(built, step))
    return Message("{source}: {found}.", source=source, found=_found(built, step))


def _source(formal: Formal, clues: Sequence[str]) -> Message:
    return _listed([_clue(formal, name) for name in clues])


def _clue(formal: Formal, name: str) -> Message:
    if name.startswith("rule "):
        return Message("What {name} is", name=name.removeprefix("rule "))
    clue = formal.clues[int(name) - 1]
    if clue.speaker:
        return Message("Clue {number} ({speaker}: “{text}”)", number=int(name), speaker=clue.speaker, text=clue.text)
    return Message("Clue {number} (“{text}”)", number=int(name), text=clue.text)


def _found(built: Built, step: Step) -> Message:
    """What is known now; of an unknown with a value, the value, of others what it is not."""
    known = dict(step.found)
    clauses = [told(built, unknown, value) for unknown, value in step.found]
    for unknown in dict.fromkeys(one for one, _ in step.removed):
        if unknown not in known:
            clauses += _ruled_out(built, unknown, [value for one, value in step.removed if one == unknown])
    return _listed(clauses)


def _listed(parts: Sequence[Message]) -> Message:
    whole = parts[0]
    for part in parts[1:]:
        whole = Message("{first}; {rest}", first=whole, rest=part)
    return whole
