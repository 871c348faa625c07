/** When to send what waits: at each visit, when the network returns, when seen again. */
import { refresh } from "./device.js";
import { make, word } from "./dom.js";
import { arrivedAt, channel, drop, flush, sendEmergencies, waiting } from "./outbox.js";

const place = document.getElementById("unsent");

/** Says how many entries wait, on the page and on the app's icon. */
async function show() {
  const rows = await waiting();
  const parked = rows.filter((row) => row.parked).length;
  const count = rows.length - parked;
  if (place) {
    place.hidden = rows.length === 0;
    place.replaceChildren(
      count ? `${word("unsent", { count })} ` : "",
      parked ? `${word("parked", { count: parked })} ` : "",
      make("a", { href: "/unsent", textContent: word("show-unsent") }),
    );
  }
  const badge = rows.length ? navigator.setAppBadge?.(rows.length) : navigator.clearAppBadge?.();
  badge?.catch(() => {});
  dispatchEvent(new Event("outbox"));
  return count;
}

/**
 * An emergency among the answers is opened at once, and so is the answer to what this
 * page says it has saved. Nobody is taken away from a form that is being filled in.
 * @param {string[]} outcomes
 */
function lead(outcomes) {
  const form = document.getElementById("check-in");
  if (form && !form.hidden) return false;
  const saved = document.getElementById("saved-here")?.dataset.id;
  const place =
    outcomes.find((url) => url.includes("/emergency/")) ??
    outcomes.find((url) => saved && url.includes(saved));
  if (place) location.assign(place);
  return Boolean(place);
}

async function sync() {
  const here = arrivedAt(location.href);
  if (here) await drop(here);
  if ((await show()) === 0) return;
  if (lead(await sendEmergencies())) return;
  lead(await flush());
  await show();
}

// A phone may have no storage.
const look = () => sync().catch(() => {});

// Another tab, or the service worker, has sent something.
channel.onmessage = ({ data }) => {
  lead([data]);
  show();
};
addEventListener("online", look);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") look();
});
if (document.querySelector('form[action$="/logout/"]')) import("./sign_out.js");
look().then(refresh);
