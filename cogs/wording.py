"""The names and sentences that several commands share."""

from __future__ import annotations

from maths.message import Message, counted
from maths.verdict import Standing
from tutor.types import Language, Level, Look, Stage

LEVELS = {
    Level.BEGINNER: Message("Beginner"),
    Level.INTERMEDIATE: Message("Intermediate"),
    Level.ADVANCED: Message("Advanced"),
}
LEVEL_MEANINGS = {
    Level.BEGINNER: Message("every step, in plain words"),
    Level.INTERMEDIATE: Message("the standard method, step by step"),
    Level.ADVANCED: Message("university: theorems named, the obvious left out"),
}
LANGUAGES = {Language.ENGLISH: "English", Language.KOREAN: "한국어"}  # each in itself
STAGES = {
    Stage.READING: Message("📖 Reading the problem…"),
    Stage.DECIDING: Message("🧮 Working it out with exact mathematics…"),
    Stage.WRITING: Message("✍️ The language model is writing…"),
    Stage.CHECKING: Message("🔎 Checking what was written…"),
}
ICONS = {
    Standing.VERIFIED: "✅",
    Standing.CROSS_CHECKED: "☑️",
    Standing.UNCHECKED: "⚠️",
    Standing.REFUTED: "❌",
}
LOOKS = {
    Look.DARK: Message("Dark pictures"),
    Look.LIGHT: Message("Light pictures"),
    Look.TEXT: Message("Text only"),
}
LOOK_MEANINGS = {
    Look.DARK: Message("like a textbook page, on a dark card"),
    Look.LIGHT: Message("like a textbook page, on a light card"),
    Look.TEXT: Message("no pictures of solutions; formulas in plain characters"),
}


def waiting(ahead: int) -> Message:
    return counted(
        "⏳ Waiting for the language model: {count} question is ahead of yours…",
        "⏳ Waiting for the language model: {count} questions are ahead of yours…",
        ahead,
    )
