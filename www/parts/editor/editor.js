// The editor of a session: what is edited, what is known about it, and its view.
import { ask, button, make } from "../panel/panel.js";
import { newStep } from "./adding.js";
import { begin, changeStep, duplicate, move, remove, sessionOf } from "./draft.js";
import { keepingFocus } from "./fields.js";
import { findings } from "./findings.js";
import { handing } from "./handing.js";
import { head } from "./head.js";
import { History } from "./history.js";
import { forget, keep, kept } from "./kept.js";
import { StepList } from "./list.js";
import { differences } from "./outcome.js";
import { withReferences } from "./references.js";
import { Replay } from "./replay.js";

export class Editor {
  /** The texts that cannot be read yet, by the names of their fields. */
  texts = new Map();
  /** What each step came to, by the keys of the steps. */
  results = new Map();
  /** The steps that are answered differently since the last change. */
  differences = new Map();
  /** The step that cannot run. */
  failure = undefined;
  /** The key of the open step. */
  open = undefined;
  /** The step that is being added. @type {import("./adding.js").NewStep | undefined} */
  adding = undefined;
  #numbers;
  #numbered;
  #before;
  #timer;
  #isGone = false;

  /**
   * @param {HTMLElement} root
   * @param {Record<string, any>} data what the page tells
   * @param {(session: object, options: object) => Promise<object[]>} play plays a session in the simulator's worker
   */
  constructor(root, data, play) {
    Object.assign(this, { root, data });
    this.history = new History(begin(data.session));
    this.base = JSON.stringify(sessionOf(this.draft));
    this.replay = new Replay(play, { done: (played) => this.#played(played), state: (state) => this.#showState(state) });
    this.#openKept();
    const shown = data.point < data.session.steps.length ? data.point : 0;
    this.open = this.draft.steps[shown - 1]?.key;
    this.#build();
    this.replay.soon(this.draft);
  }

  /** @returns {import("./draft.js").Draft} */
  get draft() {
    return this.history.value;
  }

  get isChanged() {
    return this.texts.size > 0 || this.adding !== undefined || JSON.stringify(sessionOf(this.draft)) !== this.base;
  }

  step = (key) => this.draft.steps[this.number(key) - 1]?.step ?? {};

  /** The number of a step, from 1; 0 if the draft does not have it. */
  number = (key) => {
    if (this.#numbered !== this.draft) {
      this.#numbered = this.draft;
      this.#numbers = new Map(this.draft.steps.map(({ key }, place) => [key, place + 1]));
    }
    return this.#numbers.get(key) ?? 0;
  };

  /** The accounts to choose from, with their names. */
  accounts(own) {
    const used = this.draft.steps.map(({ step }) => step.as).concat(own).filter((id) => id && this.data.accounts[id] === undefined);
    return [...Object.entries(this.data.accounts).map(([id, name]) => [id, `${name} (${id})`]), ...[...new Set(used)].map((id) => [id, id])];
  }

  /**
   * Changes the draft. The fields are built again unless the change came from one of them.
   * @param {(draft: import("./draft.js").Draft) => import("./draft.js").Draft} change
   * @param {{ group?: string, quiet?: boolean, say?: string, focus?: string }} options `group`: changes in a row that are undone together;
   *   `quiet`: the fields show the change already; `focus`: the control that gets the focus
   */
  change(change, { group, quiet = group !== undefined, say = "", focus } = {}) {
    const changed = change(this.draft);
    if (changed === this.draft) return;
    if (this.history.change(changed, group)) this.#before = this.results;
    this.#changed({ quiet, say, focus });
  }

  changeStep(key, change, options) {
    this.change((draft) => changeStep(draft, key, change), options);
  }

  add(place) {
    this.adding = newStep(this, place);
    this.render("new.kind-call");
  }

  duplicate(key) {
    const { next } = this.draft;
    this.open = next;
    this.change((draft) => duplicate(draft, key), { say: `Step ${this.number(key)} was duplicated.`, focus: `${next}.step` });
  }

  move(key, by) {
    this.change((draft) => move(draft, key, by), { say: `The step is number ${this.number(key) + by} now.` });
  }

  remove(key) {
    const number = this.number(key);
    const near = this.draft.steps[number] ?? this.draft.steps[number - 2];
    this.change((draft) => remove(draft, key), { say: `Step ${number} was removed.`, focus: near ? `${near.key}.step` : "add" });
  }

  goTo(key) {
    this.open = key;
    this.render(`${key}.step`);
    this.steps.element(key).scrollIntoView({ block: "start" });
  }

  travel(direction) {
    this.texts.clear();
    this.#before = this.results;
    this.history[direction]();
    this.#changed({ say: direction === "undo" ? "The last change is undone." : "The change is repeated." });
  }

  /** Gives up all changes. */
  discard() {
    this.texts.clear();
    this.adding = undefined;
    this.history = new History(begin(this.data.session));
    this.#before = this.results;
    this.notice.replaceChildren();
    this.#changed({ say: "The changes were discarded." });
  }

  say(text) {
    this.said.textContent = text;
  }

  /** Keeps the draft a moment later. */
  keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keepNow(), 300);
    this.renewBar();
  }

  keepNow() {
    clearTimeout(this.#timer);
    if (this.#isGone) return;
    if (!this.isChanged) return forget(this.data.id);
    const placed = ([at, text]) => [at.replace(/^\d+/, (key) => this.number(Number(key))), text];
    keep(this.data.id, { base: this.base, session: sessionOf(this.draft), texts: [...this.texts].map(placed), adding: this.adding });
  }

  /** The page takes the session over, so the draft is no longer needed. */
  use(point) {
    this.#isGone = true;
    forget(this.data.id);
    ask("open", { session: JSON.stringify(sessionOf(this.draft)), lesson: "no", point });
  }

  /** The dialog closes. */
  close() {
    this.keepNow();
    this.replay.stop();
  }

  #openKept() {
    const found = kept(this.data.id);
    this.notice = make("div", {});
    if (!found) return;
    this.history.change(begin(found.session));
    this.texts = new Map(found.texts);
    this.adding = found.adding;
    this.notice.append(
      make(
        "p",
        { class: "notice quiet" },
        found.base === this.base
          ? "These are your changes from before. The session of the page does not have them yet."
          : "This is your draft from before. The session of the page has changed since then. Undo shows it as it is now.",
      ),
    );
  }

  #changed({ quiet = false, say, focus }) {
    if (this.open !== undefined && !this.number(this.open)) this.open = undefined;
    if (quiet) this.refresh(this.open ?? 0);
    else this.render(focus);
    this.say(say);
    this.replay.soon(this.draft);
    this.keepSoon();
  }

  #played({ results, failure }) {
    this.differences = this.#before ? differences(this.#before, results) : new Map();
    Object.assign(this, { results, failure });
    this.#before ??= results;
    this.refresh();
    const changed = this.differences.size;
    this.playedText.textContent = changed ? (changed === 1 ? "1 answer changed." : `${changed} answers changed.`) : "";
  }

  #showState(state) {
    this.running.hidden = state !== "running";
    if (state === "running") this.playedText.textContent = "";
    if (state === "canceled") this.playedText.textContent = "The replay was canceled. The next change starts it again.";
  }

  #build() {
    this.fields = make("div", {});
    this.steps = new StepList(this);
    this.count = make("summary", {});
    this.found = make("div", {});
    this.toLookAt = make("details", { open: matchMedia("(min-width: 40rem)").matches }, this.count, this.found);
    this.said = make("span", {});
    this.playedText = make("span", {});
    this.running = make("span", { hidden: true }, "Replaying the steps … ", button("Cancel", () => this.replay.cancel(), "small"));
    this.undo = this.#command("undo", "Undo", () => this.travel("undo"));
    this.redo = this.#command("redo", "Redo", () => this.travel("redo"));
    this.addButton = this.#command("add", "Add step", () => this.add(this.draft.steps.length));
    const link = this.#command("refer", "Refer to earlier answers", () => this.#refer());
    this.handing = handing(this);
    this.root.replaceChildren(
      this.notice,
      this.fields,
      make(
        "section",
        { "aria-label": "Steps", class: "stacked" },
        make("h3", {}, "Steps"),
        this.steps.pages,
        this.steps.list,
        make("div", { class: "actions" }, this.addButton, link),
        make("p", { class: "hint" }, "With references, ARNs and tokens stay right when a step is inserted before them."),
      ),
      this.handing.element,
      make("div", { class: "editor-bar" }, this.toLookAt, make("p", { class: "hint", role: "status" }, this.said, " ", this.playedText, " "), this.running, make("div", { class: "actions" }, this.undo, this.redo, this.handing.use)),
    );
    this.render();
  }

  #command(at, label, act) {
    const made = button(label, act);
    made.dataset.at = at;
    return made;
  }

  #refer() {
    const { draft, count } = withReferences(this.draft, this.results);
    if (count === 0) return this.say("No request has an ARN or token of an earlier answer.");
    this.change(() => draft, { say: count === 1 ? "1 value became a reference." : `${count} values became references.` });
  }

  /** Builds the fields and the steps again. */
  render(focus) {
    const build = () => {
      this.fields.replaceChildren(head(this));
      this.steps.build();
    };
    keepingFocus(this.root, build, () => this.steps.element(this.open)?.querySelector("summary") ?? this.addButton);
    this.refresh();
    if (focus) this.root.querySelector(`[data-at="${CSS.escape(focus)}"]`)?.focus();
  }

  /** Shows what is known now, about all steps or about the one that is edited. */
  refresh(key) {
    this.steps.refresh(key);
    this.renewBar();
    const list = findings(this);
    const show = () => {
      this.found.replaceChildren(make("ul", { class: "to-look-at", "aria-label": "To look at" }, ...list));
      this.toLookAt.hidden = list.length === 0;
    };
    this.count.textContent = `To look at: ${list.length}`;
    keepingFocus(this.found, show, () => (list.length > 0 ? this.count : this.undo));
  }

  renewBar() {
    this.undo.disabled = !this.history.canUndo;
    this.redo.disabled = !this.history.canRedo;
    this.handing.renew();
  }
}
