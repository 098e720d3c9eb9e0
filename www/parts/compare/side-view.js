// The form for one side of a comparison: which session, up to which step, and what is changed of its world.
import { button, labelled, make } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { EDITIONS, settingChoice } from "./choice.js";
import { titleOf } from "./title.js";

/**
 * @typedef {{ source: string, text: string, step?: number, vintage: string, seed: string, settings: Record<string, unknown> }} Choice
 *   `step`: how many steps the session has there; without it, all of them
 */

/** What is changed of the world, as `run.js` takes it. @param {Choice} choice */
export const changedWorld = ({ vintage, seed, settings }) => ({
  ...(vintage && { vintage }),
  ...(seed !== "" && { seed: Number(seed) }),
  ...(Object.keys(settings).length > 0 && { settings }),
});

/** The side in words, for the report. @param {Choice} choice */
export function sideTitle({ source, step, ...choice }, session) {
  const { vintage, seed, settings = {} } = changedWorld(choice);
  const end = step ?? session.steps.length;
  return [
    source === "open" ? "this session" : session.title || (source === "pasted" ? "the pasted session" : "a stored session"),
    end === 0 ? "before its first step" : `up to step ${end}`,
    vintage && `edition ${vintage}`,
    seed !== undefined && `seed ${seed}`,
    ...Object.entries(settings).map(([name, value]) => `${name} ${value}`),
  ].filter(Boolean).join(", ");
}

export class SideView {
  /**
   * @param {string} name `Left` or `Right`
   * @param {Choice} choice
   * @param {import("./sources.js").Sources} sources
   * @param {() => void} changed compares again
   */
  constructor(name, choice, sources, changed) {
    Object.assign(this, { name, choice, sources, changed });
    this.inside = make("div", { class: "stacked" });
    this.element = make("fieldset", {}, make("legend", {}, name), this.inside);
  }

  /** Reads the session and shows the form. Throws an error with a sentence if the text is not a session. */
  async load() {
    const { source, text } = this.choice;
    this.session = undefined;
    try {
      this.session = await this.sources.session(source, text);
      if (this.choice.step > this.session.steps.length) this.choice.step = undefined;
      this.problem = "";
    } catch (error) {
      this.problem = error.message;
    }
    this.show();
  }

  /** The side as `run.js` takes it. */
  side() {
    const { step = this.session.steps.length } = this.choice;
    return { session: { ...this.session, steps: this.session.steps.slice(0, step) }, world: changedWorld(this.choice) };
  }

  show() {
    // The control that was used is made anew, so it gets the focus back.
    const label = this.inside.contains(document.activeElement) && document.activeElement.closest("label")?.innerText;
    const wasOpen = this.inside.querySelector("details")?.open;
    this.inside.replaceChildren(
      labelled("Session", this.sourceChoice()),
      ...(this.choice.source === "pasted" ? this.pasteFields() : []),
      ...(this.problem ? [make("p", { class: "violation", role: "alert" }, ...prose(this.problem))] : []),
      ...(this.session ? [labelled("Up to", this.stepChoice()), this.worldFields(wasOpen)] : []),
    );
    if (label) [...this.inside.querySelectorAll("label")].find(({ innerText }) => innerText === label)?.control?.focus();
  }

  async set(members, reload = false) {
    Object.assign(this.choice, members);
    if (reload) await this.load();
    else this.show();
    this.changed();
  }

  sourceChoice() {
    const { source } = this.choice;
    const option = (id, label) => make("option", { value: id, selected: id === source }, label);
    const groups = Map.groupBy(this.sources.stored, ({ group }) => group);
    const select = make(
      "select",
      { onchange: () => this.set({ source: select.value, step: undefined }, true) },
      option("open", "This session"),
      ...[...groups].map(([label, list]) => make("optgroup", { label }, ...list.map(({ id, label }) => option(id, label)))),
      option("pasted", "A pasted session, link or file"),
    );
    return select;
  }

  pasteFields() {
    const read = (text) => this.set({ text, step: undefined }, true);
    const area = make("textarea", { rows: 3, class: "code", spellcheck: "false", onchange: () => read(area.value) });
    area.value = this.choice.text;
    const file = make("input", { type: "file", accept: ".json,application/json", onchange: async () => file.files[0] && read(await file.files[0].text()) });
    return [labelled("Session as JSON, or a link", area), labelled("Or a file", file)];
  }

  stepChoice() {
    const { steps } = this.session;
    const end = this.choice.step ?? steps.length;
    const option = (count, label) => make("option", { value: count, selected: count === end }, label);
    const select = make(
      "select",
      { onchange: () => this.set({ step: Number(select.value) }) },
      option(0, "Before the first step"),
      ...steps.map((step, place) => option(place + 1, `Step ${place + 1}: ${titleOf(step)}`)),
    );
    return select;
  }

  worldFields(wasOpen) {
    const { vintage, seed, settings } = this.choice;
    const { world = {} } = this.session;
    const count = Object.keys(changedWorld(this.choice)).length;
    const edition = make(
      "select",
      { onchange: () => this.set({ vintage: edition.value }) },
      make("option", { value: "" }, `As in the session (${world.vintage ?? "2023"})`),
      ...EDITIONS.map((name) => make("option", { value: name, selected: name === vintage }, name)),
    );
    const number = make("input", { type: "number", min: 0, max: Number.MAX_SAFE_INTEGER, step: 1, placeholder: `As in the session (${world.seed ?? 1})`, onchange: () => number.reportValidity() && this.set({ seed: number.value }) });
    number.value = seed;
    return make(
      "details",
      { open: wasOpen ?? count > 0 },
      make("summary", {}, "Another edition, seed or settings"),
      make(
        "div", { class: "stacked" },
        labelled("Edition", edition),
        labelled("Seed", number),
        ...settingChoice(settings, world.settings, (settings) => this.set({ settings })).filter(Boolean),
        count > 0 && button("As in the session", () => this.set({ vintage: "", seed: "", settings: {} }), "small"),
      ),
    );
  }
}
