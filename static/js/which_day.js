/** A form that was left open overnight: begin afresh, or ask which day it is about. */
import { hasAnswers } from "./check_answers.js";

const form = document.getElementById("check-in");
const place = document.getElementById("for-day");
const question = document.getElementById("which-day");
/** Today where the patient lives, as 2026-11-21. */
const today = () =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone: place.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).format(new Date());
const words = (day) =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC", weekday: "long", day: "numeric", month: "long",
  }).format(new Date(day)).replace(/^(\w+),? /, "$1, ");

let known = place && today();

function look() {
  const now = today();
  const field = form.elements.local_date;
  if (now === known) return;
  if (!hasAnswers(form)) {
    location.reload();
    return;
  }
  const isOfKnownDay = field.value === known;
  known = now;
  if (!isOfKnownDay) return; // an earlier entry, opened on purpose
  const [text, isToday, isBefore] = [question.querySelector("p"), ...question.querySelectorAll("button")];
  const before = field.value;
  text.textContent = `A new day has begun since you opened this. Are your answers about today, ${words(now)}, or about ${words(before)}?`;
  isToday.textContent = "Today";
  isBefore.textContent = new Date(now) - new Date(before) === 86400000 ? "Yesterday" : words(before);
  const choose = (day) => () => {
    field.value = day;
    place.textContent = `For ${words(day)}`;
    question.hidden = true;
  };
  isToday.onclick = choose(now);
  isBefore.onclick = choose(before);
  question.hidden = false;
  question.scrollIntoView({ block: "center" });
  question.focus();
}

export function watchTheDay() {
  if (!place) return;
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look();
  });
}
