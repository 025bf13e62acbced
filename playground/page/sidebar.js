// The server's channels, the people to act as, the language and the light.

import { byId, draw, h, icon } from "./dom.js";
import { appTag, avatar } from "./message.js";
import { channel, channelName, member, nameOf, roles, showChannel, state, textChannels, threads } from "./state.js";
import { isLight } from "./theme.js";
import { languages, say, spoken } from "./words.js";

let acts = {}; // { actAs(id), setLocale(locale), switchTheme(), onChannel() }
let isOpen = false; // the drawer on a narrow screen

export function startSidebar(actions) {
  acts = actions;
  byId("shade").addEventListener("click", () => openDrawer(false));
  addEventListener("keydown", (event) => event.key === "Escape" && openDrawer(false));
}

export function openDrawer(wanted) {
  if (isOpen === wanted) return;
  isOpen = wanted;
  document.body.classList.toggle("drawer", isOpen);
  byId("main").inert = isOpen;
  drawBar();
  if (isOpen) byId("sidebar").querySelector("[aria-current], button")?.focus();
  else byId("bar").querySelector(".drawer-button")?.focus();
}

export function drawSidebar() {
  const bar = byId("sidebar");
  bar.setAttribute("aria-label", say("sidebar"));
  draw(
    bar,
    h("div", { class: "server-name" }, state.guild.name),
    h("div", { class: "side-scroll" }, channels(), people(), bot()),
    h("div", { class: "side-foot" }, languageSwitch(), themeSwitch()),
  );
  drawBar();
}

function channels() {
  const rows = textChannels().flatMap((one) => [
    channelRow(one),
    ...threads(one.id).map((thread) => channelRow(thread, "thread")),
  ]);
  const direct =
    state.dms.length > 0
      ? [
          h("h2", {}, say("direct")),
          h(
            "ul",
            {},
            state.dms.map((one) => channelRow(one, "direct")),
          ),
        ]
      : null;
  return h("section", { key: "channels" }, h("h2", {}, say("channels")), h("ul", {}, rows), direct);
}

function channelRow(one, kind = "text") {
  const { id } = one;
  const unread = state.unread.has(id)
    ? h("span", { class: "unread" }, h("span", { class: "unseen" }, say("unread")))
    : null;
  const choose = () => {
    showChannel(id);
    openDrawer(false);
    acts.onChannel();
  };
  const sign = kind === "direct" ? null : icon("hash");
  const props = {
    type: "button",
    class: `side-row ${kind}`,
    "aria-current": id === state.channelId ? "page" : undefined,
    on: { click: choose },
  };
  return h("li", { key: id }, h("button", props, sign, h("span", { class: "side-name" }, channelName(one)), unread));
}

function people() {
  const row = (user) => {
    const name = nameOf(user);
    const isMe = user.id === state.viewer?.id;
    const act = () => {
      openDrawer(false);
      acts.actAs(user.id);
    };
    const elsewhere = {
      class: "icon-button",
      href: `#as=${user.id}`,
      target: "_blank",
      rel: "noopener",
      title: say("actedHint", { name }),
      "aria-label": say("actedHint", { name }),
    };
    return h("li", { key: user.id, class: "person" }, [
      h(
        "button",
        { type: "button", class: "side-row", "aria-pressed": String(isMe), "data-user": user.id, on: { click: act } },
        avatar(user, true),
        h("span", { class: "side-name" }, name),
        roleOf(user),
        isMe ? h("span", { class: "me" }, say("you")) : null,
      ),
      h("a", elsewhere, icon("window")),
    ]);
  };
  return h("section", { key: "people" }, h("h2", {}, say("acted")), h("ul", {}, state.people.map(row)));
}

function roleOf(user) {
  const held = member(user.id)?.roles ?? [];
  const role = roles().find(({ id, managed }) => held.includes(id) && !managed);
  return role ? h("span", { class: "role" }, role.name) : null;
}

function bot() {
  if (!state.bot) return null;
  const word = say(state.botOnline ? "online" : "offline");
  return h(
    "section",
    { key: "bot" },
    h("h2", {}, say("apps")),
    h(
      "div",
      { class: "side-row still" },
      avatar(state.bot, true),
      h("span", { class: "side-name" }, nameOf(state.bot)),
      appTag(),
      h("span", { class: `presence ${state.botOnline ? "on" : "off"}` }, word),
    ),
  );
}

function languageSwitch() {
  const one = ({ locale, name }) =>
    h(
      "button",
      {
        type: "button",
        key: locale,
        lang: locale,
        "aria-pressed": String(locale === spoken()),
        on: { click: () => acts.setLocale(locale) },
      },
      name,
    );
  return h("div", { class: "languages", role: "group", "aria-label": say("language") }, languages.map(one));
}

function themeSwitch() {
  const label = say(isLight() ? "dark" : "light");
  return h(
    "button",
    { type: "button", class: "icon-button", title: label, "aria-label": label, on: { click: acts.switchTheme } },
    icon(isLight() ? "moon" : "sun"),
  );
}

function drawBar() {
  const here = channel();
  draw(byId("bar"), [
    h(
      "button",
      {
        type: "button",
        class: "icon-button drawer-button",
        "aria-label": say("menu"),
        "aria-expanded": String(isOpen),
        on: { click: () => openDrawer(!isOpen) },
      },
      icon("menu"),
      state.unread.size > 0 ? h("span", { class: "unread" }) : null,
    ),
    icon("hash"),
    h("h1", {}, channelName(here)),
    here?.topic ? h("p", { class: "bar-topic" }, here.topic) : h("p", { class: "bar-topic" }),
    state.viewer
      ? h(
          "button",
          {
            type: "button",
            class: "viewer",
            "aria-label": `${say("acted")}: ${nameOf(state.viewer)}`,
            on: { click: () => openDrawer(true) },
          },
          avatar(state.viewer, true),
          h("span", {}, nameOf(state.viewer)),
        )
      : null,
  ]);
}
