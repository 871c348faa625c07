/** Filters the catalogue while typing; a ticked phrase always stays in sight. */
import { all, byId, inputs, word } from "./dom.js";

const field = byId("symptom-search");
const input = /** @type {HTMLInputElement} */ (byId("search"));
const count = byId("search-count");
const groups = all(document, ".symptom-group");

/** @param {string} text */
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{Diacritic}/gu, "");

function filter() {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const group of groups) {
    const heading = plain(group.querySelector("h2")?.textContent ?? "");
    let inGroup = 0;
    for (const symptom of all(group, ".symptom")) {
      const text = heading + " " + plain(symptom.querySelector("label")?.textContent ?? "");
      const ticked = inputs(symptom, "input")[0].checked;
      symptom.hidden = !ticked && !words.every((word) => text.includes(word));
      inGroup += symptom.hidden ? 0 : 1;
    }
    group.hidden = inGroup === 0;
    shown += inGroup;
  }
  count.textContent = words.length ? word("phrases", { count: shown }) : "";
}

field.hidden = false;
input.addEventListener("input", filter);
input.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault();
});
