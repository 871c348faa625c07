/** Notifications on this device: on, off, and re-registered at each visit. */
import { byId, word } from "./dom.js";
import { serverKey, subscribe, tell, tellItIsOff, turnedOff } from "./push_device.js";

const state = byId("push-state");
const on = byId("push-on");
const off = byId("push-off");

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
    await tell(await subscribe());
    show(word("push-works"), { canTurnOff: true });
  } catch {
    show(word("push-failed"), { canTurnOn: true });
  }
}

async function turnOff() {
  const worker = await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager.getSubscription();
  await subscription?.unsubscribe();
  await tellItIsOff().catch(() => {});
  turnedOff();
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
  await tell(subscription).then(
    () => show(word("push-works"), { canTurnOff: true }),
    () => show(word("push-untold"), { canTurnOff: true }),
  );
}

on.addEventListener("click", turnOn);
off.addEventListener("click", () => turnOff().catch(start));
start().catch(() => {});
