// Message components: Components V2 and the older action rows, drawn from Discord's JSON.

import { CHANNEL, MENTIONABLE, ROLE, USER, picks } from "./commands.js";
import { h, icon } from "./dom.js";
import { press, waitingFor } from "./interactions.js";
import { file, picture, resolve } from "./media.js";
import { markdown } from "./markdown.js";
import { selectView } from "./select.js";
import { touch } from "./state.js";
import { say } from "./words.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "primary" };
const PICKED_BY = { 5: USER, 6: ROLE, 7: MENTIONABLE, 8: CHANNEL };
const SELECTS = new Set([3, 5, 6, 7, 8]);

const chosenHere = new Map(); // message id and custom id -> { values, of }: what was chosen until the bot changes the select

// Keys count per type: a row stays the same row when a text is put in before it.
export function componentViews(components, message) {
  const counts = new Map();
  return (components ?? []).map((component) => {
    const count = counts.get(component.type) ?? 0;
    counts.set(component.type, count + 1);
    return componentView(component, message, count);
  });
}

function componentView(component, message, key) {
  const children = () => componentViews(component.components, message);
  switch (component.type) {
    case 1:
      return h("div", { class: "row", key: `row-${key}` }, children());
    case 2:
      return button(component, message);
    case 9:
      return h(
        "div",
        { class: "section", key: `section-${key}` },
        h("div", { class: "section-texts" }, children()),
        accessory(component, message),
      );
    case 10:
      return h("div", { class: "text", key: `text-${key}` }, markdown(component.content));
    case 11:
      return picture(resolve(component.media, message), component.description, {
        small: true,
        spoiler: component.spoiler,
      });
    case 12:
      return gallery(component, message, key);
    case 13:
      return file(resolve(component.file, message), component.name);
    case 14:
      return h("div", {
        class: `separator${component.divider === false ? " plain" : ""}${component.spacing === 2 ? " wide" : ""}`,
        key: `line-${key}`,
        role: component.divider === false ? undefined : "separator",
      });
    case 17:
      return container(component, message, key);
    default:
      return SELECTS.has(component.type) ? messageSelect(component, message) : null;
  }
}

const accessory = (section, message) =>
  section.accessory ? h("div", { class: "accessory" }, componentView(section.accessory, message, "accessory")) : null;

function gallery({ items }, message, key) {
  const pictures = (items ?? []).map(({ media, description, spoiler }) =>
    picture(resolve(media, message), description, { spoiler }),
  );
  return h("div", { class: `gallery${pictures.length > 1 ? " many" : ""}`, key: `gallery-${key}` }, pictures);
}

function container(component, message, key) {
  const accent = component.accent_color ?? null;
  const style = accent === null ? {} : { "--accent-line": colour(accent) };
  return h(
    "div",
    { class: `container${accent === null ? "" : " accented"}`, key: `container-${key}`, style },
    componentViews(component.components, message),
  );
}

export const colour = (number) => `#${Number(number).toString(16).padStart(6, "0").slice(-6)}`;

export const emojiText = (emoji) => (emoji ? (emoji.id ? `:${emoji.name}:` : emoji.name) : null);

function button(component, message) {
  const label = [
    component.emoji
      ? h("span", { class: "emoji", "aria-hidden": component.label ? "true" : undefined }, emojiText(component.emoji))
      : null,
    component.label ? h("span", {}, component.label) : null,
  ];
  const style = STYLES[component.style] ?? "secondary";
  if (component.url) {
    const safe = /^https?:\/\//i.test(component.url) ? component.url : undefined;
    const props = {
      class: `button ${style}`,
      key: component.url,
      href: safe,
      target: "_blank",
      rel: "noopener noreferrer",
      "aria-disabled": component.disabled ? "true" : undefined,
    };
    return h("a", props, label, icon("window"), h("span", { class: "unseen" }, say("opensElsewhere")));
  }
  const waits = waitingFor(message.id, component.custom_id);
  const props = {
    key: component.custom_id,
    type: "button",
    class: `button ${style}${waits ? " waiting" : ""}`,
    disabled: Boolean(component.disabled),
    "aria-busy": waits ? "true" : undefined,
    "data-custom-id": component.custom_id,
    on: { click: () => press(message, component) },
  };
  return h("button", props, h("span", { class: "button-label" }, label), waits ? dots() : null);
}

export const dots = () =>
  h("span", { class: "dots", role: "img", "aria-label": say("waiting") }, h("i", {}), h("i", {}), h("i", {}));

function messageSelect(component, message) {
  const here = `${message.id}/${component.custom_id}`;
  const of = JSON.stringify([component.options, component.default_values]);
  const mine = chosenHere.get(here);
  const limits = selectLimits(component);
  return selectView({
    id: `select-${message.id}-${component.custom_id}`.replace(/[^\w-]/g, "_"),
    placeholder: component.placeholder,
    options: selectOptions(component),
    chosen: mine && mine.of === of ? mine.values : selectDefaults(component),
    ...limits,
    disabled: component.disabled,
    busy: waitingFor(message.id, component.custom_id) !== undefined,
    changed: () => touch(message.id),
    onCommit: (values) => {
      chosenHere.set(here, { values, of });
      press(message, component, values);
    },
  });
}

export const selectLimits = (component) => ({ min: component.min_values ?? 1, max: component.max_values ?? 1 });

export function selectOptions(component) {
  if (component.type === 3)
    return (component.options ?? []).map((option) => ({ ...option, emoji: emojiText(option.emoji) }));
  return picks({ ...component, type: PICKED_BY[component.type] }).map(({ label, value }) => ({ label, value }));
}

export function selectDefaults(component) {
  if (component.type === 3)
    return (component.options ?? []).filter((option) => option.default).map(({ value }) => value);
  return (component.default_values ?? []).map(({ id }) => String(id));
}
