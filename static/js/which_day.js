/** A form that was left open overnight: begin afresh, or ask which day it is about. */
import { hasAnswers } from "./check_answers.js";
import { all, byId, checkIn, field, locale, word } from "./dom.js";

const form = checkIn();
const place = byId("for-day");
const question = byId("which-day");
/** Today where the patient lives, as 2026-11-21. */
const today = () =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone: place.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).format(new Date());
/** @param {string} day */
const inWords = (day) =>
  new Intl.DateTimeFormat(locale(), {
    timeZone: "UTC", weekday: "long", day: "numeric", month: "long",
  }).format(new Date(day)).replace(/^(\w+),? /, "$1, ");

let known = place && today();

function look() {
  const now = today();
  const date = field(form, "local_date");
  if (now === known) return;
  if (!hasAnswers(form)) {
    location.reload();
    return;
  }
  const isOfKnownDay = date.value === known;
  known = now;
  if (!isOfKnownDay) return; // an earlier entry, opened on purpose
  const [text, isToday, isBefore] = all(question, "p, button");
  const before = date.value;
  text.textContent = word("which-day", { today: inWords(now), before: inWords(before) });
  isToday.textContent = word("today");
  isBefore.textContent = Date.parse(now) - Date.parse(before) === 86400000 ? word("yesterday") : inWords(before);
  /** @param {string} day */
  const choose = (day) => () => {
    date.value = day;
    place.textContent = word("for-day", { day: inWords(day) });
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
