// The element <share-panel>: the session as a link, a file or an embed, or the request as a link.
import { encode } from "./link/link.js";
import { light } from "./link/light.js";
import { fileName } from "./panel/file-name.js";
import { linkSize } from "./panel/link-size.js";
import { Panel, ask, button, labelled, make } from "./panel/panel.js";

class SharePanel extends Panel {
  build() {
    this.kind = "session";
    const choice = (kind, label) =>
      make("label", { class: "check" }, make("input", { type: "radio", name: "share", checked: kind === this.kind, onchange: () => this.choose(kind) }), make("span", {}, label));
    this.withAnswers = make("input", { type: "checkbox", checked: true, onchange: () => this.renew() });
    this.answers = make("label", { class: "check" }, this.withAnswers, make("span", {}, "With the answers to the lesson, for the teacher"));
    this.link = make("input", { type: "text", class: "code", readonly: true, onfocus: () => this.link.select() });
    this.size = make("p", { class: "hint", role: "status" });
    this.file = make(
      "fieldset",
      {},
      make("legend", {}, "File"),
      make("div", { class: "actions" }, button("Download file", () => ask("download", { name: fileName(this.data.session.title, "json"), text: this.text() })), button("Copy as JSON", () => ask("copy", { what: "the session", text: this.text() })), button("Print…", () => ask("show", { part: "print-view" }))),
    );
    this.embed = make("embed-snippet");
    this.links = [labelled("Link", this.link), this.size, make("div", { class: "actions" }, button("Copy link", () => ask("copy", { what: "the link", text: this.link.value }), "primary"))];
    this.append(
      make("p", { class: "hint" }, "The link itself contains the session or the request. No server stores it. Whoever opens it gets a copy beside their own sessions."),
      make("fieldset", {}, make("legend", {}, "Share"), choice("session", "A link to the session, at the selected step"), choice("request", "A link to the request only, without the session"), choice("embed", "An embed, for another page")),
      this.answers,
      ...this.links,
      this.file,
    );
    this.renew();
  }

  choose(kind) {
    this.kind = kind;
    this.renew();
  }

  /** The session as it is handed on: without a student's answers unless they are wanted. */
  session() {
    const { student, answers, ...session } = this.data.session;
    return light(answers && this.withAnswers.checked ? this.data.session : session);
  }

  /** What the element of the embed is told. Nobody embeds a student's answers. */
  told() {
    const { student, answers, ...session } = this.data.session;
    return JSON.stringify({ ...this.data, session });
  }

  text() {
    return `${JSON.stringify(this.session(), null, 2)}\n`;
  }

  async renew() {
    const { session, point, draft, pane, tab } = this.data;
    this.answers.hidden = !session.answers || this.kind !== "session";
    this.file.hidden = this.kind !== "session";
    for (const element of this.links) element.hidden = this.kind === "embed";
    this.embed.hidden = this.kind !== "embed";
    if (this.kind === "embed") {
      this.embed.setAttribute("data", this.told());
      if (!this.embed.isConnected) this.append(this.embed);
      return;
    }
    const step = point < session.steps.length && !session.answers ? point : undefined;
    const fragment = await (this.kind === "session" ? encode("session", this.session(), { step, pane, tab }) : encode("request", draft));
    this.link.value = location.href.replace(/#.*$/, "") + fragment;
    this.size.textContent = linkSize(this.link.value);
  }
}

customElements.define("share-panel", SharePanel);
