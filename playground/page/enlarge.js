// A picture as large as the window allows; one that is taller is scrolled. Escape, the cross or a press beside it close.

import { byId, draw, h, icon } from "./dom.js";
import { say } from "./words.js";

const dialog = () => byId("enlarged");

export function enlarge(path, alt) {
  const close = () => dialog().close();
  draw(
    dialog(),
    h("div", { class: "enlarged-bar" }, [
      h("a", { class: "button secondary", href: path, target: "_blank", rel: "noopener" }, say("original")),
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": say("close"), on: { click: close } },
        icon("close"),
      ),
    ]),
    h("div", { class: "enlarged-scroll", tabindex: "0", on: { click: close } }, h("img", { src: path, alt })),
  );
  dialog().showModal();
}

export function startEnlarging() {
  dialog().setAttribute("aria-label", say("enlarged"));
  dialog().addEventListener("click", (event) => event.target === dialog() && dialog().close());
  dialog().addEventListener("close", () => draw(dialog()));
}
