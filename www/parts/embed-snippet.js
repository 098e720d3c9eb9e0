// Fills the element <embed-snippet data="…">, a part of the dialog Share: what another page contains to show a step of the session.
import css from "./embed/snippet.css";
import { snippet } from "./embed/snippet.js";
import { encode } from "./link/link.js";
import { light } from "./link/light.js";
import { html } from "./panel/markdown-html.js";
import { ask, button, labelled, make } from "./panel/panel.js";
import { forText } from "./panel/session-text.js";
import { addStyle } from "./panel/style.js";

addStyle(css);

/** Longer addresses make a page hard to edit. */
const LONG = 8000;

const KINDS = { element: "An element, with a script", iframe: "A frame, without a script", markdown: "Markdown: the text and a link" };
const VIEWS = { answer: "The response", request: "The request", why: "The response with its checks", world: "The world after the step", all: "All of it, with every step" };
const THEMES = { auto: "As the other page", light: "Light", dark: "Dark" };
const WAKES = { click: "When the reader presses Run live", visible: "When it is in view", load: "At once" };

export function fill(element) {
  const data = JSON.parse(element.getAttribute("data"));
  element.maker ??= new Maker(element, data.point);
  element.maker.renew(data);
}

class Maker {
  constructor(element, step) {
    const renew = () => this.renew(this.data);
    this.step = make("select", { onchange: renew });
    this.chosen = step;
    this.kind = select(KINDS, renew);
    this.view = select(VIEWS, renew);
    this.theme = select(THEMES, renew);
    this.wake = select(WAKES, renew);
    this.live = make("input", { type: "checkbox", onchange: renew });
    this.text = make("textarea", { class: "code", rows: 10, readonly: true, spellcheck: "false" });
    this.size = make("p", { class: "hint", role: "status" });
    this.preview = make("div", { class: "embed-preview" });
    this.previews = make("details", { ontoggle: () => this.showPreview() }, make("summary", {}, "Preview"), this.preview);
    this.frames = make("label", { class: "check" }, this.live, make("span", {}, "Readers can send requests. Nothing is stored."));
    this.wakes = labelled("Start", this.wake);
    this.themes = labelled("Theme", this.theme);
    element.append(
      make("div", { class: "embed-choices" }, labelled("Kind", this.kind), labelled("Shows", this.view), labelled("Step", this.step), this.themes, this.wakes),
      this.frames,
      labelled("Snippet", this.text),
      this.size,
      make("div", { class: "actions" }, button("Copy snippet", () => ask("copy", { what: "the snippet", text: this.text.value }), "primary")),
      this.previews,
    );
  }

  async renew(data) {
    if (this.data !== data) {
      this.data = data;
      this.listSteps();
    }
    const kind = this.kind.value;
    this.wakes.hidden = kind !== "element";
    this.frames.hidden = this.themes.hidden = kind === "markdown";
    const choices = { kind, view: this.view.value, step: Number(this.step.value), theme: this.theme.value, live: this.live.checked, wake: this.wake.value };
    const fragment = await encode("session", light(data.session));
    this.text.value = snippet(forText(data), location.href.replace(/[?#].*$/, ""), fragment, choices);
    const length = this.text.value.length;
    const advice = " Shorter: download the session as a file, put it beside your page, and name it in the attribute src in place of the link.";
    this.size.textContent = `${length.toLocaleString("en")} characters.${length > LONG && kind === "element" ? advice : ""}`;
    this.showPreview();
  }

  /** The steps, and the chosen one, which is the selected one at first. */
  listSteps() {
    const chosen = this.step.value === "" ? this.chosen : Number(this.step.value);
    const titles = ["Introduction", ...this.data.answers.map(([title], place) => `${place + 1}. ${title}`)];
    this.step.replaceChildren(...titles.map((title, value) => make("option", { value, selected: value === Math.min(chosen, titles.length - 1) }, title)));
  }

  /** The snippet as another page shows it. It is made of texts that are escaped, and the page's policy runs no script in it. */
  showPreview() {
    if (!this.previews.open) return this.preview.replaceChildren();
    const { kind, text } = this;
    const template = document.createElement("template");
    template.innerHTML = kind.value === "markdown" ? html(text.value) : text.value;
    template.content.querySelector("script")?.remove();
    // This page has the origin of the frame, so a sandbox would keep nothing out.
    template.content.querySelector("iframe")?.removeAttribute("sandbox");
    this.preview.replaceChildren(template.content);
    this.previews.scrollIntoView({ block: "nearest" });
    if (kind.value === "element" && !customElements.get("grant-playground")) document.head.append(make("script", { src: "embed.js" }));
  }
}

const select = (options, onchange) => make("select", { onchange }, ...Object.entries(options).map(([value, label]) => make("option", { value }, label)));
