/**
 * An emergency leaves the form at once. What to say stands in a table that came with
 * the page, so it is shown before anything is sent; the answers so far are sent behind
 * it, and the receipt says honestly how far they got.
 */
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
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  } catch {
    receipt.textContent =
      "The clinic has NOT received this yet: this phone has no connection. We keep trying.";
    setTimeout(() => send(form, receipt), RETRY_AFTER);
    return;
  }
  if (answer.redirected) {
    location.replace(answer.url);
  } else if (answer.status >= 500) {
    receipt.textContent = "The clinic has NOT received this yet. We keep trying.";
    setTimeout(() => send(form, receipt), RETRY_AFTER);
  } else {
    receipt.textContent =
      "The clinic has NOT received this: another answer on the form needs a look first.";
  }
}
