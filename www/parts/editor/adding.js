// The form that adds a step: a call, time that passes, or the end of the background work.
import { operations } from "../copy/call.js";
import { button, labelled, make } from "../panel/panel.js";
import { line, radios, readable, select } from "./fields.js";
import { knownValues, proposal } from "./proposal.js";
import { readMembers, readSeconds } from "./reading.js";

const KINDS = [["call", "Call"], ["advance", "Advance the clock"], ["settle", "Finish background work"]];
const SERVICES = [["license-manager", "License Manager"], ["ram", "RAM"]];

/**
 * @typedef {{ place: number, kind: string, call: Record<string, any>, seconds: number, texts: [string, string][] }} NewStep what the form
 *   has: `place` is the index that the step gets, `texts` are those that cannot be read
 */

/**
 * The beginning of a new step: a call by the account that sent the last one.
 * @param {import("./editor.js").Editor} editor
 * @returns {NewStep}
 */
export function newStep(editor, place) {
  const last = editor.draft.steps.slice(0, place).findLast(({ step }) => step.operation)?.step;
  const as = last?.as ?? editor.data.draft?.as ?? editor.accounts()[0]?.[0] ?? "";
  const call = { as, region: last?.region ?? "us-east-1", operation: "license-manager:CreateLicense" };
  propose(call, proposed(editor, place, call));
  return { place, kind: "call", call, seconds: 3600, texts: [] };
}

/** The proposal that a call has, as text. Once the earlier steps are replayed, it can be better: see `renew`. */
const proposals = new WeakMap();

function propose(call, input) {
  call.input = input;
  proposals.set(call, JSON.stringify(input));
}

const isProposed = (call) => proposals.get(call) === JSON.stringify(call.input);

/** The members of a call that are proposed. */
function proposed(editor, place, { operation, as, region }) {
  const { input } = operations.find(({ service, name }) => `${service}:${name}` === operation);
  const account = editor.accounts().map(([id]) => id).find((id) => id !== as);
  return proposal(input, { known: knownValues(editor.draft.steps.slice(0, place), editor.results), account, region, number: editor.draft.next });
}

/**
 * @param {import("./editor.js").Editor} editor
 * @param {NewStep} state changes with the form
 * @param {{ add: (step: object) => void, cancel: () => void }} then
 * @returns {{ form: HTMLFormElement, renew: () => void }} `renew` proposes the members again, unless somebody changed them
 */
export function adding(editor, state, { add, cancel }) {
  const { place, call } = state;
  const texts = new Map(state.texts);
  const take = (change) => (found) => {
    if (!found.problem) change(found.value);
    state.texts = [...texts];
    editor.keepSoon();
  };
  const set = (name) => (value) => take(() => (call[name] = value))({ value });
  const fields = make("div", { class: "stacked" });
  const problem = make("p", { class: "violation", role: "alert" });
  const show = () => fields.replaceChildren(...shown());
  const shown = () => {
    if (state.kind === "settle") return [make("p", { class: "hint" }, "Workflows of the services end at this step.")];
    if (state.kind === "advance") return [readable("new.advance", "Seconds", String(state.seconds), readSeconds, texts, take((value) => (state.seconds = value)), { inputmode: "numeric" })];
    const text = JSON.stringify(call.input, null, 2);
    return [
      operationChoice(call.operation, (operation) => {
        texts.clear();
        set("operation")(operation);
        propose(call, proposed(editor, place, call));
        take(() => {})({});
        show();
        fields.querySelector("select").focus();
      }),
      make("div", { class: "side" }, select("new.as", "Caller", editor.accounts(call.as), call.as, set("as")), line("new.region", "Region", call.region, set("region"), { class: "code" })),
      readable("new.input", "Members as JSON", text, readMembers, texts, take((value) => (call.input = value)), { rows: 8 }),
    ];
  };
  const submit = (event) => {
    event.preventDefault();
    if (texts.size > 0) {
      problem.textContent = "Correct the marked field first.";
      return;
    }
    const { region, ...rest } = call;
    add({ call: { ...rest, ...(region ? { region } : {}) }, advance: { advance: state.seconds }, settle: { settle: true } }[state.kind]);
  };
  show();
  const renew = () => {
    // Before the replay, nothing is known that could make the proposal better.
    if (editor.results.size === 0) return;
    const input = proposed(editor, place, call);
    if (state.kind !== "call" || texts.size > 0 || !isProposed(call) || JSON.stringify(input) === JSON.stringify(call.input)) return;
    propose(call, input);
    fields.querySelector("[data-at='new.input']").value = JSON.stringify(input, null, 2);
    editor.keepSoon();
  };
  const choose = (chosen) => {
    texts.clear();
    take(() => (state.kind = chosen))({});
    show();
  };
  const form = make(
    "form",
    { class: "card", novalidate: true, onsubmit: submit, "aria-label": "New step" },
    make("h3", {}, `New step ${place + 1}`),
    radios("new.kind", "What the step does", KINDS, state.kind, choose),
    fields,
    problem,
    make("div", { class: "actions" }, make("button", { type: "submit", class: "primary" }, "Insert step"), button("Cancel", cancel)),
  );
  return { form, renew };
}

function operationChoice(chosen, take) {
  const group = ([service, label]) =>
    make("optgroup", { label }, ...operations.filter((operation) => operation.service === service).map(({ name }) => make("option", { value: `${service}:${name}`, selected: `${service}:${name}` === chosen }, name)));
  const control = make("select", { "data-at": "new.operation", onchange: () => take(control.value) }, ...SERVICES.map(group));
  return labelled("Operation", control);
}
