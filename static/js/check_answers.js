/**
 * What the server would refuse, said on the device: an entry that is kept without a
 * connection must be one that can be sent. The bounds are those of the server's reader.
 */
const number = (pattern, low, high) => (text) => {
  if (!pattern.test(text)) return false;
  const value = Number(text.replace(",", "."));
  return value >= low && value <= high;
};
const isSleep = number(/^\d{1,4}([.,]\d{1,4})?$/, 0, 24);
const isMinutes = number(/^\d{1,6}$/, 0, 1440);

function isTemperature(text, form) {
  if (!/^\d{1,3}([.,]\d{1,6})?$/.test(text)) return false;
  const typed = Number(text.replace(",", "."));
  const celsius = form.elements.temperature_unit.value === "F" ? ((typed - 32) * 5) / 9 : typed;
  const rounded = Math.round(celsius * 10) / 10;
  return rounded >= 33 && rounded <= 43;
}

const NUMBERS = {
  walk_minutes: [isMinutes, "Minutes walked is a whole number from 0 to 1440."],
  sleep_hours: [isSleep, "Hours of sleep is a number from 0 to 24."],
  temperature: [isTemperature, "Enter a temperature between 33 and 43 C (91.4 to 109.4 F)."],
};
const ASK_CHANGE = "Tell us if this is new, worse, the same as before, or better.";
const NOT_ANSWERS = new Set([
  "csrfmiddlewaretoken", "check_in_id", "corrects", "local_date", "recorded_at", "temperature_unit",
]);

/** Whether anything at all was answered or typed. */
export const hasAnswers = (form) =>
  [...new FormData(form)].some(([name, value]) => !NOT_ANSWERS.has(name) && value.trim());

/** The faults: the field at fault and one sentence each. */
function faults(form) {
  const found = [];
  for (const symptom of form.querySelectorAll(".symptom")) {
    const box = symptom.querySelector("input[type=checkbox]");
    if (box.checked && !symptom.querySelector("input[type=radio]:checked")) {
      found.push([box, ASK_CHANGE, symptom.querySelector(".changes")]);
    }
  }
  for (const [name, [isRight, words]] of Object.entries(NUMBERS)) {
    const field = form.elements[name];
    const text = field?.value.trim();
    if (text && !isRight(text, form)) found.push([field, words, field]);
  }
  if (!hasAnswers(form)) found.push([form.querySelector("input[type=radio]"), "Answer at least one question."]);
  return found;
}

/** Whether the form can be sent; if not, it says so at each field, on one page. */
export function isRight(form) {
  document.querySelectorAll(".on-device, #errors").forEach((shown) => shown.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  const found = faults(form);
  if (!found.length) return true;
  form.dispatchEvent(new Event("one-page"));
  const list = document.createElement("ul");
  list.className = "plain-list";
  for (const [field, words, place] of found) {
    field.setAttribute("aria-invalid", "true");
    const more = field.closest("details");
    if (more) more.open = true;
    if (place) {
      const line = document.createElement("p");
      line.className = "field-error on-device";
      line.textContent = words;
      place.before(line);
    }
    const link = document.createElement("a");
    link.href = `#${field.id}`;
    link.textContent = words;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  const summary = document.createElement("div");
  summary.className = "error-summary";
  summary.id = "errors";
  summary.tabIndex = -1;
  summary.setAttribute("role", "alert");
  const title = document.createElement("h2");
  title.textContent = "Please look at this again";
  summary.append(title, list);
  form.querySelector("h1").after(summary);
  summary.focus();
  return false;
}
