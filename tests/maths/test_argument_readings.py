"""Arguments written from formulas and read back: what was meant is what is read, in both languages."""

from __future__ import annotations

import random

import pytest

from maths.logic.argued.answer import Argued
from maths.logic.argument import argue, same

FACTS = {  # a proposition, and its denial, as clauses
    "en": [
        ("Ann sings", "Ann does not sing"),
        ("the lamp is on", "the lamp is not on"),
        ("it rains", "it does not rain"),
        ("Bob can swim", "Bob cannot swim"),
        ("there is smoke", "there is no smoke"),
        ("my car is red", "my car isn't red"),
        ("Carl has a dog", "Carl does not have a dog"),
    ],
    "ko": [
        ("비가 온다", "비가 오지 않는다"),
        ("영희는 학생이다", "영희는 학생이 아니다"),
        ("철수가 노래한다", "철수가 노래하지 않는다"),
        ("길이 미끄럽다", "길이 미끄럽지 않다"),
        ("민수는 수영할 수 있다", "민수는 수영할 수 없다"),
        ("나는 집에 있다", "나는 집에 없다"),
    ],
}
IFS = {  # how a fact stands in a condition, by its place in the list above
    "ko": [
        ("비가 오면", "비가 오지 않으면"),
        ("영희가 학생이면", "영희가 학생이 아니면"),
        ("철수가 노래하면", "철수가 노래하지 않으면"),
        ("길이 미끄러우면", "길이 미끄럽지 않으면"),
        ("민수가 수영할 수 있으면", "민수가 수영할 수 없으면"),
        ("내가 집에 있으면", "내가 집에 없으면"),
    ],
}
JOINED = {
    "en": [
        ("if {a}, {b}", "{A} -> {B}"),
        ("if {a}, then {b}", "{A} -> {B}"),
        ("{b} if {a}", "{A} -> {B}"),
        ("{a} only if {b}", "{A} -> {B}"),
        ("unless {a}, {b}", "~{A} -> {B}"),
        ("{b} unless {a}", "~{A} -> {B}"),
        ("{a} if and only if {b}", "{A} <-> {B}"),
        ("either {a} or {b}", "{A} | {B}"),
        ("{a} or {b}", "{A} | {B}"),
        ("either {a} or {b}, but not both", "({A} | {B}) & ~({A} & {B})"),
        ("it is not the case that {a} and {b}", "~({A} & {B})"),
        ("it is false that {a}", "~{A}"),
        ("{b} provided that {a}", "{A} -> {B}"),
    ],
}
NOUNS = {
    "en": ["dogs", "cats", "poets", "women", "thieves", "big fish"],
    "ko": ["개", "고양이", "시인", "배우", "도둑"],
}
SAID = {  # of several, of one, as a predicate and its denial of one
    "en": [
        ("are kind", "is kind", "is not kind"),
        ("sing", "sings", "does not sing"),
        ("can fly", "can fly", "cannot fly"),
        ("are liars", "is a liar", "is not a liar"),
        ("have wings", "has wings", "does not have wings"),
    ],
    "ko": [
        ("친절하다", "친절하다", "친절하지 않다"),
        ("노래한다", "노래한다", "노래하지 않는다"),
        ("날 수 있다", "날 수 있다", "날 수 없다"),
        ("거짓말쟁이이다", "거짓말쟁이이다", "거짓말쟁이가 아니다"),
    ],
}
KINDS = {
    "en": [
        ("all {s} {p}", "all x (S(x) -> P(x))"),
        ("no {s} {p}", "all x (S(x) -> ~P(x))"),
        ("some {s} {p}", "some x (S(x) & P(x))"),
        ("only {s} {p}", "all x (P(x) -> S(x))"),
        ("not all {s} {p}", "~all x (S(x) -> P(x))"),
    ],
    "ko": [
        ("모든 {s:은} {p}", "all x (S(x) -> P(x))"),
        ("{s:은} 모두 {p}", "all x (S(x) -> P(x))"),
        ("어떤 {s:은} {p}", "some x (S(x) & P(x))"),
        ("{s}만이 {p}", "all x (P(x) -> S(x))"),
        ("어떤 {s}도 {n}", "all x (S(x) -> ~P(x))"),
        ("어떤 {s:은} {n}", "some x (S(x) & ~P(x))"),
    ],
}


def topic(noun: str) -> str:
    return f"{noun}{'은' if (ord(noun[-1]) - ord('가')) % 28 else '는'}"


def sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


@pytest.mark.parametrize("seed", range(40))
def test_english_facts_and_connectives(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same arguments in every run
    facts = rng.sample(FACTS["en"], 3)
    lines, formal = [], []
    for (one, other), (template, formula) in zip([(0, 1), (1, 2)], rng.sample(JOINED["en"], 2), strict=True):
        a, b = rng.randrange(2), rng.randrange(2)
        names = [f"{'~' * denied}{'PQR'[place]}" for place, denied in ((one, a), (other, b))]
        lines.append(sentence(template.format(a=facts[one][a], b=facts[other][b])))
        formal.append(formula.format(A=names[0], B=names[1]))
    place, denied = rng.randrange(3), rng.randrange(2)
    lines.append(f"Therefore {facts[place][denied]}.")
    formal.append(f"so: {'~' * denied}{'PQR'[place]}")
    compare(" ".join(lines), "\n".join(formal))


@pytest.mark.parametrize("seed", range(40))
def test_english_kinds(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same arguments in every run
    (s, noun), (p, said) = ("S", rng.choice(NOUNS["en"])), ("P", rng.choice(SAID["en"]))
    template, formula = rng.choice(KINDS["en"])
    denied = rng.randrange(2)
    lines = [sentence(template.format(s=noun, p=said[0])), f"So Rex {said[1 + denied]}."]
    compare(" ".join(lines), f"{formula}\nso: {'~' * denied}{p}(a)")
    assert s in formula


@pytest.mark.parametrize("seed", range(40))
def test_korean_facts_and_conditions(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same arguments in every run
    one, other = rng.sample(range(len(FACTS["ko"])), 2)
    a, b, c = (rng.randrange(2) for _ in range(3))
    text = f"{IFS['ko'][one][a]} {FACTS['ko'][other][b]}. 따라서 {FACTS['ko'][one][c]}."
    compare(text, f"{'~' * a}P -> {'~' * b}Q\nso: {'~' * c}P")


@pytest.mark.parametrize("seed", range(40))
def test_korean_kinds(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same arguments in every run
    noun, said = rng.choice(NOUNS["ko"]), rng.choice(SAID["ko"])
    template, formula = rng.choice(KINDS["ko"])
    denied = rng.randrange(2)
    first = template.replace("{s:은}", topic(noun)).format(s=noun, p=said[0], n=said[2])
    # whether 고양이 is a name or a kind, “고양이만이” does not tell: the kind is spoken of again
    told, fact = (f" 뽀삐는 {noun}이다.", "S(a)\n") if "만이" in template else ("", "")
    compare(f"{first}.{told} 그러므로 뽀삐는 {said[1 + denied]}.", f"{formula}\n{fact}so: {'~' * denied}P(a)")


def compare(text: str, formal: str) -> None:
    found = argue(text)
    assert isinstance(found, Argued), (text, found.message)
    assert same(found.formal, formal), (text, found.formal, formal)
