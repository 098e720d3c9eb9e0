// Opens what the fragment of the page's address names: a session, a request, an example, a lesson or an operation.
import { decode } from "./link/link.js";
import { ask } from "./panel/panel.js";

/** Opens a fragment, once the page is there. The address loses it, so that a reload shows one's own work. */
export default async function open(fragment) {
  while (document.querySelector("#app > .skeleton")) await new Promise(requestAnimationFrame);
  try {
    const { do: what, ...members } = (await decode(fragment)) ?? {};
    if (what) ask(what, members);
  } catch (error) {
    ask("tell", { text: error.message });
  }
  history.replaceState(null, "", location.pathname + location.search);
}
