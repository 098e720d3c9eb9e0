// The element <compare-panel>: two points, sessions, editions or settings side by side.
import css from "./compare/compare.css";
import { report } from "./compare/report.js";
import { openButton, stepList, worldList } from "./compare/result-view.js";
import { compare } from "./compare/run.js";
import { SideView, sideTitle } from "./compare/side-view.js";
import { Sources } from "./compare/sources.js";
import { summary } from "./compare/summary.js";
import { Panel, ask, button, make } from "./panel/panel.js";
import { prose } from "./panel/prose.js";
import { addStyle } from "./panel/style.js";

addStyle(css);

class ComparePanel extends Panel {
  async build() {
    const { session, point } = this.data;
    const end = session.steps.length;
    const choice = (step) => ({ source: "open", text: "", step, vintage: "", seed: "", settings: {} });
    const right = point === 0 ? end : point;
    this.sources = new Sources(this.data);
    this.sides = [["Left", choice(Math.max(right - 1, 0))], ["Right", choice(right)]].map(([name, choice]) => new SideView(name, choice, this.sources, () => this.run()));
    this.only = checkbox("Only differences", true, () => this.show());
    this.exact = checkbox("IDs and times too", false, () => this.run());
    this.status = make("p", { role: "status" });
    this.cancel = button("Cancel", () => this.running?.abort(), "small");
    this.copy = button("Copy as Markdown", () => ask("copy", { what: "the comparison", text: report(this.result) }));
    this.found = make("div", { class: "stacked" });
    this.append(
      make("p", { class: "hint" }, "Both sides run on copies. Your session does not change."),
      make("div", { class: "pair" }, ...this.sides.map(({ element }) => element)),
      make("div", { class: "actions" }, this.only.label, this.exact.label, button("Swap sides", () => this.swap(), "small"), this.copy),
      make("div", { class: "actions" }, this.status, this.cancel),
      this.found,
    );
    this.copy.disabled = this.cancel.hidden = true;
    await this.sources.read();
    await Promise.all(this.sides.map((side) => side.load()));
    await this.run();
  }

  disconnectedCallback() {
    this.running?.abort();
  }

  async swap() {
    const [left, right] = this.sides;
    [left.choice, right.choice] = [right.choice, left.choice];
    await Promise.all(this.sides.map((side) => side.load()));
    await this.run();
  }

  async run() {
    this.running?.abort();
    this.result = undefined;
    this.show();
    if (this.sides.some(({ session }) => !session)) return this.tell("Choose two sessions to compare.");
    const running = new AbortController();
    this.running = running;
    this.cancel.hidden = false;
    this.tell("Running both sides …");
    try {
      const titles = this.sides.map(({ choice, session }) => sideTitle(choice, session));
      const result = await compare(this.sides.map((side) => side.side()), { exact: this.exact.box.checked, signal: running.signal });
      if (running.signal.aborted) return;
      this.result = { ...result, titles };
      this.tell(summary(result.rows, result.groups));
      this.show();
    } catch (error) {
      if (this.running === running) this.tell(error.name === "AbortError" ? "Cancelled. Change something to compare again." : `A side cannot run: ${error.message}`);
    } finally {
      if (this.running === running) this.cancel.hidden = true;
    }
  }

  tell(sentence) {
    this.status.replaceChildren(...prose(sentence));
  }

  show() {
    this.copy.disabled = !this.result;
    if (!this.result) return this.found.replaceChildren();
    const { rows, groups } = this.result;
    const only = this.only.box.checked;
    const shown = rows.filter(({ differs }) => differs || !only);
    const world = worldList(groups, only);
    const empty = (noun) => make("p", { class: "empty" }, `No ${noun} differs.`);
    this.found.replaceChildren(
      make("h3", {}, "Steps"),
      shown.length ? stepList(shown, (side, number) => openButton(side, number, () => this.open(side, number))) : empty("step"),
      make("h3", {}, "World"),
      ...(world.length ? world : [empty("resource or setting")]),
    );
  }

  /** Opens a step in the page: of the open session where it is, otherwise of the compared session. */
  open(side, number) {
    const place = side === "left" ? 0 : 1;
    const { source, vintage, seed, settings } = this.sides[place].choice;
    const isChanged = vintage || seed || Object.keys(settings).length > 0;
    if (source !== "open" || isChanged) return ask("open", { session: JSON.stringify(this.result.played[place]), point: number });
    ask("step", { step: String(number) });
    this.closest("dialog").close();
  }
}

function checkbox(text, checked, onchange) {
  const box = make("input", { type: "checkbox", checked, onchange });
  return { box, label: make("label", { class: "check" }, box, make("span", {}, text)) };
}

customElements.define("compare-panel", ComparePanel);
