/**
 * Entries that have not reached the clinic yet: one row per entry in IndexedDB, under
 * the UUID that the form was given. A row goes only when the server has said that it
 * holds the entry; sending twice stores once.
 */
import { openDB } from "../vendor/idb/index.js";

const TRIES = [0, 250, 1000, 3000];
const LIMIT = 10000;
const ARRIVED = /^\/(?:check-in|emergency)\/([0-9a-f-]{36})$/;

const database = openDB("cairn", 1, {
  upgrade: (db) => db.createObjectStore("outbox", { keyPath: "id" }),
});
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const pause = (length) => new Promise((resolve) => setTimeout(resolve, length));

/** The id of the entry whose answer this address shows, if it shows one. */
export const arrivedAt = (url) => ARRIVED.exec(new URL(url).pathname)?.[1];

/** The entries of the person who is signed in, emergencies first, then by age. */
export async function waiting() {
  const rows = await (await database).getAll("outbox");
  return rows
    .filter((row) => row.owner === meta("cairn-owner"))
    .sort((a, b) => Boolean(b.last) - Boolean(a.last) || a.savedAt - b.savedAt);
}

/** A row for the answers of a form, or for some of them. */
export function draft(form, fields = new URLSearchParams(new FormData(form))) {
  fields.delete("csrfmiddlewaretoken");
  return {
    id: fields.get("check_in_id"),
    owner: meta("cairn-owner"),
    action: new URL(form.action).pathname,
    body: fields.toString(),
    savedAt: Date.now(),
  };
}

export async function keep(row) {
  await (await database).put("outbox", row);
  navigator.storage?.persist?.();
}

export async function drop(id) {
  await (await database).delete("outbox", id);
}

async function post(row) {
  const answer = await fetch(row.action, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-CSRFToken": meta("cairn-csrf"),
    },
    body: row.body,
    signal: AbortSignal.timeout(LIMIT),
  }).catch(() => null);
  if (!answer) return "unsent";
  if (answer.redirected) {
    if (arrivedAt(answer.url)) return answer.url;
    return answer.url.includes("/login") ? "signed out" : "failed";
  }
  if (answer.status === 401 || answer.status === 403) return "signed out";
  if (answer.status === 422) return "refused";
  return answer.status < 500 ? "rejected" : "failed";
}

/**
 * Sends one row. Where it arrived, or why it did not: "unsent" (no answer), "signed
 * out", "refused" (an answer needs a look), "rejected" or "failed" (not our fault).
 */
export async function send(row, tries = TRIES) {
  let outcome;
  for (const wait of tries) {
    await pause(wait);
    outcome = await post(row);
    if (outcome !== "unsent" && outcome !== "failed") break;
  }
  const stored = (change) => change.catch(() => {}); // a phone may have no storage
  if (outcome.includes("/")) await stored(drop(row.id));
  if (outcome !== "refused" && outcome !== "rejected") return outcome;
  if (row.last?.body) {
    // An emergency that was not taken goes again as the one symptom, and nothing else.
    const { id } = row;
    Object.assign(row, row.last, { last: {} });
    await stored(keep(row));
    await stored(drop(id));
    return send(row, tries);
  }
  if (row.last) return "failed";
  if (outcome === "refused") await stored(keep({ ...row, refused: true }));
  return outcome;
}

/** Emergencies wait for nothing, not even for another tab: sending twice stores once. */
export async function sendEmergencies() {
  const rows = (await waiting()).filter((row) => row.last);
  return Promise.all(rows.map((row) => send(row)));
}

/** Sends the rest, one tab at a time; one that hangs costs the others little. */
export function flush() {
  return navigator.locks.request("outbox", async () => {
    const outcomes = [];
    for (const row of await waiting()) {
      if (row.last || row.refused) continue;
      outcomes.push(await send(row, outcomes.includes("unsent") ? [0] : TRIES));
    }
    return outcomes;
  });
}
