/**
 * What the server would refuse, said on the device: an entry that is kept without a
 * connection must be one that can be sent. The bounds are those of the server's reader.
 */
import { all, field, inputs, make, word } from "./dom.js";

/** @type {(pattern: RegExp, low: number, high: number) => Check} */
const number = (pattern, low, high) => (text) => {
  const value = Number(text.replace(",", "."));
  return pattern.test(text) && value >= low && value <= high;
};
const isSleep = number(/^\d{1,4}([.,]\d{1,4})?$/, 0, 24);
const isMinutes = number(/^\d{1,6}$/, 0, 1440);

/** @type {Check} */
function isTemperature(text, form) {
  if (!/^\d{1,3}([.,]\d{1,6})?$/.test(text)) return false;
  const typed = Number(text.replace(",", "."));
  const celsius = field(form, "temperature_unit").value === "F" ? ((typed - 32) * 5) / 9 : typed;
  const rounded = Math.round(celsius * 10) / 10;
  return rounded >= 33 && rounded <= 43;
}

/** @type {[string, Check][]} */
const NUMBERS = [
  ["walk_minutes", isMinutes],
  ["sleep_hours", isSleep],
  ["temperature", isTemperature],
];
const NOT_ANSWERS = new Set([
  "csrfmiddlewaretoken", "check_in_id", "corrects", "local_date", "recorded_at", "temperature_unit",
]);

/**
 * Whether anything at all was answered or typed.
 * @param {Form} form
 */
export const hasAnswers = (form) =>
  [...new FormData(form)].some(([name, value]) => !NOT_ANSWERS.has(name) && String(value).trim());

/**
 * The faults: the field at fault, one sentence each, and before what to say it.
 * @param {Form} form
 */
function faults(form) {
  /** @type {Fault[]} */
  const found = [];
  for (const symptom of all(form, ".symptom")) {
    const [box] = inputs(symptom, "input[type=checkbox]");
    if (box.checked && !symptom.querySelector("input[type=radio]:checked")) {
      found.push([box, word("ask-change"), symptom.querySelector(".changes")]);
    }
  }
  for (const [name, isRight] of NUMBERS) {
    const at = field(form, name);
    const text = at?.value.trim();
    if (text && !isRight(text, form)) found.push([at, word(name), at]);
  }
  if (!hasAnswers(form)) found.push([inputs(form, "input[type=radio]")[0], word("nothing-answered"), null]);
  return found;
}

/**
 * Whether the form can be sent; if not, it says so at each field, on one page.
 * @param {Form} form
 */
export function isRight(form) {
  for (const shown of all(document, ".on-device, #errors")) shown.remove();
  for (const at of all(form, "[aria-invalid]")) at.removeAttribute("aria-invalid");
  const found = faults(form);
  if (!found.length) return true;
  form.dispatchEvent(new Event("one-page"));
  const list = make("ul", { className: "plain-list" });
  for (const [at, words, before] of found) {
    at.setAttribute("aria-invalid", "true");
    at.closest("details")?.setAttribute("open", "");
    before?.before(make("p", { className: "field-error on-device", textContent: words }));
    const item = make("li");
    item.append(make("a", { href: `#${at.id}`, textContent: words }));
    list.append(item);
  }
  const summary = make("div", { className: "error-summary", id: "errors", tabIndex: -1, role: "alert" });
  summary.append(make("h2", { textContent: word("look-again") }), list);
  form.firstElementChild?.after(summary);
  summary.focus();
  return false;
}
