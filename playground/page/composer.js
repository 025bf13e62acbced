// Where a person writes: ordinary messages, `/` and the list of commands, or the form of one command.

import {
  called,
  callables,
  localName,
  matching,
  readOptions,
  shownDescription,
  shownName,
  solveCommand,
  valueOf,
  looksLikeMaths,
} from "./commands.js";
import { byId, draw, h, icon } from "./dom.js";
import { runCommand, send } from "./interactions.js";
import { combobox, grow, listbox, revealActive } from "./listbox.js";
import { toEnd } from "./messages.js";
import { closeForm, focusForm, formIsOpen, formView, openForm } from "./optionForm.js";
import { changed, channel, channelName, state, typingNow, nameOf } from "./state.js";
import { say } from "./words.js";

const LIST = "command-list";
const LONGEST_MESSAGE = 2000;
const narrow = matchMedia("(max-width: 700px)");

const drafts = new Map(); // channel id -> text
let text = "";
let active = 0;
let moved = false; // the active command was chosen with the arrows
let listClosed = false;
let problem = null;
let shownChannel = null;

const field = () => byId("composer-text");

export function drawComposer() {
  if (shownChannel !== state.channelId) {
    drafts.set(shownChannel, text);
    shownChannel = state.channelId;
    text = drafts.get(shownChannel) ?? "";
  }
  const composer = byId("composer");
  if (formIsOpen()) draw(composer, formView(problem));
  else draw(composer, ...textViews());
  if (field()) grow(field());
}

export function focusComposer() {
  if (formIsOpen()) focusForm();
  else field()?.focus();
}

export function setText(wanted) {
  text = wanted;
  drawComposer();
  field()?.focus();
  field()?.setSelectionRange(text.length, text.length);
  changed();
}

/** Runs a typed line, as if Enter had been pressed behind it. */
export function tryLine(line) {
  closeForm();
  setText(line);
  enter();
}

// ---- what it looks like

function suggestions() {
  if (listClosed || !text.startsWith("/") || text.includes("\n")) return null;
  const exact = called(text);
  if (exact && /\s/.test(text.slice(exact.length + 1))) return null;
  return matching(text.slice(1));
}

function textViews() {
  const found = suggestions();
  const isOpen = found !== null && found.length > 0;
  active = Math.min(active, Math.max(0, (found?.length ?? 0) - 1));
  const props = {
    id: "composer-text",
    key: "composer-text",
    rows: "1",
    placeholder: placeholder(),
    value: text,
    enterkeyhint: "send",
    spellcheck: text.startsWith("/") ? "false" : "true",
    autocomplete: "off",
    "aria-label": placeholder(),
    "aria-describedby": "composer-note",
    ...combobox(LIST, isOpen, active),
    on: { input: onInput, keydown: onKey, blur: onBlur },
  };
  return [
    isOpen
      ? listbox({
          id: LIST,
          label: say("commands"),
          items: found.map(row),
          active,
          onPick: (index) => pick(found[index]),
        })
      : null,
    h("div", { class: "note", id: "composer-note", key: "note", role: "status" }, note()),
    h(
      "div",
      { class: "field-row", key: "row" },
      h("textarea", props),
      h(
        "button",
        { type: "button", class: "send", disabled: !text.trim(), "aria-label": say("send"), on: { click: enter } },
        icon("send"),
      ),
    ),
  ];
}

function row(callable) {
  const options = callable.options.map((option) =>
    h("span", { class: option.required ? "option-part required" : "option-part" }, localName(option)),
  );
  return {
    key: callable.key,
    name: [h("b", {}, `/${shownName(callable)}`), ...options],
    note: shownDescription(callable),
  };
}

function placeholder() {
  const solve = solveCommand();
  if (!solve) return say("hintPlain", { channel: channelName(channel()) });
  return say(narrow.matches ? "hintShort" : "hint", { command: shownName(solve) });
}

// One line above the field: what is wrong, how the command goes on, or that this looks like a problem to solve.
function note() {
  if (problem) return h("span", { class: "problem" }, problem);
  const exact = called(text);
  if (exact && !suggestions()) return usage(exact);
  const solve = solveCommand();
  if (!solve || text.startsWith("/") || !looksLikeMaths(text)) return typing();
  const name = shownName(solve);
  return h(
    "span",
    { class: "maths-hint" },
    h("span", {}, say("looksLikeMaths")),
    " ",
    h(
      "button",
      { type: "button", class: "link-button", on: { click: () => tryLine(`/${name} ${text.trim()}`) } },
      say("looksLikeMathsDo", { command: name }),
    ),
  );
}

function typing() {
  const names = typingNow().map(nameOf).join(", ");
  return names ? h("span", { class: "typing" }, say("typing", { name: names })) : null;
}

function usage({ callable, rest }) {
  const texts = readOptions(rest, callable.options);
  const parts = callable.options.map((option) => {
    const state = texts.has(option.name) ? " given" : option.required ? " required" : "";
    return h("span", { class: `option-part${state}`, key: option.name }, localName(option));
  });
  return h(
    "span",
    { class: "usage" },
    h("b", {}, `/${shownName(callable)}`),
    parts,
    h("span", { class: "keys" }, say("commandHelp")),
  );
}

// ---- what it does

function onInput(event) {
  text = event.currentTarget.value;
  problem = null;
  listClosed = false;
  moved = false;
  active = 0;
  changed();
}

function onBlur() {
  setTimeout(() => {
    if (document.activeElement === field() || listClosed) return;
    listClosed = true;
    changed();
  }, 150);
}

function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return;
  listClosed = listClosed && event.key !== "ArrowDown" && event.key !== "ArrowUp";
  const found = suggestions();
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    enter();
  } else if (event.key === "Tab" && !event.shiftKey && text.startsWith("/")) {
    const exact = called(text);
    if (!exact && !found?.length) return;
    event.preventDefault();
    if (moved || !exact) pick(found[active]);
    else pick(exact.callable, readOptions(exact.rest, exact.callable.options));
  } else if (found?.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
    moved = true;
    revealActive(LIST);
    changed();
  } else if ((event.key === "PageUp" || event.key === "PageDown") && !text.includes("\n")) {
    event.preventDefault();
    const scroll = byId("scroll");
    scroll.scrollBy({ top: (event.key === "PageUp" ? -0.85 : 0.85) * scroll.clientHeight });
  } else if (event.key === "Escape" && found) {
    event.preventDefault();
    listClosed = true;
    changed();
  }
}

function enter() {
  const line = text.trim();
  if (!line) return;
  const found = suggestions();
  const exact = called(line);
  if (moved && found?.length) pick(found[active]);
  else if (exact) run(exact.callable, readOptions(exact.rest, exact.callable.options));
  else if (found?.length) pick(found[active]);
  else if (/^\/[\p{L}\p{N}_-]*$/u.test(line.split(/\s/)[0]))
    complain(say("commandsNone", { name: line.split(/\s/)[0] }));
  else sayLine(line);
}

function complain(sentence) {
  problem = sentence;
  changed();
}

function sayLine(line) {
  if ([...line].length > LONGEST_MESSAGE) complain(say("badMaxLength", { max: LONGEST_MESSAGE }));
  else if (send({ type: "say", channel_id: state.channelId, content: line })) clear();
  else complain(say("notSent"));
}

function clear() {
  text = "";
  problem = null;
  moved = false;
  toEnd();
  changed();
}

function pick(callable, texts = new Map()) {
  openForm(callable, texts, { onSend: (options) => dispatch(callable, options), onLeave: leaveForm });
  problem = null;
  changed();
  drawComposer();
  focusForm();
}

function leaveForm(line) {
  closeForm();
  problem = null;
  setText(line);
}

// Sends what is complete; otherwise the form asks for what is missing.
function run(callable, texts) {
  const values = callable.options.map((option) => [option, valueOf(option, texts.get(option.name) ?? "")]);
  if (values.some(([, { problem: wrong }]) => wrong)) {
    pick(callable, texts);
    return;
  }
  dispatch(
    callable,
    values.filter(([, { empty }]) => !empty).map(([{ name, type }, { value }]) => ({ name, type, value })),
  );
}

function dispatch(callable, options) {
  if (!runCommand(callable, options, `/${shownName(callable)}`)) {
    complain(say("notSent"));
    return;
  }
  closeForm();
  clear();
  drawComposer();
  field()?.focus();
}
