/**
 * Takes over the plain form: one question at a time, follow-ups on demand, and an
 * emergency shown from the device before anything is sent.
 */
import { isRight } from "./check_answers.js";
import { actsAlone, showEmergency, signIn, stamp } from "./emergency.js";
import { ask, owner } from "./device.js";
import { draft, drop, keep, send } from "./outbox.js";
import { all, byId, checkIn, inputs, make, word } from "./dom.js";
import { watchTheDay } from "./which_day.js";

const form = checkIn();
/** @type {HTMLInputElement | undefined} */
const none = inputs(form, "#no_symptoms")[0];
const symptoms = all(form, ".symptom");
/** @param {HTMLElement} symptom */
const box = (symptom) => inputs(symptom, "input[type=checkbox]")[0];
/** @param {HTMLElement} symptom */
const changes = (symptom) => inputs(symptom, "input[type=radio]");

/** @param {HTMLElement} symptom */
function onTick(symptom) {
  const ticked = box(symptom).checked;
  if (!ticked) for (const radio of changes(symptom)) radio.checked = false;
  if (ticked && none) none.checked = false;
  askAlso();
}

/** Shows the further signs that the ticked phrases ask about, and hides the rest. */
function askAlso() {
  const also = /** @type {HTMLDetailsElement | null} */ (form.querySelector(".also"));
  if (!also) return;
  const ticked = new Set(symptoms.filter((s) => box(s).checked).map((s) => s.dataset.symptom));
  let asked = 0;
  for (const symptom of all(also, ".symptom")) {
    const by = symptom.dataset.askedBy?.split(" ") ?? [];
    symptom.hidden = !box(symptom).checked && !by.some((code) => ticked.has(code));
    asked += symptom.hidden ? 0 : 1;
  }
  also.hidden = asked === 0;
  also.open = true;
}

/** @param {HTMLElement} symptom @param {string} change */
function onChange(symptom, change) {
  const { symptom: code = "" } = symptom.dataset;
  if (actsAlone(code, change)) showEmergency(form, code, change);
}

form.addEventListener("keydown", () => import("./looking_around.js"), { once: true });
for (const symptom of symptoms) {
  box(symptom).addEventListener("change", () => onTick(symptom));
  for (const radio of changes(symptom)) {
    radio.addEventListener("change", () => onChange(symptom, radio.value));
  }
}
none?.addEventListener("change", () => {
  if (!none.checked) return;
  for (const symptom of symptoms) {
    box(symptom).checked = false;
    onTick(symptom);
  }
  none.checked = true;
});

/** @param {string} id @param {string} outcome */
function showSaved(id, outcome) {
  form.hidden = true;
  const saved = byId("saved-here");
  const words = /** @type {HTMLElement} */ (saved.querySelector("p"));
  words.textContent = word(`not-${outcome}`) || words.textContent;
  if (outcome === "signed out") words.after(signIn());
  // When it is sent after all, its answer takes the place of this.
  saved.dataset.id = id;
  saved.hidden = false;
  saved.focus();
}

/** The plain way, with a pass of now: the server's own page says what is wrong. */
async function sendPlainly() {
  const pass = await ask();
  if (typeof pass === "string") {
    byId("not-kept").hidden = false;
    return;
  }
  const field = inputs(form, "[name=csrfmiddlewaretoken]")[0] ?? make("input");
  Object.assign(field, { type: "hidden", name: "csrfmiddlewaretoken", value: pass.csrf });
  form.append(field);
  form.submit();
}

/** Kept on this phone first, then sent; only what has not arrived needs more words. */
async function save() {
  const row = draft(form);
  const isKept = await keep(row).then(() => true, () => false);
  // The entry that this one corrects may wait here as well, refused.
  const corrected = new URLSearchParams(row.body).get("corrects");
  if (isKept && corrected) await drop(corrected);
  const outcome = await send(row);
  if (outcome.includes("/")) location.assign(outcome);
  else if (outcome === "refused" || outcome === "withdrawn") await sendPlainly();
  else if (isKept) showSaved(row.id, outcome);
  else byId("not-kept").hidden = false;
}

async function onSave() {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button[type=submit]"));
  const words = button.textContent;
  button.disabled = true;
  button.textContent = word("sending");
  stamp(form);
  await save();
  button.disabled = false;
  button.textContent = words;
}

/** What was tapped before this was here; what the server filled in was seen before. */
function countEarlyTaps() {
  for (const symptom of symptoms) for (const radio of changes(symptom)) {
    radio.checked &&= box(symptom).checked;
    if (!radio.checked || radio.defaultChecked || radio.matches(":focus-visible")) continue;
    onChange(symptom, radio.value);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (isRight(form)) onSave();
});

askAlso();
watchTheDay();
owner().then(countEarlyTaps);
document.getElementById("errors")?.focus();
