// The page's own words, English and Korean. Text from the server is never translated here.

const ENGLISH = {
  acted: "Act as",
  actedHint: "Open as {name} in another window",
  alt: "Image description",
  apps: "Apps",
  at: "{day} at {time}",
  attachmentsNotYet: "Files cannot be sent in the playground yet.",
  badChoice: "Choose one of the list.",
  badInteger: "Write a whole number.",
  badNumber: "Write a number.",
  badMin: "At least {min}.",
  badMax: "At most {max}.",
  badMinLength: "At least {min} characters.",
  badMaxLength: "At most {max} characters.",
  badRequired: "This is needed.",
  bot: "App",
  botOffline: "{name} is offline. Commands are answered when it is back.",
  cancel: "Cancel",
  channels: "Channels",
  choicesFailed: "The suggestions could not be loaded.",
  choicesLoading: "Loading suggestions…",
  choicesNone: "Nothing fits",
  choose: "Choose",
  chooseMany: "Choose ({min} to {max})",
  close: "Close",
  commandHelp: "Enter sends · Tab opens the form",
  commands: "Commands",
  commandsNone: "No command is called {name}. Type / to see them all.",
  commandWaiting: "Sending {command}…",
  connecting: "Connecting…",
  connectionLost: "The connection is lost. Trying again…",
  connectionLostDuring: "The connection broke before an answer came.",
  copied: "Copied",
  copy: "Copy text",
  dark: "Switch to dark",
  direct: "Direct messages",
  dismiss: "Dismiss",
  done: "Done",
  download: "Download",
  edited: "(edited)",
  elsewhere: "Image at {host}",
  enlarged: "Enlarged picture",
  example: "for example",
  failed: "The application did not respond.",
  formKeys: "Enter sends · Shift+Enter starts a new line · Esc goes back",
  formKeysPlain: "Press Enter to send · Esc goes back",
  hint: "Type /{command} and your problem, or / for all commands",
  hintShort: "Try /{command} 3x + 1 = 7",
  hintPlain: "Message #{channel}",
  jump: "New messages",
  jumpPlain: "To the newest",
  language: "Language",
  leaveForm: "Leave {command}",
  light: "Switch to light",
  looksLikeMaths: "This looks like a maths problem. An ordinary message reaches people only.",
  looksLikeMathsDo: "Ask with /{command}",
  mathsSay: "Maths problem?",
  members: "People",
  menu: "Channels and people",
  messageMenu: "More for the message of {name}",
  messages: "Messages in #{channel}",
  modalFailed: "That was not received. Your text is still here: try again.",
  moreOptions: "{count} more options",
  newMessage: "{name}: {text}",
  no: "No",
  notFound: "unknown",
  notSent: "Not sent: there is no connection. Your text is still here.",
  offline: "offline",
  online: "online",
  onlyYou: "Only you can see this",
  opensElsewhere: "opens in a new tab",
  original: "Open the original",
  optional: "optional",
  reply: "In reply to {name}",
  required: "required",
  retry: "Try again",
  send: "Send",
  sendFailed: "Not done: {reason}",
  sidebar: "Server",
  skip: "Skip to the message field",
  spoiler: "Spoiler: press to reveal",
  start: "This is the start of #{channel}",
  startHint: "Type / to see what {name} can do, or start with one of these:",
  startPlain: "Type / to see the commands.",
  submit: "Submit",
  suggestions: "Suggestions for {name}",
  thinking: "{name} is thinking…",
  today: "Today",
  typeHere: "Write here",
  typing: "{name} is typing…",
  unread: "unread",
  used: "{name} used {command}",
  usedPlain: "{name} used an app",
  waiting: "waiting for the answer",
  yes: "Yes",
  yesterday: "Yesterday",
  you: "you",
};

const KOREAN = {
  acted: "사용자 전환",
  actedHint: "{name} 님으로 새 창 열기",
  alt: "그림 설명",
  apps: "앱",
  at: "{day} {time}",
  attachmentsNotYet: "플레이그라운드에서는 아직 파일을 보낼 수 없습니다.",
  badChoice: "목록에서 하나를 고르십시오.",
  badInteger: "정수를 입력하십시오.",
  badNumber: "숫자를 입력하십시오.",
  badMin: "{min} 이상이어야 합니다.",
  badMax: "{max} 이하여야 합니다.",
  badMinLength: "{min}자 이상이어야 합니다.",
  badMaxLength: "{max}자 이하여야 합니다.",
  badRequired: "꼭 필요한 항목입니다.",
  bot: "앱",
  botOffline: "{name:이} 오프라인입니다. 다시 연결되면 명령어에 응답합니다.",
  cancel: "취소",
  channels: "채널",
  choicesFailed: "추천 항목을 불러오지 못했습니다.",
  choicesLoading: "추천 항목을 불러오는 중…",
  choicesNone: "맞는 항목이 없습니다",
  choose: "선택",
  chooseMany: "선택 ({min}~{max}개)",
  close: "닫기",
  commandHelp: "Enter로 보내기 · Tab으로 항목 채우기",
  commands: "명령어",
  commandsNone: "{name} 명령어는 없습니다. /를 입력하면 모든 명령어가 보입니다.",
  commandWaiting: "{command} 보내는 중…",
  connecting: "연결하는 중…",
  connectionLost: "연결이 끊겼습니다. 다시 연결하는 중…",
  connectionLostDuring: "응답이 오기 전에 연결이 끊겼습니다.",
  copied: "복사했습니다",
  copy: "글 복사",
  dark: "어둡게 보기",
  direct: "개인 메시지",
  dismiss: "닫기",
  done: "완료",
  download: "내려받기",
  edited: "(수정됨)",
  elsewhere: "{host}의 그림",
  enlarged: "크게 본 그림",
  example: "예",
  failed: "애플리케이션이 응답하지 않았습니다.",
  formKeys: "Enter로 보내기 · Shift+Enter로 줄 바꾸기 · Esc로 돌아가기",
  formKeysPlain: "Enter로 보내기 · Esc로 돌아가기",
  hint: "/{command} 뒤에 문제를 적으십시오. /만 입력하면 모든 명령어가 보입니다",
  hintShort: "예: /{command} 3x + 1 = 7",
  hintPlain: "#{channel}에 메시지 보내기",
  jump: "새 메시지",
  jumpPlain: "맨 아래로",
  language: "언어",
  leaveForm: "{command} 그만두기",
  light: "밝게 보기",
  looksLikeMaths: "수학 문제처럼 보입니다. 일반 메시지는 사람들에게만 전해집니다.",
  looksLikeMathsDo: "/{command:으로} 물어보기",
  mathsSay: "수학 문제입니까?",
  members: "사람",
  menu: "채널과 사람",
  messageMenu: "{name} 님 메시지의 메뉴",
  messages: "#{channel}의 메시지",
  modalFailed: "전달되지 않았습니다. 입력한 글은 그대로 있으니 다시 시도하십시오.",
  moreOptions: "항목 {count}개 더 보기",
  newMessage: "{name}: {text}",
  no: "아니요",
  notFound: "알 수 없음",
  notSent: "연결이 없어 보내지 못했습니다. 입력한 글은 그대로 있습니다.",
  offline: "오프라인",
  online: "온라인",
  onlyYou: "나만 볼 수 있음",
  opensElsewhere: "새 탭에서 열림",
  original: "원본 열기",
  optional: "선택",
  reply: "{name} 님에게 답장",
  required: "필수",
  retry: "다시 시도",
  send: "보내기",
  sendFailed: "처리하지 못했습니다: {reason}",
  sidebar: "서버",
  skip: "입력란으로 건너뛰기",
  spoiler: "스포일러: 누르면 보입니다",
  start: "#{channel} 채널의 시작입니다",
  startHint: "/를 입력하면 {name:이} 할 수 있는 일이 보입니다. 이렇게 시작해 보십시오:",
  startPlain: "/를 입력하면 명령어가 보입니다.",
  submit: "제출",
  suggestions: "{name} 추천 항목",
  thinking: "{name:이} 생각하고 있습니다…",
  today: "오늘",
  typeHere: "여기에 입력",
  typing: "{name:이} 입력하고 있습니다…",
  unread: "읽지 않음",
  used: "{name} 님이 {command:을} 사용했습니다",
  usedPlain: "{name} 님이 앱을 사용했습니다",
  waiting: "응답을 기다리는 중",
  yes: "예",
  yesterday: "어제",
  you: "나",
};

export const catalogues = { "en-US": ENGLISH, ko: KOREAN };
const PARTICLES = {
  을: ["을", "를"],
  은: ["은", "는"],
  이: ["이", "가"],
  과: ["과", "와"],
  으로: ["으로", "로"],
};

let language = "en-US";

export const languages = [
  { locale: "en-US", name: "English" },
  { locale: "ko", name: "한국어" },
];

export function speak(locale) {
  language = locale in catalogues ? locale : "en-US";
}

export const spoken = () => language;

/** A sentence of the page; `{name:이}` is the value with the Korean particle that fits its last sound. */
export function say(key, values = {}) {
  const template = catalogues[language][key] ?? ENGLISH[key];
  return template.replace(/\{(\w+)(?::(\S+?))?\}/g, (_, name, asked) => {
    const value = String(values[name]);
    return asked ? value + particle(value, asked) : value;
  });
}

function particle(word, asked) {
  const [closed, opened] = PARTICLES[asked];
  const last = [...word.toLowerCase()].filter((c) => /[\p{L}\p{N}]/u.test(c)).at(-1) ?? "";
  let endsClosed = /[013678lmnr]/.test(last);
  let endsRieul = /[178lr]/.test(last);
  if (last >= "가" && last <= "힣") {
    const final = (last.codePointAt(0) - 0xac00) % 28;
    endsClosed = final !== 0;
    endsRieul = final === 8;
  }
  return endsClosed && !(asked === "으로" && endsRieul) ? closed : opened;
}

const dayNumber = (date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000);

export function clock(date) {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(date);
}

export function longDay(date) {
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(date);
}

export function dayAndTime(date) {
  const ago = dayNumber(new Date()) - dayNumber(date);
  const plain = () => new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(date);
  const day = ago === 0 ? say("today") : ago === 1 ? say("yesterday") : plain();
  return say("at", { day, time: clock(date) });
}

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const STEPS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** Discord's `<t:seconds:style>`. */
export function timestamp(seconds, style) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  if (style !== "R") return new Intl.DateTimeFormat(language, STYLES[style] ?? STYLES.f).format(date);
  const away = seconds - Date.now() / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(away) >= length) ?? STEPS.at(-1);
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.round(away / size), unit);
}

export const sameDay = (one, other) => dayNumber(one) === dayNumber(other);

export function fileSize(bytes) {
  const step = bytes >= 1_048_576 ? 2 : bytes >= 1024 ? 1 : 0;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: step ? 1 : 0 }).format(bytes / 1024 ** step);
  return `${number} ${["B", "KB", "MB"][step]}`;
}
