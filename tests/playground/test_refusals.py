"""What Discord refuses: each planted mistake with its code and the place in the form where it is reported."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground import seed
from playground.attachments import Upload
from playground.body_shape import check_shape
from playground.command_rules import check_commands
from playground.component_rules import check_modal
from playground.drafts import Body, draft
from playground.refusal import RefusalError
from playground.rules import FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.shapes import Json

V2 = 1 << 15


def text(content: str) -> Json:
    return {"type": 10, "content": content}


def button(custom_id: str = "b", label: str = "b", **more: object) -> Json:
    return {"type": 2, "style": 1, "label": label, "custom_id": custom_id} | more


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def select(count: int, **more: object) -> Json:
    options = [{"label": str(n), "value": str(n)} for n in range(count)]
    return {"type": 3, "custom_id": "s", "options": options} | more


def gallery(count: int) -> Json:
    return {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}} for _ in range(count)]}


def embed(**fields: object) -> Json:
    return {"embeds": [fields]}


def v2(*components: Json, **more: object) -> Json:
    return {"flags": V2, "components": list(components)} | more


def leaves(tree: Json, path: str = "") -> set[tuple[str, str]]:
    """The faults of an error tree, as (dotted path, code)."""
    found = {(path, fault["code"]) for fault in tree.get("_errors", [])}
    for key, branch in tree.items():
        if key != "_errors":
            found |= leaves(branch, f"{path}.{key}" if path else key)
    return found


MESSAGES: list[tuple[str, Json, str, str]] = [
    ("content_2001", {"content": "x" * 2001}, "content", "BASE_TYPE_MAX_LENGTH"),
    ("embed_desc_4097", embed(description="x" * 4097), "embeds.0.description", "BASE_TYPE_MAX_LENGTH"),
    ("embed_title_257", embed(title="x" * 257), "embeds.0.title", "BASE_TYPE_MAX_LENGTH"),
    ("embed_26_fields", embed(fields=[{"name": "a", "value": "b"}] * 26), "embeds.0.fields", "BASE_TYPE_MAX_LENGTH"),
    (
        "embed_field_value_1025",
        embed(fields=[{"name": "a", "value": "x" * 1025}]),
        "embeds.0.fields.0.value",
        "BASE_TYPE_BAD_LENGTH",
    ),
    ("embeds_total_6001", {"embeds": [{"description": "x" * 3001}] * 2}, "embeds", "MAX_EMBED_SIZE_EXCEEDED"),
    ("embeds_11", {"embeds": [{"title": "x"}] * 11}, "embeds", "BASE_TYPE_MAX_LENGTH"),
    ("bad_embed_url", embed(title="x", url="ftp://x"), "embeds.0.url", "URL_TYPE_INVALID_SCHEME"),
    ("malformed_embed_url", embed(title="x", url="https://"), "embeds.0.url", "URL_TYPE_INVALID_URL"),
    (
        "custom_id_101",
        {"components": [row(button("x" * 101))]},
        "components.0.components.0.custom_id",
        "BASE_TYPE_BAD_LENGTH",
    ),
    (
        "label_81",
        {"components": [row(button(label="x" * 81))]},
        "components.0.components.0.label",
        "BASE_TYPE_MAX_LENGTH",
    ),
    (
        "dup_custom_id",
        {"components": [row(button(), button())]},
        "components.0.components.1.custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    ("select_26", {"components": [row(select(26))]}, "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH"),
    (
        "select_no_options",
        {"components": [row(select(0))]},
        "components.0.components.0.options",
        "BASE_TYPE_BAD_LENGTH",
    ),
    ("six_buttons", {"components": [row(*map(button, "abcdef"))]}, "components.0.components", "BASE_TYPE_BAD_LENGTH"),
    ("six_rows", {"components": [row(button(one)) for one in "abcdef"]}, "components", "BASE_TYPE_MAX_LENGTH"),
    (
        "placeholder_151",
        {"components": [row(select(1, placeholder="x" * 151))]},
        "components.0.components.0.placeholder",
        "BASE_TYPE_MAX_LENGTH",
    ),
    (
        "select_beside_button",
        {"components": [row(select(1), button())]},
        "components.0.components",
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ),
    ("layout_without_flag", {"components": [text("hi")]}, "components.0.type", "UNION_TYPE_CHOICES"),
    (
        "v2_text_total_4001",
        v2(text("x" * 4000), text("y")),
        "components",
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    (
        "v2_41_components",
        v2(*({"type": 17, "components": [text("x")] * 4} for _ in range(9))),
        "components",
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    (
        "v2_with_content",
        v2(text("x"), content="y"),
        "content",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    (
        "v2_with_embeds",
        v2(text("x"), embeds=[{"title": "y"}]),
        "embeds",
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    ("v2_text_4001", v2(text("x" * 4001)), "components.0.content", "BASE_TYPE_BAD_LENGTH"),
    ("v2_gallery_11", v2(gallery(11)), "components.0.items", "BASE_TYPE_BAD_LENGTH"),
    (
        "v2_attachment_missing",
        v2({"type": 13, "file": {"url": "attachment://gone.png"}}),
        "components.0.file.url",
        "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    ("v2_empty_container", v2({"type": 17, "components": []}), "components.0.components", "BASE_TYPE_BAD_LENGTH"),
    (
        "container_in_container",
        v2({"type": 17, "components": [{"type": 17, "components": [text("x")]}]}),
        "components.0.components.0.type",
        "UNION_TYPE_CHOICES",
    ),
    (
        "section_without_accessory",
        v2({"type": 9, "components": [text("x")]}),
        "components.0.accessory.type",
        "UNION_TYPE_CHOICES",
    ),
    (
        "button_without_label",
        {"components": [row({"type": 2, "style": 1, "custom_id": "b"})]},
        "components.0.components.0",
        "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
    ),
    (
        "alt_text_1025",
        {"content": "x", "attachments": [{"id": 0, "description": "x" * 1025}]},
        "attachments.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    (
        "mentions_parsed_and_listed",
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions",
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
]


@pytest.mark.parametrize(("body", "path", "code"), [one[1:] for one in MESSAGES], ids=[one[0] for one in MESSAGES])
def test_message_is_refused(body: Json, path: str, code: str) -> None:
    with pytest.raises(RefusalError) as refused:
        draft(Body(body), {})
    assert (refused.value.status, refused.value.code) == (400, 50035)
    assert refused.value.errors
    assert leaves(refused.value.errors) == {(path, code)}


@pytest.mark.parametrize("body", [{}, {"content": "  "}, {"flags": V2}, v2()])
def test_empty_message_is_refused(body: Json) -> None:
    with pytest.raises(RefusalError) as refused:
        draft(Body(body), {})
    assert refused.value.code == 50006


def test_eleven_files_and_a_file_of_eleven_mebibytes_are_refused() -> None:
    with pytest.raises(RefusalError) as many:
        draft(Body({}, {str(n): Upload("a.txt", b"x") for n in range(11)}), {})
    with pytest.raises(RefusalError) as large:
        draft(Body({}, {"0": Upload("a.txt", b"x" * (FILE_BYTES + 1))}), {})
    assert (many.value.code, large.value.code, large.value.status) == (50035, 40005, 413)


def test_layout_text_of_too_many_bytes_fails_as_on_discord() -> None:
    """3,400 Hangul syllables are within 4,000 characters, but beyond the bytes that Discord can process."""
    draft(Body(v2(text("가" * 3386))), {})
    with pytest.raises(RefusalError) as refused:
        draft(Body(v2(text("가" * 3387))), {})
    assert refused.value.status == 500


def test_faults_of_a_callback_are_reported_under_data() -> None:
    with pytest.raises(RefusalError) as refused:
        draft(Body({"content": "x" * 2001}, {}, ("data",)), {})
    assert refused.value.errors
    assert leaves(refused.value.errors) == {("data.content", "BASE_TYPE_MAX_LENGTH")}


LARGEST: list[Json] = [
    {"content": "x" * 2000},
    {"embeds": [{"title": "x" * 256, "description": "y" * 4096}]},
    {"components": [row(*(button(one, "x" * 80) for one in "abcde")), row(select(25, placeholder="x" * 150))]},
    v2(text("x" * 4000)),
    v2(*[text("x")] * 40),
    v2({"type": 9, "components": [text("a")], "accessory": button("x" * 100)}, {"type": 14, "spacing": 2}, gallery(10)),
    v2(
        {
            "type": 17,
            "accent_color": 0xFFFFFF,
            "components": [row({"type": 2, "style": 5, "label": "l", "url": "https://a.b"})],
        }
    ),
]


@pytest.mark.parametrize("body", LARGEST)
def test_the_largest_that_discord_takes_is_taken(body: Json) -> None:
    draft(Body(body), {})


def test_a_layout_stays_a_layout() -> None:
    before: Json = {"content": "", "embeds": [], "components": [text("x")], "flags": V2, "attachments": []}
    with pytest.raises(RefusalError) as flags:
        draft(Body({"flags": 0}), {}, before=before)
    with pytest.raises(RefusalError) as content:
        draft(Body({"content": "plain"}), {}, before=before)
    assert flags.value.errors
    assert content.value.errors
    assert leaves(flags.value.errors) == {("flags", "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG")}
    assert leaves(content.value.errors) == {("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")}


def test_plain_content_must_go_before_a_message_becomes_a_layout() -> None:
    before: Json = {"content": "plain", "embeds": [], "components": [], "flags": 0, "attachments": []}
    with pytest.raises(RefusalError):
        draft(Body(v2(text("x"))), {}, before=before)
    assert draft(Body(v2(text("x"), content=None)), {}, before=before).fields["content"] == ""


@pytest.mark.parametrize(
    ("allowed", "interaction", "pinged"),
    [
        (None, False, ([seed.ADA], [seed.MODERATOR_ROLE], True)),
        (None, True, ([seed.ADA], [], False)),
        ({"parse": []}, False, ([], [], False)),
        ({"parse": [], "users": [seed.ADA]}, False, ([seed.ADA], [], False)),
    ],
)
def test_mentions_ping_whom_they_are_allowed_to(
    allowed: Json | None,
    interaction: bool,  # noqa: FBT001
    pinged: tuple[list[str], list[str], bool],
) -> None:
    content = f"@everyone <@{seed.ADA}> <@&{seed.MODERATOR_ROLE}>"
    body: Json = {"content": content} | ({"allowed_mentions": allowed} if allowed is not None else {})
    fields = draft(Body(body), seed.users(), interaction=interaction).fields
    users = [user["id"] for user in fields["mentions"]]
    assert (users, fields["mention_roles"], fields["mention_everyone"]) == pinged


# -- modals --------------------------------------------------------------------------------------------------------


def label(text: str = "l", **field: object) -> Json:
    return {"type": 18, "label": text, "component": {"type": 4, "style": 1, "custom_id": "t"} | field}


def modal(*components: Json, **more: object) -> Json:
    return {"custom_id": "m", "title": "t", "components": list(components)} | more


MODALS: list[tuple[str, Json, str, str]] = [
    ("modal_title_46", modal(label(), title="x" * 46), "data.title", "BASE_TYPE_BAD_LENGTH"),
    ("label_46", modal(label("x" * 46)), "data.components.0.label", "BASE_TYPE_BAD_LENGTH"),
    ("no_rows", modal(), "data.components", "BASE_TYPE_BAD_LENGTH"),
    ("six_rows", modal(*(label(custom_id=one) for one in "abcdef")), "data.components", "BASE_TYPE_BAD_LENGTH"),
    (
        "dup_custom_id",
        modal(label(), label()),
        "data.components.1.component.custom_id",
        "COMPONENT_CUSTOM_ID_DUPLICATED",
    ),
    ("button", modal(row(button())), "data.components.0.components.0.type", "UNION_TYPE_CHOICES"),
    ("value_4001", modal(label(value="x" * 4001)), "data.components.0.component.value", "BASE_TYPE_MAX_LENGTH"),
]


@pytest.mark.parametrize(("body", "path", "code"), [one[1:] for one in MODALS], ids=[one[0] for one in MODALS])
def test_modal_is_refused(body: Json, path: str, code: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_modal(body)
    assert refused.value.errors
    assert leaves(refused.value.errors) == {(path, code)}


def test_modal_with_every_kind_of_control_is_taken() -> None:
    options = [{"label": one, "value": one} for one in "ab"]
    kinds: list[Json] = [
        {"type": 3, "options": options},
        {"type": 5},
        {"type": 21, "options": options},
        {"type": 22, "options": options},
        {"type": 23},
    ]
    check_modal(modal(*(label(custom_id=str(at), **kind) for at, kind in enumerate(kinds))))


# -- commands ------------------------------------------------------------------------------------------------------


def command(name: str = "c", **more: object) -> Json:
    return {"name": name, "description": "d"} | more


def option(name: str = "o", **more: object) -> Json:
    return {"type": 3, "name": name, "description": "d"} | more


def choices(count: int, name: str = "n") -> Json:
    return option(choices=[{"name": name, "value": str(n)} for n in range(count)])


THREE = [{"name": "y" * 100, "value": str(n)} for n in range(3)]
COMMANDS: list[tuple[str, list[Json], str, str]] = [
    ("choices_26", [command(options=[choices(26)])], "0.options.0.choices", "BASE_TYPE_MAX_LENGTH"),
    (
        "choice_name_101",
        [command(options=[choices(1, "x" * 101)])],
        "0.options.0.choices.0.name",
        "BASE_TYPE_BAD_LENGTH",
    ),
    ("name_33", [command("x" * 33)], "0.name", "BASE_TYPE_BAD_LENGTH"),
    ("upper_case", [command("Solve")], "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
    ("space", [command("solve it")], "0.name", "APPLICATION_COMMAND_INVALID_NAME"),
    (
        "bad_korean_name",
        [command(name_localizations={"ko": "풀 기"})],
        "0.name_localizations.ko",
        "APPLICATION_COMMAND_INVALID_NAME",
    ),
    ("description_101", [command(description="x" * 101)], "0.description", "BASE_TYPE_BAD_LENGTH"),
    ("no_description", [command(description="")], "0.description", "BASE_TYPE_REQUIRED"),
    ("options_26", [command(options=[option(f"o{n}") for n in range(26)])], "0.options", "BASE_TYPE_MAX_LENGTH"),
    (
        "required_after_optional",
        [command(options=[option("a"), option("b", required=True)])],
        "0.options.1",
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    ("same_name_twice", [command(), command()], "1", "APPLICATION_COMMANDS_DUPLICATE_NAME"),
    (
        "8001_characters",
        [command(options=[option(f"o{n}", description="x" * 100, choices=THREE) for n in range(25)])],
        "0",
        "APPLICATION_COMMAND_TOO_LARGE",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "path", "code"), [one[1:] for one in COMMANDS], ids=[one[0] for one in COMMANDS])
def test_command_is_refused(body: list[Json], path: str, code: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_commands(body)
    assert refused.value.errors
    assert leaves(refused.value.errors) == {(path, code)}


def test_too_many_commands_are_refused() -> None:
    check_commands([command(f"c{n}") for n in range(100)])
    check_commands([{"type": 3, "name": f"Menu {n}"} for n in range(15)])
    for many in ([command(f"c{n}") for n in range(101)], [{"type": 3, "name": f"Menu {n}"} for n in range(16)]):
        with pytest.raises(RefusalError) as refused:
            check_commands(many)
        assert refused.value.code == 30032


def test_korean_command_names_are_taken() -> None:
    check_commands([command(name_localizations={"ko": "풀기"}, description_localizations={"ko": "문제를 풉니다"})])


# -- anything at all -----------------------------------------------------------------------------------------------

KEYS = st.sampled_from(
    [
        "content",
        "embeds",
        "components",
        "flags",
        "attachments",
        "allowed_mentions",
        "title",
        "description",
        "fields",
        "name",
        "value",
        "url",
        "image",
        "footer",
        "text",
        "author",
        "type",
        "custom_id",
        "label",
        "style",
        "options",
        "accessory",
        "items",
        "media",
        "file",
        "component",
        "choices",
        "min_values",
        "id",
        "parse",
        "users",
        "roles",
        "poll",
        "name_localizations",
        "description_localizations",
        "required",
        "autocomplete",
        "ko",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers(-3, 30) | st.text(max_size=4) | st.just("attachment://a")
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEYS, TREES, max_size=7))
def test_any_body_is_taken_or_refused_never_a_crash(body: Json) -> None:
    before: Json = {"content": "", "embeds": [], "components": [], "flags": 0, "attachments": []}
    checks: list[Callable[[], object]] = [
        lambda: draft(Body(body), {}),
        lambda: draft(Body(body), {}, before=before, interaction=True),
        lambda: check_modal(body),
        lambda: check_commands([body]),
    ]
    try:
        check_shape(body)
    except RefusalError:
        return
    for check in checks:
        with suppress(RefusalError):
            check()
