"""Korean sentences about liars and truth-tellers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.puzzles.formal import Character
from maths.puzzles.liars_words import Grammar, NotReadError, Setting, counted, is_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_KIND = {
    "기사": Character.TRUTHFUL,
    "정직한 사람": Character.TRUTHFUL,
    "참말쟁이": Character.TRUTHFUL,
    "진실을 말하는 사람": Character.TRUTHFUL,
    "거짓말쟁이": Character.LIAR,
    "건달": Character.LIAR,
    "악당": Character.LIAR,
    "거짓말하는 사람": Character.LIAR,
    "스파이": Character.SOMETIMES,
    "보통 사람": Character.SOMETIMES,
    "평범한 사람": Character.SOMETIMES,
}
_WORD = "|".join(sorted(_KIND, key=len, reverse=True))
_TRUTH = r"(?:참말|진실|사실)(?:을|만을?)?"
_LIE = r"거짓말?(?:을|만을?)?"
_DO = r"(?:말한다|한다|말합니다|합니다|말해요|해요|말하고|하고|말하며|하며|말하는 사람이다|하는 사람이다)"
_EVER = r"(?:항상|언제나|늘)"
_NOW = r"(?:말하고 있다|하고 있다|말하고 있습니다|하고 있습니다|말한다|한다|말합니다|합니다|말했다|했다)"
_ALWAYS = {
    rf"{_EVER} {_LIE} ?{_DO}": Character.LIAR,
    rf"{_EVER} {_TRUTH} ?{_DO}": Character.TRUTHFUL,
    rf"(?:가끔|때때로|이따금)(?:은|씩)? {_LIE} ?{_DO}": Character.SOMETIMES,
}
_NUMBER = {"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNT = "|".join(_NUMBER)
_IS = r"(?:이다|다|입니다|이에요|예요|이야|야)"
_IS_NOT = r"(?:이|가) (?:아니다|아닙니다|아니에요|아니야)"
_NAME = r"(?<![가-힣])(?:[A-Z][a-z]*|[가-힣]{2,3}?)"
# what a question may not bring along: a condition, or something that is told
_TELLS_MORE = re.compile(
    r"(?:[다라으이]면|[을일할한] 때|때,|[라다]고 (?:하|할)|것을 알|정확히|적어도|최소한|많아야|명만|고,|며,)"
)
_SPOKE = r"(?:라고|이라고|고|하고) ?(?:말했다|말한다|말합니다|말했습니다|했다|한다|합니다|주장한다|주장했다|대답했다)"


def _names(text: str) -> tuple[str, ...]:
    """Whoever says something, or of whom it is said what they always do."""
    bare = re.sub(r'"[^"]*"', '""', text)
    speaks = rf"({_NAME})(?:은|는|이|가)? ?(?:말했다|말한다|말합니다)?:? ?\"\""
    always = rf"({_NAME})(?:은|는) (?:{_EVER}|가끔|때때로|이따금)"
    listed = rf"(?:^|[.?!] |사람,? )((?:{_NAME})(?:, (?:{_NAME}))+)(?:은|는|이|가|라는) "
    found = [match for pattern in (speaks, always) for match in re.findall(pattern, bare)]
    for group in re.findall(listed, bare):
        found += group.split(", ")
    kinds = set(_KIND) | {"사람"}
    return tuple(dict.fromkeys(sorted((n for n in found if n not in kinds), key=text.index)))


def _partings(setting: Setting, sentence: str) -> Iterator[tuple[int, int]]:
    names = "|".join(setting.names)
    for found in re.finditer(rf",? (?=(?:{names})(?:은|는|이|가|:))", sentence):
        yield found.span()


def _question(setting: Setting, sentence: str, _said: list[tuple[str, str]]) -> bool:
    """A question changes nothing: everything is found out."""
    del setting
    asks = (
        r"[^\"]*(?:\?|인가|일까|구하시오|구하여라|구하세요|알아내시오|알아내세요|판단하시오|말하시오|찾으시오|찾으세요)"
    )
    return re.fullmatch(asks, sentence) is not None and not _TELLS_MORE.search(sentence)


def _speech(setting: Setting, sentence: str, said: list[tuple[str, str]]) -> bool:
    names = "|".join(setting.names)
    for pattern in (
        rf"({names})(?:은|는|이|가) \"([^\"]+)\" ?{_SPOKE}",
        rf"({names})(?:(?:은|는|이|가) ?(?:말했다|말한다|말합니다))?:? ?\"([^\"]+)\"",
        rf"({names}): ([^\"]+)",
    ):
        if found := re.fullmatch(pattern, sentence):
            said.append((found[1], found[2].strip(" ,.!")))
            return True
    return False


def _stated(setting: Setting, sentence: str, _said: list[tuple[str, str]]) -> bool:
    names = "|".join(setting.names)
    for pattern, kind in _ALWAYS.items():
        if found := re.fullmatch(rf"({names})(?:은|는) {pattern}", sentence):
            setting.may_be(found[1], kind)
            return True
    if found := re.fullmatch(rf"({names})(?:은|는) ({_WORD})(?:{_IS}|이고|고)", sentence):
        setting.may_be(found[1], _KIND[found[2]])
        return True
    return False


def _scene(setting: Setting, sentence: str, _said: list[tuple[str, str]]) -> bool:
    listed = rf"(?:{'|'.join(setting.names)})(?:(?:, |와 |과 )(?:{'|'.join(setting.names)}))*"
    how_many = rf"({_COUNT}) ?(?:사람|명의 사람|명|친구)"
    there = rf"(?:{how_many},? )?({listed})(?:이|가|라는 {how_many}이) 있(?:다|습니다)"
    if found := re.fullmatch(there, sentence):
        for number in (found[1], found[3]):
            setting.are(re.split(r", |와 |과 ", found[2]), _NUMBER.get(number))
        return True
    defines = rf"(?:기사)는 {_EVER} {_TRUTH} ?(?:말하고|하고),? (?:{_WORD})(?:은|는) {_EVER} {_LIE} ?{_DO}"
    if re.fullmatch(defines, sentence):
        setting.defined = (Character.TRUTHFUL, Character.LIAR)
        return True
    each = rf"(?:{listed}|각자|모두|모든 사람|각 사람|이들|이들은 모두|각각)(?:은|는)?(?: (?:각각|모두))?"
    either = rf"{each} ({_WORD})(?:이거나|거나|,? 또는) ({_WORD}){_IS}"
    if found := re.fullmatch(either, sentence):
        named = [name for name in setting.names if name in sentence]
        if named and set(named) != set(setting.names):
            raise NotReadError(sentence[:60])
        setting.all_may_be(_KIND[found[1]], _KIND[found[2]])
        return True
    return _one_each(setting, sentence)


def _one_each(setting: Setting, sentence: str) -> bool:
    always = "|".join(_ALWAYS)
    who = r"(?:(?:다른 |나머지 )?한 (?:명|사람)|나머지 사람)"
    one = rf"{who}(?:은|는) (?:({_WORD})(?:{_IS}|이고|고)|({always}))"
    parts = re.split(r",? (?=(?:한|다른 한|나머지 한|나머지) (?:명|사람))", sentence)
    found = [re.fullmatch(one, part.strip(" ,")) for part in parts]
    if len(parts) < 2 or not all(found):  # noqa: PLR2004 - one of several
        return False
    kinds = [
        _KIND[each[1]] if each[1] else next(kind for pattern, kind in _ALWAYS.items() if re.fullmatch(pattern, each[2]))
        for each in found
        if each
    ]
    setting.one_each(sentence, kinds)
    return True


class _Said:
    """What a speaker means."""

    def __init__(self, setting: Setting, speaker: str) -> None:
        self._setting = setting
        self._speaker = speaker
        self._one = rf"(?:{'|'.join(setting.names)}|나|저|내|제)"

    def meanings(self, text: str) -> tuple[str, ...]:
        """One formula a reading. Raises NotReadError."""
        text = text.strip(" ,.!")
        for form in (self._conditional, self._several, self._pair, self._joined, self._single):
            if found := form(text):
                return found
        raise NotReadError(text[:60])

    def _conditional(self, text: str) -> tuple[str, ...]:
        if found := re.fullmatch(
            rf"(?:만약 |만일 )?({self._one}(?:은|는|이|가) (?:{_WORD}))(?:이라면|라면|이면|면),? (.+)", text
        ):
            return self._both(f"{found[1]}다", "implies", found[2])
        return ()

    def _joined(self, text: str) -> tuple[str, ...]:
        for ending, sign in ((r"(?:이거나|거나)", "or"), (r"(?:이고|고)", "and")):
            pattern = rf"({self._one}(?:은|는|이|가) (?:{_WORD})){ending},? ({self._one}(?:은|는|이|가|도) .+)"
            if found := re.fullmatch(pattern, text):
                return self._both(f"{found[1]}다", sign, found[2])
        return ()

    def _both(self, first: str, sign: str, second: str) -> tuple[str, ...]:
        """Nothing where the second joins sentences itself: the first may belong to a part of it alone."""
        if re.search(rf"(?:이거나|거나|이고|고|이?라면|이면|면),? {self._one}(?:은|는|이|가|도) ", second):
            return ()
        return tuple(f"({a}) {sign} ({b})" for a in self.meanings(first) for b in self.meanings(second))

    def _several(self, text: str) -> tuple[str, ...]:
        group = rf"우리|우리 (?:{_COUNT}) ?(?:명|사람)?|{self._one}(?:(?:, |와 |과 |하고 ){self._one})+"
        how = r"(?:(정확히|적어도|최소한|많아야|오직|단) )?"
        number = rf"({_COUNT})(?: ?(?:명|사람))?(만)?(?:은|는|이|가)?"
        counts = rf"({group}) (?:중|가운데)(?:에서?|에)? ?{how}{number} ({_WORD}){_IS}"
        if found := re.fullmatch(counts, text):
            names = self._group(found[1])
            return self._counts("오직" if found[4] else found[2], _NUMBER[found[3]], names, _KIND[found[5]])
        every = rf"({group})(?:은|는|이|가)? (모두|둘 다|다|전부) ({_WORD})({_IS}|{_IS_NOT})"
        if found := re.fullmatch(every, text):
            names = self._group(found[1])
            if (found[2] == "둘 다" and len(names) != 2) or re.fullmatch(_IS_NOT, found[4]):  # noqa: PLR2004
                return ()
            return (counted("exactly", len(names), names, _KIND[found[3]]),)
        return ()

    def _counts(self, how: str | None, number: int, names: list[str], kind: Character) -> tuple[str, ...]:
        if number > len(names):
            return ()
        least, exactly = counted("atleast", number, names, kind), counted("exactly", number, names, kind)
        match how:
            case None:
                return (exactly, least) if number < len(names) else (exactly,)
            case "적어도" | "최소한":
                return (least,)
            case "많아야":
                return (counted("atmost", number, names, kind),)
            case _:
                return (exactly,)

    def _pair(self, text: str) -> tuple[str, ...]:
        kinds = r"(같은|다른) (?:종류|부류|유형)(?:의 사람)?"
        first = second = ""
        if found := re.fullmatch(rf"({self._one})(?:와|과|하고) ({self._one})(?:은|는) (?:서로 )?{kinds}{_IS}", text):
            first, second, said = self._who(found[1]), self._who(found[2]), found[3]
        elif (found := re.fullmatch(rf"우리(?:는| 둘은) (?:서로 )?{kinds}{_IS}", text)) and len(
            self._setting.names
        ) == 2:  # noqa: PLR2004
            first, second, said = *self._setting.names, found[1]
        if first and first != second:
            return (f"kind({first}) {'=' if said == '같은' else '!='} kind({second})",)
        return ()

    def _single(self, text: str) -> tuple[str, ...]:
        subject = rf"({self._one})(?:은|는|이|가|도)"
        if found := re.fullmatch(rf"{subject} ({_WORD})({_IS}|{_IS_NOT})", text):
            formula = is_kind(self._who(found[1]), _KIND[found[2]])
            return (f"not ({formula})" if re.fullmatch(_IS_NOT, found[3]) else formula,)
        for pattern, kind in _ALWAYS.items():
            if found := re.fullmatch(rf"{subject} {pattern}", text):
                return self._setting.has_way(self._who(found[1]), kind)
        now = r"(?:오늘은? |지금은? |이번에는? )?"
        if found := re.fullmatch(rf"{subject} {now}(?:({_TRUTH})|({_LIE})) ?{_NOW}", text):
            true = self._setting.truthful(self._who(found[1]))
            return (true if found[2] else f"not ({true})",)
        return ()

    def _who(self, word: str) -> str:
        return self._speaker if word in {"나", "저", "내", "제"} else word

    def _group(self, words: str) -> list[str]:
        if not words.startswith("우리"):
            return list(dict.fromkeys(self._who(word) for word in re.split(r", |와 |과 |하고 ", words)))
        number = [_NUMBER[word] for word in re.findall(rf"(?:{_COUNT})", words)]
        if number and number[0] != len(self._setting.names):
            raise NotReadError(words)
        return list(self._setting.names)


GRAMMAR = Grammar(
    _names,
    (_question, _speech, _stated, _scene),
    _partings,
    lambda setting, speaker, text: _Said(setting, speaker).meanings(text),
)
