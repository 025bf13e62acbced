"""What the kinds of puzzles are called, without loading their rooms."""

from maths.message import Message
from maths.puzzles.puzzle import Kind

TITLES = {
    Kind.KNIGHTS: Message("Knights and knaves"),
    Kind.ZEBRA: Message("Zebra puzzle"),
    Kind.CRYPTARITHM: Message("Cryptarithm"),
    Kind.SUDOKU: Message("Sudoku"),
    Kind.KENKEN: Message("KenKen"),
    Kind.NONOGRAM: Message("Nonogram"),
    Kind.TWENTYFOUR: Message("Make 24"),
    Kind.SEQUENCE: Message("Number sequence"),
    Kind.CROSSING: Message("River crossing"),
    Kind.JUGS: Message("Water jugs"),
    Kind.WEIGHING: Message("Weighing"),
    Kind.TRUTH: Message("Truth table"),
    Kind.WHODUNIT: Message("Whodunit"),
}
