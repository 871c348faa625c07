/** When to send what waits: at each visit, when the network returns, when seen again. */
import { flush, waiting } from "./outbox.js";

async function show() {
  const place = document.getElementById("unsent");
  const rows = await waiting();
  if (place) {
    place.hidden = rows.length === 0;
    place.textContent =
      rows.length === 1
        ? "1 check-in is saved on this phone and not sent yet."
        : `${rows.length} check-ins are saved on this phone and not sent yet.`;
  }
  return rows.length;
}

async function sync() {
  if ((await show()) === 0) return;
  const outcome = await flush();
  await show();
  const arrived = [...outcome.values()].filter((place) => place.includes("/"));
  const emergency = arrived.find((place) => place.includes("/emergency/"));
  if (emergency) location.assign(emergency);
}

function warnBeforeLeaving() {
  for (const form of document.querySelectorAll('form[action$="/logout/"]')) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const count = await waiting().then((rows) => rows.length, () => 0);
      const question = "A check-in on this phone has not been sent yet. Sign out anyway?";
      if (count === 0 || window.confirm(question)) form.submit();
    });
  }
}

addEventListener("online", sync);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") sync();
});
warnBeforeLeaving();
sync();
