// Takes the place of a service worker that another site at this address has left, and removes it
// with what it kept: it would show that site instead of this one.
const leave = async () => {
  const { scope } = self.registration;
  for (const name of await caches.keys()) {
    if (name.startsWith(`cuttings ${scope} `)) await caches.delete(name);
  }
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: "window" })) client.navigate(client.url);
};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
