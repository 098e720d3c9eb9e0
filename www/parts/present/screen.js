// A screen of a presentation as elements.
import { answerText } from "../lesson/score.js";
import { markdown } from "../panel/markdown.js";
import { button, make } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { readable } from "./readable.js";

/**
 * @param {import("./screens.js").Screens} screens
 * @param {{ reveal: () => void, hint: () => void, goTo: (place: number) => void }} acts
 */
export function screen(screens, acts) {
  const { step, session } = screens;
  if (!step) return title(session);
  const { number, title: name, callerName, call } = step;
  return [
    make("p", { class: "hint" }, `Step ${number} of ${screens.end}`),
    make("h3", { tabindex: "-1" }, name),
    call && make("p", { class: "sender" }, make("strong", {}, callerName || call.as), callerName && ` ${call.as}`, make("span", { class: "hint" }, ` in ${call.region ?? "us-east-1"}`)),
    make("div", { class: "columns" }, request(step), make("div", { class: "answer" }, ...response(screens, acts))),
  ];
}

const title = ({ title, author, note, steps }) => [
  make("h3", { tabindex: "-1", class: "title" }, title || "Session"),
  author && make("p", { class: "sender" }, author),
  note && make("div", { class: "markdown" }, markdown(note)),
  make("p", { class: "hint" }, `${steps.length} ${steps.length === 1 ? "step" : "steps"}`),
];

function request({ call }) {
  if (!call) return undefined;
  const input = call.input ?? call.text ?? {};
  return make("section", { "aria-label": "Request" }, make("h4", {}, "Request"), readable(input), call.fault && make("p", {}, "Injected fault: ", make("code", {}, call.fault)));
}

function response(screens, acts) {
  const { step, waitsFor, asking } = screens;
  if (asking) return [question(asking, acts)];
  if (waitsFor) return [make("p", {}, `The response is hidden until the question of step ${waitsFor} is answered. `), button(`Go to step ${waitsFor}`, () => acts.goTo(waitsFor))];
  const { status, error, message, body, rule, changes, note, asked } = step;
  return [
    asked && answered(asked, screens.session.student),
    status && make("section", { "aria-label": "Response" }, make("h4", {}, "Response"), make("p", { class: "outcome" }, make("span", { class: `mark ${error ? "bad" : "good"}` }, [status, error].filter(Boolean).join(" "))), message && make("p", { class: "said" }, message)),
    rule && make("p", {}, make("strong", {}, "Why: "), ...prose(rule)),
    changes.length > 0 && make("section", { "aria-label": "Changes" }, make("h4", {}, "Changes"), make("ul", { class: "changed" }, ...changes.map(change))),
    note && make("div", { class: "note markdown" }, markdown(note)),
    asked?.question.why && make("div", { class: "markdown" }, markdown(asked.question.why)),
    body && !error && make("details", {}, make("summary", {}, "Response body"), readable(json(body))),
  ];
}

function question({ question, hints }, acts) {
  const isMore = hints < (question.hints?.length ?? 0);
  return make(
    "section", { class: "question", "aria-label": "Question" },
    make("div", { class: "markdown ask" }, markdown(question.ask)),
    question.choices?.length > 0 && make("ol", { class: "choices" }, ...question.choices.map((text) => make("li", {}, ...prose(text)))),
    make("div", { "aria-live": "polite" }, ...(question.hints ?? []).slice(0, hints).map((hint) => make("div", { class: "note markdown" }, markdown(hint)))),
    make("div", { class: "actions" }, button("Reveal", acts.reveal, "primary"), isMore && button("Hint", acts.hint)),
  );
}

const VERDICTS = { right: ["good", "right"], wrong: ["bad", "not right"], free: ["quiet", "own words"] };

/** The question with the right answer, and that of the student. */
function answered({ question, answer, verdict }, student) {
  const isRight = (place) => place === question.right;
  return make(
    "section", { class: "question", "aria-label": "Question" },
    make("div", { class: "markdown ask" }, markdown(question.ask)),
    question.choices?.length > 0 &&
      make("ol", { class: "choices" }, ...question.choices.map((text, place) => make("li", { class: isRight(place) ? "right" : "" }, ...prose(text), " ", isRight(place) && make("span", { class: "mark good" }, "right")))),
    answer && make("p", {}, `Answer${student ? ` of ${student}` : ""}: `, ...prose(answerText(question, answer)), " ", make("span", { class: `mark ${VERDICTS[verdict][0]}` }, VERDICTS[verdict][1])),
  );
}

/** What happened to a resource: its kind and the end of its ARN are enough from a distance. */
function change([resource, event, from, to]) {
  return make("li", {}, make("code", { title: resource }, resource), ` ${event}: `, from !== null && make("del", {}, from), from !== null && " → ", make("ins", {}, to));
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
