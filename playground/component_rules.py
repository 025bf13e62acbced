"""What Discord refuses of message components and of modals: nesting, counts, lengths, custom ids.

Limits: Discord's component reference and its OpenAPI description.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playground import refusal
from playground.refusal import Form, Path
from playground.shapes import SELECTS, Component, Json, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COMPONENTS = 40
TEXT_TOTAL = 4000
MODAL_ROWS = 5
# Above this Discord answers 500 to Components V2 text (reported and measured by others, August 2026):
# the UTF-8 bytes of all text displays plus 12 for each.
TEXT_BYTES = 10_170
TEXT_OVERHEAD = 12

IN_CONTAINER = frozenset({1, 9, 10, 12, 13, 14})
TOP_LEVEL = IN_CONTAINER | {17}
IN_ROW = frozenset({2}) | SELECTS
IN_LABEL = SELECTS | {4, 19, 21, 22, 23}
LINK, PREMIUM = 5, 6


@dataclass(slots=True)
class _Check:
    form: Form
    file_names: set[str]
    custom_ids: set[str] = field(default_factory=set)

    def each(self, path: Path, components: Iterable[Json], allowed: frozenset[int]) -> None:
        for at, component in enumerate(components):
            self.one((*path, at), component, allowed)

    def one(self, path: Path, component: object, allowed: frozenset[int]) -> None:
        kind = component.get("type") if isinstance(component, dict) else None
        if not isinstance(component, dict) or kind not in allowed:
            choices = ", ".join(map(str, sorted(allowed)))
            self.form.fault((*path, "type"), "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({choices}).')
            return
        RULES[Component(kind)](self, path, component)

    def custom_id(self, path: Path, component: Json) -> None:
        custom_id = component.get("custom_id")
        self.form.text((*path, "custom_id"), custom_id, 100, 1)
        if isinstance(custom_id, str) and custom_id in self.custom_ids:
            self.form.fault(
                (*path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        self.custom_ids.add(str(custom_id))

    def media(self, path: Path, media: object, *, attachment_only: bool = False) -> None:
        url = media.get("url") if isinstance(media, dict) else None
        if not isinstance(url, str) or not url:
            self.form.fault((*path, "url"), "BASE_TYPE_REQUIRED", "This field is required")
        elif url.startswith("attachment://"):
            if url.removeprefix("attachment://") not in self.file_names:
                self.form.fault(
                    (*path, "url"), "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                    "The referenced attachment was not found",
                )  # fmt: skip
        elif attachment_only or not url.startswith(("http://", "https://")):
            schemes = "('attachment',)" if attachment_only else "('http', 'https', 'attachment')"
            self.form.fault(
                (*path, "url"), "URL_TYPE_INVALID_SCHEME",
                f'Scheme "{url.partition(":")[0]}" is not supported. Scheme must be one of {schemes}.',
            )  # fmt: skip

    def options(self, path: Path, component: Json, least: int, most: int) -> None:
        options = self.form.length((*path, "options"), component.get("options") or [], most, least)
        values = set()
        for at, option in enumerate(options):
            here = (*path, "options", at)
            self.form.text((*here, "label"), option.get("label"), 100, 1)
            self.form.text((*here, "value"), option.get("value"), 100, 1)
            self.form.text((*here, "description"), option.get("description"), 100)
            if option.get("value") in values:
                self.form.fault(
                    (*here, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used",
                )  # fmt: skip
            values.add(option.get("value"))

    def bounds(self, path: Path, component: Json, most: int) -> None:
        self.form.number((*path, "min_values"), component.get("min_values"), 0, most)
        self.form.number((*path, "max_values"), component.get("max_values"), 1, most)


def _row(check: _Check, path: Path, row: Json) -> None:
    children = check.form.length((*path, "components"), row.get("components") or [], 5, 1)
    if len(children) > 1 and any(child.get("type") in SELECTS for child in children):
        check.form.fault(
            (*path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        )  # fmt: skip
    check.each((*path, "components"), children, IN_ROW)


def _button(check: _Check, path: Path, button: Json) -> None:
    style = button.get("style")
    if style not in range(1, 7):
        check.form.fault((*path, "style"), "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.")
    check.form.text((*path, "label"), button.get("label"), 80)
    if style == LINK:
        check.form.text((*path, "url"), button.get("url"), 512, 1)
        check.media(path, button)
    elif style == PREMIUM:
        check.form.text((*path, "sku_id"), button.get("sku_id"), 20, 1)
    else:
        check.custom_id(path, button)
    if not (button.get("label") or button.get("emoji") or style == PREMIUM):
        check.form.fault(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji")


def _select(check: _Check, path: Path, select: Json) -> None:
    check.custom_id(path, select)
    check.form.text((*path, "placeholder"), select.get("placeholder"), 150)
    check.bounds(path, select, 25)
    if select["type"] == Component.STRING_SELECT:
        check.options(path, select, 1, 25)


def _section(check: _Check, path: Path, section: Json) -> None:
    texts = check.form.length((*path, "components"), section.get("components") or [], 3, 1)
    check.each((*path, "components"), texts, frozenset({Component.TEXT_DISPLAY}))
    check.one((*path, "accessory"), section.get("accessory"), frozenset({Component.BUTTON, Component.THUMBNAIL}))


def _text_display(check: _Check, path: Path, text: Json) -> None:
    check.form.text((*path, "content"), text.get("content"), TEXT_TOTAL, 1)


def _thumbnail(check: _Check, path: Path, thumbnail: Json) -> None:
    check.form.text((*path, "description"), thumbnail.get("description"), 1024)
    check.media((*path, "media"), thumbnail.get("media"))


def _gallery(check: _Check, path: Path, gallery: Json) -> None:
    for at, item in enumerate(check.form.length((*path, "items"), gallery.get("items") or [], 10, 1)):
        check.form.text((*path, "items", at, "description"), item.get("description"), 1024)
        check.media((*path, "items", at, "media"), item.get("media"))


def _file(check: _Check, path: Path, file: Json) -> None:
    check.media((*path, "file"), file.get("file"), attachment_only=True)


def _separator(check: _Check, path: Path, separator: Json) -> None:
    check.form.number((*path, "spacing"), separator.get("spacing"), 1, 2)


def _container(check: _Check, path: Path, container: Json) -> None:
    check.form.number((*path, "accent_color"), container.get("accent_color"), 0, 0xFFFFFF)
    children = check.form.length((*path, "components"), container.get("components") or [], COMPONENTS, 1)
    check.each((*path, "components"), children, IN_CONTAINER)


def _text_input(check: _Check, path: Path, text: Json) -> None:
    check.custom_id(path, text)
    check.form.number((*path, "style"), text.get("style"), 1, 2)
    check.form.text((*path, "label"), text.get("label"), 45)
    check.form.text((*path, "placeholder"), text.get("placeholder"), 100)
    check.form.text((*path, "value"), text.get("value"), 4000)
    check.form.number((*path, "min_length"), text.get("min_length"), 0, 4000)
    check.form.number((*path, "max_length"), text.get("max_length"), 1, 4000)


def _label(check: _Check, path: Path, label: Json) -> None:
    check.form.text((*path, "label"), label.get("label"), 45, 1)
    check.form.text((*path, "description"), label.get("description"), 100)
    check.one((*path, "component"), label.get("component"), IN_LABEL)


def _upload(check: _Check, path: Path, upload: Json) -> None:
    check.custom_id(path, upload)
    check.bounds(path, upload, 10)


def _radio(check: _Check, path: Path, radio: Json) -> None:
    check.custom_id(path, radio)
    check.options(path, radio, 2, 10)


def _checkboxes(check: _Check, path: Path, boxes: Json) -> None:
    check.custom_id(path, boxes)
    check.options(path, boxes, 1, 10)
    check.bounds(path, boxes, 10)


RULES: dict[Component, Callable[[_Check, Path, Json], None]] = {
    Component.ACTION_ROW: _row,
    Component.BUTTON: _button,
    Component.STRING_SELECT: _select,
    Component.USER_SELECT: _select,
    Component.ROLE_SELECT: _select,
    Component.MENTIONABLE_SELECT: _select,
    Component.CHANNEL_SELECT: _select,
    Component.TEXT_INPUT: _text_input,
    Component.SECTION: _section,
    Component.TEXT_DISPLAY: _text_display,
    Component.THUMBNAIL: _thumbnail,
    Component.MEDIA_GALLERY: _gallery,
    Component.FILE: _file,
    Component.SEPARATOR: _separator,
    Component.CONTAINER: _container,
    Component.LABEL: _label,
    Component.FILE_UPLOAD: _upload,
    Component.RADIO_GROUP: _radio,
    Component.CHECKBOX_GROUP: _checkboxes,
    Component.CHECKBOX: _Check.custom_id,
}


def check_components(form: Form, components: list[Json], file_names: set[str], *, v2: bool) -> None:
    """Faults of a message's component tree, its totals once each part is sound; 500, as Discord does, for V2 text of
    too many bytes.
    """
    check = _Check(form, file_names)
    if v2:
        check.each(("components",), components, TOP_LEVEL)
        form.settle()
        _check_totals(form, components)
    else:
        form.length(("components",), components, 5)
        check.each(("components",), components, frozenset({Component.ACTION_ROW}))


def _check_totals(form: Form, components: list[Json]) -> None:
    every = list(walk(components))
    if len(every) > COMPONENTS:
        form.fault(
            ("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            f"The total number of components in the message exceeds {COMPONENTS}",
        )  # fmt: skip
    texts = [str(one.get("content") or "") for one in every if one.get("type") == Component.TEXT_DISPLAY]
    if sum(map(len, texts)) > TEXT_TOTAL:
        form.fault(
            ("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            f"The total size of displayable text in the message exceeds {TEXT_TOTAL}",
        )  # fmt: skip
    elif sum(len(text.encode()) + TEXT_OVERHEAD for text in texts) > TEXT_BYTES:
        raise refusal.server_error()


def check_modal(modal: Json) -> None:
    """Refuse a modal that Discord would refuse: title and labels of 45, 1 to 5 rows, unique custom ids."""
    form = Form(("data",))
    form.text(("title",), modal.get("title"), 45, 1)
    form.text(("custom_id",), modal.get("custom_id"), 100, 1)
    rows = form.length(("components",), modal.get("components") or [], MODAL_ROWS, 1)
    check = _Check(form, set())
    for at, row in enumerate(rows):
        here: Path = ("components", at)
        if row.get("type") == Component.ACTION_ROW:
            inputs = form.length((*here, "components"), row.get("components") or [], 1, 1)
            check.each((*here, "components"), inputs, frozenset({Component.TEXT_INPUT}))
        else:
            check.one(here, row, frozenset({Component.LABEL, Component.TEXT_DISPLAY}))
    form.settle()
