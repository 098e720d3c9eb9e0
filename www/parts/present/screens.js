// The screens of a presentation: the title, then one for each step. It knows what must stay hidden, not how a screen looks.
import { results } from "../lesson/score.js";

export class Screens {
  /**
   * @param {{ session: object, answers: unknown[][], point: number }} data what the page told
   */
  constructor({ session, answers, point }) {
    this.session = session;
    this.told = answers;
    this.isLesson = session.answers !== undefined;
    const questions = session.steps.flatMap(({ question }, place) => (question ? [[place + 1, question]] : []));
    this.questions = new Map(results({ questions, answers: session.answers }).map((result) => [result.step, { ...result, isShown: result.answer !== undefined, hints: 0 }]));
    this.place = point;
  }

  get end() {
    return this.session.steps.length;
  }

  /** The question of the shown step, as long as its answer is hidden. */
  get asking() {
    const question = this.questions.get(this.place);
    return question?.isShown ? undefined : question;
  }

  /** The step whose question must be answered before the response of the shown step is seen: in a lesson also an earlier one. */
  get waitsFor() {
    if (!this.isLesson) return this.asking?.step;
    return [...this.questions.values()].find(({ step, isShown }) => !isShown && step <= this.place)?.step;
  }

  /** Shows the answer, if it is hidden. */
  reveal() {
    const { asking } = this;
    if (asking) asking.isShown = true;
    return asking !== undefined;
  }

  /** Shows another hint, if there is one. */
  hint() {
    const { asking } = this;
    const isMore = asking !== undefined && asking.hints < (asking.question.hints?.length ?? 0);
    if (isMore) asking.hints += 1;
    return isMore;
  }

  /** Shows another screen, within those that there are. */
  goTo(place) {
    const found = Math.min(Math.max(place, 0), this.end);
    const moved = found !== this.place;
    this.place = found;
    return moved;
  }

  /** What the shown step was and came to, or nothing at the title. */
  get step() {
    if (this.place === 0) return undefined;
    const [title, callerName, call, status, error, message, body, rule, , changes] = this.told[this.place - 1];
    return { number: this.place, title, callerName, call, status, error, message, body, rule, changes, ...this.session.steps[this.place - 1], asked: this.questions.get(this.place) };
  }
}

/** What a key does in the presentation, as the name of a method of the view, or nothing. @param {KeyboardEvent} event */
export function keyOf({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey) return !altKey && key.toLowerCase() === "p" ? "print" : undefined;
  if (altKey) return undefined;
  if (key === " ") return shiftKey ? "previous" : "next";
  return KEYS[key] ?? KEYS[key.toLowerCase()];
}

const KEYS = {
  ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", Home: "first", End: "last", r: "reveal", h: "hint", f: "full",
};
