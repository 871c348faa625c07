/**
 * Reads the question on the screen aloud, in the language of the page. Loaded when it is
 * asked for the first time. Nothing is spoken but what stands there.
 */
import { all, byId, checkIn } from "./dom.js";

const speech = window.speechSynthesis;
const button = byId("aloud");
// The eleven numbers stand for themselves; their two ends are said below them.
const SPOKEN = "legend, h3, summary, p:not(.step-next), label:not(.pain-scale label)";

/** @param {boolean} isReading */
function show(isReading) {
  for (const words of all(button, "[data-while]")) {
    words.hidden = (words.dataset.while === "reading") !== isReading;
  }
}

/** What can be seen of the question, from top to bottom; what lies in another, once. */
function sentences() {
  const form = checkIn();
  const steps = "onePage" in form.dataset ? [] : all(form, ".step");
  const step = steps.find((part) => !part.hidden) ?? form;
  const parts = all(step, SPOKEN).filter((part) => part.checkVisibility());
  return parts
    .filter((part) => !parts.some((other) => other !== part && other.contains(part)))
    .map((part) => (part.innerText ?? "").trim())
    .filter(Boolean);
}

/** A voice of this phone, so that no text leaves it; else the browser's choice. */
function voice() {
  const { lang } = document.documentElement;
  const fits = speech.getVoices().filter((one) => one.lang.toLowerCase().startsWith(lang));
  return fits.find((one) => one.localService) ?? null;
}

export function stop() {
  speech.cancel();
  show(false);
}

function start() {
  speech.cancel();
  const all = sentences().map((text) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    utterance.voice = voice();
    return utterance;
  });
  const last = all.at(-1);
  if (!last) return;
  last.onend = last.onerror = () => show(false);
  for (const utterance of all) speech.speak(utterance);
  show(true);
}

export const toggle = () => (speech.speaking || speech.pending ? stop() : start());

// The next question, or the page behind another: silence.
const watch = new MutationObserver(stop);
for (const part of [checkIn(), ...all(checkIn(), ".step")]) {
  watch.observe(part, { attributeFilter: ["hidden"] });
}
addEventListener("pagehide", stop);
