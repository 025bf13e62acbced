"""Lines and areas as SVG inside a Typst document: numbers of ours and colours of ours, nothing that anybody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from picture.look import Colours

Place = tuple[float, float]


class Drawing:
    """Elements in points, the origin at the upper left. No quotation mark and no backslash is ever written."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._parts: list[str] = []

    def lines(
        self,
        paths: Iterable[Sequence[Place]],
        colour: str,
        *,
        width: float = 1.0,
        dashes: str = "",
        strength: float = 1.0,
    ) -> None:
        data = "".join(_path(path) for path in paths)
        if data:
            dashed = f" stroke-dasharray='{dashes}'" if dashes else ""
            self._parts.append(
                f"<path d='{data}' fill='none' stroke='{colour}' stroke-width='{width}' stroke-opacity='{strength}'"
                f" stroke-linejoin='round' stroke-linecap='round'{dashed}/>"
            )

    def areas(self, paths: Iterable[Sequence[Place]], colour: str, *, strength: float = 1.0) -> None:
        data = "".join(f"{_path(path)}Z" for path in paths)
        if data:
            self._parts.append(f"<path d='{data}' fill='{colour}' fill-opacity='{strength}'/>")

    def dot(self, place: Place, radius: float, fill: str, stroke: str = "none", width: float = 0.0) -> None:
        self._parts.append(
            f"<circle cx='{place[0]:.1f}' cy='{place[1]:.1f}' r='{radius}' fill='{fill}' stroke='{stroke}'"
            f" stroke-width='{width}'/>"
        )

    def box(self, corner: Place, size: Place, fill: str, *, radius: float = 0.0, strength: float = 1.0) -> None:
        self._parts.append(
            f"<rect x='{corner[0]:.1f}' y='{corner[1]:.1f}' width='{max(size[0], 0):.1f}' "
            f"height='{max(size[1], 0):.1f}' rx='{radius}' fill='{fill}' fill-opacity='{strength}'/>"
        )

    def markup(self) -> str:
        """A Typst expression."""
        text = (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{self._width:.1f}' height='{self._height:.1f}'"
            f" viewBox='0 0 {self._width:.1f} {self._height:.1f}'>{''.join(self._parts)}</svg>"
        )
        return f'image(bytes("{text}"), format: "svg", width: {self._width:.1f}pt, height: {self._height:.1f}pt)'


def _path(path: Sequence[Place]) -> str:
    (x, y), *rest = path
    return f"M{x:.1f} {y:.1f}" + "".join(f"L{a:.1f} {b:.1f}" for a, b in rest)


def style(colours: Colours, number: int) -> tuple[str, str]:
    """The colour of the thing with a number, and the dashes that tell it apart without colours."""
    return colours.series[number % len(colours.series)], _DASHES[number % len(_DASHES)]


_DASHES = ("", "11 5", "9 4 1 4", "1 5", "14 4 4 4", "5 4", "9 4 1 4 1 4", "2 3")
