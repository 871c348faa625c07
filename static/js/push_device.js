/** This device as the server knows it: an id of its own, and where pushes reach it. */
import { inputs } from "./dom.js";

const ID_KEY = "push-subscription-id";
const LIMIT = 15000;

/** Notifications were turned on here, and not off again. */
export const isOn = () => localStorage.getItem(ID_KEY) !== null;
export const turnedOff = () => localStorage.removeItem(ID_KEY);

function id() {
  const known = localStorage.getItem(ID_KEY);
  if (known) return known;
  const fresh = crypto.randomUUID();
  localStorage.setItem(ID_KEY, fresh);
  return fresh;
}

/**
 * Without a worker none gets ready, and without a push service nothing answers.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function limited(promise) {
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), LIMIT));
  return Promise.race([promise, late]);
}

/** @param {string} base64url */
function bytes(base64url) {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

export async function serverKey() {
  const answer = await fetch("/api/v1/push-key");
  return answer.ok ? (await answer.json()).key : null;
}

export async function subscribe() {
  const key = await serverKey();
  const worker = await limited(navigator.serviceWorker.ready);
  return limited(
    worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }),
  );
}

/** @param {PushSubscription} subscription */
const parts = (subscription) => {
  const { endpoint, keys = {} } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
};

/** @param {string} method @param {string} device @param {string} csrf @param {object} [body] */
async function send(method, device, csrf, body) {
  const answer = await fetch(`/api/v1/push-subscriptions/${device}`, {
    method,
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`answer ${answer.status}`);
}

const csrf = () => inputs(document, "[name=csrfmiddlewaretoken]")[0].value;

/** @param {PushSubscription} subscription */
export const tell = (subscription) => send("PUT", id(), csrf(), parts(subscription));

export const tellItIsOff = () => send("DELETE", id(), csrf());

/**
 * From the service worker, which knows no page: the server tells the device by its endpoint.
 * @param {PushSubscription} subscription
 * @param {string} token
 */
export const tellFromWorker = (subscription, token) =>
  send("PUT", crypto.randomUUID(), token, parts(subscription));
