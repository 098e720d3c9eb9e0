// The request itself: raw HTTP, and curl, which signs it. Both can send any JSON, also one that the service refuses.
import { mismatch } from "./call.js";
import { json, readableJson } from "./strings.js";

/** @import { Call, Copy, Operation } from "./call.js" */

/** The time of a request that has none: the start of a new session. */
const START = "2023-11-14T22:13:20Z";

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function http(operation, call) {
  const request = requestOf(operation, call);
  if ("problem" in request) return request;
  const moment = `${(call.at ?? START).slice(0, 19).replace(/[-:]/g, "")}Z`;
  const scope = `${call.account}/${moment.slice(0, 8)}/${call.region}/${operation.service}/aws4_request`;
  const headers = [
    ["Host", request.host],
    ...request.headers,
    ["X-Amz-Date", moment],
    ["Authorization", `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=content-type;host;x-amz-date, Signature=${"0".repeat(64)}`],
  ];
  const lines = [`${operation.method} ${request.target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const body = request.body === undefined ? "" : `\n${json(request.body, 2)}\n`;
  return { text: `${lines.join("\n")}\n${body}` };
}

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export function curl(operation, call) {
  const request = requestOf(operation, call);
  if ("problem" in request) return request;
  const lines = [
    `curl ${quote(`https://${request.host}${request.target}`)}`,
    `--aws-sigv4 ${quote(`aws:amz:${call.region}:${operation.service}`)}`,
    '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
    // curl sends no header whose value is empty.
    '--header "X-Amz-Security-Token: $AWS_SESSION_TOKEN"',
    ...request.headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
  ];
  if (request.body !== undefined) lines.push(`--data-raw ${quote(readableJson(request.body))}`);
  const implied = request.body === undefined ? "GET" : "POST";
  if (operation.method !== implied) lines.splice(1, 0, `--request ${operation.method}`);
  return { text: `# Account ${call.account}\n${lines.join(" \\\n  ")}\n` };
}

const quote = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Where the request goes and what it carries. */
function requestOf(operation, { region, input }) {
  const host = `${operation.service}.${region}.amazonaws.com`;
  if (operation.location === "query") {
    const problem = mismatch(operation, input, { surrogates: true });
    if (problem) return { problem: problem.replace(/ Only raw HTTP and curl can send it\.$/, " A query string cannot hold it.") };
    return { host, target: `${operation.path}${queryOf(input)}`, headers: [] };
  }
  const headers = operation.service === "license-manager"
    ? [["Content-Type", "application/x-amz-json-1.1"], ["X-Amz-Target", `AWSLicenseManager.${operation.name}`]]
    : [["Content-Type", "application/json"]];
  return { host, target: operation.path, headers, body: input };
}

/** A query string in which only unreserved characters are written as they are, as Signature Version 4 wants it. */
function queryOf(input) {
  const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const pairs = Object.entries(input).map(([name, value]) => `${encode(name)}=${encode(String(value))}`);
  return pairs.length ? `?${pairs.join("&")}` : "";
}
