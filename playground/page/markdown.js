// Discord's everyday Markdown as nodes. Whatever is not understood stays the text it is.

import { h } from "./dom.js";
import { localName } from "./commands.js";
import { channel, nameOf, roles, state, userById } from "./state.js";
import { say, timestamp } from "./words.js";

const DEEPEST = 8;

export function markdown(text) {
  return blocks(String(text ?? ""), 0);
}

const BLOCKS = new Set(["div", "p", "h3", "h4", "h5", "li", "ul", "ol", "blockquote", "pre", "br"]);

/** The words of a text without its marks, on one line. */
export function wordsOf(text) {
  const said = (node) =>
    typeof node === "object" ? node.children.map(said).join("") + (BLOCKS.has(node.tag) ? " " : "") : node;
  return markdown(text).map(said).join("").replace(/\s+/g, " ").trim();
}

// ---- blocks

function blocks(text, depth) {
  if (depth > DEEPEST) return [text];
  const done = [];
  let plain = [];
  const flush = () => {
    const paragraph = plain.join("\n").replace(/^\n+|\n+$/g, "");
    if (paragraph) done.push(h("div", { class: "para" }, inline(paragraph, depth)));
    plain = [];
  };
  let at = 0;
  while (at <= text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const block = quote(text, at, depth) ?? heading(line, end, depth) ?? list(text, at, depth);
    if (block) {
      flush();
      done.push(block.node);
      at = block.next;
      continue;
    }
    const code = fence(text, at, end);
    if (code) {
      if (code.before.trim()) plain.push(code.before);
      flush();
      done.push(code.node);
      at = code.next;
      continue;
    }
    plain.push(line);
    at = end + 1;
  }
  flush();
  return done;
}

function lineEnd(text, from) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function fence(text, at, end) {
  const open = text.slice(at, end).indexOf("```");
  if (open < 0) return null;
  const close = text.indexOf("```", at + open + 3);
  if (close < 0 || close === at + open + 3) return null;
  const [, language, body] = /^(?:([\w+#.-]*)\n)?([\s\S]*)$/.exec(text.slice(at + open + 3, close));
  const node = h(
    "pre",
    { tabindex: "0", "data-language": language || undefined },
    h("code", {}, body.replace(/\n$/, "")),
  );
  const next = text[close + 3] === "\n" ? close + 4 : close + 3;
  return { before: text.slice(at, at + open), node, next: next >= text.length ? text.length + 1 : next };
}

function quote(text, at, depth) {
  if (text.startsWith(">>> ", at)) {
    return { node: h("blockquote", {}, blocks(text.slice(at + 4), depth + 1)), next: text.length + 1 };
  }
  const lines = [];
  let next = at;
  while (next <= text.length && text.startsWith("> ", next)) {
    const end = lineEnd(text, next);
    lines.push(text.slice(next + 2, end));
    next = end + 1;
  }
  return lines.length > 0 ? { node: h("blockquote", {}, blocks(lines.join("\n"), depth + 1)), next } : null;
}

function heading(line, end, depth) {
  const small = /^-#\s+(.+)$/.exec(line);
  if (small) return { node: h("p", { class: "small" }, inline(small[1], depth)), next: end + 1 };
  const found = /^(#{1,3})\s+(.+)$/.exec(line);
  if (!found) return null;
  return { node: h(`h${found[1].length + 2}`, { class: "head" }, inline(found[2], depth)), next: end + 1 };
}

const ITEM = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

function list(text, at, depth) {
  const items = [];
  let next = at;
  while (next <= text.length) {
    const end = lineEnd(text, next);
    const line = text.slice(next, end);
    const found = ITEM.exec(line);
    if (
      found &&
      items.length > 0 &&
      found[1].length <= items[0].indent &&
      isNumber(found[2]) !== isNumber(items[0].mark)
    )
      break;
    if (found) items.push({ indent: found[1].length, mark: found[2], lines: [found[3]] });
    else if (items.length > 0 && /^ {2,}\S/.test(line)) items.at(-1).lines.push(line.trim());
    else break;
    next = end + 1;
  }
  if (items.length === 0) return null;
  return { node: listOf(items, depth), next };
}

const isNumber = (mark) => /\d/.test(mark);

function listOf(items, depth) {
  const [first] = items;
  const children = [];
  for (let index = 0; index < items.length;) {
    let after = index + 1;
    while (after < items.length && items[after].indent > first.indent) after += 1;
    const inner = items.slice(index + 1, after);
    const below = inner.length > 0 && depth < DEEPEST ? listOf(inner, depth + 1) : null;
    children.push(h("li", {}, inline(items[index].lines.join("\n"), depth), below));
    index = after;
  }
  return isNumber(first.mark) ? h("ol", { start: String(parseInt(first.mark, 10)) }, children) : h("ul", {}, children);
}

// ---- inline

const PAIRS = [
  ["**", (inner) => h("strong", {}, inner)],
  ["__", (inner) => h("u", {}, inner)],
  ["~~", (inner) => h("s", {}, inner)],
  ["||", spoiler],
];
const URL_PART = String.raw`https?:\/\/[^\s<>]+`;
const MARKS = [
  [
    /\[((?:[^[\]\\\n]|\\.){1,300})\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: +"[^"\n]{0,200}")?\)/y,
    (m, d) => link(m[2], inline(m[1], d + 1, true)),
  ],
  [/<t:(-?\d{1,15})(?::([tTdDfFR]))?>/y, (m) => time(Number(m[1]), m[2])],
  [/<@!?(\d{1,20})>/y, (m) => mention(`@${nameOf(userById(m[1]) ?? { username: say("notFound") })}`)],
  [/<@&(\d{1,20})>/y, (m) => mention(`@${roles().find(({ id }) => id === m[1])?.name ?? say("notFound")}`)],
  [/<#(\d{1,20})>/y, (m) => mention(`#${channel(m[1])?.name ?? say("notFound")}`)],
  [/<\/([^:<>\n]{1,100}):\d{1,20}>/y, (m) => mention(`/${commandName(m[1])}`)],
  [/<a?:(\w{2,32}):\d{1,20}>/y, (m) => `:${m[1]}:`],
  [new RegExp(`<(${URL_PART})>`, "y"), (m) => link(m[1], m[1])],
  [/@(everyone|here)\b/y, (m) => mention(m[0])],
];
const BARE_URL = new RegExp(URL_PART, "y");

function inline(text, depth, inLink = false) {
  if (depth > DEEPEST) return [text];
  const done = [];
  let plain = "";
  const push = (node) => {
    if (plain) done.push(plain);
    plain = "";
    done.push(node);
  };
  let at = 0;
  while (at < text.length) {
    const found = piece(text, at, depth, inLink);
    if (found === null) {
      plain += text[at];
      at += 1;
    } else {
      if (typeof found.node === "string") plain += found.node;
      else push(found.node);
      at = found.next;
    }
  }
  if (plain) done.push(plain);
  return done;
}

function piece(text, at, depth, inLink) {
  const sign = text[at];
  if (sign === "\\" && /[^\p{L}\p{N}\s]/u.test(text[at + 1] ?? "")) return { node: text[at + 1], next: at + 2 };
  if (sign === "`") return codeSpan(text, at);
  if ("<[@".includes(sign)) return marked(text, at, depth, inLink);
  if (sign === "h" && !inLink) return bareLink(text, at);
  if (!"*_~|".includes(sign)) return null;
  // As Discord: of what could begin here the longest, so that ***a** b* is bold inside italics.
  const found = [italics(text, at), ...PAIRS.map((pair) => paired(text, at, pair))].filter(Boolean);
  if (found.length === 0) return null;
  const { wrap, inner, next } = found.reduce((best, one) => (one.next > best.next ? one : best));
  return { node: wrap(inline(inner, depth + 1, inLink)), next };
}

function paired(text, at, [mark, wrap]) {
  if (!text.startsWith(mark, at)) return null;
  const from = at + mark.length;
  for (let close = from + 1; close < text.length; close += 1) {
    if (text[close - 1] === "\\" && text[close - 2] !== "\\") continue;
    if (text.startsWith(mark, close) && text[close + mark.length] !== mark[0])
      return { wrap, inner: text.slice(from, close), next: close + mark.length };
  }
  return null;
}

function codeSpan(text, at) {
  const ticks = /^`+/.exec(text.slice(at, at + 4))[0];
  let close = text.indexOf(ticks, at + ticks.length);
  while (close >= 0 && text[close + ticks.length] === "`") close = text.indexOf(ticks, close + ticks.length + 1);
  if (close < 0) return { node: ticks, next: at + ticks.length };
  return {
    node: h("code", {}, text.slice(at + ticks.length, close).replace(/^ (?=`)|(?<=`) $/g, "")),
    next: close + ticks.length,
  };
}

function marked(text, at, depth, inLink) {
  for (const [pattern, build] of MARKS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found || (inLink && found[0].includes("://"))) continue;
    const node = build(found, depth);
    return { node, next: at + found[0].length };
  }
  return null;
}

function bareLink(text, at) {
  if (at > 0 && /\w/.test(text[at - 1])) return null;
  BARE_URL.lastIndex = at;
  const found = BARE_URL.exec(text);
  if (!found) return null;
  let address = found[0].replace(/[.,:;!?'"*_~|]+$/, "");
  while (address.endsWith(")") && address.split(")").length > address.split("(").length) address = address.slice(0, -1);
  return { node: link(address, address), next: at + address.length };
}

function italics(text, at) {
  const sign = text[at];
  if (sign !== "*" && sign !== "_") return null;
  const isWord = (c) => c !== undefined && /[\p{L}\p{N}_]/u.test(c);
  if (/\s/.test(text[at + 1] ?? " ") || (sign === "_" && isWord(text[at - 1]))) return null;
  for (let close = at + 1; close < text.length; close += 1) {
    if (text[close] === "\\") {
      close += 1;
    } else if (text[close] === sign && text[close + 1] === sign) {
      close += 1;
    } else if (
      text[close] === sign &&
      close > at + 1 &&
      !/\s/.test(text[close - 1]) &&
      !(sign === "_" && isWord(text[close + 1]))
    ) {
      return { wrap: (inner) => h("em", {}, inner), inner: text.slice(at + 1, close), next: close + 1 };
    }
  }
  return null;
}

const mention = (text) => h("span", { class: "mention" }, text);

export function link(address, content) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, content);
}

function time(seconds, style) {
  const date = new Date(seconds * 1000);
  const machine = Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  const relative = style === "R" ? String(seconds) : undefined;
  return h(
    "time",
    { class: "stamp", datetime: machine, title: timestamp(seconds, "F"), "data-relative": relative },
    timestamp(seconds, style),
  );
}

/** Keeps "2 minutes ago" true. */
export function refreshTimes(root) {
  for (const stamp of root.querySelectorAll("[data-relative]")) {
    const text = timestamp(Number(stamp.dataset.relative), "R");
    if (stamp.firstChild && stamp.textContent !== text) stamp.firstChild.data = text;
  }
}

/** `mydata show` in the viewer's language. */
export function commandName(name) {
  const words = name.split(" ");
  let level = state.commands.filter((command) => command.name === words[0]);
  return words
    .map((word) => {
      const found = level.find((one) => one.name === word);
      level = found?.options ?? [];
      return found ? localName(found) : word;
    })
    .join(" ");
}

function spoiler(inner) {
  const reveal = (event) => {
    const hidden = event.currentTarget;
    hidden.classList.add("shown");
    hidden.removeAttribute("role");
    hidden.removeAttribute("aria-label");
  };
  const on = { click: reveal, keydown: (event) => (event.key === "Enter" || event.key === " ") && reveal(event) };
  return h(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("spoiler"), on },
    h("span", {}, inner),
  );
}
