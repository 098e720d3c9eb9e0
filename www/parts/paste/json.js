// JSON of every kind: sessions, CloudTrail events, templates, requests, and members without anything around them.
import { isCommand, readWords } from "./argument-list.js";
import { readCloudFormationValue } from "./cloudformation.js";
import { readEvent } from "./cloudtrail.js";
import { documentsIn } from "./documents.js";
import { readMembers } from "./members.js";
import { readRequest } from "./http-request.js";
import { isObject, own, quoted } from "./paste.js";
import { isSnapshot, readSnapshot } from "./snapshot.js";
import { unescaped } from "./syntax.js";
import { isTerraform, readTerraformJson } from "./terraform-json.js";

const DEPTH = 12;
const WORTH_IT = /eventSource|eventName|requestParameters|CloudTrailEvent|grant-playground(-snapshot)?\/1|detail-type|"AWS::(LicenseManager|RAM)::|"root_module"|"terraform_version"/;

/**
 * Reads the JSON documents of the text.
 * @param {import("./paste.js").Paste} paste
 * @returns {boolean} whether there is nothing else to read
 */
export function readJsonDocuments(paste) {
  const text = unquoted(paste.text);
  const isAlone = /^\s*[[{"]/.test(text);
  if (!isAlone && !WORTH_IT.test(text)) return false;
  const { documents, open, whole } = documentsIn(text);
  const before = paste.calls.length + paste.problems.size + paste.sessions.length;
  for (const { value, start, text: source } of documents) {
    read(paste, value, { line: paste.lines.at(start), source, start, before: text.slice(Math.max(0, start - 400), start) }, 0);
  }
  if (open !== null && WORTH_IT.test(text.slice(open, open + 5_000)) && !/^\s*(Resources|AWSTemplateFormatVersion):/m.test(text)) {
    paste.problem(`The JSON that begins on line ${paste.lines.at(open)} is not complete. Only its complete parts were read. Copy it up to its last bracket.`);
    return documents.length > 0 || isAlone;
  }
  const understood = paste.calls.length + paste.problems.size + paste.sessions.length > before;
  if (whole && !understood) paste.problem("The JSON is neither an event, a template, a request nor a session.");
  return whole || (understood && documents.some(({ value }) => own(value, "eventSource") ?? own(value, "Records") ?? own(value, "format")));
}

/** The JSON in a string of a program, as its console prints it. */
function unquoted(text) {
  const [, , inner] = /^\s*(["'`])(\{[\s\S]*\})\1;?\s*$/.exec(text) ?? [];
  return inner && /^\{\s*\\?"/.test(inner) ? unescaped(inner) : text;
}

/** Reads a value, and the values that it wraps. */
function read(paste, value, place, depth) {
  if (depth > DEPTH) return;
  if (isCommand(value)) {
    readWords(paste, "JSON", value, place.line);
    return;
  }
  if (Array.isArray(value)) {
    for (const element of value.slice(0, 20_000)) if (typeof element === "object") read(paste, element, placed(paste, element, place), depth + 1);
    return;
  }
  if (!isObject(value)) return;
  if (own(value, "format") === "grant-playground/1") {
    paste.sessions.push({ text: depth ? JSON.stringify(value) : place.source });
  } else if (isSnapshot(value)) {
    readSnapshot(paste, value);
  } else if (typeof own(value, "eventSource") === "string" && typeof own(value, "eventName") === "string") {
    readEvent(paste, value, place.line);
  } else if (isTerraform(value)) {
    readTerraformJson(paste, value, place);
  } else if (own(value, "detail-type") !== undefined) {
    envelope(paste, value, place, depth);
  } else if (isObject(own(value, "Resources")) || /^AWS::/.test(String(own(value, "Type") ?? "")) || Object.values(value).some((inner) => /^AWS::/.test(String(own(inner, "Type") ?? "")))) {
    readCloudFormationValue(paste, value, place);
  } else if (typeof own(value, "method") === "string" && typeof (own(value, "headers") ?? {}) === "object" && ("url" in value || "path" in value)) {
    request(paste, value, place);
  } else if (!wrapped(paste, value, place, depth)) {
    readMembers(paste, value, place);
  }
}

/** The line of an element of a list, found by its event's ID. */
function placed(paste, element, place) {
  const id = own(element, "eventID") ?? own(element, "EventId");
  const at = typeof id === "string" && id ? paste.text.indexOf(id, place.start) : -1;
  if (at < 0) return place;
  const opening = paste.text.lastIndexOf("{", paste.text.lastIndexOf("eventVersion", at));
  return { ...place, line: paste.lines.at(opening > place.start ? opening : at) };
}

/** An event of EventBridge: a call only if CloudTrail recorded it. */
function envelope(paste, value, place, depth) {
  const detail = own(value, "detail");
  if (typeof own(detail, "eventName") === "string") read(paste, detail, place, depth + 1);
  else paste.problem(`The event ${quoted(own(value, "detail-type"))} on line ${place.line} reports a change of state. It is no request, so there is nothing to send.`);
}

/** Lists of events, and events as text inside other JSON. */
function wrapped(paste, value, place, depth) {
  let found = false;
  for (const name of ["Records", "Events", "events", "records", "logEvents", "results", "entries", "log", "request", "detail", "CloudTrailEvent", "Message", "message", "body", "@message", "requestParameters"]) {
    const inner = own(value, name);
    if (Array.isArray(inner) || isObject(inner)) {
      read(paste, inner, place, depth + 1);
      found = true;
    } else if (typeof inner === "string" && /"event(Source|Name)|grant-playground/.test(inner)) {
      try {
        read(paste, JSON.parse(inner), place, depth + 1);
        found = true;
      } catch {
        paste.problem(`The text of ${quoted(name)} on line ${place.line} is not complete JSON, so it was not read.`);
        found = true;
      }
    }
  }
  return found;
}

/** A request as data: one of ours, or of a browser's archive (HAR). */
function request(paste, value, { line }) {
  const given = own(value, "headers") ?? {};
  const pairs = Array.isArray(given) ? given.map((header) => [own(header, "name"), own(header, "value")]) : Object.entries(given);
  const headers = new Map(pairs.filter(([name, text]) => typeof name === "string" && typeof text === "string").map(([name, text]) => [name.toLowerCase(), text]));
  const content = own(value, "body") ?? own(own(value, "postData"), "text") ?? null;
  const body = content === null || typeof content === "string" ? content : JSON.stringify(content);
  readRequest(paste, { kind: "HTTP", method: value.method.toUpperCase(), url: String(own(value, "url") ?? own(value, "path")), headers, body, line });
}
