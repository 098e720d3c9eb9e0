// The HTTP endpoint: from a client's request to the simulator and back.
import { createServer } from "node:http";
import { scope, withKey } from "./credential.js";
import { readBody, refusal, tooLong } from "./guard.js";
import * as log from "./log.js";
import * as sts from "./sts.js";

/** Headers that the simulator does not need and that a session file must not contain. */
const SECRETS = new Set(["cookie", "proxy-authorization", "x-amz-security-token"]);

/**
 * A server that answers with a simulator. `accountOf` returns the account of an access key ID. `before` runs before each call, `after`
 * after it, and `print` gets the lines of the log.
 */
export function createEndpoint({ simulator, accountOf, before, after, print }) {
  const services = new Set(simulator.operations().map(({ service }) => service));

  /** Answers a request that is complete. */
  function answer(request) {
    const { key, service } = scope(request) ?? {};
    const account = key === undefined ? undefined : accountOf(key);
    const target = `${request.method} ${request.url}`;
    if (service === "sts") {
      const action = sts.actionOf(request);
      const response = sts.answer(action, account, simulator.accounts());
      print(log.other(simulator.now, `${account ?? "unknown caller"} sts:${action}`, response.status, response.error?.message));
      return response;
    }
    if (service !== undefined && !services.has(service)) {
      const message = `This endpoint simulates ${[...services].join(", ")} and the action GetCallerIdentity of sts, not \`${service}\`.`;
      print(log.other(simulator.now, target, 400, message));
      const isXml = !/json/.test(request.headers["content-type"] ?? "");
      return isXml ? sts.refuse(400, "UnknownOperationException", message) : refuse(400, "UnknownOperationException", message);
    }
    before();
    const time = simulator.now;
    const response = simulator.handle(account === undefined ? request : withKey(request, account));
    print(log.call(time, simulator.outcome()));
    after();
    return response;
  }

  async function respond(incoming, outgoing) {
    const refused = refusal(incoming);
    const body = refused ? undefined : await readBody(incoming);
    if (body === undefined) {
      const { status, message } = refused ?? tooLong();
      print(log.other(simulator.now, `${incoming.method} ${incoming.url}`, status, message));
      // The rest of the body is read and forgotten, so that the client gets to read the response.
      incoming.resume();
      return send(outgoing, refuse(status, status === 413 ? "RequestEntityTooLargeException" : "AccessDeniedException", message), true);
    }
    const { method, url } = incoming;
    return send(outgoing, answer({ method, url: `http://${incoming.headers.host}${url}`, headers: headersOf(incoming), body }));
  }

  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing).catch((error) => {
      // A client that has gone away needs no response.
      if (incoming.destroyed && !incoming.complete) return;
      print(log.other(new Date().toISOString(), `${incoming.method} ${incoming.url}`, 500, error.message));
      if (!outgoing.headersSent) send(outgoing, refuse(500, "InternalFailure", error.message), true);
    });
  });
  server.requestTimeout = 30_000;
  return server.on("clientError", (error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    else socket.destroy(error);
  });
}

function headersOf(incoming) {
  const entries = Object.entries(incoming.headers).filter(([name]) => !SECRETS.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** An error in the format of both services, with a message of this endpoint. */
function refuse(status, name, message) {
  const headers = { "content-type": "application/json", "x-amzn-errortype": name };
  return { status, headers, body: JSON.stringify({ __type: name, message }) };
}

/** Sends a response. The connection of the last response is closed. */
function send(outgoing, { status, headers, body }, isLast = false) {
  const ours = { "content-length": Buffer.byteLength(body), ...(isLast ? { connection: "close" } : {}) };
  // The other names keep the service's spelling.
  const theirs = Object.entries(headers).filter(([name]) => !Object.hasOwn(ours, name.toLowerCase()));
  outgoing.writeHead(status, { ...Object.fromEntries(theirs), ...ours }).end(body);
}
