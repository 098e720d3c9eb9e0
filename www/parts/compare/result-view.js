// A comparison as elements: the steps side by side, and the differences of the worlds.
import { button, make } from "../panel/panel.js";
import { lineDiff } from "./steps.js";

/**
 * The steps in rows.
 * @param {import("./steps.js").Row[]} rows
 * @param {(side: "left" | "right", number: number) => HTMLElement} opener makes the button that opens a step
 */
export const stepList = (rows, opener) => make("ol", { class: "rows" }, ...rows.map((row) => make("li", {}, stepRow(row, opener))));

function stepRow(row, opener) {
  const { left, right, differs, of } = row;
  const titles = [...new Set([left?.title, right?.title].filter(Boolean))].join(" / ");
  const head = make(
    "summary", {},
    make("span", { class: "what" }, make("strong", {}, titles), " ", make("span", { class: `mark ${differs ? "warm" : "quiet"}` }, differs ? (of.length ? "differs" : `only ${left ? "left" : "right"}`) : "equal")),
    outcome("Left", left),
    outcome("Right", right),
  );
  const details = make("details", {}, head);
  // A long session has many rows: what is inside is made when it is opened.
  details.addEventListener("toggle", () => details.childElementCount > 1 || details.append(inside(row, opener)), { once: true });
  return details;
}

function outcome(side, cell) {
  if (!cell) return make("span", { class: "outcome" }, make("span", { class: "hint" }, `${side}: no such step`));
  return make(
    "span", { class: "outcome" },
    make("span", { class: "hint" }, `${side}: step ${cell.number}${cell.caller ? `, ${cell.caller}` : ""}`), " ",
    cell.result && make("span", { class: `mark ${cell.error || cell.status >= 400 ? "bad" : "good"}` }, cell.result),
  );
}

function inside({ left, right, of }, opener) {
  const both = left && right;
  return make(
    "div", { class: "inside" },
    (left?.message || right?.message) && make("div", { class: "pair" }, column("left", left), column("right", right)),
    both && part("Request", left.sent, right.sent, of.includes("request")),
    both && part("Changes", left.changes, right.changes, of.includes("changes")),
    both && part("Body", left.body, right.body, of.includes("body")),
    !both && make("pre", { class: "code", tabindex: 0, role: "region", "aria-label": "Body" }, (left ?? right).body || (left ?? right).changes || "No response."),
    make("div", { class: "actions" }, left && opener("left", left.number), right && opener("right", right.number)),
  );
}

const column = (side, cell) => make("div", {}, make("h4", {}, `Message on the ${side}`), make("p", { class: cell?.message ? "message" : "hint" }, cell?.message ?? "No message."));

function part(name, one, other, differs) {
  if (!one && !other) return undefined;
  if (!differs) return make("p", { class: "hint" }, `${name}: equal.`);
  const kinds = { "+": "ins", "-": "del" };
  const lines = lineDiff(one, other).filter((line) => !line.startsWith("\\")).map((line) => make(kinds[line[0]] ?? "span", {}, `${line}\n`));
  return make("div", {}, make("h4", {}, `${name}: − left, + right`), make("pre", { class: "code", tabindex: 0, role: "region", "aria-label": `Difference of the ${name.toLowerCase()}` }, ...lines));
}

/** The resources that differ, by kind. @param {import("./world.js").Group[]} groups */
export function worldList(groups, onlyDifferences) {
  const shown = groups.filter(({ resources, equal }) => resources.length > 0 || (!onlyDifferences && equal > 0));
  return shown.map(({ kind, resources, equal }) =>
    make(
      "section", { class: "kind", "aria-label": kind },
      make("h4", {}, kind, equal > 0 && make("span", { class: "hint" }, `: ${equal} equal`)),
      resources.length > 0 && make("ul", {}, ...resources.map(resource)),
    ),
  );
}

function resource({ id, name, only, members }) {
  return make(
    "li", {},
    name && make("strong", {}, name), " ", id !== name && make("code", {}, id), " ",
    only && make("span", { class: "mark warm" }, `only ${only}`),
    members.length > 0 && make("dl", {}, ...members.flatMap(({ member, from, to }) => [make("dt", {}, make("code", {}, member)), make("dd", {}, value("del", "Left", from), " ", value("ins", "Right", to))])),
  );
}

const value = (element, side, text) => make("span", {}, make("span", { class: "hint" }, `${side}: `), text === undefined ? make("span", { class: "hint" }, "absent") : make(element, {}, text === "" ? "empty" : text));

/** The button that opens a step of the compared session. */
export const openButton = (side, number, act) => button(`Open step ${number} on the ${side}`, act, "small");
