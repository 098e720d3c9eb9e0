// Test vectors of an operation, as a table and as files.
import { operations } from "../copy/call.js";
import { light } from "../link/light.js";
import { ask, button, labelled, make } from "../panel/panel.js";
import { Job } from "./job.js";
import { jsonLines, sendable, stubber, vitest } from "./export.js";
import { filteredVectors } from "./rows.js";
import { input } from "./steps.js";
import { accountName, counted, number, operationName } from "./words.js";

/** How many rows are shown at first. */
const ROWS = 100;

const SERVICES = [["license-manager", "License Manager"], ["ram", "RAM"]];

const KINDS = {
  base: "proposed input", minimal: "only required members", maximal: "every member", at: "just within a limit", beyond: "just beyond a limit", choice: "value of the enumeration",
  "no-choice": "no value of the enumeration", type: "another JSON type", missing: "member left out", null: "null", extra: "unknown member",
};

/** @param {import("../explore-panel.js").Context} context */
export function vectorsView({ data, explore, closed }) {
  const job = new Job(closed);
  const result = make("div", { class: "explore-result" });
  const option = (value, text, selected = false) => make("option", { value, selected }, text);
  const group = ([id, label]) => {
    const actions = operations.filter(({ service }) => service === id).map(({ name }) => `${id}:${name}`);
    return make("optgroup", { label }, ...actions.map((action) => option(action, operationName(action), action === data.draft.operation)));
  };
  const operation = make("select", { onchange: () => search() }, ...SERVICES.map(group));
  const caller = make("select", { onchange: () => search() }, option("", "The one for whom it passes"), ...Object.keys(data.accounts).map((id) => option(id, accountName(id, data))));
  const search = async () => {
    result.replaceChildren();
    const question = { vectors: operation.value, ...(caller.value && { as: caller.value }) };
    const answer = await job.run((options) => explore(question, options));
    if (answer) result.replaceChildren(...found(answer, data));
  };
  search();
  return [
    make("p", { class: "hint" }, "Inputs at and beyond each constraint of the operation, with the response to each in this state."),
    make("div", { class: "explore-controls" }, labelled("Operation", operation), labelled("Caller", caller), button("Search", () => search(), "primary")),
    job.element,
    result,
  ];
}

function found(answer, data) {
  const kinds = [...new Set(answer.vectors.map(({ kind }) => kind))];
  const kind = make("select", {}, make("option", { value: "" }, "All"), ...kinds.map((kind) => make("option", { value: kind }, KINDS[kind])));
  const text = make("input", { type: "search" });
  const count = make("p", { class: "hint", role: "status" });
  const rows = make("div", {});
  let kept;
  const show = () => {
    kept = { ...answer, vectors: filteredVectors(answer.vectors, { text: text.value, kind: kind.value }) };
    count.textContent = `${number(kept.vectors.length)} of ${counted(answer.vectors.length, "vector")}, sent by ${accountName(answer.as, data)} in ${answer.region}. SDKs can send ${number(sendable(kept).length)} of them.`;
    rows.replaceChildren(table(kept.vectors, operationName(answer.operation)));
  };
  for (const control of [kind, text]) control.addEventListener("input", show);
  show();
  const { student, answers, ...session } = data.session;
  const before = { ...light(session), steps: light(session).steps.slice(0, data.point) };
  const download = (label, write) => button(label, () => ask("download", write(kept)));
  return [
    make("div", { class: "explore-controls" }, labelled("Name, member or error", text), labelled("Kind", kind)),
    count,
    make("div", { class: "actions" }, download("Download JSON Lines", jsonLines), download("Download Python (botocore Stubber)", stubber), download("Download JavaScript (vitest)", (kept) => vitest(kept, before))),
    make("p", { class: "hint" }, "The files contain the vectors of the table."),
    rows,
  ];
}

function table(vectors, name) {
  const body = make("tbody", {}, ...vectors.slice(0, ROWS).map(row));
  const head = make("tr", {}, ...["Vector", "Kind", "Response"].map((title) => make("th", { scope: "col" }, title)));
  const scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `Vectors of ${name}` }, make("table", {}, make("thead", {}, head), body));
  if (vectors.length <= ROWS) return scroll;
  const more = button(`Show ${number(vectors.length - ROWS)} more`, () => {
    body.append(...vectors.slice(ROWS).map(row));
    more.remove();
    scroll.focus();
  });
  return make("div", {}, scroll, more);
}

const row = ({ name, kind, constraint, input: value, status, error, message }) =>
  make(
    "tr",
    {},
    make("th", { scope: "row" }, name, input(value)),
    make("td", {}, KINDS[kind], constraint && make("p", { class: "hint" }, constraint)),
    make("td", {}, make("span", { class: `mark ${error ? "bad" : "good"}` }, String(status)), error && ` ${error}`, message && make("p", { class: "hint" }, message)),
  );
