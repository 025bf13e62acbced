"""What people in a row of houses have: colours, pets, drinks, and how one says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.people import PEOPLE

if TYPE_CHECKING:
    from maths.message import Argument


@dataclass(frozen=True, slots=True)
class Thing:
    """`key` is what an answer says, `hangul` what one typed in Korean does; `name` is for sentences."""

    key: str
    hangul: str
    name: Message


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that everybody has one of; the sentences are templates without their arguments.

    `first` and `later` name whoever has `{item}`, at the beginning of a sentence and within one.
    """

    key: str
    label: Message
    things: tuple[Thing, ...]
    first: Message
    later: Message
    has: Message
    lacks: Message
    either: Message
    asks: Message


def filled(template: Message, **arguments: Argument) -> Message:
    return Message(template.key, None, **arguments)


NAMES = Attribute(
    key="name",
    label=Message("Name"),
    things=tuple(Thing(person.key, person.hangul, person.name) for person in PEOPLE),
    first=Message("{item}"),
    later=Message("{item}"),
    has=Message("{who} is {item}."),
    lacks=Message("{who} is not {item}."),
    either=Message("{who} is {one} or {other}."),
    asks=Message("Where does {item} live?"),
)

OTHERS = (
    Attribute(
        key="colour",
        label=Message("Colour of the house"),
        things=(
            Thing("red", "빨간색", Message("red")),
            Thing("blue", "파란색", Message("blue")),
            Thing("green", "초록색", Message("green")),
            Thing("yellow", "노란색", Message("yellow")),
            Thing("white", "흰색", Message("white")),
            Thing("purple", "보라색", Message("purple")),
            Thing("orange", "주황색", Message("orange")),
        ),
        first=Message("The person in the {item} house"),
        later=Message("the person in the {item} house"),
        has=Message("{who} lives in the {item} house."),
        lacks=Message("{who} does not live in the {item} house."),
        either=Message("{who} lives in the {one} or in the {other} house."),
        asks=Message("Who lives in the {item} house?"),
    ),
    Attribute(
        key="pet",
        label=Message("Pet"),
        things=(
            Thing("cat", "고양이", Message("cat")),
            Thing("dog", "개", Message("dog")),
            Thing("parrot", "앵무새", Message("parrot")),
            Thing("rabbit", "토끼", Message("rabbit")),
            Thing("turtle", "거북", Message("turtle")),
            Thing("hamster", "햄스터", Message("hamster")),
            Thing("zebra", "얼룩말", Message("zebra")),
        ),
        first=Message("The owner of the {item}"),
        later=Message("the owner of the {item}"),
        has=Message("{who} has the {item}."),
        lacks=Message("{who} does not have the {item}."),
        either=Message("{who} has the {one} or the {other}."),
        asks=Message("Who has the {item}?"),
    ),
    Attribute(
        key="drink",
        label=Message("Drink"),
        things=(
            Thing("tea", "차", Message("tea")),
            Thing("coffee", "커피", Message("coffee")),
            Thing("milk", "우유", Message("milk")),
            Thing("juice", "주스", Message("juice")),
            Thing("water", "물", Message("water")),
            Thing("cocoa", "코코아", Message("cocoa")),
            Thing("lemonade", "레모네이드", Message("lemonade")),
        ),
        first=Message("The {item} drinker"),
        later=Message("the {item} drinker"),
        has=Message("{who} drinks {item}."),
        lacks=Message("{who} does not drink {item}."),
        either=Message("{who} drinks {one} or {other}."),
        asks=Message("Who drinks {item}?"),
    ),
    Attribute(
        key="sport",
        label=Message("Sport"),
        things=(
            Thing("tennis", "테니스", Message("tennis")),
            Thing("football", "축구", Message("football")),
            Thing("badminton", "배드민턴", Message("badminton")),
            Thing("golf", "골프", Message("golf")),
            Thing("basketball", "농구", Message("basketball")),
            Thing("volleyball", "배구", Message("volleyball")),
            Thing("baseball", "야구", Message("baseball")),
        ),
        first=Message("The {item} player"),
        later=Message("the {item} player"),
        has=Message("{who} plays {item}."),
        lacks=Message("{who} does not play {item}."),
        either=Message("{who} plays {one} or {other}."),
        asks=Message("Who plays {item}?"),
    ),
    Attribute(
        key="instrument",
        label=Message("Instrument"),
        things=(
            Thing("piano", "피아노", Message("piano")),
            Thing("violin", "바이올린", Message("violin")),
            Thing("flute", "플루트", Message("flute")),
            Thing("guitar", "기타", Message("guitar")),
            Thing("cello", "첼로", Message("cello")),
            Thing("trumpet", "트럼펫", Message("trumpet")),
        ),
        first=Message("Whoever plays the {item}"),
        later=Message("whoever plays the {item}"),
        has=Message("{who} plays the {item}."),
        lacks=Message("{who} does not play the {item}."),
        either=Message("{who} plays the {one} or the {other}."),
        asks=Message("Who plays the {item}?"),
    ),
    Attribute(
        key="country",
        label=Message("Country"),
        things=(
            Thing("Korea", "한국", Message("Korea")),
            Thing("Brazil", "브라질", Message("Brazil")),
            Thing("Egypt", "이집트", Message("Egypt")),
            Thing("Norway", "노르웨이", Message("Norway")),
            Thing("India", "인도", Message("India")),
            Thing("Canada", "캐나다", Message("Canada")),
            Thing("Kenya", "케냐", Message("Kenya")),
        ),
        first=Message("The person from {item}"),
        later=Message("the person from {item}"),
        has=Message("{who} comes from {item}."),
        lacks=Message("{who} does not come from {item}."),
        either=Message("{who} comes from {one} or from {other}."),
        asks=Message("Who comes from {item}?"),
    ),
    Attribute(
        key="job",
        label=Message("Job"),
        things=(
            Thing("baker", "제빵사", Message("baker")),
            Thing("doctor", "의사", Message("doctor")),
            Thing("teacher", "교사", Message("teacher")),
            Thing("painter", "화가", Message("painter")),
            Thing("farmer", "농부", Message("farmer")),
            Thing("pilot", "조종사", Message("pilot")),
            Thing("nurse", "간호사", Message("nurse")),
        ),
        first=Message("The {item}"),
        later=Message("the {item}"),
        has=Message("{who} is the {item}."),
        lacks=Message("{who} is not the {item}."),
        either=Message("{who} is the {one} or the {other}."),
        asks=Message("Who is the {item}?"),
    ),
)
