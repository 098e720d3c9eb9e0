// The list of the steps, and the form of a new one among them.
import { make } from "../panel/panel.js";
import { adding } from "./adding.js";
import { card } from "./card.js";
import { insert } from "./draft.js";
import { select } from "./fields.js";

/** So many steps are listed at a time. */
const PAGE = 100;

export class StepList {
  #cards = new Map();
  /** The form of a new step. */
  #adding = undefined;
  /** The index of the first step that is listed. */
  #first = 0;

  /** @param {import("./editor.js").Editor} editor */
  constructor(editor) {
    this.editor = editor;
    this.pages = make("div", {});
    this.list = make("ol", { class: "lesson-steps" });
  }

  /** Builds the steps again: the page with the open step or the form, otherwise the same page as before. */
  build() {
    const { draft, open, adding, number } = this.editor;
    const shown = adding ? Math.max(0, adding.place - 1) : number(open) - 1;
    if (shown >= 0) this.#first = shown - (shown % PAGE);
    if (this.#first >= draft.steps.length) this.#first = 0;
    this.#cards = new Map(draft.steps.slice(this.#first, this.#first + PAGE).map((keyed) => [keyed.key, card(this.editor, keyed)]));
    const items = [...this.#cards.values()].map(({ element }) => make("li", {}, element));
    this.#adding = adding && this.#form(adding);
    if (this.#adding) items.splice(adding.place - this.#first, 0, make("li", {}, this.#adding.form));
    if (items.length === 0) items.push(make("li", { class: "hint" }, "No steps yet. Add the first one."));
    this.list.replaceChildren(...items);
    this.pages.replaceChildren(...this.#choice(draft.steps.length));
  }

  /** Shows what is known about a step now, or about all. */
  refresh(key) {
    const cards = key === undefined ? [...this.#cards.values()] : [this.#cards.get(key)];
    for (const card of cards) card?.refresh();
    if (key === undefined) this.#adding?.renew();
  }

  /** The element of a step, if it is listed. */
  element = (key) => this.#cards.get(key)?.element;

  /** The choice of the steps that are listed, if there are many. */
  #choice(length) {
    if (length <= PAGE) return [];
    const starts = Array.from({ length: Math.ceil(length / PAGE) }, (_, page) => page * PAGE);
    const options = starts.map((first) => [String(first), `${first + 1} to ${Math.min(first + PAGE, length)} of ${length}`]);
    const show = (first) => {
      this.editor.open = undefined;
      this.#first = Number(first);
      this.editor.render("page");
    };
    return [select("page", "Show steps", options, String(this.#first), show)];
  }

  #form(state) {
    const { editor } = this;
    state.place = Math.min(state.place, editor.draft.steps.length);
    const add = (step) => {
      const { next } = editor.draft;
      editor.adding = undefined;
      editor.open = next;
      editor.change((draft) => insert(draft, state.place, step), { say: `Step ${state.place + 1} was inserted.`, focus: `${next}.step` });
    };
    const cancel = () => {
      editor.adding = undefined;
      editor.render("add");
      editor.keepSoon();
    };
    return adding(editor, state, { add, cancel });
  }
}
