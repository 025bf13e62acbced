// A very small virtual DOM. Text becomes text nodes, never markup, and an element whose key is still wanted
// is kept: a pressed button, an open list or the focus survives whatever changes around it.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "path", "circle", "rect", "line", "polyline"]);
const PROPERTIES = new Set(["value", "checked", "indeterminate"]);

const shownChildren = new WeakMap(); // parent -> [{ slot, vnode, node }]
const shownProps = new WeakMap(); // element -> props
const heard = new WeakMap(); // element -> Set of event types

export function h(tag, props, ...children) {
  return { tag, key: props?.key, props: props ?? {}, children: flat(children) };
}

function flat(children) {
  const wanted = [];
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === true || child === "") continue;
    wanted.push(typeof child === "object" ? child : String(child));
  }
  return wanted;
}

/** Makes the children of `parent` what `wanted` says, touching only what differs. The focus stays where it was. */
export function draw(parent, ...wanted) {
  const focused = document.activeElement;
  reconcile(parent, flat(wanted));
  if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
}

function reconcile(parent, wanted) {
  const before = shownChildren.get(parent) ?? [];
  const bySlot = new Map(before.map((shown) => [shown.slot, shown]));
  const slots = slotsOf(wanted);
  const kept = new Set(slots);
  for (const shown of before) {
    if (!kept.has(shown.slot)) shown.node.remove();
  }
  let cursor = parent.firstChild;
  const after = wanted.map((vnode, index) => {
    const node = update(bySlot.get(slots[index]), vnode);
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
    return { slot: slots[index], vnode, node };
  });
  shownChildren.set(parent, after);
}

// Children are the same from one drawing to the next when tag and key agree; without a key, tag and order.
function slotsOf(wanted) {
  const taken = new Set();
  const counts = new Map();
  return wanted.map((vnode) => {
    const tag = typeof vnode === "string" ? "#text" : vnode.tag;
    let slot;
    if (vnode.key === undefined) {
      const count = counts.get(tag) ?? 0;
      counts.set(tag, count + 1);
      slot = `${tag}:${count}`;
    } else {
      slot = `${tag}=${vnode.key}`;
    }
    while (taken.has(slot)) slot += "'";
    taken.add(slot);
    return slot;
  });
}

function update(shown, vnode) {
  if (shown && shown.vnode === vnode) return shown.node;
  if (typeof vnode === "string") {
    if (!shown) return document.createTextNode(vnode);
    if (shown.vnode !== vnode) shown.node.data = vnode;
    return shown.node;
  }
  const node = shown?.node ?? create(vnode.tag);
  applyProps(node, vnode.props);
  reconcile(node, vnode.children);
  if (!shown) vnode.props.ref?.(node);
  return node;
}

function create(tag) {
  return SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
}

function applyProps(node, props) {
  const before = shownProps.get(node) ?? {};
  shownProps.set(node, props);
  for (const name of Object.keys(before)) {
    if (!(name in props)) applyProp(node, name, undefined, before[name]);
  }
  for (const [name, value] of Object.entries(props)) {
    if (before[name] !== value || name === "style" || PROPERTIES.has(name)) applyProp(node, name, value, before[name]);
  }
}

function applyProp(node, name, value, before) {
  if (name === "key" || name === "ref") return;
  if (name === "on") {
    listen(node, value ?? {});
  } else if (name === "style") {
    for (const rule of Object.keys(before ?? {})) if (!(rule in (value ?? {}))) node.style.removeProperty(rule);
    for (const [rule, wanted] of Object.entries(value ?? {})) node.style.setProperty(rule, wanted);
  } else if (PROPERTIES.has(name)) {
    if (value !== undefined && node[name] !== value) node[name] = value;
  } else if (value === undefined || value === null || value === false) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, value === true ? "" : value);
  }
}

// One listener a type, which calls the handler of the newest drawing.
function listen(node, handlers) {
  const types = heard.get(node) ?? new Set();
  heard.set(node, types);
  for (const type of Object.keys(handlers)) {
    if (types.has(type)) continue;
    types.add(type);
    node.addEventListener(type, (event) => shownProps.get(node)?.on?.[type]?.(event));
  }
}

const ICONS = {
  hash: "M10 3 8 21M16 3l-2 18M4 9h17M3 15h17",
  menu: "M4 6h16M4 12h16M4 18h16",
  close: "M6 6l12 12M18 6 6 18",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  window: "M14 4h6v6M20 4l-9 9M18 14v5H5V6h5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  send: "M4 12 20 4l-6 16-3-7-7-1z",
  chevron: "M6 9l6 6 6-6",
  check: "M5 12l5 5 9-10",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  down: "M12 5v14M6 13l6 6 6-6",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  slash: "M15 4 9 20",
};

export function icon(name) {
  return h(
    "svg",
    { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" },
    h("path", { d: ICONS[name] }),
  );
}

export const byId = (id) => document.getElementById(id);
