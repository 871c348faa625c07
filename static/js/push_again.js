/** A device that takes pushes says so again when it is used, at most once a day. */
import { isOn, subscribe, tell } from "./push_device.js";

const TOLD_KEY = "push-told";
const DAY = 86400000;

async function again() {
  if (!("PushManager" in window) || Notification.permission !== "granted") return;
  const worker = await navigator.serviceWorker.ready;
  const known = await worker.pushManager.getSubscription();
  // Browsers drop a subscription now and then; the permission needs no second tap.
  const subscription = known ?? (isOn() ? await subscribe() : null);
  if (!subscription) return;
  const { endpoint } = subscription;
  const told = JSON.parse(localStorage.getItem(TOLD_KEY) ?? "{}");
  if (told.endpoint === endpoint && Date.now() - told.at < DAY) return;
  await tell(subscription);
  localStorage.setItem(TOLD_KEY, JSON.stringify({ endpoint, at: Date.now() }));
}

again().catch(() => {}); // the next visit tries again
