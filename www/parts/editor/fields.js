// Fields of the editor. Each control has a name (`data-at`) by which it gets the focus back after it was built again.
import { button, labelled, make } from "../panel/panel.js";
import { markdown } from "../panel/markdown.js";
import { prose } from "../panel/prose.js";

/** A text of one line. */
export function line(at, label, value, take, attributes = {}) {
  const input = make("input", { type: "text", "data-at": at, oninput: () => take(input.value), ...attributes });
  input.value = value ?? "";
  return labelled(label, input);
}

/** A text in Markdown, with a preview. */
export function note(at, label, value, take, rows = 3) {
  const text = make("textarea", { rows, "data-at": at });
  text.value = value ?? "";
  const shown = make("div", { class: "markdown" });
  const renew = () => shown.replaceChildren(text.value.trim() ? markdown(text.value) : "Nothing to show yet.");
  const preview = make("details", { class: "preview", ontoggle: () => preview.open && renew() }, make("summary", {}, "Preview", make("span", { class: "visually-hidden" }, ` of ${label.toLowerCase()}`)), shown);
  text.addEventListener("input", () => {
    take(text.value);
    if (preview.open) renew();
  });
  return make("div", { class: "stacked" }, labelled(label, text), preview);
}

/**
 * A text that is read while it is typed. A text that cannot be read stays, with a sentence, until it is corrected.
 * @param {(text: string) => { value: any } | { problem: string }} read
 * @param {Map<string, string>} texts the texts that cannot be read
 */
export function readable(at, label, value, read, texts, take, attributes = {}) {
  const problem = make("p", { class: "violation", role: "alert", id: `problem-${at}` });
  const { rows, ...others } = attributes;
  const input = make(rows ? "textarea" : "input", { class: "code", spellcheck: "false", "data-at": at, "aria-describedby": `problem-${at}`, ...(rows ? { rows } : { type: "text" }), ...others });
  const show = (found) => {
    problem.replaceChildren(...prose(found ?? ""));
    input.setAttribute("aria-invalid", String(found !== undefined));
  };
  input.value = texts.get(at) ?? value;
  if (texts.has(at)) show(read(input.value).problem);
  input.addEventListener("input", () => {
    const found = read(input.value);
    show(found.problem);
    if (found.problem) texts.set(at, input.value);
    else texts.delete(at);
    take(found);
  });
  return make("div", { class: "stacked" }, labelled(label, input), problem);
}

/** A choice of a list. @param {[string, string][]} options value and label */
export function select(at, label, options, chosen, take) {
  const control = make("select", { "data-at": at, onchange: () => take(control.value) }, ...options.map(([value, text]) => make("option", { value, selected: value === chosen }, text)));
  return labelled(label, control);
}

/** A choice of a few, all of them visible. @param {[string, string][]} options value and label */
export function radios(at, legend, options, chosen, take) {
  const option = ([value, text]) =>
    make("label", { class: "check" }, make("input", { type: "radio", name: at, "data-at": `${at}-${value}`, checked: value === chosen, onchange: () => take(value) }), make("span", {}, text));
  return make("div", { class: "radios", role: "radiogroup", "aria-label": legend }, ...options.map(option));
}

/** A small button. `name` says what it is about, where its label alone does not. */
export function small(at, label, act, { name, disabled = false, tone = "" } = {}) {
  const made = button(label, act, `small ${tone}`.trim());
  made.dataset.at = at;
  made.disabled = disabled;
  if (name) made.setAttribute("aria-label", name);
  return made;
}

/** Builds something again, and gives the focus back to the control that had it, or to `fallback`. */
export function keepingFocus(root, build, fallback) {
  const { activeElement } = document;
  const had = root.contains(activeElement);
  const at = activeElement?.dataset?.at;
  const selection = had && "selectionStart" in activeElement ? [activeElement.selectionStart, activeElement.selectionEnd] : undefined;
  build();
  if (!had || root.contains(document.activeElement)) return;
  const again = at && root.querySelector(`[data-at="${CSS.escape(at)}"]:not(:disabled)`);
  again?.focus({ preventScroll: true });
  // It may be there, but folded away.
  if (!root.contains(document.activeElement)) return fallback?.()?.focus();
  if (selection?.[0] != null && again?.setSelectionRange) again.setSelectionRange(...selection);
}
