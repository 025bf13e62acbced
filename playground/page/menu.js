// The context menu of a message: its apps, and copying its text.

import { localName, messageCommands } from "./commands.js";
import { byId, draw, h } from "./dom.js";
import { runMessageCommand } from "./interactions.js";
import { plainText } from "./message.js";
import { addNotice, state } from "./state.js";
import { say } from "./words.js";

let opener = null;

export function openMenu(message, from, point = null) {
  opener = document.activeElement === document.body ? from : document.activeElement;
  const items = itemsFor(message);
  const menu = h(
    "div",
    {
      class: "menu",
      role: "menu",
      "aria-label": say("messageMenu", { name: "" }).trim(),
      on: { keydown: onKey, focusout: onFocusOut },
    },
    items,
  );
  const layer = byId("menu-layer");
  draw(layer);
  draw(layer, menu);
  place(layer.firstChild, from, point);
  layer.querySelector("[role=menuitem]")?.focus();
}

export function closeMenu({ refocus = true } = {}) {
  const layer = byId("menu-layer");
  if (!layer.firstChild) return;
  draw(layer);
  if (refocus && opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

function itemsFor(message) {
  const apps = messageCommands().map((command) => {
    const shown = localName(command);
    return item(shown, command.id, () => {
      if (!runMessageCommand(command, message, shown))
        addNotice(state.channelId, { key: "not-sent", text: say("notSent") });
    });
  });
  const copy = item(say("copy"), "copy", () => navigator.clipboard?.writeText(plainText(message)).catch(() => {}));
  return [
    apps.length > 0 ? h("div", { class: "menu-title", role: "presentation" }, say("apps")) : null,
    apps,
    apps.length > 0 ? h("div", { class: "menu-line", role: "separator" }) : null,
    copy,
  ];
}

function item(label, key, act) {
  const click = () => {
    closeMenu();
    act();
  };
  return h("button", { type: "button", role: "menuitem", tabindex: "-1", key, on: { click } }, label);
}

function place(menu, from, point) {
  const box = from.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const x = point?.x ?? box.right - width;
  const y = point?.y ?? (box.height < 60 ? box.bottom + 4 : box.top + 24);
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}

function onKey(event) {
  const items = [...event.currentTarget.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    closeMenu();
  } else if (to !== undefined) {
    event.preventDefault();
    items.at(to % items.length).focus();
  }
}

function onFocusOut(event) {
  if (!event.currentTarget.contains(event.relatedTarget))
    setTimeout(() => !byId("menu-layer").contains(document.activeElement) && closeMenu({ refocus: false }), 0);
}

addEventListener(
  "pointerdown",
  (event) => {
    if (!event.target.closest("#menu-layer")) closeMenu({ refocus: false });
  },
  true,
);
addEventListener("resize", () => closeMenu({ refocus: false }));
