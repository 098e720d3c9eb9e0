// The element <share-panel>: makes links to the session or to the request.
import { encode } from "./link/link.js";
import { light } from "./link/light.js";
import { Panel, ask, button, labelled, make } from "./panel/panel.js";

/** Some chats and mail programs cut off longer addresses. */
const LONG = 8000;

class SharePanel extends Panel {
  build() {
    this.kind = "session";
    const choice = (kind, label) =>
      make("label", { class: "check" }, make("input", { type: "radio", name: "share", checked: kind === this.kind, onchange: () => this.choose(kind) }), make("span", {}, label));
    this.link = make("input", { type: "text", class: "code", readonly: true, onfocus: () => this.link.select() });
    this.size = make("p", { class: "hint", role: "status" });
    this.append(
      make("p", { class: "hint" }, "The link itself contains the session or the request. No server stores it. Whoever opens it gets a copy beside their own sessions."),
      make("fieldset", {}, make("legend", {}, "Link to"), choice("session", "The session, at the selected step"), choice("request", "The request only, without the session")),
      labelled("Link", this.link),
      this.size,
      make("div", { class: "actions" }, button("Copy link", () => ask("copy", { what: "the link", text: this.link.value }), "primary")),
    );
    this.renew();
  }

  choose(kind) {
    this.kind = kind;
    this.renew();
  }

  async renew() {
    const { session, point, draft } = this.data;
    const fragment = await (this.kind === "session"
      ? encode("session", light(session), point < session.steps.length ? { step: point } : {})
      : encode("request", draft));
    this.link.value = location.href.replace(/#.*$/, "") + fragment;
    const length = this.link.value.length;
    this.size.textContent = `${length.toLocaleString("en")} characters.${length > LONG ? " Some programs cut off a link of this length. The file from Export is safer." : ""}`;
  }
}

customElements.define("share-panel", SharePanel);
