// The form that adds a step: a call, time that passes, or the end of the background work.
import { operations } from "../copy/call.js";
import { button, labelled, make } from "../panel/panel.js";
import { line, radios, readable, select } from "./fields.js";
import { knownValues, proposal } from "./proposal.js";
import { readMembers, readSeconds } from "./reading.js";

const KINDS = [["call", "Call"], ["advance", "Advance the clock"], ["settle", "Finish background work"]];
const SERVICES = [["license-manager", "License Manager"], ["ram", "RAM"]];

/**
 * @param {import("./editor.js").Editor} editor
 * @param {number} place the index that the step gets
 * @param {{ add: (step: object) => void, cancel: () => void }} then
 */
export function adding(editor, place, { add, cancel }) {
  const before = editor.draft.steps.slice(0, place);
  const last = before.findLast(({ step }) => step.operation)?.step;
  const call = { as: last?.as ?? editor.data.draft?.as ?? editor.accounts()[0]?.[0] ?? "", region: last?.region ?? "us-east-1", operation: "license-manager:CreateLicense", input: {} };
  const texts = new Map();
  let kind = "call";
  let seconds = 3600;
  const fields = make("div", { class: "stacked" });
  const problem = make("p", { class: "violation", role: "alert" });
  const propose = () => {
    const operation = operations.find(({ service, name }) => `${service}:${name}` === call.operation);
    const other = editor.accounts().map(([id]) => id).find((id) => id !== call.as);
    call.input = proposal(operation.input, { known: knownValues(before, editor.results), account: other, region: call.region, number: editor.draft.next });
    texts.clear();
  };
  const show = () => fields.replaceChildren(...shown());
  const shown = () => {
    if (kind === "settle") return [make("p", { class: "hint" }, "Workflows of the services end at this step.")];
    if (kind === "advance") return [readable("new.advance", "Seconds", String(seconds), readSeconds, texts, ({ value }) => value !== undefined && (seconds = value), { inputmode: "numeric" })];
    const text = JSON.stringify(call.input, null, 2);
    return [
      operationChoice(call.operation, (operation) => {
        call.operation = operation;
        propose();
        show();
        fields.querySelector("select").focus();
      }),
      make("div", { class: "side" }, select("new.as", "Caller", editor.accounts(call.as), call.as, (as) => (call.as = as)), line("new.region", "Region", call.region, (region) => (call.region = region), { class: "code" })),
      readable("new.input", "Members as JSON", text, readMembers, texts, ({ value }) => value && (call.input = value), { rows: 8 }),
    ];
  };
  const submit = (event) => {
    event.preventDefault();
    if (texts.size > 0) {
      problem.textContent = "Correct the marked field first.";
      return;
    }
    const { region, ...rest } = call;
    add({ call: { ...rest, ...(region ? { region } : {}) }, advance: { advance: seconds }, settle: { settle: true } }[kind]);
  };
  propose();
  show();
  const choose = (chosen) => {
    kind = chosen;
    texts.clear();
    show();
  };
  return make(
    "form",
    { class: "card", novalidate: true, onsubmit: submit, "aria-label": "New step" },
    make("h3", {}, `New step ${place + 1}`),
    radios("new.kind", "What the step does", KINDS, kind, choose),
    fields,
    problem,
    make("div", { class: "actions" }, make("button", { type: "submit", class: "primary" }, "Insert step"), button("Cancel", cancel)),
  );
}

function operationChoice(chosen, take) {
  const group = ([service, label]) =>
    make("optgroup", { label }, ...operations.filter((operation) => operation.service === service).map(({ name }) => make("option", { value: `${service}:${name}`, selected: `${service}:${name}` === chosen }, name)));
  const control = make("select", { "data-at": "new.operation", onchange: () => take(control.value) }, ...SERVICES.map(group));
  return labelled("Operation", control);
}
