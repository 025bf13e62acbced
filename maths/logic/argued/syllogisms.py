"""Categorical sentences, the syllogisms by their medieval names, and the rule that an invalid one breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.logic.argued.language import All, And, Holds, If, Not, Sentence, Some
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = {
    ("AAA", 1): "Barbara", ("EAE", 1): "Celarent", ("AII", 1): "Darii", ("EIO", 1): "Ferio",
    ("EAE", 2): "Cesare", ("AEE", 2): "Camestres", ("EIO", 2): "Festino", ("AOO", 2): "Baroco",
    ("IAI", 3): "Disamis", ("AII", 3): "Datisi", ("OAO", 3): "Bocardo", ("EIO", 3): "Ferison",
    ("AEE", 4): "Calemes", ("IAI", 4): "Dimatis", ("EIO", 4): "Fresison",
}  # fmt: skip
_WITH_EXISTENCE = {
    ("AAI", 1): "Barbari", ("EAO", 1): "Celaront", ("EAO", 2): "Cesaro", ("AEO", 2): "Camestros",
    ("AAI", 3): "Darapti", ("EAO", 3): "Felapton", ("AAI", 4): "Bamalip", ("EAO", 4): "Fesapo", ("AEO", 4): "Calemos",
}  # fmt: skip
_IMPORT = Message("existential import")
_NONE_NEEDED = Message("“all” and “no” do not say that there are any")
_Named = tuple[Message] | tuple[Message, Message]


@dataclass(frozen=True, slots=True)
class Categorical:
    """A: all S are P. E: no S are P. I: some S are P. O: some S are not P."""

    letter: str
    subject: str
    predicate: str

    @property
    def distributed(self) -> set[str]:
        """The terms it speaks of all of."""
        return {"A": {self.subject}, "E": {self.subject, self.predicate}, "I": set(), "O": {self.predicate}}[
            self.letter
        ]

    @property
    def is_negative(self) -> bool:
        return self.letter in "EO"

    @property
    def turned(self) -> Categorical:
        return Categorical(self.letter, self.predicate, self.subject)


def categorical(sentence: Sentence) -> Categorical | None:
    """The sentence as one of the four kinds; None where it is none of them."""
    match sentence:
        case All(x, If(Holds(subject, a), Holds(predicate, b))) if a == b == x:
            return Categorical("A", subject, predicate)
        case All(x, If(Holds(subject, a), Not(Holds(predicate, b)))) if a == b == x:
            return Categorical("E", subject, predicate)
        case Some(x, And((Holds(subject, a), Holds(predicate, b)))) if a == b == x:
            return Categorical("I", subject, predicate)
        case Some(x, And((Holds(subject, a), Not(Holds(predicate, b))))) if a == b == x:
            return Categorical("O", subject, predicate)
        case Not(All(x, If(Holds(subject, a), Holds(predicate, b)))) if a == b == x:
            return Categorical("O", subject, predicate)
    return None


def named(premises: Sequence[Sentence], conclusion: Sentence, *, valid: bool) -> _Named | None:
    """The name of a syllogism or of an immediate inference, and of an invalid one the rule it breaks."""
    given = [each for premise in premises if (each := categorical(premise)) is not None]
    concluded = categorical(conclusion)
    if concluded is None or len(given) != len(premises):
        return None
    if len(given) == 1:
        return _immediate(given[0], concluded, valid=valid)
    if len(given) == 2:  # noqa: PLR2004 - a syllogism
        return _syllogism(given, concluded, valid=valid)
    return None


def _immediate(given: Categorical, concluded: Categorical, *, valid: bool) -> _Named | None:
    if concluded == given.turned:
        if valid:
            return (Message("conversion"),)
        return (Message("illicit conversion"), Message("what is said of all the first is not said of all the second"))
    if valid or given.letter + concluded.letter not in ("AI", "EO"):
        return None
    if concluded in (Categorical("I", given.subject, given.predicate), Categorical("I", given.predicate, given.subject),
                     Categorical("O", given.subject, given.predicate)):  # fmt: skip
        return (_IMPORT, _NONE_NEEDED)
    return None


def _syllogism(given: Sequence[Categorical], concluded: Categorical, *, valid: bool) -> _Named | None:
    minor_term, major_term = concluded.subject, concluded.predicate
    for major, minor in (given, given[::-1]):
        middle = {major.subject, major.predicate} - {major_term}
        rightly = {minor.subject, minor.predicate} == middle | {minor_term}
        if len(middle) == 1 and major_term in (major.subject, major.predicate) and rightly and minor_term not in middle:
            break
    else:
        return None
    (term,) = middle
    if len({term, minor_term, major_term}) != 3:  # noqa: PLR2004 - three terms
        return None
    figure = {(True, False): 1, (False, False): 2, (True, True): 3, (False, True): 4}[
        major.subject == term, minor.subject == term
    ]
    mood = (major.letter + minor.letter + concluded.letter, figure)
    if valid:
        name = _NAMES.get(mood)
        said = Message("syllogism {name} ({mood}-{figure})", name=name or "", mood=mood[0], figure=figure)
        return (said,) if name else None
    if mood in _WITH_EXISTENCE:
        return (_IMPORT, Message("{name} needs that there are some; “all” and “no” do not say so",
                                 name=_WITH_EXISTENCE[mood]))  # fmt: skip
    return _broken(major, minor, concluded, term)


def _broken(major: Categorical, minor: Categorical, concluded: Categorical, middle: str) -> _Named | None:
    """The first rule of syllogisms that is broken."""
    rules = (
        (major.is_negative and minor.is_negative,
         Message("exclusive premises"), Message("two negative premises connect nothing")),
        (middle not in major.distributed | minor.distributed,
         Message("undistributed middle"), Message("neither premise speaks of all of the term that connects them")),
        (concluded.predicate in concluded.distributed - major.distributed,
         Message("illicit major"), Message("the conclusion speaks of all of a term, its premise only of some")),
        (concluded.subject in concluded.distributed - minor.distributed,
         Message("illicit minor"), Message("the conclusion speaks of all of a term, its premise only of some")),
        ((major.is_negative or minor.is_negative) and not concluded.is_negative,
         Message("affirmative conclusion from a negative premise"),
         Message("what a premise keeps apart, the conclusion joins")),
        (concluded.is_negative and not (major.is_negative or minor.is_negative),
         Message("negative conclusion from affirmative premises"),
         Message("what the premises join, the conclusion keeps apart")),
    )  # fmt: skip
    return next(((name, why) for is_broken, name, why in rules if is_broken), None)
