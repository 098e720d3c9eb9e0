// The element <explore-panel>: what is possible from the selected step on. Everything is tried on copies, in a worker.
import { findView } from "./explore/find.js";
import { passesView } from "./explore/passes.js";
import { reachView } from "./explore/reach.js";
import { isRefused } from "./explore/rows.js";
import { tabs } from "./explore/tabs.js";
import { vectorsView } from "./explore/vectors.js";
import css from "./explore/explore.css";
import { Panel } from "./panel/panel.js";
import { addStyle } from "./panel/style.js";
import { exploring } from "./simulator/client.js";

/**
 * @typedef {object} Context what each view needs
 * @property {object} data what the page told the panel
 * @property {(question: object, options: object) => Promise<object>} explore asks about the state at the selected step
 * @property {(options: object) => Promise<object>} passes what passes from here; asked once
 * @property {AbortSignal} closed the dialog was closed
 */

addStyle(css);

const VIEWS = [
  ["find", "Find what passes", findView],
  ["passes", "What passes from here", passesView],
  ["reachable", "Reachable states", reachView],
  ["vectors", "Test vectors", vectorsView],
];

class ExplorePanel extends Panel {
  build() {
    this.closed = new AbortController();
    const { data } = this;
    const explore = (question, options) => exploring(data.session, data.point, question, options);
    let passes;
    const context = { data, explore, closed: this.closed.signal, passes: async (options) => (passes ??= await explore({ passes: {} }, options)) };
    const views = VIEWS.map(([id, title, view]) => ({ id, title, build: (panel) => panel.append(...view(context)) }));
    this.append(...tabs("Explore", views, first(data)));
  }

  renew() {
    this.disconnectedCallback();
    this.replaceChildren();
    this.build();
  }

  disconnectedCallback() {
    this.closed?.abort();
  }
}

/** The view that is shown first: the one that was asked for, or the one for a refused request. */
function first({ text, answers }) {
  if (text.startsWith("arn:")) return "reachable";
  const [, , , status] = answers[0] ?? [];
  return text === "find" || isRefused(status) ? "find" : "passes";
}

customElements.define("explore-panel", ExplorePanel);
