"""English sentences about liars and truth-tellers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.puzzles.formal import Character
from maths.puzzles.liars_words import Grammar, NotReadError, Setting, counted, is_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KIND = {
    "knight": Character.TRUTHFUL,
    "truth-teller": Character.TRUTHFUL,
    "truth teller": Character.TRUTHFUL,
    "truthteller": Character.TRUTHFUL,
    "knave": Character.LIAR,
    "liar": Character.LIAR,
    "normal": Character.SOMETIMES,
    "spy": Character.SOMETIMES,
    "joker": Character.SOMETIMES,
}
_WORD = "|".join(sorted(_KIND, key=len, reverse=True))
_PLURAL = rf"(?:{_WORD.replace('spy', 'spie')})s"
_ALWAYS = {
    r"always lies?": Character.LIAR,
    r"always tells? the truth": Character.TRUTHFUL,
    r"never lies?": Character.TRUTHFUL,
    r"never tells? the truth": Character.LIAR,
    r"sometimes lies?": Character.SOMETIMES,
    r"sometimes lies? and sometimes tells? the truth": Character.SOMETIMES,
    r"sometimes tells? the truth and sometimes lies?": Character.SOMETIMES,
    r"(?:can|may) (?:either )?(?:lie or tell|tell) the truth(?: or lie)?": Character.SOMETIMES,
}
_NUMBER = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, **{str(n): n for n in range(1, 7)}}
_COUNT = "|".join(_NUMBER)
_NOT_NAME = re.compile(
    "Who|What|Which|If|Is|One|Two|Three|Each|Every|Everyone|Everybody|There|It|He|She|They|We|You|I|At|Exactly|All|Both|"
    "Neither|Either|None|Nobody|On|An|The|Knights|Knaves|Liars|Some|Only|Of|These|Those|Can|Determine|Find"
)
_SAY = (
    r"(?:says?|said|claims?|claimed|states?|stated|replies|replied|adds?|added|answers?|answered|tells? you|told you)"
)
_NAME = re.compile(
    rf"\b([A-Z][a-z]*)(?:\s+{_SAY}\b|\s*:|\s+(?:always|sometimes|never)\b|\s+is\s+(?:a|an|lying|telling)\b)"
)
# what a question may not bring along: a condition, or something that is told
_TELLS_MORE = re.compile(
    r"\b(?:if|given|knowing|supposing?|assum(?:e|ing)|when|unless|because|since|provided|exactly|only|at least|at most|"
    r"whom)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b([A-Z][a-z]*(?:, [A-Z][a-z]*)*,? and [A-Z][a-z]*)\b")


def _names(text: str) -> tuple[str, ...]:
    found = list(_NAME.findall(text))
    for listed in _LIST.findall(text):
        found += re.split(r", and |, | and ", listed)
    return tuple(dict.fromkeys(name for name in found if not _NOT_NAME.fullmatch(name)))


def _partings(_setting: Setting, sentence: str) -> Iterator[tuple[int, int]]:
    for parting in (r",? (?:and|but|while) (?=[A-Z])", r", (?=[A-Z])"):
        for found in re.finditer(parting, sentence):
            yield found.span()


def _question(setting: Setting, sentence: str, _said: list[tuple[str, str]]) -> bool:
    """A question changes nothing: everything is found out."""
    del setting
    asks = r"(?:who|what|which|is|are|can you|does|do|how many)\b[^\"]*\?"
    tells = r"(?:determine|find(?: out)?|decide|identify|tell) (?:who|what|which|whether)\b[^\"]*"
    return re.fullmatch(f"{asks}|{tells}", sentence, re.IGNORECASE) is not None and not _TELLS_MORE.search(sentence)


def _speech(setting: Setting, sentence: str, said: list[tuple[str, str]]) -> bool:
    names = "|".join(setting.names)
    quoted = rf"({names})(?: {_SAY})?(?: that)?[,:]? ?\"([^\"]+)\""
    reported = rf"({names}) {_SAY} that ([^\"]+)"
    plain = rf"({names})(?: {_SAY})?: ([^\"]+)"
    for pattern in (quoted, reported, plain):
        if found := re.fullmatch(pattern, sentence):
            said.append((found[1], found[2].strip(" ,.!")))
            return True
    return False


def _stated(setting: Setting, sentence: str, _said: list[tuple[str, str]]) -> bool:
    """What the puzzle itself says of persons."""
    names = "|".join(setting.names)
    for pattern, kind in _ALWAYS.items():
        if found := re.fullmatch(rf"({names}) {pattern}", sentence):
            setting.may_be(found[1], kind)
            return True
    if found := re.fullmatch(rf"({names}) is an? ({_WORD})", sentence):
        setting.may_be(found[1], _KIND[found[2]])
        return True
    return False


def _scene(  # noqa: PLR0911 - a line a form
    setting: Setting, sentence: str, _said: list[tuple[str, str]]
) -> bool:
    """Who there is and what they may be."""
    listed = r"[A-Z][a-z]*(?:(?:, |,? and )[A-Z][a-z]*)*"
    number = rf"({_COUNT})"
    people = r"(?:people|persons|inhabitants|islanders|friends|villagers|natives|logicians|suspects)"
    kind, kinds = rf"(?:an? )?(?:{_WORD})", _PLURAL
    here = r"(?:you meet|you see|here are|consider)"
    scenes = (
        rf"(?:there are|{here}) {number} {people}[,:]? (?:named |called )?({listed})",
        rf"{here}() ({listed})",
    )
    for pattern in scenes:
        if found := re.fullmatch(pattern, sentence, re.IGNORECASE):
            setting.are(_listed(found[found.re.groups]), _NUMBER.get(found[1].lower()))
            return True
    inhabited = r"island is inhabited (?:only|entirely|exclusively) by knights and (?:knaves|liars)"
    if re.fullmatch(rf"(?:an?|the|this) (?:[a-z]+ )*{inhabited}", sentence, re.IGNORECASE):
        setting.all_may_be(Character.TRUTHFUL, Character.LIAR)
        return True
    island = r"(?:on (?:an|the|a certain) island,? )?"
    plural = r"knights always tell the truth,? (?:(?:and|but|while) )?(?:knaves|liars) always lie"
    single = r"(?:the|a) knight always tells the truth,? (?:(?:and|but|while) )?(?:the|a) (?:knave|liar) always lies"
    two = rf"{island}(?:{plural}|{single})"
    if re.fullmatch(two, sentence, re.IGNORECASE):
        setting.defined = (Character.TRUTHFUL, Character.LIAR)
        return True
    freely = r"(?:can |may |sometimes )?(?:either )?(?:lie or tell the truth|tell the truth or lie|do either|do both)"
    if re.fullmatch(
        rf"{two},? and (?:spies|normals|jokers|(?:the|a) (?:spy|normal|joker)) {freely}", sentence, re.IGNORECASE
    ):
        setting.defined = (Character.TRUTHFUL, Character.LIAR, Character.SOMETIMES)
        return True
    each = r"(?:each|every one|everyone|everybody|each one|each person|every person|every inhabitant|each inhabitant)"
    of = rf"(?: of (?:them|the {number}(?: {people})?|these {people}))?"
    one = rf"(?:{kind}|{kinds})"
    either = rf"(?:{each}{of}|({listed})) (?:is|are)(?: each)?(?: either)? ({one}(?:, {one})*,? or {one})"
    if found := re.fullmatch(either, sentence, re.IGNORECASE):
        may_be = [_kind(word) for word in re.split(r",? or |, ", found[3])]
        for name in _listed(found[2]) if found[2] else ():
            setting.may_be(name, *may_be)
        if not found[2]:
            setting.are(setting.names, _NUMBER.get((found[1] or "").lower()))
            setting.all_may_be(*may_be)
        return True
    either = rf"{each}{of} (?:either )?always (?:tells the truth or always lies|lies or always tells the truth)"
    if found := re.fullmatch(either, sentence, re.IGNORECASE):
        setting.are(setting.names, _NUMBER.get((found[1] or "").lower()))
        setting.all_may_be(Character.TRUTHFUL, Character.LIAR)
        return True
    return _one_each(setting, sentence)


def _listed(names: str) -> list[str]:
    return re.split(r", and |, | and ", names)


def _one_each(setting: Setting, sentence: str) -> bool:
    always = "|".join(_ALWAYS)
    one = rf"(?:one|another|the other|the third)(?: of them)? (?:is )?(?:an? ({_WORD})|({always}))"
    parts = re.split(r", and |, | and (?=one|another|the)", sentence[:1].lower() + sentence[1:])
    found = [re.fullmatch(one, part) for part in parts]
    if len(parts) < 2 or not all(found):  # noqa: PLR2004 - one of several
        return False
    setting.one_each(sentence, [_kind(each[1] or each[2]) for each in found if each])
    return True


def _kind(words: str) -> Character:
    bare = re.sub(r"^an? ", "", words.lower())
    for word, kind in _KIND.items():
        if bare in {word, f"{word}s", word.replace("spy", "spies")}:
            return kind
    return next(kind for pattern, kind in _ALWAYS.items() if re.fullmatch(pattern, bare))


class _Said:
    """What a speaker means."""

    def __init__(self, setting: Setting, speaker: str) -> None:
        self._setting = setting
        self._speaker = speaker
        self._names = "|".join(setting.names)
        self._one = rf"(?:{self._names}|I|me)"

    def meanings(self, text: str) -> tuple[str, ...]:
        """One formula a reading. Raises NotReadError."""
        text = re.sub(r"^that ", "", text.strip(" ,.!"))
        for form in (
            self._conditional,
            self._denied,
            self._would_say,
            self._several,
            self._pair,
            self._joined,
            self._single,
        ):
            if found := form(text):
                return found
        raise NotReadError(text[:60])

    def _conditional(self, text: str) -> tuple[str, ...]:
        if found := re.fullmatch(r"[Ii]f (.+?),? then (.+)|[Ii]f (.+?), (.+)", text):
            condition, consequence = (found[1], found[2]) if found[1] else (found[3], found[4])
            return () if self._compound(consequence) else self._both(condition, "implies", consequence)
        if found := re.fullmatch(r"(.+) if and only if (.+)", text):
            return () if any(map(self._compound, found.groups())) else self._both(found[1], "iff", found[2])
        return ()

    def _compound(self, text: str) -> bool:
        """Whether it joins or denies sentences: what stands before it may then belong to the first of them alone."""
        clause = rf"(?={self._one} (?:is|am|are|always|never|sometimes)\b)"
        return re.search(rf",? (?:and|or|but) {clause}|\bif\b|^it\b", text, re.IGNORECASE) is not None

    def _denied(self, text: str) -> tuple[str, ...]:
        if self._compound(re.sub(r"^[Ii]t\b", "", text)):
            return ()
        if found := re.fullmatch(r"[Ii]t(?: is|'s) (?:not true|false|not the case) that (.+)", text):
            return tuple(f"not ({one})" for one in self.meanings(found[1]))
        if found := re.fullmatch(r"[Oo]nly a (?:knave|liar) would say that (.+)", text):
            return tuple(f"not ({one})" for one in self.meanings(found[1])) if self._setting.only_two_kinds else ()
        if found := re.fullmatch(r"(?:I know|It(?: is|'s) true|it(?: is|'s) true) that (.+)", text):
            return self.meanings(found[1])
        return ()

    def _would_say(self, text: str) -> tuple[str, ...]:
        """What a knight says is true, what a knave says is false: so either could say it or not."""
        saying = rf"({self._one}) (?:would|could|will) (?:say|claim|tell you) that (.+)"
        if (found := re.fullmatch(saying, text)) and self._setting.only_two_kinds and not self._compound(found[2]):
            truthful = is_kind(self._who(found[1]), Character.TRUTHFUL)
            inside = _Said(self._setting, self._speaker).meanings(found[2])
            return tuple(f"({truthful}) iff ({one})" for one in inside)
        return ()

    def _joined(self, text: str) -> tuple[str, ...]:
        clause = rf"(?={self._one} (?:is|am|are|always|never|sometimes)\b)"
        for word, sign in ((rf",? or {clause}", "or"), (rf",? (?:and|but) {clause}", "and")):
            parts = re.split(word, re.sub(r"^[Ee]ither ", "", text) if sign == "or" else text)
            if len(parts) == 2 and not any(map(self._compound, parts)):  # noqa: PLR2004 - this or that
                found = self._both(parts[0], sign, parts[1])
                if sign == "or" and text[:6].lower() == "either":
                    found += self._both(parts[0], "xor", parts[1])
                return found
        return ()

    def _both(self, first: str, sign: str, second: str) -> tuple[str, ...]:
        return tuple(f"({a}) {sign} ({b})" for a in self.meanings(first) for b in self.meanings(second))

    def _several(self, text: str) -> tuple[str, ...]:  # noqa: PLR0911 - a line a form
        """Counts: "exactly two of us are knaves"."""
        group = rf"us|the {_COUNT}|us {_COUNT}|{self._one}(?:(?:, |,? and ){self._one})+"
        verb, kind = r"(?:is|are)", rf"(?:an? )?({_WORD}|{_PLURAL})"
        if found := re.fullmatch(
            rf"(?:(exactly|precisely|at least|at most|only|just) )?({_COUNT}) (?:of )?({group}) {verb} {kind}",
            text,
            re.IGNORECASE,
        ):
            return self._counts(found[1], _NUMBER[found[2].lower()], self._group(found[3]), _kind(found[4]))
        if found := re.fullmatch(rf"(all|none|some|both|neither) (?:of )?({group}) {verb} {kind}", text, re.IGNORECASE):
            return self._every(found[1].lower(), self._group(found[2]), _kind(found[3]))
        if found := re.fullmatch(rf"neither ({self._one}) nor ({self._one}) (?:is|am|are) {kind}", text, re.IGNORECASE):
            return self._every("none", [self._who(found[1]), self._who(found[2])], _kind(found[3]))
        of = rf"(?:[Oo]f|[Aa]mong) ({group}),? (?:there (?:is|are) )?(?:(exactly|at least|at most|only) )?({_COUNT})"
        if found := re.fullmatch(rf"{of}(?: {verb})? {kind}", text):
            return self._counts(found[2], _NUMBER[found[3].lower()], self._group(found[1]), _kind(found[4]))
        among = rf"[Tt]here {verb} (?:(exactly|at least|at most|only) )?({_COUNT}) ({_WORD}|{_PLURAL}) among ({group})"
        if found := re.fullmatch(among, text):
            return self._counts(found[1], _NUMBER[found[2].lower()], self._group(found[4]), _kind(found[3]))
        if found := re.fullmatch(rf"[Ww]e are (?:(all|both) )?{kind}", text):
            if found[1] == "both" and len(self._setting.names) != 2:  # noqa: PLR2004 - which two?
                return ()
            return self._every("all", list(self._setting.names), _kind(found[2]))
        return ()

    def _counts(self, how: str | None, number: int, names: Sequence[str], kind: Character) -> tuple[str, ...]:
        if number > len(names):
            return ()
        least, exactly = counted("atleast", number, names, kind), counted("exactly", number, names, kind)
        match (how or "").lower():
            case "":
                return (exactly, least) if number < len(names) else (exactly,)
            case "at least":
                return (least,)
            case "at most":
                return (counted("atmost", number, names, kind),)
            case _:
                return (exactly,)

    def _every(self, how: str, names: Sequence[str], kind: Character) -> tuple[str, ...]:
        if how in {"both", "neither"} and len(names) != 2:  # noqa: PLR2004 - which two?
            return ()
        match how:
            case "some":
                return (counted("atleast", 1, names, kind),)
            case "none" | "neither":
                return (counted("exactly", 0, names, kind),)
            case _:
                return (counted("exactly", len(names), names, kind),)

    def _pair(self, text: str) -> tuple[str, ...]:
        two = rf"({self._one}) and ({self._one})"
        same = r"(?:are (?:of )?the same (?:kind|type)|are both knights or both knaves|are alike)"
        kinds = r"(?:kinds|types)"
        other = rf"are (?:of )?(?:different|opposite) {kinds}|are different|are not (?:of )?the same (?:kind|type)"
        first = second = ""
        if found := re.fullmatch(rf"{two} ({same}|{other})", text):
            first, second, said = self._who(found[1]), self._who(found[2]), found[3]
        elif (found := re.fullmatch(rf"[Ww]e ({same}|{other})", text)) and len(self._setting.names) == 2:  # noqa: PLR2004
            first, second, said = *self._setting.names, found[1]
        if first and first != second:
            return (f"kind({first}) {'=' if re.fullmatch(same, said) else '!='} kind({second})",)
        kind = rf"(not both )?(?:both )?({_PLURAL})"
        if found := re.fullmatch(rf"{two} are {kind}", text):
            both = self._every("all", [self._who(found[1]), self._who(found[2])], _kind(found[4]))
            return tuple(self._perhaps_not(found[3], one) for one in both)
        likeness = (
            rf"({self._one}) (?:is|am) (?:of )?(the same|a different) (?:kind|type) (?:as|from|than) ({self._one})"
        )
        if (found := re.fullmatch(likeness, text)) and self._who(found[1]) != self._who(found[3]):
            sign = "=" if found[2] == "the same" else "!="
            return (f"kind({self._who(found[1])}) {sign} kind({self._who(found[3])})",)
        return ()

    def _single(self, text: str) -> tuple[str, ...]:
        be = r"(?:is|am)"
        if found := re.fullmatch(rf"({self._one}) {be} (not )?(?:an? |the )?({_WORD})", text):
            return (self._perhaps_not(found[2], is_kind(self._who(found[1]), _kind(found[3]))),)
        now = r"(?: today| now| right now)?"
        if found := re.fullmatch(rf"({self._one}) {be} (not )?(lying|telling the truth){now}", text):
            true = self._setting.truthful(self._who(found[1]))
            true = f"not ({true})" if found[3] == "lying" else true
            return (self._perhaps_not(found[2], true),)
        for pattern, kind in _ALWAYS.items():
            if found := re.fullmatch(rf"({self._one}) {pattern}", text):
                return self._setting.has_way(self._who(found[1]), kind)
        return ()

    def _perhaps_not(self, negation: str | None, formula: str) -> str:
        return f"not ({formula})" if negation else formula

    def _who(self, word: str) -> str:
        return self._speaker if word in {"I", "me", "i"} else word

    def _group(self, words: str) -> list[str]:
        names = [self._who(word) for word in re.split(r", and |, | and ", words)]
        if all(name in self._setting.names for name in names):
            return list(dict.fromkeys(names))
        counts = [number for word, number in _NUMBER.items() if re.search(rf"\b{word}\b", words)]
        if counts and counts[0] != len(self._setting.names):
            raise NotReadError(words)
        return list(self._setting.names)


GRAMMAR = Grammar(
    _names,
    (_question, _speech, _stated, _scene),
    _partings,
    lambda setting, speaker, text: _Said(setting, speaker).meanings(text),
)
