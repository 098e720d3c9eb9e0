// The simulator as the transport of the AWS SDK for JavaScript v3.

/** A `requestHandler` for clients of the SDK: they sign, serialize, retry and parse as always, and reach the simulator. */
export function requestHandler(simulator) {
  if (typeof simulator?.handle !== "function") {
    throw new TypeError("`requestHandler` takes a `Simulator`: write `requestHandler(new Simulator())`");
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
      // An answer comes later than its request, as over a network; by then the caller may have given up.
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

/** RFC 3986, as the SDK itself escapes. */
function escape(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function text(body) {
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return new TextDecoder().decode(body);
  return body ?? "";
}

/** HTTP clients hand header names over in lower case, and the SDK looks for them so. */
function asReceived(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
