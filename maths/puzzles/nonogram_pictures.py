"""What nonograms show: small drawings, letters, figures with an axis, patches. No noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

Picture: TypeAlias = "list[list[bool]]"

_DRAWINGS = """
.##.##.  ...#...  ..##....  ...#....  #...#  ..#..  ##.##.##  ...##...  .#...#.  ...##...  ..####..  ##....##
#######  ..###..  .####...  ...##...  ##.##  .###.  ########  ..####..  ..#.#..  ..#..#..  .##..##.  #.#..#.#
#######  .#####.  ######..  ...###..  #####  #####  .#.##.#.  .######.  .#####.  .##..##.  ##.##.##  #..##..#
#######  #######  .#..#.##  ...#....  #.#.#  ..#..  .######.  ##.##.##  ##.#.##  ###..###  #.####.#  .######.
.#####.  .##.##.  .#..#.##  ########  #####  ..#..  ..#..#..  ########  #######  ########  #.####.#  ..#..#..
..###..  .##.##.  .######.  .######.  .###.  .....  ..####..  ..#..#..  #.#.#.#  ..#..#..  ##.##.##  .##..##.
...#...  .#####.  ........  ..####..  .....  .....  ........  .#.##.#.  ...#...  .##..##.  .##..##.  ##....##
.......  .......  ........  ........  .....  .....  ........  #.#..#.#  .......  ########  ..####..  #......#

..##......  #........#  ...####...  ....#.....  ..######..  .....##...  .##.......  ..........
.####.....  ##......##  .########.  ...###....  .#......#.  ....####..  ####......  .##....##.
######..#.  ###....###  ##.####.##  ..#####...  #..#..#..#  ...##.....  #..#......  ####..####
#.####.##.  ####..####  ##########  .#######..  #..#..#..#  ..#######.  ####......  ##########
######.##.  ##########  ##.#..#.##  #########.  #........#  .#########  .########.  ##########
.########.  .########.  .##....##.  ..##.##...  #.#....#.#  ##########  .#.#.#.#..  .########.
..######..  ..#.##.#..  ..######..  ..##.##...  #..####..#  #.########  .########.  ..######..
...####...  ..######..  ...#..#...  ..##.##...  .#......#.  ##.######.  ..##..##..  ...####...
....##....  ...####...  ..##..##..  ..#####...  ..######..  .##..##...  ..#....#..  ....##....
..........  ....##....  .##....##.  ..........  ..........  ..##..##..  .##...##..  ..........

..###....  ......##.  ....#....  ..#...#..  ....#....  .......#.  ..##.##..  #########
.#####...  .....####  ...###...  ...#.#...  ...###...  ......##.  .#..#..#.  #.......#
##.####..  ....####.  ..#####..  ..#####..  ..#####..  .....##..  #...#...#  .#.....#.
######.##  ...####..  .#######.  .##.#.##.  ....#....  #...##...  #..###..#  ..#####..
.########  ..####...  ....#....  #########  #...#...#  ##.##....  .#######.  ...###...
..#######  .####....  .#######.  #.#####.#  #...#...#  .###.....  ..##.##..  ....#....
...#####.  ###......  ....#....  #.#...#.#  ##..#..##  ..#......  .##...##.  ...###...
..##.##..  #.#......  ....#....  ...#.#...  .#######.  .........  ##.....##  ..#####..
.##...##.  ##.......  ...###...  ..##.##..  ..#####..  .........  #.......#  #########
"""
_LETTERS = """
.###. ####. .#### ####. ##### ##### .#### #...# ##### ..### #...# #.... #...# #...# .###. ####. .###. ####. .####
#...# #...# #.... #...# #.... #.... #.... #...# ..#.. ...#. #..#. #.... ##.## ##..# #...# #...# #...# #...# #....
##### ####. #.... #...# ####. ####. #..## ##### ..#.. ...#. ###.. #.... #.#.# #.#.# #...# ####. #.#.# ####. .###.
#...# #...# #.... #...# #.... #.... #...# #...# ..#.. #..#. #..#. #.... #...# #..## #...# #.... #..#. #..#. ....#
#...# ####. .#### ####. ##### #.... .#### #...# ##### .##.. #...# ##### #...# #...# .###. #.... .##.# #...# ####.

##### #...# #...# #...# #...# #...# ##### ..#.. .###. ####. ..##. ##### .###. ##### .###. .###.
..#.. #...# #...# #...# .#.#. .#.#. ...#. .##.. #...# ....# .#.#. #.... #.... ....# #...# #...#
..#.. #...# #...# #.#.# ..#.. ..#.. ..#.. ..#.. ..##. .###. #..#. ####. ####. ...#. .###. .####
..#.. #...# .#.#. ##.## .#.#. ..#.. .#... ..#.. .#... ....# ##### ....# #...# ..#.. #...# ....#
..#.. .###. ..#.. #...# #...# ..#.. ##### .###. ##### ####. ...#. ####. .###. ..#.. .###. .###.
"""


def _read(text: str) -> tuple[tuple[str, ...], ...]:
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    return tuple(drawing for block in blocks for drawing in zip(*(line.split() for line in block), strict=True))


_FULLEST = 80  # percent of the cells that are filled
_CELLS_A_SPECK = 25
_LARGE = 7  # rows, from which on four equal quarters are still various
DRAWINGS, LETTERS = _read(_DRAWINGS), _read(_LETTERS)


def picture(draw: Draw, low: int, high: int) -> Picture | None:
    """One whose sides are from `low` to `high` cells, every line with something in it; None where this is none."""
    match draw.whole(1, 10):
        case 1:
            found = adorned(draw, _drawing(draw, DRAWINGS))
        case 2:
            found = written(draw)
        case 3 | 4 | 5 | 6:
            found = mirrored(draw, draw.whole(low, high), draw.whole(low, high))
        case _:
            found = patches(draw, draw.whole(low, high), draw.whole(low, high))
    found = _trimmed(found)
    if not found or not all(low <= side <= high for side in (len(found), len(found[0]))):
        return None
    if not all(map(any, found)) or not all(map(any, zip(*found, strict=True))):
        return None
    return found if sum(map(sum, found)) * 100 <= _FULLEST * len(found) * len(found[0]) else None


def _drawing(draw: Draw, among: Sequence[tuple[str, ...]]) -> Picture:
    return _trimmed([[sign == "#" for sign in row] for row in draw.one_of(among)])


def adorned(draw: Draw, found: Picture) -> Picture:
    """A drawing as it is or turned over, with a ground, a wall or a sky of its own."""
    if draw.whole(0, 1):
        found = [row[::-1] for row in found]
    width = len(found[0])
    ground = draw.whole(0, 3)
    if ground == 1:
        found.append([True] * width)
    elif ground:
        at = draw.whole(0, width - 1)
        found.append([abs(place - at) % ground == 0 for place in range(width)])
    if draw.whole(0, 1):
        at, length = draw.whole(0, width - 1), draw.whole(1, 3)
        found.insert(0, [at <= place < at + length for place in range(width)])
    return [[True, *row] for row in found] if draw.whole(1, 4) == 1 else found


def written(draw: Draw) -> Picture:
    """Two letters or digits side by side, or one that is adorned."""
    found = _drawing(draw, LETTERS)
    if draw.whole(1, 3) == 1:
        return adorned(draw, found)
    other = _drawing(draw, LETTERS)
    tall = max(len(found), len(other))
    return [[*row, False, *more] for row, more in zip(_taller(found, tall), _taller(other, tall), strict=True)]


def _taller(rows: Picture, tall: int) -> Picture:
    return rows + [[False] * len(rows[0]) for _ in range(tall - len(rows))]


def mirrored(draw: Draw, height: int, width: int) -> Picture:
    """A figure whose halves are each other's mirror image; at times all four quarters."""
    half = patches(draw, height, (width + 1) // 2)
    for _ in range(1 + height * width // _CELLS_A_SPECK):
        row, column = draw.whole(0, height - 1), draw.whole(0, (width - 1) // 2)
        half[row][column] = not half[row][column]
    found = [[*row, *row[::-1][width % 2 :]] for row in half]
    if height >= _LARGE and draw.whole(1, 4) == 1:
        upper = found[: (height + 1) // 2]
        found = [*upper, *upper[::-1][height % 2 :]]
    return found


def patches(draw: Draw, height: int, width: int) -> Picture:
    """Cells filled at random, then made like their neighbours, so that they hang together."""
    filled = draw.whole(42, 56)
    found = [[draw.whole(1, 100) <= filled for _ in range(width)] for _ in range(height)]
    return [[_like_neighbours(found, row, column) for column in range(width)] for row in range(height)]


def _like_neighbours(cells: Picture, row: int, column: int) -> bool:
    near = [line[max(column - 1, 0) : column + 2] for line in cells[max(row - 1, 0) : row + 2]]
    count, room = sum(map(sum, near)), sum(map(len, near))
    if count * 3 >= 2 * room:
        return True
    return cells[row][column] and count * 3 > room


def _trimmed(rows: Picture) -> Picture:
    """Without empty lines around it."""
    for _ in range(4):
        while rows and not any(rows[0]):
            rows = rows[1:]
        rows = [list(row) for row in zip(*rows[::-1], strict=True)]
    return rows
