// The element <reference-text of="rule:license-manager/may-grant">: a text that only some visitors read. The texts are generated from
// their declarations in the simulator. Text between backticks is code.
import { prose } from "./panel/prose.js";
import texts from "./reference-text.json";

/** Writes the text. */
export function fill(element) {
  element.replaceChildren(...prose(texts[element.getAttribute("of")]));
}
