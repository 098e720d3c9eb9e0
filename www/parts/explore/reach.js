// The states that a resource can reach, as a diagram and as a table.
import { zoomable } from "../diagram/zoom.js";
import { button, labelled, make, sentences } from "../panel/panel.js";
import { Job } from "./job.js";
import { machine, stateNotes } from "./rows.js";
import { append, replacedHint, searchedView, stepList } from "./steps.js";
import { accountName, counted, operationName, shortArn } from "./words.js";

/** @param {import("../explore-panel.js").Context} context */
export function reachView({ data, explore, passes, closed }) {
  const job = new Job(closed);
  const result = make("div", { class: "explore-result" });
  const choice = make("select", { onchange: () => search() });
  const search = async () => {
    result.replaceChildren();
    const answer = choice.value && (await job.run((options) => explore({ reachable: choice.value }, options)));
    if (answer) show(result, answer, data);
  };
  const options = (resources) => choice.replaceChildren(...resources.map(({ resource, kind, name }) => make("option", { value: resource }, kind ? `${kind}: ${name ?? shortArn(resource)}` : shortArn(resource))));
  /** Finds the resources: those that calls can name. */
  const list = async () => {
    const found = await job.run(passes);
    const resources = found?.groups.filter(({ resource }) => resource !== undefined) ?? [];
    if (resources.length === 0) return found && job.status.replaceChildren("This state has no resources yet. Create one first.");
    const chosen = choice.value;
    options(resources);
    if (resources.some(({ resource }) => resource === chosen)) choice.value = chosen;
  };
  const start = async () => {
    if (data.text.startsWith("arn:")) {
      options([{ resource: data.text }]);
      await search();
      await list();
    } else {
      await list();
      await search();
    }
  };
  start();
  return [
    make("p", { class: "hint" }, "Tries calls, passing time and asynchronous work on copies of this state, until no new state is found."),
    make("div", { class: "explore-controls" }, labelled("Resource", choice), button("Search", () => (choice.value ? search() : start()), "primary")),
    job.element,
    result,
  ];
}

function show(result, answer, data) {
  const diagram = make("state-diagram", {
    zoom: true,
    role: "group",
    label: `State diagram of ${shortArn(answer.resource)}`,
    "aria-label": "State diagram. Plus and minus zoom, 0 fits it, the arrow keys move it.",
    machine: JSON.stringify(machine(answer)),
  });
  const controls = make("div", { class: "explore-zoom" });
  diagram.addEventListener("drawn", () => controls.replaceChildren(zoomable(diagram)));
  result.append(
    make("div", { class: "explore-diagram" }, diagram, controls),
    make("p", { class: "hint" }, "A solid frame: reached. A dashed frame: not reached by this search. A thick frame: the state now."),
    replacedHint(data) || "",
    table(answer, data),
    transitionList(answer, data),
    searchedView(answer.searched, data),
  );
}

/** The arrows of the diagram in words. */
function transitionList({ transitions }, data) {
  const by = ({ by, accounts }) => {
    if (by === "advance") return "time passes";
    if (by === "settle") return "asynchronous work completes";
    return `\`${operationName(by)}\` by ${accounts.map(({ account, roles }) => [accountName(account, data), ...roles].join(", ")).join("; ")}`;
  };
  const text = (transition) => `\`${transition.from}\` → \`${transition.to}\`: ${transition.event}, ${by(transition)}.`;
  return make("details", {}, make("summary", {}, `Transitions (${transitions.length})`), sentences(transitions.map(text), ""));
}

const TONES = { reached: "good", "dead end": "warm", terminal: "warm" };

function table({ resource, states, current }, data) {
  const head = make("tr", {}, ...["State", "Shortest way"].map((text) => make("th", { scope: "col" }, text)));
  const rows = states.map((state) => {
    const { status, reached, steps } = state;
    const notes = [status === current ? "current" : reached && "reached", ...stateNotes(state)].filter(Boolean);
    const marks = notes.map((note) => make("span", { class: `mark ${TONES[note] ?? ""}` }, note));
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, make("code", {}, status), ...marks.flatMap((mark) => [" ", mark])),
      make("td", { class: "explore-way" }, ...(steps?.length > 0 ? way(status, steps, data) : [status === current ? "It is the state now." : "–"])),
    );
  });
  return make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `States of ${shortArn(resource)}` }, make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
}

function way(status, steps, data) {
  const put = button(steps.length === 1 ? "Append this step" : `Append these ${steps.length} steps`, () => append(steps), "small");
  put.setAttribute("aria-label", `Append ${counted(steps.length, "step")} to ${status}`);
  return [stepList(steps, data), put];
}
