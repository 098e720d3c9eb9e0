// Raw HTTP requests, also as `curl -v` and the tools of browsers show them.
import { readRequest } from "./http-request.js";

const REQUEST = /^[>\s]*(GET|POST|PUT|DELETE) +(\S+) +HTTP\/[\d.]+\s*$/;
const RESPONSE = /^[<\s]*HTTP\/[\d.]+ \d{3}/;
const HEADER = /^[>\s]*(:?[A-Za-z][\w-]*)\s*:\s*(.*)$/;
const BARE = /^[> \t]*(:authority|:method|x-amz-target)\s*:/im;

/** Adds the calls of the raw requests in the text. @param {import("./paste.js").Paste} paste */
export function readHttp(paste) {
  const lines = paste.text.split("\n");
  if (!lines.some((line) => REQUEST.test(line))) return withoutRequestLine(paste, lines);
  lines.forEach((line, at) => {
    const [, method, url] = REQUEST.exec(line) ?? [];
    if (method) readRequest(paste, { kind: "HTTP", method, url, ...rest(lines, at + 1), line: at + 1 });
  });
}

/** Headers without the line that says method and path: HTTP/2 in a browser's tools, or a part of a request. */
function withoutRequestLine(paste, lines) {
  if (!BARE.test(paste.text) || /\bcurl\b|\bfetch\s*\(|^\s*[{[]/.test(paste.text)) return;
  const start = lines.findIndex((line) => HEADER.test(line));
  const { headers, body } = rest(lines, start);
  const method = headers.get(":method") ?? "POST";
  readRequest(paste, { kind: "HTTP", method: method.toUpperCase(), url: headers.get(":path") ?? "/", headers, body, line: start + 1 });
}

/** The headers that begin at this line, and the body behind the empty line. */
function rest(lines, start) {
  const headers = new Map();
  let at = start;
  for (; at < lines.length && lines[at].replace(/^>/, "").trim(); at++) {
    const [, name, value] = HEADER.exec(lines[at]) ?? [];
    if (!name) break;
    headers.set(name.toLowerCase(), value.trim());
  }
  const body = [];
  for (at += lines[at]?.replace(/^>/, "").trim() ? 0 : 1; at < lines.length && !REQUEST.test(lines[at]) && !RESPONSE.test(lines[at]); at++) body.push(lines[at]);
  return { headers, body: body.join("\n").trim() || null };
}
