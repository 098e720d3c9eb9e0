// What has to happen before the request passes.
import { button, labelled, make, sentences } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { Job } from "./job.js";
import { requests } from "./rows.js";
import { append, appendButton, callView, compose, replacedHint, searchedView, stepList } from "./steps.js";
import { counted, editText, noneText } from "./words.js";

/** How many steps a sequence can have. */
const DEEPEST = 8;

/** How many steps are tried at first. A search that ends because of it can go on with more. */
const TRIES = 4000;

/** How many more are tried by a search that goes on. */
const FURTHER = 5;

/** @param {import("../explore-panel.js").Context} context */
export function findView({ data, explore, closed }) {
  const job = new Job(closed);
  const result = make("div", { class: "explore-result" });
  const depth = make("select", {}, ...Array.from({ length: DEEPEST }, (_, place) => make("option", { value: place + 1, selected: place === 3 }, counted(place + 1, "step"))));
  const { list, first } = requests(data);
  const request = make("select", { onchange: () => search() }, ...list.map(([label], place) => make("option", { value: place, selected: place === first }, label)));
  const about = make("div", {});
  const search = async (tries = TRIES) => {
    const [, call] = list[request.value];
    about.replaceChildren(callView(call, data, "The request: "));
    result.replaceChildren();
    const answer = await job.run((options) => explore({ findPassing: call, depth: Number(depth.value), tries }, options));
    if (answer) result.replaceChildren(...found(answer, data, () => search(tries * FURTHER)).filter(Boolean));
  };
  search();
  return [
    make("p", { class: "hint" }, "Searches for the shortest sequence of steps after which the request passes."),
    about,
    make("div", { class: "explore-controls" }, list.length > 1 && labelled("Request", request), labelled("Steps before the request, at most", depth), button("Search", () => search(), "primary")),
    job.element,
    result,
  ];
}

/** The answer as elements. `further` searches with more tries. */
function found(answer, data, further) {
  const { outcome, call, steps, outcomes, refusal, edited, searched } = answer;
  const heading = (text) => make("h3", {}, text);
  switch (outcome) {
    case "already":
      return [heading("The request passes already"), make("div", { class: "actions" }, appendButton("Append the request", [call]), button("Put it into the form", () => compose(call)))];
    case "found":
      return [
        heading(`The request passes after ${counted(steps.length, "step")}`),
        stepList([...steps, call], data, outcomes),
        replacedHint(data),
        make("div", { class: "actions" }, appendButton("Append these steps", [...steps, call]), button("Append all but the request, and put it into the form", () => compose(call, steps))),
        refused(refusal),
        searchedView(searched, data),
      ];
    case "none":
      return [
        heading("No way was found"),
        make("p", {}, noneText(searched)),
        searched.cut && make("div", { class: "actions" }, button(`Try ${FURTHER} times as many`, further)),
        refused(refusal),
        changed(edited, data),
        searchedView(searched, data),
      ];
    case "never":
      return [heading("No step before it can help"), make("p", {}, "The request itself is wrong."), refused(refusal, true), changed(edited, data)];
  }
}

/** Why the request is refused now. */
function refused(refusal, open = false) {
  if (!refusal) return false;
  const { error, text, findings, remedy } = refusal;
  return make(
    "details",
    { open },
    make("summary", {}, "Why the request is refused now"),
    make("p", {}, make("span", { class: "mark bad" }, String(error.status)), " ", make("strong", {}, error.name)),
    error.message && make("p", { class: "error-message" }, error.message),
    make("p", {}, "Rule: ", ...prose(text)),
    sentences(findings, ""),
    make("p", {}, ...prose(remedy)),
  );
}

/** A changed request that passes. */
function changed(edited, data) {
  if (!edited) return false;
  const { steps, call, edits } = edited;
  return make(
    "section",
    { class: "card" },
    make("h3", {}, "A changed request passes"),
    sentences(edits.map((edit) => editText(edit, data)), ""),
    stepList([...steps, call], data),
    replacedHint(data),
    make("div", { class: "actions" }, button("Append the changed request", () => append([...steps, call]), "primary"), button("Put it into the form", () => compose(call, steps))),
  );
}
