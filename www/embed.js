// <grant-playground src="…">: a session of Grant Playground in another page. Its content is the static text for readers without scripts, and
// stays until the visitor, or `wake`, asks for more. Then a frame shows the session. README.md describes the attributes.
{
  /** The folder of the site that this script belongs to. */
  const SITE = new URL("./", document.currentScript.src).href;
  /** The kind of every message between the frame and this script. */
  const TYPE = "grant-playground";
  /**
   * The frame runs the site's own scripts, and opens the whole page in a new tab. `allow-same-origin` is the origin of the site, not of this
   * page: without it the browser refuses the site's modules, because most static hosts allow no reading by an origin without a name. The
   * frame uses no storage.
   */
  const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

  /** How long a loaded frame may say nothing, in milliseconds. */
  const PATIENCE = 10_000;

  const STYLES = `
    :host { display: block; margin-block: 1em; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 6px; overflow: hidden; }
    :host([hidden]) { display: none; }
    .fallback { padding: 0 1em; overflow: auto; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 1em; padding: 0.5em 1em; }
    .bar p { margin: 0; }
    button { min-height: 2em; padding: 0.2em 0.9em; border: 1px solid; border-radius: 6px; background: none; color: inherit; font: inherit; cursor: pointer; }
    button:hover { text-decoration: underline; }
    button[aria-disabled] { opacity: 0.6; cursor: default; text-decoration: none; }
    :focus-visible { outline: 2px solid; outline-offset: 2px; }
    iframe { display: block; width: 100%; height: 0; border: 0; }
    .scheme { position: absolute; visibility: hidden; color: light-dark(#000, #fff); transition: color 1ms; }
    [hidden] { display: none; }
  `;

  class GrantPlayground extends HTMLElement {
    connectedCallback() {
      if (!this.shadowRoot) this.build();
      addEventListener("message", this);
      const wake = this.getAttribute("wake");
      if (this.frame || this.isWaking) return;
      if (wake === "load") this.wake();
      if (wake === "visible") {
        this.watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.wake());
        this.watcher.observe(this);
      }
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.watcher?.disconnect();
    }

    build() {
      const root = this.attachShadow({ mode: "open" });
      // Not a <style>: the page's own security policy may forbid it.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      root.adoptedStyleSheets = [sheet];
      this.fallback = make("div", { className: "fallback" }, make("slot"));
      this.button = make("button", { type: "button", onclick: () => this.wake(), textContent: "Run live" });
      this.button.part = "button";
      this.status = make("p");
      this.status.setAttribute("role", "status");
      this.bar = make("div", { className: "bar" }, this.button, this.status);
      this.scheme = make("span", { className: "scheme", ontransitionend: () => this.followTheme() });
      this.scheme.setAttribute("aria-hidden", "true");
      root.append(this.fallback, this.bar, this.scheme);
    }

    /** Makes the frame and shows it once it has the session. */
    async wake() {
      if (this.frame || this.isWaking) return;
      this.watcher?.disconnect();
      this.isWaking = true;
      // It keeps the focus, which goes on into the frame.
      this.button.setAttribute("aria-disabled", "true");
      this.say("The playground is loading.");
      try {
        const { fragment = "", session } = await this.source();
        this.session = session;
        this.load(fragment);
      } catch (error) {
        this.fail(error.message);
      }
      this.isWaking = false;
    }

    /** What `src` names: the fragment of a link, or a session as text. */
    async source() {
      const src = (this.getAttribute("src") ?? this.querySelector(`a[href^="${CSS.escape(SITE)}"]`)?.getAttribute("href") ?? "").trim();
      if (!src) throw new Error("This element names no session. Give it the attribute src: a link of the playground, a session file, or #id of a script with a session.");
      const fragment = src.includes("#") ? src.slice(src.indexOf("#")) : "";
      if (/[#&](session|request|example|lesson|operation)=/.test(fragment)) return { fragment };
      if (src.startsWith("#")) {
        if (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
        const element = document.getElementById(src.slice(1));
        if (!element) throw new Error(`This page has no element with the id “${src.slice(1)}”.`);
        return { session: checked(element.textContent, `The content of ${src}`) };
      }
      const response = await fetch(src).catch(() => {
        throw new Error(`The session ${src} could not be loaded. Check that the address is right, and that its server allows this page to read it.`);
      });
      if (!response.ok) throw new Error(`The session ${src} could not be loaded: its server answered with status ${response.status}.`);
      return { session: checked(await response.text(), `The file ${src}`) };
    }

    load(fragment) {
      const address = new URL(SITE);
      address.searchParams.set("embed", this.getAttribute("view") ?? "all");
      const step = this.getAttribute("step");
      if (step) address.searchParams.set("step", step);
      if (this.hasAttribute("live")) address.searchParams.set("live", "");
      address.searchParams.set("theme", this.theme());
      address.hash = fragment;
      const frame = make("iframe", { title: this.getAttribute("aria-label") ?? "Grant Playground", referrerPolicy: "no-referrer", allow: "clipboard-write" });
      // For a page of the same origin, a sandbox would keep nothing out.
      if (address.origin !== location.origin) frame.setAttribute("sandbox", SANDBOX);
      frame.src = address.href;
      // A page that is not the playground says nothing.
      frame.onload = () => setTimeout(() => this.frame === frame && !this.isHeard && this.fail(`The playground at ${SITE} does not answer.`), PATIENCE);
      this.frame = frame;
      this.shadowRoot.append(frame);
    }

    /** The theme of the frame: this page's own one, unless `theme` names another. */
    theme() {
      const named = this.getAttribute("theme");
      if (named === "light" || named === "dark") return named;
      return getComputedStyle(this.scheme).color === "rgb(0, 0, 0)" ? "light" : "dark";
    }

    followTheme() {
      this.frame?.contentWindow.postMessage({ type: TYPE, theme: this.theme() }, SITE);
    }

    /** A message of the frame: its height, and whether it shows the session. */
    handleEvent({ source, data }) {
      if (!this.frame || source !== this.frame.contentWindow || data?.type !== TYPE) return;
      this.isHeard = true;
      const { height, state, problem } = data;
      if (state === "failed" && !this.isShown) return this.fail(String(problem));
      if (state === "waiting") {
        if (this.session === undefined) return;
        source.postMessage({ type: TYPE, session: this.session }, SITE);
        this.session = undefined;
      }
      if (state === "shown" && !this.isShown) this.show();
      if (this.isShown && Number.isFinite(height)) this.frame.style.height = `${Number(this.getAttribute("height")) || Math.min(height, 10_000)}px`;
    }

    show() {
      this.isShown = true;
      const hadFocus = this.shadowRoot.activeElement === this.button;
      this.fallback.hidden = this.bar.hidden = true;
      // The visitor pressed the button, which is gone.
      if (hadFocus) this.frame.focus();
    }

    fail(problem) {
      this.frame?.remove();
      [this.frame, this.isHeard] = [undefined, false];
      this.button.removeAttribute("aria-disabled");
      this.say(problem);
    }

    say(text) {
      this.status.textContent = text;
    }
  }

  /** The text, if it is JSON. Whether it is a session, the playground says. */
  function checked(text, what) {
    try {
      JSON.parse(text);
    } catch {
      throw new Error(`${what} is not JSON, so it is no session.`);
    }
    return text;
  }

  function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  if (!customElements.get("grant-playground")) customElements.define("grant-playground", GrantPlayground);
}
