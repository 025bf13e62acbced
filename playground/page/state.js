// What the page knows: who looks, what they may see, and what happened to what they did.

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const COMPONENTS_V2 = 1 << 15;
const KEPT = 300;

export const state = {
  connection: "connecting", // "open", "lost"
  viewer: null,
  locale: "en-US",
  people: [],
  bot: null,
  botOnline: true,
  guild: { id: null, name: "", channels: [], members: [] },
  dms: [],
  typing: new Map(), // channel id -> Map(user id -> until when)
  channelId: null,
  messages: new Map(), // channel id -> Map(message id -> message), oldest first
  commands: [],
  unread: new Set(),
  notices: new Map(), // channel id -> [{ key, text, after, ... }], only in this page, each below a message
  version: 0, // grows when every message must be drawn again
};

const watchers = new Set();
const touchedMessages = new Set();

export function watch(onChange) {
  watchers.add(onChange);
}

export function changed() {
  for (const onChange of watchers) onChange();
}

/** One message looks different although its text is the same: a button waits, a list is open. */
export function touch(messageId) {
  touchedMessages.add(messageId);
  changed();
}

export function takeTouched() {
  const taken = new Set(touchedMessages);
  touchedMessages.clear();
  return taken;
}

export function redrawAll() {
  state.version += 1;
  changed();
}

export function welcome(hello) {
  Object.assign(state, {
    connection: "open",
    viewer: hello.viewer,
    people: hello.people,
    bot: hello.bot,
    botOnline: hello.bot_online,
    guild: hello.guild,
    dms: hello.dms ?? [],
    typing: new Map(),
    commands: hello.commands,
    messages: new Map(),
  });
  for (const [channelId, messages] of Object.entries(hello.messages)) {
    state.messages.set(channelId, sorted(new Map(messages.map((message) => [message.id, message]))));
  }
  const known = [...textChannels(), ...threads(), ...state.dms];
  if (!known.some(({ id }) => id === state.channelId)) state.channelId = known[0]?.id ?? null;
  redrawAll();
}

const TEXT_CHANNELS = new Set([undefined, 0, 5]);

export function textChannels() {
  const all = state.guild.channels.filter(({ type }) => TEXT_CHANNELS.has(type));
  return all.sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
}

const isThread = ({ type }) => type >= 10 && type <= 12;
export const threads = (parentId) =>
  state.guild.channels.filter((one) => isThread(one) && (!parentId || one.parent_id === parentId));

export const channel = (id = state.channelId) => [...state.guild.channels, ...state.dms].find((one) => one.id === id);

/** A channel was made or changed. */
export function putChannel(made) {
  const isDirect = made.type === 1 || made.type === 3;
  const others = (isDirect ? state.dms : state.guild.channels).filter(({ id }) => id !== made.id);
  if (isDirect) state.dms = [...others, made];
  else state.guild = { ...state.guild, channels: [...others, made] };
  redrawAll();
}

export function channelName(one) {
  if (one?.name) return one.name;
  const others = (one?.recipients ?? []).filter(({ id }) => id !== state.viewer?.id);
  return others.map(nameOf).join(", ");
}

export function noteTyping(channelId, userId, seconds = 10) {
  const there = state.typing.get(channelId) ?? new Map();
  there.set(userId, Date.now() + seconds * 1000);
  state.typing.set(channelId, there);
  setTimeout(changed, seconds * 1000 + 50);
  changed();
}

export function typingNow() {
  const there = state.typing.get(state.channelId) ?? new Map();
  return [...there].filter(([id, until]) => until > Date.now() && id !== state.viewer?.id).map(([id]) => userById(id));
}

/** Puts a message in its place; true when it was not there before. */
export function putMessage(message) {
  const channelId = message.channel_id;
  const there = state.messages.get(channelId) ?? new Map();
  state.messages.set(channelId, there);
  const isNew = !there.has(message.id);
  const newest = [...there.keys()].at(-1);
  there.set(message.id, message);
  state.typing.get(channelId)?.delete(message.author?.id);
  if (isNew && newest !== undefined && isOlder(message.id, newest)) state.messages.set(channelId, sorted(there));
  if (isNew && there.size > KEPT) there.delete(there.keys().next().value);
  if (isNew && channelId !== state.channelId) state.unread.add(channelId);
  changed();
  return isNew;
}

export function dropMessage(channelId, id) {
  state.messages.get(channelId)?.delete(id);
  changed();
}

export function findMessage(id) {
  for (const there of state.messages.values()) if (there.has(id)) return there.get(id);
  return undefined;
}

export function showChannel(id) {
  state.channelId = id;
  state.unread.delete(id);
  changed();
}

function sorted(messages) {
  return new Map([...messages].sort(([one], [other]) => (isOlder(one, other) ? -1 : 1)));
}

// Ids are decimal numbers too long for JavaScript's own.
export const isOlder = (one, other) => one.length < other.length || (one.length === other.length && one < other);

export function addNotice(channelId, notice) {
  const all = state.notices.get(channelId) ?? [];
  const after =
    all.find(({ key }) => key === notice.key)?.after ?? [...(state.messages.get(channelId)?.keys() ?? [])].at(-1);
  state.notices.set(channelId, [...all.filter(({ key }) => key !== notice.key), { ...notice, after }]);
  changed();
}

export function removeNotice(key) {
  for (const [channelId, notices] of state.notices) {
    state.notices.set(
      channelId,
      notices.filter((notice) => notice.key !== key),
    );
  }
  changed();
}

export const isEphemeral = (message) => Boolean(message.flags & EPHEMERAL) || Boolean(message.ephemeral_for);
export const isThinking = (message) => Boolean(message.loading) || Boolean(message.flags & LOADING);
export const isLayout = (message) => Boolean(message.flags & COMPONENTS_V2);

export function member(userId) {
  return (state.guild.members ?? []).find((one) => (one.user?.id ?? one.id) === userId);
}

export function nameOf(user) {
  if (!user) return "?";
  return member(user.id)?.nick || user.global_name || user.username || "?";
}

/** Everybody who can be named: people and the bot, each once. */
export function everybody() {
  const all = [...state.people, ...(state.guild.members ?? []).map((one) => one.user ?? one), state.bot];
  return [...new Map(all.filter(Boolean).map((user) => [user.id, user])).values()];
}

export const userById = (id) => everybody().find((user) => user.id === id);
export const roles = () => (state.guild.roles ?? []).filter(({ id }) => id !== state.guild.id);
