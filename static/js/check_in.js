/**
 * Takes over the plain form: one question at a time, follow-ups on demand, and an
 * emergency shown from the device before anything is sent.
 */
import { actsAlone, showEmergency, stamp } from "./emergency.js";
import { drop, flush, keep } from "./outbox.js";
import { takeSteps } from "./steps.js";

const form = document.getElementById("check-in");
const none = document.getElementById("no_symptoms");
const symptoms = [...form.querySelectorAll(".symptom")];
const box = (symptom) => symptom.querySelector("input[type=checkbox]");

function onTick(symptom) {
  const ticked = box(symptom).checked;
  if (!ticked) {
    for (const radio of symptom.querySelectorAll("input[type=radio]")) {
      radio.checked = false;
    }
  }
  if (ticked && none) none.checked = false;
  askAlso();
}

/** Shows the further signs that the ticked phrases ask about, and hides the rest. */
function askAlso() {
  const also = form.querySelector(".also");
  if (!also) return;
  const ticked = new Set(symptoms.filter((s) => box(s).checked).map((s) => s.dataset.symptom));
  let asked = 0;
  for (const symptom of also.querySelectorAll(".symptom")) {
    const by = symptom.dataset.askedBy.split(" ");
    symptom.hidden = !box(symptom).checked && !by.some((code) => ticked.has(code));
    asked += symptom.hidden ? 0 : 1;
  }
  also.hidden = asked === 0;
  also.open = true;
}

function onChange(symptom, change) {
  const { symptom: code } = symptom.dataset;
  if (actsAlone(code, change)) showEmergency(form, code);
}

for (const symptom of symptoms) {
  box(symptom).addEventListener("change", () => onTick(symptom));
  for (const radio of symptom.querySelectorAll("input[type=radio]")) {
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
/** Kept on this phone first, then sent; only what has not arrived needs more words. */
async function save() {
  const button = form.querySelector("button[type=submit]");
  const words = button.textContent;
  button.disabled = true;
  button.textContent = "Sending …";
  stamp(form);
  let id;
  let outcome;
  try {
    id = await keep(form);
    // Gone meanwhile: another tab, or the network coming back, has sent it.
    outcome = (await flush()).get(id) ?? `/check-in/${id}`;
  } catch {
    outcome = "refused"; // no storage on this device: the plain way
  }
  if (outcome === "refused") {
    if (id) await drop(id);
    form.submit();
  } else if (outcome === "unsent") {
    form.hidden = true;
    const saved = document.getElementById("saved-here");
    saved.hidden = false;
    saved.focus();
  } else {
    location.assign(outcome);
  }
  button.disabled = false;
  button.textContent = words;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});

askAlso();
if (!("onePage" in form.dataset)) takeSteps(form, none);
document.getElementById("errors")?.focus();
