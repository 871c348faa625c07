/**
 * Takes over the plain form: one question at a time, follow-ups on demand, and an
 * emergency shown from the device before anything is sent.
 */
import { actsAlone, showEmergency, stamp } from "./emergency.js";
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
form.addEventListener("submit", () => {
  stamp(form);
  form.querySelector("button[type=submit]").textContent = "Sending …";
});

askAlso();
if (!("onePage" in form.dataset)) takeSteps(form, none);
document.getElementById("errors")?.focus();
