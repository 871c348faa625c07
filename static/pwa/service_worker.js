/**
 * Shows pushes, reports that they were shown or opened, and keeps one page for the
 * time without a connection: what to do in an emergency. It never keeps a personal page.
 */
const CACHE = "cairn-shell-1";
const OFFLINE_PAGE = "/offline";
const HOME = "/today";

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});

async function keepShell() {
  const cache = await caches.open(CACHE);
  const page = await fetch(OFFLINE_PAGE, { cache: "reload", credentials: "omit" });
  if (!page.ok) return;
  await cache.put(OFFLINE_PAGE, page.clone());
  const html = await page.text();
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  await cache.addAll(styles.map((found) => found[1]));
}

async function dropOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    // The answer to a form is the browser's own business, also on the way back to it.
    if (request.method === "GET") event.respondWith(page(request));
  } else if (request.destination === "style") {
    event.respondWith(fetch(request).catch(() => caches.match(request)));
  }
});

/** A page may fail to load though there is a connection: then say no such thing. */
async function page(request) {
  try {
    return await fetch(request);
  } catch {
    const isHome = new URL(request.url).pathname === HOME;
    if (!isHome && navigator.onLine && (await answers())) return Response.redirect(HOME);
    return caches.match(OFFLINE_PAGE);
  }
}

const answers = () =>
  fetch(OFFLINE_PAGE, { cache: "no-store", credentials: "omit" }).then(
    (answer) => answer.ok,
    () => false,
  );

self.addEventListener("push", (event) => {
  event.waitUntil(show(read(event.data)));
});

function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

/** Every push shows something: browsers end the subscription of one that does not. */
async function show(message) {
  const { title = "Cairn", body = "Open the page to read it.", navigate = "/", tag, lang } =
    message.notification ?? {};
  await self.registration.showNotification(title, {
    body,
    tag,
    lang,
    icon: "/static/icons/icon-192.png",
    badge: "/static/icons/badge.png",
    data: { navigate, delivery: message.delivery },
  });
  await report(message.delivery, "shown");
}

self.addEventListener("notificationclick", (event) => {
  const { navigate, delivery } = event.notification.data;
  event.notification.close();
  event.waitUntil(Promise.all([open(navigate), report(delivery, "opened")]));
});

async function open(address) {
  const url = new URL(address, self.location.origin);
  // A push may only lead to our own pages.
  const target = url.origin === self.location.origin ? url.href : self.location.origin;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = windows.find((client) => client.url === target);
  return same ? same.focus() : self.clients.openWindow(target);
}

async function report(delivery, kind) {
  if (!delivery) return;
  await fetch("/api/v1/receipts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    body: JSON.stringify({ delivery, kind }),
  }).catch(() => {});
}
