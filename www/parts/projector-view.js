// The element <projector-view>: the session in large type, one step a screen, with keys. It fills its dialog, and the whole screen if wanted.
import { Panel, ask, button, make } from "./panel/panel.js";
import { addStyle } from "./panel/style.js";
import css from "./present/projector.css";
import { screen } from "./present/screen.js";
import { Screens, keyOf } from "./present/screens.js";

addStyle(css);

class ProjectorView extends Panel {
  build() {
    this.screens = new Screens(this.data);
    this.stage = make("div", { class: "stage", tabindex: 0, role: "region", "aria-label": "Screen" });
    this.back = button("Previous", () => this.previous());
    this.forward = button("Next", () => this.next(), "primary");
    this.where = make("progress", { max: this.screens.end || 1, "aria-label": "Steps" });
    this.whole = button("Full screen (F)", () => this.full());
    this.whole.hidden = !document.fullscreenEnabled;
    this.append(this.stage, make("div", { class: "controls" }, this.back, this.forward, this.where, this.whole, button("Print…", () => this.print())));
    this.onFullscreen = () => (this.whole.textContent = document.fullscreenElement ? "Leave full screen (F)" : "Full screen (F)");
    document.addEventListener("fullscreenchange", this.onFullscreen);
    this.addEventListener("keydown", (event) => this.press(event));
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener("fullscreenchange", this.onFullscreen);
  }

  press(event) {
    const what = keyOf(event);
    // Space presses the button that has the focus, and opens a summary.
    if (!what || (event.key === " " && event.target.closest("button, summary"))) return;
    event.preventDefault();
    this[what]();
  }

  show() {
    const { screens } = this;
    const acts = { reveal: () => this.reveal(), hint: () => this.hint(), goTo: (place) => this.goTo(place) };
    this.stage.replaceChildren(...screen(screens, acts).filter(Boolean));
    this.stage.scrollTop = 0;
    this.where.value = screens.place;
    this.back.disabled = screens.place === 0;
    this.forward.disabled = screens.place === screens.end && !screens.asking;
    // A screen reader reads the heading of the new screen, and the keys work at once.
    this.stage.querySelector("h3").focus({ preventScroll: true });
  }

  next() {
    if (this.screens.asking) this.reveal();
    else this.goTo(this.screens.place + 1);
  }

  previous() {
    this.goTo(this.screens.place - 1);
  }

  first() {
    this.goTo(0);
  }

  last() {
    this.goTo(this.screens.end);
  }

  goTo(place) {
    if (this.screens.goTo(place)) this.show();
  }

  reveal() {
    if (!this.screens.reveal()) return;
    this.show();
    this.stage.querySelector(".outcome")?.scrollIntoView({ block: "nearest" });
  }

  hint() {
    if (this.screens.hint()) this.show();
  }

  print() {
    if (document.fullscreenElement) document.exitFullscreen();
    ask("show", { part: "print-view" });
  }

  /** Fills the screen, or leaves it. A browser may refuse. */
  full() {
    (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen()).catch(() => {});
  }
}

customElements.define("projector-view", ProjectorView);
