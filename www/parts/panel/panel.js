// What the panels have in common: elements that the page shows in a dialog. The page tells them about the session as JSON in the
// attribute `data`, and does what they ask for.

import css from "./panel.css";
import { prose } from "./prose.js";
import { addStyle } from "./style.js";

addStyle(css);

/**
 * Asks the page for something.
 * @param {string} what `steps`, `open`, `copy` …
 * @param {object} members what it needs
 */
export function ask(what, members = {}) {
  document.dispatchEvent(new CustomEvent("playground", { detail: JSON.stringify({ do: what, ...members }) }));
}

/** Opens a session, given as text, which can be large. */
export function openSession(text) {
  document.dispatchEvent(new CustomEvent("playground", { detail: text.trimStart() }));
}

/** An element of a dialog. `build` makes its content once, `renew` follows a change of the session. */
export class Panel extends HTMLElement {
  static observedAttributes = ["data"];

  connectedCallback() {
    if (this.firstChild) return;
    this.read();
    this.build();
  }

  attributeChangedCallback() {
    if (!this.firstChild) return;
    this.read();
    this.renew?.();
  }

  read() {
    this.data = JSON.parse(this.getAttribute("data"));
  }
}

/**
 * Makes an element.
 * @param {string} name
 * @param {Record<string, unknown>} attributes a function is a listener: `onclick`
 * @param {...(Node | string | null | undefined | false)} children
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button. */
export const button = (label, onclick, className = "") => make("button", { type: "button", class: className, onclick }, label);

/** A label above its control. */
export const labelled = (label, control) => make("label", { class: "stacked" }, make("span", {}, label), control);

/** A list of sentences, or nothing. */
export const sentences = (list, className = "hint") =>
  list.length > 0 && make("ul", { class: className }, ...list.map((sentence) => make("li", {}, ...prose(sentence))));
