/**
 * An emergency leaves the form at once. What to say stands in a table that came with
 * the page, so it is shown before anything is sent; the answers so far are sent behind
 * it, and the receipt says honestly how far they got.
 */
import { flush, keep } from "./outbox.js";

const RETRY_AFTER = 5000;
const table = JSON.parse(document.getElementById("emergencies").textContent);

/** Whether this change of this symptom is an emergency by itself. */
export const actsAlone = (code, change) => table[code]?.changes.includes(change) ?? false;

export function showEmergency(form, code) {
  const page = document.getElementById("emergency-now");
  if (!page.hidden) return;
  const { title, text, extra } = table[code];
  document.getElementById("emergency-title").textContent = title;
  document.getElementById("emergency-text").textContent = text;
  const line = document.getElementById("emergency-extra");
  if (extra.length) {
    line.href = `tel:${extra[0].number.replace(/[^0-9+]/g, "")}`;
    line.lastChild.textContent = extra[0].label;
    line.hidden = false;
  }
  page.hidden = false;
  form.hidden = true;
  window.scrollTo(0, 0);
  page.focus();
  send(form, document.getElementById("emergency-receipt"));
}

/** The moment of answering, once: sending the same form twice stays the same entry. */
export function stamp(form) {
  const field = form.elements.recorded_at;
  if (field.dataset.stamped) return;
  field.value = new Date().toISOString();
  field.dataset.stamped = "yes";
}

async function send(form, receipt) {
  stamp(form);
  let outcome;
  try {
    const id = await keep(form);
    // Gone meanwhile: another tab, or the network coming back, has sent it.
    outcome = (await flush()).get(id) ?? `/emergency/${id}`;
  } catch {
    form.submit(); // no storage on this device: the plain way
    return;
  }
  if (outcome === "refused") {
    receipt.textContent =
      "The clinic has NOT received this: another answer on the form needs a look first.";
  } else if (outcome === "unsent") {
    receipt.textContent =
      "The clinic has NOT received this yet. It is saved on this phone, and we keep trying.";
    setTimeout(() => send(form, receipt), RETRY_AFTER);
  } else {
    location.replace(outcome);
  }
}
