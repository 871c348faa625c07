/**
 * What this phone keeps of its owner, sealed, so that the check-in opens without a
 * connection; and the question to the server whose session this is.
 */
import { seal, unseal } from "./sealed.js";
import { device } from "./store.js";

const LIMIT = 10000;
/** Of no person: the numbers of a country, and its zone. */
export const NUMBERS = "cairn-numbers";

/** @param {string} name */
const meta = (name) =>
  globalThis.document?.querySelector(`meta[name="${name}"]`)?.getAttribute("content");

/** @returns {Promise<Card | null>} */
export async function card() {
  const kept = await device("readonly", (rows) => rows.get("card")).catch(() => null);
  return kept ? unseal("card", kept) : null;
}

/** Whose phone it is: the page says so, or the phone remembers. */
export async function owner() {
  return meta("cairn-owner") || (await card())?.owner;
}

/** @param {Card} fresh */
async function remember(fresh) {
  const sealed = await seal("card", fresh);
  await device("readwrite", (rows) => rows.put(sealed, "card"));
  const { emergency_number, crisis_line, zone } = fresh;
  const numbers = JSON.stringify({ emergency_number, crisis_line, zone });
  globalThis.localStorage?.setItem(NUMBERS, numbers);
}

export const forget = () => device("readwrite", (rows) => rows.delete("card")).catch(() => {});

/**
 * Who is signed in, with a fresh pass for sending; or why that cannot be said.
 * @returns {Promise<Pass | "unsent" | "signed out" | "failed">}
 */
export async function ask() {
  const signal = AbortSignal.timeout(LIMIT);
  const answer = await fetch("/device", { cache: "no-store", signal }).catch(() => null);
  if (!answer) return "unsent";
  if (answer.status === 401) await forget();
  if (answer.status === 401 || answer.status === 403) return "signed out";
  const said = await answer.json().catch(() => null);
  if (!said?.owner) return "failed";
  const { csrf, ...fresh } = said;
  if (answer.ok) await remember(fresh).catch(() => {});
  return said;
}

/** Brings what this phone remembers up to date, where a page names its person. */
export async function refresh() {
  const named = meta("cairn-owner");
  if (named && (await card())?.owner !== named) await ask();
}
