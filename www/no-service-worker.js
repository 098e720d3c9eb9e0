// The worker of a debug build. It removes the worker of a release that was served at the same address before, which would answer with the
// files of that release. The page of the release offers it as a new version.
addEventListener("message", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const { scope } = registration;
  const old = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all([...old.map((name) => caches.delete(name)), registration.unregister()]);
}
