// The worker that reads a pasted text, so that the page stays usable however long it takes. Where there are no workers, the page imports
// this file and reads the text itself.
import understand from "./paste.js";

export default understand;

// In the page, and in Node, nothing sends a text.
if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", ({ data }) => postMessage({ understood: understand(data) }));
  postMessage({ isReady: true });
}
