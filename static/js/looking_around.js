/**
 * With the arrow keys a person looks at answers that an emergency must not start from:
 * what they chose counts at Space, at Enter, or when they leave the answers.
 */
import { checkIn } from "./dom.js";

const form = checkIn();
/** @type {HTMLInputElement | null} */
let lookedAt = null;

/** @param {EventTarget | null} target */
const answers = (target) => /** @type {Element | null} */ (target)?.closest?.(".changes");

form.addEventListener("keydown", (event) => {
  if (event.key.startsWith("Arrow")) lookedAt = /** @type {HTMLInputElement} */ (event.target);
  if (!lookedAt || !["Enter", " "].includes(event.key)) return;
  choose();
  // The emergency is on the screen: Enter must not send the form behind it.
  if (form.hidden) event.preventDefault();
}, true);

form.addEventListener("change", (event) => {
  if (!lookedAt || !answers(event.target) || !event.isTrusted) return;
  lookedAt = /** @type {HTMLInputElement} */ (event.target);
  event.stopPropagation();
}, true);

form.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (answers(target) !== answers(relatedTarget)) choose();
});

function choose() {
  const chosen = lookedAt;
  lookedAt = null;
  if (chosen?.checked && answers(chosen)) chosen.dispatchEvent(new Event("change", { bubbles: true }));
}
