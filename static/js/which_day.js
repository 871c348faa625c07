/** A form that was left open overnight: begin afresh, or ask which day it is about. */
import { hasAnswers } from "./check_answers.js";
import { byId, checkIn, field } from "./dom.js";

const form = checkIn();
const place = byId("for-day");
/** Today where the patient lives, as 2026-11-21. */
const today = () =>
  new Intl.DateTimeFormat("en-CA", {
    timeZone: place.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).format(new Date());

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
  // An earlier entry was opened on purpose.
  if (isOfKnownDay) import("./ask_which_day.js").then((question) => question.ask(date, now));
}

export function watchTheDay() {
  if (!place) return;
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look();
  });
}
