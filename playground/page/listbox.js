// The list of suggestions above a field; the field keeps the focus and names the active one.

import { h } from "./dom.js";

/** `items`: [{ key, name, note, aside }]. */
export function listbox({ id, label, items, active, onPick, empty, below = false }) {
  const rows = items.map((item, index) => {
    const props = {
      key: item.key,
      id: optionId(id, index),
      role: "option",
      class: `option${index === active ? " active" : ""}`,
      "aria-selected": String(index === active),
      on: { click: () => onPick(index) },
    };
    return h("div", props, [
      h(
        "span",
        { class: "option-texts" },
        h("span", { class: "option-name" }, item.name),
        item.note ? h("span", { class: "option-note" }, item.note) : null,
      ),
      item.aside ? h("span", { class: "option-aside" }, item.aside) : null,
    ]);
  });
  const none = rows.length === 0 ? h("div", { class: "option-none" }, empty) : null;
  const keepFocus = (event) => event.preventDefault();
  return h(
    "div",
    {
      key: id,
      id,
      class: `listbox${below ? " below" : ""}`,
      role: "listbox",
      "aria-label": label,
      on: { mousedown: keepFocus },
    },
    rows,
    none,
  );
}

export const optionId = (id, index) => `${id}-${index}`;

/** What a text field says of its list. */
export function combobox(id, isOpen, active) {
  return {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": String(isOpen),
    "aria-controls": isOpen ? id : undefined,
    "aria-activedescendant": isOpen && active >= 0 ? optionId(id, active) : undefined,
  };
}

export function revealActive(id) {
  setTimeout(() => document.querySelector(`#${id} .active`)?.scrollIntoView({ block: "nearest" }), 40);
}

export function grow(field) {
  if (field.tagName !== "TEXTAREA" || !field.isConnected) return;
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight + 2, Math.max(120, innerHeight * 0.35))}px`;
}
