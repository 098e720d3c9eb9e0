// The element <session-list>: the sessions that the browser stores, to open, rename, copy, download and delete.
import { fileName } from "./panel/file-name.js";
import { Panel, ask, button, labelled, make } from "./panel/panel.js";
import { prose } from "./panel/prose.js";
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
      this.status.textContent = "This browser does not let the page store sessions. Download the session with Share to keep it.";
    }
  }

  async refresh(message = "") {
    this.sessions = await this.shelf.sessions(this.data.id);
    this.list(message);
  }

  list(message = "") {
    const wanted = this.search.value.trim().toLowerCase();
    const found = this.sessions.filter(({ title }) => title.toLowerCase().includes(wanted));
    this.status.textContent = message || this.counted(found.length);
    this.rows.replaceChildren(...found.map((session) => this.row(session)));
  }

  counted(found) {
    const all = this.sessions.length;
    if (all === 0) return "No sessions are stored yet. Send a request to start one.";
    return found ? `${found} of ${all} sessions` : "No session has this in its title.";
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
    // The page has the title of the open session too. It writes the record again if the browser could not store it.
    if (isOpen) ask("title", { title });
    return this.change(() => this.shelf.rename(id, title), "The title was changed.");
  }

  async download({ id, title }) {
    const text = await this.shelf.text(id);
    ask("download", { name: fileName(title, "json"), text });
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
