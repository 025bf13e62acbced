"""Sentences of an argument, and worlds that refute it, in plain words: messages over the phrases of the argument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.logic.argued import korean_words
from maths.logic.argued.english_words import base, is_third_person, past_stems
from maths.logic.argued.language import All, And, Holds, If, Iff, Kind, Letter, Meaning, Not, Or, Sentence, Some
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.argued.language import Formalised
    from maths.logic.argued.worlds import World

_UNNAMED = "XYZUVW"
_HANGUL = re.compile(r"[가-힣]")
_NOT_BEHIND = re.compile(r"\b(is|are|am|was|were|can|will|could|should|must|may)\b(?! not)")


class Words:
    """Says sentences over the phrases of one argument."""

    def __init__(self, argument: Formalised) -> None:
        self._meanings = {meaning.symbol: meaning for meaning in argument.meanings}

    def said(self, sentence: Sentence) -> Message:  # noqa: C901, PLR0911, PLR0912 - a shape a line
        match sentence:
            case Letter(name):
                return Message("{phrase}", phrase=self._phrase(name))
            case Not(Letter(name)):
                return self._not_so(name)
            case Holds(predicate, of):
                return _about(self._name(of), self._does(predicate))
            case Not(Holds(predicate, of)):
                return _about(self._name(of), self._does_not(predicate))
            case Not(Some(variable, body)) if what := self._property(body, variable):
                return Message("nothing {said}", said=what)
            case Not(body):
                return Message("it is not so that {said}", said=self.said(body))
            case And(parts):
                return _all_of([self.said(part) for part in parts])
            case Or(parts):
                said = [self.said(part) for part in parts]
                whole = said[-1]
                for one in reversed(said[:-1]):
                    whole = Message("{first} or {second}", first=one, second=whole)
                return whole
            case If(condition, then):
                return Message("if {condition}, then {then}", condition=self.said(condition), then=self.said(then))
            case Iff(left, right):
                return Message("{first} exactly when {second}", first=self.said(left), second=self.said(right))
            case All(variable, body):
                return self._about_all(variable, body)
            case Some(variable, body):
                return self._about_some(variable, body)

    def world(self, world: World) -> Message:
        """Imagine a world with only Socrates: Socrates is mortal and Socrates is not a man."""
        unnamed = iter(_UNNAMED)
        names = [self._phrase(each.name) if each.name else next(unnamed, "…") for each in world.inhabitants]
        facts = [
            Message("{phrase}", phrase=self._phrase(name)) if name in world.true else self._not_so(name)
            for name in world.propositions
        ]
        for each, name in zip(world.inhabitants, names, strict=True):
            facts += [
                _about(name, self._does(has) if has in each.has else self._does_not(has)) for has in world.predicates
            ]
        if not world.inhabitants:
            return Message("Imagine this: {facts}.", facts=_all_of(facts))
        return Message("Imagine a world with only {who}: {facts}.", who=", ".join(names), facts=_all_of(facts))

    def _about_all(self, variable: str, body: Sentence) -> Message:
        match body:
            case If(Holds(first, a), Not(Holds(second, b))) if a == b == variable:
                return Message("nothing that {condition} {then}", condition=self._does(first), then=self._does(second))
            case If(condition, then):
                whole, what = self._property(condition, variable), self._property(then, variable)
                if whole and what:
                    return Message("everything that {condition} {then}", condition=whole, then=what)
            case _ if what := self._property(body, variable):
                return Message("everything {said}", said=what)
        return Message("for every {name}: {said}", name=variable, said=self.said(body))

    def _about_some(self, variable: str, body: Sentence) -> Message:
        match body:
            case And((first, second)):
                one, other = self._property(first, variable), self._property(second, variable)
                if one and other:
                    return Message("something {first} and {second}", first=one, second=other)
        if what := self._property(body, variable):
            return Message("something {said}", said=what)
        return Message("for some {name}: {said}", name=variable, said=self.said(body))

    def _property(self, body: Sentence, variable: str) -> Message | None:
        """What is said of a variable, without it; None where that is more than a few properties."""
        match body:
            case Holds(predicate, of) if of == variable:
                return self._does(predicate)
            case Not(Holds(predicate, of)) if of == variable:
                return self._does_not(predicate)
            case And(parts):
                each = [self._property(part, variable) for part in parts]
                found = [one for one in each if one is not None]
                return _all_of(found) if len(found) == len(parts) else None
        return None

    def _phrase(self, symbol: str) -> str:
        return self._meanings[symbol].phrase if symbol in self._meanings else symbol

    def _name(self, of: str) -> str:
        return self._phrase(of)

    def _does(self, predicate: str) -> Message:
        meaning = self._meanings.get(predicate)
        if meaning is None:
            return Message("has the property {name}", name=predicate)
        return Message("{phrase}", phrase=meaning.phrase)

    def _does_not(self, predicate: str) -> Message:
        meaning = self._meanings.get(predicate)
        if meaning is None:
            return Message("does not have the property {name}", name=predicate)
        if found := denied(meaning):
            return Message("{phrase}", phrase=found)
        return Message("is not among those of whom is said “{phrase}”", phrase=meaning.phrase)

    def _not_so(self, name: str) -> Message:
        meaning = self._meanings.get(name)
        if meaning is not None and (found := denied(meaning)):
            return Message("{phrase}", phrase=found)
        return Message("it is not so that {said}", said=Message("{phrase}", phrase=self._phrase(name)))


def denied(meaning: Meaning) -> str | None:  # noqa: PLR0911 - a shape a line
    """The denial of a phrase where its form shows it; None where it does not."""
    if meaning.denied:
        return meaning.denied
    words = meaning.phrase.split()
    if len(words) < (2 if meaning.kind is Kind.PROPOSITION else 1):
        return None
    if _HANGUL.search(words[-1]):
        forms = [one for one in korean_words.endings(words[-1]) if one.form is korean_words.Form.FINAL]
        exact = [one for one in forms if one.noun] or forms
        if not exact or (exact[0].noun and not words[-1].endswith("이다")):
            exact = [one for one in forms if not one.noun]
        if not exact:
            return None
        one = exact[0]
        last = korean_words.said(one.stem, noun=one.noun, past=one.past, acts=one.acts, positive=False)
        return " ".join([*words[:-1], last])
    if found := _NOT_BEHIND.search(meaning.phrase):
        word = "cannot" if found[0] == "can" else f"{found[0]} not"
        return f"{meaning.phrase[: found.start()]}{word}{meaning.phrase[found.end() :]}"
    places = [0] if meaning.kind is Kind.PREDICATE else list(range(1, len(words)))
    verbs = [place for place in places if is_third_person(words[place])]
    if len(verbs) == 1:
        (place,) = verbs
        return " ".join([*words[:place], "does not", base(words[place]), *words[place + 1 :]])
    if meaning.kind is Kind.PROPOSITION and words[0].lower() in ("i", "you", "we", "they") and not verbs:
        return " ".join([words[0], "do not", *words[1:]]) if not past_stems(words[1]) else None
    return None


def _about(who: str, does: Message) -> Message:
    return Message("{who} {does}", who=who, does=does)


def _all_of(said: Sequence[Message]) -> Message:
    whole = said[-1]
    for place, one in enumerate(reversed(said[:-1])):
        if place:
            whole = Message("{first}, {rest}", first=one, rest=whole)
        else:
            whole = Message("{first} and {second}", first=one, second=whole)
    return whole
