// Pictures and files. Only what the playground itself serves is loaded; other addresses become links.

import { h, icon } from "./dom.js";
import { enlarge } from "./enlarge.js";
import { link } from "./markdown.js";
import { fileSize, say } from "./words.js";

/** The path to load, or null for an address outside the playground. */
export function ownPath(url) {
  if (typeof url !== "string" || !URL.canParse(url, location.href)) return null;
  const address = new URL(url, location.href);
  const isHere = address.origin === location.origin || ["127.0.0.1", "localhost", "[::1]"].includes(address.hostname);
  return isHere && /^https?:$/.test(address.protocol) ? address.pathname + address.search : null;
}

const isWeb = (url) => typeof url === "string" && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** `attachment://name` and real addresses alike. */
export function resolve(media, message) {
  const name = /^attachment:\/\/(.+)$/.exec(media?.url ?? "")?.[1];
  const attached = (message.attachments ?? []).find((one) => (name ? one.filename === name : one.url === media?.url));
  return {
    ...attached,
    ...media,
    url: attached?.url ?? media?.url,
    width: media?.width || attached?.width,
    height: media?.height || attached?.height,
  };
}

export const isPicture = ({ content_type: type, filename, url }) =>
  type ? type.startsWith("image/") : /\.(png|jpe?g|gif|webp|svg|avif)$/i.test(filename ?? url ?? "");

export function picture(media, description, { small = false, spoiler = false } = {}) {
  const path = ownPath(media.url);
  const alt = description || media.description || "";
  if (!path)
    return isWeb(media.url) ? link(media.url, alt || say("elsewhere", { host: new URL(media.url).host })) : null;
  const size = media.width && media.height ? { width: String(media.width), height: String(media.height) } : {};
  const image = h("img", { src: path, alt: alt || media.filename || "", loading: "lazy", ...size });
  const open = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    enlarge(path, alt);
  };
  const frame = h(
    "a",
    { href: path, target: "_blank", rel: "noopener", class: "picture-link", on: { click: open } },
    image,
  );
  const words =
    alt && !small
      ? h(
          "details",
          { class: "alt" },
          h("summary", {}, "ALT", h("span", { class: "unseen" }, ` ${say("alt")}`)),
          h("p", {}, alt),
        )
      : null;
  const cover = spoiler
    ? h("button", { type: "button", class: "cover", on: { click: uncover } }, say("spoiler"))
    : null;
  return h("figure", { class: small ? "picture small-picture" : "picture", key: path }, frame, words, cover);
}

const uncover = (event) => event.currentTarget.parentElement.classList.add("shown");

export function file(attachment, name = attachment.filename) {
  const path = ownPath(attachment.url);
  const shown = name || path?.split("/").at(-1) || say("notFound");
  const size = attachment.size ? h("span", { class: "file-size" }, fileSize(attachment.size)) : null;
  const texts = h("span", { class: "file-texts" }, h("span", { class: "file-name" }, shown), size);
  if (!path)
    return h("div", { class: "file" }, icon("file"), isWeb(attachment.url) ? link(attachment.url, shown) : texts);
  const unseen = h("span", { class: "unseen" }, `${say("download")} `);
  return h(
    "a",
    { class: "file", key: path, href: path, download: shown },
    unseen,
    icon("file"),
    texts,
    icon("download"),
  );
}

export const attachment = (one) => (isPicture(one) ? picture(one, one.description) : file(one));
