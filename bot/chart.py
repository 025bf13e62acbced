"""A small chart as SVG text: how often, and how right."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _LABEL, _BAR, _ROW, _TOP = 640, 150, 400, 34, 56


def bars(title: str, rows: Sequence[tuple[str, float, float]]) -> str:
    """Rows of (name, share of all, share of those that is right), both from 0 to 1: the dark bar lies in the light."""
    height = _TOP + _ROW * len(rows) + 16
    box = f'viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}"'
    legend = "light: share of all questions; dark: those answered right"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif" font-size="14">',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="16" y="24" font-weight="bold">{escape(title)}</text>',
        f'<text x="16" y="42" font-size="12" fill="#555555">{legend}</text>',
    ]
    for number, (name, share, right) in enumerate(rows):
        y = _TOP + number * _ROW
        parts += [
            f'<text x="16" y="{y + 17}">{escape(name)}</text>',
            f'<rect x="{_LABEL}" y="{y}" width="{_BAR * share:.1f}" height="24" fill="#c7d7f5"/>',
            f'<rect x="{_LABEL}" y="{y}" width="{_BAR * share * right:.1f}" height="24" fill="#2856a8"/>',
            f'<text x="{_LABEL + _BAR + 8}" y="{y + 17}" font-size="12">{share:.0%}, {right:.1%} right</text>',
        ]
    return "\n".join([*parts, "</svg>\n"])
