// The simulator as the transport of the AWS SDK for JavaScript v3.

/** Returns a `requestHandler` for clients of the SDK. They sign, serialize, retry and parse as usual, and send to the simulator. */
export function requestHandler(simulator) {
  if (typeof simulator?.handle !== "function") {
    throw new TypeError("the argument of `requestHandler` must be a `Simulator`: write `requestHandler(new Simulator())`");
  }
  return {
    metadata: { handlerProtocol: "http/1.1" },
    async handle(request, { abortSignal } = {}) {
      throwIfAborted(abortSignal);
      const { status, headers, body } = simulator.handle({
        method: request.method,
        url: address(request),
        headers: request.headers,
        body: text(request.body),
      });
      // A response arrives later than its request, as over a network. By then the caller may have aborted the request.
      await undefined;
      throwIfAborted(abortSignal);
      return { response: { statusCode: status, headers: asReceived(headers), body: new TextEncoder().encode(body) } };
    },
    destroy() {},
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

function throwIfAborted(signal) {
  if (signal?.aborted) throw Object.assign(new Error("Request aborted"), { name: "AbortError" });
}

function address({ protocol = "https:", hostname, port, path = "/", query = {} }) {
  const pairs = Object.entries(query ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value) => (value == null ? escape(name) : `${escape(name)}=${escape(value)}`)),
  );
  return `${protocol}//${hostname}${port ? `:${port}` : ""}${path}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
}

/** Escapes as in RFC 3986, like the SDK itself. */
function escape(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function text(body) {
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return new TextDecoder().decode(body);
  return body ?? "";
}

/** Header names in lower case, which is how HTTP clients return them and how the SDK reads them. */
function asReceived(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
