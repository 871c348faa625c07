/**
 * Entries that have not reached the clinic yet: one sealed row per entry, under the
 * UUID that the form was given. A row goes only when the server has said that it holds
 * the entry; sending twice stores once. Used by the pages and by the service worker.
 */
import { ask, owner } from "./device.js";
import { seal, unseal } from "./sealed.js";
import { outbox } from "./store.js";

const TRIES = [0, 250, 1000, 3000];
const LIMIT = 10000;
const ARRIVED = /\/(?:check-in|emergency)\/([0-9a-f-]{36})$/;
/** Nobody's fault and nobody's decision: worth another try by itself. */
const MAY_HEAL = new Set(["unsent", "failed"]);
const NOT_NOW = new Set([403, 408, 425, 429]);
/** Stays here until its person has looked. */
const PARKED = new Set(["refused", "rejected", "withdrawn", "ended"]);

export const channel = new BroadcastChannel("cairn-outbox");
const pause = (/** @type {number} */ length) =>
  new Promise((resolve) => setTimeout(resolve, length));

/**
 * The id of the entry whose answer this address shows, if it shows one.
 * @param {string} url
 */
export const arrivedAt = (url) => ARRIVED.exec(new URL(url).pathname)?.[1];

/** @param {any} kept @returns {Promise<Row>} */
async function read(kept) {
  const { id, savedAt, tries, error, parked } = kept;
  return { id, savedAt, tries, error, parked, ...(await unseal(id, kept)) };
}

/** @param {Row} row */
async function sealed({ id, savedAt, tries = 0, error, parked, ...rest }) {
  return { id, savedAt, tries, error, parked, ...(await seal(id, rest)) };
}

/**
 * The entries of everybody who uses this phone.
 * @returns {Promise<Row[]>}
 */
export const everybodys = async () =>
  Promise.all((await outbox("readonly", (all) => all.getAll())).map(read));

/**
 * The entries of the person whose phone this is, emergencies first, then by age.
 * @returns {Promise<Row[]>}
 */
export async function waiting() {
  const mine = await owner();
  return (await everybodys())
    .filter((row) => mine && row.owner === mine)
    .sort((a, b) => Number(Boolean(b.last)) - Number(Boolean(a.last)) || a.savedAt - b.savedAt);
}

/**
 * A row for the answers of a form, or for some of them.
 * @param {Form} form
 * @param {URLSearchParams} [fields]
 * @returns {Row}
 */
export function draft(form, fields = new URLSearchParams(/** @type {any} */ (new FormData(form)))) {
  fields.delete("csrfmiddlewaretoken");
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60000);
  return {
    id: String(fields.get("check_in_id")),
    action: new URL(form.action).pathname,
    body: fields.toString(),
    savedAt: now.getTime(),
    localTime: local.toISOString().slice(0, 16),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/**
 * On this phone when it returns; an error if it is nobody's phone or cannot store.
 * @param {Row} row
 */
export async function keep(row) {
  row.owner ??= await owner();
  if (!row.owner) throw new Error("nobody's phone");
  const kept = await sealed(row);
  await outbox("readwrite", (rows) => rows.put(kept));
  navigator.storage?.persist?.().catch(() => {});
  if (!navigator.onLine) later();
}

/**
 * Changes a row that is still there: what arrived meanwhile does not come back.
 * @param {Row} row
 */
async function update(row) {
  const kept = await sealed(row);
  await outbox("readwrite", (rows) => {
    const found = rows.get(row.id);
    found.onsuccess = () => found.result && rows.put(kept);
    return found;
  });
}

/** @param {string} id */
export async function drop(id) {
  await outbox("readwrite", (rows) => rows.delete(id));
}

/** Where the browser can, it wakes the worker to send, also after the tab is closed. */
async function later() {
  /** @type {any} */
  const { registration = await navigator.serviceWorker?.getRegistration() } = globalThis;
  await registration?.sync?.register("outbox").catch(() => {});
}

/** @param {Row} row */
async function post(row) {
  const pass = await ask();
  if (typeof pass === "string") return pass;
  // Another person has signed in meanwhile: it waits for its own.
  if (row.owner && pass.owner !== row.owner) return "signed out";
  if (pass.refuses) return pass.refuses;
  const answer = await fetch(row.action, {
    method: "POST",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      "X-CSRFToken": pass.csrf,
    },
    body: row.body,
    signal: AbortSignal.timeout(LIMIT),
  }).catch(() => null);
  if (!answer) return "unsent";
  if (answer.redirected) {
    if (arrivedAt(answer.url)) return answer.url;
    return answer.url.includes("/login") ? "signed out" : "failed";
  }
  if (answer.status === 401) return "signed out";
  if (answer.status === 422) return "refused";
  if (answer.status < 400 || answer.status >= 500 || NOT_NOW.has(answer.status)) return "failed";
  return "rejected";
}

/**
 * Sends one row. Where it arrived, or why it did not: "unsent" (no answer), "signed
 * out", "refused" (an answer needs a look), "rejected" or "failed" (not our fault),
 * "withdrawn" or "ended" (nothing of this person is taken any more).
 * @param {Row} row
 * @returns {Promise<string>}
 */
export async function send(row, tries = TRIES) {
  let outcome = "unsent";
  for (const wait of tries) {
    await pause(wait);
    outcome = await post(row);
    if (!MAY_HEAL.has(outcome)) break;
  }
  const stored = (/** @type {Promise<void>} */ change) => change.catch(() => {}); // a phone may have no storage
  if (outcome.includes("/")) {
    await stored(drop(row.id));
    channel.postMessage(outcome);
    return outcome;
  }
  const isParked = PARKED.has(outcome);
  if (outcome === "withdrawn" || outcome === "ended") delete row.last;
  if (isParked && row.last?.body) {
    // An emergency that was not taken goes again as the one symptom, and nothing else.
    const { id } = row;
    Object.assign(row, { last: {} }, row.last);
    await stored(keep(row));
    await stored(drop(id));
    return send(row, tries);
  }
  row.tries = (row.tries ?? 0) + 1;
  row.error = outcome;
  if (isParked && !row.last) row.parked = outcome;
  await stored(update(row));
  if (MAY_HEAL.has(outcome)) later();
  return isParked && row.last ? "failed" : outcome;
}

/** Emergencies wait for nothing, not even for another tab: sending twice stores once. */
export async function sendEmergencies() {
  const rows = (await waiting()).filter((row) => row.last);
  return Promise.all(rows.map((row) => send(row)));
}

/**
 * Sends the rest, one tab at a time; one that hangs costs the others little.
 * @returns {Promise<string[]>}
 */
export function flush() {
  return navigator.locks.request("outbox", async () => {
    /** @type {string[]} */
    const outcomes = [];
    for (const row of await waiting()) {
      if (row.last || row.parked) continue;
      outcomes.push(await send(row, outcomes.includes("unsent") ? [0] : TRIES));
    }
    return outcomes;
  });
}
