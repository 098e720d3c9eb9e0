// curl commands, written by hand or by "Copy as cURL" of a browser.
import { readRequest } from "./http-request.js";
import { quoted } from "./paste.js";

/** Options that a value follows; other options stand alone. */
const WITH_VALUE = /^(?:--?(?:X|request|H|header|d|data|data-raw|data-binary|data-ascii|data-urlencode|json|url|u|user|aws-sigv4|A|user-agent|e|referer|b|cookie|o|output|w|write-out|x|proxy|m|max-time|connect-timeout|cacert|cert|key|resolve|retry|c|cookie-jar|K|config|D|dump-header))$/;

/**
 * Adds the call of a curl command.
 * @param {import("./paste.js").Paste} paste
 * @param {import("./shell.js").ShellCommand} command
 * @returns {boolean} whether it is a curl command for one of the services
 */
export function readCurl(paste, { words, line, files }) {
  const place = words.findIndex((word) => /^(?:.*[\\/])?curl(?:\.exe)?$/.test(word));
  if (place < 0 || place > 3) return false;
  const request = { kind: "curl", method: null, url: "", headers: new Map(), body: null, line };
  for (let at = place + 1; at < words.length; at++) {
    const [option, value] = split(words[at], () => words[++at] ?? "");
    take(request, option, value, files);
  }
  request.method ??= request.body === null ? "GET" : "POST";
  const understood = readRequest(paste, request);
  if (!understood && /amazonaws\.com|x-amz/i.test(words.join(" "))) paste.problem(`The request of ${quoted(`curl ${request.url}`)} is not one of License Manager or RAM.`);
  return understood;
}

/** An option and its value: `-X POST`, `-XPOST`, `--request=POST`. */
function split(word, next) {
  if (!word.startsWith("-")) return ["--url", word];
  const [, name, value] = /^(--[\w-]+)=([\s\S]*)$/.exec(word) ?? [];
  if (name && WITH_VALUE.test(name)) return [name, value];
  if (WITH_VALUE.test(word)) return [word, next()];
  const [, short, rest] = /^(-[XHdu])([\s\S]+)$/.exec(word) ?? [];
  return short ? [short, rest] : [word, ""];
}

function take(request, option, value, files) {
  switch (option) {
    case "-X":
    case "--request":
      request.method = value.toUpperCase();
      break;
    case "-H":
    case "--header": {
      const [, name, text] = /^\s*(:?[^:]+):\s*([\s\S]*)$/.exec(value) ?? [];
      if (name) request.headers.set(name.trim().toLowerCase(), text.trim());
      break;
    }
    case "-u":
    case "--user":
      request.user = value.split(":")[0];
      break;
    case "--aws-sigv4":
      request.region = value.split(":")[2];
      break;
    case "--url":
      request.url ||= value;
      break;
    default:
      if (/^(-d|--data.*|--json)$/.test(option)) request.body = (request.body === null ? "" : `${request.body}&`) + data(value, files);
  }
}

/** The data itself, or what is in the file `@name` if the text writes that file. */
function data(value, files) {
  return value.startsWith("@") ? (files.get(value.slice(1)) ?? "") : value;
}
