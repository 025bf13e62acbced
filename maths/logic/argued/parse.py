"""Formulas and formalised arguments as text, read over an allow-list of signs, whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from maths.logic.argued.language import (
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_INDIVIDUALS,
    MAX_LINES,
    MAX_NODES,
    MAX_PHRASE,
    MAX_PREDICATES,
    MAX_PROPOSITIONS,
    MAX_TEXT,
    All,
    And,
    Formalised,
    Holds,
    If,
    Iff,
    Kind,
    Letter,
    Line,
    Meaning,
    Not,
    Or,
    Role,
    Sentence,
    Some,
    below,
    depth,
    size,
    symbols,
)
from maths.message import Message

_SIGNS = {
    "not": ("~", "¬", "!", "\\neg", "\\lnot", "not"),
    "and": ("&&", "&", "∧", "\\land", "\\wedge", "and"),
    "or": ("||", "|", "∨", "\\lor", "\\vee", "or"),
    "iff": ("<->", "<=>", "↔", "⇔", "\\leftrightarrow", "\\Leftrightarrow", "\\iff", "iff"),
    "if": ("->", "=>", "→", "⇒", "⊃", "\\rightarrow", "\\Rightarrow", "\\to", "\\implies", "implies"),
    "all": ("∀", "\\forall", "forall", "all", "every"),
    "some": ("∃", "\\exists", "exists", "some"),
    "(": ("(", "["),
    ")": (")", "]"),
    "dot": (".", ":", ","),
}
_WORD = r"[A-Za-z][A-Za-z0-9_]{0,23}"
_SPELLED = {spelling: sign for sign, spellings in _SIGNS.items() for spelling in spellings}
_LONGEST = sorted((s for s in _SPELLED if not s.isalpha()), key=len, reverse=True)
_TOKEN = re.compile(rf"\s*(?:({'|'.join(map(re.escape, _LONGEST))})|({_WORD}))")
_SO = re.compile(r"(?:(?:so|therefore|hence|thus|conclusion)\b|∴|⊢|\|-|따라서|그러므로|결론)\s*[:,]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\(?\d{1,2}[.):]|[-*•])\s*")
_MEANING = re.compile(rf"({_WORD})\s*(\(\s*([a-z])\s*\))?\s*(?::|=|：)\s*(\S.*)")
_DENIED = " / "  # between a predicate's phrase and the phrase of its denial


class NotFormalError(Exception):
    """The text is not in the language of arguments; `message` says where it stops being so."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def formula(text: str) -> Sentence:
    """The sentence of a text, all of it. Raises NotFormalError."""
    if len(text) > MAX_CHARACTERS:
        raise NotFormalError(Message("A formula is longer than {most} characters.", most=MAX_CHARACTERS))
    sentence = _Reader(_tokens(text), text).whole()
    if depth(sentence) > MAX_DEPTH or size(sentence) > MAX_NODES:
        raise NotFormalError(Message("A formula is too deep or too large."))
    return sentence


def formalised(text: str) -> Formalised:
    """An argument written down formally: meanings, premises, and lines that begin with “so”. Raises NotFormalError."""
    if len(text) > MAX_TEXT:
        raise NotFormalError(Message("The argument is longer than {most} characters.", most=MAX_TEXT))
    meanings: list[Meaning] = []
    found: list[tuple[bool, Sentence]] = []
    for written in filter(None, (line.strip() for line in text.splitlines())):
        if (meant := _MEANING.fullmatch(written)) and not _SO.match(written):
            meanings.append(_meaning(meant))
            continue
        line = _NUMBER.sub("", written, count=1) if _NUMBER.match(written) else written
        concluded = _SO.match(line)
        found.append((concluded is not None, formula(line[concluded.end() :] if concluded else line)))
    if not found or not found[-1][0]:
        raise NotFormalError(Message("The last line must be the conclusion: “so: …”."))
    lines = [Line(Role.STEP if is_concluded else Role.PREMISE, sentence) for is_concluded, sentence in found]
    lines[-1] = Line(Role.CONCLUSION, lines[-1].sentence)
    return checked(Formalised(tuple(lines), tuple(meanings)))


def formal_text(text: str) -> Formalised | None:
    """An argument typed in signs, its lines divided by line ends, semicolons or commas; None where it is prose."""
    try:
        return formalised(text)
    except NotFormalError:
        pass
    divided = re.sub(r"\s*(?:[;\n,]|(?<![\w)])/|∴)\s*", lambda at: "\n∴ " if "∴" in at[0] else "\n", text.strip(" .\n"))
    try:
        return formalised(text)
    except NotFormalError:
        pass
    divided = re.sub(r"(?<=\S)\s+(?=(?:so|therefore|hence|⊢|\|-)\s)", "\n", divided)
    try:
        return formalised(divided)
    except NotFormalError:
        return None


def checked(argument: Formalised) -> Formalised:
    """The argument itself, within its bounds and every symbol of one kind. Raises NotFormalError."""
    if len(argument.lines) > MAX_LINES:
        raise NotFormalError(Message("The argument has more than {most} lines.", most=MAX_LINES))
    used = symbols(*(line.sentence for line in argument.lines))
    bounds = (
        (used.propositions, MAX_PROPOSITIONS),
        (used.predicates, MAX_PREDICATES),
        (used.individuals, MAX_INDIVIDUALS),
    )
    for names, most in bounds:
        if len(names) > most:
            raise NotFormalError(Message("The argument has too many symbols: {names}.", names=", ".join(names)))
    every = [*used.propositions, *used.predicates, *used.individuals]
    if doubled := sorted({name for name in every if every.count(name) > 1}):
        raise NotFormalError(Message("“{symbol}” is used in two ways.", symbol=doubled[0]))
    kinds = dict.fromkeys(used.propositions, Kind.PROPOSITION) | dict.fromkeys(used.predicates, Kind.PREDICATE)
    kinds |= dict.fromkeys(used.individuals, Kind.INDIVIDUAL)
    meant: dict[str, Meaning] = {}
    for meaning in argument.meanings:
        if meaning.symbol in meant:
            raise NotFormalError(Message("“{symbol}” has two meanings.", symbol=meaning.symbol))
        if meaning.symbol in kinds:
            kind = kinds[meaning.symbol]
            meant[meaning.symbol] = Meaning(meaning.symbol, kind, meaning.phrase, meaning.denied)
    return replace(argument, meanings=tuple(meant[name] for name in kinds if name in meant))


def written(argument: Formalised, formulas: list[str]) -> str:
    """The text that `formalised` reads back; `formulas` are its lines as typed text."""
    rows = [_meaning_row(meaning) for meaning in argument.meanings]
    rows += [""] if rows else []
    number = 0
    for line, typed in zip(argument.lines, formulas, strict=True):
        number += line.role is Role.PREMISE
        rows.append(f"{number}. {typed}" if line.role is Role.PREMISE else f"∴ {typed}")
    return "\n".join(rows)


def _meaning_row(meaning: Meaning) -> str:
    symbol = f"{meaning.symbol}(x)" if meaning.kind is Kind.PREDICATE else meaning.symbol
    denied = f"{_DENIED}{meaning.denied}" if meaning.denied else ""
    return f"{symbol}: {meaning.phrase}{denied}"


def _meaning(found: re.Match[str]) -> Meaning:
    symbol, parentheses, variable, phrase = found.groups()
    phrase, _, denied = phrase.strip().partition(_DENIED)
    if variable and phrase.startswith(f"{variable} "):
        phrase = phrase[2:]
    kind = Kind.PREDICATE if parentheses else Kind.INDIVIDUAL if symbol[0].islower() else Kind.PROPOSITION
    return Meaning(symbol, kind, phrase[:MAX_PHRASE].strip(), denied[:MAX_PHRASE].strip())


@dataclass(frozen=True, slots=True)
class _Token:
    sign: str  # of `_SIGNS`, "word" or "end"
    text: str
    place: int


def _tokens(text: str) -> list[_Token]:
    text = text.rstrip(" .;,")
    found, place = [], 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None:
            raise NotFormalError(Message("This cannot be read as a formula: “{text}”.", text=text[place:].strip()[:40]))
        sign, word = match.groups()
        spelled = sign or word
        kind = _SPELLED.get(spelled) or _SPELLED.get(spelled.lower() if len(spelled) > 1 else spelled) or "word"
        found.append(_Token(kind, spelled, match.start()))
        place = match.end()
    return [*found, _Token("end", "", len(text))]


class _Reader:
    """Iff binds loosest, then if (to the right), or, and, not and quantifiers."""

    def __init__(self, tokens: list[_Token], text: str) -> None:
        self._tokens = tokens
        self._text = text
        self._at = 0
        self._depth = 0
        self._bound: list[str] = []

    def whole(self) -> Sentence:
        sentence = self._iff()
        if self._now.sign != "end":
            raise self._stuck()
        return sentence

    @property
    def _now(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, sign: str) -> _Token | None:
        if self._now.sign != sign:
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def _need(self, sign: str) -> _Token:
        found = self._take(sign)
        if found is None:
            raise self._stuck()
        return found

    def _stuck(self) -> NotFormalError:
        rest = self._text[self._now.place :].strip()[:40]
        if rest:
            return NotFormalError(Message("This cannot be read as a formula: “{text}”.", text=rest))
        return NotFormalError(Message("The formula “{text}” ends too early.", text=self._text.strip()[-40:]))

    def _iff(self) -> Sentence:
        left = self._if()
        while self._take("iff"):
            left = Iff(left, self._if())
        return left

    def _if(self) -> Sentence:
        left = self._or()
        return If(left, self._if()) if self._take("if") else left

    def _or(self) -> Sentence:
        parts = [self._and()]
        while self._take("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self) -> Sentence:
        parts = [self._one()]
        while self._take("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Sentence:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise NotFormalError(Message("A formula is too deep or too large."))
        try:
            if self._take("not"):
                return Not(self._one())
            if self._now.sign in ("all", "some"):
                return self._quantified()
            if self._take("("):
                inside = self._iff()
                self._need(")")
                return inside
            return self._atom()
        finally:
            self._depth -= 1

    def _quantified(self) -> Sentence:
        quantifier = All if self._now.sign == "all" else Some
        self._at += 1
        variable = self._need("word").text
        if not variable.islower() or variable in self._bound:
            raise self._stuck()
        self._take("dot")
        self._bound.append(variable)
        body = self._one()
        self._bound.pop()
        if not _speaks_of(variable, body):
            raise NotFormalError(Message("The variable “{name}” is not used.", name=variable))
        return quantifier(variable, body)

    def _atom(self) -> Sentence:
        name = self._need("word").text
        if self._take("("):
            of = self._need("word").text
            self._need(")")
            if not of[0].islower() or not name[0].isupper():
                raise NotFormalError(
                    Message("Predicates begin with a capital letter, individuals with a small one: “{name}”.",
                            name=f"{name}({of})")
                )  # fmt: skip
            return Holds(name, of)
        if not name[0].isupper():
            raise NotFormalError(Message("A proposition begins with a capital letter: “{name}”.", name=name))
        return Letter(name)


def _speaks_of(variable: str, body: Sentence) -> bool:
    return (isinstance(body, Holds) and body.of == variable) or any(_speaks_of(variable, part) for part in below(body))
