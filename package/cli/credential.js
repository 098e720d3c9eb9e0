// The credential scope of a request: who sends it, and to which service. The simulator reads it again, with the account as the key.

const IN_HEADER = /(\bCredential=)([^/,\s]*)\/[^/,\s]*\/[^/,\s]*\/([^/,\s]*)\//;
const IN_QUERY = /([?&]X-Amz-Credential=)([^&%/]*)(?:%2F|\/)[^&%/]*(?:%2F|\/)[^&%/]*(?:%2F|\/)([^&%/]*)(?:%2F|\/)/i;

/** The access key ID and the service `{ key, service }` of a request, or `undefined`. */
export function scope({ url, headers }) {
  const found = headers.authorization === undefined ? IN_QUERY.exec(url) : IN_HEADER.exec(headers.authorization);
  return found ? { key: found[2], service: found[3] } : undefined;
}

/** The same request with another access key ID. */
export function withKey({ url, headers, ...rest }, key) {
  const replace = (whole, before, old) => before + key + whole.slice(before.length + old.length);
  const { authorization } = headers;
  if (authorization === undefined) return { url: url.replace(IN_QUERY, replace), headers, ...rest };
  return { url, headers: { ...headers, authorization: authorization.replace(IN_HEADER, replace) }, ...rest };
}

/** Returns a function from an access key ID to an account. */
export function accountOf(accounts, vendor) {
  // The simulator decides about keys of twelve digits, which are accounts.
  return (key) => accounts.get(key) ?? (/^\d{12}$/.test(key) ? key : vendor);
}
