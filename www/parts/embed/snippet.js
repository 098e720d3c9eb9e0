// What another page contains to show a step of a session: HTML or Markdown, with the step as text for readers without scripts.
import { inline } from "../copy/markdown.js";
import { body, caller, outcome, paragraphs, request } from "../copy/session.js";
import { html } from "../panel/markdown-html.js";

/** @import { Session } from "../copy/session.js" */

/** What the frame of an iframe may do: see `embed.js`. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
const LINK = "Open in Grant Playground";

/**
 * @typedef {{ kind: "element" | "iframe" | "markdown", view: "request" | "answer" | "why" | "world" | "all", step: number,
 *   theme: "auto" | "light" | "dark", live: boolean, wake: "click" | "visible" | "load" }} Choices `step`: 0 is the introduction
 */

/**
 * The text to put into another page.
 * @param {Session} session as for a transcript
 * @param {string} site the address of the page, without a query and a fragment
 * @param {string} fragment the session, as in a link
 * @param {Choices} choices
 */
export function snippet(session, site, fragment, choices) {
  const { kind, step } = choices;
  const link = `${site}#step=${step}&${fragment.replace(/^#/, "")}`;
  const text = stepText(session, choices);
  if (kind === "markdown") return paragraphs([text, `[${LINK}](${link})`]);
  const fallback = compact(html(text));
  return `${kind === "iframe" ? frame(site, fragment, fallback, session, choices) : element(site, link, fallback, choices)}\n`;
}

/** The element, and its script. Without a blank line and with its tag on one line, it is one block in Markdown. */
function element(site, link, fallback, { view, step, theme, live, wake }) {
  const attributes = [["view", view], ["step", step], theme !== "auto" && ["theme", theme], live && ["live"], wake !== "click" && ["wake", wake]];
  return [
    `<grant-playground${attributes.filter(Boolean).map(attribute).join("")}>`,
    fallback,
    `<p><a${attribute(["href", link])}>${LINK}</a></p>`,
    "</grant-playground>",
    `<script async${attribute(["src", new URL("embed.js", site).href])}></script>`,
  ].join("\n");
}

/** A frame, and below it the text. */
function frame(site, fragment, fallback, { title }, { view, step, theme, live }) {
  const query = new URLSearchParams({ embed: view, step: String(step), ...(live && { live: "" }), ...(theme !== "auto" && { theme }) });
  const attributes = [["src", `${site}?${query}${fragment}`], ["title", `Grant Playground: ${title.replace(/\s+/g, " ")}`], ["width", "100%"], ["height", "480"], ["loading", "lazy"], ["allow", "clipboard-write"], ["sandbox", SANDBOX]];
  return `<iframe${attributes.map(attribute).join("")}></iframe>\n<details><summary>This step as text</summary>\n${fallback}\n</details>`;
}

/** A step as Markdown: who asked for what, and the answer. */
export function stepText(session, { step: number, view }) {
  const step = session.steps[number - 1];
  if (!step) return paragraphs([`**${inline(session.title)}**`, session.note]).trim();
  const shows = (...views) => view === "all" || views.includes(view);
  return paragraphs([
    `**${inline(step.title)}**`,
    caller(step),
    shows("request") && request(step),
    ...outcome(step),
    shows("answer") && !step.answer?.errorType && body(step),
  ]).trim();
}

/** HTML without blank lines, which would end it in Markdown. Those of code become character references. */
const compact = (text) => text.trim().replace(/\n(?=[ \t]*\n)/g, "&#10;");

const attribute = ([name, value]) => (value === undefined ? ` ${name}` : ` ${name}="${escaped(String(value))}"`);

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/&#38;/g, "&amp;");
