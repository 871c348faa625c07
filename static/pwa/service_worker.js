/**
 * Keeps a shell of the app for the time without a connection: pages that are the same
 * for everybody who reads one language, with the styles and modules they load. It never keeps a personal page.
 * It also sends what waits when the browser wakes it, and shows pushes.
 *
 * The server puts SHELL before this: its version, the pages and what stands in for them.
 */
import { ask } from "../js/device.js";
import { flush, sendEmergencies } from "../js/outbox.js";
import { tellFromWorker } from "../js/push_device.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PREFIX = "cairn-shell-";
const CACHE = PREFIX + SHELL.version;
const HOME = "/today";
/** A page that takes longer than this is shown from the phone. */
const PATIENCE = 4000;
const NO_SERVER = new Set([502, 503, 504]);

/** Windows that show a page of the shell: they take all their parts from it. */
const fromShell = new Set();

worker.addEventListener("install", (event) => event.waitUntil(keepShell()));
worker.addEventListener("activate", (event) =>
  event.waitUntil(dropOldShells().then(() => worker.clients.claim())),
);
// A new version waits until the person says so: nobody's form is taken from under them.
worker.addEventListener("message", (event) => {
  if (event.data === "use") event.waitUntil(worker.skipWaiting());
});

/** All of it or nothing: a shell with a part missing would open to a dead page. */
async function keepShell() {
  const cache = await caches.open(CACHE);
  const all = [...Object.values(SHELL.pages), SHELL.offline, ...SHELL.files];
  const fresh = all.map((path) => new Request(path, { cache: "reload", credentials: "omit" }));
  await cache.addAll(fresh);
}

async function dropOldShells() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    // The answer to a form is the browser's own business, also on the way back to it.
    if (request.method === "GET") event.respondWith(page(request, event.resultingClientId));
  } else if (request.destination === "style" || request.destination === "script") {
    event.respondWith(part(request, event.clientId));
  }
});

/**
 * @param {Request} request
 * @param {string} client
 */
async function page(request, client) {
  const { pathname } = new URL(request.url);
  const standIn = SHELL.pages[pathname];
  const cache = await caches.open(CACHE);
  const fresh = fetch(request);
  const answer = await (standIn ? Promise.race([fresh, late()]) : fresh).catch(() => null);
  if (answer && !(standIn && NO_SERVER.has(answer.status))) return answer;
  // A page may fail to load though there is a connection: then say no such thing.
  if (!standIn && navigator.onLine && (await answers())) return Response.redirect(HOME);
  fromShell.add(client);
  const kept = await cache.match(standIn ?? SHELL.offline);
  return kept ?? answer ?? fresh;
}

/**
 * @param {Request} request
 * @param {string} client
 */
async function part(request, client) {
  const cache = await caches.open(CACHE);
  const kept = () => cache.match(request, { ignoreVary: true });
  if (fromShell.has(client)) return (await kept()) ?? fetch(request);
  return fetch(request).catch(async (error) => {
    const found = await kept();
    if (found) return found;
    throw error;
  });
}

/** @returns {Promise<null>} */
const late = () => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));

const answers = () =>
  fetch(SHELL.offline, { cache: "no-store", credentials: "omit" }).then(
    (answer) => answer.ok,
    () => false,
  );

worker.addEventListener("sync", (/** @type {any} */ event) => {
  if (event.tag === "outbox") event.waitUntil(sendWaiting());
});

/** Fails while something still waits, so that the browser wakes us again. */
async function sendWaiting() {
  const outcomes = [...(await sendEmergencies()), ...(await flush())];
  if (outcomes.some((url) => url.includes("/emergency/"))) await knock();
  if (outcomes.some((outcome) => outcome === "unsent" || outcome === "failed")) {
    throw new Error("something still waits");
  }
}

/** The answer to a late entry may be urgent, and nobody may be looking. */
async function knock() {
  const windows = await worker.clients.matchAll({ type: "window" });
  if (windows.some((client) => client.visibilityState === "visible")) return;
  const { answer: body, lang } = SHELL.words;
  await worker.registration
    .showNotification("Cairn", { body, lang, data: { navigate: "/messages" } })
    .catch(() => {});
}

worker.addEventListener("push", (/** @type {any} */ event) => {
  // A browser that shows declarative pushes by itself asks here first whether to show
  // another one. It may stay as it is: then a tap needs no worker either.
  const shownAnyway = event.notification;
  event.waitUntil(
    shownAnyway ? report(shownAnyway.data?.delivery, "shown") : show(read(event.data)),
  );
});

/** @param {PushMessageData | null} data */
function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

/**
 * Every push shows something: browsers end the subscription of one that does not.
 * @param {{ notification?: Told }} message
 */
async function show(message) {
  const { title = "Cairn", body = SHELL.words.open, navigate = "/", tag, lang, data } =
    message.notification ?? {};
  await worker.registration.showNotification(title, {
    body,
    tag,
    lang,
    icon: "/static/icons/icon-192.png",
    badge: "/static/icons/badge.png",
    data: { navigate, delivery: data?.delivery },
  });
  await report(data?.delivery, "shown");
}

worker.addEventListener("pushsubscriptionchange", (/** @type {any} */ event) => {
  event.waitUntil(renew(event).catch(() => {})); // the next visit to a page says it
});

/**
 * The browser has given this device another address. Only patients are known without
 * a page; staff say it with their next look at the worklist.
 * @param {{ newSubscription: PushSubscription?, oldSubscription: PushSubscription? }} event
 */
async function renew({ newSubscription, oldSubscription }) {
  const { pushManager } = worker.registration;
  const fresh = newSubscription ?? (await pushManager.subscribe(oldSubscription?.options));
  const pass = await ask();
  if (typeof pass !== "string") await tellFromWorker(fresh, pass.csrf);
}

worker.addEventListener("notificationclick", (event) => {
  const { navigate, delivery } = event.notification.data;
  event.notification.close();
  event.waitUntil(Promise.all([open(navigate), report(delivery, "opened")]));
});

/** @param {string} address */
async function open(address) {
  const url = new URL(address, worker.location.origin);
  // A push may only lead to our own pages.
  const target = url.origin === worker.location.origin ? url.href : worker.location.origin;
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = windows.find((client) => client.url === target);
  return same ? same.focus() : worker.clients.openWindow(target);
}

/** @param {string | undefined} delivery @param {string} kind */
async function report(delivery, kind) {
  if (!delivery) return;
  await fetch("/api/v1/receipts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    body: JSON.stringify({ delivery, kind }),
  }).catch(() => {});
}
