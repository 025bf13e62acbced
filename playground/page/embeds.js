// Embeds, the older way to lay out a reply.

import { colour } from "./components.js";
import { h } from "./dom.js";
import { link, markdown } from "./markdown.js";
import { picture, resolve } from "./media.js";
import { dayAndTime } from "./words.js";

export function embedViews(embeds, message) {
  return (embeds ?? []).map((embed, index) => embedView(embed, message, index));
}

function embedView(embed, message, index) {
  const style = embed.color === undefined || embed.color === null ? {} : { "--accent-line": colour(embed.color) };
  const titled = embed.title ? h("div", { class: "embed-title" }, linked(embed.url, embed.title)) : null;
  return h("div", { class: "embed accented", key: `embed-${index}`, style }, [
    h("div", { class: "embed-main" }, [
      embed.author?.name ? h("div", { class: "embed-author" }, linked(embed.author.url, embed.author.name)) : null,
      titled,
      embed.description ? h("div", { class: "text" }, markdown(embed.description)) : null,
      embed.fields?.length ? h("div", { class: "embed-fields" }, embed.fields.map(field)) : null,
      embed.image ? picture(resolve(embed.image, message), "") : null,
      footer(embed),
    ]),
    embed.thumbnail ? picture(resolve(embed.thumbnail, message), "", { small: true }) : null,
  ]);
}

const linked = (url, text) => (/^https?:\/\//i.test(url ?? "") ? link(url, text) : text);

const field = ({ name, value, inline }, index) =>
  h(
    "div",
    { class: inline ? "embed-field inline" : "embed-field", key: index },
    h("div", { class: "embed-field-name" }, markdown(name)),
    h("div", { class: "text" }, markdown(value)),
  );

function footer({ footer: foot, timestamp }) {
  const parts = [foot?.text, timestamp ? dayAndTime(new Date(timestamp)) : null].filter(Boolean);
  return parts.length > 0 ? h("div", { class: "embed-footer" }, parts.join(" · ")) : null;
}
