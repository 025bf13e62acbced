// A modal: labels, texts, selects, radio and checkbox groups. What was written stays until it is received.

import { selectDefaults, selectLimits, selectOptions } from "./components.js";
import { byId, draw, h, icon } from "./dom.js";
import { submitModal } from "./interactions.js";
import { markdown } from "./markdown.js";
import { selectView } from "./select.js";
import { changed } from "./state.js";
import { say } from "./words.js";

const [ROW, TEXT_INPUT, TEXT, LABEL, UPLOAD, RADIOS, CHECKS, CHECK] = [1, 4, 10, 18, 19, 21, 22, 23];
const SELECTS = new Set([3, 5, 6, 7, 8]);
const PARAGRAPH = 2;

let shown = null; // { nonce, modal, values: Map(custom id -> value), problems: Map, busy, failed }

export function openModal(nonce, modal) {
  shown = { nonce, modal, values: new Map(), problems: new Map(), busy: false, failed: null };
  for (const field of fields(modal)) shown.values.set(field.custom_id, initial(field));
  drawModal();
  const dialog = byId("modal");
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector("textarea, input, [role=combobox]") ?? dialog.querySelector("button[type=submit]"))?.focus();
}

export const modalIsOpen = () => shown !== null;

function close() {
  shown = null;
  byId("modal").close();
  changed();
}

const wrapped = (component) =>
  component.type === LABEL ? [component.component] : component.type === ROW ? component.components : [];
const fields = (modal) => modal.components.flatMap(wrapped).filter(Boolean);

function initial(field) {
  if (SELECTS.has(field.type)) return selectDefaults(field);
  if (field.type === RADIOS) return field.options.find((option) => option.default)?.value ?? null;
  if (field.type === CHECKS) return field.options.filter((option) => option.default).map(({ value }) => value);
  if (field.type === CHECK) return Boolean(field.default);
  return field.type === UPLOAD ? [] : (field.value ?? "");
}

export function drawModal() {
  const dialog = byId("modal");
  if (!shown) {
    draw(dialog);
    return;
  }
  const { modal, busy, failed } = shown;
  const onSubmit = (event) => {
    event.preventDefault();
    submit();
  };
  const form = h(
    "form",
    { key: shown.nonce, novalidate: true, "aria-busy": busy ? "true" : undefined, on: { submit: onSubmit } },
    [
      h(
        "header",
        {},
        h("h2", { id: "modal-title" }, modal.title),
        h(
          "button",
          { type: "button", class: "icon-button", "aria-label": say("close"), on: { click: close } },
          icon("close"),
        ),
      ),
      h("div", { class: "modal-body" }, modal.components.map(part)),
      failed ? h("p", { class: "failure", role: "alert" }, failed, " ", say("modalFailed")) : null,
      h(
        "footer",
        {},
        h("button", { type: "button", class: "button secondary", on: { click: close } }, say("cancel")),
        h(
          "button",
          { type: "submit", class: `button primary${busy ? " waiting" : ""}`, disabled: busy },
          say("submit"),
        ),
      ),
    ],
  );
  draw(dialog, form);
}

export function startModal() {
  const dialog = byId("modal");
  dialog.setAttribute("aria-labelledby", "modal-title");
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
}

function part(component, index) {
  if (component.type === TEXT) return h("div", { class: "text", key: index }, markdown(component.content));
  if (component.type === LABEL) return labelled(component.component, component.label, component.description, index);
  if (component.type === ROW)
    return (component.components ?? []).map((field) =>
      labelled(field, field.label ?? field.placeholder ?? "", null, index),
    );
  return null;
}

const isRequired = (field) => (field.type === CHECK ? false : field.required !== false);

function labelled(field, label, description, index) {
  if (!field) return null;
  const id = `field-${index}-${field.custom_id}`.replace(/[^\w-]/g, "_");
  const problem = shown.problems.get(field.custom_id);
  const described =
    [description ? `${id}-note` : null, problem ? `${id}-problem` : null].filter(Boolean).join(" ") || undefined;
  const grouped = field.type === RADIOS || field.type === CHECKS;
  const named = [
    label,
    isRequired(field) ? h("span", { class: "needed", title: say("required"), "aria-hidden": "true" }, " *") : null,
  ];
  const note = [description ? h("p", { class: "field-note", id: `${id}-note` }, description) : null];
  const wrong = problem ? h("p", { class: "problem", id: `${id}-problem`, role: "alert" }, problem) : null;
  if (grouped)
    return h(
      "fieldset",
      { class: "field", key: id, "aria-describedby": described },
      h("legend", {}, named),
      note,
      control(field, id, described, label),
      wrong,
    );
  if (field.type === CHECK)
    return h("div", { class: "field", key: id }, checkbox(field, id, described, label), note, wrong);
  return h(
    "div",
    { class: "field", key: id },
    h("label", { for: id }, named),
    note,
    control(field, id, described, label),
    wrong,
  );
}

function control(field, id, described, label) {
  if (field.type === TEXT_INPUT) return textInput(field, id, described);
  if (field.type === RADIOS) return field.options.map((option, at) => choice(field, option, at, id, "radio"));
  if (field.type === CHECKS) return field.options.map((option, at) => choice(field, option, at, id, "checkbox"));
  if (SELECTS.has(field.type)) return select(field, id, label);
  return h("p", { class: "field-note", id }, say("attachmentsNotYet"));
}

function textInput(field, id, described) {
  const long = field.style === PARAGRAPH;
  const value = shown.values.get(field.custom_id);
  const onInput = (event) => set(field, event.currentTarget.value);
  const onKey = (event) => {
    if (event.key === "Enter" && !event.isComposing && (event.ctrlKey || event.metaKey)) submit();
  };
  const props = {
    id,
    name: field.custom_id,
    placeholder: field.placeholder,
    minlength: field.min_length,
    maxlength: field.max_length ?? 4000,
    "aria-required": String(isRequired(field)),
    "aria-invalid": shown.problems.has(field.custom_id) ? "true" : undefined,
    "aria-describedby": described,
    value,
    autocomplete: "off",
    on: { input: onInput, keydown: onKey },
  };
  const count = field.max_length
    ? h("span", { class: "count", "aria-hidden": "true" }, `${[...value].length}/${field.max_length}`)
    : null;
  return [long ? h("textarea", { ...props, rows: "4" }) : h("input", { ...props, type: "text" }), count];
}

function choice(field, option, at, id, type) {
  const chosen = shown.values.get(field.custom_id);
  const isOn = type === "radio" ? chosen === option.value : chosen.includes(option.value);
  const onChange = (event) => {
    if (type === "radio") set(field, option.value);
    else
      set(
        field,
        event.currentTarget.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value),
      );
  };
  const input = h("input", {
    type,
    id: `${id}-${at}`,
    name: field.custom_id,
    value: option.value,
    checked: isOn,
    on: { change: onChange },
  });
  return h(
    "label",
    { class: "choice", key: option.value },
    input,
    h("span", {}, option.label, option.description ? h("span", { class: "field-note" }, option.description) : null),
  );
}

function checkbox(field, id, described, label) {
  const input = h("input", {
    type: "checkbox",
    id,
    name: field.custom_id,
    "aria-describedby": described,
    checked: shown.values.get(field.custom_id),
    on: { change: (event) => set(field, event.currentTarget.checked) },
  });
  return h("label", { class: "choice" }, input, h("span", {}, label));
}

function select(field, id, label) {
  return selectView({
    id,
    label,
    placeholder: field.placeholder,
    options: selectOptions(field),
    chosen: shown.values.get(field.custom_id),
    ...selectLimits(field),
    ...(isRequired(field) ? {} : { min: 0 }),
    required: isRequired(field),
    invalid: shown.problems.has(field.custom_id),
    disabled: field.disabled,
    changed: drawModal,
    onCommit: (values) => set(field, values),
  });
}

function set(field, value) {
  shown.values.set(field.custom_id, value);
  shown.problems.delete(field.custom_id);
  drawModal();
}

// ---- sending

function problemOf(field) {
  const value = shown.values.get(field.custom_id);
  const size =
    typeof value === "string" ? [...value].length : Array.isArray(value) ? value.length : value === null ? 0 : 1;
  if (size === 0) return isRequired(field) ? say("badRequired") : null;
  if (typeof value === "string" && field.min_length && size < field.min_length)
    return say("badMinLength", { min: field.min_length });
  if (Array.isArray(value) && field.min_values && size < field.min_values)
    return say("badMin", { min: field.min_values });
  if (Array.isArray(value) && field.type === CHECKS && field.max_values && size > field.max_values)
    return say("badMax", { max: field.max_values });
  return null;
}

function submit() {
  if (shown.busy) return;
  const { nonce, modal } = shown;
  shown.problems = new Map(
    fields(modal)
      .map((field) => [field.custom_id, problemOf(field)])
      .filter(([, problem]) => problem),
  );
  if (shown.problems.size > 0) {
    drawModal();
    byId("modal").querySelector("[aria-invalid=true], fieldset:has(.problem) input")?.focus();
    return;
  }
  const mine = shown;
  const failed = (text) => {
    if (shown !== mine) return;
    Object.assign(shown, { busy: false, failed: text });
    drawModal();
  };
  const sent = submitModal(nonce, modal, modal.components.map(answered), {
    onAnswered: () => shown === mine && close(),
    onFailed: failed,
  });
  Object.assign(shown, { busy: sent, failed: sent ? null : say("connectionLost") });
  drawModal();
}

function answered(component) {
  const { type, id } = component;
  const own = id === undefined ? { type } : { type, id };
  if (type === LABEL) return { ...own, component: answered(component.component) };
  if (type === ROW) return { ...own, components: component.components.map(answered) };
  if (type === TEXT) return own;
  const value = shown.values.get(component.custom_id);
  return { ...own, custom_id: component.custom_id, ...(Array.isArray(value) ? { values: value } : { value }) };
}
