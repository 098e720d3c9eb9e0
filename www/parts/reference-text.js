// The element <reference-text of="rule:license-manager/may-grant">: a text that only some visitors read. The texts are generated from
// their declarations in the simulator. Text between backticks is code.
import texts from "./reference-text.json";

/** Writes the text. */
export function fill(element) {
  element.replaceChildren(...texts[element.getAttribute("of")].split("`").map((part, place) => (place % 2 ? code(part) : part)));
}

function code(text) {
  const made = document.createElement("code");
  made.textContent = text;
  return made;
}
