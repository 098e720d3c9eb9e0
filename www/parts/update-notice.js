// Offers a new version of the page. It is loaded when a new version waits. Nothing is lost: the session is stored after each step.
import { button, make } from "./panel/panel.js";

/** Shows the notice, unless it is there. */
export default function offer(registration) {
  if (document.querySelector(".update")) return;
  const notice = make("div", { class: "notice quiet update", role: "status" });
  document.body.append(notice);
  // A screen reader announces what is added to a status, not what a new status contains.
  setTimeout(() => {
    notice.append(
      make("p", {}, "A new version is available."),
      button("Update", () => update(registration)),
      button("Dismiss", () => notice.remove(), "quiet"),
    );
  }, 100);
}

/** Reloads the page with the new version. */
function update({ waiting }) {
  // Another tab has activated it.
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage("activate");
}
