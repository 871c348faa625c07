/**
 * An emergency leaves the form at once. What to say stands in a table that came with
 * the page, so it is shown before anything is sent; what is answered so far is sent
 * behind it, and the receipt says honestly how far it got.
 */
import { draft, keep, send } from "./outbox.js";

const RETRY_AFTER = { unsent: 5000, failed: 30000 };
const table = JSON.parse(document.getElementById("emergencies").textContent);
const page = document.getElementById("emergency-now");

/** Whether this change of this symptom is an emergency by itself. */
export const actsAlone = (code, change) => table[code]?.changes.includes(change) ?? false;

export function showEmergency(form, code, change) {
  if (!page.hidden) return;
  const { title, text, extra } = table[code];
  document.getElementById("emergency-title").textContent = title;
  document.getElementById("emergency-text").textContent = text;
  const line = document.getElementById("emergency-extra");
  line.hidden = !extra.length;
  if (extra.length) {
    line.href = `tel:${extra[0].number.replace(/[^0-9+]/g, "")}`;
    line.lastChild.textContent = extra[0].label;
  }
  page.hidden = false;
  form.hidden = true;
  window.scrollTo(0, 0);
  page.focus();
  offerTheWayBack(form);
  report(form, code, change);
}

/** Back to the form with everything that was typed; what was reported stays reported. */
function offerTheWayBack(form) {
  const back = page.querySelector('a[href="/check-in"]');
  back.textContent = "Back to the form";
  back.onclick = (event) => {
    event.preventDefault();
    page.hidden = true;
    form.hidden = false;
    window.scrollTo(0, 0);
  };
}

/** The moment of answering, once: sending the same form twice stays the same entry. */
export function stamp(form) {
  const field = form.elements.recorded_at;
  if (field.dataset.stamped) return;
  field.value = new Date().toISOString();
  field.dataset.stamped = "yes";
}

/**
 * Only what is answered for certain: a follow-up that is still open, or a number typed
 * wrong, would have the whole entry refused. `last` is what goes if even that is.
 */
function emergencyRow(form, code, change) {
  const fields = new URLSearchParams();
  for (const { name, type, value, checked } of form.querySelectorAll("input")) {
    if (type === "hidden" && name !== "corrects") fields.append(name, value);
    if (type !== "radio" || !checked) continue;
    if (name === "pain" || name === "mobility") fields.append(name, value);
    if (name.startsWith("change_")) {
      fields.append("symptom", name.slice("change_".length));
      fields.append(name, value);
    }
  }
  const row = draft(form, fields);
  const id = crypto.randomUUID();
  const alone = { check_in_id: id, symptom: code, [`change_${code}`]: change };
  row.last = { id, body: new URLSearchParams(alone).toString() };
  return row;
}

async function report(form, code, change) {
  const receipt = document.getElementById("emergency-receipt");
  receipt.textContent = "The clinic has not received this yet. Sending …";
  stamp(form);
  const row = emergencyRow(form, code, change);
  // What is still to be answered on the form becomes an entry of its own.
  form.elements.check_in_id.value = crypto.randomUUID();
  delete form.elements.recorded_at.dataset.stamped;
  const isKept = await keep(row).then(() => true, () => false);
  await deliver(row, receipt, isKept ? "It is saved on this phone, and we" : "Keep this page open: we");
}

async function deliver(row, receipt, we) {
  const outcome = await send(row);
  if (outcome.includes("/")) {
    if (page.hidden) return; // back at the form, which stays as it is
    location.replace(outcome);
  } else if (outcome === "signed out") {
    receipt.textContent =
      "The clinic has NOT received this: you are signed out. Call now, do not wait for it. ";
    receipt.append(signIn());
  } else {
    receipt.textContent =
      outcome === "unsent"
        ? `The clinic has NOT received this yet. ${we} keep trying.`
        : `The clinic has NOT received this: its system has a fault. Call now. ${we} keep trying.`;
    setTimeout(() => deliver(row, receipt, we), RETRY_AFTER[outcome]);
  }
}

/** A page of one's own leads through the sign-in, and sends what waits. */
export function signIn() {
  const link = document.createElement("a");
  link.className = "button button-wide";
  link.href = "/today";
  link.textContent = "Sign in again to send it";
  return link;
}
