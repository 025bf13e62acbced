// What a person did that the bot must answer: each has a nonce, and each ends answered or failed.

import { nested } from "./commands.js";
import { addNotice, changed, removeNotice, state, touch } from "./state.js";
import { say } from "./words.js";

const pending = new Map(); // nonce -> { kind, state, onAnswered, onFailed, onChoices, ... }
const failures = new Map(); // message id -> sentence
let sendNow = () => false;
let showModal = () => {};
let count = 0;

export function connectInteractions({ send, openModal }) {
  sendNow = send;
  showModal = openModal;
}

export const send = (event) => sendNow(event);

const newNonce = () =>
  `${Date.now().toString(36)}${(count += 1).toString(36)}${Math.random().toString(36).slice(2, 8)}`;

function start(event, details) {
  const nonce = newNonce();
  if (!send({ ...event, nonce })) return null;
  pending.set(nonce, { state: "sent", ...details });
  return nonce;
}

// ---- what a person can do

/** False when nothing could be sent. */
export function runCommand(callable, options, shown) {
  return startCommand(callable.command, state.channelId, shown, { options: nested(callable, options) });
}

export function runMessageCommand(command, message, shown) {
  return startCommand(command, message.channel_id, shown, { options: [], target_id: message.id });
}

function startCommand(command, channelId, shown, given) {
  const again = () => startCommand(command, channelId, shown, given);
  const event = { type: "command", channel_id: channelId, command_id: command.id, ...given };
  const nonce = start(event, { kind: "command", channelId, shown, again });
  if (nonce) addNotice(channelId, { key: nonce, waiting: true, shown });
  return nonce !== null;
}

/** A button or a select of a message. */
export function press(message, component, values) {
  if (waitingFor(message.id, component.custom_id) === "sent") return true;
  failures.delete(message.id);
  const event = {
    type: "component",
    channel_id: message.channel_id,
    message_id: message.id,
    custom_id: component.custom_id,
    component_type: component.type,
  };
  const details = {
    kind: "component",
    messageId: message.id,
    customId: component.custom_id,
    channelId: message.channel_id,
  };
  const nonce = start(values ? { ...event, values } : event, details);
  if (nonce === null) failures.set(message.id, say("notSent"));
  touch(message.id);
  return nonce !== null;
}

export function submitModal(modalNonce, modal, components, { onAnswered, onFailed }) {
  const event = {
    type: "modal_submit",
    channel_id: state.channelId,
    modal_nonce: modalNonce,
    custom_id: modal.custom_id,
    components,
  };
  return start(event, { kind: "modal", onAnswered, onFailed }) !== null;
}

export function askChoices(callable, options, { onChoices, onFailed }) {
  const event = {
    type: "autocomplete",
    channel_id: state.channelId,
    command_id: callable.command.id,
    options: nested(callable, options),
  };
  return start(event, { kind: "autocomplete", onChoices, onFailed });
}

export const forget = (nonce) => pending.delete(nonce);

// ---- what the server says of it

export function onInteraction({ nonce, state: now, reason }) {
  const one = pending.get(nonce);
  if (!one) return;
  if (now === "failed") {
    fail(nonce, one, reason);
    return;
  }
  one.state = now;
  if (one.kind === "command" && now !== "sent") removeNotice(nonce);
  if (now !== "sent") one.onAnswered?.();
  if (now === "answered") pending.delete(nonce);
  if (one.messageId) touch(one.messageId);
}

export function onModal({ nonce, modal }) {
  const one = pending.get(nonce);
  if (!one) return;
  pending.delete(nonce);
  if (one.kind === "command") removeNotice(nonce);
  if (one.messageId) touch(one.messageId);
  showModal(nonce, modal);
}

export function onChoices({ nonce, choices }) {
  const one = pending.get(nonce);
  pending.delete(nonce);
  one?.onChoices?.(choices);
}

export function onError({ nonce, reason }) {
  const one = nonce ? pending.get(nonce) : undefined;
  if (one) fail(nonce, one, reason);
  else addNotice(state.channelId, { key: newNonce(), text: say("sendFailed", { reason }) });
}

/** The connection broke: nobody will answer what was under way. */
export function failAll() {
  for (const [nonce, one] of [...pending]) fail(nonce, one, say("connectionLostDuring"));
}

function fail(nonce, one, reason) {
  pending.delete(nonce);
  const text = !reason || /did not respond/i.test(reason) ? say("failed") : reason;
  if (one.kind === "command") {
    addNotice(one.channelId, { key: nonce, text, shown: one.shown, again: one.again });
  } else if (one.kind === "component") {
    failures.set(one.messageId, text);
    touch(one.messageId);
  } else {
    one.onFailed?.(text);
  }
  changed();
}

// ---- what messages show of it

/** "sent" before the bot acknowledged, "thinking" after, undefined when nothing is under way. */
export function waitingFor(messageId, customId) {
  let found;
  for (const one of pending.values()) {
    if (one.messageId === messageId && one.customId === customId)
      found = one.state === "sent" ? "sent" : (found ?? one.state);
  }
  return found;
}

export const failureOf = (messageId) => failures.get(messageId);

export function forgetFailure(messageId) {
  failures.delete(messageId);
  touch(messageId);
}
