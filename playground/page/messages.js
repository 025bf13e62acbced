// The list of messages of a channel. Only messages that changed are drawn; the reader's place is kept.

import { callables, shownName, solveCommand } from "./commands.js";
import { byId, draw, h, icon } from "./dom.js";
import {
  addNotice,
  removeNotice,
  state,
  takeTouched,
  isOlder,
  isThinking,
  nameOf,
  channel,
  channelName,
} from "./state.js";
import { messageView, plainText } from "./message.js";
import { refreshTimes } from "./markdown.js";
import { longDay, sameDay, say } from "./words.js";
import { dots } from "./components.js";

const TOGETHER = 7 * 60_000;
const NEAR = 48;
const LONGEST_HOLD = 1500;
const EXAMPLES = ["3x^2 + 4x + 5 = 1", "d/dx (x^2 sin x)", "∫ (x^2 + 3x + 2) dx"];

const views = new Map(); // message id -> { message, version, continues, vnode }
let shownChannel = null;
let stuck = true; // at the newest message
let lastTop = 0;
let fresh = false; // something new came below while reading above
let pressed = null; // when a pointer went down on the list
let drawLater = null;
let tryExample = () => {};

export function startMessages({ onExample }) {
  tryExample = onExample;
  const scroll = byId("scroll");
  scroll.addEventListener("scroll", onScroll, { passive: true });
  scroll.addEventListener("pointerdown", () => {
    pressed = Date.now();
  });
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(release, 0));
  scroll.addEventListener("focusin", ({ target }) => rove(target.closest(".message")));
  scroll.addEventListener("keydown", onKey);
  new ResizeObserver(() => stuck && toEnd()).observe(byId("messages"));
  new ResizeObserver(() => stuck && toEnd()).observe(scroll);
  setInterval(() => refreshTimes(scroll), 15_000);
}

/** Draws the channel, unless a pointer is down on it: then the press comes first, so that no click is lost. */
export function drawMessages() {
  if (pressed !== null && Date.now() - pressed < LONGEST_HOLD) {
    drawLater ??= setTimeout(release, LONGEST_HOLD);
    return;
  }
  drawNow();
}

function release() {
  pressed = null;
  if (drawLater === null) return;
  clearTimeout(drawLater);
  drawLater = null;
  drawNow();
}

function drawNow() {
  for (const id of takeTouched()) views.delete(id);
  const isOtherChannel = shownChannel !== state.channelId;
  if (isOtherChannel) {
    shownChannel = state.channelId;
    stuck = true;
    fresh = false;
  }
  const list = byId("messages");
  const tallBefore = tallLast();
  list.setAttribute("aria-label", say("messages", { channel: channelName(channel()) }));
  draw(list, startOfChannel(), items());
  const tall = tallLast();
  if (stuck && tall && tall !== tallBefore && !isOtherChannel) toTopOf(tall);
  else if (stuck) toEnd();
  ensureTabStop(list);
  drawJump();
}

function items() {
  const rows = [];
  const waiting = [...(state.notices.get(state.channelId) ?? [])];
  let before = null;
  for (const message of state.messages.get(state.channelId)?.values() ?? []) {
    while (waiting.length > 0 && (!waiting[0].after || isOlder(waiting[0].after, message.id)))
      rows.push(noticeView(waiting.shift()));
    const day = new Date(message.timestamp);
    const newDay = !before || !sameDay(day, new Date(before.timestamp));
    if (newDay) rows.push(h("li", { class: "day", key: `day-${message.id}` }, h("span", {}, longDay(day))));
    const continues = !newDay && follows(message, before);
    rows.push(view(message, continues));
    before = message;
  }
  return [...rows, ...waiting.map(noticeView)];
}

function follows(message, before) {
  const isPlain = !message.interaction_metadata && !message.message_reference;
  return (
    isPlain &&
    before.author?.id === message.author?.id &&
    new Date(message.timestamp) - new Date(before.timestamp) < TOGETHER
  );
}

function view(message, continues) {
  const there = views.get(message.id);
  if (there && there.message === message && there.version === state.version && there.continues === continues)
    return there.vnode;
  const vnode = h("li", { key: message.id, class: "item" }, messageView(message, { continues }));
  views.set(message.id, { message, version: state.version, continues, vnode });
  return vnode;
}

function startOfChannel() {
  const shown = state.messages.get(state.channelId);
  if (!state.viewer || !channel() || (shown?.size ?? 0) >= 100) return null;
  const solve = solveCommand();
  const hint =
    callables().length > 0 ? (solve ? say("startHint", { name: nameOf(state.bot) }) : say("startPlain")) : null;
  const example = (text) =>
    h(
      "button",
      { type: "button", class: "example", on: { click: () => tryExample(`/${shownName(solve)} ${text}`) } },
      h("span", { class: "mention" }, `/${shownName(solve)}`),
      ` ${text}`,
    );
  return h("li", { class: "start", key: "start" }, [
    h("span", { class: "start-sign" }, icon("hash")),
    h("h2", {}, say("start", { channel: channelName(channel()) })),
    channel().topic ? h("p", { class: "topic" }, channel().topic) : null,
    hint ? h("p", {}, hint) : null,
    solve ? h("div", { class: "examples" }, EXAMPLES.map(example)) : null,
  ]);
}

// What only this page says: a command on its way, or one that nobody answered.
function noticeView({ key, text, shown, waiting, again }) {
  if (waiting)
    return h("li", { class: "notice waiting", key }, dots(), h("span", {}, say("commandWaiting", { command: shown })));
  const retry = () => {
    removeNotice(key);
    if (!again()) addNotice(state.channelId, { key, text: say("notSent"), shown, again });
  };
  const parts = [
    shown ? h("span", { class: "mention" }, shown) : null,
    h("span", { class: "notice-text" }, text),
    again ? h("button", { type: "button", class: "button secondary", on: { click: retry } }, say("retry")) : null,
    h("button", { type: "button", class: "link-button", on: { click: () => removeNotice(key) } }, say("dismiss")),
  ];
  return h("li", { key }, h("div", { class: "notice", role: "alert" }, parts));
}

// ---- the reader's place

function onScroll() {
  const scroll = byId("scroll");
  // Only a reader who scrolls up leaves the end; what grows meanwhile does not push anybody away from it.
  if (scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR) stuck = true;
  else if (scroll.scrollTop < lastTop) stuck = false;
  lastTop = scroll.scrollTop;
  if (stuck) fresh = false;
  drawJump();
}

// The newest message, when it does not fit: its answer comes first, so its beginning is what to show.
function tallLast() {
  const last = [...byId("messages").querySelectorAll(".message")].at(-1);
  return last && last.offsetHeight > byId("scroll").clientHeight ? last : undefined;
}

function toTopOf(message) {
  const scroll = byId("scroll");
  stuck = false;
  scroll.scrollTop += message.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 8;
  lastTop = scroll.scrollTop;
}

export function toEnd() {
  const scroll = byId("scroll");
  stuck = true;
  fresh = false;
  scroll.scrollTop = scroll.scrollHeight;
}

export function noteNew(message) {
  if (message.channel_id === state.channelId && !stuck) fresh = true;
}

function drawJump() {
  const go = () => {
    toEnd();
    drawJump();
  };
  const label = say(fresh ? "jump" : "jumpPlain");
  draw(
    byId("jump"),
    stuck
      ? null
      : h(
          "button",
          { type: "button", class: `jump${fresh ? " fresh" : ""}`, on: { click: go } },
          icon("down"),
          h("span", {}, label),
        ),
  );
}

// ---- by keyboard: one tab stop, arrows from message to message

function ensureTabStop(list) {
  if (!list.querySelector(".message[tabindex='0']")) rove([...list.querySelectorAll(".message")].at(-1));
}

function rove(message) {
  if (!message || message.tabIndex === 0) return;
  for (const other of document.querySelectorAll(".message[tabindex='0']")) setStop(other, -1);
  setStop(message, 0);
}

function setStop(message, index) {
  message.tabIndex = index;
  const more = message.querySelector(".more");
  if (more) more.tabIndex = index;
}

function onKey(event) {
  if (!event.target.matches(".message")) return;
  const all = [...byId("messages").querySelectorAll(".message")];
  const at = all.indexOf(event.target);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  all[to]?.focus();
}

// ---- for those who listen

const announced = new Map(); // message id -> whether it was still thinking

export function announce(message, isNew) {
  const thinks = isThinking(message);
  const wasThinking = announced.get(message.id);
  announced.set(message.id, thinks);
  if (message.channel_id !== state.channelId || (!isNew && !(wasThinking && !thinks))) return;
  const name = nameOf(message.author);
  const text = thinks ? say("thinking", { name }) : say("newMessage", { name, text: plainText(message).slice(0, 240) });
  draw(byId("announce"), h("p", { key: `${message.id}-${thinks}` }, text));
}
