// The options of one command as fields: the needed first, each with its suggestions.

import {
  ATTACHMENT,
  BOOLEAN,
  STRING,
  localDescription,
  localName,
  pickFor,
  picks,
  shownDescription,
  shownName,
  valueOf,
} from "./commands.js";
import { byId, h, icon } from "./dom.js";
import { askChoices, forget } from "./interactions.js";
import { combobox, grow, listbox, revealActive } from "./listbox.js";
import { changed } from "./state.js";
import { say } from "./words.js";

const SHOWN_AT_ONCE = 4;
const QUIET = 150;

let form = null; // { callable, fields, at, listOpen, active, all, onSend, onLeave }

export const formIsOpen = () => form !== null;

export function openForm(callable, texts, { onSend, onLeave }) {
  const fields = callable.options
    .filter(({ type, required }) => type !== ATTACHMENT || required)
    .map((option) => fieldOf(option, texts.get(option.name) ?? ""));
  form = { callable, fields, at: 0, listOpen: false, active: -1, all: false, onSend, onLeave };
  if (texts.size > 0)
    for (const field of fields) field.problem = valueOf(field.option, field.text, field.picked).problem;
}

function fieldOf(option, text) {
  const pick = text ? pickFor(option, text) : undefined;
  return {
    option,
    id: `option-${option.name}`,
    text: pick?.label ?? text,
    picked: pick?.value,
    problem: null,
    choices: null,
    failed: false,
    nonce: null,
    timer: null,
  };
}

export function closeForm() {
  for (const { nonce, timer } of form?.fields ?? []) {
    clearTimeout(timer);
    if (nonce) forget(nonce);
  }
  form = null;
}

export function focusForm() {
  const wrong =
    form.fields.find(({ problem }) => problem) ?? form.fields.find(({ option, text }) => option.required && !text);
  const target = byId((wrong ?? form.fields[0])?.id) ?? byId("form-send");
  target?.focus();
  if (target?.setSelectionRange) target.setSelectionRange(target.value.length, target.value.length);
}

// ---- what it looks like

export function formView(problem) {
  const { callable, fields, all } = form;
  const name = `/${shownName(callable)}`;
  const visible = fields.filter((field, index) => all || index < SHOWN_AT_ONCE || field.option.required || field.text);
  const hidden = fields.length - visible.length;
  const showAll = () => {
    form.all = true;
    changed();
  };
  return h("div", { class: "form", key: callable.key, role: "group", "aria-label": name, on: { keydown: onFormKey } }, [
    h("div", { class: "form-head" }, [
      h("span", { class: "mention" }, name),
      h("span", { class: "form-what" }, shownDescription(callable)),
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": say("leaveForm", { command: name }),
          on: { click: leave },
        },
        icon("close"),
      ),
    ]),
    h(
      "div",
      { class: "form-fields" },
      visible.map((field) => fieldView(field, fields.indexOf(field))),
    ),
    hidden > 0
      ? h(
          "button",
          { type: "button", class: "link-button", on: { click: showAll } },
          say("moreOptions", { count: hidden }),
        )
      : null,
    problem ? h("p", { class: "problem", role: "alert" }, problem) : null,
    h("div", { class: "form-foot" }, [
      h("span", { class: "keys" }, say(fields.length > 0 ? "formKeys" : "formKeysPlain")),
      h("button", { type: "button", class: "button primary", id: "form-send", on: { click: submit } }, say("send")),
    ]),
  ]);
}

function fieldView(field, index) {
  const { option, id } = field;
  const isOpen = form.listOpen && form.at === index;
  const items = isOpen ? suggestionsOf(field) : null;
  const list = `${id}-list`;
  const note = noteOf(field);
  const about = [`${id}-about`, field.problem || note ? `${id}-note` : null].filter(Boolean).join(" ");
  const props = {
    id,
    value: field.text,
    autocomplete: "off",
    spellcheck: "false",
    "aria-required": String(Boolean(option.required)),
    "aria-invalid": field.problem ? "true" : undefined,
    "aria-describedby": about,
    disabled: option.type === ATTACHMENT,
    ...(items === null && !hasList(option) ? {} : combobox(list, Boolean(items), form.active)),
    on: {
      input: (event) => onInput(field, event.currentTarget),
      focus: () => onFocus(field, index),
      blur: () => onBlur(index),
      keydown: (event) => onKey(event, field),
    },
  };
  const isText = option.type === STRING && !option.choices?.length;
  const input = isText
    ? h("textarea", { ...props, rows: "1", maxlength: option.max_length ?? 6000, ref: grow })
    : h("input", {
        ...props,
        type: "text",
        inputmode: hasList(option) || option.type === BOOLEAN ? undefined : "decimal",
      });
  return h("div", { class: `form-field${field.problem ? " wrong" : ""}`, key: option.name }, [
    h(
      "label",
      { for: id },
      localName(option),
      h("span", { class: option.required ? "needed" : "field-kind" }, option.required ? " *" : ` ${say("optional")}`),
    ),
    h("div", { class: "form-input" }, [
      input,
      items
        ? listbox({
            id: list,
            label: say("suggestions", { name: localName(option) }),
            items: items.map(({ label }, at) => ({ key: at, name: label })),
            active: form.active,
            onPick: (at) => choose(field, items[at]),
            empty: emptyWord(field),
          })
        : null,
      h("p", { class: "field-note", id: `${id}-about` }, localDescription(option)),
      field.problem
        ? h("p", { class: "problem", id: `${id}-note` }, field.problem)
        : note
          ? h("p", { class: "field-note", id: `${id}-note` }, note)
          : null,
    ]),
  ]);
}

const noteOf = ({ option }) => (option.type === ATTACHMENT ? say("attachmentsNotYet") : null);
const hasList = (option) => Boolean(option.autocomplete) || picks(option) !== null;

function emptyWord({ option, choices, failed }) {
  if (failed) return say("choicesFailed");
  return option.autocomplete && choices === null ? say("choicesLoading") : say("choicesNone");
}

// What fits the written text; null where there is no list.
function suggestionsOf({ option, text, picked, choices }) {
  if (option.autocomplete) return (choices ?? []).map((choice) => ({ label: localName(choice), value: choice.value }));
  const all = picks(option);
  if (!all || picked !== undefined || !text.trim()) return all;
  const wanted = text.trim().toLowerCase();
  return all.filter(({ label, also }) => [label, ...(also ?? [])].some((name) => name.toLowerCase().includes(wanted)));
}

// ---- what it does

function onInput(field, element) {
  Object.assign(field, { text: element.value, picked: undefined, problem: null });
  grow(element);
  form.listOpen = hasList(field.option);
  form.active = field.text.trim() ? 0 : -1;
  fetchChoices(field);
  changed();
}

function onFocus(field, index) {
  form.at = index;
  form.listOpen = hasList(field.option) && !field.text;
  form.active = -1;
  if (form.listOpen) fetchChoices(field);
  changed();
}

function onBlur(index) {
  setTimeout(() => {
    if (!form || form.at !== index || document.activeElement === byId(form.fields[index].id)) return;
    form.listOpen = false;
    changed();
  }, 150);
}

function fetchChoices(field) {
  if (!field.option.autocomplete) return;
  clearTimeout(field.timer);
  field.timer = setTimeout(() => {
    if (!form) return;
    if (field.nonce) forget(field.nonce);
    const others = form.fields.filter((other) => other !== field && other.text.trim());
    const given = others.map(({ option, text, picked }) => ({
      name: option.name,
      type: option.type,
      value: valueOf(option, text, picked).value ?? text,
    }));
    const asked = { name: field.option.name, type: field.option.type, value: field.text, focused: true };
    field.nonce = askChoices(form.callable, [...given, asked], {
      onChoices: (choices) => {
        Object.assign(field, { choices, failed: false });
        changed();
      },
      onFailed: () => {
        Object.assign(field, { choices: [], failed: true });
        changed();
      },
    });
  }, QUIET);
}

function onKey(event, field) {
  if (event.isComposing || event.keyCode === 229) return;
  const items = form.listOpen ? (suggestionsOf(field) ?? []) : [];
  const picksNow = form.active >= 0 && form.active < items.length;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!hasList(field.option)) return;
    event.preventDefault();
    step(field, items, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    event.stopPropagation();
    if (picksNow) choose(field, items[form.active]);
    else submit();
  } else if (event.key === "Tab" && !event.shiftKey && picksNow && field.text) {
    choose(field, items[form.active], { stay: true });
  } else if (event.key === "Escape" && form.listOpen) {
    event.preventDefault();
    event.stopPropagation();
    form.listOpen = false;
    changed();
  } else if (event.key === "Backspace" && form.fields.every(({ text }) => !text)) {
    event.preventDefault();
    leave();
  }
}

function step(field, items, by) {
  if (!form.listOpen) {
    form.listOpen = true;
    fetchChoices(field);
  } else if (items.length > 0) {
    form.active = form.active < 0 && by < 0 ? items.length - 1 : (form.active + by + items.length) % items.length;
  }
  revealActive(`${field.id}-list`);
  changed();
}

function choose(field, { label, value }, { stay = false } = {}) {
  Object.assign(field, { text: label, picked: value, problem: null });
  form.listOpen = false;
  form.active = -1;
  changed();
  if (stay) return;
  const next = form.fields.find(({ option, text }) => option.required && !text.trim());
  if (next) byId(next.id)?.focus();
}

function onFormKey(event) {
  if (event.key !== "Escape") return;
  event.preventDefault();
  leave();
}

function leave() {
  const { callable, fields, onLeave } = form;
  const texts = fields.filter(({ text }) => text.trim());
  const first = fields.find(({ option }) => option.type === STRING);
  const rest = texts.map((field) => (field === first ? field.text : `${localName(field.option)}: ${field.text}`));
  onLeave(`/${shownName(callable)} ${rest.join(" ")}`);
}

function submit() {
  const values = form.fields.map((field) => ({ field, ...valueOf(field.option, field.text, field.picked) }));
  for (const { field, problem } of values) field.problem = problem;
  if (values.some(({ problem }) => problem)) {
    form.listOpen = false;
    changed();
    focusForm();
    return;
  }
  form.onSend(
    values
      .filter(({ empty }) => !empty)
      .map(({ field: { option }, value }) => ({ name: option.name, type: option.type, value })),
  );
}
