// The worker of a debug build. It removes the worker of a release that was served at the same address before, which would answer with the
// files of that release.
addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const { scope } = registration;
  const old = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all([...old.map((name) => caches.delete(name)), registration.unregister()]);
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
}
