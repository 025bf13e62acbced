// One message: who, when, what, and what may be done with it.

import { componentViews, dots } from "./components.js";
import { h, icon } from "./dom.js";
import { embedViews } from "./embeds.js";
import { failureOf, forgetFailure, send } from "./interactions.js";
import { commandName, markdown, wordsOf } from "./markdown.js";
import { attachment } from "./media.js";
import { openMenu } from "./menu.js";
import { dropMessage, findMessage, isEphemeral, isLayout, isThinking, nameOf } from "./state.js";
import { clock, dayAndTime, say } from "./words.js";

export function messageView(message, { continues }) {
  const name = nameOf(message.author);
  const ephemeral = isEphemeral(message);
  const props = {
    id: `message-${message.id}`,
    class: ["message", continues ? "continues" : "", ephemeral ? "ephemeral" : ""].filter(Boolean).join(" "),
    "data-id": message.id,
    tabindex: "-1",
    on: { contextmenu: (event) => onContextMenu(event, message) },
  };
  return h("article", { ...props, "aria-labelledby": `who-${message.id}` }, [
    above(message),
    continues
      ? h("time", { class: "margin-time", "aria-hidden": "true" }, clock(new Date(message.timestamp)))
      : avatar(message.author),
    h("div", { class: "message-body" }, [
      heading(message, name, continues),
      isThinking(message) ? thinking(name) : content(message),
      failure(message),
      ephemeral ? onlyYou(message) : null,
    ]),
    moreButton(message, name),
  ]);
}

const COLOURS = ["#5b6ee1", "#2f8f6b", "#b5651d", "#a3417f", "#2b7fa8", "#7a55c7", "#a8443f"];

export function avatar(user, small = false) {
  const name = nameOf(user);
  const sum = [...String(user?.id ?? "")].reduce((total, digit) => total + Number(digit), 0);
  const style = { "--avatar": user?.bot ? "var(--accent)" : COLOURS[sum % COLOURS.length] };
  const initial = [...name][0] ?? "?";
  return h(
    "span",
    { class: `avatar${small ? " small" : ""}${user?.bot ? " bot" : ""}`, style, "aria-hidden": "true", key: "avatar" },
    initial,
  );
}

export const appTag = () => h("span", { class: "tag" }, say("bot"));

function heading(message, name, hidden) {
  const when = new Date(message.timestamp);
  return h("div", { class: hidden ? "unseen" : "message-head", id: `who-${message.id}`, key: "head" }, [
    h("span", { class: "author" }, name),
    message.author?.bot ? appTag() : null,
    h("time", { class: "when", datetime: message.timestamp }, dayAndTime(when)),
  ]);
}

// "Mina used /solve", or the message this one answers.
function above(message) {
  const used = message.interaction_metadata;
  const isReply = message.type === 19;
  if (used?.type === 2 && !isReply) {
    const command = message.interaction_name ?? message.interaction?.name;
    const isSlash = message.type === 20 || message.type === undefined;
    const shown = command ? `${isSlash ? "/" : ""}${commandName(command)}` : null;
    return h(
      "div",
      { class: "above", key: "above" },
      avatar(used.user, true),
      h("span", {}, usedText(nameOf(used.user), shown)),
    );
  }
  const to =
    message.referenced_message ?? findMessage(message.message_reference?.message_id ?? used?.interacted_message_id);
  if (!to) return null;
  const excerpt = wordsOf(plainText(to)).slice(0, 90);
  return h(
    "button",
    { class: "above jump-to", type: "button", key: "above", on: { click: () => showMessage(to.id) } },
    avatar(to.author, true),
    h("span", {}, say("reply", { name: nameOf(to.author) })),
    h("span", { class: "excerpt" }, excerpt),
  );
}

function usedText(name, command) {
  if (!command) return say("usedPlain", { name });
  const [before, after] = say("used", { name, command: "\u0000" }).split("\u0000");
  const withParticle = say("used", { name, command }).slice(before.length);
  const tail = withParticle.slice(command.length) || after;
  return [before, h("span", { class: "mention" }, command), tail];
}

function showMessage(id) {
  const target = document.getElementById(`message-${id}`);
  if (!target) return;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  target.classList.add("flash");
  setTimeout(() => target.classList.remove("flash"), 1500);
}

const thinking = (name) =>
  h("p", { class: "thinking", key: "thinking" }, dots(), h("span", {}, say("thinking", { name })));

function content(message) {
  const edited = message.edited_timestamp
    ? h(
        "span",
        { class: "edited", key: "edited", title: dayAndTime(new Date(message.edited_timestamp)) },
        say("edited"),
      )
    : null;
  if (isLayout(message))
    return [h("div", { class: "layout", key: "layout" }, componentViews(message.components, message)), edited];
  const attachments = (message.attachments ?? []).map(attachment);
  return [
    message.content ? h("div", { class: "text", key: "content" }, markdown(message.content), edited) : edited,
    attachments.length > 0 ? h("div", { class: "attachments", key: "attachments" }, attachments) : null,
    h("div", { class: "embeds", key: "embeds" }, embedViews(message.embeds, message)),
    message.components?.length
      ? h("div", { class: "layout", key: "rows" }, componentViews(message.components, message))
      : null,
  ];
}

function failure(message) {
  const text = failureOf(message.id);
  if (!text) return null;
  const close = { type: "button", class: "link-button", on: { click: () => forgetFailure(message.id) } };
  return h(
    "p",
    { class: "failure", role: "alert", key: "failure" },
    h("span", {}, text),
    h("button", close, say("dismiss")),
  );
}

function onlyYou(message) {
  const dismiss = () => {
    send({ type: "dismiss", message_id: message.id });
    dropMessage(message.channel_id, message.id);
  };
  return h(
    "p",
    { class: "only-you", key: "only-you" },
    icon("eye"),
    h("span", {}, `${say("onlyYou")} · `),
    h("button", { type: "button", class: "link-button", on: { click: dismiss } }, say("dismiss")),
  );
}

function moreButton(message, name) {
  const on = { click: (event) => openMenu(message, event.currentTarget) };
  return h(
    "button",
    {
      class: "more",
      type: "button",
      key: "more",
      tabindex: "-1",
      "aria-haspopup": "menu",
      "aria-label": say("messageMenu", { name }),
      on,
    },
    icon("more"),
  );
}

function onContextMenu(event, message) {
  if (event.target.closest("a, input, textarea") || String(getSelection())) return;
  event.preventDefault();
  openMenu(
    message,
    event.currentTarget,
    event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : null,
  );
}

/** The words of a message without their markup: for copying, announcing and excerpts. */
export function plainText(message) {
  const texts = [message.content ?? ""];
  const walk = (components) => {
    for (const component of components ?? []) {
      if (component.type === 10) texts.push(component.content);
      walk(component.components);
    }
  };
  walk(message.components);
  for (const embed of message.embeds ?? [])
    texts.push(
      embed.title ?? "",
      embed.description ?? "",
      ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
    );
  return texts
    .filter(Boolean)
    .join("\n")
    .replace(/^(#{1,3}|-#|>{1,3}) /gm, "")
    .replace(/\*\*|__|~~|\|\||```|`/g, "");
}
