/**
 * Entries that have not reached the clinic yet: one row per entry in IndexedDB, under
 * the UUID that the form was given. A row goes only when the server has said that it
 * holds the entry; sending twice stores once.
 */
import { openDB } from "../vendor/idb/index.js";

const TRIES = [0, 250, 1000, 3000];
const ARRIVED = /^\/(check-in|emergency)\/[0-9a-f-]{36}$/;

const database = openDB("cairn", 1, {
  upgrade: (db) => db.createObjectStore("outbox", { keyPath: "id" }),
});
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const pause = (length) => new Promise((resolve) => setTimeout(resolve, length));

/** The entries of the person who is signed in; somebody else's are left alone. */
export async function waiting() {
  const rows = await (await database).getAll("outbox");
  return rows.filter((row) => row.owner === meta("cairn-owner"));
}

export async function keep(form) {
  const fields = new URLSearchParams(new FormData(form));
  fields.delete("csrfmiddlewaretoken");
  const row = {
    id: fields.get("check_in_id"),
    owner: meta("cairn-owner"),
    action: new URL(form.action).pathname,
    body: fields.toString(),
    savedAt: Date.now(),
  };
  await (await database).put("outbox", row);
  navigator.storage?.persist?.();
  return row.id;
}

export async function drop(id) {
  await (await database).delete("outbox", id);
}

/** Sends one row. Where it arrived, or why it did not: "refused", "unsent". */
async function send(row) {
  for (const wait of TRIES) {
    await pause(wait);
    const answer = await fetch(row.action, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-CSRFToken": meta("cairn-csrf"),
      },
      body: row.body,
    }).catch(() => null);
    if (answer?.redirected && ARRIVED.test(new URL(answer.url).pathname)) {
      await drop(row.id);
      return answer.url;
    }
    if (answer?.status === 422) return "refused";
  }
  return "unsent";
}

/** Sends what waits, one tab at a time. Returns what became of each id. */
export function flush() {
  return navigator.locks.request("outbox", async () => {
    const outcome = new Map();
    for (const row of await waiting()) outcome.set(row.id, await send(row));
    return outcome;
  });
}
