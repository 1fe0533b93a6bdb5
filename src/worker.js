// The service worker: keeps one edition whole, and serves it when the network is slow or gone.
//
// crates/publish puts a line before this that says which edition it is and what belongs to it: `EDITION`, a name; and
// `FILES`, the hash of each file by its address below the site's base (of a folder's page, the folder's).
//
// - All or nothing: an edition is served from here only when every file of it has come and is what was published.
// - Never two at once: each worker serves its own edition, pages and all; the next one waits until it is told to.
// - Nothing is asked of anyone but the site's own host.
"use strict";

const { scope } = registration;
// The site may share its host with others of its kind, each with keepers of its own.
const OURS = `cuttings ${scope} `;
const KEPT = OURS + EDITION;
const PARALLEL = 6;
const files = new Map(Object.entries(FILES));
const address = (path) => scope + path;

// What is left of a download that broke off is not built upon: the browser may have stopped in the middle of a file. What
// came of it is mostly in the browser's own cache as well.
const keep = async () => {
  await caches.delete(KEPT);
  const cache = await caches.open(KEPT);
  const wanted = [...files];
  const fetchNext = async () => {
    for (let next; (next = wanted.pop()); ) {
      const [path, integrity] = next;
      // A file named by its content may come from the browser's own cache; any other is asked for anew.
      const from = path.startsWith("assets/") ? "default" : "no-cache";
      const answer = await fetch(address(path), { integrity, cache: from });
      // Made anew, since browsers refuse to go to what was redirected on the way here.
      const { headers } = answer;
      await cache.put(address(path), new Response(await answer.arrayBuffer(), { headers }));
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: PARALLEL }, fetchNext));
  const failed = outcomes.find(({ status }) => status === "rejected");
  if (!failed) return;
  await caches.delete(KEPT);
  throw failed.reason;
};

// The edition before stays for tabs that still show it: they ask for files by content alone, so nothing gets mixed.
const tidy = async () => {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
};

const kept = (path) => caches.match(address(path), { cacheName: KEPT, ignoreVary: true });

// A file of this edition; the host's only if the browser has thrown ours away.
const serve = async (path, request) => (await kept(path)) ?? fetch(request);

// What this edition does not know is the host's to answer; where there is no host it is not there.
const ask = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await kept("404.html");
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
};

// A site that publishes no worker any more wants none: without this, readers would be shown its last edition for good.
const leaveIfUnwanted = async () => {
  const { status } = await fetch(location.href, { method: "HEAD", cache: "no-cache" });
  if (status !== 404 && status !== 410) return;
  await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/, 1)[0];
  if (request.method !== "GET" || !url.startsWith(scope)) return;
  const path = url.slice(scope.length).replace(/(^|\/)index\.html$/, "$1");
  const isPage = request.mode === "navigate";
  if (isPage) event.waitUntil(leaveIfUnwanted().catch(() => {})); // without a network there is nobody to ask
  if (files.has(path)) event.respondWith(serve(path, request));
  else if (isPage && files.has(`${path}/`)) event.respondWith(Response.redirect(request.url.replace(url, `${url}/`)));
  else if (isPage) event.respondWith(ask(request));
  else if (path.startsWith("assets/")) event.respondWith(caches.match(url, { ignoreVary: true }).then((was) => was ?? fetch(request)));
});
