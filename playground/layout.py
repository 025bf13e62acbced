"""Component trees as Discord gives them back: ids filled in, attachment references resolved."""

from __future__ import annotations

from playground.shapes import Json, walk

MEASURES = ("url", "proxy_url", "width", "height", "content_type")


def numbered(components: list[Json]) -> list[Json]:
    """Components with an id each: those given stay, the rest count up from 1."""
    taken = {component["id"] for component in walk(components) if component.get("id")}
    free = (number for number in range(1, 1000) if number not in taken)

    def fill(component: Json) -> Json:
        filled = component | {"id": component.get("id") or next(free)}
        if "components" in filled:
            filled["components"] = [fill(child) for child in filled["components"]]
        for key in ("accessory", "component"):
            if filled.get(key):
                filled[key] = fill(filled[key])
        return filled

    return [fill(component) for component in components]


def settled(part: Json, attachments: list[Json]) -> Json:
    """A component or embed with each `attachment://name` replaced by that attachment's own URL and measures."""
    named = {attachment["filename"]: attachment for attachment in attachments}

    def settle(value: object) -> object:
        if isinstance(value, list):
            return [settle(one) for one in value]
        if not isinstance(value, dict):
            return value
        url = value.get("url")
        if isinstance(url, str) and url.startswith("attachment://"):
            found = named.get(url.removeprefix("attachment://"))
            if found is not None:
                measures = {key: found[key] for key in MEASURES if key in found}
                return value | measures | {"attachment_id": found["id"]}
        return {key: settle(one) for key, one in value.items()}

    return {key: settle(one) for key, one in part.items()}


def interactive(components: list[Json]) -> dict[str, Json]:
    """What can be clicked, by custom id."""
    return {component["custom_id"]: component for component in walk(components) if component.get("custom_id")}
