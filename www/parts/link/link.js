// Links: a session or a request in the fragment of the page's address, compressed by the browser. `1.` is the version of the format.
// Links of every version must open for ever.

const VERSION = "1.";
/** The largest text that a link may inflate to, in bytes. */
const LARGEST = 1024 * 1024;

/** The name of a pane or a tab, in lower case. The page knows which ones there are, and passes over the others. */
const NAME = /^[a-z][a-z-]{0,30}$/;

/**
 * The fragment of a link. Equal values give equal links.
 * @param {"session" | "request"} kind
 * @param {object} value the session, or the call
 * @param {{ step?: number, pane?: string | null, tab?: string | null }} view what the page shows, without what it shows anyway: the selected
 *   step, the pane and its tab
 */
export async function encode(kind, value, { step, pane, tab } = {}) {
  const fragment = new URLSearchParams(Object.entries({ step, pane, tab }).filter(([, member]) => member !== undefined && member !== null));
  const packed = await packedText(JSON.stringify(value));
  const rest = String(fragment);
  return `#${rest && `${rest}&`}${kind}=${VERSION}${packed}`;
}

/**
 * What a fragment asks for, as a message to the page. Throws an error with a sentence if it is damaged.
 * @param {string} fragment with `#`
 * @returns {Promise<{ do: string } & Record<string, unknown> | undefined>} nothing if the fragment is no link
 */
export async function decode(fragment) {
  const members = new Map(fragment.replace(/^#/, "").split("&").map((part) => [part.split("=", 1)[0], part.slice(part.indexOf("=") + 1)]));
  const asked = await whatFor(members);
  return asked && { ...asked, ...view(members) };
}

async function whatFor(members) {
  if (members.has("session")) {
    const text = await unpacked(members.get("session"));
    checkSession(text);
    const point = Number(members.get("step"));
    return { do: "open", session: text, ...(Number.isSafeInteger(point) && members.has("step") ? { point } : {}) };
  }
  if (members.has("request")) {
    const text = await unpacked(members.get("request"));
    if (typeof object(text).operation !== "string") throw new Error(FOREIGN);
    return { do: "steps", draft: text };
  }
  if (members.has("example")) return { do: "example", name: plain(members.get("example")) };
  if (members.has("lesson")) return { do: "lesson", name: plain(members.get("lesson")) };
  if (members.has("operation")) return { do: "operation", name: plain(members.get("operation")) };
  return undefined;
}

/** The pane and its tab, if the link has them. */
function view(members) {
  return Object.fromEntries(["pane", "tab"].filter((name) => NAME.test(members.get(name) ?? "")).map((name) => [name, members.get(name)]));
}

/** The page reads the session itself, and says what is wrong with it. Here is checked whether it can be one. */
function checkSession(text) {
  const { format } = object(text);
  const [, version] = (typeof format === "string" && /^grant-playground\/(\d+)$/.exec(format)) || [];
  if (version === undefined) throw new Error(FOREIGN);
  if (version !== "1") throw new Error(NEWER);
}

/** The JSON object in a text. */
function object(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(DAMAGED);
  }
  if (value === null || typeof value !== "object") throw new Error(FOREIGN);
  return value;
}

async function packedText(text) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

async function unpacked(value) {
  if (!value.startsWith(VERSION)) {
    throw new Error(/^\d+\./.test(value) ? NEWER : DAMAGED);
  }
  let bytes;
  try {
    const binary = atob(value.slice(VERSION.length).replaceAll("-", "+").replaceAll("_", "/"));
    bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    throw new Error(DAMAGED);
  }
  const inflated = await through(new DecompressionStream("deflate-raw"), bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(inflated);
  } catch {
    throw new Error(DAMAGED);
  }
}

/** The text of a part of the address. */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(DAMAGED);
  }
}

const DAMAGED = "The link is damaged, for example cut off. Ask for it again, or for the session as a file.";
const NEWER = "The link was made by a newer version of this page. Reload the page, and open the link again.";
const FOREIGN = "The link holds neither a session nor a request of this page, so nothing was opened.";
const TOO_LARGE = "The link holds more than 1 MB, so it was not opened. Ask for the session as a file, and open it in Paste.";

/** The bytes that come out of a stream, up to the largest size. */
async function through(stream, bytes) {
  const writer = stream.writable.getWriter();
  // A failure shows at the reader too.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const chunks = [];
  let size = 0;
  const reader = stream.readable.getReader();
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw new Error(DAMAGED);
    });
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      reader.cancel().catch(() => {});
      throw new Error(TOO_LARGE);
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  chunks.reduce((place, chunk) => (all.set(chunk, place), place + chunk.length), 0);
  return all;
}
