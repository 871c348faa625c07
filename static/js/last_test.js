/** What became of the test that was asked for: looked up for a minute, then by a link. */
import { byId } from "./dom.js";

const EVERY = 3000;
const TIMES = 20;

const place = byId("last-test");

/** @param {number} left how often still */
async function look(left) {
  const answer = await fetch(String(place.dataset.state), { cache: "no-store" });
  const said = answer.status === 200 && !answer.redirected ? await answer.text() : "";
  // Said again only where it is new: it is read aloud.
  if (said && said !== place.textContent) place.textContent = said;
  if (said && left > 1) later(left - 1);
}

/** @param {number} left */
function later(left) {
  setTimeout(() => look(left).catch(() => left > 1 && later(left - 1)), EVERY);
}

later(TIMES);
