// Keeps the files of the site in the browser, so that the page works offline. The build puts the list of the files in the place of FILES.
import { addPlugins, precacheAndRoute } from "workbox-precaching";

// The library asks the server for the content of each file whose name has no hash. Revalidating what the browser has cached is enough.
const revalidate = ({ request }) => (request.cache === "reload" ? new Request(request, { cache: "no-cache" }) : request);
addPlugins([{ requestWillFetch: revalidate }]);

// No query changes a file.
precacheAndRoute(FILES, { ignoreURLParametersMatching: [/./], cleanURLs: false });

// The page of a first visit can load its other parts offline, too.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// A new version waits until all tabs with the old one are closed, or until the visitor asks for it.
addEventListener("message", ({ data }) => {
  if (data === "activate") skipWaiting();
});
