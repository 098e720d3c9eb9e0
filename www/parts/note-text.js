// Fills the element <note-text text="…">: a note in Markdown.
import { markdown } from "./panel/markdown.js";

export function fill(element) {
  element.replaceChildren(markdown(element.getAttribute("text")));
}
