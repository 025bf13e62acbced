// A select of a message or a modal: a button that opens a listbox beside it and keeps the focus.

import { h, icon } from "./dom.js";
import { say } from "./words.js";

let open = null; // { id, active, chosen: Set, upward, typed, typedAt, changed, select }

/**
 * `select`: { id, label, placeholder, options: [{label, value, description, emoji}], chosen: [values], min, max,
 * disabled, busy, invalid, onCommit(values), changed() }.
 */
export function selectView(select) {
  const mine = open?.id === select.id ? open : null;
  if (mine) mine.select = select;
  const chosen = mine ? [...mine.chosen] : select.chosen;
  const labels = select.options.filter(({ value }) => chosen.includes(value));
  const trigger = {
    key: "trigger",
    type: "button",
    class: "select-trigger",
    role: "combobox",
    "aria-haspopup": "listbox",
    "aria-expanded": String(Boolean(mine)),
    "aria-controls": mine ? `${select.id}-list` : undefined,
    "aria-activedescendant": mine ? `${select.id}-${mine.active}` : undefined,
    "aria-label": select.label || placeholderOf(select),
    "aria-busy": select.busy ? "true" : undefined,
    "aria-invalid": select.invalid ? "true" : undefined,
    "aria-required": select.required ? "true" : undefined,
    disabled: Boolean(select.disabled),
    on: { click: () => toggle(select), keydown: (event) => onKey(event, select), blur: () => leave(select) },
  };
  const shown =
    labels.length > 0
      ? h("span", { class: "select-shown" }, labels.map(chip))
      : h("span", { class: "select-empty" }, placeholderOf(select));
  return h(
    "div",
    { class: "select", key: select.id },
    h("button", trigger, shown, icon("chevron")),
    mine ? listOf(mine) : null,
  );
}

const placeholderOf = (select) =>
  select.placeholder || (select.max > 1 ? say("chooseMany", { min: select.min, max: select.max }) : say("choose"));

const chip = ({ emoji, label }) => h("span", { class: "select-chip" }, emoji ? `${emoji} ` : null, label);

function listOf(mine) {
  const { select } = mine;
  const list = {
    key: "list",
    id: `${select.id}-list`,
    class: "select-list",
    role: "listbox",
    "aria-label": select.label || placeholderOf(select),
    "aria-multiselectable": select.max > 1 ? "true" : undefined,
  };
  const options = select.options.map((option, index) => {
    const isChosen = mine.chosen.has(option.value);
    const props = {
      key: option.value,
      id: `${select.id}-${index}`,
      role: "option",
      class: `option${index === mine.active ? " active" : ""}`,
      "aria-selected": String(isChosen),
      on: { click: () => pick(select, index) },
    };
    const texts = h(
      "span",
      { class: "option-texts" },
      h("span", { class: "option-name" }, option.label),
      option.description ? h("span", { class: "option-note" }, option.description) : null,
    );
    return h(
      "div",
      props,
      option.emoji ? h("span", { class: "option-emoji" }, option.emoji) : null,
      texts,
      isChosen ? icon("check") : null,
    );
  });
  const many =
    select.max > 1
      ? h(
          "button",
          { type: "button", class: "button primary select-done", tabindex: "-1", on: { click: () => commit(select) } },
          say("done"),
        )
      : null;
  const none = h("div", { class: "option-none" }, say("choicesNone"));
  const keepFocus = { mousedown: (event) => event.preventDefault() };
  return h(
    "div",
    { key: "popup", class: `listbox${mine.upward ? " upward" : ""}`, on: keepFocus },
    options.length > 0 ? h("div", list, options) : none,
    many,
  );
}

function toggle(select) {
  if (open?.id === select.id) close(select);
  else show(select);
}

function show(select) {
  if (select.disabled) return;
  if (open) close(open.select);
  const active = Math.max(
    0,
    select.options.findIndex(({ value }) => select.chosen.includes(value)),
  );
  const box = document.activeElement?.closest?.(".select")?.getBoundingClientRect();
  open = {
    id: select.id,
    active,
    chosen: new Set(select.chosen),
    upward: Boolean(box) && box.bottom > innerHeight * 0.6,
    typed: "",
    typedAt: 0,
    select,
  };
  select.changed();
  reveal();
}

function close(select) {
  open = null;
  select.changed();
}

function leave(select) {
  if (open?.id !== select.id) return;
  if (select.max > 1) commit(select);
  else close(select);
}

function pick(select, index) {
  const option = select.options[index];
  if (!option || open?.id !== select.id) return;
  if (select.max > 1) {
    if (open.chosen.has(option.value)) open.chosen.delete(option.value);
    else if (open.chosen.size < select.max) open.chosen.add(option.value);
    open.active = index;
    select.changed();
    return;
  }
  const undo = select.min === 0 && open.chosen.has(option.value);
  open.chosen = new Set(undo ? [] : [option.value]);
  commit(select);
}

function commit(select) {
  const order = select.options.map(({ value }) => value).filter((value) => open.chosen.has(value));
  const same = order.length === select.chosen.length && order.every((value) => select.chosen.includes(value));
  close(select);
  if (order.length >= select.min && (!same || select.max === 1)) select.onCommit(order);
}

function onKey(event, select) {
  if (event.isComposing) return;
  const mine = open?.id === select.id ? open : null;
  const last = select.options.length - 1;
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity };
  if (!mine) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      show(select);
    }
    return;
  }
  if (event.key in moves) {
    mine.active = Math.min(last, Math.max(0, mine.active + moves[event.key]));
  } else if (event.key === "Enter" || event.key === " ") {
    pick(select, mine.active);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    close(select);
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    typeAhead(mine, event.key);
  } else {
    return;
  }
  event.preventDefault();
  select.changed();
  reveal();
}

function typeAhead(mine, key) {
  mine.typed = Date.now() - mine.typedAt < 800 ? mine.typed + key : key;
  mine.typedAt = Date.now();
  const found = mine.select.options.findIndex(({ label }) => label.toLowerCase().startsWith(mine.typed.toLowerCase()));
  if (found >= 0) mine.active = found;
}

function reveal() {
  setTimeout(() => document.querySelector(".select-list .active")?.scrollIntoView({ block: "nearest" }), 40);
}
