// Starts the page: one connection as one person, and one drawing for whatever changed.

import { drawComposer, focusComposer, tryLine } from "./composer.js";
import { byId, draw, h } from "./dom.js";
import { startEnlarging } from "./enlarge.js";
import { connectInteractions, failAll, onChoices, onError, onInteraction, onModal } from "./interactions.js";
import { openLive } from "./live.js";
import { announce, drawMessages, noteNew, startMessages } from "./messages.js";
import { drawModal, modalIsOpen, openModal, startModal } from "./modal.js";
import { drawSidebar, startSidebar } from "./sidebar.js";
import {
  channel,
  changed,
  channelName,
  dropMessage,
  nameOf,
  noteTyping,
  putChannel,
  putMessage,
  redrawAll,
  state,
  watch,
  welcome,
} from "./state.js";
import { startTheme } from "./theme.js";
import { say, speak } from "./words.js";

const LAST = "last acted as";

let live = null;
let planned = false;

// ---- drawing

function plan() {
  if (planned) return;
  planned = true;
  let done = false;
  const now = () => {
    if (done) return;
    done = true;
    planned = false;
    drawAll();
  };
  requestAnimationFrame(now);
  setTimeout(now, 200); // a window in the background has no frames
}

function drawAll() {
  drawSidebar();
  drawBanner();
  drawMessages();
  drawComposer();
  if (modalIsOpen()) drawModal();
  document.title = channel() ? `#${channelName(channel())} · ${state.guild.name}` : "Lemma";
  byId("skip").textContent = say("skip");
}

function drawBanner() {
  const text = {
    connecting: say("connecting"),
    lost: say("connectionLost"),
    open: state.botOnline || !state.bot ? null : say("botOffline", { name: nameOf(state.bot) }),
  }[state.connection];
  const calm = state.connection === "connecting";
  draw(byId("banner"), text ? h("p", { class: calm ? "banner calm" : "banner", key: text }, text) : null);
}

// ---- who looks

const inHash = () => new URLSearchParams(location.hash.slice(1)).get("as");

/** `first`: an address may name somebody who is not there; then whoever the server shows. */
function connect(viewer, { first = false } = {}) {
  let opened = false;
  live?.close();
  state.connection = "connecting";
  live = openLive(viewer, {
    onOpen: () => {
      opened = true;
    },
    onLost: () => {
      if (first && viewer && !opened) {
        connect(null);
        return;
      }
      state.connection = "lost";
      failAll();
      changed();
    },
    onEvent,
  });
  changed();
}

function actAs(id) {
  const hash = new URLSearchParams(location.hash.slice(1));
  hash.set("as", id);
  location.hash = hash.toString();
}

// Who comes for the first time meets somebody who speaks the browser's language.
function nativeOf(hello) {
  if (inHash() || localStorage.getItem(LAST)) return undefined;
  const wanted = navigator.language.startsWith("ko") ? "ko" : "en-US";
  return hello.locale === wanted ? undefined : hello.people.find(({ locale }) => locale === wanted);
}

// ---- language: each person's own, as the server keeps it

function setLocale(locale) {
  useLocale(locale);
  live.send({ type: "locale", locale });
}

function useLocale(locale) {
  state.locale = locale;
  speak(locale);
  document.documentElement.lang = locale;
  redrawAll();
}

// ---- what the server says

function onHello(hello) {
  const native = nativeOf(hello);
  localStorage.setItem(LAST, native?.id ?? hello.viewer.id);
  if (native) {
    connect(native.id);
    return;
  }
  const isOther = state.viewer?.id !== hello.viewer.id;
  if (isOther) {
    state.notices.clear();
    state.unread.clear();
  }
  welcome(hello);
  useLocale(hello.locale);
  if (inHash() !== hello.viewer.id) history.replaceState(null, "", `#as=${hello.viewer.id}`);
  if (isOther && !modalIsOpen() && !matchMedia("(hover: none)").matches) setTimeout(focusComposer, 50);
}

function onMessage({ message }) {
  const isNew = putMessage(message);
  if (isNew) noteNew(message);
  announce(message, isNew);
}

const HANDLERS = {
  hello: onHello,
  message: onMessage,
  message_gone: ({ channel_id: channelId, id }) => dropMessage(channelId, id),
  commands: ({ commands }) => {
    state.commands = commands;
    redrawAll();
  },
  presence: ({ bot_online: online }) => {
    state.botOnline = online;
    changed();
  },
  channel: ({ channel: made }) => putChannel(made),
  typing: ({ channel_id: channelId, user_id: userId }) => noteTyping(channelId, userId),
  interaction: onInteraction,
  modal: onModal,
  choices: onChoices,
  error: onError,
};

function onEvent(event) {
  HANDLERS[event.type]?.(event);
}

// ---- start

const switchTheme = startTheme(changed);
speak(navigator.language.startsWith("ko") ? "ko" : "en-US");
connectInteractions({ send: (event) => live.send(event), openModal });
startSidebar({ actAs, setLocale, switchTheme, onChannel: focusComposer });
startMessages({ onExample: tryLine });
startModal();
startEnlarging();
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  focusComposer();
});
watch(plan);
addEventListener("hashchange", () => inHash() && inHash() !== state.viewer?.id && connect(inHash()));
connect(inHash() ?? localStorage.getItem(LAST), { first: true });
