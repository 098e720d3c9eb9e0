// A comparison as a Markdown document.
import { code, codeBlock, inline } from "../copy/markdown.js";
import { paragraphs } from "../copy/session.js";
import { lineDiff } from "./steps.js";
import { summary } from "./summary.js";

/**
 * @param {{ titles: string[], rows: import("./steps.js").Row[], groups: import("./world.js").Group[], exact: boolean }} comparison
 * @returns {string}
 */
export function report({ titles, rows, groups, exact }) {
  const steps = rows.filter(({ differs }) => differs);
  const kinds = groups.filter(({ resources }) => resources.length > 0);
  return paragraphs([
    "# Comparison",
    `Left: ${inline(titles[0])}\n\nRight: ${inline(titles[1])}`,
    summary(rows, groups),
    !exact && "IDs and times that depend on the seed or the clock are not compared.",
    "## Steps",
    steps.length ? undefined : "No step differs.",
    ...steps.flatMap(step),
    "## World",
    kinds.length ? undefined : "No resource differs.",
    ...kinds.flatMap(({ kind, resources }) => [`### ${kind}`, resources.map(resource).join("\n")]),
  ]);
}

function step({ left, right, of }) {
  const both = left && right;
  const heading = both ? `${inline(left.title)}${left.title === right.title ? "" : ` and ${inline(right.title)}`}` : inline((left ?? right).title);
  return [
    `### ${heading}`,
    [side("Left", left), side("Right", right)].join("\n"),
    both && of.includes("request") && `Requests:\n\n${difference(left.sent, right.sent)}`,
    both && of.includes("body") && `Bodies:\n\n${difference(left.body, right.body)}`,
  ];
}

function side(name, cell) {
  if (!cell) return `- ${name}: no such step`;
  const { number, caller, result, message } = cell;
  return `- ${name}: step ${number}${caller && `, as ${inline(caller)}`}${result && `, **${inline(result)}**`}${message ? `: ${code(message)}` : ""}`;
}

const difference = (one, other) => codeBlock(lineDiff(one, other).join("\n"), "diff");

function resource({ id, name, only, members }) {
  const head = `- ${[id !== name && code(id), inline(name)].filter(Boolean).join(" ")}`;
  if (only) return `${head}: only ${only}`;
  return [`${head}:`, ...members.map(({ member, from, to }) => `  - ${code(member)}: ${value(from)} → ${value(to)}`)].join("\n");
}

const value = (text) => (text === undefined ? "absent" : code(text) === "``" ? "empty" : code(text));
