"""What tests of the Discord face share: problems a fake checker knows, and readers of what was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.message import Formula, Message
from maths.verdict import Decision, Passage, SectionKind, Worked

if TYPE_CHECKING:
    from collections.abc import Iterator

QUADRATIC = "3x^2 + 4x - 4 = 0"
ROOTS = Formula("x = -2, 2/3", r"x = -2,\; \frac{2}{3}")
WORKED = Worked(
    Decision(ROOTS, Message("both roots substituted back exactly, {count} of {count} found", count=2)),
    (
        Passage(SectionKind.UNDERSTANDING, (Message("Find every {unknown}.", unknown=Formula("x", "x")),)),
        Passage(SectionKind.STEPS, (Message("Factor: {step}.", step=Formula("(x+2)(3x-2)", "(x+2)(3x-2)")),)),
    ),
)


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component of a message, nested ones too."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))


def text(shown: Any) -> str:  # noqa: ANN401 - a simcord message or a list of components
    """Everything a message says."""
    components = shown if isinstance(shown, list) else shown.components
    return "\n".join(part["content"] for part in walk(components) if "content" in part)


def buttons(shown: Any) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - a simcord message
    """A message's buttons by their label."""
    return {part["label"]: part for part in walk(shown.components) if part["type"] == 2}
