/**
 * An emergency leaves the form at once. The instruction is already in the page; the
 * answers so far are sent behind it, and the receipt says honestly how far they got.
 */
const RETRY_AFTER = 5000;

export function showEmergency(form) {
  const page = document.getElementById("emergency-now");
  if (!page.hidden) return;
  page.hidden = false;
  form.hidden = true;
  window.scrollTo(0, 0);
  page.focus();
  send(form, document.getElementById("emergency-receipt"));
}

async function send(form, receipt) {
  const field = form.elements.recorded_at;
  if (!field.dataset.stamped) {
    field.value = new Date().toISOString();
    field.dataset.stamped = "yes";
  }
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
