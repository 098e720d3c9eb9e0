// HTTP requests: which operation they send, to which Region, as whom.
import { addCall } from "./call.js";
import { notSimulated, operationAt, operationNamed, otherOperation, serviceOf } from "./catalogue.js";
import { isObject, own, put, quoted } from "./paste.js";
import { readJson } from "./json-text.js";

/**
 * Adds the call that an HTTP request makes, or says why it is none.
 * @param {import("./paste.js").Paste} paste
 * @param {{ kind: string, method: string, url: string, headers: Map<string, string>, body: string | null, line: number, region?: string }} request
 * @returns {boolean} whether something was said about the request
 */
export function readRequest(paste, request) {
  const { kind, headers, line } = request;
  const inner = proxied(request);
  if (inner) return readRequest(paste, { ...request, ...inner });
  const scope = /Credential=([^/\s]+)\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request/.exec(headers.get("authorization") ?? "");
  const host = /^([a-z-]+)(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com|api\.aws)/.exec(hostOf(request));
  const { path, query } = address(request.url);
  const target = headers.get("x-amz-target");
  const operation = target ? ofTarget(paste, target) : ofPath(paste, request.method, path, host?.[1] ?? scope?.[4]);
  if (operation === null) return true;
  if (!operation) return false;
  const members = {};
  const notes = [];
  if (operation.location === "query") for (const [name, value] of query) put(members, name, value);
  else if (!body(request, paste, members)) notes.push("The body is not a JSON object, so it was left out.");
  const region = scope?.[3] ?? request.region ?? host?.[2] ?? null;
  addCall(paste, { kind, operation, members, line, notes, region, account: scope?.[1] ?? null, time: timeOf(headers) });
  return true;
}

/** The request that the AWS Management Console sends through its proxy: the real one is in the body. */
function proxied({ body }) {
  if (!body?.includes("contentString")) return null;
  const value = readJson(body)?.value;
  const content = own(value, "contentString");
  if (typeof content !== "string" || !isObject(own(value, "headers"))) return null;
  const { method = "POST", path = "/", region, headers } = value;
  const texts = Object.entries(headers).filter(([, text]) => typeof text === "string");
  return { method: String(method), url: String(path), body: content, region: String(region ?? ""), headers: new Map(texts.map(([name, text]) => [name.toLowerCase(), text])) };
}

/** The operation of `X-Amz-Target`; null after a sentence if it is of another service. */
function ofTarget(paste, target) {
  const [service, name = ""] = target.trim().split(".");
  const operation = serviceOf(service) ? operationNamed(serviceOf(service), name) : undefined;
  if (operation) return operation;
  const other = serviceOf(service) === "license-manager" ? otherOperation(name) : undefined;
  paste.problem(other ? notSimulated(other) : `The target ${quoted(target)} is not an operation of License Manager. Its targets begin with \`AWSLicenseManager.\`.`);
  return null;
}

function ofPath(paste, method, path, service) {
  const operation = operationAt(method, path);
  if (operation && service && service !== "ram") return undefined;
  if (operation || service !== "ram") return operation;
  const real = ["POST", "DELETE"].find((other) => operationAt(other, path));
  paste.problem(real ? `RAM has \`${real} ${path}\`, not ${quoted(`${method} ${path}`)}.` : `RAM has no path ${quoted(path)}.`);
  return null;
}

function body({ body: text }, paste, members) {
  if (!text?.trim()) return true;
  const value = paste.whyUnknown(text) && !/^\s*\{/.test(text) ? null : readJson(text)?.value;
  if (!isObject(value)) return false;
  for (const [name, member] of Object.entries(value)) put(members, name, member);
  return true;
}

const hostOf = ({ url, headers }) => (/^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? headers.get("host") ?? headers.get(":authority") ?? "").toLowerCase();

function address(url) {
  const [, path = "/", query = ""] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? [];
  return { path: path || "/", query: new URLSearchParams(query) };
}

function timeOf(headers) {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers.get("x-amz-date") ?? "") ?? [];
  return y ? `${y}-${m}-${d}T${h}:${min}:${s}Z` : null;
}
