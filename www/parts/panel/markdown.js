// Markdown of sessions as elements, with their styles.
import css from "./markdown.css";
import { html } from "./markdown-html.js";
import { addStyle } from "./style.js";

addStyle(css);

/** The text as elements. */
export function markdown(text) {
  const template = document.createElement("template");
  template.innerHTML = html(text);
  return template.content;
}
