/** Where the phone keeps another clock than the record: asks once, or comes home. */
const asking = document.getElementById("travel");
const returned = document.getElementById("back-home");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const QUARTER = 91 * 24 * 60 * 60 * 1000;

/**
 * Whether both clocks show the same, now and in the other seasons: Paris is no
 * journey for somebody from Berlin.
 * @param {string} one
 * @param {string} other
 */
function sameClock(one, other) {
  return [0, 1, 2, 3].every((season) => {
    const moment = new Date(Date.now() + season * QUARTER);
    return wall(one, moment) === wall(other, moment);
  });
}

/**
 * @param {string} timeZone
 * @param {Date} moment
 */
function wall(timeZone, moment) {
  return moment.toLocaleString("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" });
}

/** @param {HTMLElement} section */
function ask(section) {
  const zone = /** @type {HTMLInputElement} */ (section.querySelector('[name="zone"]'));
  const place = /** @type {HTMLElement} */ (section.querySelector("[data-place]"));
  zone.value = here;
  place.textContent = here.slice(here.lastIndexOf("/") + 1).replaceAll("_", " ");
  section.hidden = false;
}

/**
 * What they asked for when they left: until they are back.
 * @param {HTMLElement} section
 * @param {HTMLElement} notice
 */
async function comeHome(section, notice) {
  const token = /** @type {HTMLInputElement} */ (section.querySelector('[name="csrfmiddlewaretoken"]'));
  const body = new URLSearchParams({ csrfmiddlewaretoken: token.value, from: "today" });
  const answer = await fetch(String(notice.dataset.action), { method: "POST", body, redirect: "manual" });
  notice.hidden = answer.type !== "opaqueredirect";
}

if (asking && returned && here) {
  const { zone = "", home = "", known = "" } = asking.dataset;
  if (!sameClock(here, zone)) {
    // Without a connection it waits for the next visit.
    if (sameClock(here, home)) comeHome(asking, returned).catch(() => {});
    else if (!known.split(" ").includes(here)) ask(asking);
  }
}
