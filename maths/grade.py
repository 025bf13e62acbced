"""A given answer held against the expected one, exactly.

Both are read by type (`maths.grading.typed_answer`) and compared by value: rational arithmetic first, then balls
with a proof. There is no tolerance unless the policy names one, and two texts that cannot be read are
never equal unless both are the same plain words.

The policy comes from whoever set the question; every key is optional:

    ordered     order matters in a list without brackets (else it does not; in (…) and […] it always does)
    tolerance   how far a value may lie from the expected one: `0.01`, `1%` of it, or `implied`: correctly
                rounded to the places of the decimal that stands there
    unit        the unit that the question names: a bare number is of that unit, others are converted
    form        `lowest`, `factorised`, `primes`, `expanded`, `simplified`, `exact`, `decimal`, `fraction`, `mixed`,
                `+C`
    asked       the formulas of the question: an answer must be worked out, not one of them as it stands
    type        `choice`, `percentage`, `set`, `list`, `tuple`, `interval`, `ratio`, `antiderivative`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from maths.bounds import RefusedError, UnreadableError
from maths.grading import feedback
from maths.grading.compare import Comparison, all_true, matched
from maths.grading.form import WITH_CONSTANT, complaint
from maths.grading.measures import EXTRA_UNIT, WRONG_UNIT, as_quantities, converted, fitted, misfit
from maths.grading.normal import paired
from maths.grading.otherwise import otherwise
from maths.grading.policy import Policy, policy_from
from maths.grading.quantity import Quantity
from maths.grading.typed_answer import Several, chosen, understand
from maths.message import Message
from maths.tree import Collection, Kind, Ratio, Text, Truth
from maths.verdict import Grading, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.grading.typed_answer import Answer, Typed
    from maths.tree import Node

EQUAL = Grading(Outcome.EQUAL)


def grade(expected: str, given: str, policy: Mapping[str, Any] | None = None) -> Grading:
    """EQUAL, DIFFERENT, or UNREADABLE when a side is not understood or not worked out; the reason is for who asks."""
    rules = policy_from(policy or {})
    if rules.type == "choice":
        expected, given = chosen(expected), chosen(given)
    try:
        wanted = understand(expected)
    except RefusedError:
        return Grading(Outcome.UNREADABLE, Message("I cannot read the expected answer, so I cannot compare."))
    try:
        answer = understand(given)
    except UnreadableError as error:
        unread = Grading(Outcome.UNREADABLE, Message("I cannot read this answer: {reason}", reason=error.message))
        return _read_again(wanted, given, rules) or unread
    try:
        grading = _judged(wanted, answer, rules)
    except RefusedError as error:
        return Grading(Outcome.UNREADABLE, Message("I cannot compare this answer: {reason}", reason=error.message))
    if grading.outcome is not Outcome.DIFFERENT:
        return grading
    return _read_again(wanted, given, rules) or _excused(wanted, answer, rules, grading) or grading


def _judged(wanted: Answer, answer: Answer, rules: Policy) -> Grading:
    grading = _Marking(rules).mark(wanted, answer)
    if grading.outcome is Outcome.EQUAL and rules.asked is not None:
        return _finished(wanted, answer, rules)
    return grading


def _read_again(wanted: Answer, given: str, rules: Policy) -> Grading | None:
    """What another reading is worth, where it is the expected answer."""
    for text in otherwise(given):
        try:
            grading = _Marking(rules).mark(wanted, understand(text))
            if grading.outcome is Outcome.EQUAL:
                return _judged(wanted, understand(text), rules)
        except RefusedError:
            continue
    return None


def _excused(wanted: Answer, answer: Answer, rules: Policy, grading: Grading) -> Grading | None:
    """In practice these cost nothing: words for mathematics, a time without its half, a unit too many."""
    if rules.asked is None:
        return None
    if grading.reason == EXTRA_UNIT:
        return Grading(Outcome.UNREADABLE, EXTRA_UNIT)
    is_time = isinstance(wanted.value, Text) and wanted.value.text.endswith("of the day")
    if is_time and _HOURS.fullmatch(answer.text.strip()):
        return Grading(Outcome.UNREADABLE, Message("Say whether this is in the morning or in the afternoon, AM or PM."))
    empty = isinstance(wanted.value, Collection) and not wanted.value.items
    if isinstance(answer.value, Text) and not empty and not isinstance(wanted.value, Text | Truth):
        return Grading(Outcome.UNREADABLE, _NO_MATHEMATICS)
    return None


_HOURS = re.compile(r"\d{1,2}:\d\d|\d{1,2}시 ?\d{1,2}분")
_NO_MATHEMATICS = Message("These are words; a number or a formula is asked for.")


def _finished(wanted: Answer, answer: Answer, rules: Policy) -> Grading:
    from maths.grading.worked import unfinished

    missing = unfinished(wanted.value, answer.value, rules, answer.text)
    return EQUAL if missing is None else Grading(Outcome.UNREADABLE, missing)


_GOES_ON = re.compile(r"!+|[A-Za-z]{1,2}|°|[eE][+-]?\d+|\\?%|(?:√|\\sqrt).*|\^\{?\d+\}?")
_BEYOND = Message("Something stands behind the answer that does not belong there.")
_PLAIN_WORDS = re.compile(r"[A-Za-z]{4,}(?: [A-Za-z]{2,}){0,5}")


def goes_on(first: str, second: str) -> bool:
    """Whether one text is the other and a sign more: `2!` for 2, `0x` for 0; the value is then right by chance only."""
    shorter, longer = sorted(("".join(first.split()), "".join(second.split())), key=len)
    return bool(shorter) and longer.startswith(shorter) and _GOES_ON.fullmatch(longer[len(shorter) :]) is not None


def same_words(first: str, second: str) -> bool:
    words = [" ".join(re.sub(r"\\text(?:bf|it|rm)?\s*\{([^{}]*)\}", r"\1", text).split()) for text in (first, second)]
    return all(_PLAIN_WORDS.fullmatch(word) for word in words) and words[0].casefold() == words[1].casefold()


class _Marking:
    def __init__(self, rules: Policy) -> None:
        self._rules = rules
        self._comparison = Comparison(rules.same_number, ordered=rules.ordered)

    def mark(self, expected: Answer, given: Answer) -> Grading:
        grading = self._marked(expected, given)
        if grading.outcome is Outcome.EQUAL:
            beyond = not self._rules.unit and goes_on(expected.text, given.text)
            return Grading(Outcome.DIFFERENT, _BEYOND) if beyond else grading
        pair = as_quantities(expected, given)
        if pair is not None and misfit(*pair) is None and self._comparison.same(*converted(*pair)):
            return EQUAL
        return grading

    def _marked(self, expected: Answer, given: Answer) -> Grading:
        if isinstance(expected.value, Text) != isinstance(given.value, Text) and same_words(expected.text, given.text):
            return EQUAL
        wanted, answer = fitted(expected, given, self._rules.unit)
        if isinstance(wanted, Several) or isinstance(answer, Several):
            return self._graded(self._same_lists(wanted, answer), Message("This is not the expected answer."))
        problem = misfit(wanted, answer)
        if problem is not None:
            return Grading(Outcome.DIFFERENT, self._unit_reason(wanted, answer, problem))
        grading = self._mark(*converted(wanted, answer))
        if grading.outcome is Outcome.DIFFERENT and isinstance(wanted, Quantity) and isinstance(answer, Quantity):
            unconverted = wanted.unit.factor != answer.unit.factor and self._comparison.same(wanted.value, answer.value)
            return Grading(Outcome.DIFFERENT, WRONG_UNIT) if unconverted else grading
        return grading

    def _mark(self, expected: Node, given: Node) -> Grading:
        wanted, answer = paired(self._shaped(expected), self._shaped(given))
        if self._rules.form in WITH_CONSTANT:
            from maths.grading.constants import same_antiderivative

            return same_antiderivative(wanted, answer)
        same = self._comparison.same(wanted, answer)
        if same and self._rules.form:
            wrong = complaint(self._rules.form, given if isinstance(given, Ratio) else answer)
            if wrong is not None:
                return Grading(Outcome.DIFFERENT, wrong)
        if same or same is None:
            return self._graded(same, None)
        return Grading(Outcome.DIFFERENT, feedback.reason(wanted, answer, self._comparison))

    @staticmethod
    def _graded(same: bool | None, reason: Message | None) -> Grading:  # noqa: FBT001 - a three-valued truth
        if same is None:
            return Grading(Outcome.UNREADABLE, Message("I could not decide whether these are equal."))
        return EQUAL if same else Grading(Outcome.DIFFERENT, reason)

    def _unit_reason(self, wanted: Typed, answer: Typed, problem: Message) -> Message:
        values = [side.value if isinstance(side, Quantity) else side for side in (wanted, answer)]
        if any(isinstance(value, Several) for value in values):
            return problem
        try:
            right = self._comparison.same(*(value for value in values if not isinstance(value, Several)))
        except RefusedError:
            right = False
        return problem if right else Message("The value and the unit are not right.")

    def _shaped(self, node: Node) -> Node:
        """The node as the type that the question asks for."""
        rules = self._rules
        if rules.type == "set" and isinstance(node, Collection):
            return Collection(Kind.SET, node.items)
        if rules.type in ("list", "tuple") and isinstance(node, Collection):
            return Collection(Kind.TUPLE, node.items)
        if rules.type == "choice":
            return rules.letter(node)
        if rules.type == "ratio" and isinstance(node, Ratio):
            return rules.proportion(node)
        return node

    def _same_lists(self, expected: Typed, given: Typed) -> bool | None:
        wanted, answers = _members(expected), _members(given)
        if self._rules.ordered:
            if len(wanted) != len(answers):
                return False
            return all_true(self._same_member(a, b) for a, b in zip(wanted, answers, strict=True))
        return matched(wanted, answers, self._same_member)

    def _same_member(self, expected: Typed, given: Typed) -> bool | None:
        if isinstance(expected, Several) or isinstance(given, Several) or misfit(expected, given) is not None:
            return False
        return self._comparison.same(*paired(*converted(expected, given)))


def _members(value: Typed) -> list[Typed]:
    if isinstance(value, Several):
        return list(value.parts)
    if isinstance(value, Collection) and value.kind in (Kind.SEQUENCE, Kind.SET):
        return list(value.items)
    return [value]
