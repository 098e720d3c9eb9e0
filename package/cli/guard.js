// Keeps web pages and other computers away from the endpoint. A page of a foreign site can send requests to 127.0.0.1, and can give
// 127.0.0.1 a host name of its own (DNS rebinding). Browsers state the site in `Origin` and `Sec-Fetch-Site`, and the name in `Host`.

/** The maximum length of a body, in bytes. It is above the services' own limits, so that they can refuse a long body themselves. */
export const MOST_BYTES = 1_048_576;

const HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** Why a request is refused, as `{ status, message }`, or `undefined`. */
export function refusal({ url, headers }) {
  const { host, origin } = headers;
  if (!HOST.test(host ?? "")) {
    return { status: 403, message: `The Host \`${host ?? ""}\` is refused. Send requests to 127.0.0.1 or localhost.` };
  }
  if (origin !== undefined && !ORIGIN.test(origin)) {
    return { status: 403, message: `The Origin \`${origin}\` is refused. Only pages of 127.0.0.1 and localhost can send requests.` };
  }
  if (headers["sec-fetch-site"] === "cross-site") {
    return { status: 403, message: "A request from a page of another site is refused. Only pages of 127.0.0.1 and localhost can send requests." };
  }
  if (!url.startsWith("/")) return { status: 400, message: `The target \`${url}\` is refused. Send a path that starts with \`/\`.` };
  if (Number(headers["content-length"] ?? 0) > MOST_BYTES) return tooLong();
  return undefined;
}

/** The refusal of a long body. */
export function tooLong() {
  return { status: 413, message: `The body is too long. Send at most ${MOST_BYTES} bytes.` };
}

/** The body of a request as text, or `undefined` if it is too long. Nothing beyond the limit is kept. */
export async function readBody(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
