/** Notifications on this device: on, off, and re-registered at each visit. */
import { byId, inputs, word } from "./dom.js";

const ID_KEY = "push-subscription-id";
const LIMIT = 15000;

const state = byId("push-state");
const on = byId("push-on");
const off = byId("push-off");

const csrf = () => inputs(document, "[name=csrfmiddlewaretoken]")[0].value;

function id() {
  const known = localStorage.getItem(ID_KEY);
  if (known) return known;
  const fresh = crypto.randomUUID();
  localStorage.setItem(ID_KEY, fresh);
  return fresh;
}

/**
 * subscribe() may never answer where the browser has no push service.
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

async function serverKey() {
  const answer = await fetch("/api/v1/push-key");
  return answer.ok ? (await answer.json()).key : null;
}

/** @param {string} method @param {object} [body] */
async function tell(method, body) {
  const answer = await fetch(`/api/v1/push-subscriptions/${id()}`, {
    method,
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`answer ${answer.status}`);
}

/** @param {PushSubscription} subscription */
const parts = (subscription) => {
  const { endpoint, keys = {} } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
};

/** @param {string} text */
function show(text, { canTurnOn = false, canTurnOff = false } = {}) {
  state.textContent = text;
  on.hidden = !canTurnOn;
  off.hidden = !canTurnOff;
}

async function turnOn() {
  show(word("push-wait"));
  try {
    if ((await Notification.requestPermission()) !== "granted") {
      show(word("push-blocked"), { canTurnOn: true });
      return;
    }
    const key = await serverKey();
    const worker = await navigator.serviceWorker.ready;
    const subscription = await limited(
      worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }),
    );
    await tell("PUT", parts(subscription));
    show(word("push-works"), { canTurnOff: true });
  } catch {
    show(word("push-failed"), { canTurnOn: true });
  }
}

async function turnOff() {
  const worker = await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.getSubscription();
  await subscription?.unsubscribe();
  await tell("DELETE").catch(() => {});
  localStorage.removeItem(ID_KEY);
  show(word("push-is-off"), { canTurnOn: true });
}

async function start() {
  if (!("PushManager" in window && "serviceWorker" in navigator)) {
    const isApple = /iPhone|iPad/.test(navigator.userAgent);
    show(word(isApple ? "push-home-screen" : "push-never"));
    return;
  }
  if (!(await serverKey().catch(() => null))) return;
  const worker = await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.getSubscription();
  if (!subscription || Notification.permission !== "granted") {
    show(word("push-not-yet"), { canTurnOn: true });
    return;
  }
  // Said again at each visit, so that a lapsed registration heals.
  await tell("PUT", parts(subscription)).then(
    () => show(word("push-works"), { canTurnOff: true }),
    () => show(word("push-untold"), { canTurnOff: true }),
  );
}

on.addEventListener("click", turnOn);
off.addEventListener("click", turnOff);
start();
