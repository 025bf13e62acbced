"""Arguments in plain words: what is read, whether it is valid, and how its form is called; what is not read."""

from __future__ import annotations

from functools import cache

import pytest

from maths.logic import argument
from maths.logic.argued.answer import Argued
from maths.logic.argued.worlds import refutes
from maths.logic.argument import argue_formally

argue = cache(argument.argue)  # many tests look at the same arguments

VALID = [
    # singular and propositional
    (
        "All poets are dreamers. Keats is a poet. Therefore Keats is a dreamer.",
        "universal instantiation with modus pon",
    ),
    ("No reptile is warm. Kaa is a reptile. Hence Kaa is not warm.", "universal instantiation with modus ponens"),
    (
        "All poets are dreamers. Bob is not a dreamer. So Bob is not a poet.",
        "universal instantiation with modus tollens",
    ),
    ("If the tap leaks, the floor is wet. The tap leaks. So the floor is wet.", "modus ponens"),
    ("The floor is wet if the tap leaks. The tap leaks. So the floor is wet.", "modus ponens"),
    ("If the tap leaks, the floor will be wet. The floor isn't wet. So the tap does not leak.", "modus tollens"),
    ("If it snows, then the road is closed. It is snowing. Thus the road is closed.", "modus ponens"),
    ("If Ann sings, Bob dances. If Bob dances, Carl laughs. So if Ann sings, Carl laughs.", "hypothetical syllogism"),
    ("Either Ann or Bob is at home. Ann is not at home. Therefore Bob is at home.", "disjunctive syllogism"),
    ("Ann is at home or Bob is at home. Bob is not at home. So Ann is at home.", "disjunctive syllogism"),
    ("Carl is either a baker or a smith. Carl isn't a smith. So Carl is a baker.", "disjunctive syllogism"),
    ("Not both Ann and Bob are guilty. Ann is guilty. So Bob is not guilty.", "conjunctive syllogism"),
    ("Carl is not both rich and poor. Carl is rich. So Carl is not poor.", "conjunctive syllogism"),
    ("It is not the case that Ann is rich and Bob is rich. Ann is rich. So Bob is not rich.", "conjunctive syllogism"),
    ("The lamp shines only if the switch is on. The lamp shines. So the switch is on.", "modus ponens"),
    ("The lamp shines only if the switch is on. The switch is not on. So the lamp does not shine.", "modus tollens"),
    ("Unless it rains, we play. It does not rain. So we play.", "modus ponens"),
    ("We play unless it rains. We do not play. So it rains.", ""),
    ("You win if and only if you train. You train. So you win.", "“if and only if”"),
    ("You win if and only if you train. You do not win. So you do not train.", ""),
    ("If Ann comes, Bob comes. If Carl comes, Bob comes. Ann comes or Carl comes. So Bob comes.", "proof by cases"),
    ("Ann is tall and Ann is strong. Therefore Ann is tall.", "simplification"),
    ("If Ann is ill, Ann stays home. So if Ann does not stay home, Ann is not ill.", "contraposition"),
    ("Neither Tom nor Mary is guilty. So Tom is not guilty.", "simplification"),
    ("Ann is tired because Ann works hard and if Ann works hard, Ann is tired.", "modus ponens"),
    ("If there is smoke, there is fire. There is smoke. So there is fire.", "modus ponens"),
    ("If there is smoke, there is fire. There is no fire. So there is no smoke.", "modus tollens"),
    ("If the shop is open, Ann buys bread. If Ann buys bread, Bob eats. The shop is open. So Bob eats.", "sorites"),
    ("If it is cold or it is windy, I stay home. It is cold. So I stay home.", ""),
    ("If Ann is kind and Ann is wise, then Ann is loved. Ann is kind. Ann is wise. So Ann is loved.", ""),
    ("You cannot vote unless you are registered. You can vote. So you are registered.", ""),
    ("Either it is raining or it is snowing, but not both. It is raining. So it is not snowing.", ""),
    ("It is snowing. Therefore it is snowing.", "circular"),
    ("Tom and Mary are students. So Tom is a student.", "simplification"),
    ("Lions live in Africa. Leo is a lion. So Leo lives in Africa.", "universal instantiation with modus ponens"),
    ("Firemen are available. Bob is a fireman. So Bob is available.", "universal instantiation with modus ponens"),
    # categorical
    ("All whales are mammals. All mammals are animals. So all whales are animals.", "Barbara"),
    ("No mammal is a fish. All whales are mammals. Therefore no whale is a fish.", "Celarent"),
    ("All bakers are early risers. Some tenors are bakers. So some tenors are early risers.", "Darii"),
    ("No lazy person passes. At least one student is lazy. So some student does not pass.", "Ferio"),
    ("No fish is a mammal. All whales are mammals. So no whales are fish.", "Cesare"),
    ("All spies are liars. No saints are liars. So no saints are spies.", "Camestres"),
    ("All spies are liars. Some clerks are not liars. So some clerks are not spies.", "Baroco"),
    ("Some cats are grey. All cats are pets. So some pets are grey.", ""),
    ("Some cats are not grey. All cats are pets. So some pets are not grey.", "Bocardo"),
    ("Some cats are grey. So some grey things are cats.", "conversion"),
    ("No cats are dogs. So no dogs are cats.", "conversion"),
    ("Only members can enter. Ann can enter. So Ann is a member.", "universal instantiation with modus ponens"),
    ("None but members can enter. Bob is not a member. So Bob cannot enter.", "modus tollens"),
    ("Not all swans are white. So some swans are not white.", ""),
    ("Some swans are not white. Therefore not all swans are white.", ""),
    ("Everyone who trains wins. Ann trains. So Ann wins.", "universal instantiation with modus ponens"),
    ("Nobody who smokes is healthy. Al smokes. So Al is not healthy.", "universal instantiation with modus ponens"),
    ("Everyone is mortal. So Ann is mortal.", "universal instantiation"),
    ("Nobody is perfect. So Bob is not perfect.", "universal instantiation"),
    ("Ann is a nurse. Ann is a singer. So some nurse is a singer.", "existential generalisation"),
    ("Every student who reads is wise. Ann is a student. Ann reads. So Ann is wise.", ""),
    ("If someone is a thief, then they are dishonest. Bob is a thief. So Bob is dishonest.", "universal instantiation"),
    ("Dogs are mammals. Rex is a dog. So Rex is a mammal.", "universal instantiation with modus ponens"),
    ("A whale is a mammal. No mammal is a fish. So no whale is a fish.", "Celarent"),
    ("There are no unicorns. So no unicorn flies.", ""),
    ("If a student is lazy, then she fails. Ann is a student. Ann is lazy. So Ann fails.", ""),
    ("If an animal barks, it is a dog. Rex is an animal. Rex barks. So Rex is a dog.", ""),
    ("All who train win. Ann trains. So Ann wins.", "universal instantiation with modus ponens"),
    (
        "All metals conduct heat. Copper is a metal. So copper conducts heat.",
        "universal instantiation with modus ponens",
    ),
    ("All lions are animals that hunt. Leo is a lion. So Leo hunts.", None),
    # Korean
    ("모든 시인은 몽상가이다. 영희는 시인이다. 따라서 영희는 몽상가이다.", "with modus ponens"),
    ("모든 시인은 몽상가이다. 철수는 몽상가가 아니다. 따라서 철수는 시인이 아니다.", "modus tollens"),
    ("비가 오면 길이 젖는다. 비가 온다. 그러므로 길이 젖는다.", "modus ponens"),
    ("만약 비가 온다면 길이 젖는다. 길이 젖지 않는다. 따라서 비가 오지 않는다.", "modus tollens"),
    (
        "영희가 노래하면 철수가 춤춘다. 철수가 춤추면 민수가 웃는다. 따라서 영희가 노래하면 민수가 웃는다.",
        "hypothetical",
    ),
    ("영희는 의사이거나 변호사이다. 영희는 의사가 아니다. 그러므로 영희는 변호사이다.", "disjunctive syllogism"),
    ("비가 오거나 눈이 온다. 비가 오지 않는다. 따라서 눈이 온다.", "disjunctive syllogism"),
    ("철수가 범인이고 영희가 범인인 것은 아니다. 철수가 범인이다. 따라서 영희는 범인이 아니다.", "conjunctive"),
    ("모든 고래는 포유류이다. 모든 포유류는 동물이다. 따라서 모든 고래는 동물이다.", "Barbara"),
    ("모든 고래는 포유류이다. 어떤 포유류도 물고기가 아니다. 따라서 어떤 고래도 물고기가 아니다.", "EAE"),
    ("어떤 학생은 게으르다. 모든 게으른 사람은 실패한다. 따라서 어떤 학생은 실패한다.", "Darii"),
    (
        "회원만이 들어올 수 있다. 영희는 들어올 수 있다. 따라서 영희는 회원이다.",
        "universal instantiation with modus ponens",
    ),
    ("모든 새가 날 수 있는 것은 아니다. 따라서 어떤 새는 날 수 없다.", ""),
    ("아무도 완벽하지 않다. 따라서 철수는 완벽하지 않다.", "universal instantiation"),
    ("비가 올 때만 길이 젖는다. 길이 젖는다. 따라서 비가 온다.", "modus ponens"),
    ("비가 오지 않는 한 우리는 소풍을 간다. 비가 오지 않는다. 따라서 우리는 소풍을 간다.", "modus ponens"),
    ("모든 시인은 몽상가입니다. 영희는 시인입니다. 그러므로 영희는 몽상가입니다.", "universal instantiation"),
    ("비가 오지 않을 때만 영희는 온다. 비가 온다. 따라서 영희는 오지 않는다.", "modus tollens"),
    ("사람은 죽는다. 철수는 사람이다. 그러므로 철수는 죽는다.", "universal instantiation with modus ponens"),
    ("모든 공부하는 학생은 합격한다. 영희는 학생이다. 영희는 공부한다. 따라서 영희는 합격한다.", ""),
    ("비가 오면 길이 젖을 것이다. 비가 온다. 따라서 길이 젖을 것이다.", "modus ponens"),
    ("비가 오면 소풍은 없을 것이다. 소풍이 있다. 따라서 비가 오지 않는다.", "modus tollens"),
    ("어떤 새는 날지 못한다. 따라서 모든 새가 나는 것은 아니다.", ""),
    ("모든 개는 귀를 가지고 있다. 초코는 개이다. 따라서 초코는 귀를 가지고 있다.", "with modus ponens"),
    ("고래는 모두 포유류이다. 모비는 고래이다. 따라서 모비는 포유류이다.", "universal instantiation with modus ponens"),
    # signs
    ("P -> Q; P; so Q", "modus ponens"),
    ("P → Q, ¬Q ⊢ ¬P", "modus tollens"),
    ("∀x (F(x) → G(x)); ∀x (G(x) → H(x)) ∴ ∀x (F(x) → H(x))", "Barbara"),
    ("all x some y (F(x) & G(y)); so some y all x (F(x) & G(y))", ""),  # without relations the order is no matter
    ("\\forall x (F(x) \\rightarrow G(x)); F(a); so G(a)", "universal instantiation with modus ponens"),
    ("P; ~P; so Q", ""),
    ("all x (A(x) -> B(x)); all x (B(x) -> C(x)); all x (C(x) -> D(x)); so all x (A(x) -> D(x))", "sorites"),
    ("P -> Q; Q -> R; R -> S; S -> T; T -> U; so P -> U", "sorites"),
    ("so P | ~P", ""),
]
INVALID = [
    ("If the tap leaks, the floor is wet. The floor is wet. So the tap leaks.", "affirming the consequent"),
    ("The lamp shines only if the switch is on. The switch is on. So the lamp shines.", "affirming the consequent"),
    ("If the tap leaks, the floor is wet. The tap does not leak. So the floor is not wet.", "denying the antecedent"),
    ("Ann is at home or Bob is at home. Ann is at home. So Bob is not at home.", "affirming a disjunct"),
    ("Not both Ann and Bob are guilty. Ann is not guilty. So Bob is guilty.", "denying a conjunct"),
    ("If Ann sings, Bob dances. So if Bob dances, Ann sings.", "illicit conversion"),
    ("If Ann sings, Bob dances. So if Ann does not sing, Bob does not dance.", "improper contraposition"),
    ("You can vote if you are registered. You can vote. So you are registered.", "affirming the consequent"),
    ("You cannot vote unless you are registered. You are registered. So you can vote.", "denying the antecedent"),
    ("We play unless it rains. It rains. So we do not play.", "denying the antecedent"),  # no “if and only if not”
    ("If Ann sings, Bob dances. So Ann sings.", "a condition taken for a fact"),
    ("Ann is a singer. So Bob is a singer.", ""),
    ("Tom is a bachelor. So Tom is unmarried.", ""),  # as it stands: the premise about bachelors is not said
    ("All poets are dreamers. Keats is a dreamer. So Keats is a poet.", "affirming the consequent"),
    ("All poets are dreamers. Bob is not a poet. So Bob is not a dreamer.", "denying the antecedent"),
    ("Only members can enter. Ann is a member. So Ann can enter.", "affirming the consequent"),
    ("All cats are animals. All dogs are animals. So all cats are dogs.", "undistributed middle"),
    ("Some clerks are spies. Some spies are women. So some clerks are women.", "undistributed middle"),
    ("All spies are liars. So all liars are spies.", "illicit conversion"),
    ("Some swans are not white. So some white things are not swans.", "illicit conversion"),
    ("All dragons are green. So some dragons are green.", "existential import"),
    ("No dragons are green. So some dragons are not green.", "existential import"),
    ("All unicorns are animals. All unicorns are white. So some animals are white.", "existential import"),
    ("No cats are dogs. No dogs are birds. So no cats are birds.", "exclusive premises"),
    ("All cats are pets. No dogs are cats. So no dogs are pets.", "illicit major"),
    ("All cats are pets. All cats are hunters. So all hunters are pets.", "illicit minor"),
    ("Not all swans are white. So no swans are white.", "from “not all” to “none”"),
    ("Some swans are white. So some swans are not white.", "from “some” to “some are not”"),
    ("Some swans are white. So all swans are white.", "hasty generalisation"),
    ("Someone is happy. So everyone is happy.", "hasty generalisation"),
    ("Rex is a dog. Rex barks. So all dogs bark.", "hasty generalisation"),
    ("Some dogs bark. Rex is a dog. So Rex barks.", "from some to one"),
    ("Some birds cannot fly. All penguins are birds. Therefore some penguins cannot fly.", "undistributed middle"),
    ("Everyone who trains wins. Ann wins. So Ann trains.", "affirming the consequent"),
    ("All lions are cats. Leo is a cat. So Leo is a lion.", "affirming the consequent"),
    ("비가 오면 길이 젖는다. 길이 젖는다. 따라서 비가 온다.", "affirming the consequent"),
    ("철수가 공부하면 합격한다. 철수는 공부하지 않는다. 따라서 철수는 합격하지 않는다.", "denying the antecedent"),
    ("모든 시인은 몽상가이다. 영희는 몽상가이다. 따라서 영희는 시인이다.", "affirming the consequent"),
    ("모든 개는 동물이다. 모든 고양이는 동물이다. 따라서 모든 개는 고양이이다.", "undistributed middle"),
    ("모든 유니콘은 뿔이 있다. 따라서 어떤 유니콘은 뿔이 있다.", "existential import"),
    ("어떤 정치인은 정직하다. 따라서 모든 정치인은 정직하다.", "hasty generalisation"),
    ("비가 오거나 눈이 온다. 비가 온다. 따라서 눈이 오지 않는다.", "affirming a disjunct"),
    ("회원만이 들어올 수 있다. 영희는 회원이다. 따라서 영희는 들어올 수 있다.", "affirming the consequent"),
    ("모든 새가 날 수 있는 것은 아니다. 따라서 어떤 새도 날 수 없다.", "from “not all” to “none”"),
    ("P -> Q; Q; so P", "affirming the consequent"),
    ("all x (F(x) | G(x)); so all x F(x) | all x G(x)", "quantifier shift"),
    ("some x F(x); some x G(x); so some x (F(x) & G(x))", "quantifier shift"),
    ("P | Q; so P", "a choice taken for a fact"),
]
NOT_READ = [
    "All that glitters is not gold. So gold does not glitter.",  # two readings
    "All students are not lazy. Ann is a student. So Ann is not lazy.",  # two readings
    "Every student is not lazy. Ann is a student. So Ann is not lazy.",
    "Tom and Mary are not guilty. So Tom is not guilty.",  # both, or not both
    "Most birds fly. Tweety is a bird. So Tweety flies.",
    "Few birds swim. Tweety is a bird. So Tweety does not swim.",
    "Tom is a thief. So Tom should go to jail.",
    "Ann probably sings. So Ann sings.",
    "Ann believes that Bob is guilty. So Bob is guilty.",
    "At least two cats are grey. So some cats are grey.",
    "Bob is taller than Al. Al is taller than Carl. So Bob is taller than Carl.",
    "All horses are animals. So all heads of horses are heads of animals.",  # valid, but not in this logic
    "If I train, I win. I won. So I trained.",  # the same words at another time
    "Rex is a black dog. So Rex is a dog.",  # what is inside a phrase is not seen
    "Ann is never late. So Ann is punctual. Is she?",
    "If any student cheats, Tom is sad. Ann is a student. So Tom is sad.",  # any is some here
    "If some student cheats, he is punished. Tom cheats. So Tom is punished.",  # he is not Tom
    "Ann sings even if Bob dances. Bob dances. So Ann sings.",
    "Ann is not tall or strong. So Ann is not tall.",  # neither, or only the first
    "If Ann sings, Bob dances, and Carl laughs. So Carl laughs.",
    "Ann sings and Bob dances if Carl laughs. So Ann sings.",
    "Only Tom is guilty. So Ann is not guilty.",  # who is Tom
    "Clark is Superman. Superman flies. So Clark flies.",  # who is whom is no part of this logic
    "Tom eats only meat. So Tom eats meat.",
    "If x is a dog, x is a mammal. Rex is a dog. So Rex is a mammal.",
    "Tom is unhappy. So Tom is not happy.",
    "Tom eats too much. So Tom eats much.",
    "Tom eats just meat. So Tom eats meat.",
    "Tom stole the ring or did not. So Tom stole the ring.",
    "Every student reads some book. So some book is popular.",
    "Ann has a cap. All who have capes are heroes. So Ann is a hero.",
    "All gases expand. Helium is a gas. So helium expands.",  # gase and gas
    "If the dog sees a cat, it barks. If the bird sees a cat, it flies. So it barks.",
    "All but Tom are guilty. So Ann is guilty.",
    "Dodos are extinct. Pip is a dodo. So Pip is extinct.",  # the kind is, not each of it
    "All the soldiers surrounded the house. Ann is a soldier. So Ann surrounded the house.",
    "Tom and Mary are a couple. So Tom is a couple.",
    "Tom and Mary lifted the piano. So Tom lifted the piano.",
    "The students are lazy. Ann is a student. So Ann is lazy.",  # all of them?
    "Ann met Mary. She is tall. So Mary is tall.",
    "Ann has a brother. He is tall. So Ann is tall.",
    "Ann will sing. So Ann sings.",
    "Ann sings. So Ann will sing.",
    "Ann has eaten. So Ann ate.",
    "Ann's cat is grey. So Ann has a cat.",
    "Mathematics is hard. So some thing is hard.",
    "Criteria are vague. This is a criterion. So data are vague.",
    "Ann does not only sing. So Ann does not sing.",
    "Pegasus does not exist. So something does not exist.",
    "Unicorns do not exist. So there are no unicorns.",
    "철수와 영희는 학생이다. 따라서 철수는 학생이다.",
    "철수는 사과와 배를 먹는다. 따라서 철수는 사과를 먹는다.",
    "학생들은 게으르다. 철수는 학생이다. 따라서 철수는 게으르다.",
    "사람이 온다. 철수는 사람이다. 따라서 철수는 온다.",  # somebody, not everybody
    "고양이는 흔하다. 나비는 고양이이다. 따라서 나비는 흔하다.",
    "공룡은 멸종했다. 둘리는 공룡이다. 따라서 둘리는 멸종했다.",
    "나비는 고양이이다. 고양이는 마당에 있다. 따라서 나비는 마당에 있다.",
    "철수만 학생이다. 따라서 영희는 학생이 아니다.",
    "영희는 오지 않을 수 없다. 따라서 영희는 온다.",
    "영희는 오지 않지 않는다. 따라서 영희는 온다.",
    "비가 올 것이다. 따라서 비가 온다.",
    "비가 왔다면 길이 젖었을 것이다. 길이 젖지 않았다. 따라서 비가 오지 않았다.",
    "비가 와서 길이 젖는다. 따라서 비가 온다.",
    "비가 온다고 철수가 말했다. 비가 오면 길이 젖는다. 따라서 길이 젖는다.",
    "비가 오거나 눈이 오고 바람이 분다. 따라서 바람이 분다.",  # what is joined first
    "철수는 남자이다. 그는 키가 크다. 따라서 철수는 키가 크다.",  # who is meant
    "누가 온다. 따라서 철수는 온다.",
    "비가 오니 길이 젖는다. 따라서 비가 온다.",
    "철수는 가지 않으면 안 된다. 따라서 철수는 간다.",
    "철수는 오려고 한다. 따라서 철수는 한다.",
    "철수가 영희보다 크다. 영희가 민수보다 크다. 따라서 철수가 민수보다 크다.",
    "유니콘은 없다. 유니는 유니콘이다. 따라서 유니는 없다.",
    "철수는 노래하고 춤추지 않는다. 따라서 철수는 노래하지 않는다.",  # how far the denial reaches
    "철수는 수학만 공부한다. 따라서 철수는 수학을 공부한다.",
    "영희만 온다. 따라서 영희는 온다.",
    "내가 걸으면 땀이 난다. 나는 걷는다. 따라서 땀이 난다.",  # 걸으면 and 걷는다 are one verb
    "철수는 와야 한다. 따라서 철수는 온다.",
    "배가 고프면 밥을 먹는다. 나는 배가 고프다. 따라서 나는 밥을 먹는다.",  # whose hunger
    "길이 젖어 있으면 비가 온 것이다. 길이 젖어 있다. 따라서 비가 왔다.",
    "그 가게는 일요일에만 쉰다. 오늘은 일요일이다. 따라서 그 가게는 쉰다.",
    "그가 범인이라면 알리바이가 없을 것이다. 그는 알리바이가 있다. 따라서 그는 범인이 아니다.",
    "All poets are dreamers. Keats is a poet.",  # no conclusion
    "Ann sings. Bob dances and Carl laughs or Dora sleeps. So Ann sings.",
    "He is tall. So Ann is tall or Bob is tall.",
    "대부분의 새는 난다. 타조는 새이다. 따라서 타조는 난다.",
    "모든 학생은 게으르지 않다. 철수는 학생이다. 따라서 철수는 게으르지 않다.",
    "비가 오면 길이 젖는다. 길이 젖었다. 따라서 비가 왔다.",
    "철수는 영희를 사랑할지도 모른다. 따라서 철수는 행복하다.",
    "모든 시인은 몽상가이다. 영희는 시인이다.",
    "",
    "so",
    "P -> ; so Q",
]


@pytest.mark.parametrize(("text", "form"), VALID)
def test_valid(text: str, form: str | None) -> None:
    found = argue(text)
    if form is None:  # read or not, it is never called invalid
        assert not isinstance(found, Argued) or found.judgement.valid is not False
        return
    assert isinstance(found, Argued), found.message
    assert found.judgement.valid is True
    assert found.world is None
    assert found.judgement.form is None or found.judgement.form.fallacy is None
    assert form in str(found.judgement.form.name if found.judgement.form else "")


@pytest.mark.parametrize(("text", "form"), INVALID)
def test_invalid(text: str, form: str) -> None:
    found = argue(text)
    assert isinstance(found, Argued), found.message
    judgement = found.judgement
    assert judgement.valid is False
    assert judgement.world is not None
    assert form in str(judgement.form.name if judgement.form else "")
    assert (judgement.form is None) is (form == "")
    assert found.world is not None


@pytest.mark.parametrize("text", NOT_READ)
def test_not_read(text: str) -> None:
    assert not isinstance(argue(text), Argued)


@pytest.mark.parametrize("text", [text for text, _ in [*VALID, *INVALID]])
def test_the_form_that_is_shown_is_read_back_and_decided_alike(text: str) -> None:
    found = argue(text)
    if not isinstance(found, Argued):
        return
    again = argue_formally(found.formal)
    assert isinstance(again, Argued), (found.formal, again.message)
    assert again.judgement.valid is found.judgement.valid
    assert [line.formula for line in again.lines] == [line.formula for line in found.lines]
    assert again.meanings == found.meanings or all(
        one.phrase == other.phrase for one, other in zip(again.meanings, found.meanings, strict=True)
    )


@pytest.mark.parametrize("text", [text for text, _ in INVALID])
def test_every_missing_premise_makes_it_valid_and_is_no_contradiction(text: str) -> None:
    found = argue(text)
    assert isinstance(found, Argued)
    *rows, conclusion = found.formal.splitlines()
    for formula, _ in found.missing:
        stronger = argue_formally("\n".join((*rows, f"9. {formula.typed}", conclusion)))
        assert isinstance(stronger, Argued)
        assert stronger.judgement.valid is True
        assert stronger.judgement.consistent


def test_the_counterexample_is_the_smallest_and_told() -> None:
    found = argue("All poets are dreamers. Keats is a dreamer. So Keats is a poet.")
    assert isinstance(found, Argued)
    assert str(found.world) == "Imagine a world with only Keats: Keats is not a poet and Keats is a dreamer."
    found = argue("All dragons are green. So some dragons are green.")
    assert isinstance(found, Argued)
    assert str(found.world) == "Imagine a world with only X: X is not a dragon and X is not green."
    world = found.judgement.world
    assert world is not None
    assert len(world.inhabitants) == 1


def test_what_is_needed_and_what_contradicts_itself() -> None:
    found = argue("All cats purr. The moon is round. Tom is a cat. So Tom purrs.")
    assert isinstance(found, Argued)
    assert found.judgement.needs == (0, 2)
    found = argue("It rains. It does not rain. So the moon is green.")
    assert isinstance(found, Argued)
    assert found.judgement.valid is True
    assert not found.judgement.consistent
    found = argue("P; so Q | ~Q")
    assert isinstance(found, Argued)
    assert found.judgement.always


def test_steps_are_judged_one_by_one() -> None:
    found = argue("If I train, I win. I train. So I win. If I win, I smile. Therefore I smile.")
    assert isinstance(found, Argued)
    assert [line.follows for line in found.lines if line.follows is not None] == [True, True]
    found = argue("If I train, I win. I win. So I train. If I train, I sweat. Therefore I sweat.")
    assert isinstance(found, Argued)
    assert [line.follows for line in found.lines if line.follows is not None] == [False, True]
    assert found.judgement.valid is False


def test_a_generic_sentence_and_people_alone_are_noted() -> None:
    found = argue("Dogs bark. Everyone who barks is a singer. Rex is a dog. So Rex is a singer.")
    assert isinstance(found, Argued)
    assert {note.key for note in found.notes} == {
        "“{words}” without “all” or “some” is understood as all of them.",
        "Only people are spoken of.",
    }


def test_the_world_of_a_counterexample_is_checked_by_evaluation() -> None:
    from maths.logic.argued.parse import formalised

    for text, _ in INVALID:
        found = argue(text)
        assert isinstance(found, Argued)
        argument = formalised(found.formal)
        world = found.judgement.world
        assert world is not None
        assert refutes(world, tuple(line.sentence for line in argument.premises), argument.conclusion.sentence)
