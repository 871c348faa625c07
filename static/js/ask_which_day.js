/** The question whether the answers are about today or about the day they were begun. */
import { all, byId, locale, make, word } from "./dom.js";

const DAY = 86400000;
const place = byId("for-day");
const question = byId("which-day");
/** @param {string} day */
const inWords = (day) =>
  new Intl.DateTimeFormat(locale(), {
    timeZone: "UTC", weekday: "long", day: "numeric", month: "long",
  }).format(new Date(day)).replace(/^(\w+),? /, "$1, ");

/**
 * @param {HTMLInputElement} date which day the form says
 * @param {string} now today where the patient lives, as 2026-11-21
 */
export function ask(date, now) {
  const [text, isToday, isBefore] = all(question, "p, button");
  const before = date.value;
  text.textContent = word("which-day", { today: inWords(now), before: inWords(before) });
  isToday.textContent = word("today");
  isBefore.textContent = Date.parse(now) - Date.parse(before) === DAY ? word("yesterday") : inWords(before);
  /** @param {string} day */
  const choose = (day) => () => {
    date.value = day;
    // The server asks whoever was not asked here.
    question.append(make("input", { type: "hidden", name: "day", value: day }));
    place.textContent = word("for-day", { day: inWords(day) });
    question.hidden = true;
  };
  isToday.onclick = choose(now);
  isBefore.onclick = choose(before);
  question.hidden = false;
  question.scrollIntoView({ block: "center" });
  question.focus();
}
