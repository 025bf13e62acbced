// Slash commands as a person types them: names in either language, `option: value`, or just the problem.

import { everybody, nameOf, roles, state, textChannels } from "./state.js";
import { say, spoken } from "./words.js";

export const SUB = 1;
export const GROUP = 2;
export const STRING = 3;
export const INTEGER = 4;
export const BOOLEAN = 5;
export const USER = 6;
export const CHANNEL = 7;
export const ROLE = 8;
export const MENTIONABLE = 9;
export const NUMBER = 10;
export const ATTACHMENT = 11;

const CHAT_INPUT = 1;
const MESSAGE = 3;

export const localName = (named) => named.name_localizations?.[spoken()] ?? named.name;
export const localDescription = (named) => named.description_localizations?.[spoken()] ?? named.description ?? "";
const everyName = (named) => [named.name, ...Object.values(named.name_localizations ?? {})];

/** What can be called: each command, or each of its subcommands. */
export function callables(commands = state.commands) {
  return commands
    .filter(({ type }) => (type ?? CHAT_INPUT) === CHAT_INPUT)
    .flatMap((command) => unfold(command, [command]));
}

export const messageCommands = () => state.commands.filter(({ type }) => type === MESSAGE);

function unfold(command, path) {
  const last = path.at(-1);
  const subs = (last.options ?? []).filter(({ type }) => type === SUB || type === GROUP);
  if (subs.length > 0) return subs.flatMap((sub) => unfold(command, [...path, sub]));
  const options = [...(last.options ?? [])].sort(
    (one, other) => Number(other.required ?? false) - Number(one.required ?? false),
  );
  return [{ command, path, options, key: `${command.id}/${path.map(({ name }) => name).join(" ")}` }];
}

export const shownName = (callable) => callable.path.map(localName).join(" ");
export const shownDescription = (callable) => localDescription(callable.path.at(-1));

// Every spelling of the whole name, in all languages.
function spellings({ path }) {
  return path
    .map(everyName)
    .reduce((done, names) => done.flatMap((start) => names.map((name) => (start ? `${start} ${name}` : name))), [""]);
}

// Decomposed, so that a Hangul syllable that is still being typed is a prefix of the finished one.
const loose = (text) => text.normalize("NFKD").toLowerCase();

/** Callables that fit what was typed after the slash, the best first. */
export function matching(typed, all = callables()) {
  const wanted = loose(typed.trim().replace(/\s+/g, " "));
  const rank = (callable) => {
    const names = spellings(callable).map(loose);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.includes(wanted))) return 1;
    return wanted.length > 1 && loose(shownDescription(callable)).includes(wanted) ? 2 : 3;
  };
  return all
    .map((callable) => [rank(callable), callable])
    .filter(([place]) => place < 3)
    .sort(([one, first], [other, second]) => one - other || isSolve(second) - isSolve(first))
    .map(([, callable]) => callable);
}

/** The callable whose whole name opens the line, and what follows it. */
export function called(line, all = callables()) {
  let best = null;
  for (const callable of all) {
    for (const name of spellings(callable)) {
      const follows = line.charAt(name.length + 1);
      const opens = line.slice(1, name.length + 1).toLowerCase() === name.toLowerCase();
      if (!opens || (follows !== "" && !/\s/.test(follows))) continue;
      if (!best || name.length > best.length)
        best = { callable, length: name.length, rest: line.slice(name.length + 1) };
    }
  }
  return line.startsWith("/") ? best : null;
}

/** `3x+1=7 level: beginner` as texts by option name; words before the first option go to the first text option. */
export function readOptions(rest, options) {
  const names = options.flatMap((option) => everyName(option).map((name) => [name.toLowerCase(), option]));
  const byName = new Map(names);
  const pattern = [...byName.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&"));
  const texts = new Map();
  let target =
    options.find(({ type, required }) => type === STRING && required) ??
    options.find(({ type }) => type === STRING) ??
    options[0];
  let from = 0;
  const put = (to) => {
    const text = rest.slice(from, to).trim();
    if (text && target) texts.set(target.name, texts.has(target.name) ? `${texts.get(target.name)} ${text}` : text);
  };
  if (pattern.length > 0) {
    for (const found of rest.matchAll(new RegExp(`(?<=^|\\s)(${pattern.join("|")}):`, "giu"))) {
      put(found.index);
      target = byName.get(found[1].toLowerCase());
      from = found.index + found[0].length;
    }
  }
  put(rest.length);
  return texts;
}

/** What may be picked for an option, or null where anything may be written. */
export function picks(option) {
  switch (option.type) {
    case BOOLEAN:
      return [
        { label: say("yes"), value: true, also: ["true", "yes", "예"] },
        { label: say("no"), value: false, also: ["false", "no", "아니요"] },
      ];
    case USER:
      return everybody().map(pickUser);
    case ROLE:
      return roles().map(pickRole);
    case MENTIONABLE:
      return [...everybody().map(pickUser), ...roles().map(pickRole)];
    case CHANNEL:
      return textChannels()
        .filter(({ type }) => !option.channel_types?.length || option.channel_types.includes(type))
        .map(({ id, name }) => ({ label: `#${name}`, value: id, also: [name] }));
    default:
      if (!option.choices?.length) return null;
      return option.choices.map((choice) => ({
        label: localName(choice),
        value: choice.value,
        also: [...everyName(choice), String(choice.value)],
      }));
  }
}

const pickUser = (user) => ({
  label: nameOf(user),
  value: user.id,
  also: [user.username, `<@${user.id}>`, `@${user.username}`],
});
const pickRole = (role) => ({ label: `@${role.name}`, value: role.id, also: [role.name] });

export function pickFor(option, text) {
  const wanted = text.trim().toLowerCase();
  const same = ({ label, also }) => [label, ...(also ?? [])].some((name) => name.toLowerCase() === wanted);
  return picks(option)?.find(same);
}

/** The value to send for what was written, or the sentence that says what is wrong with it. */
export function valueOf(option, text, picked) {
  const written = option.type === STRING ? text : text.trim();
  if (written.trim() === "") return option.required ? { problem: say("badRequired") } : { empty: true };
  if (picked !== undefined) return { value: picked };
  if (picks(option)) {
    const pick = pickFor(option, text);
    return pick ? { value: pick.value } : { problem: say("badChoice") };
  }
  return option.type === STRING ? textValue(option, written) : numberValue(option, written);
}

function textValue(option, text) {
  const length = [...text].length;
  if (option.min_length && length < option.min_length)
    return { problem: say("badMinLength", { min: option.min_length }) };
  if (option.max_length && length > option.max_length)
    return { problem: say("badMaxLength", { max: option.max_length }) };
  return { value: text };
}

function numberValue(option, text) {
  const whole = option.type === INTEGER;
  const number = Number(text.replace(/^−/, "-"));
  if (!Number.isFinite(number) || (whole && !Number.isSafeInteger(number)))
    return { problem: say(whole ? "badInteger" : "badNumber") };
  if (option.min_value !== undefined && number < option.min_value)
    return { problem: say("badMin", { min: option.min_value }) };
  if (option.max_value !== undefined && number > option.max_value)
    return { problem: say("badMax", { max: option.max_value }) };
  return { value: number };
}

/** Options as Discord nests them under subcommands. */
export function nested(callable, options) {
  const [, ...subs] = callable.path;
  return subs.reduceRight((inner, sub) => [{ name: sub.name, type: sub.type, options: inner }], options);
}

/** The command a maths problem belongs to. */
export const solveCommand = () => callables().find(isSolve);

const isSolve = ({ path }) => path.length === 1 && path[0].name === "solve";

const MATHS_SIGNS = /[∫√∑∏π∞≤≥≠²³⁴∂]|\\(frac|sqrt|int|sum|lim)\b|\bd\/d[a-z]\b/;
const MATHS_WORDS =
  /\b(solve|simplify|factori[sz]e|factor|expand|differentiate|derivative|integrate|integral|eigenvalues?|limit)\b|방정식|인수분해|미분|적분|극한|고유값|전개|풀어/i;
const FORMULA = /(^|[\s(])[-+(]*(\d+(\.\d+)?[a-z]?|[a-z])(\s*\^\s*\d+)?\)*\s*[-+*/^=<>×÷]\s*[-(]*(\d|[a-z]\b|[a-z]\()/i;

export function looksLikeMaths(text) {
  if (/https?:/.test(text)) return false;
  const sum =
    FORMULA.test(text) && (/[=^*/×÷]/.test(text) || /\d\s*\+\s*\d|\d\s+[-−]\s+\d/.test(text)) && /\d/.test(text);
  return MATHS_SIGNS.test(text) || sum || (MATHS_WORDS.test(text) && /\d|[a-z]\s*[=^+]/i.test(text));
}
