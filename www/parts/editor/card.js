// A step of the list. Only the open one has fields.
import { make } from "../panel/panel.js";
import { action, stepNote } from "./action.js";
import { asking } from "./asking.js";
import { expecting, toneOf } from "./expecting.js";
import { keepingFocus, small } from "./fields.js";
import { summary } from "./outcome.js";
import { missingIn } from "./question.js";
import { titleOf } from "./titles.js";

/**
 * @param {import("./editor.js").Editor} editor
 * @param {import("./draft.js").Keyed} keyed
 * @returns {{ element: HTMLElement, refresh: () => void }} `refresh` shows what is known about the step now
 */
export function card(editor, { key }) {
  const step = () => editor.step(key);
  const marks = make("span", { class: "known" });
  const title = make("span", { class: "title" });
  const answer = make("fieldset", {});
  const body = make("div", { class: "body" });
  const element = make("details", { class: "lesson-step", name: "editor-step", open: editor.open === key }, make("summary", { "data-at": `${key}.step` }, title, marks), body);
  const build = () => {
    body.replaceChildren(answer, stepNote(editor, key, step()), asking(editor, key, step()), action(editor, key, step()), buttons(editor, key));
    refreshAnswer();
  };
  const refreshAnswer = () =>
    keepingFocus(answer, () => answer.replaceChildren(make("legend", {}, "Answer"), expecting(editor, key, step())), () => element.querySelector("summary"));
  const refresh = () => {
    title.textContent = `${editor.number(key)}. ${titleOf(step(), editor.data.accounts)}`;
    marks.replaceChildren(...marksOf(editor, key, step()));
    if (body.firstChild && answer.isConnected) refreshAnswer();
  };
  element.addEventListener("toggle", () => {
    if (element.open) {
      editor.open = key;
      if (!body.firstChild) build();
    } else {
      if (editor.open === key) editor.open = undefined;
      body.replaceChildren();
    }
  });
  if (element.open) build();
  refresh();
  return { element, refresh };
}

/** What is known about a step, in marks. */
function marksOf(editor, key, { question, expect }) {
  const result = editor.results.get(key);
  const difference = editor.differences.get(key);
  const mark = (tone, text) => make("span", { class: `mark ${tone}` }, text);
  const failed = editor.failure?.key === key;
  return [
    question && mark(missingIn(question).length ? "warm" : "quiet", missingIn(question).length ? "question incomplete" : "question"),
    expect && (result?.differences.length ? mark("bad", "not as expected") : mark("quiet", "expected")),
    failed && mark("bad", "cannot run"),
    difference && mark("warm", `${difference.before} → ${difference.after}`),
    !difference && result && mark(toneOf(result), summary(result)),
    !result && !failed && editor.failure && mark("quiet", "not run"),
  ].filter(Boolean);
}

function buttons(editor, key) {
  const at = (name) => `${key}.do.${name}`;
  const number = editor.number(key);
  const named = (label) => ({ name: `${label}: step ${number}` });
  return make(
    "div",
    { class: "actions", role: "group", "aria-label": `Step ${number}` },
    small(at("before"), "Insert before", () => editor.add(number - 1), named("Insert before")),
    small(at("after"), "Insert after", () => editor.add(number), named("Insert after")),
    small(at("copy"), "Duplicate", () => editor.duplicate(key), named("Duplicate")),
    small(at("up"), "Move up", () => editor.move(key, -1), { ...named("Move up"), disabled: number === 1 }),
    small(at("down"), "Move down", () => editor.move(key, 1), { ...named("Move down"), disabled: number === editor.draft.steps.length }),
    small(at("remove"), "Remove", () => editor.remove(key), named("Remove")),
  );
}
