// The element <session-list>: the sessions that the browser stores, to open, rename, copy, download and delete.
import { Panel, ask, button, labelled, make, prose } from "./panel/panel.js";
import { Shelf } from "./sessions/shelf.js";

class SessionList extends Panel {
  async build() {
    this.search = make("input", { type: "search", oninput: () => this.list() });
    this.rows = make("ul", { class: "sessions" });
    this.status = make("p", { role: "status", class: "hint" }, "Reading the stored sessions …");
    this.append(labelled("Search sessions", this.search), this.status, this.rows);
    try {
      this.shelf = await Shelf.open();
      await this.refresh();
    } catch {
      this.status.textContent = "This browser does not let the page store sessions. Export the session to keep it.";
    }
  }

  async refresh(message = "") {
    this.sessions = await this.shelf.sessions(this.data.id);
    this.list(message);
  }

  list(message = "") {
    const wanted = this.search.value.trim().toLowerCase();
    const found = this.sessions.filter(({ title }) => title.toLowerCase().includes(wanted));
    this.status.replaceChildren(...(message ? [message] : [found.length ? `${found.length} of ${this.sessions.length} sessions` : "No session has this in its title."]));
    this.rows.replaceChildren(...found.map((session) => this.row(session)));
  }

  row(session) {
    const { id, title, steps, changed, isOpen } = session;
    const name = make("input", { type: "text", "aria-label": `Title of ${title}`, onchange: () => this.rename(session, name.value) });
    name.value = title;
    const about = [isOpen && "open now", `${steps} ${steps === 1 ? "step" : "steps"}`, changed && `changed ${new Date(changed).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`];
    const named = (label, act) => {
      const made = button(label, act, "small");
      made.setAttribute("aria-label", `${label} ${title}`);
      return made;
    };
    return make(
      "li", { class: "card" },
      name,
      make("p", { class: "hint" }, about.filter(Boolean).join(" · ")),
      make(
        "div", { class: "actions" },
        !isOpen && named("Open", () => ask("open-stored", { id })),
        named("Duplicate", () => this.change(() => this.shelf.duplicate(id, `${title} (copy)`), `“${title}” was duplicated.`)),
        named("Download", () => this.download(session)),
        !isOpen && named("Delete", () => this.remove(session)),
      ),
    );
  }

  async change(act, message) {
    try {
      await act();
      await this.refresh(message);
    } catch (error) {
      this.status.replaceChildren(...prose(`The browser could not store this: ${error.message}`));
    }
  }

  rename({ id, isOpen }, title) {
    // The page writes the open session's record again with its own title.
    if (isOpen) ask("title", { title });
    return this.change(() => this.shelf.rename(id, title), "The title was changed.");
  }

  async download({ id, title }) {
    const text = await this.shelf.text(id);
    ask("download", { name: `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60) || "session"}.json`, text });
  }

  async remove({ id, title }) {
    const records = await this.shelf.remove(id);
    await this.refresh();
    const undo = button("Undo", () => this.change(() => this.shelf.restore(records), `“${title}” is back.`), "small");
    this.status.replaceChildren(`“${title}” was deleted. `, undo);
    undo.focus();
  }
}

customElements.define("session-list", SessionList);
