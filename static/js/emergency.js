/**
 * An emergency leaves the form at once. What to say stands in a table that came with
 * the page, so it is shown before anything is sent; what is answered so far is sent
 * behind it, and the receipt says honestly how far it got.
 */
import { byId, field, inputs, make, word } from "./dom.js";
import { draft, keep, send } from "./outbox.js";

/** @type {Record<string, number>} */
const RETRY_AFTER = { unsent: 5000, failed: 30000 };
/** @type {Record<string, Emergency>} */
const table = JSON.parse(String(byId("emergencies").textContent));
const page = byId("emergency-now");

/**
 * Whether this change of this symptom is an emergency by itself.
 * @param {string} code
 * @param {string} change
 */
export const actsAlone = (code, change) => table[code]?.changes.includes(change) ?? false;

/**
 * @param {Form} form
 * @param {string} code
 * @param {string} change
 */
export function showEmergency(form, code, change) {
  if (!page.hidden) return;
  const { title, text, english, extra: [first] } = table[code];
  byId("emergency-title").textContent = title;
  byId("emergency-text").textContent = text;
  byId("emergency-english").textContent = english;
  const line = /** @type {HTMLAnchorElement} */ (byId("emergency-extra"));
  line.hidden = !first;
  if (first) {
    line.href = `tel:${first.number.replace(/[^0-9+]/g, "")}`;
    line.lastElementChild?.replaceChildren(first.label);
  }
  page.hidden = false;
  form.hidden = true;
  window.scrollTo(0, 0);
  page.focus();
  offerTheWayBack(form);
  report(form, code, change);
}

/**
 * Back to the form with everything that was typed; what was reported stays reported.
 * @param {Form} form
 */
function offerTheWayBack(form) {
  const back = /** @type {HTMLElement} */ (page.querySelector('a[href="/check-in"]'));
  back.textContent = word("back-to-form");
  back.onclick = (event) => {
    event.preventDefault();
    page.hidden = true;
    form.hidden = false;
    window.scrollTo(0, 0);
  };
}

/**
 * The moment of answering, once: sending the same form twice stays the same entry.
 * @param {Form} form
 */
export function stamp(form) {
  const moment = field(form, "recorded_at");
  if (moment.dataset.stamped) return;
  moment.value = new Date().toISOString();
  moment.dataset.stamped = "yes";
}

/**
 * Only what is answered for certain: a follow-up that is still open, or a number typed
 * wrong, would have the whole entry refused. `last` is what goes if even that is.
 * @param {Form} form
 * @param {string} code
 * @param {string} change
 */
function emergencyRow(form, code, change) {
  const fields = new URLSearchParams();
  for (const { name, type, value, checked } of inputs(form, "input")) {
    if (type === "hidden" && name !== "corrects") fields.append(name, value);
    if (type !== "radio" || !checked) continue;
    if (name === "pain" || name === "mobility") fields.append(name, value);
    if (name.startsWith("change_")) {
      fields.append("symptom", name.slice("change_".length));
      fields.append(name, value);
    }
  }
  const row = draft(form, fields);
  const alone = (/** @type {Record<string, string>} */ times) => {
    const id = crypto.randomUUID();
    const said = { check_in_id: id, symptom: code, [`change_${code}`]: change, ...times };
    return { id, body: new URLSearchParams(said).toString() };
  };
  const { local_date, recorded_at } = Object.fromEntries(fields);
  // A phone whose clock is wrong reports without its times in the end.
  row.last = { ...alone({ local_date, recorded_at }), last: alone({}) };
  return row;
}

/**
 * @param {Form} form
 * @param {string} code
 * @param {string} change
 */
async function report(form, code, change) {
  const receipt = byId("emergency-receipt");
  receipt.textContent = word("receipt-sending");
  stamp(form);
  const row = emergencyRow(form, code, change);
  // What is still to be answered on the form becomes an entry of its own.
  field(form, "check_in_id").value = crypto.randomUUID();
  delete field(form, "recorded_at").dataset.stamped;
  const isKept = await keep(row).then(() => true, () => false);
  await deliver(row, receipt, word(isKept ? "receipt-kept" : "receipt-open"));
}

/**
 * @param {Row} row
 * @param {HTMLElement} receipt
 * @param {string} next what the reader may do meanwhile
 */
async function deliver(row, receipt, next) {
  const outcome = await send(row);
  if (outcome.includes("/")) {
    if (page.hidden) return; // back at the form, which stays as it is
    location.replace(outcome);
  } else if (outcome === "signed out") {
    receipt.textContent = `${word("receipt-signed out")} `;
    receipt.append(signIn());
  } else {
    const later = RETRY_AFTER[outcome];
    receipt.textContent = `${word(`receipt-${outcome}`)} ${later ? next : ""}`;
    if (later) setTimeout(() => deliver(row, receipt, next), later);
  }
}

/** A page of one's own leads through the sign-in, and sends what waits. */
export function signIn() {
  return make("a", { className: "button button-wide", href: "/today", textContent: word("sign-in") });
}
