/**
 * Makes the page that came from this phone, and is the same for everybody, the page of
 * its owner: the emergency number of the country at once, then what is kept sealed.
 */
import { card, NUMBERS } from "./device.js";
import { all, byId, checkIn, field, locale, make, word } from "./dom.js";

/** @typedef {Record<string, string>} Known */

const DAY = 86400000;
const ANYWHERE = "112";

/** @returns {Known} */
function numbers() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const unknown = { emergency_number: ANYWHERE, crisis_line: ANYWHERE, zone };
  return { ...unknown, ...JSON.parse(localStorage.getItem(NUMBERS) ?? "{}") };
}

/** @param {Known} known */
function fill(known) {
  for (const place of all(document, "[data-fill]")) {
    const value = known[place.dataset.fill ?? ""];
    if (value) place.textContent = value;
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-tel]"))) {
    const number = known[link.dataset.tel ?? ""];
    if (!number) continue;
    link.href = `tel:${number.replace(/[^0-9+]/g, "")}`;
    for (const hidden of [link, link.closest("[data-until-known]")]) hidden?.removeAttribute("hidden");
  }
}

/**
 * The table of emergencies, in the numbers of this country.
 * @param {Known} known
 */
function fillEmergencies(known) {
  const place = document.getElementById("emergencies");
  if (!place) return;
  const words = (/** @type {string} */ text) => text.replace(/\{(\w+)\}/g, (_, name) => known[name]);
  /** @type {Record<string, Emergency>} */
  const table = JSON.parse(place.textContent ?? "{}");
  for (const row of Object.values(table)) {
    row.text = words(row.text);
    row.english = words(row.english);
    row.extra = row.extra
      .map(({ label, number }) => ({ label: words(label), number: words(number) }))
      .filter(({ number }) => number !== known.emergency_number);
  }
  // A script's text may come from a policy only; this element is read the same way.
  place.replaceWith(make("data", { id: place.id, hidden: true, textContent: JSON.stringify(table) }));
}

/** @param {string} zone */
function fillForm(zone) {
  const form = checkIn();
  const day = document.getElementById("for-day");
  if (!form || !day) return;
  const now = new Date();
  field(form, "check_in_id").value = crypto.randomUUID();
  field(form, "recorded_at").value = now.toISOString();
  field(form, "local_date").value = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).format(now);
  day.dataset.zone = zone;
  const inWords = new Intl.DateTimeFormat(locale(), {
    timeZone: zone, weekday: "long", day: "numeric", month: "long",
  }).format(now).replace(/^(\w+) /, "$1, ");
  day.textContent = word("for-day", { day: inWords });
}

/**
 * What belongs to other days of the recovery than today is left out.
 * @param {Known} known
 */
function chooseByDay(known) {
  if (!known.day_0) return;
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: known.zone }).format(new Date());
  const day = (Date.parse(today) - Date.parse(known.day_0)) / DAY;
  for (const part of all(document, "[data-first-day]")) {
    const isNow = Number(part.dataset.firstDay) <= day && day <= Number(part.dataset.lastDay);
    if (part.dataset.onlyThen === undefined) part.toggleAttribute("aria-current", isNow);
    else part.hidden = !isNow;
  }
}

/**
 * A helper's entries are the patient's whom they help, and say so.
 * @param {Known} known
 */
function chooseWhoseItIs({ helping, helped, not_asked }) {
  const form = checkIn();
  if (!helping || !form) return;
  form.action = helping + new URL(form.action).pathname;
  byId("for-day").prepend(`${helped}: `);
  byId("note").remove();
  for (const code of not_asked.split(" ")) form.querySelector(`[data-symptom=${code}]`)?.remove();
}

const known = numbers();
fill(known);
fillEmergencies(known);
fillForm(known.zone);
card().then((owned) => {
  if (!owned) return;
  fill(/** @type {any} */ (owned));
  chooseByDay(/** @type {any} */ (owned));
  chooseWhoseItIs(/** @type {any} */ (owned));
});
