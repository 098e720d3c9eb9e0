// What a step does: its members as fields, and the whole step as JSON.
import { button, make } from "../panel/panel.js";
import { withMember } from "./draft.js";
import { line, note, readable, select } from "./fields.js";
import { readMembers, readSeconds, readStep } from "./reading.js";

const json = (value) => JSON.stringify(value ?? {}, null, 2);
const rowsOf = (text) => Math.min(16, Math.max(4, text.split("\n").length));

/** @param {import("./editor.js").Editor} editor */
export function action(editor, key, step) {
  const at = (name) => `${key}.${name}`;
  const set = (name, group = at(name)) => (value) => editor.changeStep(key, (step) => withMember(step, name, value), { group });
  const taken = (name) => ({ value, problem }) => (problem ? editor.keepSoon() : editor.changeStep(key, (step) => ({ ...step, [name]: value }), { group: at(name) }));
  return make(
    "fieldset",
    {},
    make("legend", {}, "Request"),
    step.operation && make("div", { class: "side" }, select(at("as"), "Caller", editor.accounts(step.as), step.as, set("as")), line(at("region"), "Region", step.region, set("region"), { class: "code", placeholder: "us-east-1" })),
    step.operation && step.text === undefined && readable(at("input"), "Members as JSON", json(step.input), readMembers, editor.texts, taken("input"), { rows: rowsOf(json(step.input)) }),
    step.text !== undefined && line(at("text"), "Members as text", step.text, set("text"), { class: "code" }),
    step.advance !== undefined && readable(at("advance"), "Seconds", String(step.advance), readSeconds, editor.texts, taken("advance"), { inputmode: "numeric" }),
    (step.operation || step.request) && line(at("name"), "Name, to which later steps refer: ${name.Member}", step.name, set("name"), { class: "code" }),
    whole(editor, key, step),
  );
}

/** The step as JSON. It is applied with a button, because the other fields are built again. */
function whole(editor, key, step) {
  const at = `${key}.json`;
  const text = json(step);
  let read = readStep(editor.texts.get(at) ?? text);
  const apply = button("Apply JSON", () => {
    if (read.problem) return editor.say("Correct the JSON of the step first.");
    editor.texts.clear();
    editor.changeStep(key, () => read.value, { say: `Step ${editor.number(key)} was changed.` });
  });
  apply.dataset.at = `${key}.apply`;
  const field = readable(at, "Step as JSON", text, readStep, editor.texts, (found) => {
    read = found;
    // What is not applied is kept, too.
    editor.texts.set(at, field.querySelector("textarea").value);
    editor.keepSoon();
  }, { rows: rowsOf(text) });
  return make("details", { open: editor.texts.has(at) }, make("summary", {}, "Edit as JSON"), field, make("div", { class: "actions" }, apply));
}

/** The note of a step. @param {import("./editor.js").Editor} editor */
export const stepNote = (editor, key, step) =>
  note(`${key}.note`, "Note (Markdown)", step.note, (value) => editor.changeStep(key, (step) => withMember(step, "note", value), { group: `${key}.note` }), 3);
