r"""The answer inside what people and models write: `the answer is 12`, `정답은 12입니다`, `… = \boxed{12}.`

    1. the last box, together with those that only words part from it
    2. what an explicit phrase names: "final answer:", "the answer is", "답:", "#### 12"
    3. the only formula of a text that otherwise holds words, or of a last sentence that concludes
    4. else nothing is found, and the whole text must read

What stands outside of the found answer is words. Mathematics there that could change the answer (`\boxed{5}!`,
`12 or 13`, "not 12") means that no answer was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from maths.reading.numerals import with_digits

_MAX_TEXT = 20_000  # characters looked at: the end of a long solution
_BOX = re.compile(r"(?<!\\)\\{1,4}(?:boxed|fbox)\s*\{")
_MAX_BOXES = 40  # looked at, from the end of the text
_MARKS = re.compile(r"<\|[^|>]*\|>?.*|</?(?:answer|solution|final)>", re.DOTALL)
_ESCAPED_LINE = re.compile(r"\\n(?=\\|\s|$)")  # a line break that was escaped twice
_DELIMITED = re.compile(
    r"\$\$(?P<a>.+?)\$\$|(?<!\\)\$(?P<b>(?:\\.|[^$\\\n])+?)(?<!\\)\$|\\\((?P<c>.+?)\\\)|\\\[(?P<d>.+?)\\\]", re.DOTALL
)
_PHRASE = re.compile(
    r"(?:####\s*|(?P<label>(?:the\s+)?(?:final|correct|right)?\s*\banswers?(?:\s+to\s+[\w ]{1,40}?)?)"
    r"\s*(?P<link>\s+(?:is|are|was|will\s+be|would\s+be|must\s+be|equals|=|comes\s+(?:out\s+)?to)\b\s*(?:equal\s+to\b)?\s*:?|\s*[:=：]|(?=\s*[$\\]))"
    r"|(?:최종\s*)?(?:정답|답|결과|해답)(?P<korean>\s*(?:은|는|이|:|：|=)|\s(?=\s*[-−\d\\$√(]))"
    r"|\b(?:therefore|thus|hence|so),?\s+(?:(?:we|you)\s+(?:get|have|find|obtain)|it\s+is|it's)\s+)\s*",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|never|\w+n['’]t|no longer|instead of|rather than|unlike|wrong|incorrect|cannot|can't|neither|nor"
    r"|except|other than|doubt|unless|if|whether|false|mistake|mistaken|instead)\b|아니|아닌|않|틀리|틀린|제외",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:more|less|fewer|greater|smaller|larger|at least|at most|about|approximately|around|roughly|almost|nearly"
    r"|over|under|above|below|between|up to|minus|plus|negative|times|half|twice|double|thrice|hundred|thousand|million"
    r"|billion|dozen|percent|squared|cubed|factorial|either|or|per|out of|divided|multiplied|square root|root|power|mod"
    r"|base|infinity|degrees?|inverse|opposite|reciprocal|absolute value|logarithm|double|triple"
    r"|(?:square|cube) of|fractional|quarter|third|fifth|tenth|maybe|perhaps|probably|something)\b"
    r"|이상|이하|초과|미만|약 |대략|정도|배|또는|마이너스|제곱|루트",
    re.IGNORECASE,
)
_KOREAN_END = re.compile(
    r"\s*(?:입니다|이다|이에요|예요|이예요|이고요|이지요|이죠|임|이요|요|됩니다"
    r"|인 것 같(?:아요|습니다|다)|(?:이)?라고 생각(?:해요|합니다|한다)"
    r"|가 됩니다|이 됩니다|가 된다|이 된다|다)\s*[.!]?\s*$"
)
_SAID = re.compile(
    r"(?:[\d)}%$]|\d\s?[가-힣]{1,3})\s*(?:입니다|이다|이에요|예요|이예요|임|이요|요"
    r"|인 것 같(?:아요|습니다|다)|(?:이)?라고 생각(?:해요|합니다|한다))[.!]?$"
)
_MOOD = re.compile(r"(?<=\S)(?:\s+(?::-?[)(D]|;-?\)|\^\^|\^_\^)|\s*(?:[ㅋㅎㅠㅜ]+|[\U0001f300-\U0001faff]+))$")
_CONCLUDING = re.compile(
    r"^\W*(?:therefore|thus|hence|so|finally|in conclusion|따라서|그러므로|결국|즉)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[^\d\s.])\.(?=\s|$|[\"'*])|(?<=\d)\.(?=\s|$)|[.](?=\$\s|\s*\\\])|\n\s*\n|(?<=[다요])\.\s")
_MATHS = re.compile(r"[\d=<>+*/^√≤≥≈%!]|\\(?!text|mbox|quad|,|;|\s)[a-zA-Z]+|\$")
_COURTESY = re.compile(
    r"^[\s.,;!*\"')}\]$\\-]*(?:I hope (?:it|this) (?:is correct|helps)\W*|</?\w+>\W*)*$", re.IGNORECASE
)
_GAP = re.compile(
    r"(?:[\s,;$.&~]|\\[,;:!() \[\]]|\\(?:quad|qquad)|\\text\s*\{[A-Za-z ,()]*\}|\\\\|\band\b"
    r"|그리고|와|과|,|\b[A-Za-z]{3,}\b"
    r"|(?:[A-Za-z](?:_\{?\w{1,3}\}?)?|\\?[a-z]{0,7}_\{?\w{1,3}\}?)\s*=)*"
)
_LEAD_OUT = re.compile(r"(?:^|=|\\in|\\ni|∈|\\approx|≈|\\equiv|≡|:|\\Rightarrow|\\implies|\\iff|→|⇒|\\to|&)\s*$")
_PLAIN_NUMBER = re.compile(
    r"(?<![\w.$\\/^])[-−]?(?:US\$|[$€£₩])?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s\d+/\d+|/\d+)?(?:\s?(?:%|[€£₩]))?(?![\w.,]{0,20}[\d/^*=])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """`text` is the answer as it stands; `after` the words right behind it, `units` where they may name its unit."""

    text: str
    after: str = ""
    prose: bool = True


def find(text: str) -> Found | None:
    """The answer a text gives; None where none stands out from the words around it."""
    text = _cleaned(text)
    boxed = _boxed(text)
    phrase = _named(text)
    if boxed is not None:
        place, found = boxed
        if phrase is not None and phrase[0] > place and not _BOX.search(text, phrase[0]):
            return phrase[1]
        return found
    if _BOX.search(text):
        return None
    if phrase is not None:
        return phrase[1]
    return _only(text)


_DRESS = (
    ("**", "**"), ("__", "__"), ("`", "`"), ("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"),
    ('"', '"'), ("“", "”"),
)  # fmt: skip


def bare(text: str) -> str:
    """The text without what only dresses it: Markdown, `$`, a closing full stop, a Korean copula."""
    text = text.strip()
    while True:
        before = text
        for left, right in _DRESS:
            inner = text[len(left) : -len(right)]
            if (
                len(text) > len(left) + len(right)
                and text.startswith(left)
                and text.endswith(right)
                and left not in inner
            ):
                text = inner.strip()
        if re.search(r"[^.]\.$", text) or text.endswith("。"):
            text = text[:-1].rstrip()
        if re.search(r"[^\\]\\$", text):
            text = text[:-1].rstrip()
        text = re.sub(r"(?:\\[,;: ]|\\quad|~)+$", "", text).strip()
        if _SAID.search(text):
            text = _KOREAN_END.sub("", text)
        text = _MOOD.sub("", re.sub(r"^=\s*(?=[^=\s])", "", text))
        if text == before:
            return text


def without_copula(words: str) -> str:
    """`참` for `참입니다`."""
    return _KOREAN_END.sub("", words)


def _cleaned(text: str) -> str:
    _, _, last = text[-_MAX_TEXT:].rpartition("</think>")
    last = last.replace('\\"', '"')
    return with_digits(_MARKS.sub("", _ESCAPED_LINE.sub("\n", last)).strip())


# Boxes


def _boxes(text: str) -> list[tuple[int, int, str]]:
    """Start, end and content of each box that is closed."""
    found: list[tuple[int, int, str]] = []
    for match in list(_BOX.finditer(text))[-_MAX_BOXES:]:
        depth, place = 1, match.end()
        while place < len(text) and depth:
            if text[place] == "\\":
                place += 1
            else:
                depth += {"{": 1, "}": -1}.get(text[place], 0)
            place += 1
        if not depth and (not found or match.start() >= found[-1][1]):
            found.append((match.start(), place, text[match.end() : place - 1]))
    return found


def _boxed(text: str) -> tuple[int, Found] | None:
    boxes = _boxes(text)
    if not boxes:
        return None
    group = [boxes[-1]]
    for box in reversed(boxes[:-1]):
        gap = text[box[1] : group[0][0]]
        if len(gap) > 60 or "\n\n" in gap or not _GAP.fullmatch(gap) or re.search(r"[.]\s", gap):  # noqa: PLR2004 - one clause
            break
        group.insert(0, box)
    start, end = group[0][0], group[-1][1]
    if not _leads(text[:start]):
        return None
    after = _follows(text[end:])
    if after is None:
        return None
    contents = list(dict.fromkeys(_inner(content) for _, _, content in group))
    return end, Found(", ".join(contents), after if len(group) == 1 else "")


def _inner(content: str) -> str:
    nested = _boxes(content)
    if len(nested) == 1 and not (content[: nested[0][0]] + content[nested[0][1] :]).strip():
        return _inner(nested[0][2])
    return content.strip().replace("$ and $", " and ").strip("$ ")


def _leads(before: str) -> bool:
    """Whether nothing in the formula before the box changes what is in it."""
    cut = max(before.rfind(mark) + len(mark) if mark in before else 0 for mark in ("$", "\\(", "\\[", "\n", "\\\\"))
    inside = before[cut:] if _opens(before) else re.split(r"[.:;,]\s|\n", before)[-1]
    inside = inside.strip()
    if not inside or _LEAD_OUT.search(inside):
        return not _NEGATED.search(inside)
    last = re.search(r"[^\s]+$", inside)
    words = last is not None and re.fullmatch(
        r"\*{0,2}[A-Za-z가-힣'’]{2,}[:,]?\*{0,2}|\*\*|[\"'(]|\}|a|I|-{3}|\\text\s*\{[^}]*\}", last[0]
    )
    return bool(words) and not re.search(r"\b(?:not|minus|negative|times|plus|isn't)\s*$", inside, re.IGNORECASE)


def _opens(before: str) -> bool:
    """Whether the text ends inside of a formula."""
    dollars = len(re.findall(r"(?<!\\)\$", before.replace("$$", "$")))
    brackets = max(before.rfind("\\["), before.rfind("\\("))
    return dollars % 2 == 1 or brackets > max(before.rfind("\\]"), before.rfind("\\)"))


_TRAIL = re.compile(
    r"(?:\}|\\[,;:! ]|\\(?:quad|qquad|right|end\{[a-z*]+\})|&|\\\\|\\pmod\s*\{?\w+\}?|\s)*"
    r"(?P<text>\\(?:text|mbox|mathrm)\s*\{[^{}]*\}"
    r"(?:\^\{?[23]\}?)?|\\?%|\^\{?\\circ\}?|°)?(?P<rest>.*)",
    re.DOTALL,
)  # fmt: skip


def _follows(after: str) -> str | None:
    """The unit or the words behind a box; None where mathematics there changes it."""
    trail = _TRAIL.match(after)
    if trail is None or re.match(r"[({\[|]", after) or _NEGATED.search(re.split(r"[.,;\n]", after)[0][:60]):
        return None
    rest = re.sub(r"^[.,;\s]*(?:\$\$?|\\\)|\\\])", "", trail["rest"])
    closed = rest != trail["rest"]
    rest = rest.lstrip(" *\"'”’)") if closed else rest.lstrip(" *\"'”’")
    unit = trail["text"] or ""
    if re.match(r"[-+*/^!=<>\d√(²³_]|\\(?:cdot|times|pm|sqrt|frac|div|le|ge|neq|%|pi)\b|\\%", rest) and not (
        re.match(r"[-*]{2,}|\d+[.)]\s", rest) or "\n" in trail["rest"][:3]
    ):
        percent = re.match(r"\\?%", rest)
        return percent[0] if percent else None
    if re.match(r"[a-zA-Z](?![a-zA-Z])", rest) and not closed:
        return None
    if re.match(r"(?:or|minus|plus|times|over|squared|cubed|factorial|percentage points|and a half)\b", rest):
        return None
    if unit:
        return unit
    word = re.match(r"(?:\\?%|(?:square |cubic )?[A-Za-z가-힣]+(?:/[a-z]+|\^[23]|[²³])?)", rest)
    return word[0] if word else ""


# Phrases


def _named(text: str) -> tuple[int, Found] | None:
    """What the last explicit phrase names, with its place."""
    phrases = [m for m in _PHRASE.finditer(text) if m.end() < len(text)]
    for match in reversed(phrases):
        sentence, rest = _sentence(text[match.end() :])
        strong = match[0].startswith("####") or "final" in (match["label"] or "").lower() or "최종" in match[0]
        if _disowned(text[: match.start()]) or (_MATHS.search(rest) and not strong):
            return None
        found = _stated(sentence)
        if found is not None:
            return match.start(), found
        if not strong:
            return None
    return None


_OPERATED = re.compile(
    r"(?:\bof|\bis|\btwice|\bhalf|\bdouble|\btimes|\bminus|\bplus|\bnegative|의)\s*(?:the|my|your|an?)?\s*$",
    re.IGNORECASE,
)


def _disowned(before: str) -> bool:
    """Whether what stands before a phrase turns it: "I don't think", "twice"."""
    clause = re.split(r"[.!?\n]", before)[-1][-60:]
    return bool(_NEGATED.search(clause) or _OPERATED.search(clause))


def _sentence(text: str) -> tuple[str, str]:
    """The first sentence, line or paragraph, and the rest."""
    lead = len(text) - len(text.lstrip(" \n*:\"'“"))
    masked = _DELIMITED.sub(lambda m: "x" * len(m[0]), text)
    end = _SENTENCE.search(masked, lead)
    line = masked.find("\n", lead)
    if line >= 0 and (end is None or line < end.start()):
        return text[:line], text[line:]
    return (text, "") if end is None else (text[: end.start()], text[end.end() :])


def _stated(sentence: str) -> Found | None:
    """The answer that a sentence after "the answer is" holds."""
    sentence = bare(sentence.strip(" \n:\"'“”"))
    if not sentence or _NEGATED.search(sentence) or sentence.endswith("?"):
        return None
    formulas = list(_DELIMITED.finditer(sentence))
    if formulas and (len(formulas) == 1 or not sentence[: formulas[0].start()].strip(' "*:')):
        if len(formulas) > 1:
            gaps = [sentence[a.end() : b.start()] for a, b in pairwise(formulas)]
            if not all(re.fullmatch(r"\s*(?:,|and|,\s*and|그리고|와|과)\s*", gap) for gap in gaps):
                return None
            tail = sentence[formulas[-1].end() :]
            return Found(", ".join(_content(f) for f in formulas)) if not _MATHS.search(tail) else None
        return _one_formula(sentence, formulas[0])
    if len(re.findall(r"[A-Za-z]{2,}", sentence)) > 2 and re.match(r"[A-Za-z]{2}", sentence):  # noqa: PLR2004 - a sentence
        return _one_number(sentence)
    cut = re.split(r",?\s+(?:because|since|as we|which is because|왜냐하면)\b", sentence)[0]
    copula = (
        _KOREAN_END.sub("", cut)
        if re.search(r"[\d)}%\]]\s*\S{0,4}(?:입니다|이다|이에요|예요|임|다|요)\s*$", cut)
        else cut
    )
    return Found(copula.strip(' *"“”'), prose=True)


def _content(match: re.Match[str]) -> str:
    return next(g for g in match.groups() if g is not None).strip()


def _one_formula(sentence: str, formula: re.Match[str]) -> Found | None:
    """A formula with words around it."""
    before, after = sentence[: formula.start()], sentence[formula.end() :]
    if sentence.rstrip().endswith("?") or re.match(r"[A-Za-z0-9_({\[]|\s*[A-Zb-zα-ω]\b", after):
        return None
    if _MATHS.search(before) or _NEGATED.search(before) or _NEGATED.search(after) or _HEDGED.search(before):
        return None
    if not re.search(r"[A-Za-z가-힣]", before) and after.strip(" .*"):
        return Found(f"{_content(formula)} {after.strip(' .*')}")
    percent = re.match(r"\s*(\\?%|percent\b|pct\b|per cent\b|퍼센트)", after)
    unit = re.match(r"\s*([A-Za-z가-힣]+(?: (?:feet|meters?|metres?|inch(?:es)?|units?|cm|km))?)", after)
    rest = after[percent.end() :] if percent else after
    if _MATHS.search(rest) or (_HEDGED.search(rest) and not percent):
        return None
    return Found(_content(formula), percent[1] if percent else (unit[1] if unit else ""))


# One formula or number among words


def _only(text: str) -> Found | None:
    """The only formula of the text, of its last sentence where that concludes, or the only number there."""
    formulas = list(_DELIMITED.finditer(text))
    if len(formulas) == 1 and bare(text) != _content(formulas[0]):
        return _one_formula(text, formulas[0])
    sentences = [s for s in _sentences(text) if s.strip()]
    while len(sentences) > 1 and _COURTESY.match(sentences[-1].strip()):
        sentences.pop()
    if not sentences:
        return None
    last = sentences[-1]
    formulas = list(_DELIMITED.finditer(last))
    if len(formulas) == 1 and _CONCLUDING.match(last):
        return _one_formula(last, formulas[0])
    if not formulas and (len(sentences) == 1 or _CONCLUDING.match(last)):
        return _one_number(last)
    return None


def _sentences(text: str) -> list[str]:
    sentences: list[str] = []
    while text:
        sentence, text = _sentence(text)
        sentences.append(sentence)
    return sentences


_SUBJECT = re.compile(r"^[^\d]*[A-Za-z가-힣]{2,}[^\d]*$")


def _one_number(sentence: str) -> Found | None:
    """`Thus there are 12 different ways`: a number in figures among words that leave it as it is."""
    numbers = list(_PLAIN_NUMBER.finditer(sentence))
    if len(numbers) != 1 or len(re.findall(r"\d+", sentence.replace(",", ""))) > 3:  # noqa: PLR2004 - 1 2/3
        return None
    number = numbers[0]
    before, after = sentence[: number.start()], sentence[number.end() :]
    if not before.strip(" *") or not _SUBJECT.match(before) or _MATHS.search(after) or _MATHS.search(before):
        return None
    if _NEGATED.search(sentence) or _HEDGED.search(sentence) or sentence.rstrip().endswith("?"):
        return None
    if re.match(r"[²³°!'√π(\[{]|\s*[A-Zb-z]\b|\s*of\b", after) or re.search(r"[-+√(\[{|]\s*$", before):
        return None
    if len(re.findall(r"[A-Za-z가-힣]+", before)) < 2 and not re.search(r"[가-힣](?:은|는|이|가)\s*$", before):  # noqa: PLR2004
        return None
    unit = re.match(r"\s*([A-Za-z가-힣]+)", _KOREAN_END.sub("", after))
    return Found(number[0].strip("* "), unit[1] if unit else "")
